"""References in the styles of bibliographies: every field, and what is no reference."""

# ruff: noqa: E501  a reference is one line, and its dashes are its own

import pytest

from pipeline import formats
from pipeline.reading.cited_places import where
from pipeline.values.entry import Document, Entry

BEE = ("Bee", "Marsh")
TITLE = "Tidal memory of snails in estuarine networks"
WHOLE = [
    pytest.param(f"Bee, A. J., & Marsh, O. (2019). {TITLE}. Journal of Moss Research, 47(15), 9967–9970.", id="APA"),
    pytest.param(f"Bee, A. J., Reed, B., … Marsh, O. (2019). {TITLE}. Journal of Moss Research, 47(15), 9967–9970.", id="APA, many authors"),
    pytest.param(f"Bee, Ann J., and Ode Marsh. 2019. “{TITLE}.” Journal of Moss Research 47 (15) (April 15): 9967–9970.", id="Chicago"),
    pytest.param(f"Bee, Ann J., and Ode Marsh. “{TITLE}.” Journal of Moss Research 47.15 (2019): 9967–9970.", id="MLA"),
    pytest.param(f"Bee, Ann Jo et al. “{TITLE}.” Journal of Moss Research 47.15 (2019): 9967–9970.", id="MLA, et al."),
    pytest.param(f"Bee AJ, Marsh O. {TITLE}. Journal of Moss Research. 2019;47(15):9967-70.", id="Vancouver"),
    pytest.param(f"Bee AJ, Marsh O: {TITLE}. Journal of Moss Research 2019, 47:9967-9970.", id="BMC"),
    pytest.param(f"Bee AJ, Marsh O (2019) {TITLE}. Journal of Moss Research 47:9967-9970. doi:10.99999/moss.1", id="Springer, with a DOI"),
    pytest.param(f"1. Bee, A. J. & Marsh, O. {TITLE}. Journal of Moss Research 47, 9967–9970 (2019).", id="Nature"),
    pytest.param(f'[3] A. J. Bee and O. Marsh, "{TITLE}," Journal of Moss Research, vol. 47, no. 15, pp. 9967–9970, 2019.', id="IEEE"),
    pytest.param(f"[4] Ann J. Bee and Ode Marsh. 2019. {TITLE}. Journal of Moss Research 47, 15 (2019), 9967–9970.", id="ACM"),
    pytest.param(f"[5] A.J. Bee, O. Marsh, {TITLE}, Journal of Moss Research 47 (2019) 9967–9970.", id="Elsevier"),
]  # fmt: skip
UNTITLED = [
    pytest.param("7 A.J. Bee and O. Marsh, Journal of Moss Research 47, 9967 (2019).", id="AIP"),
    pytest.param("(7) Bee, A. J.; Marsh, O. P. Journal of Moss Research 2019, 47, 9967–9970.", id="ACS"),
    pytest.param("[7] A.J. Bee, O. Marsh, Journal of Moss Research 47 (2019) 9967.", id="Elsevier"),
]  # fmt: skip


def entries(text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path="refs.txt", text=text)).entries


def families(entry: Entry) -> tuple[str, ...]:
    return tuple(name.family for name in entry.authors.names) if entry.authors else ()


def said(entry: Entry) -> tuple[str, int, str | None, str | None]:
    assert entry.venue
    assert entry.year
    return entry.venue.text, entry.year.value, entry.hints.volume, entry.hints.page


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [(" 61-62, 88 (2019)", ("61-62", "88")), (" 61–62:88–93 (2019)", ("61–62", "88")),
     (" 12, 345-350 (2019)", ("12", "345")), ("773-774 (2019)", ("", "773")),
     (" 2019, 1 (2019)", ("2019", "1")), (" 5 (1-2), 20 (2019)", ("5", "20")),
     (" 773-775, 12 (2019)", ("773", "775"))],
)  # fmt: skip
def test_two_volumes_in_one_and_a_volume_called_by_its_year(
    figures: str, wanted: tuple[str, str]
) -> None:
    assert where(figures, "2019")[:2] == wanted


