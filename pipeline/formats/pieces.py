"""A file of references by the million, cut into documents of one reference each.

Strings one a line, BibTeX, CSL-JSON, and JSON lines of either; each reference is read by itself, so
that what is said of it does not depend on its neighbours.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pipeline.values.entry import Document

STRINGS = ("unstructured", "text", "string", "reference")
"""What the whole text of a reference is called in JSON lines; Crossref says "unstructured"."""
_ENTRY = re.compile(r"\s*@\s*(\w+)\s*[{(]")
_SHARED = frozenset({"string", "preamble"})


class Reference(NamedTuple):
    """One reference of a file."""

    line: int
    """Where it begins; in an array, its place among the others."""
    document: Document
    before: int = 0
    """Lines of the document that are not the reference's own."""


def pieces(name: str, lines: Iterable[str], most: int) -> Iterator[list[Reference]]:
    """The references of a file by so many, in order."""
    remaining = references(name, lines)
    while piece := list(islice(remaining, most)):
        yield piece


def references(name: str, lines: Iterable[str]) -> Iterator[Reference]:
    """The references of a file of this name."""
    ending = name.lower().rpartition(".")[2]
    if ending == "bib":
        return _bibtex(lines)
    if ending in ("jsonl", "ndjson"):
        return _json_lines(lines)
    return _array(lines) if ending == "json" else _strings(lines)


def _strings(lines: Iterable[str]) -> Iterator[Reference]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _string(number, line)


def _string(number: int, text: str) -> Reference:
    """A reference as an item of a list: that is how the reader of citations meets it."""
    return Reference(number, Document(path=f"{number}.md", text=f"- {' '.join(text.split())}\n"))


def _json_lines(lines: Iterable[str]) -> Iterator[Reference]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _json_line(number, line.strip())


def _json_line(number: int, line: str) -> Reference:
    """A string, an object that has one, or an item of CSL-JSON; what is no JSON is a string."""
    try:
        parsed = json.loads(line)
    except (ValueError, RecursionError):
        return _string(number, line)
    whole = parsed if isinstance(parsed, str) else None
    if isinstance(parsed, dict) and not parsed.get("title"):
        whole = next((parsed[n] for n in STRINGS if isinstance(parsed.get(n), str)), None)
    if whole is not None:
        return _string(number, whole)
    return Reference(number, Document(path=f"{number}.json", text=f"[{line}]"))


def _array(lines: Iterable[str]) -> Iterator[Reference]:
    """The items of a CSL-JSON file, which is taken in whole."""
    try:
        parsed = json.loads("".join(lines))
    except (ValueError, RecursionError):
        return
    for number, item in enumerate(parsed if isinstance(parsed, list) else [parsed], 1):
        text = json.dumps([item], ensure_ascii=False)
        yield Reference(number, Document(path=f"{number}.json", text=text))


def _bibtex(lines: Iterable[str]) -> Iterator[Reference]:
    """Entries, each behind the abbreviations that stand before it."""
    shared: list[str] = []
    for number, kind, entry in _entries(lines):
        if kind in _SHARED:
            shared.extend(entry)
        elif kind != "comment":
            text = "".join((*shared, *entry))
            yield Reference(number, Document(path=f"{number}.bib", text=text), len(shared))


def _entries(lines: Iterable[str]) -> Iterator[tuple[int, str, list[str]]]:
    """The first line, the kind and the lines of each entry: it lasts to where the next begins."""
    begun, kind, entry = 0, "", list[str]()
    for number, line in enumerate(lines, 1):
        if hit := _ENTRY.match(line):
            if kind:
                yield begun, kind, entry
            begun, kind, entry = number, hit[1].lower(), []
        entry.append(line if line.endswith("\n") else f"{line}\n")
    if kind:
        yield begun, kind, entry
