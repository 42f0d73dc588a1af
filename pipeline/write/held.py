"""What is left to a person stays so, whatever else is mended beside it.

A year that the first run mended lifted the reason why a deleted author was left to a person, and
the second run deleted him. Corrections of which one would lift the doubts about another go
together or not at all: all of that entry are left to a person.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline import formats
from pipeline.checks import Said, check
from pipeline.checks.case import Case
from pipeline.checks.cases import Checked
from pipeline.match.same_work import heard
from pipeline.values.audit import Audited
from pipeline.values.codes import BY_NAME
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.finding import Finding, FixKind
from pipeline.values.question import ById, Found, Inquiry, Question, Reply
from pipeline.write.choosing import Correction, settled
from pipeline.write.propose import Proposed, proposed


class _Place(NamedTuple):
    """An entry of which a part would be written and a part left to a person."""

    number: int
    case: Case
    audited: Audited


def concluded(readings: Sequence[Reading], checked: Sequence[Checked]) -> Proposed:
    """What is said, and would be written: nothing that leaves a later run to write more of it."""
    return held(readings, [case for case, _ in checked], proposed(readings, checked))


def held(readings: Sequence[Reading], cases: Sequence[Case], told: Proposed) -> Proposed:
    """The same, nothing of it written by itself that would have a later run write what is left."""
    mixed = [
        _Place(number, case, audited)
        for number, (case, audited) in enumerate(zip(cases, told.audited, strict=True))
        if _written(audited) and _left(audited)
    ]
    if not mixed:
        return told
    later = {place.number: after for place, after in _afterwards(readings, mixed)}
    among = [later.get(number, case) for number, case in enumerate(cases)]
    says = zip(later, check(list(later.values()), among), strict=True)
    lifted = {number for number, said in says if _lifts(told.audited[number], said)}
    audited = tuple(
        _left_whole(one) if number in lifted else one for number, one in enumerate(told.audited)
    )
    return told._replace(audited=audited)


def _written(audited: Audited) -> list[Finding]:
    """What is written without being asked."""
    sure = audited.match is not None and audited.match.sure
    return [
        found for found in audited.findings
        if sure and found.edits and found.fix is FixKind.AUTO and not BY_NAME[found.code].style
    ]  # fmt: skip


def _left(audited: Audited) -> dict[str, str]:
    """Field -> what stands there, of all that is left to a person."""
    return {f.field: f.current for f in audited.findings if f.fix is FixKind.REVIEW and f.edits}


def _lifts(audited: Audited, said: Sequence[Said]) -> bool:
    """Whether what was left to a person would be written, of what stands there as before."""
    left = _left(audited)
    return any(
        (one.remark.fix or BY_NAME[one.code].fix) is FixKind.AUTO
        and one.remark.change is not None
        and left.get(BY_NAME[one.code].field) == one.remark.current
        for one in said
    )


def _left_whole(audited: Audited) -> Audited:
    mine = {found.id for found in _written(audited)}
    return audited.but(
        findings=tuple(
            found.but(fix=FixKind.REVIEW) if found.id in mine else found
            for found in audited.findings
        )
    )


def _afterwards(
    readings: Sequence[Reading], places: Sequence[_Place]
) -> Iterator[tuple[_Place, Case]]:
    """The cases as a later run would see them, after what is written by itself."""
    for reading in readings:
        mine = [place for place in places if place.case.entry.path == reading.document.path]
        wanted = [Correction(one.audited, found) for one in mine for found in _written(one.audited)]
        if not wanted:
            continue
        text = settled(reading, wanted).text
        again = formats.read(Document(path=reading.document.path, text=text))
        if len(again.entries) != len(reading.entries):
            continue
        at = {
            before.id: after for before, after in zip(reading.entries, again.entries, strict=True)
        }
        for place in mine:
            if after := at.get(place.case.entry.id):
                yield place, _case(place.case, after, again.text)


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
