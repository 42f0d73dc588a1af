"""The names of an author field: parted by "and", as BibTeX wants it, or as people write it instead.

Sources: the BibTeX manual ("names"); biber's extended name format (``family=..., given=...``).
"""

import re
from collections.abc import Iterator

from pipeline.markup.latex import decoded
from pipeline.reading.personal_names import split_name
from pipeline.reading.words import SUFFIXES
from pipeline.values.entry import Name
from pipeline.values.text import Span

_AND = re.compile(r"\\.|[{}]|(?<=\s)and(?=\s)", re.IGNORECASE | re.DOTALL)
_COMMA = re.compile(r"\\.|[{},]", re.DOTALL)
_AMPERSAND = re.compile(r"[{}]|\s(?:\\?&|/)(?=\s)|\\.", re.DOTALL)
_OTHERS = ("others", "et al", "et alii", "and others")
_AND_OTHERS = re.compile(r"(?<=\S)[,\s]\s*(?:et\s+al\b\.?|and\s+others)\s*\Z", re.IGNORECASE)
"""More people behind the last name that no "and" parts from it: "Becker et al."."""
_PART = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=\s*(.*?)\s*", re.DOTALL)
_MARKS = " \t\n*†‡§¶"
FEWEST_PARTED = 3
"""Whole names between commas that are a by-line: two may be one person with two family names."""


def names_of(text: str, start: int, end: int) -> tuple[tuple[Name, ...], bool]:
    """The names in this stretch, each with its place, and whether others are meant besides."""
    names: list[Name] = []
    et_al = False
    for first, last in _split(text, start, end):
        raw = text[first:last]
        if more := _AND_OTHERS.search(raw):
            et_al, raw = True, raw[: more.start()].rstrip(" ,")
        if decoded(raw).strip(" ,.").casefold() in _OTHERS:
            et_al = True
        else:
            names.append(_name(raw, first, first + len(raw)))
    return tuple(names), et_al


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in _cut(text, start, end, _AND):
        for begin, stop in _cut(text, first, last, _AMPERSAND):
            yield from _without_and(text, begin, stop)


def _without_and(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names that commas part; a lone name with its own commas stays whole.

    ``Pardee F., Kirkwood T., Ranftl J.`` are three people, ``Last, Jr., First`` and
    ``Roca Perez, Ana Maria`` are one.
    """
    parts = list(_cut(text, start, end, _COMMA))
    whole = [text[a:b] for a, b in parts]
    several = len(parts) >= FEWEST_PARTED and all(len(part.split()) > 1 for part in whole)
    if several and not any("=" in p or p.strip(". ").casefold() in SUFFIXES for p in whole):
        yield from parts
    else:
        yield start, end


def _cut(text: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """What stands between the signs outside braces, blanks left out."""
    depth, at = 0, start
    for hit in sign.finditer(text, start, end):
        phrase = hit.group()
        if phrase in "{}":
            depth += 1 if phrase == "{" else -1
        elif depth == 0 and not (phrase[0] == "\\" and len(phrase) == 2):
            yield from _trimmed(text, at, hit.start())
            at = hit.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(piece.strip())


def _name(raw: str, start: int, end: int) -> Name:
    shown = decoded(raw)
    span = Span(start=start, end=end)
    bare = shown.rstrip(_MARKS)
    noise = shown[len(bare) :].strip() if bare else ""
    shown = bare if noise else shown
    if raw.startswith("{") and raw.endswith("}") and _one_group(raw):
        return Name(text=shown, family=shown, span=span)
    if "=" in raw and (parts := _extended(raw)):
        family, given = parts
        shown = f"{given} {family}".strip()
    elif "," in raw:
        family, given = _inverted(raw)
    else:
        family, given = split_name(shown)
    return Name(text=shown, family=family or shown, given=given, span=span, noise=noise)


def _extended(raw: str) -> tuple[str, str] | None:
    """Family with its prefix and suffix, and given name, of ``family=Freitas, prefix=de``."""
    hits = (_PART.fullmatch(part) for part in raw.split(","))
    parts = {part[1]: decoded(part[2]) for part in hits if part}
    if "family" not in parts:
        return None
    family = (parts.get("prefix", ""), parts["family"], parts.get("suffix", ""))
    return " ".join(part for part in family if part), parts.get("given", "")


def _one_group(raw: str) -> bool:
    depth = 0
    for index, char in enumerate(raw):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return index == len(raw) - 1
    return False


def _inverted(raw: str) -> tuple[str, str]:
    """``Last, First`` and ``Last, Jr., First``."""
    parts = [decoded(part) for part in _at_commas(raw)]
    if len(parts) >= 3:
        return f"{parts[0]} {parts[1]}".strip(), parts[2]
    return parts[0], parts[1] if len(parts) > 1 else ""


def _at_commas(raw: str) -> Iterator[str]:
    """What stands between the commas outside braces, even if it is nothing."""
    depth = at = 0
    for hit in re.finditer(r"[{},]", raw):
        sign = hit.group()
        if sign == "," and depth <= 0:
            yield raw[at : hit.start()]
            at = hit.end()
        depth += (sign == "{") - (sign == "}")
    yield raw[at:]
