"""The entries of a list that may change places: whole lines, where that is plainly safe.

What is not sure to belong to one entry alone (a heading, a tag, a note, a number) leaves the
entries where they are: an order is worth less than a note that stands under another paper.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.values.entry import Entry, Reading
from pipeline.values.text import Span
from pipeline.write.insertion import behind, line_of

FEWEST = 3
"""Entries that a run needs to be in an order at all."""
_OF_TAGS = ("html", "endnote-xml", "docx")
_OF_KEYS = ("yaml", "cff", "hayagriva")
_TABLES = ("row", "csv")
_BLANK = re.compile(r"\s*")
_COMMA = re.compile(r"\s*,\s*")
_NUMBER = re.compile(r"^(\s*(?:\|\s*)?)(\d{1,5}[.)])(?=\s)")
_CITED = re.compile(r"[\s|*_>+\-]*\[\d{1,3}\]|\s*\\bibitem")
"""A number by which the entry may be cited elsewhere: it is bound to its place."""
_COUNTED = re.compile(r"[\W_]*(?!(?:19|20)\d\d)\d{1,5}(?![\w]|[./\-]\d)")
"""A number that would move along: "|9|", "(9)", "**9.**"; no year and no date."""
_CROSSREF = re.compile(r"^\s*(?:crossref|xdata)\s*=", re.IGNORECASE | re.MULTILINE)
_ANCHOR = re.compile(r"[:\-]\s+[&*]\w")
_TAG = re.compile(r"<(/?)([a-z][a-z\d\-]*)(?=[\s/>])|<!--", re.IGNORECASE)
_SINGLE = ("br", "img", "hr", "input", "source", "wbr")
_BULLET = re.compile(r"[\s>]*(?:(?:[-*+•]|\d{1,5}[.)])\s+|\|)?")
_INDENT = re.compile(r"[ \t]*")
_HEADING = re.compile(r"\s*(?:#{1,6}\s|=+\s|\*+\s|\\(?:sub)*section\b)|[\s|:=+~\-]+$")
_BOLD = re.compile(r"\s*(?:\*\*[^*]+\*\*|__[^_]+__):?\s*$")
_UNDERLINE = re.compile(r"^[ \t]*(?:=+|-{3,})[ \t]*\r?$", re.MULTILINE)
_BOUND = re.compile(r"```|~~~|>|<details", re.IGNORECASE)
"""Code, quotes and folds behind an entry are rather its own than the section's."""
_DITTO = re.compile(r"[ \t]*\|[ \t]*(?:[\"'^~〃″]+[ \t]*)?\||[,;\t]")
"""A first cell that is empty or stands for the one above it."""


class Run(NamedTuple):
    """Entries that follow each other in a section with nothing but blanks between."""

    entries: tuple[Entry, ...]
    blocks: tuple[Span, ...]
    """What moves of each."""


def runs(reading: Reading) -> Iterator[Run]:
    """The runs of a list that may be put in order; none where the order itself says something."""
    if _bound(reading):
        return
    blocks = [_block(reading, entry) for entry in reading.entries]
    mine: list[int] = []
    for n in range(len(blocks)):
        if mine and not _follows(reading, mine[-1], n, blocks):
            yield from _run(reading, mine, blocks)
            mine = []
        if _movable(reading, n, blocks):
            mine.append(n)
        elif mine:
            yield from _run(reading, mine, blocks)
            mine = []
    yield from _run(reading, mine, blocks)


def _bound(reading: Reading) -> bool:
    """Whether entries lean on their places: tags around them, what they inherit, anchors."""
    if reading.format == "bibtex":
        return _CROSSREF.search(reading.text) is not None
    if reading.format in _OF_KEYS:
        return _ANCHOR.search(reading.text) is not None
    return reading.format in _OF_TAGS


def _follows(reading: Reading, one: int, two: int, blocks: Sequence[Span]) -> bool:
    """Whether nothing but blanks parts two entries of one section and depth."""
    gap = _COMMA if reading.format == "csl-json" else _BLANK
    entries, begins = reading.entries, _begins(reading, blocks[two])
    return (
        one + 1 == two
        and entries[one].section == entries[two].section
        and blocks[one].end <= blocks[two].start
        and gap.fullmatch(reading.text[blocks[one].end : begins]) is not None
        and _lead(reading, entries[one]) == _lead(reading, entries[two])
    )


def _lead(reading: Reading, entry: Entry) -> tuple[int, str]:
    """How deep an entry stands, and its bullet."""
    if reading.format == "csl-json":
        return 0, ""
    start, end = line_of(reading.text, entry.span.start)
    found = _BULLET.match(reading.text[start:end])
    lead = (found.group() if found else "").rstrip()
    return _depth(reading.text[start:end]), re.sub(r"\d+", "1", lead.lstrip())


def _depth(line: str) -> int:
    found = _INDENT.match(line)
    return len(found.group().expandtabs(4)) if found else 0


