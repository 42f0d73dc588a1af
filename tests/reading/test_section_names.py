"""Whether a heading says that papers stand below it, and what that makes of items."""

import pytest

from pipeline import formats
from pipeline.reading.judging import says_papers
from pipeline.values.entry import Document

PAPERS = [
    ["Publications"],
    ["Our group", "Selected publications", "2021"],
    ["Publications", "2021 - 2019"],
    ["Resources", "Papers"],
    ["References"],
    ["论文"],
]
OTHERS = [
    [],
    ["Our group"],
    ["Publications", "Talks"],
    ["Papers with code"],
    ["References and tools"],
    ["Papers", "Datasets", "2021"],
    ["Papers", "Roofs"],
]


@pytest.mark.parametrize("headings", PAPERS)
def test_the_innermost_heading_that_says_anything_says_papers(headings: list[str]) -> None:
    assert says_papers(headings)


@pytest.mark.parametrize("headings", OTHERS)
def test_a_heading_that_says_more_or_nothing_says_no_papers(headings: list[str]) -> None:
    assert not says_papers(headings)


TITLE = "Bayesian optimization of moss growth models with Gaussian processes"


def titles(heading: str, line: str) -> list[str]:
    text = f"# Moss group\n\n## {heading}\n\n- {line}\n"
    read = formats.read(Document(path="page.md", text=text))
    return [entry.title.text for entry in read.entries if entry.title]


SIGNED = f"{TITLE}. Ana Bee, Cy Reed"


def test_a_dated_and_signed_title_without_a_link_is_a_paper_under_such_a_heading() -> None:
    assert titles("Papers", f"{SIGNED} (2021)") == [TITLE]


def test_so_is_one_under_a_year_below_it() -> None:
    assert titles("Publications\n\n### 2021", SIGNED) == [TITLE]


@pytest.mark.parametrize(
    "heading", ["Topics", "Talks", "Papers and software", "Papers\n\n### Roofs"]
)
def test_it_is_none_under_another(heading: str) -> None:
    assert titles(heading, f"{SIGNED} (2021)") == []


def test_a_remark_below_an_item_is_none() -> None:
    paper = "[Quantifying the growth of lichens on old walls](https://arxiv.org/abs/2101.00001)"
    assert len(titles("Papers", f"{paper}\n  - {SIGNED} (2021)")) == 1


def test_where_papers_have_links_what_has_none_is_a_remark() -> None:
    link = "[Quantifying the growth of lichens on old walls](https://arxiv.org/abs/2101.0000{})"
    lines = "\n- ".join([*(link.format(n) for n in range(3)), f"{SIGNED} (2021)"])
    assert len(titles("Papers", lines)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Read the papers of the group before the first meeting of 2021",
        "[Moss mapper](https://moss.example.org/mapper) draws maps of roofs (2021)",
        "Moss mapper (2021)",
        "Please cite our work of 2021 if you use it",
        TITLE,
        f"{TITLE} (2021)",
    ],
)
def test_not_everything_under_such_a_heading_is_a_paper(line: str) -> None:
    assert titles("Papers", line) == []
