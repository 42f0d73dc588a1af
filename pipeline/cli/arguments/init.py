"""The arguments of ``errata init``."""

from pipeline.cli.arguments.shared import Commands, asking, judging, lists, new_command, output


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "init",
        "find your lists, show and write settings, workflows and hook, check once",
        "errata init\nerrata init README.md refs.bib --yes --mailto you@example.org",
    )
    lists(command, otherwise="those that are found here")
    group = command.add_argument_group("writing")
    group.add_argument("--yes", action="store_true", help="write the files without asking")
    group.add_argument(
        "--no-check", action="store_true", help="write only, without the first check"
    )
    output(command)
    asking(command)
    judging(command)
