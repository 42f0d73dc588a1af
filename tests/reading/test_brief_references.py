"""References of one person without a link, however short their title."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry


def entries(*lines: str) -> tuple[Entry, ...]:
    text = "# Editorials\n\n" + "".join(f"- {line}\n" for line in lines)
    return formats.read(Document(path="list.md", text=text)).entries


@pytest.mark.parametrize(
    ("line", "title", "name"),
    [
        ("Anna Schmidt. Editorial. Journal of Biogeography, 2019.", "Editorial", "Anna Schmidt"),
        ("Schmidt A. Preface. Cladistics 2019;35:1.", "Preface", "Schmidt A"),
        ("Carla Rossi. Introduction. In: Handbook of Mosses, 2019.", "Introduction", "Carla Rossi"),
        ("Li H: Slow maps of cold mice. Bioinformatics. 2011;27:2987.", "Slow maps of cold mice",
         "Li H"),
        ("Li H: Slow maps of cold mice. arXiv 2013. https://arxiv.org/abs/1303.3997",
         "Slow maps of cold mice", "Li H"),
        ("Li H. Slow maps of cold mice. arXiv 2013. https://arxiv.org/abs/1303.3997",
         "Slow maps of cold mice", "Li H"),
    ],
)  # fmt: skip
def test_a_reference_of_one_person_is_read(line: str, title: str, name: str) -> None:
    (entry,) = entries(line)
    assert entry.title
    assert entry.authors
    assert (entry.title.text, entry.authors.names[0].text) == (title, name)


@pytest.mark.parametrize(
    "line",
    [
        "Vitamin D. A review. Nutrients, 2011.",
        "Awesome List. Great stuff. Nature, 2011.",
        "New Release. Version 2. Journal of Things, 2011.",
        "Bob Jones. Editorial. Some Blog, 2019.",
        "Machine Learning. Introduction. In: Stanford Course, 2011.",
    ],
)
def test_a_note_is_none(line: str) -> None:
    assert entries(line) == ()


def test_a_journal_that_nobody_knows_is_one_among_such_references() -> None:
    known = "Anna Schmidt. Editorial. Journal of Biogeography, 2019."
    more = "Carla Rossi. Introduction. In: Handbook of Mosses, 2019."
    unknown = "Bob Jones. Editorial. Cladistics, 2019."
    assert len(entries(known, more, unknown)) == 3
    assert len(entries(known, unknown)) == 1


def test_vitamin_d_writes_nothing() -> None:
    (entry,) = entries("Vitamin D: a review of its history. https://arxiv.org/abs/1303.3997")
    assert entry.authors is None


def test_what_a_link_is_stands_before_its_title() -> None:
    said = "- [paper: Slow maps of cold mice](https://doi.org/10.1000/a)\n"
    (entry,) = formats.read(Document(path="list.md", text=said)).entries
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice"
    for label in ("[Paper] ", "(pdf) ", "[paper]: "):
        boxed = said.replace("paper: ", label)
        (entry,) = formats.read(Document(path="list.md", text=boxed)).entries
        assert entry.title
        assert entry.title.text == "Slow maps of cold mice"
    other = said.replace("paper: Slow", "Paper: a history of slow")
    (entry,) = formats.read(Document(path="list.md", text=other)).entries
    assert entry.title
    assert entry.title.text == "a history of slow maps of cold mice"


def test_a_citation_below_its_tool_takes_the_tools_link() -> None:
    text = (
        "- [BCFTools](https://pubmed.ncbi.nlm.nih.gov/21903627/)\n\n"
        "  > Li H: A statistical framework for slow mice. Bioinformatics. 2011 Nov 1;27:2987-93. "
        "doi: 10.1093/bioinformatics/btr509. PubMed PMID: 21903627.\n"
    )
    (entry,) = formats.read(Document(path="list.md", text=text)).entries
    assert entry.authors
    assert entry.authors.names[0].text == "Li H"
    assert entry.links


def test_references_with_titles_of_their_own_are_company_too() -> None:
    longer = (
        "Bob Jones. Cladistics of island beetles. Ibis, 2011.",
        "Carla Rossi. Slow maps of cold mice. Ibis, 2011.",
    )
    short = "Anna Schmidt. Foreword. Oikos, 2014."
    assert [e.title and e.title.text for e in entries(*longer, short)][2:] == ["Foreword"]
    linked = tuple(line.replace("Ibis", "[Ibis](https://example.org/a)") for line in longer)
    assert all(e.title and e.title.text != "Foreword" for e in entries(*linked, short))
    assert len(entries(*longer, "Awesome List. Great stuff. Oikos, 2014.")) == 2
