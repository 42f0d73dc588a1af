"""The arguments of ``errata review``."""

from pipeline.cli.arguments.shared import Commands, asking, judging, lists, new_command


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "review",
        "go through the findings in the terminal: accept, refuse with a reason, open the evidence",
        "errata review README.md\nerrata review README.md --only authors-differ",
    )
    lists(command)
    group = command.add_argument_group("output")
    group.add_argument("--no-color", action="store_true", help="no colour (also: NO_COLOR)")
    group.add_argument("--quiet", action="store_true", help="no progress")
    asking(command)
    judging(command)
