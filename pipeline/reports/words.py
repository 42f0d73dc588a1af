"""What changed between two texts, word by word.

Both sides come back whole: the pieces that are ``same`` or ``gone`` are the old text, those that
are ``same`` or ``new`` the new one.
"""

import re
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "new"]
Piece = tuple[Kind, str]

LONGEST = 800
"""Most differing words that are compared one by one; longer ones are shown as replaced whole."""

ALIKE = 0.35
"""Least share of common words for a mixture of both to read better than one after the other."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w")

_Run = tuple[bool, list[str], list[str]]


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order, neighbours of one kind joined."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _common(before, after)
    before, after = before[head:], after[head:]
    tail = _common(before[::-1], after[::-1])
    last = "".join(before[len(before) - tail :])
    first = old[: len(old) - len("".join(before))]
    before, after = before[: len(before) - tail], after[: len(after) - tail]
    pieces: list[Piece] = [
        ("same", first),
        *_middle(before, after, len(first + last)),
        ("same", last),
    ]
    return tuple(piece for piece in pieces if piece[1])


def condensed(pieces: tuple[Piece, ...], *, same: int, changed: int) -> tuple[Piece, ...]:
    """The pieces with " … " for the middle of those longer than that many characters.

    Of a by-line of hundreds of names a reader wants to see the one that changed.
    """
    return tuple((kind, _cut(text, same if kind == "same" else changed)) for kind, text in pieces)


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    head, tail = text[: most // 2], text[len(text) - most // 2 :]
    # At a word's end where there is one near, so that no half a name is shown.
    head = head[: head.rfind(" ")] if " " in head[most // 4 :] else head
    tail = tail[tail.find(" ") + 1 :] if " " in tail[: most // 4] else tail
    return f"{head} … {tail}"


def _common(left: list[str], right: list[str]) -> int:
    count = 0
    for text, other in zip(left, right, strict=False):
        if text != other:
            break
        count += 1
    return count


def _middle(before: list[str], after: list[str], around: int) -> list[Piece]:
    """The pieces of the part that differs; ``around`` characters on its sides are common."""
    whole: list[Piece] = [("gone", "".join(before)), ("new", "".join(after))]
    if not before or not after or max(len(before), len(after)) > LONGEST:
        return whole
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    runs: list[_Run] = [
        (tag == "equal", before[a:b], after[c:d]) for tag, a, b, c, d in matcher.get_opcodes()
    ]
    shared = sum(len("".join(old)) for equal, old, _ in runs if equal and _telling(old))
    if shared + around < ALIKE * (around + min(len("".join(before)), len("".join(after)))):
        return whole
    return [piece for run in _joined(runs) for piece in _pieces(run)]


def _telling(tokens: list[str]) -> bool:
    return any(_WORD.match(token) for token in tokens)


def _joined(runs: list[_Run]) -> list[_Run]:
    """Changes that only a blank or a comma parts, as one change: that is how they are read."""
    joined: list[_Run] = []
    for place, (equal, old, new) in enumerate(runs):
        inside = 0 < place < len(runs) - 1
        same = equal and not (inside and not _telling(old))
        if joined and not same and not joined[-1][0]:
            joined[-1] = (False, joined[-1][1] + old, joined[-1][2] + new)
        else:
            joined.append((same, old, new))
    return joined


def _pieces(run: _Run) -> list[Piece]:
    same, old, new = run
    if same:
        return [("same", "".join(old))]
    pieces: list[Piece] = [("gone", "".join(old)), ("new", "".join(new))]
    return [piece for piece in pieces if piece[1]]
