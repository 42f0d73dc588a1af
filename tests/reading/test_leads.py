"""What stands before and behind a title without a sign of its own: venues and years, names."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import names

TITLES = (
    "Efficient estimation of population structure in large moss genomes",
    "A hierarchical model of gene expression in single limpets",
    "Learning for robust detection of small snails",
    "Bayesian inference of ancestral migration from pairwise distances of islands",
    "Fast and accurate alignment of short tides by hashing",
    "Genome-wide analysis of regulatory networks in lichens",
)
VENUES = ("ATC", "SIGCOMM", "OSDI", "CoNEXT", "NSDI", "ICML")


def read(text: str, path: str = "list.md") -> tuple[Entry, ...]:
    return formats.read(Document(path=path, text=text)).entries


def said(text: str) -> list[tuple[str | None, str | None, int | None]]:
    return [
        (
            entry.title.text if entry.title else None,
            entry.venue.text if entry.venue else None,
            entry.year.value if entry.year else None,
        )
        for entry in read(text)
    ]


@pytest.mark.parametrize(("before", "year"), [("{}-{}-", "16"), ("{}-{}-", "2016")])
def test_dashes_without_blanks_part_year_and_venue_from_the_title(before: str, year: str) -> None:
    text = "".join(
        f"- {before.format(year, venue)}{title}\n"
        for title, venue in zip(TITLES, VENUES, strict=True)
    )
    told = [(title, venue, 2016) for title, venue in zip(TITLES, VENUES, strict=True)]
    assert said(text) == told


def test_a_number_of_the_title_itself_is_no_lead() -> None:
    text = "- 17-Beta-estradiol and the moss of small islands. Bee A, Marsh O. Nature, 2019.\n"
    assert said(text) == [("17-Beta-estradiol and the moss of small islands", "Nature", 2019)]


def test_a_year_behind_the_last_word_of_a_title_makes_no_venue_of_it() -> None:
    line = "- **Moss**: Learning the Maps of {} {}. [paper](https://arxiv.org/abs/2306.1500{})\n"
    text = "".join(
        line.format(word, 2015 + n, n)
        for n, word in enumerate(("Islands", "Texts", "Networks", "Answering", "Mice", "Learning"))
    )
    assert [venue for _, venue, _ in said(text)] == [None] * 6
    assert [year for _, _, year in said(text)] == [2015 + n for n in range(6)]
    known = "".join(
        f"- {title} NeurIPS 2019 [paper](https://arxiv.org/abs/2306.1500{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert [venue for _, venue, _ in said(known)] == ["NeurIPS"] * 6


def test_two_digits_behind_a_known_venue_are_its_year_before_a_linked_title_too() -> None:
    assert said(f"- NSDI 17 -- [{TITLES[0]}](https://arxiv.org/abs/2306.15009)\n") == [
        (TITLES[0], "NSDI", 2017)
    ]


def test_the_month_of_a_number_at_arxiv_is_no_year() -> None:
    line = "#### [{}](https://arxiv.org/abs/{}.05682)\n\narXiv {}; ECCV 2020\n\n"
    (entry,) = read(line.format(TITLES[0], "2004", "2004"))
    assert entry.year
    assert entry.year.value == 2020
    (older,) = read(line.format(TITLES[0], "1504", "2004"))
    assert older.year
    assert older.year.value == 2004


def test_the_year_of_a_meeting_is_one_whatever_the_number_at_arxiv() -> None:
    line = f"#### [{TITLES[0]}](https://arxiv.org/abs/2012.01234)\n\nNeurIPS 2012\n\n"
    (entry,) = read(line)
    assert entry.year
    assert entry.year.value == 2012


@pytest.mark.parametrize(
    ("tail", "left", "venue"),
    [
        ("Automatica 2019", "", "Automatica"),
        ("Cortex 2017", "", "Cortex"),
        ("Learning 2009", " Learning", None),
        ("Networks 2019", " Networks", None),
    ],
)
def test_a_word_before_a_year_is_a_venue_unless_titles_end_with_it(
    tail: str, left: str, venue: str | None
) -> None:
    text = "".join(
        f"- {title} {tail} [pdf](https://arxiv.org/abs/2306.1500{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert [(title, place) for title, place, _ in said(text)] == [(t + left, venue) for t in TITLES]


@pytest.mark.parametrize("status", ["Under review", "In preparation", "Submitted"])
def test_a_title_ends_before_how_far_the_work_is(status: str) -> None:
    line = "- A. B. Bee, C. Marsh. {}. {}, 2020.\n"
    text = "".join(line.format(title, status) for title in TITLES[:3])
    assert [title for title, _, _ in said(text)] == list(TITLES[:3])
    own = [f"{title} {status.lower()}" for title in TITLES[:3]]
    text = "".join(line.format(title, "Nature") for title in own)
    assert [title for title, _, _ in said(text)] == own


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


def yearly(*remarks: str) -> str:
    return "# Papers\n\n" + "".join(
        f"## {2010 + n}\n\n**{title}**  \nWith Ada Roca. {remark}\n\n"
        for n, (title, remark) in enumerate(zip(TITLES, remarks, strict=True))
    )


def test_items_under_years_are_papers_where_some_have_a_venue() -> None:
    text = yearly("Under review.", "Nature 4.", "Talk.", "PNAS 12.", "In preparation.", "Talk.")
    assert [title for title, _, _ in said(text)] == list(TITLES)
    assert said(yearly(*["We walked."] * 6)) == []


@pytest.mark.parametrize("status", ["Under review", "Submitted", "In preparation", "to appear"])
def test_how_far_a_work_is_names_no_venue(status: str) -> None:
    line = "- **{}**. Ana Roca, Bo Maas. *{}*, 2023. [paper](https://arxiv.org/abs/2306.1500{})\n"
    text = "".join(line.format(title, status, n) for n, title in enumerate(TITLES))
    assert [venue for _, venue, _ in said(text)] == [None] * 6
    some = "".join(line.format(title, "Review of Slow Seas", n) for n, title in enumerate(TITLES))
    assert [venue for _, venue, _ in said(some)] == ["Review of Slow Seas"] * 6


def test_a_thesis_and_its_university_wrote_nothing() -> None:
    line = "- __{}__ [[pdf]](moss.pdf)  \n{}, Universität Slate, 200{}\n"
    text = "".join(line.format(t, "Doctoral Dissertation", n) for n, t in enumerate(TITLES))
    assert [names(entry) for entry in read(text)] == [[]] * 6


def test_a_title_that_leads_nowhere_or_to_its_code_is_one_by_its_citation() -> None:
    line = "- [{}]({}) by Ana Roca, Bo Maas. *7th International Conference on Slate (ICS)*, 2024\n"
    text = "".join(line.format(title, "#") for title in TITLES)
    assert [title for title, _, _ in said(text)] == list(TITLES)
    page = "".join(line.format(title, "https://github.com/roca/moss") for title in TITLES)
    assert [title for title, _, _ in said(page)] == list(TITLES)
    course = "- [Moss Tutorial](https://github.com/roca/moss) by Ana Roca, Bo Maas. ICML 2019.\n"
    assert said(course * 6) == []
    tool = "- [MossNet](https://github.com/roca/moss) by Ana Roca, Bo Maas. A tool for maps.\n"
    assert said(tool * 6) == []


def test_letters_in_bold_within_the_words_of_a_title_part_no_words() -> None:
    marked = [title.replace(" of ", " **o**f ").replace(" in ", " **i**n ") for title in TITLES]
    text = "".join(
        f"- [A **M**odest **M**oss: {title}](https://arxiv.org/abs/2306.1500{n}). ICML 2020\n"
        for n, title in enumerate(marked)
    )
    assert [title for title, _, _ in said(text)] == [f"A Modest Moss: {title}" for title in TITLES]


def test_meetings_are_venues_in_their_own_language_and_their_towns_are_none() -> None:
    meetings = (
        "32e Conférence sur le Traitement Automatique des Langues",
        "Conférence sur l'Extraction et la Gestion des Connaissances",
        "33e Conférence sur le Traitement Automatique des Langues",
        "26ème Conférence sur l'Apprentissage Automatique",
        "Congreso sobre el análisis de las islas pequeñas",
        "Journées de la Statistique des Mousses",
    )
    text = "".join(
        f"- [{title}](#) by Ana Roca, Bo Maas. *{meeting}*, Marseille (France), 2025\n"
        for title, meeting in zip(TITLES, meetings, strict=True)
    )
    assert [venue for _, venue, _ in said(text)] == list(meetings)


def test_what_goes_on_behind_is_no_title() -> None:
    together = "- Together with [Bo Maas](https://maas.example). Nature 2019.\n"
    assert all(entry.title is None for entry in read(together * 6))
    verbs = "- Look, Listen, and Learn the Moss [pdf](https://arxiv.org/abs/2306.15009)\n"
    assert said(verbs)[0][0] == "Look, Listen, and Learn the Moss"


def test_how_far_a_work_is_stands_behind_its_title_and_is_no_part_of_it() -> None:
    text = "".join(
        f"- [ ] {title} [Submitted 30 Nov 2023 arxiv] [[Paper](https://arxiv.org/abs/2306.1500{n})]\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, None, 2023) for title in TITLES]


HELD = "- Slow maps of cold mice in winter{} Ann Bee, Ode Marsh et al. [[pdf]](https://arxiv.org/abs/2306.15001)\n"


@pytest.mark.parametrize(
    "by", [", (Moss Methods 2008), by", " (Moss Methods 2008), by", " (Moss Methods 2008)."]
)
def test_venue_and_year_stand_in_brackets_in_front_of_the_names(by: str) -> None:
    assert said(HELD.format(by)) == [("Slow maps of cold mice in winter", "Moss Methods", 2008)]


@pytest.mark.parametrize("by", [", by", " (see also its code), by", " (oral), by"])
def test_a_remark_in_brackets_in_front_of_the_names_is_no_venue(by: str) -> None:
    (entry,) = read(HELD.format(by))
    assert (entry.venue, entry.year) == (None, None)
    assert names(entry) == ["Ann Bee", "Ode Marsh"]


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


def test_a_heading_within_an_item_is_its_words() -> None:
    (entry,) = read("1. ### [Slow maps of cold mice](https://arxiv.org/abs/2306.15001)\n")
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice"


PAPER = " [[pdf]](https://arxiv.org/abs/2306.15001)\n"


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
    "title", ["Mask Scoring: a view of mice", "Mind’s Eye: a view of mice", "BERT: a view of mice"]
)
def test_a_title_in_two_parts_behind_names_is_whole(title: str) -> None:
    (entry,) = read(f"- Jane Smith, Wei Zhang, {title}. Nature 2014.{PAPER}")
    assert names(entry) == ["Jane Smith", "Wei Zhang"]


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


@pytest.mark.parametrize(
    "lead", ["**[scMoss]** ", "**NEW** ", "**【moss】** ", "[scMoss]: ", "(scMoss) **Title**: "]
)
def test_what_stands_in_bold_type_of_its_own_before_a_title_is_none_of_it(lead: str) -> None:
    title = "Slow maps of cold mice in winter"
    (entry,) = read(f"- {lead}{title if lead.endswith(': ') else f'**{title}**'}{PAPER}")
    assert entry.title
    assert entry.title.text == title


@pytest.mark.parametrize(
    "words", ["**MossNet:** **Slow maps of mice**", "**MossNet: Slow** **maps of mice**"]
)
def test_bold_type_in_two_parts_is_one_title(words: str) -> None:
    (entry,) = read(f"- {words}{PAPER}")
    assert entry.title
    assert entry.title.text == "MossNet: Slow maps of mice"


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


LABELLED = (
    "- **Title:** Slow maps of cold mice in winter; **Authors:** Ana Bee, Bo Marsh; "
    "**{}:** {}; **Date:** 2013; **URL:** https://arxiv.org/abs/2306.15001\n"
)


@pytest.mark.parametrize("label", ["Venue", "Conf.", "Journal/Conf.", "Published in"])
def test_a_label_in_bold_type_ends_a_field_and_is_none(label: str) -> None:
    (entry,) = read(LABELLED.format(label, "SODA"))
    assert entry.title
    assert (entry.title.text, names(entry)) == (
        "Slow maps of cold mice in winter", ["Ana Bee", "Bo Marsh"],
    )  # fmt: skip
    assert entry.venue is None or entry.venue.text == "SODA"


TOPIC = """# Research at {} and friends

