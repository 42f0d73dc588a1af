"""Plain text: one URL, DOI, arXiv id, PMID or title per line; the last resort for any text."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.addresses.urls import Spoken, identify, spoken
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.blocks import Line, lines_of
from pipeline.markup.encoding import garbled_words, repaired, words_within
from pipeline.values.entry import Certainty, Document, Entry, Link, Mention, Reading
from pipeline.values.text import Edit, Span, Written

NAME = "plain"
_URL = re.compile(
    r"https?://[^\s<>\"]+|(?<![\w.])(?:www|doi|dx\.doi|arxiv)\.[\w.-]{1,200}/[^\s<>\"]+",
    re.IGNORECASE,
)
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
    entries = tuple(_entries(document.path, text))
    if words:
        entries = tuple(_with_words(entry, words) for entry in entries)
    return Reading(document=document, text=text, format=NAME, entries=entries, repairs=repairs)


def _with_words(entry: Entry, words: list[tuple[int, str, str]]) -> Entry:
    own = words_within(words, entry.span.start, entry.span.end)
    return entry.but(garbled=own) if own else entry


def _entries(path: str, text: str) -> Iterator[Entry]:
    for line in lines_of(text):
        body = line.text.strip()
        if body and not body.startswith(("#", "//", ";", "%")):
            entry = _entry(path, line)
            if entry:
                yield entry


def _entry(path: str, line: Line) -> Entry | None:
    mark = _MARK.match(line.text)
    begin = mark.end() if mark else 0
    start, end = line.start + begin, line.start + len(line.text.rstrip())
    links = tuple(_links(line, begin))
    said = tuple(_said(line, begin, links))
    title = None if links or said else _title(line, begin)
    if not links and not said and title is None:
        return None
    return Entry(
        id=f"{path}#L{line.number}",
        path=path,
        line=line.number,
        end_line=line.number,
        span=Span(start=start, end=end),
        format=NAME,
        title=title,
        certainty=_GUESSED,
        links=links,
        mentions=said,
    )


_GUESSED = Certainty(title=0.9, authors=0.9, venue=0.9, year=0.9)
"""Nothing in plain text but its place tells a field."""


def _links(line: Line, begin: int) -> Iterator[Link]:
    for found in _URL.finditer(line.text, begin):
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


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:  # noqa: ARG001  the shape of every format
    """A title or an address in its place; a line has room for nothing else."""
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
