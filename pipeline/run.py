"""The pipeline at a glance: what a list and its records should say.

A run is a pure function with one hole in it, ``outside``: it reads no file, no clock, no network.
"""

import re
from collections.abc import Sequence

from pipeline.checks import Said, check, finding
from pipeline.checks.case import Case, Habits
from pipeline.checks.entry import status_of
from pipeline.checks.field_states import fields_of, silenced
from pipeline.match.match import Situation
from pipeline.papers.assign import Assigned, assign
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside, resolved
from pipeline.values.audit import Audited
from pipeline.values.entry import Entry, Reading
from pipeline.values.finding import Finding
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.write import bare_links
from pipeline.write.list_style import ListStyle
from pipeline.write.propose import Proposer

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
    readings: Sequence[Reading], library: Library, outside: Outside, settings: Settings
) -> Outcome:
    """Every entry resolved, compared and judged, with the edits that would mend it."""
    entries = [entry for reading in readings for entry in reading.entries]
    texts = {reading.document.path: reading.text for reading in readings}
    situations = resolved(entries, outside, texts)
    assigned = assign(library, situations, _whole(readings, situations))
    cases = _cases(readings, situations, assigned, settings)
    proposer = Proposer.of(readings)
    styles = {reading.document.path: ListStyle(reading=reading) for reading in readings}
    seen: set[str] = set()
    audited = []
    for case, sayings in zip(cases, check(cases), strict=True):
        style = styles[case.entry.path]
        findings = tuple(
            _spelt(said, finding(said, seen), case, proposer, style)
            for said in bare_links.sayings(style.reading, case, sayings)
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
    return Outcome(readings=tuple(readings), audited=tuple(audited), library=assigned.library)


def _spelt(said: Said, found: Finding, case: Case, proposer: Proposer, style: ListStyle) -> Finding:
    if bare_links.is_completion(said):
        return bare_links.spelt(style, case, found)
    return proposer.spelt(said, found)


def _whole(readings: Sequence[Reading], situations: Sequence[Situation]) -> set[str]:
    """The lists about which every service answered: what stands where is known for all of it."""
    owing = {s.entry.path for s in situations if s.match.unavailable}
    return {reading.document.path for reading in readings} - owing


def _cases(
    readings: Sequence[Reading], situations: Sequence[Situation], assigned: Assigned,
    settings: Settings,
) -> list[Case]:  # fmt: skip
    habits = {reading.document.path: habits_of(reading) for reading in readings}
    return [
        Case(
            situation=situation, paper=paper, settings=settings,
            habits=habits[situation.entry.path],
        )
        for situation, paper in zip(situations, assigned.papers, strict=True)
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
        venue_like=_usual_venue(whole),
        abbreviates=_abbreviating(whole),
    )


def _usual_venue(entries: Sequence[Entry]) -> str:
    """The venue of middling length."""
    venues = sorted((e.venue.text for e in entries if e.venue), key=lambda text: (len(text), text))
    return venues[len(venues) // 2] if venues else ""


def _abbreviating(entries: Sequence[Entry]) -> bool:
    """Most venues of several words are abbreviated; two at least."""
    venues = [e.venue.text for e in entries if e.venue and " " in e.venue.text]
    short = sum(_ABBREVIATED.search(venue) is not None for venue in venues)
    return short > 1 and short * 2 > len(venues)
