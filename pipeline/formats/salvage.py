"""What can be read of a text that breaks its reader: all but the blocks that break it.

Those become entries that say so. A block is an item with what is indented below it, a paragraph, a
row: half of one would accuse somebody of what stands in its other half. The others are read as if
it were blank.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.markup.json_scan import scan
from pipeline.markup.lines import Line, lines_of
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.failure import Failure, parted
from pipeline.values.text import Edit, Span, apply

Read = Callable[[Document], Reading | Failure]
Broken = tuple[Span, Failure]

_STARTS = re.compile(
    r"[ \t]*(?:[-*+•]\s|\d{1,5}[.)]\s|@\w|\||#{1,6}\s|\.\. |<(?:li|tr|p|dt|h\d)\b)", re.IGNORECASE
)
"""How a line begins that goes on with nothing above it."""

_ALONE = {
    "plain": re.compile(r"\s*\S"),
    "csv": re.compile(r"\s*\S"),
    "ris": re.compile(r"TY\s+-"),
    "nbib": re.compile(r"PMID\s*-"),
    "hayagriva": re.compile(r"[^\s#]"),
}
"""Formats whose entries stand one below the other, by how their first lines begin."""


def salvaged(document: Document, name: str, read: Read, failure: Failure) -> Reading:
    """The entries of a document of this format: one that failed for each block that breaks it."""
    text = document.text
    broken = _Search(text, name, read).whole(failure)
    rest = read(document.but(text=_blanked(text, [span for span, _ in broken])))
    if isinstance(rest, Failure):
        broken = [(Span(start=0, end=len(text)), rest)]
        rest = Reading(document=document, text=text, format=name)
    return _joined(document, rest, broken)


@dataclass(slots=True)
class _Search:
    """A text that breaks its reader, and how to try its parts."""

    text: str
    name: str
    read: Read

    def whole(self, failure: Failure) -> list[Broken]:
        """The smallest blocks that break the reader; all of the text if none does by itself."""
        all_of_it = Span(start=0, end=len(self.text))
        broken = parted(self._blocks(all_of_it, whole=True), self._tried)[1]
        if self.name not in _ALONE and self.name != "csl-json":
            broken = [block for part in broken for block in self._within(*part)]
        return broken or [(all_of_it, failure)]

    def _within(self, span: Span, failure: Failure) -> list[Broken]:
        """The smallest blocks below a block's first line; itself if it is of one piece."""
        blocks = self._blocks(span, whole=False)
        broken = parted(blocks, self._tried)[1] if blocks else []
        if not broken or not self._apart(span, blocks, broken):
            return [(span, failure)]
        return [block for part in broken for block in self._within(*part)]

    def _blocks(self, span: Span, *, whole: bool) -> list[Span]:
        if self.name == "csl-json":
            items = getattr(scan(self.text), "items", ())
            return [Span(start=item.start, end=item.end) for item in items]
        lines = [line for line in lines_of(self.text) if span.start <= line.start < span.end]
        alone = _ALONE.get(self.name)
        if alone:
            starts = [line.start for line in lines if alone.match(line.text)]
        else:
            starts = _starts(lines, whole=whole)
        return [Span(start=a, end=b) for a, b in pairwise([*starts, span.end])]

    def _apart(self, span: Span, blocks: Sequence[Span], broken: Sequence[Broken]) -> bool:
        """Whether the blocks are entries of their own, no parts of one that begins above."""
        head = Span(start=span.start, end=blocks[0].start)
        lost = [block for block, _ in broken]
        others = [block for block in blocks if block not in lost]
        read = self._tried([head, *others])
        if isinstance(read, Failure):
            return False
        titled = [entry for entry in read.entries if entry.title]
        below = all(entry.span.start >= head.end - head.start for entry in read.entries)
        return below and bool(titled) and 2 * len(titled) >= len(others)

    def _tried(self, spans: Sequence[Span]) -> Reading | Failure:
        text = "".join(span.cut(self.text) for span in spans)
        if self.name == "csl-json":
            text = f"[{','.join(span.cut(self.text) for span in spans)}]"
        elif self.name == "csv" and spans and spans[0].start:
            text = self.text.partition("\n")[0] + "\n" + text
        return self.read(Document(path=f"part.{self.name}", text=text))


def _starts(lines: Sequence[Line], *, whole: bool) -> list[int]:
    """Where blocks begin: at the least indentation at which one does below the first line."""
    begin = [
        line for before, line in pairwise(lines)
        if line.text.strip() and (_STARTS.match(line.text) or not before.text.strip())
    ]  # fmt: skip
    least = 0 if whole else min(map(_indent, begin), default=0)
    first = [lines[0].start] if whole and lines else []
    return first + [line.start for line in begin if _indent(line) <= least]


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with these stretches blank: every place stays, a table keeps its rows."""
    return apply(text, [Edit(span=s, replacement=_blank(s.cut(text))) for s in spans])


def _blank(text: str) -> str:
    if text.startswith("{"):
        return "{" + " " * (len(text) - 2) + "}"
    return re.sub(r"[^\r\n|]" if text.lstrip().startswith("|") else r"[^\r\n]", " ", text)


def _joined(document: Document, rest: Reading, broken: Sequence[Broken]) -> Reading:
    lines = [line.start for line in lines_of(document.text)]
    whole = rest.but(document=document, text=apply(document.text, rest.repairs))
    failed = [_failed(whole, span, lines, failure) for span, failure in broken]
    entries = sorted((*rest.entries, *failed), key=lambda entry: entry.span.start)
    return whole.but(entries=tuple(entries))


def _failed(reading: Reading, span: Span, lines: Sequence[int], failure: Failure) -> Entry:
    text = span.cut(reading.document.text).rstrip()
    line = bisect_right(lines, span.start)
    return Entry(
        id=f"{reading.document.path}#L{line}",
        path=reading.document.path,
        line=line,
        end_line=bisect_right(lines, span.start + max(len(text) - 1, 0)),
        span=_shifted(Span(start=span.start, end=span.start + len(text)), reading.repairs),
        format=reading.format,
        unparsed="reading it failed",
        failure=failure,
    )


def _shifted(span: Span, repairs: Sequence[Edit]) -> Span:
    """The place in the repaired text; no repair touches what could not be read."""
    before = [edit for edit in repairs if edit.span.end <= span.start]
    longer = sum(len(e.replacement) - (e.span.end - e.span.start) for e in before)
    return Span(start=span.start + longer, end=span.end + longer)
