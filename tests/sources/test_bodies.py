"""JSON says the same with the library that comes with an index and without it."""

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
