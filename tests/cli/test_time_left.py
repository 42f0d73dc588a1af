"""``--max-time`` counts from the call of the command, not from its first question."""

import argparse
import time

import pytest

from pipeline.cli.options import settings_of

BEFORE_S = 5.0
"""Seconds ago at which the command was called: modules were loaded, lists read."""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))


def _left(most: float | None) -> float | None:
    called = argparse.Namespace(max_time_s=most, began=time.monotonic() - BEFORE_S)
    return settings_of(called).max_time_s


def test_what_went_before_the_first_question_counts() -> None:
    left = _left(BEFORE_S + 60)
    assert left is not None
    assert left <= 60


def test_a_time_that_is_up_is_no_wrong_setting() -> None:
    left = _left(BEFORE_S / 2)
    assert left is not None
    assert 0 < left < 1e-6


def test_without_it_there_is_no_end() -> None:
    assert _left(None) is None
