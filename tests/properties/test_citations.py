"""Sound citations, in every style that journals have, are left as they are.

A by-line may be rewritten only if it was read to its end: "Moore A, Ward W: Title" read without its
last author would get him twice.
"""

from collections.abc import Iterator
from functools import cache

import pytest

from tests.benchmarks.cited import Score, measured
from tests.benchmarks.layouts.citations import STYLES
from tests.benchmarks.layouts.shelf import fitting

ENTRIES = 4
UNTITLED = ("APS, no title", "RSC, no title")
"""Styles that give no title: of what a page and a volume do not name something else may be said."""
ROWS = fitting()


@cache
def scores(style: str) -> tuple[Score, ...]:
    return tuple(_scores(style))


def _scores(style: str) -> Iterator[Score]:
    for lone in (False, True):
        yield from measured(ROWS, style, ENTRIES, lone=lone)


@pytest.mark.parametrize("style", list(STYLES.options))
def test_a_right_by_line_is_neither_accused_nor_rewritten(style: str) -> None:
    said = {code for one in scores(style) for code in one.accused if code.startswith("author")}
    assert said == set(), [case for one in scores(style) for case in one.cases]


@pytest.mark.parametrize("style", [name for name in STYLES.options if name not in UNTITLED])
def test_a_list_of_sound_citations_stays_byte_for_byte_the_same(style: str) -> None:
    assert sum(one.entries for one in scores(style)) >= 6 * ENTRIES
    assert [case for one in scores(style) for case in one.cases] == []
    assert not any(one.refused for one in scores(style))


def test_the_styles_without_titles_are_styles() -> None:
    assert set(UNTITLED) < set(STYLES.options)
