"""DataCite: DOIs of arXiv, Zenodo, figshare and other repositories.

Documentation: https://support.datacite.org/docs/api. Example: https://api.datacite.org/dois?query=
doi:("10.48550/arxiv.2306.15006"). Authoritative for its DOIs; a copy of arXiv's metadata serves
while arXiv rests. Known to get wrong: several names in one creator, years of other calendars.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.sources import notices, venues
from pipeline.sources.batches import batches, by_scheme, encoded_length, merged
from pipeline.sources.bodies import Json, answer_of, dumped, listed, mapped, object_of, objects
from pipeline.sources.dates import date, earliest, iso_date, sorted_dates
from pipeline.sources.people import byline, from_display, person
from pipeline.sources.plain import plain
from pipeline.sources.protocol import (
    Policy,
    Request,
    Share,
    SourceFormatError,
    nothing_more,
    unanswered,
)
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.question import ById, Query
from pipeline.values.work import PartialDate, Person, Stage, Work

NAME = "datacite"
DAY_S = 86_400.0
POLICY = Policy(
    base_url="https://api.datacite.org",
    per_second=1.5,  # 500 in five minutes without an address, 1,000 with one
    in_flight=1,
    pool="datacite",
    fresh_s=30 * DAY_S,
    absent_s=2 * DAY_S,
    search_s=7 * DAY_S,
)
MOST_DOIS = 50
MOST_BYTES = 3_000

_READ = (
    "doi", "titles", "creators", "publisher", "container", "publicationYear", "dates", "types",
    "relatedIdentifiers", "url",
)  # fmt: skip
_TYPES = {
    "article-journal": "article-journal", "dataset": "dataset",
    "book": "book", "chapter": "chapter", "thesis": "thesis", "report": "report",
    "paper-conference": "paper-conference",
}  # fmt: skip
"""Citeproc's "article" is what DataCite calls whatever has no other name: seeds, collections."""
_GENERAL = {
    "JournalArticle": "article-journal", "ConferencePaper": "paper-conference",
    "Preprint": "article", "Dissertation": "thesis", "Book": "book", "BookChapter": "chapter",
    "Report": "report", "Dataset": "dataset", "Software": "software",
}  # fmt: skip
_AFFILIATION = re.compile(r"\s?\([^()]{0,120}\)")

again = nothing_more


def accepts(query: Query) -> bool:
    """DOIs, and arXiv ids by the DOI that arXiv registers for them."""
    return isinstance(query, ById) and query.identifier.scheme in ("doi", "arxiv")


def requests(queries: Sequence[Query]) -> list[Request]:
    """Fifty DOIs in one search."""
    asked = [*by_scheme(queries, "doi"), *by_scheme(queries, "arxiv")]

    def size(query: ById) -> int:
        return encoded_length(f' OR "{_doi(query.identifier)}"')

    return [
        Request(
            path="/dois",
            params=(
                ("query", f"doi:({' OR '.join(_quoted(query.identifier) for query in batch)})"),
                ("page[size]", str(len(batch))),
            ),
            queries=tuple(batch),
        )
        for batch in batches(asked, most=MOST_DOIS, room=MOST_BYTES, size=size)
    ]


def _doi(asked: Identifier) -> str:
    return f"10.48550/arxiv.{asked.value}" if asked.scheme == "arxiv" else asked.value


def _quoted(asked: Identifier) -> str:
    escaped = _doi(asked).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """Whose records are whose, by the DOI they carry.

    Raises:
        AskFewerError: more was found than came.
        SourceFormatError: the body is no list of records.

    """
    answer = answer_of(body, NAME)
    rows = objects(answer.get("data"), NAME)
    total = mapped(answer.get("meta")).get("total")
    if isinstance(total, int) and total > len(rows):
        raise unanswered(request, "datacite: more was found than came")
    records = {_own(mapped(row.get("attributes"))): row for row in rows}
    if None in records:
        raise unanswered(request, "datacite: a record does not say which it is")
    return {
        query: Share(payloads=(dumped(_kept(records[query.identifier])),))
        for query in request.queries
        if isinstance(query, ById) and query.identifier in records
    }


def _own(fields: Mapping[str, Json]) -> Identifier | None:
    return identifier("doi", str(fields.get("doi")))


def _kept(record: dict[str, Json]) -> dict[str, Json]:
    """The fields that are read; the rest holds the whole record a second time, as XML."""
    fields = mapped(record.get("attributes"))
    return {"attributes": {name: fields[name] for name in _READ if name in fields}}


def read(payload: str) -> Work:
    """One record as a work.

    Raises:
        SourceFormatError: it is no record with a DOI.

    """
    fields = mapped(object_of(payload, NAME).get("attributes"))
    own = _own(fields)
    if own is None:
        raise SourceFormatError("datacite: a record without a DOI")
    try:
        return _work(fields, own)
    except (TypeError, ValueError) as error:
        raise SourceFormatError(f"datacite: record {own.value}") from error


