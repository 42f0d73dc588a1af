"""New entries in the manner of a list: what is the layout's is copied, what is a work's is not."""

import json
import re

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Reading
from pipeline.values.identifiers import Identifier
from pipeline.values.record import Paper
from pipeline.values.work import PartialDate, Person, Work
from pipeline.write.additions import NotAddedError, added
from pipeline.write.list_style import ListStyle
from pipeline.write.new_entry import composed
from pipeline.write.section_choice import SectionError, section_for

ADDRESS = "https://doi.org/10.99999/new.1"
ONE, TWO = "https://doi.org/10.99999/a.1", "https://doi.org/10.99999/a.2"


def work(title: str = "Brine lenses under a winter shore", year: int = 2023) -> Work:
    return Work(
        title=title,
        authors=(
            Person(family="Oduya", given="Lena M."),
            Person(family="van der Berg", given="Piet"),
            Person(family="Ng", given="Ai"),
        ),
        container_title="Shore Letters",
        container_titles=("Shore Lett",),
        issued=PartialDate(year=year),
        identifiers=(Identifier(scheme="doi", value="10.99999/new.1"),),
    )


def paper(title: str = "Brine lenses under a winter shore", year: int = 2023) -> Paper:
    return Paper(id="oduya2023brine", work=work(title, year))


def read(text: str, path: str = "list.md") -> Reading:
    return formats.read(Document(path=path, text=text))


def style(text: str) -> ListStyle:
    return ListStyle(reading=read(text))


def lines(*entries: str) -> str:
    return "# Papers\n\n" + "\n".join(entries) + "\n"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(
            f"- [Salt over sand dunes]({ONE}) - Ada Moor, Ben Tide, Cy Low (Salt Journal, 2019)",
            f"- [Foam lines at high tide]({TWO}) - Dan Reed, Eve Holm (Foam Review, 2020)",
            f"[Brine lenses under a winter shore]({ADDRESS}) - Lena M. Oduya, Piet van "
            f"der Berg, Ai Ng (Shore Letters, 2023)",
            id="linked title, venue and year in brackets",
        ),
        pytest.param(
            f"- Moor A, Tide B, Low C. Salt over sand dunes. *Shore Lett*. 2019. [Paper]({ONE})",
            f"- Reed D, Holm E. Foam lines at high tide. *Foam Rev*. 2020. [Paper]({TWO})",
            f"Oduya LM, van der Berg P, Ng A. Brine lenses under a winter shore. *Shore "
            f"Lett*. 2023. [Paper]({ADDRESS})",
            id="initials, and the venue as the list abbreviates it",
        ),
        pytest.param(
            f"- **Salt over sand dunes.** Ada Moor et al. *Salt Journal* 2019. [[pdf]]({ONE})",
            f"- **Foam lines at high tide.** Dan Reed et al. *Foam Review* 2020. [[pdf]]({TWO})",
            f"**Brine lenses under a winter shore.** Lena M. Oduya et al. *Shore Letters* "
            f"2023. [[pdf]]({ADDRESS})",
            id="the first author and et al.",
        ),
        pytest.param(
            "- [Salt over sand dunes](https://doi.org/10.99999/a.1)",
            "- [Foam lines at high tide](https://doi.org/10.99999/a.2)",
            f"[Brine lenses under a winter shore]({ADDRESS})",
            id="nothing but titles",
        ),
    ],
)  # fmt: skip
def test_an_entry_is_written_as_its_neighbours_are(first: str, second: str, expected: str) -> None:
    assert composed(style(lines(first, second)), paper(), ADDRESS) == expected


@pytest.mark.parametrize("last", [", ", " and ", " & "])
def test_what_stands_between_names_is_learnt_where_there_are_several(last: str) -> None:
    """After a neighbour of one author, "Hart E and Low C." was written among "A, B"."""
    several = f"1. Moor A, Tide B{last}Low C. Salt over sand dunes. *Shore Lett*. 2019. {ONE}"
    lone = f"2. Reed D. Foam lines at high tide. *Foam Rev*. 2020. {TWO}"
    for entries in ((several, lone), (lone, several)):
        said = composed(style(lines(*entries)), paper(), ADDRESS)
        assert said is not None
        assert said.startswith(f"Oduya LM, van der Berg P{last}Ng A. Brine")


