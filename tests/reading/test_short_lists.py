"""Lists too short to show their layout: rules read them, unless the words speak against a rule."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry

TOLD = [
    pytest.param(
        "**Moss, F.B.**, Lichen, P.A. & Heath, D. (2021). Growth of roofs in the rain: speed versus"
        " weight. *Ecology*. 104, e39. DOI: https://doi.org/10.1002/roofs.1",
        "Growth of roofs in the rain: speed versus weight",
        ["Moss, F.B.", "Lichen, P.A.", "Heath, D."],
        id="one author in bold type",
    ),
    pytest.param(
        "- **Moss, J. et al. (2015).** *Estimating the growth of roofs by sampling.*",
        "Estimating the growth of roofs by sampling",
        ["Moss, J."],
        id="names and year in bold type, the title in italics",
    ),
    pytest.param(
        "- F. Moss, *How to Grow Roofs by Random Sampling* (FOCS, 2012)",
        "How to Grow Roofs by Random Sampling",
        ["F. Moss"],
        id="the title between a name and brackets",
    ),
]
KEPT = [
    pytest.param(
        "- [Slow growth of roofs — of *M. moss* & lichens](https://arxiv.org/abs/2001.00001)",
        "Slow growth of roofs — of M. moss & lichens",
        id="all of a link is the title, not its most telling part",
    ),
    pytest.param(
        "- **Roofs: a survey of their growth, of rain, and of weather** [[pdf]](https://arxiv.org/abs/2001.00001)",
        "Roofs: a survey of their growth, of rain, and of weather",
        id="all in bold type is",
    ),
]


def only(line: str) -> Entry:
    (entry,) = formats.read(Document(path="list.md", text=f"# Notes\n\n{line}\n")).entries
    return entry


@pytest.mark.parametrize(("line", "title", "people"), TOLD)
def test_what_is_plainly_no_title_is_none_for_its_marks(
    line: str, title: str, people: list[str]
) -> None:
    entry = only(line)
    assert entry.title is not None
    assert entry.authors is not None
    assert (entry.title.text, [name.text for name in entry.authors.names]) == (title, people)


@pytest.mark.parametrize(("line", "title"), KEPT)
def test_no_part_of_what_is_marked_as_a_whole_is_taken(line: str, title: str) -> None:
    entry = only(line)
    assert entry.title is not None
    assert entry.title.text == title


@pytest.mark.parametrize("place", ["34:5", "75:1143-1149", "12(3), 45-50", "7, 1220"])
def test_what_stands_before_volume_and_page_is_the_journal(place: str) -> None:
    entry = only(
        f"A. Moss and P. Lichen. 2021. “Growth of roofs in the rain.” Roof Ecology, {place}."
    )
    assert entry.venue is not None
    assert entry.venue.text == "Roof Ecology"


@pytest.mark.parametrize("rest", ["Roofs and Rain", "See Table 3", "Chapter 12.3"])
def test_other_words_behind_a_title_are_none(rest: str) -> None:
    assert (
        only(f"A. Moss and P. Lichen. 2021. “Growth of roofs in the rain.” {rest}.").venue is None
    )
