"""Org: its emphasis, and the line breaks that say that they are some."""

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import families

BROKEN = r"""* Papers

- Slow maps of cold mice in winter: a study of the sleep of voles and
  of their tracks.\\
  A. Bee, O. Marsh, C. Reed.\\
  In proceedings of the Moss Days, 2017.

- [[https://arxiv.org/abs/2306.15001][Tidal memory in the limpets of the northern estuaries]].\\
  Ann Bee, Ode Marsh, and Carl Reed.\\
  Journal of Shore Biology, 2018.
"""
STYLED = r"""#+TITLE: Publications

Ann Bee and Ode Marsh \\
*Slow maps of cold mice in winter* \\
/Journal of Moss Research/, pp. 1-7, 2017. \\
[[https://arxiv.org/abs/2306.15002][Available here]]

Carl Reed and Dee Salt \\
*Tidal memory in the limpets of the northern estuaries* \\
/Journal of Shore Biology/, pp. 9-12, 2018. \\
[[https://arxiv.org/abs/2306.15003][Available here]]
"""


def read(text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path="papers.org", text=text)).entries


def test_two_backslashes_end_a_line_and_are_no_part_of_the_last_name() -> None:
    entries = read(BROKEN)
    assert [families(entry) for entry in entries] == [["Bee", "Marsh", "Reed"]] * 2
    assert all("\\" not in entry.title.text for entry in entries if entry.title)
    assert entries[1].venue
    assert entries[1].venue.text == "Journal of Shore Biology"


def test_one_star_is_bold_and_slashes_are_italics() -> None:
    entries = read(STYLED)
    assert [entry.title.text for entry in entries if entry.title] == [
        "Slow maps of cold mice in winter", "Tidal memory in the limpets of the northern estuaries",
    ]  # fmt: skip
    assert [entry.venue.text for entry in entries if entry.venue] == [
        "Journal of Moss Research", "Journal of Shore Biology",
    ]  # fmt: skip
    assert [families(entry) for entry in entries] == [["Bee", "Marsh"], ["Reed", "Salt"]]


def test_a_slash_between_words_and_in_an_address_is_a_slash() -> None:
    link = "[[https://arxiv.org/abs/2306.15004][Input/output costs of and/or graphs w/ loops]]"
    (entry,) = read(f"- {link}. Ann Bee and Ode Marsh. 2018.\n")
    assert entry.title
    assert entry.title.text == "Input/output costs of and/or graphs w/ loops"
    assert entry.links[0].url == "https://arxiv.org/abs/2306.15004"


TABLE = """#+TITLE: Papers

|---+---+---|
| Paper | Authors | Published |
|---+---+---|
| *Slow maps of cold mice in winter* | Ann Bee, Ode Marsh | 2017 |
| [[https://arxiv.org/abs/2306.15001][Tidal memory in the limpets]] | Carl Reed | 2018 |
|---+---+---|
"""


def test_a_table_has_rules_of_dashes_and_pluses() -> None:
    first, second = read(TABLE)
    assert [entry.title.text for entry in (first, second) if entry.title] == [
        "Slow maps of cold mice in winter", "Tidal memory in the limpets",
    ]  # fmt: skip
    assert [families(entry) for entry in (first, second)] == [["Bee", "Marsh"], ["Reed"]]
    assert [entry.year and entry.year.value for entry in (first, second)] == [2017, 2018]
    assert (first.line, second.line) == (6, 7)


def test_a_table_of_org_needs_no_head() -> None:
    (entry,) = read(
        "* Papers\n\n| Ann Bee | [[https://arxiv.org/abs/2306.15001][Tidal memory]] |\n"
    )
    assert [link.url for link in entry.links] == ["https://arxiv.org/abs/2306.15001"]
