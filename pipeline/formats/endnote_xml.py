"""EndNote's libraries as XML: read, never written; the program that exported them would not look.

The file is searched for its records, no XML parser is asked: a document type, an entity or another
file named in it is nothing but text here. Source: the DTD of EndNote's XML export (RSXML).
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.formats.fields import Fields, PersonPlace, Place, entry_of
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.lines import lines_of
from pipeline.values.entry import Document, Entry, Hints, Reading

NAME = "endnote-xml"
_HEAD = re.compile(
    r"\A\ufeff?\s*+(?:<\?xml[^<>]*>)?\s*+(?:<!DOCTYPE[^\[\]>]*(?:\[[^\]]*\])?\s*+>)?\s*+<xml>\s*+<records>",
    re.IGNORECASE,
)
_RECORD = re.compile(r"<record>(?:(?!<record>).)*?</record>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
LOOKED_AT = 4_000


def accepts(_path: str, text: str) -> bool:
    """By its first elements; every program calls the file ``.xml``."""
    return _HEAD.match(text[:LOOKED_AT]) is not None


def read(document: Document) -> Reading:
    """Every record of the library."""
    text = document.text
    starts = [line.start for line in lines_of(text)]
    entries: list[Entry] = []
    seen: dict[int, int] = {}
    for hit in _RECORD.finditer(text):
        line = bisect_right(starts, hit.start())
        entry = entry_of(document.path, text, NAME, _fields(hit, line, starts))
        count = seen[line] = seen.get(line, 0) + 1
        entries.append(entry.but(id=f"{entry.id}-{count}") if count > 1 else entry)
    return Reading(document=document, text=text, format=NAME, entries=tuple(entries))


def _fields(record: re.Match[str], line: int, starts: list[int]) -> Fields:
    fields = Fields(
        line=line, end_line=bisect_right(starts, record.end() - 1),
        start=record.start(), end=record.end(),
    )  # fmt: skip
    fields.title = _first(record, "title")
    fields.people = [PersonPlace(place) for place in _all(record, "author", within="authors")]
    fields.venue = _first(record, "secondary-title") or _first(record, "full-title")
    fields.year = _first(record, "year")
    doi, pmid = _first(record, "electronic-resource-num"), _first(record, "accession-num")
    fields.identifiers = [("doi", doi)] if doi else []
    if pmid and re.fullmatch(r"\d{4,9}", pmid.text):
        fields.identifiers.append(("pmid", pmid))
    fields.links = [("", place) for place in _all(record, "url", within="related-urls")]
    kind = re.search(r"<ref-type\b[^>]*\bname=\"([^\"<>]{1,60})\"", record.group())
    fields.kind = html.unescape(kind[1]) if kind else ""
    places = {name: _first(record, tag) for name, tag in _HINTS.items()}
    fields.hints = Hints.model_validate(
        {name: p.text for name, p in places.items() if p and p.text}
    )
    return fields


_HINTS = {"volume": "volume", "issue": "number", "page": "pages"}


def _first(record: re.Match[str], tag: str) -> Place | None:
    return next(_all(record, tag), None)


def _all(record: re.Match[str], tag: str, within: str = "") -> Iterator[Place]:
    """The elements of that name, of the first of those that hold them; styles within undone."""
    phrase, shift = record.group(), record.start()
    if f"</{tag}>" not in phrase:
        return
    if within:
        outer = re.search(rf"<{within}>(.*?)</{within}>", phrase, re.DOTALL)
        if outer is None:
            return
        phrase, shift = outer[1], shift + outer.start(1)
    for hit in re.finditer(rf"<{tag}\b[^<>]*>(.*?)</{tag}>", phrase, re.DOTALL):
        start, end = hit.span(1)
        while start < end and (
            lead := _TAG.match(phrase, start, end) or _BLANK.match(phrase, start, end)
        ):
            start = lead.end()
        for _ in range(MOST_STYLES):
            tail = _LAST.search(phrase, start, end)
            end = tail.start() if tail else end
        text = " ".join(html.unescape(_TAG.sub("", phrase[start:end])).split())
        if text:
            yield Place(start + shift, end + shift, text)


MOST_STYLES = 8
"""Tags and blanks taken off the end of a field."""
_BLANK = re.compile(r"\s+")
_LAST = re.compile(r"(?:</?[a-zA-Z][^<>]*>|(?<!\s)\s+)\Z")


def rewrite(_text: str, _entry: Entry, change: Change, _like: Entry | None) -> Rewriting:
    """Nothing: a library is changed in its program, and exported again."""
    return Rewriting(edits=(), proposed=change.text)
