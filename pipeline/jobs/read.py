"""What Errata understands of lists, no service asked."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pipeline import formats
from pipeline.edge.files import Source
from pipeline.values.audit import Audit, Audited, Status
from pipeline.values.version import version


def now() -> datetime:
    """This moment, as reports say it."""
    return datetime.now(UTC).replace(microsecond=0)


def read(sources: Sequence[Source]) -> Audit:
    """Every entry, read and nothing more."""
    readings = tuple(formats.read(source.document) for source in sources)
    audited = tuple(
        Audited(entry=e, status=Status.READ if e.unparsed is None else Status.UNPARSED)
        for reading in readings
        for e in reading.entries
    )
    return Audit(
        version=version(), generated=now(), complete=True, readings=readings, audited=audited,
        checked=False,
    )  # fmt: skip
