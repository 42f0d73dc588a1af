"""Volume and first page tell a printing from another."""

import pytest

from pipeline import formats
from pipeline.match.pages import first, on_page, printed
from pipeline.values.audit import Audited, Status
from pipeline.values.entry import Document, Entry
from pipeline.values.question import Answer, ByCitation, Found, Question
from pipeline.values.work import Work
from tests.shelf import POOLS
from tests.world import World, run, told, work

BIB = """@article{{one,
  title = {{{title}}},
  author = {{{authors}}},
  journal = {{{venue}}},
  year = {{{year}}},
  volume = {{{volume}}},
  pages = {{{pages}}}
}}
"""
RIGHT = {
    "title": POOLS.title, "authors": "Almeida, Hugo and Castell, Wren",
    "venue": "Marine Ecology Letters", "year": "2022", "volume": "4", "pages": "77--90",
}  # fmt: skip


def bib(**fields: str) -> str:
    return BIB.format(**(RIGHT | fields))


def entry(**fields: str) -> Entry:
    return formats.read(Document(path="list.bib", text=bib(**fields))).entries[0]


class Generous(World):
    """A world whose search brings all it has, as Crossref's does."""

    def answer(self, question: Question) -> Answer:
        if isinstance(question.query, ByCitation) and question.source == "crossref":
            return Found(
                candidates=tuple(told("crossref", each) for each in self.works["crossref"])
            )
        return super().answer(question)


def audited(*works: Work, **fields: str) -> Audited:
    return run(Generous(works={"crossref": works}), bib(**fields), ending="bib").audited[0]


def codes(each: Audited) -> set[str]:
    return {finding.code for finding in each.findings} - {"link-missing"}


@pytest.mark.parametrize(
    ("page", "alone"), [("0117–125", "117"), ("S42-S45", "s42"), ("e1401", "e1401"), ("", "")]
)
def test_the_first_page_of_a_range(page: str, alone: str) -> None:
    assert first(page) == alone


@pytest.mark.parametrize(
    ("pages", "record", "said"),
    [
        ("77--90", "77-90", True),
        ("077", "77", True),
        ("79--90", "77-90", False),
        ("1--14", "77-90", None),  # a preprint's own pages
        ("77--90", "1", None),
        ("77--90", "", None),
        ("S77", "77", None),
    ],
)
def test_the_page_agrees_differs_or_tells_nothing(pages: str, record: str, said: object) -> None:
    assert on_page(entry(pages=pages), (POOLS.but(page=record),)) is said


def test_the_same_page_of_another_volume_is_another_place() -> None:
    assert printed(entry(volume="4"), (POOLS,)) is True
    assert printed(entry(volume="5"), (POOLS,)) is False
    assert printed(entry(volume="5"), (POOLS.but(volume=""),)) is True


def test_another_title_on_the_page_of_the_same_people_is_called_another() -> None:
    found = audited(POOLS, title="Kites over the shore as a census of gastropods")
    assert found.status is Status.RESOLVED
    assert codes(found) == {"title-differs"}


def test_their_paper_on_another_page_of_that_volume_is_no_wrong_title() -> None:
    """The same people fill many pages of one journal."""
    found = audited(POOLS, title="Kites over the shore as a census of gastropods", pages="12--40")
    assert found.status is Status.NOT_FOUND


def test_a_title_with_the_same_name_before_its_colon_is_taken_for_a_rendering() -> None:
    kite = POOLS.but(title="SnailKite: counting rock pool snails from photographs", page="")
    title = "SnailKite: a census of shore gastropods seen from the air"
    assert codes(audited(kite, title=title)) == {"ambiguous"}
    other = kite.but(title="PoolKite: counting rock pool snails from photographs")
    assert codes(audited(other, title=title)) == {"not-found"}


def test_venue_and_year_are_asked_of_the_version_whose_page_is_named() -> None:
    found = audited(POOLS, venue="Nature", year="2019")
    assert codes(found) == {"venue-differs", "year-differs"}


def test_another_venue_year_and_page_are_of_a_version_that_nobody_shows() -> None:
    found = audited(POOLS, venue="Nature", year="2019", volume="80", pages="411--415")
    assert found.status is Status.AMBIGUOUS
    assert [f.severity for f in found.findings if f.code == "ambiguous"] == ["notice"]


def test_what_a_congress_heard_is_not_the_article_of_another_volume() -> None:
    assert audited(POOLS, year="2021", volume="3", pages="512").status is Status.AMBIGUOUS
    assert audited(POOLS, year="2021", pages="77--90").status is Status.RESOLVED
    assert audited(POOLS, year="2022", volume="3", pages="512").status is Status.RESOLVED


HUSKS = work(
    "Husk lilies of the north", "Tora Lund; Vik Anand", "Annals of Dunes", 2017,
    "doi:10.99999/ad.2017.9",
)  # fmt: skip


def test_a_plain_title_by_others_elsewhere_and_in_another_year_is_a_namesake() -> None:
    mine = {"title": HUSKS.title, "volume": "", "pages": ""}
    assert audited(HUSKS, **mine).status is Status.AMBIGUOUS
    assert audited(HUSKS, **mine, year="2017", venue="Annals of Dunes").status is Status.RESOLVED
    telling = "Drifting husk lilies of the northern sandbanks seen from kites"
    pasted = audited(HUSKS.but(title=telling), **(mine | {"title": telling}))
    assert pasted.status is Status.RESOLVED


def test_without_pages_venue_volume_and_year_together_are_another_printing() -> None:
    other = {"venue": "Nature", "volume": "80", "pages": ""}
    assert audited(POOLS, **other, year="2023").status is Status.AMBIGUOUS
    assert audited(POOLS, **other, year="2022").status is Status.RESOLVED
    assert audited(POOLS, **(other | {"volume": "4"}), year="2023").status is Status.RESOLVED


def test_a_title_of_every_issue_is_told_by_its_issue() -> None:
    editorial = POOLS.but(title="Editorial introduction", issue="4", page="1-2")
    written = bib(title="Editorial introduction", pages="1--2")
    for issue, status in (("2", Status.AMBIGUOUS), ("4", Status.RESOLVED)):
        text = written.replace("  pages", f"  number = {{{issue}}},\n  pages")
        world = Generous(works={"crossref": (editorial,)})
        assert run(world, text, ending="bib").audited[0].status is status


def test_the_page_and_all_the_people_of_one_year_are_enough_to_name_the_work() -> None:
    """A workshop has more names than anybody knows: "ArgMining@EMNLP"."""
    found = audited(
        POOLS, title="Kites over the shore as a census of gastropods", venue="Shore@Ecology"
    )
    assert codes(found) == {"ambiguous"}
