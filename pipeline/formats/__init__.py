"""The formats there are, and reading by any of them.

In: a document; changes of its entries. Out: its entries; the edits that make the changes.
Imports: values, addresses, markup, reading.

To add one: write ``formats/<name>.py`` (the shape is in ``formats/protocol.py``) and add it here.
"""

import gc
from functools import cache
from importlib import import_module
from typing import cast

from pipeline.formats.heads import format_of
from pipeline.formats.protocol import Change, Format, Rewriting
from pipeline.markup.encoding import garbled_words, words_within
from pipeline.reading.references import shared
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.failure import Failure, guarded

FORMATS = {
    "bibtex": "bibtex",
    "csl-json": "csl_json",
    "ris": "ris",
    "nbib": "nbib",
    "endnote-xml": "endnote_xml",
    "bbl": "bbl",
    "docx": "word",
    "csv": "csv_list",
    "cff": "cff",
    "hayagriva": "hayagriva",
    "yaml": "yaml_list",
    "html": "html_list",
    "rst": "rst",
    "org": "org",
    "markdown": "markdown",
    "plain": "plain",
}
"""Name and module in order of asking; the last takes what nobody else wants. Loaded when asked."""
_USUAL = {".bib": "bibtex", ".md": "markdown"}
"""Endings that no other format accepts, so that no other need be loaded."""

_PAGES = ("markdown", "rst", "org", "plain")
"""Formats whose pages may quote BibTeX."""


@cache
def _format(name: str) -> Format:
    return cast("Format", import_module(f"{__name__}.{FORMATS[name]}"))


def read(document: Document) -> Reading:
    """The document understood by the format that accepts it: by its head, its ending, its look.

    A block that breaks the reader is an entry that says so; nothing else is lost by it.
    """
    chosen = _chosen(document)
    # Thousands of values are made and all of them kept: collecting in between costs a third of
    # the time and finds nothing.
    collecting = gc.isenabled()
    gc.disable()
    try:
        reading = guarded("read", chosen.read, document)
        if isinstance(reading, Failure):
            reading = _salvaged(document, chosen, reading)
        if chosen.NAME in _PAGES and "@" in reading.text:
            reading = _quoted(reading)
        return _marked(reading) if reading.repairs else reading
    finally:
        if collecting:
            gc.enable()


def _salvaged(document: Document, chosen: Format, failure: Failure) -> Reading:
    from pipeline.formats.salvage import salvaged  # noqa: PLC0415  next to never needed

    return salvaged(document, chosen.NAME, lambda part: guarded("read", chosen.read, part), failure)


def _quoted(reading: Reading) -> Reading:
    from pipeline.formats.quoted import quoted  # noqa: PLC0415  few pages list nothing

    return quoted(reading)


def _marked(reading: Reading) -> Reading:
    """The list, at each entry the words of it that were decoded wrongly."""
    words = garbled_words(reading.document.text, reading.text, reading.repairs)
    pairs = [(e, words_within(words, e.span.start, e.span.end)) for e in reading.entries]
    marked = tuple(entry.but(garbled=own) if own else entry for entry, own in pairs)
    return reading.but(entries=marked)


def _chosen(document: Document) -> Format:
    if (name := format_of(document.text)) is not None:
        return _format(name)
    for ending, name in _USUAL.items():
        if document.path.lower().endswith(ending):
            return _format(name)
    for path in (document.path, "-"):
        for name in FORMATS:
            if _format(name).accepts(path, document.text):
                return _format(name)
    return _format("plain")


def rewrite(reading: Reading, entry: Entry, change: Change, like: Entry | None = None) -> Rewriting:
    """The edits that make the entry say what it should, in its own manner.

    None for a link that another entry shares.
    """
    done = _format(entry.format).rewrite(reading.text, entry, change, like)
    own = change.field != "link" or change.link >= len(entry.links)
    return (
        done if own or not shared(reading, entry, entry.links[change.link]) else done.but(edits=())
    )
