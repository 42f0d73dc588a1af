"""What follows from a run for lists and records: the texts, what is written, what remains."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.checks.silenced import covers
from pipeline.edge.files import UserError, having
from pipeline.edge.records import write_records
from pipeline.jobs.check import Run
from pipeline.jobs.lists import Text
from pipeline.jobs.saving import Places, write_lists
from pipeline.values.audit import Audit, Audited
from pipeline.values.codes import BY_NAME, movable
from pipeline.values.finding import Finding
from pipeline.values.nearest import meant
from pipeline.values.settings import Ignore, Settings
from pipeline.values.shell import words
from pipeline.write.applying import Accepted, rewritten


class Corrected(NamedTuple):
    """What follows from a run for its lists."""

    texts: list[Text]
    audit: Audit
    """What is left to say: of each finding, whether the texts have it written."""


class Saved(NamedTuple):
    """What was written of it."""

    files: list[str]
    """Their names."""
    audit: Audit
    """As before, but for what found no place in a list that was changed meanwhile."""


def corrected(run: Run, accepted: Accepted) -> Corrected:
    """Each list with its text after the accepted fixes."""
    done = [rewritten(reading, run.audit.audited, accepted) for reading in run.audit.readings]
    audit = run.audit.but(
        audited=tuple(audited for each in done for audited in each.audited),
        notes=(*run.audit.notes, *(why for each in done for why in (*each.left, *each.remarks))),
    )
    pairs = zip(run.sources, done, strict=True)
    return Corrected([Text(source=source, text=each.text) for source, each in pairs], audit)


def save(run: Run, done: Corrected, settings: Settings) -> Saved:
    """Records and lists written, in this order; what somebody saved meanwhile stays."""
    records = write_records(settings.records, run.library, run.before)
    with having(records):
        lists = write_lists(done.texts)
    audit = done.audit.but(
        audited=tuple(_as_saved(audited, lists.lost) for audited in done.audit.audited),
        notes=(*done.audit.notes, *lists.remarks),
    )
    return Saved([*records, *lists.written], audit)


def _as_saved(audited: Audited, lost: Mapping[str, Places]) -> Audited:
    """The entry, its corrections not written where the list was changed meanwhile."""
    entry, places = audited.entry, lost.get(audited.entry.path, ())
    if not any(first <= entry.end_line and entry.line <= last for first, last in places):
        return audited
    return audited.but(findings=tuple(f.but(written=False) for f in audited.findings))


def remaining(audit: Audit, refused: Sequence[Ignore] = ()) -> Audit:
    """What the report would still say: the findings that were neither written nor refused."""
    return audit.but(
        audited=tuple(
            audited.but(
                findings=tuple(f for f in audited.findings if not _settled(audited, f, refused))
            )
            for audited in audit.audited
        )
    )


def _settled(audited: Audited, finding: Finding, refused: Sequence[Ignore]) -> bool:
    return finding.written or any(covers(ignore, finding.code, audited.entry) for ignore in refused)


def acceptable(ids: frozenset[str], audit: Audit) -> None:
    """Nothing if all of these findings can be accepted.

    Raises:
        UserError: one is not among today's, or has no edit.

    """
    findings = {
        f.id: f for audited in audit.audited for f in (*audited.findings, *audited.habitual)
    }
    if missing := sorted(ids - set(findings)):
        names = words(reading.document.path for reading in audit.readings)
        near = meant(missing[0], BY_NAME)
        raise UserError(
            f"There is no finding {missing[0]}.{near} "
            f"`errata check {names}` shows the present ones."
        )
    if mute := sorted(n for n in ids if not findings[n].edits and not movable(findings[n])):
        code = findings[mute[0]].code
        raise UserError(f"{code} {mute[0]} has no correction to write. Change the entry by hand.")
