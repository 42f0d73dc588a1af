"""Web pages of publications: read, never written.

What a page's records are, its own elements tell: the innermost ones (items, rows, paragraphs), or
those around them that repeat (a box of a title, its authors, its journal). Both are read, and what
gives more whole records holds for the page.
"""

import re

from pipeline.formats import markdown
from pipeline.formats.protocol import Change, Rewriting
from pipeline.formats.whole import worth
from pipeline.markup.html_blocks import page_of_html
from pipeline.values.entry import Document, Entry, Reading

NAME = "html"
_ENDINGS = (".html", ".htm", ".xhtml", ".php")
_LOOK = re.compile(r"\A\ufeff?\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def accepts(path: str, text: str) -> bool:
    """By its ending; on standard input by how it begins."""
    return path.lower().endswith(_ENDINGS) or (path == "-" and bool(_LOOK.match(text)))


def read(document: Document) -> Reading:
    """The page understood."""
    leaves = markdown.read_list(document, NAME, lambda text: page_of_html(text, "leaves"))
    parents = markdown.read_list(document, NAME, lambda text: page_of_html(text, "parents"))
    return parents if worth(parents.entries) > worth(leaves.entries) else leaves


def rewrite(_text: str, _entry: Entry, change: Change, _like: Entry | None) -> Rewriting:
    """Nothing: a page is made from something, and that is what is to be changed."""
    return Rewriting(edits=(), proposed=change.text)
