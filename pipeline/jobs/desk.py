"""The desk of a run, at which every question gets its answer."""

import tempfile
from pathlib import Path

from pipeline.edge.archive import Archive
from pipeline.edge.ask import Desk
from pipeline.edge.files import UserError
from pipeline.edge.local_index import LocalIndex
from pipeline.edge.pages import GoneError, NoPageError, fetched
from pipeline.edge.progress import Progress
from pipeline.edge.watch import Event
from pipeline.index.trouble import needs_installed
from pipeline.jobs.local_index import mendable
from pipeline.papers.library import Library
from pipeline.papers.numbered import lacking, numbered
from pipeline.resolve.lost import Gone, Look
from pipeline.values.identifiers import Identifier
from pipeline.values.settings import Settings

MOST_PAGES = 100
"""Pages that a run reads, one after the other: lists of addresses alone may have thousands."""


def desk_of(
    settings: Settings, progress: Progress, anew: frozenset[Identifier] = frozenset()
) -> Desk:
    """A desk; to be used in a ``with``. Of works ``anew`` the services themselves are asked.

    Raises:
        UserError: the folder that is set for the answers is not there, and cannot be made; or the
            local index that is set cannot be read.

    """
    if settings.cache != Settings().cache:  # without the usual one a run goes on, with a warning
        _makeable(Path(settings.cache), settings)
    return Desk(settings, progress, _index(settings, progress, anew))


def _index(
    settings: Settings, progress: Progress, anew: frozenset[Identifier]
) -> LocalIndex | None:
    if not settings.index:
        return None
    with mendable():
        needs_installed()
        return LocalIndex(settings, lambda text: progress(Event("said", text=text)), anew)


def pages_of(settings: Settings) -> Look:
    """Reads the page at an address, if the settings allow it and not too many were read.

    Of one that is gone the copy that the Internet Archive keeps is looked for.
    """
    left = iter(range(MOST_PAGES))

    archive = Archive(settings)

    def look(url: str) -> str | Gone | None:
        if next(left, None) is None:
            return None
        try:
            return fetched(url, settings)
        except GoneError:
            return Gone(archive.copy_of(url))
        except NoPageError:
            return None

    return look


def whole(library: Library, desk: Desk, settings: Settings) -> Library:
    """The records with the numbers that services have for their works, asked for together.

    What is not answered changes nothing; a service that was silent in this run is not asked again.
    """
    questions = lacking(library) if settings.records and not settings.offline else frozenset()
    use = desk.use().get("pubmed")
    if not questions or (use is not None and use.failed):
        return library
    desk.besides(questions)
    return numbered(library, desk.ask(questions))


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
