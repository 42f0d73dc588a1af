"""DBLP: what it is asked, and what its answers mean."""

import json

import pytest

from pipeline.sources import dblp
from pipeline.sources.protocol import AskFewerError, Request, SourceFormatError
from pipeline.values.identifiers import identifier
from pipeline.values.question import ByCitation, ById, ByVenue, Query
from pipeline.values.work import Stage, Work
from tests.server.dblp import MEETING, PUBLICATIONS, Publication, answer

LICHEN = ByCitation(title="Sparse Attention over Long Lichen Sequences")


def by_id(scheme: str, value: str) -> ById:
    asked = identifier(scheme, value)
    assert asked
    return ById(identifier=asked)


def told(query: Query, known: tuple[Publication, ...] = PUBLICATIONS) -> list[Work]:
    (request,) = dblp.requests([query])
    body = json.dumps(answer(dict(request.params)["query"], known))
    share = dblp.split(request, body).get(query)
    return [dblp.read(payload) for payload in share.payloads] if share else []


def test_a_title_finds_the_conference_and_the_preprint() -> None:
    paper, preprint = told(LICHEN)
    assert (paper.container_title, paper.stage, paper.type) == (
        "ISLL", Stage.RECORD, "paper-conference",
    )  # fmt: skip
    assert paper.issued
    assert paper.issued.year == 2023
    assert (preprint.container_title, preprint.stage) == ("arXiv", Stage.PREPRINT)
    assert [str(i) for i in preprint.identifiers][:1] == ["arxiv:2301.99999"]


def test_names_stand_in_their_order_without_the_digits_of_namesakes() -> None:
    paper, _ = told(LICHEN)
    assert [(p.given, p.family) for p in paper.authors] == [
        ("Nadia", "Brandao"),
        ("Peter", "Quist"),
    ]


def test_the_page_of_a_paper_is_an_identifier_where_it_is_one() -> None:
    paper, _ = told(LICHEN)
    assert [str(i) for i in paper.identifiers] == [
        "openreview:liC_hen1", "dblp:conf/isll/BrandaoQ23",
    ]  # fmt: skip
    assert paper.url == "https://openreview.net/forum?id=liC_hen1"


def test_arxiv_is_asked_for_under_its_own_doi_in_capitals() -> None:
    query = by_id("arxiv", "2301.99999")
    (request,) = dblp.requests([query])
    assert "<https://doi.org/10.48550/ARXIV.2301.99999>" in dict(request.params)["query"]
    assert [work.container_title for work in told(query)] == ["arXiv"]


def test_a_title_that_begins_otherwise_is_not_found() -> None:
    assert told(ByCitation(title="Sparse attention over short lichen sequences")) == []


def test_the_very_title_comes_before_those_that_go_on() -> None:
    longer = Publication("a/b/c", f"{LICHEN.title} and mosses.", ("Bo Li",), "X", 2020)
    works = told(LICHEN, (longer, *PUBLICATIONS))
    assert [work.title for work in works] == [
        "Sparse attention over long lichen sequences",
        "Sparse attention over long lichen sequences",
        "Sparse Attention over Long Lichen Sequences and mosses",
    ]


@pytest.mark.parametrize(
    ("title", "low", "high"),
    [
        ("Attention Is All You Need", "attention is all you need", "attention is all you neee"),
        ("Fuzz, buzz and fizz: a jazz", "fuzz buzz and fizz a ja", "fuzz buzz and fizz a jb"),
        ('Cold "mice": 3D {x} > y', "cold mice 3d x y", "cold mice 3d x z"),
    ],
    ids=["a letter behind", "z has none behind it", "nothing of a title is syntax"],
)
def test_a_title_is_asked_for_by_the_letters_it_begins_with(
    title: str, low: str, high: str
) -> None:
    (request,) = dblp.requests([ByCitation(title=title)])
    query = dict(request.params)["query"]
    assert f'FILTER(?title >= "{low}" && ?title < "{high}")' in query
    assert query.count('"') == 4


@pytest.mark.parametrize(
    "query",
    [
        ByCitation(title="Moss"), ByCitation(title="苔藓"), by_id("pmid", "12"),
        ById.model_validate({"identifier": {"scheme": "doi", "value": "10.1000/a>b"}}),
    ],
    ids=["short", "no Latin letters", "another registry", "a DOI that is syntax"],
)  # fmt: skip
def test_what_it_cannot_tell_apart_is_not_asked(query: Query) -> None:
    assert not dblp.accepts(query)


