"""reStructuredText lists: headings with underlines, simple tables, items, `` `label <url>`_ ``."""

import re

from pipeline.format import Change, Rewriting
from pipeline.formats import markdown, markdown_writing
from pipeline.model import Document, Entry, Reading

NAME = "rst"
_LOOK = re.compile(r"`[^`<>\n]{1,200}<https?://[^<>\s]+>`_")


def accepts(path: str, text: str) -> bool:
    """.rst by its ending; by its links on standard input."""
    return path.lower().endswith((".rst", ".rest")) or (path == "-" and bool(_LOOK.search(text[:20000])))


def read(document: Document) -> Reading:
    """The list understood."""
    return markdown.read_list(document, NAME)


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits, read again before they are offered."""
    return markdown_writing.rewrite(read, text, entry, change, like)
