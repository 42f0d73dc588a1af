"""CSV and TSV with places: the cells of each row, quotation marks left out. Linear, total.

Source: RFC 4180; a cell in quotation marks may hold line breaks.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_QUOTED = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*')
_END = re.compile(r"\r\n|\n|\r")
DELIMITERS = (",", ";", "\t")


class Cell(NamedTuple):
    """A cell and where its value stands."""

    start: int
    end: int
    text: str
    """The value, doubled quotation marks undone."""
    quoted: bool


class Row(NamedTuple):
    """A row; empty lines are none."""

    line: int
    end_line: int
    cells: tuple[Cell, ...]


def delimiter_of(text: str) -> str:
    """What parts the cells: the sign that the first line has most of outside quotation marks."""
    first = _END.split(text.lstrip("\ufeff\r\n"), maxsplit=1)[0]
    bare = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), -DELIMITERS.index(sign)))


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows in order."""
    plain = re.compile(rf"[^\r\n{re.escape(delimiter)}]*")
    at, line = int(text.startswith("\ufeff")), 1
    while at < len(text):
        first = line
        cells: list[Cell] = []
        while True:
            cell, at = _cell(text, at, plain, delimiter)
            cells.append(cell)
            line += text.count("\n", cell.start, cell.end)
            if not text.startswith(delimiter, at) or at >= len(text):
                break
            at += len(delimiter)
        if any(cell.text.strip() for cell in cells):
            yield Row(first, line, tuple(cells))
        end = _END.match(text, at)
        at = end.end() if end else len(text)
        line += 1


def _cell(text: str, at: int, plain: re.Pattern[str], delimiter: str) -> tuple[Cell, int]:
    quoted = _QUOTED.match(text, at)
    if quoted and (quoted.end() == len(text) or text[quoted.end()] in f"\r\n{delimiter}"):
        content = quoted[1].replace('""', '"')
        return Cell(quoted.start(1), quoted.end(1), content, quoted=True), quoted.end()
    hit = plain.match(text, at)
    end = hit.end() if hit else at
    raw = text[at:end]
    start = at + len(raw) - len(raw.lstrip())
    content = raw.strip()
    return Cell(start, start + len(content), content, quoted=False), end


def spelt(text: str, *, quoted: bool, delimiter: str) -> str:
    """A value as a cell holds it: in its quotation marks, or in new ones where it needs them."""
    if quoted:
        return text.replace('"', '""')
    if any(sign in text for sign in (delimiter, '"', "\n", "\r")):
        return '"' + text.replace('"', '""') + '"'
    return text
