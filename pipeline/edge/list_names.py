"""Names of lists as people give them: patterns of names, and addresses of lists elsewhere."""

import re
from collections.abc import Iterable
from glob import glob, has_magic
from pathlib import Path

from pipeline.values.shell import word

_BLOB = re.compile(r"https?://github\.com/([^/]+/[^/]+)/(?:blob|raw)/(.+?)(?:[?#].*)?")
_REPOSITORY = re.compile(r"https?://github\.com/([^/]+/[^/?#]+?)(?:\.git)?/?(?:[?#].*)?")


def expanded(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each pattern (``docs/**/*.md``) as the files that it fits, in order.

    A pattern that fits nothing stays as it is; so does the name of a file that looks like one.
    """
    return tuple(dict.fromkeys(text for name in names for text in _fitting(name)))


def _fitting(name: str) -> list[str]:
    if not has_magic(name) or Path(name).exists():
        return [name]
    texts = sorted(filter(_is_file, glob(name, recursive=True)))  # noqa: PTH207  leaves .git alone
    return [Path(path).as_posix() for path in texts] or [name]


def _is_file(path: str) -> bool:
    return Path(path).is_file()


def elsewhere(name: str) -> str:
    """What to do about a name that is an address; empty if it is none."""
    if not re.match(r"https?://", name):
        return ""
    if blob := _BLOB.fullmatch(name):
        address = f"https://raw.githubusercontent.com/{blob[1]}/{blob[2]}"
    elif repository := _REPOSITORY.fullmatch(name):
        address = f"https://github.com/{repository[1]}"
        return f"{name} is no file. Get the repository first: git clone {word(address)}"
    else:
        address = name
    return f"{name} is no file. Get the list first: curl -LO {word(address)}"
