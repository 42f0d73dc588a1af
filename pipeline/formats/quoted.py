"""BibTeX that a page quotes: "please cite", in a README that lists nothing."""

import re

from pipeline.formats import bibtex
from pipeline.values.entry import Reading

_BEGINS = re.compile(r"^[ \t]*(?P<at>@)[A-Za-z]+[ \t]*\{[^\s,{}\"=]+\s*,", re.MULTILINE)
"""An entry as no prose begins: alone on its line, with a key and a comma behind it."""


def quoted(reading: Reading) -> Reading:
    """The page with the BibTeX entries it quotes; unchanged if it quotes none.

    Only of a page without entries of its own: below a list the same block says how to cite the list
    itself.
    Entries keep their own format, so that they are corrected as BibTeX.
    """
    text = reading.text
    first = _BEGINS.search(text)
    if first is None:
        return reading
    blank = re.sub(r"[^\r\n]", " ", text[: first.start()]) + text[first.start() :]
    entries = bibtex.read(reading.document.but(text=blank)).entries
    begun = {match.start("at") for match in _BEGINS.finditer(text)}
    quotes = tuple(entry for entry in entries if entry.span.start in begun)
    inside = (
        any(q.span.start <= e.span.start and e.span.end <= q.span.end for q in quotes)
        for e in reading.entries
    )
    return reading.but(entries=quotes) if all(inside) else reading
