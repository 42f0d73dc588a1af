"""Cyrillic letters that look like Latin ones, in texts of Latin letters."""

import re

_LOOKS = str.maketrans("аеорсхуіјѕһАВЕКМНОРСТХІЈЅ", "aeopcxyijshABEKMHOPCTXIJS")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_FOREIGN = re.compile(r"\w*[\u0400-\u04ff]\w*")
_LATIN = re.compile(r"[A-Za-z]{2}")
_MIXED = re.compile(r"(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])\w+")


def mended(text: str) -> str:
    """Latin letters in place of Cyrillic ones that only look so, in words of both scripts.

    "Tidаl" with a Cyrillic "а" looks like the word that it is, and is another to every comparison.
    A word of Cyrillic letters alone is one ("the СССР"), unless it is no more than a letter.
    """
    if not _CYRILLIC.search(text):
        return text
    text = _MIXED.sub(lambda word: _alike(word[0]), text)
    alone = all(len(word) == 1 for word in _FOREIGN.findall(text))
    return text.translate(_LOOKS) if alone and _LATIN.search(text) else text


def _alike(word: str) -> str:
    """A word in Latin letters, if it looks like one."""
    latin = word.translate(_LOOKS)
    return word if _CYRILLIC.search(latin) else latin
