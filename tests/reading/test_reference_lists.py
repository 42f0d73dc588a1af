"""Lists of references in Markdown, as bibliographies set them, without a link."""

import pytest

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.values.entry import Document, Entry, Hints
from pipeline.values.text import apply
from tests.reading.six_titles import TITLES, said

AIP = (
    "K. Sorrel, B. Fern, and M. Moss, Journal of Biogeography 42, 1029 (2011).",
    "F.E. Shipley, BMJ 2, 90 (1919).",
    "W.E. Le Grand, Nature 159, 553 (1947).",
    "I. Lind, M. Birke, and F. Stahl, Roof Gardens 150, 240 (2015).",
    "A. Rossi and C. Bianchi, Annals of Botany 15, 12 (2017).",
    "B.J. Elm, Green Walls 12, 129 (2002).",
)
APA = (
    "Sorrel, K., Fern, B., & Moss, M. (2011). Slow maps of cold mice. Botany Letters, 42(5), 10.",
    "Shipley, F. E. (1919). Sudden rain upon a roof. BMJ, 2(3055), 90–92.",
    "Lind, I., & Stahl, F. (2015). Which moss is worth a roof? Nature Plants, 150, 240–249.",
    "Rossi, A., & Bianchi, C. (2017). Moss of the old walls. Annals of Botany, 15, 12–20.",
    "Elm, B. J. (2002). How green walls grow. Green Walls, 12(1), 129–154.",
)


def entries(*lines: str, path: str = "list.md", mark: str = "- ") -> tuple[Entry, ...]:
    text = "".join(f"{mark}{line}\n" for line in lines)
    return formats.read(Document(path=path, text=text)).entries


def placed(found: tuple[Entry, ...]) -> list[Entry]:
    """Those that were read as references among references."""
    return [entry for entry in found if entry.hints != Hints()]


@pytest.mark.parametrize("lead", ["", "1 ", "[1] ", "(1) "])
def test_references_without_titles_are_known_by_their_place(lead: str) -> None:
    found = entries(*(lead + line for line in AIP))
    assert len(found) == len(AIP)
    first = found[0]
    assert first.title is None
    assert first.authors
    assert [name.family for name in first.authors.names] == ["Sorrel", "Fern", "Moss"]
    assert (first.hints.journal, first.hints.volume, first.hints.page, first.hints.year) == (
        "Journal of Biogeography", "42", "1029", 2011,
    )  # fmt: skip


@pytest.mark.parametrize("lines", [AIP, APA])
def test_the_same_is_read_in_markdown_and_in_plain_text(lines: tuple[str, ...]) -> None:
    def told(path: str, mark: str) -> list[object]:
        return [
            (e.title and e.title.text, e.authors and e.authors.names[0].text,
             e.year and e.year.value, e.venue and e.venue.text, e.hints)
            for e in entries(*lines, path=path, mark=mark)
        ]  # fmt: skip

    assert told("list.md", "- ") == told("list.txt", "")


def test_what_lacks_a_part_is_one_among_others() -> None:
    unplaced = "Elm, B. J. (1981). Green walls forecast."
    unsigned = "Moss wins an award. (1999). Green Walls, 54(5), 7."
    found = entries(*APA, unplaced, unsigned)
    assert [e.title.text for e in found[-2:] if e.title] == [
        "Green walls forecast", "Moss wins an award",
    ]  # fmt: skip
    assert found[-2].certainty.title < 1
    beside = placed(entries(unplaced, unsigned, *APA[:2]))  # two beside them prove nothing
    assert [entry.line for entry in beside] == [3, 4]


def test_the_figures_of_a_whole_reference_are_its_place_in_any_list() -> None:
    """Of two works of one title and author the figures tell the one that is meant."""
    link = "[Slow maps of mice](https://doi.org/10.9999/a). A. Bee, C. Marsh. Nature, 2001."
    (one,) = placed(entries(APA[0], link, link))
    assert (one.hints.volume, one.hints.page) == ("42", "10")


