"""Where in a journal a reference stands: the figures at its end and what they are."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.values.months import WRITTEN

_TOKEN = re.compile(r"\S+")
_PLACED = re.compile(
    rf"[(\[]*(?:[A-Za-z]{{0,3}}\d[\d\w.,;:()\[\]–—+/-]*|vol\.?|no\.?|n[°º]\.?|№|pp?\.?|pages?|(?-i:S|Bd|Jg|Nr|H|Т|С|Вып)\.|art(?:icle)?\.?|"
    rf"iss(?:ue)?\.?|suppl\.?|\(?doi:?\S*|https?://\S+|(?:pmid|pmcid|arxiv):?\S*|epub|(?:{WRITTEN})\.?|[ivxlc]{{1,7}}[–—-][ivxlc]{{1,7}}|[–—-]|ed\.?|in\s+press|&na;)[.,;:)\]]*",
    re.IGNORECASE,
)
"""What a place is made of: numbers, and the words that introduce them: "S." in German, "С." in
Russian are pages."""
_EDITION = re.compile(r"Ed\.?\s+")
"""Of "Angew. Chem. Int. Ed. 51, 39"; a book's stands behind its number."""
_FIGURES = re.compile(
    r"(?<![\w.])(?<!\d[–—-] )(?<!\d [–—-] )(?:1[5-9]|20)\d\d(?![\w–—-])(?! [–—-] \d{3})"
)
"""What may be a year; not the pages of a range with blanks about its dash."""
_NUMBER = re.compile(r"[A-Za-z]{0,3}\d[\d\w]*")
_PAGES = re.compile(r"[\s.,;:(]*(?:(?:pp?\.?|S\.|С\.)\s*)?(\d+)\s*[–—-]\s*\d+[\s.,;:)]*")
"""Pages and no volume: those of a chapter."""
_NO = r"(?:\bno\.?|\bn[°º]|№|\bNr\.|(?-i:\bH\.))"
_ISSUE = re.compile(rf"\s*\((\d+)\)|\.(\d+)|[\s,.–—-]*{_NO}\s*(\d+)", re.IGNORECASE)
"""The issue behind a volume: "2 (3055)", "47.15", "vol. 47, no. 15"."""
_PARENS = re.compile(r"\([^()]*\)")


def place(text: str, start: int, end: int) -> int:
    """Where the figures at the end begin: volume, issue, pages, date."""
    place = end
    for token in reversed(list(_TOKEN.finditer(text, start, end))):
        if not _PLACED.fullmatch(token.group()):
            break
        place = token.start()
    word = _EDITION.match(text, place, end)
    return word.end() if word else place


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where figures end before others: "Moss 12, 3 (2008)" of "...; erratum 13, 4 (2010)"."""
    tokens = list(_TOKEN.finditer(text, start, end))
    placed = [_PLACED.fullmatch(token.group()) is not None for token in tokens]
    if placed and placed[-1]:
        for token, (here, goes_on) in zip(tokens, pairwise(placed), strict=False):
            if here and not goes_on and text[token.end() - 1] in ".;":
                yield token.end()


def dated_within(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the year stands among the figures.

    In brackets, before a semicolon, or as the first that can be one.
    """
    hits = list(_FIGURES.finditer(text, start, end))
    theres = [
        hit
        for hit in hits
        if text[hit.start() - 1] == "(" or text[hit.end() : hit.end() + 1] == ";"
    ]
    best = (theres or hits)[:1]
    return best[0].span() if best else None


_DOUBLED = re.compile(r"(?<![\w.])(\d{1,4})[–-](\d{1,4})(?=\s?[,:(]\s*\w{0,2}\d)")


def _doubled(figures: str) -> re.Match[str] | None:
    """Two volumes in one: "61-62, 88"; behind pages stands none."""
    hit = _DOUBLED.match(figures.lstrip(" ,.;"))
    return hit if hit and int(hit[2]) - int(hit[1]) == 1 else None


def where(figures: str, year: str) -> tuple[str, str, str]:
    """Volume, first page and issue; empty for what is not there."""
    acm = re.match(rf"\s*(\d+),\s*(\d+)\s*\({year}\)[,:]?\s*([A-Za-z]?\d+)", figures)
    if year and acm:
        return acm[1], acm[3], acm[2]
    if year:
        bracketed = re.compile(rf"\({year}[a-z]?\)")  # the volume may be called so too
        bare = re.compile(rf"\(?(?<!\d){year}[a-z]?(?!\d)\)?")
        figures = (bracketed if bracketed.search(figures) else bare).sub(" ", figures, count=1)
    figures = re.sub(rf"(?i)\b(?:{WRITTEN})\.?(?:\s\d{{1,2}})?\b", " ", figures)
    if alone := _PAGES.fullmatch(figures):
        return "", alone[1], ""
    volume = _doubled(figures) or _NUMBER.search(figures)
    if volume is None:
        return "", "", ""
    rest = volume.string[volume.end() :]
    issue = _ISSUE.match(rest)
    rest = re.sub(r"^\.\d+|^\s*no\.?\s*\d+", " ", _PARENS.sub(" ", rest))
    rest = re.sub(rf"(?i){_NO}\s*[\d-]+", " ", rest)
    page = _NUMBER.search(rest)
    number = next(filter(None, issue.groups()), "") if issue else ""
    return volume.group(), page.group() if page else "", number
