"""Letters that got lost between whoever typed a record and the service that sends it.

UTF-8 that somebody read as Windows-1252 can be read rightly ("HervÃ©"); what became a control or a
character of nobody's cannot, and is marked, so that its field says nothing (1 of 4,000 records).
"""

import re
import unicodedata

from pipeline.sources.protocol import DAMAGED

_GARBLED = re.compile("[ÂÃÄÅÎÏÐÑâð][\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bf€ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]")
"""What UTF-8 looks like to who does not know it; "Tomáš" does not, nor "“AMANHÃ”"."""
_UNSORTED = re.compile("(?<!\\w)[\x88\x89\x98\x9c](?=\\w)")
"""Libraries' marks around an article that does not count in sorting: "\x98The \x9cEconomics"."""
_LOST = re.compile("(?<=\\w)[\x80-\x84\x86-\x9f]|[\x80-\x84\x86-\x9f](?=\\w)|\ufffc")
_BETWEEN = re.compile("(?<=\\w)[\x00-\x08\x0e-\x1b\x7f](?=\\w)")
_NOBODY = frozenset(("Co", "Cn", "Cs"))
"""Categories of what no standard gives a meaning: private, not assigned, half of a character."""


def seen(text: str) -> str:
    """The text as it was meant, as far as that can be told; U+FFFD in the place of lost letters."""
    if text.isascii() and text.isprintable():
        return text
    if _GARBLED.search(text):
        text = _decoded(text)
    if text.isprintable() and "\ufffc" not in text:
        return text
    text = _BETWEEN.sub(DAMAGED, _LOST.sub(DAMAGED, _UNSORTED.sub("", text)))
    return "".join(map(_shown, text))


def _decoded(text: str) -> str:
    from ftfy import TextFixerConfig, fix_encoding  # noqa: PLC0415  dear to load, rarely needed

    # What is a control of Windows-1252 may be a letter of another system: it is not guessed.
    return fix_encoding(text, TextFixerConfig(fix_c1_controls=False))


def _shown(char: str) -> str:
    """The character; a blank for a control, the mark of damage for what has no meaning."""
    if char.isprintable():
        return char
    category = unicodedata.category(char)
    return " " if category == "Cc" else DAMAGED if category in _NOBODY else char
