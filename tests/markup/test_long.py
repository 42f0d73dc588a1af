"""What is read of something overlong, and what is not: bounds have two sides."""

import pytest

from pipeline import formats
from pipeline.markup.blocks import MOST_LINES, page_of
from pipeline.markup.inline import flow_of
from pipeline.values.entry import Document, Entry

URL = "https://doi.org/10.9999/g.1"
TITLE = "Moss and the light of northern shores"


def entries(text: str, path: str = "list.md") -> tuple[Entry, ...]:
    return formats.read(Document(path=path, text=text)).entries


@pytest.mark.parametrize(
    "gap", [" ", "  ", " " * 30, " " * 500, "\t" * 500, " ." * 300, "&nbsp;" * 90]
)
def test_blanks_and_points_between_title_and_names_are_no_part_of_either(gap: str) -> None:
    (entry,) = entries(f"- **{TITLE}**{gap} Ana Roca, Bo Li. *Nature*, 2020. [Link]({URL})")
    assert entry.title is not None
    assert entry.title.text == TITLE
    assert entry.authors is not None
    assert [name.text for name in entry.authors.names] == ["Ana Roca", "Bo Li"]
    assert entry.year is not None
    assert entry.year.value == 2020


def test_every_letter_around_a_gulf_keeps_its_place() -> None:
    text = "Moss" + " ." * 60 + "**light**" + "&nbsp;" * 80 + "and [shore](u)" + "\\*" * 50 + "end"
    flow = flow_of(text, [(0, len(text))], {})
    letters = [at for at, char in enumerate(flow.text) if char.isalpha()]
    assert "".join(flow.text[at] for at in letters) == "Mosslightandshoreend"
    assert all(text[flow.place(at)] == flow.text[at] for at in letters)
    assert len(flow.text) < 140


def test_thirty_signs_in_a_row_are_all_read() -> None:
    text = "Moss " + "-" * 28 + " light"
    assert flow_of(text, [(0, len(text))], {}).text == text


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("<!-- errata: ignore -->", ("*",)),
        ("<!--errata:ignore-->", ("*",)),
        ("<!-- errata: ignore venue-style, year-differs -->", ("venue-style", "year-differs")),
        ("<!-- errata: ignore venue-style; reason -->", ("venue-style",)),
        ("<!-- errata: ignore venue-style; 2 < 3 -- or so -->", ("venue-style",)),
    ],
)
def test_a_comment_silences(comment: str, codes: tuple[str, ...]) -> None:
    (entry,) = entries(f"- **{TITLE}.** Ana Roca, Bo Li. [Link]({URL}) {comment}")
    assert entry.ignored == codes


@pytest.mark.parametrize("comment", ["<!-- errata: ignore", "<!-- errata: ignored -->"])
def test_what_is_no_such_comment_silences_nothing(comment: str) -> None:
    (entry,) = entries(f"- **{TITLE}.** Ana Roca, Bo Li. [Link]({URL}) {comment}")
    assert entry.ignored == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("# Moss", "Moss"), ("## Moss ##", "Moss"), ("# Moss #1", "Moss #1"), ("# C#", "C#"),
        ("#   Moss   and   light   #  ", "Moss   and   light"), ("# #", None), ("#", None),
    ],
)  # fmt: skip
def test_a_heading_is_read_without_its_closing_signs(line: str, said: str | None) -> None:
    headings = [b for b in page_of(line).blocks if b.kind == "heading"]
    assert [line[slice(*b.slices[0])] for b in headings] == ([said] if said else [])


def test_an_open_fence_hides_nothing_and_a_closed_one_does() -> None:
    item = f"- **{TITLE}.** Ana Roca, Bo Li. [Link]({URL})\n"
    assert len(entries(f"```\n{item}")) == 1
    assert len(entries(f"````\n{item}```\n{item}")) == 2
    assert len(entries(f"```\n{item}```\n{item}")) == 1
    assert len(entries(f"~~~\n```\n{item}~~~~\n{item}")) == 1


def test_lines_of_a_comment_with_text_behind_it_stay_text() -> None:
    item = f"- **{TITLE}.** Ana Roca, Bo Li. [Link]({URL})\n"
    assert len(entries(f"<!-- a\nb\n-->\n{item}")) == 1
    assert len(entries(f"<!-- a\n{item}-->\n{item}")) == 1
    assert len(entries(f"<!-- a\n<!-- b\n--> c\n\n{item}")) == 1


def test_a_paragraph_beyond_the_bound_is_cut_and_one_below_is_not() -> None:
    assert len(page_of("moss\n" * MOST_LINES).blocks) == 1
    assert len(page_of("moss\n" * (MOST_LINES + 1)).blocks) == 2


def test_a_list_whose_only_deeper_lines_are_jumps_within_the_page_is_read() -> None:
    text = '- Methods\n  - <a href="#ct">CT-based methods of the northern shores</a>\n'
    assert entries(text) == ()
    assert len(entries(text + f"- **{TITLE}.** Ana Roca, Bo Li. [Link]({URL})\n")) == 1


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        (f"[Moss]({URL}](https://example.org/b)", [URL, "https://example.org/b"]),
        (f"[Moss]({URL}", [URL]),
        ("[Moss](https://example.org/a_(b)_c)", ["https://example.org/a_(b)_c"]),
        (f'[Moss]({URL} "Moss (and) light")', [URL]),
    ],
)
def test_an_address_ends_where_the_next_link_begins(text: str, urls: list[str]) -> None:
    assert [link.url for link in flow_of(text, [(0, len(text))], {}).links] == urls


YAML = "- title: {}\n  year: 2020\n"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('"Moss and\n    light, \\"of\\" shores"', 'Moss and light, "of" shores'),
        ("'Moss and\n    light, ''of'' shores'", "Moss and light, 'of' shores"),
        ('"Moss \\\n    and light"', "Moss and light"),
        ("Moss and light  # a remark", "Moss and light"),
    ],
)
def test_a_yaml_value_goes_on_until_it_is_closed(written: str, said: str) -> None:
    (entry,) = entries(YAML.format(written), "list.yml")
    assert entry.title is not None
    assert entry.title.text == said
    assert entry.year is not None


def test_an_alias_in_a_citation_file_is_not_read_as_a_copy() -> None:
    text = (
        "cff-version: 1.2.0\nteam: &t\n  - family-names: Roca\nreferences:\n"
        "  - &a\n    title: Moss and light\n    authors: *t\n  - *a\n"
        "  - title: Light and moss\n    authors:\n      - family-names: Li\n"
    )
    first, second = entries(text, "CITATION.cff")
    assert first.authors is None
    assert second.authors is not None
    assert second.authors.names[0].family == "Li"
