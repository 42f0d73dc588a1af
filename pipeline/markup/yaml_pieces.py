"""A YAML file as PyYAML composes it, or, where it is not valid, piece by piece.

One item that is no YAML must not cost its neighbours. So such a file is taken apart at its dashes,
the outermost first. In a piece that is not valid by itself, what people forget to quote (``title:
Moss: a study``) is hidden from PyYAML behind as many letters, so that every place stays what it
is; its words are then taken from the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml
from yaml.nodes import Node

from pipeline.markup.yaml_nodes import LOADER
from pipeline.markup.yaml_scalars import goes_on

_LINE = re.compile(r"^(?P<blanks>[ \t]*+)(?:(?P<dash>-(?=[ \t]+\S))|[^\s#])", re.MULTILINE)
"""A line that says something; whether it begins an item."""
_PAIR = re.compile(r"^([ \t]*(?:-[ \t]+)*[A-Za-z_][\w \-]{0,40}:[ \t]+)(\S[^\r\n]*)", re.MULTILINE)
_SIGNS = re.compile(r"[^\w\s]")
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML allows nowhere (1.2.2, 5.1)."""
MOST_WITHIN = 8
"""Items within items that are taken apart where they are not valid: each costs another reading."""
_Parts = list[tuple[int, int]]


class Piece(NamedTuple):
    """A tree, and what is to be added to its places to have those of the file."""

    node: Node | None
    """None: not valid, and nothing in it can be taken apart."""
    text: str
    """The piece as it stands."""
    at: int
    line: int
    """Lines of the file before the piece."""
    tamed: bool
    """Whether signs were hidden: a plain scalar's own words are those of the text."""


def pieces(text: str) -> Iterator[Piece]:
    """The trees of a file; of what is no YAML at all, nothing."""
    nodes = _documents(text)
    if nodes is not None:
        yield from (Piece(node, text, 0, 0, tamed=False) for node in nodes)
    else:
        yield from _inner(text, 0, 0, _parted(text, within=False))


def _inner(text: str, at: int, line: int, parts: _Parts, depth: int = 0) -> Iterator[Piece]:
    before = 0
    for start, end in parts:
        line += text.count("\n", before, start)
        before = start
        yield from _piece(text[start:end], at + start, line, depth + 1)


def _piece(text: str, at: int, line: int, depth: int) -> Iterator[Piece]:
    nodes, tamed = _documents(text), False
    if nodes is None:
        nodes, tamed = _documents(_tamed(text)), True
    parts = _parted(text, within=True) if nodes is None and depth < MOST_WITHIN else []
    if parts:
        yield from _inner(text, at, line, parts, depth)
    else:
        yield from (Piece(node, text, at, line, tamed) for node in nodes or (None,))


def _documents(text: str) -> list[Node] | None:
    """All documents of a text; None if it is not valid."""
    try:
        return list(yaml.compose_all(text, Loader=LOADER))
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _parted(text: str, *, within: bool) -> _Parts:
    """Where the items within no other begin and end; the dash that begins the text is left out.

    An item ends where a line stands no deeper than its dash.
    """
    parts: _Parts = []
    column = start = -1
    for hit in _LINE.finditer(text):
        if within and not hit.start():
            continue
        depth = len(hit["blanks"])
        if start >= 0 and depth <= column:
            parts.append((start, hit.start()))
            start = -1
        if start < 0 and hit["dash"]:
            column, start = depth, hit.start()
    return [*parts, (start, len(text))] if start >= 0 else parts


def _tamed(text: str) -> str:
    """The text, place for place, without what keeps its single values from being read."""
    return _PAIR.sub(_value, _HIDDEN.sub("x", text)).replace("\t", " ")


def _value(hit: re.Match[str]) -> str:
    value = hit[2]
    if value[0] in "|>" or goes_on(value) or _documents(f"k: {value}") is not None:
        return hit[0]
    return hit[1] + _SIGNS.sub("x", value)
