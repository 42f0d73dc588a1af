"""The right word for one that is nearly right."""

from collections.abc import Iterable
from difflib import get_close_matches

NEAR = 0.6
"""Least likeness, as `difflib` counts it, at which a word may be what was meant."""


def nearest(word: str, words: Iterable[str], most: int = 1) -> tuple[str, ...]:
    """Those of the words that may be meant, the likeliest first; case and ``-`` for ``_`` aside."""
    spelt = {_plain(known): known for known in words}
    return tuple(spelt[text] for text in get_close_matches(_plain(word), spelt, most, NEAR))


def meant(word: str, words: Iterable[str]) -> str:
    """`` Did you mean “…”?``, to be put behind a refusal; empty if nothing is near."""
    near = nearest(word, words)
    return f" Did you mean {near[0]}?" if near else ""


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")
