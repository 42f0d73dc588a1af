"""`errata read`: what Errata understands of the entries."""

import argparse

from pipeline.cli.options import settings_of
from pipeline.cli.present import present
from pipeline.jobs import read as job
from pipeline.jobs.lists import lists
from pipeline.values.exits import BUG, FINE, WRONG_CALL


def read(options: argparse.Namespace) -> int:
    """0; 2 if nothing was read, 70 if something of ours broke at an entry."""
    audit = present(job.read(lists(settings_of(options))), options)
    if audit.failed:
        return BUG
    return FINE if audit.audited else WRONG_CALL
