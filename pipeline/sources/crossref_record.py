"""A Crossref record in our words.

Format: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md. Fields without a value
are left out of lists, so an absent key is normal. Genuine defects are named where they are met.
"""

import re
from collections.abc import Iterator

from pipeline.sources import notices, subtitles, venues
from pipeline.sources.batches import merged
from pipeline.sources.bodies import Json, listed, mapped, object_of
from pipeline.sources.dates import date, earliest, iso_date, sorted_dates
from pipeline.sources.outline import MOST_NAMES, Outline
from pipeline.sources.people import beginning, byline, cut_off, person
from pipeline.sources.plain import plain
from pipeline.sources.protocol import SourceFormatError
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.work import Notice, PartialDate, Person, Stage, Work

_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter",
    "book-track": "chapter", "reference-entry": "entry-encyclopedia",
    "book": "book", "monograph": "book", "edited-book": "book", "reference-book": "book",
    "dissertation": "thesis", "report": "report", "report-component": "report",
    "dataset": "dataset", "database": "dataset", "standard": "standard", "other": "document",
    "peer-review": "peer-review",
}  # fmt: skip
_DATES = ("issued", "published", "published-online", "published-print", "posted", "approved")
SORTED = ("10.52202/",)
"""Prefixes under which every by-line is sorted from A to Z: all 32 of NeurIPS's records with three
and more authors that were looked at were."""
_DOI_IN = re.compile(r"10\.\d{4,9}/\S+")


def read(payload: str) -> Work:
    """One record as a work.

    Raises:
        SourceFormatError: it is no record with a DOI.

    """
    return work(object_of(payload, "crossref"))


def work(item: dict[str, Json]) -> Work:
    """One record, opened.

    Raises:
        SourceFormatError: it is no record with a DOI.

    """
    own = _own(item)
    try:
        return _work(item, own)
    except (TypeError, ValueError) as error:
        raise SourceFormatError(f"crossref: record {own.value}") from error


def outline(item: dict[str, Json]) -> Outline:
    """What the work of an opened record is looked for by.

    Raises:
        SourceFormatError: it is no record with a DOI.

    """
    own = _own(item)
    try:
        return _outline(item, own)
    except (TypeError, ValueError) as error:
        raise SourceFormatError(f"crossref: record {own.value}") from error


def _outline(item: dict[str, Json], own: Identifier) -> Outline:
    title, others, _ = _titles(item)
    issued, days = _dates(item)
    return Outline(
        title=title, identifiers=_identifiers(item, own),
        authors=beginning(_people(item), MOST_NAMES), issued=issued, dates=days,
        other_titles=others, volume=plain(item.get("volume")), page=_page(item),
    )  # fmt: skip


def _own(item: dict[str, Json]) -> Identifier:
    own = identifier("doi", str(item.get("DOI")).strip())
    if own is None:
        raise SourceFormatError("crossref: a record without a DOI")
    return own


def _work(item: dict[str, Json], own: Identifier) -> Work:
    title, others, mark = _titles(item)
    issued, days = _dates(item)
    preprint = _is_preprint(item)
    container, containers = _containers(item, own, preprint=preprint)
    about = _notice_for(item, own)
    own_notices = notices.merged(_updated_by(item), _in_place(item, own), () if about else mark)
    return Work(
        title=title, other_titles=others,
        authors=byline(_people(item)), authors_ordered=not own.value.startswith(SORTED),
        authors_complete=not cut_off(_names(item)),
        container_title=container, container_titles=containers,
        issn=tuple(filter(None, map(plain, listed(item.get("ISSN"))))),
        issued=issued, dates=days,
        volume=plain(item.get("volume")), issue=plain(item.get("issue")), page=_page(item),
        type=_type(item, title, is_notice=bool(about), preprint=preprint),
        stage=Stage.PREPRINT if preprint else Stage.RECORD,
        identifiers=_identifiers(item, own),
        publisher=plain(item.get("publisher")),
        preprint_of=_related(item, "is-preprint-of", own),
        preprints=_related(item, "has-preprint", own),
        notices=own_notices, notice_for=about,
        url=own.url or f"https://doi.org/{own.value}",
    )  # fmt: skip


