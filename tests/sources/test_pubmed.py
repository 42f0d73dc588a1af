"""PubMed: searches that must say the identifier back, and records with traps below them."""

import json

import pytest

from pipeline.sources import pubmed
from pipeline.sources.protocol import AskFewerError, Request, SourceFormatError
from pipeline.values.identifiers import parsed
from pipeline.values.question import Query
from pipeline.values.work import PartialDate, Person, Stage, Work
from tests.edge.questions import by_id, by_place, by_title

DOI = '<ArticleId IdType="doi">10.9999/A</ArticleId>'
PARTS = {
    "title": "Moss and fern.",
    "article": "",
    "date": "<Year>2021</Year><Month>Jun</Month>",
    "citation": "",
    "ids": DOI,
    "types": "",
    "authors": "<Author><LastName>Li</LastName><ForeName>Xi</ForeName></Author>",
    "after": "",
}


def record(**parts: str) -> str:
    part = PARTS | parts
    return (
        '<PubmedArticle><MedlineCitation><PMID Version="1">90000001</PMID><Article><Journal>'
        '<ISSN IssnType="Electronic">1234-5678</ISSN>'
        "<JournalIssue><Volume>3</Volume><Issue>2</Issue>"
        f"<PubDate>{part['date']}</PubDate></JournalIssue>"
        "<Title>Annals of moss (Oxford, England)</Title><ISOAbbreviation>Ann Moss</ISOAbbreviation>"
        f"</Journal><ArticleTitle>{part['title']}</ArticleTitle>{part['article']}"
        f"<AuthorList>{part['authors']}</AuthorList>"
        f"<PublicationTypeList>{part['types']}</PublicationTypeList></Article>"
        "<MedlineJournalInfo><MedlineTA>Ann Moss Fern</MedlineTA></MedlineJournalInfo>"
        f"<CommentsCorrectionsList>{part['citation']}</CommentsCorrectionsList></MedlineCitation>"
        f"<PubmedData><ArticleIdList>{part['ids']}</ArticleIdList>{part['after']}</PubmedData>"
        "</PubmedArticle>"
    )


def kind(name: str) -> str:
    return f"<PublicationType>{name}</PublicationType>"


def comment(kind: str, source: str = "", pmid: str = "") -> str:
    number = f"<PMID>{pmid}</PMID>" if pmid else ""
    inner = f"<RefSource>{source}</RefSource>{number}"
    return f'<CommentsCorrections RefType="{kind}">{inner}</CommentsCorrections>'


def query(text: str) -> Query:
    return by_id("pubmed", text).query


# ---------------------------------------------------------------- asking


def test_two_hundred_pmids_go_in_one_request() -> None:
    requests = pubmed.requests([query(f"pmid:{n}") for n in range(1, 251)])
    assert [(request.path, len(request.queries)) for request in requests] == [
        ("/efetch.fcgi", 200),
        ("/efetch.fcgi", 50),
    ]


def test_dois_are_quoted_and_must_be_verified() -> None:
    """Unquoted, an unknown DOI is taken apart and finds another paper."""
    asked = [query("doi:10.9999/a"), query("doi:10.9999/b")]
    (request,) = pubmed.requests(asked)
    assert dict(request.params)["term"] == '"10.9999/a"[aid] OR "10.9999/b"[aid]'
    shares = pubmed.split(request, json.dumps({"esearchresult": {"idlist": ["7", "8"]}}))
    assert all(
        share.verify and [str(one) for one in share.see] == ["pmid:7", "pmid:8"]
        for share in shares.values()
    )


def test_a_pii_is_asked_for_as_pubmed_keeps_it_and_then_compact() -> None:
    """Together one of the two would be unknown, whatever PubMed makes of that."""
    asked = [query("pii:S0896627311004430"), query("doi:10.9999/a")]
    (request,) = pubmed.requests(asked[:1])
    (again,) = pubmed.again(asked)
    assert dict(request.params)["term"] == '"S0896-6273(11)00443-0"[aid]'
    assert dict(again.params)["term"] == '"S0896627311004430"[aid]'


