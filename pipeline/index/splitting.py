"""A stream of a dump parted into raw records, one in memory at a time."""

import json
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from pipeline.index.files import BROKEN
from pipeline.sources.dblp_dump import KINDS

CHUNK = 1 << 20
LONGEST = 64 << 20
"""Characters without an end of a record, after which this is no such dump."""
_SPACE = re.compile(r"[\s,]*")


class OtherSchemaError(Exception):
    """The stream is no dump of the kind that it was given for."""


def lines(stream: BinaryIO) -> Iterator[str]:
    """Lines that hold anything: JSON lines, one record each."""
    for line in stream:
        text = line.decode("utf-8", errors="replace").strip()
        if text:
            yield text


def items(stream: BinaryIO) -> Iterator[str]:
    """Records of Crossref: JSON lines, or the older ``{"items": [...]}``."""
    head = next(chunks(stream), b"")
    start = re.match(rb'\s*(?:\{\s*"items"\s*:\s*)?\[', head)
    if start is None:
        yield from lines(_Joined(head, stream))  # type: ignore[arg-type]  # a stream of lines is all that is asked
        return
    yield from _array(head[start.end() :], stream)


class _Joined:
    """What was read of a stream and the rest of it, by lines."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def __iter__(self) -> Iterator[bytes]:
        *whole, last = self._head.split(b"\n")
        yield from whole
        yield last + self._stream.readline()
        yield from self._stream


def _array(rest: bytes, stream: BinaryIO) -> Iterator[str]:
    """The elements of an array, each as its text."""
    whole, broken = _whatever_is_there(rest, stream)
    text, decoder, place = whole.decode("utf-8", errors="replace"), json.JSONDecoder(), 0
    while not text.startswith("]", place := _end_of(_SPACE, text, place)):
        try:
            _, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            raise broken or EOFError("the list of records ends in the midst of one") from error
        yield text[place:end]
        place = end


def _whatever_is_there(rest: bytes, stream: BinaryIO) -> tuple[bytes, Exception | None]:
    """The stream as far as it can be read, and what stopped it."""
    pieces = [rest]
    try:
        pieces.extend(chunks(stream))
    except BROKEN as error:
        return b"".join(pieces), error
    return b"".join(pieces), None


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream in pieces: what stands before a damage comes before the damage shows."""
    read = getattr(stream, "read1", stream.read)
    while chunk := read(CHUNK):
        yield chunk


def _end_of(pattern: re.Pattern[str], text: str, place: int) -> int:
    hit = pattern.match(text, place)
    return hit.end() if hit else place


def _elements(names: tuple[str, ...], root: str) -> Callable[[BinaryIO], Iterator[str]]:
    """Splits XML at the elements of these names, which hold none of each other.

    Without a parser: a record that is not well-formed is that record's fault alone.
    """
    starts = re.compile(rf"<({'|'.join(names)})[\s>]")

    def split(stream: BinaryIO) -> Iterator[str]:
        text, seen = "", False
        for chunk in chunks(stream):
            text += _decoded(chunk)
            if not seen and not (seen := f"<{root}" in text):
                if len(text) > CHUNK:
                    raise OtherSchemaError(f"there is no <{root}> in it")
                continue
            place = 0
            for start, end in _whole(starts, text):
                yield text[start:end]
                place = end
            text = text[place:]
            if len(text) > LONGEST:
                raise OtherSchemaError("a record has no end")
        if not seen:
            raise OtherSchemaError(f"there is no <{root}> in it")
        if f"</{root}>" not in text:
            raise EOFError(f"it ends before </{root}>")

    return split


def _whole(starts: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where each element stands that is there to its end."""
    place = 0
    while hit := starts.search(text, place):
        close = f"</{hit[1]}>"
        end = text.find(close, hit.end())
        if end < 0:
            return
        place = end + len(close)
        yield hit.start(), place


def _decoded(chunk: bytes) -> str:
    """Latin-1 keeps every byte, so that no letter is cut in two; see ``rightly``."""
    return chunk.decode("latin-1")


def rightly(raw: Iterator[str]) -> Iterator[str]:
    """Records cut out of bytes, read as the UTF-8 that they are."""
    for text in raw:
        yield text.encode("latin-1").decode("utf-8", errors="replace")


def _pubmed(stream: BinaryIO) -> Iterator[str]:
    names = ("PubmedArticle", "PubmedBookArticle", "DeleteCitation")
    yield from rightly(_elements(names, "PubmedArticleSet")(stream))


def _dblp(stream: BinaryIO) -> Iterator[str]:
    yield from rightly(_elements(KINDS, "dblp")(stream))


SPLIT: dict[str, Callable[[BinaryIO], Iterator[str]]] = {
    "crossref": items, "arxiv": lines, "pubmed": _pubmed, "dblp": _dblp,
}  # fmt: skip
"""Source -> its raw records; each raises ``EOFError`` where the stream ends too early."""
