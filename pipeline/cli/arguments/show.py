"""The arguments of ``errata show``."""

from pipeline.cli.arguments.shared import Commands, asking, new_command, output


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "show",
        "one work as the services describe it, each field with its source",
        "errata show 10.1093/nar/gkac901\nerrata show arXiv:2306.15006 34711970",
    )
    command.add_argument("ids", nargs="+", metavar="ID", help="DOI, arXiv id, PMID, PMCID or URL")
    output(command)
    asking(command)
