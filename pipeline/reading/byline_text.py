"""A by-line's text with the usual signs between its names, each letter where it was.

Lists part names by commas, semicolons, bars, bullets and slashes, and join the last by "and" in
their own language; who reads names need know but one way.
"""

import re

from pipeline.reading.strip import Strip
from pipeline.reading.words import AND, PARTICLES

_BARS = re.compile(r"[|/•·](?:(?<=\s.)(?=\s)|(?<=[•·])(?=\s?[^\W\d_]))")
_AND = re.compile(
    rf"\s(?:(?<=[^\W\d_.,;†‡*]\s)|(?<=[\s.-][A-Z]\.\s))(?:{AND})(?=\s+[^\W\d_a-z])(?!\s+al\b)|"
    r"\s(?<=,\s)(?:et|und|och|og)(?=\s+[^\W\d_a-z])(?!\s+al\b)|\s(?:和|及|と|и)(?=\s)"
)
_LABELLED = re.compile(r"\n(?=[A-Z][a-z]+(?: [a-z]+)?:\s)")
"""Before a line of its own: "J. Roger Hindley", and below "Download: https://…"."""
_MARKS = re.compile(r"(?<=[^\W\d_])[\s.]?[†‡§¶∗⋆]+(?=\s*(?:[,;&|•·]|\band\b|$))")
_NUMBERS = re.compile(r"\s(?<=[^\W\d_]\s)\d{1,2}(?:,\d{1,2})*(?=\s*(?:[,;&|•·\n]|\band\b|$))")


def levelled(strip: Strip) -> str:
    """The text with semicolons for bars and bullets, "&" for any "and", and without footnotes.

    Only where the item stands: its paragraph may have a thousand others.
    """
    if not strip.starts:
        return strip.text
    start, end = strip.starts[0], strip.ends[-1] + _AHEAD
    return strip.text[:start] + usual_signs(strip.text[start:end]) + strip.text[end:]


_AHEAD = 40
"""Signs behind an item that may tell what ends it."""


def usual_signs(text: str) -> str:
    """The same of a stretch by itself."""
    if not text.isascii():
        text = _MARKS.sub(_blank, text)
    text = _NUMBERS.sub(_blank, _LABELLED.sub(".", text))
    text = _AND.sub(_ampersand, text)
    return _BARS.sub(";", text)


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit.group())


def _ampersand(hit: re.Match[str]) -> str:
    text = hit.group()
    if text.strip() in _WITHIN_FAMILIES and not _joins_people(hit):
        return text
    return text[0] + "&".ljust(len(text) - 1)


_WITHIN_FAMILIES = frozenset(("e", "y"))
"""An "and" that families have as well: "de Avila e Silva", "Ortega y Gasset"."""


def _joins_people(hit: re.Match[str]) -> bool:
    """Whether a name of two words or more stands on both sides, or alone one word on each."""
    text = hit.string
    before = _PARTED.split(text[max(0, hit.start() - _LONG) : hit.start()])[-1].split()
    behind = _PARTED.split(text[hit.end() : hit.end() + _LONG], maxsplit=1)[0].split()
    if len(before) == len(behind) == 1 and _inverted(text, hit):
        return True
    if len(before) == len(behind) == 1:
        return _YEAR_BEHIND.match(text, hit.end()) is not None  # "Rossi e Bianchi (2001)"
    return _is_whole(before) and _is_whole(behind)


def _inverted(text: str, hit: re.Match[str]) -> bool:
    """Whether a family and its given name stand on both sides: ``Souza, B. e Dias, C.``."""
    before = _SENTENCE.split(text[max(0, hit.start() - _LONGEST) : hit.start()])[-1]
    given = before.rpartition(",")[2].strip()
    is_inverted = _INITIALS.fullmatch(given) is not None or before.count(",") % 2
    return "," in before and bool(is_inverted) and _FAMILY.match(text, hit.end()) is not None


_LONGEST = 400
"""Signs of a by-line that are looked at."""
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})[.?!]\s|[;:()\n\[\]“”\"*|]")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[\s-]?){1,3}")
_FAMILY = re.compile(r"\s*[^\W\d_][\w'’-]+,\s+[^\W\d_a-z]")


def _is_whole(words: list[str]) -> bool:
    """Whether a given name or initials stand with a family: "Ana Bee", "de Avila S"."""
    return len(words) > 1 and (words[0].casefold() not in PARTICLES or words[-1].isupper())


_LONG = 60
"""Signs of a long name."""
_PARTED = re.compile(r"[,;&|/•·:()\[\]“”\"*\n]|\band\b")
_YEAR_BEHIND = re.compile(r"\s*\S+\s*(?:[(,]?\s*\d|et al|$)")
