"""The weights that ship are those that the judged and planted findings give."""

import json

from tests.benchmarks.judging.__main__ import WEIGHTS, rows
from tests.benchmarks.judging.fit import Row, fitted, predicted


def test_the_weights_in_the_program_are_those_of_the_rows() -> None:
    """Otherwise: python -m tests.benchmarks.judging --write."""
    assert json.loads(WEIGHTS.read_text(encoding="utf-8")) == fitted(rows())


def test_rows_hold_numbers_and_no_text() -> None:
    for row in rows():
        assert all(isinstance(value, float) for value in row.features.values())
        assert all(name.replace(":", "").replace("-", "").isalpha() for name in row.features)


def test_what_is_always_right_is_learnt_and_what_is_never_is_too() -> None:
    good = [Row(f"a{n}", {"one": 1.0, "linked": 1.0}, right=True, judged=True) for n in range(40)]
    bad = [Row(f"b{n}", {"one": 1.0}, right=False, judged=True) for n in range(40)]
    weights = fitted([*good, *bad])
    assert weights == fitted([*bad, *good])
    assert predicted({"one": 1.0, "linked": 1.0}, weights) > 0.95
    assert predicted({"one": 1.0}, weights) < 0.1
