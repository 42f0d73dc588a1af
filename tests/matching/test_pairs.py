"""Real pairs of entries and works: which belong together, and why.

The decisions stand in ``pairs.csv`` and can be edited without Python.
"""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.match.situation import Situation
from pipeline.values.entry import Byline, Entry, Name, Year
from pipeline.values.question import ByCitation, Found, Inquiry, Question, Reply
from pipeline.values.text import Span, Written
from pipeline.values.work import Candidate, PartialDate, Person, Provenance, Stage, Work

TABLE = Path(__file__).with_name("pairs.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines()))

NOWHERE = Span(start=0, end=0)


LEAST_PRECISION = 1.0
LEAST_RECALL = 0.97


def written(text: str) -> Written | None:
    return Written(text=text, raw=text, span=NOWHERE) if text else None


def name(text: str) -> Name:
    words = text.split()
    vancouver = len(words) > 1 and words[-1].isupper() and len(words[-1]) <= 4
    family = " ".join(words[:-1]) if vancouver else words[-1]
    given = words[-1] if vancouver else " ".join(words[:-1])
    return Name(text=text, family=family, given=given, span=NOWHERE)


def byline(text: str) -> Byline | None:
    parts = [p.strip(" .") for p in text.replace(" & ", ", ").replace(" and ", ", ").split(",")]
    et_al = "et al" in parts
    names = tuple(name(part) for part in parts if part and part != "et al")
    whole = written(text)
    return Byline(names=names, et_al=et_al, written=whole) if names and whole else None


def entry(row: dict[str, str]) -> Entry:
    year = row["entry_year"]
    said = written(year)
    return Entry(
        id="list.md#L1", path="list.md", line=1, end_line=1, span=NOWHERE, format="markdown",
        title=written(row["entry_title"]), authors=byline(row["entry_authors"]),
        venue=written(row["entry_venue"]),
        year=Year(value=int(year), written=said) if said else None,
    )  # fmt: skip


def person(text: str) -> Person:
    family, _, given = text.partition(", ")
    return Person(family=family, given=given)


def work(row: dict[str, str]) -> Work:
    people = tuple(person(p) for p in row["work_authors"].split("; ") if p)
    stage = Stage.PREPRINT if row["work_stage"] == "preprint" else Stage.RECORD
    date = PartialDate(year=int(row["work_year"]))
    return Work(
        title=row["work_title"], authors=people, container_title=row["work_venue"], issued=date,
        dates=(date,), stage=stage,
        type="notice" if row["work_stage"] == "notice" else "article-journal",
    )  # fmt: skip


def judged(row: dict[str, str]) -> bool:
    """Whether the pair is taken for one work, as if a search had brought it."""
    said = Provenance(source="crossref", url="", retrieved=datetime(2026, 1, 1, tzinfo=UTC))
    question = Question(source="crossref", query=ByCitation(title=row["entry_title"]))
    found = Found(candidates=(Candidate(work=work(row), provenance=said),))
    inquiry = Inquiry(entry=entry(row), replies=(Reply(question=question, answer=found),))
    return Situation(inquiry=inquiry).match.sure


def test_there_are_pairs_of_both_kinds() -> None:
    assert len(ROWS) >= 150
    assert {row["expected"] for row in ROWS} == {"same", "different"}


def test_precision_and_recall_hold_their_floors() -> None:
    taken = [row for row in ROWS if judged(row)]
    right = [row for row in taken if row["expected"] == "same"]
    same = [row for row in ROWS if row["expected"] == "same"]
    assert len(right) / len(taken) >= LEAST_PRECISION
    assert len(right) / len(same) >= LEAST_RECALL


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row["expected"] == "different"],
    ids=lambda row: f"{row['entry_title'][:30]} - {row['why'][:40]}",
)
def test_other_works_are_never_taken_for_the_entry(row: dict[str, str]) -> None:
    assert not judged(row)
