"""JSON with places: what each value is and where it stands. Linear; None for what is no JSON."""

import json
import re
from dataclasses import dataclass, field

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"', re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_WORD = re.compile(r"true|false|null")
DEEPEST = 60
"""Levels of nesting; CSL-JSON has five."""


@dataclass(slots=True)
class Node:
    """A value and its place."""

    kind: str
    start: int
    end: int = 0
    value: object = None
    items: list["Node"] = field(default_factory=list)
    fields: dict[str, "Node"] = field(default_factory=dict)


def scan(text: str) -> Node | None:
    """The value that the text is; None if it is no JSON."""
    try:
        node = _value(text, _skip(text, 0), 0)
    except (ValueError, IndexError):
        return None
    return node if _skip(text, node.end) == len(text) else None


def fault(text: str) -> str:
    """Where and why the text is no JSON; empty if it is."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        why = error.msg.removesuffix(" starting at")
        return f"line {error.lineno}, column {error.colno}: {why[:1].lower()}{why[1:]}"
    except (RecursionError, ValueError) as error:
        return str(error)
    return ""


def _skip(text: str, at: int) -> int:
    hit = _SPACE.match(text, at)
    return hit.end() if hit else at


def _value(text: str, at: int, depth: int) -> Node:
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    char = text[at]
    if char == "{":
        return _dict(text, at, depth)
    if char == "[":
        return _list(text, at, depth)
    if char == '"':
        hit = _STRING.match(text, at)
        if hit is None:
            raise ValueError(at)
        return Node("string", at, hit.end(), json.loads(hit.group()))
    hit = _NUMBER.match(text, at) or _WORD.match(text, at)
    if hit is None:
        raise ValueError(at)
    kind = "word" if hit.group()[0] in "tfn" else "number"
    return Node(kind, at, hit.end(), json.loads(hit.group()))


def _list(text: str, at: int, depth: int) -> Node:
    node = Node("list", at)
    at = _skip(text, at + 1)
    while text[at] != "]":
        node.items.append(_value(text, at, depth + 1))
        at = _skip(text, node.items[-1].end)
        at = _next(text, at, "]")
    node.end = at + 1
    return node


def _dict(text: str, at: int, depth: int) -> Node:
    node = Node("dict", at)
    at = _skip(text, at + 1)
    while text[at] != "}":
        key = _STRING.match(text, at)
        if key is None:
            raise ValueError(at)
        at = _skip(text, key.end())
        if text[at] != ":":
            raise ValueError(at)
        value = _value(text, _skip(text, at + 1), depth + 1)
        node.fields[json.loads(key.group())] = value
        at = _next(text, _skip(text, value.end), "}")
    node.end = at + 1
    return node


def _next(text: str, at: int, close: str) -> int:
    """Behind a comma, or at the closing bracket."""
    if text[at] == ",":
        return _skip(text, at + 1)
    if text[at] != close:
        raise ValueError(at)
    return at