@pytest.mark.parametrize(
    ("line", "venue"),
    [("Bee, A. J. Planetary and Moss Science 2019, 2, 195–202.", "Planetary and Moss Science"),
     ("Bee, A. Starch - Stärke 2019, 3, 61–63.", "Starch - Stärke"),
     ("Bee, A. J. Interpretation: A Journal of Moss 2019, 10, 248.", "Interpretation: A Journal of Moss")],
)  # fmt: skip
def test_the_first_word_of_a_journal_is_no_given_name(line: str, venue: str) -> None:
    (entry,) = entries(line + "\n")
    assert entry.title is None
    assert entry.authors
    assert [name.family for name in entry.authors.names] == ["Bee"]
    assert "Planetary" not in entry.authors.names[0].given
    assert said(entry)[0] == venue


def test_a_whole_given_name_behind_an_initial_stays() -> None:
    (entry,) = entries("Bee, J. Robert (2019). Slow maps of moss. Moss Letters, 2(1), 195–202.\n")
    assert entry.authors
    assert entry.authors.names[0].given == "J. Robert"


@pytest.mark.parametrize("line", WHOLE)
def test_a_reference_gives_all_its_fields(line: str) -> None:
    (entry,) = entries(line + "\n")
    assert entry.title
    assert entry.title.text == TITLE
    assert families(entry)[:1] == BEE[:1]
    assert said(entry) == ("Journal of Moss Research", 2019, "47", "9967")
    if "…" not in line and "et al." not in line:
        assert families(entry) == BEE
    for field in (entry.title, entry.venue):
        assert field
        assert field.span.cut(line) == field.raw


@pytest.mark.parametrize("line", UNTITLED)
def test_a_reference_without_a_title_gives_its_place(line: str) -> None:
    (entry,) = entries(line + "\n")
    assert entry.title is None
    assert families(entry) == BEE
    assert said(entry) == ("Journal of Moss Research", 2019, "47", "9967")


@pytest.mark.parametrize("family", ["KUBO", "LI", "MARSH"])
def test_a_short_family_in_capitals_signs_before_a_title_in_quotes(family: str) -> None:
    line = f"{family}, Ituo. “On Some Mosses of O. Quist.” MOSS GAKKAISHI 9.4 (1940): 154–158.\n"
    (entry,) = entries(line)
    assert entry.title
    assert (entry.title.text, families(entry)) == ("On Some Mosses of O. Quist", (family,))


@pytest.mark.parametrize(
    "journal",
    [
        "Archives Internationales de Mousse et de Biophysique",
        "Archives Internationales de Mousse, de Biochimie et de Biophysique",
    ],
)
def test_the_last_author_is_no_title_before_a_journal_that_looks_like_names(journal: str) -> None:
    (entry,) = entries(f"(1) Bee, A.; Reed, F. J.; López-García, J. M. {journal} 1994, 102, 1–3.\n")
    assert entry.title is None
    assert [*families(entry), entry.venue and entry.venue.text] == [
        "Bee", "Reed", "López-García", journal,
    ]  # fmt: skip


def test_a_paper_of_a_meeting_stands_behind_in() -> None:
    (entry,) = entries(
        f"Bee, A., & Marsh, O. (2019). {TITLE}. In B. Reed (Ed.), Proceedings of the Moss Days (pp. 12–19).\n"
    )
    assert entry.title
    assert entry.title.text == TITLE
    assert entry.venue
    assert entry.venue.text == "Proceedings of the Moss Days"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Attention is all you need", id="a title"),
        pytest.param("Snails, slugs, and limpets of the northern shores", id="a title with commas"),
        pytest.param("Deep learning of moss (2016)", id="a title with a year"),
        pytest.param("A survey of moss in 2019: fens, bogs and marshes", id="a title with a date"),
    ],
)
def test_a_title_alone_stays_one(line: str) -> None:
    (entry,) = entries(line + "\n")
    assert entry.title
    assert entry.title.text == line.strip()
    assert entry.authors is None


def test_a_reference_goes_on_over_indented_lines_and_over_lines_without_a_number() -> None:
    one, two = f"Bee, A., & Marsh, O. (2019). {TITLE[:15]}", f"{TITLE[16:]}. Moss Letters, 4, 7–9."
    hanging = f"{one}\n    {two}\n{one}\n    {two}\n"
    numbered = f"[1] {one}\n{two}\n[2] {one}\n{two}\n"
    for text in (hanging, numbered):
        found = entries(text)
        assert [entry.title.text for entry in found if entry.title] == [TITLE, TITLE]
        assert [entry.line for entry in found] == [1, 3]
        assert [entry.end_line for entry in found] == [2, 4]


