"""Fields by what lists call them, in any language; people of a value that is called authors."""

import pytest

from pipeline import formats
from pipeline.reading.stated_names import stated_names
from pipeline.values.entry import Document, Entry
from tests.formats.golden import names

TITLE = "Slow maps of cold mice in winter"


def read(path: str, text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path=path, text=text)).entries


def said(entry: Entry) -> tuple[str | None, list[str], str | None, int | None]:
    return (
        entry.title.text if entry.title else None,
        names(entry),
        entry.venue.text if entry.venue else None,
        entry.year.value if entry.year else None,
    )


@pytest.mark.parametrize(
    "keys",
    [
        ("标题", "作者", "会议", "年份"),
        ("タイトル", "著者", "学会", "発行年"),
        ("Titel", "Verfasser", "Zeitschrift", "Jahr"),
        ("título", "autores", "revista", "año"),
        ("название", "авторы", "журнал", "год"),
    ],
)
def test_keys_and_columns_of_other_languages_are_known(keys: tuple[str, ...]) -> None:
    values = (TITLE, "Ann Bee, Can Gao", "Journal of Moss", "2021")
    told = (TITLE, ["Ann Bee", "Can Gao"], "Journal of Moss", 2021)
    pairs = list(zip(keys, values, strict=True))
    item = "\n  ".join(f"{key}: {value}" for key, value in pairs)
    assert [said(entry) for entry in read("papers.yaml", f"- {item}\n")] == [told]
    table = f"{';'.join(keys)}\n{';'.join(values)}\n"
    assert [said(entry) for entry in read("papers.csv", table)] == [told]
    rows = f"| {' | '.join(keys)} |\n|---|---|---|---|\n| {' | '.join(values)} |\n"
    assert [said(entry) for entry in read("list.md", rows)] == [told]


def test_an_english_key_stands_above_the_same_in_another_language() -> None:
    text = f"- title: {TITLE}\n  titel: Langsame Karten\n  authors: Ann Bee\n  year: 2021\n"
    assert [entry.title.text for entry in read("papers.yaml", text) if entry.title] == [TITLE]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anderson, Conor / Smith, Karen", ["Anderson, Conor", "Smith, Karen"]),
        ("Jinbao Wang, Can Gao, Linlin Shen", ["Jinbao Wang", "Can Gao", "Linlin Shen"]),
        ("Ann Bee (MIT), Bo Li (ETH)", ["Ann Bee", "Bo Li"]),
        ("Ann Bee, Bo Li, 2020", ["Ann Bee", "Bo Li"]),
        ("Bee A, Li B, on behalf of the Moss Group", ["Bee A", "Li B"]),
        ("Ann Bee, Bo Li, Stanford University", ["Ann Bee", "Bo Li"]),
        ("Department of Energy, Office of Science", []),
        ("anna Bee; Bo Li", []),
    ],
)
def test_the_people_of_a_value_that_is_called_authors(text: str, people: list[str]) -> None:
    found = stated_names(f"x {text}", 2, 2 + len(text))
    assert [person.text for person in (found.people if found else ())] == people


@pytest.mark.parametrize(
    "names_of", [("booktitle: ICML", "出处: arXiv"), ("出处: arXiv", "venue: ICML")]
)
def test_a_key_in_english_stands_above_any_other(names_of: tuple[str, str]) -> None:
    text = (
        f"- title: {TITLE}\n  author: Ann Bee\n  autor: Bo Li\n  {names_of[0]}\n  {names_of[1]}\n"
    )
    (entry,) = read("papers.yaml", text)
    assert said(entry)[1:3] == (["Ann Bee"], "ICML")


def test_a_menu_in_another_language_lists_no_papers() -> None:
    assert read("menu.yaml", "- titel: Willkommen in Moos\n  link: /start\n") == ()


def test_who_has_degrees_is_one_and_a_degree_is_nobody() -> None:
    byline = "Ann Roe, MD, MPH; Bo Marsh, MSc; Cleo Reed, BScN, CCRN; Di Bee, PhD. *Moss Letters*"
    (entry,) = read("list.md", f"- **{TITLE}.** {byline}, 2015. [doi](https://doi.org/10.5555/1)\n")
    assert [name.split(",")[0] for name in names(entry)] == [
        "Ann Roe", "Bo Marsh", "Cleo Reed", "Di Bee",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("J. Zhang, K. Wu, Md. Rahman", ["J. Zhang", "K. Wu", "Md. Rahman"]),
        (
            "Ann Bee, Jia LI; Bo Roe, Yu WU; Cy Reed",
            ["Ann Bee", "Jia LI", "Bo Roe", "Yu WU", "Cy Reed"],
        ),
    ],
)
def test_who_is_called_like_a_degree_is_somebody(byline: str, people: list[str]) -> None:
    link = "[pdf](https://doi.org/10.5555/1)"
    (entry,) = read("list.md", f"- **{TITLE}**. {byline}. *Nature*, 2020. {link}\n")
    assert names(entry) == people


def test_initials_like_degrees_are_initials() -> None:
    (entry,) = read("list.md", f"- Li MD, Roe PH, Bee MSC. {TITLE}. Moss Letters. 2015;3:1-9.\n")
    assert names(entry) == ["Li MD", "Roe PH", "Bee MSC"]


def test_others_are_told_in_japanese() -> None:
    (entry,) = read("list.md", f"- [{TITLE}](https://doi.org/10.5555/1)（Jin Xuら, ICML 2020）\n")
    assert names(entry) == ["Jin Xu"]
    assert entry.authors is not None
    assert entry.authors.et_al
    assert said(entry)[2:] == ("ICML", 2020)


