"""Crossref: batches and searches, and every defect of genuine records that we know."""

import json
from typing import Any

import pytest

from pipeline.sources import crossref
from pipeline.sources.batches import encoded_length
from pipeline.sources.protocol import SourceFormatError
from pipeline.values.identifiers import parsed
from pipeline.values.question import Agency, ByCitation, ById, Query
from pipeline.values.work import Notice, PartialDate, Person, Stage, Work
from tests.edge.questions import by_id, by_place, by_title


def read(**fields: Any) -> Work:
    record = {"DOI": "10.9999/x", "type": "journal-article", "title": ["A title"]}
    return crossref.read(json.dumps(record | {k.replace("_", "-"): v for k, v in fields.items()}))


def ids(text: str) -> tuple[Any, ...]:
    return tuple(parsed(one) for one in text.split())


def body(*items: dict[str, Any]) -> str:
    message = {"total-results": len(items), "items": list(items)}
    return json.dumps({"status": "ok", "message-type": "work-list", "message": message})


def by_doi(doi: str) -> Query:
    return by_id("crossref", f"doi:{doi}").query


# ---------------------------------------------------------------- asking


def test_fifty_dois_go_in_one_request() -> None:
    requests = crossref.requests([by_doi(f"10.9999/{n}") for n in range(120)])
    assert [len(request.queries) for request in requests] == [50, 50, 20]
    params = dict(requests[0].params)
    assert params["rows"] == "50", "twenty come back if rows is left out"
    assert params["filter"].startswith("doi:10.9999/0,doi:10.9999/1,")
    assert "institution" not in params["select"], "a name that cannot be selected is a 400"


def test_a_batch_stays_below_the_length_of_a_request_line() -> None:
    long = [
        by_doi(f"10.1002/(sici)1097-4571(1998)49:8<{n}::aid-asi4>3.0.co;2-o") for n in range(80)
    ]
    requests = crossref.requests(long)
    assert sum(len(request.queries) for request in requests) == 80
    from urllib.parse import urlencode

    assert max(len(urlencode(request.params)) for request in requests) < 4_096


@pytest.mark.parametrize("doi", ["10.9999/a,b", "10.9999/a\\b", '10.9999/a"b'])
def test_what_a_filter_cannot_say_is_asked_by_itself(doi: str) -> None:
    requests = crossref.requests([by_doi("10.9999/x"), by_doi(doi)])
    assert [len(request.queries) for request in requests] == [1, 1]
    path = requests[1].path
    assert path.startswith("/works/10.9999%2Fa")
    assert not set(path.removeprefix("/works/")) & set('/,#?\\"')


def test_a_search_survives_a_record_whose_doi_is_none() -> None:
    """Somebody registered 10.9999/b]; only the search for that work says nothing."""
    query = by_title("crossref", "Tidal memory of moss").query
    (request,) = crossref.requests([query])

    def share(other: str, doi: str = "10.9999/b]") -> Any:
        items = {"DOI": doi, "title": [other]}, {"DOI": "10.9999/a", "title": ["Tidal memory"]}
        return crossref.split(request, body(*items))[query]

    assert len(share("The growth of ferns").payloads) == 1
    assert (share("Tidal memory of moss").payloads, bool(share("Tidal memory of moss").doubt)) == (
        (),
        True,
    )
    with pytest.raises(SourceFormatError):
        share("The growth of ferns", doi="")


def test_a_search_asks_for_title_names_and_year() -> None:
    query = by_title(
        "crossref", "Cold <i>light</i>", "Tarrant", "Nakagawa", "Oye", "Not", year=2018
    ).query
    (request,) = crossref.requests([query])
    params = dict(request.params)
    assert params["query.bibliographic"] == "Cold light Tarrant Nakagawa Oye 2018"
    assert params["rows"] == "5"


def test_works_in_print_that_nobody_misses_are_looked_for_by_fours() -> None:
    alone = ByCitation(title="Cold light")
    asked = [ByCitation(title=f"Title {n}", families=("Oye",), printed=True) for n in range(9)]
    one, *many = crossref.requests([*asked, alone])
    assert [len(request.queries) for request in many] == [4, 4, 1]
    assert (len(one.queries), dict(one.params).get("filter")) == (1, None)
    params = dict(many[0].params)
    words = "Title 0 Oye Title 1 Oye Title 2 Oye Title 3 Oye"
    assert params["query.bibliographic"] == words
    assert "type:journal-article" in params["filter"], "the preprints would fill the rows"


