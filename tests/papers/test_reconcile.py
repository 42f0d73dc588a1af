"""One record out of several voices: whose word counts for what."""

from pipeline.papers.reconcile import described, reconcile
from pipeline.values.work import Candidate, Notice, Stage, Work
from tests.shelf import DUNES, DUNES_EARLY, LICHEN, POOLS, POOLS_EARLY, TIDES
from tests.world import date, identifiers, people, preprint, told


def record(*voices: Candidate, stage: Stage = Stage.RECORD) -> Work:
    return reconcile(voices, stage)[0]


def test_one_voice_is_the_record() -> None:
    work, said, versions = reconcile((told("crossref", TIDES),), Stage.RECORD)
    assert (work.title, work.authors, work.issued) == (TIDES.title, TIDES.authors, TIDES.issued)
    assert {provenance.source for provenance in said.values()} == {"crossref"}
    assert [version.stage for version in versions] == [Stage.RECORD]


def test_a_shouted_title_gives_way_to_a_written_one() -> None:
    shouted = told("crossref", TIDES.but(title=TIDES.title.upper()))
    work, said, _ = reconcile((shouted, told("pubmed", TIDES)), Stage.RECORD)
    assert work.title == TIDES.title
    assert said["title"].source == "pubmed"


def test_a_cut_title_gives_way_to_the_whole_one() -> None:
    cut = TIDES.but(title="Tidal memory", other_titles=(TIDES.title,))
    assert record(told("crossref", cut), told("pubmed", TIDES)).title == TIDES.title


def test_whole_names_are_preferred_to_initials() -> None:
    cut = TIDES.but(authors=people("M Lindqvist; T Oyelaran; J Hasek; P Quill"))
    work, said, _ = reconcile((told("crossref", cut), told("pubmed", TIDES)), Stage.RECORD)
    assert work.authors == TIDES.authors
    assert said["authors"].source == "pubmed"


def test_a_by_line_that_is_cut_gives_way_to_a_whole_one() -> None:
    cut = TIDES.but(authors=TIDES.authors[:2], authors_complete=False)
    work = record(told("crossref", cut), told("pubmed", TIDES))
    assert (work.authors, work.authors_complete) == (TIDES.authors, True)


def test_accents_are_kept_where_one_service_has_them() -> None:
    bare = TIDES.but(authors=people("Zsofia Kovacs; Tomas Oyelaran"))
    accented = TIDES.but(authors=people("Zsófia Kovács; Tomas Oyelaran"))
    assert record(told("crossref", bare), told("pubmed", accented)).authors == accented.authors


def test_a_date_is_as_precise_as_anybody_says_who_agrees_on_the_year() -> None:
    year = TIDES.but(issued=date(2021), dates=(date(2021),))
    day = TIDES.but(issued=date("2021-03-04"), dates=())
    other = TIDES.but(issued=date("2022-01-02"), dates=())
    assert record(told("crossref", year), told("pubmed", day)).issued == date("2021-03-04")
    assert record(told("crossref", year), told("pubmed", other)).issued == date(2021)


def test_a_day_that_stands_for_none_is_no_date_of_a_record() -> None:
    """`add` wrote "1970" where a service had no date; a journal may have that month, though."""
    clock = TIDES.but(issued=date("1970-01-01"), dates=(date("1970-01-01"),))
    month = TIDES.but(issued=date("1970-01"), dates=(date("1970-01"),))
    assert record(told("crossref", clock)).issued is None
    assert record(told("crossref", clock)).dates == ()
    assert record(told("crossref", clock), told("pubmed", month)).issued == date("1970-01")


def test_a_record_hears_only_the_voices_of_its_version() -> None:
    voices = (told("arxiv", POOLS_EARLY), told("crossref", POOLS))
    printed, early = record(*voices), record(*voices, stage=Stage.PREPRINT)
    assert (printed.container_title, printed.issued) == ("Marine Ecology Letters", date("2022-09"))
    assert (early.container_title, early.issued) == ("arXiv", date("2021-11-02"))
    assert printed.identifiers == identifiers("doi:10.99999/mel.2022.77")
    assert early.identifiers == identifiers("arxiv:2111.01234")


