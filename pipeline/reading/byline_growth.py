"""A by-line to both its ends: families in capitals, affiliations in brackets, rare names.

Where a by-line stands its words tell (``byline_places``); who is the first and the last of it, only
its own signs do: whoever stands between the same commas is one of them.
"""

import re

from pipeline.reading.byline_places import Place, person_like
from pipeline.reading.bylines import Names, read_names
from pipeline.reading.personal_names import PlacedName, signing
from pipeline.reading.strip import Strip
from pipeline.reading.words import known_venue

Range = tuple[int, int]
_MOST = 6
"""Atoms before a by-line that are looked at for its first name."""
_LETTERS = re.compile(r"[.\s-]*(?:[^\W\d_a-z]\.[\s-]?)+")
"""Further initials of somebody: those behind "Reed A." in "Reed A. B."."""
_PARTED = frozenset({",", ";", "|", "i", "."})
"""What stands between a name and the next, or within one."""
_JOURNAL = re.compile(r"[A-Z]\. [A-Z][a-z]+")
_GOES_ON = re.compile(r"\. (?:[A-Z][a-z]{1,12}\.|[A-Z][a-z]+ )")


def grown(strip: Strip, level: str, place: Place, title: Range, *, pair: bool) -> Names | None:
    """The by-line of a place and whoever stands right before and behind it.

    ``level``: the text with the usual signs; ``title``: the atoms of the title; ``pair`` as in
    ``read_names``.
    """
    first = next(at for at, end in enumerate(strip.ends) if end > place.start)
    low, high = (0, title[0]) if first < title[0] else (title[1] + 1, len(strip.starts))
    end = strip.starts[high] if high < len(strip.starts) else len(level)
    best = read_names(level, place.start, _with_others(level, place.end), pair=pair)
    best = _better(strip, place, best, read_names(level, place.start, end, pair=pair))
    for at in range(first - 1, max(low, first - _MOST) - 1, -1):
        gap = strip.gaps[at + 1]
        if not (_PARTED.issuperset(gap) and _PARTED.intersection(gap)):
            break
        best = _better(strip, place, best, read_names(level, strip.starts[at], end, pair=pair))
    return _without_journal(level, best) if best else None


def _better(strip: Strip, place: Place, known: Names | None, names: Names | None) -> Names | None:
    """The longer of two readings, if whoever it adds may be somebody."""
    if names is None or (known and (names.start > known.start or names.end < known.end)):
        return known
    span = (known.start, known.end) if known else (place.start, place.end)
    people = _people(strip, span, names, known.people[-1] if known else None)
    if not people or (known and people[-1].end < known.people[-1].end):
        return known
    if tuple(people) == tuple(names.people):
        longer = known is None or len(people) > len(known.people) or names.start < known.start
        return names if longer or names.et_al or people[-1].end > span[1] else known
    return Names(tuple(people), et_al=False, start=people[0].start, end=people[-1].end)


def _people(strip: Strip, span: Range, names: Names, last: PlacedName | None) -> list[PlacedName]:
    """The people up to the first that is added and is like nobody.

    ``last``, of the by-line so far, stays as it is where it is a whole name: what stands behind
    "Xue H. *Genes and Diseases*" is no further name of hers.
    """
    kept: list[PlacedName] = []
    for person in names.people:
        grows = last is not None and person.start <= last.start and person.end > last.end
        if (
            last
            and grows
            and _whole(last)
            and not _LETTERS.fullmatch(strip.text, last.end, person.end)
        ):
            return [*kept, last]
        inside = span[0] <= person.start and person.end <= span[1]
        if not inside and not _somebody(strip, person):
            return kept if person.start >= span[0] else []
        kept.append(person)
    return kept


def _whole(person: PlacedName) -> bool:
    return bool(person.given) and sum(map(str.isalpha, person.family)) > 1


def _somebody(strip: Strip, person: PlacedName) -> bool:
    """Whether what is added has a given name and no words of other things, or is a group."""
    text = strip.text[person.start : person.end]
    named = bool(person.given) and person_like(text) and not known_venue(text)
    return named or signing(text)


def _without_journal(level: str, names: Names) -> Names | None:
    """``..., de la Fuensanta HJ, J. Estuar. Sens.``: an abbreviated journal is nobody."""
    last = names.people[-1]
    if names.et_al or not _JOURNAL.fullmatch(last.text) or not _GOES_ON.match(level, last.end):
        return names
    people = names.people[:-1]
    if not people:
        return None
    return Names(people, et_al=False, start=names.start, end=people[-1].end)


_OTHERS = re.compile(
    r"[†‡*\d]*[,;，、]?\s?(?:[(（]\s?et\.?\s?al\.?\s?[)）]|et\.?\s?al\b\.?|等人?(?!\w)|…|\.\.\.|"
    r"(?:and|&)\s(?:\d+\s)?others\b)",
    re.IGNORECASE,
)
"""Behind a by-line, for the authors that are left out."""


def _with_others(text: str, end: int) -> int:
    """The end of a by-line, "et al." included."""
    hit = _OTHERS.search(text, max(0, end - _BEFORE), end + _BEFORE)
    return max(end, hit.end()) if hit and hit.start() <= end else end


_BEFORE = 10
