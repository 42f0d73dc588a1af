"""Every report says what has changed since the one before."""

import json
from datetime import timedelta

import pytest

from pipeline.reports import REPORTS, report
from pipeline.reports.since import compared, seen, since
from tests.reports import audits

OLD = audits.audit(*audits.telling()[1:])
NEW = audits.audit(*audits.telling()[:-1], generated=audits.WHEN + timedelta(days=7))


def test_what_is_new_gone_and_still_open_is_told() -> None:
    told = since(compared(NEW, seen(OLD)))
    assert told == "Since 2026-11-22: 2 new findings, 1 gone, 10 still open."
    same = since(compared(OLD, seen(OLD)))
    assert same == "Since 2026-11-22: 0 new findings, 0 gone, 11 still open."
    assert since(NEW) == ""


@pytest.mark.parametrize("name", ["text", "markdown", "html", "github"])
def test_the_reports_for_people_say_it(name: str) -> None:
    assert "2 new findings, 1 gone, 10 still open" in report(name).render(compared(NEW, seen(OLD)))
    assert "new finding" not in report(name).render(NEW)


def test_the_markdown_leads_with_what_is_new() -> None:
    told = report("markdown").render(compared(NEW, seen(OLD)))
    lead = told.split("\n\n")[1]
    assert "New: list.md, line 12 `authors-swapped`; list.md, line 12 `venue-differs`." in lead


def test_where_nothing_is_new_the_report_does_not_lead_with_it() -> None:
    told = report("markdown").render(compared(OLD, seen(OLD)))
    assert "**Since" not in told
    assert "Since 2026-11-22: 0 new findings, 0 gone, 11 still open." in told


def test_programs_have_the_ids() -> None:
    told = json.loads(report("json").render(compared(NEW, seen(OLD))))["since"]
    new = [f.id for f in audits.telling()[0].findings]
    assert (told["day"], told["gone"], told["still"]) == ("2026-11-22", 1, 10)
    assert told["new"] == sorted(new)


@pytest.mark.parametrize(
    "kept",
    ["", "no JSON", "[]", "{}", '{"schema": "errata-seen/1", "day": "today", "ids": []}',
     '{"schema": "x", "day": "2026-11-22", "ids": []}',
     '{"schema": "errata-seen/1", "day": 3, "ids": [3]}',
     '{"schema": "errata-seen/1", "day": "2026-11-22", "ids": [["a"]]}'],
)  # fmt: skip
def test_what_is_no_kept_report_of_ours_is_passed_over(kept: str) -> None:
    assert compared(NEW, kept) == NEW


def test_no_report_is_broken_by_it() -> None:
    for name in REPORTS:
        assert report(name).render(compared(NEW, seen(OLD))).endswith("\n")
