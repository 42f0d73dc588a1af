"""The arguments of ``errata index``."""

from pipeline.cli.arguments.shared import Commands, new_command


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "index",
        "a local index of the services' dumps, asked before the services: build it, update it, "
        "show what is in it",
        "errata index build --crossref DIR --arxiv FILE --pubmed DIR -o INDEX\n"
        "errata index update INDEX --pubmed DIR --retractions FILE\n"
        "errata index info INDEX",
    )
    command.add_argument(
        "action",
        choices=("build", "update", "info"),
        help="make it, add to it, or show what is in it",
    )
    command.add_argument("folder", nargs="?", metavar="INDEX", help="the folder of the index")
    command.add_argument("-o", "--output", metavar="INDEX", help="the same, as an option")
    group = command.add_argument_group("dumps")
    for name, what in (
        ("crossref", "Crossref's public data file"),
        ("arxiv", "arXiv's metadata"),
        ("pubmed", "PubMed's baseline or update files"),
        ("dblp", "dblp.xml"),
        ("retractions", "Retraction Watch's table"),
    ):
        help_text = f"{what}: a file or a folder, packed or not"
        group.add_argument(f"--{name}", metavar="DUMP", help=help_text)
    command.add_argument("--quiet", action="store_true", help="no progress")