def _strings(item: dict[str, Json], name: str) -> list[str]:
    """The non-empty strings of a list field, cleaned; content negotiation sends a bare string."""
    value = item.get(name)
    if not value:
        return []
    return [
        text for text in map(plain, [value] if isinstance(value, str) else listed(value)) if text
    ]


def _titles(item: dict[str, Json]) -> tuple[str, tuple[str, ...], tuple[Notice, ...]]:
    """Title with subtitle, the other titles, and the notices that marks in them spell."""
    titles = _strings(item, "title") or _strings(item, "original-title")
    bare, mark = notices.from_title(titles[0]) if titles else ("", ())
    subtitle = next(iter(_strings(item, "subtitle")), "")
    doi, kind = str(item.get("DOI")).lower(), str(item.get("type"))
    joins = bool(subtitle) and subtitles.belongs(bare, subtitle, doi, kind)
    whole = _joined(bare, subtitle if joins else "")
    joined, behind = notices.from_title(whole) if joins or mark else (whole, ())
    texts = (*titles[1:], *_strings(item, "original-title"))
    others = [bare, *(notices.from_title(other)[0] for other in texts), *_parallel(bare)]
    distinct = dict.fromkeys(other for other in others if other and other != joined)
    return joined, tuple(distinct), notices.merged(mark, behind)


def _parallel(title: str) -> list[str]:
    """The parts of "Title = Der Titel", as libraries write a title in two languages.

    A formula is none: "... at filling factor n = 5/2 under pressure".
    """
    parts = title.split(" = ")
    if len(parts) != 2 or any(part.count(" ") < 2 for part in parts):
        return []
    *_, last = parts[0].split()
    return parts if parts[1][0].isupper() and last.isalpha() and len(last) > 2 else []


def _joined(title: str, subtitle: str) -> str:
    """The subtitle behind the title."""
    if not subtitle:
        return title
    return (
        f"{title} {subtitle}"
        if title.endswith((":", "?", "!", "–", "—"))
        else f"{title}: {subtitle}"
    )


def _people(item: dict[str, Json]) -> Iterator[Person | None]:
    people = listed(item.get("author")) or (
        listed(item.get("editor")) if item.get("type") in ("book", "edited-book") else []
    )
    for who in map(mapped, people):
        yield person(
            family=who.get("family"), given=who.get("given"), suffix=who.get("suffix"),
            name=who.get("name"), orcid=who.get("ORCID"),
        )  # fmt: skip


def _names(item: dict[str, Json]) -> list[Json]:
    """Family names as deposited, or whole names."""
    return [w.get("family") or w.get("name") for w in map(mapped, listed(item.get("author")))]


def _dates(item: dict[str, Json]) -> tuple[PartialDate | None, tuple[PartialDate, ...]]:
    """When the work came out, and every date of it."""
    days = sorted_dates(_date(item[name]) for name in _DATES if name in item)
    return _date(item.get("issued")) or earliest(days), days


def _page(item: dict[str, Json]) -> str:
    return plain(item.get("page")) or plain(item.get("article-number"))


def _date(field: Json) -> PartialDate | None:
    parts = listed(mapped(field).get("date-parts"))
    first = listed(parts[0]) if parts else []
    return date(*first[:3]) if first else None


