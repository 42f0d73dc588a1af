"""The arguments of ``errata completion``."""

from pipeline.cli.arguments.shared import Commands, new_command

SHELLS = ("bash", "zsh", "fish")


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "completion",
        "print a script with which your shell completes commands and options",
        "source <(errata completion bash)\n"
        "errata completion zsh > ~/.zfunc/_errata\n"
        "errata completion fish > ~/.config/fish/completions/errata.fish",
    )
    command.add_argument("shell", choices=SHELLS, help="your shell")
