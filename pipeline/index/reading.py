"""Dump files read into parts, on all cores, each piece once however often it is begun anew."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from hashlib import blake2b
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pipeline.index import parts
from pipeline.index.files import BROKEN, DumpFile, members
from pipeline.index.rows import read
from pipeline.index.splitting import SPLIT, OtherSchemaError
from pipeline.index.workers import begun

PIECE = 5_000
"""Records of a piece: what a killed run has to do again, for each core."""
SMALL = 4 << 20
"""Bytes of dumps for which no further processes are started."""


class Task(NamedTuple):
    """A file to be read, or every so manieth piece of it."""

    file: DumpFile
    folder: Path
    share: int
    shares: int


class Done(NamedTuple):
    """A task that is done."""

    file: DumpFile
    names: tuple[str, ...]
    """Of the parts of the whole file, in order."""
    rows: int
    """Those that this task brought to the index."""
    faults: tuple[str, ...]
    """Where and why the file could not be read to its end."""


Heard = Callable[[int, int], None]
"""Is told of works and of bytes that were read since it was told before."""


def read_all(files: Sequence[DumpFile], folder: Path, workers: int, heard: Heard) -> Iterator[Done]:
    """All files read into parts within the folder; done tasks in whatever order."""
    size = sum(file.path.stat().st_size for file in files)
    if workers < 2 or size < SMALL:
        yield from (_told(read_file(Task(file, folder, 0, 1)), 1, heard) for file in files)
        return
    shares = workers if len(files) < 2 * workers else 1
    largest = sorted(files, key=lambda file: -file.path.stat().st_size)  # none is left to the last
    tasks = [Task(file, folder, n, shares) for file in largest for n in range(shares)]
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=begun) as pool:
        left = iter(tasks)
        owed = {pool.submit(read_file, task) for task in islice(left, 2 * workers)}
        while owed:
            done = next(as_completed(owed))
            owed.remove(done)
            owed |= {pool.submit(read_file, task) for task in islice(left, 1)}
            yield _told(done.result(), shares, heard)


def _told(done: Done, shares: int, heard: Heard) -> Done:
    heard(done.rows, done.file.path.stat().st_size // shares)
    return done


def name_of(file: DumpFile) -> str:
    """The beginning of the names of a file's parts; another if the file changes."""
    return f"{file.source}-{blake2b(file.stamp.encode(), digest_size=10).hexdigest()}"


def read_file(task: Task) -> Done:
    """Reads a file, or its share of it; pieces that are there already are passed over."""
    faults: list[str] = []
    names: list[str] = []
    raws, name, rows = _raws(task.file, faults), name_of(task.file), 0
    while piece := list(islice(raws, PIECE)):
        names.append(f"{name}-{len(names):06}")
        if (len(names) - 1) % task.shares == task.share:
            rows += _written(task, names, piece)
    return Done(task.file, tuple(names), rows, tuple(faults))


def _raws(file: DumpFile, faults: list[str]) -> Iterator[str]:
    """The records of a file as far as they can be read, and what broke them off."""
    try:
        for name, stream in members(file):
            yield from _of_member(file, name, stream, faults)
    except (*BROKEN, OSError) as error:
        faults.append(f"{file.path}: broken off: {error}")


def _of_member(file: DumpFile, name: str, stream: BinaryIO, faults: list[str]) -> Iterator[str]:
    """The records of a packed file; one that is damaged costs no other."""
    count = 0
    try:
        for count, raw in enumerate(SPLIT[file.source](stream), 1):  # noqa: B007  told below
            yield raw
    except (*BROKEN, OtherSchemaError, OSError) as error:
        where = f"{file.path}{' ' * bool(name)}{name}"
        faults.append(f"{where}: broken off behind record {count}: {error}")


def _written(task: Task, names: Sequence[str], piece: Sequence[str]) -> int:
    """Works of a piece that are in the index now; it is read only if it was not before."""
    known = parts.described(task.folder, names[-1])
    if known is None:
        rows_read = read(task.file.source, piece, first=PIECE * (len(names) - 1) + 1)
        parts.write(task.folder, names[-1], rows_read, {"source": task.file.source})
        return len(rows_read.rows)
    return int(known["rows"])
