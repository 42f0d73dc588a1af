"""LaTeX in .bib fields: read for comparison, spelt for writing.

Accents, symbols and braces are read here; formulas and rare macros by pylatexenc, loaded only
when a field has one.
"""

import re
import unicodedata
from functools import lru_cache

_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
    "t": "\u0361",
}
_LETTERS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "aa": "å",
    "AA": "Å",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "textendash": "–",
    "textemdash": "—",
    "textquoteright": "’",
    "textquoteleft": "‘",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "ldots": "…",
    "dots": "…",
    "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "textasciitilde": "\ue007",
    "textasciicircum": "^",
    "textbar": "|",
    "textbackslash": "\ue008",
    "textunderscore": "_",
    "textless": "<",
    "textgreater": ">",
    "less": "<",
    "greater": ">",
    "S": "§",
    "copyright": "©",
    "pounds": "£",
    "textmu": "µ",
    "guillemotleft": "«",
    "guillemotright": "»",
}
_WRAPPERS = (
    "textit|textbf|emph|textsc|texttt|textrm|textsf|textup|textnormal|text|mbox|hbox|bf|it|em|sc|tt|"
    "rm|sf|enquote|url|href|uppercase|MakeUppercase|bibinfo|natexlab|protect|relax|noopsort|"
    "textsuperscript|textsubscript"
)
_ACCENT = re.compile(
    r"\\(?:(?P<sign>['`^\"~=.])\s*|(?P<word>[uvHckrdbt])(?:\s+|(?=[{\\])))"
    r"(?:\{\s*(?P<braced>\\?[^\W\d_]|)\s*\}|(?P<bare>\\[ij](?![A-Za-z])\s*|[^\W\d_]))"
)
_LETTER = re.compile(
    r"\\("
    + "|".join(sorted(_LETTERS, key=len, reverse=True))
    + r")(?![A-Za-z])(?:\{\}|[ \t]+(?![^\W\d_]*\\)|)"
)
_WRAPPER = re.compile(r"\\(?:" + _WRAPPERS + r")(?![A-Za-z])\s*")
_BRANCHES = re.compile(
    r"\\ifmmode\b(?:(?!\\else\b|\\fi\b).){0,100}\\else\b\s*((?:(?!\\fi\b).){0,100})\\fi\b(?:\{\})?",
    re.DOTALL,
)
r"""A letter as formulas have it and as text does: ``\ifmmode \check{Z}\else \v{Z}\fi{}umer``."""
_ESCAPED = re.compile(r"\\([&%$#_{} ])")
_UNPARTED = re.compile(r"\\[A-Za-z]+(?=[^\W\d_])(?=[^A-Za-z])")
r"""A command that ends at a letter beyond ASCII: ``\barΛ`` is Λ with a bar."""
_RARE = re.compile(r"\\[A-Za-z@]+|\$")
_KEEP = dict(zip("{}$&%#_~\\", map(chr, range(0xE000, 0xE009)), strict=True)) | {" ": " "}
"""Escaped characters stand aside until braces and formulas are gone."""


@lru_cache(maxsize=8192)
def decoded(raw: str) -> str:
    """What a reader sees, on one line; total: what cannot be read stays as it is written."""
    text = raw
    if "\\" in text:
        text = _plain_macros(text)
    if _RARE.search(text):
        text = _rare(text)
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    text = text.replace("~", " ").replace("{", "").replace("}", "")
    for shown, kept in _KEEP.items():
        text = text.replace(kept, shown) if shown != " " else text
    return re.sub(r"\s+", " ", text).strip()


def _plain_macros(text: str) -> str:
    text = _BRANCHES.sub(r"\1", text)
    text = _ACCENT.sub(_accented, text)
    text = _LETTER.sub(_letter, text)
    text = _WRAPPER.sub("", text)
    text = text.replace("\\-", "").replace("\\/", "").replace("\\,", " ").replace("\\;", " ")
    return _ESCAPED.sub(lambda m: _KEEP[m[1]], text)


def _letter(hit: re.Match[str]) -> str:
    return _LETTERS[hit[1]]


def _accented(hit: re.Match[str]) -> str:
    base = (hit["braced"] if hit["braced"] is not None else hit["bare"] or "").strip().lstrip("\\")
    if not base:
        return {"^": "^", "~": _KEEP["~"]}.get(hit["sign"] or "", "")
    mark = _ACCENTS[hit["sign"] or hit["word"]]
    return unicodedata.normalize("NFC", base + mark)


def _rare(text: str) -> str:
    """Formulas and macros that only a LaTeX reader knows."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415  dear to load, rarely needed

    if len(text) > 3000:
        return text
    text = _UNPARTED.sub(r"\g<0> ", text)
    reader = LatexNodes2Text(math_mode="text", keep_comments=True, strict_latex_spaces=False)
    try:
        phrase: str = reader.latex_to_text(text, tolerant_parsing=True)
    except (ValueError, LookupError, RecursionError):
        return text  # half a formula: "$\\sqrt{s} =" of a title cut into words
    return phrase


_SPECIAL = {
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "{": r"\{",
    "}": r"\}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\^{}",
}
_BACK = {mark: sign for sign, mark in _ACCENTS.items()}
_LETTERS_BACK = {
    letter: name for name, letter in _LETTERS.items() if len(letter) == 1 and letter.isalpha()
}


def encoded(text: str, *, ascii_only: bool) -> str:
    """Plain text as LaTeX; letters beyond ASCII as macros only where the entry writes so."""
    text = "".join(_SPECIAL.get(char, char) for char in re.sub(r"\s+", " ", text))
    if not ascii_only:
        return text
    return "".join(_macro(char) for char in unicodedata.normalize("NFC", text))


def _macro(char: str) -> str:
    if char.isascii():
        return char
    if char in _LETTERS_BACK:
        return "{\\" + _LETTERS_BACK[char] + "}"
    parts = unicodedata.normalize("NFD", char)
    if len(parts) == 2 and parts[1] in _BACK and parts[0].isascii():
        base = {"i": "\\i", "j": "\\j"}.get(parts[0], parts[0])
        return (
            "{\\"
            + _BACK[parts[1]]
            + ("{" + base + "}" if _BACK[parts[1]].isalpha() or len(base) > 1 else base)
            + "}"
        )
    return {"–": "--", "—": "---", "’": "'", "‘": "`", "“": "``", "”": "''"}.get(char, char)
