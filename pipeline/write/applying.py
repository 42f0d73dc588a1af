"""Fixes into texts, with the proof that nothing else changed."""

from collections.abc import Iterable, Sequence

from pipeline import formats
from pipeline.values.audit import Audited, Status
from pipeline.values.codes import BY_NAME, movable
from pipeline.values.entry import Document, Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.finding import Finding, FixKind
from pipeline.values.text import Value
from pipeline.write.choosing import Correction, settled
from pipeline.write.kept_encoding import elsewhere, mended_within
from pipeline.write.moves import Moves, moved
from pipeline.write.sorting import Sorted, in_order

MOST_LINES = 5
"""Lines outside of the entries that are named."""


class Accepted(Value):
    """Which fixes are to be written."""

    ids: frozenset[str] = frozenset()
    """Findings accepted one by one, besides the automatic ones."""
    codes: frozenset[str] = frozenset()
    """Codes of which every finding is accepted, habits of the lists among them."""
    style: bool = False
    """Style fixes too."""
    automatic: bool = True
    """False: only ``ids``."""
    move: bool = False
    """Entries under another year's heading move, all of them; else those in ``ids``."""
    sort: bool = False
    """Entries out of the list's own order are put in it."""

    @classmethod
    def asked(
        cls, wanted: Iterable[str], *, style: bool = False, move: bool = False, sort: bool = False
    ) -> "Accepted":
        """The automatic fixes, and those that ``wanted`` names by id or by code."""
        names = frozenset(wanted)
        codes = frozenset(name for name in names if name in BY_NAME)
        return cls(ids=names - codes, codes=codes, style=style, move=move, sort=sort)

    def moves(self, finding: Finding) -> bool:
        """Whether the entry moves to the section of its year."""
        return movable(finding) and (self.move or finding.id in self.ids)

    def takes(self, finding: Finding) -> bool:
        """Whether this finding's edits are written."""
        if not finding.edits:
            return False
        if finding.id in self.ids or finding.code in self.codes:
            return finding.fix is not FixKind.NONE
        wanted = self.style or not BY_NAME[finding.code].style
        return self.automatic and finding.fix is FixKind.AUTO and wanted

    def mends(self, finding: Finding) -> bool:
        """Whether the entry's wrong decoding is repaired, which no edit of the finding's says."""
        named = finding.id in self.ids or finding.code in self.codes
        usual = self.automatic and finding.fix is FixKind.AUTO
        return finding.code == "encoding" and (usual or named)

    def wants(self, habit: Finding) -> bool:
        """Whether a finding that is a habit of its list is written: only if asked for."""
        style = self.style and BY_NAME[habit.code].style
        asked = habit.id in self.ids or habit.code in self.codes or style
        return asked and self.takes(habit)


class Rewritten(Value):
    """A list after the accepted fixes."""

    text: str
    audited: tuple[Audited, ...]
    """Its entries: what the text has of their findings is written, what it could not have is for a
    person to decide, and where something of ours broke the entry has failed."""
    left: tuple[str, ...] = ()
    """What is not written although it was wanted, and why, a sentence each."""
    remarks: tuple[str, ...] = ()
    """What was put in order, a sentence each."""


def rewritten(reading: Reading, audited: Sequence[Audited], accepted: Accepted) -> Rewritten:
    """The list after the accepted fixes; the same text if there are none.

    Whatever would not read as intended is left out; the rest is written. Wrong decoding is repaired
    in the entries of which it is said, and where a fix touches it.
    """
    mine = [checked for checked in audited if checked.entry.path == reading.document.path]
    wanted, failures = _wanted(mine, accepted)
    done = settled(reading, wanted)
    failures |= done.failures
    going = [
        checked for checked in mine
        if checked.entry.id not in failures and any(map(accepted.moves, checked.findings))
    ]  # fmt: skip
    mended = [checked.entry for checked in mine if any(map(accepted.mends, checked.findings))]
    edits = [edit for correction in done.made for edit in correction.finding.edits]
    text = mended_within(reading, mended, edits)
    now = reading.document.but(text=text)
    moves = moved(now, going) if going else Moves(text)
    ordered = Sorted(moves.text)
    if accepted.sort:
        ordered = _ordered(now.but(text=moves.text))
    if ordered.failure and mine:
        failures |= {mine[0].entry.id: ordered.failure}
    fate = _Fate(
        failures=failures | dict(moves.failures),
        made=frozenset(correction.finding.id for correction in done.made),
        left=frozenset(
            correction.finding.id for correction in done.left if correction.entry not in failures
        ),
        moved=moves.made,
        mended=frozenset(entry.id for entry in mended),
    )
    why = tuple(_why(correction) for correction in done.left if correction.finding.id in fate.left)
    return Rewritten(
        text=ordered.text, audited=tuple(map(fate.of, mine)), left=(*why, *moves.stuck),
        remarks=(*ordered.remarks, *(_elsewhere(reading) if mended else ())),
    )  # fmt: skip


