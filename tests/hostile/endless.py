"""Answers that do not end, and answers that hold more than they seem: a server of raw bytes."""

import gzip
import itertools
import socket
import struct
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

PAUSE_S = 0.02
"""Between two pieces: sooner than any limit for one read."""
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
ZIPPED = OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
GZIP_HEAD = b"\x1f\x8b\x08%c\x00\x00\x00\x00\x00\xff"


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def _again(*first: bytes, then: bytes) -> Callable[[], Iterable[bytes]]:
    return lambda: itertools.chain(first, itertools.repeat(then))


SLOW: dict[str, Callable[[], Iterable[bytes]]] = {
    "headers that drip": _again(b"HTTP/1.1 200 OK\r\nX-A: ", then=b"a"),
    "an endless row of 103": _again(then=b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
    "a gzip header without end": _again(ZIPPED, _chunk(GZIP_HEAD % 8), then=_chunk(b"a" * 40)),
    "empty gzip blocks": _again(
        ZIPPED, _chunk(GZIP_HEAD % 0), then=_chunk(b"\x00\x00\x00\xff\xff" * 400)
    ),
    "marks between chunks": _again(
        OK + b"Transfer-Encoding: chunked\r\n\r\n", then=b"1;" + b"a" * 4000 + b"\r\n \r\n"
    ),
    "trailers without end": _again(
        OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", then=b"X-A: a\r\n"
    ),
    "a body that drips": _again(OK + b"Content-Length: 10000000\r\n\r\n", then=b" "),
}
"""What keeps a reader busy who only limits each read."""


def _whole(body: bytes, *headers: bytes) -> Callable[[], Iterable[bytes]]:
    head = OK + b"".join(one + b"\r\n" for one in headers)
    return lambda: (head + b"Content-Length: %d\r\n\r\n" % len(body), body)


def _zipped(pieces: Iterable[bytes]) -> bytes:
    """A gzip file made piece by piece: what it holds is in no memory at once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(piece) for piece in pieces) + packer.flush()


BOMB = _zipped(b" " * 1_000_000 for _ in range(400))
GZIP = b"Content-Encoding: gzip"
NESTED: dict[str, Callable[[], Iterable[bytes]]] = {
    "gzip in gzip": _whole(gzip.compress(BOMB), b"Content-Encoding: gzip, gzip"),
    "gzip in gzip in two headers": _whole(gzip.compress(BOMB), GZIP, GZIP),
    "four hundred megabytes of blanks": _whole(BOMB, GZIP),
    "five million lists": _whole(
        gzip.compress(b'{"status":"ok","message":{"items":[' + b"[]," * 5_000_000 + b"[]]}}"), GZIP
    ),
    "five million lists as XML": _whole(
        gzip.compress(b"<feed>" + b"<a/>" * 3_900_000 + b"</feed>"), GZIP
    ),
    "an element of half a million attributes": _whole(
        _zipped((b"<feed ", *(b'a%d="" ' % n for n in range(500_000)), b"></feed>")), GZIP
    ),
    "four million signs spelt out": _whole(
        gzip.compress(b"<feed>" + b"&lt;" * 3_900_000 + b"</feed>"), GZIP
    ),
    "fifteen million lines": _whole(
        gzip.compress(b"<feed>" + b"\n" * 15_000_000 + b"</feed>"), GZIP
    ),
    "a wide letter among narrow ones": _whole(
        gzip.compress(b'{"status":"' + b"a" * 15_000_000 + "\U00020000".encode() + b'"}'), GZIP
    ),
}  # fmt: skip
"""What takes more memory than it seems to."""


@contextmanager
def sending(pieces: Callable[[], Iterable[bytes]]) -> Iterator[str]:
    """The address of a server that answers every request with these pieces."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)

        def serve() -> None:
            while not over.is_set():
                with suppress(TimeoutError):
                    taken, _ = server.accept()
                    threading.Thread(
                        target=_answer, args=(taken, pieces(), over), daemon=True
                    ).start()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        over.set()
        thread.join()


def _answer(taken: socket.socket, pieces: Iterable[bytes], over: threading.Event) -> None:
    with taken, suppress(OSError):
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        taken.recv(65536)
        for piece in pieces:
            taken.sendall(piece)
            if over.wait(PAUSE_S):
                return
        taken.settimeout(5)
        taken.recv(1)
