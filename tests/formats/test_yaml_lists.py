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
