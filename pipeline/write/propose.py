"""What would mend a finding, spelt in the entry's own manner."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline import formats
from pipeline.checks import Observation, finding
from pipeline.checks.case import Case
from pipeline.checks.entry import status_of
from pipeline.checks.field_states import fields_of
from pipeline.checks.repeated import parted
from pipeline.checks.silenced import silenced
from pipeline.compare import venues
from pipeline.formats.protocol import Change
from pipeline.values.audit import Audited, Habit
from pipeline.values.codes import BY_NAME
from pipeline.values.entry import Entry, Reading
from pipeline.values.finding import Finding, FixKind, Severity
from pipeline.values.text import Edit, Value
from pipeline.write import bare_links
from pipeline.write.doubling import doubles
from pipeline.write.list_style import ListStyle
from pipeline.write.marks import loses


class Proposed(NamedTuple):
    """What a run says."""

    audited: tuple[Audited, ...]
    habits: tuple[Habit, ...]


def proposed(
    readings: Sequence[Reading], checked: Sequence[tuple[Case, Sequence[Observation]]]
) -> Proposed:
    """Each case with its findings, none that is silenced, and the edits that would mend them."""
    proposer = Proposer.of(readings)
    styles = {reading.document.path: ListStyle(reading=reading) for reading in readings}
    seen: set[str] = set()
    cases = [case for case, _ in checked]
    parts = parted(
        cases,
        [_told(case, observations, styles[case.entry.path]) for case, observations in checked],
    )
    audited = tuple(
        _audited(case, (kept, habitual), proposer, styles[case.entry.path], seen)
        for case, kept, habitual in zip(cases, parts.kept, parts.habitual, strict=True)
    )
    return Proposed(audited, parts.habits)


def _told(case: Case, sayings: Sequence[Observation], style: ListStyle) -> tuple[Observation, ...]:
    """What is said of an entry, its completion in the place of what is missing in it."""
    observations = bare_links.sayings(style.reading, case, sayings)
    return tuple(
        observation
        for observation in observations
        if not silenced(observation.code, case.entry, case.settings)
    )


def _audited(
    case: Case, both: tuple[Sequence[Observation], Sequence[Observation]], proposer: "Proposer",
    style: ListStyle, seen: set[str],
) -> Audited:  # fmt: skip
    findings, habitual = (
        tuple(
            _spelt(observation, finding(observation, seen), case, proposer, style)
            for observation in observations
        )
        for observations in both
    )
    return Audited(
        entry=case.entry,
        status=status_of(case),
        match=case.match,
        paper=case.paper if case.sure else None,
        cites=case.cites,
        fields=fields_of(case, findings),
        findings=findings,
        habitual=habitual,
    )


def _spelt(
    observation: Observation, unspelt: Finding, case: Case, proposer: "Proposer", style: ListStyle
) -> Finding:
    if bare_links.is_completion(observation):
        return bare_links.spelt(style, case, unspelt)
    return proposer.spelt(observation, unspelt)


class Proposer(Value):
    """The readings of a run, and the entry of each list whose manner of names is the usual one."""

    readings: Mapping[str, Reading]
    models: Mapping[str, Entry | None]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> "Proposer":
        """Ready for the findings in these lists."""
        return cls(
            readings={reading.document.path: reading for reading in readings},
            models={r.document.path: model_of(r) for r in readings},
        )

    def spelt(self, observation: Observation, finding: Finding) -> Finding:
        """The finding with its edits and the field as its reader would see it.

        A fix that the list has no place for is proposed, not written.
        """
        change, entry = observation.remark.change, observation.entry
        if change is None or finding.fix is FixKind.NONE:
            return finding
        reading = self.readings[entry.path]
        like = self.models[entry.path] if observation.remark.like == "*" else None
        done = formats.rewrite(reading, entry, change, like if like != entry else None)
        if not done.edits or _spoils(reading, change, done.edits):
            notice = BY_NAME[finding.code].severity is Severity.NOTICE
            none = FixKind.NONE if notice or not done.proposed else FixKind.REVIEW
            return finding.but(proposed=done.proposed, fix=none)
        more = (formats.rewrite(reading, entry, c, None).edits for c in observation.remark.also)
        edits = (*done.edits, *(edit for edits in more for edit in edits))
        fix = FixKind.REVIEW if _shouts(change, finding) else finding.fix
        return finding.but(proposed=done.proposed, edits=edits, fix=fix)


def _shouts(change: Change, finding: Finding) -> bool:
    """A venue in capitals throughout, beside others that are not: nothing to write unasked."""
    return (
        finding.fix is FixKind.AUTO and change.field == "venue"
        and venues.shouts(change.text) and not venues.shouts(finding.current)
    )  # fmt: skip


def _spoils(reading: Reading, change: Change, edits: Sequence[Edit]) -> bool:
    """Whether the edits would write a word twice, or take away more than the field's words."""
    words = change.field in ("title", "authors", "venue")
    return doubles(reading.text, edits) or (words and loses(reading.text, edits, reading.format))


def model_of(reading: Reading) -> Entry | None:
    """The first entry whose by-line is written as most by-lines of the list are.

    Whether it is right does not matter, and may not be known today: only its manner is followed.
    """
    written = [e for e in reading.entries if e.authors and len(e.authors.names) > 1]
    if not written:
        return None
    usual = Counter(map(manner, written)).most_common(1)[0][0]
    return next(e for e in written if manner(e) == usual)


def manner(entry: Entry) -> tuple[bool, bool, bool]:
    """Whether family names come first, given names are initials, and initials have full stops."""
    names = entry.authors.names if entry.authors else ()
    with_given = [name for name in names if name.given]
    first = sum(name.text.startswith(name.family) for name in with_given) * 2 > len(with_given)
    given = [name.given.replace(".", " ").split() for name in with_given]
    short = sum(len(parts[0]) <= 2 for parts in given if parts)
    dotted = sum("." in name.given for name in with_given)
    return first, short * 2 > len(with_given), dotted * 2 > len(with_given)
