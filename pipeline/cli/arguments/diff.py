"""The arguments of ``errata diff``."""

from pipeline.cli.arguments.shared import Commands, new_command


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "diff",
        "what is new and what is gone between two JSON reports",
        "errata diff last-week.json today.json\nerrata diff old.json new.json --format markdown",
    )
    command.add_argument("old", metavar="OLD", help="a JSON report, written with --report OLD.json")
    command.add_argument("new", metavar="NEW", help="a later one")
    command.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help="the form of the report on standard output (default: text)",
    )
    command.add_argument(
        "--fail-on",
        choices=("error", "warning", "notice", "never"),
        help="the least severity of a new finding that makes the exit status 1 (default: error)",
    )
