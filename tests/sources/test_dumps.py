"""Records of dumps: each says what the service's own answer says of the same work."""

import json
from typing import Any

import pytest

from pipeline.sources import (
    arxiv,
    arxiv_dump,
    crossref,
    crossref_dump,
    dblp,
    dblp_dump,
    outline,
    pubmed,
    pubmed_dump,
)
from pipeline.sources.protocol import SourceFormatError
from pipeline.sources.retraction_watch import row
from tests.benchmarks import dumps
from tests.benchmarks.accuracy import wire
from tests.benchmarks.accuracy.corpus import Row
from tests.index.conftest import ROWS


@pytest.mark.parametrize("one", ROWS[:12], ids=lambda one: one.id)
def test_a_record_of_a_dump_is_the_same_work_as_the_answer(one: Row) -> None:
    of_crossref = crossref_dump.record(dumps.crossref(one)).payload
    assert crossref.read(of_crossref) == crossref.read(wire.dumped(wire.crossref(one)))
    of_pubmed = pubmed_dump.record(dumps.pubmed(one)).payload
    assert pubmed.read(of_pubmed) == pubmed.read(wire.pubmed(one))


@pytest.mark.parametrize("one", [r for r in ROWS if r.arxiv][:8], ids=lambda one: one.id)
def test_a_line_of_arxivs_is_the_same_work_but_for_the_day_which_it_tells_better(
    one: Row,
) -> None:
    told = arxiv.read(arxiv_dump.record(dumps.arxiv(one)).payload)
    answered = arxiv.read(wire.arxiv(one))
    assert told.but(issued=None, dates=()) == answered.but(issued=None, dates=())
    assert told.issued is not None
    assert told.issued.year == one.year


OPENED = [
    (module, reader, wrote(one))
    for one in ROWS[:12]
    for module, reader, wrote, has in (
        (crossref_dump, crossref, dumps.crossref, one.doi), (pubmed_dump, pubmed, dumps.pubmed, 1),
        (arxiv_dump, arxiv, dumps.arxiv, one.arxiv), (dblp_dump, dblp, dumps.dblp, 1),
    )
    if has
]  # fmt: skip


@pytest.mark.parametrize(("module", "reader", "raw"), OPENED)
def test_the_outline_of_an_opened_record_is_that_of_what_is_kept_of_it(
    module: Any, reader: Any, raw: str
) -> None:
    told = module.record(raw)
    assert told.outline == outline.of(reader.read(told.payload))
    assert told.outline.title


@pytest.mark.parametrize("people", [2, 8, 16, 17, 18, 34])
@pytest.mark.parametrize("nobody", [0, 1])
def test_an_outline_has_the_first_people_of_a_by_line_however_often_it_was_deposited(
    people: int, nobody: int
) -> None:
    signed = [{"family": "N" + "g" * n, "given": "A."} for n in range(people)]
    for together in (signed, [*signed, *signed]):
        authors = [*together[:2], *[{"name": "null"}] * nobody, *together[2:]]
        told = crossref_dump.record(json.dumps({"DOI": "10.5555/1", "author": authors}))
        assert told.outline == outline.of(crossref.read(told.payload))
        assert len(told.outline.authors) == min(people, outline.MOST_NAMES)


def test_a_record_of_a_book_has_an_outline() -> None:
    raw = (
        "<PubmedBookArticle><BookDocument><PMID>7</PMID><Book><BookTitle>Mosses</BookTitle>"
        "<PubDate><Year>2009</Year></PubDate></Book></BookDocument></PubmedBookArticle>"
    )
    told = pubmed_dump.record(raw)
    assert told.outline == outline.of(pubmed.read(told.payload))
    assert told.outline is not None
    assert told.outline.title == "Mosses"


@pytest.mark.parametrize(
    "odd",
    [
        "<ReferenceList><ReferenceList><Reference/></ReferenceList></ReferenceList>",
        "<!-- <History> --><ObjectList><Object/></ObjectList><!-- </History> -->",
        "<History/>",
    ],
)
def test_pubmeds_record_is_cut_rightly_however_its_unread_parts_nest(odd: str) -> None:
    raw = dumps.pubmed(ROWS[0])
    told = pubmed_dump.record(raw.replace("</PubmedData>", f"{odd}</PubmedData>"))
    assert told.outline == pubmed_dump.record(raw).outline
    assert "<Reference" not in told.payload
    assert "<Object" not in told.payload


@pytest.mark.parametrize(
    ("created", "day"),
    [
        ("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02"),
        ("Mon, 02 Apr 2007 19:18:42 +0000", "2007-04-02"),
        ("Fri, 31 Feb 2007 19:18:42 GMT", ""),
        ("Mon, 2 Abc 2007 19:18:42 GMT", ""),
        ("yesterday", ""),
    ],
)
def test_the_day_of_a_version_is_read_or_is_none(created: str, day: str) -> None:
    paper = {"id": "0704.0003", "title": "A", "versions": [{"version": "v1", "created": created}]}
    payload = arxiv_dump.record(json.dumps(paper)).payload
    assert (f"<published>{day}T19:18:42Z<" in payload) is bool(day)
    assert ("<published>" in payload) is bool(day)


def test_what_nobody_reads_is_left_out_of_what_is_kept() -> None:
    kept = crossref_dump.record(dumps.crossref(ROWS[0]))
    assert "reference" not in json.loads(kept.payload)
    assert kept.day == "2026-11-20"
    record = pubmed_dump.record(dumps.pubmed(ROWS[0]))
    assert "Abstract" not in record.payload
    assert "Humans" not in record.payload
    assert record.day == "2026-11-20"