def test_addresses_and_titles_stay_a_line_each() -> None:
    text = "https://doi.org/10.99999/a\n  https://doi.org/10.99999/b\nTidal memory of snails\nMoss in the estuaries\n"
    assert [entry.line for entry in entries(text)] == [1, 2, 3, 4]


@pytest.mark.parametrize("line", [WHOLE[0], *WHOLE[2:10]])
def test_a_reference_is_one_in_markdown_too_whoever_knows_its_journal(line: str) -> None:
    listed = line.lstrip("[]0123456789. ").replace(
        "Journal of Moss Research", "Mooskundliche Blätter"
    )
    (entry,) = formats.read(Document(path="refs.md", text=f"# References\n\n- {listed}\n")).entries
    assert entry.title
    assert entry.title.text == TITLE
    assert entry.authors


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "Bee, A. and Marsh, O. met in 2019 to count the snails of the estuaries.", id="prose"
        ),
        pytest.param("Version 3.2, March 2019: fixes by Ann Bee and Ode Marsh", id="a change"),
    ],
)
def test_what_is_no_reference_is_none_in_markdown(line: str) -> None:
    assert formats.read(Document(path="refs.md", text=f"# Notes\n\n- {line}\n")).entries == ()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"{TITLE}. (2019). Journal of Moss Research, 47(15), 9967–9970.", id="APA"),
        pytest.param(
            f"“{TITLE}.” 2019. Journal of Moss Research 47 (15): 9967–9970.", id="Chicago"
        ),
        pytest.param(f"“{TITLE}.” Journal of Moss Research 47.15 (2019): 9967–9970.", id="MLA"),
    ],
)
def test_what_nobody_signed_is_a_reference_among_references(line: str) -> None:
    """News, editorials and prefaces of a journal vanished from lists of references."""
    signed = "Bee, A. J., & Marsh, O. (2018). Moss that never was. Journal of Roofs, 4(1), 12–19.\n"
    _, entry = entries(f"{signed}{line}\n")
    assert entry.title
    assert entry.title.text == TITLE
    assert said(entry) == ("Journal of Moss Research", 2019, "47", "9967")
    assert entry.authors is None


def test_a_book_of_one_person_is_told_by_the_year_in_brackets_behind_the_name() -> None:
    (entry,) = entries("Bee, A. J. (1981). Techniques of counting snails by night.\n")
    assert (families(entry), entry.year and entry.year.value) == (("Bee",), 1981)
    assert entry.title
    assert entry.title.text == "Techniques of counting snails by night"


@pytest.mark.parametrize(
    "line",
    [
        "We moved to the roof of the old station in the spring. (2019). Nobody came.",
        "“Moss is what stays,” somebody said in 2019 while it rained on all of us.",
        "Updated in 2019. See also the notes of the meeting.",
    ],
)
def test_words_with_a_year_among_references_are_none(line: str) -> None:
    signed = "Bee, A. J., & Marsh, O. (2018). Moss that never was. Journal of Roofs, 4(1), 12–19.\n"
    assert len(entries(f"{signed}{signed.replace('never', 'once')}{line}\n")) == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("THE SIZE OF MOSS SPORES. (1921). The Gannet, 197(5079), 40.",
         ("THE SIZE OF MOSS SPORES", "The Gannet", 1921, "197", "5079", "40")),
        ("Cover. (2017). Journal of the Moss Society, 71(3), C1–C3.",
         ("Cover", "Journal of the Moss Society", 2017, "71", "3", "C1")),
        ("Spore Water and Its Role in Drift (a survey). (2018). Roofs and Arthropods, 83–119.",
         ("Spore Water and Its Role in Drift (a survey)", "Roofs and Arthropods", 2018, None, None,
          "83")),
    ],
)  # fmt: skip
def test_a_title_before_its_year_is_no_name_of_anybody(line: str, told: object) -> None:
    """Covers, indexes and old notes of a journal; they were read as people or left out."""
    signed = "Bee, A. J., & Marsh, O. (2018). Moss that never was. Journal of Roofs, 4(1), 12–19.\n"
    _, entry = entries(f"{signed}{line}\n")
    assert entry.authors is None
    assert entry.title
    assert (entry.title.text, *said(entry)[:3], entry.hints.issue, said(entry)[3]) == told


def test_what_has_no_date_says_so() -> None:
    (entry,) = entries("Bee, A. (n.d.). How snails imagine the tide. Rethinking the Tide, 23–41.\n")
    assert entry.title
    assert entry.title.text == "How snails imagine the tide"
    assert entry.venue
    assert (entry.venue.text, entry.year, entry.hints.page) == ("Rethinking the Tide", None, "23")


