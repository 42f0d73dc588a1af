"""Headings that are titles, and those that head entries, tell a date, or name a meeting."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import names

TITLES = (
    "Learning the moss genomes of small islands",
    "Slow maps of cold mice in winter",
    "Counting the limpets of the western shore",
    "Mapping lichens on slate by neural networks",
)


def read(text: str, path: str = "list.md") -> tuple[Entry, ...]:
    return formats.read(Document(path=path, text=text)).entries


def titles(text: str, path: str = "list.md") -> list[str | None]:
    return [entry.title.text if entry.title else None for entry in read(text, path)]


def years(text: str, path: str = "list.md") -> list[int | None]:
    return [entry.year.value if entry.year else None for entry in read(text, path)]


def test_headings_with_their_years_are_titles_where_names_or_papers_stand_right_below() -> None:
    for below in ("Ada Bee, Bo Marsh", "https://arxiv.org/abs/2306.15006"):
        text = "".join(
            f"* {title.title()} {2010 + n}   :moss:try:\n{below}\n** try\nby hand\n"
            for n, title in enumerate(TITLES)
        )
        assert titles(text, "papers.org") == [title.title() for title in TITLES]
        assert years(text, "papers.org") == [2010, 2011, 2012, 2013]


@pytest.mark.parametrize(
    "heading",
    [
        "Workshop on Graph Representation Learning {}",
        "Introduction to Machine Learning Fall {}",
        "Large Scale Shore Description Dataset {}",
        "How to train your neural network in {}",
        "Changes in the training pipeline since {}",
        "Slow Maps Of Cold Mice In Winter {}",
    ],
)
def test_words_and_a_year_are_no_paper_by_themselves(heading: str) -> None:
    below = "We met in Rome.\n\n- [Site](https://moss.example/)\n- [Code](https://github.com/a/b)"
    text = "".join(f"## {heading.format(2017 + n)}\n\n{below}\n\n" for n in range(4))
    assert read(text) == ()


def test_headings_over_one_linked_paper_each_are_topics() -> None:
    topics = ("Causal inference and graph theory", "Learning deep maps of shores", "Vision models")
    text = "".join(
        f"### {topic} {2019 + n}\n\n- [{TITLES[n]}](https://arxiv.org/abs/2306.1500{n})\n\n"
        for n, topic in enumerate(topics)
    )
    assert titles(text) == list(TITLES[:3])


def test_links_and_names_right_below_a_title_are_its_own_and_notes_are_not() -> None:
    text = "".join(
        f"## Marsh. {2010 + n}. {title}\nhttps://doi.org/10.99999/{n}\n\n"
        "- Claims:\n  - moss grows\n\n"
        for n, title in enumerate(TITLES)
    )
    found = read("# Literature\n\n" + text)
    assert titles("# Literature\n\n" + text) == list(TITLES)
    assert [str(entry.mentions[0].identifier) for entry in found] == [
        f"doi:10.99999/{n}" for n in range(4)
    ]
    assert [entry.line for entry in found] == [3, 9, 15, 21]
    by_line = "".join(f"*** {title} ({2010 + n})\nAda Bee\n\n" for n, title in enumerate(TITLES))
    assert [names(entry) for entry in read(by_line, "papers.org")] == [["Ada Bee"]] * 4


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(["International Conference on Shore Biology 2020"] * 4, id="meetings"),
        pytest.param([f"{title} (March 3, 2021)" for title in TITLES], id="days"),
        pytest.param(["2019", "2020", "2021", "2022"], id="years"),
        pytest.param(["Bee and Marsh (1987)", "Reed et al. (1984)", "Stow (1977)"], id="names"),
        pytest.param(["Release 1.2 2021", "Release 1.3 2022", "Release 2 2023"], id="releases"),
        pytest.param([f"{TITLES[0]} 2020", f"{TITLES[1]} 2021", "About us", "Team"], id="few"),
    ],
)  # fmt: skip
def test_headings_of_meetings_days_and_names_are_no_titles(headings: list[str]) -> None:
    assert read("".join(f"## {heading}\nWe were there.\n\n" for heading in headings)) == ()


def test_headings_over_several_linked_papers_are_topics() -> None:
    paper = (
        "- Ada Bee and Ode Marsh. {}. In ICML 2020. [[pdf]](https://arxiv.org/abs/2306.1500{})\n"
    )
    text = "".join(
        f"## Top moss papers of the winter {2018 + n}\n\n"
        + paper.format(TITLES[n], n)
        + paper.format(TITLES[3 - n], n + 4)
        for n in range(3)
    )
    assert titles(text) == [TITLES[n] for n in (0, 3, 1, 2, 2, 1)]


def test_a_linked_heading_of_two_words_is_a_title_among_linked_titles() -> None:
    linked = [*TITLES, "Moss Patch"]
    text = "".join(
        f"#### [{title}](https://arxiv.org/abs/2306.1500{n})\n\nICML 2020\n\n"
        "1. slow\n2. by hand\n\n"
        for n, title in enumerate(linked)
    )
    assert titles(text) == linked
    alone = "## [Moss Patch](https://arxiv.org/abs/2306.15009)\n\nWords.\n\n## Tools\n\nNone.\n"
    assert titles(alone) == []


def test_a_topic_in_a_titles_words_heads_the_linked_titles_below_it() -> None:
    lines = [
        f"[{title}](https://papers.example/{n}.pdf). A. Bee, B. Marsh. ICCV {2009 + n}.\n"
        for n, title in enumerate(TITLES[:2])
    ]
    text = "# Papers\n\n### Large scale image matching for SfM\n\n" + "\n".join(lines)
    assert titles(text) == list(TITLES[:2])


def test_a_title_as_a_heading_keeps_the_links_below_it() -> None:
    text = f"# Papers\n\n### {TITLES[3]}\n\nAda Bee, Bo Marsh\n\n[paper](https://arxiv.org/abs/2306.15006)\n"
    assert titles(text) == [TITLES[3]]


def test_a_heading_of_links_right_below_a_title_is_a_line_of_its_entry() -> None:
    quote = "> We present a fast and robust system for the counting of limpets."
    text = "# Details\n" + "".join(
        f"\n##### {title.title()} of the Northern Coast\n\n"
        f"###### [[pdf](https://doi.org/10.5555/{n})] CVPR 20{n}\n\n{quote}\n\n---\n"
        for n, title in enumerate(TITLES, 11)
    )
    assert titles(text) == [f"{title.title()} of the Northern Coast" for title in TITLES]
    assert years(text) == [2011, 2012, 2013, 2014]


def test_a_heading_of_links_below_a_topic_is_no_line_of_an_entry() -> None:
    text = "".join(
        f"\n## Tools\n\n### [Website](https://moss-{n}.example.org)\n\n"
        f"- [{title}](https://doi.org/10.5555/{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert titles(text) == list(TITLES)
    assert {entry.section for entry in read(text)} == {("Tools", "Website")}


def test_a_heading_of_links_over_a_list_is_one() -> None:
    items = "".join(f"- [{title}](https://doi.org/10.5555/{n})\n" for n, title in enumerate(TITLES))
    text = f"# A Survey of Deep Learning for Cold Mice\n\n### [Paper](https://arxiv.org/abs/2001.00001)\n\n{items}"
    assert titles(text) == list(TITLES)
