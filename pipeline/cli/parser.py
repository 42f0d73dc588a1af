"""The whole command line, with examples in its help; each command's own stand in ``arguments``."""

import argparse

from pipeline.cli.arguments import (
    add,
    bulk,
    cache,
    check,
    completion,
    diff,
    explain,
    export,
    fix,
    index,
    init,
    read,
    review,
    schema,
    show,
)
from pipeline.cli.calls import Parser
from pipeline.values.version import version

DESCRIPTION = (
    "Keeps curated paper lists true: checks every entry against Crossref, arXiv and PubMed."
)

COMMANDS = (
    init,
    read,
    check,
    fix,
    add,
    review,
    show,
    export,
    diff,
    cache,
    index,
    bulk,
    explain,
    schema,
    completion,
)
"""In the order of the help."""

EXAMPLES = """\
examples:
  errata init                                from nothing to the first report
  errata check README.md                     what is wrong in a list
  errata check README.md --report audit.html the same as a page to look through
  errata fix README.md --dry-run             the corrections as a diff
  errata fix README.md                       write them, and the records
  errata add URL --to README.md              a complete entry from an address
  errata explain authors-swapped             what a finding means

exit status: 0 nothing to say, 1 findings at or above --fail-on, 2 wrong call,
             3 a service did not answer, 70 a bug in Errata
"""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = Parser(
        prog="errata",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"errata {version()}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        command.arguments(commands)
    return top
