"""`errata export`: the records for other programs."""

import argparse
import sys
from pathlib import Path

from pipeline.edge.files import UserError, read_library, write
from pipeline.exports import export as exported
from pipeline.values.settings import Settings


def export(options: argparse.Namespace, settings: Settings) -> int:
    """0 after the records were written; a folder without any is a wrong call."""
    papers = read_library(settings.records).papers
    if not papers:
        raise UserError(
            f"There are no records in {settings.records}. `errata fix` writes them, --records "
            "names another folder."
        )
    text = exported(papers, options.to)
    if options.output in (None, "-"):
        sys.stdout.write(text)
    else:
        write(Path(options.output), text)
    return 0
