"""Items over several lines: titles that go on, by-lines below, years and venues in front."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import names

CODE = "https://github.com/moss-lab/limpets"


def read(text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path="list.md", text=text)).entries


def titles(text: str) -> list[str | None]:
    return [entry.title.text if entry.title else None for entry in read(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Counting limpets on slate based on", "Tree Structured Graph Networks"),
        ("Maps of the northern shore for", "slow walkers and cold mice"),
    ],
)
def test_a_title_goes_on_over_the_end_of_a_line_within_a_phrase(first: str, second: str) -> None:
    item = (
        f"- [[ICCV2019](https://arxiv.org/abs/2104.00858)] {first}\n{second} [[pytorch]({CODE})]\n"
    )
    assert titles(f"# Papers\n\n{item}") == [f"{first} {second}"]


def test_a_title_ends_with_its_line_where_its_words_end() -> None:
    item = "- Counting limpets on slate by graphs\nAna Bee, Bo Marsh, Cleo Reed. ICCV 2019\n"
    assert titles(f"# Papers\n\n{item}") == ["Counting limpets on slate by graphs"]
    assert names(read(f"# Papers\n\n{item}")[0]) == ["Ana Bee", "Bo Marsh", "Cleo Reed"]


@pytest.mark.parametrize("dash", ["-", "–", "|"])
def test_a_year_in_front_of_the_title_within_its_link_is_the_years(dash: str) -> None:
    text = "# Papers\n\n" + "".join(
        f"- [20{n} {dash} {title}](https://arxiv.org/abs/20{n}.12205)\n"
        for n, title in ((21, "Slow maps of cold mice"), (19, "Counting limpets: a survey"))
    )
    assert titles(text) == ["Slow maps of cold mice", "Counting limpets: a survey"]
    assert [entry.year.value for entry in read(text) if entry.year] == [2021, 2019]


@pytest.mark.parametrize("title", ["1984: maps of a cold year", "2020 and the slow maps of mice"])
def test_a_year_that_begins_a_title_is_of_it(title: str) -> None:
    assert titles(f"# Papers\n\n- [{title}](https://arxiv.org/abs/2104.12205)\n") == [title]


@pytest.mark.parametrize(
    ("below", "people"),
    [
        ("*Wenqi Fan, [Yao Ma], [Jiliang Tang]*", ["Wenqi Fan", "Yao Ma", "Jiliang Tang"]),
        ("*[Yao Ma], [Jiliang Tang]*", ["Yao Ma", "Jiliang Tang"]),
        (
            "*Wenqi Fan, Jiliang Tang*\n\n    ![a figure](assets/1.png)",
            ["Wenqi Fan", "Jiliang Tang"],
        ),
    ],
)
def test_names_in_brackets_and_figures_below_them_hide_no_author(
    below: str, people: list[str]
) -> None:
    text = f"# Papers\n\n- 2019 - WWW - Graph Neural Networks for Social Limpets\n\n  - {below}\n"
    assert [names(entry) for entry in read(text)] == [people]


def test_labels_in_brackets_behind_names_are_nobody() -> None:
    text = (
        "# Papers\n\n- **Graph Neural Networks for Social Limpets**. *Wenqi Fan, Jiliang Tang*, "
        "[Project Page], [Oral Presentation]. WWW 2019\n"
    )
    assert [names(entry) for entry in read(text)] == [["Wenqi Fan", "Jiliang Tang"]]


def test_a_label_before_the_address_is_none_of_the_titles_words() -> None:
    title = "Moss: A web-based application for analyzing tides"
    text = f"# Papers\n\n{title}, paper：https://doi.org/10.5555/1 / code：{CODE}\n"
    assert titles(text) == [title]


def test_a_title_that_leads_to_its_code_is_one_where_venue_and_year_stand_with_it() -> None:
    title = "Semi-supervised Learning on Graphs with Generative Adversarial Nets"
    assert titles(f"# Papers\n\n- 2018 - CIKM - [{title}]({CODE})\n") == [title]


@pytest.mark.parametrize("lead", ["", "2018 - ", "CIKM - "])
def test_a_title_that_leads_to_its_code_is_none_without_both(lead: str) -> None:
    title = "Semi-supervised Learning on Graphs with Generative Adversarial Nets"
    assert titles(f"# Tools\n\n- {lead}[{title}]({CODE})\n") == []


@pytest.mark.parametrize("page", ["https://sites.google.com/view/mmlv/home", "https://l.github.io"])
def test_a_workshop_with_the_venue_and_year_of_its_meeting_is_no_paper(page: str) -> None:
    assert titles(f"# Workshops\n\n- [Multi-modal Learning from Videos]({page}), CVPR 2019\n") == []


def test_a_sentence_over_two_lines_behind_an_address_is_no_title() -> None:
    page = "https://genome.cshlp.org/content/25/10/1491.full"
    assert titles(f"# Notes\n\n{page} provides an overview of\nmoss genomes in winter.\n") == []
