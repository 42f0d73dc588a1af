"""An entry made of fields that the format itself names: no layout has to be understood.

RIS, MEDLINE, CSV, CITATION.cff and their like say which value is the title; here the values become
an entry, each with its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.addresses.in_text import spoken
from pipeline.addresses.urls import identify
from pipeline.reading.personal_names import split_name
from pipeline.values.entry import Byline, Entry, Hints, Link, Mention, Name, Year
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.text import Span, Written

_RESOLVER = re.compile(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


class Place(NamedTuple):
    """A value and where it stands, quotation marks and the like left out."""

    start: int
    end: int
    text: str
    """As its reader sees it: escapes and line breaks undone."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(start=self.start, end=self.end)


class PersonPlace(NamedTuple):
    """A person as the file names them."""

    place: Place
    family: str = ""
    """Empty: told from the text of the place."""
    given: str = ""


@dataclass(slots=True)
class Fields:
    """What a format says of one work."""

    line: int
    end_line: int
    start: int
    end: int
    title: Place | None = None
    people: list[PersonPlace] = field(default_factory=list)
    et_al: bool = False
    venue: Place | None = None
    year: Place | None = None
    links: list[tuple[str, Place]] = field(default_factory=list)
    """Label and address."""
    identifiers: list[tuple[str, Place]] = field(default_factory=list)
    """Scheme and value, as written."""
    hints: Hints = field(default_factory=Hints)
    key: str = ""
    kind: str = ""
    broken: str = ""
    """Why nothing of it can be read; empty if it can."""


def named_venue(place: Place | None) -> Place | None:
    """A venue without the volume and pages behind it: ``Nature, 534(7605)``."""
    hit = _VOLUME.search(place.text) if place else None
    if place is None or hit is None or len(place.text) != place.end - place.start:
        return place
    return Place(place.start, place.start + hit.start(), place.text[: hit.start()])


_VOLUME = re.compile(
    r"(?<=[^\s,]),\s+(?!(?:19|20)\d\d\s*$)(?:vol(?:ume|\.)?\s*)?\d{1,4}\s?(?:\(\d[\d–-]*\))?"
    r"(?:\s?[,:]\s?(?:pp?\.?\s?)?[A-Za-z]?\d[\d–-]*)?\s*$",
    re.IGNORECASE,
)


def entry_of(path: str, text: str, form: str, fields: Fields) -> Entry:
    """The entry; without a title it is ``unparsed`` unless an identifier names the work."""
    links = tuple(_links(fields))
    title = _written(text, fields.title)
    mentions = tuple(_mentions(fields, links))
    return Entry(
        id=f"{path}#L{fields.line}",
        path=path,
        line=fields.line,
        end_line=fields.end_line,
        span=Span(start=fields.start, end=fields.end),
        format=form,
        title=title,
        authors=_byline(text, fields),
        venue=_written(text, fields.venue),
        year=_year(text, fields.year),
        links=links,
        mentions=mentions,
        hints=fields.hints,
        key=fields.key or None,
        kind=fields.kind or None,
        unparsed=fields.broken or (None if title or mentions else "no title"),
    )


def _written(text: str, place: Place | None) -> Written | None:
    phrase = " ".join(place.text.split()).rstrip(".") if place else ""
    if place is None or not phrase:
        return None
    return Written(text=phrase, raw=place.span.cut(text), span=place.span)


def _byline(text: str, fields: Fields) -> Byline | None:
    names = tuple(_name(person) for person in fields.people if person.place.text.strip())
    if not names:
        return None
    span = Span(start=names[0].span.start, end=max(name.span.end for name in names))
    phrase = "; ".join(name.text for name in names)
    written = Written(text=phrase, raw=span.cut(text), span=span)
    return Byline(names=names, et_al=fields.et_al, written=written)


def _name(person: PersonPlace) -> Name:
    text = " ".join(person.place.text.split())
    family, given = person.family, person.given
    if not family:
        family, given = split_name(text, inverted="," in text)
    return Name(text=text, family=family or text, given=given, span=person.place.span)


def _year(text: str, place: Place | None) -> Year | None:
    hit = _YEAR.search(text, place.start, place.end) if place else None
    if hit is None:
        return None
    span = Span(start=hit.start(), end=hit.end())
    return Year(value=int(hit[1]), written=Written(text=hit[1], raw=hit[1], span=span))


def _links(fields: Fields) -> Iterator[Link]:
    for label, place in fields.links:
        address = identify(place.text)
        yield Link(
            label=label,
            url=place.text,
            span=place.span,
            identifiers=address.identifiers,
            derived=address.derived,
            hints=address.hints,
            role="other" if address.kind == "other" else "paper",
        )


def _mentions(fields: Fields, links: tuple[Link, ...]) -> Iterator[Mention]:
    seen: set[Identifier] = set()
    for scheme, place in fields.identifiers:
        spelt = identifier(scheme, _RESOLVER.sub("", place.text.strip()))
        spelt = spelt or next((s.identifier for s in spoken(place.text)), None)
        if spelt and spelt not in seen:
            seen.add(spelt)
            yield Mention(identifier=spelt, span=place.span, where="written")
    for link in links:
        for spelt in link.identifiers if link.role == "paper" else ():
            if spelt not in seen:
                seen.add(spelt)
                where = "derived" if link.derived else "link"
                yield Mention(identifier=spelt, span=link.span, where=where)
