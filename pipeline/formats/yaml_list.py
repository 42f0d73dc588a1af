"""YAML lists of papers: items with ``title:``, ``authors:``, ``url:`` on lines of their own.

Read by lines, so that each value knows its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.addresses.in_text import clean_doi
from pipeline.addresses.urls import identify
from pipeline.formats import yaml_writing
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.encoding import repaired
from pipeline.markup.lines import Line, lines_of
from pipeline.markup.yaml_scalars import scalar, unfinished
from pipeline.reading.bylines import read_names, split_name
from pipeline.reading.venues import year_in
from pipeline.reading.wording import wording
from pipeline.reading.words import known_venue, label_kind
from pipeline.values.entry import Byline, Document, Entry, Link, Mention, Name, Reading, Year
from pipeline.values.identifiers import identifier
from pipeline.values.text import Span, Written

NAME = "yaml"
_PAIR = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[A-Za-z_][\w \-]{0,40}?):(?:[ ]+(?P<value>\S.*))?[ ]*$"
)
_ITEM = re.compile(r"(?P<lead>[ ]*-[ ]+)(?P<value>\S.*)$")
_NAME = re.compile(r"\"([^\"\n]+)\"|'([^'\n]+)'|([^\s,\"'\[\]](?:[^,\n]*[^\s,])?)")
MOST_FOLDED = 5_000
"""Code points of a value over several lines that are read: an abstract is not asked for."""
_LINKS = ("url", "link", "pdf", "paper", "paper_url", "arxiv", "doi_url", "href", "website")
_YEARS = ("year", "date", "published")
_PEOPLE = ("authors", "author")
_TITLES = ("paper_title", "paper", "publication", "name")
"""Titles of an item that says who wrote it, where none is called so."""
_FILE = re.compile(
    r"^(?:~|\.{1,2})?/\S|\.(?:pdf|docx?|pptx?|html?|md|txt|tex|ps|djvu)$", re.IGNORECASE
)
"""A path, or what ends as the name of a file does."""
_FEWEST, _TITLED = 4, 150
"""Words of a title in the place of a journal, and by how much they are more like one."""
_NUMBERS = ("arxiv", "arxiv_id", "eprint", "pmid", "pmcid")
_VENUES = ("venue", "journal", "conference", "booktitle", "publication", "published_in")


@dataclass(slots=True)
class _Item:
    """The lines of one paper."""

    line: int
    start: int
    indent: int
    end_line: int = 0
    end: int = 0
    values: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    """Key -> place and text of its value."""
    people: list[tuple[int, int, str]] = field(default_factory=list)
    open: str = ""
    """Key whose value stands on the lines below."""
    last: str = ""
    """Key of the value that may go on below."""
    begun: int = 0
    """Where that value begins, quotation mark included."""
    goes_on: bool = False
    folded: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where values over several lines begin and end; read when all of them is known."""


def accepts(path: str, text: str) -> bool:
    """.yml and .yaml."""
    return path.lower().endswith((".yml", ".yaml")) or (
        path == "-" and text.lstrip().startswith(("- title:", "papers:"))
    )


def read(document: Document) -> Reading:
    """The items that have a title."""
    text, repairs = repaired(document.text)
    titled = ((item, _title(item)) for item in _items(text))
    entries = [_entry(document.path, text, item, title) for item, title in titled if title]
    return Reading(
        document=document, text=text, format=NAME, entries=tuple(entries), repairs=repairs
    )


def _title(item: _Item) -> tuple[int, int, str] | None:
    """The place of the title: ``title:``, or ``paper_title:`` of what is signed and dated.

    ``title: MossNet`` beside a ``paper_title:`` is the name of a thing, as ``name:`` may be.
    """
    own = item.values.get("title", (0, 0, ""))
    if " " not in own[2]:
        for key in _TITLES:
            place = item.values.get(key)
            if place and _worded(place[2], key) and _told(item, key, named=bool(own[2])):
                return place if key != "publication" else item.values.pop(key)
    return own if own[2] else None


