"""What is said of many references, written as JSON lines or Parquet; whole or not at all."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.edge.files import UserError

Row = Mapping[str, Any]
Put = Callable[[Sequence[Row]], None]

ENDINGS = (".jsonl", ".ndjson", ".parquet")


def known(path: Path) -> None:
    """Refuses a name by which nobody can tell what is to be written, before there is work done.

    Raises:
        UserError: it has no ending of those that are written.

    """
    if path.suffix.lower() not in ENDINGS:
        raise UserError(f"{path}: the result is written as {' or '.join(ENDINGS)}, by its ending.")


@contextmanager
def output(path: Path) -> Iterator[Put]:
    """What takes rows; the file has its name once all of them are in it.

    Raises:
        UserError: it is of no known form.

    """
    known(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    written = _parquet if path.suffix.lower() == ".parquet" else _json_lines
    try:
        with written(beside) as put:
            yield put
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _json_lines(path: Path) -> Iterator[Put]:
    with path.open("w", encoding="utf-8", errors="replace") as file:

        def put(rows: Sequence[Row]) -> None:
            file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)

        yield put


@contextmanager
def _parquet(path: Path) -> Iterator[Put]:
    import pyarrow as pa  # noqa: PLC0415  an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = pa.schema([
        ("line", pa.int64()), ("status", pa.string()), ("verdict", pa.string()),
        ("confidence", pa.float64()), ("identifiers", pa.list_(pa.string())),
        ("codes", pa.list_(pa.string())), ("entry", pa.string()),
    ])  # fmt: skip
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:

        def put(rows: Sequence[Row]) -> None:
            writer.write_table(pa.Table.from_pylist(list(map(columns, rows)), schema=schema))

        yield put


def columns(row: Row) -> dict[str, Any]:
    """A row as Parquet has it: what is asked for most in columns of its own, and all as JSON."""
    record = row.get("record") or {}
    named = {"doi": record.get("DOI"), "pmid": record.get("PMID"), "pmcid": record.get("PMCID")}
    return {
        "line": row["line"], "status": row["status"], "verdict": row.get("verdict"),
        "confidence": row.get("confidence"),
        "identifiers": [f"{scheme}:{value}" for scheme, value in named.items() if value],
        "codes": [finding["code"] for finding in row["findings"]],
        "entry": json.dumps(row, ensure_ascii=False),
    }  # fmt: skip
