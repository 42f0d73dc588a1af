"""References judged one by one against an index alone: what every engine does with a piece."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline import formats
from pipeline.edge.local_index import IndexAlone
from pipeline.formats.pieces import Reference
from pipeline.reports.json import line
from pipeline.resolve.outside import Outside
from pipeline.run import audit_each
from pipeline.values.audit import Audited
from pipeline.values.entry import Reading
from pipeline.values.settings import Settings

PIECE = 2_000
"""References that are judged together: one look-up for all questions of a round."""

Row = Mapping[str, Any]
"""What is said of a reference: an entry of the JSON report, with the line where it stands."""
_DESKS: dict[str, IndexAlone] = {}
"""The index of this process."""


class Judged(NamedTuple):
    """A piece that was judged."""

    rows: list[Row]
    said: tuple[str, ...]
    """What is wrong with the index, as far as it showed."""


def judge(settings: Settings, piece: Sequence[Reference]) -> Judged:
    """What is said of each of these references; of one without an entry, that it is unparsed."""
    readings = [formats.read(reference.document) for reference in piece]
    desk = _desk(settings)
    audited = audit_each(readings, Outside(desk.heard), settings)
    by_path: dict[str, list[Audited]] = {}
    for checked in audited:
        by_path.setdefault(checked.entry.path, []).append(checked)
    pairs = zip(piece, readings, strict=True)
    rows = [row for reference, reading in pairs for row in _rows(reference, reading, by_path)]
    return Judged(rows, desk.forget())


def _rows(
    reference: Reference, reading: Reading, by_path: Mapping[str, Sequence[Audited]]
) -> Iterator[Row]:
    shift = reference.line - 1 - reference.before
    for audited in by_path.get(reading.document.path, ()):
        yield _placed(line(audited), shift)
    if not reading.entries:
        yield {
            "id": f"L{reference.line}", "line": reference.line, "status": "unparsed",
            "text": reading.text.removeprefix("- ").strip()[:2000], "findings": [],
        }  # fmt: skip


def _placed(row: Mapping[str, Any], shift: int) -> Row:
    """What is said of a reference, with the lines of its file; no name to accept a finding by."""
    begins = row["line"] + shift
    findings = [
        {name: value for name, value in finding.items() if name not in ("id", "other")}
        | {"line": finding["line"] + shift}
        for finding in row["findings"]
    ]
    return {
        **row, "id": f"L{begins}", "line": begins, "end_line": row["end_line"] + shift,
        "findings": findings,
    }  # fmt: skip


def _desk(settings: Settings) -> IndexAlone:
    if settings.index not in _DESKS:
        _DESKS[settings.index] = IndexAlone(settings)
    return _DESKS[settings.index]


def ready(settings: Settings) -> None:
    """Open the index: what is wrong with it is said before anything is begun.

    Raises:
        IndexTroubleError: it cannot be read.

    """
    _desk(settings)


def done() -> None:
    """Let go of the index of this process."""
    for desk in _DESKS.values():
        desk.close()
    _DESKS.clear()
