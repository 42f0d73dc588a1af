"""`errata bulk`: references by the million, judged against a local index alone."""

import argparse
import sys
import time
from pathlib import Path

from pipeline.cli.options import settings_of
from pipeline.edge.files import UserError
from pipeline.jobs import bulk as bulk_job
from pipeline.jobs.bulk_judging import Judged
from pipeline.reports.plain import counted, shown
from pipeline.values.exits import FINE, WRONG_CALL


def bulk(options: argparse.Namespace) -> int:
    """0; 2 if there was no reference in the file."""
    settings = settings_of(options)
    if not settings.index:
        raise UserError("Name the index: --index INDEX. `errata index build` makes one.")
    if options.master and options.engine != "spark":
        raise UserError("--master is for Spark. Leave it out, or add --engine spark.")
    master = (options.master or "local[*]") if options.engine == "spark" else ""
    shows = _Shown(quiet=options.quiet)
    counts = bulk_job.bulk(Path(options.file), settings, Path(options.output), shows, master)
    shows.done()
    total = sum(counts.values())
    text = ", ".join(f"{number:,} {status}" for status, number in counts.most_common())
    print(f"{shown(options.output)}: {counted(total, 'reference')}{': ' * bool(text)}{text}")
    return FINE if total else WRONG_CALL


class _Shown:
    """What a person hears meanwhile: how far it is, and what is wrong with the index."""

    def __init__(self, *, quiet: bool) -> None:
        self._draws = not quiet and sys.stderr.isatty()
        self._began, self._count = time.monotonic(), 0
        self._said: set[str] = set()

    def __call__(self, judged: Judged) -> None:
        self._count += len(judged.rows)
        for text in judged.said:
            if text not in self._said:
                self._said.add(text)
                print(f"errata: {shown(text)}", file=sys.stderr)
        if self._draws:
            rate = self._count / max(time.monotonic() - self._began, 0.1)
            text = f"{self._count:,} references, {rate:,.0f} a second"
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        """Wipe what was drawn."""
        if self._draws:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
