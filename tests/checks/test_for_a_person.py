"""What is true and yet for a person to write: the entry would contradict its list or itself."""

import pytest

from pipeline.values.finding import FixKind
from pipeline.values.work import Work
from tests.shelf import FERNS, LINES, MOSS, POOLS, TIDES, changed, listed
from tests.world import World, everywhere, run

WORLD = everywhere(TIDES, MOSS, FERNS, POOLS)
MOSS_PEOPLE = "Ilse Verhoeven, Kofi Adomako, Rana Sato"
TIDES_LINK = "https://doi.org/10.99999/jes.2021.017"


@pytest.mark.parametrize(
    ("address", "fix"),
    [(TIDES_LINK, FixKind.AUTO), ("https://papers.example/tides.pdf", FixKind.REVIEW)],
)
def test_a_publishers_page_is_put_in_where_the_list_links_such(address: str, fix: FixKind) -> None:
    """Six of them were put behind "[[pdf]]" in a list of open copies."""
    line = LINES["pools"].partition(" [[")[0]
    (found,) = run(WORLD, listed(changed("tides", TIDES_LINK, address), line)).of("link-missing")
    assert found.fix == fix


@pytest.mark.parametrize(("heading", "fix"), [("2019", FixKind.REVIEW), ("Sea", FixKind.AUTO)])
def test_a_year_that_the_heading_says_too_is_not_corrected_alone(
    heading: str, fix: FixKind
) -> None:
    text = f"# Papers\n\n## {heading}\n\n{changed('pools', '*, 2022', '*, 2019')}\n"
    (found,) = run(WORLD, text).of("year-differs")
    assert (found.current, found.fix) == ("2019", fix)


@pytest.mark.parametrize(("lead", "fix"), [("Kitte: ", FixKind.REVIEW), ("Snails: ", FixKind.AUTO)])
def test_a_slip_that_stands_in_the_nickname_too_is_not_corrected_by_half(
    lead: str, fix: FixKind
) -> None:
    line = changed("pools", "kite photographs", "kitte photographs").replace("- **", f"- {lead}**")
    (found,) = run(WORLD, listed(line)).of("title-misspelt")
    assert found.fix == fix


def test_a_title_in_which_words_are_only_left_out_may_be_short_on_purpose() -> None:
    line = changed("tides", "estuarine sensor networks", "estuarine networks")
    (found,) = run(WORLD, listed(line)).of("title-misspelt")
    assert found.fix == FixKind.REVIEW


VENUE = f" *{POOLS.container_title}*."


@pytest.mark.parametrize(
    ("names", "others", "fix"),
    [
        pytest.param("", (), FixKind.REVIEW, id="the title alone against the link"),
        pytest.param(" Hugo Almeida, Wren Castell.", (), FixKind.AUTO, id="the people agree"),
        pytest.param("", ("tides",), FixKind.REVIEW, id="pasted, but nothing else agrees"),
        pytest.param(VENUE, (), FixKind.REVIEW, id="the venue agrees"),
        pytest.param(VENUE, ("tides",), FixKind.AUTO, id="the venue agrees, and it was pasted"),
    ],
)
def test_which_is_wrong_title_or_link_is_for_a_person_where_nothing_else_tells(
    names: str, others: tuple[str, ...], fix: FixKind
) -> None:
    line = f"- **{POOLS.title}.**{names} [[Link]]({TIDES_LINK})"
    found = run(WORLD, listed(line, *(LINES[one] for one in others))).of("link-elsewhere")
    assert [each.fix for each in found] == [fix]


@pytest.mark.parametrize(
    ("title", "fix"),
    [("Lanternet: a survey of tides", FixKind.REVIEW), (MOSS.title, FixKind.AUTO)],
)
def test_other_people_are_not_written_under_a_title_that_only_begins_alike(
    title: str, fix: FixKind
) -> None:
    known = "Lanternet" if title != MOSS.title else title
    line = changed("moss", MOSS.title, title).replace(MOSS_PEOPLE, "Tora Lund, Vik Anand")
    (found,) = run(everywhere(MOSS.but(title=known)), listed(line)).of("authors-differ")
    assert found.fix == fix


@pytest.mark.parametrize(("more", "fix"), [((), FixKind.REVIEW), ((MOSS,), FixKind.AUTO)])
def test_one_voice_alone_puts_nobody_in_the_place_of_another(
    more: tuple[Work, ...], fix: FixKind
) -> None:
    line = changed("moss", "Kofi Adomako", "Vik Anand")
    world = World(works={"crossref": (MOSS,), "pubmed": more})
    (found,) = run(world, listed(line)).of("authors-extra")
    assert found.fix == fix


@pytest.mark.parametrize(
    ("label", "fix"),
    [
        ("Link", FixKind.AUTO),
        (MOSS.title, FixKind.AUTO),
        ("Simulation of metagenomic ferns with lanterns", FixKind.REVIEW),
    ],
)
def test_a_dead_link_that_bears_another_title_is_not_replaced_unasked(
    label: str, fix: FixKind
) -> None:
    """Of three papers of a tool the third got the address of the first."""
    line = changed("moss", "[[Link]](https://doi.org/10.99999/nm.2022.4)",
                   f"[{label}](https://doi.org/10.99999/nm.2023.1)")  # fmt: skip
    (found,) = run(WORLD, listed(line)).of("link-dead")
    assert (found.proposed, found.fix) == ("https://doi.org/10.99999/nm.2022.4", fix)


@pytest.mark.parametrize("label", ["Supplementary", "data", "code"])
def test_a_dead_link_to_what_is_beside_the_paper_is_not_replaced_by_the_papers(label: str) -> None:
    """The file beside a preprint that no registry knows any more got the article's address."""
    dead = "https://doi.org/10.99999/nm.2023.1"
    line = changed("moss", "[[Link]](https://doi.org/10.99999/nm.2022.4)",
                   f"[[Link]]({dead}) [[{label}]]({dead})")  # fmt: skip
    paper, beside = run(WORLD, listed(line)).of("link-dead")
    assert (paper.proposed, paper.fix) == ("https://doi.org/10.99999/nm.2022.4", FixKind.AUTO)
    assert (beside.proposed, beside.fix) == ("", FixKind.NONE)
