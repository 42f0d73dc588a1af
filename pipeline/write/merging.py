"""Changes of a text laid onto what somebody else has made of that text meanwhile.

Line by line: a change is made where its lines, and for a new one the line before or behind it,
still stand as they were read. What the entries of the list say is compared afterwards: nothing but
the changes may have come or gone.
"""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline import formats
from pipeline.values.entry import Document
from pipeline.values.text import Value


class Laid(Value):
    """A text with the changes that could be made in it."""

    text: str
    made: bool = False
    """Any of the changes is in it."""
    lost: tuple[tuple[int, int], ...] = ()
    """Of those that could not: first and last line, 1-based, in the text that was read."""


def laid(path: str, read: str, changed: str, now: str) -> Laid:
    """``now`` with what makes ``changed`` of ``read``, as far as that still stands there."""
    old, new, theirs = (text.splitlines(keepends=True) for text in (read, changed, now))
    places = _places(old, theirs)
    lines, lost, shift = list(theirs), [], 0
    for _, start, end, first, last in _changes(old, new):
        at = _found(places, start, end)
        if at is None:
            lost.append((start + 1, max(end, start + 1)))
            continue
        lines[at + shift : at + shift + end - start] = new[first:last]
        shift += (last - first) - (end - start)
    text = "".join(lines)
    if not _only(path, read, changed, now, text):
        return nothing_laid(read, changed, now)
    return Laid(text=text, made=text != now, lost=tuple(lost))


def nothing_laid(read: str, changed: str, now: str) -> Laid:
    """``now`` as it is, all changes lost."""
    old, new = read.splitlines(keepends=True), changed.splitlines(keepends=True)
    lost = tuple((start + 1, max(end, start + 1)) for _, start, end, _, _ in _changes(old, new))
    return Laid(text=now, lost=lost)


def _changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    codes = SequenceMatcher(None, old, new).get_opcodes()
    return [code for code in codes if code[0] != "equal"]


def _places(old: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Where each line that still stands is now."""
    blocks = SequenceMatcher(None, old, theirs).get_matching_blocks()
    return {a + n: b + n for a, b, size in blocks for n in range(size)}


def _found(places: dict[int, int], start: int, end: int) -> int | None:
    """Where the lines of a change stand now, in one piece; None if they do not."""
    if start == end:
        if start - 1 in places:
            return places[start - 1] + 1
        return places.get(start)
    at = places.get(start)
    whole = at is not None and all(places.get(n) == at + n - start for n in range(start, end))
    return at if whole else None


def _only(path: str, read: str, changed: str, now: str, text: str) -> bool:
    """Whether the entries that came and went are those of the changes, and no others."""
    before, after, theirs, both = (_entries(path, each) for each in (read, changed, now, text))
    return theirs - both <= before - after and both - theirs <= after - before


def _entries(path: str, text: str) -> Counter[str]:
    reading = formats.read(Document(path=path, text=text))
    return Counter(entry.span.cut(reading.text) for entry in reading.entries)
