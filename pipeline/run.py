"""The pipeline at a glance: what a list and its records should say.

A run is a pure function with one hole in it, ``outside``: it reads no file, no clock, no network.
"""

from collections import defaultdict
from collections.abc import Sequence

from pipeline.checks import Said, check
from pipeline.checks.case import Case
from pipeline.checks.habits import as_known, habits_of
from pipeline.match.match import Situation
from pipeline.papers.assign import assign
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside, resolved
from pipeline.values.audit import Audited, Habit, failed
from pipeline.values.entry import Entry, Reading
from pipeline.values.failure import Failure, guarded, parted
from pipeline.values.record import Paper
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.write.held import held
from pipeline.write.propose import Proposed, proposed


class BrokenRunError(Exception):
    """A bug of ours that no entry is to blame for."""


class Outcome(Value):
    """What a run concludes."""

    readings: tuple[Reading, ...]
    audited: tuple[Audited, ...]
    """In order of lists and lines."""
    habits: tuple[Habit, ...]
    library: Library
    """The records as they should be."""


def audit(
    readings: Sequence[Reading], library: Library, outside: Outside, settings: Settings
) -> Outcome:
    """Every entry resolved, compared and judged, with the edits that would mend it.

    An entry at which something of ours breaks has failed; all else is as if it were not there.
    """
    entries = [entry for reading in readings for entry in reading.entries]
    heard = resolved(entries, outside, {r.document.path: r.text for r in readings})
    done, broken = parted(
        [situation for situation in heard if situation.failure is None],
        lambda some: _concluded(readings, some, library, settings),
    )
    if isinstance(done, Failure):
        raise BrokenRunError(f"{done.stage}: {done.error}")
    lost = {id(situation): failure for situation, failure in broken}
    fates = iter(done.audited)
    audited = (
        failed(situation.entry, failure)
        if (failure := situation.failure or lost.get(id(situation)))
        else next(fates)
        for situation in heard
    )
    return done.but(readings=tuple(readings), audited=tuple(audited))


def _concluded(
    readings: Sequence[Reading], situations: Sequence[Situation], library: Library,
    settings: Settings,
) -> Outcome | Failure:  # fmt: skip
    """What follows for the entries of these situations, as if no others stood in the lists."""
    here = _only(readings, situations)
    whole = _whole(readings, here, situations)
    assigned = guarded("reconcile", assign, library, situations, whole)
    if isinstance(assigned, Failure):
        return assigned
    checked = guarded("check", _checked, here, situations, assigned.papers, settings)
    if isinstance(checked, Failure):
        return checked
    told = guarded("propose", _proposed, here, checked)
    if isinstance(told, Failure):
        return told
    return Outcome(
        readings=tuple(here), audited=told.audited, habits=told.habits, library=assigned.library
    )


def _proposed(
    readings: Sequence[Reading], checked: Sequence[tuple[Case, Sequence[Said]]]
) -> Proposed:
    """What is said, and would be written: nothing that leaves a later run to write more of it."""
    return held(readings, [case for case, _ in checked], proposed(readings, checked))


def _only(readings: Sequence[Reading], situations: Sequence[Situation]) -> list[Reading]:
    """The lists with the entries of these situations."""
    if len(situations) == sum(len(reading.entries) for reading in readings):
        return list(readings)
    kept: dict[str, list[Entry]] = defaultdict(list)
    for situation in situations:
        kept[situation.entry.path].append(situation.entry)
    return [reading.but(entries=tuple(kept[reading.document.path])) for reading in readings]


def _whole(
    readings: Sequence[Reading], here: Sequence[Reading], situations: Sequence[Situation]
) -> set[str]:
    """The lists that are known entirely: every service answered, and no entry has failed."""
    owing = {s.entry.path for s in situations if s.match.unavailable}
    pairs = zip(readings, here, strict=True)
    return {a.document.path for a, b in pairs if len(a.entries) == len(b.entries)} - owing


def _checked(
    readings: Sequence[Reading], situations: Sequence[Situation], papers: Sequence[Paper | None],
    settings: Settings,
) -> list[tuple[Case, tuple[Said, ...]]]:  # fmt: skip
    """Each entry with all that is known about it, and what the checks say of it."""
    habits = {reading.document.path: habits_of(reading) for reading in readings}
    cases = as_known([
        Case(
            situation=situation, paper=paper, settings=settings,
            habits=habits[situation.entry.path],
        )
        for situation, paper in zip(situations, papers, strict=True)
    ])  # fmt: skip
    return list(zip(cases, check(cases), strict=True))
