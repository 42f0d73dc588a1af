"""The pipeline at a glance: what a list and its records should say.

A run is a pure function with one hole in it, ``outside``: it reads no file, no clock, no network.
"""

from collections.abc import Sequence

from pipeline.checks.cases import checked
from pipeline.checks.silenced import silenced
from pipeline.match.situation import Situation
from pipeline.papers.assign import assign, wholly_heard
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside, Understood, resolved, understood
from pipeline.resolve.printed import printed_since
from pipeline.values.audit import Audited, Habit, failed, with_failed
from pipeline.values.entry import Reading, only
from pipeline.values.failure import Failure, guarded, parted
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.write.automatic import concluded


class BrokenRunError(Exception):
    """A bug of ours that no entry is to blame for."""


class Outcome(Value):
    """What a run concludes."""

    audited: tuple[Audited, ...]
    """In order of lists and lines."""
    habits: tuple[Habit, ...]
    library: Library
    """The records as they should be."""
    readings: tuple[Reading, ...] = ()
    """The lists as their records show them to be meant."""


def audit(
    readings: Sequence[Reading], library: Library, outside: Outside, settings: Settings
) -> Outcome:
    """Every entry resolved, compared and judged, with the edits that would mend it.

    An entry at which something of ours breaks has failed; all else is as if it were not there.
    """
    count = sum(len(reading.entries) for reading in readings)
    outside.doing(f"asking about {count:,} entries")
    readings, heard = learnt(readings, outside, settings)
    outside.doing(f"comparing {len(heard):,} entries with what was found")
    done, broken = parted(
        [situation for situation in heard if situation.failure is None],
        lambda some: _judged(readings, some, library, settings),
    )
    if isinstance(done, Failure):
        raise BrokenRunError(f"{done.stage}: {done.error}")
    lost = [(s.entry, s.failure) for s in heard if s.failure]
    lost += [(situation.entry, failure) for situation, failure in broken]
    audited = with_failed(done.audited, lost, [each.entry for each in heard])
    return done.but(audited=audited, readings=readings)


def learnt(readings: Sequence[Reading], outside: Outside, settings: Settings) -> Understood:
    """The lists as their records show them, and all that a run asks about their entries.

    Undeclared preprints are searched for in print, if somebody would hear of it.
    """
    known = understood(readings, outside)
    if outside.besides is None or outside.watching or settings.superseded == "keep":
        return known
    every = settings.superseded == "search" or set(settings.only) == {"superseded"}
    heard = printed_since(
        known.heard, outside.besides, lambda entry: not silenced("superseded", entry, settings),
        every=every,
    )  # fmt: skip
    return known._replace(heard=heard)


def audit_each(
    readings: Sequence[Reading], outside: Outside, settings: Settings
) -> tuple[Audited, ...]:
    """Every entry judged as if it stood alone; all of them are asked about together."""
    entries = [entry for reading in readings for entry in reading.entries]
    heard = resolved(entries, outside, {r.document.path: r.text for r in readings})
    by_path = {reading.document.path: reading for reading in readings}
    return tuple(_alone(by_path[situation.entry.path], situation, settings) for situation in heard)


def _alone(reading: Reading, situation: Situation, settings: Settings) -> Audited:
    done = situation.failure or _judged([reading], [situation], Library(), settings)
    return failed(situation.entry, done) if isinstance(done, Failure) else done.audited[0]


def _judged(
    readings: Sequence[Reading], situations: Sequence[Situation], library: Library,
    settings: Settings,
) -> Outcome | Failure:  # fmt: skip
    """What follows for the entries of these situations, as if no others stood in the lists."""
    here = only(readings, [situation.entry for situation in situations])
    known = guarded("reconcile", assign, library, situations, wholly_heard(readings, situations))
    if isinstance(known, Failure):
        return known
    cases = guarded("check", checked, here, situations, known.papers, settings)
    if isinstance(cases, Failure):
        return cases
    proposal = guarded("propose", concluded, here, cases)
    if isinstance(proposal, Failure):
        return proposal
    return Outcome(audited=proposal.audited, habits=proposal.habits, library=known.library)