def _ordered(document: Document) -> Sorted:
    """The list in order; wrong decoding that is left stays where it is no part of what moves."""
    readable = formats.read(document).text
    if readable == document.text:
        return in_order(document)
    done = in_order(document.but(text=readable))
    was, read, now = (text.split("\n") for text in (document.text, readable, done.text))
    left = [n for n, line in enumerate(was) if line != read[n]]
    if len(now) != len(read) or any(now[n] != read[n] for n in left):
        return in_order(document)  # which says why it is not sorted
    for n in left:
        now[n] = was[n]
    return done._replace(text="\n".join(now))


class _Fate(Value):
    """What became of the fixes that were wanted."""

    failures: dict[str, Failure]
    made: frozenset[str]
    left: frozenset[str]
    """Ids of findings."""
    moved: frozenset[str]
    """Ids of entries."""
    mended: frozenset[str]
    """Ids of entries whose wrong decoding is repaired."""

    def of(self, audited: Audited) -> Audited:
        """The entry with its findings as they are now."""
        failure = self.failures.get(audited.entry.id)
        findings = tuple(self._finding(audited, finding, failure) for finding in audited.findings)
        changed = [habit for habit in audited.habitual if habit.id in self.made]
        if changed:  # what was a habit and was written is shown with its entry
            findings += tuple(habit.but(written=True) for habit in changed)
            rest = tuple(habit for habit in audited.habitual if habit.id not in self.made)
            audited = audited.but(habitual=rest)
        if failure:
            return audited.but(findings=findings, status=Status.FAILED, failure=failure)
        return audited if findings == audited.findings else audited.but(findings=findings)

    def _finding(self, audited: Audited, finding: Finding, failure: Failure | None) -> Finding:
        movable_one = movable(finding) and audited.entry.id in self.moved
        encoding = finding.code == "encoding" and audited.entry.id in self.mended
        if finding.id in self.made or movable_one or encoding:
            return finding.but(written=True)
        if finding.id in self.left or (failure and finding.edits):
            return finding.but(fix=FixKind.REVIEW, edits=())
        return finding


def _wanted(
    audited: Sequence[Audited], accepted: Accepted
) -> tuple[list[Correction], dict[str, Failure]]:
    """The corrections to make, and the entries at which something of ours broke."""
    taken = [(checked, guarded("write", _taken, checked, accepted)) for checked in audited]
    failures = {
        checked.entry.id: failure for checked, failure in taken if isinstance(failure, Failure)
    }
    wanted = [
        Correction(checked, finding)
        for checked, findings in taken if not isinstance(findings, Failure) for finding in findings
    ]  # fmt: skip
    return wanted, failures


def _taken(audited: Audited, accepted: Accepted) -> list[Finding]:
    if audited.match is None:
        return []
    if not audited.match.sure:  # nothing is known of its work; what was asked for by name is
        return [f for f in audited.findings if f.id in accepted.ids and accepted.takes(f)]
    usual = [finding for finding in audited.findings if accepted.takes(finding)]
    return usual + [habit for habit in audited.habitual if accepted.wants(habit)]


def _elsewhere(reading: Reading) -> list[str]:
    """That more is decoded wrongly than the entries of which it is said."""
    if not (lines := elsewhere(reading)):
        return []
    more = f" and {len(lines) - MOST_LINES} more" if len(lines) > MOST_LINES else ""
    where = f"line {', '.join(map(str, lines[:MOST_LINES]))}{more}"
    text = "words outside of the entries are decoded wrongly too; repair them by hand"
    return [f"{reading.document.path}: {text} ({where})."]


def _why(correction: Correction) -> str:
    place = f"{correction.audited.entry.path}:{correction.finding.line}"
    why = "because the list would then be read differently"
    return f"{place}: {correction.finding.code} is left to you, {why}."
