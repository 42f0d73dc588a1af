"""reStructuredText lists: headings with underlines, simple tables, items, `` `label <url>`_ ``."""

import re
from functools import partial

from pipeline.formats import markdown, markdown_writing
from pipeline.formats.protocol import Change, Rewriting
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.text import Edit, Span

NAME = "rst"
_LOOK = re.compile(r"`[^`<>\n]{1,200}<https?://[^<>\s]+>`_")


def accepts(path: str, text: str) -> bool:
    """.rst by its ending; by its links on standard input."""
    return path.lower().endswith((".rst", ".rest")) or (
        path == "-" and bool(_LOOK.search(text[:20000]))
    )


def read(document: Document) -> Reading:
    """The list understood."""
    return markdown.read_list(document, NAME)


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits, read again before they are offered; columns of a table stay aligned."""
    done = markdown_writing.rewrite(partial(markdown.excerpt_of, entry), text, entry, change, like)
    if "columns" not in entry.style or not done.edits:
        return done
    return done.but(edits=_aligned(text, entry, done.edits))


def _aligned(text: str, entry: Entry, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits with the blanks behind the cell made up; none if the cell has no room."""
    grown = sum(len(edit.replacement) - (edit.span.end - edit.span.start) for edit in edits)
    last = max(edit.span.end for edit in edits)
    gap = re.compile(r"[^\n]*?(?=[ ]{2})").match(text, last, entry.span.end)
    if gap is None:
        return edits  # the last column may be as wide as it likes
    blanks = len(text[gap.end() :]) - len(text[gap.end() :].lstrip(" "))
    if (
        any(edit.span.start == edit.span.end and not edit.replacement.strip() for edit in edits)
        or grown > blanks - 2
    ):
        return ()
    if grown == 0:
        return edits
    span = Span(start=gap.end(), end=gap.end() + max(grown, 0))
    return (*edits, Edit(span=span, replacement=" " * max(-grown, 0)))
