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
BYLINES_LEFT = ("AMA", "BMC", "DBLP", "GB/T 7714", "ISO 690", "Japanese", "Vancouver")
"""Styles of which a by-line is misread now and then: nothing is promised of them yet."""
LEFT = (
    *BYLINES_LEFT, "ACL", "ACM", "AMS", "APA", "APA n.d.", "APS, no title", "BibTeX plain", "Cell",
    "Copernicus", "DIN", "Frontiers", "Harvard", "Harvard, quoted", "IEEE", "LNCS", "PLOS",
    "RSC, no title",
)  # fmt: skip
"""Styles in which something else is still accused: a DOI with "<" in it, an emoji for a link."""
ROWS = fitting()


@cache
def scores(style: str) -> tuple[Score, ...]:
    return tuple(_scores(style))


def _scores(style: str) -> Iterator[Score]:
    for lone in (False, True):
        yield from measured(ROWS, style, ENTRIES, lone=lone)


@pytest.mark.parametrize("style", [name for name in STYLES.options if name not in BYLINES_LEFT])
def test_a_right_by_line_is_neither_accused_nor_rewritten(style: str) -> None:
    said = {code for one in scores(style) for code in one.accused if code.startswith("author")}
    assert said == set(), [case for one in scores(style) for case in one.cases]


@pytest.mark.parametrize("style", [name for name in STYLES.options if name not in LEFT])
def test_a_list_of_sound_citations_stays_byte_for_byte_the_same(style: str) -> None:
    assert sum(one.entries for one in scores(style)) >= 6 * ENTRIES
    assert [case for one in scores(style) for case in one.cases] == []
    assert not any(one.refused for one in scores(style))


def test_the_styles_left_are_styles() -> None:
    assert set(LEFT) < set(STYLES.options)
