"""What a country's rules put right behind a title: the kind of the work, ``//``, the journal.

GB/T 7714 puts the kind of a work behind its title, "Slow maps[J]. Moss, 2020", and ``//`` before
the book, "Slow maps[C]//Moss and Roofs. 2020: 3-9". GOST 7.0.5 has "Slow maps // Moss. – 2020. –
T. 11", GOST 7.1 the authors once more before it, "Slow maps / A. B. Reed, C. Marsh // Moss".
"""

import re
from typing import NamedTuple

from pipeline.reading.bylines import Names, read_names
from pipeline.reading.venues import year_in
from pipeline.reading.words import known_venue

Range = tuple[int, int]


class TitleEnd(NamedTuple):
    """Where a title stands that has such signs behind it."""

    start: int
    end: int
    behind: int
    """Where what is said of the work goes on."""
    venue: Range | None = None
    names: Names | None = None
    """Those who are named once more."""


_KIND = (
    r"(?:(?:\s*\[(?:[JCDMRNASPGZ]|EB|CP|DB|DS)(?:/(?:OL|CD|DK|MT))?\]|"
    r"\s*\[(?:Текст|Электронный ресурс|Electronic resource|Text)\])[\s.]*|"
    r"\s*\.\s[–—-]\s(?:Текст|Изображение|Text)\s?:\s[\w ]{5,25})"
)
"""``[J]``, ``[C/OL]``; ``[Text]``, ``. – Text : electronic`` in Russian."""
_CARRIER = re.compile(
    rf"{_KIND}\Z|\s*\[(?:[JCDMRNASPGZ]|EB|CP|DB|DS)(?:/(?:OL|CD|DK|MT))?\](?=[.\s]|$)"
)
_SLASHES = re.compile(
    rf"(?:{_KIND}\s*//|\s+//)\s*"
    r"(?P<journal>[^\W_](?:(?!\.\s+[–—-]\s|\.\s+(?:19|20)\d\d|[,;(]\s?\d|//)[^\n]){1,150})"
)
_BEFORE_NAMES = re.compile(r"\s/\s(?=[^\W\d_a-z])")
"""Before the authors who are named once more."""
_FEWEST = 2
"""Words of a title."""
_REACH = 40
"""Characters behind a journal's name in which its year must stand, if nobody knows it."""


def title_end(text: str, start: int, end: int, last: int) -> TitleEnd | None:
    """Where the title ends within a stretch; ``last``: the end of the item. None without signs."""
    slashes = _SLASHES.search(text, start, last) if "//" in text[start:last] else None
    if slashes and _words(text[start : slashes.start()]) >= _FEWEST:
        low, high = slashes.span("journal")
        high = low + len(text[low:high].rstrip(" .,;:–—-"))
        names = _again(text, start, slashes.start())
        close = text.rfind("/", start, names.start) if names else slashes.start()
        dated = year_in(text, high, min(last, high + _REACH)) is not None
        if close <= end and (dated or known_venue(text[low:high])):
            start = _behind_first(text, start, close, names) if names else start
            return TitleEnd(start, close, high, (low, high), names)
    if "[" not in text[start:last]:
        return None
    hit = _CARRIER.search(text, start, min(last, end + 8))
    if hit and hit.start() <= end and _words(text[start : hit.start()]) >= _FEWEST:
        return TitleEnd(start, hit.start(), hit.end())
    return None


def _again(text: str, start: int, end: int) -> Names | None:
    """The names at the end of "Slow maps / A. B. Reed, C. Marsh"."""
    hit = _BEFORE_NAMES.search(text, start, end)
    names = read_names(text, hit.end(), end) if hit else None
    return names if names and not text[names.end : end].strip(" .,[]…др") else None


def _behind_first(text: str, start: int, end: int, names: Names) -> int:
    """Where "Slow maps" begins in "Reed A. B. Slow maps / A. B. Reed, C. Marsh"."""
    first = read_names(text, start, end)
    same = first and first.people[0].family.casefold() == names.people[0].family.casefold()
    return first.end if first and same else start


def _words(text: str) -> int:
    return len(re.findall(r"[^\W\d_]{2,}", text)) + len(re.findall(r"[\u3400-\u9fff]", text)) // 2
