"""Workflow commands that GitHub shows as annotations on the changed lines.

Of each severity a step may show ten; where there are more, the tenth says how many.
Source: GitHub Docs, "Workflow commands for GitHub Actions"; escaping as in ``actions/toolkit``
(``command.ts``): ``%``, CR and LF in the message, also ``:`` and ``,`` in a property.
"""

from collections.abc import Iterable

from pipeline.reports.overview import ORDER, headline, offer, summary, sure
from pipeline.reports.plain import counted, shown
from pipeline.values.audit import Audit, Audited
from pipeline.values.finding import Finding, Severity

MOST = 10
"""Annotations of one severity that GitHub shows for one step; it drops the rest without a word."""

_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(audit: Audit) -> str:
    """One command a line, worst first, and the numbers of the run as plain text."""
    lines: list[str] = []
    for severity in ORDER:
        found = [
            (one, finding)
            for one in audit.audited
            for finding in one.findings
            if finding.severity is severity
        ]
        lines += _annotations(severity, found)
    if not audit.complete:
        lines.append("Incomplete: a service did not answer.")
    return "\n".join([*lines, headline(summary(audit))]) + "\n"


def _annotations(severity: Severity, found: list[tuple[Audited, Finding]]) -> Iterable[str]:
    shown_here = found if len(found) <= MOST else found[: MOST - 1]
    yield from (_annotation(one, finding) for one, finding in shown_here)
    rest = len(found) - len(shown_here)
    if rest:
        noun = f"more {severity.value}"
        yield f"::{severity.value} title=Errata::{counted(rest, noun)}; see the full report."


def _annotation(one: Audited, finding: Finding) -> str:
    properties = {
        "file": one.entry.path,
        "line": str(finding.line),
        "endLine": str(max(finding.line, one.entry.end_line)),
        "title": f"Errata: {finding.code}",
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{finding.severity.value} {said}::{_message(finding)}"


def _property(text: str) -> str:
    return shown(text).translate(_PROPERTY)


def _message(finding: Finding) -> str:
    lines = [
        shown(finding.message),
        f"is: {shown(finding.current)}" if finding.current.strip() else "",
        f"should be: {shown(finding.proposed)}" if finding.proposed.strip() else "",
        *(f"{shown(said.source)}: {shown(said.url)}" for said in finding.evidence),
        "; ".join(filter(None, (sure(finding), offer(finding)))),
    ]
    return "\n".join(filter(None, lines)).translate(_MESSAGE)
