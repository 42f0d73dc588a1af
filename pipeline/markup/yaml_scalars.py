"""YAML scalars on one line or folded over several, spelt as they stand.

Source: YAML 1.2.2, chapter 7.
"""

import re

from pipeline.markup.spelling import across_lines
from pipeline.values.text import Edit, Span

_SPECIAL = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|[,\[\]{}]")
"""What a scalar without quotation marks must not hold (7.3.3)."""
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|[yn=]|<<|[-+]?\.(?:inf|nan)|0[xob][\da-f_]+|\d+(?::\d+)+|"
    r"[-+]?(?:\d[\d_]*)?\.[\d_]*(?:e[-+]?\d+)?|[-+]?\d[\d_]*(?:e[-+]?\d+|_\d+)|"
    r"\d{4}-\d\d?-\d\d?",
    re.IGNORECASE,
)
"""What YAML 1.1 or 1.2 takes for something else than text; a whole number is a year or a volume."""
_REST = {
    '"': re.compile(r'(?:[^"\\]++|\\.)*+"', re.DOTALL),
    "'": re.compile(r"(?:[^']++|'')*+'"),
}
"""A quotation behind its opening mark."""
_CLOSING = {"[": "]", "{": "}"}
_OPENED = re.compile(r"[:\-][ \t]+[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?\r?\n\s*\Z")
_HEAD = 300
"""Characters before a block's words in which its head is looked for."""


def goes_on(value: str) -> bool:
    """Whether a quotation or a list in brackets begins here and is not closed on its line."""
    if value[:1] in _REST:
        return _REST[value[0]].match(value, 1) is None
    return value[:1] in _CLOSING and _CLOSING[value[0]] not in value


def in_block(text: str, span: Span) -> bool:
    """Whether the value is a block's, in which nothing is quoted or escaped (YAML 1.2.2, 8.1)."""
    return _OPENED.search(text[max(0, span.start - _HEAD) : span.start]) is not None


def spelt(text: str, span: Span, phrase: str) -> str:
    """The value within the quotation marks that stand there; in new ones if it needs them."""
    before = text[span.start - 1 : span.start]
    if in_block(text, span):
        return phrase
    if before == "'":
        return phrase.replace("'", "''")
    return _escaped(phrase, text) if before == '"' else quoted(phrase)


def quoted(text: str) -> str:
    """The value by itself, in quotation marks only if it needs them."""
    needed = _SPECIAL.search(text) or _NO_TEXT.fullmatch(text)
    return f'"{_escaped(text, text)}"' if needed else text


def _escaped(phrase: str, text: str) -> str:
    """Within double quotation marks; letters beyond ASCII as the file writes them."""
    phrase = phrase.replace("\\", "\\\\").replace('"', '\\"')
    if not (text.isascii() and re.search(r"\\[xu][\da-fA-F]{2}", text)):
        return phrase
    return "".join(char if char.isascii() else _code(ord(char)) for char in phrase)


def _code(number: int) -> str:
    return f"\\U{number:08X}" if number > 0xFFFF else f"\\u{number:04X}"


def word_by_word(text: str, span: Span, phrase: str) -> tuple[Edit, ...]:
    """The edits of a text whose line breaks stay; the whole value if its escapes are in the way."""
    raw, new = span.cut(text), spelt(text, span, phrase)
    needs = new[:1] == '"' and raw[:1] != '"' and text[span.start - 1 : span.start] not in "\"'"
    if ("\\" in raw or needs) and not in_block(text, span):
        return (Edit(span=span, replacement=new),)
    return across_lines(raw, new, span.start)
