"""A run of Errata inside a step: the settings of the repository, the lists, the reports."""

import argparse
from pathlib import Path
from typing import NamedTuple

from pipeline import reports
from pipeline.action.edge.runner import Variables, folder
from pipeline.action.event import Where
from pipeline.action.summary import ROOM
from pipeline.cli.commands import settings_of
from pipeline.cli.parser import parser
from pipeline.edge.files import write
from pipeline.reports import markdown
from pipeline.reports.overview import summary
from pipeline.values.audit import Audit
from pipeline.values.settings import Settings

USUAL = "README.md"
"""The list of a repository that names none."""


class Call(NamedTuple):
    """A command with what it works on."""

    options: argparse.Namespace
    settings: Settings

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists, as they are named."""
        return tuple(dict.fromkeys(self.options.lists))

    @property
    def paths(self) -> tuple[str, ...]:
        """What a run may write."""
        return (*self.lists, self.settings.records)


def call(*arguments: str) -> Call:
    """The command line of a step; the lists are those of the settings, else the README."""
    options = parser().parse_args([*arguments])
    settings = settings_of(options)
    options.lists = list(settings.lists or (USUAL,))
    return Call(options=options, settings=settings)


def keep_reports(audit: Audit, variables: Variables) -> Path:
    """The folder for the artifact, with the whole report as a page, as Markdown and as JSON."""
    place = folder(variables) / "report"
    for ending in (".html", ".md", ".json"):
        name = reports.ENDINGS[ending]
        write(place / f"errata{ending}", reports.report(name).render(audit))
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
    return markdown.render(audit, limit=ROOM, full=f"{where.run_url}#artifacts")
