"""Files that are read and never written: EndNote's XML, LaTeX's bibliographies."""

# ruff: noqa: E501  an export's lines are long

import time

import pytest

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.formats.unread import unread
from pipeline.values.entry import Document
from tests.formats.golden import entries, said

ENDNOTE = """<?xml version="1.0" encoding="UTF-8"?><xml><records>
<record><database name="Moss">Moss</database><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal" size="100%">Roca, Ana</style></author>
<author>Li, Bo &amp; Sons</author></authors><secondary-authors><author>Quist, Ed</author></secondary-authors></contributors>
<titles><title><style face="normal">Slow maps of </style><style face="italic">cold</style><style face="normal"> mice &amp; rats</style></title>
<secondary-title>Annals of Moss</secondary-title></titles><pages>1-9</pages><volume>3</volume><number>2</number>
<dates><year>2020</year></dates><accession-num>99123456</accession-num>
<electronic-resource-num>10.1000/a</electronic-resource-num></record><record><titles><title>Fast maps of warm rats</title></titles>
<urls><related-urls><url>https://arxiv.org/abs/2306.15006</url></related-urls></urls></record></records></xml>
"""
BBL = r"""\begin{thebibliography}{10}
\providecommand{\natexlab}[1]{#1}

\bibitem{roca20}
A.~Roca and B.~L{\"u}thi.
\newblock Slow maps of {C}old mice in winter.
\newblock {\em Annals of Moss}, 3(2):1--9, 2020.
\newblock \doi{10.1000/a}.

\bibitem[Ma et~al.(2019)Ma, Li, and {Map Team}]{ma19}
Chi Ma, Bo Li, et~al.
\newblock Fast maps of warm rats.
\newblock In \emph{Proceedings of the Map Days}, pages 1--9, 2019.
\newblock \url{https://arxiv.org/abs/2306.15006}.

\bibitem{ieee}
A.~Roca and B.~Li, ``Round maps of mild mice,'' \emph{Annals of Moss}, vol.~4, no.~1, pp. 11--19, 2021.
\end{thebibliography}
"""


def test_an_endnote_library_is_read_record_by_record() -> None:
    one, two = entries("library.xml", ENDNOTE)
    assert said(one) == (
        "Slow maps of cold mice & rats", ["Roca", "Li"], "Annals of Moss", 2020,
        ["doi:10.1000/a", "pmid:99123456"],
    )  # fmt: skip
    assert (one.hints.volume, one.hints.issue, one.hints.page) == ("3", "2", "1-9")
    assert said(two) == ("Fast maps of warm rats", [], None, None, ["arxiv:2306.15006"])
    for entry in (one, two):
        assert entry.title
        assert entry.title.span.cut(ENDNOTE) == entry.title.raw
    assert (one.line, two.line) == (2, 8)


def test_a_latex_bibliography_is_read_item_by_item() -> None:
    one, two, three = entries("paper.bbl", BBL)
    assert said(one) == (
        "Slow maps of Cold mice in winter", ["Roca", "Lüthi"], "Annals of Moss", 2020,
        ["doi:10.1000/a"],
    )  # fmt: skip
    assert said(two) == (
        "Fast maps of warm rats", ["Ma", "Li"], "Proceedings of the Map Days", 2019,
        ["arxiv:2306.15006"],
    )  # fmt: skip
    assert two.authors
    assert two.authors.et_al
    assert said(three) == (
        "Round maps of mild mice", ["Roca", "Li"], "Annals of Moss", 2021, [],
    )  # fmt: skip
    assert [entry.key for entry in (one, two, three)] == ["roca20", "ma19", "ieee"]
    assert [entry.line for entry in (one, two, three)] == [4, 10, 16]


@pytest.mark.parametrize(("path", "text"), [("library.xml", ENDNOTE), ("paper.bbl", BBL)])
def test_nothing_is_written_into_them(path: str, text: str) -> None:
    reading = formats.read(Document(path=path, text=text))
    assert unread(path, text) is None
    for entry in reading.entries:
        for field in ("title", "venue", "year", "doi"):
            change = Change.model_validate({"field": field, "text": "Moss"})
            assert formats.rewrite(reading, entry, change).edits == ()


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>' + ENDNOTE.split("?>", 1)[1].replace("Slow", "&b;&c;")
)  # fmt: skip


def test_an_entity_is_nothing_but_its_name() -> None:
    (title,) = [
        e.title.text for e in entries("l.xml", ENDNOTE.replace("Slow", "&b;&c;"))[:1] if e.title
    ]
    assert title.startswith("&b;&c; maps")
    first = entries("bomb.xml", BOMB)[0]
    assert first.title
    assert first.title.text.startswith("&b;&c; maps")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("l.xml", ENDNOTE[: len(ENDNOTE) // 2], id="half a library"),
        pytest.param("l.xml", "<xml><records>" + "<record><title>" * 400_000, id="nothing closed"),
        pytest.param("l.xml", "<xml><records><record>" + "<title>" * 400_000 + "</record>", id="titles"),
        pytest.param("l.xml", "<xml><records><record><title>x" + "</style> " * 400_000 + "</title></record>", id="styles"),
        pytest.param("a.bbl", BBL[: BBL.index("Annals")], id="half a bibliography"),
        pytest.param("a.bbl", "\\bibitem[" * 400_000, id="labels"),
        pytest.param("a.bbl", "\\bibitem{a}" + "{" * 2_000_000, id="braces"),
    ],
)  # fmt: skip
def test_a_broken_file_is_read_as_far_as_it_goes_and_soon(path: str, text: str) -> None:
    begun = time.process_time()
    for entry in entries(path, text):
        assert 0 <= entry.span.start <= entry.span.end <= len(text)
    assert time.process_time() - begun < 20


def test_a_library_of_thousands_is_read() -> None:
    record = ENDNOTE[ENDNOTE.index("<record>") : ENDNOTE.index("</records>")]
    text = "<xml><records>" + record * (2_000_000 // len(record)) + "</records></xml>"
    found = entries("big.xml", text)
    assert len(found) == 2 * (2_000_000 // len(record))
    assert len({entry.id for entry in found}) == len(found)
