"""The entries of a list that may change places: whole lines, where that is plainly safe.

What is not sure to belong to one entry alone (a heading, a tag, a note, a number) leaves the
entries where they are: an order is worth less than a note that stands under another paper.
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.values.entry import Entry, Reading
from pipeline.values.text import Span
from pipeline.write.dependent_entries import lean
from pipeline.write.entry_numbers import leading
from pipeline.write.insertion import behind, line_of
from pipeline.write.neighbours import KEYED, Ground, announces, ground_of, is_alone, lead

FEWEST = 3
"""Entries that a run needs to be in an order at all."""
_OF_TAGS = ("html", "endnote-xml", "docx")
_BLANK = re.compile(r"\s*")
_COMMA = re.compile(r"\s*,\s*")
_CROSSREF = re.compile(r"^\s*(?:crossref|xdata)\s*=", re.IGNORECASE | re.MULTILINE)
_ANCHOR = re.compile(r"[:\-]\s+[&*]\w")
_TAG = re.compile(r"<(/?)([a-z][a-z\d\-]*)(?=[\s/>])|<!--", re.IGNORECASE)
_SINGLE = ("br", "img", "hr", "input", "source", "wbr")
_UNDERLINE = re.compile(r"^[ \t]*(?:=+|-{3,})[ \t]*\r?$", re.MULTILINE)


class Run(NamedTuple):
    """Entries that follow each other in a section, each as far from the next as the others."""

    entries: tuple[Entry, ...]
    blocks: tuple[Span, ...]
    """What moves of each."""


def runs(reading: Reading) -> Iterator[Run]:
    """The runs of a list that may be put in order; none where the order itself says something."""
    if _bound(reading) or not reading.entries:
        return
    ground = ground_of(reading, [_block(reading, entry) for entry in reading.entries])
    for group in _groups(_gaps(ground)):
        mine = group
        if not is_alone(ground, mine[0], above=True):
            mine = mine[1:]
        if mine and not is_alone(ground, mine[-1], above=False):
            mine = mine[:-1]
        if len(mine) >= FEWEST and not _leans(ground, mine) and not _numbered(ground, mine):
            yield Run(
                tuple(reading.entries[n] for n in mine), tuple(ground.blocks[n] for n in mine)
            )


def _bound(reading: Reading) -> bool:
    """Whether entries lean on their places: what they inherit, anchors, numbers, tags around."""
    if reading.format == "bibtex":
        return _CROSSREF.search(reading.text) is not None
    if reading.format in KEYED:
        return _ANCHOR.search(reading.text) is not None
    return reading.format in _OF_TAGS or "\\bibitem" in reading.text


def _groups(gaps: Sequence[float]) -> Iterator[list[int]]:
    """Entries that no wider gap parts: one that stands nearer to its other neighbour is its."""
    mine = [0]
    for n, gap in enumerate(gaps):
        if gap < math.inf and gap <= min(gaps[max(0, n - 1) : n + 2]):
            mine.append(n + 1)
        else:
            yield mine
            mine = [n + 1]
    yield mine


def _gaps(ground: Ground) -> list[float]:
    """The line ends between each entry and the next; endless where no run goes on."""
    movable = [_movable(ground, n) for n in range(len(ground.blocks))]
    return [
        _gap(ground, n) if movable[n] and movable[n + 1] else math.inf
        for n in range(len(movable) - 1)
    ]


def _gap(ground: Ground, n: int) -> float:
    """The line ends between two entries of one section and depth that nothing but blanks parts."""
    reading, entry, two = ground.reading, *ground.reading.entries[n : n + 2]
    start, end = ground.blocks[n].end, _begins(reading, ground.blocks[n + 1])
    gap = reading.text[start:end]
    blank = _COMMA if reading.format == "csl-json" else _BLANK
    alike = entry.section == two.section and lead(reading, entry) == lead(reading, two)
    return gap.count("\n") if alike and start <= end and blank.fullmatch(gap) else math.inf


def _movable(ground: Ground, n: int) -> bool:
    """Whether the lines of an entry are its own alone and all there is of it."""
    reading, block, text = ground.reading, ground.blocks[n], ground.reading.text
    entry = reading.entries[n]
    if reading.format == "csl-json":
        return True
    begins = _begins(reading, block)
    near = reading.entries[max(0, n - 1) : n] + reading.entries[n + 1 : n + 2]
    if any(other.span.start < block.end and other.span.end > begins for other in near):
        return False
    phrase = block.cut(text)
    return not (
        entry.block == "heading"
        or _UNDERLINE.search(phrase)
        or _TAG.search(text[begins : entry.span.start] + text[entry.span.end : block.end])
        or _torn(phrase)
        or announces(phrase)
    )


def _torn(text: str) -> bool:
    """Whether a tag is opened or closed in other lines, or a comment stands in these."""
    tags = [tag for tag in _TAG.finditer(text) if (tag[2] or "").lower() not in _SINGLE]
    opened = sum(not tag[1] for tag in tags)
    return opened * 2 != len(tags) or any(not tag[2] for tag in tags)


def _leans(ground: Ground, mine: Sequence[int]) -> bool:
    """Whether an entry leans on the one above; of a table the rows beside them count too."""
    reading, first, last = ground.reading, mine[0], mine[-1]
    kind, section = reading.entries[first].block, reading.entries[first].section
    if kind == "row":
        first, last = max(0, first - 1), min(last + 1, len(ground.blocks) - 1)
    lines = [
        Span(start=_begins(reading, ground.blocks[n]), end=ground.blocks[n].end)
        for n in range(first, last + 1)
        if (reading.entries[n].block, reading.entries[n].section) == (kind, section)
    ]
    return lean(reading, lines, rows=kind == "row")


def _numbered(ground: Ground, mine: Sequence[int]) -> bool:
    """Whether numbers bind the entries to their places."""
    reading, text = ground.reading, ground.reading.text
    blocks = [ground.blocks[n] for n in mine]
    begins = [_begins(reading, block) for block in blocks]
    whole = [leading(text[at : block.end]) for at, block in zip(begins, blocks, strict=True)]
    if any(number and number.is_cited for number in whole):
        return True
    texts = [block.cut(text) for block in blocks]
    counted = sum(number is not None and number.counts for number in map(leading, texts))
    widths = {block.start - at for at, block in zip(begins, blocks, strict=True)}
    return counted * 2 > len(mine) or (len(widths) > 1 and any("\n" in phrase for phrase in texts))


def _begins(reading: Reading, block: Span) -> int:
    """Where the line of a block begins, its number before it."""
    return block.start if reading.format == "csl-json" else line_of(reading.text, block.start)[0]


def _block(reading: Reading, entry: Entry) -> Span:
    """The lines of an entry, with what is indented below it; its number stays where it is."""
    text = reading.text
    if reading.format == "csl-json":
        return entry.span
    start, _ = line_of(text, entry.span.start)
    number = leading(text[start : entry.span.start])
    start += number.end if number and number.is_marker else 0
    return Span(start=start, end=max(behind(text, entry), entry.span.end))