def test_of_a_few_in_a_list_of_other_things_those_count_whose_journal_is_known() -> None:
    tools = [f"Moss{n} draws maps of roofs, version {n}, by Anna Elm" for n in range(9)]
    said = [entry.venue and entry.venue.text for entry in placed(entries(*AIP, *tools))]
    assert said == ["Journal of Biogeography", "BMJ", "Nature", "Roof Gardens", "Annals of Botany"]
    assert not placed(entries("B.J. Elm, Green Walls 12, 129 (2002).", *tools))


ALONE = (
    ("J. Doe and R. Roe, Phys. Rev. B 12, 345 (2001).", "Phys. Rev. B", ("12", "345", 2001)),
    ("J. Doe and R. Roe, *Phys. Rev. B* **12**, 345 (2001).", "Phys. Rev. B", ("12", "345", 2001)),
    ("Marsh, C.; Lane, D. J. Am. Chem. Soc. 2003, 125, 4478.", "J. Am. Chem. Soc",
     ("125", "4478", 2003)),
    ("L. Lane et al., Methods Ecol. Evol. 11, 16 (2020).", "Methods Ecol. Evol",
     ("11", "16", 2020)),
    ("C. Reed and S. Moor, Optical Walls 41, 77–80 (2015)", "Optical Walls", ("41", "77", 2015)),
    ("Bee, A., & Marsh, C. 2000, ApJ, 529, 12", "ApJ", ("529", "12", 2000)),
    ("Reed, B. et al. 2011, ApJS, 192, 3", "ApJS", ("192", "3", 2011)),
    ("[R. T. Demmer, A. M. Zuk and M. Moor, JAMA 312, 1153 (2014)](https://doi.org/10.9999/ab)",
     "JAMA", ("312", "1153", 2014)),
    ("K. Bee, [Extremes **21**, 177 (2017)](https://doi.org/10.9999/ab).", "Extremes",
     ("21", "177", 2017)),
    ("[Phys. Rev. Lett. 87, 246401 (2001)](https://doi.org/10.9999/ab)", "Phys. Rev. Lett",
     ("87", "246401", 2001)),
)  # fmt: skip


@pytest.mark.parametrize(("line", "venue", "where"), ALONE)
def test_one_without_a_title_is_known_alone_by_its_journal_or_number(
    line: str, venue: str, where: tuple[str, str, int]
) -> None:
    """A name or the volume was read for the title: "Zuk and M", "Optical Walls 41"."""
    (entry,) = entries(line)
    assert entry.title is None
    assert entry.venue
    assert entry.venue.text == venue
    assert (entry.hints.volume, entry.hints.page, entry.hints.year) == where


@pytest.mark.parametrize(
    "line",
    [
        "B. Fern, version 0.2, 14 (2019)",
        "A. Elm and B. Fern, Nature Conference, 12:30, 1 May 2019",
        "A. Elm and B. Fern, Gardens of Paris, room 4, 10:30 (2019)",
        "See A. Elm, Nature 12, 30 (2019), where the moss of roofs is told at length",
        "Schmidt A. Preface. Cladistics 2019;35:1.",
        "Moss maps 12, 345 (2001)",
        "Nature 414, 36 (2000)",
        "A. Bee, C. Marsh, [Slow maps of moss](https://doi.org/10.9999/ab), Nature 14, 36 (2000)",
        "Bee A, Marsh C: ****Slow maps**.** *Roof Letters* 2005, 17:2-4. [arXiv](https://doi.org/10.9999/a)",
        "A. Bee, C. Marsh, [Slow maps 12, 36 of moss (2001)](https://example.org/slow)",
    ],
)
def test_what_lacks_a_part_or_has_its_title_is_none(line: str) -> None:
    assert not placed(entries(line))


@pytest.mark.parametrize(
    "lines",
    [
        [f"A. Elm and B. Fern, Gardens of Paris, room {n}, 10:30 (2019)" for n in range(9)],
        [f"A. Elm, fixed the roof, see {n}, 12 (2019)." for n in range(9)],
        [f"B. Fern, version {n}.2, 14 (2019)" for n in range(9)],
        [f"Chapter {n}. Moss and ferns, {n}0" for n in range(9)],
        [f"A. Elm, ICML {2000 + n}, Vienna, Hall 3" for n in range(9)],
        [f"A. Elm and B. Fern, Nature Conference, 12:30, {n + 1} May 2019" for n in range(9)],
        [f"C. Moss, Red Roof Café {n}, 2019, 1200 EUR" for n in range(9)],
    ],
)
def test_lines_of_names_and_numbers_without_journals_are_none(lines: list[str]) -> None:
    assert not placed(entries(*lines))


