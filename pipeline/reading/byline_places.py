"""Where the by-line of an item stands, its title being known: the run of atoms most like names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.strip import Strip
from pipeline.reading.wording import HAN_NAME, TOKEN, score_of, shape
from pipeline.reading.words import PARTICLES

_PARTING = frozenset({",", ";", "s", "w", "i", "|"})
"""What stands between two names."""
_GLUE = _PARTING | {"“", "”", "(", ")", "[", "]", "n", "^", "$"}
_GLUE |= {side + mark for side in "+-" for mark in "BICLU"}
"""What may stand around it."""
_JOINTS = frozenset(
    {
        "and",
        "und",
        "et",
        "al",
        "others",
        "by",
        "von",
        "van",
        "de",
        "der",
        "y",
        "e",
        "och",
        "og",
        "en",
    }
)
_STEP = 4.0
"""What one atom says at most, in hundredths of a word's score a word."""
LEAST = 0.3


_POINTED = re.compile(r"[\s.-][A-ZА-ЯЁ]\.")
"""The last initial of a by-line, whose point the strip takes for the end of a sentence."""
_NAMES = frozenset({"C", "M", "i", "I", "U2", "U"})
"""Shapes of the words of a name."""


_HAN_NAMED = 2.5
"""What two to four Han characters by themselves say."""


class Place(NamedTuple):
    """Where a by-line stands, and how much its words are like names."""

    start: int
    end: int
    score: float


def places(strip: Strip, first: int, last: int) -> list[Place]:
    """The stretches before and behind the title that are most like names, the best first."""
    all_places = [
        place
        for low, high in ((0, first), (last + 1, len(strip.starts)))
        for start, end in _glued(strip, low, high)
        for place in _best(strip, start, end, before_title=end == first)
    ]
    return sorted(all_places, key=lambda place: (-place.score, place.start))


