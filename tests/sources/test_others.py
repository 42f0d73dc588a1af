"""The resolver, DataCite, the identifier converter, Europe PMC and bioRxiv."""

import json
from typing import Any

import pytest

from pipeline.sources import (
    SOURCES,
    arxiv,
    biorxiv,
    crossref,
    datacite,
    doi,
    europepmc,
    idconv,
    pubmed,
)
from pipeline.sources.protocol import AskFewerError, Request, SourceFormatError
from pipeline.values.identifiers import parsed
from pipeline.values.question import ByCitation, Query
from pipeline.values.work import PartialDate, Stage
from tests.edge.questions import agency, by_id, by_title


def asked(*queries: Query) -> Request:
    return Request(path="/", queries=queries)


def names(share: Any) -> list[str]:
    return [str(one) for one in share.see]


def test_sources_are_told_apart_by_name_and_share_ncbis_limit() -> None:
    assert len({source.NAME for source in SOURCES}) == len(SOURCES) == 9
    pools = {source.NAME: source.POLICY.pool for source in SOURCES}
    assert pools["pubmed"] == pools["idconv"]
    assert len(set(pools.values())) == 8


# ---------------------------------------------------------------- doi.org


def test_agencies_are_asked_for_as_a_list() -> None:
    queries = [agency(f"doi:10.9999/{n}").query for n in range(90)]
    requests = doi.requests([*queries, agency("doi:10.9999/a,b").query])
    assert [len(request.queries) for request in requests] == [40, 40, 10, 1]
    assert requests[0].path.startswith("/doiRA/10.9999/0,10.9999/1,")
    assert requests[-1].path == "/doiRA/10.9999/a%2Cb"


def test_agencies_and_what_exists_nowhere() -> None:
    one, two = agency("doi:10.9999/a").query, agency("doi:10.9999/b").query
    body = json.dumps(
        [{"DOI": "10.9999/A", "RA": "JaLC"}, {"DOI": "10.9999/b", "status": "DOI does not exist"}]
    )
    assert {q: s.agency for q, s in doi.split(asked(one, two), body).items()} == {one: "JaLC"}


@pytest.mark.parametrize(
    "answer",
    [
        [{"DOI": "10.9999/a", "status": "Unknown"}],
        [{"DOI": "10.9999/other", "RA": "Crossref"}],
        [{"DOI": "10.9999/a", "RA": None, "status": None}],
        [{"DOI": "10.9999/a", "RA": ""}],
        [{"DOI": "10.9999/other", "status": "DOI does not exist"}],
        [],
        {},
    ],
)
def test_no_sure_answer_is_no_absence(answer: Any) -> None:
    with pytest.raises(SourceFormatError):
        doi.split(asked(agency("doi:10.9999/a").query), json.dumps(answer))


def test_one_unsure_answer_does_not_spoil_the_list() -> None:
    queries = (agency("doi:10.9999/a").query, agency("doi:10.9999/b").query)
    with pytest.raises(AskFewerError):
        doi.split(
            asked(*queries),
            json.dumps(
                [
                    {"DOI": "10.9999/a", "RA": "Crossref"},
                    {"DOI": "10.9999/b", "status": "Unknown"},
                ]
            ),
        )


# ---------------------------------------------------------------- DataCite


def resource(**fields: Any) -> dict[str, Any]:
    return {
        "id": "x",
        "attributes": {"doi": "10.5281/zenodo.9", "titles": [{"title": "Pebbles"}], "xml": "PHg+"}
        | fields,
    }


def datacite_work(**fields: Any) -> Any:
    query = by_id("datacite", "doi:10.5281/zenodo.9").query
    share = datacite.split(asked(query), json.dumps({"data": [resource(**fields)]}))[query]
    assert "PHg+" not in share.payloads[0], "the second copy of the record is not kept"
    return datacite.read(share.payloads[0])