def test_long_titles_in_other_letters_stay_below_the_length_of_a_request_line() -> None:
    asked = [ByCitation(title=f"{n}" + "光の冷たさ" * 50, printed=True) for n in range(4)]
    requests = crossref.requests(asked)
    assert max(encoded_length(str(dict(r.params)["query.bibliographic"])) for r in requests) < 3_000


def test_it_accepts_what_it_can_know() -> None:
    doi = parsed("doi:10.9999/x")
    assert doi is not None
    assert crossref.accepts(ById(identifier=doi))
    assert not crossref.accepts(Agency(identifier=doi))
    assert not crossref.accepts(by_id("crossref", "arxiv:2301.99999").query)
    assert not crossref.accepts(ByCitation(title=" "))


# ---------------------------------------------------------------- telling apart


def test_a_batch_is_told_apart_by_dois_in_any_order_and_case() -> None:
    asked = [by_doi("10.9999/a"), by_doi("10.9999/b"), by_doi("10.9999/gone")]
    (request,) = crossref.requests(asked)
    shares = crossref.split(
        request, body({"DOI": "10.9999/B"}, {"DOI": "10.9999/a", "reference": [1]})
    )
    assert {query: share.payloads for query, share in shares.items()} == {
        asked[0]: ('{"DOI":"10.9999/a"}',),
        asked[1]: ('{"DOI":"10.9999/B"}',),
    }


def test_works_in_print_are_shared_out_by_their_titles_words() -> None:
    asked = [
        ByCitation(title="Cold light in deep caves", printed=True),
        ByCitation(title="A census of pool snails", printed=True),
    ]
    (request,) = crossref.requests(asked)
    others = [{"DOI": f"10.9999/o{n}", "title": [f"Other things {n}"]} for n in range(7)]
    snails = {"DOI": "10.9999/s", "title": ["A CENSUS of pool snails"]}
    light = {"DOI": "10.9999/l", "title": ["Cold <i>light</i> in deep caves"]}
    shares = crossref.split(request, body(snails, *others, light))
    assert [json.loads(shares[one].payloads[0])["DOI"] for one in asked] == [
        "10.9999/l",
        "10.9999/s",
    ]
    assert {len(share.payloads) for share in shares.values()} == {5}
    empty = crossref.split(request, body())
    assert all(empty[one].doubt for one in asked), "any word finds something"


def test_a_place_counts_only_if_the_record_says_volume_and_page() -> None:
    query = by_place("crossref", "Annals", "12", "101-119").query
    (request,) = crossref.requests([query])
    right = {"DOI": "10.9999/a", "volume": "12", "page": "101-119", "container-title": ["Annals"]}
    wrong = {"DOI": "10.9999/b", "volume": "13", "page": "101-119", "container-title": ["Annals"]}
    assert len(crossref.split(request, body(wrong, right))[query].payloads) == 1
    assert crossref.split(request, body(wrong)) == {}


def test_the_first_author_tells_the_works_of_a_volume_apart() -> None:
    """Of a journal of one word, volume, page and year alone ranked the right work behind others."""
    query = by_place("crossref", "Cornea", "27", "773").query.but(year=2008, family="Hirst")
    (request,) = crossref.requests([query])
    assert ("query.bibliographic", "Hirst 27 773 2008") in request.params


def test_a_place_by_the_issn_is_a_filter_whose_first_rows_are_enough() -> None:
    query = by_place("crossref", "", "12", "101").query.but(issn="9999-0001")
    (request,) = crossref.requests([query])
    assert ("filter", "issn:9999-0001") in request.params
    right = {"DOI": "10.9999/a", "volume": "12", "page": "101-119", "container-title": ["Annals"]}
    many = json.loads(body(right))
    many["message"]["total-results"] = 5000
    assert len(crossref.split(request, json.dumps(many))[query].payloads) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        "Resource not found.",
        "[]",
        "null",
        '{"status":"ok"}',
        "[" * 100_000,
        '{"status":"failed","message-type":"validation-failure","message":[{"type":"x"}]}',
        '{"status":"ok","message-type":"work-list","message":{"items":null}}',
    ],
)
def test_whatever_is_no_list_of_works_is_no_absence(text: str) -> None:
    (request,) = crossref.requests([by_doi("10.9999/a")])
    with pytest.raises(SourceFormatError):
        crossref.split(request, text)


