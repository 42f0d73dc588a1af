"""Which corrections a pull request proposes, and in which commits.

Only what is sure, errors first, no more than somebody reads in one sitting; nothing that was
refused. What is accepted by its box comes on top.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from pipeline.action.boxes import corrections
from pipeline.reports.overview import fixable
from pipeline.reports.plain import counted, listed
from pipeline.reports.ranking import ranked
from pipeline.values.audit import Audit, Audited
from pipeline.values.finding import Finding
from pipeline.values.text import Value

KINDS = {
    "authors": "author list", "venue": "venue", "title": "title", "year": "year", "link": "link",
    "doi": "DOI", "entry": "entry",
}  # fmt: skip
"""Field -> what a title counts of it; each is a commit, in this order."""


class Wanted(Value):
    """What people said in pull requests."""

    ids: frozenset[str] = frozenset()
    """Findings to write although nobody is sure of them: their boxes are ticked."""
    refused: Mapping[str, int] = {}
    """Findings that are not to be proposed again -> the pull request in which that was said."""


class Asked(Value):
    """A pull request of ours, as far as it tells what is refused."""

    number: int
    body: str
    open: bool
    merged: bool


def refused(pulls: Iterable[Asked], accepted: frozenset[str]) -> dict[str, int]:
    """The findings that people have refused -> the pull request in which.

    In the open one a box was unticked; ticked again it is refused no more. What was proposed in one
    that was closed is refused. What was merged and is found again was taken back by hand.
    """
    by_id: dict[str, int] = {}
    for pull in sorted(pulls, key=lambda asked: (asked.open, asked.number)):
        boxes = corrections(pull.body)
        for name, ticked in boxes.items():
            if pull.open and ticked:
                by_id.pop(name, None)
            elif not (pull.open and name in accepted):
                by_id.setdefault(name, pull.number)
    return by_id


class Choice(Value):
    """What a run proposes."""

    proposed: tuple[Finding, ...]
    """What matters first."""
    waiting: int
    """Sure corrections that are left for another pull request."""
    refused: tuple[tuple[Audited, Finding, int], ...]
    """Findings of today that were refused, and in which pull request."""

    def ids(self) -> frozenset[str]:
        """Those of the findings proposed."""
        return frozenset(finding.id for finding in self.proposed)

    def stages(self) -> list[tuple[str, frozenset[str]]]:
        """Title of a commit -> ids of all findings that are written with it and before it."""
        stages: list[tuple[str, frozenset[str]]] = []
        written: frozenset[str] = frozenset()
        for field in KINDS:
            some = [finding for finding in self.proposed if finding.field == field]
            if some:
                written |= {finding.id for finding in some}
                stages.append((f"Correct {changes(some)}", written))
        return stages


def choice(audit: Audit, wanted: Wanted, most: int) -> Choice:
    """What is proposed of what was found."""
    pairs = ranked(audit.audited)
    sure = [f for _, f in pairs if _written(f) and f.id not in wanted.refused]
    boxed = [f for _, f in pairs if f.id in wanted.ids and not fixable(f)]
    return Choice(
        proposed=(*sure[:most], *boxed),
        waiting=max(0, len(sure) - most),
        refused=tuple(
            (audited, f, wanted.refused[f.id]) for audited, f in pairs if f.id in wanted.refused
        ),
    )


def _written(finding: Finding) -> bool:
    """Whether ``fix`` writes it; the repair of wrong decoding has no edits of its own."""
    return fixable(finding) and (bool(finding.edits) or finding.code == "encoding")


def without(audit: Audit, ids: Collection[str]) -> Audit:
    """The audit as if these findings had not been made: nothing follows from them."""
    return audit.but(
        audited=tuple(
            audited.but(findings=tuple(f for f in audited.findings if f.id not in ids))
            for audited in audit.audited
        )
    )


def changes(proposed: Sequence[Finding]) -> str:
    """What corrections change, in numbers: "2 author lists and 1 venue"."""
    numbers = ((KINDS[field], [f for f in proposed if f.field == field]) for field in KINDS)
    some = [(noun, findings) for noun, findings in numbers if findings]
    return listed(counted(len(findings), noun, _plural(noun)) for noun, findings in some)


def _plural(noun: str) -> str:
    return "entries" if noun == "entry" else f"{noun}s"
