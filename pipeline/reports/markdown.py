"""The report as Markdown, for a pull request, a comment or a job summary.

What matters first: a few lines of summary, the sure corrections as a table, the errors that are for
a person to decide; the rest is folded away, and cut at whole entries where it would be too long.
Everything that comes from a list or a service is made inert (``reports/markup.py``).
Source of the limits: GitHub takes 65,536 characters in a body and 1 MiB in a job summary.
"""

from collections.abc import Sequence

from pipeline.reports import commands
from pipeline.reports.corrections import Table, table
from pipeline.reports.markup import code, inert, link, side
from pipeline.reports.opening import opening
from pipeline.reports.overview import (
    acceptable,
    beside_proposal,
    broke,
    fixable,
    named,
    place,
    sure,
    telling,
)  # fmt: skip
from pipeline.reports.plain import counted, likely, listed
from pipeline.reports.ranking import ORDER, gathered, ranked, sorted_findings
from pipeline.reports.understood import understood
from pipeline.reports.words import compared, condensed
from pipeline.values.audit import Audit, Audited, Status
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding, FixKind, Severity
from pipeline.values.text import Value

USUAL = 60_000
"""Bytes of a report of which nobody says how long it may be: what every page of GitHub takes."""

RESERVE = 400
"""Bytes kept for the lines that say what was left out."""

FOLD = 80
"""Bytes of what folds a part away."""

OPEN = 100
"""Lines of entries that stand unfolded: with summary and table no more than two hundred."""


def render(audit: Audit, *, limit: int | None = USUAL, full: str = "") -> str:
    """The report, of at most ``limit`` bytes of UTF-8 (a character is never less than a byte).

    What does not fit is left out by whole entries, notices first and errors last, and the end says
    how many and where the full report is (``full``: words or an address).
    """
    head = "\n\n".join(opening(audit))
    if limit is not None and len(head.encode()) > limit // 2:
        head = head.split("\n")[0]  # hundreds of lists: their table alone would not fit
    room = None if limit is None else limit - len(head.encode()) - RESERVE
    sure_ones = table(audit, None if room is None else room // 2)
    room = None if room is None else room - len(sure_ones.text.encode())
    rest = _Rest.of(_untold(audit, sure_ones), room, audit.home)
    parts = [head, sure_ones.text, *rest.parts()]
    if rest.left:
        parts.append(_left_out(audit, rest.left, full))
    return "\n\n".join(filter(None, parts)) + "\n"


def _untold(audit: Audit, told_already: Table) -> list[Audited]:
    """What the table does not say, by entry, what matters first."""
    if not audit.checked:
        return telling(audit)
    pairs = [pair for pair in ranked(audit.audited) if pair[1].id not in told_already.ids]
    return [*audit.failed, *(audited for audited in gathered(pairs) if not audited.failure)]


class _Rest(Value):
    """The entries that the report shows one by one."""

    shown: tuple[tuple[Severity, str], ...]
    """How bad it is, and the block; what matters first."""
    left: int

    @classmethod
    def of(cls, entries: Sequence[Audited], room: int | None, home: str) -> "_Rest":
        """The entries that fit; cut for good at the first that does not.

        One that would take more than its share (a by-line of ten thousand names) is passed over.
        """
        blocks = [(_worst(audited), _entry(audited, home)) for audited in entries]
        if room is None:
            return cls(shown=tuple(blocks), left=0)
        shown, share = [], room // 4
        room -= FOLD * (len(ORDER) + 1)
        for severity, block in blocks:
            size = len(block.encode()) + 2
            if size > share:
                continue
            room -= size
            if room < 0:
                break
            shown.append((severity, block))
        return cls(shown=tuple(shown), left=len(blocks) - len(shown))

    def parts(self) -> list[str]:
        """Errors as far as there is room for them unfolded; the rest folded, by severity."""
        loud, lines = 0, 0
        for severity, block in self.shown:
            lines += block.count("\n") + 2
            if severity is not Severity.ERROR or lines > OPEN:
                break
            loud += 1
        parts = [block for _, block in self.shown[:loud]]
        for severity in ORDER:
            some = [block for each, block in self.shown[loud:] if each is severity]
            more = "more " if loud and severity is Severity.ERROR else ""
            if some:
                text = counted(len(some), f"{more}entry", f"{more}entries")
                title = f"{text} with {severity.value}s"
                parts += [f"<details><summary>{title}</summary>", *some, "</details>"]
        return parts


def _worst(audited: Audited) -> Severity:
    if audited.failure or audited.status is Status.READ:
        return Severity.ERROR
    severities = [finding.severity for finding in audited.findings]
    return min(severities, key=ORDER.index, default=Severity.WARNING)


def _left_out(audit: Audit, number: int, full: str) -> str:
    text = f"*{counted(number, 'more entry', 'more entries')} with findings"
    if not full:
        command = code(f"{commands.check(commands.of(audit))} --report errata.html")
        return f"{text}; {command} shows everything.*"
    where = link("the full report", full) if "://" in full else inert(full)
    return f"{text}: see {where}.*"


def _entry(audited: Audited, home: str) -> str:
    entry = audited.entry
    title = inert(entry.title.text) if entry.title else "(no title read)"
    lines = [f"### {title}", "", _where(audited, home)]
    if audited.status in (Status.READ, Status.UNPARSED):
        lines += [f"- {name}: {inert(value)}" for name, value in understood(entry)]
    lines += [""]
    for finding in sorted_findings(audited):
        lines += _finding(entry, finding)
    return "\n".join(lines).rstrip()


def _where(audited: Audited, home: str) -> str:
    """Where the entry stands, and which work it means."""
    entry = audited.entry
    line, url = f"line {entry.line}", place(home, entry.path, entry.line)
    text = f"{inert(entry.path)}, {link(line, url) if url else line}"
    return text if audited.status is Status.READ else f"{text}. {_means(audited)}"


def _means(audited: Audited) -> str:
    """Which work the entry means and how sure that is, in a word."""
    match, paper = audited.match, audited.paper
    if audited.failure:
        return f"**{audited.status.value}**: {inert(broke(audited.failure))}"
    if not match or not paper:
        reasons = "; ".join(map(inert, match.reasons)) if match else ""
        return f"**{audited.status.value}**" + (f": {reasons}" if reasons else "")
    url = paper.work.url or next((i.url for i in paper.work.identifiers if i.url), "")
    work = link(paper.work.title, url) if url else inert(paper.work.title)
    reasons = "; ".join(map(inert, match.reasons))
    return f"Means {work} ({likely(match.confidence)}{': ' if reasons else ''}{reasons})."


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
    for evidence in finding.evidence:
        where = link(evidence.source, evidence.url) if evidence.url else inert(evidence.source)
        words = inert(beside_proposal(evidence, finding))
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
