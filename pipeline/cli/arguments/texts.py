"""Commands that print or compare what is there: ``export``, ``diff``, ``explain`` ..."""

from pipeline.cli.arguments.shared import new_command


def export(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata export``."""
    command = new_command(
        commands,
        "export",
        "write the records for other programs, as BibTeX, RIS, CSV and others",
        "errata export > papers.bib\nerrata export --to ris -o papers.ris",
    )
    command.add_argument(
        "--to",
        choices=("bibtex", "biblatex", "csl-json", "ris", "csv"),
        default="bibtex",
        help="the form (default: bibtex)",
    )
    command.add_argument(
        "-o", "--output", metavar="FILE", help="write to this file instead of standard output"
    )
    command.add_argument("--records", metavar="DIR", help="where the records are (default: papers)")


def diff(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata diff``."""
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


def explain(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata explain``."""
    command = new_command(
        commands,
        "explain",
        "what a kind of finding means, with an example",
        "errata explain                          all codes\n"
        "errata explain venue-differs\n"
        "errata explain venue-differs README.md   with the list's own example",
    )
    command.add_argument("code", nargs="?", metavar="CODE")
    command.add_argument(
        "lists",
        nargs="*",
        metavar="LIST",
        help="also show the first such finding there, from the answers that are kept",
    )


def schema(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata schema``."""
    command = new_command(
        commands,
        "schema",
        "print the JSON schema of the report or of a record",
        "errata schema report\nerrata schema record",
    )
    command.add_argument("name", choices=("report", "record"))


def completion(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata completion``."""
    command = new_command(
        commands,
        "completion",
        "print a script with which your shell completes commands and options",
        "source <(errata completion bash)\n"
        "errata completion zsh > ~/.zfunc/_errata\n"
        "errata completion fish > ~/.config/fish/completions/errata.fish",
    )
    command.add_argument("shell", choices=("bash", "zsh", "fish"))
