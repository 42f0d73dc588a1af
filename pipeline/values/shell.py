"""Names of files as words of a command."""

import shlex
from collections.abc import Iterable


def word(path: str) -> str:
    """The name quoted for a shell, and no option even if it begins with a hyphen."""
    return shlex.quote(f"./{path}" if path.startswith("-") and path != "-" else path)


def words(paths: Iterable[str]) -> str:
    """The names behind one another, each once."""
    return " ".join(map(word, dict.fromkeys(paths)))
