"""Crossref: DOIs of journals, proceedings, books and most preprint servers.

Documentation: https://api.crossref.org/swagger-ui/index.html, https://www.crossref.org/documentation/
retrieve-metadata/rest-api/. Example: https://api.crossref.org/works?filter=doi:10.1093/nar/gkac901.
Authoritative for what publishers deposit: titles, by-lines, dates, notices. Known to get wrong:
issue dates unknown or of another version, by-lines missing, capitals throughout; a search always
finds something. NeurIPS, ICLR, PMLR and JMLR papers have no Crossref DOI, arXiv's are DataCite's.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from pipeline.sources import crossref_record
from pipeline.sources.batches import batches, encoded_length
from pipeline.sources.bodies import Json, answer_of, dumped, listed, mapped, objects
from pipeline.sources.plain import folded, plain
from pipeline.sources.protocol import (
    Policy,
    Request,
    Share,
    SourceFormatError,
    nothing_more,
    unanswered,
)
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.question import ByCitation, ById, ByPlace, Query

NAME = "crossref"
DAY_S = 86_400.0
NO_SUCH_RECORD = "Resource not found."
"""The whole body, whatever its type, where a single record does not exist."""
POLICY = Policy(
    base_url="https://api.crossref.org",
    per_second=2.8,
    ceiling=3,  # lists in the polite pool, since December 2025
    in_flight=3,
    pool="crossref",
    fresh_s=30 * DAY_S,
    absent_s=2 * DAY_S,
    search_s=7 * DAY_S,
    no_such=NO_SUCH_RECORD,
)
PUBLIC_POLICY = POLICY.but(per_second=0.95, ceiling=1, in_flight=1)
"""Without a contact address: one list a second, one at a time."""

MOST_DOIS = 50
"""Measured by others: 50 in one filter answer, much longer addresses overflow (414)."""
MOST_BYTES = 3_600
"""Encoded length of a filter; the whole request line stays below 4,096."""
MOST_PIIS = 20
SEARCH_ROWS = 5
NEAR = 0.5
"""Share of the words of two titles that both have, from which they may be one work's."""
MOST_PRINTED = 4
"""Works in print looked for in one search: its words are alternatives, as many as a reference with
many authors has. Eight lost one in twenty-five, among 60,000 works; four and five none."""
PRINTED_ROWS = 40
PRINTED_BYTES = 2_800
IN_PRINT = "type:journal-article,type:proceedings-article,type:book-chapter"

SELECT = (
    "DOI,title,subtitle,original-title,author,editor,issued,published,published-online,published-print,"
    "posted,approved,container-title,short-container-title,type,publisher,prefix,member,volume,"
    "issue,page,article-number,ISSN,alternative-id,group-title,event,relation,update-to,"
    "updated-by,URL,score"
)
"""What ``read`` looks at. ``institution`` cannot be selected (400), and whole records weigh up to
100 KB each: a preprint's server is read from the shape of its DOI instead."""

_UNREAD = ("reference", "abstract", "license", "link", "indexed", "deposited", "created", "funder")

again = nothing_more
read = crossref_record.read


def accepts(query: Query) -> bool:
    """DOIs that may be Crossref's, PIIs, citations, and places in a journal."""
    match query:
        case ById(identifier=asked):
            return asked.scheme in ("doi", "pii")
        case ByCitation(title=title):
            return bool(title.strip())
        case ByPlace():
            return True
    return False


def requests(queries: Sequence[Query]) -> list[Request]:
    """DOIs by fifties, PIIs by twenties, a search for each citation and place.

    Works in print that nobody misses, by fours.
    """
    citations = [query for query in queries if isinstance(query, ByCitation)]
    dois = [query for query in queries if _scheme(query) == "doi"]
    piis = [query for query in queries if _scheme(query) == "pii"]
    lists = [query for query in dois if _filterable(query)]
    return [
        *_lists("doi", lists, MOST_DOIS),
        *_lists("alternative-id", piis, MOST_PIIS),
        *(_single(query) for query in dois if not _filterable(query)),
        *(_search(query) for query in citations if not query.printed),
        *_printed([query for query in citations if query.printed]),
        *(_place(query) for query in queries if isinstance(query, ByPlace)),
    ]


