"""Word documents: their references read, nothing written, and no trap stepped into."""

# ruff: noqa: E501  paragraphs are long
import io
import zipfile
from pathlib import Path

import pytest

from pipeline import formats
from pipeline.edge.files import UserError, read_list
from pipeline.edge.word_files import MOST, WordError, words_of
from pipeline.formats.protocol import Change
from pipeline.jobs.lists import Text, opened
from pipeline.jobs.saving import write_lists

PROSE = "Snails have been studied by Bee and Marsh (2019) for many years."
ONE = (
    "Bee, A., &amp; Marsh, O. (2019). </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>Tidal memory of "
    "snails</w:t></w:r><w:r><w:t>. Moss Letters, 3(2), 1–9."
)
TWO = (
    'Reed, B., &amp; Marsh, O. (2020). Moss in estuaries. Moss Letters, 4, 7–9.</w:t></w:r><w:hyperlink r:id="rId9">'
    "<w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:t>"
)
RELATIONS = (
    '<Relationships><Relationship Id="rId9" Type="x" Target="https://doi.org/10.99999/b?a=1&amp;b=2" '
    'TargetMode="External"/></Relationships>'
)


def packed(body: str, **members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", body)
        for name, text in members.items():
            file.writestr(name, text)
    return out.getvalue()


def document(*paragraphs: str, head: str = "") -> bytes:
    said = "".join(f'<w:p w:id="1"><w:pPr/><w:r><w:t>{one}</w:t></w:r></w:p>' for one in paragraphs)
    whole = f'<?xml version="1.0"?>{head}<w:document><w:body>{said}</w:body></w:document>'
    return packed(whole, **{"word/_rels/document.xml.rels": RELATIONS})


def test_the_references_of_a_document_are_read_and_its_prose_is_not(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(document("A paper on moss and snails", PROSE, "References", ONE, TWO))
    source = opened(str(path))
    one, two = formats.read(source.document).entries
    assert one.title
    assert one.title.text == "Tidal memory of snails"
    assert [name.family for name in one.authors.names] == ["Bee", "Marsh"] if one.authors else False
    assert one.venue
    assert (one.venue.text, one.year and one.year.value, one.line) == ("Moss Letters", 2019, 4)
    assert [str(mention.identifier) for mention in two.mentions] == ["doi:10.99999/b"]


def test_nothing_is_ever_written_into_a_document(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(document("References", ONE))
    before = path.read_bytes()
    source = opened(str(path))
    reading = formats.read(source.document)
    change = Change(field="title", text="Another")
    assert formats.rewrite(reading, reading.entries[0], change).edits == ()
    saved = write_lists([Text(source=source, text="Another text\n")])
    assert saved.written == []
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(b"PK\x03\x04 torn", "no Word document", id="torn"),
        pytest.param(b"Just words", "no Word document", id="no zip"),
        pytest.param(document(ONE)[:-200], "no Word document", id="cut"),
        pytest.param(packed("")[:0], "no Word document", id="empty"),
        pytest.param(packed("<w:p><w:t>x</w:t></w:p>" + " " * (MOST + 9)), "larger than", id="zip bomb"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_line(raw: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(raw)
    with pytest.raises(UserError, match=said) as error:
        read_list(str(path))
    assert "\n" not in str(error.value)


def test_an_entity_is_nothing_but_its_name() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    assert words_of(document("&a;&b; moss", head=bomb)) == "&a;&b; moss\n"


def test_a_document_without_a_body_is_none() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("other.xml", "x")
    with pytest.raises(WordError):
        words_of(out.getvalue())
