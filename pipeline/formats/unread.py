"""Files of references that Errata knows by sight and cannot read: said, never taken for prose.

To add one: a row in ``UNREAD`` with its name, how it is known, and the way out.
"""

import re
from typing import NamedTuple

LOOKED_AT = 4_000
"""Code points at the head of a file that tell what it is."""


class Unread(NamedTuple):
    """A kind of file that is not read."""

    name: str
    endings: tuple[str, ...]
    looks: re.Pattern[str] | None
    """What its head looks like: all of it where the pattern begins with it, of files of any name;
    else a line of it, of files whose names say little."""
    way_out: str


def _looks(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


_EXPORT = "Export its references as .bib, .ris or CSL-JSON and name that file"
UNREAD = (
    Unread(
        "biblatex's own bibliography", (), _looks(r"\\refsection\{\d|^\s*\\datalist\["),
        "Name the .bib file that it was made from",
    ),
    Unread("an EndNote library", (".enlx", ".enl"), None,
           "Choose XML or RIS when exporting from EndNote"),
    Unread("EndNote's tagged format", (".enw",),
           _looks(r"\A\ufeff?\s*(?:%0 \w|Reference Type: +\w.*\r?\n[A-Z][\w ]*: )"),
           "Choose RIS as the output style when exporting from EndNote"),
    Unread("RefWorks' tagged format", (),
           _looks(r"\A\ufeff?\s*RT \w.*\r?\n(?:[A-Z][A-Z0-9] \S.*\r?\n){2}"),
           "Choose RIS or BibTeX when exporting from RefWorks"),
    Unread("PubMed's summary or abstract", (),
           _looks(r"\A\ufeff?\s*1[.:] \S.{2,80}\. (?:1[89]|20)\d\d\b.*$(?=[\s\S]*?^PMID: \d)"),
           'Choose "PubMed" as the format when saving from PubMed'),
    Unread("Web of Science's tagged format", (".ciw", ".isi"),
           _looks(r"\A\ufeff?\s*(?:FN \S.*\s+VR 1|PT [JBSP]\r?\nAU )"),
           "Choose BibTeX or RIS when exporting from Web of Science"),
    Unread(
        "an R CITATION file", (), _looks(r"^\s*(?:bibentry|citHeader|citEntry)\("),
        'Write it as .bib, in R with toBibtex(readCitationFile("CITATION")), and name that file',
    ),
    Unread("a description of software, not of what it cites", (".zenodo.json", "codemeta.json"),
           None, _EXPORT),
    Unread("a list of JSON lines", (".jsonl", ".ndjson"), None, _EXPORT),
    Unread("a file of settings", (".toml", ".ini", ".cfg"), None, "Name the list itself"),
    Unread("a page of R documentation", (".rd",), None, _EXPORT),
    Unread("a Jupyter notebook", (".ipynb",), _looks(r'\A\s*\{\s*"(?:cells|metadata|nbformat)"'),
           "Name the .bib file that it cites from"),
    Unread("a Quarto or R Markdown document", (".qmd", ".rmd"), None,
           "Name the .bib file that its bibliography field names"),
    Unread("an AsciiDoc document", (".adoc", ".asciidoc"),
           _looks(r"\A\ufeff?\s*= \S.*[^=\s]\s*?$(?=[\s\S]*?(?:^:[\w!-]+:|^\[bibliography\]|https?://[^\s\[\]]+\[[^\]\n]))"),
           _EXPORT),
    Unread("a LaTeX document", (".tex",), _looks(r"\A(?:\s*%.*\n)*\s*\\documentclass\b"),
           "Name the .bib file that it cites from"),
    Unread("a wiki page", (".wiki", ".mediawiki"), _looks(r"\{\{\s*cit(?:e |ation\b)[^{}]*\|"),
           "Save the page's references from a browser with Zotero as .bib and name that file"),
    Unread(
        "XML of a kind other than EndNote's", (".rdf", ".mods", ".tei", ".opml"),
        _looks(
            r"\A\ufeff?\s*(?:<\?xml[^<>]*>\s*(?:<![^<>]*>\s*)*<(?!!|xml>\s*<records>|html\b)"
            r"|<(?:rdf:RDF|modsCollection|mods|TEI|PubmedArticleSet|dblp|opml|records)[\s>]"
            r"|<article\b[^<>]*(?:xmlns|dtd-version|article-type))"
        ), _EXPORT,
    ),
    Unread("a document of an office program", (".doc", ".odt", ".rtf"), _looks(r"\A\s*\{\\rtf1"),
           "Save it as .docx, or export its references as .bib, .ris or CSL-JSON"),
)  # fmt: skip


_SAYS_LITTLE = re.compile(r"(?:^|/)[^./]*$|\.(?:txt|text|xml|json|bbl)$|^-$", re.IGNORECASE)
"""Names of files that may hold anything; what other endings promise is believed."""


def _whole(kind: Unread) -> bool:
    """Whether its look is of the head from the first sign on: no list speaks of it there."""
    return kind.looks is not None and kind.looks.pattern.startswith(r"\A")


def unread(path: str, text: str) -> str | None:
    """Why the file is not read and what to do instead; None for every other file."""
    head, says_little = text[:LOOKED_AT], _SAYS_LITTLE.search(path)
    for kind in UNREAD:
        known = path.lower().endswith(kind.endings or ("\0",))
        looks = kind.looks if says_little or _whole(kind) else None
        if known or (looks and looks.search(head)):
            return f"{path} is {kind.name}, which Errata does not read. {kind.way_out}."
    return None
