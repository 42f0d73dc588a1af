"""What a record bears out is read so: its title, where it stands in an item letter by letter."""

# ruff: noqa: E501  a case is a line

import pytest

from pipeline import formats
from pipeline.reading.taught import BORNE_OUT, located
from pipeline.values.entry import Document, Entry, Lesson
from pipeline.values.identifiers import parsed

TITLE = "Predicting the drift of harbour noise"
URL = "https://doi.org/10.99999/moss.1"
NUMBER = parsed("doi:10.99999/moss.1")
OTHERS = "".join(
    f"- [Spectral estimation of rare orchids {n}](https://doi.org/10.99999/moss.9{n}). Ana Roca, Bo Maas.\n"
    for n in range(6)
)


def read(line: str, *titles: str, others: str = OTHERS) -> list[Entry]:
    assert NUMBER is not None
    taught = tuple(Lesson(title=title, identifiers=(NUMBER,)) for title in titles)
    document = Document(path="list.md", text=f"# Papers\n\n{others}{line}\n", taught=taught)
    return [e for e in formats.read(document).entries if e.line == others.count("\n") + 3]


def title(line: str, *titles: str) -> str:
    found = read(line, *titles)
    return found[0].title.text if found and found[0].title else ""


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"- HarbourNet: {TITLE} [[paper]]({URL})", id="behind a nickname"),
        pytest.param(f"- **HarbourNet – {TITLE}** [[code](https://x.example/c)][[paper]({URL})]", id="behind a dash"),
        pytest.param(f"- [HarbourNet]({URL}): {TITLE} | Storms 2025 spotlight", id="behind its link"),
        pytest.param(f"- {TITLE} (**Best paper**) [[paper]({URL})]", id="before a prize"),
        pytest.param(f"- [{TITLE} (with supplements)]({URL})", id="before a remark"),
    ],
)  # fmt: skip
def test_the_title_is_what_its_record_says(line: str) -> None:
    assert title(line, TITLE) == TITLE


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(f"{TITLE}: a survey", id="a subtitle that the record lacks"),
        pytest.param(f"{TITLE} of old ships", id="words of a longer title"),
        pytest.param(f"Reply to: {TITLE}", id="a reply to it"),
        pytest.param(f"{TITLE} (II)", id="its sequel"),
        pytest.param(f"A survey of {TITLE}", id="words before it"),
    ],
)
def test_a_longer_title_is_not_cut_to_that_of_another_work(whole: str) -> None:
    assert title(f"- [{whole}]({URL}). Ana Roca, Bo Maas. 2019.", TITLE) == whole


def test_a_title_of_which_half_was_read_is_read_whole() -> None:
    line = f"- **HarbourNet**: {TITLE}. [paper]({URL})"
    assert title(line, f"HarbourNet: {TITLE}") == f"HarbourNet: {TITLE}"


def test_the_longest_of_the_titles_of_a_work_is_read() -> None:
    line = f"- [{TITLE}: a survey]({URL})"
    assert title(line, TITLE, f"{TITLE}: a survey") == f"{TITLE}: a survey"


def test_what_its_record_bears_out_is_certain_and_the_rest_of_the_line_is_no_surer_for_it() -> None:
    (before,) = read(f"- HarbourNet: {TITLE}. Ana Roca, Bo Maas. [[paper]]({URL})")
    (after,) = read(f"- HarbourNet: {TITLE}. Ana Roca, Bo Maas. [[paper]]({URL})", TITLE)
    assert before.certainty.title < BORNE_OUT == after.certainty.title
    assert after.certainty.authors <= 0.9


def test_a_record_teaches_no_item_that_has_another_number() -> None:
    other = URL.replace("moss.1", "moss.2")
    assert title(f"- HarbourNet: {TITLE} [[paper]]({other})", TITLE) != TITLE


def test_two_titles_that_both_stand_there_teach_nothing() -> None:
    other = "Deep networks for the slow road to mice"
    line = f"- **{TITLE}** / **{other}** [[paper]]({URL})"
    assert title(line, TITLE, other) == title(line)


def test_a_work_that_was_found_makes_an_item_of_its_title_a_paper() -> None:
    line = f"- [{TITLE}](https://github.example.org/issues/9)"
    assert not read(line)
    document = Document(
        path="list.md", text=f"# Papers\n\n{OTHERS}{line}\n", taught=(Lesson(title=TITLE),)
    )
    assert len(formats.read(document).entries) == len(OTHERS.splitlines()) + 1
    longer = document.but(text=document.text.replace(TITLE, f"Notes on {TITLE}"))
    assert len(formats.read(longer).entries) == len(OTHERS.splitlines())


def test_items_with_titles_like_a_papers_are_doubtful() -> None:
    listed = "- [Learning to forecast coastal storms from buoys](https://x.example.org/a/b)\n- [Forum](https://x.example.org)\n- [Forecasting](#forecasting)\n"
    reading = formats.read(Document(path="list.md", text=f"# Papers\n\n{OTHERS}{listed}"))
    said = [entry.title and entry.title.text for entry in reading.doubtful]
    assert said == ["Learning to forecast coastal storms from buoys"]


def test_titles_are_found_as_whole_words() -> None:
    text = (
        "See Pre-dicting the drift of harbour noises, and: predicting the DRIFT of Harbour-Noise!"
    )
    found = located(text, 0, len(text), ["predictingthedriftofharbournoise"])
    (place,) = found.values()
    assert text[slice(*place)] == "predicting the DRIFT of Harbour-Noise"
