"""DBLP: computer science's bibliography; it knows the conferences whose papers have no DOI.

Documentation: https://sparql.dblp.org/ (QLever), https://dblp.org/rdf/docs/. Asked by SPARQL, one
request at a time. Authoritative for venue, year and order of names of ICLR, NeurIPS, ICML and their
like; names alone, no affiliations. New proceedings stand there weeks after the meeting.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.sources import dblp_meetings as meetings
from pipeline.sources.batches import batches, merged
from pipeline.sources.bodies import (
    Json,
    answer_of,
    dumped,
    listed,
    mapped,
    object_of,
    objects,
    whole,
)
from pipeline.sources.dates import date
from pipeline.sources.outline import MOST_NAMES, Outline
from pipeline.sources.people import beginning, byline, from_display
from pipeline.sources.plain import folded, plain, without_full_stop
from pipeline.sources.protocol import (
    Policy,
    Request,
    Share,
    SourceFormatError,
    nothing_more,
    unanswered,
)
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.question import ByCitation, ById, ByVenue, Query
from pipeline.values.work import PartialDate, Person, Stage, Work

NAME = "dblp"
DAY_S = 86_400.0
POLICY = Policy(
    base_url="https://sparql.dblp.org",
    per_second=0.9,
    in_flight=1,
    pool="dblp",
    fresh_s=90 * DAY_S,
    absent_s=14 * DAY_S,
    search_s=30 * DAY_S,
    after_answer=True,
    accept="application/sparql-results+json",
)
MOST_DOIS = 50
MOST_TITLES = 25
PREFIX = 40
"""Letters of a folded title by which it is looked up."""
LEAST = 12
"""Letters that a title needs to be looked up: fewer begin too many."""
MOST_ROWS = 20_000
"""One row an author; as many as that are an answer that was cut."""
SHOWN = 5
"""Works kept for a title."""
_PLAIN_DOI = re.compile(r"[\w.;()/:\-]+", re.ASCII)
_NAMESAKE = re.compile(r" \d{4}$")
_VOLUME = re.compile(r" \((?:\d+|posters?|orals?)\)$", re.IGNORECASE)
"""Behind a meeting, the volume of its proceedings or the track: "ECCV (5)", "ICLR (Poster)"."""
_PREPRINTS = {
    "corr": "arXiv", "iacr cryptol. eprint arch.": "IACR Cryptology ePrint Archive",
    "electron. colloquium comput. complex.": "Electronic Colloquium on Computational Complexity",
}  # fmt: skip
"""Streams that hold preprints and are no venue."""
_TYPES = {
    "article": "article-journal", "inproceedings": "paper-conference", "book": "book",
    "proceedings": "book", "incollection": "chapter", "phdthesis": "thesis",
    "mastersthesis": "thesis",
}  # fmt: skip
_OPENREVIEW = re.compile(r"^https?://openreview\.net/(?:forum|pdf)\?id=([\w\-]+)(?:&|$)")
_ACL = re.compile(r"^https?://(?:www\.)?aclanthology\.org/([\w.\-]+?)/?$")
_PMLR = re.compile(r"^https?://proceedings\.mlr\.press/(v\d+/[a-z\-]+\d\d[a-z]?)\.html$")
_PAGES = {
    "openreview": ("https://openreview.net/forum?id={}",),
    "pmlr": ("https://proceedings.mlr.press/{}.html", "http://proceedings.mlr.press/{}.html"),
    "acl": ("https://aclanthology.org/{}/", "https://aclanthology.org/{}",
            "https://www.aclweb.org/anthology/{}/"),
}  # fmt: skip
"""How DBLP writes the pages of papers that have a number where they are shown."""
_FIELDS = """\
  ?pub dblp:bibtexType ?type .
  OPTIONAL { ?pub dblp:publishedIn ?venue } OPTIONAL { ?pub dblp:yearOfPublication ?year }
  OPTIONAL { ?pub dblp:doi ?doi } OPTIONAL { ?pub dblp:primaryDocumentPage ?page }
  OPTIONAL { ?pub dblp:hasSignature ?by .
             ?by dblp:signatureOrdinal ?place ; dblp:signatureDblpName ?name }"""

again = nothing_more


def accepts(query: Query) -> bool:
    """DOIs, arXiv ids (DBLP has arXiv's own DOIs), and titles long enough to tell works apart.

    Besides them the papers of OpenReview, PMLR and the ACL Anthology, by the pages they are at, and
    those of a whole meeting whose titles bear some words.
    """
    if isinstance(query, ByCitation):
        return len(_letters(query.title)) >= LEAST
    if isinstance(query, ByVenue):
        return meetings.accepts(query)
    return isinstance(query, ById) and bool(_doi(query.identifier) or _pages(query.identifier))


def _pages(asked: Identifier) -> list[str]:
    """The addresses at which DBLP may have it; none with letters that no query bears."""
    forms = (
        _PAGES.get(asked.scheme, ()) if re.fullmatch(r"[\w./\-]+", asked.value, re.ASCII) else ()
    )
    return [form.format(asked.value) for form in forms]


def _letters(title: str) -> str:
    """A folded title as DBLP compares it: Latin letters, digits and blanks."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", folded(plain(title))).split())


