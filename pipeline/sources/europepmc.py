"""Europe PMC: one keyless index over PubMed, PMC and preprint servers.

Documentation: https://europepmc.org/RestfulWebService. Example: https://www.ebi.ac.uk/europepmc/
webservices/rest/search?query=EXT_ID:36305834&format=json&resultType=core. A second voice on the
records of PubMed and a first for preprints outside arXiv. Errors come with status 200.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.sources import notices, venues
from pipeline.sources.batches import batches, merged
from pipeline.sources.bodies import Json, answer_of, dumped, listed, mapped, object_of, objects
from pipeline.sources.dates import date, earliest, iso_date, sorted_dates
from pipeline.sources.people import byline, from_display, parted, person
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
from pipeline.values.question import Agency, ByCitation, ById, Query
from pipeline.values.work import Notice, PartialDate, Person, Stage, Work

NAME = "europepmc"
DAY_S = 86_400.0
POLICY = Policy(
    base_url="https://www.ebi.ac.uk",
    per_second=4.0,
    ceiling=5,
    in_flight=1,
    pool="europepmc",
    fresh_s=30 * DAY_S,
    absent_s=2 * DAY_S,
    search_s=7 * DAY_S,
)
MOST_IDS = 15
MOST_CHARS = 1_200
"""A query of 1,500 characters is refused."""
SEARCH_ROWS = 5
MOST_TITLES = 5
MOST_WORDS = 40
"""Words of a title that is searched for."""
MOST_INITIALS = 5
"""Letters of initials in the short form: "Bos MEMM"."""
_READ = (
    "id", "source", "pmid", "pmcid", "doi", "title", "authorString", "authorList", "journalInfo",
    "journalTitle", "pubYear", "pageInfo", "pubTypeList", "pubType", "bookOrReportDetails",
    "firstPublicationDate", "commentCorrectionList", "electronicPublicationDate",
)  # fmt: skip
_NOTICES = {
    "retraction in": "retraction", "partial retraction in": "partial-retraction",
    "retracted and republished in": "retraction", "expression of concern in": "concern",
    "erratum in": "correction", "corrected and republished in": "correction",
}  # fmt: skip
_NOTICE_FOR = (
    "retraction of", "partial retraction of", "erratum for", "expression of concern for",
)  # fmt: skip
"""PubMed's words, as Europe PMC spells them."""

again = nothing_more


def accepts(query: Query) -> bool:
    """DOIs, PMIDs, PMCIDs, its own ids of preprints, and citations; whether a PMID exists."""
    if isinstance(query, ByCitation):
        return bool(folded(plain(query.title)))
    if isinstance(query, Agency):
        return query.identifier.scheme in ("pmid", "pmcid")
    if not isinstance(query, ById):
        return False
    asked = query.identifier
    return asked.scheme in ("doi", "pmid", "pmcid") or _is_preprint(asked)


def _is_preprint(asked: Identifier) -> bool:
    """An id of Europe PMC's own, which it gives to preprints: "PPR123456"."""
    return asked.scheme == "europepmc" and re.fullmatch(r"PPR\d{1,9}", asked.value) is not None


def requests(queries: Sequence[Query]) -> list[Request]:
    """Fifteen identifiers in a search; titles as many as one bears."""
    asked = [query for query in queries if isinstance(query, ById | Agency)]
    joined = [
        _search(batch, " OR ".join(_term(query.identifier) for query in batch), 2 * len(batch))
        for batch in batches(
            asked,
            most=MOST_IDS,
            room=MOST_CHARS,
            size=lambda query: len(_term(query.identifier)) + 4,
        )
    ]
    titles = [query for query in queries if isinstance(query, ByCitation)]
    return joined + [
        _search(batch, " OR ".join(map(_title, batch)), SEARCH_ROWS * len(batch))
        for batch in batches(
            titles,
            most=MOST_TITLES,
            room=MOST_CHARS,
            size=lambda citation: len(_title(citation)) + 4,
        )
    ]


