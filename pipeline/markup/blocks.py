"""A Markdown document cut into its blocks: headings, items, paragraphs, rows of tables.

A block is slices of the file without markers and indentation. One pass, line by line; code, front
matter and comments are left out.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.markup.bars import cells, trimmed
from pipeline.markup.lines import Line, lines_of, width

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_HTML_HEADING = re.compile(r"\s{0,6}<h([1-6])\b[^>]*>(.*?)</h\1>", re.IGNORECASE)
_ITEM = re.compile(r"([ \t]*)(?:[-*+•●]|\d{1,5}[.)])(?:[ \t]+|$)")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_FENCE = re.compile(r"[ \t]*(?:[-*+][ \t]+)?(`{3,}(?=[^`]*$)|~{3,})")
"""A line of backticks with more of them behind is code in a line. Source: CommonMark, 4.5."""
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_ORG_RULE = re.compile(r"\s*+\|-[-+|\s]*+$")
_DELIMITERS = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+$")
_REFERENCE = re.compile(r" {0,3}\[([^\[\]\n]{1,200})\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(].*)?[ \t]*$")
_HEADED = re.compile(r"#{1,6}[ \t]+(?=\S)")
"""An item whose words are a heading, "1. ### [Title](url)": its signs are none of them."""
_HTML_ITEM = re.compile(r"([ \t]*)(?:<[uo]l\b[^<>]*>\s*)?<li\b[^<>]*>[ \t]*", re.IGNORECASE)
_HTML_ROW = re.compile(r"[ \t]*(?:<t(?:able|body|head)\b[^<>]*>\s*)*<tr\b[^<>]*>", re.IGNORECASE)
_IGNORE = re.compile(
    r"<!--\s*+errata:\s*+ignore\b([^;<>]*+)(?:[^<>]|<(?!!--))*+(?<=--)>", re.IGNORECASE
)
"""No comment begins within: what never closes is looked at once."""
_LONE_COMMENT = re.compile(r"\s*<!--.*-->\s*$")
_RST_TARGET = re.compile(
    r"\.\. (?:_|\|)|\.\. (?!code|sourcecode|highlight|literal|parsed-|raw|math)[\w:-]+::"
)
_RST_UNSEEN = re.compile(
    r"\s*\.\.(?:$| (?:code|sourcecode|highlight|literalinclude|parsed-literal|raw|math)[\w-]*::|"
    r" (?!\[|_|\||[\w:-]+::))"
)
"""What a reader does not see: code, mathematics, comments; with the lines indented below."""
_RST_FIELD = re.compile(r"[ \t]*:[^\W\d_][\w ]{1,30}:[ \t]+\S")
"""A line of a field list: ``:Authors: Ann Bee``; its first colon is no text."""
_LINE_BLOCK = re.compile(r"[ \t]*\|(?:[ \t]+|$)")
"""A line of a line block of reStructuredText."""
_ORG_HEADING = re.compile(r"(\*++)[ \t]++((?:[^ \t]++|[ \t]++(?!:[\w:]{2,}+$(?<=:)))+)")
DEEPEST = 16
"""Levels of headings that are told apart."""
MOST_LINES = 1000
"""Lines of a block; what is longer is no entry, and is cut."""


@dataclass(slots=True)
class Block:
    """Something between blank lines, or an item of a list with what belongs to it."""

    kind: str
    """heading, item, paragraph, quote, table, row."""
    line: int
    end_line: int
    slices: list[tuple[int, int]]
    indent: int = 0
    level: int = 0
    parent: int = -1
    header: list[tuple[int, int]] = field(default_factory=list)
    """For a row: the cells of the head of its table."""
    spoken: bool = False
    """A blank line closed it; only deeper lines still belong to it."""


@dataclass(slots=True)
class Page:
    """The blocks of a document, its link definitions, and the lines with ``errata: ignore``."""

    blocks: list[Block]
    references: dict[str, str]
    ignored: dict[int, tuple[str, ...]]
    filled: bool = False
    """Lines end where the next word would not fit: a line break within a block is a blank."""
    width: int = 0
    """The same for paragraphs of Markdown: how wide they are filled; 0 if they are not."""


_FEWEST_BREAKS = 5
_TWO = 2
_FORCED = 0.8
"""Share of the breaks that come where they must, in text that is filled to a width."""
_SLACK = 4
"""Characters that are left free to keep words together: "A. Matveev" is not parted."""
_WIDEST = 120
_LONG_WORD = re.compile(r"\S{40}")
"""An address, which no editor breaks."""


def is_filled(text: str, blocks: list[Block]) -> bool:
    """Whether the lines of blocks end where the next word would not fit, as editors break them.

    Lines that end with a field ("Title", "Authors", "Journal") end early, most of them; those that
    say themselves that they end (a backslash, in Org two) tell nothing.
    """
    return width_of(text, blocks) > 0


def width_of(text: str, blocks: list[Block]) -> int:
    """How wide the lines of blocks are that end where the next word would not fit; else 0."""
    breaks = [line_break for block in blocks for line_break in _breaks(text, block)]
    widest = max((length for length, _ in breaks), default=0)
    forced = sum(map(_forced(widest), breaks))
    filled = len(breaks) >= _FEWEST_BREAKS and forced >= _FORCED * len(breaks)
    return widest if filled and widest <= _WIDEST else 0


def fills(text: str, block: Block, width: int) -> bool:
    """Whether every line of a block but its last ends where the next word would not fit."""
    ended = (text.startswith("  ", end) for _, end in block.slices[:-1])
    return not any(ended) and all(map(_forced(width), _breaks(text, block)))


def _breaks(text: str, block: Block) -> list[tuple[int, int]]:
    """The length of each line before another, and of the other's first word."""
    if len(block.slices) < _TWO:
        return []
    return [
        (len(phrase), len(after.split(None, 1)[0]))
        for phrase, after in pairwise(text[a:b] for a, b in block.slices)
        if after.strip() and not phrase.endswith("\\") and not _LONG_WORD.search(phrase)
    ]


