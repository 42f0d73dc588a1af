"""The arguments of ``errata explain``."""

from pipeline.cli.arguments.shared import Commands, new_command


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "explain",
        "what a kind of finding means, with an example",
        "errata explain                          all codes\n"
        "errata explain venue-differs\n"
        "errata explain venue-differs README.md   with the list's own example",
    )
    command.add_argument(
        "code", nargs="?", metavar="CODE", help="the kind of finding; without it, all of them"
    )
    command.add_argument(
        "lists",
        nargs="*",
        metavar="LIST",
        help="also show the first such finding there, from the answers that are kept",
    )
