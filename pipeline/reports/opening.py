"""The first lines of the Markdown report: a summary that fits a phone."""

from collections import Counter

from pipeline.reports import commands
from pipeline.reports.markup import code, inert
from pipeline.reports.overview import (
    by_list,
    findings,
    habits,
    headline,
    pending,
    services,
    standing,
    summary,
)
from pipeline.reports.plain import counted
from pipeline.reports.ranking import ORDER
from pipeline.reports.since import news, since
from pipeline.values.audit import Audit

LISTS = 10
"""Lists whose numbers stand unfolded."""


def opening(audit: Audit) -> list[str]:
    """The parts, each a block of its own: numbers, what is to be known of the run, habits."""
    if not audit.checked:
        read = counted(len(audit.audited), "entry", "entries")
        return [f"# Errata: {read} read", "No service was asked."]
    sums = summary(audit)
    said = [f"# Errata: {headline(sums)}", *_since(audit)]
    if sums.entries:
        said.append(f"Of {counted(sums.entries, 'entry', 'entries')}: {standing(sums)}.")
    if more := pending(audit):
        command = code(commands.fix(commands.of(audit)))
        said[-1] += f" {command} writes {counted(more, 'correction')} by itself."
    if not audit.complete:
        said.append(
            "**Incomplete:** a service did not answer; where it mattered nothing is concluded."
        )
    kinds = Counter(finding.code for finding in findings(audit)).most_common()
    said.append("Findings: " + ", ".join(f"{n} {code(name)}" for name, n in kinds) if kinds else "")
    said.append(_table(audit))
    said += [f"> {inert(note)}" for note in audit.notes]
    if audit.habits:
        said += ["Habits of the lists, which count as no fault:"]
        said.append("\n".join(f"- {inert(habit)}" for habit in habits(audit)))
    asked = "; ".join(f"{name}: {use}" for name, use in services(audit))
    said.append(f"<sub>{asked}</sub>" if asked else "")
    return [part for part in said if part]


def _since(audit: Audit) -> list[str]:
    """What has changed, and the first of what is new by name."""
    if audit.since is None:
        return []
    named = "; ".join(
        f"{inert(path)}, line {line} {code(what)}" for path, line, what in news(audit)
    )
    return [f"**{since(audit)}**" + (f" New: {named}." if named else "")]


def _table(audit: Audit) -> str:
    """The numbers of each list; of one alone the headline has them."""
    rows = ["| List | Entries | Errors | Warnings | Notices |", "|:--|--:|--:|--:|--:|"]
    lists = by_list(audit)
    if len(lists) < 2:
        return ""
    for path, entries in lists:
        tally = Counter(finding.severity for one in entries for finding in one.findings)
        numbers = [len(entries), *(tally[severity] for severity in ORDER)]
        rows.append(f"| {inert(path)} | " + " | ".join(f"{n:,}" for n in numbers) + " |")
    if len(lists) <= LISTS:
        return "\n".join(rows)
    title = f"<details><summary>{counted(len(lists), 'list')}</summary>"
    return "\n\n".join([title, "\n".join(rows), "</details>"])