def test_arxivs_own_dois_stand_in_for_arxiv() -> None:
    query = by_id("datacite", "arxiv:2301.99999").query
    (request,) = datacite.requests([query])
    assert dict(request.params)["query"] == 'doi:("10.48550/arxiv.2301.99999")'
    related = [
        {
            "relationType": "IsVersionOf",
            "relatedIdentifier": "10.9999/A",
            "relatedIdentifierType": "DOI",
        }
    ]
    data = resource(
        doi="10.48550/arxiv.2301.99999",
        publicationYear=2023,
        publisher="arXiv",
        relatedIdentifiers=related,
    )
    work = datacite.read(datacite.split(request, json.dumps({"data": [data]}))[query].payloads[0])
    assert (work.container_title, work.stage, work.issued) == (
        "arXiv",
        Stage.PREPRINT,
        PartialDate(year=2023),
    )
    assert work.identifiers == (parsed("arxiv:2301.99999"),)
    assert [str(one) for one in work.preprint_of] == ["doi:10.9999/a"]


@pytest.mark.parametrize(
    ("creators", "families"),
    [
        pytest.param(
            [{"name": "Li, Xi", "givenName": "Xi", "familyName": "Li"}], ["Li"], id="parts"
        ),
        pytest.param([{"name": "Li, Xi"}], ["Li"], id="a name alone"),
        pytest.param(
            [{"name": "Enos, Ro (Univ. A); Fowler, An (Univ. B)"}],
            ["Enos", "Fowler"],
            id="several in one",
        ),
        pytest.param(
            [{"name": "Moss, Inc.", "nameType": "Organizational"}],
            ["Moss, Inc."],
            id="an organisation",
        ),
        pytest.param([None, {}, {"name": 3}], [], id="odd ones"),
        pytest.param([{"name": "Moss Survey of Flint"}], ["Moss Survey of Flint"], id="unsaid"),
        pytest.param(
            [{"name": "Flint Herbarium", "familyName": "Flint Herbarium"}],
            ["Flint Herbarium"],
            id="with its name as a family's",
        ),
        pytest.param([{"name": "Xi Li", "nameType": "Personal"}], ["Li"], id="a person says so"),
        pytest.param(
            [{"name": "Xi Li", "givenName": "Xi", "familyName": "Li"}], ["Li"], id="or has parts"
        ),
        pytest.param([{"name": "Plato", "nameType": "Personal"}], ["Plato"], id="one name"),
    ],
)
def test_creators(creators: Any, families: list[str]) -> None:
    work = datacite_work(creators=creators)
    assert [who.family or who.literal for who in work.authors] == families


@pytest.mark.parametrize(
    ("types", "kind", "stage"),
    [
        pytest.param({"resourceTypeGeneral": "Preprint", "citeproc": "article"},
                     "article", Stage.PREPRINT, id="a preprint"),
        pytest.param({"resourceTypeGeneral": "Text", "resourceType": "Preprint",
                      "citeproc": "article-journal"},
                     "article", Stage.PREPRINT, id="a preprint by its own word"),
        pytest.param({"resourceTypeGeneral": "Text", "resourceType": "Reprint; not a preprint"},
                     "document", Stage.RECORD, id="no preprint by its own word"),
        pytest.param({"resourceTypeGeneral": "Other", "resourceType": "Preprint policy data"},
                     "document", Stage.RECORD, id="about preprints"),
        pytest.param({"resourceTypeGeneral": "Text", "resourceType": "Journal pre-print"},
                     "article", Stage.PREPRINT, id="a pre-print"),
        pytest.param({"resourceTypeGeneral": "Collection", "citeproc": "article"},
                     "document", Stage.RECORD, id="a collection"),
        pytest.param({"resourceTypeGeneral": "PhysicalObject", "resourceType": "Seeds",
                      "citeproc": "article"}, "document", Stage.RECORD, id="seeds"),
        pytest.param({"resourceTypeGeneral": "Text", "resourceType": "MSc",
                      "citeproc": "thesis"},
                     "thesis", Stage.RECORD, id="a thesis"),
        pytest.param({"resourceTypeGeneral": "Text", "citeproc": "article-journal"},
                     "article-journal", Stage.RECORD, id="a text"),
        pytest.param({}, "document", Stage.RECORD, id="nothing said"),
    ],
)  # fmt: skip
def test_a_preprint_is_what_says_so(types: Any, kind: str, stage: Stage) -> None:
    work = datacite_work(types=types)
    assert (work.type, work.stage) == (kind, stage)


