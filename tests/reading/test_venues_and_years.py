"""Where an item says its venue and its year, and what is neither."""

import pytest

from tests.formats.golden import names
from tests.reading.six_titles import PAPER, TITLES, read, said

VENUES = ("ATC", "SIGCOMM", "OSDI", "CoNEXT", "NSDI", "ICML")


@pytest.mark.parametrize(("before", "year"), [("{}-{}-", "16"), ("{}-{}-", "2016")])
def test_dashes_without_blanks_part_year_and_venue_from_the_title(before: str, year: str) -> None:
    text = "".join(
        f"- {before.format(year, venue)}{title}\n"
        for title, venue in zip(TITLES, VENUES, strict=True)
    )
    told = [(title, venue, 2016) for title, venue in zip(TITLES, VENUES, strict=True)]
    assert said(text) == told


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


def test_a_venue_in_type_of_its_own_before_a_colon_is_one() -> None:
    (entry,) = read(
        f"- **Slow maps of mice** Ann Bee, Carl Marsh. *Nature Reviews Genetics:* 12, 2019{PAPER}"
    )
    assert entry.venue
    assert entry.venue.text == "Nature Reviews Genetics"


@pytest.mark.parametrize("venue", ["PODC", "S&P", "IEEE S&P", "MobiCom", "USENIX Security"])
@pytest.mark.parametrize("year", [" '15.", "'15", "’15."])
def test_two_figures_behind_an_apostrophe_are_the_year_of_a_meeting(venue: str, year: str) -> None:
    text = "".join(
        f"- [{title}](https://arxiv.org/abs/2306.1500{n}). Ana Roca, Bo Maas. {venue}{year}\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, venue, 2015) for title in TITLES]


def test_what_is_left_of_a_byline_is_no_venue() -> None:
    by = "Roca A, Maas B, Heath C, The Sunny Mouse Project, Reed K et al."
    text = "".join(
        f"- **{title}.** {by} *Genome research 2014;24;2;340-8* https://doi.org/10.99999/moss.{n}\n"
        for n, title in enumerate(TITLES)
    )
    assert {venue for _, venue, _ in said(text)} == {"Genome research"}


def test_a_venue_in_a_sentence_of_its_own_is_of_no_title() -> None:
    venue = "IEEE Symposium on Security and Privacy"
    text = "".join(
        f"- Roca, A. C. 198{n}. {title}. {venue if n % 2 else ''} [x](http://moss.example/{n}.pdf)\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [
        (title, venue if n % 2 else None, 1980 + n) for n, title in enumerate(TITLES)
    ]


def test_a_volume_that_is_called_v_ends_a_venue_and_a_visit_dates_nothing() -> None:
    text = "".join(
        f"- Roca, A.C., and Maas, B., 198{n}, {title}: Journal of Moss, v. 37, no. 5, p. 295–298, "
        f"accessed November 1, 2016, at <https://doi.org/10.99999/moss.{n}>.\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, "Journal of Moss", 1980 + n) for n, title in enumerate(TITLES)]


def test_a_full_stop_within_the_brackets_of_a_year_leaves_none_before_the_title() -> None:
    text = "".join(
        f"- Roca, A.C. (198{n}.) {title}. Journal of Moss 11, 1: 1-17.\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, "Journal of Moss", 1980 + n) for n, title in enumerate(TITLES)]


def test_words_in_quotation_marks_are_the_title_of_a_reference() -> None:
    text = "".join(
        f"- Roca Ana, Bo Maas 201{n}. “{title}” American Moss Review 201{n} 78:339-360\n"
        for n, title in enumerate(TITLES)
    )
    assert [title for title, _, _ in said(text)] == list(TITLES)


@pytest.mark.parametrize("dated", ["2019年", "(2019年)"])
def test_a_year_with_the_word_for_year_behind_it_is_one(dated: str) -> None:
    text = "".join(
        f"- [{title}](https://arxiv.org/abs/2306.1500{n}), Ana Roca, Bo Maas, ICML, {dated}\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, "ICML", 2019) for title in TITLES]


@pytest.mark.parametrize(
    ("place", "venue", "year"),
    [
        ("In: 2010 Mossy Symposium on Parallel Rain", "Mossy Symposium on Parallel Rain", 2010),
        (
            "In: Nonprofit Management and Leadership, 2012",
            "Nonprofit Management and Leadership",
            2012,
        ),
        ("Moss and Society1971", "Moss and Society", 1971),
    ],
)
def test_what_in_leads_is_a_venue_and_a_year_may_be_glued_to_it(
    place: str, venue: str, year: int
) -> None:
    text = "".join(
        f"- [{title}](https://arxiv.org/abs/2306.1500{n}). Ana Roca, Bo Maas. {place}\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, venue, year) for title in TITLES]


def test_a_colon_of_full_width_is_of_no_venue_and_a_label_is_none() -> None:
    text = "".join(
        f"- **{title}**\n  **Auteurs**：Ana Roca, Bo Maas\n"
        "  **Revue**：2022, Moss and Engineering\n"
        f"  [pdf](https://arxiv.org/abs/2306.1500{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, "Moss and Engineering", 2022) for title in TITLES]


def test_a_label_behind_names_is_none_of_them() -> None:
    text = "".join(
        f"- **[{title}](https://arxiv.org/abs/2306.1500{n})** - A Roca, B Maas, and C Heath, "
        f"Venue: Journal of Moss, 2011\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, "Journal of Moss", 2011) for title in TITLES]
    assert [names(entry) for entry in read(text)] == [["A Roca", "B Maas", "C Heath"]] * 6


def test_the_name_of_a_series_and_the_number_of_a_part_are_of_the_title() -> None:
    text = "".join(
        f"- 📚 Chemistry of moss. V{'I' * (n % 3)}. {title} - (HH Roca, and 5 others), "
        f"In: Journal of Moss 1971 [[pdf]](https://arxiv.org/abs/2306.1500{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert [title for title, _, _ in said(text)] == [
        f"Chemistry of moss. V{'I' * (n % 3)}. {title}" for n, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize("title", ["Fusing Retrieved Documents", "How moss data are accessed"])
def test_a_title_that_speaks_of_retrieval_keeps_its_year(title: str) -> None:
    text = f"# L\n\n- [{title}](https://arxiv.org/abs/1901.00005), NAACL 2021\n"
    assert said(text) == [(title, "NAACL", 2021)]
