"""`errata check`: the report."""

import argparse

from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.present import present
from pipeline.jobs import check as job
from pipeline.jobs.lists import lists


def check(options: argparse.Namespace) -> int:
    """The status by what was found."""
    settings = settings_of(options)
    run = job.check(
        lists(settings), settings, progress_of(options), watching=settings.watches
    )  # fmt: skip
    return job.status(present(run.audit, options), settings)
