"""By-lines to both their ends, and what the list says of where its by-lines and venues stand."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import names as people

TITLES = (
    "Learning the moss genomes of small islands",
    "Mapping the snails of the estuaries from long reads",
    "Circular segmentation for the analysis of lichen arrays",
    "Fast estimation of ferry timetables with applications",
    "Bayesian analysis of the tides by shrinkage priors",
    "On the stability of amber dosing under slow drift",
    "Toward robust kelp forecasting without labels",
)


def read(lines: list[str]) -> tuple[Entry, ...]:
    return formats.read(Document(path="list.md", text="\n".join(lines))).entries


def link(number: int) -> str:
    return f"[[pdf]](https://arxiv.org/abs/2306.1500{number})"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param(
            "LINDQVIST, D., FEATHERSTONE, O., GARCÍA-OLMO, H. J. and MACTAVEY, R. E. M.",
            ["LINDQVIST, D.", "FEATHERSTONE, O.", "GARCÍA-OLMO, H. J.", "MACTAVEY, R. E. M."],
            id="families in capitals before the title",
        ),
        pytest.param(
            "Ruth Elm, Jean E. M. de la Fuensanta, Ana Oh",
            ["Ruth Elm", "Jean E. M. de la Fuensanta", "Ana Oh"],
            id="particles behind initials",
        ),
    ],
)
def test_a_by_line_before_a_title_is_read_to_both_its_ends(written: str, names: list[str]) -> None:
    lines = [f"- {written} {title}? {link(n)}" for n, title in enumerate(TITLES)]
    if not written.endswith("."):
        lines = [f'- {written}: "{title}" {link(n)}' for n, title in enumerate(TITLES)]
    found = read(lines)
    assert len(found) == len(TITLES)
    assert [people(entry) for entry in found] == [names] * len(TITLES)


def test_an_affiliation_in_brackets_ends_no_by_line() -> None:
    names = "Okonkwo-Reyes AH (Moss Inc.), Xu AK (Moss Inc.), et al"
    lines = [f"- {t}, ({names}), Ecology Letters 2012 {link(n)}" for n, t in enumerate(TITLES)]
    wanted = ["Okonkwo-Reyes AH", "Xu AK"]
    assert [people(entry) for entry in read(lines)] == [wanted] * len(TITLES)


def test_an_abbreviated_journal_is_no_last_author() -> None:
    lines = [
        f"- **{title}**, By: Lindqvist M, Ruiz P, and Elm HJ, *J. Estuar. Sens., 2018* {link(n)}"
        for n, title in enumerate(TITLES)
    ]
    assert {tuple(people(entry)) for entry in read(lines)} == {("Lindqvist M", "Ruiz P", "Elm HJ")}


@pytest.mark.parametrize("venue", ["*Gees and Diseases*", "**BIOACTIVE MOSSES**"])
def test_a_whole_name_is_not_lengthened_by_what_stands_behind(venue: str) -> None:
    """A misspelt or shouted journal was made a part of the last author."""
    sound = [f"- {t}. Lindqvist M, Ruiz P, Elm HJ. *Ecology Letters*, 2018." for t in TITLES]
    (entry,) = read([*sound, f"- Moss on amber roofs. Hu T, Chen S, Xue H. {venue}, 2019."])[-1:]
    assert people(entry) == ["Hu T", "Chen S", "Xue H"]


def test_a_person_with_an_initial_before_the_end_stays() -> None:
    lines = [
        f"- **{t}**, Ann Kowalski and J. Marszalek. 2018. {link(n)}" for n, t in enumerate(TITLES)
    ]
    assert {tuple(people(entry)) for entry in read(lines)} == {("Ann Kowalski", "J. Marszalek")}


def framed(last: str) -> Entry:
    """The last of a list whose venues stand in code."""
    lines = [f"- {title} `Nature Methods` {link(n)}" for n, title in enumerate(TITLES)]
    return read(
        [*lines, f"- Single trees from full waveform data of the forest `{last}` {link(9)}"]
    )[-1]


def test_what_stands_where_the_list_has_its_venues_is_nobody() -> None:
    entry = framed("ISPRS J")
    assert people(entry) == []
    assert entry.venue
    assert entry.venue.text == "ISPRS J"


def test_several_people_are_people_wherever_the_list_has_its_venues() -> None:
    assert people(framed("Ann Bee, Bo Cee and Di Dee")) == ["Ann Bee", "Bo Cee", "Di Dee"]


def test_one_name_where_the_list_has_its_by_lines_is_somebody() -> None:
    lines = [
        f"- **{title}** by: Ann Bee and Bo Cee | *Annals of Moss* {link(n)}"
        for n, title in enumerate(TITLES)
    ]
    title = "Spore calling beyond the estuaries of the north"
    one = f"- **{title}** by: Elm J | *Annals of Moss* {link(8)}"
    assert people(read([*lines, one])[-1]) == ["Elm J"]
    words = one.replace("Elm J", "Very readable")
    assert people(read([*lines, words])[-1]) == []