def test_the_plain_word_of_absence_counts_for_a_single_record() -> None:
    (request,) = crossref.requests([by_doi("10.9999/a,b")])
    assert crossref.split(request, "Resource not found.") == {}


# ---------------------------------------------------------------- reading


def test_a_whole_record() -> None:
    work = read(
        author=[
            {"given": "Mara", "family": "Lindqvist", "sequence": "first"},
            {"name": "The Tide Group"},
        ],
        container_title=["Nature &amp; Tides"],
        short_container_title=["Nat Tides"],
        issued={"date-parts": [[2021, 12, 30]]},
        published_print={"date-parts": [[2022, 1]]},
        volume="3",
        issue="1",
        page="1-9",
        ISSN=["1234-5678"],
        publisher="Invented",
        alternative_id=["S9999888821000173", "10.9999/x"],
    )
    assert work == Work(
        title="A title",
        authors=(Person(family="Lindqvist", given="Mara"), Person(literal="The Tide Group")),
        container_title="Nature & Tides",
        container_titles=("Nat Tides",),
        issued=PartialDate(year=2021, month=12, day=30),
        dates=(PartialDate(year=2021, month=12, day=30), PartialDate(year=2022, month=1)),
        volume="3",
        issue="1",
        page="1-9",
        issn=("1234-5678",),
        publisher="Invented",
        identifiers=ids("doi:10.9999/x pii:S9999888821000173"),
        url="https://doi.org/10.9999/x",
    )


@pytest.mark.parametrize(
    ("fields", "title", "others"),
    [
        pytest.param(
            {"title": ["Moss"], "subtitle": ["A survey"]},
            "Moss: A survey",
            ("Moss",),
            id="a subtitle kept apart",
        ),
        pytest.param(
            {"title": ["Moss: a survey"], "subtitle": ["A survey"]},
            "Moss: a survey",
            (),
            id="a subtitle told twice",
        ),
        pytest.param(
            {"title": ["Why moss?"], "subtitle": ["A survey"]},
            "Why moss? A survey",
            ("Why moss?",),
            id="after a question",
        ),
        pytest.param({"title": ["Moos", "Moss"]}, "Moos", ("Moss",), id="two languages"),
        pytest.param(
            {"title": ["Moss"], "original-title": ["Moos"]},
            "Moss",
            ("Moos",),
            id="an original title",
        ),
        pytest.param(
            {"title": ["<i>E. coli</i>\n   in &lt;b&gt;milk&lt;/b&gt;"]},
            "E. coli in milk",
            (),
            id="markup",
        ),
        pytest.param({"title": []}, "", (), id="none"),
        pytest.param({"title": "A string"}, "A string", (), id="content negotiation's form"),
    ],
)
def test_titles(fields: dict[str, Any], title: str, others: tuple[str, ...]) -> None:
    work = read(**fields)
    assert (work.title, work.other_titles) == (title, others)


@pytest.mark.parametrize(
    ("fields", "issued", "years"),
    [
        pytest.param(
            {"issued": {"date-parts": [[None]]}}, None, [], id="unknown is written [[null]]"
        ),
        pytest.param(
            {"issued": {"date-parts": [[2020]]}}, PartialDate(year=2020), [2020], id="a year"
        ),
        pytest.param({"issued": {"date-parts": []}}, None, [], id="no parts"),
        pytest.param({"issued": None}, None, [], id="null"),
        pytest.param(
            {
                "issued": {"date-parts": [[2019, 12]]},
                "published-online": {"date-parts": [[2019, 12]]},
                "published-print": {"date-parts": [[2020, 2]]},
            },
            PartialDate(year=2019, month=12),
            [2019, 2020],
            id="online and print in different years",
        ),
        pytest.param(
            {"issued": {"date-parts": [[None]]}, "posted": {"date-parts": [[2021, 5, 4]]}},
            PartialDate(year=2021, month=5, day=4),
            [2021],
            id="posted only",
        ),
    ],
)
def test_dates(fields: dict[str, Any], issued: PartialDate | None, years: list[int]) -> None:
    work = read(**fields)
    assert (work.issued, sorted({day.year for day in work.dates})) == (issued, years)


