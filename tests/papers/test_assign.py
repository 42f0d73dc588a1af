"""Matches into records: one a work, found again, named once, the curator's word kept."""

import pytest

from pipeline.papers.library import Library
from pipeline.values.record import Paper
from pipeline.values.work import Stage
from tests.shelf import LINES, TIDES, changed, listed, shelf
from tests.world import World, preprint, run, work

POOLS_EARLY_LINE = (
    "- **Counting rock pool snails from kite photographs.** Hugo Almeida, Wren Castell. *arXiv*, "
    "2021. [[Link]](https://arxiv.org/abs/2111.01234)"
)


def library(*entries: str, world: World | None = None) -> Library:
    return run(world or shelf(), listed(*entries)).outcome.library


def only(found: Library) -> Paper:
    (paper,) = found.papers
    return paper


def test_a_record_is_named_by_family_year_and_first_telling_word() -> None:
    names = [paper.id for paper in library(*LINES).papers]
    assert names == ["almeida2022counting", "brandao2020spore", "demir2023sparse",
                     "lindqvist2021tidal", "verhoeven2022graph"]  # fmt: skip


def test_a_work_listed_twice_has_one_record() -> None:
    assert only(library("tides", changed("tides", "2021.017", "2021.017?x=1"))).id


def test_two_versions_of_a_work_have_one_record() -> None:
    paper = only(library("pools", POOLS_EARLY_LINE))
    assert [version.stage for version in paper.versions] == [Stage.RECORD, Stage.PREPRINT]


def test_a_record_keeps_its_name_when_its_work_is_published() -> None:
    early = library(POOLS_EARLY_LINE)
    assert only(early).work.stage is Stage.PREPRINT
    later = run(shelf(), listed("pools"), library=early).outcome.library
    assert only(later).id == only(early).id == "almeida2021counting"
    assert only(later).work.stage is Stage.RECORD


def test_a_link_to_the_preprint_does_not_take_back_the_published_record() -> None:
    printed = library("pools")
    later = only(run(shelf(), listed(POOLS_EARLY_LINE), library=printed).outcome.library)
    assert later.work == only(printed).work
    assert [version.stage for version in later.versions] == [Stage.RECORD, Stage.PREPRINT]


def test_two_works_of_one_name_are_told_apart_by_a_letter() -> None:
    other = work("Tidal waves of barley", "Ada Lindqvist; Bela Nagy", "Annals of Moss Informatics",
                 "2021-08", "doi:10.99999/ami.2021.8")  # fmt: skip
    line = ("- **Tidal waves of barley.** Ada Lindqvist, Bela Nagy. *Annals of Moss "
            "Informatics*, 2021. [[Link]](https://doi.org/10.99999/ami.2021.8)")  # fmt: skip
    found = library("tides", line, world=shelf(other))
    assert [paper.id for paper in found.papers] == ["lindqvist2021tidal", "lindqvist2021tidala"]


def test_a_work_of_which_not_all_was_heard_shares_its_name_with_no_other() -> None:
    """Two works of one name would pass for one that stands twice."""
    other = preprint("Tidal waves of barley", "Ada Lindqvist; Bela Nagy", "2021-08-01",
                     "arxiv:2108.00001")  # fmt: skip
    line = ("- **Tidal waves of barley.** Ada Lindqvist, Bela Nagy. *arXiv*, 2021. "
            "[[Link]](https://arxiv.org/abs/2108.00001)")  # fmt: skip
    unheard = changed("tides", "*, 2021", "*, 2018")
    ran = run(shelf(other, down=("pubmed",)), listed(unheard, line))
    assert [a.paper.id for a in ran.audited if a.paper] == [
        "lindqvist2021tidal", "lindqvist2021tidala",
    ]  # fmt: skip
    assert [paper.id for paper in ran.outcome.library.papers] == ["lindqvist2021tidala"]
    assert not ran.of("duplicate")


def test_a_pinned_field_never_changes() -> None:
    paper = only(library("tides"))
    ours = paper.but(work=paper.work.but(title="Tidal memory (our title)"), pinned=("title",))
    misspelt = TIDES.but(title="Tidal memory of estuarine sensor networks", volume="13")
    world = World(works={"crossref": (misspelt,), "pubmed": (misspelt,)})
    after = only(run(world, listed("tides"), library=Library(papers=(ours,))).outcome.library)
    assert after.work.title == "Tidal memory (our title)"
    assert after.work.volume == "13"
    assert after.pinned == ("title",)


def test_what_changed_at_a_service_changes_in_the_record_and_nothing_else() -> None:
    before = only(library("tides"))
    moved = TIDES.but(page="102-119")
    world = World(works={"crossref": (moved,), "pubmed": (moved,)})
    after = only(run(world, listed("tides"), library=Library(papers=(before,))).outcome.library)
    assert after == before.but(
        work=before.work.but(page="102-119"),
        provenance={**before.provenance, "page": after.provenance["page"]},
    )


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("- **Glacier fleas and their census, once more.** Orla Penhallow, Tib "
                     "Sander. *Nature Methods*, 2020.", id="not found"),
        pytest.param("- [Notes](https://notes.example)", id="no paper"),
    ],
)  # fmt: skip
def test_what_is_not_known_for_sure_has_no_record(entry: str) -> None:
    assert library(entry).papers == ()


def test_records_of_works_that_left_the_list_stay_and_say_that_they_stand_nowhere() -> None:
    before = library("tides", "moss")
    after = run(shelf(), listed("moss"), library=before).outcome.library
    assert [(paper.id, len(paper.appears)) for paper in after.papers] == [
        ("lindqvist2021tidal", 0), ("verhoeven2022graph", 1),
    ]  # fmt: skip


def test_a_list_about_which_a_service_was_silent_keeps_its_places() -> None:
    before = library("tides", "moss")
    after = run(shelf(down=("crossref",)), listed("moss"), library=before).outcome.library
    assert after == before
