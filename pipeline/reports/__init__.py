"""The reports: one audit, several dresses, all made from the same values.

In: an audit. Out: text in the form asked for.
Imports: values, papers, checks.

A report is a module with ``render(audit) -> str`` in which every finding occurs exactly once. Only
the module that is used is imported. To add one: write ``reports/<name>.py`` and a row in
``REPORTS``; an ending in ``ENDINGS`` lets ``--report FILE`` choose it.
"""

from importlib import import_module
from typing import Protocol, cast

from pipeline.values.audit import Audit

REPORTS: dict[str, str] = {
    "text": "pipeline.reports.text",
    "markdown": "pipeline.reports.markdown",
    "html": "pipeline.reports.html",
    "json": "pipeline.reports.json",
    "github": "pipeline.reports.github",
    "sarif": "pipeline.reports.sarif",
    "csv": "pipeline.reports.csv",
}
"""Name for ``--format`` -> the module that renders it."""

ENDINGS: dict[str, str] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".sarif": "sarif",
    ".csv": "csv",
}
"""Ending of ``--report FILE`` -> name of the report."""


class Report(Protocol):
    """The shape of a report module."""

    def render(self, audit: Audit) -> str:
        """The report, ending in a line end."""


def report(name: str) -> Report:
    """The report of that name, imported on first use.

    Raises:
        KeyError: there is no such report.

    """
    return cast("Report", import_module(REPORTS[name]))


def named_by(path: str) -> str | None:
    """The report that a file of this name wants; None if its ending tells nothing."""
    name = path.rsplit("/", 1)[-1].lower()
    dot = name.rfind(".")
    return ENDINGS.get(name[dot:]) if dot >= 0 else None
