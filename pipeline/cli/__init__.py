"""The command line: arguments into settings, settings into a run, a run into reports.

In: arguments. Out: an exit status, and reports.
Imports: values, addresses, formats, resolve, papers, checks, index, edge, reports, exports, write,
run, jobs.

Nothing heavy is imported before the arguments are understood: ``errata --help`` is instant.
"""

import gc
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module

from pipeline.values.exits import BUG, WRONG_CALL


def run(arguments: Sequence[str]) -> int:
    """The exit status: 0 nothing to say, 1 findings, 2 wrong call, 3 incomplete, 70 our bug."""
    began = time.monotonic()
    from pipeline.cli.streams import streams  # noqa: PLC0415

    with streams():
        return _guarded(arguments, began)


def _called(arguments: Sequence[str], began: float) -> int:
    from pipeline.cli.parser import parser  # noqa: PLC0415

    options = parser().parse_args(arguments)
    options.began = began
    if options.command is None:
        parser().print_help()
        return WRONG_CALL
    gc.disable()  # many values, next to no cycles, and an end: looking costs a tenth of a run
    return _commanded(options)


def _commanded(options) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001  argparse.Namespace
    """The command's status, what its user can mend turned into one line."""
    from pipeline.edge.files import UserError  # noqa: PLC0415

    try:
        return _command(options.command)(options)
    except UserError as error:
        _say(str(error), error)
        return WRONG_CALL


def _flushed(arguments: Sequence[str], began: float) -> int:
    """The command's status, all of its output having left."""
    try:
        status = _called(arguments, began)
    except SystemExit:  # --help, --version, a wrong call
        sys.stdout.flush()
        raise
    sys.stdout.flush()
    return status


def _command(name: str) -> Callable[..., int]:
    """What a command does; it is found by its name."""
    module = import_module(f"pipeline.cli.commands.{name}")
    function: Callable[..., int] = getattr(module, name)
    return function


def _guarded(arguments: Sequence[str], began: float) -> int:
    """The command's status, every expected failure turned into one line."""
    from pipeline.cli.streams import OutputError  # noqa: PLC0415

    try:
        return _flushed(arguments, began)
    except OutputError as error:
        _say(str(error), error)
        return WRONG_CALL
    except BrokenPipeError:
        return 0  # the reader of our output has gone: `errata check | head`
    except KeyboardInterrupt as stop:
        _say("Stopped. The services' answers so far are kept; the next run goes on.", stop)
        return 130
    except Exception as error:  # noqa: BLE001  the last stop: a bug of ours must not pass for a finding
        return _bug(error)


def _say(text: str, error: BaseException) -> None:
    """One line, and what else is known of it: what was written before."""
    for line in (text, *getattr(error, "__notes__", ())):
        print(f"errata: {line}", file=sys.stderr)


def _bug(error: Exception) -> int:
    import traceback  # noqa: PLC0415

    traceback.print_exception(error)
    nothing = "" if getattr(error, "__notes__", ()) else ", and nothing was written"
    print(
        f"errata: this is a bug of ours{nothing}. Please report it with the lines above: "
        "https://github.com/errata-tools/errata/issues",
        file=sys.stderr,
    )
    return BUG
