"""The runs of an item that may be its title, with what speaks for each added up.

The same figures as ``guesses.features`` names one by one, but a run costs a few additions: what its
gaps and words say is added up once for the item and looked up by the pair of ends.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from pipeline.reading.guesses import (
    LONGEST,
    MARKS,
    MOST_WORDS,
    NUMBERS,
    PAIRS,
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


def _weigh(features: Features) -> float:
    known = weights()
    return sum(known.get(name, 0.0) * value for name, value in features)


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


_PAIRED = tuple(("+" + mark, "-" + mark) for mark in MARKS) + tuple(pair[:2] for pair in PAIRS)


@lru_cache(maxsize=1 << 14)
def _covering(gap: Gap) -> tuple[int, int]:
    """Which marks, quotation marks and brackets a gap opens and closes, as the bits of numbers."""
    opened = sum((left in gap) << place for place, (left, _) in enumerate(_PAIRED))
    closed = sum((right in gap) << place for place, (_, right) in enumerate(_PAIRED))
    return opened, closed


@cache
def _cover(opened: int, closed: int) -> float:
    return _weigh(
        cover(
            tuple(left for place, (left, _) in enumerate(_PAIRED) if opened >> place & 1),
            tuple(right for place, (_, right) in enumerate(_PAIRED) if closed >> place & 1),
        )
    )


@cache
def _figures() -> tuple[tuple[float, ...], tuple[float, ...]]:
    known = weights()
    lengths = tuple(known.get(length(words), 0.0) for words in range(MOST_WORDS + 1))
    return tuple(known.get(name, 0.0) for name in NUMBERS), lengths


class _Atoms(NamedTuple):
    """What an item says, atom by atom."""

    words: Sequence[int]
    """Of each atom and of the end, what the words before it say together; the next three, too."""
    by_name: Sequence[int]
    by_venue: Sequence[int]
    by_prose: Sequence[int]
    worst: Sequence[float]
    """Of the words of each atom alone."""
    first: Sequence[float]
    """Of each atom, what it says as the first of a run, and as the last."""
    last: Sequence[float]
    ends: Sequence[float]
    """What the gap behind each atom says."""
    behind: Sequence[float]
    """What the titles behind each atom say."""
    crossings: Sequence[_Crossing]
    covering: Sequence[tuple[int, int]]


def _atoms(strip: Strip) -> _Atoms:
    rows, gaps, kinds = strip.words, strip.gaps, "".join(strip.kinds)
    (*_, wb, we, _, pt, xt, _, _, _), _ = _figures()
    rivals = list(accumulate(map(rival, rows), initial=0))
    return _Atoms(
        list(accumulate((row[0] for row in rows), initial=0)),
        list(accumulate((row[1] - row[2] for row in rows), initial=0)),
        list(accumulate((row[1] - row[3] for row in rows), initial=0)),
        list(accumulate((row[1] - row[4] for row in rows), initial=0)),
        [(row[1] - max(row[2], row[3])) / (row[0] or 1) / 300 for row in rows],
        [pt * min(2, rivals[at]) + wb * _clip(row[5] / 200) for at, row in enumerate(rows)],
        [we * _clip(row[6] / 200) for row in rows],
        [_finish(gaps[at + 1], kinds[at], kinds[at + 1 : at + 3]) for at in range(len(kinds))],
        [xt * min(2, rivals[-1] - before) for before in rivals[1:]],
        [_across(gaps[at], kinds[at - 1], kinds[at]) for at in range(1, len(kinds))],
        [_covering(gap) for gap in gaps],
    )  # fmt: skip


def guesses(strip: Strip) -> list[Guess]:
    """The runs of an item that may be its title, with their scores; none that is far behind."""
    atoms, kinds = _atoms(strip), "".join(strip.kinds)
    scored_runs = [
        scored
        for first in range(len(kinds))
        for scored in _scored(atoms, first, _runs(strip, atoms, first, kinds))
    ]
    least = max((score for score, _, _ in scored_runs), default=0.0) - NEAR
    return [Guess(first, last, score) for score, first, last in scored_runs if score > least]


_Run = tuple[int, int, float, float, float, float]
"""Last atom, words, what gaps and lengths say, its worst atom, what open brackets and quotation
marks say against it."""


def _runs(strip: Strip, atoms: _Atoms, first: int, kinds: str) -> list[_Run]:
    """The runs that begin at an atom, with what their gaps say."""
    (*_, unb, unb2, unbq), lengths = _figures()
    opened, _ = atoms.covering[first]
    before, start = atoms.words[first], strip.starts[first]
    small = strip.text[start].islower()
    kept = "^" + kinds[max(0, first - 2) : first]
    score = _begin(strip.gaps[first], kinds[first], kept, min(first, 4), small) + atoms.first[first]
    worst, depth, lowest, quotes = 10_000.0, 0, 0, 0
    runs: list[_Run] = []
    for last in range(first, min(len(kinds), first + LONGEST)):
        if last > first:
            gain, stops, deeper, low, marks = atoms.crossings[last - 1]
            if stops:
                break
            score += gain
            lowest = min(lowest, depth + low)
            depth += deeper
            quotes += marks
        worst = min(worst, atoms.worst[last])
        words = atoms.words[last + 1] - before
        if words > MOST_WORDS:
            break
        if words < 2 and (not words or strip.ends[last] - start <= 3):
            continue
        total = (
            score + atoms.ends[last] + lengths[words] + _cover(opened, atoms.covering[last + 1][1])
        )
        unbalanced = unb * (depth != 0) + unb2 * (lowest < 0) if depth or lowest < 0 else 0.0
        runs.append((last, words, total, worst, unbalanced, unbq if quotes % 2 else 0.0))
    return runs


def _scored(atoms: _Atoms, first: int, runs: Sequence[_Run]) -> Iterator[tuple[float, int, int]]:
    """The runs with their scores: to the gaps comes by how much their words are a title's."""
    (sa, sv, sp, aa, av, ap, _, _, wa, *_), _ = _figures()
    _, names, venues, proses, *_ = atoms
    name0, venue0, prose0 = names[first], venues[first], proses[first]
    for last, words, total, worst, unbalanced, quoted in runs:
        name, venue = names[last + 1] - name0, venues[last + 1] - venue0
        prose, per = proses[last + 1] - prose0, 300 * words
        score = (
            total
            + (sa * _clip(name / 2000) + sv * _clip(venue / 2000) + sp * _clip(prose / 2000))
            + (aa * _clip(name / per) + av * _clip(venue / per) + ap * _clip(prose / per))
            + (atoms.last[last] + wa * _clip(worst))
            + atoms.behind[last]
            + unbalanced
            + quoted
        )
        yield score, first, last


def _clip(value: float) -> float:
    return -2.0 if value < -2.0 else 2.0 if value > 2.0 else value  # noqa: FURB136  innermost
