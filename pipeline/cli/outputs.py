"""Where results may be written: never over a list, a record, or the settings."""

import re
from collections.abc import Iterable
from pathlib import Path

from pipeline import formats
from pipeline.edge.configuration import FILE
from pipeline.edge.files import UserError, read_list
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


def kept_apart(name: str, settings: Settings) -> None:
    """The same for records in another form, which may replace any file that is none of ours.

    Raises:
        UserError: it is a list of this repository, a record or a settings file.

    """
    if kind := _kind(Path(name), settings):
        raise UserError(f"{name} is {kind}, which would be overwritten. Name another file.")


def _kind(path: Path, settings: Settings) -> str:
    if any(_same(path, Path(name)) for name in settings.lists):
        return "a list"
    if any(_same(path, Path(name)) for name in (FILE, "pyproject.toml")):
        return "a settings file"
    inside = bool(settings.records) and _same(path.parent, Path(settings.records))
    return "a record" if inside and path.suffix == ".json" and path.exists() else ""


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _is_list(path: Path) -> bool:
    """Whether there is a file that reads as a list, and is no earlier report."""
    if path.suffix.lower() in NO_LISTS or not path.is_file():
        return False
    try:
        document = read_list(str(path)).document
    except UserError:
        return False
    return not _OURS.match(document.text) and bool(formats.read(document).entries)