def found(count: int, *pmids: int, unknown: tuple[str, ...] = ()) -> str:
    """An answer of esearch; ``unknown`` are the quoted phrases that it says it did not find."""
    phrases = [f'"{one}"[aid]' for one in unknown]
    result = {"count": str(count), "idlist": [str(one) for one in pmids]}
    warnings = {"warninglist": {"quotedphrasesnotfound": phrases}} if phrases else {}
    return json.dumps({"esearchresult": result | warnings})


@pytest.mark.parametrize("phrase", ["10.9999/gone", "10.9999/GONE", "10.9999 gone"])
def test_what_a_search_names_as_unknown_is_not_there(phrase: str) -> None:
    asked = [query("doi:10.9999/a"), query("doi:10.9999/gone")]
    (request,) = pubmed.requests(asked)
    shares = pubmed.split(request, found(1, 7, unknown=(phrase,)))
    assert [(one, [str(pmid) for pmid in share.see]) for one, share in shares.items()] == [
        (asked[0], ["pmid:7"])
    ]


def test_the_rest_is_asked_again_where_an_unknown_one_was_taken_apart() -> None:
    """NLM's tutorial says that the quotes of a phrase that is not in the index are ignored."""
    asked = [query("doi:10.9999/a"), query("doi:10.9999/gone")]
    (request,) = pubmed.requests(asked)
    for body in (
        found(412, *range(1, 101), unknown=("10.9999/gone",)),
        found(40, *range(1, 41), unknown=("10.9999/gone",)),
    ):
        with pytest.raises(AskFewerError) as fewer:
            pubmed.split(request, body)
        assert fewer.value.absent == (asked[1],)


def test_all_unknown_costs_nothing_more() -> None:
    asked = [query("doi:10.9999/b"), query("doi:10.9999/gone")]
    (request,) = pubmed.requests(asked)
    body = found(800, *range(1, 101), unknown=("10.9999/b", "10.9999/gone"))
    assert pubmed.split(request, body) == {}


def test_one_identifier_that_finds_hundreds_was_taken_apart() -> None:
    (request,) = pubmed.requests([query("doi:10.9999/gone")])
    assert pubmed.split(request, found(412, *range(1, 101))) == {}
    assert list(pubmed.split(request, found(1, 7))) == list(request.queries)
    with pytest.raises(SourceFormatError):
        pubmed.split(request, found(3, 7))
    both = pubmed.requests([query("doi:10.9999/gone"), query("doi:10.9999/a")])[0]
    with pytest.raises(AskFewerError) as fewer:
        pubmed.split(both, found(412, *range(1, 101)))
    assert not fewer.value.absent, "nothing says which"


def test_what_pubmed_says_that_it_took_apart_is_not_there() -> None:
    asked = [query("doi:10.9999/a(1)"), query("doi:10.9999/gone")]
    (request,) = pubmed.requests(asked)
    body = json.loads(found(412, *range(1, 101)))
    said = '"10.9999/a(1)"[Location ID] OR ("10 9999"[All Fields] AND "gone"[All Fields])'
    body["esearchresult"]["querytranslation"] = said
    with pytest.raises(AskFewerError) as fewer:
        pubmed.split(request, json.dumps(body))
    assert fewer.value.absent == (asked[1],)
    body["esearchresult"]["querytranslation"] = '"10.9999/a(1)"[aid] OR "10.9999/gone"[aid]'
    with pytest.raises(AskFewerError) as fewer:
        pubmed.split(request, json.dumps(body))
    assert fewer.value.absent == (), "nothing was taken apart"


