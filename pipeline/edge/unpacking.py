"""Bodies as they were before they were packed: one coding at most, never more than a measure.

``Content-Encoding: gzip, gzip`` makes four gigabytes of three kilobytes, and a library that unpacks
whole pieces has unpacked them before anybody counts.
"""

import zlib
from collections.abc import Iterable

GZIP = 31
"""zlib's word for a gzip header and trailer, checked."""


class PackedError(Exception):
    """A body that cannot be unpacked; the message is for people."""


class TooLargeError(Exception):
    """A body beyond the measure."""


def unpacked(parts: Iterable[bytes], coding: str, most: int) -> bytearray:
    """The body of an answer whose ``Content-Encoding`` is ``coding``.

    Raises:
        PackedError: several codings or another than gzip, a damaged or a cut body.
        TooLargeError: it is larger than ``most``.

    """
    codings = [text for text in coding.lower().replace(" ", "").split(",") if text not in _PLAIN]
    if not codings:
        return _joined(parts, most)
    if codings not in (["gzip"], ["x-gzip"]):
        raise PackedError("sent a body packed in a way that was not asked for")
    return _unzipped(parts, most)


_PLAIN = ("", "identity")


def _joined(parts: Iterable[bytes], most: int) -> bytearray:
    body = bytearray()
    for part in parts:
        body += part
        if len(body) > most:
            raise TooLargeError
    return body


def _unzipped(parts: Iterable[bytes], most: int) -> bytearray:
    body, packer = bytearray(), zlib.decompressobj(GZIP)
    try:
        for part in parts:
            if packer.eof:
                break  # what follows is no part of the body
            body += packer.decompress(part, most - len(body) + 1)
            if len(body) > most:
                raise TooLargeError
    except zlib.error as error:
        raise PackedError("sent a body that cannot be unpacked") from error
    if not packer.eof:
        raise PackedError("sent a body that ends in the middle")
    return body
