"""What Errata understands of lists, no service asked."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pipeline import formats
from pipeline.edge.files import Source
from pipeline.values.audit import Audit, Audited, Status, failed
from pipeline.values.entry import Entry
from pipeline.values.version import version


def now() -> datetime:
    """This moment, as reports say it."""
    return datetime.now(UTC).replace(microsecond=0)


def read(sources: Sequence[Source]) -> Audit:
    """Every entry, read and nothing more."""
    readings = tuple(formats.read(source.document) for source in sources)
    audited = tuple(_audited(entry) for reading in readings for entry in reading.entries)
    return Audit(
        version=version(), generated=now(), complete=True, readings=readings, audited=audited,
        checked=False,
    )  # fmt: skip


def _audited(entry: Entry) -> Audited:
    if entry.failure:
        return failed(entry, entry.failure)
    return Audited(entry=entry, status=Status.UNPARSED if entry.unparsed else Status.READ)
