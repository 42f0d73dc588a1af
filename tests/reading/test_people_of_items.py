"""Who wrote what an item tells, and which of its words are nobody."""

import pytest

from tests.formats.golden import names
from tests.reading.six_titles import PAPER, TITLES, read


@pytest.mark.parametrize(
    ("by", "people"),
    [
        ("Ana Roca, Bo Maas, Suharto: ", ["Ana Roca", "Bo Maas", "Suharto"]),
        ("Ana Roca, Wang: ", ["Ana Roca", "Wang"]),
        ("Ana Roca, LeCun: ", ["Ana Roca", "LeCun"]),
    ],
)
def test_a_name_alone_before_the_colon_is_an_author(by: str, people: list[str]) -> None:
    text = "".join(
        f"- {by}{title}. ICML, 2018. [pdf](https://arxiv.org/abs/2306.1500{n})\n"
        for n, title in enumerate(TITLES)
    )
    found = read(text)
    assert [entry.title and entry.title.text for entry in found] == list(TITLES)
    assert [names(entry) for entry in found] == [people] * 6


@pytest.mark.parametrize(
    ("by", "thing", "people"),
    [
        ("Ana Roca, Bo Lindqvist, ", "MossNet: ", ["Ana Roca", "Bo Lindqvist"]),
        ("Ana Roca et al, ", "MossNet: ", ["Ana Roca"]),
        ("Roca A, Lindqvist B: ", "", ["Roca A", "Lindqvist B"]),
    ],
)
def test_the_name_of_a_thing_between_names_and_title_is_no_author(
    by: str, thing: str, people: list[str]
) -> None:
    text = "".join(
        f"- {by}{thing}{title}. ICML, 2018. [pdf](https://arxiv.org/abs/2306.1500{n})\n"
        for n, title in enumerate(TITLES)
    )
    found = read(text)
    assert [entry.title and entry.title.text for entry in found] == [thing + t for t in TITLES]
    assert [names(entry) for entry in found] == [people] * 6


@pytest.mark.parametrize(
    ("by", "people"),
    [
        ("Ana Roca, Or Lindqvist, Bo Maas", ["Ana Roca", "Or Lindqvist", "Bo Maas"]),
        ("Roca, Ana, Bo Maas, et C. Dora Fox", ["Roca, Ana", "Bo Maas", "C. Dora Fox"]),
        ("Ana Roca, Bo Maas, et al", ["Ana Roca", "Bo Maas"]),
    ],
)
def test_a_by_line_is_read_to_its_end(by: str, people: list[str]) -> None:
    text = "".join(
        f"- {by}. « {title} ». Nature 3, no 3 (2016): 12. doi:10.99999/{n}\n"
        for n, title in enumerate(TITLES)
    )
    assert [names(entry) for entry in read(text)] == [people] * 6


def test_a_line_that_is_labelled_goes_on_with_no_name() -> None:
    text = "".join(
        f"**{title}** (2006)\nAda Roca, J. Roger Maas\nDownload: https://arxiv.org/abs/2306.1500{n}\n\n"
        for n, title in enumerate(TITLES)
    )
    assert [names(entry) for entry in read(text)] == [["Ada Roca", "J. Roger Maas"]] * 6


def test_a_thesis_and_its_university_wrote_nothing() -> None:
    line = "- __{}__ [[pdf]](moss.pdf)  \n{}, Universität Slate, 200{}\n"
    text = "".join(line.format(t, "Doctoral Dissertation", n) for n, t in enumerate(TITLES))
    assert [names(entry) for entry in read(text)] == [[]] * 6


SIGNED = (
    "- **Slow maps of cold mice in winter**, Jane Smith, Wei Zhang, 2018\n"
    "- **Tidal memory in the limpets of the north**, Carl Reed, Dee Salt, 2019\n"
    "- **Lichens on slate and where they go**, Carl Reed, Dee Salt, 2019\n"
    "- **Ferries and tides in the estuary of mist**, Carl Reed, Dee Salt, 2019\n"
    "- **Counting snails by their shadows at noon**, Carl Reed, Dee Salt, 2019\n"
    "- **Learning moss without labels from ferries**, {}\n"
)


