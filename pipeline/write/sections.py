"""The sections of a list.

Headings are read here only to find sections that are still empty, and to make that of a new year;
what stands in a section, the formats say.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.reading.heading_years import shared, year_of_heading, years_told
from pipeline.values.entry import Entry, Reading
from pipeline.values.text import Span, Value

_ATX = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_STARS = re.compile(r"^(\*{1,8})[ \t]+(\S.*)$", re.MULTILINE)
_HEADS = {"markdown": _ATX, "org": _STARS}
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_LINKED = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")


class Section(Value):
    """A section of a list."""

    path: tuple[str, ...]
    """Headings from the outermost, without markup."""
    entries: tuple[Entry, ...] = ()
    head: Span | None = None
    """Its heading's line, without the line end; None where headings are not read."""
    level: int = 0
    year: int | None = None
    """The year of a year section; None for a range, and where that is unclear."""
    new: bool = False
    """It does not stand in the list yet; ``head`` is the heading it is written after."""

    @property
    def name(self) -> str:
        """The innermost heading."""
        return self.path[-1] if self.path else ""

    def takes(self, years: Sequence[int]) -> bool:
        """Whether no heading above its entries tells of other years than these."""
        spans = [years_told(name) for name in self.path]
        return all(any(year in span for year in years) for span in spans if span)


def sections(reading: Reading) -> tuple[Section, ...]:
    """The sections that hold entries, and those whose heading stands there empty, in order."""
    by_path: dict[tuple[str, ...], Section] = {}
    for path, head, level in headings(reading):
        by_path.setdefault(folded_path(path), Section(path=path, head=head, level=level))
    for entry in reading.entries:
        key = folded_path(entry.section)
        there = by_path.get(key, Section(path=entry.section))
        by_path[key] = there.but(path=entry.section, entries=(*there.entries, entry))
    alike = shared(section.name for section in by_path.values())
    return tuple(
        section.but(year=year_of_heading(section.name, alike)) for section in by_path.values()
    )


def headings(reading: Reading) -> Iterator[tuple[tuple[str, ...], Span, int]]:
    """Path, line and level of every heading that is marked by signs; none for other formats."""
    pattern = _HEADS.get(reading.format)
    if pattern is None:
        return
    fences = [m.start() for m in _FENCE.finditer(reading.text)]
    above: list[tuple[int, str]] = []
    for hit in pattern.finditer(reading.text):
        if bisect_left(fences, hit.start()) % 2:
            continue  # "# a comment" within code
        level = len(hit[1])
        above = [(n, name) for n, name in above if n < level]
        above.append((level, _shown(hit[2])))
        span = Span(start=hit.start(), end=hit.start() + len(hit.group().rstrip("\r")))
        yield tuple(name for _, name in above), span, level


def _shown(raw: str) -> str:
    """A heading as it is read: no links, no emphasis, no closing number signs."""
    text = _LINKED.sub(r"\1", raw)
    return re.sub(r"[*_`]|<[^<>]*>|[ \t]#+\s*$", "", text).strip()


def heading_key(line: str) -> str:
    """What a line would be called as a heading, however it is marked as one."""
    return folded(_shown(line))


def folded_path(path: Sequence[str]) -> tuple[str, ...]:
    """Headings as they are compared."""
    return tuple(folded(name) for name in path)


def folded(name: str) -> str:
    """A heading as it is compared: its letters and digits, or itself if it has none."""
    return re.sub(r"[\W_]+", "", name.casefold()) or name
