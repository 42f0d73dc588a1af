"""Fixes into texts, with the proof that nothing else changed."""

from collections.abc import Iterable, Sequence

from pipeline import formats
from pipeline.values.audit import Audited, Status
from pipeline.values.codes import BY_NAME, movable
from pipeline.values.entry import Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.finding import Finding, FixKind
from pipeline.values.text import Value, apply
from pipeline.write.choosing import Correction, settled
from pipeline.write.kept_encoding import unrepaired
from pipeline.write.moves import Moves, moved
from pipeline.write.sorting import Sorted, in_order


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
    """The list after the accepted fixes, wrong decoding repaired; the same text if there are none.

    Whatever would not read as intended is left out; the rest is written.
    """
    mine = [one for one in audited if one.entry.path == reading.document.path]
    wanted, failures = _wanted(mine, accepted)
    done = settled(reading, wanted)
    failures |= done.failures
    going = [
        one for one in mine
        if one.entry.id not in failures and any(map(accepted.moves, one.findings))
    ]  # fmt: skip
    whole = bool(done.made or going) or _repairs(mine, reading)
    text = done.reading.text if whole else reading.document.text
    now = done.reading.document.but(text=text)
    moves = moved(now, going) if going else Moves(text)
    ordered = Sorted(moves.text)
    if accepted.sort:
        ordered = in_order(now.but(text=moves.text))
    if ordered.failure and mine:
        failures |= {mine[0].entry.id: ordered.failure}
    fate = _Fate(
        failures=failures | dict(moves.failures),
        made=frozenset(one.finding.id for one in done.made),
        left=frozenset(one.finding.id for one in done.left if one.entry not in failures),
        moved=moves.made, repaired=whole and bool(reading.repairs),
    )  # fmt: skip
    why = tuple(_why(one) for one in done.left if one.finding.id in fate.left)
    return Rewritten(
        text=ordered.text, audited=tuple(map(fate.of, mine)), left=(*why, *moves.stuck),
        remarks=ordered.remarks,
    )  # fmt: skip


def rewritten_alone(reading: Reading, audited: Sequence[Audited], accepted: Accepted) -> Rewritten:
    """The same with wrong decoding elsewhere left as it is: nobody accepted its repair.

    Where a fix touches a repair, both are made.
    """
    whole = rewritten(reading, audited, accepted)
    made = [f for one in whole.audited for f in one.findings if f.written]
    wanted = [edit for finding in made for edit in finding.edits]
    edits = [unrepaired(reading, edit) for edit in wanted]
    if not reading.repairs or None in edits:
        return whole
    text = apply(reading.document.text, [edit for edit in edits if edit])
    again = formats.read(reading.document.but(text=text))
    intended = formats.read(reading.document.but(text=whole.text))
    return whole.but(text=text) if again.text == intended.text else whole


class _Fate(Value):
    """What became of the fixes that were wanted."""

    failures: dict[str, Failure]
    made: frozenset[str]
    left: frozenset[str]
    """Ids of findings."""
    moved: frozenset[str]
    """Ids of entries."""
    repaired: bool

    def of(self, audited: Audited) -> Audited:
        """The entry with its findings as they are now."""
        failure = self.failures.get(audited.entry.id)
        findings = tuple(self._finding(audited, found, failure) for found in audited.findings)
        changed = [habit for habit in audited.habitual if habit.id in self.made]
        if changed:  # what was a habit and was written is shown with its entry
            findings += tuple(habit.but(written=True) for habit in changed)
            rest = tuple(habit for habit in audited.habitual if habit.id not in self.made)
            audited = audited.but(habitual=rest)
        if failure:
            return audited.but(findings=findings, status=Status.FAILED, failure=failure)
        return audited if findings == audited.findings else audited.but(findings=findings)

    def _finding(self, audited: Audited, found: Finding, failure: Failure | None) -> Finding:
        movable_one = movable(found) and audited.entry.id in self.moved
        encoding = found.code == "encoding" and self.repaired
        if found.id in self.made or movable_one or encoding:
            return found.but(written=True)
        if found.id in self.left or (failure and found.edits):
            return found.but(fix=FixKind.REVIEW, edits=())
        return found


def _wanted(
    audited: Sequence[Audited], accepted: Accepted
) -> tuple[list[Correction], dict[str, Failure]]:
    """The corrections to make, and the entries at which something of ours broke."""
    taken = [(one, guarded("write", _taken, one, accepted)) for one in audited]
    failures = {one.entry.id: found for one, found in taken if isinstance(found, Failure)}
    wanted = [
        Correction(one, finding)
        for one, found in taken if not isinstance(found, Failure) for finding in found
    ]  # fmt: skip
    return wanted, failures


def _taken(audited: Audited, accepted: Accepted) -> list[Finding]:
    if audited.match is None:
        return []
    if not audited.match.sure:  # nothing is known of its work; what was asked for by name is
        return [f for f in audited.findings if f.id in accepted.ids and accepted.takes(f)]
    usual = [finding for finding in audited.findings if accepted.takes(finding)]
    return usual + [habit for habit in audited.habitual if accepted.wants(habit)]


def _why(one: Correction) -> str:
    place = f"{one.audited.entry.path}:{one.finding.line}"
    return f"{place}: {one.finding.code} is left to you; with it the list would read otherwise."


def _repairs(audited: Sequence[Audited], reading: Reading) -> bool:
    """Whether wrong decoding is to be repaired: not if every finding of it was silenced."""
    if reading.text == reading.document.text:
        return False
    garbled = [one for one in audited if one.entry.garbled]
    return not garbled or any(f.code == "encoding" for one in garbled for f in one.findings)
