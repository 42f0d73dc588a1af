"""Reference lists in Word documents (.docx): read, never written.

What stands below the heading "References" counts, or all of it where there is none; there a
paragraph is an entry if it is a reference or holds an address or number. Prose is none.
"""

import re

from pipeline.formats import plain
from pipeline.formats.protocol import Change, Rewriting
from pipeline.values.entry import Document, Entry, Reading

NAME = "docx"
_HEADING = re.compile(
    r"^(?:\d+\.?\s*)?(?:references|bibliography|literature(?:\s+cited)?|works\s+cited|literatur(?:verzeichnis)?|"
    r"bibliographie|références|referencias|bibliografía)[\s:]*$",
    re.IGNORECASE | re.MULTILINE,
)


def accepts(path: str, _text: str) -> bool:
    """By its ending."""
    return path.lower().endswith(".docx")


def read(document: Document) -> Reading:
    """The references of a document whose paragraphs stand a line each."""
    headings = list(_HEADING.finditer(document.text))
    below = headings[-1].end() if headings else 0
    entries = (
        entry.but(format=NAME) for entry in plain.entries_of(document.path, document.text)
        if entry.span.start >= below and (entry.authors or entry.mentions or entry.links)
    )  # fmt: skip
    return Reading(document=document, text=document.text, format=NAME, entries=tuple(entries))


def rewrite(_text: str, _entry: Entry, change: Change, _like: Entry | None) -> Rewriting:
    """Nothing: a document is changed in its program."""
    return Rewriting(edits=(), proposed=change.text)
