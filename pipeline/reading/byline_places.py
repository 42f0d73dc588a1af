"""Where the by-line of an item stands, its title being known: the run of atoms most like names."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.strip import Strip
from pipeline.reading.wording import TOKEN, score_of, shape

_GLUE = frozenset(
    {",", ";", "s", "w", "i", '"', "(", ")", "[", "]", "n", "^", "$", ":"}
    | {side + mark for side in "+-" for mark in "BICLU"}
)
"""What stands between the names of a by-line."""
_JOINTS = frozenset({"and", "und", "et", "al", "others", "by", "von", "van", "de", "der"})
_STEP = 4.0
"""What one atom says at most, in hundredths of a word's score a word."""
LEAST = 1.0


class Place(NamedTuple):
    """Where a by-line stands, and how much its words are like names."""

    start: int
    end: int
    score: float


def places(strip: Strip, first: int, last: int) -> list[Place]:
    """The stretches before and behind the title that are most like names, the best first."""
    found = [
        place
        for low, high in ((0, first), (last + 1, len(strip.starts)))
        for start, end in _glued(strip, low, high)
        for place in _best(strip, start, end)
    ]
    return sorted(found, key=lambda one: (-one.score, one.start))


def _glued(strip: Strip, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Runs of atoms with nothing between them that a by-line does not have."""
    start = low
    for at in range(low + 1, high + 1):
        if at == high or not _GLUE.issuperset(strip.gaps[at]):
            yield start, at
            start = at


def _best(strip: Strip, low: int, high: int) -> Iterator[Place]:
    """The stretch of the highest sum, with a first family that alone is like a word."""
    scores = [_name_like(strip, at) for at in range(low, high)]
    top, best, sum_, start = 0.0, (0, 0), 0.0, 0
    for at, score in enumerate(scores):
        if sum_ <= 0:
            sum_, start = 0.0, at
        sum_ += score
        if sum_ > top:
            top, best = sum_, (start, at + 1)
    if top < LEAST:
        return
    start, end = best
    while start and _may_be(strip, low + start - 1) and scores[start - 1] > -3:
        start -= 1
    while end < len(scores) and _may_be(strip, low + end) and scores[end] > -1:
        end += 1
    yield Place(strip.starts[low + start], strip.ends[low + end - 1], top)


def _may_be(strip: Strip, at: int) -> bool:
    """Capitalised words, three at most."""
    tokens = TOKEN.findall(strip.text, strip.starts[at], strip.ends[at])
    return 0 < len(tokens) <= 3 and all(shape(token) in "CMiI" for token in tokens)


def _name_like(strip: Strip, at: int) -> float:
    if strip.kinds[at] in "YZ":
        return -9.0
    if strip.kinds[at] == "#":
        return -0.5
    return _names(strip.text[strip.starts[at] : strip.ends[at]])


@lru_cache(maxsize=4096)
def _names(text: str) -> float:
    tokens = [token for token in TOKEN.findall(text) if token.casefold() not in _JOINTS]
    if not tokens:
        return 0.1
    total = 0.0
    for token in tokens:
        title, name, venue, prose, _, _ = score_of(token)
        total += max(-_STEP, min(_STEP, (name - max(title, venue, prose)) / 100))
    return total / len(tokens) - (2.0 if len(tokens) > 8 else 0.0)
