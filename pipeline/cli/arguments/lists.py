"""Commands that work on lists: ``init``, ``read``, ``check``, ``fix``, ``add``, ``review``."""

from pipeline.cli.arguments.shared import asking, judging, lists, new_command, output


def init(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata init``."""
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


def read(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata read``."""
    command = new_command(
        commands,
        "read",
        "show what Errata understands of the entries; asks no service",
        "errata read README.md\nerrata read refs.bib --format json\ncat list.md | errata read -",
    )
    lists(command)
    output(command)


def check(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata check``."""
    command = new_command(
        commands,
        "check",
        "read, ask the services, report; writes nothing but reports",
        "errata check README.md\n"
        "errata check README.md --report report.md --report report.json\n"
        "errata check README.md --only retracted,concern\n"
        "errata check refs.bib --policy neurips\n"
        "errata check refs.bib --fail-on warning --mailto you@example.org",
    )
    lists(command)
    output(command)
    asking(command)
    judging(command)
    command.add_argument(
        "--policy",
        choices=("neurips", "arxiv"),
        help="on the terminal, report in the words of that venue's rules",
    )


def fix(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata fix``."""
    command = new_command(
        commands,
        "fix",
        "check, then write the corrections into the list, and the records",
        "errata fix README.md --dry-run\n"
        "errata fix README.md\n"
        "errata fix README.md --accept 3f09c2d41b7a",
    )
    lists(command)
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
    output(command)
    asking(command)
    judging(command)


def add(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata add``."""
    command = new_command(
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
    asking(command)


def review(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The arguments of ``errata review``."""
    command = new_command(
        commands,
        "review",
        "go through the findings in the terminal: accept, refuse with a reason, open the evidence",
        "errata review README.md\nerrata review README.md --only authors-differ",
    )
    lists(command)
    group = command.add_argument_group("output")
    group.add_argument("--no-color", action="store_true", help="no colour (also: NO_COLOR)")
    group.add_argument("--quiet", action="store_true", help="no progress")
    asking(command)
    judging(command)
