r"""The JSON report: the interface for programs; ``reports/schema.py`` describes it.

Keys and their order are a contract; a value that is not there is null, ``""`` in a finding.
Characters that a terminal would obey are written as ``\uXXXX``: the same JSON, harmless to print.
"""

import json
import re
from datetime import UTC
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from pipeline.papers.record_file import to_csl
from pipeline.reports.overview import by_list, summary
from pipeline.values.audit import Audit, Audited, Cited, ServiceUse, Status
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding

SCHEMA = "errata-report/1"

_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""DEL and C1 controls, bidi controls, line separators, and surrogates that UTF-8 cannot hold."""


def render(audit: Audit) -> str:
    """The report with two-space indent, real characters and a final newline."""
    tree = document(audit)
    try:
        text = (to_json(tree, indent=2) + b"\n").decode()
    except PydanticSerializationError:  # half a surrogate pair, which UTF-8 cannot hold
        text = json.dumps(tree, indent=2, ensure_ascii=False) + "\n"
    return _OBEYED.sub(lambda hit: f"\\u{ord(hit.group()):04x}", text)


def document(audit: Audit) -> dict[str, Any]:
    """The report as values that JSON has.

    A run that asked no service leaves out what only a service can say.
    """
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "version": audit.version,
        "generated": audit.generated.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "complete": audit.complete,
    }
    if audit.checked:
        head["services"] = {name: _use(use) for name, use in audit.services.items()}
        head["summary"] = summary(audit).model_dump(exclude_defaults=True)
    else:
        head["summary"] = {"entries": len(audit.audited)}
    if audit.checked:
        head["habits"] = [habit.model_dump() for habit in audit.habits]
    if audit.since:
        since = audit.since
        head["since"] = {"day": since.day, "new": sorted(since.new), "gone": since.gone,
                         "still": since.still}  # fmt: skip
    head["lists"] = [
        {"path": path, "entries": [_entry(audited, audit=audit) for audited in entries]}
        for path, entries in by_list(audit)
    ]
    return head


def _use(use: ServiceUse) -> dict[str, Any]:
    return {
        "asked": use.asked, "from_cache": use.from_cache + use.from_index, "failed": use.failed,
        "state": use.state,
    }  # fmt: skip


def _entry(audited: Audited, *, audit: Audit) -> dict[str, Any]:
    fields = _said(audited.entry) | {"status": audited.status.value}
    if audited.failure:
        fields["failure"] = audited.failure.model_dump()
    if audit.checked:
        fields |= _concluded(audited)
    return fields | {"findings": [_finding(finding) for finding in audited.findings]}


def line(audited: Audited) -> dict[str, Any]:
    """An entry by itself, as a program that reads many gets it."""
    fields = _said(audited.entry) | {"status": audited.status.value}
    if audited.failure:
        fields["failure"] = audited.failure.model_dump()
    findings = [*audited.findings, *audited.habitual]
    return fields | _concluded(audited) | {"findings": list(map(_finding, findings))}


def _said(entry: Entry) -> dict[str, Any]:
    authors = entry.authors
    return {
        "id": entry.id,
        "line": entry.line,
        "end_line": entry.end_line,
        "section": list(entry.section),
        "title": entry.title.text if entry.title else None,
        "authors": [name.text for name in authors.names] if authors else [],
        "et_al": bool(authors and authors.et_al),
        "venue": entry.venue.text if entry.venue else None,
        "year": entry.year.value if entry.year else None,
        "certainty": _certainty(entry),
        "links": [{"label": link.label, "url": link.url} for link in entry.links],
        "identifiers": list(dict.fromkeys(str(m.identifier) for m in entry.mentions)),
    }


def _certainty(entry: Entry) -> dict[str, float]:
    """Of the fields that were read."""
    certainties = entry.certainty.model_dump()
    return {name: value for name, value in certainties.items() if getattr(entry, name) is not None}


def _concluded(audited: Audited) -> dict[str, Any]:
    match, resolved = audited.match, audited.status is Status.RESOLVED
    return {
        "verdict": match.verdict.value if match else None,
        "confidence": round(match.confidence, 4) if match else None,
        "reasons": list(match.reasons) if match else [],
        "record": to_csl(audited.paper) if audited.paper and resolved else None,
        "cites": _cited(audited.cites),
        "fields": dict(audited.fields),
    }


def _cited(cited: Cited | None) -> dict[str, Any] | None:
    if cited is None:
        return None
    return {
        "version": cited.version.value, "venue": cited.venue, "year": cited.year,
        "identifiers": list(map(str, cited.identifiers)),
    }  # fmt: skip


def _finding(finding: Finding) -> dict[str, Any]:
    written = {"written": True} if finding.written else {}
    fields = {
        "id": finding.id,
        "code": finding.code,
        "severity": finding.severity.value,
        "field": finding.field,
        "line": finding.line,
        "current": finding.current,
        "proposed": finding.proposed,
        "fix": finding.fix.value,
        "other": finding.other,
        "message": finding.message,
        "confidence": round(finding.confidence, 4),
        "evidence": [evidence.model_dump() for evidence in finding.evidence],
    }
    return fields | written
