import pytest

from pipeline.compare.meetings import NAMES
from pipeline.formats import read
from pipeline.reading.words import known_venue
from pipeline.values.entry import Document, Entry


def _entry(line: str) -> Entry:
    (entry,) = read(Document(path="list.md", text=f"# Papers\n\n{line}\n")).entries
    return entry


@pytest.mark.parametrize("name", [name for name in NAMES if len(name) > 2])
def test_every_meeting_of_the_table_is_a_venue_in_a_list(name: str) -> None:
    assert known_venue(name)


@pytest.mark.parametrize("name", ["ICSE", "ICML", "AIES", "EuroSys"])
def test_a_meeting_before_a_title_is_its_venue_whichever_it_is(name: str) -> None:
    entry = _entry(
        f"- {name} - Robust Learning of Things [[pdf]](https://arxiv.org/abs/2001.00001)"
    )
    assert entry.title is not None
    assert entry.title.text == "Robust Learning of Things"
    assert entry.venue is not None
    assert entry.venue.text == name


@pytest.mark.parametrize("name", ["MMGAN", "FSEGAN", "MMLU", "SC Smith", "log", "microscopy"])
def test_letters_that_begin_like_a_meeting_are_none(name: str) -> None:
    assert not known_venue(name)


@pytest.mark.parametrize("name", ["ICMLW", "CVPR2020", "FSEW", "MM'20", "neurips", "sigkdd"])
def test_year_workshop_and_small_letters_leave_a_meeting_one(name: str) -> None:
    assert known_venue(name)