def test_unknown_ones_that_nothing_names_cost_two_searches_at_most() -> None:
    """Every search with one of them brings hundreds, and nothing says which they came for."""

    def searches(asked: list[Query], unknown: int) -> int:
        """How many are made; the first so many are unknown."""
        (request,) = pubmed.requests(asked)
        body = (
            found(412, *range(1, 101)) if unknown else found(len(asked), *range(1, len(asked) + 1))
        )
        try:
            pubmed.split(request, body)
        except AskFewerError:
            size = max(1, -(-len(asked) // 2))
            starts = range(0, len(asked), size)
            return 1 + sum(
                searches(asked[at : at + size], min(size, max(0, unknown - at))) for at in starts
            )
        return 1

    for number in range(1, 21):
        asked = [query(f"doi:10.9999/gone.{one}") for one in range(number)]
        for unknown in range(1, number + 1):
            assert searches(asked, unknown) <= 3, (number, unknown)


def test_of_some_that_nothing_names_the_records_tell_which_came() -> None:
    asked = [query(f"doi:10.9999/{one}") for one in "abc"]
    (request,) = pubmed.requests(asked)
    shares = pubmed.split(request, found(412, *range(1, 101)))
    assert list(shares) == asked
    assert all(share.verify and len(share.see) == 100 for share in shares.values())
    with pytest.raises(AskFewerError):
        pubmed.split(request, found(5, 1, 2))  # too few for words: a page that was cut


def test_a_title_is_searched_by_its_words_so_that_one_may_be_wrong() -> None:
    title = "Tidal memory of estuarine sensor networks under changing northern weather conditions"
    (request,) = pubmed.requests([by_title("pubmed", title).query])
    first, second = dict(request.params)["term"].split(" OR ")
    assert "estuarine[ti]" in first + second
    assert "of[ti]" not in first + second
    assert not set(first.strip("()").split(" AND ")) & set(second.strip("()").split(" AND "))
    assert dict(request.params)["sort"] == "relevance"


def test_a_place_is_journal_volume_and_first_page() -> None:
    (request,) = pubmed.requests([by_place("pubmed", 'Ann "Moss"', "3", "101-119").query])
    assert dict(request.params)["term"] == '"Ann Moss"[ta] AND "3"[vi] AND "101"[pg]'


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<x/>",
        "{}",
        '{"esearchresult":{"ERROR":"Search Backend failed"}}',
        "[" * 100_000,
        '{"error":"API rate limit exceeded","api-key":"1.2.3.4","count":"4","limit":"3"}',
    ],
)
def test_an_error_with_status_200_is_no_absence(body: str) -> None:
    (request,) = pubmed.requests([by_title("pubmed", "Moss and fern").query])
    with pytest.raises(SourceFormatError):
        pubmed.split(request, body)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{}",
        "<html/>",
        "<eFetchResult><ERROR>x</ERROR></eFetchResult>",
        '<!DOCTYPE x [<!ENTITY a "aa">]><PubmedArticleSet>&a;</PubmedArticleSet>',
        "<PubmedArticleSet>",
    ],
)
def test_whatever_is_no_set_of_records_is_no_absence(body: str) -> None:
    (request,) = pubmed.requests([query("pmid:90000001")])
    with pytest.raises(SourceFormatError):
        pubmed.split(request, body)


@pytest.mark.parametrize(
    "doctype",
    [
        "",
        '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.nlm.nih.gov/x.dtd">',
    ],
    ids=["without DOCTYPE", "with DOCTYPE"],
)
def test_records_are_told_apart_by_their_own_pmid(doctype: str) -> None:
    asked = [query("pmid:90000001"), query("pmid:90000002")]
    (request,) = pubmed.requests(asked)
    body = f"<?xml version='1.0'?>{doctype}<PubmedArticleSet>{record()}</PubmedArticleSet>"
    assert list(pubmed.split(request, body)) == asked[:1]


