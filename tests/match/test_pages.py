"""Volume and first page tell a printing from another."""

import pytest

from pipeline import formats
from pipeline.match.pages import first, on_page, printed
from pipeline.values.audit import Audited, Status
from pipeline.values.entry import Document, Entry
from pipeline.values.question import Answer, ByCitation, Found, Question
from pipeline.values.work import Work
from tests.shelf import POOLS
from tests.world import World, identifiers, run, told, work

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


def test_others_on_another_page_of_the_volume_wrote_another_letter_of_that_title() -> None:
    """Letters of one title follow each other in a journal's volume, each by somebody else."""
    other = {"authors": "Reed, Bo", "pages": "12--14"}
    assert audited(POOLS, **other).status is Status.AMBIGUOUS
    assert audited(POOLS, **(other | {"pages": "77--90"})).status is Status.RESOLVED
    assert audited(POOLS, pages="12--14").status is Status.RESOLVED


def test_an_abstract_of_a_paper_in_a_journal_of_abstracts_is_not_the_paper() -> None:
    record = {"container_title": "MossInform", "volume": "21", "page": ""}
    abstract = POOLS.but(title=f"MossInform Abstract: {POOLS.title}", **record)
    other = {"venue": "Journal of Shores"}
    assert audited(abstract, **other).status is Status.AMBIGUOUS
    assert audited(abstract, **other, volume="21").status is Status.RESOLVED
    assert audited(abstract, venue="MossInform").status is Status.RESOLVED


def test_the_companion_on_another_page_is_no_misspelt_title() -> None:
    """ "... electrical responses" stands beside "... mechanical responses", by the same people."""
    title = "Night fatigue of shore snails under long and steady light: mechanical responses"
    kin = POOLS.but(title=title.replace("mechanical", "electrical"))
    assert audited(kin, title=title, pages="12--24").status is Status.AMBIGUOUS
    assert audited(kin, title=title, pages="77--90").status is Status.RESOLVED


def test_a_title_that_tells_nothing_is_told_by_its_very_page() -> None:
    index = POOLS.but(title="Index of authors", authors=())
    mine = {"title": "Index of authors", "authors": ""}
    text = bib(**mine).replace("  author = {},\n", "")
    for page, status in (("77--90", Status.RESOLVED), ("12--14", Status.NOT_VERIFIED)):
        world = Generous(works={"crossref": (index,)})
        found = run(world, text.replace("77--90", page), ending="bib").audited[0]
        assert found.status is status, found.findings


def test_of_two_works_of_one_title_the_one_on_the_page_is_meant() -> None:
    twin = POOLS.but(identifiers=identifiers("doi:10.99999/mel.9"), page="12-14")
    assert audited(POOLS, twin).status is Status.RESOLVED
    meant = audited(twin, POOLS).match
    assert meant
    assert meant.evidence[0].work.page == "77-90"


def test_the_book_of_a_chapter_is_not_the_chapter() -> None:
    book = POOLS.but(title="The Rocky Shore Revisited", container_title="", page="", volume="")
    chapter = "Almeida, Hugo, and Wren Castell. 2022. “Inequality.” The Rocky Shore Revisited"
    signed = "Bee, A. J., & Marsh, O. (2018). Moss that never was. Journal of Roofs, 4(1), 12–19.\n"
    for tail, status in ((": 30–50.", Status.NOT_VERIFIED), (".", Status.RESOLVED)):
        world = Generous(works={"crossref": (book,)})
        found = run(world, f"{signed}{chapter}{tail}\n", ending="txt").audited
        assert found[-1].status is status, found[-1].findings