def test_tex_in_arxivs_names_is_undone_and_a_withdrawal_is_heard() -> None:
    paper = {
        "id": "0704.0001", "title": "Sums of\n  squares",
        "authors_parsed": [["Bal\\'azs", "C.", ""]],
        "abstract": "This paper has been withdrawn by the author due to an error in section 2.",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
                     {"version": "v2", "created": "Tue, 3 Apr 2007 19:18:42 GMT"}],
        "comments": "9 pages", "journal-ref": "J. Sums 3 (2008) 1", "doi": "10.5555/SUM",
    }  # fmt: skip
    work = arxiv.read(arxiv_dump.record(json.dumps(paper)).payload)
    assert [who.family for who in work.authors] == ["Balázs"]
    assert work.title == "Sums of squares"
    assert [notice.kind for notice in work.notices] == ["withdrawal"]
    assert [str(one) for one in work.preprint_of] == ["doi:10.5555/sum"]
    assert "journal_ref: J. Sums 3 (2008) 1" in work.comment


def test_a_control_character_in_a_title_of_arxivs_costs_no_record() -> None:
    paper = {"id": "0704.0002", "title": "A \x0cgap", "authors_parsed": [["Ng", "A.", "Jr"]]}
    work = arxiv.read(arxiv_dump.record(json.dumps(paper)).payload)
    assert work.title == "A gap"


def test_dblps_letters_have_names_and_its_titles_tags_and_a_stop() -> None:
    raw = (
        '<inproceedings key="conf/ab/M&uuml;14" mdate="2020-01-02"><author>J&uuml;rgen M&uuml;ller '
        "0002</author><title>P &amp; <i>NP</i> for x &lt; y.</title><year>2014</year><booktitle>AB"
        "</booktitle><ee>https://doi.org/10.1145/1.2</ee></inproceedings>"
    )
    told = dblp_dump.record(raw)
    work = dblp.read(told.payload)
    assert work.title == "P & NP for x < y"
    assert [who.family for who in work.authors] == ["Müller"]
    assert work.container_title == "AB"
    assert "doi:10.1145/1.2" in map(str, work.identifiers)
    assert told.day == "2020-01-02"


def test_a_meeting_of_dblps_is_told_apart_from_a_preprint() -> None:
    raw = (
        '<article key="journals/corr/abs-1706-03762"><author>A. B</author><title>Sums.</title>'
        "<year>2017</year><journal>CoRR</journal></article>"
    )
    assert dblp.read(dblp_dump.record(raw).payload).container_title == "arXiv"


def test_an_update_file_of_pubmeds_tells_what_was_deleted() -> None:
    told = pubmed_dump.record("<DeleteCitation><PMID>12</PMID><PMID>13</PMID></DeleteCitation>")
    assert told.payload == ""
    assert [str(one) for one in told.gone] == ["pmid:12", "pmid:13"]


@pytest.mark.parametrize(
    ("read", "raw"),
    [
        (crossref_dump.record, "[1]"), (arxiv_dump.record, '{"title": "No id"}'),
        (pubmed_dump.record, "<PubmedArticle>"), (dblp_dump.record, "<article>&nobody;</article>"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused(read: object, raw: str) -> None:
    assert callable(read)
    with pytest.raises(SourceFormatError):
        read(raw)


def told(**more: str) -> dict[str, str | None]:
    usual: dict[str, str | None] = {
        "OriginalPaperDOI": "10.5555/A", "RetractionDOI": "10.5555/note",
        "RetractionDate": "3/14/2021 0:00", "RetractionNature": "Retraction",
    }  # fmt: skip
    return usual | more


def test_a_row_of_retraction_watch_is_a_notice_as_crossref_has_it() -> None:
    found = row(told())
    assert found is not None
    about, update = found
    assert str(about) == "doi:10.5555/a"
    item = {"DOI": "10.5555/a", "title": ["T"], "updated-by": [update]}
    (notice,) = crossref.read(json.dumps(item)).notices
    assert (notice.kind, notice.doi, notice.source) == (
        "retraction", "10.5555/note", "retraction-watch",
    )  # fmt: skip
    assert notice.date is not None
    assert (notice.date.year, notice.date.month, notice.date.day) == (2021, 3, 14)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("12/24/2021 0:00", [2021, 12, 24]),
        ("13/45/2020", [2020]),
        ("2/30/2020", [2020, 2]),
        ("2/29/2020", [2020, 2, 29]),
        ("0/0/2020", [2020]),
        ("1/1/0000", None),
        ("unknown", None),
    ],
)
def test_a_day_that_no_calendar_has_is_told_as_far_as_it_goes(
    written: str, parts: list[int] | None
) -> None:
    found = row(told(RetractionDate=written))
    assert found is not None
    assert found[1].get("updated") == ({"date-parts": [parts]} if parts else None)


def test_a_row_without_a_doi_is_about_nothing_that_could_be_named() -> None:
    assert row(told(OriginalPaperDOI="unavailable")) is None


def test_other_columns_and_other_natures_are_refused() -> None:
    with pytest.raises(SourceFormatError, match="other columns"):
        row({"DOI": "10.5555/a"})
    with pytest.raises(SourceFormatError, match="no nature"):
        row(told(RetractionNature="Party"))
