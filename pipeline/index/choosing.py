"""Which of the works that keys and words bring a citation may mean; the matching decides."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from pipeline.compare import titles
from pipeline.index.works import Head

MOST_SHOWN = 5
"""Records that answer a citation, as many as a service sends."""
LIKE = 0.85
"""Least likeness of a title, in letters, for a record to be an answer: the nearest of an index that
lacks the work says nothing, and a service knows more works."""
PART, LONG_PART = 12, 30
"""Least letters of a title that is part of another, where author or year is the same; where neither
is told."""


class Wanted(NamedTuple):
    """A citation, asked of one source."""

    source: str
    title: str
    families: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    volume: str = ""
    page: str = ""


def best(wanted: Wanted, works: Sequence[Head]) -> list[Head]:
    """The works, likeliest first: by title, then by who signed, then by year."""
    return sorted(dict.fromkeys(works), key=lambda work: _rank(wanted, work), reverse=True)


def likely(wanted: Wanted, works: Sequence[Head]) -> bool:
    """Whether the first of the works may be what is cited."""
    return bool(works) and _likeness(wanted, works[0]) >= LIKE


def parts(wanted: Wanted, works: Sequence[Head]) -> list[Head]:
    """The works whose title holds the cited one or stands in it, if author and year do not deny it.

    Of "Pathology and pathogenesis of avian influenza in humans" a reading may have kept the end
    alone. Nobody is spared a question by such a work: it answers where nobody else can be asked.
    """
    return [work for work in works if _part(wanted, work)]


def _part(wanted: Wanted, work: Head) -> bool:
    signs = (_signed(wanted, work), _dated(wanted, work))
    ours, theirs = titles.key(wanted.title), titles.key(work.title)
    least = PART if True in signs else LONG_PART
    if False in signs or min(len(ours), len(theirs)) < least:
        return False
    return fuzz.partial_ratio(ours, theirs) >= 100 * LIKE


def _signed(wanted: Wanted, work: Head) -> bool | None:
    """Whether the first author is one of the work's, particles aside; None if either has none."""
    families = {words[-1] for family in work.families if (words := titles.words(family))}
    first = titles.words(wanted.families[0]) if wanted.families else ()
    return first[-1] in families if first and families else None


def _dated(wanted: Wanted, work: Head) -> bool | None:
    """Whether the year is the work's, or the one beside it; None if either has none."""
    if work.year is None or not wanted.years:
        return None
    return any(abs(work.year - year) <= 1 for year in wanted.years)


def _rank(wanted: Wanted, work: Head) -> tuple[float, int, bool]:
    signed = {titles.key(family) for family in work.families}
    common = sum(titles.key(family) in signed for family in wanted.families)
    return round(_likeness(wanted, work), 1), common, work.year in wanted.years


def _likeness(wanted: Wanted, work: Head) -> float:
    """How like the titles are; one that begins as the other does is as like as that part."""
    ours, theirs = titles.key(wanted.title), titles.key(work.title)
    short = min(len(ours), len(theirs))
    whole = Indel.normalized_similarity(ours, theirs)
    if short < 20 or short * 2 < max(len(ours), len(theirs)):
        return float(whole)
    return float(max(whole, Indel.normalized_similarity(ours[:short], theirs[:short])))
