"""The manual of the commands, made from the parser: ``python -m pipeline.cli.manual``.

``docs/commands.md`` is what this prints; a test compares the two.
"""

import argparse
from collections.abc import Iterator

from pipeline.cli.parser import parser
from pipeline.values.codes import CODES

HEAD = """\
# The commands

This page is made from the program (`python -m pipeline.cli.manual > docs/commands.md`).
Progress goes to standard error, and only to a terminal; results go to standard output.
Without LIST, a command takes the lists of the settings; `-` reads standard input.
"""

STATUSES = {
    0: "nothing at or above `--fail-on`; what was asked for was done",
    1: "findings at or above `--fail-on`; for `add`: something was not added; for `show`: a work "
    "is unknown; for `diff`: a new finding at or above it",
    2: "wrong call, or an input that cannot be read or has no entries; nothing was written",
    3: "incomplete: a service did not answer, or was not asked (`--offline`); what was established "
    "is still reported",
    70: "a bug in Errata, at the entries named as failed; all else was done and written",
    130: "stopped from the keyboard (Ctrl-C); answers so far are kept, and the next run goes on",
}

FINDINGS = """\
`errata fix` writes an `auto` correction if it is clear which work is meant and no source
contradicts. It writes a `review` correction only with `--accept ID`; `errata review` asks you.
`errata explain CODE` tells more of each.
"""


def manual() -> str:
    """The page, ending in a line end."""
    parts = [HEAD, *_commands(), _statuses(), _findings()]
    return "\n".join(parts)


def _commands() -> Iterator[str]:
    (every,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001
    for name, command in every.choices.items():
        yield "\n".join(_command(name, command))


def _command(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    yield f"## errata {name}\n"
    yield f"{_escaped(command.description or '')}\n"
    yield "```sh"
    for line in (command.epilog or "").splitlines()[1:]:
        yield line.strip()
    yield "```\n"
    rows = [_row(action) for action in command._actions if _shown(action)]  # noqa: SLF001
    if rows:
        yield "| argument or option | what it does |"
        yield "|---|---|"
        yield from rows
        yield ""


def _shown(action: argparse.Action) -> bool:
    return action.help != argparse.SUPPRESS and "--help" not in action.option_strings


def _row(action: argparse.Action) -> str:
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
    value = value if isinstance(value, str) else " ".join(value)
    names = [
        f"{name} {value}".strip() if action.nargs != 0 else name for name in action.option_strings
    ]
    text = " ".join(f"`{_celled(name)}`" for name in names or [value or action.dest])
    return f"| {text} | {_escaped(action.help or '')} |"


def _celled(text: str) -> str:
    return text.replace("|", r"\|")


def _escaped(text: str) -> str:
    return _celled(text.replace("%%", "%")).replace("<", "&lt;")


def _statuses() -> str:
    rows = [f"| {number} | {meaning} |" for number, meaning in STATUSES.items()]
    return "\n".join(["## Exit status\n", "| status | meaning |", "|---|---|", *rows, ""])


def _findings() -> str:
    rows = [
        f"| `{code.name}` | {code.severity.value} | {code.field} | {_escaped(code.meaning)} | "
        f"{code.fix.value}{', with `--style`' if code.style else ''} |"
        for code in CODES
    ]
    table = ["| code | severity | field | meaning | fix |", "|---|---|---|---|---|", *rows, ""]
    return "\n".join(["## Findings\n", FINDINGS, *table])


if __name__ == "__main__":
    print(manual(), end="")
