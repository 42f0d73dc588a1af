import json

from pipeline.reports.json import document, render
from pipeline.reports.overview import findings, standing, summary
from pipeline.values.audit import Status
from pipeline.values.finding import FixKind
from tests.reports import audits

REPORT = ["schema", "version", "generated", "complete", "services", "summary", "habits", "lists"]
SUMMARY = [
    "entries", "resolved", "ambiguous", "unresolved", "not_verified", "errors", "warnings",
    "notices", "fixable",
]  # fmt: skip
ENTRY = [
    "id", "line", "end_line", "section", "title", "authors", "et_al", "venue", "year", "certainty",
    "links", "identifiers", "status", "verdict", "confidence", "reasons", "record", "cites",
    "fields",
    "findings",
]  # fmt: skip
FINDING = [
    "id", "code", "severity", "field", "line", "current", "proposed", "fix", "other", "message",
    "confidence", "evidence",
]  # fmt: skip
ASKED = {"verdict", "confidence", "reasons", "record", "cites", "fields"}


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    report = json.loads(render(audits.sample()))
    entry = report["lists"][0]["entries"][0]
    assert list(report) == REPORT
    assert list(report["summary"]) == SUMMARY
    assert list(report["services"]["crossref"]) == ["asked", "from_cache", "failed", "state"]
    assert list(entry) == ENTRY
    assert list(entry["findings"][0]) == FINDING
    assert list(entry["findings"][0]["evidence"][0]) == ["source", "url", "value"]


def test_values_come_through_as_they_are() -> None:
    audit = audits.sample()
    assert json.loads(render(audit)) == document(audit)
    assert document(audit)["generated"] == "2026-11-22T10:00:00Z"


def test_errata_read_leaves_out_what_needs_a_service() -> None:
    report = document(audits.unchecked())
    entries = report["lists"][0]["entries"]
    assert list(report) == [key for key in REPORT if key not in ("services", "habits")]
    assert report["summary"] == {"entries": len(entries)}
    assert {tuple(entry) for entry in entries} == {tuple(k for k in ENTRY if k not in ASKED)}
    assert {entry["status"] for entry in entries} == {"read"}


def test_a_record_stands_only_at_a_resolved_entry() -> None:
    one = audits.resolved(12, "Folding maps").but(status=Status.AMBIGUOUS)
    assert document(audits.audit(one))["lists"][0]["entries"][0]["record"] is None
    sample = document(audits.sample())["lists"][0]["entries"][0]
    assert sample["record"]["id"] == "miller2022paper12"


def test_the_numbers_add_up() -> None:
    audit = audits.sample()
    sums = document(audit)["summary"]
    parts = [sums[name] for name in ("resolved", "ambiguous", "unresolved", "not_verified")]
    assert sum(parts) == sums["entries"] == len(audit.audited)
    assert sums["errors"] + sums["warnings"] + sums["notices"] == len(findings(audit))
    by_itself = [f for f in findings(audit) if f.fix is FixKind.AUTO and "style" not in f.code]
    assert sums["fixable"] == len(by_itself) == 5


def test_what_fix_has_written_is_said_to_be_and_no_longer_counted_as_to_be_written() -> None:
    found = audits.finding("encoding", 12, "MÃ¼ller", "Müller")
    left = audits.finding("year-differs", 14, "2020", "2021")
    one = audits.resolved(12, "Folding maps", found.but(written=True))
    report = document(audits.audit(one, audits.resolved(14, "Cold maps", left)))
    first, second = (entry["findings"][0] for entry in report["lists"][0]["entries"])
    assert first["written"] is True
    assert "written" not in second
    assert report["summary"]["fixable"] == 1


def test_what_was_not_read_is_not_called_not_found() -> None:
    """Nobody was asked about it."""
    unread = audits.resolved(12, "Folding maps").but(status=Status.UNPARSED)
    absent = audits.resolved(13, "Folding sheets").but(status=Status.NOT_FOUND)
    assert standing(summary(audits.audit(unread))) == "1 not read"
    assert standing(summary(audits.audit(unread, absent))) == "1 not found and 1 not read"
    assert document(audits.audit(unread, absent))["summary"]["unresolved"] == 2


def test_nothing_that_a_terminal_obeys_is_printed_raw() -> None:
    text = render(audits.sample())
    assert not [c for c in text if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0]
    assert "\u202e" not in text
    assert "\\u202e" in text
    text.encode()