def _worded(value: str, key: str) -> bool:
    """Whether a value has a title's words: no "see the PDF", no file; no journal beside a name."""
    if " " not in value or _FILE.search(value) or label_kind(value):
        return False
    if key != "publication":
        return True
    said = wording(value, 0, len(value))
    telling = said.title - said.venue >= _TITLED * said.words
    return said.words >= _FEWEST and telling and not known_venue(value)


def _told(item: _Item, key: str, *, named: bool) -> bool:
    """Whether the value of this key is the title; a name that of what came out as a paper only."""
    placed = _first(item, _VENUES)
    if not (item.people or _first(item, _PEOPLE)) or not (placed or _first(item, _YEARS)):
        return False
    return key != "name" or (not named and (placed is not None or _leads_to_a_paper(item)))


def _leads_to_a_paper(item: _Item) -> bool:
    """Whether links and numbers are a paper's, and none is that of code: a tool has both."""
    links = tuple(_links(item))
    kinds = {identify(link.url).kind for link in links}
    return "other" not in kinds and ("paper" in kinds or any(_mentions(item, links)))


def _items(text: str) -> Iterator[_Item]:
    stack: list[_Item] = []
    done: list[_Item] = []
    for line in lines_of(text):
        found = _PAIR.match(line.text)
        indent = len(line.text) - len(line.text.lstrip(" "))
        deeper = bool(stack) and indent > stack[-1].indent
        if not line.text.strip() or (deeper and _folded(text, stack[-1], line)):
            continue
        if line.text[indent] == "#":
            continue
        if found and "-" in found["lead"]:
            column = len(found["lead"])
            signs = bool(stack) and stack[-1].open in _PEOPLE and column > stack[-1].indent
            if signs and found["key"] == "name":
                stack[-1].people.append(_value(text, line, found))
                continue
            done += _left(stack, column)
            stack.append(_Item(line.number, line.start + indent, column))
        elif found is None and stack:
            _continued(text, stack[-1], line)
            continue
        done += _left(stack, len(found["lead"]) + 1) if found else ()
        if stack and found and len(found["lead"]) == stack[-1].indent:
            _pair(text, stack[-1], line, found)
    for item in sorted([*done, *stack], key=lambda item: item.line):
        item.values |= {key: scalar(text, *place) for key, place in item.folded.items()}
        yield item


def _left(stack: list[_Item], column: int) -> Iterator[_Item]:
    """The items that end before a key at this column."""
    while stack and stack[-1].indent >= column:
        yield stack.pop()


def _folded(text: str, item: _Item, line: Line) -> bool:
    """Whether the line goes on with the last value, which then ends with it."""
    if item.open or not item.last or not item.goes_on:
        return False
    if item.end - item.begun <= MOST_FOLDED:
        item.end_line, item.end = line.number, line.start + len(line.text)
        item.folded[item.last] = item.begun, item.end
        item.goes_on = unfinished(line.text, text[item.begun])
    return True


def _continued(text: str, item: _Item, line: Line) -> None:
    person = _ITEM.match(line.text)
    if person and item.open in _PEOPLE:
        item.people.append(_value(text, line, person))
        item.end_line, item.end = line.number, line.start + len(line.text)


def _pair(text: str, item: _Item, line: Line, found: re.Match[str]) -> None:
    key = found["key"].strip().lower()
    value = found["value"] or ""
    item.open, item.last = key if not value else "", ""
    item.end_line, item.end = line.number, line.start + len(line.text)
    if value and not value.startswith(("|", ">", "&", "*", "{")):
        new = item.values.setdefault(key, _value(text, line, found))
        item.last = key if new[0] >= line.start else ""
        item.begun = line.start + found.start("value")
        item.goes_on = unfinished(value[1:], value[0])


def _value(text: str, line: Line, found: re.Match[str]) -> tuple[int, int, str]:
    return scalar(text, line.start + found.start("value"), line.start + len(line.text))


def _written(text: str, place: tuple[int, int, str] | None) -> Written | None:
    if place is None or not place[2].strip():
        return None
    span = Span(start=place[0], end=place[1])
    return Written(text=place[2].strip().rstrip("."), raw=span.cut(text), span=span)


def _first(item: _Item, keys: tuple[str, ...]) -> tuple[int, int, str] | None:
    return next((item.values[key] for key in keys if key in item.values), None)


