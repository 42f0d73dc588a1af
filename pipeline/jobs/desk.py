"""The desk of a run, at which every question gets its answer."""

import tempfile
from pathlib import Path

from pipeline.edge.ask import Desk
from pipeline.edge.files import UserError
from pipeline.edge.progress import Progress
from pipeline.values.settings import Settings


def desk_of(settings: Settings, progress: Progress) -> Desk:
    """A desk; to be used in a ``with``.

    Raises:
        UserError: the folder that is set for the answers is not there, and cannot be made.

    """
    if settings.cache != Settings().cache:  # without the usual one a run goes on, with a warning
        _makeable(Path(settings.cache), settings)
    return Desk(settings, progress)


def _makeable(folder: Path, settings: Settings) -> None:
    """Nothing if the folder is there, or can be made; without questions none is needed."""
    here = next(path for path in (folder, *folder.parents) if path.exists())
    if here.is_dir() and (here == folder or settings.offline):
        return
    try:
        Path(tempfile.mkdtemp(prefix=".errata-", dir=here)).rmdir()
    except OSError as error:
        raise UserError(
            f"The folder for answers, {folder}, cannot be made: {error.strerror}. "
            "Name another one with --cache, or as `cache` in errata.toml."
        ) from error
