"""What an index says of itself: ``index.json``, the one file that is ever replaced."""

from pathlib import Path

from pydantic import ValidationError

from pipeline.index.parts import replace
from pipeline.index.trouble import IndexTroubleError
from pipeline.values.text import Value

NAME = "index.json"
FORMAT = 1
"""Goes up when an older Errata could not read what a newer one writes."""


class Dump(Value):
    """What an index holds of one source."""

    source: str
    day: str
    """Its age: the latest day on which any of its records was touched."""
    files: int
    works: int
    bad: int = 0
    """Records that could not be read."""
    first_bad: tuple[str, ...] = ()
    """The first of them, each with its place and what is wrong with it."""
    broken: tuple[str, ...] = ()
    """Files that could not be read to their end, and where they break off."""


class Part(Value):
    """A file of works."""

    number: int
    source: str
    rows: int


class Shard(Value):
    """A full-text index over the works of some parts of one source."""

    name: str
    source: str


class Manifest(Value):
    """What is in an index."""

    format: int = FORMAT
    generation: str
    made: str
    """When it was made, UTC."""
    dumps: tuple[Dump, ...]
    parts: tuple[Part, ...]
    shards: tuple[Shard, ...]
    works: int
    """Works that can be found: those that are told twice, once."""
    dropped: int
    """Keys that too many works share."""
    notices: int = 0
    """Rows of Retraction Watch."""

    def day(self, source: str) -> str:
        """The age of what is held of a source; empty if nothing is."""
        return next((dump.day for dump in self.dumps if dump.source == source), "")


def opened(folder: Path) -> Manifest:
    """What the index in a folder says of itself.

    Raises:
        IndexTroubleError: there is none, or it is damaged, or of a later format.

    """
    try:
        manifest = Manifest.model_validate_json((folder / NAME).read_bytes())
    except OSError as error:
        raise IndexTroubleError(
            f"{folder} is no index: it has no {NAME}. `errata index build` makes one."
        ) from error
    except ValidationError as error:
        raise IndexTroubleError(
            f"{folder / NAME} cannot be read as what this Errata writes. Build the index again."
        ) from error
    if manifest.format != FORMAT:
        raise IndexTroubleError(f"{folder} was made by another Errata. Build the index again.")
    return manifest


def named(folder: Path, manifest: Manifest) -> Path:
    """The folder of the generation that a manifest names."""
    return folder / "generations" / manifest.generation


def works(generation: Path, number: int) -> Path:
    """The file of a part's works."""
    return generation / "works" / f"{number:07}.parquet"


def publish(folder: Path, manifest: Manifest) -> None:
    """Make this generation the index, at once."""
    replace(folder / NAME, manifest.model_dump_json(indent=1).encode())
