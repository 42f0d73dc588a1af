"""Keys under which a work and a citation of it meet: title, words of the title, places.

A key is a number of 48 bits. Works that share one are candidates, no more: what they are is for the
matching to say.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import product

from pipeline.compare import titles
from pipeline.compare.lexicon import STOP
from pipeline.sources.outline import Outline
from pipeline.values.identifiers import Identifier

WINDOW = 3
"""Telling words side by side that make a key."""
MOST_WINDOWS = 4
"""Windows kept of a work's title, spread over it; a citation asks with all of its own."""
LEAST = 4
"""Letters that a title needs to be a key: "Foreword" is, "1999" as well."""
_FIRST_PAGE = re.compile(r"[A-Za-z]{0,4}\d+[A-Za-z]?")


def number(kind: str, text: str) -> int:
    """The key of a text among those of one kind."""
    digest = blake2b(f"{kind} {text}".encode(errors="replace"), digest_size=6).digest()
    return int.from_bytes(digest)


def of_identifier(source: str, identifier: Identifier) -> int:
    """The key of an identifier at one source."""
    return number(f"i {source}", str(identifier))


def of_title(title: str) -> list[int]:
    """The key of a whole title, if it is one."""
    letters = titles.key(title)
    return [number("t", letters)] if len(letters) >= LEAST else []


def windows(title: str) -> list[int]:
    """The keys of all telling words that stand side by side in a title."""
    words = _telling(title)
    return [_window(words, n) for n in range(len(words) - WINDOW + 1)]


def _telling(title: str) -> list[str]:
    return [word for word in titles.words(title) if len(word) > 2 and word not in STOP]


def _window(words: list[str], first: int) -> int:
    return number("w", " ".join(words[first : first + WINDOW]))


def _spread(title: str) -> list[int]:
    """The keys of some windows of a title; only these are reckoned."""
    words = _telling(title)
    count = len(words) - WINDOW + 1
    if count <= MOST_WINDOWS:
        return [_window(words, n) for n in range(count)]
    step = (count - 1) / (MOST_WINDOWS - 1)
    return [_window(words, round(step * n)) for n in range(MOST_WINDOWS)]


def first_page(page: str) -> str:
    """Of a page the first, 616 of "616-24"; empty if it is no page."""
    hit = _FIRST_PAGE.match(page.strip())
    return hit.group().lower().lstrip("0") if hit else ""


def places(families: Iterable[str], years: Iterable[int], volume: str, page: str) -> Iterator[int]:
    """The keys of a place: who, when and at which page; when, in which volume and at which page."""
    first, when = first_page(page), tuple(years)
    if not first:
        return
    for family, year in product(families, when):
        if letters := titles.key(family):
            yield number("p", f"{letters} {year} {first}")
    if tome := titles.key(volume):
        yield from (number("v", f"{year} {tome} {first}") for year in when)


def of_work(work: Outline) -> list[int]:
    """All keys of a work."""
    years = dict.fromkeys(day.year for day in (work.issued, *work.dates) if day)
    families = [who.family or who.literal for who in work.authors[:1]]
    whole = (key for title in (work.title, *work.other_titles[:2]) for key in of_title(title))
    all_keys = (
        *whole,
        *_spread(work.title),
        *places(families, list(years)[:3], work.volume, work.page),
    )
    return list(dict.fromkeys(all_keys))
