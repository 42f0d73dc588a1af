"""Plain text: a URL, DOI, arXiv id, PMID, title or reference a line; the last resort for any text.

A reference may go on over lines that are indented, or that bear no number where the others do.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from pipeline.addresses.in_text import Spoken, spoken
from pipeline.addresses.urls import identify
from pipeline.formats import markdown_writing
from pipeline.formats.plain_groups import URL, Group, groups_of
from pipeline.formats.plain_items import layout, told, understood
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.blocks import Line, lines_of
from pipeline.markup.encoding import garbled_words, repaired, words_within
from pipeline.reading.bylines import Names
from pipeline.reading.cited import Cited, Range, cited
from pipeline.reading.entries import one_line
from pipeline.values.entry import (
    Byline,
    Certainty,
    Document,
    Entry,
    Hints,
    Link,
    Mention,
    Name,
    Reading,
    Year,
)
from pipeline.values.text import Edit, Span, Written

NAME = "plain"
_MARK = re.compile(r"\s*(?:[-*+•]\s+|\d{1,4}[.)]\s+)?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONE_ARXIV = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?$")


def accepts(path: str, text: str) -> bool:
    """Text files, and whatever on standard input no other format wants."""
    return path.lower().endswith((".txt", ".text", ".list", ".urls", ".csv", ".tsv")) or (
        path == "-" and bool(text)
    )


def read(document: Document) -> Reading:
    """Each line that names a paper; comments (``# …``) and blank lines are none."""
    text, repairs = repaired(document.text)
    words = garbled_words(document.text, text, repairs) if repairs else []
    entries = tuple(entries_of(document.path, text))
    if words:
        entries = tuple(_with_words(entry, words) for entry in entries)
    return Reading(document=document, text=text, format=NAME, entries=entries, repairs=repairs)


def _with_words(entry: Entry, words: list[tuple[int, str, str]]) -> Entry:
    own = words_within(words, entry.span.start, entry.span.end)
    return entry.but(garbled=own) if own else entry


def entries_of(path: str, text: str, style: str = "") -> Iterator[Entry]:
    """The entries of a text, repaired before; ``style``: the layout of the list it is cut from."""
    read = [
        (entry, told(text, entry, group.lines) if _worded(text, entry) else None)
        for group in groups_of(lines_of(text))
        for entry in [_entry(path, text, group)]
    ]
    items = [item for _, item in read if item]
    slots = json.loads(style)["slots"] if style else layout(items)
    kept = json.dumps({"slots": slots}, ensure_ascii=False) if items else ""
    for entry, item in read:
        found = understood(text, item, slots) if item else None
        if found:
            yield found.but(style=kept)
        elif entry.title or entry.links or entry.mentions or entry.authors:
            yield entry


def _worded(text: str, entry: Entry) -> bool:
    """Whether an entry that is no reference has words besides its links."""
    if entry.authors:
        return False
    said = URL.sub(" ", entry.span.cut(text))
    return len(_WORD.findall(said)) > _FEW


_FEW = 2


def _entry(path: str, text: str, group: Group) -> Entry:
    lines = group.lines
    first, last = lines[0], lines[-1]
    mark = _MARK.match(first.text)
    begin = mark.end() if mark else 0
    start, end = first.start + begin, last.start + len(last.text.rstrip())
    links = tuple(link for line in lines for link in _links(line, begin if line is first else 0))
    said = tuple(one for line in lines for one in _said(line, begin if line is first else 0, links))
    entry = Entry(
        id=f"{path}#L{first.number}", path=path, line=first.number, end_line=last.number,
        span=Span(start=start, end=end), format=NAME, certainty=_GUESSED, links=links,
        mentions=tuple(dict.fromkeys(said)), section=(group.section,) if group.section else (),
    )  # fmt: skip
    found = cited(text, start, _before_numbers(entry, end))
    if found:
        return _referring(text, entry, found)
    return entry if links or said else entry.but(title=_title(first, begin))


def _before_numbers(entry: Entry, end: int) -> int:
    """Where a reference ends: at its address or DOI."""
    return min(
        [end, *(link.span.start for link in entry.links), *(m.span.start for m in entry.mentions)]
    )


def _referring(text: str, entry: Entry, found: Cited) -> Entry:
    """The entry with the fields of its reference."""
    year = _written(text, found.year)
    venue = _written(text, found.venue)
    return entry.but(
        title=_written(text, found.title), venue=venue, authors=_byline(text, found.names),
        year=Year(value=int(year.text), written=year) if year else None,
        hints=Hints(
            journal=venue.text if venue else None, volume=found.volume or None,
            page=found.page or None, year=int(year.text) if year else None,
        ),
        certainty=Certainty() if found.complete else _GUESSED,
    )  # fmt: skip


def _written(text: str, place: Range | None) -> Written | None:
    if place is None:
        return None
    raw = text[slice(*place)]
    return Written(text=one_line(raw), raw=raw, span=Span(start=place[0], end=place[1]))


def _byline(text: str, names: Names) -> Byline | None:
    whole = _written(text, (names.start, names.end))
    people = tuple(
        Name(
            text=one_line(person.text), family=one_line(person.family) or one_line(person.text),
            given=one_line(person.given), span=Span(start=person.start, end=person.end),
            noise=person.noise,
        )
        for person in names.people
    )  # fmt: skip
    return Byline(names=people, et_al=names.et_al, written=whole) if whole else None


_GUESSED = Certainty(title=0.9, authors=0.9, venue=0.9, year=0.9)
"""Nothing in plain text but its place tells a field."""


def _links(line: Line, begin: int) -> Iterator[Link]:
    for found in URL.finditer(line.text, begin):
        url = found.group().rstrip(".,;)")
        said = identify(url)
        yield Link(
            url=url,
            span=Span(start=line.start + found.start(), end=line.start + found.start() + len(url)),
            identifiers=said.identifiers,
            derived=said.derived,
            hints=said.hints,
            role="other" if said.kind == "other" else "paper",
        )


def _said(line: Line, begin: int, links: tuple[Link, ...]) -> Iterator[Mention]:
    begins = [link.span.start - line.start for link in links]
    for one in _written_ids(line.text, begin):
        before = bisect_right(begins, one.span.start) - 1
        if before < 0 or line.start + one.span.start >= links[before].span.end:
            span = Span(start=line.start + one.span.start, end=line.start + one.span.end)
            yield Mention(identifier=one.identifier, span=span, where="written")
    for link in links:
        for named in link.identifiers:
            yield Mention(
                identifier=named, span=link.span, where="derived" if link.derived else "link"
            )


def _written_ids(text: str, begin: int) -> Iterator[Spoken]:
    body = text[begin:].strip()
    if _LONE_ARXIV.match(body):
        found = next(spoken("arXiv:" + body), None)
        if found:
            yield found.but(span=Span(start=begin, end=begin + len(body)))
        return
    for one in spoken(text):
        if one.span.start >= begin:
            yield one


def _title(line: Line, begin: int) -> Written | None:
    """A line of three words or more is a title."""
    raw = line.text[begin:].rstrip()
    stripped = raw.strip('"“” ').rstrip(".")
    if len(_WORD.findall(stripped)) < 3 or len(stripped) > 400:
        return None
    at = line.start + begin + raw.index(stripped)
    return Written(
        text=re.sub(r"\s+", " ", stripped),
        raw=stripped,
        span=Span(start=at, end=at + len(stripped)),
    )


def _excerpt(path: str, text: str, style: str = "") -> tuple[Entry, ...]:
    return tuple(entries_of(path, text, style))


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """A title or an address in its place; a reference as its own words are set."""
    if entry.authors is not None or entry.style:
        read_again = partial(_excerpt, style=entry.style)
        return markdown_writing.rewrite(read_again, text, entry, change, like)
    if change.field == "title" and entry.title:
        return Rewriting(
            edits=(Edit(span=entry.title.span, replacement=" ".join(change.text.split())),),
            proposed=change.text,
        )
    if change.field == "link" and change.link < len(entry.links):
        return Rewriting(
            edits=(Edit(span=entry.links[change.link].span, replacement=change.text),),
            proposed=change.text,
        )
    if change.field == "doi":
        for mention in entry.mentions:
            if mention.where == "written" and mention.identifier.scheme == "doi":
                return Rewriting(
                    edits=(Edit(span=mention.span, replacement=change.text),), proposed=change.text
                )
    return Rewriting(edits=(), proposed=change.text)