def _containers(
    item: dict[str, Json], own: Identifier, *, preprint: bool
) -> tuple[str, tuple[str, ...]]:
    """What the work appeared in, and every other name of it.

    Series come first and the book second (LNCS, SPIE: 7 genuine records); a preprint has no
    container at all, its server is told by institution, DOI or group title.
    """
    names = _strings(item, "container-title")
    event = mapped(item.get("event"))
    if preprint:
        server = _server(item, own)
        return server, tuple(name for name in names if name != server)
    main = names[-1] if item.get("type") != "journal-article" and names else next(iter(names), "")
    others = [*names, *_strings(item, "short-container-title"), plain(event.get("name")),
              plain(event.get("acronym"))]  # fmt: skip
    every = [name for other in [main, *others] for name in venues.names(other)]
    return main, tuple(dict.fromkeys(name for name in every if name and name != main))


def _server(item: dict[str, Json], own: Identifier) -> str:
    institutions = listed(item.get("institution"))
    texts = [plain(mapped(place).get("name")) for place in institutions]
    return venues.preprint_server(
        own.value, recorded=[*texts, *_strings(item, "group-title"), plain(item.get("publisher"))]
    )


def _type(item: dict[str, Json], title: str, *, is_notice: bool, preprint: bool) -> str:
    if is_notice or notices.is_notice_title(title):
        return "notice"
    return "article" if preprint else _TYPES.get(str(item.get("type")), "component")


def _is_preprint(item: dict[str, Json]) -> bool:
    """Posted content, or whatever else its record calls the preprint of another work.

    Early bioRxiv records travel as "manuscript" (10.1101/041616), SSRN's as articles of a journal.
    """
    kind = item.get("type")
    is_posted = kind in ("posted-content", "manuscript") or item.get("subtype") == "preprint"
    if kind == "journal-article" and venues.is_preprint_doi(str(item.get("DOI")).lower()):
        return True
    return is_posted or bool(listed(mapped(item.get("relation")).get("is-preprint-of")))


def _identifiers(item: dict[str, Json], own: Identifier) -> tuple[Identifier, ...]:
    """The DOI, and Elsevier's PII, which stands among the alternative ids."""
    others = [identifier("pii", value) for value in _strings(item, "alternative-id")]
    return merged([own], others)


MOST_RELATED = 30
"""Versions of one work: six at Research Square, ten at F1000Research. More are no relation."""


def _related(item: dict[str, Json], name: str, own: Identifier) -> tuple[Identifier, ...]:
    """DOIs of a relation; they come in mixed case and as addresses."""
    identifiers = []
    others = listed(mapped(item.get("relation")).get(name))
    for other in others if len(others) <= MOST_RELATED else ():
        doi = _DOI_IN.search(plain(mapped(other).get("id")))
        identifiers.append(identifier("doi", doi.group()) if doi else None)
    return tuple(related for related in merged(identifiers) if related != own)


def _update(entry: Json) -> Notice | None:
    update = mapped(entry)
    stamp = mapped(update.get("updated"))
    doi = identifier("doi", plain(update.get("DOI")))
    return notices.notice_of(
        plain(update.get("type")),
        doi=doi.value if doi and doi.scheme == "doi" else "",
        date=_date(stamp) or iso_date(stamp.get("date-time")),
        source=plain(update.get("source")) or "publisher",
    )


def _updated_by(item: dict[str, Json]) -> tuple[Notice, ...]:
    """Notices on this work; all of them: Wakefield's correction stands before its retraction."""
    return tuple(notice for notice in map(_update, listed(item.get("updated-by"))) if notice)


def _in_place(item: dict[str, Json], own: Identifier) -> tuple[Notice, ...]:
    """Notices that a publisher put into the record itself (10.1007/s11277-021-09072-0)."""
    updates = [_update(entry) for entry in listed(item.get("update-to"))]
    return tuple(notice for notice in updates if notice and notice.doi == own.value)


def _notice_for(item: dict[str, Json], own: Identifier) -> tuple[Identifier, ...]:
    """The works that this record is a notice about; a new version or edition is none."""
    updates = [_update(entry) for entry in listed(item.get("update-to"))]
    about = [identifier("doi", notice.doi) for notice in updates if notice]
    return tuple(subject for subject in merged(about) if subject != own)
