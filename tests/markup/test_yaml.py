"""Values for YAML files: in quotation marks where YAML would take them for something else."""

import pytest
import yaml

from pipeline.markup.yaml_scalars import quoted

WORDS = (
    "null", "Null", "~", "yes", "NO", "on", "n", "true", "1e3", "1.5", ".5", ".inf", "0x1f", "0b11",
    "1_000", "12:30", "190:20:30", "2020-01-01", "<<", "=", "- moss", "moss: fern", "#1", "[x]",
    "@moss", "moss, fern", "Nature", "Null and void", "On moss", "No. 5", "10.1000/x.5", "1984-85",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_every_word_comes_back_as_the_text_that_it_is(word: str) -> None:
    assert yaml.safe_load(f"venue: {quoted(word)}\n") == {"venue": word}


@pytest.mark.parametrize("word", ["Nature", "Null and void", "On moss", "10.1000/x.5", "2021"])
def test_what_needs_no_quotation_marks_gets_none(word: str) -> None:
    """A year stays a number."""
    assert quoted(word) == word
