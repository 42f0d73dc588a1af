"""The keys of all parts sorted into one table each, in bounded memory; DuckDB does the work."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from pipeline.index.parts import SHIFT

MEMORY = "160MB"
"""What DuckDB may take; beyond that it sorts on disk."""
MOST_WORKS = 200
"""Works of one key: what more share tells none of them."""
ROWS = 20_480
"""Keys that are read together; a look-up of one reads so many."""
_WRITTEN = f"(FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE {ROWS})"


class Merged(NamedTuple):
    """What there is after merging."""

    works: int
    dropped: int


def merge(staged: Sequence[tuple[int, Path]], before: Path | None, into: Path) -> Merged:
    """The tables of a generation, of these numbered parts and of the generation before.

    Of records of one work the last counts, in the order of parts; none if that takes it back.
    """
    engine = duckdb.connect(str(into / "merging.db"))
    try:
        _bounded(engine, into)
        _gathered(engine, staged, before)
        _written(engine, into)
        return Merged(*(_one(engine, f"SELECT count(*) FROM {n}") for n in ("alive", "dropped")))
    finally:
        engine.close()
        (into / "merging.db").unlink(missing_ok=True)


def _bounded(engine: Any, into: Path) -> None:  # noqa: ANN401  a connection
    engine.execute(f"SET memory_limit = '{MEMORY}'")
    engine.execute("SET preserve_insertion_order = false")
    engine.execute("SET enable_progress_bar = false")
    engine.execute("SET temp_directory = ?", [str(into / "spilled")])


def _gathered(engine: Any, staged: Sequence[tuple[int, Path]], before: Path | None) -> None:  # noqa: ANN401
    """Tables of the staged rows with their numbers, and of what stood in the index before."""
    engine.execute("CREATE TABLE parts (file VARCHAR, part BIGINT)")
    engine.executemany("INSERT INTO parts VALUES (?, ?)", [[str(p), n] for n, p in staged])
    engine.execute(f"""
        CREATE VIEW staged AS SELECT (part << {SHIFT}) + file_row_number AS work, own, gone,
            identifiers, keys
        FROM read_parquet({_listed([path for _, path in staged])}, filename = true,
                          file_row_number = true) JOIN parts ON filename = file""")
    for name, columns in _COLUMNS.items():
        origin = f"read_parquet('{_quoted(before / name)}.parquet')" if before else _NONE
        engine.execute(f"CREATE VIEW old_{name} AS SELECT {columns} FROM {origin}")
    engine.execute("""
        CREATE TABLE alive AS SELECT own, work FROM (
            SELECT own, max(work) AS work, arg_max(gone, work) AS taken_back FROM (
                SELECT own, work, gone FROM staged UNION ALL SELECT own, work, false FROM old_owned)
            GROUP BY own) WHERE NOT taken_back""")


_COLUMNS = {
    "owned": "own, work", "identifiers": "key, work", "keys": "key, work", "dropped": "key",
    "dead": "work",
}  # fmt: skip
_NONE = """(SELECT NULL::BIGINT AS own, NULL::BIGINT AS key, NULL::BIGINT AS work WHERE false)"""


def _written(engine: Any, into: Path) -> None:  # noqa: ANN401
    engine.execute("""
        CREATE TABLE keyed AS SELECT key, work FROM (
            SELECT unnest(keys) AS key, work FROM staged UNION ALL SELECT key, work FROM old_keys)
        SEMI JOIN alive USING (work)""")
    engine.execute(f"""
        CREATE TABLE dropped AS SELECT key FROM keyed GROUP BY key HAVING count(*) > {MOST_WORKS}
        UNION SELECT key FROM old_dropped""")
    tables = {
        "keys": "SELECT key, work FROM keyed ANTI JOIN dropped USING (key) ORDER BY key, work",
        "identifiers": """SELECT key, work FROM (
            SELECT unnest(identifiers) AS key, work FROM staged
            UNION ALL SELECT key, work FROM old_identifiers)
            SEMI JOIN alive USING (work) ORDER BY key, work""",
        "owned": "SELECT own, work FROM alive ORDER BY own",
        "dropped": "SELECT key FROM dropped ORDER BY key",
        "dead": """SELECT work FROM (SELECT work FROM staged WHERE NOT gone UNION
            SELECT work FROM old_owned UNION SELECT work FROM old_dead)
            ANTI JOIN alive USING (work) ORDER BY work""",
    }
    for name, query in tables.items():
        engine.execute(f"COPY ({query}) TO '{_quoted(into / name)}.parquet' {_WRITTEN}")


def _one(engine: Any, query: str) -> int:  # noqa: ANN401
    (number,) = engine.execute(query).fetchone()
    return int(number)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _listed(paths: Sequence[Path]) -> str:
    return "[" + ", ".join(f"'{_quoted(path)}'" for path in paths) + "]"
