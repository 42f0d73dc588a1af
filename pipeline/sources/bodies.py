"""Bodies opened safely: JSON however deep, XML without entities, fields however odd.

Every failure is a ``SourceFormatError``: what cannot be read is "could not be asked", never
"not found".
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeAlias
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, ParseError

from pipeline.sources.protocol import SourceFormatError, TooMuchError

try:
    import orjson
except ImportError:  # it comes with a local index, whose dumps are read by the million
    orjson = None  # type: ignore[assignment]

Json: TypeAlias = Any
"""JSON as it came; only sources handle it."""

MOST_PARTS = 600_000
"""Values or tags of one body, twice its attributes. Each takes a hundred bytes of memory and more,
however short it is; fifty records of Crossref have some thousand, two hundred of PubMed some
hundred thousand."""
MOST_LINES = 2_000_000
"""Of an XML body, whose texts come line by line; two hundred records of PubMed have 700,000."""

LONGEST = 12
"""Digits of a number that counts something."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def json_of(body: str, source: str, *, once: bool = False) -> Json:
    """The JSON value of a body; with ``once`` as a service sent it, who says nothing twice.

    Raises:
        SourceFormatError: it is none, is nested deeper than anything genuine, or has a key twice:
            nobody knows which of two titles is meant.
        TooMuchError: it has more parts than can be taken in at once.

    """
    _bounded(sum(map(body.count, ",[{")), source)
    try:
        value = _STRICT.decode(body) if once else _decoded(body)
        if _SURROGATE.search(body):
            # Half a surrogate pair is no text: it could be neither kept nor written.
            whole = dumped(value).encode("utf-8", errors="replace").decode("utf-8")
            value = _decoded(whole)
    except (ValueError, RecursionError) as error:
        raise SourceFormatError(f"{source}: no JSON") from error
    return value


def _bounded(parts: int, source: str, most: int = MOST_PARTS) -> None:
    if parts > most:
        raise TooMuchError(f"{source}: more parts than can be taken in at once")


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """An object, each key of which stands in it once."""
    by_key = dict(pairs)
    if len(by_key) != len(pairs):
        raise ValueError("a key stands there twice")
    return by_key


def _nothing(_constant: str) -> None:
    """What stands for NaN and Infinity, which are not JSON."""


_STRICT = json.JSONDecoder(parse_constant=_nothing, object_pairs_hook=_once)
_DECODER = json.JSONDecoder(parse_constant=_nothing)
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _decoded(body: str) -> Json:
    """The value; of what the fast reader bears, which is stricter, it says the same.

    But for whole numbers of more than 64 bits, which no field has: they come as fractions.
    """
    if orjson is not None:
        with suppress(ValueError):
            return orjson.loads(body)
    return _DECODER.decode(body)


def object_of(body: str, source: str) -> dict[str, Json]:
    """The JSON object of a body.

    Raises:
        SourceFormatError: it is something else.

    """
    return _object(json_of(body, source), source)


def answer_of(body: str, source: str) -> dict[str, Json]:
    """The JSON object that a service sent.

    Raises:
        SourceFormatError: it is something else, or has a key twice.

    """
    return _object(json_of(body, source, once=True), source)


def _object(value: Json, source: str) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise SourceFormatError(f"{source}: no JSON object")
    return value


def dumped(record: Json) -> str:
    """A record as a payload: one line, real characters."""
    if orjson is not None:
        with suppress(TypeError):  # half a letter, or a number of more than 64 bits
            return str(orjson.dumps(record), "utf-8")
    return _ENCODER.encode(record)


def listed(value: Json) -> list[Json]:
    """A list, whatever came: an absent or odd field is an empty one."""
    return value if isinstance(value, list) else []


def objects(value: Json, source: str) -> list[dict[str, Json]]:
    """A list of records.

    What stands there for a record and is none may be the one that was asked for.

    Raises:
        SourceFormatError: it is no list, or holds something else than objects.

    """
    if not isinstance(value, list) or not all(isinstance(record, dict) for record in value):
        raise SourceFormatError(f"{source}: no list of records")
    return value


def whole(value: Json) -> int | None:
    """A whole number, written as such or in digits; None if it is none, or longer than any count.

    "²" is a digit to Python and no number, and one of 5,000 digits is refused by it.
    """
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, str):
        text = value.strip()
        value = int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None
    return value if value is not None and 0 <= value < 10**LONGEST else None


def mapped(value: Json) -> dict[str, Json]:
    """A mapping, whatever came."""
    return value if isinstance(value, dict) else {}


def xml_of(body: str, source: str) -> Element:
    """The root of an XML body; a DOCTYPE is borne and nothing of it loaded.

    PubMed's answers carry a DOCTYPE, so it cannot be forbidden; entity declarations are. Where none
    is, nothing can be declared, and the plain parser reads the same five times as fast.

    Raises:
        SourceFormatError: it is not well-formed, or declares entities.
        TooMuchError: it has more parts than can be taken in at once.

    """
    for sign, weight in ("<", 1), ("&", 1), ("=", 2):
        _bounded(weight * body.count(sign), source)
    _bounded(body.count("\n") + body.count("\r"), source, MOST_LINES)
    try:
        declares = "<!DOCTYPE" in body or "<!ENTITY" in body
        return _defused(body) if declares else ET.fromstring(body)  # noqa: S314  nothing is declared
    except (ParseError, ValueError, RecursionError) as error:
        raise SourceFormatError(f"{source}: no well-formed XML") from error


def _defused(body: str) -> Element:
    """The root of a body that declares something; what is dangerous is a ``ValueError``."""
    from defusedxml import ElementTree  # noqa: PLC0415  only needed where a body declares something

    root: Element = ElementTree.fromstring(body)
    return root


def text_of(element: Element | None, path: str = "") -> str:
    """All text under an element, child elements' text included; empty if there is none."""
    node = element.find(path) if element is not None and path else element
    if node is None:
        return ""
    text = "".join(node.itertext()) if len(node) else node.text or ""
    return " ".join(text.split())


def all_below(element: Element | None, name: str) -> list[Element]:
    """The children of this name; of no element none."""
    return element.findall(name) if element is not None else []


def texts_of(element: Element, path: str) -> Iterator[str]:
    """The texts of every element at a path that has one."""
    yield from filter(None, (text_of(node) for node in element.findall(path)))
