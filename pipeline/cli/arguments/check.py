"""The arguments of ``errata check``."""

from pipeline.cli.arguments.shared import Commands, asking, judging, lists, new_command, output


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "check",
        "read, ask the services, report; writes nothing but reports",
        "errata check README.md\n"
        "errata check README.md --report report.md --report report.json\n"
        "errata check README.md --only retracted,concern\n"
        "errata check refs.bib --policy neurips\n"
        "errata check refs.bib --fail-on warning --mailto you@example.org",
    )
    lists(command)
    output(command)
    asking(command)
    judging(command)
    command.add_argument(
        "--policy",
        choices=("neurips", "arxiv"),
        help="on the terminal, report in the words of that venue's rules",
    )
