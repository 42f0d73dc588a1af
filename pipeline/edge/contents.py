"""What a file holds, read to its end or not at all: no pipe or device is waited for."""

import errno
import os
import stat
from pathlib import Path

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest list that is read; a list of 30,000 entries has ten million."""

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe does not wait for whoever writes into it, nor reading for what is yet to come."""


class NoFileError(OSError):
    """A folder, pipe or device, or something that only calls itself a file."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "it is no regular file")


class TooLargeError(OSError):
    """More than is read of any file."""

    def __init__(self, most: int) -> None:
        super().__init__(errno.EFBIG, f"it is larger than {most // 1024 // 1024} MB")


def contents(path: Path, most: int = LARGEST) -> bytes:
    """All bytes of a regular file.

    Raises:
        NoFileError: it is none, or has nothing to give now though it does not end: /proc/kmsg
            calls itself a regular file, and is read as long as the machine runs.
        TooLargeError: it holds more than ``most``, whatever its size is said to be.
        OSError: missing or unreadable.

    """
    if path.exists() and not path.is_file():
        raise NoFileError  # to open some devices is to do something
    with os.fdopen(os.open(path, os.O_RDONLY | _AT_ONCE), "rb", buffering=0) as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise NoFileError
        if about.st_size > most:
            raise TooLargeError(most)
        return _whole(file.fileno(), about.st_size, most)


def _whole(handle: int, size: int, most: int) -> bytes:
    parts: list[bytes] = []
    room = most + 1
    while room:
        try:
            part = os.read(handle, min(room, max(size + 1, 65536)))
        except BlockingIOError as error:
            raise NoFileError from error
        if not part:
            return b"".join(parts)
        parts.append(part)
        room -= len(part)
    raise TooLargeError(most)
