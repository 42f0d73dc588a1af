"""PubMed by NCBI's E-utilities: searches give PMIDs, efetch the records.

Documentation: https://www.ncbi.nlm.nih.gov/books/NBK25499/. Example:
https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&id=36305834&retmode=xml.
Authoritative for PMIDs, MeSH-indexed journals and their abbreviations, retractions. Known to get
wrong: names of journals (sentence case), and a search for an unknown DOI, which is answered with
another paper; hence whatever a search gives is fetched and must say the identifier back.
"""

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import tostring

from pipeline.sources import pubmed_record
from pipeline.sources.batches import batches, by_scheme, encoded_length
from pipeline.sources.bodies import Json, answer_of, listed, mapped, whole, xml_of
from pipeline.sources.protocol import (
    AskFewerError,
    Policy,
    Request,
    Share,
    SourceFormatError,
    unanswered,
)
from pipeline.sources.searching import spared, telling
from pipeline.values.identifiers import Identifier, identifier
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
TAKEN_APART = 50
"""Papers found for one identifier from which it was searched for as words, which is done to those
that the index does not hold; one that it holds finds its own paper, or two."""

PARTS = 4
"""What twenty are parted into if it is not told which is unknown, and these then into ones: at most
25 searches for twenty, where halves would need 39."""
_ANYWHERE = "[all fields]"
"""How PubMed says that it took an identifier apart."""
_SIGNS = re.compile(r"[^a-z0-9]")

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
    found = [_fetch(batch) for batch in batches(by_scheme(queries, "pmid"), most=MOST_PMIDS)]
    named = [query for scheme in ("doi", "pii", "pmcid") for query in by_scheme(queries, scheme)]
    found += [
        _search(batch, " OR ".join(_quoted(query.identifier) for query in batch), rows=ID_ROWS)
        for batch in batches(
            named,
            most=MOST_DOIS,
            room=MOST_BYTES,
            size=lambda one: encoded_length(_quoted(one.identifier)) + 4,
        )
    ]
    for query in queries:
        if isinstance(query, ByCitation):
            found.append(_search([query], _title_term(query), rows=SEARCH_ROWS))
        elif isinstance(query, ByPlace):
            found.append(_search([query], _place_term(query), rows=SEARCH_ROWS))
    return found


def again(missing: Sequence[Query]) -> list[Request]:
    """PIIs in their compact spelling; PubMed keeps nearly all with hyphens and brackets."""
    return [
        _search([query], f'"{query.identifier.value}"[aid]', rows=ID_ROWS)
        for query in by_scheme(missing, "pii")
        if _formatted(query.identifier.value) != query.identifier.value
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


def _quoted(asked: Identifier) -> str:
    """An identifier as a search term; quoted, or PubMed takes it apart and searches everywhere.

    Whether it does so even with what is quoted but not in its index is not known for sure: what it
    names as not found, and what finds hundreds, is taken for unknown.
    """
    return f'"{_bare(asked)}"[{"pmcid" if asked.scheme == "pmcid" else "aid"}]'


def _bare(asked: Identifier) -> str:
    value = _formatted(asked.value) if asked.scheme == "pii" else asked.value
    return value.replace('"', " ").replace("\\", " ")


def _formatted(pii: str) -> str:
    """``S0896627311004430`` as ``S0896-6273(11)00443-0``, the way PubMed keeps it."""
    letter = pii[:1] if pii[:1].isalpha() else ""
    digits = pii[len(letter) :]
    if len(digits) != 16:
        return pii
    return f"{letter}{digits[:4]}-{digits[4:8]}({digits[8:10]}){digits[10:15]}-{digits[15:]}"


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
    return _found(request, body) if request.path == "/esearch.fcgi" else _fetched(request, body)


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


def _found(request: Request, body: str) -> Mapping[Query, Share]:
    result = mapped(answer_of(body, NAME).get("esearchresult"))
    if "ERROR" in result or not isinstance(result.get("idlist"), list):
        raise SourceFormatError("pubmed: an error instead of a search result")
    pmids = [identifier("pmid", str(value)) for value in listed(result["idlist"])]
    known = tuple(pmid for pmid in pmids if pmid)
    unknown = _unknown(request, result, known)
    asked = [query for query in request.queries if query not in unknown] if known else []
    return {query: Share(see=known, verify=isinstance(query, ById)) for query in asked}


def _parts(number: int) -> int:
    """Into how many a batch is parted, so that no identifier costs more than two searches."""
    if number <= PARTS:
        return 2
    return PARTS if number > PARTS + 1 else number


def _looked_for(result: Mapping[str, Json]) -> str:
    """What PubMed says that it searched for, where it took something apart.

    What it did not take apart stands there as it was asked, but for signs.
    """
    said = str(result.get("querytranslation") or "").lower()
    return _SIGNS.sub("", said) if _ANYWHERE in said else ""


def _unknown(
    request: Request, result: Mapping[str, Json], known: Sequence[Identifier]
) -> tuple[Query, ...]:
    """The identifiers that the search did not find, as far as it says so.

    Raises:
        AskFewerError: for these, other papers came than those of the rest.
        SourceFormatError: one identifier, and the page is cut.

    """
    queries = [query for query in request.queries if isinstance(query, ById)]
    told = listed(mapped(result.get("warninglist")).get("quotedphrasesnotfound"))
    phrases = {str(one).rpartition('"')[0].strip('"').lower() for one in told}
    said = _looked_for(result)
    unknown = tuple(
        one for one in queries
        if _bare(one.identifier).lower() in phrases
        or (said and _SIGNS.sub("", _bare(one.identifier).lower()) not in said)
    )  # fmt: skip
    number = whole(result.get("count"))
    if number is None and result.get("count") is not None:
        raise unanswered(request, "pubmed: how much was found is no number")
    count = len(known) if number is None else number
    if queries and unknown == request.queries:
        return unknown
    if unknown and max(count, len(known)) > 2 * (len(queries) - len(unknown)):
        raise AskFewerError("pubmed: other papers came for what it does not know", unknown)
    if queries and count > len(result["idlist"]):
        if len(queries) == 1 and count >= TAKEN_APART:
            return tuple(queries)
        if len(queries) == 1:
            raise SourceFormatError("pubmed: more was found than came")
        raise AskFewerError("pubmed: more was found than came", parts=_parts(len(queries)))
    return unknown
