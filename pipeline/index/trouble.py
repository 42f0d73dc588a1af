"""What is wrong with an index, its dumps or what it needs, in words for whoever runs it."""

from importlib.util import find_spec

NEEDED = ("duckdb", "pyarrow", "tantivy")


class IndexTroubleError(Exception):
    """The index cannot be made or read; the message says what to do."""


def needs_installed(
    names: tuple[str, ...] | None = None, *, what: str = "A local index", extra: str = "index"
) -> None:
    """Nothing if these libraries, or else those of an index, are there.

    Raises:
        IndexTroubleError: one is missing; it says what to install.

    """
    missing = [name for name in names or NEEDED if find_spec(name) is None]
    if missing:
        raise IndexTroubleError(
            f"{what} needs {' and '.join(missing)}, which this installation lacks. "
            f"Install them: pip install 'errata-lists[{extra}]'."
        )
