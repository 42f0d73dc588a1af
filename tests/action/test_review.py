"""What a change brings in: the cases that flows would take long to play."""

import pytest

from pipeline.action.edge.check import _commands
from pipeline.action.hunks import Hunk, hunks
from pipeline.action.review import Review, review
from pipeline.values.audit import Audit, Audited
from pipeline.values.finding import Finding, Severity
from tests.action.conftest import Repository
from tests.reports import audits


def found(line: int, code: str, current: str, **more: object) -> Audited:
    return audits.resolved(line, f"Title {line}", finding(line, code, current, **more))


def finding(line: int, code: str, current: str, **more: object) -> Finding:
    return audits.finding(code, line, current=current).but(**more)


PATH = found(1, "venue-differs", "x").entry.path
WHOLE = (Hunk(old=1, old_count=9, new=1, new_count=9),)


def compared(
    before: list[Audited], after: list[Audited], diff: tuple[Hunk, ...], *, complete: bool = True
) -> Review:  # fmt: skip
    audit: Audit = audits.audit(*before)
    return review(audit.but(complete=complete), audits.audit(*after), {PATH: diff})


def test_an_entry_rewritten_beside_one_with_the_same_fault_is_no_excuse() -> None:
    """The fault of another entry is old there, and new here."""
    old = found(2, "venue-differs", "Nature", id="a" * 12)
    new = found(5, "venue-differs", "Nature", id="b" * 12)
    review = compared([old], [old, new], hunks("@@ -4,0 +5 @@"))
    assert review.brought == {"b" * 12}


def test_a_bare_address_that_a_line_above_moves_is_no_news() -> None:
    """Its line stands in its id."""
    old = found(2, "authors-missing", "https://example.org", id="a" * 12)
    new = found(3, "authors-missing", "https://example.org", id="b" * 12)
    assert compared([old], [new], hunks("@@ -0,0 +1 @@")).brought == frozenset()


@pytest.mark.parametrize(
    ("diff", "brought"),
    [("@@ -3,0 +4 @@", 1), ("@@ -4 +4 @@", 0)],
    ids=["in lines that were added", "at an entry that was there"],
)
def test_where_the_list_as_it_was_is_not_known_only_what_was_added_counts(
    diff: str, brought: int
) -> None:
    new = found(4, "venue-differs", "Nature")
    assert len(compared([], [new], hunks(diff), complete=False).brought) == brought


def test_an_error_far_from_the_change_is_brought_in_all_the_same() -> None:
    """A link definition at the end of a list may be what an entry opens."""
    new = found(4, "link-elsewhere", "https://doi.org/10.9999/2")
    review = compared([found(4, "venue-differs", "x")], [new], hunks("@@ -90 +90 @@"))
    assert [one.entry.line for one in review.audit.audited] == [4]
    assert review.at_least(Severity.ERROR)


def test_what_could_not_be_verified_fails_no_check() -> None:
    new = found(4, "not-verified", "")
    review = compared([], [new], WHOLE)
    assert review.news()
    assert review.at_least(Severity.NOTICE) == ()
    assert review.at_least(None) == ()


def test_news_is_shown_first() -> None:
    old, new = found(2, "venue-differs", "x"), found(5, "venue-differs", "y")
    review = compared([old], [old, new], WHOLE)
    assert [one.entry.line for one in review.audit.audited] == [5, 2]


def test_a_step_annotates_ten_of_a_kind_and_says_that_there_are_more(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.work)
    many = [found(n, "venue-differs", f"x{n}") for n in range(1, 40)]
    lines = _commands(compared([], many, (Hunk(old=0, old_count=0, new=1, new_count=99),)), "End.")
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 10
    assert errors[-1].endswith("::30 more errors; see the full report.")
