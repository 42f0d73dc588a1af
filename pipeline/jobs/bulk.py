"""References by the million, judged against a local index alone."""

import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import formats
from pipeline.edge.bulk_output import output
from pipeline.edge.files import UserError
from pipeline.edge.local_index import IndexAlone
from pipeline.formats.pieces import Reference, pieces
from pipeline.index.trouble import needs_installed
from pipeline.jobs.local_index import mendable
from pipeline.reports.json import line
from pipeline.resolve.outside import Outside
from pipeline.run import audit_each
from pipeline.values.audit import Audited
from pipeline.values.entry import Reading
from pipeline.values.settings import Settings

PIECE = 500
"""References that are judged together: one look-up for all questions of a round."""
AHEAD = 3
"""Pieces for each process that are read before their turn."""

Row = Mapping[str, Any]
"""What is said of a reference: an entry of the JSON report, with the line where it stands."""
_DESKS: dict[str, IndexAlone] = {}
"""The index of this process."""


class Judged(NamedTuple):
    """A piece that was judged."""

    rows: list[Row]
    said: tuple[str, ...]
    """What is wrong with the index, as far as it showed."""


Heard = Callable[[Judged], None]


def bulk(name: Path, settings: Settings, out: Path, heard: Heard) -> Counter[str]:
    """Judges every reference of a file; how many came to which status.

    Raises:
        UserError: a file cannot be read or written, or the index cannot.

    """
    with mendable():
        needs_installed()
        _desk(settings)  # what is wrong with it is said before anything is begun
    counts: Counter[str] = Counter()
    try:
        with name.open(encoding="utf-8", errors="replace") as file, output(out) as put:
            for done in _judged(pieces(name.name, file, PIECE), settings):
                put(done.rows)
                counts.update(str(row["status"]) for row in done.rows)
                heard(done)
    except OSError as error:
        raise UserError(f"{error.filename or out}: {error.strerror or error}.") from error
    finally:
        _desk(settings).close()
        _DESKS.clear()
    return counts


def _judged(told: Iterator[list[Reference]], settings: Settings) -> Iterator[Judged]:
    """What is said of each piece, in order; by all cores if there is more than one piece."""
    first = list(islice(told, 2))
    workers = os.cpu_count() or 1
    if len(first) < 2 or workers < 2:
        for piece in (*first, *told):
            yield judge(settings, piece)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        due: deque[Future[Judged]] = deque()
        for piece in _chained(first, told):
            due.append(pool.submit(judge, settings, piece))
            if len(due) > AHEAD * workers:
                yield due.popleft().result()
        while due:
            yield due.popleft().result()


def _chained(
    first: Sequence[list[Reference]], rest: Iterator[list[Reference]]
) -> Iterator[list[Reference]]:
    yield from first
    yield from rest


def judge(settings: Settings, piece: Sequence[Reference]) -> Judged:
    """What is said of each of these references; of one without an entry, that it is unparsed."""
    readings = [formats.read(reference.document) for reference in piece]
    desk = _desk(settings)
    audited = audit_each(readings, Outside(desk.heard), settings)
    told: dict[str, list[Audited]] = {}
    for one in audited:
        told.setdefault(one.entry.path, []).append(one)
    pairs = zip(piece, readings, strict=True)
    rows = [row for one, reading in pairs for row in _rows(one, reading, told)]
    return Judged(rows, desk.forget())


def _rows(
    reference: Reference, reading: Reading, told: Mapping[str, Sequence[Audited]]
) -> Iterator[Row]:
    shift = reference.line - 1 - reference.before
    for one in told.get(reading.document.path, ()):
        yield _placed(line(one), shift)
    if not reading.entries:
        yield {
            "id": f"L{reference.line}", "line": reference.line, "status": "unparsed",
            "text": reading.text.removeprefix("- ").strip()[:2000], "findings": [],
        }  # fmt: skip


def _placed(said: Mapping[str, Any], shift: int) -> Row:
    """What is said of a reference, with the lines of its file; no name to accept a finding by."""
    begins = said["line"] + shift
    findings = [
        {name: value for name, value in found.items() if name not in ("id", "other")}
        | {"line": found["line"] + shift}
        for found in said["findings"]
    ]
    return {
        **said, "id": f"L{begins}", "line": begins, "end_line": said["end_line"] + shift,
        "findings": findings,
    }  # fmt: skip


def _desk(settings: Settings) -> IndexAlone:
    if settings.index not in _DESKS:
        _DESKS[settings.index] = IndexAlone(settings)
    return _DESKS[settings.index]
