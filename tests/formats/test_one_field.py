"""One field of any entry changed, in lists of every shape: that field says it, all else stays.

Real lists take part where a folder of them is named by ``ERRATA_LISTS``; CONTRIBUTING tells how.
"""

import os
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.values.entry import Document, Reading
from pipeline.values.text import apply
from pipeline.write.applying import Accepted, rewritten
from tests.formats.one_field import CHANGES, outcomes
from tests.formats.test_writing import BIB, SHAPES, YAML

A, B = "https://arxiv.org/abs/2306.15006", "https://doi.org/10.1000/jam.2"
CSL = """[
  {"id": "roca2020", "type": "article-journal", "title": "Slow maps of \\u201cmice\\u201d",
   "author": [{"family": "Roca", "given": "Ana"}, {"family": "Li", "given": "Bo"}],
   "container-title": "PNAS", "issued": {"date-parts": [["2020", 3]]}, "DOI": "10.1000/a"},
  {
\t"id": "li2021",
\t"title": "Fast maps of rats and men",
\t"author": [
\t  {"literal": "The Map Team"},
\t  {"family": "Ma", "given": "Chi"}
\t],
\t"issued": {"date-parts": [[2021]]},
\t"URL": "https://arxiv.org/abs/2306.15006"
  }
]"""
RST = f"""Papers
======

* `Slow maps of cold mice in winter <{A}>`_. Ana Roca, Bo Li. *PNAS*, 2020.

=============================================  ==============================  =====  =============
Paper Title                                    Venue                           Year   Materials
=============================================  ==============================  =====  =============
Fast maps of warm rats in summer               ICDM                            2019   `[PDF] <{B}>`_
Old maps of mice and men                       NeurIPS                         2021   `[PDF] <{A}>`_
=============================================  ==============================  =====  =============
"""
NARROW = f"""
================================  =======  =====  =============
Paper Title                       Venue    Year   Materials
================================  =======  =====  =============
Fast maps of warm rats in summer  ICDM     2019   `[PDF] <{B}>`_
Old maps of cold mice in winter   NeurIPS  2021   `[PDF] <{A}>`_
================================  =======  =====  =============
"""
ORG = f"""#+TITLE: Papers

* Maps
- [[{A}][Slow maps of cold mice in winter]], Ana Roca, Bo Li, 2020
- [[{B}][Fast maps of warm rats in summer]]. /Ana Roca and Chi Ma/. PNAS 2021.
"""
RIS = f"""TY  - JOUR
TI  - Slow maps of cold mice
 in winter
AU  - Roca, Ana
AU  - Li, Bo
JO  - PNAS
PY  - 2020/03/01/
UR  - {A}
ER  -

TY  - CONF
AU  - Ma, Chi
AU  - {{The Map Team}}
AU  - Li, Bo
TI  - Fast maps of warm rats in summer
T2  - ICDM
PY  - 2019
DO  - 10.1000/jam.2
ER  -
"""
NBIB = """PMID- 123456
DP  - 2020 Mar 4
TI  - Slow maps of cold mice
      in winter.
LID - 10.1000/jam.2 [doi]
FAU - Roca, Ana
AU  - Roca A
FAU - Li, Bo
AU  - Li B
TA  - Ann Moss
JT  - Annals of moss

PMID- 123457
TI  - Fast maps of warm rats in summer.
FAU - Ma, Chi
AU  - Ma C
AD  - Moss Institute.
JT  - Annals of moss
DP  - 2019
"""
CSV = f"""Title,Authors,Journal,Year,DOI,URL
"Slow maps of ""cold"" mice, in winter","Roca, Ana; Li, Bo",PNAS,2020,10.1000/a,
Fast maps of warm rats in summer,Chi Ma and Bo Li,"Maps, Letters",2019-04,,{A}
"""
TSV = CSV.replace('""cold""', "cold").replace(",", "\t").replace("\t ", ", ")
CFF = f"""cff-version: 1.2.0
title: moss
authors:
  - family-names: Roca
    given-names: Ana
preferred-citation:
  type: article
  title: "Slow maps of cold mice: in winter"
  authors:
    - family-names: Roca
      given-names: Ana
    - family-names: Li
      given-names: Bo
  journal: PNAS
  year: 2020
  doi: 10.1000/a
references:
  - type: article
    title: Fast maps of warm rats
      in summer
    authors:
      - family-names: Ma
        given-names: Chi
      - name: The Map Team
    year: 2019
    url: {A}
"""
TYPST = f"""roca:
    type: article
    title: Slow maps of cold mice in winter
    author: ["Roca, Ana", "Li, Bo"]
    date: 2020-03
    parent:
        type: periodical
        title: PNAS
        volume: 3
    serial-number:
        doi: 10.1000/a

ma:
    type: article
    title: 'Fast maps of warm rats'
    author: Ma, Chi
    date: 2019
    url:
        value: {A}
        date: 2021-01-02
"""
MORE = f"""# More

- [MoSE]({A}): slow roads to better maps of mice | OSDI' 24
- [Slow maps of cold mice in winter][1]. Ana Roca, Bo Li. *Nat. Rev. Genet.* 2020.
* Ana Roca, Bo Li, Chi Ma, et al. 2020. [Fast maps of warm rats]({B}). In *Proceedings of ACL 2020*.
* Roca, A.; Li, B.; & Ma, C. (2021). Old maps of mice and men. **eLife**. [pdf]({B})

| Title | Authors | Venue | Year | Link |
|---|:---|---|---|---|
| Fast maps of warm rats in summer | Ana Roca¹, Bo Li² | *PNAS* | 2019 | [pdf]({B}) |
| [Old maps of mice and men]({A}) | A. Roca, B. Li & C. Ma | `CVPR` | 2020 | |

[1]: {A}
"""
LISTS = {
    "shapes.md": "# L\n\n" + "\n\n".join(SHAPES) + "\n",
    "more.md": MORE,
    "list.bib": BIB + BIB.replace("  ", "\t").replace("roca2020", "ma"),
    "list.json": CSL,
    "list.yml": YAML,
    "list.rst": RST,
    "list.org": ORG,
    "list.ris": RIS,
    "CITATION.cff": CFF,
    "typst.yml": TYPST,
    "list.nbib": NBIB,
    "list.csv": CSV,
    "list.tsv": TSV,
}  # fmt: skip


