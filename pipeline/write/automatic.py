"""What is written by itself, checked before it is written.

A year that the first run mended lifted the reason why a deleted author was left to a person, and
the second run deleted him. A link that was filled in named a record with one author less, and the
next check said so. Corrections after which a check would say anything new, or write what is left to
a person, are all of that entry left to a person.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.checks import Observation, check
from pipeline.checks.case import Case
from pipeline.checks.cases import Checked
from pipeline.checks.silenced import silenced
from pipeline.match.same_work import heard
from pipeline.values.audit import Audited, Habit
from pipeline.values.codes import BY_NAME
from pipeline.values.entry import Entry, Reading
from pipeline.values.finding import Finding, FixKind
from pipeline.values.question import ById, Found, Inquiry, Question, Reply
from pipeline.write.choosing import Correction, by_entry, settled
from pipeline.write.proof import partners
from pipeline.write.propose import Proposed, proposed

HIDDEN = {"title-misspelt": "title-style", "author-misspelt": "authors-style"}
"""What is written word by word: case and initials elsewhere in the field are told only now."""


class _Place(NamedTuple):
    """An entry of which something would be written by itself."""

    number: int
    case: Case
    audited: Audited


def concluded(readings: Sequence[Reading], checked: Sequence[Checked]) -> Proposed:
    """What is said, and would be written: nothing of which a later run would have more to say."""
    return held(readings, [case for case, _ in checked], proposed(readings, checked))


def held(readings: Sequence[Reading], cases: Sequence[Case], proposal: Proposed) -> Proposed:
    """The same, nothing of it written by itself of which a later run would have more to say."""
    places = [
        _Place(number, case, audited)
        for number, (case, audited) in enumerate(zip(cases, proposal.audited, strict=True))
        if _written(audited)
    ]
    if not places:
        return proposal
    later = {place.number: after for place, after in _afterwards(readings, places)}
    among = [later.get(number, case) for number, case in enumerate(cases)]
    says = zip(later, check(list(later.values()), among), strict=True)
    wrong = {
        number for number, observations in says
        if _lifts(proposal.audited[number], observations)
        or _news(proposal.audited[number], _heard(among[number], observations, proposal.habits))
    }  # fmt: skip
    audited = tuple(
        _left_whole(audited) if number in wrong else audited
        for number, audited in enumerate(proposal.audited)
    )
    return proposal._replace(audited=audited)


def _heard(
    case: Case, observations: Sequence[Observation], habits: Sequence[Habit]
) -> list[Observation]:
    """What a person would hear of what was written: nothing silenced, no habit of the list.

    Under which year's heading a pasted address stands was decided by whoever pasted it.
    """
    usual = {(habit.path, habit.code, habit.kind) for habit in habits}
    return [
        observation for observation in observations
        if not silenced(observation.code, case.entry, case.settings)
        and (case.entry.path, observation.code, observation.remark.kind) not in usual
        and not (observation.code == "year-differs" and _under_a_year(case.entry))
    ]  # fmt: skip


def _under_a_year(entry: Entry) -> bool:
    return entry.year is not None and entry.year.source == "section"


def _news(audited: Audited, observations: Sequence[Observation]) -> bool:
    """Whether anything is said that was not."""
    known = {finding.code for finding in (*audited.findings, *audited.habitual)}
    known |= {HIDDEN[code] for code in known & HIDDEN.keys()}
    return any(observation.code not in known for observation in observations)


def _written(audited: Audited) -> list[Finding]:
    """What is written without being asked."""
    sure = audited.match is not None and audited.match.sure
    return [
        finding
        for finding in audited.findings
        if sure
        and finding.edits
        and finding.fix is FixKind.AUTO
        and not BY_NAME[finding.code].style
    ]


def _left(audited: Audited) -> dict[str, str]:
    """Field -> what stands there, of all that is left to a person."""
    return {f.field: f.current for f in audited.findings if f.fix is FixKind.REVIEW and f.edits}


def _lifts(audited: Audited, observations: Sequence[Observation]) -> bool:
    """Whether what was left to a person would be written, of what stands there as before."""
    left = _left(audited)
    return any(
        (observation.remark.fix or BY_NAME[observation.code].fix) is FixKind.AUTO
        and observation.remark.change is not None
        and left.get(BY_NAME[observation.code].field) == observation.remark.current
        for observation in observations
    )


def _left_whole(audited: Audited) -> Audited:
    mine = {finding.id for finding in _written(audited)}
    return audited.but(
        findings=tuple(
            finding.but(fix=FixKind.REVIEW) if finding.id in mine else finding
            for finding in audited.findings
        )
    )


def _afterwards(
    readings: Sequence[Reading], places: Sequence[_Place]
) -> Iterator[tuple[_Place, Case]]:
    """The cases as a later run would see them, after what is written by itself."""
    for reading in readings:
        mine = [place for place in places if place.case.entry.path == reading.document.path]
        wanted = [
            Correction(place.audited, finding)
            for place in mine
            for finding in _written(place.audited)
        ]
        if not wanted:
            continue
        done = settled(reading, wanted)
        touched = by_entry(done.made)
        entries, _ = partners(reading, done.reading, touched)
        at = {before.id: after for before, after in zip(reading.entries, entries, strict=True)}
        for place in mine:
            if after := at.get(place.case.entry.id):
                yield place, _case(place.case, after, done.reading.text)


def _case(before: Case, entry: Entry, text: str) -> Case:
    """The case of an entry that was mended, with all that was heard of its works."""
    inquiry = before.situation.inquiry
    asked = inquiry.but(entry=entry, raw=entry.span.cut(text))
    mended = asked.but(replies=(*inquiry.replies, *_told(asked)))
    return before.but(situation=before.situation.but(inquiry=mended, before=(), written=None))


def _told(inquiry: Inquiry) -> Iterator[Reply]:
    """What the identifiers of a new link name, as far as a search brought it before."""
    for mention in inquiry.entry.mentions:
        known = [c for c in heard(inquiry) if mention.identifier in c.work.identifiers]
        for source in dict.fromkeys(c.provenance.source for c in known):
            mine = tuple(c for c in known if c.provenance.source == source)
            yield Reply(
                question=Question(source=source, query=ById(identifier=mention.identifier)),
                answer=Found(candidates=mine),
            )
