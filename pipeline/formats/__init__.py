"""The formats there are, and reading by any of them.

To add one: write ``formats/<name>.py`` (the shape is in ``pipeline/format.py``) and add it here.
"""

from pipeline.format import Change, Format, Rewriting
from pipeline.formats import bibtex, markdown, org, rst
from pipeline.model import Document, Entry, Reading

FORMATS: tuple[Format, ...] = (bibtex, rst, org, markdown)
"""In order of asking; the last takes what nobody else wants."""
_BY_NAME = {each.NAME: each for each in FORMATS}


def read(document: Document) -> Reading:
    """The document understood by the format that accepts it; total."""
    chosen = next((f for f in FORMATS if f.accepts(document.path, document.text)), FORMATS[-1])
    return chosen.read(document)


def rewrite(reading: Reading, entry: Entry, change: Change, like: Entry | None = None) -> Rewriting:
    """The edits that make the entry say what it should, in its own manner."""
    return _BY_NAME[entry.format].rewrite(reading.text, entry, change, like)
