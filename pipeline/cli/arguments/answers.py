"""Commands on what services say: ``show``, ``cache``, ``index``, ``bulk``."""

import argparse

from pipeline.cli.arguments.shared import asking, lists, new_command, output


def show(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata show``."""
    command = new_command(
        commands,
        "show",
        "one work as the services describe it, each field with its source",
        "errata show 10.1093/nar/gkac901\nerrata show arXiv:2306.15006 34711970",
    )
    command.add_argument("ids", nargs="+", metavar="ID", help="DOI, arXiv id, PMID, PMCID or URL")
    output(command)
    asking(command)


def cache(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata cache``."""
    command = new_command(
        commands,
        "cache",
        "the answers that are kept: show how many, delete them, fetch more",
        "errata cache info\nerrata cache clear\nerrata cache warm README.md",
    )
    command.add_argument("action", choices=("info", "clear", "warm"))
    lists(command)
    asking(command)
    command.add_argument(
        "--snapshot",
        metavar="DIR",
        help="with warm: also write the answers to this folder as readable text",
    )
    command.add_argument("--quiet", action="store_true", help="no progress")
    command.add_argument("--no-color", action="store_true", help=argparse.SUPPRESS)


def index(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata index``."""
    command = new_command(
        commands,
        "index",
        "a local index of the services' dumps, asked before the services: build it, update it, "
        "show what is in it",
        "errata index build --crossref DIR --arxiv FILE --pubmed DIR -o INDEX\n"
        "errata index update INDEX --pubmed DIR --retractions FILE\n"
        "errata index info INDEX",
    )
    command.add_argument("action", choices=("build", "update", "info"))
    command.add_argument("folder", nargs="?", metavar="INDEX", help="the folder of the index")
    command.add_argument("-o", "--output", metavar="INDEX", help="another way to name it")
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


def bulk(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata bulk``."""
    command = new_command(
        commands,
        "bulk",
        "judge references by the million with a local index alone",
        "errata bulk references.txt --index INDEX -o judged.jsonl\n"
        "errata bulk library.bib --index INDEX -o judged.parquet\n"
        "errata bulk library.bib --index INDEX --engine spark --master spark://host:7077 "
        "-o judged.parquet",
    )
    command.add_argument(
        "file",
        metavar="IN",
        help="text with a reference on each line, .bib, CSL-JSON (.json), or .jsonl",
    )
    command.add_argument(
        "--index", metavar="DIR", help="the folder of the index (`errata index build`)"
    )
    command.add_argument(
        "--engine",
        choices=("duckdb", "spark"),
        default="duckdb",
        help="all cores of this machine (duckdb, the default), or Spark",
    )
    command.add_argument(
        "--master",
        metavar="ADDRESS",
        help="with --engine spark: spark://HOST:7077, yarn, ... (default: local[*], this machine)",
    )
    command.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="the result: .jsonl or .parquet"
    )
    command.add_argument("--quiet", action="store_true", help="no progress")