def read(path: str, text: str) -> Reading:
    return formats.read(Document(path=path, text=text))


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("path", LISTS)
def test_one_field_changes_and_nothing_else(path: str, what: str, ending: str) -> None:
    reading = read(path, LISTS[path].replace("\n", ending))
    entries = [entry for entry in reading.entries if entry.unparsed is None]
    assert len(entries) > 1
    for entry in entries:
        assert [found for found in outcomes(reading, [entry], what) if found[1] == "wrong"] == []


def test_few_changes_are_refused() -> None:
    tally: Counter[str] = Counter()
    for path, text in LISTS.items():
        reading = read(path, text)
        entries = [entry for entry in reading.entries if entry.unparsed is None]
        for what in CHANGES:
            tally += Counter(state for _, state, _ in outcomes(reading, entries, what))
    assert tally["wrong"] == 0
    assert tally["refused"] < tally["right"] / 50


def test_the_columns_of_an_rst_table_stay() -> None:
    reading = read("a.rst", NARROW)
    wide, full = reading.entries
    changed = apply(
        NARROW, formats.rewrite(reading, wide, Change(field="venue", text="NeurIPS")).edits
    )
    assert changed == NARROW.replace("ICDM   ", "NeurIPS")
    for entry, venue in ((wide, "Nature Methods"), (full, "Nature Methods"), (full, "NeurIPS")):
        assert formats.rewrite(reading, entry, Change(field="venue", text=venue)).edits == ()


@pytest.mark.parametrize("path", LISTS)
def test_without_a_fix_each_byte_stays(path: str) -> None:
    for text in (LISTS[path], LISTS[path].replace("\n", "\r\n"), LISTS[path].rstrip("\n")):
        assert rewritten(read(path, text), (), Accepted()).text == text


if FOLDER := os.environ.get("ERRATA_LISTS"):
    REAL = sorted(path for path in Path(FOLDER).rglob("*") if path.is_file())
    MOST = 8
    """Entries of a list that are changed, drawn with a fixed seed."""

    @pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
    def test_one_field_of_a_real_list_changes_and_nothing_else(path: Path) -> None:
        text = path.read_bytes().decode("utf-8-sig")
        reading = read(path.name, text)
        assert rewritten(reading, (), Accepted()).text == reading.document.text == text
        entries = [entry for entry in reading.entries if entry.unparsed is None]
        drawn = Random(7).sample(entries, min(MOST, len(entries)))  # noqa: S311  drawn by seed
        for what in CHANGES:
            assert [one for one in outcomes(reading, drawn, what) if one[1] == "wrong"] == []
