"""The lines of a text, each with its number and its place."""

import re
from dataclasses import dataclass

TAB = 4


@dataclass(slots=True)
class Line:
    """A line of the file: number (from 1), place, text without its end."""

    number: int
    start: int
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines of a text; line ends are not of them."""
    lines, at = [], 0
    for number, raw in enumerate(_split(text), 1):
        lines.append(Line(number, at, raw.rstrip("\r\n")))
        at += len(raw)
    return lines


def _split(text: str) -> list[str]:
    parts = re.split(r"(\r\n|\n|\r)", text)
    joined = [a + b for a, b in zip(parts[0::2], [*parts[1::2], ""], strict=True)]
    return joined if joined[-1] else joined[:-1]


def width(space: str) -> int:
    """Columns of a stretch of blanks and tabs."""
    return sum(TAB if char == "\t" else 1 for char in space)