@pytest.mark.parametrize("said", ["ArticleTitle", "PMID"])
def test_a_record_that_is_of_two_papers_is_of_neither(said: str) -> None:
    (request,) = pubmed.requests([query("pmid:90000001")])
    whole = record()
    end = whole.index(f"</{said}>") + len(f"</{said}>")
    double = f"{whole[:end]}<{said}>90000007</{said}>{whole[end:]}"
    with pytest.raises(SourceFormatError):
        pubmed.split(request, f"<PubmedArticleSet>{double}</PubmedArticleSet>")


# ---------------------------------------------------------------- reading


def test_a_whole_record() -> None:
    ids = (
        f'<ArticleId IdType="pubmed">90000001</ArticleId>{DOI}'
        '<ArticleId IdType="pmc">PMC9000001</ArticleId>'
        '<ArticleId IdType="pii">S0896-6273(11)00443-0</ArticleId>'
    )
    article = (
        "<Pagination><MedlinePgn>616-24</MedlinePgn></Pagination>"
        '<ArticleDate DateType="Electronic"><Year>2020</Year><Month>12</Month><Day>30</Day>'
        "</ArticleDate>"
    )
    assert pubmed.read(record(ids=ids, article=article)) == Work(
        title="Moss and fern",
        authors=(Person(family="Li", given="Xi"),),
        container_title="Annals of moss",
        container_titles=("Annals of moss (Oxford, England)", "Ann Moss", "Ann Moss Fern"),
        issn=("1234-5678",),
        issued=PartialDate(year=2020, month=12, day=30),
        dates=(PartialDate(year=2020, month=12, day=30), PartialDate(year=2021, month=6)),
        volume="3",
        issue="2",
        page="616-24",
        identifiers=tuple(
            one
            for one in map(
                parsed,
                ["pmid:90000001", "doi:10.9999/a", "pmcid:PMC9000001", "pii:S0896627311004430"],
            )
            if one
        ),
        url="https://pubmed.ncbi.nlm.nih.gov/90000001/",
    )


def test_the_identifiers_of_references_are_not_the_records() -> None:
    """Half of the genuine records have such lists."""
    below = (
        "<ReferenceList><Reference><ArticleIdList><ArticleId IdType='doi'>10.9999/other</ArticleId>"
        "</ArticleIdList></Reference></ReferenceList>"
    )
    work = pubmed.read(record(after=below, ids="", citation=comment("CommentIn", pmid="77")))
    assert [str(one) for one in work.identifiers] == ["pmid:90000001"]


def test_a_doi_that_is_only_a_location_counts_unless_it_is_not_valid() -> None:
    place = '<ELocationID EIdType="doi" ValidYN="{}">10.9999/l</ELocationID>'
    assert "doi:10.9999/l" in map(
        str, pubmed.read(record(ids="", article=place.format("Y"))).identifiers
    )
    assert "doi:10.9999/l" not in map(
        str, pubmed.read(record(ids="", article=place.format("N"))).identifiers
    )


@pytest.mark.parametrize(
    ("title", "article", "expected", "others"),
    [
        pytest.param(
            "The role of <i>E. coli</i> in CO<sub>2</sub>.",
            "",
            "The role of E. coli in CO2",
            (),
            id="children",
        ),
        pytest.param(
            "[Moss and fern].",
            "<VernacularTitle>Moos und Farn.</VernacularTitle>",
            "Moss and fern",
            ("Moos und Farn",),
            id="a translation",
        ),
        pytest.param(
            "[Not Available].",
            "<VernacularTitle>Moos.</VernacularTitle>",
            "Moos",
            (),
            id="not translated",
        ),
        pytest.param("Why moss?", "", "Why moss?", (), id="a question"),
        pytest.param("Moss &amp; fern.", "", "Moss & fern", (), id="an entity"),
    ],
)
def test_titles(title: str, article: str, expected: str, others: tuple[str, ...]) -> None:
    work = pubmed.read(record(title=title, article=article))
    assert (work.title, work.other_titles) == (expected, others)


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        pytest.param(
            "<Author><CollectiveName>Moss Group</CollectiveName></Author>",
            ["Moss Group"],
            id="a group",
        ),
        pytest.param(
            '<Author ValidYN="N"><LastName>Lee</LastName></Author>'
            '<Author ValidYN="Y"><LastName>Li</LastName></Author>',
            ["Li"],
            id="a misspelt twin",
        ),
        pytest.param(
            "<Author><LastName>Li</LastName><Suffix>Jr</Suffix></Author>", ["Li"], id="a suffix"
        ),
        pytest.param("", [], id="nobody"),
    ],
)
def test_authors(authors: str, names: list[str]) -> None:
    work = pubmed.read(record(authors=authors))
    assert [who.family or who.literal for who in work.authors] == names


