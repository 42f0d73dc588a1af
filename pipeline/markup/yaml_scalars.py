"""YAML scalars on one line or folded over several, read and spelt.

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
_ESCAPE = re.compile(r"\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|[ \t]*\r?\n\s*|(.))")
_REST = {
    '"': re.compile(r'(?:[^"\\]++|\\.)*+"', re.DOTALL),
    "'": re.compile(r"(?:[^']++|'')*+'"),
}
"""A quotation behind its opening mark."""
_COMMENT = re.compile(r"(?<!\s)\s+#.*$")
_LETTERS = {"n": " ", "t": " ", "r": " ", "N": " ", "_": " "}


def scalar(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Place and meaning of the value in this stretch, quotation marks and comment left out."""
    raw = text[start:end].rstrip()
    rest = _REST[raw[0]].match(raw, 1) if raw[:1] in _REST else None
    if rest is None:
        raw = _COMMENT.sub("", raw)
        said = raw.strip("[]") if raw.startswith("[") else raw.lstrip("\"'")
        return start, start + len(raw), " ".join(said.split())
    inner = rest[0][:-1]
    said = _unescaped(inner) if raw[0] == '"' else inner.replace("''", "'")
    return start + 1, start + 1 + len(inner), " ".join(said.split())


def unfinished(line: str, sign: str) -> bool:
    """Whether a deeper line goes on with a value behind this one, all but its sign.

    ``sign`` is the character that the value begins with; closed are quotations and lists alone.
    """
    if sign in _REST:
        return _REST[sign].match(line) is None
    return not line.rstrip().endswith("]") if sign == "[" else " #" not in line


def _unescaped(inner: str) -> str:
    def letter(found: re.Match[str]) -> str:
        code = found[1] or found[2] or found[3]
        if code:
            return chr(int(code, 16)) if int(code, 16) < 0x110000 else ""
        return _LETTERS.get(found[4], found[4]) if found[4] else ""

    return _ESCAPE.sub(letter, inner)


def spelt(text: str, span: Span, said: str) -> str:
    """The value within the quotation marks that stand there; in new ones if it needs them."""
    before = text[span.start - 1 : span.start]
    if before == "'":
        return said.replace("'", "''")
    return _escaped(said, text) if before == '"' else quoted(said)


def quoted(said: str) -> str:
    """The value by itself, in quotation marks only if it needs them."""
    needed = _SPECIAL.search(said) or _NO_TEXT.fullmatch(said)
    return f'"{_escaped(said, said)}"' if needed else said


def _escaped(said: str, text: str) -> str:
    """Within double quotation marks; letters beyond ASCII as the file writes them."""
    said = said.replace("\\", "\\\\").replace('"', '\\"')
    if not (text.isascii() and re.search(r"\\[xu][\da-fA-F]{2}", text)):
        return said
    return "".join(char if char.isascii() else _code(ord(char)) for char in said)


def _code(number: int) -> str:
    return f"\\U{number:08X}" if number > 0xFFFF else f"\\u{number:04X}"


def word_by_word(text: str, span: Span, said: str) -> tuple[Edit, ...]:
    """The edits of a text whose line breaks stay; the whole value if its escapes are in the way."""
    raw, new = span.cut(text), spelt(text, span, said)
    needs = new[:1] == '"' and raw[:1] != '"' and text[span.start - 1 : span.start] not in "\"'"
    if "\\" in raw or needs:
        return (Edit(span=span, replacement=new),)
    return across_lines(raw, new, span.start)
