from typing import Any

import pytest

from pipeline.reports.differences import NoReportError, badge, differences, headline, markdown, text
from pipeline.reports.json import document
from pipeline.values.audit import Audit
from tests.reports import audits

OLD = document(
    audits.audit(
        audits.resolved(12, "Maps", audits.finding("venue-differs", 12, "Cell", "Cell Maps")),
        audits.resolved(14, "Cells", audits.finding("link-missing", 14)),
    )
)


def newer() -> Any:
    moved = audits.finding("venue-differs", 12, "Cell", "Cell Maps").but(line=20)
    return document(
        audits.audit(
            audits.resolved(20, "Maps", moved),
            audits.resolved(30, "@me <b>", audits.finding("retracted", 30, message="Gone #1")),
        )
    )


def test_findings_come_go_and_stay_by_their_ids() -> None:
    found = differences(OLD, newer())
    assert [one.code for one in found.new] == ["retracted"]
    assert [one.code for one in found.gone] == ["link-missing"]
    assert [(one.code, one.line) for one in found.unchanged] == [("venue-differs", 20)]
    assert headline(found) == "1 new, 1 gone, 1 unchanged"


def test_a_report_differs_in_nothing_from_itself() -> None:
    sample = document(audits.sample())
    found = differences(sample, sample)
    assert found.new == found.gone == ()
    assert len(found.unchanged) == 27


def test_the_comparison_is_told_without_anything_live() -> None:
    told = markdown(differences(OLD, newer()))
    assert told.startswith("**1 new, 1 gone, 1 unchanged**\n\n### New\n\n- **error** `retracted`")
    assert "@me" not in told
    assert "<b>" not in told
    assert "#1" not in told


def test_the_comparison_reads_like_a_diff() -> None:
    lines = text(differences(OLD, newer())).splitlines()
    assert lines[0] == "+ error   retracted  list.md:30  @me <b>"
    assert lines[2] == "- warning link-missing  list.md:14  Cells"
    assert lines[-1] == "1 new, 1 gone, 1 unchanged"


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param({}, id="an empty object"),
        pytest.param([], id="no object"),
        pytest.param({"schema": "errata-report/2", "lists": []}, id="another schema"),
        pytest.param({"schema": "errata-report/1"}, id="no lists"),
        pytest.param({"schema": "errata-report/1", "lists": [7]}, id="a list that is a number"),
        pytest.param(
            {"schema": "errata-report/1", "lists": [{"path": "a", "entries": [{"title": 1,
             "findings": [{"id": 1, "code": 2, "severity": "x", "line": 0, "message": ""}]}]}]},
            id="wrong types",
        ),
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused(damaged: Any) -> None:
    with pytest.raises(NoReportError):
        differences(damaged, OLD)


@pytest.mark.parametrize(
    ("audit", "message", "colour"),
    [
        pytest.param(audits.sample(), "4 errors", "red", id="errors"),
        pytest.param(
            audits.audit(audits.resolved(1, "a", audits.finding("link-missing", 1))),
            "1 warning", "yellow", id="a warning",
        ),
        pytest.param(audits.quiet(), "nothing found", "brightgreen", id="nothing"),
        pytest.param(
            audits.audit(audits.resolved(1, "a", audits.finding("venue-style", 1)), complete=True),
            "nothing found", "brightgreen", id="only a notice",
        ),
        pytest.param(audits.audit(), "incomplete", "lightgrey", id="incomplete is never green"),
    ],
)  # fmt: skip
def test_the_badge_says_the_worst(audit: Audit, message: str, colour: str) -> None:
    assert badge(audit) == {
        "schemaVersion": 1, "label": "errata", "message": message, "color": colour,
    }  # fmt: skip
