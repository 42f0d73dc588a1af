"""The arguments of ``errata schema``."""

from pipeline.cli.arguments.shared import Commands, new_command


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "schema",
        "print the JSON schema of the report or of a record",
        "errata schema report\nerrata schema record",
    )
    command.add_argument("name", choices=("report", "record"), help="which of the two schemas")