def _forced(width: int) -> Callable[[tuple[int, int]], bool]:
    return lambda line_break: line_break[0] + 1 + line_break[1] > width - _SLACK


def page_of(text: str, flavour: str = "markdown") -> Page:
    """The document cut into blocks; flavours are markdown, rst and org."""
    lines = lines_of(text)
    page = Page([], {}, _ignored(text, lines))
    _Cutter(text, lines, page, flavour).cut()
    # Markdown's prose is often filled where its items are not, which have a field a line.
    blocks = [block for block in page.blocks if flavour != "markdown" or block.kind == "item"]
    page.filled = is_filled(text, blocks)
    if flavour == "markdown":
        prose = [block for block in page.blocks if block.kind == "paragraph"]
        page.width = width_of(text, prose)
    return page


def _ignored(text: str, lines: list[Line]) -> dict[int, tuple[str, ...]]:
    if "errata:" not in text:
        return {}
    by_line: dict[int, tuple[str, ...]] = {}
    for line in lines:
        match = _IGNORE.search(line.text)
        if match:
            words = match[1].removesuffix("--")
            codes = tuple(code for code in re.split(r"[\s,]+", words) if code) or ("*",)
            alone = _LONE_COMMENT.match(line.text) is not None
            by_line[-line.number if alone else line.number] = codes
    return by_line


