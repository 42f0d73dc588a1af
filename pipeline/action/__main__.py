"""``python -I -m pipeline.action STEP``: one step of ``action.yml``."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

STEPS = {
    "ticked": "schedule", "schedule": "schedule", "propose": "schedule", "check": "check",
    "intake": "intake", "answer": "intake",
}  # fmt: skip
"""Step -> the module that does it in a function of its name; no other is loaded."""

USAGE = f"usage: python -I -m pipeline.action {'|'.join(STEPS)}\n"


def main(arguments: Sequence[str]) -> int:
    """The exit status of the step; 2 if there is none of that name."""
    if len(arguments) != 1 or arguments[0] not in STEPS:
        sys.stderr.write(USAGE)
        return 2
    from pipeline.action.edge import runner  # noqa: PLC0415

    module = import_module(f"pipeline.action.edge.{STEPS[arguments[0]]}")
    step: runner.Step = getattr(module, arguments[0])
    return runner.run(step, os.environ)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
