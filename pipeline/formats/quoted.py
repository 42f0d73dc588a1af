"""BibTeX that a page quotes: "please cite" in a README that lists nothing, references in quotes."""

import re
from bisect import bisect_right

from pipeline.formats import bibtex
from pipeline.values.entry import Entry, Reading

_BEGINS = re.compile(r"^[ \t>]*(?P<at>@)[A-Za-z]+[ \t]*\{[^\s,{}\"=]+\s*,", re.MULTILINE)
"""An entry as no prose begins: alone on its line, with a key and a comma behind it."""

_QUOTE = re.compile(r"^(?P<marks>[ \t]*>[ \t>]*)(?P<line>.*?)(?P<broken>\\?[ \t]*)$", re.MULTILINE)
"""A line of a block quote, which a reversed stroke at its end may break."""


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit["marks"]) + hit["line"] + " " * len(hit["broken"])


def quoted(reading: Reading) -> Reading:
    """The page with the BibTeX entries it quotes; unchanged if it quotes none.

    Of a page with entries of its own only those that were taken for entries of the list: below a
    list BibTeX says how to cite the list itself. Entries keep their own format, so that they are
    corrected as BibTeX.
    """
    text = reading.text
    first = _BEGINS.search(text)
    if first is None:
        return reading
    begin = first.start()
    blank = re.sub(r"[^\r\n]", " ", text[:begin]) + _QUOTE.sub(_blank, text[begin:])
    read = bibtex.read(reading.document.but(text=blank)).entries
    begun = {match.start("at") for match in _BEGINS.finditer(text)}
    quotes = [entry for entry in read if entry.span.start in begun]
    begins = [quote.span.start for quote in quotes]
    own: list[Entry] = []
    taken: list[Entry] = []
    for entry in reading.entries:
        part = entry.title.span if entry.title else entry.span
        place = bisect_right(begins, part.start) - 1
        within = place >= 0 and part.end <= quotes[place].span.end
        (taken if within else own).append(quotes[place] if within else entry)
    entries = (*own, *(dict.fromkeys(taken) if own else quotes))
    return reading.but(entries=tuple(sorted(entries, key=lambda entry: entry.span.start)))
