"""Cyrillic letters that look like Latin ones."""

import pytest

from pipeline.compare.letters import folded
from pipeline.values.lookalikes import mended


@pytest.mark.parametrize(
    "text", ["Чебышёв polynomials", "Рост мха в СССР", "Глубокое обучение", "The rise of the СССР"]
)
def test_a_word_of_the_other_script_is_left_alone(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize("text", ["Север в XXI веке", "Оценка COVID-19 на севере"])
def test_how_a_text_compares_depends_on_no_case(text: str) -> None:
    assert folded(text.upper()) == folded(text)
