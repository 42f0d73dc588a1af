"""Where a list has its by-lines and venues: what stands before and behind them in most items.

What an item alone does not tell, its neighbours do: one name between the signs that hold the names
of others is somebody, and what looks like a name where the others have their venue is none. Counted
are only by-lines and venues that are sure by themselves.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.reading.byline_places import read_to_end, unlike
from pipeline.reading.byline_text import levelled
from pipeline.reading.bylines import Names, read_names
from pipeline.reading.fields import fields_at
from pipeline.reading.items import Item
from pipeline.reading.scene import Fields
from pipeline.reading.strip import Strip
from pipeline.reading.tables import row_fields
from pipeline.reading.venues import looks_like_venue, venue_span
from pipeline.reading.words import known_venue

Range = tuple[int, int]
_ENOUGH = 3
"""Sure by-lines or venues that make a frame."""
_RIVAL = 4
"""How many times as many as of the other kind."""
_LEAD = 14
"""Letters of what stands before a field and says which it is: ``Authors:``."""
_NAMES, _VENUE = "names\t", "venue\t"


class Frame(NamedTuple):
    """The signs around a field, and the atoms between them."""

    key: str
    first: int
    last: int


def learnt(items: Sequence[Item], read: Sequence[Fields]) -> dict[str, int]:
    """The frames of by-lines and of venues, with how many sure ones each has."""
    counter: Counter[str] = Counter()
    for item, fields in zip(items, read, strict=True):
        if fields.names and _surely(fields.names):
            counter.update(_key(item, fields, _NAMES, (fields.names.start, fields.names.end)))
        if fields.venue and known_venue(item.scene.text[slice(*fields.venue)]):
            counter.update(_key(item, fields, _VENUE, fields.venue))
    return {key: count for key, count in counter.items() if count >= _ENOUGH}


def _surely(names: Names) -> bool:
    return len(names.people) > 1 or names.et_al


def _key(item: Item, fields: Fields, kind: str, place: Range) -> Iterator[str]:
    frame = _frame(item, fields, *place)
    if frame:
        yield kind + frame.key


def _frame(item: Item, fields: Fields, start: int, end: int) -> Frame | None:
    """The frame of a stretch of an item."""
    strip = item.strip
    first = bisect_right(strip.starts, start) - 1
    last = bisect_right(strip.starts, end - 1) - 1
    if first < 0 or strip.starts[first] < start - 1 or last < first:
        return None
    return Frame(_signs(item, fields, first, last), first, last)


def _signs(item: Item, fields: Fields, first: int, last: int) -> str:
    before = _before(item, fields, first)
    return f"{before}\t{' '.join(item.strip.gaps[last + 1][:1])}"


def _before(item: Item, fields: Fields, first: int) -> str:
    """The side of the title or the cell, the word before if it leads the field, the signs."""
    strip, title = item.strip, fields.title or (0, 0)
    side = "<" if strip.starts[first] < title[0] else ">"
    if item.kinds is not None:
        side = str(_cell(item, strip.starts[first]))
    gap = strip.gaps[first]
    return f"{side}\t{_led(strip, first, title)}\t{' '.join(gap[-2:])}"


def _cell(item: Item, at: int) -> int:
    """The cell in which a place of the row stands; -1 behind the last."""
    place = bisect_right(item.ranges, at, key=lambda cell: cell[1])
    return place if place < len(item.ranges) else -1


def _led(strip: Strip, first: int, title: Range) -> str:
    """The word that stands before a field in most items: "Authors" of ``Authors: A Bee``."""
    if first == 0 or strip.gaps[first] == ("s",):
        return ""
    start, end = strip.starts[first - 1], strip.ends[first - 1]
    if end - start > _LEAD or (start < title[1] and end > title[0]):
        return ""
    text = strip.text[start:end]
    return text.casefold() if text.isalpha() else ""


def framed(item: Item, fields: Fields, frames: Mapping[str, int]) -> Fields:
    """The fields of an item, given where its list has its by-lines and venues."""
    if fields.title is None or not frames:
        return fields
    names = fields.names
    if names is None or not _surely(names):
        names = _named(item, fields, frames) or names
        if names is not None and _of_venues(item, fields, names, frames):
            names = None
    if names is not fields.names:
        fields = _told(item, fields, names)
    if fields.venue is None:
        fields.venue = _placed(item, fields, frames)
    return fields


def _named(item: Item, fields: Fields, frames: Mapping[str, int]) -> Names | None:
    """Whoever stands where the list has its by-lines."""
    level = ""
    for frame in _matching(item, fields, frames, _NAMES, _VENUE):
        level = level or levelled(item.strip)
        start, end = item.strip.starts[frame.first], item.strip.ends[frame.last]
        names = read_names(level, start, end + 1, pair=frame.key[0] == "<")
        if (
            names
            and _whole(item, names, start, end)
            and read_to_end(item.strip, names.start, names.end, fields.title or (0, 0))
        ):
            return names
    return None


def _whole(item: Item, names: Names, start: int, end: int) -> bool:
    """Whether names are all that stands in a frame, and no venue or other words."""
    text = item.strip.text[start:end]
    rest = item.strip.text[names.end : end]
    if names.start > start + 1 or any(map(str.isalnum, rest)) or known_venue(text):
        return False
    return not unlike(item.strip, names.start, names.end)


def _matching(
    item: Item, fields: Fields, frames: Mapping[str, int], kind: str, rival: str
) -> Iterator[Frame]:
    """The stretches of an item between signs that the list has around fields of a kind."""
    strip, (low, high) = item.strip, fields.title or (0, 0)
    for first in range(len(strip.starts)):
        if low <= strip.starts[first] < high:
            continue
        before = _before(item, fields, first)
        for last in range(first, min(first + _WIDEST, len(strip.starts))):
            if low <= strip.starts[last] < high:
                break
            key = f"{before}\t{' '.join(strip.gaps[last + 1][:1])}"
            if frames.get(kind + key, 0) > _RIVAL * frames.get(rival + key, 0):
                yield Frame(key, first, last)


_WIDEST = 12
"""Atoms of a field that is looked for by what stands around it."""


def _of_venues(item: Item, fields: Fields, names: Names, frames: Mapping[str, int]) -> bool:
    """Whether one name stands where the list has its venues: ``ISPRS J``."""
    frame = _frame(item, fields, names.start, names.end)
    if frame is None:
        return False
    venues, people = frames.get(_VENUE + frame.key, 0), frames.get(_NAMES + frame.key, 0)
    return venues > _RIVAL * people


def _placed(item: Item, fields: Fields, frames: Mapping[str, int]) -> Range | None:
    """What stands where the list has its venues, if it may be one."""
    text, names = item.scene.text, fields.names
    for frame in _matching(item, fields, frames, _VENUE, _NAMES):
        start, end = item.strip.starts[frame.first], item.strip.ends[frame.last]
        if names and start < names.end and end > names.start:
            continue
        span = venue_span(text, start, end)
        if span and looks_like_venue(text[slice(*span)], marked=True, placed=True):
            return span
    return None


def _told(item: Item, fields: Fields, names: Names | None) -> Fields:
    """The fields of an item whose by-line is another."""
    title, how = fields.title or (0, 0), fields.how
    if item.kinds is not None:
        cell = _cell(item, title[0])
        other_fields = row_fields(
            item.scene, list(item.ranges), dict(item.kinds), (cell, title), names
        )
        if names is None:
            other_fields.names = None
    else:
        other_fields = fields_at(item.scene, title, names, how, nobody=names is None)
    other_fields.worded = names
    return other_fields
