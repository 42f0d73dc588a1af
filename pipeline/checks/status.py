"""What became of the work: retracted, doubted, corrected, published.

Read from the affected work's own record; a notice of retraction is not a retracted work, and a
reinstated work is not one either.
"""

from collections.abc import Iterator

from pipeline.checks.case import Case, Remark
from pipeline.compare import titles, venues
from pipeline.formats.protocol import Change
from pipeline.values.entry import Entry
from pipeline.values.finding import Evidence, FixKind, Severity
from pipeline.values.identifiers import Identifier
from pipeline.values.work import Candidate, Notice, PartialDate, Stage, Work

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


def superseded(case: Case) -> Iterator[Remark]:
    """A preprint whose version of record exists, cited as a preprint.

    Where the version of record has another title and other authors as well, the entry is right as
    a citation of the preprint and cannot simply be moved: a notice, not a warning.
    """
    entry = case.entry
    if not case.sure or case.settings.superseded == "keep" or Stage.RECORD in case.linked_stages:
        return
    if entry.venue and not venues.server(entry.venue.text):
        return
    if case.match.unavailable and Stage.PREPRINT not in case.linked_stages:
        return  # who is silent may hold what the entry links
    preprint = _first(case, Stage.PREPRINT)
    record = _record(case)
    if not preprint or not record:
        return
    identifier, work, seen = record
    container = f" in {work.container_title}" if work and work.container_title else ""
    yield Remark(
        message=f"Published{container}: {identifier.url}.",
        current=entry.links[0].url if entry.links else "",
        proposed=identifier.url,
        change=Change(field="link", text=identifier.url, link=_linking(case)),
        also=_moved(entry, work),
        fix=FixKind.REVIEW,
        severity=Severity.NOTICE if work and _another_text(preprint.work, work) else None,
        evidence=seen,
    )


def _linking(case: Case) -> int:
    """The place of the link that opens the preprint."""
    preprint = _first(case, Stage.PREPRINT)
    own = set(preprint.work.identifiers) if preprint else set()
    links = case.entry.links
    return next((n for n, link in enumerate(links) if own & set(link.identifiers)), len(links))


def _moved(entry: Entry, work: Work | None) -> tuple[Change, ...]:
    """Venue and written year of the version of record, where the entry gives them."""
    if work is None:
        return ()
    changes = []
    if entry.venue and work.container_title:
        changes.append(Change(field="venue", text=work.container_title))
    if entry.year and entry.year.source == "entry" and work.issued:
        changes.append(Change(field="year", text=str(work.issued.year)))
    return tuple(changes)


def _first(case: Case, stage: Stage) -> Candidate | None:
    return next((c for c in case.match.evidence if c.work.stage is stage), None)


def _record(case: Case) -> tuple[Identifier, Work | None, tuple[Evidence, ...]] | None:
    """The version of record: as its own record tells it, or as the preprint's declares it."""
    record = _first(case, Stage.RECORD)
    if record:
        doi = next((i for i in record.work.identifiers if i.url), None)
        said = record.provenance
        if doi:
            seen = Evidence(source=said.source, url=said.url, value=record.work.title)
            return doi, record.work, (seen,)
    return None


def _another_text(preprint: Work, record: Work) -> bool:
    """The version of record has another title, and more or fewer authors."""
    if titles.key(preprint.title) == titles.key(record.title):
        return False
    return bool(preprint.authors and record.authors) and len(preprint.authors) != len(
        record.authors
    )
