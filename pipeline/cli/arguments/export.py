"""The arguments of ``errata export``."""

from pipeline.cli.arguments.shared import Commands, new_command


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "export",
        "write the records for other programs, as BibTeX, RIS, CSV and others",
        "errata export > papers.bib\nerrata export --to ris -o papers.ris",
    )
    command.add_argument(
        "--to",
        choices=("bibtex", "biblatex", "csl-json", "ris", "csv", "hayagriva", "cff"),
        default="bibtex",
        help="the form (default: bibtex); hayagriva for Typst, cff for a CITATION.cff",
    )
    command.add_argument(
        "-o", "--output", metavar="FILE", help="write to this file instead of standard output"
    )
    command.add_argument("--records", metavar="DIR", help="where the records are (default: papers)")
