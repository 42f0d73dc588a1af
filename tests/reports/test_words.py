import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reports.words import Piece, compared, condensed

PIECES = st.lists(st.sampled_from(["a", "Bo", "Chen", ",", " ", "-", "é", "1", ".", "of"])).map(
    "".join
)


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        pytest.param("Cell", "Cell Maps", [("same", "Cell"), ("new", " Maps")], id="more"),
        pytest.param(
            "deconvo- lution of it", "deconvolution of it",
            [("gone", "deconvo- lution"), ("new", "deconvolution"), ("same", " of it")],
            id="a hyphen of a line end marks the word",
        ),
        pytest.param(
            "Routhier1 E", "Routhier E",
            [("gone", "Routhier1"), ("new", "Routhier"), ("same", " E")], id="a digit",
        ),
        pytest.param(
            "Ada M, Bo C", "Ada M, Eva N, Bo C",
            [("same", "Ada M, "), ("new", "Eva N, "), ("same", "Bo C")], id="a name between",
        ),
        pytest.param(
            "Shang L, Zhou X", "Chang Xu, Xiyun Jin",
            [("gone", "Shang L, Zhou X"), ("new", "Chang Xu, Xiyun Jin")],
            id="what has only a comma in common is replaced whole",
        ),
        pytest.param("same", "same", [("same", "same")], id="nothing"),
        pytest.param("", "x", [("new", "x")], id="from nothing"),
        pytest.param("", "", [], id="nothing at all"),
    ],
)  # fmt: skip
def test_words_that_changed_are_marked(old: str, new: str, pieces: list[Piece]) -> None:
    assert list(compared(old, new)) == pieces


@given(PIECES, PIECES)
def test_both_texts_come_back_whole(old: str, new: str) -> None:
    pieces = compared(old, new)
    assert "".join(text for kind, text in pieces if kind != "new") == old
    assert "".join(text for kind, text in pieces if kind != "gone") == new


def test_a_by_line_of_thousands_is_compared_at_once() -> None:
    names = [f"Name{n} N{n}" for n in range(6000)]
    old, new = ", ".join(names), ", ".join(reversed(names))
    start = time.process_time()
    assert compared(old, new)
    assert time.process_time() - start < 1


def test_of_a_long_by_line_only_the_surroundings_of_the_change_are_shown() -> None:
    names = [f"Given{n} Family{n}" for n in range(200)]
    old = ", ".join(names)
    new = old.replace("Family90,", "Familie90,")
    pieces = condensed(compared(old, new), same=80, changed=80)
    assert pieces == (
        ("same", "Given0 Family0, Given1 Family1, Given2 … Family88, Given89 Family89, Given90 "),
        ("gone", "Family90"),
        ("new", "Familie90"),
        ("same", ", Given91 Family91, Given92 Family92, … Given198 Family198, Given199 Family199"),
    )


def test_short_pieces_are_left_alone_and_long_words_are_cut() -> None:
    short: tuple[Piece, ...] = (("same", "a b"), ("new", "c"))
    assert condensed(short, same=3, changed=1) == short
    assert condensed((("new", "x" * 90),), same=10, changed=10) == (("new", "xxxxx … xxxxx"),)
