"""What follows from a run for lists and records: the texts, what is written, what remains."""

from collections.abc import Iterable, Sequence

from pipeline.checks.field_states import covers
from pipeline.edge.files import UserError, having, write_records
from pipeline.jobs.check import Run
from pipeline.jobs.lists import Text, write_lists
from pipeline.values.audit import Audit
from pipeline.values.codes import movable
from pipeline.values.settings import Ignore, Settings
from pipeline.write.moves import NotMovedError
from pipeline.write.rewriting import Accepted, rewritten, rewritten_alone


def corrected(run: Run, accepted: Accepted) -> list[Text]:
    """Each list with its text after the accepted fixes, wrong decoding repaired.

    Raises:
        UserError: an entry is to move and cannot.

    """
    try:
        return [
            Text(source=source, text=rewritten(reading, run.audit.audited, accepted))
            for source, reading in zip(run.sources, run.audit.readings, strict=True)
        ]
    except NotMovedError as error:
        raise UserError(f"{error}. Nothing was written; move that entry by hand.") from error


def corrected_alone(run: Run, accepted: Accepted) -> list[Text]:
    """The same with wrong decoding elsewhere left as it is."""
    return [
        Text(source=source, text=rewritten_alone(reading, run.audit.audited, accepted))
        for source, reading in zip(run.sources, run.audit.readings, strict=True)
    ]


def save(run: Run, texts: Iterable[Text], settings: Settings) -> list[str]:
    """The names of the files that were written: records first, then lists."""
    records = write_records(settings.records, run.library, run.before)
    with having(records):
        return records + write_lists(texts)


def remaining(audit: Audit, accepted: Accepted, refused: Sequence[Ignore] = ()) -> Audit:
    """What the report would still say: the findings that were neither written nor refused."""
    left = tuple(
        a.but(
            findings=tuple(
                f for f in a.findings
                if not accepted.takes(f) and not any(covers(i, f.code, a.entry) for i in refused)
            )
        )
        for a in audit.audited
    )  # fmt: skip
    return audit.but(audited=left)


def acceptable(ids: frozenset[str], audit: Audit) -> None:
    """Nothing if all of these findings can be accepted.

    Raises:
        UserError: one is not among today's, or has no edit.

    """
    findings = {finding.id: finding for audited in audit.audited for finding in audited.findings}
    if missing := sorted(ids - set(findings)):
        raise UserError(f"There is no finding {missing[0]}. Run `errata check` for those of today.")
    if mute := sorted(n for n in ids if not findings[n].edits and not movable(findings[n])):
        code = findings[mute[0]].code
        raise UserError(f"{code} {mute[0]} is for your own hand, there is no edit to accept.")
