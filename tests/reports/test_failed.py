"""An entry at which something of ours broke, in every dress."""

import csv
import io
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline.reports import REPORTS, UntoldError, rendered, report
from pipeline.reports.differences import badge, differences
from pipeline.reports.json import document
from pipeline.reports.schema import schema
from pipeline.values.audit import failed
from pipeline.values.failure import Failure
from tests.reports import audits

BROKE = Failure(stage="match", error="KeyError: 'x' (match/match.py:12 match)")
FAILED = failed(audits.entry(16, "Cursed maps", "Ada Miller", "Cell", "https://x.example/c"), BROKE)
FOUND = audits.resolved(12, "Maps", audits.finding("venue-differs", 12, "Cell", "Cell Maps"))
AUDIT = audits.audit(FOUND, FAILED, complete=True)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_names_the_entry_the_stage_and_what_broke(name: str) -> None:
    text = report(name).render(AUDIT)
    if name == "json":
        assert '"stage": "match"' in text
    else:
        assert "failed at the stage “match”, a bug of ours" in unescaped(text)
    assert "match/match.py:12 match" in text
    assert "16" in text


def unescaped(text: str) -> str:
    """Two reports write characters as JSON has them."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_the_numbers_say_how_many_failed(name: str) -> None:
    assert "1 resolved and 1 failed" in report(name).render(AUDIT)
    assert "failed" not in report(name).render(audits.audit(FOUND))


def test_the_json_report_has_stage_and_error_and_the_schema_says_so() -> None:
    told: Any = document(AUDIT)
    found, lost = told["lists"][0]["entries"]
    assert lost["status"] == "failed"
    assert lost["failure"] == {"stage": "match", "error": BROKE.error}
    assert "failure" not in found
    assert told["summary"]["failed"] == 1
    check = Draft202012Validator(schema("report"))
    check.validate(told)
    del lost["failure"]
    assert not check.is_valid(told)


def test_sarif_tells_it_as_a_fault_of_the_tool() -> None:
    (run,) = json.loads(report("sarif").render(AUDIT))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    place = notification["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 16
    assert len(run["results"]) == 1


def test_a_table_has_a_row_for_it() -> None:
    rows = list(csv.DictReader(io.StringIO(report("csv").render(AUDIT))))
    assert [(row["line"], row["code"], row["severity"]) for row in rows] == [
        ("12", "venue-differs", "error"), ("16", "failed", "error"),
    ]  # fmt: skip


def test_github_is_given_ten_errors_and_failures_at_most() -> None:
    many = [
        failed(audits.entry(n, "Maps", "", "", ""), BROKE) for n in range(100, 120)
    ]  # fmt: skip
    lines = report("github").render(audits.audit(FOUND, *many)).splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10
    assert "::12 more errors; see the full report." in errors[-1]


def test_no_badge_is_green_while_an_entry_failed() -> None:
    assert badge(audits.audit(FAILED, complete=True))["color"] == "lightgrey"
    assert badge(audits.quiet())["color"] == "brightgreen"


def test_what_was_found_of_it_before_is_not_said_to_be_gone() -> None:
    before = audits.resolved(16, "Cursed maps", audits.finding("link-missing", 16))
    sound = audits.resolved(14, "Cells", audits.finding("link-missing", 14))
    old = document(audits.audit(FOUND, sound, before))
    found = differences(old, document(AUDIT))
    assert [one.line for one in found.gone] == [14]


def test_a_report_that_breaks_without_any_entry_is_a_bug_that_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pipeline.reports import text

    def render(*_arguments: object) -> str:
        raise KeyError("always")

    monkeypatch.setattr(text, "render", render)
    with pytest.raises(UntoldError, match="KeyError: 'always'"):
        rendered("text", AUDIT)
