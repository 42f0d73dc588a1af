"""What a file says by its first lines that it is, whatever it is called.

To add one: a row in ``HEADS`` with the name of the format and how such a file begins.
"""

import re

LOOKED_AT = 4_000
"""Code points at the head of a file that tell what it is."""
_BEGIN = r"\A\ufeff?\s*+"
_SAID = r"(?:(?:[A-Z][\w ]{0,30}:[^\r\n]*)?\r?\n){0,12}?"
"""Lines of the library that an export came from ("Provider: ...")."""
_CELL = r"(?:\A\ufeff?\s*|[,;\t]) *\"?(?i:{})\"? *(?=[,;\t\r\n])"
"""A heading of a table whose cells a comma, semicolon or tab parts."""
_TITLES = "title|article title|document title|paper title"
_BESIDE = "authors?|author names?|doi|year|publication year|journal|venue|source title"


def _begins(pattern: str) -> re.Pattern[str]:
    return re.compile(_BEGIN + pattern, re.MULTILINE)


HEADS = {
    "ris": _begins(_SAID + r"TY {1,2}- ?[A-Z]{3,}\s*?\r?\n(?:[A-Z][A-Z0-9] {1,2}-|\s*?\r?\n)"),
    "nbib": _begins(r"PMID- *\d+\s*?\r?\n[A-Z]{2,4} *- "),
    "cff": _begins(r"(?:(?:#[^\r\n]*|---)\s+)*(?:message:[^\r\n]*\s+)?cff-version: *['\"]?\d"),
    "bibtex": _begins(
        r"(?:%[^\r\n]*\s+)*@[A-Za-z]+ *\{ *[^\s,{}\"=]+ *,\s*?[\r\n]\s*[\w-]+ *= *[{\"\w]"
    ),
    "csl-json": _begins(
        r"\[\s*\{(?=[^{}\[\]]*\"(?:type|id)\" *:)(?=[\s\S]{0,3000}\"(?:title|DOI)\" *:)"
    ),
    "endnote-xml": _begins(
        r"(?i:(?:<\?xml[^<>]*>)?\s*(?:<!DOCTYPE[^<>\[\]]*>)?\s*<xml>\s*<records>)"
    ),
    "bbl": _begins(r"(?:%[^\r\n]*\s+)*\\begin\{thebibliography\}(?=[\s\S]*\\bibitem)"),
    "csv": re.compile(
        r"\A(?=[^\r\n|]*[\r\n])(?=[^\r\n]*?(?i:title))"  # a sentence is seen through
        rf"(?=[^\r\n]*?{_CELL.format(_TITLES)})(?=[^\r\n]*?{_CELL.format(_BESIDE)})"
    ),
}
"""Name of a format -> how nothing but such a file begins."""


def format_of(text: str) -> str | None:
    """The format that the first lines of a file are of; None where they are nobody's."""
    head = text[:LOOKED_AT]
    return next((name for name, begins in HEADS.items() if begins.match(head)), None)
