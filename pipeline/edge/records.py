"""Records into their folder, beside whoever else writes there."""

from collections.abc import Mapping
from pathlib import Path

from pipeline.edge.contents import contents
from pipeline.edge.files import UserError, having, loaded, sweep
from pipeline.edge.replacing import ChangedError, alone, replace
from pipeline.papers.library import Library
from pipeline.papers.merging import together
from pipeline.papers.record_file import dump
from pipeline.values.record import Paper

TRIES = 20
"""How often somebody may save a record in the moment in which it is to be written."""


def write_records(folder: str, library: Library, before: Library) -> list[str]:
    """The names of the record files that were written: those whose text is not what it was.

    What somebody else has written there meanwhile stays, and what both know comes together. None
    is written without a folder.
    """
    if library == before or not folder:
        return []
    place = Path(folder)
    _make(place)
    sweep(place)
    written: list[str] = []
    with having(written), alone(place):
        for _ in range(TRIES):
            try:
                _write(place, library, before, written)
            except ChangedError:
                continue
            return list(dict.fromkeys(written))
    raise UserError(f"Something else keeps changing {folder}. Run this again when that is over.")


def _make(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"{place} cannot be made: {error.strerror}. Name another folder with --records."
        ) from error


def _write(place: Path, library: Library, before: Library, written: list[str]) -> None:
    """Raises ChangedError where a record is saved in the very moment; the others stand."""
    old = {paper.id: paper for paper in before.papers}
    changed = {paper.id for paper in library.papers if paper != old.get(paper.id)}
    raw = _standing(place, changed, old)
    theirs = _theirs(place, old, raw)
    wanted = library if theirs == old else together(before, library, _library(theirs))
    for paper in wanted.papers:
        there, text = theirs.get(paper.id), dump(paper)
        if there is None or (paper != there and text != dump(there)):
            path = place / f"{paper.id}.json"
            replace(path, text.encode(), raw.get(paper.id))
            written.append(path.as_posix())


def _standing(place: Path, changed: set[str], old: Mapping[str, Paper]) -> dict[str, bytes]:
    """What stands in the files of these records, and in those of records that are new."""
    names = {path.stem for path in place.glob("*.json")}
    standing = {}
    for name in (names - old.keys()) | (names & changed):
        try:
            standing[name] = contents(place / f"{name}.json")
        except OSError as error:
            raise UserError(f"{place / name}.json cannot be read: {error.strerror}.") from error
    return standing


def _theirs(place: Path, old: Mapping[str, Paper], raw: Mapping[str, bytes]) -> dict[str, Paper]:
    """The records as they are on disk; of those that were not looked at, as they were."""
    looked = {
        name: old[name]
        if name in old and dump(old[name]).encode() == data
        else loaded(place / f"{name}.json", data)
        for name, data in raw.items()
    }
    there = {path.stem for path in place.glob("*.json")}
    return {name: paper for name, paper in {**old, **looked}.items() if name in there}


def _library(papers: Mapping[str, Paper]) -> Library:
    return Library(papers=tuple(papers[name] for name in sorted(papers)))
