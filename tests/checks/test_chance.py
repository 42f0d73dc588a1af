"""What is said is as loud as its measured chance allows; the weights are those of the fit."""

import pytest

from pipeline import formats
from pipeline.checks import chance as chances
from pipeline.checks.case import Case
from pipeline.match.situation import Situation
from pipeline.values.codes import BY_NAME
from pipeline.values.entry import Document
from pipeline.values.finding import FixKind, Severity
from pipeline.values.question import Inquiry
from pipeline.values.text import Span
from tests.shelf import changed, listed, shelf
from tests.world import run

FAULTY = listed(changed("tides", "Lindqvist", "Lindqivst"))


@pytest.mark.parametrize(
    ("total", "severity", "fix"),
    [
        pytest.param(10.0, Severity.WARNING, FixKind.AUTO, id="all but certain"),
        pytest.param(3.5, Severity.WARNING, FixKind.REVIEW, id="said, and written if accepted"),
        pytest.param(1.0, Severity.NOTICE, FixKind.REVIEW, id="doubtful"),
    ],
)
def test_a_finding_is_as_loud_as_its_chance(
    monkeypatch: pytest.MonkeyPatch, total: float, severity: Severity, fix: FixKind
) -> None:
    monkeypatch.setattr(chances, "weights", lambda: {"code:author-misspelt": total})
    (finding,) = run(shelf(), FAULTY).of("author-misspelt")
    assert (finding.severity, finding.fix) == (severity, fix)
    assert finding.confidence == pytest.approx(1 / (1 + 2.718281828**-total), abs=1e-6)


def test_a_code_without_weights_keeps_what_its_check_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chances, "weights", dict)
    (finding,) = run(shelf(), FAULTY).of("author-misspelt")
    assert finding.severity is Severity.WARNING


def test_weights_are_of_codes_that_exist_and_none_is_beyond_reason() -> None:
    fitted = chances.weights()
    codes = {name.removeprefix("code:") for name in fitted if name.startswith("code:")}
    assert codes <= set(BY_NAME)
    assert len(codes) >= 7
    assert all(abs(value) < 20 for value in fitted.values())


def test_a_chance_is_between_none_and_all() -> None:
    assert chances.chance({}, {}) == 0.5
    assert 0 < chances.chance({"one": 1.0}, {"one": -99.0}) < 1e-9
    assert 1 - 1e-9 < chances.chance({"one": 1.0}, {"one": 99.0}) < 1


@pytest.mark.parametrize(
    ("certain", "said", "fix"), [(0.5, 0, None), (0.95, 1, FixKind.REVIEW), (1.0, 1, FixKind.AUTO)]
)
def test_what_was_not_read_surely_accuses_nobody_and_is_not_changed(
    monkeypatch: pytest.MonkeyPatch, certain: float, said: int, fix: FixKind | None
) -> None:
    monkeypatch.setattr("pipeline.checks.certainty", lambda _entry, _field: certain)
    monkeypatch.setattr(chances, "certainty", lambda _entry, _field: certain)
    monkeypatch.setattr(chances, "weights", lambda: {"code:author-misspelt": 9.0})
    found = run(shelf(), FAULTY).of("author-misspelt")
    assert [finding.fix for finding in found] == ([fix] if said else [])


@pytest.mark.parametrize(("letters", "sure"), [(0, True), (4, False)])
def test_a_by_line_that_was_read_into_the_venue_is_not_surely_read(
    letters: int, *, sure: bool
) -> None:
    """ "Xue H. *Gees" and "*Gees and Diseases*"."""
    (read,) = formats.read(Document(path="list.md", text=listed("tides"))).entries
    assert read.authors
    assert read.venue
    span = Span(start=read.authors.written.span.start, end=read.venue.span.start + letters)
    people = read.authors.but(written=read.authors.written.but(span=span))
    case = Case(situation=Situation(inquiry=Inquiry(entry=read.but(authors=people))))
    assert (chances.certainty(case, "authors") >= chances.SURELY) is sure
