"""Which of the works that keys and words bring a citation may mean; the matching decides."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from pipeline.compare import titles
from pipeline.index.works import Head

MOST_SHOWN = 5
"""Records that answer a citation, as many as a service sends."""
LIKE = 0.85
"""Least likeness of a title, in letters, for a record to be an answer: the nearest of an index that
lacks the work says nothing, and a service knows more works."""


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
