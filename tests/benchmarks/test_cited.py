"""Floors for citations: what of sound ones is accused, and whether retracted ones are known."""

import pytest

from tests.benchmarks import cited
from tests.benchmarks.accuracy.corpus import Row
from tests.benchmarks.layouts.citations import STYLES
from tests.benchmarks.layouts.shelf import fitting
from tests.benchmarks.retractions import measured, shapes

MOST_ACCUSED, MOST_WRITTEN = 0.08, 0.05
"""Shares of sound citations of which something is said or written; nothing of it is right."""
FLOORS = {"linked": 0.96, "unlinked": 0.73}
"""Shares of retracted works that are known as such, by their links and by their text alone."""


@pytest.fixture(scope="module")
def rows() -> tuple[Row, ...]:
    return fitting()


def test_little_is_accused_and_less_is_written_of_sound_citations(rows: tuple[Row, ...]) -> None:
    found = [
        one for style in STYLES.options for lone in (False, True)
        for one in cited.measured(rows, style, 2, lone=lone)
    ]  # fmt: skip
    entries = sum(one.entries for one in found)
    accused = sum(one.accused.total() for one in found) / entries
    written = sum(one.changed for one in found) / entries
    print(f"{entries} entries, accused {accused:.3f}, written {written:.3f}")
    assert accused <= MOST_ACCUSED
    assert written <= MOST_WRITTEN


@pytest.mark.parametrize("ways", ["linked", "unlinked"])
def test_retracted_works_are_known_in_every_shape(rows: tuple[Row, ...], ways: str) -> None:
    told = [measured(rows, shape, 2, linked=ways == "linked") for shape in shapes()]
    known = sum(one.said for one in told) / sum(one.retracted for one in told)
    print(f"{ways}: {known:.3f}")
    assert known >= FLOORS[ways]
    assert sum(one.sound for one in told) > 100
    assert sum(one.wrongly for one in told) == 0
