"""`errata completion`: a script for the shell, made from the parser, so that it knows every option.

The script holds nothing but names of our own; no list, no path, no answer reaches it.
"""

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.cli.arguments.completion import SHELLS as SHELLS  # noqa: PLC0414  those it makes a script for
from pipeline.values.codes import BY_NAME


class Option(NamedTuple):
    """An option of a command, as a shell is to offer it."""

    names: tuple[str, ...]
    help: str
    choices: tuple[str, ...]
    takes: bool
    """A value follows it."""


class Command(NamedTuple):
    """A command with its options and the words its arguments may be."""

    name: str
    help: str
    options: tuple[Option, ...]
    choices: tuple[str, ...]
    """What may stand as an argument; empty for files."""


def commands(parser: argparse.ArgumentParser) -> tuple[Command, ...]:
    """The commands of the parser, in its order."""
    (every,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001
    summaries = {action.dest: action.help or "" for action in every._choices_actions}  # noqa: SLF001
    return tuple(
        Command(
            name=name, help=summaries.get(name, ""), options=tuple(_options(command)),
            choices=tuple(_choices(command)),
        )
        for name, command in every.choices.items()
    )  # fmt: skip


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:  # noqa: SLF001  argparse has no other way to list them
        if action.option_strings and action.help != argparse.SUPPRESS:
            yield Option(
                names=tuple(action.option_strings), help=(action.help or "").replace("%%", "%"),
                choices=tuple(_words(action)), takes=action.nargs != 0,
            )  # fmt: skip


def _choices(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:  # noqa: SLF001
        if not action.option_strings:
            yield from _words(action)


def _words(action: argparse.Action) -> Iterator[str]:
    """What may be given; of codes the parser knows nothing, for it is to load fast."""
    if action.metavar == "CODE":
        yield from BY_NAME
    yield from map(str, action.choices or ())


def script(shell: str, parser: argparse.ArgumentParser) -> str:
    """The script for one of ``SHELLS``, ending in a line end."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](commands(parser))


_BASH = """\
# bash completion for errata: source <(errata completion bash)
_errata() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" words=""
    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=( $(compgen -W "{names} --help --version" -- "$word") )
        return
    fi
    case "${{COMP_WORDS[1]}} $before" in
{values}
    esac
    case "${{COMP_WORDS[1]}}" in
{options}
    esac
    COMPREPLY=( $(compgen -W "$words" -- "$word") )
    if [[ $word != -* ]]; then
        COMPREPLY+=( $(compgen -f -- "$word") )
    fi
}}
complete -o filenames -F _errata errata
"""


def _bash(every: tuple[Command, ...]) -> str:
    values = [
        f'        "{command.name} {name}") COMPREPLY=( $(compgen -W "{" ".join(option.choices)}" '
        '-- "$word") ); return;;'
        for command in every for option in command.options if option.choices
        for name in option.names
    ]  # fmt: skip
    options = [
        f'        {command.name}) words="{" ".join((*_names(command), *command.choices))}";;'
        for command in every
    ]
    return _BASH.format(
        names=" ".join(command.name for command in every),
        values="\n".join(values),
        options="\n".join(options),
    )


def _names(command: Command) -> list[str]:
    return [name for option in command.options for name in option.names]


_ZSH = """\
#compdef errata
# zsh completion for errata: save it as _errata in a folder of $fpath.
_errata() {{
    local -a commands
    commands=(
{names}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    local chosen=$words[2]
    shift words
    (( CURRENT-- ))
    case $chosen in
{options}
    esac
}}
if [ "$funcstack[1]" = "_errata" ]; then
    _errata "$@"
else
    compdef _errata errata
fi
"""


def _zsh(every: tuple[Command, ...]) -> str:
    names = [f"        {_quoted(f'{_plain(c.name)}:{_plain(c.help)}')}" for c in every]
    options = []
    for command in every:
        specs = [spec for option in command.options for spec in _zsh_specs(option)]
        rest = f"*:argument:({' '.join(command.choices)})" if command.choices else "*:file:_files"
        options.append(f"        {command.name}) _arguments {' '.join((*specs, _quoted(rest)))};;")
    return _ZSH.format(names="\n".join(names), options="\n".join(options))


def _zsh_specs(option: Option) -> Iterator[str]:
    values = f"({' '.join(option.choices)})" if option.choices else "_files"
    value = f":value:{values}" if option.takes else ""
    for name in option.names:
        yield _quoted(f"*{name}[{_plain(option.help)}]{value}")


def _plain(text: str) -> str:
    """Help without the signs that zsh gives a meaning."""
    return text.replace("[", "(").replace("]", ")").replace(":", " -")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish(every: tuple[Command, ...]) -> str:
    lines = ["# fish completion for errata. Save it as ~/.config/fish/completions/errata.fish"]
    lines += [
        f"complete -c errata -n __fish_use_subcommand -f -a {c.name} -d {_fished(c.help)}"
        for c in every
    ]
    for command in every:
        within = f"complete -c errata -n '__fish_seen_subcommand_from {command.name}'"
        lines += [f"{within} -f -a {_fished(' '.join(command.choices))}"] if command.choices else []
        lines += [f"{within} {_fish_option(option)}" for option in command.options]
    return "\n".join(lines) + "\n"


def _fish_option(option: Option) -> str:
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    )
    values = f" -x -a {_fished(' '.join(option.choices))}" if option.choices else ""
    value = " -r" if option.takes and not option.choices else ""
    return f"{names}{value}{values} -d {_fished(option.help)}"


def _fished(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
