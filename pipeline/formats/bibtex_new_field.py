"""A field that an entry of a .bib file lacks, laid out like its others."""

import re
from collections import Counter

from pipeline.markup.bib_scan import BibEntry, BibField, scan
from pipeline.values.entry import Entry
from pipeline.values.text import Edit, Span

_LEADING_COMMA = re.compile(r"(?:\r\n|\n|\r)[ \t]*,[ \t]*$")
"""The comma at the beginning of the line."""


def scanned(text: str, entry: Entry) -> BibEntry | None:
    """The entry as it was scanned, its places those of the file; None if it cannot be."""
    own = entry.span.cut(text)
    bib_entry = next(scan(own), None)
    if bib_entry is None:
        return None
    for field in bib_entry.fields:
        field.start += entry.span.start
        field.value_start += entry.span.start
        field.value_end += entry.span.start
        field.inner_start += entry.span.start
        field.inner_end += entry.span.start
    return bib_entry


def bib_field(text: str, entry: Entry, span: Span) -> BibField | None:
    """The field whose value stands there."""
    bib = scanned(text, entry)
    return (
        next(
            (f for f in bib.fields if f.inner_start == span.start and f.inner_end == span.end), None
        )
        if bib
        else None
    )


def added(text: str, entry: Entry, name: str, phrase: str) -> tuple[Edit, ...]:
    """A new field behind the last one, laid out like the others."""
    bib = scanned(text, entry)
    if bib is None or not bib.fields:
        return ()
    last = bib.fields[-1]
    opening, closing = _delimiters(bib)
    if opening == '"' and '"' in phrase:
        opening, closing = "{", "}"
    comma = _LEADING_COMMA.search(text[max(0, last.start - 200) : last.start])
    line = _name(text, bib, name) + opening + phrase + closing
    if re.match(r"[ \t]*,", text[last.value_end :]):
        at = text.index(",", last.value_end) + 1
        return (Edit(span=Span(start=at, end=at), replacement=_break(text, bib, line) + ","),)
    line = comma[0] + line if comma else "," + _break(text, bib, line)
    return (Edit(span=Span(start=last.value_end, end=last.value_end), replacement=line),)


def _delimiters(bib: BibEntry) -> tuple[str, str]:
    kinds = Counter(f.kind for f in bib.fields if f.kind in ("braces", "quotes"))
    return ('"', '"') if kinds["quotes"] > kinds["braces"] else ("{", "}")


def _name(text: str, bib: BibEntry, name: str) -> str:
    """Name and ``=`` as the other fields have them."""
    model = bib.fields[-1]
    between = text[model.start + len(model.name) : model.value_start]
    widths = {_equals(text, field) - field.start for field in bib.fields}
    equals = between.index("=")
    if len(widths) == 1 and len(bib.fields) > 1:
        pad = " " * max(1, widths.pop() - len(name))
    else:
        pad = " " if equals else ""
    if model.name.isupper() and len(model.name) > 1:
        name = name.upper()
    elif model.name[0].isupper():
        name = name.capitalize()
    return f"{name}{pad}={between[equals + 1 :]}"


def _break(text: str, bib: BibEntry, line: str) -> str:
    """The line behind the break and the indentation of the others, names aligned at their ends."""
    model = bib.fields[-1]
    before = re.search(r"(\r\n|\n|\r)([ \t]*)$", text[max(0, model.start - 200) : model.start])
    if before is None:
        return " " + line
    columns = {_equals(text, f) - _line_start(text, f.start) for f in bib.fields}
    starts = {f.start - _line_start(text, f.start) for f in bib.fields}
    indent = before[2]
    if len(columns) == 1 and len(starts) > 1:
        indent = " " * max(0, columns.pop() - line.index("="))
    return before[1] + indent + line


def _equals(text: str, field: BibField) -> int:
    return text.index("=", field.start + len(field.name))


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