def test_fifty_dois_and_twenty_five_titles_go_in_one_request() -> None:
    dois = [by_id("doi", f"10.1000/{n}") for n in range(51)]
    titles = [ByCitation(title=f"Mosses of the northern valleys {n}") for n in range(26)]
    assert [len(request.queries) for request in dblp.requests([*dois, *titles])] == [50, 1, 25, 1]


def test_an_answer_that_was_cut_is_asked_for_in_halves() -> None:
    row = {"pub": {"value": "https://dblp.org/rec/a"}, "title": {"value": "Moss."}}
    body = json.dumps({"results": {"bindings": [row] * dblp.MOST_ROWS}})
    with pytest.raises(AskFewerError):
        dblp.split(_asked(LICHEN, ByCitation(title="Mosses of the valleys")), body)
    with pytest.raises(SourceFormatError):
        dblp.split(_asked(LICHEN), body)


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"results": {}}', "<html>"])
def test_what_is_no_result_is_no_absence(body: str) -> None:
    with pytest.raises(SourceFormatError):
        dblp.split(_asked(LICHEN), body)


@pytest.mark.parametrize("payload", ["{}", '{"title": "Moss."}', '{"pub": 3, "title": []}'])
def test_a_record_without_title_or_key_vouches_for_nothing(payload: str) -> None:
    with pytest.raises(SourceFormatError):
        dblp.read(payload)


def _asked(*queries: Query) -> Request:
    (request,) = dblp.requests(queries)
    return request


@pytest.mark.parametrize(
    ("scheme", "value", "page"),
    [
        ("openreview", "liC_hen1", "https://openreview.net/forum?id=liC_hen1"),
        ("pmlr", "v119/quist20a", "http://proceedings.mlr.press/v119/quist20a.html"),
        ("acl", "P19-9426", "https://aclanthology.org/P19-9426/"),
        ("acl", "2023.findings-acl.9999", "https://aclanthology.org/2023.findings-acl.9999"),
    ],
)
def test_a_paper_is_found_by_the_page_it_is_at(scheme: str, value: str, page: str) -> None:
    paper = PUBLICATIONS[0]
    here = Publication(paper.key, paper.title, paper.authors, "ICML", 2020, page=page)
    (found,) = told(by_id(scheme, value), (here, PUBLICATIONS[1]))
    assert found.container_title == "ICML"
    assert f"{scheme}:{value}" in [str(one) for one in found.identifiers]
    assert told(by_id(scheme, value), PUBLICATIONS[1:]) == []


def test_an_id_with_letters_that_no_query_bears_is_not_asked_for() -> None:
    assert not dblp.accepts(by_id("openreview", "lichen:(hen)"))
    assert not dblp.accepts(by_id("pmid", "12345"))


def test_pages_and_dois_are_asked_for_apart() -> None:
    asked: list[Query] = [by_id("openreview", "liC_hen1"), by_id("doi", "10.99999/1"), LICHEN]
    assert [len(request.queries) for request in dblp.requests(asked)] == [1, 1, 1]


def of_meeting(venue: str, year: int, *words: str) -> list[str]:
    query = ByVenue(venue=venue, year=year, words=words)
    return [work.title for work in told(query, (*PUBLICATIONS, *MEETING))]


def test_a_meetings_papers_are_those_of_its_year_whose_titles_bear_a_word() -> None:
    wet, score = "Diffusion of lichens across wet roofs", "Score-based diffusion for counting moss"
    assert of_meeting("mossml", 2023, "DIFFUSION") == [wet, score]
    assert of_meeting("MossML", 2023, "roofs", "counting") == [wet, score]
    assert of_meeting("MossML", 2023, "wet roofs") == [wet]
    assert of_meeting("MossML", 2021, "diffusion") == of_meeting("Moss", 2023, "diffusion") == []


def test_what_would_end_a_string_of_the_query_is_left_out() -> None:
    query = ByVenue(venue='NeurIPS" } #', year=2016, words=('a"\\b\n',))
    (request,) = dblp.requests([query])
    asked = dict(request.params)["query"]
    assert '?venue >= "NeurIPS } #"' in asked
    assert '"ab")' in asked
    assert not dblp.accepts(ByVenue(venue="ICML", year=2016, words=('"',)))


def test_a_meeting_that_was_renamed_is_asked_for_by_both_names() -> None:
    (request,) = dblp.requests([ByVenue(venue="NeurIPS", year=2016, words=("moss",))])
    assert '?venue >= "NIPS"' in dict(request.params)["query"]
