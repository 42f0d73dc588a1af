"""Where results may be written: never over a list, a record, or the settings."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline import formats
from pipeline.edge.configuration import FILE
from pipeline.edge.files import UserError, read_list
from pipeline.papers.library import identifiers_of
from pipeline.values.entry import Entry
from pipeline.values.record import Paper
from pipeline.values.settings import Settings

_OURS = re.compile(
    r'# Errata: |\{\s*"schema": "errata-|"list","line","entry",|\d[\d,]* entr(?:y|ies)\b|'
    r".+:\d+\n  |"
    r'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    r'<meta http-equiv="Content-Sec'
)
"""How reports of ours begin: Markdown, JSON, CSV, text, the page."""

NO_LISTS = (".sarif",)
"""Endings of reports that no list has."""


def may_be_written(names: Iterable[str], settings: Settings) -> None:
    """Nothing if results may be written to all of these files.

    Raises:
        UserError: one of them is a list, a record or a settings file.

    """
    for name in names:
        path = Path(name)
        kind = _kind(path, settings) or (_is_list(path) and "a list")
        if kind:
            raise UserError(f"{name} is {kind}, which a report would overwrite. Name another file.")
        _not_among(path, settings)


def kept_apart(name: str, settings: Settings, papers: Sequence[Paper]) -> None:
    """The same for these records in another form, which may replace an earlier file of them.

    Raises:
        UserError: it is a list, by the settings, by a record that stands in it or by an entry that
            has no record; or it is a record or a settings file.

    """
    path = Path(name)
    kind = _kind(path, settings) or (_holds_more(path, papers) and "a list")
    if kind:
        raise UserError(f"{name} is {kind}, which would be overwritten. Name another file.")
    _not_among(path, settings)


def _holds_more(path: Path, papers: Sequence[Paper]) -> bool:
    """Whether a file has entries that no file of these records has, or is where they come from."""
    if any(_same(path, Path(place.list)) for paper in papers for place in paper.appears):
        return True
    known = {i for paper in papers for i in identifiers_of(paper)}
    names = {paper.id for paper in papers}
    return any(
        entry.key not in names and known.isdisjoint(m.identifier for m in entry.mentions)
        for entry in _entries(path)
    )


def _kind(path: Path, settings: Settings) -> str:
    if any(_same(path, Path(name)) for name in settings.lists):
        return "a list"
    if any(_same(path, Path(name)) for name in (FILE, "pyproject.toml")):
        return "a settings file"
    return "a record" if _among(path, settings) and path.exists() else ""


def _among(path: Path, settings: Settings) -> bool:
    inside = bool(settings.records) and _same(path.parent, Path(settings.records))
    return inside and path.suffix == ".json"


def _not_among(path: Path, settings: Settings) -> None:
    """Refuse what the next run would take for a record or for settings."""
    if _among(path, settings):
        raise UserError(f"{path} would stand among the records. Name another folder.")
    if path.resolve() in {Path(name).resolve() for name in (FILE, "pyproject.toml")}:
        raise UserError(f"{path} would be read as settings. Name another file.")


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _is_list(path: Path) -> bool:
    """Whether there is a file that reads as a list, and is no earlier report."""
    return path.suffix.lower() not in NO_LISTS and bool(_entries(path))


def _entries(path: Path) -> Sequence[Entry]:
    """What a file holds as a list; nothing of an earlier report, or where there is none."""
    if not path.is_file():
        return ()
    try:
        document = read_list(str(path)).document
    except UserError:
        return ()
    return () if _OURS.match(document.text) else formats.read(document).entries
