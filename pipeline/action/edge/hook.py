"""The pre-commit hook: what can be said of the lists without asking any service.

An entry about which nothing is kept is no reason to stop a commit.
"""

import sys
from collections.abc import Sequence

from pipeline.cli.commands import run_over, settings_of, status
from pipeline.cli.parser import parser
from pipeline.cli.present import present
from pipeline.edge.files import UserError


def hook(arguments: Sequence[str]) -> int:
    """0, 1 if a list has findings at or above ``--fail-on``, 2 for a wrong call."""
    options = parser().parse_args(["check", "--offline", "--quiet", *arguments])
    try:
        settings = settings_of(options)
        done = run_over(options, settings)
    except UserError as error:
        sys.stderr.write(f"errata: {error}\n")
        return 2
    found = status(done.audit.but(complete=True), settings)
    if found:
        present(done.audit, options)
    return found
