"""Reading the arguments, and what is said of a wrong call: one line, with what was likely meant."""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from pipeline.values.nearest import meant

WRONG_CALL = 2

_KINDS: dict[object, str] = {int: "a whole number", float: "a number"}
_NO_VALUE = re.compile(r"argument ([^:]+): expected (?:one|at least one) argument")
_A_VALUE = re.compile(r"argument ([^:]+): ignored explicit argument")
_MISSING = re.compile(r"the following arguments are required: (.+)")


class Parser(argparse.ArgumentParser):
    """A parser that answers a wrong call with the nearest right one."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401  as above it
        """The options; files may stand before, between and behind them."""
        given = list(sys.argv[1:] if args is None else args)
        first = given[0].partition("=")[0] if given else ""
        if first.startswith("-") and first.lstrip("-") in self._commands():
            meant_so = " ".join([self.prog, first.lstrip("-"), *given[1:2]])
            self.error(f"{first} is no option of `{self.prog}`. Did you mean: {meant_so}?")
        options, left = self.parse_known_args(given, namespace)
        if hasattr(options, "lists"):
            options.lists += [word for word in left if not word.startswith("-")]
            left = [word for word in left if word.startswith("-")]
        if left:
            self._refuse(options.command, left[0])
        return options

    def error(self, message: str) -> NoReturn:
        """Ends with the line, and where there is more to read."""
        sys.stderr.write(f"errata: {self._worded(message)}\n")
        raise SystemExit(WRONG_CALL)

    def _refuse(self, command: str | None, word: str) -> NoReturn:
        called = self._called(command)
        options = [name for action in called._actions for name in action.option_strings]  # noqa: SLF001
        name = word.partition("=")[0]
        if name.startswith("-"):
            near = self._elsewhere(name) or meant(name, options)
            near = near or f" `{called.prog} --help` tells those there are."
            self.error(f"{name} is no option of `{called.prog}`.{near}")
        self.error(f"`{called.prog}` takes no {word!r}.")

    def _called(self, command: str | None) -> argparse.ArgumentParser:
        return self._commands().get(command or "", self)

    def _commands(self) -> dict[str, argparse.ArgumentParser]:
        every = (a for a in self._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001
        return {name: parser for action in every for name, parser in action.choices.items()}

    def _elsewhere(self, name: str) -> str:
        """That other commands have the option."""
        having = [
            f"`{other.prog}`" for other in self._commands().values()
            if name in other._option_string_actions  # noqa: SLF001
        ]  # fmt: skip
        verb = "has" if len(having) == 1 else "have"
        return f" {_either(having).replace(' or ', ' and ')} {verb} it." if having else ""

    def _worded(self, message: str) -> str:
        if hit := _MISSING.match(message):
            return self._missing(hit[1].partition(",")[0])
        if hit := _NO_VALUE.match(message):
            return f"{hit[1]} wants a value behind it. `{self.prog} --help` has examples."
        if hit := _A_VALUE.match(message):
            return f"{hit[1]} takes no value. Write it alone."
        return message

    def _missing(self, name: str) -> str:
        for action in self._actions:
            if action.dest == name and action.choices:
                return f"`{self.prog}` takes {_either(list(map(str, action.choices)))}."
        return f"{name} is missing. `{self.prog} --help` has examples."

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401
        if action.choices is None or value in action.choices:
            return
        choices = list(map(str, action.choices))
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            # Whoever mistypes a command has its first letter: `lint` is no `init`, which writes.
            near = meant(str(value), [c for c in choices if c[0] == str(value)[:1]])
            raise argparse.ArgumentError(None, _no_command(str(value), near, choices))
        near = meant(str(value), choices)
        name = "/".join(action.option_strings) or f"`{self.prog}`"
        text = f"{name} takes {_either(choices)}, not {value!r}.{near}"
        raise argparse.ArgumentError(None, text)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:  # noqa: ANN401
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError as error:
            kind = _KINDS.get(action.type)
            if kind is None:
                raise argparse.ArgumentError(None, error.message) from error
            name = "/".join(action.option_strings)
            text = f"{name} takes {kind}, not {arg_string!r}; for example {name} 100."
            raise argparse.ArgumentError(None, text) from error


def _no_command(word: str, near: str, commands: Sequence[str]) -> str:
    if Path(word).suffix or Path(word).exists():
        near = f" Did you mean: errata check {word}?"
    return f"There is no command {word!r}.{near or f' The commands are {_either(commands)}.'}"


def _either(words: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def report(name: str) -> str:
    """The name of a report, if its ending is one of a report's."""
    from pipeline import reports  # noqa: PLC0415  only where a report is wanted

    if reports.named_by(name) is None:
        endings = " ".join(reports.ENDINGS)
        raise argparse.ArgumentTypeError(
            f"{name}: name a report with one of these endings: {endings}."
        )
    return name
