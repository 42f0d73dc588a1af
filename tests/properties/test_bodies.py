"""Bodies of the published shapes with one thing wrong: read or refused, never taken for absence."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sources import (
    arxiv,
    biorxiv,
    crossref,
    datacite,
    dblp,
    doi,
    europepmc,
    idconv,
    pubmed,
)
from pipeline.sources.protocol import AskFewerError, Request, Source, SourceFormatError
from pipeline.values.question import Query
from tests.edge.questions import agency, by_id
from tests.server.dblp import Publication, answer

DOI, PMID = "doi:10.99999/a", "pmid:8"
PAPER = Publication("conf/a", "Moss.", ("Ann Fen", "Bo Ley"), "ICML", 2020, doi="10.99999/A")

WHOLE: dict[str, tuple[Source, Query, Any, tuple[Any, ...]]] = {
    "crossref": (
        crossref, by_id("crossref", DOI).query,
        {"status": "ok", "message-type": "work-list", "message": {"total-results": 1, "items": [{
            "DOI": "10.99999/a", "title": ["Moss"], "type": "journal-article",
            "author": [{"given": "Ann", "family": "Fen"}], "issued": {"date-parts": [[2020, 3]]},
            "container-title": ["Fen"], "updated-by": [{"type": "retraction", "DOI": "10.99999/r"}],
            "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.99999/v"}]},
        }]}},
        ("message", "items"),
    ),
    "datacite": (
        datacite, by_id("datacite", DOI).query,
        {"data": [{"id": "10.99999/a", "attributes": {
            "doi": "10.99999/a", "titles": [{"title": "Moss"}], "publicationYear": 2020,
            "creators": [{"name": "Fen, Ann", "nameType": "Personal"}],
            "types": {"resourceTypeGeneral": "Text"},
            "dates": [{"date": "2020", "dateType": "Issued"}],
        }}], "meta": {"total": 1}},
        ("data",),
    ),
    "europepmc": (
        europepmc, by_id("europepmc", PMID).query,
        {"hitCount": 1, "resultList": {"result": [{
            "id": "8", "source": "MED", "pmid": "8", "title": "Moss.", "authorString": "Fen A.",
            "journalInfo": {"volume": "3", "journal": {"title": "Fen"}}, "pubYear": "2020",
        }]}},
        ("resultList", "result"),
    ),
    "dblp": (
        dblp, by_id("dblp", DOI).query, answer("<https://doi.org/10.99999/A>", (PAPER,)),
        ("results", "bindings"),
    ),
    "idconv": (
        idconv, by_id("idconv", "pmcid:PMC9").query,
        {"status": "ok", "records": [{"requested-id": "PMC9", "pmcid": "PMC9", "pmid": 8}]},
        ("records",),
    ),
    "biorxiv": (
        biorxiv, by_id("biorxiv", "doi:10.1101/9").query,
        {"messages": [{"status": "ok"}], "collection": [
            {"title": "Moss", "authors": "Fen, A.", "doi": "10.1101/9", "version": "1",
             "date": "2020-03-04", "server": "biorxiv", "published": "NA"}]},
        ("collection",),
    ),
    "doi": (doi, agency(DOI).query, [{"DOI": "10.99999/a", "RA": "Crossref"}], ()),
}  # fmt: skip
"""For each service its module, a question, an answer that finds it, and where its records stand."""

ODD: tuple[Any, ...] = (
    None,
    True,
    7,
    -1.5,
    "",
    "x",
    [],
    {},
    [7],
    [None],
    {"x": 1},
    [[]],
    "\ud83d",
    "9" * 400,
)
"""What may stand in a field's place."""

FEED = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">'
    "<opensearch:totalResults>1</opensearch:totalResults>"
    "<entry><id>http://arxiv.org/abs/2301.99999v1</id><title>Moss</title><summary>S</summary>"
    "<updated>2023-01-31T10:00:00Z</updated><published>2023-01-31T10:00:00Z</published>"
    "<author><name>Ann Fen</name></author></entry></feed>"
)
SET = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>8</PMID><Article><Journal><Title>Fen"
    "</Title></Journal><ArticleTitle>Moss.</ArticleTitle></Article></MedlineCitation><PubmedData>"
    '<ArticleIdList><ArticleId IdType="pubmed">8</ArticleId></ArticleIdList></PubmedData>'
    "</PubmedArticle></PubmedArticleSet>"
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where anything stands in a value."""
    yield path
    inner: Any = ()
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in inner:
        yield from places(part, (*path, key))


def put(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    """The value with something else at a place."""
    if not path:
        return odd
    changed = copy.deepcopy(value)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = odd
    return changed


def told(source: Source, query: Query, body: str) -> bool | None:
    """Whether the answer finds what was asked for; None if it is refused."""
    try:
        shares = source.split(Request(path="/works", queries=(query,)), body)
        for share in shares.values():
            for payload in share.payloads:
                source.read(payload)
    except (SourceFormatError, AskFewerError):
        return None
    return any(s.payloads or s.see or s.agency for s in shares.values())


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_answer_is_understood(name: str) -> None:
    source, query, body, _ = WHOLE[name]
    assert told(source, query, json.dumps(body)) is True


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
def test_whatever_stands_in_a_fields_place_is_read_or_refused(
    name: str, data: st.DataObject
) -> None:
    source, query, body, _ = WHOLE[name]
    path = data.draw(st.sampled_from(list(places(body))))
    told(source, query, json.dumps(put(body, path, data.draw(st.sampled_from(ODD)))))


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize("name", WHOLE)
def test_an_answer_without_its_records_is_no_absence(name: str, odd: Any) -> None:
    """An empty list of records is the one way to say that there are none."""
    source, query, body, spine = WHOLE[name]
    for length in range(len(spine) + 1):
        if not (odd == [] and length == len(spine)):
            assert told(source, query, json.dumps(put(body, spine[:length], odd))) is None
    one = put(body, (*spine, 0), odd)
    assert told(source, query, json.dumps(one)) is None or name == "dblp"


@pytest.mark.parametrize("name", ["crossref", "datacite", "europepmc", "dblp", "doi"])
@given(data=st.data())
def test_a_record_that_does_not_say_which_it_is_is_no_absence(
    name: str, data: st.DataObject
) -> None:
    source, query, body, spine = WHOLE[name]
    marks = {"DOI", "doi", "pmid", "id", "pub"}
    inner = [p for p in places(body) if p[: len(spine)] == spine and p and p[-1] in marks]
    changed = body
    for path in inner:
        changed = put(changed, path, data.draw(st.sampled_from([None, 7.5, "", [], {}])))
    assert told(source, query, json.dumps(changed)) is not False


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
def test_a_body_that_was_cut_is_refused(name: str, data: st.DataObject) -> None:
    source, query, body, _ = WHOLE[name]
    text = json.dumps(body)
    assert told(source, query, text[: data.draw(st.integers(0, len(text) - 1))]) is None


@pytest.mark.parametrize(
    ("source", "query", "body"),
    [
        pytest.param(arxiv, by_id("arxiv", "arxiv:2301.99999").query, FEED, id="arxiv"),
        pytest.param(pubmed, by_id("pubmed", PMID).query, SET, id="pubmed"),
    ],
)
@given(data=st.data())
def test_xml_that_was_cut_or_lost_a_stretch_is_no_absence(
    source: Source, query: Query, body: str, data: st.DataObject
) -> None:
    assert told(source, query, body) is True
    start = data.draw(st.integers(0, len(body) - 1))
    assert told(source, query, body[:start]) is None
    told(source, query, body[:start] + body[data.draw(st.integers(start, len(body))) :])