def _doi(asked: Identifier) -> str:
    """The DOI as DBLP writes it: in capitals, arXiv's under its own prefix."""
    doi = f"10.48550/arXiv.{asked.value}" if asked.scheme == "arxiv" else asked.value
    known = asked.scheme in ("doi", "arxiv") and _PLAIN_DOI.fullmatch(doi)
    return doi.upper() if known else ""


def requests(queries: Sequence[Query]) -> list[Request]:
    """Fifty identifiers or twenty-five titles in one question."""
    asked = [query for query in queries if isinstance(query, ById)]
    titles = [query for query in queries if isinstance(query, ByCitation)]
    dois = [query for query in asked if not _pages(query.identifier)]
    pages = [query for query in asked if _pages(query.identifier)]
    by_doi = [_request(group, _by_doi(group)) for group in batches(dois, most=MOST_DOIS)]
    by_page = [_request(group, _by_page(group)) for group in batches(pages, most=MOST_DOIS)]
    of_meetings = [
        _request((query,), meetings.where(query)) for query in queries if isinstance(query, ByVenue)
    ]
    return (
        by_doi
        + by_page
        + of_meetings
        + [_request(group, _by_title(group)) for group in batches(titles, most=MOST_TITLES)]
    )


def _request(asked: Sequence[Query], where: str) -> Request:
    query = (
        "PREFIX dblp: <https://dblp.org/rdf/schema#>\n"
        "SELECT ?pub ?title ?type ?venue ?year ?doi ?page ?place ?name WHERE {\n"
        f"{where}\n{_FIELDS}\n}} LIMIT {MOST_ROWS}"
    )
    return Request(path="/sparql", params=(("query", query),), queries=tuple(asked), method="POST")


def _by_doi(asked: Sequence[ById]) -> str:
    values = " ".join(f"<https://doi.org/{_doi(query.identifier)}>" for query in asked)
    return f"  VALUES ?doi {{ {values} }} ?pub dblp:doi ?doi ; dblp:title ?title ."


def _by_page(asked: Sequence[ById]) -> str:
    values = " ".join(f"<{page}>" for query in asked for page in _pages(query.identifier))
    return (
        f"  VALUES ?page {{ {values} }} ?pub dblp:primaryDocumentPage ?page ; dblp:title ?title ."
    )


def _by_title(asked: Sequence[ByCitation]) -> str:
    ranges = dict.fromkeys(_range(query.title) for query in asked)
    return " UNION\n".join(
        f'  {{ ?pub dblp:title ?title . FILTER(?title >= "{low}" && ?title < "{high}") }}'
        for low, high in ranges
    )


def _range(title: str) -> tuple[str, str]:
    """The titles that begin so: from these letters to the first that begin otherwise.

    The upper bound has to end in a letter, so the cut lies behind one that is not the last.
    """
    start = _letters(title)[:PREFIX].rstrip()
    cut = re.match(r".*[a-y]", start)
    low = cut[0] if cut and len(cut[0]) >= LEAST else start
    return low, f"{low[:-1]}{chr(ord(low[-1]) + 1)}"


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """Whose records are whose: by DOI, or by the letters that the title begins with.

    Raises:
        AskFewerError: the answer was cut.
        SourceFormatError: the body is no result of a query.

    """
    rows = objects(mapped(answer_of(body, NAME).get("results")).get("bindings"), NAME)
    if len(rows) >= MOST_ROWS:
        raise unanswered(request, "dblp: more was found than came")
    records = _records(rows)
    if any(not record["pub"] or not record.get("title") for record in records):
        raise unanswered(request, "dblp: a record does not say which it is")
    shares = {
        query: Share(payloads=tuple(dumped(record) for record in _of(query, records)))
        for query in request.queries
    }
    return {query: share for query, share in shares.items() if share.payloads}


