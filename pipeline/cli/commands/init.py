"""`errata init`: from a repository to the first report, in one command."""

import argparse
import sys

from pipeline.cli.commands.check import check
from pipeline.edge.files import UserError
from pipeline.jobs.init import Proposed, lists_here, proposed, written
from pipeline.jobs.lists import STANDARD_INPUT
from pipeline.reports.plain import counted, listed, shown

NEXT = (
    "Next: commit these files, and in Settings, Actions, General turn on ‘Allow GitHub Actions to "
    "create and approve pull requests’."
)


def init(options: argparse.Namespace) -> int:
    """The status of the first check; 0 without one. Nothing is written that was not shown."""
    lists = options.lists or lists_here()
    if STANDARD_INPUT in lists:
        raise UserError("`errata init` writes down which files are your lists, so name files.")
    if not lists:
        raise UserError(
            "No list was found here. Name it: errata init README.md. A list is a file with at "
            "least five papers that have a link, a DOI or another identifier."
        )
    files = proposed(lists, options.mailto or "")
    new = [file for file in files if not file.there]
    # Who asked for no question may read no further than the first lines: written all the same.
    done = written(files) if new and options.yes else []
    print(f"{counted(len(lists), 'list')}: {listed(map(shown, lists))}")
    for file in files:
        _show(file)
    if new and not options.yes and _agreed():
        done = written(files)
    if done:
        print(f"Written: {listed(done)}.")
        if any(name.startswith(".github/") for name in done):
            print(f"\n{NEXT}")
    elif new:
        print("Nothing was written. `errata init --yes` writes these files without asking.")
    if options.no_check:
        return 0
    asks = "" if options.offline else "asks the services, and "
    print(f"\nThe first check; it {asks}may be left at any time (Ctrl-C):\n")
    options.lists, options.command = lists, "check"
    return check(options)


def _show(file: Proposed) -> None:
    usual = f"{file.path} is there already and stays as it is." if file.there else f"{file.path}:"
    print(f"\n{file.by_hand or usual}")
    if file.by_hand or not file.there:
        print("\n".join(f"    {line}".rstrip() for line in file.text.splitlines()))


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    try:
        text = input("\nWrite these files? [y/N] ").strip().casefold()
    except EOFError:
        return False
    return text in ("y", "yes")