def _movable(reading: Reading, n: int, blocks: Sequence[Span]) -> bool:
    """Whether the lines of an entry are its own alone and all there is of it."""
    entry, block, text = reading.entries[n], blocks[n], reading.text
    if reading.format == "csl-json":
        return True
    begins = _begins(reading, block)
    near = reading.entries[max(0, n - 1) : n] + reading.entries[n + 1 : n + 2]
    if any(other.span.start < block.end and other.span.end > begins for other in near):
        return False
    said = block.cut(text)
    return not (
        entry.block == "heading"
        or _UNDERLINE.search(said)
        or "rowspan" in said
        or _TAG.search(text[begins : entry.span.start] + text[entry.span.end : block.end])
        or _torn(said)
        or _announces(said)
    )


def _torn(said: str) -> bool:
    """Whether a tag is opened or closed in other lines, or a comment stands in these."""
    tags = [tag for tag in _TAG.finditer(said) if (tag[2] or "").lower() not in _SINGLE]
    opened = sum(not tag[1] for tag in tags)
    return opened * 2 != len(tags) or any(not tag[2] for tag in tags)


def _announces(said: str) -> bool:
    """Whether the last line is rather a heading of what follows."""
    lines = said.rstrip().splitlines()
    last = lines[-1] if lines else ""
    return last.endswith((":", ":**", ":*")) or (len(lines) > 1 and _BOLD.match(last) is not None)


def _run(reading: Reading, mine: Sequence[int], blocks: Sequence[Span]) -> Iterator[Run]:
    if mine and _touched_above(reading, mine[0], blocks):
        mine = mine[1:]
    if mine and _has_more(reading, mine[-1], blocks):
        mine = mine[:-1]
    entries = tuple(reading.entries[n] for n in mine)
    own = tuple(blocks[n] for n in mine)
    if len(mine) >= FEWEST and not _numbered(reading, entries, own):
        yield Run(entries, own)


def _touched_above(reading: Reading, n: int, blocks: Sequence[Span]) -> bool:
    """Whether the line above the first entry may be about it: a comment, a remark."""
    begins = _begins(reading, blocks[n])
    if not begins or reading.format in ("csl-json", "csv", *_OF_KEYS):
        return False
    start, end = line_of(reading.text, begins - 1)
    line = reading.text[start:end]
    return not (_HEADING.match(line) or _BOLD.match(line) or _of_list(reading, n, line))


def _of_list(reading: Reading, n: int, line: str) -> bool:
    """Whether a line is blank, or another item or row of the same list or of the one around it."""
    if not line.strip():
        return True
    if reading.entries[n].block == "row":
        return "|" in line
    found = _BULLET.match(line)
    depth, _ = _lead(reading, reading.entries[n])
    return bool(found and found.group().strip(" \t>|")) and _depth(line) <= depth


def _has_more(reading: Reading, n: int, blocks: Sequence[Span]) -> bool:
    """Whether what stands behind the last entry may be its own: a note, a fence, a row."""
    text, end, entry = reading.text, blocks[n].end, reading.entries[n]
    if reading.format in ("csl-json", "csv"):
        return False
    rest = text[end:].lstrip("\r\n \t")
    if not rest:
        return False
    start, stop = line_of(text, len(text) - len(rest))
    line = text[start:stop]
    if _depth(line) > _lead(reading, entry)[0] or _BOUND.match(rest):
        return True
    if text[end:start].count("\n") > 1:
        return False  # a blank line parts them
    below = entry.block == "row" and _DITTO.match(line) is not None
    return below or not _of_list(reading, n, line)


def _numbered(reading: Reading, entries: Sequence[Entry], blocks: Sequence[Span]) -> bool:
    """Whether numbers or empty cells bind the entries to their places."""
    text = reading.text
    begins = [line_of(text, block.start)[0] for block in blocks]
    if any(_CITED.match(text, at) for at in begins):
        return True
    said = [block.cut(text) for block in blocks]
    if sum(_COUNTED.match(one) is not None for one in said) * 2 > len(said):
        return True
    widths = {block.start - at for block, at in zip(blocks, begins, strict=True)}
    if len(widths) > 1 and reading.format != "csl-json" and any("\n" in one for one in said):
        return True
    table = entries[0].block in _TABLES or reading.format in _TABLES
    empty = sum(_DITTO.match(text, at) is not None for at in begins)
    return table and 0 < empty < len(begins)


def _begins(reading: Reading, block: Span) -> int:
    """Where the line of a block begins, its number before it."""
    return block.start if reading.format == "csl-json" else line_of(reading.text, block.start)[0]


def _block(reading: Reading, entry: Entry) -> Span:
    """The lines of an entry, with what is indented below it; its number stays where it is."""
    text = reading.text
    if reading.format == "csl-json":
        return entry.span
    start, _ = line_of(text, entry.span.start)
    numbered = _NUMBER.match(text[start : entry.span.start])
    start += numbered.end() if numbered else 0
    return Span(start=start, end=max(behind(text, entry), entry.span.end))
