"""Two runs with one folder of records: what both know stands in the end."""

from pathlib import Path

import pytest

from pipeline.edge.files import UserError, read_library
from pipeline.edge.records import write_records
from pipeline.papers.library import Library
from pipeline.papers.merging import joined, together
from pipeline.papers.record_file import dump
from pipeline.values.record import Appearance, Paper, Version
from pipeline.values.work import PartialDate, Person, Stage, Work
from tests.world import identifiers


def paper(name: str = "roca2020tides", ids: str = "doi:10.99999/1", **more: object) -> Paper:
    fields: dict[str, object] = {
        "title": "Tides of mice", "authors": (Person(family="Roca", given="Ana"),),
        "container_title": "Cell", "issued": PartialDate(year=2020),
        "identifiers": identifiers(ids),
    }  # fmt: skip
    work = Work(**(fields | more))
    version = Version(
        stage=Stage.RECORD, identifiers=work.identifiers, title=work.title,
        container_title=work.container_title,
    )  # fmt: skip
    return Paper(id=name, work=work, versions=(version,))


def at(one: Paper, *lists: str) -> Paper:
    return one.but(appears=tuple(Appearance(list=name) for name in lists))


def shelf(*papers: Paper) -> Library:
    return Library(papers=tuple(sorted(papers, key=lambda one: one.id)))


NONE = Library()
ONE = paper()


def test_a_new_record_that_two_runs_make_names_both_lists() -> None:
    found = together(NONE, shelf(at(ONE, "a.md")), shelf(at(ONE, "b.md")))
    assert found == shelf(at(ONE, "b.md", "a.md"))


def test_what_each_of_two_changed_stands_in_the_end() -> None:
    ours = at(ONE.but(work=ONE.work.but(volume="7")), "a.md", "c.md")
    theirs = at(ONE.but(work=ONE.work.but(page="1-9")), "b.md")
    done = joined(
        at(ONE, "b.md", "c.md"), ours.but(appears=at(ONE, "c.md", "a.md").appears), theirs
    )
    assert (done.work.volume, done.work.page) == ("7", "1-9")
    assert [place.list for place in done.appears] == ["a.md"]


def test_where_both_changed_a_field_the_one_on_disk_stays() -> None:
    ours, theirs = (ONE.but(work=ONE.work.but(volume=n)) for n in ("7", "8"))
    assert joined(ONE, ours, theirs) == theirs


def test_what_a_curator_pinned_meanwhile_stays() -> None:
    ours = ONE.but(work=ONE.work.but(title="Tides of the mouse"))
    theirs = ONE.but(pinned=("title",))
    assert joined(ONE, ours, theirs) == theirs


def test_a_work_that_has_got_a_record_of_another_name_meanwhile_has_one_record() -> None:
    other = paper("roca2020tidesa")
    found = together(NONE, shelf(at(ONE, "a.md")), shelf(at(other, "b.md")))
    assert found == shelf(at(other, "b.md", "a.md"))


def test_another_work_of_the_same_name_gets_a_letter() -> None:
    other = paper(ids="doi:10.99999/2", title="Tides of stars and sand", container_title="Nature")
    found = together(NONE, shelf(at(ONE, "a.md")), shelf(at(other, "b.md")))
    assert found == shelf(at(other, "b.md"), at(ONE.but(id="roca2020tidesa"), "a.md"))


def test_a_record_that_was_deleted_meanwhile_stays_deleted() -> None:
    ours = ONE.but(work=ONE.work.but(volume="7"))
    assert together(shelf(ONE), shelf(ours), NONE) == NONE


@pytest.mark.parametrize(
    "theirs", [NONE, shelf(paper("bo2020x", "doi:10.99999/3", title="Ink of squids at night"))]
)
def test_where_nobody_changed_anything_of_ours_ours_stands(theirs: Library) -> None:
    found = together(NONE, shelf(ONE), theirs)
    assert found == shelf(ONE, *theirs.papers)


def test_two_runs_that_read_the_same_folder_write_both_their_places(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    before = read_library(str(folder))
    assert write_records(str(folder), shelf(at(ONE, "a.md")), before)
    assert write_records(str(folder), shelf(at(ONE, "b.md")), before)
    (after,) = read_library(str(folder)).papers
    assert [place.list for place in after.appears] == ["a.md", "b.md"]
    assert dump(after) == dump(at(ONE, "a.md", "b.md"))


def test_a_curators_change_made_while_a_run_asked_stays(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_records(str(folder), shelf(ONE), NONE)
    before = read_library(str(folder))
    path = folder / f"{ONE.id}.json"
    path.write_text(
        dump(ONE.but(work=ONE.work.but(page="1-9"), pinned=("page",))), encoding="utf-8"
    )
    write_records(str(folder), shelf(ONE.but(work=ONE.work.but(page="2-8", volume="7"))), before)
    (after,) = read_library(str(folder)).papers
    assert (after.work.page, after.work.volume, after.pinned) == ("1-9", "7", ("page",))


def test_a_record_that_is_damaged_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_records(str(folder), shelf(ONE), NONE)
    path = folder / f"{ONE.id}.json"
    path.write_bytes(b'{"half": ')
    with pytest.raises(UserError, match="Mend it"):
        write_records(str(folder), shelf(ONE.but(work=ONE.work.but(volume="7"))), shelf(ONE))
    assert path.read_bytes() == b'{"half": '


def test_a_record_laid_out_by_hand_is_written_only_with_news(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_records(str(folder), shelf(ONE), NONE)
    path = folder / f"{ONE.id}.json"
    by_hand = path.read_text(encoding="utf-8").replace("\n  ", "\n      ")
    path.write_text(by_hand, encoding="utf-8")
    before = read_library(str(folder))
    assert write_records(str(folder), before, before) == []
    assert path.read_text(encoding="utf-8") == by_hand
    assert write_records(str(folder), shelf(ONE.but(work=ONE.work.but(volume="7"))), before)
