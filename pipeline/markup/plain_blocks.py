"""Plain text cut into records: a line each, or the lines between blank ones.

No markup parts one record from the next. A file does it in one manner throughout, so both are
offered, and who reads them tells which gives more.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline.markup.blocks import Block, Page, is_filled
from pipeline.markup.lines import Line, lines_of

Grouping = Literal["lines", "blocks"]
Group = list[Line]

_COMMENT = ("#", "//", ";", "%")
_MARKED = re.compile(r"\s*(?:[-*+•]|\d{1,5}[.)])\s")
_NUMBERED = re.compile(r"\s*(?:\[\d{1,5}\]|\(\d{1,5}\)|\d{1,5}[.)])\s")
MARK = re.compile(r"\s*(?:(?:[-*+•]|\[\d{1,5}\]|\(\d{1,5}\)|\d{1,5}[.)])\s+)?")
ADDRESS = re.compile(
    r"https?://[^\s<>\"]+|(?<![\w.])(?:www|doi|dx\.doi|arxiv)\.[\w.-]{1,200}/[^\s<>\"]+",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*([=\-~*_#+])\1{2,}\s*$")
_UNDERLINE = re.compile(r"\s*([=\-~])\1+\s*$")
_LONGEST_HEADING = 8
"""Words of a line that stands above records and names them."""


def groups_of(text: str, grouping: Grouping = "lines") -> Iterator[Group]:
    """The lines of each record, headings among them; comments and blank lines are of none."""
    lines = lines_of(text)
    if grouping == "lines":
        yield from _by_lines(lines)
        return
    for paragraph in _paragraphs(lines):
        yield from _by_marks(paragraph)


def page_of_groups(text: str, groups: Sequence[Group], grouping: Grouping) -> Page:
    """The records of a text as the blocks of a page; what only names them is a heading."""
    blocks: list[Block] = []
    for index, group in enumerate(groups):
        below = groups[index + 1] if index + 1 < len(groups) else None
        blocks.extend(_blocks(group, below, grouping))
    return Page(blocks, {}, {}, filled=is_filled(text, blocks))


def _by_lines(lines: Sequence[Line]) -> Iterator[Group]:
    """One line each, and those that go on with it."""
    filled = [line for line in lines if line.text.strip()]
    numbered = [line for line in filled if _NUMBERED.match(line.text)]
    led = len(numbered) > 1 and bool(filled) and filled[0] is numbered[0]
    group: Group = []
    for line in lines:
        idle = _idle(line)
        if group and not idle and _goes_on(line, group, led=led):
            group.append(line)
            continue
        if group:
            yield group
        group = [] if idle else [line]
    if group:
        yield group


def _idle(line: Line) -> bool:
    body = line.text.strip()
    return not body or body.startswith(_COMMENT)


def _goes_on(line: Line, group: Sequence[Line], *, led: bool) -> bool:
    """Whether a line is more of the record above: indented below it, or the only unnumbered one."""
    if led:
        return not _NUMBERED.match(line.text)
    if _MARKED.match(line.text) or ADDRESS.match(line.text.strip()):
        return False
    return _indent(line) > _indent(group[0])


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _paragraphs(lines: Sequence[Line]) -> Iterator[Group]:
    group: Group = []
    for line in lines:
        if not _idle(line):
            group.append(line)
        elif not line.text.strip() and group:
            yield group
            group = []
    if group:
        yield group


def _by_marks(paragraph: Group) -> Iterator[Group]:
    """A paragraph, cut before each line with a bullet or number as far left as its first."""
    margin = next((_indent(line) for line in paragraph if _marked(line)), 0)
    group: Group = []
    for line in paragraph:
        if group and _marked(line) and _indent(line) <= margin:
            yield group
            group = []
        group.append(line)
    yield group


def _marked(line: Line) -> bool:
    return bool(_MARKED.match(line.text) or _NUMBERED.match(line.text))


def _blocks(group: Group, below: Group | None, grouping: Grouping) -> Iterator[Block]:
    """The record as a block; its first line alone where that is underlined and so a heading."""
    underlined = below is not None and len(group) == 1 and _UNDERLINE.match(below[0].text)
    if underlined and not _marked(group[0]) and not _RULE.match(group[0].text):
        yield _heading(group[0], 1)
        return
    if len(group) > 1 and _UNDERLINE.match(group[1].text) and not _marked(group[0]):
        yield _heading(group[0], 1)
        group = group[2:]
    group = [line for line in group if not (_RULE.match(line.text) or _UNDERLINE.match(line.text))]
    if not group:
        return
    if _names_others(group, below, grouping):
        yield _heading(group[0], 2)
        return
    yield _record(group)


def _names_others(group: Group, below: Group | None, grouping: Grouping) -> bool:
    """``Agents:`` above what is indented or marked; in blocks any short line that stands alone."""
    text = group[0].text.strip()
    if len(group) > 1 or _marked(group[0]) or ADDRESS.search(text):
        return False
    short = len(text.split()) <= _LONGEST_HEADING
    if text.endswith((":", "：")):
        return short and below is not None and (grouping == "blocks" or _marked(below[0]))
    return grouping == "blocks" and short and not text.endswith(".")


def _heading(line: Line, level: int) -> Block:
    lead = _indent(line)
    end = line.start + len(line.text.rstrip().rstrip(":："))
    return Block("heading", line.number, line.number, [(line.start + lead, end)], level=level)


def _record(group: Group) -> Block:
    slices = []
    for line in group:
        lead = _indent(line)
        if line is group[0]:
            mark = MARK.match(line.text)
            lead = mark.end() if mark else lead
        end = line.start + len(line.text.rstrip())
        slices.append((min(line.start + lead, end), end))
    kind = "item" if _marked(group[0]) else "paragraph"
    return Block(kind, group[0].number, group[-1].number, slices, _indent(group[0]))