def test_the_volume_and_the_remark_of_a_neighbour_are_not_copied() -> None:
    odd = (
        "- **Salt over sand dunes.** Ada Moor, Ben Tide. *Salt Journal* 12, 33-40, 2019. "
        "[[pdf]](https://doi.org/10.99999/a.1) [[code]](https://github.com/x/y) Best paper!"
    )
    plain = (
        "- **Foam lines at high tide.** Dan Reed, Eve Holm. *Foam Review*, 2020. "
        "[[pdf]](https://doi.org/10.99999/a.2)"
    )
    said = composed(style(lines(odd, odd.replace("Salt", "Lime"), plain)), paper(), ADDRESS)
    assert said == (
        "**Brine lenses under a winter shore.** Lena M. Oduya, Piet van der Berg, Ai Ng. "
        f"*Shore Letters*, 2023. [[pdf]]({ADDRESS})"
    )


def test_a_title_that_ends_in_a_mark_takes_no_full_stop() -> None:
    first = f"- **Salt over sand dunes.** Ada Moor. *Salt Journal*. [[pdf]]({ONE})"
    said = composed(style(lines(first)), paper("Do brine lenses freeze?"), ADDRESS)
    assert said is not None
    assert said.startswith("**Do brine lenses freeze?** Lena")


@pytest.mark.parametrize(
    "title",
    ["Stars * and [brackets] in_the title", "<script>alert(1)</script> tides", "A | bar `code`"],
)
def test_a_hostile_title_stays_the_text_of_one_entry(title: str) -> None:
    first = f"- **Salt over sand dunes.** Ada Moor. *Salt Journal*. [[pdf]]({ONE})"
    said = composed(style(lines(first)), paper(title), ADDRESS)
    assert said is not None
    assert "\n" not in said
    (_, new) = read(lines(first, "- " + said)).entries
    assert new.title is not None
    assert new.title.text == title


def put(text: str, title: str, year: int = 2023, name: str = "", path: str = "list.md") -> str:
    reading = read(text, path)
    one = paper(title, year)
    return added(reading, section_for(reading, one.work, name), one, ADDRESS).reading.document.text


def item(title: str) -> str:
    return f"- [{title}](https://doi.org/10.99999/{title.split(maxsplit=1)[0].lower()})"


def test_an_alphabetical_section_takes_the_entry_in_its_place() -> None:
    names = ["Alder on clay", "Birch on sand", "Cedar on rock", "Elm on peat"]
    text = lines(*map(item, names))
    assert put(text, "Dogwood on loam") == lines(
        *map(item, names[:3]), f"- [Dogwood on loam]({ADDRESS})", item(names[3])
    )


def test_an_unordered_section_takes_the_entry_at_its_end_behind_what_is_indented() -> None:
    text = lines(item("Birch on sand"), item("Alder on clay"), "  - a note on it") + "\n## Links\n"
    assert put(text, "Dogwood on loam") == text.replace(
        "  - a note on it\n", f"  - a note on it\n- [Dogwood on loam]({ADDRESS})\n"
    )


def test_a_numbered_list_counts_on() -> None:
    text = "# Papers\n\n1. [Birch on sand](https://doi.org/10.99999/b)\n2. [Alder on clay](https://doi.org/10.99999/a)\n"
    assert put(text, "Dogwood on loam") == text + f"3. [Dogwood on loam]({ADDRESS})\n"


@pytest.mark.parametrize(("last", "following"), [("2) ", "3) "), ("9. ", "10. ")])
def test_the_sign_behind_a_number_stays(last: str, following: str) -> None:
    text = f"# Papers\n\n{last}[Alder on clay](https://doi.org/10.99999/a)\n"
    assert put(text, "Dogwood on loam") == text + f"{following}[Dogwood on loam]({ADDRESS})\n"


def dated(*years: int) -> str:
    return "# Papers\n" + "".join(
        f"\n## {year}\n\n{item(f'Paper{year} about the shore')}\n" for year in years
    )


