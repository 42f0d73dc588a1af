"""Tables of words that several stages use: each word stands once."""

from collections import Counter

import pytest

from pipeline.values import months, particles, small_words


@pytest.mark.parametrize("table", [small_words._TABLE, particles._TABLE])
def test_each_word_stands_once_and_says_for_which_uses_it_counts(table: str) -> None:
    words = Counter(
        word for row in table.strip().split("\n") for word in row.split(": ")[1].split()
    )
    assert [word for word, times in words.items() if times > 1] == []


def test_in_joins_two_names_in_a_list_and_belongs_to_one_where_names_are_compared() -> None:
    assert "in" in particles.particles("compared")
    assert "in" not in particles.particles("lists")
    assert "van" in particles.particles("records") & particles.particles("lists")


def test_a_use_that_no_table_knows_has_no_words() -> None:
    assert small_words.small_words("recipes") == particles.particles("recipes") == frozenset()


def test_the_longer_name_of_a_month_is_tried_first() -> None:
    written = months.WRITTEN.split("|")
    assert written.index("September") < written.index("Sept") < written.index("Sep")
    assert len(set(months.SHORT)) == 12
