"""What an audit comes to, in numbers: the same in every report."""

from collections import Counter
from urllib.parse import quote

from pydantic import Field

from pipeline.reports import commands
from pipeline.reports.plain import counted, likely, listed, shown
from pipeline.values.audit import Audit, Audited, ServiceUse, Status
from pipeline.values.codes import BY_NAME, movable
from pipeline.values.entry import Entry
from pipeline.values.failure import Failure
from pipeline.values.finding import Evidence, Finding, FixKind, Severity
from pipeline.values.text import Value


class Summary(Value):
    """The numbers of a run; ``resolved`` to ``not_verified``, and ``failed``, make ``entries``."""

    entries: int
    resolved: int
    ambiguous: int
    unresolved: int
    """Known to no service, or not read."""
    not_verified: int
    errors: int
    warnings: int
    notices: int
    fixable: int
    """Findings that ``errata fix`` would write without being asked and has not; no style."""
    failed: int = 0
    """Entries at which a bug of ours showed."""
    unread: int = Field(default=0, exclude=True)
    """Those of ``unresolved`` that were not read: about these nobody was asked."""


def findings(audit: Audit) -> list[Finding]:
    """Every finding of the run, in order of lists and lines."""
    return [finding for audited in audit.audited for finding in audited.findings]


def fixable(finding: Finding) -> bool:
    """Whether ``errata fix`` writes it by itself and without ``--style``."""
    code = BY_NAME.get(finding.code)
    return finding.fix is FixKind.AUTO and not (code and code.style)


def pending(audit: Audit) -> int:
    """How many corrections ``errata fix`` would write by itself and has not written yet."""
    return sum(fixable(finding) and not finding.written for finding in findings(audit))


INCOMPLETE = "incomplete: a service did not answer; nothing is concluded where it mattered"
UNASKED = "incomplete: not every service was asked; nothing is concluded where it mattered"


def summary(audit: Audit) -> Summary:
    """The numbers of the run."""
    status = Counter(audited.status for audited in audit.audited)
    severity = Counter(finding.severity for finding in findings(audit))
    return Summary(
        entries=len(audit.audited),
        resolved=status[Status.RESOLVED],
        ambiguous=status[Status.AMBIGUOUS],
        unresolved=status[Status.NOT_FOUND] + status[Status.UNPARSED],
        not_verified=status[Status.NOT_VERIFIED] + status[Status.READ],
        errors=severity[Severity.ERROR],
        warnings=severity[Severity.WARNING],
        notices=severity[Severity.NOTICE],
        fixable=pending(audit),
        failed=status[Status.FAILED],
        unread=status[Status.UNPARSED],
    )


def by_list(audit: Audit) -> list[tuple[str, list[Audited]]]:
    """The entries of each list, lists without entries included, in the order they were named."""
    lists: dict[str, list[Audited]] = {reading.document.path: [] for reading in audit.readings}
    for audited in audit.audited:
        lists.setdefault(audited.entry.path, []).append(audited)
    return list(lists.items())


def headline(sums: Summary) -> str:
    """The run in one line: "26 entries: 17 errors, 9 warnings and 38 notices"."""
    parts = [
        counted(number, noun)
        for number, noun in (
            (sums.errors, "error"), (sums.warnings, "warning"), (sums.notices, "notice"),
        )
        if number
    ]  # fmt: skip
    return f"{counted(sums.entries, 'entry', 'entries')}: {listed(parts) or 'nothing to say'}"


def standing(sums: Summary) -> str:
    """What became of the entries: "24 resolved, 1 ambiguous and 1 not verified"."""
    parts = (
        (sums.resolved, "resolved"), (sums.ambiguous, "ambiguous"),
        (sums.unresolved - sums.unread, "not found"), (sums.not_verified, "not verified"),
        (sums.unread, "not read"), (sums.failed, "failed"),
    )  # fmt: skip
    return listed(f"{number:,} {what}" for number, what in parts if number)


def place(home: str, path: str, line: int) -> str:
    """The address of a line of a list in its repository; "" if nobody knows where that is."""
    # Without "plain" GitHub shows a rendered page, which has no lines.
    return f"{home}/{quote(path)}?plain=1#L{line}" if home else ""


def telling(audit: Audit) -> list[Audited]:
    """The entries of which a report has something to tell."""
    return [
        audited
        for audited in audit.audited
        if audited.findings or audited.failure or not audit.checked
    ]


def broke(failure: Failure) -> str:
    """What became of an entry at which something of ours broke."""
    return f"failed at the stage “{failure.stage}”, a bug of ours: {shown(failure.error)}"


def sure(finding: Finding) -> str:
    """How sure the finding is, "very likely"; empty where there is nothing to be unsure of."""
    return likely(finding.confidence) if finding.confidence < 1 else ""


def offer(entry: Entry, finding: Finding) -> str:
    """What ``fix`` does about it, and the finding's id: the command if it takes one."""
    name, lists = shown(finding.id), commands.concerned(entry, finding)
    if finding.written:
        return f"written ({name})"
    if fixable(finding):
        return f"{commands.fix(lists)} writes it ({name})"
    if finding.fix is FixKind.AUTO:
        return f"{commands.fix(lists, '--style')} writes it ({name})"
    if acceptable(finding):
        return f"{commands.fix(lists, '--accept', name)} writes it"
    if finding.fix is FixKind.REVIEW:
        return f"for you to decide ({name})"
    return f"nothing to write ({name})"


def acceptable(finding: Finding) -> bool:
    """Whether ``fix --accept`` has something to write: moving an entry is the curator's hand."""
    return finding.fix is FixKind.REVIEW and (bool(finding.edits) or movable(finding))


def beside_proposal(evidence: Evidence, finding: Finding) -> str:
    """What a source says where it is not the proposal over again, but for case and stops."""
    return "" if _letters(evidence.value) == _letters(finding.proposed) else evidence.value


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def named(finding: Finding) -> str:
    """The id of a finding that nothing is offered for; the others are named by their offer."""
    return shown(finding.id) if finding.fix is FixKind.NONE else ""


def services(audit: Audit) -> list[tuple[str, str]]:
    """How each service served, in words: ("crossref", "3 requests, 41 from the cache")."""
    return [(name, _use(use)) for name, use in audit.services.items() if use.state != "unused"]


def incomplete(audit: Audit) -> str:
    """Why the run is not complete: nobody accuses a service that was never asked."""
    open_ones = [use for use in audit.services.values() if use.failed]
    return UNASKED if open_ones and not any(use.asked for use in open_ones) else INCOMPLETE


def _use(use: ServiceUse) -> str:
    unasked = 0 if use.asked else use.failed
    if unasked:
        use = use.but(state="unused", failed=0)
    states = {"down": "did not answer", "degraded": "answered in part", "snapshot": "snapshot"}
    parts = [
        states.get(use.state, ""),
        counted(use.asked, "request") if use.asked else "",
        f"{use.from_cache:,} from the cache" if use.from_cache else "",
        f"{use.from_index:,} from the index" if use.from_index else "",
        f"{use.failed:,} unanswered" if use.failed else "",
        f"not asked, {counted(unasked, 'question')} open" if unasked else "",
        f"{use.stale:,} from old answers" if use.stale else "",
    ]
    return ", ".join(filter(None, parts)) or "not needed"
