"""The arguments of ``errata read``."""

from pipeline.cli.arguments.shared import lists, new_command, output


def arguments(commands) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Make them part of the command line."""
    command = new_command(
        commands,
        "read",
        "show what Errata understands of the entries; asks no service",
        "errata read README.md\nerrata read refs.bib --format json\ncat list.md | errata read -",
    )
    lists(command)
    output(command)
