"""Corrections tried together: those with which the list reads as intended are made."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from pipeline import formats
from pipeline.values.audit import Audited
from pipeline.values.entry import Reading
from pipeline.values.failure import Failure, guarded, parted
from pipeline.values.finding import Finding
from pipeline.values.text import Edit, Span, apply
from pipeline.write.proof import Proof, verdict

MOST_ROUNDS = 12
"""Rounds in which corrections are left out; then nothing of the list is written."""

MOST_SUSPECTS = 24
"""Corrections of blamed entries that are tried again one by one; of more none is."""


class Correction(NamedTuple):
    """A finding whose edits are to be made."""

    audited: Audited
    finding: Finding

    @property
    def entry(self) -> str:
        """Id of the entry."""
        return self.audited.entry.id


class Settled(NamedTuple):
    """What becomes of the corrections that were wanted."""

    reading: Reading
    """The list after those that are made, read again."""
    made: list[Correction]
    left: list[Correction]
    """With them the list would not read as intended."""
    failures: dict[str, Failure]
    """Entry id -> what of ours broke when its corrections were tried."""


def settled(reading: Reading, wanted: Sequence[Correction]) -> Settled:
    """The corrections that can be made together: the list, read again, says what was intended.

    Usually all can, and it is read once. Otherwise those of the entries to blame are taken out, and
    at last tried again one by one. Of two that want one place the second waits for the next run.
    """
    return _Trials(reading, _apart(wanted)).settled()


class _Trial(NamedTuple):
    reading: Reading
    verdict: Proof


class _Trials:
    """Corrections while it is found out which can be made."""

    def __init__(self, reading: Reading, wanted: Sequence[Correction]) -> None:
        self.reading, self.wanted = reading, wanted
        self.made = list(wanted)
        self.failures: dict[str, Failure] = {}

    def settled(self) -> Settled:
        """The list after all that can be made."""
        reading = self._without_the_blamed()
        for correction in self._suspects():
            names = {each.finding.id for each in self.made} | {correction.finding.id}
            beside = [each for each in self.wanted if each.finding.id in names]
            trial = _tried(self.reading, beside)
            if isinstance(trial, _Trial) and not trial.verdict.blamed:
                self.made, reading = beside, trial.reading
        names = {each.finding.id for each in self.made}
        left = [correction for correction in self.wanted if correction.finding.id not in names]
        return Settled(reading, self.made, left, self.failures)

    def _without_the_blamed(self) -> Reading:
        """The list after the corrections of all entries that are not to blame for anything."""
        for _ in range(MOST_ROUNDS):
            trial, broken = parted(self.made, lambda some: _tried(self.reading, some))
            self.failures |= {correction.entry: failure for correction, failure in broken}
            blamed = set(self.failures)
            if isinstance(trial, _Trial):
                self.failures |= trial.verdict.failures
                blamed |= trial.verdict.blamed
            kept = [correction for correction in self.made if correction.entry not in blamed]
            if len(kept) == len(self.made):
                return trial.reading if isinstance(trial, _Trial) else self.reading
            self.made = kept
        self.made = []
        return self.reading

    def _suspects(self) -> list[Correction]:
        names = {each.finding.id for each in self.made}
        out = [correction for correction in self.wanted if correction.finding.id not in names]
        again = [correction for correction in out if correction.entry not in self.failures]
        return again if len(again) <= MOST_SUSPECTS else []


def _tried(reading: Reading, made: Sequence[Correction]) -> _Trial | Failure:
    return guarded("write", _trial, reading, made)


def _trial(reading: Reading, made: Sequence[Correction]) -> _Trial:
    touched = by_entry(made)
    if not touched:
        return _Trial(reading, Proof())
    text = apply(reading.text, [edit for correction in made for edit in correction.finding.edits])
    again = formats.read(reading.document.but(text=text))
    return _Trial(again, verdict(reading, again, touched))


def by_entry(made: Sequence[Correction]) -> dict[str, list[Finding]]:
    """The findings of each entry, by its id."""
    touched: dict[str, list[Finding]] = defaultdict(list)
    for correction in made:
        touched[correction.entry].append(correction.finding)
    return touched


def _apart(wanted: Sequence[Correction]) -> list[Correction]:
    """Corrections that do not collide: of two that want one place the first; equal edits agree."""
    kept: list[Correction] = []
    taken: list[tuple[int, int]] = []
    same: set[Edit] = set()
    for correction in wanted:
        edits = [edit for edit in correction.finding.edits if edit not in same]
        if all(_free(edit.span, taken) for edit in edits):
            kept.append(correction)
            same.update(edits)
            for edit in edits:
                insort(taken, (edit.span.start, edit.span.end))
    return kept


def _free(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether none of these places, sorted and apart from each other, overlaps it."""
    at = max(bisect_left(taken, (span.start, -1)) - 1, 0)
    near = takewhile(lambda place: place[0] < span.end, islice(taken, at, None))
    return all(end <= span.start for _, end in near)