def test_a_list_that_is_cut_says_so() -> None:
    cut = record().replace("<AuthorList>", '<AuthorList CompleteYN="N">')
    assert not pubmed.read(cut).authors_complete
    assert pubmed.read(record()).authors_complete


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", 1998),
        ("<MedlineDate>Winter 2018</MedlineDate>", 2018),
        ("<Year>2019</Year><Season>Jan-Mar</Season>", 2019),
        ("<Year>2019</Year><Month>06</Month><Day>3</Day>", 2019),
        ("", None),
    ],
)
def test_dates(date: str, year: int | None) -> None:
    issued = pubmed.read(record(date=date)).issued
    assert (issued.year if issued else None) == year


@pytest.mark.parametrize(
    ("types", "citation", "kinds"),
    [
        pytest.param(kind("Retracted Publication"), "", ["retraction"], id="by type alone"),
        pytest.param(
            "",
            comment("RetractionIn", "Ann Moss. 2010;1:1. doi: 10.9999/R."),
            ["retraction"],
            id="by comment alone",
        ),
        pytest.param(
            kind("Retracted Publication"),
            comment("RetractionIn"),
            ["retraction"],
            id="by both once",
        ),
        pytest.param(
            "",
            comment("ExpressionOfConcernIn") + comment("ErratumIn"),
            ["concern", "correction"],
            id="lesser ones",
        ),
        pytest.param("", comment("CommentIn") + comment("Cites"), [], id="comments"),
        pytest.param(
            kind("Retracted Publication"),
            comment("RetractedandRepublishedIn", "Ann Moss. 2012;2:2."),
            ["retraction"],
            id="retracted and replaced, once",
        ),
        pytest.param("", comment("RetractedandRepublishedFrom"), [], id="the replacement"),
        pytest.param("", comment("RepublishedIn"), [], id="printed again"),
    ],
)
def test_notices(types: str, citation: str, kinds: list[str]) -> None:
    assert [n.kind for n in pubmed.read(record(types=types, citation=citation)).notices] == kinds


def test_a_notice_names_its_work() -> None:
    work = pubmed.read(
        record(types=kind("Retraction of Publication"), citation=comment("RetractionOf", pmid="55"))
    )
    assert (work.type, [str(one) for one in work.notice_for]) == ("notice", ["pmid:55"])


def test_preprint_and_article_know_each_other() -> None:
    preprint = pubmed.read(
        record(types=kind("Preprint"), citation=comment("UpdateIn", "doi: 10.9999/A.", "66"))
    )
    assert (preprint.stage, preprint.type) == (Stage.PREPRINT, "article")
    assert [str(one) for one in preprint.preprint_of] == ["doi:10.9999/a", "pmid:66"]


