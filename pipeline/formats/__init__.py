"""The formats there are, and reading by any of them.

To add one: write ``formats/<name>.py`` (the shape is in ``pipeline/format.py``) and add it here.
"""

from pipeline.format import Change, Format, Rewriting
from pipeline.formats import bibtex, csl_json, markdown, org, plain, rst, yaml_list
from pipeline.model import Document, Entry, Reading

FORMATS: tuple[Format, ...] = (bibtex, csl_json, yaml_list, rst, org, markdown, plain)
"""In order of asking; the last takes what nobody else wants."""
_BY_NAME = {each.NAME: each for each in FORMATS}


def read(document: Document) -> Reading:
    """The document understood by the format that accepts it: by its ending, then by its look."""
    return _chosen(document).read(document)


def _chosen(document: Document) -> Format:
    for path in (document.path, "-"):
        for each in FORMATS:
            if each.accepts(path, document.text):
                return each
    return FORMATS[-1]


def rewrite(reading: Reading, entry: Entry, change: Change, like: Entry | None = None) -> Rewriting:
    """The edits that make the entry say what it should, in its own manner."""
    return _BY_NAME[entry.format].rewrite(reading.text, entry, change, like)