def _records(rows: Iterable[Json]) -> list[dict[str, Json]]:
    """A record for each publication, its authors gathered from their rows."""
    by_key: dict[str, dict[str, Json]] = {}
    people: dict[str, dict[int, str]] = defaultdict(dict)
    for row in rows:
        texts = {name: plain(mapped(value).get("value")) for name, value in mapped(row).items()}
        key = texts.get("pub", "")
        fields = {n: v for n, v in texts.items() if n not in ("place", "name")}
        by_key.setdefault(key, fields | {"pub": key, "authors": []})
        place = whole(texts.get("place"))
        if texts.get("name") and place is not None:
            people[key][place] = texts["name"]
    for key, names in people.items():
        by_key[key]["authors"] = [names[place] for place in sorted(names)]
    return list(by_key.values())


def _of(query: Query, records: Sequence[dict[str, Json]]) -> list[dict[str, Json]]:
    if isinstance(query, ById) and _pages(query.identifier):
        return [record for record in records if query.identifier in _identifiers(record)]
    if isinstance(query, ById):
        wanted = f"https://doi.org/{_doi(query.identifier)}"
        return [record for record in records if str(record.get("doi")).upper() == wanted.upper()]
    if isinstance(query, ByVenue):
        fits = (meetings.fits(query, r.get("venue"), r.get("year"), r["title"]) for r in records)
        return [record for record, fit in zip(records, fits, strict=True) if fit]
    if not isinstance(query, ByCitation):
        return []
    wanted, (low, high) = _letters(query.title), _range(query.title)
    near = [record for record in records if low <= _letters(record["title"]) < high]
    return sorted(near, key=lambda record: _letters(record["title"]) != wanted)[:SHOWN]


def read(payload: str) -> Work:
    """One publication as a work.

    Raises:
        SourceFormatError: it has no title or no key.

    """
    return work(object_of(payload, NAME))


def work(record: dict[str, Json]) -> Work:
    """One publication, opened.

    Raises:
        SourceFormatError: it has no title or no key.

    """
    title, known, issued = _named(record)
    venue = _VOLUME.sub("", plain(record.get("venue")))
    server = _PREPRINTS.get(venue.casefold())
    return Work(
        title=title,
        authors=byline(_people(record)),
        container_title=server or venue,
        issued=issued, dates=(issued,) if issued else (),
        type="article" if server else _TYPES.get(_type(record), "article-journal"),
        stage=Stage.PREPRINT if server else Stage.RECORD,
        identifiers=known,
        url=plain(record.get("page")) or known[0].url,
    )  # fmt: skip


def outline(record: dict[str, Json]) -> Outline:
    """What a publication is looked for by.

    Raises:
        SourceFormatError: it has no title or no key.

    """
    title, known, issued = _named(record)
    people = beginning(_people(record), MOST_NAMES)
    return Outline(title, known, people, issued, (issued,) if issued else ())


def _named(
    record: dict[str, Json],
) -> tuple[str, tuple[Identifier, ...], PartialDate | None]:
    """The title, the identifiers and the year."""
    title = without_full_stop(plain(record.get("title")))
    known = _identifiers(record)
    if not title or not known:
        raise SourceFormatError("dblp: a record without title or key")
    return title, known, date(record.get("year"))


def _people(record: dict[str, Json]) -> Iterator[Person | None]:
    return map(_person, listed(record.get("authors")))


def _type(record: dict[str, Json]) -> str:
    """The last word of ``http://purl.org/net/nknouf/ns/bibtex#Inproceedings``."""
    return plain(record.get("type")).rpartition("#")[2].casefold()


def _person(name: Json) -> Person | None:
    """The four digits behind a name tell namesakes apart and are not of it."""
    return from_display(_NAMESAKE.sub("", plain(name)))


def _identifiers(record: dict[str, Json]) -> tuple[Identifier, ...]:
    doi = plain(record.get("doi")).partition("doi.org/")[2]
    page = plain(record.get("page"))
    key = plain(record.get("pub")).partition("/rec/")[2]
    opened = ((_OPENREVIEW, "openreview"), (_ACL, "acl"), (_PMLR, "pmlr"))
    pages = (identifier(scheme, m[1]) for pattern, scheme in opened if (m := pattern.match(page)))
    own = identifier("dblp", key) if key else None
    return merged([identifier("doi", doi)] if doi else [], list(pages), [own])
