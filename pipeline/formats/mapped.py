"""Works as mappings of a YAML file whose keys a published format fixes: what those formats share.

Read with PyYAML's places, edited in place; a missing field gets a line of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from yaml.nodes import MappingNode, Node

from pipeline.formats.fields import Fields, PersonPlace, Place, entry_of
from pipeline.formats.protocol import Change, Rewriting, place_of
from pipeline.markup.encoding import repaired
from pipeline.markup.yaml_nodes import composed, extent, items, members, scalar
from pipeline.markup.yaml_scalars import quoted, spelt, word_by_word
from pipeline.values.entry import Document, Entry, Hints, Reading
from pipeline.values.text import Edit, Span
from pipeline.values.work import Person


class Schema(NamedTuple):
    """How such a format names things; a dotted name leads into a mapping within."""

    name: str
    works: Callable[[Node], Iterator[tuple[str, Node]]]
    """Key and mapping of each work of a file."""
    title: tuple[str, ...]
    people: tuple[str, ...]
    family: tuple[str, ...]
    given: tuple[str, ...]
    literal: tuple[str, ...]
    venue: tuple[str, ...]
    year: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    """Name and scheme."""
    links: tuple[str, ...]
    volume: tuple[str, ...]
    issue: tuple[str, ...]
    page: tuple[str, ...]
    new: dict[str, str]
    """Field of a change -> key of the line that is added for it."""


def read(document: Document, schema: Schema) -> Reading:
    """Every work of the file; a file that is no YAML has none."""
    text, repairs = repaired(document.text)
    root = composed(text)
    works = schema.works(root) if root is not None else iter(())
    entries = tuple(
        entry_of(document.path, text, schema.name, _fields(key, node, schema))
        for key, node in works
        if isinstance(node, MappingNode)
    )
    return Reading(
        document=document, text=text, format=schema.name, entries=entries, repairs=repairs
    )


def _fields(key: str, node: Node, schema: Schema) -> Fields:
    line, end_line, start, end = extent(node)
    fields = Fields(
        line=line, end_line=end_line, start=start, end=end, key=key,
        title=_place(node, schema.title),
        venue=_place(node, schema.venue),
        year=_place(node, schema.year),
        hints=_hints(node, schema),
    )  # fmt: skip
    for name in schema.people:
        fields.people = [
            person_place
            for person_place in map(_person(schema), items(_within(node, name)))
            if person_place
        ]
        if fields.people:
            break
    for name in schema.links:
        place = _place(node, (name,))
        if place and place.text.startswith(("http", "www.")):
            fields.links.append((name, place))
    places = ((scheme, _place(node, (name,))) for name, scheme in schema.identifiers)
    fields.identifiers = [(scheme, place) for scheme, place in places if place]
    return fields


def _within(node: Node | None, name: str) -> Node | None:
    """What a dotted name leads to; of a list its first mapping is meant."""
    for part in name.split("."):
        inside = next((n for n in items(node) if isinstance(n, MappingNode)), None)
        node = members(inside).get(part)
    return node


def _place(node: Node, names: Sequence[str]) -> Place | None:
    for name in names:
        member = _within(node, name)
        value = scalar(members(member).get("value", member)) if member is not None else None
        if value:
            return Place(value.start, value.end, value.text)
    return None


def _hints(node: Node, schema: Schema) -> Hints:
    def hint(names: tuple[str, ...]) -> str | None:
        place = _place(node, names)
        return place.text if place else None

    page = (hint(schema.page) or "").replace("–", "-").split("-")[0].strip()
    return Hints(volume=hint(schema.volume), issue=hint(schema.issue), page=page or None)


def _person(schema: Schema) -> Callable[[Node], PersonPlace | None]:
    def person(node: Node) -> PersonPlace | None:
        whole = scalar(node)
        if whole:
            return PersonPlace(Place(whole.start, whole.end, whole.text))
        family, given = _place(node, schema.family), _place(node, schema.given)
        literal = _place(node, schema.literal)
        _, _, start, end = extent(node)
        if family is None:
            text = literal.text if literal else ""
            return PersonPlace(Place(start, end, text), text) if text else None
        shown = f"{given.text} {family.text}" if given else family.text
        return PersonPlace(Place(start, end, shown), family.text, given.text if given else "")

    return person


# ---------------------------------------------------------------- writing


def rewrite(text: str, entry: Entry, change: Change, schema: Schema) -> Rewriting:
    """The smallest edits; none for a value over several lines of a block."""
    if change.field == "authors":
        shown = "; ".join(p.literal or f"{p.given} {p.family}".strip() for p in change.people)
        return Rewriting(edits=_authors(text, entry, change, schema), proposed=shown)
    phrase = " ".join(change.text.split())
    span = place_of(entry, change)
    if span is None:
        edits = _added(text, entry, change.field, phrase, schema)
    elif text[span.start : span.start + 1] in ("|", ">"):
        edits = ()
    elif change.field == "title":
        edits = word_by_word(text, span, phrase)
    else:
        edits = (Edit(span=span, replacement=spelt(text, span, phrase)),)
    return Rewriting(edits=edits, proposed=phrase)


def _added(text: str, entry: Entry, field: str, phrase: str, schema: Schema) -> tuple[Edit, ...]:
    """A line behind the title, at its column."""
    if field not in schema.new or entry.title is None:
        return ()
    first = text.rfind("\n", 0, entry.title.span.start) + 1
    end = text.find("\n", entry.title.span.end)
    end = len(text) if end < 0 else end
    lead = text[first : entry.title.span.start]
    if "{" in lead or ":" not in lead:
        return ()  # all on one line, or a title on a line below its key
    indent = " " * (len(lead) - len(lead.lstrip(" -")))
    at = end - text[:end].endswith("\r")
    ending = "\r\n" if text[at : at + 2] == "\r\n" else "\n"
    replacement = f"{ending}{indent}{schema.new[field]}: {quoted(phrase)}"
    return (Edit(span=Span(start=at, end=at), replacement=replacement),)


def _authors(text: str, entry: Entry, change: Change, schema: Schema) -> tuple[Edit, ...]:
    """Each name as the others are written; nothing where what parts them is not all alike."""
    names = entry.authors.names if entry.authors else ()
    kept = change.kept or (None,) * len(change.people)
    if not names or change.et_al or any(person.suffix for person in change.people):
        return ()
    raws = [name.span.cut(text) for name in names]
    lead = text[text.rfind("\n", 0, names[0].span.start) + 1 : names[0].span.start]
    new = [
        raws[k] if k is not None else _spelt(text, names[0].span, person, lead, schema)
        for person, k in zip(change.people, kept, strict=True)
    ]
    if len(new) == len(raws) and all(k in (None, n) for n, k in enumerate(kept)):
        return tuple(
            Edit(span=name.span, replacement=raw)
            for name, raw, k in zip(names, new, kept, strict=True)
            if k is None
        )
    gap = _gap(text, [name.span for name in names], lead)
    if gap is None:
        return ()
    span = Span(start=names[0].span.start, end=names[-1].span.end)
    return (Edit(span=span, replacement=gap.join(new)),)


def _gap(text: str, names: Sequence[Span], lead: str) -> str | None:
    """What parts two names, quotation marks included; a lone name of a list shows it too."""
    gaps = {text[a.end : b.start] for a, b in pairwise(names)}
    if gaps:
        return gaps.pop() if len(gaps) == 1 else None
    return f"\n{lead}" if lead.strip() == "-" and "\r" not in text else None


def _spelt(text: str, first: Span, person: Person, lead: str, schema: Schema) -> str:
    """A name as the first one is written: one value, or a mapping of its parts."""
    whole = " " * len(lead) + first.cut(text)  # its lines stand one below the other
    if isinstance(composed(whole), MappingNode):
        ending = "\r\n" if "\r\n" in text else "\n"
        parts = (
            ((schema.family, person.family), (schema.given, person.given))
            if person.family
            else ((schema.literal, person.literal),)
        )
        lines = [f"{keys[0]}: {quoted(phrase)}" for keys, phrase in parts if phrase]
        return (ending + " " * len(lead)).join(lines)
    shown = (person.family, person.given, person.suffix)
    words = ", ".join(part for part in shown if part) or person.literal
    return spelt(text, first, words)
