"""The arguments of every command, with examples in their help."""

import argparse

from pipeline.cli.calls import Parser, report
from pipeline.values.version import version

DESCRIPTION = (
    "Keeps curated paper lists true: checks every entry against Crossref, arXiv and PubMed."
)

EXAMPLES = """\
examples:
  errata init                                from nothing to the first report
  errata check README.md                     what is wrong in a list
  errata check README.md --report audit.html the same as a page to look through
  errata fix README.md --dry-run             the corrections as a diff
  errata fix README.md                       write them, and the records
  errata add URL --to README.md              a complete entry from an address
  errata explain authors-swapped             what a finding means

exit status: 0 nothing to say, 1 findings at or above --fail-on, 2 wrong call,
             3 a service did not answer, 70 a bug in Errata
"""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = Parser(
        prog="errata",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"errata {version()}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _init(commands)
    _read(commands)
    _check(commands)
    _fix(commands)
    _add(commands)
    _review(commands)
    _show(commands)
    _export(commands)
    _diff(commands)
    _cache(commands)
    _index(commands)
    _bulk(commands)
    _explain(commands)
    _schema(commands)
    _completion(commands)
    return top


def _command(commands, name: str, summary: str, example: str) -> argparse.ArgumentParser:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """A command with its one-line summary and examples."""
    found: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in example.splitlines()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return found


def _lists(
    command: argparse.ArgumentParser, *, otherwise: str = "the lists of the settings"
) -> None:
    command.add_argument(
        "lists",
        nargs="*",
        metavar="LIST",
        help="Markdown, .bib, .ris, .csv, CSL-JSON, plain text ...; - for standard input; "
        f"without any, {otherwise}",
    )


def _output(command: argparse.ArgumentParser) -> None:
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
        "--all", action="store_true", help="every finding in full, not only the first twenty"
    )
    group.add_argument(
        "--verbose",
        action="store_true",
        help="every finding in full, and how sure each is in per cent",
    )


def _asking(command: argparse.ArgumentParser) -> None:
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


def _judging(command: argparse.ArgumentParser) -> None:
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


def _init(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "init",
        "find your lists, show and write settings, workflows and hook, check once",
        "errata init\nerrata init README.md refs.bib --yes --mailto you@example.org",
    )
    _lists(command, otherwise="those that are found here")
    group = command.add_argument_group("writing")
    group.add_argument("--yes", action="store_true", help="write the files without asking")
    group.add_argument(
        "--no-check", action="store_true", help="write only, without the first check"
    )
    _output(command)
    _asking(command)
    _judging(command)


def _read(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "read",
        "show what Errata understands of the entries; asks no service",
        "errata read README.md\nerrata read refs.bib --format json\ncat list.md | errata read -",
    )
    _lists(command)
    _output(command)


def _check(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "check",
        "read, ask the services, report; writes nothing but reports",
        "errata check README.md\n"
        "errata check README.md --report report.md --report report.json\n"
        "errata check README.md --only retracted,concern\n"
        "errata check refs.bib --policy neurips\n"
        "errata check refs.bib --fail-on warning --mailto you@example.org",
    )
    _lists(command)
    _output(command)
    _asking(command)
    _judging(command)
    command.add_argument(
        "--policy",
        choices=("neurips", "arxiv"),
        help="on the terminal, report in the words of that venue's rules",
    )


def _fix(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "fix",
        "check, then write the corrections into the list, and the records",
        "errata fix README.md --dry-run\n"
        "errata fix README.md\n"
        "errata fix README.md --accept 3f09c2d41b7a",
    )
    _lists(command)
    group = command.add_argument_group("writing")
    group.add_argument(
        "--dry-run",
        action="store_true",
        help="print the corrections as a diff instead of writing them",
    )
    group.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="ID",
        help="also write the correction of this finding, or all those of a code (repeatable)",
    )
    group.add_argument(
        "--style", action="store_true", dest="write_style", help="also write corrections of style"
    )
    group.add_argument(
        "--move", action="store_true", help="move entries to the section of their year"
    )
    _output(command)
    _asking(command)
    _judging(command)


def _add(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "add",
        "make complete entries from URLs, DOIs, arXiv ids, PMIDs or titles",
        "errata add https://doi.org/10.1093/nar/gkac901\n"
        "errata add arXiv:2306.15006 --to README.md --section 2024\n"
        'errata add "Attention is all you need" --dry-run',
    )
    command.add_argument(
        "urls", nargs="+", metavar="URL", help="address, DOI, arXiv id, PMID, PMCID or title"
    )
    command.add_argument("--title", metavar="TEXT", help="the title of what the address opens")
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
    _asking(command)


def _review(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "review",
        "go through the findings in the terminal: accept, refuse with a reason, open the evidence",
        "errata review README.md\nerrata review README.md --only authors-differ",
    )
    _lists(command)
    group = command.add_argument_group("output")
    group.add_argument("--no-color", action="store_true", help="no colour (also: NO_COLOR)")
    group.add_argument("--quiet", action="store_true", help="no progress")
    _asking(command)
    _judging(command)


def _export(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
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


def _diff(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
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


def _completion(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "completion",
        "print a script with which your shell completes commands and options",
        "source <(errata completion bash)\n"
        "errata completion zsh > ~/.zfunc/_errata\n"
        "errata completion fish > ~/.config/fish/completions/errata.fish",
    )
    command.add_argument("shell", choices=("bash", "zsh", "fish"))


def _show(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "show",
        "one work as the services describe it, each field with its source",
        "errata show 10.1093/nar/gkac901\nerrata show arXiv:2306.15006 34711970",
    )
    command.add_argument("ids", nargs="+", metavar="ID", help="DOI, arXiv id, PMID, PMCID or URL")
    _output(command)
    _asking(command)


def _cache(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "cache",
        "the answers that are kept: show how many, delete them, fetch more",
        "errata cache info\nerrata cache clear\nerrata cache warm README.md",
    )
    command.add_argument("action", choices=("info", "clear", "warm"))
    _lists(command)
    _asking(command)
    command.add_argument(
        "--snapshot",
        metavar="DIR",
        help="with warm: also write the answers to this folder as readable text",
    )
    command.add_argument("--quiet", action="store_true", help="no progress")
    command.add_argument("--no-color", action="store_true", help=argparse.SUPPRESS)


def _index(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
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


def _bulk(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "bulk",
        "judge references by the million with a local index alone",
        "errata bulk references.txt --index INDEX -o judged.jsonl\n"
        "errata bulk library.bib --index INDEX -o judged.parquet",
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
        choices=("duckdb",),
        default="duckdb",
        help="the program that looks up (default: duckdb)",
    )
    command.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="the result: .jsonl or .parquet"
    )
    command.add_argument("--quiet", action="store_true", help="no progress")


def _explain(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
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


def _schema(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command = _command(
        commands,
        "schema",
        "print the JSON schema of the report or of a record",
        "errata schema report\nerrata schema record",
    )
    command.add_argument("name", choices=("report", "record"))
