"""A title made into words that a service's search bears."""

import re
import unicodedata
from collections.abc import Sequence

from pipeline.sources.plain import folded, plain
from pipeline.sources.tex import undone

_INDEXED = re.compile(r"\d+(?:\.\d+)+|[^\W_]+(?:['’][^\W_]+)*")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s?|[\\{}$\"*_^]")


def telling(title: str, small: frozenset[str]) -> list[str]:
    """The telling words of a title, folded, in order, each once; all its words if none is."""
    words = list(dict.fromkeys(folded(plain(undone(title))).split()))
    return [word for word in words if len(word) > 1 and word not in small] or words


def as_written(title: str) -> str:
    """A title with its own letters: accents, "Saturn's" and "1.5", and TeX only as words."""
    text = undone(plain(title))
    return " ".join(_COMMAND.sub(lambda hit: f" {hit[1] or ''} ", text).split())


def indexed(title: str) -> list[str]:
    """The words of a title as an index holds them, small letters with their accents, each once."""
    words = _INDEXED.findall(as_written(title).lower().replace("’", "'"))
    return list(dict.fromkeys(words))


def unaccented(word: str) -> str:
    """A word without its accents, as others may write it."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def spared(words: Sequence[str], *, most: int) -> list[list[str]]:
    """Groups of the longest words, of which any will do: one misspelt word leaves one whole.

    Of many words either half; of three to seven all but one, in turn. Words of one or two letters
    tell nothing ("19" is of "COVID-19", or of anything) unless there are no others.
    """
    long = sorted((word for word in words if len(word) > 2), key=len, reverse=True)[:most]
    kept = long or list(words)[:most]
    if len(kept) < 3:
        return [kept]
    if len(kept) < 8:
        return [kept[:place] + kept[place + 1 :] for place in range(len(kept))]
    return [kept[0::2], kept[1::2]]