def test_a_reference_is_read_again_alone_as_in_its_list_and_mended_in_place() -> None:
    text = "# References\n\n" + "".join(f"- {line}\n" for line in AIP)
    document = Document(path="list.md", text=text)
    reading = formats.read(document)
    change = Change(field="year", text="1920")
    rewriting = formats.rewrite(reading, reading.entries[1], change)
    assert apply(text, rewriting.edits) == text.replace("(1919)", "(1920)")


@pytest.mark.parametrize(
    "behind",
    [
        " [Link](https://doi.org/10.1234/ab)",
        " [[DOI](https://doi.org/10.1234/ab)]",
        " doi:10.1234/ab",
        " Articolo https://doi.org/10.1234/ab",
    ],
)
def test_with_a_link_behind_it_a_reference_without_a_title_has_still_none(behind: str) -> None:
    found = entries(*(line + behind for line in AIP))
    assert [e.title for e in found] == [None] * len(AIP)
    assert all(e.authors and e.mentions for e in found)
    assert [e.hints.volume for e in found] == ["42", "2", "159", "150", "15", "12"]


@pytest.mark.parametrize("between", [": ", " ", ".  "])
def test_the_label_of_a_link_behind_the_figures_is_the_title(between: str) -> None:
    """Without its title the link alone told the paper, and a wrong link other authors."""
    titles = [f"The {word} moss of cold roofs" for word in ("slow", "warm", "red", "old", "new")]
    lines = [
        f"{line.rstrip('.')}{between}[{title}](https://doi.org/10.99999/m.{n})"
        for n, (line, title) in enumerate(zip(AIP[:1] + AIP[2:], titles, strict=True))
    ]
    found = entries(*lines)
    assert [e.title and e.title.text for e in found] == titles
    assert [e.hints.volume for e in found] == ["42", "159", "150", "15", "12"]
    assert found[0].authors
    assert [name.family for name in found[0].authors.names] == ["Sorrel", "Fern", "Moss"]


def test_a_title_of_few_among_references_without_titles_stays() -> None:
    linked = [f"{line} [PDF](https://doi.org/10.99999/m.{n})" for n, line in enumerate(AIP)]
    titled = "A. Bee, C. Dee, Nature 17, 39 (2014) [Rain on green roofs](https://doi.org/10.9/m.9)"
    found = entries(*linked, titled)
    assert [e.title and e.title.text for e in found] == [None] * len(AIP) + ["Rain on green roofs"]


@pytest.mark.parametrize(
    "more",
    [
        "; erratum 151, 2 (2017)",
        "; ibid. 151, 36 (2018)",
        "; B. Fern and C. Moss, Nature 16, 38 (2017)",
        ". Erratum: Roof Gardens 151, 2 (2016)",
    ],
)
def test_a_reference_ends_at_its_first_place(more: str) -> None:
    twofold = f"I. Lind and F. Stahl, Roof Gardens 150, 240 (2015){more}."
    *_, entry = entries(*AIP, twofold)
    assert entry.title is None
    assert entry.year
    assert entry.venue
    assert (entry.year.value, entry.venue.text) == (2015, "Roof Gardens")
    assert (entry.hints.volume, entry.hints.page) == ("150", "240")


def test_a_journal_in_two_languages_is_cited_by_the_first() -> None:
    both = "I. Lind, F. Stahl, Moos. Chem. Int. Ed. 2012, 51, 39; Moos. Chem. 2012, 124, 40."
    *_, entry = entries(*AIP, both)
    assert entry.venue
    assert entry.venue.text == "Moos. Chem. Int. Ed"
    assert (entry.hints.volume, entry.hints.page) == ("51", "39")


def test_a_line_of_its_own_before_the_journal_is_the_title_and_no_part_of_it() -> None:
    text = "".join(
        f"- A. Roca  \n  _{title}_  \n  Nature **2**, 79 (2018) "
        f"[article](https://doi.org/10.99999/moss.{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert [(title, venue) for title, venue, _ in said(text)] == [
        (title, "Nature") for title in TITLES
    ]
