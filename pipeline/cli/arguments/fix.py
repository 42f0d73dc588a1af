"""The arguments of ``errata fix``."""

from pipeline.cli.arguments.shared import Commands, asking, judging, lists, new_command, output


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "fix",
        "check, then write the corrections into the list, and the records",
        "errata fix README.md --dry-run\n"
        "errata fix README.md\n"
        "errata fix README.md --accept 3f09c2d41b7a\n"
        "errata fix README.md --sort --dry-run",
    )
    lists(command)
    group = command.add_argument_group("writing")
    group.add_argument(
        "--dry-run",
        action="store_true",
        help="print the corrections as a diff instead of writing them",
    )
    group.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="ID",
        help="also write the correction of this finding, or all those of a code (repeatable)",
    )
    group.add_argument(
        "--style", action="store_true", dest="write_style", help="also write corrections of style"
    )
    group.add_argument(
        "--move", action="store_true", help="move entries to the section of their year"
    )
    group.add_argument(
        "--sort", action="store_true",
        help="put entries in the order that most of the list keeps, within their section",
    )  # fmt: skip
    output(command)
    asking(command)
    judging(command)
