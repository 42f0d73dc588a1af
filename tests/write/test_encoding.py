"""Wrong decoding is repaired where a finding says so, and nowhere else."""

# ruff: noqa: E501  a list has long lines

import pytest

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.values.audit import Audited, Status
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.finding import Finding, FixKind
from pipeline.values.match import Match, Verdict
from pipeline.write.applying import Accepted, rewritten
from tests.reports import audits

AROUND = """# Papers for FranÃ§ois

He said â€œmindâ€ and meant it, or so ZoÃ« told.

```python
print("FranÃ§ois")
```

"""
GOOD = "- **Slow maps of cold mice in winter.** Ana Roca, Bo Li. *Cell*, 2021. [[Link]](https://doi.org/10.99999/1)\n"
BAD = "- **Fast maps of warm rats in summer.** RenÃ© Roca, JosÃ© Li. *Cell*, 2020. [[Link]](https://doi.org/10.99999/2)\n"
MENDED = BAD.replace("RenÃ© Roca, JosÃ© Li", "René Roca, José Li")


def found(reading: Reading, *, encoding: bool = True, venue: bool = False) -> list[Audited]:
    """The entries, with what is said of them."""
    sure = Match(verdict=Verdict.EXACT, confidence=1.0)
    return [
        Audited(
            entry=entry, status=Status.RESOLVED, match=sure,
            findings=(
                *([_encoding(entry)] if encoding and entry.garbled else []),
                *([_venue(reading, entry)] if venue else []),
            ),
        )
        for entry in reading.entries
    ]  # fmt: skip


def _encoding(entry: Entry) -> Finding:
    return audits.finding("encoding", entry.line, "x", "y", fix=FixKind.AUTO, field="entry").but(
        id=f"e{entry.line}", edits=()
    )


def _venue(reading: Reading, entry: Entry) -> Finding:
    edits = formats.rewrite(reading, entry, Change(field="venue", text="Nature")).edits
    return audits.finding(
        "venue-differs", entry.line, "Cell", "Nature", fix=FixKind.AUTO, field="venue", edits=edits
    ).but(id=f"v{entry.line}")


def read(text: str, path: str = "list.md") -> Reading:
    return formats.read(Document(path=path, text=text))


def test_of_a_sound_entry_nothing_follows_for_what_stands_around_it() -> None:
    reading = read(AROUND + GOOD)
    assert rewritten(reading, found(reading), Accepted()).text == AROUND + GOOD
    done = rewritten(reading, found(reading, venue=True), Accepted())
    assert done.text == AROUND + GOOD.replace("Cell", "Nature")


def test_the_entry_of_which_it_is_said_is_repaired_and_no_heading_prose_or_code() -> None:
    reading = read(AROUND + GOOD + BAD)
    done = rewritten(reading, found(reading), Accepted())
    assert done.text == AROUND + GOOD + MENDED
    assert [f.written for one in done.audited for f in one.findings] == [True]
    (said,) = done.remarks
    assert said.startswith("list.md: words outside of the entries are decoded wrongly too; repair")
    assert said.endswith("(line 1, 3).")


@pytest.mark.parametrize("accepted", [Accepted(), Accepted(ids=frozenset({"v9"}), automatic=False)])
def test_an_entry_of_which_it_is_not_said_stays_when_another_field_changes(
    accepted: Accepted,
) -> None:
    reading = read(AROUND + BAD)
    done = rewritten(reading, found(reading, encoding=False, venue=True), accepted)
    assert done.text == AROUND + BAD.replace("Cell", "Nature")


def test_one_by_one_each_entry_is_repaired_by_its_own_finding() -> None:
    other = BAD.replace("Fast", "Quick").replace("/2)", "/3)")
    reading = read(AROUND + BAD + other)
    done = rewritten(reading, found(reading), Accepted(ids=frozenset({"e9"}), automatic=False))
    assert done.text == AROUND + MENDED + other
    assert [f.written for one in done.audited for f in one.findings] == [True, False]


def test_code_within_an_entry_and_half_a_quotation_stay() -> None:
    line = BAD.replace("*Cell*", "`FranÃ§ois` â€œmindâ€ *Cell*")
    reading = read(AROUND + line)
    done = rewritten(reading, found(reading), Accepted())
    assert done.text == AROUND + line.replace("RenÃ©", "René").replace("JosÃ©", "José")
    whole = BAD.replace("*Cell*", "â€œmindâ€\x9d *Cell*")
    reading = read(whole)
    assert "“mind” *Cell*" in rewritten(reading, found(reading), Accepted()).text


OTHERS = {
    "list.bib": "% FranÃ§ois\n\n@article{a,\n  title = {Slow maps of cold mice},\n  author = {Roca, RenÃ©},\n  year = 2020\n}\n",
    "list.ris": "TY  - JOUR\nTI  - Slow maps of cold mice\nAU  - Roca, RenÃ©\nPY  - 2020\nER  - \n",
    "list.csv": "title,authors,year,note of FranÃ§ois\nSlow maps of cold mice,RenÃ© Roca,2020,x\n",
    "list.yaml": "# FranÃ§ois\n- title: Slow maps of cold mice\n  authors: RenÃ© Roca\n  year: 2020\n",
    "list.rst": "FranÃ§ois\n========\n\n* `Slow maps of cold mice in winter <https://arxiv.org/abs/2306.15006>`_. RenÃ© Roca, Bo Li. *PNAS*, 2020.\n",
    "list.txt": "# FranÃ§ois\nRoca, RenÃ©; Li, Bo (2020). Slow maps of cold mice in winter. PNAS. https://doi.org/10.99999/1\n",
}


@pytest.mark.parametrize("path", OTHERS)
def test_other_formats_say_it_of_their_entries_and_repair_these_alone(path: str) -> None:
    text = OTHERS[path]
    reading = read(text, path)
    (entry,) = reading.entries
    assert any("René" in right for _, right in entry.garbled)
    done = rewritten(reading, found(reading), Accepted())
    assert done.text == text.replace("RenÃ©", "René")
    silent = rewritten(reading, found(reading, encoding=False), Accepted())
    assert silent.text == text
