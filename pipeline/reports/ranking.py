"""What matters first: the order of every report.

Retracted works, then errors by how sure, then warnings, then notices; what is equal stays in the
order of lists and lines.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.reports.plain import counted
from pipeline.values.audit import Audited
from pipeline.values.finding import Finding, Severity

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
"""Worst first."""

Ranked = tuple[Audited, Finding]


def urgency(finding: Finding) -> tuple[bool, int, float]:
    """The less, the sooner it is said."""
    retracted = finding.code == "retracted"
    return not retracted, ORDER.index(finding.severity), -finding.confidence


def ranked(audited: Iterable[Audited]) -> list[Ranked]:
    """Every finding of these entries with its entry, what matters first."""
    pairs = [(checked, finding) for checked in audited for finding in checked.findings]
    return sorted(pairs, key=lambda pair: urgency(pair[1]))


def sorted_findings(audited: Audited) -> list[Finding]:
    """The findings of an entry, what matters first, otherwise as the checks gave them."""
    return sorted(audited.findings, key=urgency)


def by_urgency(audited: Sequence[Audited]) -> list[Audited]:
    """The entries by the first that is to be said of each; those that failed stand first."""
    return sorted(audited, key=_first)


def _first(audited: Audited) -> tuple[bool, int, float]:
    unsaid = (not audited.failure, -1 if audited.failure else len(ORDER), 0.0)
    return min(map(urgency, audited.findings), default=unsaid)


def gathered(pairs: Iterable[Ranked]) -> list[Audited]:
    """The findings by entry, each entry with those of its findings that are among them."""
    kept: dict[str, list[Finding]] = {}
    entries: dict[str, Audited] = {}
    for audited, finding in pairs:
        entries.setdefault(audited.entry.id, audited)
        kept.setdefault(audited.entry.id, []).append(finding)
    return [audited.but(findings=tuple(kept[name])) for name, audited in entries.items()]


def tally(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """How many of each severity, and of which codes: ("790 warnings", "783 duplicate, ...")."""
    codes: dict[Severity, Counter[str]] = {severity: Counter() for severity in ORDER}
    for finding in findings:
        codes[finding.severity][finding.code] += 1
    return [
        (
            counted(kinds.total(), severity.value),
            ", ".join(f"{number:,} {name}" for name, number in kinds.most_common()),
        )
        for severity, kinds in codes.items()
        if kinds
    ]