def test_a_deposit_for_all_versions_is_no_version_of_record() -> None:
    def published(doi: str) -> list[str]:
        related = [{"relationType": "IsVersionOf", "relatedIdentifierType": "DOI",
                    "relatedIdentifier": doi}]  # fmt: skip
        types = {"resourceTypeGeneral": "Preprint"}
        return list(map(str, datacite_work(types=types, relatedIdentifiers=related).preprint_of))

    assert published("10.5281/zenodo.8") == []
    assert published("https://doi.org/10.9999/A") == ["doi:10.9999/a"]


def test_a_dataset_is_no_article() -> None:
    work = datacite_work(
        types={"resourceTypeGeneral": "Dataset", "citeproc": "article"},
        publisher={"name": "Zenodo"},
    )
    assert (work.type, work.publisher) == ("dataset", "Zenodo")


# ---------------------------------------------------------------- idconv


def test_pmcids_lead_to_pmids_which_are_numbers() -> None:
    one, two = by_id("idconv", "pmcid:PMC9").query, by_id("idconv", "pmcid:PMC8").query
    (request,) = idconv.requests([one, two])
    assert dict(request.params) == {"ids": "PMC9,PMC8", "idtype": "pmcid", "format": "json"}
    records = [
        {"doi": "10.9999/A", "pmcid": "PMC9", "pmid": 37258680, "requested-id": "PMC9"},
        {
            "pmcid": "PMC8",
            "requested-id": "PMC8",
            "status": "error",
            "errmsg": "Identifier not found in PMC",
        },
    ]
    shares = idconv.split(request, json.dumps({"status": "ok", "records": records}))
    assert {query: names(share) for query, share in shares.items()} == {
        one: ["pmid:37258680", "doi:10.9999/a"]
    }


def test_two_kinds_of_identifiers_are_two_requests() -> None:
    queries = [by_id("idconv", "pmcid:PMC9").query, by_id("idconv", "doi:10.9999/a").query]
    assert [dict(r.params)["idtype"] for r in idconv.requests(queries)] == ["pmcid", "doi"]


def test_an_error_of_the_converter_is_no_absence() -> None:
    with pytest.raises(SourceFormatError):
        idconv.split(asked(by_id("idconv", "pmcid:PMC9").query), '{"status":"error","errors":[]}')


# ---------------------------------------------------------------- Europe PMC


def epmc(**fields: Any) -> Any:
    return europepmc.read(
        json.dumps({"id": "9", "source": "MED", "pmid": "9", "title": "Moss and fern."} | fields)
    )


def test_europepmc_reads_articles_and_preprints() -> None:
    journal = {
        "title": "Annals of moss (Oxford, England)",
        "isoabbreviation": "Ann Moss",
        "issn": "1234-5678",
    }
    info = {"volume": "3", "yearOfPublication": 2021, "monthOfPublication": 6, "journal": journal}
    work = epmc(authorString="He R, Miao L.", journalInfo=info, doi="10.9999/A")
    assert (work.title, work.container_title, work.volume) == (
        "Moss and fern",
        "Annals of moss",
        "3",
    )
    assert [(who.family, who.given) for who in work.authors] == [("He", "R"), ("Miao", "L")]
    assert [str(one) for one in work.identifiers] == ["pmid:9", "doi:10.9999/a"]
    preprint = epmc(
        source="PPR",
        id="PPR7",
        pmid=None,
        doi="10.1101/2022.08.11.503261",
        bookOrReportDetails={"publisher": "bioRxiv"},
    )
    assert (preprint.container_title, preprint.stage) == ("bioRxiv", Stage.PREPRINT)


