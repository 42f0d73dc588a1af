"""The mappings of a YAML file that may be papers, each value with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pipeline.formats.fields import PersonPlace, Place
from pipeline.markup.yaml_nodes import extent, items, members, scalar
from pipeline.markup.yaml_pieces import Piece, pieces
from pipeline.reading.field_names import (
    AUTHORS,
    IN_ENGLISH,
    LINKS,
    VENUES,
    YEARS,
    elsewhere,
)

PEOPLE = ("authors", "author")
_FAMILY = ("family", "family-names", "last", "lastname", "last_name", "surname")
_GIVEN = ("given", "given-names", "first", "firstname", "first_name")
_TITLED = re.compile(rf"^[\s\-]*(?:title|{elsewhere('title')}):\s*\S", re.MULTILINE | re.IGNORECASE)
_GATHERED = ("links", "link", "urls", "url")
"""Keys that may lead to several links."""


@dataclass(slots=True)
class Item:
    """A mapping: what one paper may be."""

    line: int
    end_line: int
    start: int
    end: int
    listed: bool
    """Whether it is one of several, and no file's or key's only value."""
    sound: bool = True
    """Whether it is YAML."""
    values: dict[str, Place] = field(default_factory=dict)
    """Single values by their keys, in lower case."""
    people: list[PersonPlace] = field(default_factory=list)
    """Authors that are values of their own."""
    links: list[tuple[str, Place]] = field(default_factory=list)
    """What stands in a list or a mapping of links: label and address."""


def items_of(text: str) -> list[Item]:
    """Every mapping of the file, in the order of their places.

    What has a title and is no YAML, even by itself, is an item that is not sound and has no values.
    """
    all_items = chain.from_iterable(_within(piece) for piece in pieces(text))
    return sorted(all_items, key=lambda item: item.start)


def _within(piece: Piece) -> Iterator[Item]:
    if piece.node is None:
        yield from _broken(piece)
        return
    waiting: list[tuple[Node, bool]] = [(piece.node, False)]
    seen: set[int] = set()
    while waiting:
        node, listed = waiting.pop()
        if id(node) in seen:
            continue  # an anchor that holds its own alias
        seen.add(id(node))
        if isinstance(node, MappingNode):
            yield _item(piece, node, listed=listed)
            waiting += [(member, False) for member in members(node).values()]
        elif isinstance(node, SequenceNode):
            waiting += [(member, True) for member in items(node)]


def _broken(piece: Piece) -> Iterator[Item]:
    words = piece.text.rstrip()
    if _TITLED.search(words):
        first, last = piece.line + 1, piece.line + 1 + words.count("\n")
        yield Item(first, last, piece.at, piece.at + len(words), listed=True, sound=False)


def _item(piece: Piece, node: MappingNode, *, listed: bool) -> Item:
    named = _in_english(members(node))
    line, end_line, start, end = extent(node)
    own = [value for value in named.values() if not _holds_mappings(value)]
    if len(own) < len(named):
        # What stands within is an item of its own: this one ends where its own values do.
        _, end_line, _, end = max(
            map(extent, own), key=lambda e: e[3], default=(line, line, start, start)
        )
    at, below = piece.at, piece.line
    item = Item(line + below, end_line + below, start + at, end + at, listed)
    for key, value in named.items():
        place = _place(piece, value)
        if place:
            item.values[key] = place
    for key in PEOPLE:
        if not item.people and isinstance(named.get(key), SequenceNode):
            item.people = list(_people(piece, named[key]))
    for key in _GATHERED:
        if key in named and key not in item.values:
            item.links += _links(piece, key, named[key])
    return item


def _in_english(named: dict[str, Node]) -> dict[str, Node]:
    """The members, with the English names of fields that have none: ``标题`` is a title.

    Only where one says more than a title and a link, as a menu of a site does.
    """
    translated = {field: key for key in reversed(named) if (field := IN_ENGLISH.get(key))}
    own = {field for field, keys in _ENGLISH.items() if not named.keys().isdisjoint(keys)}
    if not {"authors", "venue", "year"} & (translated.keys() | own):
        return named
    return named | {field: named[key] for field, key in translated.items() if field not in own}


_ENGLISH = {
    "title": ("title", "paper_title"),
    "authors": AUTHORS,
    "venue": (*VENUES, "published_in"),
    "year": YEARS,
    "link": LINKS,
}


def _holds_mappings(node: Node) -> bool:
    return isinstance(node, SequenceNode) and any(isinstance(n, MappingNode) for n in node.value)


def _place(piece: Piece, node: Node | None) -> Place | None:
    """A single value, blanks levelled, without quotation marks or the head of a block."""
    value = scalar(node)
    if value is None or not isinstance(node, ScalarNode):
        return None
    start, end, text = value
    raw = piece.text[start:end]
    if node.style in ("|", ">"):
        head = raw.partition("\n")[0]
        words = raw[len(head) :]
        start, end = start + len(raw) - len(words.lstrip()), start + len(raw.rstrip())
    elif piece.tamed and not node.style:
        text = raw
    return Place(start + piece.at, end + piece.at, " ".join(text.split()))


def _people(piece: Piece, node: Node) -> Iterator[PersonPlace]:
    for person in items(node):
        place = _place(piece, person)
        if place:
            yield PersonPlace(place)
        elif isinstance(person, MappingNode):
            named = members(person)
            whole = _place(piece, named.get("name"))
            family, given = _first(piece, named, _FAMILY), _first(piece, named, _GIVEN)
            _, _, start, end = extent(person)
            if whole:
                yield PersonPlace(whole)
            elif family:
                text = f"{given.text} {family.text}" if given else family.text
                place = Place(start + piece.at, end + piece.at, text)
                yield PersonPlace(place, family.text, given.text if given else "")


def _first(piece: Piece, named: dict[str, Node], keys: tuple[str, ...]) -> Place | None:
    return next((place for key in keys if (place := _place(piece, named.get(key)))), None)


def _links(piece: Piece, key: str, node: Node) -> Iterator[tuple[str, Place]]:
    """``links: {paper: URL}``, ``links: [{name: arXiv, url: URL}]``, ``links: [URL]``."""
    for member in items(node):
        named = members(member)
        label = _first(piece, named, ("name", "label", "title", "type", "text"))
        for name, value in named.items() if named else [(key, member)]:
            place = _place(piece, value)
            if place and place.text.startswith(("http", "www.")):
                yield (label.text if label else name), place
