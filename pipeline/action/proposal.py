"""The one pull request of the scheduled run: whether there is news for it, and what it carries.

News is told by two fingerprints that the pull request carries in its first line. One is of the
lines that change (where they stand, and the day on which an answer was fetched, are no news), one
of the findings reported. A run that finds both as they were leaves everything as it is.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Literal

from pipeline.action.boxes import boxes, corrections
from pipeline.action.choice import Asked, Wanted, refused
from pipeline.reports.overview import findings
from pipeline.values.audit import Audit
from pipeline.values.text import Value

TRAILER = "Errata-Changes"
"""The line of our commits that says which changes they hold, and that they are ours."""

_PART = re.compile(r"\nErrata-Part: (\d+) of (\d+)\b")
_DAY = re.compile(r'[+-]\s*"retrieved": "[\d-]+",?')
_MARK = re.compile(
    r"<!-- errata: changes=([0-9a-f]{16}) findings=([0-9a-f]{16})(?: accepted=([0-9a-f,]+))? -->"
)


def is_ours(message: str) -> bool:
    """Whether a commit with this message is Errata's own, and the last of those made together."""
    if f"\n{TRAILER}: " not in message:
        return False
    part = _PART.search(message)
    return part is None or part[1] == part[2]


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
    hit = _MARK.match(body)
    if not hit:
        return None
    names = frozenset(filter(None, (hit[3] or "").split(",")))
    return Fingerprints(changes=hit[1], findings=hit[2], accepted=names)


def unmarked(body: str) -> str:
    """The text without its fingerprints: what Errata itself closes, nobody has refused."""
    return body.partition("\n")[2] if marked(body) else body


def ticked(body: str) -> frozenset[str]:
    """The findings that somebody wants written although nobody is sure of them: ticked boxes.

    One that was accepted before and has no box in the text any more (it did not fit) stays so.
    """
    before = marked(body)
    if before is None:
        return frozenset()
    written = {n: is_set for n, is_set in corrections(body).items() if n in before.accepted}
    shown = written | boxes(body)
    hidden = {name for name in before.accepted if name not in shown}
    return frozenset(name for name, is_set in shown.items() if is_set) | hidden


def wanted(pulls: Iterable[Asked]) -> Wanted:
    """What people have said in the pull requests of ours; newest first."""
    ours = [pull for pull in pulls if marked(pull.body)]
    now = next((pull for pull in ours if pull.open), None)
    ids = ticked(now.body) if now else frozenset()
    before = (marked(now.body) if now else None) or Fingerprints(changes="", findings="")
    return Wanted(ids=ids, refused=refused(ours, before.accepted))


class Proposal(Value):
    """A pull request as it should be."""

    title: str
    body: str
    files: tuple[str, ...]
    """Files that differ from the branch it is made for."""
    lists: tuple[str, ...]
    """Those of the files that are lists."""
    prints: Fingerprints
    commit: str = ""
    """The last of the commits that make them; "" if none differ."""
    failed: int = 0
    """Entries at which something of ours broke: all else is proposed, and the run ends so."""


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
    afresh: bool = False
    """Somebody wants the branch written anew, whatever was done on it."""


class Plan(Value):
    """What to do, and why, in words for the log."""

    deed: Literal["open", "update", "close", "keep", "nothing"]
    push: bool = False
    why: str


def decide(prints: Fingerprints, standing: Standing) -> Plan:
    """What a complete run does about its pull request."""
    if not prints.changes:
        if standing.number and standing.branch != "foreign":
            return Plan(deed="close", why="Nothing is left to correct.")
        return Plan(deed="nothing", why="Nothing to correct.")
    if standing.branch == "foreign" and standing.number and not standing.afresh:
        why = "Somebody has worked on the branch of the pull request; it is left as it is."
        return Plan(deed="keep", why=why)
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
        why = "There is news." if fresh else "The list has changed since the corrections were made."
        return Plan(deed="update", push=True, why=why)
    if known != prints:
        return Plan(deed="update", why="The findings have changed; the corrections have not.")
    return Plan(deed="nothing", why="No news since the pull request was opened.")