def _glued(strip: Strip, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Runs of atoms with nothing between them that a by-line does not have."""
    start = low
    for at in range(low + 1, high + 1):
        if at == high or not _joined(strip, at):
            yield start, at
            start = at


def _joined(strip: Strip, at: int) -> bool:
    """Whether an atom may go on the by-line that the atom before it is of.

    Bars part the fields of an item as well as names: there either side must be like a name.
    """
    gap = strip.gaps[at]
    if not _GLUE.issuperset(gap):
        return False
    if "|" in gap:
        return _person(strip, at - 1) and _person(strip, at)
    if "w" in gap and "by" not in strip.text[strip.ends[at - 1] : strip.starts[at]].casefold():
        return False
    if not _PARTING.isdisjoint(gap) or gap[0] in "([":
        return True
    return bool(_joint(strip, at - 1, -1) or _joint(strip, at, 0))


def _joint(strip: Strip, at: int, place: int) -> bool:
    """Whether an atom begins or ends with "and" or a particle."""
    words = strip.text[strip.starts[at] : strip.ends[at]].split()
    return words[place].strip(".").casefold() in _JOINTS or words[place] == "&"


_LIKE = 0.5
"""What an atom says at least that is somebody's name."""


def _person(strip: Strip, at: int) -> bool:
    """Whether an atom is somebody by its words, or by a name with initials."""
    return _name_like(strip, at) > _LIKE or "x" in form(strip, at)


@lru_cache(maxsize=1 << 14)
def _form(text: str) -> str:
    tokens = [token for token in TOKEN.findall(text) if not token.islower()]
    if not 0 < len(tokens) <= 4 or not all(shape(token) in _NAMES for token in tokens):
        return ""
    signs = "".join("x" if _initial(token) else "N" for token in tokens)
    return signs if "N" in signs and signs.count("N") <= 2 else ""


def _initial(token: str) -> bool:
    return len(token.strip(".")) == 1 or (len(token) <= 3 and token.isupper())


def form(strip: Strip, at: int) -> str:
    """How names and initials follow each other in an atom: "Nx" is "Ward W"; "" is no name."""
    return _form(strip.text[strip.starts[at] : strip.ends[at]])


def person_like(text: str) -> bool:
    """Whether the words of a stretch may be a name: capitalised, and not of other things."""
    tokens = [token for token in TOKEN.findall(text) if token.casefold() not in _JOINTS | PARTICLES]
    if not 0 < len(tokens) <= _MOST_TOKENS or not all(shape(token) in _NAMES for token in tokens):
        return False
    return "x" in _form(text) or _names(text) > _UNLIKE


_MOST_TOKENS = 5
_UNLIKE = -1.0
"""What the words of a name say at least, a word, where its neighbours are names."""


def read_to_end(strip: Strip, start: int, end: int, title: tuple[int, int]) -> bool:
    """Whether nobody else stands right before or behind a by-line, the title apart."""
    inside, apart = _within(strip, start, end), _within(strip, *title)
    if not inside:
        return True
    before, behind = inside[0] - 1, inside[-1] + 1
    if (
        before >= 0
        and before not in apart
        and (_joined(strip, inside[0]) and _person(strip, before))
    ):
        return False
    if behind < len(strip.starts) and behind not in apart:
        return not (_joined(strip, behind) and _person(strip, behind))
    return True


def _within(strip: Strip, start: int, end: int) -> list[int]:
    """The atoms of a stretch."""
    return [
        at for at in range(len(strip.starts)) if strip.starts[at] < end and strip.ends[at] > start
    ]


def unlike(strip: Strip, start: int, end: int) -> bool:
    """Whether a stretch is of words that are not of names."""
    scores = _said(strip, start, end)
    return bool(scores) and sum(scores) < -len(scores)


def least_like(strip: Strip, start: int, end: int) -> float:
    """What the atom of a stretch says that is least like a name."""
    return min(_said(strip, start, end), default=0.0)


def _said(strip: Strip, start: int, end: int) -> list[float]:
    return [_name_like(strip, at) for at in _within(strip, start, end)]


def overruns(strip: Strip, start: int, end: int) -> bool:
    """Whether a by-line goes on where only a style begins or ends: ``**NEW** Ward, W.``."""
    return any(
        start < strip.starts[at] < end
        and strip.starts[at - 1] >= start
        and "." not in strip.gaps[at]
        and not _joined(strip, at)
        for at in range(1, len(strip.starts))
    )


def _goes_on(strip: Strip, at: int, forms: set[str], *, least: float) -> bool:
    """Whether an atom beside names is one: it has the form of theirs, or may be one at all."""
    own = form(strip, at)
    if "x" in own and own in forms:
        return True
    return _may_be(strip, at) and _name_like(strip, at) > least


def _best(strip: Strip, low: int, high: int, *, before_title: bool) -> Iterator[Place]:
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
    forms = {form(strip, low + at) for at in range(start, end)}
    while start and _goes_on(strip, low + start - 1, forms, least=-3):
        start -= 1
    last = -3.5 if before_title else -1.0
    while end < len(scores):
        if not _goes_on(strip, low + end, forms, least=last if end + 1 == len(scores) else -1):
            break
        end += 1
    begin, behind = strip.starts[low + start], strip.ends[low + end - 1]
    while begin < behind and not strip.text[begin].isalnum():
        begin += 1
    if _POINTED.match(strip.text, max(begin, behind - 2)):
        behind += 1
    yield Place(begin, behind, top)


def _may_be(strip: Strip, at: int) -> bool:
    """Capitalised words, three at most."""
    tokens = TOKEN.findall(strip.text, strip.starts[at], strip.ends[at])
    tokens = [token for token in tokens if token.casefold() not in _JOINTS]
    return 0 < len(tokens) <= 3 and all(shape(token) in _NAMES for token in tokens)


def _name_like(strip: Strip, at: int) -> float:
    if strip.kinds[at] in "YZ":
        return -9.0
    if strip.kinds[at] == "#":
        return -0.5
    return _names(strip.text[strip.starts[at] : strip.ends[at]])


@lru_cache(maxsize=1 << 14)
def _names(text: str) -> float:
    if HAN_NAME.fullmatch(text.removeprefix("and ").removeprefix("& ")):
        return _HAN_NAMED
    all_tokens = TOKEN.findall(text)
    tokens = [
        token for token in all_tokens if token.casefold() not in _JOINTS and not token.isdigit()
    ]
    if not tokens:
        return 0.1 if not all_tokens or not all_tokens[0].isdigit() else -0.5
    total = 0.0
    for token in tokens:
        title, name, venue, prose, _, _ = score_of(_family(token) if len(tokens) > 1 else token)
        total += max(-_STEP, min(_STEP, (name - max(title, venue, prose)) / 100))
    return total / len(tokens) - (2.0 if len(tokens) > 8 else 0.0)


def _family(token: str) -> str:
    """A family name in capitals as it is written elsewhere: as itself it is like an acronym."""
    return token.title() if len(token) > 2 and token.isupper() else token
