"""Org lists: headings of stars, items, ``[[url][label]]``."""

import re
from functools import partial

from pipeline.formats import markdown, markdown_writing
from pipeline.formats.protocol import Change, Rewriting
from pipeline.values.entry import Document, Entry, Reading

NAME = "org"
_LOOK = re.compile(r"^#\+\w+:|\[\[https?://[^\]\s]+\]\[", re.MULTILINE)


def accepts(path: str, text: str) -> bool:
    """.org by its ending; by its keywords and links on standard input."""
    return path.lower().endswith(".org") or (path == "-" and bool(_LOOK.search(text[:20000])))


def read(document: Document) -> Reading:
    """The list understood."""
    return markdown.read_list(document, NAME)


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits, read again before they are offered."""
    return markdown_writing.rewrite(partial(markdown.excerpt_of, entry), text, entry, change, like)
