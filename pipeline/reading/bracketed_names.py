"""Names in brackets, ``Bo Reed, [Ana Marsh]``: what is left of links to people's pages."""

import re

from pipeline.reading.wording import wording

_BRACKETED = re.compile(
    r"(?<![\]\w])\[(?P<name>[^\W\d_a-z][^\[\]\n]{2,40})\]"
    r"(?=\s*(?:[,;，、&*_|]|and\b|et al|\Z|\n))"
)
_AMONG = re.compile(r"(?:[,;，、&]|\band)\s*\Z")
_NEXT = re.compile(r"\s*(?:[,;，、&]|and)\s*\[")
_LIKE = 150
"""How much more like a name's than like others' a word in brackets is."""


def without_brackets(text: str) -> str:
    """The text, as long as before, with a blank for each bracket around a name among others."""
    first = _BRACKETED.search(text) if "[" in text else None
    if first is None:
        return text
    among = _AMONG.search(text, 0, first.start()) or _NEXT.match(text, first.end())
    return _BRACKETED.sub(_bare, text) if among else text  # "[Yao Ma], Slow maps" is one


def _bare(hit: re.Match[str]) -> str:
    name = hit["name"]
    word_scores = wording(name, 0, len(name))
    like = (
        word_scores.name - max(word_scores.title, word_scores.venue, word_scores.prose)
        > _LIKE * word_scores.words
    )
    return f" {name} " if word_scores.words > 1 and like else hit.group()
