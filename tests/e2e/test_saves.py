"""What an editor saves while Errata runs stays, whenever that is."""

from tests.benchmarks.saves import measured


def test_a_save_at_any_instant_is_kept_and_no_correction_is_half_written() -> None:
    """``python -m tests.benchmarks.saves`` does it two hundred times."""
    fell, wrong = measured(saves=6, entries=8)
    assert sum(fell.values()) == 6
    assert wrong == []
