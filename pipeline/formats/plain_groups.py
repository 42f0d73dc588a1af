"""Which lines of a plain text are one entry: a line, those that go on with it, or a paragraph.

What a paragraph is, the text shows as a whole: where most hold one title and lines that are none
(names, a journal, an address), each is an entry; else each line is one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.markup.blocks import Line
from pipeline.reading.cited import cited
from pipeline.reading.title_lines import like_title

URL = re.compile(
    r"https?://[^\s<>\"]+|(?<![\w.])(?:www|doi|dx\.doi|arxiv)\.[\w.-]{1,200}/[^\s<>\"]+",
    re.IGNORECASE,
)
_COMMENT = ("#", "//", ";", "%")
_NUMBERED = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s")
_MARKED = re.compile(r"\s*(?:[-*+•]|\d{1,4}[.)])\s")
_UNDERLINE = re.compile(r"(=|-|~){2,}\s*$")
_CAPTION = 8
"""Words of a line that only says what the lines below are: ``Reinforcement learning:``."""
_LONGEST = 12
"""Lines of a paragraph that is one entry."""
_FEWEST, _MOSTLY = 2, 0.6
"""Paragraphs of one title from which a text is a list of such, and their share at least."""


class Group(NamedTuple):
    """The lines of an entry, and the heading above it."""

    lines: list[Line]
    section: str


def groups_of(lines: Sequence[Line]) -> Iterator[Group]:
    """The lines of each entry; headings, comments and blank lines are of none."""
    section = ""
    paragraphs = list(_paragraphs(lines))
    whole = _of_paragraphs(paragraphs)
    led = _led([line for line in lines if line.text.strip()])
    for paragraph in paragraphs:
        if paragraph.section is not None:
            section = paragraph.section
        if whole and len(paragraph.lines) > 1 and _titles(paragraph.lines) in ([0], []):
            yield Group(paragraph.lines, section)
            continue
        for group in _lines_of_each(paragraph.lines, led=led):
            if _caption(group, paragraph.lines):
                section = group[0].text.strip().rstrip(":：")
            else:
                yield Group(group, section)


class _Paragraph(NamedTuple):
    """Lines with no blank one between them; the heading right above them, if there is one."""

    lines: list[Line]
    section: str | None


def _paragraphs(lines: Sequence[Line]) -> Iterator[_Paragraph]:
    found: list[Line] = []
    section: str | None = None
    for line in lines:
        body = line.text.strip()
        if found and not found[1:] and _UNDERLINE.match(body):
            section, found = found[0].text.strip(), []
        elif body and not body.startswith(_COMMENT):
            found.append(line)
        elif found:
            yield _Paragraph(found, section)
            section, found = None, []
    if found:
        yield _Paragraph(found, section)


def _of_paragraphs(paragraphs: Sequence[_Paragraph]) -> bool:
    """Whether the entries of a text are its paragraphs."""
    several = [one.lines for one in paragraphs if len(one.lines) > 1]
    whole = sum(map(_whole, several))
    return whole >= _FEWEST and whole >= _MOSTLY * len(several)


def _whole(lines: Sequence[Line]) -> bool:
    """Whether lines are one entry: a title with an address, names or a journal below it."""
    return len(lines) > 1 and _titles(lines) == [0]


def _titles(lines: Sequence[Line]) -> list[int] | None:
    """Which of the lines are titles; None if they are several entries for other reasons."""
    if len(lines) > _LONGEST or any(map(_marked, lines[1:])) or any(map(_cited, lines)):
        return None
    return [at for at, line in enumerate(lines) if _titled(line)]


def _titled(line: Line) -> bool:
    return URL.match(line.text.strip()) is None and like_title(line.text)


def _cited(line: Line) -> bool:
    found = cited(line.text, 0, len(line.text))
    return found is not None and found.complete and found.title is not None


def _marked(line: Line) -> bool:
    return _MARKED.match(line.text) is not None


def _led(said: Sequence[Line]) -> bool:
    """Whether the entries of a text are told by their numbers."""
    numbered = [line for line in said if _NUMBERED.match(line.text)]
    return len(numbered) > 1 and said[0] is numbered[0]


def _lines_of_each(lines: Sequence[Line], *, led: bool) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _goes_on(line, group, led=led):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    yield group


def _goes_on(line: Line, group: Sequence[Line], *, led: bool) -> bool:
    """Whether a line is more of the entry above: indented below it, or the only one unnumbered."""
    if led:
        return not _NUMBERED.match(line.text)
    if _marked(line) or URL.match(line.text.strip()):
        return False
    return _indent(line) > _indent(group[0])


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _caption(group: Sequence[Line], lines: Sequence[Line]) -> bool:
    """A line that ends in a colon, with marked or indented lines below: ``Agents:``."""
    said = group[0].text.strip()
    if len(group) > 1 or not said.endswith((":", "：")) or len(said.split()) > _CAPTION:
        return False
    at = next(n for n, line in enumerate(lines) if line is group[0])
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and (_marked(below) or _indent(below) > _indent(group[0]))
