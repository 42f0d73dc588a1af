"""Files replaced whole or not at all, and only while they are what they were when they were read.

What another program saved meanwhile is never overwritten. Runs of ours wait for each other at the
folder; an editor is caught by a look at the last moment, and by one at what it may have written
into the old file while the new one took its name.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows: runs of ours do not wait for each other there
    fcntl = None  # type: ignore[assignment]

from pipeline.edge.contents import contents
from pipeline.edge.files import UserError, beside, permissions

SETTLED_S = 0.05
"""For so long a file has to stay as it is before it is read again: nobody is in the midst of it."""

MOST_LOOKS = 40


_LOCKS: bool = fcntl is not None


class ChangedError(Exception):
    """The file is not what it was when it was read; nothing was changed in it."""


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """No other run of ours replaces a file of this folder within."""
    if not (_LOCKS and folder.is_dir()):
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def settled(path: Path) -> bytes | None:
    """What the file holds once nobody is writing it; None if there is none.

    Raises:
        UserError: it cannot be read.

    """
    seen = _content(path)
    for _ in range(MOST_LOOKS):
        time.sleep(SETTLED_S)
        again = _content(path)
        if again == seen:
            break
        seen = again
    return seen


def _content(path: Path) -> bytes | None:
    try:
        return contents(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.") from error


def replace(path: Path, data: bytes, was: bytes | None) -> None:
    """The file with this content, if it still holds what it held; None: if it is still not there.

    Raises:
        ChangedError: it holds something else now, which stays.
        UserError: the folder or the file cannot be written.

    """
    target = path.resolve() if path.is_symlink() else path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = beside(target, data)
        try:
            permissions(target, temporary)
            if was is None:
                _created(temporary, target)
            else:
                _exchanged(temporary, target, was)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(
            f"{path} cannot be written: {error.strerror}. Nothing was changed in it."
        ) from error


def _created(temporary: Path, target: Path) -> None:
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise ChangedError(str(target)) from error
    except OSError:  # a file system without links
        if target.exists():
            raise ChangedError(str(target)) from None
        temporary.replace(target)


def _exchanged(temporary: Path, target: Path, was: bytes) -> None:
    try:
        old = target.open("rb")
    except FileNotFoundError as error:
        raise ChangedError(str(target)) from error
    with old:
        same = os.fstat(old.fileno())
        if old.read() != was or not os.path.samestat(same, target.stat()):
            raise ChangedError(str(target))
        temporary.replace(target)
        _given_back(old, target, was)


def _given_back(old: BinaryIO, target: Path, was: bytes) -> None:
    """What somebody wrote into the old file while the new one took its name stands there again.

    Raises:
        ChangedError: somebody did.

    """
    old.seek(0)
    late = old.read()
    if late == was:
        return
    for _ in range(MOST_LOOKS):
        time.sleep(SETTLED_S)
        old.seek(0)
        again = old.read()
        if again == late:
            break
        late = again
    saved = beside(target, late)
    permissions(target, saved)
    saved.replace(target)
    raise ChangedError(str(target))
