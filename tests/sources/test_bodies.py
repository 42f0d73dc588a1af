"""JSON says the same with the library that comes with an index and without it.

And what a service sent says nothing twice, and counts in numbers.
"""

import json
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sources import bodies
from pipeline.sources.protocol import SourceFormatError

VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
HUGE = 2**64


def both(body: str) -> tuple[Any, Any]:
    """What is read with the library and without it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bodies, "orjson", orjson)
        swift = said(body)
        patch.setattr(bodies, "orjson", None)
        return swift, said(body)


def said(body: str) -> Any:
    try:
        return bodies.json_of(body, "any")
    except SourceFormatError:
        return "refused"


@given(VALUES)
def test_what_is_read_and_written_does_not_depend_on_the_library(value: Any) -> None:
    swift, slow = both(json.dumps(value))
    assert swift == slow or value != value  # noqa: PLR0124  NaN is nothing in both
    assert json.loads(bodies.dumped(swift)) == swift


@pytest.mark.parametrize(
    "body",
    ["", "{", "NaN", "[NaN, Infinity]", '"\\ud800"', '{"a": 1, "a": 2}', "[" * 2000 + "]" * 2000,
     '"\ud800"', f"[{HUGE}, {-HUGE}]", "\ufeff{}"],
)  # fmt: skip
def test_the_odd_is_read_or_refused_alike(body: str) -> None:
    swift, slow = both(body)
    assert swift == slow


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0, 0), (7, 7), ("42", 42), (" 42 ", 42), ("007", 7),
        ("", None), ("soon", None), ("-1", None), (-1, None), ("1.5", None), (1.5, None),
        ("\u00b2", None), ("\u0663", None), ("9" * 5000, None), (10**400, None),
        (True, None), (None, None), ([1], None), (float("inf"), None),
    ],
)  # fmt: skip
def test_a_number_that_counts_something(value: object, number: int | None) -> None:
    assert bodies.whole(value) == number


@pytest.mark.parametrize(
    "body",
    ['{"title": ["Moss"], "title": ["Fern"]}', '{"items": [{"DOI": "10.1/x", "DOI": "10.1/y"}]}'],
)
def test_what_is_said_twice_is_no_answer(body: str) -> None:
    """Nobody knows which of the two was meant."""
    with pytest.raises(SourceFormatError):
        bodies.answer_of(body, "crossref")


def test_two_records_may_say_the_same() -> None:
    two = '[{"DOI": "10.1/x"}, {"DOI": "10.1/x"}]'
    assert bodies.json_of(two, "crossref", once=True) == [{"DOI": "10.1/x"}] * 2
