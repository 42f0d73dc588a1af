"""A run of Errata inside a step: the settings of the repository, the lists, the reports."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline import reports
from pipeline.action.edge.runner import Variables, command, folder
from pipeline.action.event import Where
from pipeline.action.summary import ROOM
from pipeline.edge import configuration
from pipeline.edge.files import Source, write
from pipeline.edge.progress import unseen
from pipeline.jobs.check import Run, check_to_write
from pipeline.jobs.correct import Corrected, corrected
from pipeline.jobs.lists import lists
from pipeline.jobs.read import empty
from pipeline.reports.overview import broke, summary
from pipeline.values.audit import Audit
from pipeline.values.settings import Settings
from pipeline.write.applying import Accepted

USUAL = "README.md"
"""The list of a repository that names none."""


class Call(NamedTuple):
    """The lists of a repository, and how they are checked."""

    settings: Settings

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists, as they are named."""
        return tuple(dict.fromkeys(self.settings.lists))

    @property
    def paths(self) -> tuple[str, ...]:
        """What a run may write."""
        return (*self.lists, self.settings.records)

    def sources(self) -> list[Source]:
        """The lists as they stand."""
        return lists(self.settings)


def call() -> Call:
    """What a step works on: the lists of the settings, else the README."""
    settings = configuration.settings({})
    return Call(settings.but(lists=settings.lists or (USUAL,)))


def run_of(sources: Sequence[Source], called: Call) -> Run:
    """What is wrong in lists, as they stand or stood."""
    return check_to_write(sources, called.settings, unseen())


def corrected_by(run: Run, ids: frozenset[str]) -> Corrected:
    """The lists after these corrections, and no others."""
    return corrected(run, Accepted(ids=ids, automatic=False))


def keep_reports(audit: Audit, variables: Variables) -> Path:
    """The folder for the artifact, with the whole report as a page, as Markdown and as JSON."""
    place = folder(variables) / "report"
    for ending in (".html", ".md", ".json"):
        name = reports.ENDINGS[ending]
        write(place / f"errata{ending}", reports.rendered(name, audit).text)
    return place


def numbers(audit: Audit) -> dict[str, str]:
    """The outputs of a step that are numbers of the run."""
    sums = summary(audit)
    return {
        "complete": str(audit.complete).lower(),
        "errors": str(sums.errors),
        "warnings": str(sums.warnings),
        "notices": str(sums.notices),
    }


def page(audit: Audit, where: Where) -> str:
    """The job summary of a run: its whole report, if it fits."""
    return reports.rendered("markdown", audit, limit=ROOM, full=f"{where.run_url}#artifacts").text


def unread(audit: Audit) -> tuple[str, ...]:
    """A workflow command for each list of which nothing was read."""
    return tuple(command("warning", line) for line in empty(audit))


def broken(audit: Audit) -> tuple[str, ...]:
    """A workflow command for each entry at which something of ours broke."""
    return tuple(
        command(
            "error", f"{audited.entry.path}, line {audited.entry.line}: {broke(audited.failure)}"
        )
        for audited in audit.failed
        if audited.failure
    )
