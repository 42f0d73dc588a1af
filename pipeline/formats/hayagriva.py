"""Hayagriva: Typst's bibliography files. Edited in place.

Source: the Hayagriva file format, fields of an entry.
"""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from pipeline.formats import mapped
from pipeline.formats.protocol import Change, Rewriting
from pipeline.values.entry import Document, Entry, Reading

NAME = "hayagriva"
_ENTRY = re.compile(
    r"^[^\s#\-][^\n]*:[ \t]*\r?\n(?:[ ]+(?:\S[^\r\n]*)?\r?\n)*?[ ]+type:[ ]", re.MULTILINE
)
_WHOLE = 20_000
"""Code points in which the first entry has to say its type."""


def _works(root: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(root, MappingNode):
        for key, node in root.value:
            if isinstance(key, ScalarNode):
                yield key.value, node


SCHEMA = mapped.Schema(
    name=NAME,
    works=_works,
    title=("title",),
    people=("author", "authors"),
    family=("name",),
    given=("given-name",),
    literal=("alias",),
    venue=("parent.title",),
    year=("date",),
    identifiers=(
        ("serial-number.doi", "doi"), ("serial-number.arxiv", "arxiv"),
        ("serial-number.pmid", "pmid"), ("serial-number.pmcid", "pmcid"), ("doi", "doi"),
    ),
    links=("url",),
    volume=("parent.volume", "volume"),
    issue=("parent.issue", "issue"),
    page=("page-range",),
    new={"year": "date", "link": "url"},
)  # fmt: skip


def accepts(path: str, text: str) -> bool:
    """A YAML file whose entries stand under keys of their own and say their type."""
    named = path.lower().endswith((".yml", ".yaml"))
    return named and _ENTRY.search(text[:_WHOLE]) is not None and "title:" in text


def read(document: Document) -> Reading:
    """Every entry of the file."""
    return mapped.read(document, SCHEMA)


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:  # noqa: ARG001  names are written as they were
    """The smallest edits; a missing field gets a line of its own."""
    return mapped.rewrite(text, entry, change, SCHEMA)
