"""Entries read again by the title of their work.

Lists cite in ways that nobody has seen: ``[Bray, Pimentel. Near-optimal ...](url)``, ``Li H: ...``,
``[AlMasri, 2023, Multi-Valued ...](url)``. Once the work is known its title tells where the title
stands in the item, and so where the by-line does that was read as words of it, or not at all.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.compare.names import same_person
from pipeline.compare.titles import TELLING, key
from pipeline.match.entry_against_work import PROSE, Assessment
from pipeline.match.situation import Situation
from pipeline.reading.bylines import read_names
from pipeline.reading.entries import one_line
from pipeline.values.entry import Byline, Entry, Name
from pipeline.values.failure import Failure, guarded
from pipeline.values.text import Span, Written
from pipeline.values.work import Person

LONGEST = 300
"""Characters before a title that may be a by-line."""

UNSURE = 0.5
"""How surely a field was read of an entry whose title was not, or that names strangers."""

_GAP = r"[^\w\[\]<>|*]+"
"""Between two words of a title: blanks and points, no markup."""
_PLAIN = re.compile(
    r"(?:^|[\[\]|*>\n\"“”_<()])[ \t]*(?:(?:[-+•]|\d+[.)])[ \t]+)?(?:(?:by|from)\s+)?"
    r"(?P<said>[^\[\]|*>\n\"“”_<()]+?)"
    r"[\[*_\"“]{0,4}\Z"
)
"""Words without markup before a title, and what opens the title."""
_CLOSE = re.compile(r"(?:[\s,.:;(–—-]*(?:19|20)\d\d[a-z]?\)?)?[\s,.:;–—-]*\Z")
"""What stands between the by-line and the title: a year, points."""
_OTHERS = re.compile(r"[\s,]*\bet\.?\s?al\.?\Z")
_JOINT = re.compile(r"\s*(?:[,;&]|\band\b)\s*")


def reread(situations: Sequence[Situation]) -> tuple[Situation, ...]:
    """The situations; those read anew whose work shows that they were read wrongly."""
    return tuple(map(_told, situations))


def _told(situation: Situation) -> Situation:
    if situation.failure or situation.written or not situation.match.sure:
        return situation
    other = guarded("match", read_again, situation)
    if isinstance(other, Failure):
        return situation.but(failure=other)
    if other is None:
        return situation
    return situation.but(inquiry=situation.inquiry.but(entry=other), before=())


def read_again(situation: Situation) -> Entry | None:
    """The entry with the title of its work, and the by-line right before it; None if it had them.

    Three in four of those named before the title must be authors of the work, misspelt perhaps.
    """
    entry, chosen, raw = situation.entry, situation.chosen, situation.inquiry.raw
    if chosen is None or entry.title is None or entry.format not in PROSE:
        return None
    for candidate in chosen.family:
        for text in (candidate.work.title, *candidate.work.other_titles):
            title = _title(entry, raw, text)
            if title is not None:
                other = _signed(entry, raw, title, candidate.work.authors)
                return other or _retitled(entry, title, chosen)
    return None


def _signed(entry: Entry, raw: str, title: Written, people: Sequence[Person]) -> Entry | None:
    """The entry with the by-line before its title, if that was not read as one."""
    head = _head(raw, title, entry.span.start) if entry.authors is None else None
    line = _byline(head, people) if head else None
    if line is None:
        return None
    sure = entry.certainty
    if not all(_among(name, people) for name in line.names):
        sure = sure.but(authors=min(sure.authors, UNSURE))
    return entry.but(title=title, authors=line, certainty=sure)


def _retitled(entry: Entry, title: Written, chosen: Assessment) -> Entry | None:
    """The entry with that title, if it was cut, or read as another: then the rest is not sure.

    A longer one is the list's own: "ADClust: A parameter-free ...".
    """
    sure, most = entry.certainty, UNSURE if chosen.misread else 1.0
    cut = chosen.read is not None and chosen.read.kind in ("misspelt", "shortened")
    if title == entry.title or not (chosen.misread or cut):
        return None
    other = sure.but(
        authors=min(sure.authors, most), venue=min(sure.venue, most), year=min(sure.year, most)
    )
    return entry.but(title=title, certainty=other)


def _title(entry: Entry, raw: str, text: str) -> Written | None:
    """Where the title stands, if it is or overlaps what was read as such and no other field."""
    read = entry.title
    if read is None or len(key(text)) < TELLING:
        return None
    if key(read.text) == key(text):
        return read
    first = read.span.start - entry.span.start
    words = r"(?<!\w)" + _GAP.join(map(re.escape, re.findall(r"\w+", text))) + r"(?!\w)"
    last = read.span.end - entry.span.start + LONGEST
    hit = re.compile(words, re.IGNORECASE).search(raw, max(0, first - LONGEST), last)
    if hit is None:
        return None
    span = Span(start=entry.span.start + hit.start(), end=entry.span.start + hit.end())
    taken = [field.written.span for field in (entry.authors, entry.year) if field]
    taken += [entry.venue.span] if entry.venue else []
    if not _meet(span, read.span) or any(_meet(span, other) for other in taken):
        return None
    return Written(text=one_line(hit.group()), raw=hit.group(), span=span)


def _meet(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _head(raw: str, title: Written, start: int) -> Written | None:
    """The words right before the title, up to markup or the beginning of the item."""
    end = title.span.start - start
    hit = _PLAIN.search(raw[: max(0, end)], max(0, end - LONGEST))
    if hit is None or not any(map(str.isalpha, hit["said"])):
        return None
    first, last = hit.span("said")
    return Written(
        text=hit["said"], raw=hit["said"], span=Span(start=start + first, end=start + last)
    )


def _byline(head: Written, people: Sequence[Person]) -> Byline | None:
    """The by-line that stands there, if it is of these people."""
    close = _CLOSE.search(head.text)
    end = close.start() if close else len(head.text)
    others = _OTHERS.search(head.text, 0, end)
    names = tuple(_names(head, others.start() if others else end))
    if 4 * sum(_among(name, people) for name in names) < max(1, 3 * len(names)):
        return None
    short = len(names) < len(people) and not any(name.given for name in names)
    return Byline(names=names, et_al=bool(others) or short, written=_part(head, 0, end))


def _among(name: Name, people: Sequence[Person]) -> bool:
    return any(same_person(name, person) != "different" for person in people)


def _names(head: Written, end: int) -> Iterator[Name]:
    """The names before that place, as by-lines have them, or else families and nothing more."""
    read = read_names(head.text, 0, end)
    if read is not None and read.end >= end:
        for person in read.people:
            yield _name(head, person.start, person.end, person.family, person.given)
        return
    at = 0
    for piece in filter(None, _JOINT.split(head.text[:end])):
        at = head.text.index(piece, at)
        yield _name(head, at, at + len(piece), piece, "")
        at += len(piece)


def _name(head: Written, start: int, end: int, family: str, given: str) -> Name:
    part = _part(head, start, end)
    return Name(text=part.text, family=family, given=given, span=part.span)


def _part(head: Written, start: int, end: int) -> Written:
    text, first = head.text[start:end], head.span.start
    return Written(text=text, raw=text, span=Span(start=first + start, end=first + end))
