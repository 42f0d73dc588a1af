"""Whose the lines around an entry are: anybody else's, or perhaps about the entry itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.values.entry import Entry, Reading
from pipeline.values.text import Span
from pipeline.write.insertion import line_of
from pipeline.write.sections import heading_key, headings

KEYED = ("yaml", "cff", "hayagriva")
"""Formats of keys and values: a key no deeper than an entry is never the entry's own."""
_BULLET = re.compile(r"[\s>]*(?:(?:[-*+•]|\d{1,5}[.)])\s+|\|)?")
_INDENT = re.compile(r"[ \t]*")
_WORDLESS = re.compile(
    r"[\s|:=+~*_\-]+$|\s*(?:(?:</[a-z]\w*|<a\b[^<>]*></a|<br\s*/?)>\s*)+$"
    r"|[\W_]*\[[^\[\]]*\]\(#[^()\s]*\)[\W_]*$",
    re.IGNORECASE,
)
"""A rule, the head of a table, what closes tags, an anchor, a link to the top of the page."""
_BOLD = re.compile(r"\s*(?:\*\*[^*]+\*\*|__[^_]+__):?\s*$")
_UNDERLINE = re.compile(r"[ \t]*(?:=+|-{3,}|~+)[ \t]*\r?$", re.MULTILINE)
_DECLARED = re.compile(r"\s*@(?:string|preamble)\b", re.IGNORECASE)
_ANNOUNCING = (":", ":**", ":*", ":__", "：")


class Ground(NamedTuple):
    """A list, the lines of each of its entries, and where its headings stand."""

    reading: Reading
    blocks: Sequence[Span]
    owners: dict[int, int]
    """Start of a line -> the entry it is of, the innermost."""
    heads: frozenset[int]
    """Starts of the lines that are headings."""


def ground_of(reading: Reading, blocks: Sequence[Span]) -> Ground:
    """What is asked of every line, found once."""
    owners: dict[int, int] = {}
    for n, block in enumerate(blocks):
        at, _ = line_of(reading.text, block.start)
        while at < block.end:
            owners[at] = n
            at = line_of(reading.text, at)[1] + 1
            at += reading.text[at - 1 : at] == "\r"
    heads = frozenset(head.start for _, head, _ in headings(reading))
    return Ground(reading, blocks, owners, heads)


def lead(reading: Reading, entry: Entry) -> tuple[int, str]:
    """How deep an entry stands, and its bullet."""
    if reading.format == "csl-json":
        return 0, ""
    start, end = line_of(reading.text, entry.span.start)
    line = reading.text[start:end]
    return _depth(line), re.sub(r"\d+", "1", _bullet(line))


def announces(text: str) -> bool:
    """Whether the last line is rather a heading of what follows."""
    lines = text.rstrip().splitlines()
    last = lines[-1] if lines else ""
    return last.endswith(_ANNOUNCING) or (len(lines) > 1 and _BOLD.match(last) is not None)


def is_alone(ground: Ground, n: int, *, above: bool) -> bool:
    """Whether the nearest line above or below an entry is plainly anybody else's.

    Nothing, a heading, another entry, an item of the list around this one. All else may be about
    it, however many blank lines part them: a remark, a comment, an item that is no paper.
    """
    reading, text = ground.reading, ground.reading.text
    line = None if reading.format == "csl-json" else _nearest(text, ground.blocks[n], above=above)
    if line is None:
        return True
    phrase, (depth, bullet) = line.cut(text), lead(reading, reading.entries[n])
    owner = ground.owners.get(line.start)
    if owner is not None and above:
        return not announces(phrase)
    if owner is not None:
        deep, other = lead(reading, reading.entries[owner])
        return deep < depth or (deep, other) == (depth, bullet)
    if reading.format in KEYED:
        key = not phrase.lstrip().startswith(("#", "-")) or _WORDLESS.match(phrase) is not None
        return key and _depth(phrase) <= depth
    return (_depth(phrase) < depth and _bullet(phrase) != "") or _heads(
        ground, n, line, above=above
    )


def _bullet(line: str) -> str:
    hit = _BULLET.match(line)
    return hit.group().strip(" \t>") if hit else ""


def _depth(line: str) -> int:
    hit = _INDENT.match(line)
    return len(hit.group().expandtabs(4)) if hit else 0


def _nearest(text: str, block: Span, *, above: bool) -> Span | None:
    """The nearest line that is not blank; None where the file ends."""
    last = line_of(text, block.end - 1)[1]
    at = line_of(text, block.start)[0] - 1 if above else text.find("\n", last) + 1
    while (at >= 0) if above else (0 < at < len(text)):
        start, end = line_of(text, at)
        if text[start:end].strip():
            return Span(start=start, end=end)
        at = start - 1 if above else text.find("\n", at) + 1
    return None


def _heads(ground: Ground, n: int, line: Span, *, above: bool) -> bool:
    """Whether a line is a heading, or says nothing of anybody."""
    reading, text = ground.reading, line.cut(ground.reading.text)
    if line.start in ground.heads or _WORDLESS.match(text):
        return True
    if reading.format == "csv":
        return line.start == 0
    if reading.format == "bibtex":
        return _DECLARED.match(text) is not None
    return _names_section(reading, n, text, above=above) or _is_underlined(reading.text, line)


def _names_section(reading: Reading, n: int, text: str, *, above: bool) -> bool:
    """Whether a line is what the reading calls the section below it."""
    own, following = reading.entries[n].section, reading.entries[n + 1 : n + 2]
    path = own if above else following[0].section if following else ()
    key = heading_key(text)
    return (above or path != own) and any(heading_key(name) == key for name in path)


def _is_underlined(text: str, line: Span) -> bool:
    below = text.find("\n", line.end) + 1
    return below > 0 and _UNDERLINE.match(text, below) is not None
