"""What a file is, by its first lines, whatever it is called."""

import pytest

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.formats.unread import unread
from pipeline.values.entry import Document
from pipeline.values.text import apply
from pipeline.values.work import Person
from tests.formats.golden import names

RIS = "TY  - JOUR\nTI  - Slow maps of cold mice\nAU  - Roca, Ana\nPY  - 2013\nER  - \n"
NBIB = "\nPMID- 99999991\nOWN - NLM\nTI  - Slow maps of cold mice.\nFAU - Roca, Ana\nAU  - Roca A\n"
CFF = """\
cff-version: 1.2.0
title: tool
references:
  - type: article
    title: "Slow maps of cold mice"
    authors:
      - family-names: Roca
        given-names: Ana
    year: 2013
"""
BIB = """\
% made by hand

@article{a,
  title = {Slow maps of cold mice},
  author = {Roca, Ana},
  doi = {10.99999/a}
}
"""
CSL = """\
[{"id": "a", "type": "book", "title": "Slow maps of cold mice",
  "author": [{"family": "Roca", "given": "Ana"}]}]
"""
ENDNOTE = """\
<?xml version="1.0"?><xml><records><record>
<contributors><authors><author>Roca, Ana</author></authors></contributors>
<titles><title>Slow maps of cold mice</title></titles></record></records></xml>
"""
BBL = """\
\\begin{thebibliography}{9}
\\bibitem{a} A.~Roca.
\\newblock Slow maps of cold mice.
\\newblock {\\em Annals of Moss}, 3:1--9, 2013.
\\end{thebibliography}
"""
PUBMED = """\
1. J Maps. 2013 Jan;3(1):1-9. doi: 10.99999/a.

Slow maps of cold mice.

Roca A(1).

PMID: 99999991
"""


@pytest.mark.parametrize("path", ["papers.md", "papers.txt", "papers.yml", "papers"])
@pytest.mark.parametrize(
    ("text", "format_"),
    [
        (RIS, "ris"),
        ("Provider: A Library\nDatabase: Maps\n\n" + RIS, "ris"),
        (RIS.replace("  - ", " - "), "ris"),
        (RIS.replace("\n", "\r\n"), "ris"),
        (NBIB, "nbib"),
        (CFF, "cff"),
        ("# This file\n" + CFF, "cff"),
        (BIB, "bibtex"),
        (CSL, "csl-json"),
        (ENDNOTE, "endnote-xml"),
        (BBL, "bbl"),
        ("Key,Author,Title,Year\na,Ana Roca,Slow maps of cold mice,2013\n", "csv"),
        ('"Title"\t"Author"\nSlow maps of cold mice\tAna Roca\n', "csv"),
    ],
)
def test_a_file_is_what_it_begins_as(path: str, text: str, format_: str) -> None:
    assert unread(path, text) is None
    reading = formats.read(Document(path=path, text=text))
    (entry,) = reading.entries
    assert reading.format == format_
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice"
    assert "Roca" in names(entry)[0]


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("# How to export\n\n```\n" + RIS + "```\n", "markdown"),
        ("TY - the letters that begin a record - are explained here.\n", "markdown"),
        ("# Tool\n\n" + BIB, "bibtex"),  # quoted by a page that lists nothing
        ("@author and @title, see [Slow maps](https://doi.org/10.99999/a)\n", "markdown"),
        ("| Title | Year |\n|---|---|\n| Slow maps, cold mice | 2013 |\n", "markdown"),
        ("Title, author and year: what a list needs\n", "markdown"),
        ("<html>\n\n- [Slow maps](https://doi.org/10.99999/a)\n", "markdown"),
        ("[{Slow maps} of mice](https://doi.org/10.99999/a)\n", "markdown"),
    ],
)
def test_a_list_that_speaks_of_such_a_file_is_none(text: str, format_: str) -> None:
    reading = formats.read(Document(path="README.md", text=text))
    assert {entry.format for entry in reading.entries} <= {format_}
    assert reading.format == "markdown"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "%0 Journal Article\n%T Slow maps\n%A Roca, Ana\n"),
        ("a.txt", "Reference Type:  Journal Article\nRecord Number: 1\nAuthor: Roca, Ana\n"),
        ("a.txt", "RT Journal Article\nSR Electronic\nID 12\nA1 Roca,Ana\nT1 Slow maps\n"),
        ("a.ciw", "FN Web\n"),
        ("a.txt", PUBMED),
        ("a.md", "= My list\n:toc:\n\n* Roca A. https://doi.org/10.99999/a[Slow maps]\n"),
        ("a.txt", "{\\rtf1\\ansi Roca A. Slow maps. 2013.}"),
        ("a.opml", "<opml>"),
        ("a.bcf", '<?xml version="1.0"?><bcf:controlfile/>'),
        ("a.xml", '<article xmlns:xlink="x"><front/></article>'),
        ("codemeta.json", "{}"), (".zenodo.json", "{}"), ("a.jsonl", "{}"),
        ("maps.Rd", "\\name{maps}"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_its_first_lines(path: str, text: str) -> None:
    refusal = unread(path, text)
    assert refusal
    assert path in refusal


@pytest.mark.parametrize(
    "text",
    [
        "= Slow maps\n\nA page of prose, see https://example.org/a for more.\n",
        "1. J. Roca. Slow maps of cold mice. Annals of Moss. 2013;3:1. PMID: 99999991\n",
        "RT is the time of reaction\nin slow maps.\n",
        "Reference Type: what it means\n\nProse.\n",
        "<article>\n\n- Roca A. Slow maps of cold mice, 2013\n",
    ],
)
def test_prose_is_not_refused_for_its_first_words(text: str) -> None:
    assert unread("notes.txt", text) is None
    assert unread("notes.md", text) is None


def test_a_person_is_added_to_a_citation_file_by_the_parts_that_the_others_have() -> None:
    reading = formats.read(Document(path="CITATION.cff", text=CFF))
    change = Change(
        field="authors",
        people=(Person(family="Roca", given="Ana"), Person(family="Lüthi", given="Bea")),
        kept=(0, None),
    )
    done = formats.rewrite(reading, reading.entries[0], change)
    more = "      - family-names: Lüthi\n        given-names: Bea\n"
    assert apply(CFF, done.edits) == CFF.replace("    year:", f"{more}    year:")