def test_europepmc_knows_preprints_by_ids_of_its_own() -> None:
    asked_for = [by_id("europepmc", f"europepmc:PPR{n}").query for n in range(1, 21)]
    assert all(map(europepmc.accepts, asked_for))
    requests = europepmc.requests(asked_for)
    assert [len(request.queries) for request in requests] == [15, 5]
    assert dict(requests[1].params)["query"].startswith("(EXT_ID:PPR16 AND SRC:PPR) OR ")
    record = {"id": "PPR16", "source": "PPR", "doi": "10.1101/503261", "title": "Moss"}
    shares = europepmc.split(requests[1], json.dumps({"resultList": {"result": [record]}}))
    assert list(shares) == [asked_for[15]]
    work = europepmc.read(shares[asked_for[15]].payloads[0])
    assert (work.stage, work.container_title) == (Stage.PREPRINT, "bioRxiv")
    assert not europepmc.accepts(by_id("europepmc", "europepmc:other").query)


def test_europepmc_tells_apart_by_identifiers() -> None:
    one, two = by_id("europepmc", "doi:10.9999/a").query, by_id("europepmc", "pmid:8").query
    (request,) = europepmc.requests([one, two])
    assert dict(request.params)["query"] == 'DOI:"10.9999/a" OR (EXT_ID:8 AND SRC:MED)'
    body = {
        "resultList": {"result": [{"id": "9", "source": "MED", "pmid": "9", "doi": "10.9999/A"}]}
    }
    assert list(europepmc.split(request, json.dumps(body))) == [one]


def test_europepmc_errors_come_with_status_200() -> None:
    with pytest.raises(SourceFormatError):
        europepmc.split(
            asked(by_title("europepmc", "Moss and fern").query), '{"errCode":404,"errMsg":"x"}'
        )


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("Bos MEMM", ("Bos", "MEMM", "")),
        ("He R", ("He", "R", "")),
        ("Van der Aa JJ Jr", ("Van der Aa", "JJ", "Jr")),
    ],
)
def test_europepmcs_short_names(written: str, who: tuple[str, str, str]) -> None:
    (person,) = epmc(authorString=f"{written}.").authors
    assert (person.family, person.given, person.suffix) == who


def test_europepmc_knows_retractions() -> None:
    work = epmc(pubTypeList={"pubType": ["Retracted Publication"]})
    assert [notice.kind for notice in work.notices] == ["retraction"]


# ---------------------------------------------------------------- bioRxiv


def test_biorxiv_is_asked_by_the_shape_of_the_doi() -> None:
    assert biorxiv.accepts(by_id("biorxiv", "doi:10.1101/2022.08.11.503261").query)
    assert not biorxiv.accepts(by_id("biorxiv", "doi:10.1101/gr.1234.567").query), "a journal's"
    paths = [
        r.path
        for r in biorxiv.requests(
            [
                by_id("biorxiv", "doi:10.1101/2022.08.11.503261").query,
                by_id("biorxiv", "doi:10.64898/2026.01.05.26343454").query,
            ]
        )
    ]
    assert paths == [
        "/details/biorxiv/10.1101/2022.08.11.503261/na/json",
        "/details/medrxiv/10.64898/2026.01.05.26343454/na/json",
    ]


def test_biorxiv_has_a_row_for_each_version() -> None:
    query = by_id("biorxiv", "doi:10.1101/2022.08.11.503261").query
    row = {"doi": "10.1101/2022.08.11.503261", "authors": "Li, X.; Fern, A.", "server": "bioRxiv"}
    rows = [
        row | {"title": "New", "version": "10", "date": "2023-01-01", "published": "10.9999/A"},
        row | {"title": "Old", "version": "9", "date": "2022-08-11", "published": "NA"},
    ]
    share = biorxiv.split(
        asked(query), json.dumps({"messages": [{"status": "ok"}], "collection": rows})
    )[query]
    work = biorxiv.read(share.payloads[0])
    assert (work.title, work.other_titles) == ("New", ("Old",))
    assert work.issued == PartialDate(year=2022, month=8, day=11)
    assert [str(one) for one in work.preprint_of] == ["doi:10.9999/a"]


