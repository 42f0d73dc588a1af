"""Plain text: which lines are one entry, and what the words of a line say."""

import pytest

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.values.entry import Document, Entry

PARAGRAPHS = """\
Papers for the journal club
===========================

Mapping the moss of the estuaries from long reads
Bee A, Cee BD
BMC Bioinformatics. 2011 Aug 4;12:323.
https://doi.org/10.99999/one

Bayesian analysis of the tides by shrinkage priors
Dee C, Eff JK, Gee L.
Biostatistics. 2013 Jan;14(1):113-28.

Circular segmentation for the analysis of lichen arrays
Olshen AB, Wigler M.
https://doi.org/10.99999/three
"""
CAPTIONED = """\
Agents:
\t1. Tides: https://arxiv.org/abs/2306.15001 (printed)
\t2. What are the snails of the estuaries anyway: https://arxiv.org/abs/2306.15002 (printed)
\t3. Learning the moss genomes of small islands: https://arxiv.org/abs/2306.15003
"""


def read(text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path="list.txt", text=text)).entries


def titles(text: str) -> list[str | None]:
    return [entry.title.text if entry.title else None for entry in read(text)]


def test_paragraphs_of_one_title_each_are_the_entries() -> None:
    first, second, third = read(PARAGRAPHS)
    assert [e.title.text for e in (first, second, third) if e.title] == [
        "Mapping the moss of the estuaries from long reads",
        "Bayesian analysis of the tides by shrinkage priors",
        "Circular segmentation for the analysis of lichen arrays",
    ]
    assert first.authors
    assert [name.text for name in first.authors.names] == ["Bee A", "Cee BD"]
    assert first.venue
    assert (first.venue.text, first.line, first.end_line) == ("BMC Bioinformatics", 4, 7)
    assert second.authors
    assert len(second.authors.names) == 3
    assert third.section == ("Papers for the journal club",)


def test_paragraphs_of_titles_are_an_entry_a_line() -> None:
    text = "\n".join(
        f"Learning the {a} of the estuaries\nMapping {b} of small islands in spring\n"
        for a, b in (("moss", "snails"), ("tides", "ferries"), ("lichens", "inns"))
    )
    assert len(read(text)) == 6


def test_a_title_before_its_address_is_read_and_a_name_of_one_word_is_none() -> None:
    assert titles(CAPTIONED) == [
        None,
        "What are the snails of the estuaries anyway",
        "Learning the moss genomes of small islands",
    ]
    assert {entry.section for entry in read(CAPTIONED)} == {("Agents",)}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Title: Learning moss", id="nothing below"),
        pytest.param("Learning the moss genomes of small islands:", id="a title with a colon"),
    ],
)
def test_a_line_with_nothing_of_its_own_below_is_no_caption(line: str) -> None:
    assert len(read(f"{line}\nMapping snails of small islands in spring\n")) == 2


def test_what_is_read_of_a_line_is_rewritten_in_its_place() -> None:
    text = "".join(
        f"Learning the moss of island {n}. Bee A, Cee B. Nature 2019. https://doi.org/10.99999/{n}\n"
        for n in range(8)
    )
    reading = formats.read(Document(path="list.txt", text=text))
    entry = reading.entries[3]
    assert entry.year
    done = formats.rewrite(reading, entry, Change(field="year", text="2020"))
    (edit,) = done.edits
    assert text[edit.span.start : edit.span.end] == "2019"
