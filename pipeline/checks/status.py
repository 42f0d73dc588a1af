"""What became of the work: retracted, doubted, corrected.

Read from the affected work's own record; a notice of retraction is not a retracted work, and a
reinstated work is not one either.
"""

from collections.abc import Iterator

from pipeline.checks.case import Case, Remark
from pipeline.values.finding import Evidence, FixKind
from pipeline.values.work import Notice, PartialDate, Stage

WITHDRAWING = ("retraction", "partial-retraction", "withdrawal")


def retracted(case: Case) -> Iterator[Remark]:
    """Retracted or withdrawn."""
    notices = _notices(case, *WITHDRAWING)
    back = max((_day(n.date) for n in _notices(case, "reinstatement")), default=None)
    standing = [n for n in notices if back is None or _day(n.date) > back]
    if standing:
        yield _noticed(case, max(standing, key=lambda n: _day(n.date)))


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


def _day(date: PartialDate | None) -> tuple[int, int, int]:
    return (date.year, date.month or 0, date.day or 0) if date else (0, 0, 0)


def _noticed(case: Case, notice: Notice) -> Remark:
    words = {
        "retraction": "Retracted", "partial-retraction": "Partly retracted",
        "withdrawal": "Withdrawn", "concern": "The publisher expressed concern",
        "correction": "Corrected", "reinstatement": "Reinstated",
    }  # fmt: skip
    when = f" on {_spoken(notice.date)}" if notice.date else ""
    said = notice.text.rstrip(". ")
    where = f", see doi:{notice.doi}" if notice.doi else f": “{said}”" if said else ""
    return Remark(
        message=f"{words[notice.kind]}{when}{where}.",
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
                     value=f"{notice.kind} {notice.doi}".strip())
            for c in case.match.evidence if notice in c.work.notices
        )
    )  # fmt: skip
