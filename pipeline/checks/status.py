"""What became of the work: retracted, doubted, corrected.

Read from the affected work's own record; a notice of retraction is not a retracted work, and a
reinstated work is not one either.
"""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.checks.case import Case, Remark
from pipeline.match.choice import WHOLLY
from pipeline.match.entry_against_work import Assessment
from pipeline.values.finding import Evidence, FixKind, Severity
from pipeline.values.work import Candidate, Notice, PartialDate, Stage

WITHDRAWING = ("retraction", "partial-retraction", "withdrawal")


def retracted(case: Case) -> Iterator[Remark]:
    """Retracted or withdrawn."""
    standing = _standing(_notices(case, *WITHDRAWING, "reinstatement"))
    if standing:
        yield _noticed(case, standing)
    elif case.sure:
        beside = (
            assessment
            for assessment in case.situation.possible.opened
            if assessment is not case.sure
        )
        yield from (
            remark.but(severity=Severity.NOTICE) for remark in _opens_retracted(case, beside)
        )
    else:
        opened = case.situation.possible.opened
        yield from _opens_retracted(case, opened) or _may_be_retracted(case)


def _standing(notices: Sequence[Notice]) -> Notice | None:
    """The last notice of a withdrawal that no reinstatement took back."""
    back = [n.date for n in notices if n.kind == "reinstatement"]
    known = [n for n in notices if n.kind in WITHDRAWING]
    valid = [n for n in known if not any(_not_before(day, n.date) for day in back)]
    return max(valid, key=lambda n: _day(n.date), default=None)


def _opens_retracted(case: Case, opened: Iterable[Assessment]) -> list[Remark]:
    """What the identifier opens was retracted, whichever work the entry means.

    A title that lost words may be too far from the work's to tell; the identifier is a fact. Of an
    entry that surely means another work it is said as well, but holds nothing against that work.
    """
    carried = {mention.identifier for mention in case.entry.mentions}
    for candidate in (c for assessment in opened for c in assessment.family):
        work = candidate.work
        notice = _standing(work.notices) if carried & set(work.identifiers) else None
        if notice:
            message = f"The identifier opens “{work.title}”. {_told(notice)}"
            return [_of(case, candidate, notice, message).but(confidence=0.99)]
    return []


def _may_be_retracted(case: Case) -> list[Remark]:
    """The one work that the entry may mean was retracted, and all its people signed it.

    Its title lost words, so that nothing of the entry is judged by it; this is worth a look.
    """
    chosen = case.situation.chosen
    if chosen is None or chosen.people_fit < WHOLLY:
        return []
    for candidate in chosen.family:
        notice = _standing(candidate.work.notices)
        if notice:
            message = f"It may be “{candidate.work.title}”. {_told(notice)}"
            remark = _of(case, candidate, notice, message)
            return [remark.but(severity=Severity.NOTICE, confidence=case.match.confidence)]
    return []


def _of(case: Case, candidate: Candidate, notice: Notice, message: str) -> Remark:
    provenance = candidate.provenance
    return Remark(
        message=message,
        current=case.entry.title.text if case.entry.title else "",
        fix=FixKind.NONE,
        evidence=(Evidence(source=provenance.source, url=provenance.url, value=_value(notice)),),
    )


def concern(case: Case) -> Iterator[Remark]:
    """Expression of concern, unless the work was retracted since."""
    notices = _notices(case, "concern")
    if notices and not any(retracted(case)):
        yield _noticed(case, notices[0])


def corrected(case: Case) -> Iterator[Remark]:
    """Correction or erratum."""
    for notice in _notices(case, "correction")[:1]:
        yield _noticed(case, notice)


def _notices(case: Case, *kinds: str) -> list[Notice]:
    """The notices on the version the entry means: a withdrawn preprint is not a retracted paper."""
    if not case.sure or not case.paper:
        return []
    stages = case.linked_stages or {case.paper.work.stage}
    own = [
        n for c in case.match.evidence if c.work.stage in stages or Stage.RECORD is c.work.stage
        for n in c.work.notices
    ]  # fmt: skip
    return [n for n in dict.fromkeys(own) if n.kind in kinds]


def _not_before(back: PartialDate | None, gone: PartialDate | None) -> bool:
    """Whether one day is not before another, as far as both are told: unknown it may be later."""
    if back is None or gone is None or back.year != gone.year:
        return back is None or gone is None or back.year > gone.year
    if not back.month or not gone.month or back.month != gone.month:
        return not back.month or not gone.month or back.month > gone.month
    return not back.day or not gone.day or back.day >= gone.day


def _day(date: PartialDate | None) -> tuple[int, int, int]:
    return (date.year, date.month or 0, date.day or 0) if date else (0, 0, 0)


_WORDS = {
    "retraction": "Retracted", "partial-retraction": "Partly retracted",
    "withdrawal": "Withdrawn", "concern": "The publisher expressed concern",
    "correction": "Corrected", "reinstatement": "Reinstated",
}  # fmt: skip


def _told(notice: Notice) -> str:
    """A notice in a sentence: "Retracted on 2010-02-06, see doi:10.9999/r."."""
    when = f" {'on' if notice.date.day else 'in'} {_spoken(notice.date)}" if notice.date else ""
    text = notice.text.rstrip(". ")
    where = f", see doi:{notice.doi}" if notice.doi else f": “{text}”" if text else ""
    return f"{_WORDS[notice.kind]}{when}{where}."


def _value(notice: Notice) -> str:
    return f"{notice.kind} {notice.doi}".strip()


def _noticed(case: Case, notice: Notice) -> Remark:
    return Remark(
        message=_told(notice),
        current=case.entry.title.text if case.entry.title else "",
        fix=FixKind.NONE,
        evidence=_seen(case, notice),
    )


def _spoken(date: PartialDate) -> str:
    parts = [str(date.year), *(f"{part:02}" for part in (date.month, date.day) if part)]
    return "-".join(parts)


def _seen(case: Case, notice: Notice) -> tuple[Evidence, ...]:
    return tuple(
        dict.fromkeys(
            Evidence(source=c.provenance.source, url=c.provenance.url,
                     value=_value(notice))
            for c in case.match.evidence if notice in c.work.notices
        )
    )  # fmt: skip