@pytest.mark.parametrize(("rest", "many"), [("Carl Reed, 2020", 6), ("a talk", 5), ("by hand", 5)])
def test_one_author_and_a_year_are_enough_among_papers(rest: str, many: int) -> None:
    assert len(read(SIGNED.format(rest))) == many


@pytest.mark.parametrize(
    "title",
    ["Slow maps of cold mice (Moss Methods, 2008)", "Slow maps of cold mice", "Do mice have maps?"],
)
def test_no_first_author_is_left_in_a_title(title: str) -> None:
    """The comma behind the first name is none of the title's."""
    rest = "" if title.endswith("?") else "."
    (entry,) = read(
        f"- {title}{rest} Ann Bee, Ode Marsh et al. [[pdf]](https://arxiv.org/abs/2306.15001)\n"
    )
    assert entry.title
    assert entry.title.text == title.partition(" (")[0]
    assert names(entry) == ["Ann Bee", "Ode Marsh"]


@pytest.mark.parametrize(
    ("people", "many"),
    [
        ("Barrois O, Hammer MD, Finlay CC, Gillet N", 4),
        ("Bee, A., Marsh, O., Reed, C.", 3),
        ("Jane Smith, Wei Zhang, Ross Girshick", 3),
    ],
)
def test_the_last_author_before_a_colon_is_none_of_the_titles_words(people: str, many: int) -> None:
    (entry,) = read(
        f"- {people}: Slow maps of cold mice in winter. Nature 2014, 54:225-236.{PAPER}"
    )
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice in winter"
    assert len(names(entry)) == many


@pytest.mark.parametrize(
    "title",
    [
        "Long-Term Sediment, Carbon, and Nitrogen Accumulation Rates in Coastal Wetlands",
        "A Passive Radio-Frequency Identification (RFID) Gas Sensor With Self-Correction",
        "Carbon Accumulation Rates in Wetlands Impacted by Sea Level Rise",
    ],
)
def test_words_of_a_title_are_nobodys_names(title: str) -> None:
    (entry,) = read(f"- {title}{PAPER}")
    assert entry.title
    assert (entry.title.text, names(entry)) == (title, [])


def byline(item: str) -> list[str]:
    (entry,) = read(f"- **Slow maps of cold mice in winter**{item}{PAPER}")
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice in winter"
    return names(entry)


@pytest.mark.parametrize(
    "item",
    [
        "<br>저자: Ana Bee, Bo Marsh<br>학회: Moss Methods 2023<br>",
        "<br>会議: ACM Trans. Inf. Syst. 1995<br>著者: Ana Bee, Bo Marsh<br>",
        "<br>Autores: Ana Bee, Bo Marsh<br>",
        ", Ana Bee (Moss Inc.), Bo Marsh (Moss Inc.), 2020.",
        " [Ana Bee](https://people.example/0), and [Bo Marsh](https://people.example/1)",
    ],
)
def test_people_stand_behind_labels_of_any_language_links_and_affiliations(item: str) -> None:
    assert byline(item) == ["Ana Bee", "Bo Marsh"]


def test_the_initials_of_a_linked_name_are_no_conference() -> None:
    linked = "[Busch E](https://people.example/0), [Park KR](https://people.example/1)"
    assert byline(f" {linked}") == ["Busch E", "Park KR"]


@pytest.mark.parametrize("venue", ["Computers & Structures", "REMOTE SENSING", "Forests & Trees"])
def test_a_venue_of_plain_words_is_nobody(venue: str) -> None:
    assert byline(f". {venue} **260**(4), 106718 (2022)") == []


