"""`errata read`: what Errata understands of the entries."""

import argparse

from pipeline.cli.options import settings_of
from pipeline.cli.present import present
from pipeline.jobs import read as job
from pipeline.jobs.lists import lists


def read(options: argparse.Namespace) -> int:
    """0."""
    present(job.read(lists(settings_of(options))), options)
    return 0
