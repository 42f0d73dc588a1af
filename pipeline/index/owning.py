"""The folder of an index: one build at a time, nothing left over, files placed without copying."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pipeline.index.manifest import Manifest
from pipeline.index.trouble import IndexTroubleError

try:
    import fcntl
except ImportError:  # Windows: builds do not wait for each other there
    fcntl = None  # type: ignore[assignment]

_LOCKS: bool = fcntl is not None


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """No other build writes into this folder within; it is made if it is not there.

    Raises:
        IndexTroubleError: another build does, or the folder cannot be written.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("wb")
    except OSError as error:
        raise IndexTroubleError(f"{folder} cannot be written: {error.strerror}.") from error
    with lock:
        try:
            if _LOCKS:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise IndexTroubleError(f"Another build is writing into {folder}.") from error
        yield


def drop_leftovers(folder: Path, kept: Manifest | None) -> None:
    """Remove generations that nobody needs: all but the one that is named, and those being read.

    Without a name (a first build, or one from scratch) all stay as they are.
    """
    for generation in (folder / "generations").glob("*") if kept else ():
        if kept and generation.name != kept.generation and not _is_read(generation):
            shutil.rmtree(generation, ignore_errors=True)


def held(generation: Path) -> BinaryIO:
    """A generation that stays on disk as long as this file is open."""
    opened = (generation / "held").open("ab")
    if _LOCKS:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(opened, fcntl.LOCK_SH)
    return opened


def _is_read(generation: Path) -> bool:
    """Whether somebody has opened the generation, and not closed it."""
    try:
        with (generation / "held").open("ab") as lock:
            if _LOCKS:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


def placed(origin: Path, place: Path) -> None:
    """A file or folder under a second name; copied only where the disk knows no such thing."""
    if origin.is_dir():
        place.mkdir(parents=True, exist_ok=True)
        for inner in sorted(origin.iterdir()):
            placed(inner, place / inner.name)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(origin, place)
    except OSError:
        shutil.copy2(origin, place)
