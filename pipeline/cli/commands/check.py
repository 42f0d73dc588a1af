"""`errata check`: the report."""

import argparse

from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.present import present
from pipeline.edge.files import UserError
from pipeline.jobs import check as job
from pipeline.jobs.lists import lists
from pipeline.reports import named_by

FOR_PEOPLE = frozenset({"text", "markdown", "html"})
"""Reports that have a wording; those for programs have the same facts under any policy."""


def check(options: argparse.Namespace) -> int:
    """The status by what was found."""
    settings = settings_of(options)
    worded = {named_by(name) or "text" for name in options.report}
    shown = options.format == "text" and not FOR_PEOPLE & worded
    if getattr(options, "policy", None) and not shown:
        raise UserError(
            "`--policy` is a view for the terminal. Leave it out, or `--format` and `--report`."
        )
    run = job.check(
        lists(settings), settings, progress_of(options), watching=settings.watches
    )  # fmt: skip
    return job.status(present(run.audit, options), settings)
