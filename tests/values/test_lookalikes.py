"""Cyrillic letters that look like Latin ones."""

import pytest

from pipeline.compare.letters import key
from pipeline.values.lookalikes import as_seen, mended


@pytest.mark.parametrize(
    ("text", "seen"),
    [("МНС class II of cold mice", "MHC class II of cold mice"),
     ("Tid\u0430l mosses", "Tidal mosses"), ("The СССР", "The CCCP")],
)  # fmt: skip
def test_what_looks_the_same_compares_the_same(text: str, seen: str) -> None:
    """A record with "МНС" in Cyrillic letters accused every entry that had it right."""
    assert as_seen(text) == seen
    assert key(text) == key(seen)


@pytest.mark.parametrize("text", ["Чебышёв polynomials", "Рост мха в СССР", "Глубокое обучение"])
def test_what_looks_otherwise_is_left_alone(text: str) -> None:
    assert as_seen(text) == mended(text) == text


def test_a_word_of_the_other_script_is_not_written_otherwise() -> None:
    assert mended("The rise of the СССР") == "The rise of the СССР"
