"""The arguments of ``errata add``."""

from pipeline.cli.arguments.shared import Commands, asking, new_command
from pipeline.cli.calls import Parser


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "add",
        "make complete entries from URLs, DOIs, arXiv ids, PMIDs or titles",
        "errata add https://doi.org/10.1093/nar/gkac901\n"
        "errata add arXiv:2306.15006 --to README.md --section 2024\n"
        'errata add "Attention is all you need" --dry-run\n'
        "errata add --venue ICML2026 --match diffusion\n"
        "errata add --venue ICML2026 --match diffusion --pick 2,5-7",
    )
    command.add_argument(
        "urls", nargs="*", metavar="URL", help="address, DOI, arXiv id, PMID, PMCID or title"
    )
    command.add_argument("--title", metavar="TEXT", help="the title of what the address opens")
    _meeting(command)
    _writing(command)
    asking(command)


def _meeting(command: Parser) -> None:
    group = command.add_argument_group("a whole meeting")
    group.add_argument(
        "--venue", metavar="NAME",
        help="instead of addresses: the papers that DBLP knows of a meeting, as ICML2026",
    )  # fmt: skip
    group.add_argument(
        "--match", metavar="TERM", action="append", default=[],
        help="those with this in their title (repeatable: any of them)",
    )  # fmt: skip
    group.add_argument(
        "--pick", metavar="NUMBERS",
        help="add these of the papers shown, as 2,5-7; without it they are shown and asked about",
    )  # fmt: skip
    group.add_argument("--yes", action="store_true", help="add all of them that are new")


def _writing(command: Parser) -> None:
    group = command.add_argument_group("writing")
    group.add_argument("--to", metavar="LIST", help="the list (default: the one of the settings)")
    group.add_argument(
        "--section", metavar="NAME",
        help="the heading to add under, “Topic > 2024”, or its number (default: by the year)",
    )  # fmt: skip
    group.add_argument(
        "--guess", action="store_true",
        help="if nothing else tells the heading, take that of the entries most like it",
    )  # fmt: skip
    group.add_argument(
        "--dry-run", action="store_true", help="print the new entry as a diff instead of writing it"
    )
    group.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="the form of the answer (default: text)",
    )
    group.add_argument("--quiet", action="store_true", help="no progress")