class _Cutter:
    """One pass over the lines."""

    def __init__(self, text: str, lines: list[Line], page: Page, flavour: str) -> None:
        self.text, self.lines, self.page, self.flavour = text, lines, page, flavour
        self.marks: list[str] = []
        self.blocks = page.blocks
        self.items: list[int] = []
        self.open: Block | None = None
        self.table: list[tuple[int, int]] | None = None
        self.blank = False
        self.fences: list[dict[str, int]] | None = None
        self.spoilt = -1
        """Where a comment ends behind which text follows: its lines are text, each of them."""

    def cut(self) -> None:
        index = self._front_matter()
        while index < len(self.lines):
            index = self.line(index)

    def _front_matter(self) -> int:
        if self.lines and self.lines[0].text.strip() == "---":
            for index, line in enumerate(self.lines[1:200], 1):
                if line.text.strip() in ("---", "..."):
                    return index + 1
                if line.text.strip() and not re.match(r"\s|[\w-]+\s*:|#|- ", line.text):
                    return 0
        return 0

    def line(self, index: int) -> int:
        """Takes a line (and what belongs to it) and says which comes next."""
        line = self.lines[index]
        text = line.text
        if not text.strip() or (self.flavour == "rst" and text.strip() == "|"):
            self.blank, self.table = True, None
            if self.open is not None and self.open.kind != "item":
                self.open = None
            return index + 1
        fence = _FENCE.match(text)
        if fence:
            return self._fenced(index, fence[1])
        if text.lstrip().startswith("<!--"):
            after = self._comment(index)
            if after is not None:
                return after
        after = self._structure(index)
        if after is not None:
            return after
        if self.table is not None and "|" in text:
            self._row(line)
            return index + 1
        self.table = None
        self._prose(line)
        self.blank = False
        return index + 1

    def _structure(self, index: int) -> int | None:
        """The line behind a heading, a definition, or the head of a table; None if it is none."""
        line = self.lines[index]
        if self.flavour != "markdown":
            after = self._org(line, index) if self.flavour == "org" else self._rst(index)
            if after:
                return after
        elif self._heading(line) or self._reference(line):
            return index + 1
        elif self._setext(index):
            return index + 2
        return index + 2 if "|" in line.text and self._table(index) else None

    def _fenced(self, index: int, mark: str) -> int:
        """The line behind the fence that closes; the next line if none does."""
        if self.fences is None:
            self.fences = _longest_fences(self.lines)
        after = index + 1
        while self.fences[after].get(mark[0], 0) >= len(mark):
            if self.lines[after].text.strip().startswith(mark):
                return after + 1
            after += 1
        return index + 1

    def _comment(self, index: int) -> int | None:
        """The line behind a comment that fills its lines; None if text follows it."""
        line = self.lines[index]
        start = line.start + line.text.index("<!--")
        close = self.spoilt if self.spoilt >= start + 4 else self.text.find("-->", start + 4)
        if close < 0:
            return len(self.lines)
        if close == self.spoilt:
            return None
        after = index
        while (
            after < len(self.lines)
            and self.lines[after].start + len(self.lines[after].text) < close + 3
        ):
            after += 1
        rest = self.text[close + 3 : self.lines[after].start + len(self.lines[after].text)]
        if not rest.strip():
            return after + 1
        self.spoilt = close
        return None

    def _heading(self, line: Line) -> bool:
        hit = _HEADING.match(line.text)
        text = _without_signs(hit[2] or "") if hit else ""
        if hit and text.strip():
            start = line.start + hit.start(2)
            self._title(line, len(hit[1]), start, start + len(text))
            return True
        html = _HTML_HEADING.match(line.text)
        if html:
            self._title(line, int(html[1]), line.start + html.start(2), line.start + html.end(2))
            return True
        return hit is not None

    def _title(self, line: Line, level: int, start: int, end: int) -> None:
        self._add(Block("heading", line.number, line.number, [(start, end)], level=level))
        self.items.clear()
        self.open, self.table = None, None

    def _setext(self, index: int) -> bool:
        line = self.lines[index]
        if index + 1 >= len(self.lines) or (self.open is not None and not self.blank):
            return False
        under = _SETEXT.match(self.lines[index + 1].text)
        if (
            under is None
            or _ITEM.match(line.text)
            or _RULE.match(line.text)
            or "|" in line.text
            or (width(line.text[:8]) and line.text[0].isspace())
        ):
            return False
        self._title(
            line, 1 if under[1][0] == "=" else 2, line.start, line.start + len(line.text.rstrip())
        )
        return True

    def _org(self, line: Line, index: int) -> int | None:
        hit = _ORG_HEADING.match(line.text.rstrip(" \t"))
        if hit:
            level = min(len(hit[1]), DEEPEST)
            self._title(line, level, line.start + hit.start(2), line.start + hit.end(2))
            return index + 1
        if line.text.lstrip().startswith("|"):
            return self._org_table(index)
        return index + 1 if line.text.startswith(("#+", "# ")) else None

    def _org_table(self, index: int) -> int:
        """The rows of a table; its head is what stands above the first rule, if anything does."""
        end = index
        while end < len(self.lines) and self.lines[end].text.lstrip().startswith("|"):
            end += 1
        lines = self.lines[index:end]
        rules = [n for n, line in enumerate(lines) if _ORG_RULE.match(line.text)]
        rows = [n for n in range(len(lines)) if n not in rules]
        headed = bool(rows) and rows[0] + 1 in rules and len(rows) > 1
        self.table = cells(lines[rows[0]]) if headed else []
        for n in rows[headed:]:
            self._row(lines[n])
        self.table = None
        return end

    def _rst(self, index: int) -> int | None:
        """A heading with its underline, a simple table, a directive or target to leave out."""
        line = self.lines[index]
        if _RST_TARGET.match(line.text):
            return index + 1
        if line.text.startswith(".. ["):
            self.open = None  # each a reference of its own, without a blank line between them
        if _RST_UNSEEN.match(line.text):
            return self._body_end(index)
        bars = re.fullmatch(r"\s*(=+(?:[ ]+=+)+)\s*", line.text)
        if bars:
            return self._simple_table(index)
        if re.fullmatch(r"([^\w\s])\1{2,}\s*", line.text):
            return index + 1
        if index + 1 < len(self.lines) and not line.text[:1].isspace():
            under = re.fullmatch(r"([=\-~^\"'`#*+:._])\1{2,}\s*", self.lines[index + 1].text)
            if under and len(self.lines[index + 1].text.rstrip()) >= min(
                len(line.text.rstrip()), 4
            ):
                if under[1] not in self.marks:
                    self.marks.append(under[1])
                self._title(
                    line,
                    1 + self.marks.index(under[1]),
                    line.start,
                    line.start + len(line.text.rstrip()),
                )
                return index + 2
        return None

    def _body_end(self, index: int) -> int:
        """The line behind the indented ones below: what is no text of the list."""
        first = self.lines[index].text
        margin = width(first[: len(first) - len(first.lstrip())])
        after, end = index + 1, index + 1
        while after < len(self.lines):
            text = self.lines[after].text
            if text.strip():
                if width(text[: len(text) - len(text.lstrip())]) <= margin:
                    break
                end = after + 1
            after += 1
        self.blank = True
        self.open = None
        return end

    def _simple_table(self, index: int) -> int:
        """Columns under ``=====  ===``: head, bar, rows, bar."""
        columns = [m.start() for m in re.finditer(r"=+", self.lines[index].text)]
        head: list[tuple[int, int]] = []
        bars = 1
        for after in range(index + 1, len(self.lines)):
            line = self.lines[after]
            if re.fullmatch(r"\s*=+(?:[ ]+=+)+\s*", line.text):
                bars += 1
                if bars == 3:
                    return after + 1
                continue
            if not line.text.strip() and bars > 1:
                return after
            here = columns[: max(1, bisect_left(columns, len(line.text)))]
            cut = [trimmed(line, a, b) for a, b in zip(here, [*here[1:], None], strict=True)]
            if bars == 1:
                head = cut
            else:
                self._add(Block("row", line.number, line.number, cut, header=head))
        return len(self.lines)

    def _reference(self, line: Line) -> bool:
        hit = _REFERENCE.match(line.text) if "]:" in line.text else None
        if hit:
            self.page.references.setdefault(hit[1].strip().casefold(), hit[2])
        return hit is not None

    # -- tables

    def _table(self, index: int) -> bool:
        if index + 1 >= len(self.lines) or self.table is not None:
            return False
        under = self.lines[index + 1].text
        if "-" not in under or "|" not in under or not _DELIMITERS.match(under):
            return False
        line = self.lines[index]
        self.table = cells(line)
        self.open = None
        return True

    def _row(self, line: Line) -> None:
        row = Block("row", line.number, line.number, cells(line), header=self.table or [])
        self._add(row)
        self.open = None

    # -- items and paragraphs

    def _prose(self, line: Line) -> None:
        item = _ITEM.match(line.text)
        if item and not _RULE.match(line.text):
            self._item(line, item)
            return
        if "<" in line.text:
            html = _HTML_ITEM.match(line.text)
            if html:
                self._item(line, html)
                return
            if _HTML_ROW.match(line.text):
                self.open = None
        if _RULE.match(line.text):
            self.open = None
            self.items.clear()
            return
        quote = (_LINE_BLOCK if self.flavour == "rst" else _QUOTE).match(line.text)
        kind = "quote" if quote and self.flavour != "rst" else "paragraph"
        indent = width(re.match(r"[ \t]*", line.text).group())  # type: ignore[union-attr]  # matches all
        start = line.start + (quote.end() if quote else len(line.text) - len(line.text.lstrip()))
        if self.flavour == "rst" and _RST_FIELD.match(line.text):
            start += 1
        piece = (start, max(start, line.start + len(line.text.rstrip())))
        if self._continues(kind, indent):
            self.open.slices.append(piece)  # type: ignore[union-attr]  # told by _continues
            self.open.end_line = line.number  # type: ignore[union-attr]  # told by _continues
            return
        self._close_items(indent)
        block = Block(kind, line.number, line.number, [piece], indent)
        block.parent = self.items[-1] if self.items else -1
        self._add(block)
        self.open = block

    def _continues(self, kind: str, indent: int) -> bool:
        if self.open is None or len(self.open.slices) >= MOST_LINES:
            return False
        if self.open.kind == "item":
            if not self.blank:
                return kind != "quote" or indent > self.open.indent
            return kind == "paragraph" and indent > self.open.indent
        return self.open.kind == kind and not self.blank

    def _item(self, line: Line, hit: re.Match[str]) -> None:
        indent = width(hit[1])
        self._close_items(indent)
        within = _HEADED.match(line.text, hit.end()) if self.flavour == "markdown" else None
        start = line.start + (within or hit).end()
        end = line.start + len(line.text.rstrip())
        block = Block("item", line.number, line.number, [(min(start, end), end)], indent)
        block.parent = self.items[-1] if self.items else -1
        self._add(block)
        self.items.append(len(self.blocks) - 1)
        self.open = block

    def _close_items(self, indent: int) -> None:
        while self.items and self.blocks[self.items[-1]].indent >= indent:
            self.items.pop()

    def _add(self, block: Block) -> None:
        self.blocks.append(block)


def _without_signs(heading: str) -> str:
    """A heading without the number signs that close it."""
    text = heading.rstrip(" \t")
    bare = text.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else text


def _longest_fences(lines: list[Line]) -> list[dict[str, int]]:
    """For each line the longest fence of each sign that stands there or below; none at the end."""
    longest: list[dict[str, int]] = [{}]
    for line in reversed(lines):
        text = line.text.strip()
        sign = text[:1]
        here = len(text) - len(text.lstrip(sign)) if sign and sign in "`~" else 0
        below = longest[-1]
        longest.append(below | {sign: here} if here > below.get(sign, 0) else below)
    return longest[::-1]


def children(blocks: list[Block]) -> dict[int, list[int]]:
    """Blocks by the item they stand under."""
    by_parent: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.parent >= 0:
            by_parent.setdefault(block.parent, []).append(index)
    return by_parent