@pytest.mark.parametrize(
    ("years", "behind", "before"),
    [
        pytest.param((2024, 2023, 2022), "paper2023)", "\n\n## 2022", id="its own year"),
        pytest.param((2024, 2022), "## 2024", "## 2022", id="a new one among falling years"),
        pytest.param((2022, 2024), "## 2022", "## 2024", id="a new one among rising years"),
        pytest.param((2022, 2021), "# Papers", "## 2022", id="a new one above all"),
        pytest.param((2021, 2022), "## 2022", "", id="a new one below all"),
    ],
)
def test_a_year_section_takes_the_entry_and_a_new_year_gets_one(
    years: tuple[int, ...], behind: str, before: str
) -> None:
    text = dated(*years)
    after = put(text, "Dogwood on loam")
    at = after.index("[Dogwood on loam]")
    assert after.index(behind) < at
    assert after.count("\n## 2023\n") == 1
    assert after.rindex("## 2023", 0, at) < at
    if before:
        assert after.index(before, at) > at
    sections = {e.title.text: e.section[-1] for e in read(after).entries if e.title}
    assert sections["Dogwood on loam"] == "2023"
    assert {n: s for n, s in sections.items() if n != "Dogwood on loam"} == {
        e.title.text: e.section[-1] for e in read(text).entries if e.title
    }


def test_a_year_of_a_topic_is_found_through_the_topic() -> None:
    text = "# P\n" + "".join(
        f"\n## {topic}\n\n### {year}\n\n{item(f'{topic}{year} seen from the shore')}\n"
        for topic in ("Moss", "Lichen") for year in (2023, 2022)
    )  # fmt: skip
    with pytest.raises(SectionError, match="1 Moss > 2023; 3 Lichen > 2023"):
        put(text, "Dogwood on loam")
    after = put(text, "Dogwood on loam", name="lichen")
    (new,) = [e for e in read(after).entries if e.title and e.title.text == "Dogwood on loam"]
    assert new.section == ("P", "Lichen", "2023")


def test_the_only_section_of_a_year_is_taken_for_no_other_topic() -> None:
    """A work of 2022 about lichen went under moss, for lichen had no 2022 yet."""
    text = "# P\n" + "".join(
        f"\n## {topic}\n\n### {year}\n\n{item(f'{topic}{year} seen from the shore')}\n"
        for topic, year in (("Moss", 2023), ("Moss", 2022), ("Lichen", 2023), ("Lichen", 2021))
    )  # fmt: skip
    with pytest.raises(SectionError, match=r"Only “P > Moss” has a section of 2022.*P > Lichen"):
        put(text, "Dogwood on loam", year=2022)
    for topic in ("Moss", "lichen", "P > Lichen"):
        after = put(text, "Dogwood on loam", year=2022, name=topic)
        (new,) = [e for e in read(after).entries if e.title and e.title.text == "Dogwood on loam"]
        assert new.section[1:] == (topic.rsplit(" ", maxsplit=1)[-1].title(), "2022")
    alone = text[: text.index("## Lichen")]
    assert "Dogwood" in put(alone, "Dogwood on loam", year=2022)


def test_years_and_older_take_what_is_older() -> None:
    text = dated(2023, 2022) + "\n## 2021 and older\n\n" + item("Ancient notes about shores") + "\n"
    after = put(text, "Dogwood on loam", year=2015)
    (new,) = [e for e in read(after).entries if e.title and e.title.text == "Dogwood on loam"]
    assert new.section == ("Papers", "2021 and older")


def test_an_empty_section_can_be_named() -> None:
    text = lines(item("Birch on sand")) + "\n## Lichen\n\n## Links\n"
    assert put(text, "Dogwood on loam", name="Lichen") == text.replace(
        "## Lichen\n\n", f"## Lichen\n\n- [Dogwood on loam]({ADDRESS})\n\n"
    )


def test_a_heading_within_code_is_no_section() -> None:
    text = lines(item("Birch on sand")) + "\n```sh\n# 2023\nls\n```\n"
    assert put(text, "Dogwood on loam") == text.replace(
        item("Birch on sand") + "\n", item("Birch on sand") + f"\n- [Dogwood on loam]({ADDRESS})\n"
    )


def test_a_table_takes_a_row() -> None:
    text = (
        "# Papers\n\n| Title | Authors | Venue | Year | Link |\n|---|---|---|---|---|\n"
        f"| Salt over sand dunes | Ada Moor, Ben Tide | Salt Journal | 2019 | [pdf]({ONE}) |\n"
        f"| Foam lines at high tide | Dan Reed, Eve Holm | Foam Review | 2020 | [pdf]({TWO}) |\n"
    )
    assert put(text, "Dogwood on loam") == text + (
        "| Dogwood on loam | Lena M. Oduya, Piet van der Berg, Ai Ng | Shore Letters | 2023 "
        f"| [pdf]({ADDRESS}) |\n"
    )


