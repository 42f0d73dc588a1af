"""The arguments of ``errata bulk``."""

from pipeline.cli.arguments.shared import Commands, new_command


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
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
