"""YAML lists of papers: items with ``title:``, ``authors:``, ``url:`` on lines of their own.

Read by lines, so that each value knows its place; a value that YAML folds over lines is read, but
not written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.encoding import repaired
from pipeline.format import Change, Rewriting
from pipeline.formats.blocks import Line, lines_of
from pipeline.formats.bylines import read_names, split_name
from pipeline.formats.venues import year_in
from pipeline.model import Byline, Document, Entry, Link, Mention, Name, Reading, Year
from pipeline.text import Edit, Span, Written
from pipeline.urls import clean_doi, identify

NAME = "yaml"
_PAIR = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[A-Za-z_][\w \-]{0,40}?):(?:[ ]+(?P<value>\S.*?))?[ ]*$"
)
_ITEM = re.compile(r"(?P<lead>[ ]*-[ ]+)(?P<value>\S.*?)[ ]*$")
_LINKS = ("url", "link", "pdf", "paper", "paper_url", "arxiv", "doi_url", "href", "website")
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


def accepts(path: str, text: str) -> bool:
    """.yml and .yaml."""
    return path.lower().endswith((".yml", ".yaml")) or (
        path == "-" and text.lstrip().startswith(("- title:", "papers:"))
    )


def read(document: Document) -> Reading:
    """The items that have a title."""
    text, repairs = repaired(document.text)
    titled = (item for item in _items(text) if item.values.get("title", (0, 0, ""))[2])
    entries = [_entry(document.path, text, item) for item in titled]
    return Reading(
        document=document, text=text, format=NAME, entries=tuple(entries), repairs=repairs
    )


def _items(text: str) -> Iterator[_Item]:
    stack: list[_Item] = []
    done: list[_Item] = []
    for line in lines_of(text):
        found = _PAIR.match(line.text)
        indent = len(line.text) - len(line.text.lstrip(" "))
        if not line.text.strip() or line.text.lstrip().startswith("#"):
            continue
        if found and "-" in found["lead"]:
            column = len(found["lead"])
            if stack and stack[-1].open and found["key"] == "name" and column > stack[-1].indent:
                stack[-1].people.append(_value(line, found.start("value"), found["value"] or ""))
                continue
            while stack and stack[-1].indent >= column:
                done.append(stack.pop())
            stack.append(_Item(line.number, line.start + indent, column))
        elif found is None and stack:
            _continued(stack[-1], line)
            continue
        while stack and found and len(found["lead"]) < stack[-1].indent:
            done.append(stack.pop())
        if stack and found and len(found["lead"]) == stack[-1].indent:
            _pair(stack[-1], line, found)
    yield from sorted([*done, *stack], key=lambda item: item.line)


def _continued(item: _Item, line: Line) -> None:
    person = _ITEM.match(line.text)
    if person and item.open in ("authors", "author"):
        item.people.append(_value(line, person.start("value"), person["value"]))
        item.end_line, item.end = line.number, line.start + len(line.text)


def _pair(item: _Item, line: Line, found: re.Match[str]) -> None:
    key = found["key"].strip().lower()
    value = found["value"] or ""
    item.open = key if not value else ""
    item.end_line, item.end = line.number, line.start + len(line.text)
    if value and not value.startswith(("|", ">", "&", "*", "{")):
        item.values.setdefault(key, _value(line, found.start("value"), value))


def _value(line: Line, at: int, raw: str) -> tuple[int, int, str]:
    """Place and text of a scalar without its quotation marks."""
    start = line.start + at
    if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "\"'":
        inner = raw[1:-1]
        said = inner.replace("''", "'") if raw[0] == "'" else inner.replace('\\"', '"')
        return start + 1, start + len(raw) - 1, said
    raw = re.sub(r"\s+#.*$", "", raw).strip()
    return start, start + len(raw), raw.strip("[]") if raw.startswith("[") else raw.lstrip("\"'")


def _written(text: str, place: tuple[int, int, str] | None) -> Written | None:
    if place is None or not place[2].strip():
        return None
    span = Span(start=place[0], end=place[1])
    return Written(text=place[2].strip().rstrip("."), raw=span.cut(text), span=span)


def _first(item: _Item, keys: tuple[str, ...]) -> tuple[int, int, str] | None:
    return next((item.values[key] for key in keys if key in item.values), None)


def _entry(path: str, text: str, item: _Item) -> Entry:
    links = tuple(_links(item))
    end = max(item.end, item.start)
    return Entry(
        id=f"{path}#L{item.line}",
        path=path,
        line=item.line,
        end_line=max(item.line, item.end_line),
        span=Span(start=item.start, end=end),
        format=NAME,
        title=_written(text, item.values.get("title")),
        authors=_authors(text, item),
        venue=_written(text, _first(item, _VENUES)),
        year=_year(text, item),
        links=links,
        mentions=tuple(_mentions(item, links)),
    )


def _authors(text: str, item: _Item) -> Byline | None:
    if item.people:
        names = tuple(_person(place) for place in item.people)
        span = Span(start=names[0].span.start, end=names[-1].span.end)
        return Byline(
            names=names,
            written=Written(text=", ".join(n.text for n in names), raw=span.cut(text), span=span),
        )
    place = _first(item, ("authors", "author"))
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


def _person(place: tuple[int, int, str]) -> Name:
    family, given = split_name(place[2], inverted="," in place[2])
    return Name(
        text=place[2],
        family=family or place[2],
        given=given,
        span=Span(start=place[0], end=place[1]),
    )


def _year(text: str, item: _Item) -> Year | None:
    place = _first(item, ("year", "date", "published"))
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
    for link in links:
        for named in link.identifiers if link.role == "paper" else ():
            if named != doi:
                yield Mention(
                    identifier=named, span=link.span, where="derived" if link.derived else "link"
                )


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:  # noqa: ARG001  values have no manner
    """A scalar in its place; names and new keys are proposed, not written."""
    said = " ".join(change.text.split())
    year = entry.year.written if entry.year else None
    place = {"title": entry.title, "venue": entry.venue, "year": year}.get(change.field)
    if change.field == "link" and change.link < len(entry.links):
        return Rewriting(
            edits=(Edit(span=entry.links[change.link].span, replacement=said),), proposed=said
        )
    if change.field == "authors":
        return Rewriting(
            edits=(),
            proposed=", ".join(p.literal or f"{p.given} {p.family}".strip() for p in change.people),
        )
    if place is None:
        return Rewriting(edits=(), proposed=said)
    before = text[place.span.start - 1 : place.span.start]
    plain = (
        before not in "\"'"
        and re.search(r"[:#\[\]{}&*!|>'\"%@`,]", said) is not None
        and change.field != "year"
    )
    spelt = (
        '"' + said.replace("\\", "\\\\").replace('"', '\\"') + '"'
        if plain
        else said.replace("'", "''")
        if before == "'"
        else said.replace('"', '\\"')
        if before == '"'
        else said
    )
    return Rewriting(edits=(Edit(span=place.span, replacement=spelt),), proposed=said)
