"""Where a link that is missing in an entry is put, and how it is spelt: as in the others."""

import json
import re
from collections import Counter
from urllib.parse import quote

from pipeline.markup.bars import between_bars
from pipeline.reading.words import label_kind
from pipeline.values.entry import Entry
from pipeline.values.text import Edit, Span, Written

_CLOSERS = re.compile(
    r"(?:\*{1,3}|_{1,3}|[\"”»`]|\]\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?\)|\]|</[a-z]+>)*"
)

LINKS = {"markdown": "[[{}]]({})", "rst": "`{} <{}>`_", "org": "[[{1}][{0}]]", "plain": "{1}"}
"""A label and an address as each format links them."""


def safe_url(url: str) -> str:
    """An address that a Markdown link can hold: blanks and unbalanced brackets encoded."""
    url = quote(url.strip(), safe="!#$&'()*+,/:;=?@[]~%-._")
    depth = 0
    for char in url:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            break
    balanced = depth == 0
    url = url.replace("[", "%5B").replace("]", "%5D").replace("*", "%2A")
    return url if balanced else url.replace("(", "%28").replace(")", "%29")


def usual_layout(entry: Entry) -> dict[str, str]:
    """The list's usual layout as each entry remembers it."""
    return dict(json.loads(entry.style)) if entry.style else {}


def is_row(text: str, entry: Entry) -> bool:
    """Whether an entry is a row of a table of bars, which must be escaped there."""
    start = text.rfind("\n", 0, entry.span.start) + 1
    return text[start : entry.span.end].lstrip().startswith("|")


def behind(text: str, end: int, limit: int) -> int:
    """Behind the closing markup of a field."""
    hit = _CLOSERS.match(text, end, limit)
    return hit.end() if hit else end


def insert(at: int, text: str) -> tuple[Edit, ...]:
    """That text put in there."""
    return (Edit(span=Span(start=at, end=at), replacement=text),)


def new_links(text: str, entry: Entry, url: str) -> tuple[tuple[Edit, ...], ...]:
    """The link where the others of the list have theirs, else at the end."""
    row = is_row(text, entry)
    cell = _link_cell(text, entry) if row else None
    if cell:
        label = usual_layout(entry).get("label", "Link")
        return ((Edit(span=cell, replacement=f" [{label}]({url}) "),),)
    usual = usual_layout(entry).get("place", "title" if row else "")
    if usual == "title":
        placed = _linked_title(entry, url)
    else:
        placed = _behind_field(text, entry, url, *usual.split("\t")) if usual else ()
    return (placed, () if row else _at_end(text, entry, url))


def _behind_field(text: str, entry: Entry, url: str, name: str, blank: str) -> tuple[Edit, ...]:
    """The link behind that field and what closes it, as far off as in the others."""
    written = _field(entry, name)
    if written is None:
        return ()
    end = behind(text, written.span.end, entry.span.end)
    if text.startswith((".", ",", ";", ":"), end):
        end = behind(text, end + 1, entry.span.end)
    return insert(end, f"{blank}{_linked(entry, url)}")


def _field(entry: Entry, name: str) -> Written | None:
    match name:
        case "authors":
            return entry.authors.written if entry.authors else None
        case "year":
            return entry.year.written if entry.year and entry.year.source == "entry" else None
        case "title":
            return entry.title
        case _:
            return entry.venue


def _at_end(text: str, entry: Entry, url: str) -> tuple[Edit, ...]:
    end = entry.span.start + len(text[entry.span.start : entry.span.end].rstrip())
    first = text.find("\n", entry.span.start, end)
    if first >= 0 and entry.authors is None:
        end = entry.span.start + len(text[entry.span.start : first].rstrip())
    inside = _LINK_REST.match(text, end)
    return insert(inside.end() if inside else end, f" {_linked(entry, url)}")


_LINK_REST = re.compile(r"\]\(<?[^()\s]*>?\)")


def _link_cell(text: str, entry: Entry) -> Span | None:
    """The empty cell of the row in which the rows around it have a link alone; None if none is."""
    start = text.rfind("\n", 0, entry.span.start) + 1
    around = text[max(0, start - AROUND) : start + AROUND].split("\n")
    linked = Counter(
        place
        for line in around
        for place, cell in enumerate(_cells(line))
        if (link := _LONE_LINK.match(line, *cell)) and label_kind(link[1]) == "paper"
    )
    line = text[start:].split("\n", 1)[0]
    cells = _cells(line)
    for place, rows in linked.most_common():
        if rows > 1 and place < len(cells) and _EMPTY_CELL.fullmatch(line, *cells[place]):
            begin, end = cells[place]
            return Span(start=start + begin, end=start + end)
    return None


def _cells(line: str) -> list[tuple[int, int]]:
    return between_bars(line) if line.lstrip().startswith("|") else []


AROUND = 4000
"""Characters on both sides in which the other rows of a table are looked at."""
_LONE_LINK = re.compile(r"\s*\[+([^\[\]|]{1,30})\]+\(https?://[^()\s|]+\)\]?\s*$")
_EMPTY_CELL = re.compile(r"[\s\-–—]*")


def _linked(entry: Entry, url: str) -> str:
    """An address under the label that the list's links have."""
    style = usual_layout(entry)
    if "link" in style:
        return style["link"].replace("()", f"({url})")
    return LINKS[entry.format].format(style.get("label", "Link"), url)


def _linked_title(entry: Entry, url: str) -> tuple[Edit, ...]:
    """In a table the title becomes the link."""
    if entry.title is None or "](" in entry.title.raw or entry.format != "markdown":
        return ()
    span = entry.title.span
    return (*insert(span.start, "["), *insert(span.end, f"]({url})"))
