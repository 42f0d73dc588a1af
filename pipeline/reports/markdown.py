"""The report as Markdown, for a pull request, a comment or a job summary.

Per entry: what stands, what should stand with the changed words marked, why, how sure, and where
to see it. Everything that comes from a list or a service is made inert (``reports/markup.py``).
Source of the limits: GitHub takes 65,536 characters in a body and 1 MiB in a job summary.
"""

from collections import Counter

from pipeline.reports import commands
from pipeline.reports.markup import code, inert, link, side
from pipeline.reports.overview import (
    ORDER,
    acceptable,
    broke,
    by_list,
    findings,
    fixable,
    habits,
    headline,
    named,
    pending,
    services,
    sorted_findings,
    standing,
    summary,
    sure,
    telling,
    told,
)  # fmt: skip
from pipeline.reports.plain import counted, listed, per_cent
from pipeline.reports.understood import understood
from pipeline.reports.words import compared, condensed
from pipeline.values.audit import Audit, Audited, Status
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding, FixKind, Severity

RESERVE = 400
"""Bytes kept for the lines that say what was left out."""

AROUND = 120
"""Bytes of a list's heading and of the fold around its notices, without its name."""


def render(audit: Audit, *, limit: int | None = None, full: str = "") -> str:
    """The report, of at most ``limit`` bytes of UTF-8 (a character is never less than a byte).

    What does not fit is left out by whole entries, notices first and errors last, and the end says
    how many and where the full report is (``full``: words or an address).
    """
    head = "\n\n".join(_head(audit))
    said = telling(audit)
    blocks = {audited.entry.id: _entry(audited) for audited in said}
    kept = set(blocks)
    if limit is not None:
        # Hundreds of lists: their table alone would not fit.
        head = head if len(head.encode()) < limit - RESERVE else head.split("\n")[0]
        kept = _fitting(said, blocks, limit - len(head.encode()) - RESERVE)
    parts = [head, *_body(audit, blocks, kept)]
    if len(kept) < len(blocks):
        parts.append(_left_out(len(blocks) - len(kept), full))
    return "\n\n".join(parts) + "\n"


def _fitting(said: list[Audited], blocks: dict[str, str], room: int) -> set[str]:
    """The entries that fit, the worst first; cut for good at the first that does not.

    An entry that would take more than its share (a by-line of ten thousand names) is passed over.
    """
    share = room // 4
    kept: set[str] = set()
    paths: set[str] = set()
    for audited in sorted(said, key=lambda one: ORDER.index(_worst(one))):
        entry = audited.entry
        if len(blocks[entry.id].encode()) > share:
            continue
        if entry.path not in paths:
            paths.add(entry.path)
            room -= len(inert(entry.path).encode()) + AROUND
        room -= len(blocks[entry.id].encode()) + 2
        if room < 0:
            break
        kept.add(entry.id)
    return kept


def _worst(audited: Audited) -> Severity:
    found = [finding.severity for finding in audited.findings]
    return min(found, key=ORDER.index, default=Severity.WARNING)


def _left_out(number: int, full: str) -> str:
    where = link("the full report", full) if "://" in full else inert(full) or "the full report"
    return f"*{counted(number, 'more entry', 'more entries')} with findings: see {where}.*"


def _body(audit: Audit, blocks: dict[str, str], kept: set[str]) -> list[str]:
    """The entries of each list; those with nothing but notices are folded away at its end."""
    parts: list[str] = []
    for path, entries in by_list(audit):
        here = [one for one in entries if one.entry.id in kept]
        loud = [blocks[one.entry.id] for one in here if _worst(one) is not Severity.NOTICE]
        quiet = [blocks[one.entry.id] for one in here if _worst(one) is Severity.NOTICE]
        parts += [f"## {inert(path)}"] if here else []
        parts += loud
        if quiet:
            title = counted(len(quiet), "entry", "entries")
            parts += [
                f"<details><summary>{title} with notices only</summary>",
                *quiet,
                "</details>",
            ]
    return parts


