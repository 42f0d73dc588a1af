"""A curator's refusals into the settings file, what stands in it kept to the byte."""

import contextlib
import tomllib
from collections.abc import Callable
from pathlib import Path

from pipeline.edge.configuration import FILE
from pipeline.edge.contents import contents
from pipeline.edge.files import UserError
from pipeline.edge.replacing import ChangedError, alone, replace
from pipeline.values.ignore_table import spelt
from pipeline.values.settings import Ignore

TRIES = 20
"""How often somebody may save the file in the moment in which it is to be written."""


def remember(ignore: Ignore) -> str:
    """The name of the file that the refusal was put into.

    That is ``errata.toml``, or ``pyproject.toml`` if the settings are there. The table is appended;
    a file that would then be no TOML, or say something else than before, is not touched.

    Raises:
        UserError: the file cannot take it; the message has the table to put in by hand.

    """
    name, prefix = _file()
    _saved(Path(name), lambda before: _with(ignore, before, name, prefix))
    return name


def _with(ignore: Ignore, before: str, name: str, prefix: str) -> str:
    table = _table(ignore, prefix, before)
    glue = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    after = before + glue + table
    if not _grown(before, after, prefix):
        raise UserError(
            f"{name} has its `ignore` in a form that cannot be added to. Put this there:\n{table}"
        )
    return after


def forget(ignore: Ignore, *, keep: bool = True) -> str:
    """The name of the file that the last refusal was taken out of again; empty if it is not there.

    Only what stands at the very end is taken out: it was put there a moment ago. Of a file that was
    not there before (``keep`` is false) nothing is left.

    Raises:
        UserError: the file cannot be read or written.

    """
    name, prefix = _file()
    done = _saved(Path(name), lambda before: _without(ignore, before, prefix), keep=keep)
    return name if done else ""


def _without(ignore: Ignore, before: str, prefix: str) -> str | None:
    table = _table(ignore, prefix, before)
    if not before.endswith(table):
        return None
    rest = before.removesuffix(table)
    ending = "\r\n" if "\r\n" in before else "\n"
    return rest.removesuffix(ending) if rest.endswith(ending * 2) else rest


def _saved(path: Path, edit: Callable[[str], str | None], *, keep: bool = True) -> bool:
    """Whether the file was changed; what somebody saves meanwhile is edited too, never lost."""
    with alone(path.parent):
        for _ in range(TRIES):
            before = _text(path) if path.is_file() else None
            after = edit(before or "")
            if after is None:
                return False
            if not after and not keep:
                path.unlink(missing_ok=True)
                return True
            with contextlib.suppress(ChangedError):
                replace(path, after.encode(), None if before is None else before.encode())
                return True
    raise UserError(
        f"Something else keeps saving {path}. Nothing was changed in it; run this again."
    )


def _table(ignore: Ignore, prefix: str, beside: str) -> str:
    table = spelt(ignore, f"{prefix}ignore")
    return table.replace("\n", "\r\n") if "\r\n" in beside else table


def _text(path: Path) -> str:
    """The file's text, line ends as they are."""
    try:
        return contents(path).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: {error}.") from error


def _file() -> tuple[str, str]:
    """The settings file and what its tables' names begin with."""
    project = Path("pyproject.toml")
    if not Path(FILE).is_file() and project.is_file():
        try:
            parsed = tomllib.loads(_text(project))
        except tomllib.TOMLDecodeError as error:
            raise UserError(f"pyproject.toml: {error}.") from error
        if "errata" in parsed.get("tool", {}):
            return "pyproject.toml", "tool.errata."
    return FILE, ""


def _grown(before: str, after: str, prefix: str) -> bool:
    """Whether the file says what it said, and one thing more."""
    try:
        old, new = tomllib.loads(before), tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        return False
    ours, theirs = _settings(old, prefix), _settings(new, prefix)
    return theirs.pop("ignore", [])[:-1] == ours.pop("ignore", []) and ours == theirs


def _settings(parsed: dict, prefix: str) -> dict:  # type: ignore[type-arg]
    table = parsed["tool"]["errata"] if prefix else parsed
    return dict(table)
