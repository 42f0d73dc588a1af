"""Records of plain text whose lines say what they hold: ``Title: …`` and ``Authors: …`` below.

So do the mails of arXiv, and notes that people keep of what they read. A line that is indented, or
that says nothing of the kind, goes on with the field above it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.markup.lines import Line
from pipeline.reading.bylines import Names
from pipeline.reading.cited import Range
from pipeline.reading.field_names import elsewhere
from pipeline.reading.stated_names import stated_names
from pipeline.reading.venues import YearFound, venue_span, year_in

_KEY = re.compile(r"\s*(?:[-*•]\s+)?(?P<key>[^\W\d_][\w-]*(?: [\w-]+){0,2}?)\s*[:：=]\s+(?=\S)")
_FIELDS = {
    "title": re.compile(rf"(?:paper |article )?title|{elsewhere('title')}", re.IGNORECASE),
    "authors": re.compile(rf"authors?(?:\(s\))?|author list|{elsewhere('authors')}", re.IGNORECASE),
    "venue": re.compile(
        r"venue|journal(?:-ref| reference)?|conference|book ?title|publication|published in|source|"
        + elsewhere("venue"),
        re.IGNORECASE,
    ),
    "year": re.compile(
        rf"(?:publication )?year|year published|published|{elsewhere('year')}", re.IGNORECASE
    ),
}
"""Not "Date": that may be the day on which somebody read it."""
_CLOSED = re.compile(r"\s*\\\\")
"""Parts the head from the abstract in arXiv's mails."""

_ENDED = re.compile(r"[\s.,;]*(?:\([^()]*\)[\s.,;]*)?")
"""Behind the last author, with the institute of one."""


class Fields(NamedTuple):
    """Where the fields of a record stand."""

    title: Range
    names: Names | None
    venue: Range | None
    year: YearFound | None
    complete: bool
    """Whether the by-line was read to its end."""


def labelled(text: str, lines: Sequence[Line]) -> Fields | None:
    """The fields of a record with a title and authors, each behind its name; None for others."""
    by_field: dict[str, Range] = {}
    for field, place in _values(lines):
        by_field.setdefault(field, place)
    title, byline = by_field.get("title"), by_field.get("authors")
    if title is None or byline is None:
        return None
    names = stated_names(text, *byline)
    journal = by_field.get("venue")
    dated = by_field.get("year") or journal
    return Fields(
        title=title,
        names=names,
        venue=venue_span(text, *journal) if journal else None,
        year=year_in(text, *dated) if dated else None,
        complete=names is None or _ENDED.fullmatch(text, names.end, byline[1]) is not None,
    )


def _values(lines: Sequence[Line]) -> Iterator[tuple[str, Range]]:
    """The known fields of the lines, each with all the lines that it goes on over."""
    field, start, end = "", 0, 0
    margin = min(_indent(line) for line in lines)
    for line in lines:
        key = _KEY.match(line.text) if _indent(line) == margin else None
        if key is None and field and not _CLOSED.match(line.text):
            end = line.start + len(line.text.rstrip())
            continue
        if field:
            yield field, (start, end)
        field = _field(key["key"]) if key else ""
        start = line.start + (key.end() if key else 0)
        end = line.start + len(line.text.rstrip())
    if field:
        yield field, (start, end)


def _field(key: str) -> str:
    return next((name for name, pattern in _FIELDS.items() if pattern.fullmatch(key)), "other")


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())