def test_both_versions_are_kept_with_what_is_different_in_them() -> None:
    voices = (told("crossref", DUNES_EARLY), told("crossref", DUNES))
    versions = reconcile(voices, Stage.RECORD)[2]
    assert [(v.stage, v.title, v.years) for v in versions] == [
        (Stage.RECORD, DUNES.title, (2024,)), (Stage.PREPRINT, DUNES_EARLY.title, (2022,)),
    ]  # fmt: skip
    assert versions[0].authors == ()
    assert versions[1].authors == DUNES_EARLY.authors


def test_the_version_described_is_the_one_linked_else_that_of_record() -> None:
    voices = (told("arxiv", POOLS_EARLY), told("crossref", POOLS))
    assert described(voices) is Stage.RECORD
    assert described(voices, identifiers("arxiv:2111.01234")) is Stage.PREPRINT
    assert described(voices, identifiers("doi:10.99999/mel.2022.77")) is Stage.RECORD
    both = identifiers("arxiv:2111.01234 doi:10.99999/mel.2022.77")
    assert described(voices, both) is Stage.RECORD
    assert described((told("arxiv", LICHEN),)) is Stage.PREPRINT


def test_a_notice_told_twice_is_one() -> None:
    publisher = Notice(kind="retraction", doi="10.99999/n.1", date=date("2022-03"),
                       source="publisher")  # fmt: skip
    nameless = Notice(kind="retraction", date=date("2022"), source="pubmed")
    other = Notice(kind="correction", doi="10.99999/n.2", source="publisher")
    one = told("pubmed", TIDES.but(notices=(nameless,)))
    two = told("crossref", TIDES.but(notices=(publisher, other)))
    for voices in ((one, two), (two, one)):
        assert set(record(*voices).notices) == {publisher, other}


def test_identifiers_of_all_voices_are_gathered_dois_first() -> None:
    crossref = TIDES.but(identifiers=identifiers("doi:10.99999/jes.2021.017"))
    pubmed = TIDES.but(identifiers=identifiers("pmid:90000017 doi:10.99999/jes.2021.017"))
    work = record(told("pubmed", pubmed), told("crossref", crossref))
    assert work.identifiers == identifiers("doi:10.99999/jes.2021.017 pmid:90000017")


def test_two_preprints_of_one_work_are_two_versions() -> None:
    other = preprint(POOLS.title, "Hugo Almeida; Wren Castell", "2021-12", "doi:10.1101/2021.12.1",
                     container_title="bioRxiv")  # fmt: skip
    voices = (told("arxiv", POOLS_EARLY), told("crossref", other), told("crossref", POOLS))
    versions = reconcile(voices, Stage.RECORD)[2]
    assert [version.container_title for version in versions] == [
        "Marine Ecology Letters", "bioRxiv", "arXiv",
    ]  # fmt: skip


def test_a_sorted_byline_gives_way_to_the_order_of_another_version() -> None:
    """NeurIPS's records have every by-line from A to Z."""
    printed = TIDES.but(
        authors=tuple(sorted(TIDES.authors, key=lambda person: person.family)),
        authors_ordered=False,
    )
    early = TIDES.but(stage=Stage.PREPRINT, identifiers=())
    work, said, versions = reconcile(
        [told("crossref", printed), told("arxiv", early)], Stage.RECORD
    )
    assert work.authors == TIDES.authors
    assert said["authors"].source == "arxiv"
    alone, said, versions = reconcile([told("crossref", printed)], Stage.RECORD)
    assert alone.authors == (), "a sequence that nobody tells"
    assert "authors" not in said
    assert versions[0].authors == ()
    other = early.but(authors=TIDES.authors[:3])
    work, _, _ = reconcile([told("crossref", printed), told("arxiv", other)], Stage.RECORD)
    assert work.authors == (), "of other people it tells no order"