def test_a_table_without_closing_bars_takes_a_row_like_its_own() -> None:
    """Of the last cell, too, only what is the new work's: not the neighbour's code."""
    text = (
        "# Papers\n\n| Title | Link | Code\n|---|---|---\n"
        f"| Salt over sand dunes | [pdf]({ONE}) | [git](https://github.com/x/salt)\n"
        f"| Foam lines at high tide | [pdf]({TWO}) | [git](https://github.com/x/foam)\n"
    )
    assert put(text, "Dogwood on loam") == text + f"| Dogwood on loam | [pdf]({ADDRESS}) |\n"


def test_of_a_row_only_what_is_the_new_works_is_filled() -> None:
    """The link to a neighbour's data or code, its number of citations, its method stay its own."""
    text = (
        "# Papers\n\n| # | Name | Paper | Year | Code |\n|---|---|---|---|---|\n"
        f"| 7 | [SaltNet](https://example.org/salt) | [Salt over sand dunes]({ONE}) | 2019 "
        "| [git](https://github.com/x/salt) |\n"
    )
    assert put(text, "Dogwood | on loam") == text + (
        rf"| 8 | | [Dogwood \| on loam]({ADDRESS}) | 2023 | |" + "\n"
    )


def test_a_row_that_mixes_a_title_with_other_links_is_no_model() -> None:
    text = (
        "# Papers\n\n| Paper | Year |\n|---|---|\n"
        f"| [Salt over sand dunes]({ONE}) [[code]](https://github.com/x/salt) | 2019 |\n"
    )
    with pytest.raises(NotAddedError, match="no entry like the others"):
        put(text, "Dogwood on loam")


def test_words_about_a_neighbour_are_not_said_of_the_new_work() -> None:
    text = (
        "# Papers\n\n| Paper | Link |\n|---|---|\n"
        "| 1) **Salt over sand dunes** - This study measures how salt creeps over dry sand. "
        f"| [Paper]({ONE}) |\n"
    )
    with pytest.raises(NotAddedError, match="no entry like the others"):
        put(text, "Dogwood on loam")


def test_one_heading_with_a_date_in_it_makes_no_list_of_years() -> None:
    """ "Summary (updated Oct 2023)" was taken for the section of 2023, and one of 2022 made."""
    text = "# P\n\n## Summary (updated Oct 2022)\n\n" + item("Birch on sand") + "\n"
    after = put(text, "Dogwood on loam")
    assert after == text + f"- [Dogwood on loam]({ADDRESS})\n"


@pytest.mark.parametrize(
    "heading",
    ["2013~2017 (Harbour Lab)", "Paper List (before 2021.7)", "Papers of 2019 and older",
     "Since 2024"],
)  # fmt: skip
def test_the_only_section_takes_no_work_of_a_year_that_its_heading_excludes(heading: str) -> None:
    """A work of 2023 was put under "2013~2017", the one heading of the list."""
    text = f"# Shores\n\n## {heading}\n\n" + item("Birch on sand") + "\n"
    with pytest.raises(SectionError, match=rf"no section of 2023.*{re.escape(heading)}"):
        put(text, "Dogwood on loam")
    there = put(text, "Dogwood on loam", name=heading)  # who names it has it there
    assert there == text + f"- [Dogwood on loam]({ADDRESS})\n"


@pytest.mark.parametrize(
    "heading",
    ["2013-2023 (Harbour Lab)", "Since 2021", "2020 - 2024", "Seminar, winter term 2021/22",
     "Reading for the course of 2016", "Minutes of 2021-05-03"],
)  # fmt: skip
def test_a_heading_whose_years_hold_it_or_are_no_years_of_works_takes_it(heading: str) -> None:
    text = f"# Shores\n\n## {heading}\n\n" + item("Birch on sand") + "\n"
    assert put(text, "Dogwood on loam") == text + f"- [Dogwood on loam]({ADDRESS})\n"


