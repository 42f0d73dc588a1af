"""What stands in a record for want of a value, or is spelt with letters that only look right.

A database bears "Untitled" where nothing was deposited, the page of an error that was read in its
stead, or the work's own number; the journal itself signs; a title is deposited twice in a row.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from pipeline.sources.plain import folded
from pipeline.values.work import Person

_NO_TITLE = re.compile(
    r"untitled|no title|(?:title )?not available|null|none|undefined|n a|tba|title|error|"
    r"(?:error )?40[0-9](?: (?:not found|forbidden|unauthorized|error))?|"
    r"(?:error )?50[0-4](?: (?:error|internal server error|bad gateway|service unavailable|"
    r"gateway time ?out))?|page not found|not found|access denied|just a moment|"
    r"forbidden|attention required.{0,16}|redirecting|loading|bad gateway|service unavailable|"
    r"internal server error|too many requests|are you a robot|making sure you re not a bot"
)
_NUMBER = re.compile(r"(?:doi[: ]*|https?://\S*?/)?10\.\d{4,9}/\S+", re.IGNORECASE)
_LOOKS = str.maketrans("аеорсхуіјѕһАВЕКМНОРСТХІЈЅ", "aeopcxyijshABEKMHOPCTXIJS")
"""Cyrillic letters that look like Latin ones."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_FOREIGN = re.compile(r"\w*[\u0400-\u04ff]\w*")
_LATIN = re.compile(r"[A-Za-z]{2}")
_MIXED = re.compile(r"(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])\w+")
FEWEST = 3
"""Words that stand twice in a row by mistake; two may be a title: "Slowly, slowly"."""


@lru_cache(maxsize=1 << 14)
def title(text: str) -> str:
    """The title, once and in letters of one script; empty if it names no work."""
    text = text.strip()
    if not text or _NUMBER.fullmatch(text) or _NO_TITLE.fullmatch(folded(text)):
        return ""
    return _once(latin(text))


def latin(text: str) -> str:
    """Latin letters in place of Cyrillic ones that only look so, in words of both scripts.

    A word of Cyrillic letters alone is one ("the СССР"), unless it is no more than a letter.
    """
    if text.isascii():
        return text
    mended = _MIXED.sub(lambda word: _alike(word[0]), text)
    alone = all(len(word) == 1 for word in _FOREIGN.findall(mended))
    return mended.translate(_LOOKS) if alone and _LATIN.search(mended) else mended


def _alike(word: str) -> str:
    """A word of both scripts as one of Latin letters, if it is one."""
    mended = word.translate(_LOOKS)
    return word if _CYRILLIC.search(mended) else mended


def _once(text: str) -> str:
    words = text.split()
    half = len(words) // 2
    twice = half >= FEWEST and len(words) % 2 == 0
    if twice and folded(" ".join(words[:half])) == folded(" ".join(words[half:])):
        return " ".join(words[:half]).rstrip(" .:;,")
    return text


def people(authors: tuple[Person, ...], places: Collection[str]) -> tuple[Person, ...]:
    """The authors without the journal, whose own name stands there as one."""
    if not authors or (all(p.family for p in authors) and all(map(_own, authors))):
        return authors
    names = {folded(place) for place in places if place}
    kept = (one for one in authors if one.family or folded(one.literal) not in names)
    return tuple(one if _own(one) else _latin(one) for one in kept)


def _own(one: Person) -> bool:
    return (one.family + one.given).isascii()


def _latin(one: Person) -> Person:
    return one.but(family=latin(one.family), given=latin(one.given))
