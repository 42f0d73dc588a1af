"""bioRxiv and medRxiv: which preprint became which article.

Documentation: https://api.biorxiv.org/. Example: https://api.biorxiv.org/details/biorxiv/
10.1101/2022.08.11.503261/na/json. Authoritative for the published DOI of its preprints. One DOI a
request; errors, and now and then nothing at all, come with status 200.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from pipeline.sources import notices, venues
from pipeline.sources.batches import merged
from pipeline.sources.bodies import answer_of, dumped, listed, mapped, object_of, whole
from pipeline.sources.dates import iso_date, sorted_dates
from pipeline.sources.people import byline, from_display
from pipeline.sources.plain import plain
from pipeline.sources.protocol import Policy, Request, Share, SourceFormatError, nothing_more
from pipeline.values.identifiers import identifier
from pipeline.values.question import ById, Query
from pipeline.values.work import Notice, Stage, Work

NAME = "biorxiv"
DAY_S = 86_400.0
POLICY = Policy(
    base_url="https://api.biorxiv.org",
    per_second=0.9,
    ceiling=1,
    in_flight=1,
    pool="biorxiv",
    fresh_s=7 * DAY_S,  # a preprint may be published any day
    absent_s=2 * DAY_S,
    search_s=7 * DAY_S,
    keeps=2,  # the type, which tells of a withdrawal
)
_PREPRINT = re.compile(r"10\.(?:1101|64898)/(?:\d{4}\.\d{2}\.\d{2}\.)?\d{5,9}")
_READ = ("title", "authors", "doi", "date", "version", "type", "published", "server")

again = nothing_more


def accepts(query: Query) -> bool:
    """DOIs of the shape that openRxiv gives; 10.1101 alone is Cold Spring Harbor's journals too."""
    return (
        isinstance(query, ById)
        and query.identifier.scheme == "doi"
        and bool(_PREPRINT.fullmatch(query.identifier.value))
    )


def requests(queries: Sequence[Query]) -> list[Request]:
    """One preprint a request, at the server that the shape of its DOI tells."""
    return [
        Request(path=_path(query), queries=(query,)) for query in queries if isinstance(query, ById)
    ]


def _path(query: ById) -> str:
    doi = query.identifier.value
    return f"/details/{venues.preprint_server(doi).lower()}/{quote(doi, safe='/')}/na/json"


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """The versions of the preprint as one payload; absent if the server has no such post.

    Raises:
        SourceFormatError: the body is no answer of the interface, or one about another preprint.

    """
    answer = answer_of(body, NAME)
    rows = [mapped(row) for row in listed(answer.get("collection"))]
    if not rows:
        status = [
            plain(mapped(message).get("status")) for message in listed(answer.get("messages"))
        ]
        if any("no posts found" in text.lower() for text in status):
            return {}
        raise SourceFormatError("biorxiv: neither versions nor word of their absence")
    asked = {query.identifier for query in request.queries if isinstance(query, ById)}
    if any(identifier("doi", plain(row.get("doi"))) not in asked for row in rows):
        raise SourceFormatError("biorxiv: a version of what was not asked for")
    kept = [{name: row[name] for name in _READ if name in row} for row in rows]
    return {request.queries[0]: Share(payloads=(dumped({"collection": kept}),))}


def read(payload: str) -> Work:
    """The latest version of a preprint, with the days of all.

    Raises:
        SourceFormatError: it has no version with a DOI.

    """
    rows = [mapped(row) for row in listed(object_of(payload, NAME).get("collection"))]
    if not rows:
        raise SourceFormatError("biorxiv: no version")
    rows.sort(key=lambda row: _version(row.get("version")))
    last = rows[-1]
    own = identifier("doi", plain(last.get("doi")))
    if own is None:
        raise SourceFormatError("biorxiv: a version without a DOI")
    title, mark = notices.from_title(plain(last.get("title")))
    titles = dict.fromkeys(notices.from_title(plain(row.get("title")))[0] for row in reversed(rows))
    published = plain(last.get("published")).rpartition("doi.org/")[2]
    record = identifier("doi", published) if published != "NA" else None
    return Work(
        title=title,
        other_titles=tuple(other for other in titles if other and other != title),
        authors=byline(from_display(name) for name in plain(last.get("authors")).split(";")),
        container_title=venues.preprint_server(own.value, recorded=[plain(last.get("server"))]),
        issued=iso_date(rows[0].get("date")),
        dates=sorted_dates(iso_date(row.get("date")) for row in rows),
        type="article",
        stage=Stage.PREPRINT,
        identifiers=(own,),
        preprint_of=merged([record]) if record != own else (),
        notices=notices.merged(_withdrawn(last), mark),
        url=own.url,
    )


def _withdrawn(row: Mapping[str, object]) -> tuple[Notice, ...]:
    """A withdrawn preprint has a last version of that type: a page that says so."""
    if plain(row.get("type")).lower() not in ("withdrawn", "withdrawal"):
        return ()
    notice = notices.notice_of("withdrawal", date=iso_date(row.get("date")), source=NAME)
    return (notice,) if notice else ()


def _version(text: object) -> int:
    return whole(text) or 0
