"""PubMed by NCBI's E-utilities: searches give PMIDs, efetch the records.

Documentation: https://www.ncbi.nlm.nih.gov/books/NBK25499/. Example:
https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&id=36305834&retmode=xml.
Authoritative for PMIDs, MeSH-indexed journals and their abbreviations, retractions. Known to get
wrong: names of journals (sentence case), and a search for an unknown DOI, which is answered with
another paper; hence whatever a search gives is fetched and must say the identifier back.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import tostring

from pipeline.sources import pubmed_record
from pipeline.sources.batches import batches, by_scheme, encoded_length
from pipeline.sources.bodies import xml_of
from pipeline.sources.protocol import (
    Policy,
    Request,
    Share,
    SourceFormatError,
    unanswered,
)
from pipeline.sources.pubmed_found import formatted, found, quoted
from pipeline.sources.searching import spared, telling
from pipeline.values.question import ByCitation, ById, ByPlace, Query
from pipeline.values.small_words import small_words

NAME = "pubmed"
DAY_S = 86_400.0
POLICY = Policy(
    base_url="https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    per_second=2.8,
    ceiling=3,  # three a second for each address
    in_flight=2,
    pool="ncbi",
    fresh_s=30 * DAY_S,
    absent_s=2 * DAY_S,
    search_s=7 * DAY_S,
)
KEYED_PER_SECOND = 8.0
"""With an API key: ten a second."""

MOST_PMIDS = 200
MOST_DOIS = 20
MOST_BYTES = 3_000
SEARCH_ROWS = 5
ID_ROWS = 100
"""Room for the wrong papers that unknown identifiers find."""

_SMALL = small_words("searches", "pubmed")

read = pubmed_record.read


def accepts(query: Query) -> bool:
    """PMIDs, DOIs, PIIs, citations, and places in a journal."""
    match query:
        case ById(identifier=asked):
            return asked.scheme in ("pmid", "doi", "pii", "pmcid")
        case ByCitation(title=title):
            return bool(_words(title))
        case ByPlace():
            return True
    return False


def requests(queries: Sequence[Query]) -> list[Request]:
    """PMIDs by two hundreds; DOIs by twenties, to be told apart by the records; a search each."""
    asked = [_fetch(batch) for batch in batches(by_scheme(queries, "pmid"), most=MOST_PMIDS)]
    named = [query for scheme in ("doi", "pii", "pmcid") for query in by_scheme(queries, scheme)]
    asked += [
        _search(batch, " OR ".join(quoted(query.identifier) for query in batch), rows=ID_ROWS)
        for batch in batches(
            named,
            most=MOST_DOIS,
            room=MOST_BYTES,
            size=lambda by_id: encoded_length(quoted(by_id.identifier)) + 4,
        )
    ]
    for query in queries:
        if isinstance(query, ByCitation):
            asked.append(_search([query], _title_term(query), rows=SEARCH_ROWS))
        elif isinstance(query, ByPlace):
            asked.append(_search([query], _place_term(query), rows=SEARCH_ROWS))
    return asked


def again(missing: Sequence[Query]) -> list[Request]:
    """PIIs in their compact spelling; PubMed keeps nearly all with hyphens and brackets."""
    return [
        _search([query], f'"{query.identifier.value}"[aid]', rows=ID_ROWS)
        for query in by_scheme(missing, "pii")
        if formatted(query.identifier.value) != query.identifier.value
    ]


def _fetch(batch: Sequence[ById]) -> Request:
    return Request(
        path="/efetch.fcgi",
        params=(
            ("db", "pubmed"),
            ("id", ",".join(query.identifier.value for query in batch)),
            ("retmode", "xml"),
        ),
        queries=tuple(batch),
        accept="xml",
    )


def _search(batch: Sequence[Query], term: str, *, rows: int) -> Request:
    return Request(
        path="/esearch.fcgi",
        params=(
            ("db", "pubmed"), ("term", term), ("retmode", "json"), ("retmax", str(rows)),
            ("sort", "relevance"),  # by date, the newest of many would push the right one out
        ),
        queries=tuple(batch),
    )  # fmt: skip


def _words(title: str) -> list[str]:
    return telling(title, _SMALL)


def _title_term(query: ByCitation) -> str:
    """A title as a search that bears a misspelt word; see ``spared``."""
    groups = spared(_words(query.title), most=12)
    joined = (" AND ".join(f"{word}[ti]" for word in group) for group in groups)
    return " OR ".join(f"({group})" for group in joined)


def _place_term(query: ByPlace) -> str:
    page = query.page.split("-")[0].split("–")[0].strip()
    parts = [
        (query.journal or query.issn, "ta"),
        (query.volume, "vi"),
        (page, "pg"),
        (str(query.year or ""), "dp"),
    ]
    cleaned = [(" ".join(text.replace('"', " ").split()), tag) for text, tag in parts]
    return " AND ".join(f'"{text}"[{tag}]' for text, tag in cleaned if text)


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """Records by their own PMID, or the PMIDs that a search found.

    A search for several identifiers gives each query all PMIDs: the records tell whose they are.

    Raises:
        AskFewerError: the identifiers found more than came.
        SourceFormatError: the body is an error, or none of the two kinds.

    """
    return found(request, body) if request.path == "/esearch.fcgi" else _fetched(request, body)


_ONCE = ("MedlineCitation/PMID", "MedlineCitation/Article/ArticleTitle")
"""What a record says once."""


def _fetched(request: Request, body: str) -> Mapping[Query, Share]:
    root = xml_of(body, NAME)
    if root.tag != "PubmedArticleSet":
        raise SourceFormatError(f"pubmed: {root.tag} instead of records")
    if any(len(article.findall(path)) > 1 for article in root for path in _ONCE):
        raise unanswered(request, "pubmed: a record is of two papers")
    records = {pubmed_record.own(article): article for article in root}
    return {
        query: Share(payloads=(tostring(records[query.identifier], encoding="unicode").strip(),))
        for query in request.queries
        if isinstance(query, ById) and query.identifier in records
    }
