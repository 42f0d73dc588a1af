"""The runs of an item that may be its title, with what speaks for each added up.

The same figures as ``guesses.features`` names one by one, but a run costs a few additions: what its
gaps and words say is added up once for the item and looked up by the pair of ends.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from pipeline.reading.guesses import (
    LONGEST,
    MOST_WORDS,
    NUMBERS,
    Features,
    Guess,
    across,
    begin,
    cover,
    finish,
    length,
    rival,
    weights,
)
from pipeline.reading.strip import Gap, Strip

NEAR = 14.0
"""A run that is worse than the best by so much is out of the question."""


def _weigh(found: Features) -> float:
    known = weights()
    return sum(known.get(name, 0.0) * value for name, value in found)


@lru_cache(maxsize=1 << 14)
def _begin(gap: Gap, kind: str, before: str, place: int, small: bool) -> float:  # noqa: FBT001  cached by place
    return _weigh(begin(gap, kind, before, place, small=small))


@lru_cache(maxsize=1 << 14)
def _finish(gap: Gap, kind: str, behind: str) -> float:
    return _weigh(finish(gap, kind, behind))


class _Crossing(NamedTuple):
    """What a gap within a run says, and what it opens and closes."""

    score: float
    stops: bool
    depth: int
    lowest: int
    quotes: int


@lru_cache(maxsize=1 << 14)
def _across(gap: Gap, before: str, kind: str) -> _Crossing:
    depth = lowest = quotes = 0
    for sign in gap:
        depth += (sign in "([") - (sign in ")]")
        lowest = min(lowest, depth)
        quotes += sign in "“”"
    stops = "D" in gap or gap.count("n") > 1
    return _Crossing(_weigh(across(gap, before, kind)), stops, depth, lowest, quotes)


@lru_cache(maxsize=1 << 14)
def _cover(opened: Gap, closed: Gap) -> float:
    return _weigh(cover(opened, closed))


@cache
def _figures() -> tuple[tuple[float, ...], tuple[float, ...]]:
    known = weights()
    lengths = tuple(known.get(length(words), 0.0) for words in range(MOST_WORDS + 1))
    return tuple(known.get(name, 0.0) for name in NUMBERS), lengths


@cache
def _most() -> float:
    """What the figures of a run say at most, those of its first words apart."""
    sa, sv, sp, aa, av, ap, _, we, wa, _, xt, unb, unb2, unbq = _figures()[0]
    weights_ = (sa, sv, sp, aa, av, ap, we, wa, xt, unb, unb2, unbq)
    return 2 * sum(map(abs, weights_))


class _Sums(NamedTuple):
    """Of each atom, what the words before it say together."""

    words: Sequence[int]
    by_name: Sequence[int]
    by_venue: Sequence[int]
    by_prose: Sequence[int]
    rivals: Sequence[int]
    worst: Sequence[float]
    """Of each atom alone."""


def _sums(strip: Strip) -> _Sums:
    rows = strip.words
    return _Sums(
        list(accumulate((row[0] for row in rows), initial=0)),
        list(accumulate((row[1] - row[2] for row in rows), initial=0)),
        list(accumulate((row[1] - row[3] for row in rows), initial=0)),
        list(accumulate((row[1] - row[4] for row in rows), initial=0)),
        list(accumulate((rival(row) for row in rows), initial=0)),
        [(row[1] - max(row[2], row[3])) / (row[0] or 1) / 300 for row in rows],
    )


def guesses(strip: Strip) -> list[Guess]:
    """The runs of an item that may be its title, with their scores; none that is far behind."""
    kinds = "".join(strip.kinds)
    gaps = strip.gaps
    sums = _sums(strip)
    crossings = [_across(gaps[at], kinds[at - 1], kinds[at]) for at in range(1, len(kinds))]
    ends = [_finish(gaps[at + 1], kinds[at], kinds[at + 1 : at + 3]) for at in range(len(kinds))]
    found: list[Guess] = []
    best = -1e9
    for first in range(len(kinds)):
        best = _grow(strip, first, kinds, (sums, crossings, ends), found, best)
    if not found:
        return found
    least = max(one.score for one in found) - NEAR
    return [one for one in found if one.score > least]


def _grow(  # noqa: PLR0913, PLR0917  the innermost loop keeps what it needs at hand
    strip: Strip,
    first: int,
    kinds: str,
    told: tuple[_Sums, Sequence[_Crossing], Sequence[float]],
    found: list[Guess],
    best: float,
) -> float:
    """Add the runs that begin at an atom and may come near the best; the best there is then."""
    sums, crossings, ends = told
    (sa, sv, sp, aa, av, ap, wb, we, wa, pt, xt, unb, unb2, unbq), lengths = _figures()
    all_words, by_name, by_venue, by_prose, rivals, worsts = sums
    gaps, starts = strip.gaps, strip.starts
    opened = gaps[first]
    small = strip.text[starts[first]].islower()
    before = "^" + kinds[max(0, first - 2) : first]
    head = _begin(opened, kinds[first], before, min(first, 4), small)
    head += pt * min(2, rivals[first]) + wb * _clip(strip.words[first][5] / 200)
    words0, name0, venue0, prose0 = (
        all_words[first],
        by_name[first],
        by_venue[first],
        by_prose[first],
    )
    score, most = head, _most() + NEAR
    worst = 10_000.0
    depth = lowest = quotes = 0
    for last in range(first, min(len(kinds), first + LONGEST)):
        if last > first:
            said, stops, deeper, low, marks = crossings[last - 1]
            if stops:
                break
            score += said
            lowest = min(lowest, depth + low)
            depth += deeper
            quotes += marks
        worst = min(worst, worsts[last])
        words = all_words[last + 1] - words0
        if words > MOST_WORDS:
            break
        if words < 2 and (not words or strip.ends[last] - starts[first] <= 3):
            continue
        total = score + ends[last] + lengths[words] + _cover(opened, gaps[last + 1])
        if total < best - most:
            continue  # far behind whatever its words say
        name = by_name[last + 1] - name0
        venue = by_venue[last + 1] - venue0
        prose = by_prose[last + 1] - prose0
        total += sa * _clip(name / 2000) + sv * _clip(venue / 2000) + sp * _clip(prose / 2000)
        per = 300 * words
        total += aa * _clip(name / per) + av * _clip(venue / per) + ap * _clip(prose / per)
        total += we * _clip(strip.words[last][6] / 200) + wa * _clip(worst)
        total += xt * min(2, rivals[-1] - rivals[last + 1])
        if depth or lowest < 0:
            total += unb * (depth != 0) + unb2 * (lowest < 0)
        if quotes % 2:
            total += unbq
        best = max(best, total)
        found.append(Guess(first, last, total))
    return best


def _clip(value: float) -> float:
    return -2.0 if value < -2 else min(value, 2.0)
