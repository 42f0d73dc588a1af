"""The first lines of the Markdown report: a summary that fits a phone, retracted works by name."""

from collections import Counter

from pipeline.reports import commands
from pipeline.reports.habits import habits
from pipeline.reports.markup import code, inert, link
from pipeline.reports.overview import (
    UNASKED,
    by_list,
    headline,
    incomplete,
    pending,
    place,
    services,
    standing,
    summary,
)
from pipeline.reports.plain import counted, cut, shown
from pipeline.reports.ranking import ORDER, Ranked, ranked
from pipeline.reports.since import news, since
from pipeline.values.audit import Audit
from pipeline.values.finding import Severity

LISTS = 10
"""Lists whose numbers stand unfolded."""

RETRACTED = 10
"""Retracted works that are named before all else."""

TITLE = 80
"""Characters of their titles."""


def opening(audit: Audit) -> list[str]:
    """The parts, each a block of its own: numbers, what is to be known of the run, habits."""
    if not audit.checked:
        read = counted(len(audit.audited), "entry", "entries")
        return [f"# Errata: {read} read", "No service was asked."]
    sums = summary(audit)
    texts = [f"# Errata: {headline(sums)}", *newest(audit), *_retracted(audit)]
    if sums.entries:
        texts.append(f"Of {counted(sums.entries, 'entry', 'entries')}: {standing(sums)}.")
    if more := pending(audit):
        command = code(commands.fix(commands.of(audit)))
        texts[-1] += f" {command} writes {counted(more, 'correction')} by itself."
    if audit.since and not audit.since.new:
        texts.append(since(audit))
    if not audit.complete:
        silent = incomplete(audit) != UNASKED
        who = "a service did not answer" if silent else "not every service was asked"
        texts.append(f"**Incomplete:** {who}; where it mattered nothing is concluded.")
    kinds = Counter(finding.code for _, finding in ranked(audit.audited))
    named = ", ".join(f"{number:,} {code(name)}" for name, number in kinds.items())
    texts.append(f"Findings: {named}" if named else "")
    texts.append(_table(audit))
    texts += [f"> {inert(note)}" for note in audit.notes]
    if customs := habits(audit):
        texts += ["Habits of the lists, which count as no fault:"]
        lines = (
            f"- {inert(custom.said)} {code(custom.command)} {custom.does}." for custom in customs
        )
        texts.append("\n".join(lines))
    asked = "; ".join(f"{name}: {use}" for name, use in services(audit))
    texts.append(f"<sub>{asked}</sub>" if asked else "")
    return [part for part in texts if part]


def newest(audit: Audit) -> list[str]:
    """What has changed, and the first of what is new by name."""
    if audit.since is None or not audit.since.new:
        return []  # what is gone or still open is no news to lead with
    named = "; ".join(
        f"{inert(path)}, line {line} {code(what)}" for path, line, what in news(audit)
    )
    return [f"**{since(audit)}**" + (f" New: {named}." if named else "")]


def _retracted(audit: Audit) -> list[str]:
    """Works that nobody should cite are not to be looked for below a table of corrections."""
    pairs = [
        pair for pair in ranked(audit.audited)
        if pair[1].code == "retracted" and pair[1].severity is Severity.ERROR
    ]  # fmt: skip
    if not pairs:
        return []
    named = "; ".join(_named(pair, audit.home) for pair in pairs[:RETRACTED])
    more = f"; and {len(pairs) - RETRACTED:,} more" if len(pairs) > RETRACTED else ""
    return [f"**Retracted:** {named}{more}."]


def _named(pair: Ranked, home: str) -> str:
    audited, finding = pair
    title = shown(audited.entry.title.text) if audited.entry.title else "(no title read)"
    where, url = f"line {finding.line}", place(home, audited.entry.path, finding.line)
    text = link(where, url) if url else where
    return f"{inert(audited.entry.path)}, {text} “{inert(cut(title, TITLE))}”"


def _table(audit: Audit) -> str:
    """The numbers of each list; of one alone the headline has them."""
    rows = ["| List | Entries | Errors | Warnings | Notices |", "|:--|--:|--:|--:|--:|"]
    lists = by_list(audit)
    if len(lists) < 2:
        return ""
    for path, entries in lists:
        tally = Counter(finding.severity for audited in entries for finding in audited.findings)
        numbers = [len(entries), *(tally[severity] for severity in ORDER)]
        rows.append(f"| {inert(path)} | " + " | ".join(f"{n:,}" for n in numbers) + " |")
    if len(lists) <= LISTS:
        return "\n".join(rows)
    title = f"<details><summary>{counted(len(lists), 'list')}</summary>"
    return "\n\n".join([title, "\n".join(rows), "</details>"])
