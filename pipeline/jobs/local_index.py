"""A local index made, brought up to date, looked at."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.edge.files import UserError
from pipeline.index.trouble import IndexTroubleError, needs_installed

if TYPE_CHECKING:
    from pipeline.index.building import Progress
    from pipeline.index.manifest import Manifest

DUMPS = ("crossref", "arxiv", "pubmed", "dblp", "retractions")
"""What an index can be made of."""


@contextmanager
def mendable() -> Iterator[None]:
    """What is wrong with an index or a disk is for its user to mend.

    Raises:
        UserError: something is.

    """
    try:
        yield
    except IndexTroubleError as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"The index cannot be read or written: {error}.") from error


def made(
    folder: Path, dumps: Mapping[str, Path], watch: "Callable[[Progress], None]", *, further: bool
) -> "Manifest":
    """The index of these dumps; with ``further`` of what it holds as well.

    Raises:
        UserError: there is no dump, it cannot be read, or the libraries are missing.

    """
    with mendable():
        if not any(dump in dumps for dump in DUMPS):
            raise UserError("No dump is named. Name one: --crossref, --arxiv, --pubmed or --dblp.")
        needs_installed()
        from pipeline.index.building import build  # noqa: PLC0415  an extra

        for name, path in dumps.items():
            if not path.exists():
                raise UserError(f"There is no {path}. Name a file or a folder behind --{name}.")
        workers = os.cpu_count() or 1
        return build(folder, dumps, workers=workers, watch=watch, further=further)


def manifest_and_size(folder: Path) -> "tuple[Manifest, int]":
    """What an index says of itself, and its bytes on disk.

    Raises:
        UserError: it is none.

    """
    with mendable():
        needs_installed()
        from pipeline.index.manifest import named, opened  # noqa: PLC0415  an extra

        manifest = opened(folder)
        files = (path for path in named(folder, manifest).rglob("*") if path.is_file())
        return manifest, sum(path.stat().st_size for path in files)
