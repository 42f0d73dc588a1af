"""``python -I -m pipeline.action STEP``: one step of ``action.yml``, or the pre-commit hook."""

import os
import sys
from collections.abc import Sequence

USAGE = "usage: python -I -m pipeline.action schedule|propose|check|intake|answer|hook\n"


def main(arguments: Sequence[str]) -> int:
    """The exit status of the step; 2 if there is none of that name."""
    from pipeline.action.edge import check, hook, intake, runner, schedule  # noqa: PLC0415

    steps: dict[str, runner.Step] = {
        "schedule": schedule.schedule, "propose": schedule.propose, "check": check.check,
        "intake": intake.intake, "answer": intake.answer,
    }  # fmt: skip
    if arguments[:1] == ["hook"]:
        return hook.hook(arguments[1:])
    if len(arguments) != 1 or arguments[0] not in steps:
        sys.stderr.write(USAGE)
        return 2
    return runner.run(steps[arguments[0]], os.environ)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
