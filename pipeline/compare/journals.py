"""Journals by name, as records have it: in full, abbreviated, with or without an article.

``journals.txt`` holds a name a line, words folded: what Crossref and PubMed call the container of
three journal articles and more, or its short title for two, among 340,000 works of many fields.
Names of one word are not in it ("Complexity"): they are words of titles and notes as well.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.compare.abbreviations import abbreviates, fits
from pipeline.compare.letters import tokens
from pipeline.compare.venue_words import ARTICLES


@cache
def _names() -> frozenset[str]:
    text = files("pipeline.compare").joinpath("journals.txt").read_text(encoding="utf-8")
    return frozenset(text.splitlines())


def is_journal(written: str) -> bool:
    """Whether a journal is called so, letter by letter but for case, stops and accents."""
    return " ".join(tokens(written)) in _names()


def abbreviated(written: str) -> bool:
    """Whether a journal of several words is called so, abbreviated by rule or not."""
    texts = tokens(written)
    if len(texts) < 2 or len(texts) > _LONGEST:
        return False
    if is_journal(written):
        return True
    if len(texts[0]) == 1 and texts[0] != "j":
        return False  # "A. Chem." is no Acta Chemica
    return any(fits(texts, name) for name in _by_initials().get(_initials(texts), ()))


_LONGEST = 12
"""Words of a journal's name."""


def cut_word(word: str) -> bool:
    """Whether a word of a journal's name is written so, whole or abbreviated: "Appl", "Theory"."""
    short = "".join(tokens(word))
    return short in _words().get(short[:1], ()) or shortened(word)


@lru_cache(maxsize=1 << 12)
def shortened(word: str) -> bool:
    """Whether a word stands for a longer one in journals' names: "Geophys"; "Physics" does not."""
    short = "".join(tokens(word))
    return any(abbreviates(short, each) for each in _words().get(short[:1], ()))


def _initials(name: Iterable[str]) -> str:
    return "".join(word[0] for word in name if word not in ARTICLES)


@cache
def _by_initials() -> dict[str, list[tuple[str, ...]]]:
    by_initials: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(_names()):
        words = tuple(name.split())
        by_initials.setdefault(_initials(words), []).append(words)
    return by_initials


@cache
def _words() -> dict[str, frozenset[str]]:
    by_letter: dict[str, set[str]] = {}
    for name in _names():
        for word in name.split():
            by_letter.setdefault(word[0], set()).add(word)
    return {letter: frozenset(words) for letter, words in by_letter.items()}
