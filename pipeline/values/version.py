"""Which Errata this is."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as of


def version() -> str:
    """The version that is installed; "0" if it runs from a folder that never was."""
    try:
        return of("errata")
    except PackageNotFoundError:
        return "0"
