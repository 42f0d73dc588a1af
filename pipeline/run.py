"""The pipeline at a glance: what a list and its records should say.

A run is a pure function with one hole in it, ``ask``: it reads no file, no clock, no network.
"""

import re
from collections.abc import Sequence

from pipeline.checks import Said, check, finding
from pipeline.checks.case import Case, Habits
from pipeline.checks.conclude import fields_of, silenced
from pipeline.checks.whole import status_of
from pipeline.match.match import Situation
from pipeline.papers.library import Library
from pipeline.papers.settle import Settled, settle
from pipeline.resolve.consult import Ask, Foresee, consult, unforeseen
from pipeline.values.model import Audited, Entry, Finding, Reading
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.write import complete
from pipeline.write.propose import Proposer
from pipeline.write.scribe import Scribe

_ABBREVIATED = re.compile(r"[^\W\d_]{2,}\.(?=\s|$)")

USUAL = 0.5
"""Share of a list's entries that give a field for its absence to be a fault."""


class Outcome(Value):
    """What a run concludes."""

    readings: tuple[Reading, ...]
    audited: tuple[Audited, ...]
    """In order of lists and lines."""
    library: Library
    """The records as they should be."""


def audit(
    readings: Sequence[Reading], library: Library, ask: Ask, settings: Settings,
    foresee: Foresee = unforeseen,
) -> Outcome:  # fmt: skip
    """Every entry resolved, compared and judged, with the edits that would mend it."""
    entries = [entry for reading in readings for entry in reading.entries]
    situations = consult(entries, ask, {r.document.path: r.text for r in readings}, foresee)
    settled = settle(library, situations, _whole(readings, situations))
    cases = _cases(readings, situations, settled, settings)
    proposer = Proposer.of(readings)
    scribes = {reading.document.path: Scribe(reading=reading) for reading in readings}
    seen: set[str] = set()
    audited = []
    for case, sayings in zip(cases, check(cases), strict=True):
        scribe = scribes[case.entry.path]
        findings = tuple(
            _spelt(said, finding(said, seen), case, proposer, scribe)
            for said in complete.sayings(scribe.reading, case, sayings)
            if not silenced(said.code, case.entry, settings)
        )
        audited.append(
            Audited(
                entry=case.entry,
                status=status_of(case),
                match=case.match,
                paper=case.paper if case.sure else None,
                fields=fields_of(case, findings),
                findings=findings,
            )
        )
    return Outcome(readings=tuple(readings), audited=tuple(audited), library=settled.library)


def _spelt(said: Said, found: Finding, case: Case, proposer: Proposer, scribe: Scribe) -> Finding:
    if complete.is_completion(said):
        return complete.spelt(scribe, case, found)
    return proposer.spelt(said, found)


def _whole(readings: Sequence[Reading], situations: Sequence[Situation]) -> set[str]:
    """The lists about which every service answered: what stands where is known for all of it."""
    owing = {s.inquiry.entry.path for s in situations if s.match.unavailable}
    return {reading.document.path for reading in readings} - owing


def _cases(
    readings: Sequence[Reading], situations: Sequence[Situation], settled: Settled,
    settings: Settings,
) -> list[Case]:  # fmt: skip
    habits = {reading.document.path: habits_of(reading) for reading in readings}
    return [
        Case(
            situation=situation, paper=paper, settings=settings,
            habits=habits[situation.inquiry.entry.path],
        )
        for situation, paper in zip(situations, settled.papers, strict=True)
    ]  # fmt: skip


def habits_of(reading: Reading) -> Habits:
    """What the entries of a list usually give; entries that are nothing but a link do not count."""
    whole = [e for e in reading.entries if e.title is not None and e.unparsed is None]
    if not whole:
        return Habits()
    least = USUAL * len(whole)
    return Habits(
        authors=sum(e.authors is not None for e in whole) >= least,
        venue=sum(e.venue is not None for e in whole) >= least,
        link=sum(bool(e.mentions) or any(k.url for k in e.links) for e in whole) >= least,
        abbreviates=_abbreviating(whole),
    )


def _abbreviating(entries: Sequence[Entry]) -> bool:
    """Most venues of several words are abbreviated; two at least."""
    venues = [e.venue.text for e in entries if e.venue and " " in e.venue.text]
    short = sum(_ABBREVIATED.search(venue) is not None for venue in venues)
    return short > 1 and short * 2 > len(venues)