@pytest.mark.parametrize("oldest", ["Older", "Earlier", "2019 und davor", "Classics"])
def test_what_is_older_than_all_years_may_belong_beside_the_oldest(oldest: str) -> None:
    """A work of 2014 had a section "2014" made for it below "2019" and "Older"."""
    text = dated(2022, 2021, 2020) + f"\n## {oldest}\n\n" + item("Birch on sand") + "\n"
    with pytest.raises(SectionError, match=rf"2014 may belong under “{oldest}”"):
        put(text, "Dogwood on loam", 2014)


@pytest.mark.parametrize("newest", ["Recent papers", "2021 und neuer"])
def test_what_is_newer_than_all_years_may_belong_where_the_newest_are(newest: str) -> None:
    text = "# Papers\n" + f"\n## {newest}\n\n" + item("Birch on sand") + "\n"
    text += dated(2020, 2019, 2018).removeprefix("# Papers\n")
    with pytest.raises(SectionError, match=rf"2024 may belong under “{newest}”"):
        put(text, "Dogwood on loam", 2024)


@pytest.mark.parametrize(
    ("ranged", "year"),
    [("2021 onwards", 2024), ("2021–present", 2024), ("2010s", 2014), ("2010–17", 2015),
     ("2016/17", 2016), ("2017 & prior", 2012), ("Up to 2017", 2012)],
)  # fmt: skip
def test_a_range_of_years_takes_what_is_of_it_and_no_section_is_made(
    ranged: str, year: int
) -> None:
    text = dated(2020, 2019, 2018) + f"\n## {ranged}\n\n" + item("Birch on sand") + "\n"
    assert put(text, "Dogwood on loam", year) == text + f"- [Dogwood on loam]({ADDRESS})\n"


def test_a_new_year_has_its_section_though_a_topic_stands_beside() -> None:
    text = "# Papers\n" + "\n## Surveys\n\n" + item("Birch on sand") + "\n"
    text += dated(2020, 2019, 2018).removeprefix("# Papers\n")
    assert f"## 2021\n\n- [Dogwood on loam]({ADDRESS})\n\n## 2020" in put(
        text, "Dogwood on loam", 2021
    )


def test_the_meeting_of_a_year_is_not_the_section_of_that_year() -> None:
    """What stands under "Tides 2021" and "Shores 2023" is sorted by meetings."""
    text = "# Papers\n" + "".join(
        f"\n## {name}\n\n{item(f'{name.split()[0]} seen from the air')}\n"
        for name in ("Tides 2021", "Shores 2023", "Dunes 2022")
    )
    with pytest.raises(SectionError, match="several sections"):
        put(text, "Dogwood on loam")
    alike = text.replace("Tides 2021", "Papers 2021").replace("Shores 2023", "Papers 2023")
    assert "## Papers 2023\n\n" in put(alike, "Dogwood on loam")


def test_years_within_a_range_take_what_is_of_it() -> None:
    text = dated(2023, 2022) + "\n## 2018-2021\n\n" + item("Older notes about shores") + "\n"
    after = put(text, "Dogwood on loam", year=2019)
    (new,) = [e for e in read(after).entries if e.title and e.title.text == "Dogwood on loam"]
    assert new.section == ("Papers", "2018-2021")


def test_a_table_of_rst_is_left_to_its_owner() -> None:
    text = (
        "Papers\n======\n\n=====================   ====   ====================\n"
        "Title                   Year   Link\n=====================   ====   ====================\n"
        f"Salt over sand dunes    2019   `[PDF] <{ONE}>`_\n"
        "=====================   ====   ====================\n"
    )
    with pytest.raises(NotAddedError, match="drawn by hand"):
        put(text, "Dogwood on loam", path="list.rst")


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("list.rst", "Papers\n======\n", ("- **Dogwood on loam.** Lena M. Oduya, Piet van der "
         f"Berg, Ai Ng. *Shore Letters*, 2023. `Link <{ADDRESS}>`_")),
        ("list.org", "* Papers\n", ("- *Dogwood on loam.* Lena M. Oduya, Piet van der Berg, Ai Ng. "
         f"/Shore Letters/, 2023. [[{ADDRESS}][Link]]")),
    ],
)  # fmt: skip
def test_an_empty_list_gets_a_plain_entry_in_its_format(
    path: str, text: str, expected: str
) -> None:
    assert put(text, "Dogwood on loam", path=path) == f"{text}\n{expected}\n"


