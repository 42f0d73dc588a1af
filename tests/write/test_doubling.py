"""What already stands beside a place is not written there again."""

import pytest

from pipeline.values.text import Edit, Span
from pipeline.write.doubling import doubles


def _edit(text: str, old: str, new: str) -> Edit:
    at = text.index(old)
    return Edit(span=Span(start=at, end=at + len(old)), replacement=new)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param("[Storm, 2023, On tidal memory]", "tidal memory", "On tidal memory",
                     id="the first word of a title stands before it"),
        pytest.param("[On tidal memory, twice]", "tidal memory", "tidal memory, twice",
                     id="its last word stands behind it"),
        pytest.param("**A turn to context**\n  **driven recommenders**", "turn to context",
                     "turn to context driven recommenders",
                     id="its last word stands in the next line"),
        pytest.param("- Li H: A framework for owls.", "", "Li H. ",
                     id="a by-line stands before the title that it is to be written before"),
    ],
)  # fmt: skip
def test_an_edit_that_doubles_a_word_is_found(text: str, old: str, new: str) -> None:
    edit = _edit(text, old or "Li H: ", new)
    if not old:
        edit = Edit(span=Span(start=edit.span.start, end=edit.span.start), replacement=new)
    assert doubles(text, [edit])


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param("1. On tidal memroy. Owl Letters", "tidal memroy", "tidal memory",
                     id="a letter mended"),
        pytest.param("by Ada: tidal memory", "tidal memory", "On tidal memory", id="another word"),
        pytest.param("2021 2020 tidal", "2020", "2021", id="a year beside another"),
        pytest.param("On\n\ntidal memory", "tidal memory", "On tidal memory", id="far off"),
        pytest.param("of of tidal", "of tidal", "of tidal memory", id="a word that was there"),
    ],
)  # fmt: skip
def test_other_edits_double_nothing(text: str, old: str, new: str) -> None:
    at = text.rindex(old)
    assert not doubles(text, [Edit(span=Span(start=at, end=at + len(old)), replacement=new)])