def _scheme(query: Query) -> str:
    return query.identifier.scheme if isinstance(query, ById) else ""


def _value(query: Query) -> str:
    return query.identifier.value if isinstance(query, ById) else ""


def _filterable(query: Query) -> bool:
    """A filter is split at commas, and one malformed element spoils the whole list.

    What a list came without is asked for as a single record, whose absence is said in words.
    """
    doi = _value(query)
    if isinstance(query, ById) and query.again:
        return False
    return not any(char in doi for char in ",\\\"'") and doi.isprintable() and " " not in doi


def _lists(name: str, queries: Sequence[Query], most: int) -> list[Request]:
    def size(query: Query) -> int:
        return encoded_length(f",{name}:{_value(query)}")

    return [
        Request(
            path="/works",
            params=(
                ("filter", ",".join(f"{name}:{_value(query)}" for query in batch)),
                # Without rows only the first twenty of a batch come back.
                ("rows", str(len(batch) * (1 if name == "doi" else 5))),
                ("select", SELECT),
            ),
            queries=tuple(batch),
        )
        for batch in batches(queries, most=most, room=MOST_BYTES, size=size)
    ]


def _single(query: Query) -> Request:
    return Request(path=f"/works/{quote(_value(query), safe='')}", queries=(query,))


def _search(query: ByCitation) -> Request:
    """Title, up to three family names and the year, and five rows for our own scoring.

    By the title alone "Deep Residual Learning for Image Recognition" comes third; with names and
    year it comes first by far.
    """
    return _list_search(query, (("query.bibliographic", _words(query)[:400]),))


def _words(query: ByCitation) -> str:
    year = str(query.year) if query.year else ""
    return plain(" ".join([query.title, *query.families[:3], year]))


def _printed(queries: Sequence[ByCitation]) -> list[Request]:
    """Searches for several works each, whose words are alternatives; each takes what is like it.

    What is no work in print (the preprints themselves before all) would fill the rows.
    """

    def words(query: ByCitation) -> str:
        return _words(query)[:250]

    return [
        Request(
            path="/works",
            params=(
                ("query.bibliographic", " ".join(map(words, batch))),
                ("filter", IN_PRINT),
                ("rows", str(PRINTED_ROWS)),
                ("select", SELECT),
            ),
            queries=tuple(batch),
        )
        for batch in batches(
            queries, most=MOST_PRINTED, room=PRINTED_BYTES,
            size=lambda query: encoded_length(words(query)),
        )
    ]  # fmt: skip


def _place(query: ByPlace) -> Request:
    where = " ".join(filter(None, [query.family, query.volume, query.page, str(query.year or "")]))
    journal = ("filter", f"issn:{query.issn}")
    if not query.issn:
        journal = ("query.container-title", query.journal[:200])
    return _list_search(query, (journal, ("query.bibliographic", where[:80])))


