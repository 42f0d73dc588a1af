"""``python -m pipeline.cli.hook``, for pre-commit: what can be said without asking any service.

An entry about which nothing is kept is no reason to stop a commit.
"""

import sys
from collections.abc import Sequence

from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.parser import parser
from pipeline.cli.present import present
from pipeline.edge.files import UserError
from pipeline.jobs.check import check, status
from pipeline.jobs.lists import lists


def hook(arguments: Sequence[str]) -> int:
    """0, 1 if a list has findings at or above ``--fail-on``, 2 for a wrong call."""
    options = parser().parse_args(["check", "--offline", "--quiet", *arguments])
    try:
        settings = settings_of(options)
        run = check(lists(settings), settings, progress_of(options))
    except UserError as error:
        sys.stderr.write(f"errata: {error}\n")
        return 2
    found = status(run.audit.but(complete=True), settings)
    if found:
        present(run.audit, options)
    return found


if __name__ == "__main__":
    sys.exit(hook(sys.argv[1:]))
