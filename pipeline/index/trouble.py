"""What is wrong with an index, its dumps or what it needs, in words for whoever runs it."""

from importlib.util import find_spec

NEEDED = ("duckdb", "pyarrow", "tantivy")


class IndexTroubleError(Exception):
    """The index cannot be made or read; the message says what to do."""


def needs_installed() -> None:
    """Nothing if the libraries of an index are there.

    Raises:
        IndexTroubleError: one is missing; it says what to install.

    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise IndexTroubleError(
            f"A local index needs {' and '.join(missing)}, which this installation lacks. "
            "Install them: pip install 'errata-lists[index]'."
        )
