"""A repository that is to be looked after: its lists found, and the files that have it done."""

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from pipeline.edge.configuration import FILE
from pipeline.edge.contents import contents
from pipeline.edge.files import UserError, read_list, write
from pipeline.values.entry import Reading
from pipeline.values.text import Value
from pipeline.values.toml import string
from pipeline.values.version import version

ENDINGS = (".md", ".markdown", ".bib", ".rst", ".org", ".ris", ".nbib", ".cff")
DEEP = 3
"""Folders below the top in which lists are looked for."""
LARGEST = 5_000_000
MOST_FILES = 400
FEWEST = 5
"""Entries with an identifier that make a Markdown file a list; a page that cites is none."""

PASSED = frozenset({"node_modules", "papers", "cache", "venv", "site-packages", "vendor"})

WEEKLY = ".github/workflows/errata.yml"
CHECK = ".github/workflows/errata-check.yml"
PROJECT = "pyproject.toml"
HOOK = ".pre-commit-config.yaml"
ACTION = "https://github.com/errata-tools/errata"


class Proposed(Value):
    """A file that is to be written."""

    path: str
    text: str
    there: bool
    """There is such a file already: it stays."""
    by_hand: str = ""
    """What is to be put into it, in a sentence; ``text`` is the block."""


def lists_here() -> list[str]:
    """The lists below this folder, those with most entries first."""
    counted = [(entries, name) for name in _files() if (entries := _entries(name))]
    return [name for entries, name in sorted(counted, key=lambda pair: (-pair[0], pair[1]))]


def _files() -> Iterator[str]:
    seen = 0
    for folder, inside, names in os.walk("."):
        depth = 0 if folder == "." else folder.count(os.sep)
        wanted = (name for name in inside if not name.startswith(".") and name not in PASSED)
        inside[:] = sorted(wanted) if depth < DEEP else []
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix.lower() in ENDINGS and path.is_file() and not path.is_symlink():
                seen += 1
                if seen > MOST_FILES:
                    return
                if path.stat().st_size <= LARGEST:
                    yield path.as_posix()


def _entries(name: str) -> int:
    """Entries of a file that is a list; 0 if it is none."""
    from pipeline import formats  # noqa: PLC0415  every format, and only where one is looked for

    try:
        reading: Reading = formats.read(read_list(name).document)
    except UserError:
        return 0
    named = sum(bool(entry.mentions) for entry in reading.entries)
    if name.lower().endswith((".md", ".markdown", ".rst", ".org")):
        return len(reading.entries) if named >= FEWEST else 0
    return len(reading.entries)


def proposed(lists: Sequence[str], mailto: str = "") -> list[Proposed]:
    """Settings, the two workflows and the hook of pre-commit, for these lists."""
    texts = {
        FILE: _settings(lists, mailto),
        WEEKLY: _template("errata.yml"),
        CHECK: _template("errata-check.yml"),
        HOOK: _hook(lists),
    }
    files_ = [Proposed(path=p, text=text, there=Path(p).exists()) for p, text in texts.items()]
    settings = None if files_[0].there else _in_project()
    if settings is not None:
        files_[0] = _for_project(lists, settings)
    if files_[-1].there and "id: errata" not in Path(HOOK).read_text("utf-8", errors="replace"):
        phrase = f"{HOOK} is there already. Add this to it:"
        files_[-1] = files_[-1].but(by_hand=phrase)
    return files_


def _for_project(lists: Sequence[str], settings: Mapping[str, object]) -> Proposed:
    """What becomes of the settings where pyproject.toml has them."""
    if settings.get("lists"):
        return Proposed(path=PROJECT, text="", there=True)
    text = f"{PROJECT} has settings of Errata; add this under `[tool.errata]`:"
    named = f"lists = [{', '.join(map(string, lists))}]\n"
    return Proposed(path=PROJECT, text=named, there=True, by_hand=text)


def _in_project() -> Mapping[str, object] | None:
    """The settings in pyproject.toml; None if there are none, or it cannot be read."""
    try:
        tools = tomllib.loads(contents(Path(PROJECT)).decode("utf-8")).get("tool", {})
    except (OSError, ValueError):
        return None
    table = tools.get("errata") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _settings(lists: Sequence[str], mailto: str) -> str:
    named = ", ".join(map(string, lists))
    contact = f"mailto = {string(mailto)}\n" if mailto else ""
    return f'lists = [{named}]\n{contact}fail_on = "error"\n'


def _template(name: str) -> str:
    return files("pipeline.jobs").joinpath("templates", name).read_text(encoding="utf-8")


def _hook(lists: Sequence[str]) -> str:
    return (
        f"repos:\n  - repo: {ACTION}\n    rev: v{version()}\n    hooks:\n      - id: errata\n"
        f"        args: [{', '.join(map(string, lists))}]\n        pass_filenames: false\n"
    )


def written(files_: Sequence[Proposed]) -> list[str]:
    """The files that were not there, written; their names."""
    new = [file for file in files_ if not file.there]
    for file in new:
        write(Path(file.path), file.text)
    return [file.path for file in new]
