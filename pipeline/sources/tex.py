r"""TeX accents undone: arXiv has titles as their authors typed them ("Exposici\'on")."""

import re
import unicodedata

_MARKS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "i": "ı", "&": "&", "%": "%", "#": "#",
}  # fmt: skip
_FORMULA = re.compile(r"(\$[^$]*\$)")
_ACCENT = re.compile(
    r"\{?\\(?:(['`^\"~=.])\s?\{?\\?([A-Za-z])\}?|([uvHckr])(?:\s?\{\\?([A-Za-z])\}|\s([A-Za-z])))\}?"
)
_NAMES = "ss|aa|AA|ae|AE|oe|OE|[oOlL]"
_LETTER = re.compile(rf"\{{\\({_NAMES}|i)\}}|\\({_NAMES})(?![A-Za-z])\s?(?:\{{\}})?|\\([&%#])")


def undone(text: str) -> str:
    """The text with the letters that TeX's accents mean; formulas stay as they are."""
    if "\\" not in text:
        return text
    parts = _FORMULA.split(text)
    return "".join(part if part.startswith("$") else _spelt(part) for part in parts)


def _spelt(text: str) -> str:
    return _LETTER.sub(_letter, _ACCENT.sub(_accented, text))


def _accented(hit: re.Match[str]) -> str:
    mark = _MARKS[hit[1] or hit[3]]
    letter = hit[2] or hit[4] or hit[5]
    whole = unicodedata.normalize("NFC", letter + mark)
    return whole if len(whole) == 1 else hit[0]


def _letter(hit: re.Match[str]) -> str:
    return _LETTERS[hit[1] or hit[2] or hit[3]]