@pytest.mark.parametrize(
    ("item", "people", "venue"),
    [
        ("Speech Planning in Spontaneous Synthesis, Éva Székely, Gustav Eje Henter, Jonas Beskow",
         ["Éva Székely", "Gustav Eje Henter", "Jonas Beskow"], None),
        ("Motion Statistics for Fast, Ultra-Robust Feature Correspondence, Bian J, Lin WY",
         ["Bian J", "Lin WY"], None),
        (("Optimization of Solar Systems in Cities, Ying Li, Pengpeng Gao and Yunpeng Sun, "
         "Renewable Energy, 2023."),
         ["Ying Li", "Pengpeng Gao", "Yunpeng Sun"], "Renewable Energy"),
    ],
)  # fmt: skip
def test_a_by_line_behind_a_comma_is_of_people_only_and_of_all(
    item: str, people: list[str], venue: str | None
) -> None:
    (entry,) = read(f"- {item}{PAPER}")
    assert names(entry) == people
    assert (entry.venue and entry.venue.text) == venue
    assert entry.title
    assert entry.title.text == item.partition(f", {people[0]}")[0]


def test_the_editors_of_a_book_wrote_no_chapter_of_it_and_its_name_is_no_title() -> None:
    text = "".join(
        f"- Roca A., Maas B., Heath C.D. {title} (2019). In: Vane D., Jung R. (eds) "
        f"*Encyclopedia of Computational Moss*. Springer. https://doi.org/10.99999/moss.{n}\n"
        for n, title in enumerate(TITLES)
    )
    found = read(text)
    assert [entry.title and entry.title.text for entry in found] == list(TITLES)
    assert [names(entry) for entry in found] == [["Roca A.", "Maas B.", "Heath C.D."]] * 6
    assert {entry.venue and entry.venue.text for entry in found} == {
        "Encyclopedia of Computational Moss"
    }


@pytest.mark.parametrize(
    "people", [["Amine El hattami", "Farhan ul Haq"], ["Roca M.", "Maas T.", "Heath R.A."]]
)
def test_small_families_behind_particles_and_initials_behind_families_are_names(
    people: list[str],
) -> None:
    text = "".join(
        f"- **{title}**. {', '.join(people)} [pdf](https://arxiv.org/abs/2306.1500{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert [names(entry) for entry in read(text)] == [people] * 6


@pytest.mark.parametrize(
    ("by", "people"),
    [
        (
            "Roca, Ana, Maas, B.H., Heath, Carl, and Vane, Eve, 1998, ",
            ["Roca, Ana", "Maas, B.H.", "Heath, Carl", "Vane, Eve"],
        ),
        ("Roca, Ana, & Vane, Eve. (2012). ", ["Roca, Ana", "Vane, Eve"]),
        ("Roca, Ana. and Carl Heath (2004). ", ["Roca, Ana.", "Carl Heath"]),
        ("Roca, Ana, Carl Heath, and Eve Vane. 2004. ", ["Roca, Ana", "Carl Heath", "Eve Vane"]),
    ],
)
def test_where_the_and_stands_tells_families_before_given_names(by: str, people: list[str]) -> None:
    text = "".join(
        f"- {by}{title}. Journal of Moss, 12(3), 4-9. https://doi.org/10.99999/moss.{n}\n"
        for n, title in enumerate(TITLES)
    )
    assert [names(entry) for entry in read(text)] == [people] * 6


def test_somebody_and_others_before_a_colon_are_of_no_title() -> None:
    text = "".join(
        f"* {1990 + n} Roca et al: {title} <https://arxiv.org/abs/2306.1500{n}>\n"
        for n, title in enumerate(TITLES)
    )
    found = read(text)
    assert [entry.title and entry.title.text for entry in found] == list(TITLES)
    assert [names(entry) for entry in found] == [["Roca"]] * 6


def test_the_editors_of_a_book_itself_are_its_byline() -> None:
    text = "".join(
        f"- **[{title}](https://arxiv.org/abs/2306.1500{n})** — Ana Roca & Bo Maas (eds.). "
        "*Springer, 1963.*\n"
        for n, title in enumerate(TITLES)
    )
    assert [names(entry) for entry in read(text)] == [["Ana Roca", "Bo Maas"]] * 6