def _words(query: ByCitation) -> str:
    return " ".join(folded(plain(query.title)).split()[:MOST_WORDS])


def _title(query: ByCitation) -> str:
    return f'TITLE:"{_words(query)}"'


def _search(batch: Sequence[Query], term: str, rows: int) -> Request:
    return Request(
        path="/europepmc/webservices/rest/search",
        params=(
            ("query", term), ("resultType", "core"), ("format", "json"), ("pageSize", str(rows)),
        ),
        queries=tuple(batch),
    )  # fmt: skip


def _term(asked: Identifier) -> str:
    value = asked.value.replace('"', " ").replace("\\", " ")
    forms = {
        "doi": f'DOI:"{value}"',
        "pmid": f"(EXT_ID:{value} AND SRC:MED)",
        "pmcid": f"PMCID:{value}",
        "europepmc": f"(EXT_ID:{value} AND SRC:PPR)",
    }
    return forms[asked.scheme]


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """Whose records are whose, by the identifiers they carry; a search's answers are its own.

    Raises:
        AskFewerError: more records than came carry the identifiers.
        SourceFormatError: the body is an error (``errCode``, with status 200) or no result list.

    """
    answer = answer_of(body, NAME)
    results = objects(mapped(answer.get("resultList")).get("result"), NAME)
    total = answer.get("hitCount")
    named = isinstance(request.queries[0], ById | Agency)
    cut = isinstance(total, int) and total > len(results)
    if cut and (named or len(request.queries) > 1):
        raise unanswered(request, "europepmc: more was found than came")
    records = [(dumped(_kept(record)), set(_identifiers(record))) for record in results]
    if named and not all(carried for _, carried in records):
        raise unanswered(request, "europepmc: a record does not say which it is")
    shares = {query: _share(query, records) for query in request.queries}
    return {query: share for query, share in shares.items() if share.payloads or share.agency}


def _share(query: Query, records: Sequence[tuple[str, set[Identifier]]]) -> Share:
    texts = tuple(payload for payload, carried in records if _answers(query, payload, carried))
    if isinstance(query, Agency):
        return Share(agency="Europe PMC" if texts else "")
    return Share(payloads=texts)


def _answers(query: Query, payload: str, carried: set[Identifier]) -> bool:
    """The record carries the identifier; or its title holds the words that were searched for."""
    if isinstance(query, ByCitation):
        words = folded(plain(object_of(payload, NAME).get("title")))
        return f" {_words(query)} " in f" {' '.join(words.split())} "
    return isinstance(query, ById | Agency) and query.identifier in carried


def _kept(record: dict[str, Json]) -> dict[str, Json]:
    return {name: record[name] for name in _READ if name in record}


def _identifiers(record: dict[str, Json]) -> tuple[Identifier, ...]:
    identifiers = [
        identifier(scheme, str(record.get(scheme))) for scheme in ("pmid", "doi", "pmcid")
    ]
    own = identifier("europepmc", str(record.get("id"))) if record.get("source") == "PPR" else None
    return merged(identifiers, [own])


def read(payload: str) -> Work:
    """One record as a work.

    Raises:
        SourceFormatError: it is no record with an identifier.

    """
    record = object_of(payload, NAME)
    known = _identifiers(record)
    if not known:
        raise SourceFormatError("europepmc: a record without an identifier")
    try:
        return _work(record, known)
    except (TypeError, ValueError) as error:
        raise SourceFormatError(f"europepmc: record {known[0].value}") from error