def _list_search(query: Query, params: tuple[tuple[str, str], ...]) -> Request:
    return Request(
        path="/works",
        params=(*params, ("rows", str(SEARCH_ROWS)), ("select", SELECT)),
        queries=(query,),
    )


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """Whose records are whose, by the DOI or PII they carry; order means nothing.

    Raises:
        AskFewerError: a filter let more through than came.
        SourceFormatError: the body is no list of works.

    """
    if request.path != "/works" and body.strip() == NO_SUCH_RECORD:
        return {}
    answer = answer_of(body, NAME)
    items = _items(answer)
    by_number = isinstance(request.queries[0], ById) and dict(request.params).get("filter")
    if by_number and _count(answer) > len(items):
        raise unanswered(request, "crossref: more was found than came")
    if not items and isinstance(request.queries[0], ByCitation):
        # Any word of a title finds something among 160 million.
        return dict.fromkeys(request.queries, Share(doubt="sent an empty list to a search"))
    known = [item for item in items if identifier("doi", str(item.get("DOI")))]
    odd = [item for item in items if item not in known]
    searched = all(isinstance(query, ByCitation) for query in request.queries)
    if not all(searched and str(item.get("DOI")).startswith("10.") for item in odd):
        raise unanswered(request, "crossref: a record does not say which it is")
    shares = {
        query: Share(doubt="found it without a DOI")
        if _is_among(query, odd)
        else _share(query, known)
        for query in request.queries
    }
    return {query: share for query, share in shares.items() if share.payloads or share.doubt}


def _is_among(query: Query, items: Sequence[dict[str, Json]]) -> bool:
    """Whether the work that is searched for has a DOI of those that are none: "10.1063/1.48]"."""
    return isinstance(query, ByCitation) and any(
        _unlike(query.title, item) <= -NEAR for item in items
    )


def _items(answer: dict[str, Json]) -> list[dict[str, Json]]:
    message = answer.get("message")
    if answer.get("status") != "ok" or not isinstance(message, dict):
        raise SourceFormatError("crossref: no list of works")
    if answer.get("message-type") == "work":
        return [message]
    return objects(message.get("items"), NAME)


def _count(answer: dict[str, Json]) -> int:
    """How many works a filter let through; of a search the number means nothing."""
    count = mapped(answer.get("message")).get("total-results")
    return count if isinstance(count, int) else 0


def _share(query: Query, items: Sequence[dict[str, Json]]) -> Share:
    match query:
        case ById(identifier=asked) if asked.scheme == "doi":
            fitting = _with_doi(asked, items)
        case ById(identifier=asked):
            fitting = [item for item in items if asked in _piis(item)]
        case ByPlace():
            fitting = [item for item in items if _stands_at(query, item)]
        case ByCitation(printed=True):
            fitting = _nearest(query.title, items)
        case _:
            fitting = list(items)
    return Share(payloads=tuple(dumped(_kept(item)) for item in fitting))


def _nearest(title: str, items: Sequence[dict[str, Json]]) -> list[dict[str, Json]]:
    """The works with most of the title's words, as many as a search by itself would bring."""
    return sorted(items, key=lambda item: _unlike(title, item))[:SEARCH_ROWS]


def _unlike(title: str, item: dict[str, Json]) -> float:
    """From -1, for a record with the same words in its title, to 0 for one with others."""
    words = set(folded(plain(title)).split())
    own = set(folded(plain(" ".join(map(str, listed(item.get("title")))))).split())
    return -len(words & own) / (len(words | own) or 1)


def _with_doi(asked: Identifier, items: Sequence[dict[str, Json]]) -> list[dict[str, Json]]:
    return [item for item in items if identifier("doi", str(item.get("DOI"))) == asked][:1]


def _piis(item: dict[str, Json]) -> set[Identifier | None]:
    return {identifier("pii", str(value)) for value in listed(item.get("alternative-id"))}


def _stands_at(query: ByPlace, item: dict[str, Json]) -> bool:
    """Whether the record's own volume and first page or article number are the asked ones."""
    volume, page = plain(item.get("volume")), plain(item.get("page"))
    places = {folded(page.split("-")[0]), folded(plain(item.get("article-number")))}
    journals = [plain(name) for name in listed(item.get("container-title"))]
    return (
        volume == query.volume.strip()
        and folded(query.page.split("-")[0]) in places
        and bool(journals)
    )


def _kept(item: dict[str, Json]) -> dict[str, Json]:
    """The record without what is never read: references alone may weigh 100 KB."""
    return {name: value for name, value in mapped(item).items() if name not in _UNREAD}