FIELDS = "Authors: Ann Bee, Bo Marsh\nVenue: Mitigation Strategies for Change\nYear: 2016"


@pytest.mark.parametrize(("path", "colon"), [("list.rst", ":"), ("list.md", "")])
def test_lines_of_fields_right_below_a_title_are_its(path: str, colon: str) -> None:
    fields = "\n".join(colon + line for line in FIELDS.split("\n"))
    other = f"**Counting limpets on cold slate**\n\n{fields}\n"
    text = f"Papers\n======\n\n**{TITLE}**\n\n{fields}\n\n{other}"
    told = (["Ann Bee", "Bo Marsh"], "Mitigation Strategies for Change", 2016)
    assert [said(entry) for entry in read(path, text)] == [
        (TITLE, *told),
        ("Counting limpets on cold slate", *told),
    ]


def test_labels_with_a_full_width_colon_are_labels() -> None:
    fields = "作者：Ann Bee, Bo Marsh\n会议：ICML\n年份：2016\n链接：https://doi.org/10.5555/1\n"
    (entry,) = read("list.md", f"# 论文\n\n**{TITLE}**\n\n{fields}")
    assert said(entry) == (TITLE, ["Ann Bee", "Bo Marsh"], "ICML", 2016)
    blocks = "\n".join(f"标题：{TITLE} {n}\n{fields}" for n in (1, 2, 3))
    assert [said(entry) for entry in read("list.txt", blocks)] == [
        (f"{TITLE} {n}", ["Ann Bee", "Bo Marsh"], "ICML", 2016) for n in (1, 2, 3)
    ]


def test_a_sentence_before_a_full_width_colon_is_no_label() -> None:
    first = f"- [{TITLE}](https://doi.org/10.5555/1)\n"
    second = (
        "    - 扩充的期刊文章发在2014年的AIJ上：[Online Moss Transfer](https://doi.org/10.5555/2)\n"
    )
    assert len(read("list.md", f"# 论文\n\n{first}{second}")) == 2


def test_references_of_rst_need_no_blank_line_between_them() -> None:
    text = "".join(
        f".. [#Bee{n}] Bee, A. and Marsh, B., 20{n}. {TITLE} {n}. In *ICML* (pp. 1-9).\n"
        for n in (11, 12, 13)
    )
    found = read("list.rst", f"Papers\n======\n\n{text}")
    assert [said(entry)[0] for entry in found] == [f"{TITLE} {n}" for n in (11, 12, 13)]


def test_a_title_that_unfolds_takes_what_stands_within() -> None:
    text = (
        f"<details>\n<summary><b>[ICML 2020] {TITLE}</b></summary>\n\n*Ann Bee, Bo Marsh*\n\n"
        "[Paper](https://doi.org/10.5555/1) | [Code](https://github.com/bee/mice)\n\n</details>\n"
    )
    assert [said(entry) for entry in read("list.md", text)] == [
        (TITLE, ["Ann Bee", "Bo Marsh"], "ICML", 2020)
    ]


def test_a_topic_that_unfolds_takes_no_paper() -> None:
    text = (
        "<details>\n<summary>Surveys</summary>\n\n"
        f"[{TITLE}](https://doi.org/10.5555/1)\n\n"
        "[Counting limpets on cold slate](https://doi.org/10.5555/2)\n\n</details>\n"
    )
    assert [said(entry)[0] for entry in read("list.md", text)] == [
        TITLE,
        "Counting limpets on cold slate",
    ]


def test_a_topic_that_unfolds_over_items_takes_none() -> None:
    other = "Counting limpets on cold slate"
    text = (
        "<details>\n<summary><b>Deep learning for image segmentation</b></summary>\n\n"
        f"- [{TITLE}](https://doi.org/10.5555/1), Ann Bee, ICML 2020\n"
        f"- [{other}](https://doi.org/10.5555/2), Bo Li, ICML 2021\n\n</details>\n"
    )
    assert [said(entry)[0] for entry in read("list.md", text)] == [TITLE, other]


def test_lines_with_a_title_of_their_own_are_of_no_other() -> None:
    fields = f"Title: {TITLE}\nAuthors: Ann Bee, Bo Li\nYear: 2020\n"
    found = read("list.md", f"Neural networks for slow maps\n\n{fields}")
    assert [said(entry)[0] for entry in found] == [TITLE]


@pytest.mark.parametrize("nowhere", ["TBD", "N/A", "see below", "Ann Bee, Bo Li", "unpublished"])
def test_what_is_called_a_venue_and_is_none(nowhere: str) -> None:
    link = f"[{TITLE}](https://doi.org/10.5555/1)"
    (entry,) = read("list.md", f"- {link}<br>Ann Bee, Bo Marsh<br>Venue: {nowhere}\n")
    assert entry.venue is None


def test_a_definition_of_a_web_page_is_of_its_term() -> None:
    items = "".join(
        f'<dt><a href="https://doi.org/10.5555/{n}">{TITLE} {n}</a></dt>\n'
        f"<dd>Ann Bee, Bo Marsh, Cleo Reed<br>ICML, 20{n}</dd>\n"
        for n in (11, 12, 13)
    )
    found = read("list.html", f"<html><body><h1>Papers</h1><dl>{items}</dl></body></html>")
    assert [said(entry) for entry in found] == [
        (f"{TITLE} {n}", ["Ann Bee", "Bo Marsh", "Cleo Reed"], "ICML", 2000 + n)
        for n in (11, 12, 13)
    ]
