"""A row for a table: the row beside it, each field replaced, what belongs to its work left out."""

import re

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.markup.bars import between_bars
from pipeline.values.entry import Entry, Reading
from pipeline.values.text import Edit, Span, apply

MOST_WORDS = 2
"""Words in a cell besides its fields: the label of a link."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a row, without their bars; the last may have none behind it."""
    spans = [Span(start=start + a, end=start + b) for a, b in between_bars(text[start:end])][1:]
    return spans if spans and spans[-1].cut(text).strip() else spans[:-1]


def row(reading: Reading, like: Entry, changes: list[Change]) -> str | None:
    """The line of a row that says these changes, written like another row; None if it cannot be.

    A cell without a field is left empty, but a number counts on.
    """
    text = reading.text
    start = text.rfind("\n", 0, like.span.start) + 1
    end = text.find("\n", like.span.end)
    end = len(text) if end < 0 else end
    kept = _own_link(like)
    changes = [c.but(link=kept) if c.field == "link" else c for c in changes]
    edits = _edits(reading, like, changes)
    if edits is None or any(e.span.start < start or e.span.end > end for e in edits):
        return None
    fields, others = _spans(like, kept), [k.span for n, k in enumerate(like.links) if n != kept]
    for cell in cells(text, start, end):
        own = [span for span in fields if cell.start <= span.start and span.end <= cell.end]
        if own:
            foreign = any(cell.start <= s.start and s.end <= cell.end for s in others)
            if foreign or _worded(text, cell, own):
                return None  # the link to another's code, or words about it, would stay
        else:
            edits.append(Edit(span=cell, replacement=_emptied(cell.cut(text))))
    moved = [
        edit.but(span=Span(start=edit.span.start - start, end=edit.span.end - start))
        for edit in edits
    ]
    return apply(text[start:end], moved).rstrip()


def _edits(reading: Reading, like: Entry, changes: list[Change]) -> list[Edit] | None:
    edits: list[Edit] = []
    for change in changes:
        done = formats.rewrite(reading, like, change)
        if not done.edits and done.proposed != _says(like, change):
            return None
        edits += done.edits
    return edits


def _says(like: Entry, change: Change) -> str:
    """What the field says now, where a change of it may be none."""
    if change.field == "venue" and like.venue:
        return like.venue.text
    if change.field == "year" and like.year:
        return str(like.year.value)
    return ""


def _worded(text: str, cell: Span, fields: list[Span]) -> bool:
    """Whether a cell says more than its fields and a label or two."""
    parts, at = [], cell.start
    for span in sorted(fields, key=lambda span: span.start):
        parts.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    rest = " ".join([*parts, text[at : cell.end]])
    return len(_WORD.findall(rest)) > MOST_WORDS


def _own_link(like: Entry) -> int:
    """The link that opens the work: the one behind its title, else the first to a paper."""
    title = like.title.text if like.title else ""
    for wanted in (
        [n for n, link in enumerate(like.links) if title and link.label.strip(" .") == title],
        [n for n, link in enumerate(like.links) if link.role == "paper"],
    ):
        if wanted:
            return wanted[0]
    return 0


def _spans(like: Entry, kept: int) -> list[Span]:
    spans = [link.span for link in like.links[kept : kept + 1]]
    spans += [like.title.span] if like.title else []
    spans += [like.authors.written.span] if like.authors else []
    spans += [like.venue.span] if like.venue else []
    spans += [like.year.written.span] if like.year and like.year.source == "entry" else []
    return spans


def _emptied(cell: str) -> str:
    if cell.strip().isdigit():
        return cell.replace(cell.strip(), str(int(cell.strip()) + 1))
    return " " * min(len(cell), 1)
