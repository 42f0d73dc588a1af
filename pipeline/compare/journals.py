"""Journals by name, as records have it: in full, abbreviated, with or without an article.

``journals.txt`` holds a name a line, words folded: what Crossref and PubMed call the container of
three journal articles and more, or its short title for two, among 340,000 works of many fields.
Names of one word are not in it ("Complexity"): they are words of titles and notes as well.
"""

from functools import cache
from importlib.resources import files

from pipeline.compare.letters import tokens


@cache
def _names() -> frozenset[str]:
    text = files("pipeline.compare").joinpath("journals.txt").read_text(encoding="utf-8")
    return frozenset(text.splitlines())


def is_journal(written: str) -> bool:
    """Whether a journal is called so, letter by letter but for case, stops and accents."""
    return " ".join(tokens(written)) in _names()
