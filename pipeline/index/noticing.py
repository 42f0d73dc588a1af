"""Retraction Watch's table in an index: notices by the DOIs of the works that they are about."""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.index.files import DumpFile, members
from pipeline.index.manifest import Dump
from pipeline.index.trouble import IndexTroubleError
from pipeline.sources.bodies import dumped, listed, object_of
from pipeline.sources.protocol import SourceFormatError
from pipeline.sources.retraction_watch import row
from pipeline.values.identifiers import identifier

_DOI = re.compile(r'"DOI":"([^"]+)"')
SCHEMA = pa.schema([("doi", pa.string()), ("notice", pa.string())])


class _Table(NamedTuple):
    """What a table came to."""

    rows: list[tuple[str, str]]
    bad: list[str]


def write(tables: Sequence[DumpFile], into: Path, before: Path | None) -> tuple[int, Dump | None]:
    """The notices of the newest table, else those of before; how many, and what is to be told.

    Raises:
        IndexTroubleError: it is no such table.

    """
    if not tables:
        kept = before / "notices.parquet" if before else None
        held = pq.read_table(kept) if kept else SCHEMA.empty_table()
        pq.write_table(held, into, compression="zstd")
        return held.num_rows, None
    file = tables[-1]
    read = _read(file)
    if not read.rows:
        raise IndexTroubleError(
            f"{file.path} is no table of Retraction Watch: {next(iter(read.bad), 'it is empty')}. "
            "Nothing was changed."
        )
    columns = dict(zip(SCHEMA.names, map(list, zip(*read.rows, strict=True)), strict=True))
    pq.write_table(pa.table(columns, schema=SCHEMA), into, compression="zstd")
    day = datetime.fromtimestamp(file.path.stat().st_mtime, UTC).date().isoformat()
    dump = Dump(
        source="retractions", day=day, files=1, works=len(read.rows), bad=len(read.bad),
        first_bad=tuple(read.bad[:20]),
    )  # fmt: skip
    return len(read.rows), dump


def _read(file: DumpFile) -> _Table:
    table = _Table([], [])
    for _, stream in members(file):
        lines = (line.decode("utf-8-sig", errors="replace") for line in stream)
        for number, columns in enumerate(_rows(lines), 2):
            try:
                known = row(columns)
            except SourceFormatError as error:
                table.bad.append(f"{file.path}: row {number}: {error}")
            else:
                if known:
                    table.rows.append((known[0].value, json.dumps(known[1])))
    return table


def _rows(lines: Iterator[str]) -> Iterator[dict[str, str | None]]:
    yield from csv.DictReader(lines)


def notices(path: Path) -> dict[str, list[dict[str, object]]]:
    """The notices of an index: DOI -> what Crossref would say of it."""
    by_doi: dict[str, list[dict[str, object]]] = {}
    table = pq.read_table(path)
    pairs = zip(table.column("doi").to_pylist(), table.column("notice").to_pylist(), strict=True)
    for doi, notice in pairs:
        by_doi.setdefault(doi, []).append(json.loads(notice))
    return by_doi


def added(payload: str, known: Mapping[str, list[dict[str, object]]]) -> str:
    """A record of Crossref with the notices on it; as it is if there are none."""
    if not any(doi.lower() in known for doi in _DOI.findall(payload)):
        return payload
    item = object_of(payload, "crossref")
    own = identifier("doi", str(item.get("DOI")))
    own_notices = known.get(own.value, []) if own else []
    if not own_notices:
        return payload
    return dumped(item | {"updated-by": [*listed(item.get("updated-by")), *own_notices]})
