"""The standard streams as they may be found: closed, full, cut off, of few characters.

What a terminal cannot show is replaced. Standard output that cannot be written ends a run in one
line; what is only told by the way, on standard error, never does.
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import Any


class OutputError(Exception):
    """Standard output cannot be written; the message says why."""


@contextlib.contextmanager
def streams() -> Iterator[None]:
    """The streams made ready for a run, and put back afterwards.

    What takes their place is no ``TextIO``, but one in everything that is asked of it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nothing(number))
    before = sys.stdout, sys.stderr
    sys.stdout = _Results(sys.stdout)
    sys.stderr = _Remarks(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def give(data: str) -> None:
    """Writes what other programs read: to them in UTF-8 as it is, to a terminal as that can."""
    stream: Any = sys.stdout
    if stream.isatty() or not isinstance(stream, _Results):
        stream.write(data)
    else:
        stream.give(data)


def _nothing(number: int) -> io.TextIOWrapper:
    """A stream of nothing in the place of a closed one, so that no other file takes its number."""
    empty = os.open(os.devnull, os.O_RDWR)
    return os.fdopen(empty, "w" if number else "r", encoding="utf-8")


class _Stream:
    """A stream before the one that was found."""

    def __init__(self, below: Any) -> None:  # noqa: ANN401  whatever stands for a stream
        self._below = below
        if isinstance(below, io.TextIOWrapper):
            below.reconfigure(errors="replace")

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._below, name)

    def _muted(self) -> None:
        """What is still to come goes nowhere, what the interpreter flushes at its end included."""
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._below.fileno())


class _Results(_Stream):
    """Standard output."""

    def write(self, text: str) -> None:
        with self._guarded():
            self._below.write(text)

    def flush(self) -> None:
        with self._guarded():
            self._below.flush()

    def give(self, data: str) -> None:
        with self._guarded():
            self._below.flush()
            if hasattr(self._below, "buffer"):
                self._below.buffer.write(data.encode("utf-8"))
            else:
                self._below.write(data)
            self._below.flush()

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._muted()
            if isinstance(error, BrokenPipeError):
                raise
            raise OutputError(f"Standard output cannot be written: {error.strerror}.") from error


class _Remarks(_Stream):
    """Standard error."""

    def write(self, text: str) -> None:
        with self._guarded():
            self._below.write(text)

    def flush(self) -> None:
        with self._guarded():
            self._below.flush()

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            self._muted()
