"""Which lines a change touches."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.action.hunks import Hunk, added, hunks, replaced, touched
from pipeline.values.entry import Entry
from tests.reports.audits import entry


def at(first: int, last: int) -> Entry:
    return entry(first, "A title", "", "", "").but(end_line=last)


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("@@ -3,2 +4,3 @@ heading", Hunk(old=3, old_count=2, new=4, new_count=3)),
        ("@@ -3 +3 @@", Hunk(old=3, old_count=1, new=3, new_count=1)),
        ("@@ -0,0 +1,9 @@", Hunk(old=0, old_count=0, new=1, new_count=9)),
        ("@@ -7,2 +6,0 @@", Hunk(old=7, old_count=2, new=6, new_count=0)),
    ],
    ids=["both sides", "one line each", "a new file", "lines taken away"],
)
def test_headers_are_read(header: str, wanted: Hunk) -> None:
    assert hunks(f"--- a/x\n+++ b/x\n{header}\n+@@ -1 +1 @@ of the list\n") == (wanted,)


@pytest.mark.parametrize(
    ("entry", "hunk", "wanted"),
    [
        pytest.param(at(4, 6), "@@ -1 +6 @@", True, id="its last line"),
        pytest.param(at(4, 6), "@@ -1 +7 @@", False, id="the line behind it"),
        pytest.param(at(4, 6), "@@ -1 +2,2 @@", False, id="the lines before it"),
        pytest.param(at(4, 6), "@@ -1 +2,3 @@", True, id="its first line"),
        pytest.param(at(4, 6), "@@ -5 +5,0 @@", True, id="a line taken out of it"),
        pytest.param(at(4, 6), "@@ -7 +6,0 @@", False, id="a line taken away behind it"),
        pytest.param(at(4, 6), "@@ -4 +3,0 @@", False, id="a line taken away before it"),
    ],
)
def test_an_entry_is_touched_by_changes_in_its_lines(
    entry: Entry, hunk: str, *, wanted: bool
) -> None:
    assert touched(entry, hunks(hunk)) is wanted


def test_an_entry_that_came_whole_was_added() -> None:
    assert added(at(4, 6), hunks("@@ -3,0 +4,3 @@"))
    assert not added(at(4, 6), hunks("@@ -3,0 +4,2 @@"))
    assert not added(at(4, 6), hunks("@@ -4,3 +4,3 @@"))


TEXTS = st.lists(st.sampled_from("abcd"), max_size=12)


@given(old=TEXTS, new=TEXTS)
def test_every_line_that_differs_is_in_a_hunk(old: list[str], new: list[str]) -> None:
    """Against another program's diff: what is in no hunk is the same on both sides."""
    diff = "\n".join(difflib.unified_diff(old, new, lineterm="", n=0))
    found = hunks(diff)
    left = [line for n, line in enumerate(old, 1) if not replaced(at(n, n), found)]
    right = [line for n, line in enumerate(new, 1) if not touched(at(n, n), found)]
    assert left == right
