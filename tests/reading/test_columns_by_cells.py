"""Which column of a table holds what where its head does not say; citations within a cell."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import families, names

TITLES = (
    "Mapping the moss of small islands by regression forests",
    "Accelerating the count of limpets with neural networks",
    "Subdivision of the shore for slow snails",
    "Differentiable tides with ferries for learning",
    "Guaranteed conservation of lichens on slate",
)
CITED = (
    (
        "Moor & Tide (1987)",
        "Coasts of slate as an analytic strategy",
        "American Sociological Review",
    ),
    (
        "Elm & Xu (2019)",
        "Random slopes in multilevel models of sand",
        "European Sociological Review",
    ),
)


def read(text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path="list.md", text=text)).entries


def table(head: str, *rows: str) -> str:
    bar = "|".join(["---"] * head.count("|"))
    return "\n".join([f"|{head}", f"|{bar}|", *rows, ""])


def informed(info: tuple[str, ...]) -> tuple[Entry, ...]:
    rows = [
        f"|**{title}**| {told}| [Link](https://arxiv.org/abs/2306.1500{n}) | ok|"
        for n, (title, told) in enumerate(zip(TITLES, info, strict=True))
    ]
    return read(table("Name|Info|Link|Label|", *rows))


def test_a_column_of_venues_is_one_whatever_its_head_says() -> None:
    found = informed(("ICML 2017", "CVPR 2020", "SIGGRAPH 2019", "AAAI 2021", "NeurIPS 2022"))
    assert [e.venue.text for e in found if e.venue] == [
        "ICML", "CVPR", "SIGGRAPH", "AAAI", "NeurIPS",
    ]  # fmt: skip
    assert [e.year.value for e in found if e.year] == [2017, 2020, 2019, 2021, 2022]


def test_a_column_of_remarks_is_none() -> None:
    found = informed(("slow", "needs a mesh", "ICML 2017", "first of its kind", "by hand"))
    assert len(found) == 5
    assert all(entry.venue is None or entry.venue.text == "ICML" for entry in found)


def test_a_citation_in_the_cell_of_its_title_says_journal_and_year() -> None:
    rows = [
        f"| {n} | Models | {who}. [{title}.](https://doi.org/10.99999/{n}) {journal}. |"
        for n, (who, title, journal) in enumerate(CITED)
    ]
    found = read(table(" # | Topic | Literature |", *rows))
    said = [(e.title, e.venue, e.year) for e in found]
    assert [(t.text, v.text, y.value) for t, v, y in said if t and v and y] == [
        ("Coasts of slate as an analytic strategy", "American Sociological Review", 1987),
        ("Random slopes in multilevel models of sand", "European Sociological Review", 2019),
    ]  # fmt: skip


def test_one_item_of_names_below_a_linked_title_is_its_by_line() -> None:
    text = (
        "1.【】 **Learning sparse moss maps of slate for limpets.** EMNLP, 2018. "
        "[paper](https://arxiv.org/abs/2306.15007)\n\n"
        "   * Roca, Ana and Lindqvist, Dee and Hu, J Edward and Van Holm, Benjamin.\n"
    )
    (entry,) = read(text)
    assert families(entry) == ["Roca", "Lindqvist", "Hu", "Van Holm"]
    several = text + "   * Stress tests of moss inference for sentences of all kinds\n"
    assert read(several)[0].authors is None


def test_the_year_before_a_venue_is_no_part_of_it() -> None:
    text = (
        "* [Random access memory of moss in winter](https://doi.org/10.99999/moss)\n\n"
        "  Ada Bee, Ode Marsh, and Carl Reed. 2008. PRA. 9 pages.\n"
    )
    (entry,) = read(text)
    assert names(entry) == ["Ada Bee", "Ode Marsh", "Carl Reed"]
    assert entry.venue
    assert entry.year
    assert (entry.venue.text, entry.year.value) == ("PRA", 2008)


def test_a_row_that_a_known_venue_and_its_neighbours_tell_is_a_paper() -> None:
    rows = [
        f"|**{title} of {n}**| ICML 2017| [Link](https://arxiv.org/abs/2306.1500{n}) |"
        for n, title in enumerate((*TITLES, *TITLES))
    ]
    odd = "|**Tides of moss**| CVPR 2020| [Link](https://lab.example/tides) |"
    text = table("Name|Info|Link|", *rows, odd)
    last = read(text)[-1]
    assert last.title
    assert last.title.text == "Tides of moss"


@pytest.mark.parametrize(
    "head", ["Venue and Year", "Conference/Year", "Journal (Year)", "Year & Venue", "Venue, Year"]
)
def test_one_column_may_hold_venue_and_year(head: str) -> None:
    lines = [
        f"| Title | Team | {head} | Method |", "|---|---|---|---|",
        "| Counting moss from kites in the spring | Kites Inc. | CVPR 2020 | trees |",
        "| Mapping ferns from below the water | University of Moss | NeurIPS 2021 | |",
    ]  # fmt: skip
    found = read("# Papers\n\n" + "\n".join(lines) + "\n")
    said = [(e.venue.text, e.year.value) for e in found if e.venue and e.year]
    assert said == [("CVPR", 2020), ("NeurIPS", 2021)]


SIGNED = """| {} | Authors | {} |
| --- | --- | --- |
| 📚 Slow maps of cold mice in winter | Ann Bee, Ode Marsh | Nature 2017 |
| Tidal memory in the limpets of the north | Carl Reed, Dee Salt | (2018 arXiv) |
"""


@pytest.mark.parametrize(
    ("paper", "venue"),
    [("Paper", "Publication"), ("Title", "Publication"), ("Publication", "Journal")],
)
def test_a_publication_beside_a_title_is_where_it_came_out(paper: str, venue: str) -> None:
    first, second = read(SIGNED.format(paper, venue))
    assert [e.title and e.title.text for e in (first, second)] == [
        "Slow maps of cold mice in winter", "Tidal memory in the limpets of the north",
    ]  # fmt: skip
    assert [e.venue and e.venue.text for e in (first, second)] == ["Nature", "arXiv"]
    assert [e.year and e.year.value for e in (first, second)] == [2017, 2018]


@pytest.mark.parametrize(
    ("heads", "many"), [("Paper | Authors", 1), ("Tool | Authors", 0), ("Paper | Notes", 0)]
)
def test_titles_and_people_under_their_heads_are_papers_without_a_link_or_a_year(
    heads: str, many: int
) -> None:
    text = (
        f"| {heads} |\n| --- | --- |\n| Slow maps of cold mice in winter | Ann Bee, Ode Marsh |\n"
        "| MossNet | Ann Bee, Ode Marsh |\n"
    )
    assert len(read(text)) == many
