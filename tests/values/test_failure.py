import re
from collections.abc import Callable, Sequence

import pytest

from pipeline.values.failure import Failure, guarded, parted


def test_what_a_step_raises_is_a_value_that_names_stage_exception_and_place() -> None:
    failure = guarded("check", [1, 2].__getitem__, 3)
    assert isinstance(failure, Failure)
    assert failure.stage == "check"
    assert failure.error.startswith("IndexError: list index out of range (")


def test_the_places_are_those_of_our_code_the_innermost_first() -> None:
    from pipeline.values.text import Edit, Span, apply

    wide = Edit(span=Span(start=3, end=9), replacement="")
    failure = guarded("write", apply, "abc", [wide])
    assert isinstance(failure, Failure)
    assert re.search(r"edits collide at 3 \(values/text\.py:\d+ apply\)$", failure.error)


def test_the_words_of_an_exception_are_one_line_of_bounded_length() -> None:
    def step() -> None:
        raise ValueError("a\nb\u2028" * 1000)

    failure = guarded("read", step)
    assert isinstance(failure, Failure)
    assert len(failure.error) < 400
    assert len(failure.error.splitlines()) == 1


def test_what_a_step_returns_is_returned() -> None:
    assert guarded("read", divmod, 7, 2) == (3, 1)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_whoever_stops_the_program_stops_it(stop: type[BaseException]) -> None:
    def step() -> None:
        raise stop

    with pytest.raises(stop):
        guarded("read", step)


Attempt = Callable[[Sequence[int]], list[int] | Failure]


def breaking(*together: set[int]) -> tuple[Attempt, list[int]]:
    """An attempt that fails where all of one of these sets are there; how much was tried."""
    sizes: list[int] = []

    def attempt(items: Sequence[int]) -> list[int] | Failure:
        sizes.append(len(items))
        if any(broken <= set(items) for broken in together):
            return Failure(stage="check", error="broke")
        return list(items)

    return attempt, sizes


def test_where_nothing_breaks_it_is_tried_once() -> None:
    attempt, sizes = breaking()
    assert parted(range(100), attempt) == (list(range(100)), [])
    assert sizes == [100]


@pytest.mark.parametrize(
    ("broken", "lost"),
    [
        pytest.param([{17}], {17}, id="one item"),
        pytest.param([{0}, {99}], {0, 99}, id="the first and the last"),
        pytest.param([{n} for n in range(100)], set(range(100)), id="every item"),
        pytest.param([{3, 80}], {80}, id="two that break it only together: the later one"),
        pytest.param([{3, 4, 80}], {80}, id="three together"),
        pytest.param([{17}, {16, 18}], {17, 18}, id="one alone, and two beside it together"),
    ],
)
def test_the_items_that_break_it_are_taken_out_and_no_others(
    broken: list[set[int]], lost: set[int]
) -> None:
    attempt, _ = breaking(*broken)
    kept, found = parted(range(100), attempt)
    assert {item for item, _ in found} == lost
    assert kept == [item for item in range(100) if item not in lost]


def test_one_item_is_found_by_halves() -> None:
    attempt, sizes = breaking({700})
    parted(range(1000), attempt)
    assert len(sizes) <= 2 * 10 + 2
    assert sum(sizes) < 4 * 1000


def test_an_attempt_that_fails_for_nothing_at_all_is_given_as_it_is() -> None:
    failure = Failure(stage="check", error="always")
    result, found = parted([1, 2], lambda _: failure)
    assert result == failure
    assert [item for item, _ in found] == [1, 2]