def _head(audit: Audit) -> list[str]:
    if not audit.checked:
        read = counted(len(audit.audited), "entry", "entries")
        return [f"# Errata: {read} read", "No service was asked."]
    sums = summary(audit)
    said = [f"# Errata: {headline(sums)}", _table(audit)]
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
    said += [f"> {inert(note)}" for note in (*audit.notes, *habits(audit))]
    asked = "; ".join(f"{name}: {use}" for name, use in services(audit))
    said.append(f"<sub>{asked}</sub>" if asked else "")
    return [part for part in said if part]


def _table(audit: Audit) -> str:
    rows = ["| List | Entries | Errors | Warnings | Notices |", "|:--|--:|--:|--:|--:|"]
    for path, entries in by_list(audit):
        tally = Counter(finding.severity for one in entries for finding in one.findings)
        numbers = [len(entries), *(tally[severity] for severity in ORDER)]
        rows.append(f"| {inert(path)} | " + " | ".join(f"{n:,}" for n in numbers) + " |")
    return "\n".join(rows)


def _entry(audited: Audited) -> str:
    entry = audited.entry
    title = inert(entry.title.text) if entry.title else "(no title read)"
    lines = [f"### Line {entry.line}: {title}", ""]
    if audited.status in (Status.READ, Status.UNPARSED):
        lines += [f"- {name}: {inert(value)}" for name, value in understood(entry)]
    if audited.status is not Status.READ:
        lines += [_means(audited), ""]
    for finding in sorted_findings(audited):
        lines += _finding(entry, finding)
    return "\n".join(lines)


def _means(audited: Audited) -> str:
    """Which work the entry means and how sure that is."""
    match, paper = audited.match, audited.paper
    if audited.failure:
        return f"**{audited.status.value}**: {inert(broke(audited.failure))}"
    if not match or not paper:
        reasons = "; ".join(map(inert, match.reasons)) if match else ""
        return f"**{audited.status.value}**" + (f": {reasons}" if reasons else "")
    url = paper.work.url or next((i.url for i in paper.work.identifiers if i.url), "")
    work = link(paper.work.title, url) if url else inert(paper.work.title)
    sure = f"{match.verdict.value} match, {per_cent(match.confidence)} sure"
    reasons = "; ".join(map(inert, match.reasons))
    return f"Means {work} ({sure}{': ' if reasons else ''}{reasons})."


def _finding(entry: Entry, finding: Finding) -> list[str]:
    box = "[ ] " if acceptable(finding) else ""
    head = f"- {box}**{finding.severity.value}** {code(finding.code)}: {inert(finding.message)}"
    aside = ", ".join(filter(None, (sure(finding), code(finding.id) if named(finding) else "")))
    lines = [head + (f" *({aside})*" if aside else ""), *_change(finding)]
    lines += _evidence(finding)
    return lines if named(finding) else [*lines, f"  - {_offer(entry, finding)}"]


def _change(finding: Finding) -> list[str]:
    old, new = finding.current, finding.proposed
    if not new.strip():
        return [f"  - is: {inert(old)}"] if old.strip() else []
    if not old.strip():
        return [f"  - add: **{inert(new)}**"]
    pieces = condensed(compared(old, new), same=600, changed=4000)
    return [f"  - is: {side(pieces, 'gone')}", f"  - should be: {side(pieces, 'new')}"]


def _evidence(finding: Finding) -> list[str]:
    """Who says the same as the proposal, in one line, and what each of the others says."""
    agree, others = [], []
    for said in finding.evidence:
        where = link(said.source, said.url) if said.url else inert(said.source)
        words = inert(told(said, finding))
        if words:
            others.append(f"  - {where}: {words}")
        else:
            agree.append(where)
    return [f"  - so says {listed(agree)}", *others] if agree else others


def _offer(entry: Entry, finding: Finding) -> str:
    lists = commands.concerned(entry, finding)
    if finding.written:
        return f"written ({code(finding.id)})"
    if fixable(finding):
        return f"{code(commands.fix(lists))} writes it ({code(finding.id)})"
    if finding.fix is FixKind.AUTO:
        return f"{code(commands.fix(lists, '--style'))} writes it ({code(finding.id)})"
    if not acceptable(finding):
        return f"for you to decide ({code(finding.id)})"
    return f"to accept: {code(commands.fix(lists, '--accept', finding.id))}"
