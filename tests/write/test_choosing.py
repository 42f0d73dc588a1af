"""A correction with which the list would read otherwise is left out; the others are made."""

from typing import Any

import pytest

from pipeline import formats
from pipeline.values.audit import Audited, Status
from pipeline.values.entry import Document, Reading
from pipeline.values.finding import Finding, FixKind
from pipeline.values.match import Match, Verdict
from pipeline.values.text import Edit, Span
from pipeline.write.applying import Accepted, Rewritten, rewritten
from pipeline.write.choosing import Correction, settled
from pipeline.write.proof import verdict
from tests.reports import audits

TEXT = "# Papers\n\n" + "".join(
    f"- **{word} memory in sensor networks.** Mara Lindqvist, Jun Hasek. *Cell*, 2021. "
    f"[[Link]](https://doi.org/10.99999/{n})\n"
    for n, word in enumerate(("Tidal", "Lunar", "Solar", "Polar"))
)


def reading() -> Reading:
    found = formats.read(Document(path="list.md", text=TEXT))
    assert len(found.entries) == 4
    return found


def change(number: int, old: str, new: str, field: str, code: str) -> Finding:
    """A finding at one entry whose edit puts new words in the place of old ones."""
    entry = reading().entries[number]
    at = TEXT.index(old, entry.span.start)
    edit = Edit(span=Span(start=at, end=at + len(old)), replacement=new)
    return audits.finding(code, entry.line, old, new, fix=FixKind.AUTO, field=field, edits=(edit,))


VENUE = "venue-differs"
GOOD = change(0, "Cell", "Nature", "venue", VENUE)
BAD = change(1, "*Cell*", "", "venue", VENUE)
"""The field would be gone."""
ALSO = change(1, "2021", "2020", "year", "year-differs")
TWO = "*Cell*\n- **Astral memory in nets.** Bo Li. *Cell*"
SPLITTING = change(2, "*Cell*", TWO, "venue", VENUE)
"""Another entry would stand there."""
END = "https://doi.org/10.99999/2)\n"
SWALLOWING = change(2, END, END.replace("\n", " "), "link", "link-elsewhere")
"""The next entry would be gone."""


def audited(*findings: tuple[int, Finding]) -> list[Audited]:
    sure = Match(verdict=Verdict.EXACT, confidence=1.0)
    return [
        Audited(
            entry=entry, status=Status.RESOLVED, match=sure,
            findings=tuple(finding for place, finding in findings if place == number),
        )
        for number, entry in enumerate(reading().entries)
    ]  # fmt: skip


def done(*findings: tuple[int, Finding]) -> Rewritten:
    return rewritten(reading(), audited(*findings), Accepted())


def written(result: Rewritten) -> set[str]:
    return {found.id for one in result.audited for found in one.findings if found.written}


def test_what_reads_as_intended_is_written() -> None:
    result = done((0, GOOD), (1, ALSO))
    assert result.text == TEXT.replace("Cell", "Nature", 1).replace(
        "2021. [[Link]](https://doi.org/10.99999/1)", "2020. [[Link]](https://doi.org/10.99999/1)"
    )
    assert written(result) == {GOOD.id, ALSO.id}
    assert result.left == ()


def test_a_correction_that_loses_its_field_is_left_out_and_the_others_are_written() -> None:
    result = done((0, GOOD), (1, BAD), (1, ALSO), (2, SPLITTING))
    assert result.text == done((0, GOOD), (1, ALSO)).text
    assert written(result) == {GOOD.id, ALSO.id}
    left = {f.id: f for one in result.audited for f in one.findings if not f.written}
    assert set(left) == {BAD.id, SPLITTING.id}
    assert {(f.fix, f.edits) for f in left.values()} == {(FixKind.REVIEW, ())}
    assert [one.status for one in result.audited] == [Status.RESOLVED] * 4
    assert [line.split(":")[:2] for line in result.left] == [["list.md", "4"], ["list.md", "5"]]


def test_what_swallows_the_next_entry_is_left_out() -> None:
    result = done((0, GOOD), (2, SWALLOWING))
    assert result.text == done((0, GOOD)).text
    assert written(result) == {GOOD.id}
    assert len(result.left) == 1


def test_all_that_split_their_entries_are_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of a thousand entries with a dozen such corrections once lost all corrections."""
    splitting = [
        (number, change(number, "*Cell*", TWO, "venue", f"venue-{kind}"))
        for number, kind in ((0, "differs"), (1, "misspelt"), (3, "differs"))
    ]
    good = change(2, "Cell", "Nature", "venue", VENUE)
    times: list[int] = []

    def counted(*arguments: Any) -> Any:
        times.append(1)
        return verdict(*arguments)

    monkeypatch.setattr("pipeline.write.choosing.verdict", counted)
    result = done(*splitting, (2, good))
    assert result.text == done((2, good)).text != TEXT
    assert len(result.left) == len(splitting)
    assert len(times) == 2 + len(splitting) + 1


def test_of_two_that_want_one_place_the_second_waits() -> None:
    other = change(0, "*Cell*", "*Science*", "venue", "venue-misspelt")
    result = done((0, GOOD), (0, other))
    assert written(result) == {GOOD.id}
    assert result.left == ()
    assert {f.fix for f in result.audited[0].findings} == {FixKind.AUTO}


def test_corrections_that_only_together_read_otherwise_are_not_all_lost() -> None:
    """Each alone opens or closes a comment that would hide the entries between."""
    opening = change(0, "*Cell*", "*Nature* <!--", "venue", VENUE)
    closing = change(3, "*Cell*", "*Nature* -->", "venue", "venue-misspelt")
    wanted = [
        Correction(one, finding)
        for one, finding in zip(
            audited((0, opening), (3, closing)), (opening, None, None, closing), strict=True
        )
        if finding
    ]
    settled_ones = settled(reading(), wanted)
    again = formats.read(Document(path="list.md", text=settled_ones.reading.text))
    assert len(again.entries) == 4
    assert settled_ones.failures == {}


def test_without_corrections_the_text_is_what_it_was() -> None:
    assert done().text == TEXT
