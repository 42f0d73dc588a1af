"""`errata export`: the records for other programs."""

import argparse
from pathlib import Path

from pipeline.cli.options import settings_of
from pipeline.cli.outputs import kept_apart
from pipeline.cli.streams import give
from pipeline.edge.files import UserError, read_library, write
from pipeline.exports import export as exported


def export(options: argparse.Namespace) -> int:
    """0 after the records were written; a folder without any is a wrong call."""
    settings = settings_of(options)
    papers = read_library(settings.records).papers
    if not settings.records:
        raise UserError("`records = false` keeps no records. Name their folder with --records.")
    if not papers:
        raise UserError(
            f"There are no records in {settings.records}. `errata fix LIST` writes them, --records "
            "names another folder."
        )
    text = exported(papers, options.to)
    if options.output in (None, "-"):
        give(text)
    else:
        kept_apart(options.output, settings, papers)
        write(Path(options.output), text)
    return 0
