"""Arguments that several commands have, under the same names and with the same help."""

import argparse
from typing import TypeAlias

from pipeline.cli.calls import Parser, report

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001
"""What commands are added to; argparse gives it no public name."""


def new_command(commands: Commands, name: str, summary: str, example: str) -> Parser:
    """A command with its one-line summary and examples."""
    return commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in example.splitlines()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def lists(
    command: argparse.ArgumentParser, *, otherwise: str = "the lists of the settings"
) -> None:
    """The lists that it is about."""
    command.add_argument(
        "lists",
        nargs="*",
        metavar="LIST",
        help="Markdown, .bib, .ris, .csv, CSL-JSON, plain text ...; - for standard input; "
        f"without any, {otherwise}",
    )


def output(command: argparse.ArgumentParser) -> None:
    """Where the report goes, and in which form."""
    group = command.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=("text", "markdown", "json", "github", "sarif", "csv", "html"),
        default="text",
        help="the form of the report on standard output (default: text)",
    )
    group.add_argument(
        "--report",
        type=report,
        action="append",
        default=[],
        metavar="FILE",
        help="also write a report; its ending says in which form: .md .html .json .sarif .csv "
        "(repeatable)",
    )
    group.add_argument(
        "--badge", metavar="FILE", help="also write a badge, as JSON for shields.io to draw"
    )
    group.add_argument("--no-color", action="store_true", help="no colour (also: NO_COLOR)")
    group.add_argument("--quiet", action="store_true", help="no progress, no remarks")
    group.add_argument(
        "--all", action="store_true", help="every finding in full, not only the first"
    )
    group.add_argument(
        "--verbose",
        action="store_true",
        help="every finding in full, and how sure each is in per cent",
    )


def asking(command: argparse.ArgumentParser) -> None:
    """What may be asked, and what is kept."""
    group = command.add_argument_group("services")
    group.add_argument(
        "--offline",
        action="store_true",
        default=None,
        help="use only answers that are kept: in the cache, the local index, the snapshot",
    )
    group.add_argument(
        "--refresh", action="store_true", default=None, help="ask again, even what is in the cache"
    )
    group.add_argument(
        "--mailto",
        metavar="ADDRESS",
        help="your address, with which Crossref answers three times as fast",
    )
    group.add_argument("--max-requests", type=int, metavar="N", help="stop asking after N requests")
    group.add_argument(
        "--max-time",
        type=float,
        metavar="SECONDS",
        dest="max_time_s",
        help="stop asking after so many seconds",
    )
    group.add_argument("--records", metavar="DIR", help="where the records are (default: papers)")
    group.add_argument("--cache", metavar="DIR", help="where answers are kept (default: cache)")
    group.add_argument(
        "--index", metavar="DIR", help="a local index, asked before the services (`errata index`)"
    )


def judging(command: argparse.ArgumentParser) -> None:
    """Which findings are told, and which count."""
    group = command.add_argument_group("findings")
    group.add_argument(
        "--fail-on",
        choices=("error", "warning", "notice", "never"),
        help="the least severity that makes the exit status 1 (default: error)",
    )
    group.add_argument(
        "--only", action="append", metavar="CODE", help="only findings of this kind (repeatable)"
    )
    group.add_argument(
        "--ignore", action="append", metavar="CODE", help="no findings of this kind (repeatable)"
    )
