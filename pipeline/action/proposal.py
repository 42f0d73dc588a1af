"""The one pull request of the scheduled run: its words, and whether there is news for it.

News is told by two fingerprints that the pull request carries in its first line. One is of the
lines that change (where they stand, and the day on which an answer was fetched, are no news), one
of the findings reported. A run that finds both as they were leaves everything as it is.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Literal

from pipeline.action.boxes import boxes, with_ticks
from pipeline.reports import told
from pipeline.reports.overview import findings, fixable
from pipeline.reports.plain import counted, listed
from pipeline.values.audit import Audit
from pipeline.values.text import Value

LONGEST_BODY = 65_536
"""Characters of a pull request, an issue or a comment that GitHub takes."""

TRAILER = "Errata-Changes"
"""The line of our commits that says which changes they hold, and that they are ours."""

_DAY = re.compile(r'[+-]\s*"retrieved": "[\d-]+",?')
_MARK = re.compile(
    r"<!-- errata: changes=([0-9a-f]{16}) findings=([0-9a-f]{16})(?: accepted=([0-9a-f,]+))? -->"
)


def is_ours(message: str) -> bool:
    """Whether a commit with this message is Errata's own."""
    return f"\n{TRAILER}: " in message


class Fingerprints(Value):
    """What a run found, so that the next one knows it again."""

    changes: str
    """Of the lines that come and go; "" if nothing changes."""
    findings: str
    accepted: frozenset[str] = frozenset()
    """Findings whose boxes were ticked."""

    def mark(self) -> str:
        """The line that a pull request carries; nobody sees it on GitHub."""
        names = f" accepted={','.join(sorted(self.accepted))}" if self.accepted else ""
        return f"<!-- errata: changes={self.changes} findings={self.findings}{names} -->"


def fingerprints(
    diff: str, audit: Audit, accepted: frozenset[str] = frozenset()
) -> Fingerprints:  # fmt: skip
    """The fingerprints of a run that would change the files by this diff."""
    lines = sorted(
        line.rstrip("\r") for line in diff.split("\n")
        if line.startswith(("+", "-")) and not _DAY.fullmatch(line.rstrip("\r"))
    )  # fmt: skip
    return Fingerprints(
        changes=_digits(lines) if lines else "",
        findings=_digits(sorted(finding.id for finding in findings(audit))),
        accepted=accepted,
    )


def _digits(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def marked(body: str) -> Fingerprints | None:
    """The fingerprints in a pull request's first line; None if it carries none."""
    found = _MARK.match(body)
    if not found:
        return None
    names = frozenset(filter(None, (found[3] or "").split(",")))
    return Fingerprints(changes=found[1], findings=found[2], accepted=names)


def unmarked(body: str) -> str:
    """The text without its fingerprints: what Errata itself closes, nobody has refused."""
    return body.partition("\n")[2] if marked(body) else body


class Ticked(Value):
    """The findings that somebody wants written."""

    ids: frozenset[str] = frozenset()


def ticked(body: str) -> Ticked:
    """The findings whose boxes are ticked in a pull request of ours.

    One that was accepted before and has no box in the text any more (it did not fit) stays so.
    """
    shown, before = boxes(body), marked(body)
    if before is None:
        return Ticked()
    hidden = {name for name in before.accepted if name not in shown}
    return Ticked(ids=frozenset(name for name, is_set in shown.items() if is_set) | hidden)


class Proposal(Value):
    """A pull request as it should be."""

    title: str
    body: str
    files: tuple[str, ...]
    """Files that differ from the branch it is made for."""
    lists: tuple[str, ...]
    """Those of the files that are lists."""
    prints: Fingerprints
    failed: int = 0
    """Entries at which something of ours broke: all else is proposed, and the run ends so."""


class Written(Value):
    """What a run has written."""

    files: tuple[str, ...]
    diff: str
    accepted: frozenset[str] = frozenset()


def proposal(audit: Audit, written: Written, lists: Iterable[str], run_url: str) -> Proposal:
    """The pull request that this run would open."""
    known = {finding.id for finding in findings(audit)}
    names = written.files
    prints = fingerprints(written.diff, audit, written.accepted & known)
    changed = tuple(name for name in lists if name in names)
    return Proposal(
        title=_title(audit, len(names) - len(changed)),
        body=_body(audit, prints, run_url),
        files=names,
        lists=changed,
        prints=prints,
    )


def _title(audit: Audit, records: int) -> str:
    corrections = sum(map(fixable, findings(audit)))
    parts = (
        counted(corrections, "correction") if corrections else "",
        counted(records, "record") if records else "",
    )
    return f"Errata: {listed(filter(None, parts)) or 'corrections'}"


def _body(audit: Audit, prints: Fingerprints, run_url: str) -> str:
    head = (
        f"{prints.mark()}\n"
        "This pull request writes the corrections that are sure, and the records of the works. "
        "It is kept up to date every week until it is merged or closed; a commit of yours on its "
        "branch stops that. Closed without merging, the same changes are not proposed again. "
        "Where a box is ticked, the next run writes that too. "
        "To keep an entry as it is, write `<!-- errata: ignore CODE; reason -->` above it.\n\n"
    )
    full = f"{run_url}#artifacts"
    text = told("markdown", audit, limit=LONGEST_BODY - len(head) - 1, full=full).text
    return head + with_ticks(text, prints.accepted)


Kind = Literal["absent", "ours", "same", "foreign"]
"""Our branch: not there; with a commit of ours; with these very lists; with somebody's work."""


class Standing(Value):
    """What is there on GitHub already."""

    open: Fingerprints | None = None
    """Of the open pull request, if there is one that is ours."""
    number: int = 0
    """Of the open pull request; 0 if there is none."""
    refused: frozenset[str] = frozenset()
    """Changes of pull requests that somebody closed without merging."""
    branch: Kind = "absent"


class Plan(Value):
    """What to do, and why, in words for the log."""

    deed: Literal["open", "update", "close", "nothing"]
    push: bool = False
    why: str


def decide(prints: Fingerprints, standing: Standing) -> Plan:
    """What a complete run does about its pull request."""
    if not prints.changes:
        if standing.number and standing.branch != "foreign":
            return Plan(deed="close", why="Nothing is left to correct.")
        return Plan(deed="nothing", why="Nothing to correct.")
    if standing.branch == "foreign" and standing.number:
        why = "Somebody has worked on the branch of the pull request; it is left as it is."
        return Plan(deed="nothing", why=why)
    if standing.number:
        return _renewed(prints, standing)
    if prints.changes in standing.refused:
        why = "These changes were proposed before, and closed without merging."
        return Plan(deed="nothing", why=why)
    if standing.branch == "foreign":
        why = "The branch holds somebody's work and no pull request; it is left as it is."
        return Plan(deed="nothing", why=why)
    return Plan(deed="open", push=True, why="There are corrections.")


def _renewed(prints: Fingerprints, standing: Standing) -> Plan:
    known = standing.open
    fresh = known is None or known.changes != prints.changes
    if fresh or standing.branch != "same":
        why = "There is news." if fresh else "The list has moved on beneath the corrections."
        return Plan(deed="update", push=True, why=why)
    if known != prints:
        return Plan(deed="update", why="The findings are others; the corrections are the same.")
    return Plan(deed="nothing", why="No news since the pull request was opened.")
