"""Bibliographies as programs and people write them, and other files that look like lists."""

import pytest

from pipeline.formats.unread import unread
from pipeline.values.text import Span
from tests.formats.golden import entries, said

PAPER = """@article{{a,{head}
  title = {{Slow maps of cold mice in winter}},{inside}
  author = {{{authors}}},
  year = {{2020}},
  eprint = {eprint},
  archivePrefix = "{{arXiv}}",
}}
"""


def paper(
    *, authors: str = "Roca, Ana", eprint: str = "{2306.15006}", head: str = "", inside: str = ""
) -> str:
    return PAPER.format(authors=authors, eprint=eprint, head=head, inside=inside)


@pytest.mark.parametrize("others", ["others", "others, ", "{others}", "others."])
def test_others_are_no_person_however_the_word_is_written(others: str) -> None:
    (entry,) = entries("l.bib", paper(authors=f"Roca, Ana and {others}"))
    assert entry.authors
    assert entry.authors.et_al
    assert [name.family for name in entry.authors.names] == ["Roca"]


def test_a_person_called_others_stays_one() -> None:
    (entry,) = entries("l.bib", paper(authors="Roca, Ana and Others, Bo"))
    assert entry.authors
    assert [name.family for name in entry.authors.names] == ["Roca", "Others"]


@pytest.mark.parametrize("eprint", ['"{2306.15006}"', "{{2306.15006}}", "{arXiv:2306.15006}"])
def test_an_identifier_is_read_within_two_pairs_of_braces(eprint: str) -> None:
    (entry,) = entries("l.bib", paper(eprint=eprint))
    assert [str(m.identifier) for m in entry.mentions] == ["arxiv:2306.15006"]


def test_a_remark_between_fields_is_passed_over() -> None:
    text = paper(head="  % read, again", inside="  % title = {Fast maps},")
    (entry,) = entries("l.bib", text)
    assert entry.unparsed is None
    assert said(entry)[:2] == ("Slow maps of cold mice in winter", ["Roca"])
    assert entry.span == Span(start=0, end=len(text) - 1)


def test_a_sign_of_percent_within_a_value_is_of_the_value() -> None:
    (entry,) = entries("l.bib", paper().replace("Slow maps", "90 \\% of maps"))
    assert entry.title
    assert entry.title.text == "90 % of maps of cold mice in winter"


def test_a_key_with_a_colon_is_a_key_of_hayagriva() -> None:
    (entry,) = entries("l.yml", "10.1:6:\n  type: article\n  title: Slow maps of mice\n")
    assert (entry.key, entry.format) == ("10.1:6", "hayagriva")


@pytest.mark.parametrize(
    ("path", "text", "named"),
    [
        ("savedrecs.txt", "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Roca, A\n",
         "Web of Science"),
        ("part.txt", "PT J\nAU Roca, A\nTI Slow maps\n", "Web of Science"),
        ("a.xml", '<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">\n',
         "XML"),
        ("a.xml", "<?xml version='1.0'?>\n<!-- made -->\n<TEI>", "XML"),
        ("zotero.rdf", "<rdf:RDF\n xmlns:z='http://www.zotero.org/namespaces/export#'>", "XML"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_known_by_its_first_lines(path: str, text: str, named: str) -> None:
    refusal = unread(path, text)
    assert refusal
    assert named in refusal


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.xml", '<?xml version="1.0"?><xml><records><record>'),
        ("page.txt", '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>'),
        ("README", '<div align="center">\n\n# Papers\n'),
        ("notes.txt", "FN is the number of false negatives in\nslow maps.\n"),
    ],
)
def test_what_can_be_read_is_not_refused_for_its_first_lines(path: str, text: str) -> None:
    assert unread(path, text) is None


@pytest.mark.parametrize(
    "url",
    ["https://doi.org/10.1002/(SICI)1522-2594(199907)42:1<87::AID-MRM13>3.0.CO;2-O",
     "<https://doi.org/10.1002/abc>", "https://doi.org/10.1002/abc"],
)  # fmt: skip
def test_an_address_ends_where_its_field_does(url: str) -> None:
    """Cut before the angle, the DOI of a Wiley paper of 1999 was registered nowhere."""
    text = f"@article{{a,\n  title = {{Slow maps of mice}},\n  url = {{{url}}},\n}}\n"
    (entry,) = entries("l.bib", text)
    (link,) = entry.links
    assert link.url == url.strip("<>")
    doi = link.url.removeprefix("https://doi.org/").lower()
    assert [str(m.identifier) for m in entry.mentions] == [f"doi:{doi}"]
