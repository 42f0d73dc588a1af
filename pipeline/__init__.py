"""Errata keeps curated paper lists true.

For Python programs: ``from pipeline import check, fix, add``. Nothing is loaded before one of the
three is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__all__ = ["add", "check", "fix"]

if TYPE_CHECKING:
    from pipeline.jobs.python import add, check, fix
else:

    def __getattr__(name: str) -> object:
        """One of the names above."""
        if name in __all__:
            return getattr(import_module("pipeline.jobs.python"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
