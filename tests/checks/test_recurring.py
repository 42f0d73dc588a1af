"""What would make one and the same of many entries."""

from collections import Counter

import pytest

from pipeline import formats
from pipeline.checks.case import Observation, Remark
from pipeline.checks.recurring import FEWEST, without_refrains
from pipeline.formats.protocol import Change
from pipeline.values.entry import Document
from tests.shelf import LINES, listed

(ENTRY,) = formats.read(Document(path="list.md", text=listed(LINES["pools"]))).entries


def years(*pairs: tuple[str, str], field: str = "year") -> list[tuple[Observation, ...]]:
    """That each first should be the second."""
    return [
        (
            Observation(
                code="year-differs", entry=ENTRY, confidence=1.0,
                remark=Remark(
                    message="", current=now,
                    change=Change(field=field, text=then),
                ),
            ),
        )
        for now, then in pairs
    ]  # fmt: skip


ALL_ONE = [(str(2000 + n), "1971") for n in range(FEWEST)]


@pytest.mark.parametrize(
    ("said", "entries", "left"),
    [
        (years(*ALL_ONE), 20, 0),
        (years(*ALL_ONE, ("2001", "2002")), 20, 1),
        (years(*ALL_ONE[1:]), 20, FEWEST - 1),
        (years(*ALL_ONE), 400, FEWEST),
        (years(*ALL_ONE * 10), 60, 0),
        (years(*ALL_ONE, field="authors"), 20, FEWEST),
        (years(*ALL_ONE * 3, field="authors"), 20, 0),
        (years(*[("2020", "1971")] * 9), 20, 9),
        (years(*ALL_ONE, field="venue"), 20, FEWEST),
    ],
    ids=[
        "all alike",
        "another beside",
        "few",
        "few of many",
        "few years, all entries",
        "the people of a group",
        "somebody who signs all",
        "a list's own habit",
        "a venue",
    ],
)
def test_a_refrain_is_nobodys_fault(
    said: list[tuple[Observation, ...]], entries: int, left: int
) -> None:
    kept = without_refrains(said, Counter({ENTRY.path: entries}))
    assert sum(map(len, kept)) == left
