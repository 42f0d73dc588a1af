"""Web pages of publications: read, never written.

What a page's records are, its own elements tell: the innermost ones (items, rows, paragraphs), or
those around them that repeat (a box of a title, its authors, its journal). Both are read, and what
gives more whole records holds for the page.
"""

import re

from pipeline.formats import markdown
from pipeline.formats.protocol import Change, Rewriting
from pipeline.formats.whole import worth
from pipeline.markup.html_blocks import Cut, page_of_html
from pipeline.values.entry import Document, Entry, Reading

NAME = "html"
SHOWN = 60_000
"""Characters of a page that show what its records are."""
_ENDINGS = (".html", ".htm", ".xhtml", ".php")
_SAYS_LITTLE = re.compile(r"(?:^|/)[^./]*$|\.(?:txt|text|xml)$|^-$", re.IGNORECASE)
_LOOK = re.compile(r"\A\ufeff?\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def accepts(path: str, text: str) -> bool:
    """By its ending; where that says little, by how it begins."""
    return path.lower().endswith(_ENDINGS) or bool(_SAYS_LITTLE.search(path) and _LOOK.match(text))


def read(document: Document) -> Reading:
    """The page understood; a long one as its beginning shows, if any record stands there."""
    shown = document.but(text=document.text[:SHOWN])
    cut, reading = _better(shown)
    if shown.text == document.text:
        return reading
    return _read(document, cut) if reading.entries else _better(document)[1]


def _better(document: Document) -> tuple[Cut, Reading]:
    leaves, parents = _read(document, "leaves"), _read(document, "parents")
    if worth(parents.entries) > worth(leaves.entries):
        return "parents", parents
    return "leaves", leaves


def _read(document: Document, cut: Cut) -> Reading:
    return markdown.read_list(document, NAME, lambda text: page_of_html(text, cut))


def rewrite(_text: str, _entry: Entry, change: Change, _like: Entry | None) -> Rewriting:
    """Nothing: a page is made from something, and that is what is to be changed."""
    return Rewriting(edits=(), proposed=change.text)
