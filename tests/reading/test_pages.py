"""What a paper's page says in its tags: read as text, believed only as a search."""

import time

import pytest

from pipeline.reading.pages import Page, entry_of, page
from pipeline.values.identifiers import Identifier
from pipeline.write.requested_entry import asked

HEAD = """<html><head>
<meta name="citation_title" content="Tidal memory &amp; sensor networks">
<meta name='citation_author' content='Lindqvist, Mara'/>
<META CONTENT="Tomas Oyelaran" NAME="citation_author">
<meta name="citation_publication_date" content="2021/05/03">
<meta name="citation_doi" content="doi:10.99999/jes.2021.017">
<meta name="citation_pmid" content="90000017">
</head><body><meta name="citation_title" content="Not this one"></body></html>"""


def test_the_tags_in_the_head_are_read() -> None:
    assert page(HEAD) == Page(
        title="Tidal memory & sensor networks",
        authors=("Lindqvist, Mara", "Tomas Oyelaran"),
        year=2021,
        identifiers=(
            Identifier(scheme="doi", value="10.99999/jes.2021.017"),
            Identifier(scheme="pmid", value="90000017"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('<meta property="og:title" content="My blog">', Page(), id="a blog"),
        pytest.param("", Page(), id="nothing"),
        pytest.param('<meta name="citation_title" content=">', Page(), id="a broken tag"),
        pytest.param('<meta name="DC.Title" content="Moss"><meta name="DC.creator" content="A B">',
                     Page(title="Moss", authors=("A B",)), id="Dublin Core"),
        pytest.param('<meta name="citation_title" content="Moss">'
                     '<meta name="citation_doi" content="see the page">',
                     Page(title="Moss"), id="no DOI in the tag of the DOI"),
        pytest.param('<meta name="citation_arxiv_id" content="2301.99999v2">',
                     Page(identifiers=(Identifier(scheme="arxiv", value="2301.99999"),)),
                     id="arXiv"),
    ],
)  # fmt: skip
def test_what_the_tags_do_not_say_is_empty(text: str, expected: Page) -> None:
    assert page(text) == expected


def test_an_entry_of_a_page_keeps_its_address_and_guesses_the_rest() -> None:
    entry = asked(1, "https://example.org/paper/7", "list.md").entry
    found = entry_of(page(HEAD), entry)
    assert found is not None
    assert found.links == entry.links
    assert {mention.where for mention in found.mentions} == {"derived"}
    assert found.authors is not None
    assert [n.family for n in found.authors.names] == ["Lindqvist", "Oyelaran"]
    assert entry_of(Page(), entry) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<meta name="' * 80_000, id="tags that never end"),
        pytest.param("<meta " + 'a="' * 300_000, id="quotes that never end"),
        pytest.param("<meta " + "a " * 400_000 + ">", id="one long tag"),
        pytest.param("<meta name=citation_title content=x>" * 20_000, id="very many tags"),
    ],
)
def test_a_hostile_page_is_read_in_no_time(text: str) -> None:
    started = time.perf_counter()
    page(text[:1_000_000])
    assert time.perf_counter() - started < 3