@pytest.mark.parametrize("body", ["", "{}", '{"messages":[{"status":"error"}],"collection":[]}'])
def test_an_empty_answer_of_biorxiv_is_no_absence(body: str) -> None:
    """On 15 September 2026 every call returned status 200 and nothing."""
    with pytest.raises(SourceFormatError):
        biorxiv.split(asked(by_id("biorxiv", "doi:10.1101/503261").query), body)


@pytest.mark.parametrize("doi", ["10.1101/503262", "10.1101/gr.1", "", None])
def test_versions_of_another_preprint_are_no_answer(doi: str | None) -> None:
    rows = [{"doi": "10.1101/503261", "title": "Moss"}, {"doi": doi, "type": "withdrawn"}]
    (request,) = biorxiv.requests([by_id("biorxiv", "doi:10.1101/503261").query])
    assert biorxiv.split(request, json.dumps({"collection": rows[:1]}))
    with pytest.raises(SourceFormatError):
        biorxiv.split(request, json.dumps({"collection": rows}))


def test_the_word_of_biorxiv_is_an_absence() -> None:
    body = '{"messages":[{"status":"no posts found"}],"collection":[]}'
    assert biorxiv.split(asked(by_id("biorxiv", "doi:10.1101/503261").query), body) == {}


# ---------------------------------------------------------------- pages that were cut

FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:o="http://a9.com/-/spec/opensearch/1.1/"><o:totalResults>2</o:totalResults></feed>'
)
WORKS = {"status": "ok", "message": {"total-results": 2, "items": [{"DOI": "10.9999/a"}]}}
CUT = [
    pytest.param(crossref, "doi:10.9999/a doi:10.9999/b", json.dumps(WORKS), id="crossref"),
    pytest.param(arxiv, "arxiv:2301.00001 arxiv:2301.00002", FEED, id="arxiv"),
    pytest.param(
        pubmed,
        "doi:10.9999/a doi:10.9999/b",
        json.dumps({"esearchresult": {"count": "3", "idlist": ["1", "2"]}}),
        id="pubmed",
    ),
    pytest.param(
        datacite,
        "doi:10.9999/a doi:10.9999/b",
        json.dumps({"data": [], "meta": {"total": 1}}),
        id="datacite",
    ),
    pytest.param(
        europepmc,
        "doi:10.9999/a doi:10.9999/b",
        json.dumps({"hitCount": 1, "resultList": {"result": []}}),
        id="europepmc",
    ),
    pytest.param(
        idconv,
        "pmcid:PMC1 pmcid:PMC2",
        json.dumps({"status": "ok", "records": [{"requested-id": "PMC1", "pmid": 1}]}),
        id="idconv",
    ),
]


@pytest.mark.parametrize(("source", "identifiers", "body"), CUT)
def test_what_a_cut_page_lacks_is_no_absence(source: Any, identifiers: str, body: str) -> None:
    queries = [by_id(source.NAME, one).query for one in identifiers.split()]
    (both,) = source.requests(queries)
    with pytest.raises(AskFewerError):
        source.split(both, body)
    with pytest.raises(SourceFormatError):
        source.split(source.requests(queries[1:])[0], body)


def test_europepmc_is_asked_for_several_titles_at_once_and_tells_them_apart() -> None:
    titles = [ByCitation(title=f"Moss and lichen number {n} & its shade") for n in range(7)]
    first, second = europepmc.requests(titles)
    assert [len(first.queries), len(second.queries)] == [5, 2]
    assert dict(second.params)["query"].count("TITLE:") == 2
    records = [
        {"id": "1", "pmid": "1", "title": "Moss: and Lichen number 6 & its shade."},
        {"id": "2", "pmid": "2", "title": "On moss and lichen number 5 & its shades"},
    ]  # fmt: skip
    body = {"hitCount": 2, "resultList": {"result": records}}
    assert list(europepmc.split(second, json.dumps(body))) == [titles[6]]
    with pytest.raises(AskFewerError):
        europepmc.split(second, json.dumps(body | {"hitCount": 40}))