def test_a_point_within_brackets_ends_no_title() -> None:
    title = "Growth of the spores of moss (16. day a.p.-10. day p.p.)"
    (entry,) = entries(
        f"Bee, A., & Marsh, O. (1971). {title}. Journal of Moss Research, 134(3), 343–360.\n"
    )
    assert entry.title
    assert entry.title.text == title
    assert entry.hints.issue == "3"


def test_an_organisation_with_a_year_stays_who_signed() -> None:
    (entry,) = entries(
        "Moss Society. (2019). Guidelines for counting snails. Roof Bulletin, 4(1), 12–19.\n"
    )
    assert entry.title
    assert entry.title.text == "Guidelines for counting snails"
    assert entry.authors


@pytest.mark.parametrize(
    "more",
    ["See also the erratum, Journal of Moss Research 48, 2 (2020).", "Comment in Fern 3, 4."],
)
def test_what_stands_behind_a_reference_is_none_of_it(more: str) -> None:
    (entry,) = entries(
        f"A. J. Bee, O. Marsh. {TITLE}. Journal of Moss Research 47, 9967 (2019). {more}\n"
    )
    assert entry.title
    assert entry.title.text == TITLE
    assert said(entry) == ("Journal of Moss Research", 2019, "47", "9967")


def test_the_place_of_another_paper_in_the_title_ends_nothing() -> None:
    title = "Comment on “Tidal snails” [Moss Lett. 12, 34 (2018). Part 2]"
    (entry,) = entries(f"A. J. Bee, O. Marsh, {title}, Journal of Moss Research 47, 9967 (2019).\n")
    assert said(entry) == ("Journal of Moss Research", 2019, "47", "9967")


@pytest.mark.parametrize(
    ("journal", "people"),
    [
        ("J. Appl. Phys.", 2),
        ("J. Neurosci.", 2),
        ("New J. Phys.", 2),
        ("J. Ecol.", 2),
        ("C. Dee, Ecology", 3),
        ("J. Marsh, Ecol. Lett.", 3),
        ("J. Li, Nature", 3),
    ],
)
def test_an_abbreviated_journal_is_nobody(journal: str, people: int) -> None:
    (entry,) = entries(f"L. Pan, H. Xu, {journal} 17, 39 (2001).\n")
    assert len(families(entry)) == people
    assert entry.venue
    assert entry.venue.text == journal.rpartition(", ")[2].rstrip(".")
    assert entry.certainty.authors > 0.9


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Pan, L.; Xu, H. J. Biol. Chem. 2010, 114, 39.", id="two journals"),
        pytest.param("L. Pan, H. Xu, J. Moss. Sci. 17, 39 (2001).", id="a journal nobody knows"),
        pytest.param("Pan, L.; Xu, H. Moosk. Chem. 2010, 114, 39.", id="no end of the names"),
    ],
)
def test_where_the_by_line_ends_and_a_journal_begins_may_be_unsure(line: str) -> None:
    (entry,) = entries(line + "\n")
    assert entry.certainty.authors < 0.9
    assert entry.certainty.venue < 0.9


def test_a_journal_keeps_what_it_has_in_brackets() -> None:
    (entry,) = entries("L. Pan, H. Xu, Moss Letters (International ed. in Latin) 17, 39 (2001).\n")
    assert entry.title is None
    assert said(entry) == ("Moss Letters (International ed. in Latin)", 2001, "17", "39")


def test_a_chapter_without_a_title_stands_in_its_book() -> None:
    line = "L. Pan, H. Xu, in Handbook of Moss, edited by A. Bee (Roof Press, Oslo, 2018), p. 35.\n"
    (entry,) = entries(line)
    assert entry.title is None
    assert entry.venue
    assert entry.venue.text == "Handbook of Moss"


@pytest.mark.parametrize(
    ("pages", "year"), [("1670- 1682", "1996"), ("1970 - 1982", "1996"), ("12- 19", "1982")]
)
def test_a_page_behind_a_torn_dash_is_no_year(pages: str, year: str) -> None:
    """Lines that were joined leave a blank behind the dash."""
    (entry,) = entries(f"Bee A. J.; Marsh O. {TITLE}. Genes Dev. 10: {pages}; {year}.\n")
    assert entry.year
    assert entry.year.value == int(year)
