"""Reports to standard output and into files."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline import reports
from pipeline.cli.streams import give
from pipeline.edge.files import write
from pipeline.jobs.read import empty
from pipeline.reports.differences import badge
from pipeline.reports.overview import broke, incomplete
from pipeline.reports.plain import counted, shown
from pipeline.values.audit import Audit
from pipeline.values.failure import ISSUES, Failure

WIDTH = 100
"""Columns where neither `COLUMNS` nor a terminal tells them."""
NARROWEST = 40

MOST_FAILED = 10
"""Failed entries that are named on standard error; the reports name all."""


def present(audit: Audit, options: argparse.Namespace) -> Audit:
    """Standard output in the format asked for, and each ``--report`` by its ending.

    Returned is what was told: an entry that broke a report has failed.
    """
    for name in options.report:
        rendered = reports.rendered(reports.named_by(name) or "text", audit)
        write(Path(name), rendered.text)
        audit = rendered.audit
    if options.badge:
        write(Path(options.badge), json.dumps(badge(audit), ensure_ascii=False) + "\n")
    if getattr(options, "lists", None) == ["-"] and options.command == "fix":
        say_unsaid(audit)
        return audit  # standard output has the corrected list
    rendered = reports.rendered(options.format, audit, **_look(options))
    (sys.stdout.write if options.format == "text" else give)(rendered.text)
    if options.format == "text" and not options.quiet:
        for note in audit.notes:
            print(note, file=sys.stderr)
    say_failed(rendered.audit)
    return rendered.audit


def say_unsaid(audit: Audit) -> None:
    """On standard error, what a report would say of the exit status where none is printed."""
    if not audit.complete:
        print(f"errata: {incomplete(audit)}", file=sys.stderr)
    say_failed(audit)


def say_failed(audit: Audit) -> None:
    """The lists of which nothing was read, the entries at which something of ours broke."""
    for line in empty(audit):
        print(f"errata: {shown(line)}", file=sys.stderr)
    say_broken(
        (f"{shown(audited.entry.path)}:{audited.entry.line}", audited.failure)
        for audited in audit.failed if audited.failure
    )  # fmt: skip


def say_broken(places: Iterable[tuple[str, Failure]]) -> bool:
    """Whether something of ours broke anywhere; on standard error where, ready to be reported."""
    broken = list(places)
    for place, failure in broken[:MOST_FAILED]:
        print(f"errata: {place}: {broke(failure)}", file=sys.stderr)
    if broken:
        more = len(broken) - MOST_FAILED
        also = f"{counted(more, 'more entry', 'more entries')} failed. " if more > 0 else ""
        text = f"errata: {also}All else was done. Please report the lines above: {ISSUES}"
        print(text, file=sys.stderr)
    return bool(broken)


def _look(options: argparse.Namespace) -> dict[str, Any]:
    """How the terminal has it; the other forms have one look only."""
    if options.format != "text":
        return {}
    colour = sys.stdout.isatty() and not options.no_color and not os.environ.get("NO_COLOR")
    width = max(NARROWEST, shutil.get_terminal_size((WIDTH, 24)).columns)
    verbose = getattr(options, "verbose", False)
    whole = verbose or getattr(options, "all", True)
    policy = getattr(options, "policy", None) or ""
    return {
        "colour": colour, "width": width, "whole": whole, "numbers": verbose, "policy": policy,
    }  # fmt: skip
