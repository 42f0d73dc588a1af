"""A .bib file taken apart: entries and fields with their places; linear, total.

What is broken (a brace that never closes, a field without ``=``) ends at the next entry.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ENTRY = re.compile(r"@[ \t]*([A-Za-z][\w-]*)[ \t]*([{(])")
_NEXT = re.compile(r"[\r\n][ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]")
_KEY = re.compile(r"\s*([^\s,{}()=\"#%]*)\s*(,|(?=[})]))")
_FIELD = re.compile(r"(?:[\s,]|%[^\r\n]*+)*+([A-Za-z][\w:.+\-/]*)\s*=\s*")
_END = re.compile(r"(?:[\s,]|%[^\r\n]*+)*+[})]")
_STRAY = re.compile(r"\s*\}(?=\s*,\s*[A-Za-z][\w-]*\s*=\s*[{\"\d])")
"""A brace too many behind a value (``{A and B}},``): the entry goes on."""
_BARE = re.compile(r"[^\s,#{}()\"]+")
_TOKEN = re.compile(r"\\.|[{}\"]", re.DOTALL)
_GLUE = re.compile(r"\s*#\s*")


@dataclass(slots=True)
class BibField:
    """A field: its name as written, the place of its name, of its value, and of what is inside."""

    name: str
    start: int
    value_start: int
    value_end: int
    inner_start: int
    inner_end: int
    kind: str
    """"braces", "quotes", "bare", or "joined" for several pieces."""
    parts: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class BibEntry:
    """An entry with its fields in order."""

    kind: str
    key: str
    start: int
    end: int
    fields: list[BibField]
    broken: bool = False
    named: dict[str, BibField] = field(default_factory=dict)
    """The first field of each name that is not empty."""

    def get(self, *names: str) -> BibField | None:
        """The first of these fields that is there and not empty."""
        return next((self.named[name] for name in names if name in self.named), None)


def scan(text: str) -> Iterator[BibEntry]:
    """The entries of a file, ``@string`` included, comments left out."""
    starts = [m.start() for m in _NEXT.finditer(text)] + [len(text)]
    at, index = 0, 0
    while True:
        hit = _ENTRY.search(text, at)
        if hit is None:
            return
        while starts[index] < hit.start():
            index += 1
        limit = starts[index] if starts[index] > hit.end() else len(text)
        kind = hit[1].lower()
        if kind in ("comment", "preamble"):
            at = _closed(text, hit.end(), limit) or limit
            continue
        entry = _entry(text, hit, limit)
        at = max(entry.end, hit.end())
        yield entry


def _entry(text: str, hit: re.Match[str], limit: int) -> BibEntry:
    entry = BibEntry(hit[1], "", hit.start(), limit, [])
    at = hit.end()
    if entry.kind.lower() != "string":
        key = _KEY.match(text, at, limit)
        if key is None:
            entry.broken = True
            return entry
        entry.key, at = key[1], key.end()
    while at < limit:
        bib_field = _field(text, at, limit)
        if bib_field is None:
            stray = _STRAY.match(text, at, limit)
            bib_field = _field(text, stray.end(), limit) if stray else None
        if bib_field is None:
            break
        entry.fields.append(bib_field)
        if bib_field.inner_end > bib_field.inner_start:
            entry.named.setdefault(bib_field.name.lower(), bib_field)
        at = bib_field.value_end
    close = _END.match(text, at, limit)
    entry.broken = close is None
    entry.end = close.end() if close else limit
    return entry


def _field(text: str, at: int, limit: int) -> BibField | None:
    hit = _FIELD.match(text, at, limit)
    if hit is None:
        return None
    parts: list[tuple[str, int, int]] = []
    place = hit.end()
    while True:
        part = _part(text, place, limit)
        if part is None:
            return None
        parts.append(part)
        place = part[2] + (part[0] in ("braces", "quotes"))
        glue = _GLUE.match(text, place, limit)
        if glue is None:
            break
        place = glue.end()
    kind = parts[0][0] if len(parts) == 1 else "joined"
    inner = parts[0][1:] if len(parts) == 1 else (hit.end(), place)
    return BibField(hit[1], hit.start(1), hit.end(), place, *inner, kind, parts)


def _part(text: str, at: int, limit: int) -> tuple[str, int, int] | None:
    """A piece of a value: kind, inner start, inner end."""
    if text.startswith("{", at):
        end = _closed(text, at + 1, limit)
        return ("braces", at + 1, end - 1) if end else None
    if text.startswith('"', at):
        quoted = _quote(text, at + 1, limit)
        return ("quotes", at + 1, quoted) if quoted is not None else None
    bare = _BARE.match(text, at, limit)
    return ("bare", at, bare.end()) if bare else None


def _closed(text: str, at: int, limit: int) -> int | None:
    """Place behind the brace that closes the one before ``at``."""
    depth = 1
    for hit in _TOKEN.finditer(text, at, limit):
        sign = hit.group()
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return hit.end()
    return None


def _quote(text: str, at: int, limit: int) -> int | None:
    r"""Place of the closing quotation mark at brace depth 0; ``\\"`` inside braces is an accent."""
    depth = 0
    for hit in _TOKEN.finditer(text, at, limit):
        sign = hit.group()
        depth += (sign == "{") - (sign == "}")
        if sign == '"' and depth == 0:
            return hit.start()
    return None
