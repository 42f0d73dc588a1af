"""Items over several lines: titles that go on, by-lines below, years and venues in front."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import names

MICE = "Slow maps of cold mice"
PDF = "[pdf](https://arxiv.org/abs/2001.00001)"
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


@pytest.mark.parametrize(
    "item",
    [
        "- ICML 2022, The **primacy bias** in deep learning of moss, [arXiv](https://arxiv.org/abs/2205.07802)",
        "- The **primacy bias** in deep learning of moss. *ICML*, 2022. [pdf](https://arxiv.org/abs/2205.07802)",
    ],
)
def test_words_in_bold_type_that_a_title_goes_on_from_are_of_it(item: str) -> None:
    assert titles(f"# Papers\n\n{item}\n") == ["The primacy bias in deep learning of moss"]


def test_a_title_in_bold_type_ends_with_it() -> None:
    item = "- **The primacy bias in deep learning of moss** by Ann Bee and Bo Marsh. ICML, 2022."
    assert titles(f"# Papers\n\n{item}\n") == ["The primacy bias in deep learning of moss"]


def test_the_last_author_stands_before_a_colon_without_a_blank_too() -> None:
    rest = "Join algorithms on slate: A revisit after seven years. IEEE BigData 2015: 2541-2550"
    for people in (["Ran Rui", "Hao Li", "Yi-Cheng Tu"], ["Ruby Y. Tahboub", "Tiark Rompf"]):
        (entry,) = read(f"# Papers\n\n+ {', '.join(people)}:{rest}\n")
        assert names(entry) == people
        assert entry.title
        assert entry.title.text == "Join algorithms on slate: A revisit after seven years"


def test_a_title_goes_on_behind_versus() -> None:
    title = "Column-stores vs. row-stores: how different are they really?"
    (entry,) = read(f"# Papers\n\n+ Ann Abadi, Bo Madden:{title} SIGMOD Conference 2008: 967-980\n")
    assert entry.title
    assert entry.title.text == title


@pytest.mark.parametrize(
    ("lead", "venue", "year"),
    [
        ("21_WWW_", "WWW", 2021),
        ("18_ICSE_", "ICSE", 2018),
        ("2019_Usenix ATC_", "Usenix ATC", 2019),
    ],
)
def test_year_and_venue_before_low_lines_are_none_of_the_title(
    lead: str, venue: str, year: int
) -> None:
    link = "[[paper]](https://doi.org/10.5555/1)"
    (entry,) = read(f"# Papers\n\n- {lead}MossRank: Slow maps of cold mice {link}\n")
    assert entry.title
    assert entry.title.text == "MossRank: Slow maps of cold mice"
    assert entry.venue
    assert (entry.venue.text, entry.year and entry.year.value) == (venue, year)


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("Learning what to attend to\n  Ann Bee, Bo Li\n  ICML 2019", "Learning what to attend to"),
        (
            "[Maps of language, and code](https://doi.org/10.5555/1): best",
            "Maps of language, and code",
        ),
        (f"Bee et al **{MICE}** in Nature 2020 {PDF}", MICE),
        (f"We recommend **{MICE}** for all. {PDF}", MICE),
        (f"02_MossNet_{MICE} {PDF}", f"02_MossNet_{MICE}"),
        (
            "28-GHz CMOS-integrated arrays. Bee A, Li B. Nature 2019.",
            "28-GHz CMOS-integrated arrays",
        ),
    ],
)
def test_where_a_title_ends_and_begins_as_before(item: str, title: str) -> None:
    assert titles(f"# Papers\n\n- {item}\n") == [title]


def test_a_name_that_ends_as_others_are_told_in_japanese_is_whole() -> None:
    link = "[Slow maps of cold mice](https://doi.org/10.5555/1)"
    (entry,) = read(f"# Papers\n\n- {link} 田中太郎、木村あきら、佐藤花子. 2020\n")
    assert names(entry) == ["田中太郎", "木村あきら", "佐藤花子"]


def test_one_name_in_brackets_before_a_title_is_as_it_was() -> None:
    text = "# Papers\n\n- [Yao Ma], Slow maps of cold mice. ICML 2020 [pdf](https://doi.org/10.5555/1)\n"
    assert titles(text) == ["Slow maps of cold mice"]


@pytest.mark.parametrize("what", ["Tutorial for Slow Learning", "Challenge of Image Segmentation"])
def test_what_else_has_its_code_and_a_meeting_is_no_paper(what: str) -> None:
    assert titles(f"# Code\n\n- ICML 2019 - [Graph Neural Networks {what}]({CODE})\n") == []
