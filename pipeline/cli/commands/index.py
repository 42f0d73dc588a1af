"""`errata index`: a local index of the services' dumps made, brought up to date, looked at."""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.options import settings_of
from pipeline.edge.files import UserError
from pipeline.jobs.local_index import DUMPS, made, manifest_and_size
from pipeline.reports.plain import counted, shown
from pipeline.values.exits import FINE, SILENT

if TYPE_CHECKING:
    from pipeline.index.building import Progress
    from pipeline.index.manifest import Dump, Manifest

REDRAW_S = 0.5


def index(options: argparse.Namespace) -> int:
    """0; 3 if a dump broke off, so that the index lacks what stood behind."""
    folder = _folder(options)
    if options.action == "info":
        manifest, size = manifest_and_size(folder)
    else:
        dumps = {name: Path(value) for name in DUMPS if (value := getattr(options, name))}
        manifest = made(
            folder, dumps, _Drawn(quiet=options.quiet), further=options.action == "update"
        )
        manifest, size = manifest_and_size(folder)
    print("\n".join(_lines(folder, manifest, size)))
    return SILENT if any(dump.broken for dump in manifest.dumps) else FINE


def _folder(options: argparse.Namespace) -> Path:
    named = options.folder or options.output or settings_of(options).index
    if not named:
        raise UserError(f"Name the folder of the index: `errata index {options.action} -o INDEX`.")
    return Path(named)


class _Drawn:
    """Shows on a terminal how far a build is."""

    def __init__(self, *, quiet: bool) -> None:
        self._shows = not quiet and sys.stderr.isatty()
        self._began = self._drawn = time.monotonic()

    def __call__(self, now: "Progress") -> None:
        passed = time.monotonic() - self._began
        whole = now.bytes_read >= now.bytes_all
        if self._shows and (whole or time.monotonic() - self._drawn > REDRAW_S):
            self._drawn = time.monotonic()
            print(f"\r\x1b[K{_picture(now, passed)}", end="\n" * whole, file=sys.stderr, flush=True)


def _picture(now: "Progress", passed: float) -> str:
    """How far, how fast, and how long it will take."""
    if not now.bytes_all:
        return f"{now.stage} ..."
    part = now.bytes_read / now.bytes_all
    left = passed / part - passed if part else 0.0
    rate = f"{now.works:,} works, {now.works / max(passed, 0.1):,.0f} a second"
    return f"{now.stage}: {rate}, {part:.0%}, {left / 60:.0f} min left"


def _lines(folder: Path, manifest: "Manifest", size: int) -> Iterator[str]:
    yield (
        f"{shown(str(folder))}: {counted(manifest.works, 'record')} in {size / 1e6:,.0f} MB, "
        f"made {manifest.made[:10]}"
    )
    for dump in manifest.dumps:
        yield f"  {_dump(dump)}"
        yield from (f"    {shown(line)}" for line in (*dump.broken, *dump.first_bad))


def _dump(dump: "Dump") -> str:
    rows = "notice" if dump.source == "retractions" else "record"
    bad = f", {counted(dump.bad, rows)} could not be read" if dump.bad else ""
    read = f"{counted(dump.works, rows)} of {counted(dump.files, 'file')}{bad}"
    return f"{dump.source}: {read}, as of {dump.day or 'no known day'}"
