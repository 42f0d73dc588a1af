"""The arguments of ``errata read``."""

from pipeline.cli.arguments.shared import Commands, lists, new_command, output


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "read",
        "show what Errata understands of the entries; asks no service",
        "errata read README.md\nerrata read refs.bib --format json\ncat list.md | errata read -",
    )
    lists(command)
    output(command)
