"""CITATION.cff: the works a repository refers to. Edited in place.

The software's own entry is left alone: it is not a reference.
Source: Citation File Format 1.2.0, keys of ``references`` and ``preferred-citation``.
"""

import re
from collections.abc import Iterator

from yaml.nodes import Node

from pipeline.formats import mapped
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.yaml_nodes import items, members
from pipeline.values.entry import Document, Entry, Reading

NAME = "cff"
_HEAD = re.compile(r"^cff-version:", re.MULTILINE)


def _works(root: Node) -> Iterator[tuple[str, Node]]:
    named = members(root)
    for key in ("preferred-citation", "references"):
        for node in items(named.get(key)):
            yield "", node


SCHEMA = mapped.Schema(
    name=NAME,
    works=_works,
    title=("title",),
    people=("authors",),
    family=("family-names",),
    given=("given-names",),
    literal=("name", "alias"),
    venue=("journal", "collection-title", "conference.name"),
    year=("year", "date-published", "date-released"),
    identifiers=(("doi", "doi"), ("pmcid", "pmcid"), ("pmid", "pmid")),
    links=("url", "repository-code"),
    volume=("volume",),
    issue=("issue",),
    page=("start", "pages"),
    new={"venue": "journal", "year": "year", "link": "url", "doi": "doi"},
)


def accepts(path: str, text: str) -> bool:
    """By its name or its first key."""
    return path.lower().endswith(".cff") or (
        path.rsplit("/", 1)[-1] in ("-", "CITATION") and _HEAD.search(text) is not None
    )


def read(document: Document) -> Reading:
    """Every reference of the file."""
    return mapped.read(document, SCHEMA)


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:  # noqa: ARG001  names are parts here, no manner
    """The smallest edits; a missing field gets a line of its own."""
    return mapped.rewrite(text, entry, change, SCHEMA)
