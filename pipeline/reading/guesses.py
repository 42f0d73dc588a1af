"""Where the title of an item may stand: each run of atoms, with how much speaks for it.

What speaks for a run: its words, what stands right before and behind it, what it runs across.
How much each sign weighs was learnt from lists (``weights.json``, made by ``tests/training``).
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from pipeline.reading.strip import Gap, Strip
from pipeline.reading.wording import Wording

Features = Iterator[tuple[str, float]]
LONGEST = 10
"""Atoms of a title."""
MOST_WORDS = 45
_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30)
MARKS = ("B", "I", "C", "K", "L", "U")
PAIRS = (("“", "”", '"'), ("(", ")", "("), ("[", "]", "["))


class Guess(NamedTuple):
    """A run of atoms that may be the field, and what speaks for it."""

    first: int
    last: int
    score: float


def begin(gap: Gap, kind: str, before: str, place: int, *, small: bool) -> Features:
    """What the gap before a run says, and what stands before it."""
    yield "l3:" + "".join(gap[-3:]), 1
    yield "l1:" + gap[-1], 1
    for sign in sorted(set(gap)):
        yield "l:" + sign, 1
    yield "p:" + before[-1:], 1
    if len(before) > 1:
        yield "pp:" + before[-2:], 1
    yield f"i:{min(place, 4)}", 1
    yield "k0:" + kind, 1
    if small:
        yield "low", 1


def finish(gap: Gap, kind: str, behind: str) -> Features:
    """What the gap behind a run says, and what stands behind it."""
    yield "r3:" + "".join(gap[:3]), 1
    yield "r1:" + gap[0], 1
    for sign in sorted(set(gap)):
        yield "r:" + sign, 1
    yield "x:" + (behind[:1] or "$"), 1
    if behind:
        yield "xx:" + (behind[:2] if len(behind) > 1 else behind + "$"), 1
    yield "k1:" + kind, 1


def across(gap: Gap, before: str, kind: str) -> Features:
    """What a gap within a run says against it, and the atoms that it stands between."""
    for sign in gap:
        yield "in:" + sign, 1
        yield "ix:" + sign + kind, 1
        yield "iy:" + before + sign, 1


def cover(opened: Gap, closed: Gap) -> Features:
    """Whether marks, quotation marks and brackets open right before and close right behind."""
    pairs = [("+" + mark, "-" + mark, mark) for mark in MARKS]
    for left, right, name in (*pairs, *PAIRS):
        opens, closes = left in opened, right in closed
        if opens and closes:
            yield "cov:" + name, 1
        elif opens:
            yield "open:" + name, 1
        elif closes:
            yield "shut:" + name, 1


def length(words: int) -> str:
    """The class of a number of words."""
    return f"n:{next((most for most in _LENGTHS if words <= most), 99)}"


NUMBERS = ("sA", "sV", "sP", "aA", "aV", "aP", "b", "e", "wa", "pT", "xT", "unb", "unb2", "unbq")


def numbers(strip: Strip, first: int, last: int, sums: "Sums") -> list[float]:
    """The figures of a run, in the order of ``NUMBERS``."""
    words, title = sums.words, sums.title
    by_name, by_venue, by_prose = title - sums.name, title - sums.venue, title - sums.prose
    return [
        _clip(by_name / 2000), _clip(by_venue / 2000), _clip(by_prose / 2000),
        _clip(by_name / words / 300), _clip(by_venue / words / 300), _clip(by_prose / words / 300),
        _clip(strip.words[first].first / 200), _clip(strip.words[last].last / 200),
        _clip(sums.worst / 300), min(2, sums.rivals_before), min(2, sums.rivals_behind),
        sums.depth != 0, sums.lowest < 0, sums.quotes % 2,
    ]  # fmt: skip


def _clip(value: float) -> float:
    return -2.0 if value < -2 else min(value, 2.0)


class Sums:
    """What adds up as a run grows by atoms."""

    __slots__ = (
        "depth", "lowest", "name", "prose", "quotes", "rivals_before", "rivals_behind", "title",
        "venue", "words", "worst",
    )  # fmt: skip

    def __init__(self, rivals_before: int) -> None:
        self.words = self.title = self.name = self.venue = self.prose = 0
        self.worst = 10_000.0
        self.depth = self.lowest = self.quotes = 0
        self.rivals_before, self.rivals_behind = rivals_before, 0

    def take(self, strip: Strip, at: int) -> None:
        """The run grows by an atom."""
        words, title, name, venue, prose, _, _ = strip.words[at]
        self.words += words
        self.title += title
        self.name += name
        self.venue += venue
        self.prose += prose
        self.worst = min(self.worst, (title - max(name, venue)) / max(words, 1))

    def cross(self, gap: Gap) -> None:
        """The run grows over a gap."""
        for sign in gap:
            if sign in "([":
                self.depth += 1
            elif sign in ")]":
                self.depth -= 1
                self.lowest = min(self.lowest, self.depth)
            elif sign in "“”":
                self.quotes += 1


def runs(strip: Strip) -> Iterator[tuple[int, int, Sums]]:
    """Each run that may be a title: no label and no second line break in it."""
    count = len(strip.starts)
    rivals = [rival(row) for row in strip.words]
    behind = sum(rivals)
    before = 0
    for first in range(count):
        sums = Sums(before)
        left = behind
        for last in range(first, min(count, first + LONGEST)):
            if last > first:
                gap = strip.gaps[last]
                if "D" in gap or gap.count("n") > 1:
                    break
                sums.cross(gap)
            sums.take(strip, last)
            left -= rivals[last]
            sums.rivals_behind = left
            if sums.words > MOST_WORDS:
                break
            if sums.words >= 2 or (sums.words and strip.ends[last] - strip.starts[first] > 3):
                yield first, last, sums
        before += rivals[first]
        behind -= rivals[first]


def rival(row: Wording) -> bool:
    """Whether the words of an atom are a title of their own."""
    words, title, *others = row[:5]
    return words > 3 and title > max(others)


def features(strip: Strip, first: int, last: int, sums: Sums) -> Features:
    """All that speaks for a run or against it, by name."""
    kinds = "".join(strip.kinds)
    small = strip.text[strip.starts[first]].islower()
    yield from begin(
        strip.gaps[first], kinds[first], "^" + kinds[max(0, first - 2) : first], first, small=small
    )
    yield from finish(strip.gaps[last + 1], kinds[last], kinds[last + 1 : last + 3])
    for at in range(first + 1, last + 1):
        yield from across(strip.gaps[at], kinds[at - 1], kinds[at])
    yield from cover(strip.gaps[first], strip.gaps[last + 1])
    yield length(sums.words), 1
    yield from zip(NUMBERS, numbers(strip, first, last, sums), strict=True)


@cache
def weights() -> Mapping[str, float]:
    """How much each sign weighs."""
    text = resources.files("pipeline.reading").joinpath("weights.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