def test_a_list_of_addresses_takes_an_address() -> None:
    text = "https://doi.org/10.99999/a.1\nhttps://doi.org/10.99999/a.2\n"
    assert put(text, "Dogwood on loam", path="urls.txt") == text + ADDRESS + "\n"


@pytest.mark.parametrize("indent", [2, 4, None])
def test_a_csl_file_takes_an_item_indented_like_the_others(indent: int | None) -> None:
    items = [
        {"id": "old", "type": "book", "title": "Salt over sand dunes", "DOI": "10.99999/a.1"},
        {"id": "older", "type": "book", "title": "Foam lines at high tide"},
    ]
    text = json.dumps(items, indent=indent) + "\n"
    after = put(text, "Dogwood on loam", path="refs.json")
    assert json.loads(after)[:2] == items
    new = json.loads(after)[2]
    assert (new["title"], new["URL"], new["id"]) == ("Dogwood on loam", ADDRESS, "oduya2023brine")
    assert after.startswith(text[: text.index("Foam")])
    assert "custom" not in new


def test_a_yaml_list_is_left_to_its_owner() -> None:
    text = "- title: Salt over sand dunes\n  url: https://doi.org/10.99999/a.1\n"
    with pytest.raises(NotAddedError, match="YAML"):
        put(text, "Dogwood on loam", path="papers.yml")


YEARS_OF_CVPR = "# Papers\n\n" + "\n".join(
    f"## CVPR {year}\n\n- **{what} in one picture.** Ana Roca, Bo Li. *CVPR*, {year}.\n"
    for year, what in ((2022, "Moss and light"), (2023, "Ferns and light"))
)


def test_under_a_conference_goes_what_it_printed() -> None:
    reading = read(YEARS_OF_CVPR)
    printed = paper("Salt of dunes", 2023).work.but(container_title="CVPR")
    assert section_for(reading, printed).name == "CVPR 2023"


@pytest.mark.parametrize("year", [2023, 2021])
def test_a_journals_paper_goes_under_no_conference(year: int) -> None:
    article = paper("Salt of dunes", year).work.but(container_title="Salt Journal")
    with pytest.raises(SectionError):
        section_for(read(YEARS_OF_CVPR), article)


MIXED = "# Papers\n\n" + "\n".join(
    f"## {heading}\n\n- **{what} in one picture.** Ana Roca, Bo Li. *{venue}*, {heading[-4:]}.\n"
    for heading, what, venue in (
        ("2024", "Kelp and light", "ICML"), ("2023", "Ferns and light", "Nature"),
        ("CVPR 2022", "Moss and light", "CVPR"),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "venue"),
    [
        ("2022 (incl. CVPR 2022)", "Salt Journal"),
        ("2022: CVPR, ICCV, journals", "Salt Journal"),
        ("ICML/NeurIPS 2022", "Advances in Neural Information Processing Systems 35"),
        ("SIGGRAPH 2022", "ACM Transactions on Graphics"),
        ("MICCAI 2022", "Lecture Notes in Computer Science"),
    ],
)
def test_a_heading_of_more_than_one_meeting_takes_what_fits(heading: str, venue: str) -> None:
    article = paper("Salt of dunes", 2022).work.but(container_title=venue)
    assert section_for(read(MIXED.replace("CVPR 2022", heading)), article).name == heading


@pytest.mark.parametrize("heading", ["CVPR 2022 Papers", "CVPR 2022 (oral)", "NeurIPS/ICML 2022"])
@pytest.mark.parametrize(
    "venues", [("Computer Vision – ECCV 2022", "Lecture Notes in Computer Science"), ("arXiv",)]
)
def test_no_other_meetings_paper_goes_under_one(heading: str, venues: tuple[str, ...]) -> None:
    first, *others = venues
    article = paper("Salt of dunes", 2022).work.but(
        container_title=first, container_titles=tuple(others)
    )
    with pytest.raises(SectionError):
        section_for(read(MIXED.replace("CVPR 2022", heading)), article)


def test_no_second_section_of_a_year_is_made() -> None:
    article = paper("Salt of dunes", 2022).work.but(container_title="Salt Journal")
    with pytest.raises(SectionError, match="2022 is “CVPR 2022”, the work is in Salt Journal"):
        section_for(read(MIXED), article)