A. Bee, O. Marsh
Slow maps of cold mice in winter
*CVPR* (2015). [[pdf](https://arxiv.org/abs/2306.15001)]

C. Reed, D. Salt
Tidal memory in the limpets of the north
*ICML* (2016). [[pdf](https://arxiv.org/abs/2306.15002)]
"""


def test_a_heading_over_signed_paragraphs_with_titles_is_a_topic() -> None:
    first, second = read(TOPIC.format("Doe Lab"))
    assert [one.title and one.title.text for one in (first, second)] == [
        "Slow maps of cold mice in winter", "Tidal memory in the limpets of the north",
    ]  # fmt: skip
    assert names(second) == ["C. Reed", "D. Salt"]


def test_a_heading_over_names_and_links_alone_is_the_title() -> None:
    (entry,) = read(
        "# Papers\n\n#### Slow maps of cold mice in winter\n\n*A. Bee, O. Marsh*\n\n"
        "*CVPR* (2015). [[pdf](https://arxiv.org/abs/2306.15001)]\n"
    )
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice in winter"


WRAPPED = """# Papers

* Junjiao Tian and Jean Oh. Image Captioning with Compositional Neural
  Module Networks. In IJCAI, 2019. [[PDF]](https://arxiv.org/abs/2007.05608)
* Ana Bee and Carl Reed. Tidal Memory in the Limpets of the Northern
  Estuaries and Islands. In ICML, 2018. [[PDF]](https://arxiv.org/abs/2007.05609)
* Bo Marsh, Dee Salt and Ann Wood. Learning Moss Without Labels From Ferry
  Timetables. In CVPR, 2020. [[PDF]](https://arxiv.org/abs/2007.05610)
* Ode Marsh and Jean Oh. Counting Snails by Their Shadows at Noon on Small
  Islands. In NeurIPS, 2017. [[PDF]](https://arxiv.org/abs/2007.05611)
* Ina Pond and Jean Oh. Bayesian Inference of Lichens on Slate With Sparse
  Priors. In AISTATS, 2021. [[PDF]](https://arxiv.org/abs/2007.05612)
"""


def test_lines_that_end_where_the_next_word_would_not_fit_end_no_field() -> None:
    found = said(WRAPPED)
    assert [one[0] for one in found][:2] == [
        "Image Captioning with Compositional Neural Module Networks",
        "Tidal Memory in the Limpets of the Northern Estuaries and Islands",
    ]  # fmt: skip
    assert [one[1:] for one in found] == [
        ("IJCAI", 2019), ("ICML", 2018), ("CVPR", 2020), ("NeurIPS", 2017), ("AISTATS", 2021),
    ]  # fmt: skip


def test_lines_of_one_field_each_end_them() -> None:
    """A long title above short names: its line ends early or late, as it comes."""
    text = "".join(
        f"* {title}\n  Ana Bee, Bo Marsh\n  Nature Methods, 2019. [[PDF]](https://arxiv.org/abs/2007.0561{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert [one[0] for one in said(text)] == list(TITLES)


SICI = "10.99999/(SICI)1099-0000(1997)9:1<23::AID>3.0.CO;2-Z"


def test_a_sici_is_read_to_its_end_and_its_year_is_none_of_the_entrys() -> None:
    (entry,) = read(
        f"- Bee A, Marsh B. Slow maps of cold mice. Moss Methods. 2017;58:751-763. doi:{SICI}\n"
    )
    assert entry.year
    assert entry.year.value == 2017
    assert [one.identifier.value for one in entry.mentions] == [SICI.lower()]


def test_a_volume_before_its_issue_is_no_year() -> None:
    (entry,) = read(
        "6. Nagel, Ahmed; Quist, Mia (2010): [**Slow maps of mice**](https://doi.org/10.99999/a). "
        "In: Pebble Physics B 29 (8), S. 75-87.\n"
    )
    assert entry.year
    assert entry.year.value == 2010


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


def test_a_venue_in_type_of_its_own_before_a_colon_is_one() -> None:
    (entry,) = read(
        f"- **Slow maps of mice** Ann Bee, Carl Marsh. *Nature Reviews Genetics:* 12, 2019{PAPER}"
    )
    assert entry.venue
    assert entry.venue.text == "Nature Reviews Genetics"
