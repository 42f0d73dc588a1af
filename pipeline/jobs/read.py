"""What Errata understands of lists, no service asked."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from pipeline import formats
from pipeline.edge.files import Source
from pipeline.markup import json_scan, yaml_nodes
from pipeline.values.audit import Audit, Audited, Status, failed
from pipeline.values.entry import Entry, Reading
from pipeline.values.version import version


def now() -> datetime:
    """This moment, as reports say it."""
    return datetime.now(UTC).replace(microsecond=0)


_WANTED = {
    "bibtex": "entries such as @article{key, …}",
    "csl-json": "items of CSL-JSON",
    "ris": "records that begin with TY",
    "nbib": "records of PubMed",
    "endnote-xml": "records",
    "bbl": "items that begin with \\bibitem{key}",
    "docx": "references, addresses and identifiers",
    "csv": "rows under a column of titles",
    "cff": "references",
    "hayagriva": "entries with a title",
    "yaml": "tables with a title",
    "html": "items, rows, paragraphs or boxes with a title and a link or authors",
    "plain": "addresses and identifiers",
}
_USUAL = "items with a title and a link, an identifier or authors"
_FAULTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "csl-json": ("JSON", json_scan.fault), "cff": ("YAML", yaml_nodes.fault),
    "hayagriva": ("YAML", yaml_nodes.fault), "yaml": ("YAML", yaml_nodes.fault),
}  # fmt: skip
"""Formats of which a fault in one line hides every entry, and what finds that line."""


def empty(audit: Audit) -> tuple[str, ...]:
    """What was looked for in each list of which nothing was read: no entry is no clean list."""
    return tuple(_nothing(reading) for reading in audit.readings if not reading.entries)


def _nothing(reading: Reading) -> str:
    path, kind = reading.document.path, reading.format
    name, of = _FAULTS.get(kind, ("", lambda _: ""))
    if fault := of(reading.text):
        return f"{path}: 0 entries. It is no valid {name}: {fault}. Mend that place first."
    return (
        f"{path}: 0 entries. Looked for {_WANTED.get(kind, _USUAL)}, reading it as {kind}. "
        "Is this the right file?"
    )


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
