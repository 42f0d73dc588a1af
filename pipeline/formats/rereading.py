"""Changed lines of a list read again on the spot, before the change is offered."""

import re
from collections.abc import Callable, Sequence

from pipeline.formats.protocol import Change, Rewriting
from pipeline.values.entry import Entry
from pipeline.values.text import Edit, Span, apply

Read = Callable[[str, str], tuple[Entry, ...]]
"""The entries of a path's excerpt, without the list's layout."""
MOST = 40_000
"""Code points that are read again."""


def reads_as(read: Read, text: str, entry: Entry, change: Change, done: Rewriting) -> bool:
    """Whether the changed lines read as intended and say nothing else new."""
    head, start, end = _surroundings(text, entry, done.edits)
    if end - start > MOST:
        return True  # a definition far away; the whole list is read again before it is written
    local = [
        Edit(
            span=Span(start=e.span.start - start, end=e.span.end - start), replacement=e.replacement
        )
        for e in done.edits
    ]
    after = [_said(e) for e in read(entry.path, head + apply(text[start:end], local))]
    if len(after) == 1 and _as_intended(_said(entry), after[0], change, done.proposed):
        return True
    # Lines that the rest of the list explains read otherwise alone, before the change as after it.
    before = [_said(e) for e in read(entry.path, head + text[start:end])]
    title = entry.title and entry.title.text
    own = next((n for n, reading in enumerate(before) if reading["title"] == title), None)
    if own is None or len(before) != len(after):
        return len(before) == len(after)
    others = all(reading == after[n] for n, reading in enumerate(before) if n != own)
    return others and _as_intended(before[own], after[own], change, done.proposed)


def _as_intended(
    before: dict[str, object], after: dict[str, object], change: Change, proposed: str
) -> bool:
    field = {"doi": "link"}.get(change.field, change.field)
    silent = {field, "names", "et_al"} if field == "authors" else {field}
    same = all(after[name] == value for name, value in before.items() if name not in silent)
    if change.field in ("title", "venue"):
        text = " ".join(str(after[field]).split())
        return same and text.strip(" .") == " ".join(proposed.split()).strip(" .")
    if change.field == "authors":
        said_names = after["names"]
        return same and isinstance(said_names, list) and len(said_names) == len(change.people)
    if change.field == "year":
        return same and str(after["year"]) == change.text
    return same


def _said(entry: Entry) -> dict[str, object]:
    return {
        "title": entry.title and entry.title.text,
        "names": [n.text for n in entry.authors.names] if entry.authors else None,
        "et_al": entry.authors and entry.authors.et_al,
        "venue": entry.venue and entry.venue.text,
        "year": entry.year and entry.year.source == "entry" and entry.year.value,
        "link": [link.url for link in entry.links],
    }


def _surroundings(text: str, entry: Entry, edits: Sequence[Edit]) -> tuple[str, int, int]:
    """The head of the table if there is one, and the lines of the entry and of the edits."""
    first = min([entry.span.start, *(edit.span.start for edit in edits)])
    last = max([entry.span.end, *(edit.span.end for edit in edits)])
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    if not text[start:end].lstrip().startswith("|"):
        return "", start, end
    at = start
    while at > 0:
        above = text.rfind("\n", 0, at - 1) + 1
        line = text[above : at - 1]
        if "|" not in line:
            break
        if re.fullmatch(r"\s*\|?[\s:|-]+\|?\s*", line) and "-" in line:
            head = text.rfind("\n", 0, above - 1) + 1
            return text[head:at], start, end
        at = above
    return "", start, end
