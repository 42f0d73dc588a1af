"""A text of a .bib file corrected word by word, what is protected by braces left so."""

import re
from difflib import SequenceMatcher

from pipeline.markup.latex import decoded, encoded
from pipeline.values.text import Edit, Span, Written

_GROUP = r"\{(?:[^{}\\]|\\.|\{(?:[^{}\\]|\\.)*\})*\}"
_WORDS = re.compile(rf"\s+|(?:\$[^$]*\$|{_GROUP}|\\.|\S)+", re.DOTALL)
"""Blanks and words; a formula and what stands in braces are not cut."""


def by_words(field: Written, new: str, *, ascii_only: bool) -> tuple[Edit, ...]:
    """Only the words that change; protected capitals and macros of the others stay."""
    raw = field.raw
    outer = re.fullmatch(r"(\s*\{)(.*)(\}\s*)", raw, re.DOTALL)
    inner, at = raw, field.span.start
    if outer and _balanced(outer[2]):
        inner, at = outer[2], at + len(outer[1])
    protects = re.search(r"\{[^{}\\]*[A-Z]", inner) is not None
    old = _WORDS.findall(inner)
    old_said = [" " if w.isspace() else decoded(w) for w in old]
    words = _like(old_said, " ".join(new.split()))
    spelt = [
        w
        if w.isspace()
        else _protected(encoded(w, ascii_only=ascii_only), w, on=protects and i > 0)
        for i, w in enumerate(words)
    ]
    edits, made, place = [], [], [at]
    for word in old:
        place.append(place[-1] + len(word))
    for tag, a, b, c, d in SequenceMatcher(None, old_said, words, autojunk=False).get_opcodes():
        part = "".join(old[a:b]) if tag == "equal" else _regrouped(old[a:b], words[c:d], spelt[c:d])
        made.append(part)
        if tag != "equal":
            edits.append(Edit(span=Span(start=place[a], end=place[b]), replacement=part))
    if not _balanced("".join(made)) or decoded("".join(made)) != " ".join(new.split()):
        return (Edit(span=Span(start=at, end=at + len(inner)), replacement="".join(spelt)),)
    return tuple(edits)


def _like(old: list[str], new: str) -> list[str]:
    """The words and blanks of the new text; what was one piece before is one again."""
    pieces = sorted({re.escape(word) for word in old if " " in word.strip()}, key=len, reverse=True)
    return re.findall("|".join([rf"(?<!\S){piece}(?!\S)" for piece in pieces] + [r"\s+|\S+"]), new)


def _regrouped(old: list[str], words: list[str], spelt: list[str]) -> str:
    """The new words; within the braces that held as many: ``{Large Hadron Colider}``."""
    inner = re.fullmatch(r"\{([^{}\\]*)\}", old[0]) if len(old) == 1 else None
    same = inner is not None and len(_WORDS.findall(inner[1])) == len(words) > 1
    plain = "".join(words)
    return (
        f"{{{plain}}}"
        if same
        and plain.isascii()
        and plain.isprintable()
        and not re.search(r"[\\{}$&%#_~^]", plain)
        else "".join(spelt)
    )


def _protected(text: str, word: str, *, on: bool) -> str:
    """A word with capitals in braces, if the entry protects its capitals."""
    if not on or not re.search(r"[A-Z]", word) or "{" in text:
        return text
    core = re.match(r"(\W*)(.*?)(\W*)$", text)
    return f"{core[1]}{{{core[2]}}}{core[3]}" if core and core[2] else text


def _balanced(raw: str) -> bool:
    depth = 0
    for hit in re.finditer(r"\\.|[{}]", raw, re.DOTALL):
        depth += (hit.group() == "{") - (hit.group() == "}")
        if depth < 0:
            return False
    return depth == 0
