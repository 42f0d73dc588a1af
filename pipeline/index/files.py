"""Dump files opened, however they are packed: gzip, zip, tar, plain, or a folder of any of them."""

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from pipeline.index.trouble import IndexTroubleError

ENDINGS = {
    "crossref": (".json", ".jsonl"), "arxiv": (".json", ".jsonl"), "pubmed": (".xml",),
    "dblp": (".xml",), "retractions": (".csv",),
}  # fmt: skip
"""What a file of a dump is called inside of its packing; others in the same folder are passed."""
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2")
BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, tarfile.TarError)
"""What a packed file raises that was cut or damaged."""


class DumpFile(NamedTuple):
    """One file of a dump."""

    source: str
    path: Path

    @property
    def stamp(self) -> str:
        """Changes if the file does."""
        stat_result = self.path.stat()
        return f"{self.path.resolve()} {stat_result.st_size} {stat_result.st_mtime_ns}"


def files(source: str, given: Path) -> list[DumpFile]:
    """The files of a dump in the order of their names, which for updates is that of time.

    Raises:
        IndexTroubleError: there is none.

    """
    if given.is_file():
        return [DumpFile(source, given)]
    named = sorted(path for path in given.rglob("*") if path.is_file() and _is_of(source, path))
    if not named:
        kinds = " or ".join(ENDINGS[source])
        raise IndexTroubleError(
            f"{given} holds no dump of {source}: a file, or a folder of {kinds} files (also .gz, "
            ".zip, .tar) is wanted."
        )
    return [DumpFile(source, path) for path in named]


def _is_of(source: str, path: Path) -> bool:
    name = path.name.lower()
    bare = name.removesuffix(".gz")
    return not name.startswith(".") and bare.endswith((*ENDINGS[source], *_TARS, ".zip", ".tgz"))


def members(file: DumpFile) -> Iterator[tuple[str, BinaryIO]]:
    """The unpacked files within a dump file, each with its name; read one before the next."""
    name = file.path.name.lower()
    if name.endswith(_TARS):
        yield from _of_tar(file)
    elif name.endswith(".zip"):
        yield from _of_zip(file)
    else:
        with _plain(file.path) as stream:
            yield "", stream


@contextmanager
def _plain(path: Path) -> Iterator[BinaryIO]:
    with path.open("rb") as raw:
        yield _unpacked(path.name, cast("BinaryIO", raw))


def _unpacked(name: str, stream: BinaryIO) -> BinaryIO:
    if name.lower().endswith(".gz"):
        return cast("BinaryIO", gzip.GzipFile(fileobj=stream, mode="rb"))
    return stream


def _of_tar(file: DumpFile) -> Iterator[tuple[str, BinaryIO]]:
    with tarfile.open(file.path, "r|*") as archive:
        for member in archive:
            opened = archive.extractfile(member) if member.isfile() else None
            if opened is not None and _is_of(file.source, Path(member.name)):
                yield member.name, _unpacked(member.name, cast("BinaryIO", opened))


def _of_zip(file: DumpFile) -> Iterator[tuple[str, BinaryIO]]:
    with zipfile.ZipFile(file.path) as archive:
        for name in sorted(archive.namelist()):
            if not name.endswith("/") and _is_of(file.source, Path(name)):
                with archive.open(name) as opened:
                    yield name, _unpacked(name, cast("BinaryIO", opened))
