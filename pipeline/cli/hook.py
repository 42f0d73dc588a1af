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
from pipeline.jobs.read import empty
from pipeline.reports.plain import shown
from pipeline.values.audit import Audit
from pipeline.values.exits import FINE
from pipeline.values.shell import words


def hook(arguments: Sequence[str]) -> int:
    """0, 1 if a list has findings at or above ``--fail-on``, 2 for a wrong call."""
    options = parser().parse_args(["check", "--offline", "--quiet", *arguments])
    try:
        settings = settings_of(options)
        run = check(lists(settings), settings, progress_of(options))
    except UserError as error:
        sys.stderr.write(f"errata: {error}\n")
        return 2
    audit = run.audit
    exit_status = status(audit.but(complete=True), settings) if audit.audited else FINE
    if exit_status:
        present(audit, options)
    elif not any(audited.match and not audited.match.unavailable for audited in audit.audited):
        _unchecked(audit)
    return exit_status


def _unchecked(audit: Audit) -> None:
    """Nothing is known of any entry: that is said, and how it comes to be known."""
    for line in empty(audit):
        sys.stderr.write(f"errata: {shown(line)}\n")
    if audit.audited:
        lists = words(reading.document.path for reading in audit.readings)
        sys.stderr.write(
            "errata: Nothing could be checked, for no answers are kept. "
            f"`errata cache warm {lists}` asks for them.\n"
        )


if __name__ == "__main__":
    sys.exit(hook(sys.argv[1:]))
