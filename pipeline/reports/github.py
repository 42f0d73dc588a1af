"""Workflow commands that GitHub shows as annotations on the changed lines.

Of each severity a step may show ten; where there are more, the tenth says how many.
Source: GitHub Docs, "Workflow commands for GitHub Actions"; escaping as in ``actions/toolkit``
(``command.ts``): ``%``, CR and LF in the message, also ``:`` and ``,`` in a property.
"""

from collections.abc import Iterator

from pipeline.reports.habits import habits
from pipeline.reports.overview import broke, headline, offer, summary, sure
from pipeline.reports.plain import counted, shown
from pipeline.reports.ranking import ORDER
from pipeline.reports.since import since
from pipeline.values.audit import Audit, Audited
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding, Severity

MOST = 10
"""Annotations of one severity that GitHub shows for one step; it drops the rest without a word."""

_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(audit: Audit) -> str:
    """One command a line, worst first, and the numbers of the run as plain text."""
    lines: list[str] = []
    for severity in ORDER:
        texts = [
            _annotation(audited, finding)
            for audited in audit.audited
            for finding in audited.findings
            if finding.severity is severity
        ]
        lines += _most(severity, [*_failed(audit), *texts] if severity is Severity.ERROR else texts)
    if not audit.complete:
        lines.append("Incomplete: a service did not answer.")
    lines += [shown(habit.sentence()) for habit in habits(audit)]
    lines += [since(audit)] if audit.since else []
    return "\n".join([*lines, headline(summary(audit))]) + "\n"


def _most(severity: Severity, texts: list[str]) -> Iterator[str]:
    shown_here = texts if len(texts) <= MOST else texts[: MOST - 1]
    yield from shown_here
    rest = len(texts) - len(shown_here)
    if rest:
        noun = f"more {severity.value}"
        yield f"::{severity.value} title=Errata::{counted(rest, noun)}; see the full report."


def _failed(audit: Audit) -> list[str]:
    return [
        f"::error {_place(audited, audited.entry.line, audited.status.value)}"
        f"::{_data(broke(audited.failure))}"
        for audited in audit.failed
        if audited.failure
    ]


def _annotation(audited: Audited, finding: Finding) -> str:
    place = _place(audited, finding.line, finding.code)
    return f"::{finding.severity.value} {place}::{_message(audited.entry, finding)}"


def _place(audited: Audited, line: int, what: str) -> str:
    properties = {
        "file": audited.entry.path,
        "line": str(line),
        "endLine": str(max(line, audited.entry.end_line)),
        "title": f"Errata: {what}",
    }
    return ",".join(f"{name}={_property(value)}" for name, value in properties.items())


def _property(text: str) -> str:
    return shown(text).translate(_PROPERTY)


def _message(entry: Entry, finding: Finding) -> str:
    lines = [
        shown(finding.message),
        f"is: {shown(finding.current)}" if finding.current.strip() else "",
        f"should be: {shown(finding.proposed)}" if finding.proposed.strip() else "",
        *(f"{shown(evidence.source)}: {shown(evidence.url)}" for evidence in finding.evidence),
        "; ".join(filter(None, (sure(finding), offer(entry, finding)))),
    ]
    return _data("\n".join(filter(None, lines)))


def _data(text: str) -> str:
    return text.translate(_MESSAGE)
