"""`errata read`: what Errata understands of the entries."""

import argparse

from pipeline.cli.options import settings_of, sources_of
from pipeline.cli.present import present
from pipeline.jobs import read as job


def read(options: argparse.Namespace) -> int:
    """0."""
    present(job.read(sources_of(options, settings_of(options))), options)
    return 0
