"""The command line: arguments into settings, settings into a run, a run into reports.

In: arguments. Out: an exit status, and reports.
Imports: values, addresses, formats, resolve, papers, checks, edge, reports, exports, write, jobs.

Nothing heavy is imported before the arguments are understood: ``errata --help`` is instant.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

BUG = 70
"""Exit status for a fault of ours (EX_SOFTWARE of sysexits.h)."""

WRONG_CALL = 2


def run(arguments: Sequence[str]) -> int:
    """The exit status: 0 nothing to say, 1 findings, 2 wrong call, 3 incomplete, 70 our bug."""
    from pipeline.cli.parser import parser  # noqa: PLC0415

    options = parser().parse_args(arguments)
    if options.command is None:
        parser().print_help()
        return WRONG_CALL
    gc.disable()  # many values, next to no cycles, and an end: looking costs a tenth of a run
    return _guarded(options)


def _command(name: str) -> Callable[..., int]:
    """What a command does; it is found by its name."""
    module = import_module(f"pipeline.cli.commands.{name}")
    function: Callable[..., int] = getattr(module, name)
    return function


def _guarded(options) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001  argparse.Namespace
    """The command's status, every expected failure turned into one line."""
    from pipeline.edge.files import UserError  # noqa: PLC0415

    try:
        return _command(options.command)(options)
    except UserError as error:
        print(f"errata: {error}", file=sys.stderr)
        return WRONG_CALL
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: `errata check | head`
        return 0
    except KeyboardInterrupt:
        print("errata: stopped. What was answered is kept; the next run goes on.", file=sys.stderr)
        return 130
    except Exception:  # noqa: BLE001  the last stop: a bug of ours must not pass for a finding
        return _bug()


def _bug() -> int:
    import traceback  # noqa: PLC0415

    traceback.print_exc()
    print(
        "errata: this is a bug of ours, and nothing was written. Please report it with the lines "
        "above: https://github.com/errata-tools/errata/issues",
        file=sys.stderr,
    )
    return BUG
