"""What a report for a terminal is written on: width, colours, marked words."""

import textwrap
from itertools import groupby

from pipeline.reports.plain import per_cent
from pipeline.reports.words import Piece, condensed
from pipeline.values.text import Value

Paint = dict[str, tuple[str, str]]
"""How a role is set off: what goes before, what after."""

PLAIN: Paint = {"gone": ("[-", "-]"), "new": ("{+", "+}")}
"""Without colour changed words stand in brackets, as ``git diff --word-diff`` writes them."""

COLOURS: Paint = {
    role: (f"\x1b[{code}m", "\x1b[0m")
    for role, code in {
        "error": "1;31", "warning": "1;33", "notice": "1;36", "gone": "31;9", "new": "32;1",
        "place": "1", "faint": "2",
    }.items()
}  # fmt: skip

NARROWEST = 40
"""Columns below which wrapping does more harm than good."""


class Page(Value):
    """What the report is written on."""

    paint: Paint
    width: int
    numbers: bool = False
    """How sure is said in per cent too."""

    def set_off(self, text: str, role: str) -> str:
        """The text in the colours of its role."""
        before, after = self.paint.get(role, ("", ""))
        return f"{before}{text}{after}" if text else ""

    def wrapped(self, text: str, *, first: str, role: str = "") -> list[str]:
        """The text in lines, the first after ``first``, the others indented as deep."""
        room = max(self.width - len(first), NARROWEST // 2)
        lines = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)
        indents = [first] + [" " * len(first)] * len(lines)
        return [
            indent + self.set_off(line, role) for indent, line in zip(indents, lines, strict=False)
        ]

    def chance(self, word: str, confidence: float) -> str:
        """How sure something is, in a word, or in a word and in per cent."""
        return f"{word}, {per_cent(confidence)}" if word and self.numbers else word


def brief(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without the middle of what is long."""
    return condensed(pieces, same=300, changed=2000)


def side(pieces: tuple[Piece, ...], role: str, page: Page, *, first: str) -> list[str]:
    """One side of a change, wrapped first and marked then: marks take no room of the words."""
    side = [(kind, words) for kind, words in pieces if kind in ("same", role)]
    text = "".join(words for _, words in side)
    changed = [kind == role for kind, words in side for _ in words]
    lines, at = [], 0
    for line in page.wrapped(text, first=first):
        words = line[len(first) :]
        lines.append(line[: len(first)] + _marked(words, changed[at:], role, page))
        at += len(words) + 1
    return lines


def _marked(line: str, changed: list[bool], role: str, page: Page) -> str:
    runs = groupby(zip(line, changed, strict=False), key=lambda pair: pair[1])
    return "".join(
        page.set_off("".join(character for character, _ in run), role if marked else "")
        for marked, run in runs
    )