def test_a_series_comes_first_and_the_book_second() -> None:
    work = read(type="book-chapter", container_title=["Lecture Notes in Moss", "Ferns 2020"])
    assert work.container_title == "Ferns 2020"
    assert "Lecture Notes in Moss" in work.container_titles


def test_proceedings_keep_every_name() -> None:
    work = read(
        type="proceedings-article",
        container_title=["2016 IEEE Conference on Moss Recognition (CMR)"],
        event={"name": "Conference on Moss Recognition", "acronym": "CMR '16"},
    )
    assert work.type == "paper-conference"
    assert work.container_title == "2016 IEEE Conference on Moss Recognition (CMR)"
    assert set(work.container_titles) >= {
        "IEEE Conference on Moss Recognition",
        "CMR",
        "Conference on Moss Recognition",
        "CMR '16",
    }


@pytest.mark.parametrize(
    ("doi", "fields", "server"),
    [
        pytest.param(
            "10.1101/2022.08.11.503261",
            {"publisher": "openRxiv", "group_title": "Ecology"},
            "bioRxiv",
            id="bioRxiv without institution",
        ),
        pytest.param(
            "10.64898/2026.01.05.26343454",
            {"publisher": "openRxiv"},
            "medRxiv",
            id="medRxiv by its digits",
        ),
        pytest.param(
            "10.1101/2022.08.11.503261",
            {"institution": [{"name": "medRxiv"}]},
            "medRxiv",
            id="the institution knows",
        ),
        pytest.param(
            "10.2139/ssrn.1",
            {"publisher": "Elsevier BV", "group_title": ["SSRN"]},
            "SSRN",
            id="SSRN",
        ),
    ],
)
def test_a_preprint_stands_on_its_server(doi: str, fields: dict[str, Any], server: str) -> None:
    work = read(DOI=doi, type="posted-content", **fields)
    assert (work.container_title, work.stage, work.type) == (server, Stage.PREPRINT, "article")


def test_a_journal_under_the_prefix_of_biorxiv_is_no_preprint() -> None:
    work = read(DOI="10.1101/gr.1234.567", container_title=["Genome Research"])
    assert (work.stage, work.container_title) == (Stage.RECORD, "Genome Research")


def test_versions_of_one_work_are_related() -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "https://doi.org/10.9999/ARTICLE"}]}
    assert read(relation=relation).preprint_of == ids("doi:10.9999/article")
    relation = {
        "has-preprint": [{"id-type": "doi", "id": "10.1101/2022.08.11.503261"}, {"id": "no doi"}]
    }
    assert read(relation=relation).preprints == ids("doi:10.1101/2022.08.11.503261")
    everything = [{"id-type": "doi", "id": f"10.9999/all.{n}"} for n in range(60)]
    assert read(relation={"is-preprint-of": everything}).preprint_of == ()


def update(doi: str, kind: str, source: str = "publisher", year: int = 2010) -> dict[str, Any]:
    return {"DOI": doi, "type": kind, "source": source, "updated": {"date-parts": [[year, 2, 6]]}}


def test_a_correction_before_the_retraction_hides_nothing() -> None:
    """The retraction comes second: 10.1016/s0140-6736(97)11096-0."""
    work = read(
        updated_by=[
            {
                "DOI": "10.9999/c",
                "type": "correction",
                "source": "retraction-watch",
                "updated": {"date-time": "2004-03-06T00:00:00Z"},
            },
            update("10.9999/r", "retraction", "retraction-watch"),
        ]
    )
    assert work.notices == (
        Notice(
            kind="correction",
            doi="10.9999/c",
            date=PartialDate(year=2004, month=3, day=6),
            source="retraction-watch",
        ),
        Notice(
            kind="retraction",
            doi="10.9999/r",
            date=PartialDate(year=2010, month=2, day=6),
            source="retraction-watch",
        ),
    )


