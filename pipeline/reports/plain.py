"""Untrusted text made harmless to look at.

Lists and services hold whatever somebody typed: escape sequences that repaint a terminal, bidi
controls that show one thing and mean another, line ends that forge a line of the report.
Source: Unicode Standard Annex 9 (bidi controls); Unicode Technical Report 36, section 2.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote

_BLANK = re.compile(r"[\s\x00\x85\u2028\u2029]+")
_HIDDEN = re.compile(
    "[\x01-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Controls, bidi and other invisible marks, tags, lone surrogates. The joiners U+200C and U+200D
stay: Persian words and family emoji need them."""


_STAYS = "%/:?#[]@!$&'()*+,;=~"
"""The reserved characters, and "%": the address is encoded already, or wrongly so."""


def shown(text: str) -> str:
    """The text on one line, what is invisible in it made visible: ``⟨U+202E⟩``, ``␛``."""
    return _HIDDEN.sub(_named, _BLANK.sub(" ", text)).strip()


def _named(hit: re.Match[str]) -> str:
    point = ord(hit.group())
    if point < 0x20:
        return chr(0x2400 + point)
    return f"⟨U+{point:04X}⟩"


def cut(text: str, most: int) -> str:
    """The text, and where it is longer than so many characters its beginning with "…"."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)


def address(url: str) -> str:
    """The address if a click on it opens a page of the web, else "": ``javascript:``, a file.

    What may not stand in an address is percent-encoded, half a surrogate pair too: RFC 3986.
    """
    return quote(url, safe=_STAYS, errors="replace") if _WEB.match(url) else ""


def per_cent(chance: float) -> str:
    """A chance for people, never rounded up to certainty: "97 %", "over 99 %"."""
    if 0.99 < chance < 1:
        return "over 99 %"
    return f"{int(chance * 100)} %"


WORDS = ((0.99, "certain"), (0.95, "very likely"), (0.75, "likely"), (0.0, "possible"))
"""Least chance -> the word for it; the chances are measured (docs/how-sure.md)."""


def likely(chance: float) -> str:
    """A chance in a word that people use: "certain", "very likely", "likely", "possible"."""
    return next(word for least, word in WORDS if chance >= least)


def counted(number: int, noun: str, plural: str = "") -> str:
    """The number with its noun: "1 entry", "3 errors"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(parts: Iterable[str]) -> str:
    """Words as a sentence has them: "a, b and c"."""
    words = list(parts)
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