def _entry(path: str, text: str, item: _Item, title: tuple[int, int, str]) -> Entry:
    links = tuple(_links(item))
    end = max(item.end, item.start)
    return Entry(
        id=f"{path}#L{item.line}",
        path=path,
        line=item.line,
        end_line=max(item.line, item.end_line),
        span=Span(start=item.start, end=end),
        format=NAME,
        title=_written(text, title),
        authors=_authors(text, item),
        venue=_written(text, _first(item, _VENUES)),
        year=_year(text, item),
        links=links,
        mentions=tuple(_mentions(item, links)),
    )


def _authors(text: str, item: _Item) -> Byline | None:
    place = _first(item, _PEOPLE)
    people = item.people or (_listed(text, place) if place else [])
    if people:
        names = tuple(_person(one) for one in people)
        span = Span(start=names[0].span.start, end=names[-1].span.end)
        return Byline(
            names=names,
            written=Written(text=", ".join(n.text for n in names), raw=span.cut(text), span=span),
        )
    if place is None:
        return None
    found = read_names(text, place[0], place[1])
    if found is None:
        return None
    names = tuple(
        Name(
            text=p.text,
            family=p.family,
            given=p.given,
            noise=p.noise,
            span=Span(start=p.start, end=p.end),
        )
        for p in found.people
    )
    span = Span(start=found.start, end=found.end)
    return Byline(
        names=names,
        et_al=found.et_al,
        written=Written(text=span.cut(text), raw=span.cut(text), span=span),
    )


def _listed(text: str, place: tuple[int, int, str]) -> list[tuple[int, int, str]]:
    """The names of ``[Ana Roca, "Li, Bo"]``."""
    start, end, _ = place
    if not (text[start:end].startswith("[") and text[start:end].endswith("]")):
        return []
    found = _NAME.finditer(text, start + 1, end - 1)
    spans = (next(m.span(n) for n in (1, 2, 3) if m[n] is not None) for m in found)
    return [(a, b, text[a:b]) for a, b in spans]


def _person(place: tuple[int, int, str]) -> Name:
    family, given = split_name(place[2], inverted="," in place[2])
    return Name(
        text=place[2],
        family=family or place[2],
        given=given,
        span=Span(start=place[0], end=place[1]),
    )


def _year(text: str, item: _Item) -> Year | None:
    place = _first(item, _YEARS)
    found = year_in(text, place[0], place[1]) if place else None
    if found is None:
        return None
    span = Span(start=found.start, end=found.end)
    return Year(
        value=found.value, written=Written(text=span.cut(text), raw=span.cut(text), span=span)
    )


def _links(item: _Item) -> Iterator[Link]:
    for key in _LINKS:
        place = item.values.get(key)
        if place is None or not place[2].startswith(("http", "www.", "/")):
            continue
        said = identify(place[2])
        yield Link(
            label=key,
            url=place[2],
            span=Span(start=place[0], end=place[1]),
            identifiers=said.identifiers,
            derived=said.derived,
            hints=said.hints,
            role="other" if said.kind == "other" else "paper",
        )


def _mentions(item: _Item, links: tuple[Link, ...]) -> Iterator[Mention]:
    place = item.values.get("doi")
    doi = (
        clean_doi(re.sub(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", place[2]))
        if place
        else None
    )
    if place and doi:
        yield Mention(identifier=doi, span=Span(start=place[0], end=place[1]), where="written")
    for key in _NUMBERS:
        start, end, said = item.values.get(key, (0, 0, ""))
        named = identifier(key.removesuffix("_id").replace("eprint", "arxiv"), said)
        if named and "://" not in said:
            yield Mention(identifier=named, span=Span(start=start, end=end), where="written")
    for link in links:
        for named in link.identifiers if link.role == "paper" else ():
            if named != doi:
                yield Mention(
                    identifier=named, span=link.span, where="derived" if link.derived else "link"
                )


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits, read again before they are offered; a missing field gets its own line."""
    return yaml_writing.rewrite(_excerpt, text, entry, change, like)


def _excerpt(path: str, text: str) -> tuple[Entry, ...]:
    return read(Document(path=path, text=text)).entries
