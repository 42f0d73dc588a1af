"""``python -m pipeline`` and the command ``errata``."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of the command; see ``errata --help``."""
    from pipeline.cli import run  # noqa: PLC0415  nothing is loaded before it is needed

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