def _work(record: dict[str, Json], known: tuple[Identifier, ...]) -> Work:
    title, mark = notices.from_title(without_full_stop(plain(record.get("title"))))
    preprint = record.get("source") == "PPR"
    info = mapped(record.get("journalInfo"))
    names = _containers(record, info, known)
    days = sorted_dates(_dates(record, info))
    own_notices, about = _comments(record)
    kind = "article-journal"
    if about or notices.of_types(map(plain, _kinds(record))) or notices.is_notice_title(title):
        kind = "notice"
    return Work(
        title=title.removeprefix("[").removesuffix("]"),
        authors=_authors(record),
        container_title=names[0] if names else "", container_titles=tuple(names[1:]),
        issn=_issn(mapped(info.get("journal"))),
        issued=earliest(days), dates=days,
        volume=plain(info.get("volume")), issue=plain(info.get("issue")),
        page=plain(record.get("pageInfo")),
        type="article" if preprint else kind,
        stage=Stage.PREPRINT if preprint else Stage.RECORD,
        identifiers=known,
        notices=notices.merged(own_notices, mark), notice_for=about,
        url=known[0].url,
    )  # fmt: skip


def _issn(journal: dict[str, Json]) -> tuple[str, ...]:
    texts = (plain(journal.get(key)) for key in ("issn", "essn"))
    return tuple(number for number in texts if number)


def _containers(
    record: dict[str, Json], info: dict[str, Json], known: Sequence[Identifier]
) -> list[str]:
    if record.get("source") == "PPR":
        server = plain(mapped(record.get("bookOrReportDetails")).get("publisher"))
        doi = next((own.value for own in known if own.scheme == "doi"), "")
        return [name for name in [venues.preprint_server(doi, recorded=[server])] if name]
    journal = mapped(info.get("journal"))
    titles = [journal.get("title"), record.get("journalTitle"), journal.get("isoabbreviation"),
            journal.get("medlineAbbreviation")]  # fmt: skip
    title = plain(titles[0] or titles[1])
    bare = title.split(" : ")[0].partition(" (")[0].strip()
    return list(dict.fromkeys(name for name in [bare, *map(plain, titles)] if name))


def _dates(record: dict[str, Json], info: dict[str, Json]) -> list[PartialDate | None]:
    return [
        iso_date(record.get("firstPublicationDate")),
        iso_date(record.get("electronicPublicationDate")),
        date(info.get("yearOfPublication"), info.get("monthOfPublication") or None),
        date(record.get("pubYear")),
    ]


def _authors(record: dict[str, Json]) -> tuple[Person, ...]:
    """The by-line by parts, else the string "He R, Miao L."."""
    parts = listed(mapped(record.get("authorList")).get("author"))
    if parts:
        return byline(
            person(
                family=who.get("lastName"), given=who.get("firstName") or who.get("initials"),
                name=who.get("collectiveName") or who.get("fullName"),
            )
            for who in map(mapped, parts)
        )  # fmt: skip
    names = plain(record.get("authorString")).removesuffix(".").split(", ")
    return byline(_short(name) for name in names)


def _short(name: str) -> Person | None:
    bare, suffix = parted(name)
    family, _, initials = bare.rpartition(" ")
    if family and initials.isupper() and len(initials) <= MOST_INITIALS:
        return person(family=family, given=initials, suffix=suffix)
    return from_display(name)


def _comments(record: dict[str, Json]) -> tuple[list[Notice], tuple[Identifier, ...]]:
    """Notices on this record, and what it is a notice about."""
    own_notices, about = [], []
    for entry in map(
        mapped, listed(mapped(record.get("commentCorrectionList")).get("commentCorrection"))
    ):
        kind = plain(entry.get("type")).lower()
        if kind in _NOTICES:
            notice = notices.notice_of(_NOTICES[kind], source=NAME)
            own_notices += [notice] if notice else []
        elif kind in _NOTICE_FOR:
            about.append(identifier("pmid", plain(entry.get("id"))))
    if "retracted publication" in {plain(kind).lower() for kind in _kinds(record)}:
        notice = notices.notice_of("retraction", source=NAME)
        own_notices += [notice] if notice else []
    return own_notices, merged(about)


def _kinds(record: dict[str, Json]) -> list[Json]:
    """The types of publication; in the short form of an answer one string: "retraction; letter"."""
    alone = [text.strip() for text in plain(record.get("pubType")).split(";")]
    return listed(mapped(record.get("pubTypeList")).get("pubType")) or alone
