"""A by-line's text with the usual signs between its names, each letter where it was.

Lists part names by commas, semicolons, bars, bullets and slashes, and join the last by "and" in
their own language; who reads names need know but one way.
"""

import re
from functools import lru_cache

_BARS = re.compile(r"[|/•·](?:(?<=\s.)(?=\s)|(?<=[•·])(?=\s?[^\W\d_]))")
_AND = re.compile(
    r"\s(?<=[^\W\d_.,;†‡*]\s)(?:et|und|y|e|och|og|en)(?=\s+[^\W\d_a-z])(?!\s+al\b)|\s(?:和|及|と|и)(?=\s)"
)
_MARKS = re.compile(r"(?<=[^\W\d_])[\s.]?[†‡§¶∗⋆]+(?=\s*(?:[,;&|•·]|\band\b|$))")
_NUMBERS = re.compile(r"\s(?<=[^\W\d_]\s)\d{1,2}(?:,\d{1,2})*(?=\s*(?:[,;&|•·\n]|\band\b|$))")


@lru_cache(maxsize=4)  # the items of a paragraph share its text
def levelled(text: str) -> str:
    """The text with semicolons for bars and bullets, "&" for any "and", and without footnotes."""
    if not text.isascii():
        text = _MARKS.sub(_blank, text)
    text = _NUMBERS.sub(_blank, text)
    text = _AND.sub(_ampersand, text)
    return _BARS.sub(";", text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _ampersand(found: re.Match[str]) -> str:
    said = found.group()
    return said[0] + "&".ljust(len(said) - 1)
