"""Reports to standard output and into files."""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

from pipeline import reports
from pipeline.cli.streams import give
from pipeline.edge.files import UserError, write
from pipeline.reports.differences import badge
from pipeline.values.audit import Audit


def present(audit: Audit, options: argparse.Namespace) -> None:
    """Standard output in the format asked for, and each ``--report`` by its ending."""
    for name in options.report:
        form = reports.named_by(name)
        if form is None:
            endings = " ".join(reports.ENDINGS)
            raise UserError(f"{name}: a report ends in one of {endings}.")
        write(Path(name), reports.report(form).render(audit))
    if options.badge:
        write(Path(options.badge), json.dumps(badge(audit), ensure_ascii=False) + "\n")
    if getattr(options, "lists", None) == ["-"] and options.command == "fix":
        return  # standard output has the corrected list
    if options.format == "text":
        _text(audit, options)
    else:
        give(reports.report(options.format).render(audit))


def _text(audit: Audit, options: argparse.Namespace) -> None:
    from pipeline.reports import text  # noqa: PLC0415

    color = sys.stdout.isatty() and not options.no_color and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
    sys.stdout.write(text.render(audit, colour=color, width=width))
    if not options.quiet:
        for note in audit.notes:
            print(note, file=sys.stderr)
    sys.stdout.flush()