def _work(fields: dict[str, Json], own: Identifier) -> Work:
    titles = [mapped(title) for title in listed(fields.get("titles"))]
    main = [plain(title.get("title")) for title in titles if not title.get("titleType")]
    others = [plain(title.get("title")) for title in titles if title.get("titleType")]
    marked = [notices.from_title(title) for title in main + others]
    every = list(dict.fromkeys(title for title, _ in marked if title))
    publisher = plain(fields.get("publisher")) or plain(mapped(fields.get("publisher")).get("name"))
    container = (
        "arXiv" if own.scheme == "arxiv" else plain(mapped(fields.get("container")).get("title"))
    )
    days = sorted_dates(_dates(fields))
    kind = _type(fields, own)
    return Work(
        title=every[0] if every else "", other_titles=tuple(every[1:]),
        authors=_authors(fields),
        container_title=container, issued=earliest(days), dates=days,
        type=kind,
        stage=Stage.PREPRINT if kind == "article" else Stage.RECORD,
        identifiers=(own,), publisher=publisher,
        preprint_of=_published_as(fields, own) if kind == "article" else (),
        notices=notices.merged(*(mark for _, mark in marked)),
        url=own.url,
    )  # fmt: skip


def _type(fields: dict[str, Json], own: Identifier) -> str:
    types = mapped(fields.get("types"))
    if own.scheme == "arxiv" or venues.is_preprint_doi(own.value):
        return "article"
    text = str(types.get("resourceTypeGeneral"))
    general = _GENERAL.get(text)
    if text in ("Text", "Other") and _is_preprint(plain(types.get("resourceType"))):
        return "article"
    return general or _TYPES.get(str(types.get("citeproc")), "document")


def _is_preprint(kind: str) -> bool:
    """Whether a deposit calls itself a preprint: "Reprint; not a preprint" does not."""
    hit = re.search(r"\bpre-?prints?\b", kind, re.IGNORECASE)
    return bool(hit) and not re.search(
        r"\b(?:(?:not|no|non|never)(?: an?)?[ -]pre-?prints?|re-?prints?|post-?prints?|formerly|"
        r"supplements?|polic(?:y|ies))\b",
        kind,
        re.IGNORECASE,
    )


def _own_is_arxiv(fields: dict[str, Json]) -> bool:
    own = _own(fields)
    return own is not None and own.scheme == "arxiv"


def _dates(fields: dict[str, Json]) -> list[PartialDate | None]:
    """Issue, submission and availability; of a preprint also its later versions."""
    genuine = {"Issued", "Available", "Submitted"}
    genuine |= {"Updated"} if _own_is_arxiv(fields) else set()
    dated = [mapped(day) for day in listed(fields.get("dates"))]
    partial_dates = [iso_date(day.get("date")) for day in dated if day.get("dateType") in genuine]
    return [*partial_dates, date(fields.get("publicationYear"))]


def _authors(fields: dict[str, Json]) -> tuple[Person, ...]:
    return byline(
        who for creator in listed(fields.get("creators")) for who in _creators(mapped(creator))
    )


def _creators(creator: dict[str, Json]) -> list[Person | None]:
    """The people of one creator: several may stand in one name (10.7910/dvn/eqtqyo)."""
    name = _AFFILIATION.sub("", plain(creator.get("name")))
    if ";" in name:
        return [from_display(part) for part in name.split(";")]
    kind, family = creator.get("nameType"), creator.get("familyName")
    whole = "," not in name and not creator.get("givenName")
    if kind == "Organizational" or (whole and kind != "Personal"):
        return [person(name=name or family)]  # half of the organisations do not say that they are
    if family:
        return [person(family=family, given=creator.get("givenName"))]
    return [from_display(name)]


def _published_as(fields: dict[str, Json], own: Identifier) -> tuple[Identifier, ...]:
    """The version of record that a preprint's record names.

    A repository's own DOI for all versions of a deposit is none.
    """
    home = own.value.partition("/")[0]
    related = [mapped(relation) for relation in listed(fields.get("relatedIdentifiers"))]
    identifiers = [
        identifier("doi", plain(relation.get("relatedIdentifier")).rpartition("doi.org/")[2])
        for relation in related
        if relation.get("relationType") in ("IsVersionOf", "IsPreprintOf", "IsPreviousVersionOf")
        and relation.get("relatedIdentifierType") == "DOI"
    ]
    return tuple(
        doi for doi in merged(identifiers)
        if doi != own and doi.scheme == "doi" and doi.value.partition("/")[0] != home
    )  # fmt: skip