def test_the_same_notice_from_two_sources_counts_once() -> None:
    work = read(
        title=["RETRACTED: A title"],
        updated_by=[
            update("10.9999/r", "retraction"),
            update("10.9999/R", "retraction", "retraction-watch"),
        ],
    )
    assert [(notice.kind, notice.source) for notice in work.notices] == [
        ("retraction", "publisher")
    ]
    assert work.title == "A title"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("retraction", "retraction"),
        ("removal", "withdrawal"),
        ("withdrawal", "withdrawal"),
        ("partial_retraction", "partial-retraction"),
        ("expression_of_concern", "concern"),
        ("erratum", "correction"),
        ("corrigendum", "correction"),
        ("reinstatement", "reinstatement"),
        ("new_version", None),
        ("new_edition", None),
        ("interim_update", None),
        ("unheard_of", None),
    ],
)
def test_kinds_of_notices(kind: str, told: str | None) -> None:
    notices = read(updated_by=[update("10.9999/n", kind)]).notices
    assert [notice.kind for notice in notices] == ([told] if told else [])


def test_a_notice_in_the_record_itself_counts() -> None:
    """Springer retracts in place: 10.1007/s11277-021-09072-0."""
    assert [n.kind for n in read(update_to=[update("10.9999/X", "retraction")]).notices] == [
        "retraction"
    ]
    assert read(update_to=[update("10.9999/x", "new_version")]).notices == (), (
        "PLOS writes it always"
    )


def test_a_notice_is_no_work_and_names_its_works() -> None:
    work = read(title=["Retraction: A title"], update_to=[update("10.9999/a", "retraction")])
    assert (work.type, work.notice_for, work.notices) == ("notice", ids("doi:10.9999/a"), ())


@pytest.mark.parametrize(
    "kind", ["component", "peer-review", "journal-issue", "grant", "unheard-of"]
)
def test_what_is_no_work_says_so(kind: str) -> None:
    assert read(type=kind).type in ("component", "peer-review")


@pytest.mark.parametrize(
    "field",
    [
        "title",
        "author",
        "issued",
        "container-title",
        "event",
        "relation",
        "updated-by",
        "update-to",
        "alternative-id",
        "ISSN",
        "institution",
        "page",
        "subtitle",
        "type",
    ],
)
@pytest.mark.parametrize("value", [None, 0, "x", [], {}, [None], [[]], {"x": 1}, [{"family": 7}]])
def test_odd_fields_break_nothing(field: str, value: Any) -> None:
    record = {"DOI": "10.9999/x", "type": "journal-article", "title": ["A title"], field: value}
    crossref.read(json.dumps(record))


def test_half_a_surrogate_pair_and_endless_text_are_mended() -> None:
    record = (
        '{"DOI":"10.9999/x","title":["Moss \\ud83c\\udf3f and \\ud800"],"score":NaN,"volume":"%s"}'
    )
    work = crossref.read(record % ("9" * 100_000))
    assert work.title == "Moss \N{HERB} and ?"
    assert len(work.volume) == 10_000
    work.model_dump_json().encode()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"DOI": "x"}', "[" * 100_000, "<xml/>"])
def test_what_is_no_record_is_said(text: str) -> None:
    with pytest.raises(SourceFormatError):
        crossref.read(text)


@pytest.mark.parametrize(
    ("doi", "kind", "stage"),
    [
        ("10.2139/ssrn.1099081", "journal-article", Stage.PREPRINT),
        ("10.2139/ssrn.4376479", "posted-content", Stage.PREPRINT),
        ("10.26434/chemrxiv-2021-djssr", "journal-article", Stage.PREPRINT),
        ("10.1101/gr.261115.120", "journal-article", Stage.RECORD),
        ("10.9999/x", "journal-article", Stage.RECORD),
        ("10.7287/peerj.3819v0.1/reviews/2", "peer-review", Stage.RECORD),
    ],
)
def test_what_preprint_servers_register_are_preprints(doi: str, kind: str, stage: Stage) -> None:
    """80 of 83 of SSRN's records travel as articles of the "SSRN Electronic Journal"."""
    work = read(DOI=doi, type=kind, container_title=["SSRN Electronic Journal"])
    assert work.stage is stage
    if doi.startswith("10.2139"):
        assert (work.container_title, work.container_titles) == (
            "SSRN",
            ("SSRN Electronic Journal",),
        )


def test_et_al_for_a_person_says_that_the_list_is_cut() -> None:
    people = [{"family": "Lund", "given": "Tora"}, {"family": "et al.", "given": ""}]
    assert [person.family for person in read(author=people).authors] == ["Lund"]
    assert not read(author=people).authors_complete
    assert read(author=[{"family": "Al", "given": "Et"}]).authors_complete
