"""Web pages: which elements are records, and that nothing of a page is written."""

import pytest

from pipeline import formats
from pipeline.formats import html_list
from pipeline.formats.protocol import Change
from pipeline.formats.unread import unread
from pipeline.values.entry import Document, Entry, Reading

WORKS = (
    (
        "Slow maps of cold mice in winter",
        "Ann Bee, Ode Marsh and Carl Reed",
        "Nature Communications",
    ),
    ("Tidal memory in the limpets of the estuaries", "Carl Reed and Dee Salt", "Bioinformatics"),
    (
        "How lichens count the days between two rains",
        "Ode Marsh and Ann Bee",
        "Nature Communications",
    ),
)
LINK = '<a class="t"\n   href="https://doi.org/10.99999/moss.{n}">\n  {title}.</a>'
HEAD = "<!doctype html><html><head><title>Ann Bee</title><script>let moss = '<li>';</script></head>"
NAV = "<nav><ul><li>Papers on moss and tides by Ann Bee, 2019</ul></nav>"


def page(piece: str, before: str = "", behind: str = "") -> str:
    parts = (
        piece.format(link=LINK.format(n=n, title=title), people=people, venue=venue, year=2017 + n)
        for n, (title, people, venue) in enumerate(WORKS)
    )
    return f"{HEAD}<body>{NAV}<h2>Papers</h2>{before}{''.join(parts)}{behind}</body></html>"


PAGES = {
    "a list": page("<li>{link}<br>{people}. <em>{venue}</em>, {year}</li>\n", "<ul>", "</ul>"),
    "items without an end": page("<li>{people}. {link} <i>{venue}</i>, {year}\n", "<ol>", "</ol>"),
    "paragraphs": page("<p>{link} <br>\n {people}. <br> <em>{venue}</em>, {year}</p>\n"),
    "boxes": page(
        '<div class="pub"><div class="a">{link}</div><div class="b">{people}</div>'
        '<div class="c"><i>{venue}</i>, {year}</div></div>\n'
    ),
    "boxes in a box": page(
        '<div class="row"><div class="pub"><p>{link}</p><p>{people}</p>'
        "<p><i>{venue}</i>, {year}</p>"
        "</div></div>\n",
        '<div class="all">',
        "</div>",
    ),
    "headings and paragraphs": page(
        '<div class="pub">\n <h4>{link}</h4>\n <p>{people}</p>\n <p><em>{venue}</em>, {year}</p>'
        "\n</div>\n"
    ),
    "elements on lines of their own": page(
        '<li>\n <strong>{link}</strong>\n <span class="who">{people}</span>\n'
        ' <span class="in">{venue}</span>\n <span class="when">{year}</span>\n</li>\n',
        "<ul>",
        "</ul>",
    ),
}  # fmt: skip


def read(text: str, path: str = "papers.html") -> Reading:
    return formats.read(Document(path=path, text=text))


def said(entry: Entry) -> tuple[str, str, str, int]:
    assert entry.title
    assert entry.authors
    assert entry.venue
    assert entry.year
    names = ", ".join(name.text for name in entry.authors.names)
    return entry.title.text, names, entry.venue.text, entry.year.value


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_by_the_elements_that_are_its_records(name: str) -> None:
    entries = read(PAGES[name]).entries
    assert [said(entry) for entry in entries] == [
        (title, people.replace(" and ", ", "), venue, 2017 + n)
        for n, (title, people, venue) in enumerate(WORKS)
    ]
    assert [str(e.mentions[0].identifier) for e in entries] == [
        f"doi:10.99999/moss.{n}" for n in range(3)
    ]
    assert {entry.section for entry in entries} == {("Papers",)}


@pytest.mark.parametrize("name", PAGES)
def test_a_long_page_is_read_as_its_beginning_shows_and_one_that_begins_with_a_script_whole(
    name: str,
) -> None:
    script = "<script>" + "let moss = 1;\n" * 6_000 + "</script>"
    plain = list(map(said, read(PAGES[name]).entries))
    for text in (
        PAGES[name].replace("<body>", f"<body>{script}"),
        PAGES[name].replace("</body>", f"{script}</body>"),
    ):
        assert len(text) > html_list.SHOWN
        assert list(map(said, read(text).entries)) == plain


def test_places_are_those_of_the_file() -> None:
    text = PAGES["boxes"]
    for entry in read(text).entries:
        assert entry.title
        assert entry.title.span.cut(text) == entry.title.raw
        assert text.count("\n", 0, entry.title.span.start) + 1 <= entry.end_line


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>We study moss and its tides, and we like to read.</p>", id="prose"),
        pytest.param("<script>var moss = ['Slow maps of cold mice'];</script>", id="a script"),
        pytest.param('<div id="root"></div><noscript>Papers need JavaScript</noscript>', id="none"),
    ],
)
def test_a_page_without_papers_has_no_entry(body: str) -> None:
    assert read(f"{HEAD}<body>{NAV}{body}</body></html>").entries == ()


def test_an_item_with_an_empty_line_within_is_one() -> None:
    piece = "<li>{link}<br><br>{people}. <em>{venue}</em>, {year}</li>\n"
    assert len(read(page(piece, "<ul>", "</ul>")).entries) == len(WORKS)


def test_a_line_that_is_broken_within_an_element_goes_on() -> None:
    text = PAGES["a list"].replace("in winter", "in\nwinter")
    assert said(read(text).entries[0])[0] == WORKS[0][0]


def test_nothing_is_written_into_a_page() -> None:
    reading = read(PAGES["a list"])
    done = formats.rewrite(reading, reading.entries[0], Change(field="title", text="Fast maps"))
    assert done.edits == ()


@pytest.mark.parametrize("path", ["a.html", "a.HTM", "a.php", "-"])
def test_a_page_is_known_by_its_ending_and_on_standard_input_by_its_look(path: str) -> None:
    assert read(PAGES["a list"], path).format == "html"
    assert unread(path, PAGES["a list"]) is None
