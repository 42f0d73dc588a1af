"""What was left to a person is written by no later run, whatever the first one mended."""

from itertools import combinations

import pytest

from pipeline.values.finding import Finding, FixKind
from tests.shelf import LINES, changed, listed, shelf
from tests.world import preprint, run

POSTED = preprint(
    "Sparse attention over short lichen sequences",
    "Yusuf Demir; Clara Whitlock; Ines Farrow; Tom Hale",
    "2023-01-20 2023-06-02", "arxiv:2301.08888",
)  # fmt: skip
ENTRIES = {
    "lichen": LINES["lichen"],
    "tides": LINES["tides"],
    "posted": "- **Sparse attention over short lichen sequences.** Yusuf Demir, Clara Whitlock, "
    "Ines Farrow, Tom Hale. *ICLR*, 2023. [[Link]](https://arxiv.org/abs/2301.08888)",
}
FAULTS = {
    "an older year": (", 202", ", 201"),
    "a year to come": (", 202", ", 203"),
    "somebody too many": (". *", ", Zed Quorn. *"),
    "a name misspelt": ("Clara Whitlock", "Clara Whitlokc"),
    "another venue": (". *", ". *Nature Reviews "),
    "no link": (" [[Link]](https", " <!-- https"),
}


def _faulty(name: str, *faults: str) -> str:
    line = ENTRIES[name]
    for fault in faults:
        line = line.replace(*FAULTS[fault])
    return line.replace(")", ") -->") if "<!--" in line else line


def _left(findings: list[Finding], line: str) -> set[tuple[str, str]]:
    return {(f.field, f.current) for f in findings if f.fix is FixKind.REVIEW and f.current in line}


def test_a_mended_year_does_not_delete_an_author_in_the_next_run() -> None:
    """Only a preprint speaks, which is younger than the entry's year says: he may have left."""
    entry = changed("lichen", "Ines Farrow. *arXiv*, 2023", "Zed Quorn, Ines Farrow. *arXiv*, 2020")
    world, text = shelf(), listed(entry, "tides", "moss")
    first = run(world, text)
    assert {f.code: f.fix for f in first.findings}["authors-extra"] is FixKind.REVIEW
    second = run(world, first.fixed(), library=first.outcome.library)
    assert "Zed Quorn" in second.fixed()


@pytest.mark.parametrize(
    ("old", "new", "code", "fix"),
    [
        ("2023. [[", "2020. [[", "year-differs", FixKind.AUTO),
        ("Ines Farrow. *", "Zed Quorn, Ines Farrow. *", "authors-extra", FixKind.REVIEW),
    ],
)
def test_of_each_of_the_two_alone_the_year_is_written(
    old: str, new: str, code: str, fix: FixKind
) -> None:
    text = listed(changed("lichen", old, new), "tides", "moss")
    done = run(shelf(), text)
    assert [(f.code, f.fix) for f in done.findings] == [(code, fix)]
    mended = listed("lichen", "tides", "moss")
    assert done.fixed() == (mended if fix is FixKind.AUTO else text)


def test_what_lifts_no_doubt_about_anything_is_written() -> None:
    """A venue and a year of a work that stands in print are mended in one run."""
    entry = changed("tides", "*Journal of Estuarine Sensing*, 2021", "*Nature*, 2016")
    done = run(shelf(), listed(entry, "moss", "lichen"))
    assert {f.code for f in done.findings} == {"venue-differs", "year-differs"}
    assert FixKind.AUTO in {f.fix for f in done.findings}


@pytest.mark.parametrize("name", ENTRIES)
def test_fixed_twice_nothing_is_written_that_was_left_to_a_person(name: str) -> None:
    world, rest = shelf(POSTED), [LINES[one] for one in ("moss", "ferns")]
    for faults in combinations(FAULTS, 2):
        line = _faulty(name, *faults)
        first = run(world, listed(line, *rest))
        left = _left([f for f in first.findings if f.line == 3], line)
        text = first.fixed()
        if not left or text == listed(line, *rest):
            continue
        second = run(world, text, library=first.outcome.library)
        auto = {(f.field, f.current) for f in second.findings if f.fix is FixKind.AUTO and f.edits}
        assert not left & auto, faults


@pytest.mark.parametrize("year", ["2013", "2020", "2021"])
@pytest.mark.parametrize("more", ["Zed Quorn", "Zed Quorn, Ada Lim"])
def test_whoever_a_second_run_once_deleted_stays(year: str, more: str) -> None:
    old, new = "Ines Farrow. *arXiv*, 2023", f"{more}, Ines Farrow. *arXiv*, {year}"
    entry = LINES["lichen"].replace(old, new)
    world = shelf()
    done = run(world, listed(entry, "moss", "ferns"))
    again = run(world, done.fixed(), library=done.outcome.library)
    assert f"{more}, Ines Farrow" in again.fixed()


def test_a_link_of_which_the_next_check_would_have_more_to_say_is_proposed() -> None:
    """The preprint is told by one service only: what it says of the names counts once linked."""
    line = LINES["lichen"].replace("Ines Farrow", "Ines Farrow, Zed Quorn")
    bare = line.replace(" [[Link]](https://arxiv.org/abs/2301.09999)", "")
    world = shelf()
    linked = {f.code for f in run(world, listed(line, "tides", "moss")).findings}
    first = run(world, listed(bare, "tides", "moss"))
    assert linked - {f.code for f in first.findings} == {"authors-extra"}
    assert [(f.code, f.fix) for f in first.of("link-missing")] == [("link-missing", FixKind.REVIEW)]
    assert first.fixed() == listed(bare, "tides", "moss")
    right = LINES["lichen"].replace(" [[Link]](https://arxiv.org/abs/2301.09999)", "")
    assert run(world, listed(right, "tides", "moss")).fixed() == listed("lichen", "tides", "moss")


def test_case_that_was_hidden_by_a_slip_is_no_news() -> None:
    """Titles are mended word by word: what else is written otherwise is told only then."""
    slip = changed("moss", "Graph lanterns: a language", "GRAPH lanterns: a langauge")
    assert "a language model" in run(shelf(), listed(slip, "tides", "ferns")).fixed()
