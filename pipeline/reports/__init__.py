"""The reports: one audit, several dresses, all made from the same values.

In: an audit. Out: text in the form asked for.
Imports: values, papers, checks.

A report is a module with ``render(audit) -> str`` in which every finding occurs exactly once. Only
the module that is used is imported. To add one: write ``reports/<name>.py`` and a row in
``REPORTS``; an ending in ``ENDINGS`` lets ``--report FILE`` choose it.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from pipeline.values.audit import Audit, Audited, failed
from pipeline.values.entry import Entry
from pipeline.values.failure import Failure, guarded, parted
from pipeline.values.text import Value

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

    def render(self, audit: Audit, **options: Any) -> str:  # noqa: ANN401  each has its own
        """The report, ending in a line end."""


class Rendered(Value):
    """A report, and what it is the report of."""

    text: str
    audit: Audit
    """As it was, but for entries that could not be told: those have failed."""


class UntoldError(Exception):
    """A bug of ours in a report that no entry is to blame for."""


def rendered(name: str, audit: Audit, **options: Any) -> Rendered:  # noqa: ANN401  those of the report
    """The report of that name; an entry that breaks it stands in it as failed.

    Raises:
        UntoldError: it breaks without any entry.

    """
    render = report(name).render

    def tell(some: Sequence[Audited]) -> str | Failure:
        return guarded("report", render, audit.but(audited=tuple(some)), **options)

    text, broken = parted(audit.audited, tell)
    if broken:
        lost = {id(audited): failed(_bare(audited.entry), failure) for audited, failure in broken}
        audit = audit.but(
            audited=tuple(lost.get(id(audited), audited) for audited in audit.audited)
        )
        text = tell(audit.audited)
    if isinstance(text, Failure):
        raise UntoldError(f"{name}: {text.error}")
    return Rendered(text=text, audit=audit)


def _bare(entry: Entry) -> Entry:
    """Where an entry stands, and nothing of what it says."""
    place = ("id", "path", "line", "end_line", "span", "format")
    return Entry(**{field: getattr(entry, field) for field in place})


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
