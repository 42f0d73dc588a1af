"""A long review is reported in a screen or two, whatever stands in it twice on purpose."""

from pathlib import Path

from pipeline.reports import markdown, text
from tests.benchmarks.living import ENTRIES, reports, unfolded
from tests.reports import audits


def test_works_under_several_headings_are_one_line_and_faults_are_in_full(tmp_path: Path) -> None:
    told, page, _ = reports(tmp_path, number=320, entries=420)
    words = " ".join(told.split())
    assert words.count("(duplicate, two headings)") == 1
    assert "100 of 420 entries in README.md" in words
    assert "title-misspelt" in told
    assert "authors-d" in told or "authors-s" in told
    assert told.count("\n") <= 60
    assert page.count("duplicate") == 2, "the habit, and the command that leaves it out"


def test_the_report_of_three_thousand_entries_keeps_to_sixty_lines_and_sixty_kilobytes() -> None:
    review = audits.large(ENTRIES)
    told = text.render(review, whole=False)
    assert 40 < told.count("\n") <= 60
    assert told.count("list.md:") == text.FIRST
    page = markdown.render(review)
    assert 40_000 < len(page.encode()) <= 60_000
    assert unfolded(page) <= 200


def test_of_a_short_list_the_first_twenty_findings_are_in_full() -> None:
    told = text.render(audits.large(30), whole=False)
    assert told.count("\n      crossref: ") == text.FIRST
    assert "more findings:" in told
    whole = text.render(audits.large(30), whole=True)
    assert "more findings" not in whole
    assert whole.count("\n      crossref: ") > text.FIRST


def test_a_quiet_run_is_one_line() -> None:
    assert text.render(audits.quiet(), whole=False) == "1 entry: nothing to say; 1 resolved\n"
    assert text.render(audits.quiet()).count("\n") == 1
