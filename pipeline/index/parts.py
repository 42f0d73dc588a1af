"""A part of an index on disk: the rows of one file of a dump, or of a piece of one.

While an index is made a part is two files: the works, which stay, and beside them the keys, which
are sorted together with those of all other parts at the end.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.index.rows import Read, Row

GROUP = 250
"""Works that are read together; a look-up of one reads so many. Eight times as many take an eighth
less room, and four times as long to read."""
STAGED_GROUP = 10_000
"""Keys that are read together: all of them are, once."""
LEVEL, STAGED_LEVEL = 6, 1
"""How hard works are packed, which stay, and keys, which are read once and hardly grow smaller."""
SHIFT = 20
"""A work's number is that of its part and, in as many bits, its row."""

WORKS = pa.schema([
    ("title", pa.string()), ("families", pa.list_(pa.string())), ("year", pa.int16()),
    ("payload", pa.string()),
])  # fmt: skip
STAGED = pa.schema([
    ("own", pa.int64()), ("gone", pa.bool_()), ("identifiers", pa.list_(pa.int64())),
    ("keys", pa.list_(pa.int64())), ("text", pa.string()),
])  # fmt: skip


def write(folder: Path, name: str, read: Read, about: dict[str, Any]) -> None:
    """A part, whole or not at all: it counts once its description stands beside it."""
    _table(folder / f"{name}.works", WORKS, read.rows, GROUP, LEVEL)
    _table(folder / f"{name}.staged", STAGED, read.rows, STAGED_GROUP, STAGED_LEVEL)
    description = about | {"rows": len(read.rows), "day": read.day, "bad": read.bad}
    replace(folder / f"{name}.json", json.dumps(description).encode())


def _table(path: Path, schema: Any, rows: Sequence[Row], group: int, level: int) -> None:  # noqa: ANN401  pyarrow ships no types
    columns = {name: [getattr(row, name) for row in rows] for name in schema.names}
    table = pa.table(columns, schema=schema)
    beside = path.with_name(path.name + ".new")
    pq.write_table(
        table, beside, row_group_size=group, compression="zstd", compression_level=level,
        write_page_checksum=True, use_dictionary=False, write_statistics=False,
    )  # fmt: skip
    beside.replace(path)


def replace(path: Path, content: bytes) -> None:
    """A small file, whole or not at all, on disk when this returns."""
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def described(folder: Path, name: str) -> dict[str, Any] | None:
    """What a part says of itself; None if it is not there, or not whole."""
    try:
        parsed = json.loads((folder / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return None
    whole = all((folder / f"{name}.{kind}").is_file() for kind in ("works", "staged"))
    return parsed if whole and isinstance(parsed, dict) else None
