import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline.values.text import Edit, EditConflictError, Span, apply
from pipeline.values.work import PartialDate


def edit(start: int, end: int, replacement: str) -> Edit:
    return Edit(span=Span(start=start, end=end), replacement=replacement)


def test_no_edit_leaves_the_text_as_it_was() -> None:
    assert apply("a\r\nb", ()) == "a\r\nb"


def test_an_edit_changes_its_span_and_nothing_else() -> None:
    assert apply("In Naure, 2019", [edit(3, 8, "Nature")]) == "In Nature, 2019"


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply("ab", [edit(1, 1, "x"), edit(1, 1, "y")]) == "axyb"


def test_equal_edits_count_once() -> None:
    assert apply("abc", [edit(1, 2, "X"), edit(1, 2, "X")]) == "aXc"


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([edit(0, 2, "x"), edit(1, 3, "y")], id="overlapping"),
        pytest.param([edit(2, 9, "x")], id="past the end"),
    ],
)
def test_edits_that_collide_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(EditConflictError):
        apply("abcd", edits)


def test_a_misspelt_field_is_refused_not_ignored() -> None:
    with pytest.raises(ValidationError):
        edit(0, 1, "x").but(replacment="y")


@given(st.text(), st.data())
def test_edits_are_order_free_and_touch_only_their_spans(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    edits = [edit(a, b, data.draw(st.text(max_size=3))) for a, b in spans]
    changed = apply(text, edits)
    assert apply(text, reversed(edits)) == changed
    rest = [
        text[a:b]
        for a, b in zip(
            [0, *[b for _, b in spans]], [*[a for a, _ in spans], len(text)], strict=True
        )
    ]
    at = 0
    for part in rest:
        at = changed.index(part, at) + len(part)


def test_a_value_that_was_not_checked_again_is_the_same_value() -> None:
    checked, swift = PartialDate(year=2020, month=3), PartialDate.unchecked(year=2020, month=3)
    assert swift == checked
    assert hash(swift) == hash(checked)
    assert swift.model_dump_json() == checked.model_dump_json()
    assert repr(swift) == repr(checked)
    assert swift.but(day=2) == PartialDate(year=2020, month=3, day=2)
    assert pickle.loads(pickle.dumps(swift)) == checked  # noqa: S301  our own
