"""What a change to the lists brings in, as opposed to what was wrong before it.

A finding is old if the list had it before: under the same id, or saying the same of the same words
at an entry that the change rewrote (its title corrected, an id that rests on the title is another).
Where a service kept silent about the list as it was, or something of ours broke, nothing is held
against a change but what stands in lines that it added.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.action.hunks import Hunk, added, replaced, touched
from pipeline.values.audit import Audit, Audited
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding, Severity
from pipeline.values.text import Value

Changes = Mapping[str, Sequence[Hunk]]
"""Path of a list -> what the change wrote in it."""


class Review(Value):
    """A change as its author should hear of it."""

    audit: Audit
    """Only the entries that the change touches or finds fault with, those with news first."""
    brought: frozenset[str]
    """Ids of the findings that the change brings in."""

    def at_least(self, threshold: Severity | None) -> tuple[Finding, ...]:
        """The findings brought in that make a check fail; what is not verified is no fault."""
        if threshold is None:
            return ()
        worst = tuple(Severity)[: tuple(Severity).index(threshold) + 1]
        faults = (f for f in self.news() if f.code != "not-verified")
        return tuple(f for f in faults if f.severity in worst)

    def news(self) -> tuple[Finding, ...]:
        """The findings brought in, in order of lists and lines."""
        findings = (f for audited in self.audit.audited for f in audited.findings)
        return tuple(finding for finding in findings if finding.id in self.brought)


def review(before: Audit, after: Audit, changes: Changes) -> Review:
    """What the change brings in; ``before`` and ``after`` are the lists without and with it."""
    old = _Old.of(before, changes)
    brought = {
        finding.id
        for audited in after.audited
        for finding in audited.findings
        if not old.knows(audited.entry, finding, changes.get(audited.entry.path, ()))
    }
    shown = [
        audited for audited in after.audited
        if touched(audited.entry, changes.get(audited.entry.path, ())) or _holds(audited, brought)
    ]  # fmt: skip
    shown.sort(key=lambda audited: not _holds(audited, brought))
    return Review(audit=after.but(audited=tuple(shown)), brought=frozenset(brought))


def _holds(audited: Audited, ids: set[str]) -> bool:
    return any(finding.id in ids for finding in audited.findings)


_Saying = tuple[str, str, str]
"""Path, code, and what stands there."""


class _Old(Value):
    """The findings of the lists before the change."""

    complete: bool
    ids: frozenset[str]
    sayings: frozenset[_Saying]
    rewritten: frozenset[_Saying]
    """Those at entries in which the change wrote."""

    @classmethod
    def of(cls, before: Audit, changes: Changes) -> "_Old":
        pairs = list(_pairs(before))
        gone = [
            pair for pair in pairs if replaced(pair[0], changes.get(pair[0].path, ()))
        ]  # fmt: skip
        return cls(
            complete=before.complete and not before.failed,
            ids=frozenset(finding.id for _, finding in pairs),
            sayings=frozenset(_saying(*pair) for pair in pairs),
            rewritten=frozenset(_saying(*pair) for pair in gone),
        )

    def knows(self, entry: Entry, finding: Finding, changes: Sequence[Hunk]) -> bool:
        """Whether this is no news."""
        if finding.id in self.ids:
            return True
        if not self.complete and not added(entry, changes):
            return True
        # An entry that is a bare address has its line in its id: a line above moves it.
        known = self.rewritten if touched(entry, changes) else self.sayings
        return _saying(entry, finding) in known


def _pairs(audit: Audit) -> Iterator[tuple[Entry, Finding]]:
    return ((audited.entry, finding) for audited in audit.audited for finding in audited.findings)


def _saying(entry: Entry, finding: Finding) -> _Saying:
    return entry.path, finding.code, finding.current
