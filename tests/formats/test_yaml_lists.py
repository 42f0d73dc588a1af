"""Lists in YAML whose keys are not the usual ones."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import names


def read(text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path="_data/publications.yml", text=text)).entries


NAMED = """featured:
  - name: 'Slow maps of cold mice: a study of sleep'
    url: '/assets/maps.pdf'
    conference: 'ICML'
    year: '2022'
    authors: 'Ana Bee, Bo Marsh and Cara Reed'
"""


def test_a_name_is_the_title_of_what_has_authors_and_a_venue() -> None:
    (entry,) = read(NAMED)
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice: a study of sleep"
    assert names(entry) == ["Ana Bee", "Bo Marsh", "Cara Reed"]


def test_a_name_is_no_title_of_who_has_a_page_only() -> None:
    assert read("- name: Ana Bee of the shore\n  url: https://bee.example\n  year: 2019\n") == ()


@pytest.mark.parametrize("name", ["name: MossNet two", "name: MossNet", "title: MossNet"])
def test_the_title_of_the_paper_goes_before_the_name_of_its_thing(name: str) -> None:
    (entry,) = read(
        f"- {name}\n  paper_title: Slow maps of cold mice\n  authors: Ana Bee, Bo Marsh\n"
        "  year: 2020\n"
    )
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice"


@pytest.mark.parametrize(
    "paper",
    [
        "see the PDF",
        "files/Bee 2020 slow maps.pdf",
        "/files/slow maps",
        "https://bee.example/1.pdf",
    ],
)
def test_what_leads_to_a_paper_is_no_title_beside_one_of_one_word(paper: str) -> None:
    (entry,) = read(f"- title: Limnology\n  paper: {paper}\n  authors: Ana Bee\n  year: 2020\n")
    assert entry.title
    assert entry.title.text == "Limnology"


@pytest.mark.parametrize(
    ("publication", "title", "venue"),
    [
        ("Slow maps of cold mice", "Slow maps of cold mice", None),
        ("Annals of Botany", "Moss Net tool", "Annals of Botany"),
        ("Forest Ecology and Management", "Moss Net tool", "Forest Ecology and Management"),
        ("Green Walls", "Moss Net tool", "Green Walls"),
    ],
)
def test_a_publication_is_the_title_where_it_has_a_titles_words(
    publication: str, title: str, venue: str | None
) -> None:
    (entry,) = read(
        f"- name: Moss Net tool\n  authors: Ana Bee, Bo Li\n  publication: {publication}\n"
        "  year: 2021\n"
    )
    assert (entry.title and entry.title.text, entry.venue and entry.venue.text) == (title, venue)


@pytest.mark.parametrize(
    ("links", "many"),
    [
        ("url: https://github.com/bee/parser", 0),
        ("url: https://github.com/bee/parser\n  paper: https://arxiv.org/abs/2306.15006", 0),
        ("url: https://arxiv.org/abs/2306.15006", 1),
        ("doi: 10.99999/moss", 1),
    ],
)
def test_a_name_without_a_venue_is_a_title_beside_a_papers_link_and_none_of_code(
    links: str, many: int
) -> None:
    assert len(read(f"- name: Fast Parser\n  author: Ana Bee\n  year: 2020\n  {links}\n")) == many


def test_the_names_of_links_are_no_authors() -> None:
    (entry,) = read(
        "- authors:\n    - name: Ana Bee\n    - name: Bo Marsh\n  title: Slow maps of cold mice\n"
        "  journal: Nature\n  links:\n    - name: arXiv\n      link: https://arxiv.org/abs/2306.15006\n"
        "    - name: APS\n  year: 2019\n"
    )
    assert names(entry) == ["Ana Bee", "Bo Marsh"]
    assert entry.year
    assert entry.year.value == 2019


def test_numbers_stand_under_keys_of_their_own() -> None:
    (entry,) = read("- title: Slow maps of cold mice\n  pmid: 32494070\n  eprint: 2306.15006\n")
    assert {str(one.identifier) for one in entry.mentions} == {"pmid:32494070", "arxiv:2306.15006"}


@pytest.mark.parametrize(
    "title",
    [
        ">\n    Slow maps: of\n    cold mice",
        ">-\n    Slow maps: of\n\n    cold mice",
        "|\n    Slow maps: of cold mice",
        "|2-  # as it stands\n    Slow maps: of cold mice\n",
        '"Slow maps: of cold mice"',
        "Slow maps: of cold mice",
    ],
)
def test_a_title_stands_in_any_scalar(title: str) -> None:
    """The last is no valid YAML, and what people write."""
    text = f"- title: {title}\n  authors: [Ana Bee, 'Bo Marsh']\n  year: 2020\n- title: Dry moss\n"
    first, second = read(text)
    assert first.title
    assert first.title.text == "Slow maps: of cold mice"
    assert first.title.raw == first.title.span.cut(text)
    assert (first.title.raw[0], first.title.raw[-1]) == ("S", "e")
    assert names(first) == ["Ana Bee", "Bo Marsh"]
    assert second.title
    assert (second.title.text, second.line) == ("Dry moss", text[:-1].count("\n") + 1)


BROKEN = (
    "papers:\n"
    "  - title: Slow maps: of cold mice\n    authors: @bee, Bo Marsh\n    year: 2020 # as printed\n"
    '  - title: "Moss" in the light\n    year: 2021\n'
    "  - title: Dry moss\n   year: 2022\n"
    "  - title: Wet moss\n    year: 2023\n"
)


def test_an_item_that_is_no_yaml_costs_no_other() -> None:
    first, second, third, fourth = read(BROKEN)
    assert [one.title and one.title.text for one in (first, second, third, fourth)] == [
        "Slow maps: of cold mice", '"Moss" in the light', None, "Wet moss",
    ]  # fmt: skip
    assert [one.year and one.year.value for one in (first, second, fourth)] == [2020, 2021, 2023]
    assert (third.unparsed, third.line, third.end_line) == ("not valid YAML", 7, 8)
    assert fourth.title
    assert fourth.title.span.cut(BROKEN) == "Wet moss"


def test_papers_stand_under_names_of_their_own_and_in_braces() -> None:
    found = read(
        "sleep:\n  title: Slow maps of cold mice\n  author: Bee, Ana and Marsh, Bo\n"
        "  journal: Nature\n"
        "moss: {title: Dry moss, authors: [{family: Roca, given: Ana}], doi: 10.99999/moss}\n"
    )
    assert [one.title and one.title.text for one in found] == ["Slow maps of cold mice", "Dry moss"]
    assert [(n.family, n.given) for one in found if one.authors for n in one.authors.names] == [
        ("Bee", "Ana"), ("Marsh", "Bo"), ("Roca", "Ana"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "title: Papers on moss\nauthor: Ana Bee\nurl: https://github.com/bee/moss\n",
        "site:\n  title: Papers on moss\n  description: A list\n",
        "a: &moss\n  note: x\nb: *moss\n",
        "a: &moss [*moss]\nb: &fern\n  title: Dry moss\n  within: *fern\n",
    ],
)
def test_the_settings_of_a_site_are_no_papers(text: str) -> None:
    assert read(text) == ()


def test_links_stand_in_a_list_or_under_their_names() -> None:
    first, second = read(
        "- title: Slow maps of cold mice\n  links:\n    paper: https://arxiv.org/abs/2306.15006\n"
        "    code: https://github.com/bee/maps\n"
        "- title: Dry moss\n  links:\n  - {name: arXiv, url: https://arxiv.org/abs/2306.15007}\n"
    )
    assert [(one.label, one.role) for one in first.links] == [("paper", "paper"), ("code", "other")]
    assert [(one.label, str(one.identifiers[0])) for one in second.links] == [
        ("arXiv", "arxiv:2306.15007")
    ]


def test_what_an_item_refers_to_is_an_item_of_its_own() -> None:
    text = (
        "- title: Slow maps of cold mice\n  author: Bee\n  related:\n    - title: Dry moss\n"
        "      year: 1999\n- title: Wet moss\n"
    )
    first, second, third = read(text)
    assert [(one.line, one.end_line) for one in (first, second, third)] == [(1, 2), (4, 5), (6, 6)]
    assert first.year is None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (("papers:\n  sea:\n    - title: Dry moss\n    - title: Wet moss: a study\n"
         "talks:\n  - title: Talk of moss\n"),
         ["Dry moss", "Wet moss: a study", "Talk of moss"]),
        (("sea:\n- title: Dry moss\n  year: 2020\n"
         "land:\n- title: Wet moss: a study\n  year: 2021\n{% endfor %}\n"),
         ["Dry moss", "Wet moss: a study"]),
    ],
    ids=["lists of several depths", "keys between lists"],
)  # fmt: skip
def test_one_colon_costs_no_other_section(text: str, titles: list[str]) -> None:
    assert [one.title and one.title.text for one in read(text)] == titles


@pytest.mark.parametrize(
    ("venue", "name"),
    [
        ("Nature Moss, 534(7605)", "Nature Moss"),
        ("IEEE Transactions on Moss, 17(2), 169–179", "IEEE Transactions on Moss"),
        (
            "Moss: Journal of the Lichen Society, vol. 22, 65–75",
            "Moss: Journal of the Lichen Society",
        ),
        ("Computers in Rain, 5th edition", "Computers in Rain, 5th edition"),
    ],
)
def test_volume_and_pages_are_of_no_venue(venue: str, name: str) -> None:
    (entry,) = read(NAMED.replace("ICML", venue))
    assert entry.venue
    assert entry.venue.text == entry.venue.raw == name
