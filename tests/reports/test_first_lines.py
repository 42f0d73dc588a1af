"""A finding in one line: which work it is about, cut at a word, on the narrowest terminal too."""

from pipeline.reports import report
from pipeline.values.audit import Status
from pipeline.values.failure import Failure
from tests.reports import audits

LONG = "Slow maps of cold mice in the winters of the northern hemisphere and of others"


def many(number: int) -> list[str]:
    entries = [
        audits.resolved(n, f"{LONG} {n}", audits.finding("venue-differs", n, "Cell", "Nature"))
        for n in range(1, number + 1)
    ]
    return (
        report("text").render(audits.audit(*entries), whole=False, width=40).splitlines()
    )  # fmt: skip


def test_a_line_names_the_work_and_cuts_no_word() -> None:
    lines = [line for line in many(150) if line.startswith("list.md:") and "venue-differs" in line]
    assert len(lines) >= 10
    for line in lines:
        said = line.partition("“")[2].partition("”")[0]
        words = said.removesuffix(" …").split()
        assert words
        assert words == LONG.split()[: len(words)], line


def test_many_failed_entries_are_no_wall() -> None:
    found = audits.resolved(1, LONG, audits.finding("venue-differs", 1, "Cell", "Nature"))
    failure = Failure(stage="match", error="KeyError: 'x' (match/match.py:12 match)")
    broken = [
        audits.resolved(n, LONG).but(status=Status.FAILED, failure=failure) for n in range(2, 150)
    ]
    told = report("text").render(audits.audit(found, *broken), whole=False)
    assert "and 143 more entries failed" in told
    assert told.count("\n") <= 60
