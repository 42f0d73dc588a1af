"""An entry cites one version of a work, or one that no service shows."""

from pipeline import formats
from pipeline.match.editions import cited, editions, unseen
from pipeline.match.entry_against_work import assess
from pipeline.values.entry import Document, Entry
from pipeline.values.work import Stage, Work
from tests.shelf import MOSS, POOLS, POOLS_EARLY, TIDES, listed
from tests.world import identifiers, told

TITLE = "Counting rock pool snails from kite photographs"
ARXIV = "https://arxiv.org/abs/2111.01234"
PRINTED = "https://doi.org/10.99999/mel.2022.77"
REPRINT = POOLS.but(
    container_title="Communications of the Tide", identifiers=identifiers("doi:10.99999/ct.2027.1"),
    issued={"year": 2027}, dates=(),
)  # fmt: skip


def entry(venue: str, year: int, url: str = "https://example.org/pools.pdf") -> Entry:
    line = f"- **{TITLE}.** Hugo Almeida, Wren Castell. *{venue}*, {year}. [[Link]]({url})"
    return formats.read(Document(path="list.md", text=listed(line))).entries[0]


def meant(written: Entry, *works: Work) -> tuple[str, int] | None:
    found = cited(assess(written, tuple(told("crossref", work) for work in works)))
    return (found.stage.value, found.years[0]) if found else None


def test_voices_of_one_stage_and_place_are_one_version() -> None:
    pubmed = told("pubmed", TIDES)
    family = (told("crossref", TIDES), pubmed, told("arxiv", POOLS_EARLY))
    found = editions(assess(entry("arXiv", 2021), family))
    assert [len(edition.voices) for edition in found] == [2, 1]


def test_a_reprint_is_another_version() -> None:
    family = (told("crossref", POOLS), told("crossref", REPRINT))
    assert len(editions(assess(entry("arXiv", 2021), family))) == 2


def test_the_link_outweighs_the_year() -> None:
    assert meant(entry("arXiv", 2022, ARXIV), POOLS, POOLS_EARLY) == ("preprint", 2021)
    assert meant(entry("Tides", 2022, PRINTED), POOLS, REPRINT) == (
        "version-of-record", 2022
    )  # fmt: skip


def test_a_published_venue_is_asked_of_what_is_published_whatever_is_linked() -> None:
    assert meant(entry("Nature", 2022, ARXIV), POOLS, POOLS_EARLY) == ("version-of-record", 2022)


def test_venue_and_year_choose_where_no_link_does() -> None:
    assert meant(entry("Communications of the Tide", 2027), POOLS, REPRINT) == (
        "version-of-record", 2027
    )  # fmt: skip
    assert meant(entry("Marine Ecology Letters", 2022), POOLS, REPRINT) == (
        "version-of-record", 2022
    )  # fmt: skip
    assert meant(entry("arXiv", 2021), POOLS, POOLS_EARLY) == ("preprint", 2021)


def test_order_of_voices_is_irrelevant() -> None:
    works = (POOLS, POOLS_EARLY, REPRINT)
    for written in (entry("arXiv", 2021), entry("Marine Ecology Letters", 2022)):
        assert meant(written, *works) == meant(written, *reversed(works))


def test_venue_and_year_that_contradict_it_are_of_a_version_that_nobody_shows() -> None:
    assert meant(entry("NeurIPS", 2012), REPRINT) is None


def test_another_venue_and_another_page_are_of_no_version_shown_whatever_is_linked() -> None:
    printed = POOLS.but(volume="4", page="77-90")
    pages = {"volume": "41", "page": "e505"}
    linked = entry("Nature", 2022, PRINTED)
    elsewhere = linked.but(hints=linked.hints.but(**pages))
    assert cited(assess(elsewhere, (told("crossref", printed),))) is None
    there = linked.but(hints=linked.hints.but(volume="4", page="77"))
    assert cited(assess(there, (told("crossref", printed),))) is not None
    assert cited(assess(linked, (told("crossref", printed),))) is not None


def test_one_of_them_alone_is_a_fault() -> None:
    assert meant(entry("NeurIPS", 2027), REPRINT) is not None
    assert meant(entry("Communications of the Tide", 2012), REPRINT) is not None


def test_a_preprint_while_only_print_is_known_is_not_shown_nor_the_other_way_round() -> None:
    assert meant(entry("arXiv", 2021), POOLS) is None
    assert meant(entry("Preprint", 2022), POOLS) is None
    assert meant(entry("NeurIPS", 2022), POOLS_EARLY) is None


def test_identifiers_of_no_version_shown_are_unseen_but_not_those_of_other_works() -> None:
    family = (told("crossref", POOLS.but(preprints=())),)
    stranger = assess(entry("arXiv", 2021), (told("crossref", MOSS),))
    linked = entry("arXiv", 2021, ARXIV)
    assert [str(i) for i in unseen(assess(linked, family), ())] == ["arxiv:2111.01234"]
    assert unseen(assess(linked, (told("arxiv", POOLS_EARLY),)), ()) == ()
    other = entry("arXiv", 2021, "https://doi.org/10.99999/nm.2022.4")
    assert unseen(assess(other, family), (stranger,)) == ()
    assert POOLS.stage is Stage.RECORD
