"""The findings as SARIF 2.1.0, for code scanning and editors.

Only findings of a list that is a file have a place that a viewer can open; standard input is named
as such. Source: OASIS SARIF 2.1.0; GitHub Docs, "SARIF support for code scanning" (help text of
the rules, level, ``partialFingerprints``).
"""

import json
from typing import Any
from urllib.parse import quote

from pipeline.checks.explain import explain
from pipeline.reports.habits import habits
from pipeline.reports.overview import broke, offer, sure
from pipeline.reports.plain import shown
from pipeline.values.audit import Audit, Audited
from pipeline.values.codes import CODES, Code
from pipeline.values.entry import Entry
from pipeline.values.failure import Failure
from pipeline.values.finding import Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}

_PLACES = {code.name: place for place, code in enumerate(CODES)}


def render(audit: Audit) -> str:
    """One run with every rule and every finding, nothing suppressed."""
    driver = {"name": "errata", "version": audit.version, "rules": [_rule(code) for code in CODES]}
    failed = [
        _notification(audited, audited.failure) for audited in audit.audited if audited.failure
    ]
    notes = [*failed, *_habits(audit)]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not failed,
                "endTimeUtc": audit.generated.strftime("%Y-%m-%dT%H:%M:%SZ"),
                **({"toolExecutionNotifications": notes} if notes else {}),
                "properties": {"complete": audit.complete},
            }
        ],
        "results": [_result(audited, f) for audited in audit.audited for f in audited.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def _notification(audited: Audited, failure: Failure) -> dict[str, Any]:
    """An entry at which something of ours broke: no result, a fault of the tool."""
    return {
        "level": "error",
        "message": {"text": _plain(broke(failure))},
        "locations": [_location(audited, audited.entry.line)],
    }


def _habits(audit: Audit) -> list[dict[str, Any]]:
    """What lists do on purpose: a note of the run, no result."""
    texts = (_plain(shown(habit.sentence())) for habit in habits(audit))
    return [{"level": "note", "message": {"text": text}} for text in texts]


def _rule(code: Code) -> dict[str, Any]:
    page = explain(code.name)
    return {
        "id": code.name,
        "shortDescription": {"text": f"{code.field}: {code.meaning}"},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
        "properties": {"tags": [code.field], "precision": "very-high"},
    }


def _result(audited: Audited, finding: Finding) -> dict[str, Any]:
    known = {"ruleIndex": _PLACES[finding.code]} if finding.code in _PLACES else {}
    return {
        "ruleId": finding.code,
        **known,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(audited.entry, finding)},
        "locations": [_location(audited, finding.line)],
        "partialFingerprints": {"errataFinding/v1": finding.id},
        "properties": {
            "field": finding.field,
            "current": shown(finding.current),
            "proposed": shown(finding.proposed),
            "fix": finding.fix.value,
            "confidence": finding.confidence,
            "evidence": [shown(evidence.url) for evidence in finding.evidence],
        },
    }


def _message(entry: Entry, finding: Finding) -> str:
    """Plain text: brackets are escaped, since ``[a](b)`` is a link in a SARIF message."""
    lines = [
        shown(finding.message),
        f"Is: {shown(finding.current)}" if finding.current.strip() else "",
        f"Should be: {shown(finding.proposed)}" if finding.proposed.strip() else "",
        "; ".join(filter(None, (sure(finding), offer(entry, finding)))),
    ]
    return _plain("\n".join(filter(None, lines)))


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(audited: Audited, line: int) -> dict[str, Any]:
    entry = audited.entry
    region = {"startLine": line, "endLine": max(line, entry.end_line)}
    uri = "stdin" if entry.path == "-" else quote(entry.path, safe="/", errors="replace")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
