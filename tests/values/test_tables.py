"""Tables of words that several stages use, and those of one: each word stands once."""

import ast
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.values import group_words, months, particles, small_words

CODE = Path(small_words.__file__).parent.parent


def twice(words: Iterable[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize(
    ("table", "between"),
    [(small_words._TABLE, None), (particles._TABLE, None), (group_words._TABLE, ", ")],
)
def test_each_word_stands_once_and_says_for_which_uses_it_counts(
    table: str, between: str | None
) -> None:
    rows = [row.split(": ")[1] for row in table.strip().split("\n")]
    assert twice(word for row in rows for word in row.split(between)) == []


def tables(path: Path) -> dict[int, list[str]]:
    """The words that a module lists, by the line where the list begins."""
    found = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            listed = node.func.value
            if node.func.attr == "split" and isinstance(listed, ast.Constant):
                found[node.lineno] = str(listed.value).split()
    return found


@pytest.mark.parametrize("path", [p for p in sorted(CODE.rglob("*.py")) if tables(p)], ids=str)
def test_no_list_of_words_has_one_twice(path: Path) -> None:
    assert {line: twice(words) for line, words in tables(path).items() if twice(words)} == {}


def test_in_joins_two_names_in_a_list_and_belongs_to_one_where_names_are_compared() -> None:
    assert "in" in particles.particles("compared")
    assert "in" not in particles.particles("lists")
    assert "van" in particles.particles("records") & particles.particles("lists")


def test_a_use_that_no_table_knows_has_no_words() -> None:
    assert small_words.small_words("recipes") == particles.particles("recipes") == frozenset()
    assert group_words.group_words("recipes") == ()


def test_those_who_sign_do_so_in_lists_too() -> None:
    assert set(group_words.group_words("signers")) <= set(group_words.group_words("lists"))
    assert "working party" not in group_words.group_words("lists")


def test_the_longer_name_of_a_month_is_tried_first() -> None:
    written = months.WRITTEN.split("|")
    assert written.index("September") < written.index("Sept") < written.index("Sep")
    assert len(set(months.SHORT)) == 12
