"""Records of lines that each begin with a tag: RIS and MEDLINE, which differ in their tags alone.

A value may go on over lines without a tag. What is not understood is left as it stands.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from pipeline.formats.fields import Fields, PersonPlace, Place, entry_of
from pipeline.formats.protocol import Change, Rewriting, place_of
from pipeline.formats.rereading import reads_as
from pipeline.markup.encoding import repaired
from pipeline.markup.lines import Line, lines_of
from pipeline.markup.spelling import across_lines
from pipeline.values.entry import Document, Entry, Hints, Reading
from pipeline.values.text import Edit, Span
from pipeline.values.work import Person


class Dialect(NamedTuple):
    """The tags of one such format, those that win first."""

    name: str
    line: re.Pattern[str]
    """A line with a tag (group 1) and its value (group 2)."""
    begins: str
    """The tag that every record begins with."""
    titles: tuple[str, ...]
    people: tuple[str, ...]
    """Of these only the first that a record has is read: the others repeat it."""
    groups: tuple[str, ...]
    """Tags of organisations that sign beside people."""
    venues: tuple[str, ...]
    years: tuple[str, ...]
    links: tuple[str, ...]
    identifiers: tuple[tuple[str, str, re.Pattern[str]], ...]
    """Tag, scheme, and what of the value is the identifier (group 1)."""
    volume: str
    issue: str
    page: str
    spelt: Callable[[str, str], str]
    """A new line of a tag and a value."""
    person: Callable[[Person], tuple[tuple[str, str], ...]]
    """The lines of a person: tags and values."""
    new: dict[str, str]
    """Field of a change -> tag of the line that is added for it; "{}" stands for the value."""


@dataclass(slots=True)
class _Record:
    first: Line
    last: Line
    values: list[tuple[str, Place]] = field(default_factory=list)


def read(document: Document, dialect: Dialect) -> Reading:
    """Every record of the file; what stands between records is left alone."""
    text, repairs = repaired(document.text)
    entries = tuple(
        entry_of(document.path, text, dialect.name, _fields(record, dialect))
        for record in _records(text, dialect)
    )
    return Reading(
        document=document, text=text, format=dialect.name, entries=entries, repairs=repairs
    )


def _records(text: str, dialect: Dialect) -> Iterator[_Record]:
    record: _Record | None = None
    for line in lines_of(text):
        hit = dialect.line.match(line.text)
        if hit and hit[1] == dialect.begins:
            if record is not None:
                yield _whole(text, record)
            record = _Record(first=line, last=line)
        if record is None or (hit and hit[1] == "ER"):
            continue
        if hit:
            _opened(record, line, hit)
        elif line.text.strip() and record.values:
            _continued(record, line)
    if record is not None:
        yield _whole(text, record)


def _opened(record: _Record, line: Line, hit: re.Match[str]) -> None:
    value = hit[2].strip()
    start = line.start + hit.start(2) + (len(hit[2]) - len(hit[2].lstrip()))
    record.values.append((hit[1], Place(start, start + len(value), value)))
    record.last = line


def _continued(record: _Record, line: Line) -> None:
    tag, place = record.values[-1]
    record.values[-1] = (tag, Place(place.start, line.start + len(line.text.rstrip()), ""))
    record.last = line


def _whole(text: str, record: _Record) -> _Record:
    """The record with the text of values that go on over lines."""
    places = [(tag, place.start, place.end) for tag, place in record.values]
    record.values = [(tag, Place(start, end, text[start:end])) for tag, start, end in places]
    return record


def _fields(record: _Record, dialect: Dialect) -> Fields:
    fields = Fields(
        line=record.first.number,
        end_line=record.last.number,
        start=record.first.start,
        end=record.last.start + len(record.last.text),
        title=_first(record, dialect.titles),
        venue=_first(record, dialect.venues),
        year=_first(record, dialect.years),
        kind=record.values[0][1].text,
        hints=_hints(record, dialect),
    )
    chosen = next((t for t in dialect.people if any(tag == t for tag, _ in record.values)), "")
    signed = (chosen, *dialect.groups)
    fields.people = [
        PersonPlace(place, place.text if tag in dialect.groups else "")
        for tag, place in record.values if tag in signed
    ]  # fmt: skip
    fields.links = [
        (tag, place) for tag, place in record.values
        if tag in dialect.links and place.text.startswith(("http", "www."))
    ]  # fmt: skip
    fields.identifiers = list(_identifiers(record, dialect))
    return fields


def _first(record: _Record, tags: tuple[str, ...]) -> Place | None:
    for tag in tags:
        for own, place in record.values:
            if own == tag and place.text:
                return place
    return None


def _hints(record: _Record, dialect: Dialect) -> Hints:
    def hint(tag: str) -> str | None:
        place = _first(record, (tag,))
        return place.text if place else None

    page = re.split(r"[-–—]", hint(dialect.page) or "")[0].strip()
    return Hints(volume=hint(dialect.volume), issue=hint(dialect.issue), page=page or None)


def _identifiers(record: _Record, dialect: Dialect) -> Iterator[tuple[str, Place]]:
    for tag, scheme, pattern in dialect.identifiers:
        for own, place in record.values:
            hit = pattern.search(place.text) if own == tag else None
            if hit:
                start, end = place.start + hit.start(1), place.start + hit.end(1)
                yield scheme, Place(start, end, hit[1])


# ---------------------------------------------------------------- writing


def rewrite(text: str, entry: Entry, change: Change, dialect: Dialect) -> Rewriting:
    """The smallest edits, read again before they are offered; a missing field gets its own line."""
    if change.field == "authors":
        shown = "; ".join(dialect.person(person)[0][1] for person in change.people)
        done = Rewriting(edits=_authors(text, entry, change, dialect), proposed=shown)
    else:
        phrase = " ".join(change.text.split())
        done = Rewriting(edits=_value(text, entry, change, dialect), proposed=phrase)

    def excerpt(path: str, lines: str) -> tuple[Entry, ...]:
        return read(Document(path=path, text=lines), dialect).entries

    good = done.edits and reads_as(excerpt, text, entry, change, done)
    return done if good else done.but(edits=())


def _value(text: str, entry: Entry, change: Change, dialect: Dialect) -> tuple[Edit, ...]:
    phrase = " ".join(change.text.split())
    span = place_of(entry, change)
    if span is not None:
        return across_lines(span.cut(text), phrase, span.start)
    form = dialect.new.get(change.field)
    if form is None:
        return ()
    tag, _, value = form.partition(" ")
    return _line_behind(text, entry, dialect.spelt(tag, value.format(phrase)))


def _line_behind(text: str, entry: Entry, line: str) -> tuple[Edit, ...]:
    """A line of its own at the end of the record."""
    ending = re.search(r"\r\n|\n|\r", text)
    at = entry.span.end
    return (Edit(span=Span(start=at, end=at), replacement=(ending[0] if ending else "\n") + line),)


def _authors(text: str, entry: Entry, change: Change, dialect: Dialect) -> tuple[Edit, ...]:
    kept = change.kept or (None,) * len(change.people)
    if entry.authors is None or change.et_al:
        return ()
    units = [_unit(text, name.span, dialect) for name in entry.authors.names]
    if None in units:
        return ()
    ending = re.search(r"\r\n|\n|\r", text)
    glue = ending[0] if ending else "\n"
    whole = [unit for unit in units if unit is not None]
    new = [
        whole[k].cut(text) if k is not None else _lines(person, dialect, glue)
        for person, k in zip(change.people, kept, strict=True)
    ]
    if len(new) == len(whole) and all(k in (None, n) for n, k in enumerate(kept)):
        return tuple(
            Edit(span=unit, replacement=lines)
            for unit, lines, k in zip(whole, new, kept, strict=True)
            if k is None
        )
    if any(text[a.end : b.start].strip() for a, b in pairwise(whole)):
        return ()  # something else is said between the names; it would be lost
    span = Span(start=whole[0].start, end=whole[-1].end)
    return (Edit(span=span, replacement=glue.join(new)),)


def _lines(person: Person, dialect: Dialect, glue: str) -> str:
    return glue.join(dialect.spelt(tag, value) for tag, value in dialect.person(person))


def _unit(text: str, name: Span, dialect: Dialect) -> Span | None:
    """The lines that name this person and nobody else; None if more is said of them there."""
    tags = [tag for tag, _ in dialect.person(Person(family="A", given="B"))]
    start = text.rfind("\n", 0, name.start) + 1
    end = name.end
    for tag in tags[1:]:
        line = re.compile(r"\r?\n([^\r\n]*)").match(text, end)
        hit = dialect.line.match(line[1]) if line else None
        if line is None or hit is None or hit[1] != tag:
            return None
        end = line.end()
    return Span(start=start, end=end)