@pytest.mark.parametrize(
    ("reference", "known"),
    [
        pytest.param("bioRxiv. 2021 Jul 09;:", ["pmid:44"], id="bioRxiv"),
        pytest.param("medRxiv. 2023 Apr 05:2023.03.21.23286947.", ["pmid:44"], id="medRxiv"),
        pytest.param("Res Sq. 2022 Jun 29:rs.3.rs-1800050.", ["pmid:44"], id="Research Square"),
        pytest.param(
            "J Moss. 2020. doi: 10.2139/ssrn.123.",
            ["doi:10.2139/ssrn.123", "pmid:44"],
            id="by its DOI",
        ),
        pytest.param(
            "Cochrane Database Syst Rev. 2010;(3):CD003737. doi: 10.1002/14651858.CD003737.pub2.",
            [],
            id="the earlier edition of a Cochrane review",
        ),
        pytest.param("Ann Moss. 2014;3(1):7-9.", [], id="a journal"),
        pytest.param("", [], id="nothing said"),
    ],
)
def test_an_update_is_of_a_preprint_only_if_the_reference_is_one(
    reference: str, known: list[str]
) -> None:
    work = pubmed.read(record(citation=comment("UpdateOf", reference, pmid="44")))
    assert [str(one) for one in work.preprints] == known


def test_a_book_has_another_layout() -> None:
    text = (
        "<PubmedBookArticle><BookDocument><PMID>90000009</PMID><Book><BookTitle>Mosses.</BookTitle>"
        "<PubDate><Year>2019</Year></PubDate></Book><ArticleTitle>Ferns.</ArticleTitle></BookDocument></PubmedBookArticle>"
    )
    work = pubmed.read(text)
    assert (work.title, work.container_title, work.type) == ("Ferns", "Mosses", "chapter")


EDITORS = (
    '<AuthorList Type="editors"><Author><LastName>Quist</LastName></Author></AuthorList>'
)  # fmt: skip
AUTHORS = (
    '<AuthorList Type="authors"><Author><LastName>Oye</LastName></Author></AuthorList>'
)  # fmt: skip


def book(inside: str, behind: str) -> str:
    """A book of the Bookshelf with parts in it and behind it."""
    return (
        "<PubmedBookArticle><BookDocument><PMID>90000009</PMID><Book>"
        "<BookTitle>MossReviews<sup>®</sup></BookTitle><PubDate><Year>1993</Year></PubDate>"
        f"{inside}</Book>{behind}</BookDocument></PubmedBookArticle>"
    )


def test_a_whole_book_has_its_authors_within_it() -> None:
    work = pubmed.read(book(EDITORS + AUTHORS, ""))
    assert [who.family for who in work.authors] == ["Oye"]
    assert (work.title, work.type) == ("MossReviews®", "book")
    assert pubmed.read(book(EDITORS, "")).authors == (), "editors are no authors"


def test_a_chapter_of_a_growing_book_has_dates_and_authors_of_its_own() -> None:
    days = (
        "<ContributionDate><Year>2006</Year><Month>1</Month><Day>12</Day></ContributionDate>"
        "<DateRevised><Year>2021</Year></DateRevised>"
    )
    work = pubmed.read(book(EDITORS, f"<ArticleTitle>Ferns</ArticleTitle>{AUTHORS}{days}"))
    assert [who.family for who in work.authors] == ["Oye"]
    assert (work.container_title, work.container_titles) == ("MossReviews®", ("MossReviews",))
    assert work.issued == PartialDate(year=2006, month=1, day=12)
    assert [day.year for day in work.dates] == [1993, 2006, 2021]


def test_a_pmcid_may_carry_a_version() -> None:
    ids = '<ArticleId IdType="pmc">PMC3706072.1</ArticleId>'
    assert "pmcid:PMC3706072" in map(str, pubmed.read(record(ids=ids)).identifiers)


@pytest.mark.parametrize("text", ["", "<x/>", "{}", "<PubmedArticle/>", "<PubmedArticle>"])
def test_what_is_no_record_is_said(text: str) -> None:
    with pytest.raises(SourceFormatError):
        pubmed.read(text)


def test_a_request_for_nothing_is_never_made() -> None:
    assert pubmed.requests([]) == []
    assert isinstance(pubmed.requests([query("pmid:1")])[0], Request)
