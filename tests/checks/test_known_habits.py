"""What a list gives is judged by what its works say, not by what was read of it alone."""

from tests.checks.test_repeated import title
from tests.world import World, run, work

PEOPLE = "Mara Lindqvist, Jun Hasek"
OTHERS = "Kofi Adomako, Rana Sato"
"""Who put the paper into the list: it says that everywhere, and never who wrote it."""


def found(byline: str, number: int) -> list[str]:
    """The codes of the last entry of a list, which has no by-line; the others have this one."""
    works = tuple(
        work(title(n), PEOPLE.replace(", ", "; "), "Marine Ecology Letters", "2022-03",
             f"doi:10.99999/mel.{n}")
        for n in range(number + 1)
    )  # fmt: skip
    lines = [
        f"- **{title(n)}.** {f'{byline}. ' if n < number else ''}*Marine Ecology Letters*, 2022. "
        f"[[Link]](https://doi.org/10.99999/mel.{n})"
        for n in range(number + 1)
    ]
    result = run(World(works={"crossref": works}), "# Shores\n\n" + "\n".join(lines) + "\n")
    assert [one.entry.authors is not None for one in result.audited] == [True] * number + [False]
    return [finding.code for finding in result.audited[-1].findings]


def test_a_by_line_is_missed_where_the_others_name_the_people_of_their_works() -> None:
    assert "authors-missing" in found(PEOPLE, 5)


def test_none_is_missed_where_what_was_read_as_by_lines_names_nobody_of_the_works() -> None:
    assert "authors-missing" not in found(OTHERS, 5)


def test_of_a_few_entries_what_was_read_still_counts() -> None:
    assert "authors-missing" in found(PEOPLE, 2)
