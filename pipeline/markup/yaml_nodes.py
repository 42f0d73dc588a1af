"""YAML composed by PyYAML into nodes that know where they stand. Nothing of it is constructed.

An alias is its anchor's node, so a small text may stand for a huge tree: nobody walks it whole.
"""

from typing import NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C, if this machine has it."""


class Scalar(NamedTuple):
    """A value and where it stands, without its quotation marks."""

    start: int
    end: int
    text: str


def composed(text: str) -> Node | None:
    """The first document of the text; None for what is no YAML."""
    try:
        return yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def fault(text: str) -> str:
    """Where and why the text is no YAML; empty if it is."""
    try:
        yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        return f"{line}{error.problem}"
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return str(error).partition("\n")[0]
    return ""


def members(node: Node | None) -> dict[str, Node]:
    """The members of a mapping by their names in lower case; the first of a name counts.

    What is an alias of something in front of the mapping is none of its own.
    """
    by_name: dict[str, Node] = {}
    if isinstance(node, MappingNode):
        start = node.start_mark.index
        for key, value in node.value:
            if isinstance(key, ScalarNode) and value.start_mark.index >= start:
                by_name.setdefault(key.value.strip().lower(), value)
    return by_name


def items(node: Node | None) -> list[Node]:
    """The items that stand in a sequence; a lone mapping or scalar is its own only item.

    An alias is none: what it means stands elsewhere and is no copy to be mended here.
    """
    if isinstance(node, SequenceNode):
        start = node.start_mark.index
        return list(dict.fromkeys(item for item in node.value if item.start_mark.index >= start))
    return [] if node is None else [node]


def scalar(node: Node | None) -> Scalar | None:
    """The value of a scalar that says something."""
    if not isinstance(node, ScalarNode) or not node.value.strip():
        return None
    if not node.style and node.value in ("null", "~"):
        return None
    start, end = node.start_mark.index, node.end_mark.index
    marked = node.style in ("'", '"')
    return Scalar(start + marked, end - marked, node.value.strip())


def extent(node: Node) -> tuple[int, int, int, int]:
    """First and last line (1-based) and the place of a node, without the blanks behind it."""
    start, end = node.start_mark, _last(node)
    return start.line + 1, end.line + 1, start.index, end.index


def _last(node: Node) -> yaml.Mark:
    """Where the last scalar of a node ends: a block's own end lies in front of the next item."""
    while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
        last = node.value[-1]
        inner = last[1] if isinstance(last, tuple) else last
        if inner.start_mark.index <= node.start_mark.index:
            break  # an alias of what stands in front, or of the node itself
        node = inner
    return node.end_mark
