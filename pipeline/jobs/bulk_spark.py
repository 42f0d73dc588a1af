"""References by the million on Spark: the same judging, as tasks of a cluster.

The references are cut into parts beside the result, a task judges a part, and what it says is read
from there in order. Parts need nothing of each other: nothing is shuffled. Everybody has to reach
the index and the folder of the result under the same names, and to have Errata installed.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.edge.files import UserError
from pipeline.formats.pieces import Reference
from pipeline.index.trouble import needs_installed
from pipeline.index.workers import begun
from pipeline.jobs.bulk_judging import Judged, judge
from pipeline.values.entry import Document
from pipeline.values.settings import Settings

NEEDED = ("pyspark", "pandas")
PIECES = 1
"""Pieces of a part: what a lost task has to do again."""
SCHEMA = "row string, said string"
"""What is said of a reference, as JSON; or what is wrong with the index."""
_ON_THIS_MACHINE = {
    "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
    "spark.driver.memory": "512m", "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.codegen.wholeStage": "false",  # nothing is computed there: the tasks are Python's
}  # fmt: skip
"""For a master within this process; elsewhere the cluster's own settings hold."""
_CAUSE = re.compile(r"^\w+(?:Error|Exception): .+", re.MULTILINE)
"""How the fault of a task is told, behind where it happened."""


def needs_spark() -> None:
    """Nothing if Spark can be begun.

    Raises:
        IndexTroubleError: a library is missing.
        UserError: there is no Java.

    """
    needs_installed(NEEDED, what="The engine spark", extra="spark")
    home = os.environ.get("JAVA_HOME")
    if not (Path(home, "bin", "java").exists() if home else shutil.which("java")):
        raise UserError(
            "The engine spark needs Java (17 or later), and there is none: install it "
            "(apt-get install default-jre-headless), or say in JAVA_HOME where it is."
        )


def judged(
    references: Iterable[list[Reference]], settings: Settings, beside: Path, master: str
) -> Iterator[Judged]:
    """What is said of each reference, in order.

    Raises:
        UserError: Spark could not do it.

    """
    with TemporaryDirectory(prefix=".bulk-", dir=beside.resolve()) as room:
        asked, path = Path(room, "asked"), Path(room, "said")
        asked.mkdir()
        count = _cut(iter(references), asked)
        here = settings.but(index=str(Path(settings.index).resolve()))
        with _session(master, Path(room)) as spark:
            numbers = spark.range(0, count, 1, max(count, 1))
            numbers.mapInArrow(_task(here, asked), SCHEMA).write.parquet(path.as_uri())
        yield from _read(path)


def _cut(references: Iterator[list[Reference]], into: Path) -> int:
    """The references in files of some pieces each; how many there are."""
    import pyarrow as pa  # noqa: PLC0415  an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    count = 0
    while part := list(islice(references, PIECES)):
        with pq.ParquetWriter(into / f"{count}.parquet", _asked()) as writer:
            for piece in part:
                rows = [
                    (
                        reference.line,
                        reference.before,
                        reference.document.path,
                        _borne(reference.document.text),
                    )
                    for reference in piece
                ]
                columns = dict(zip(_asked().names, zip(*rows, strict=True), strict=True))
                writer.write_table(pa.table(columns, schema=_asked()))
        count += 1
    return count


def _asked() -> Any:  # noqa: ANN401  pyarrow ships no types
    import pyarrow as pa  # noqa: PLC0415  an extra

    return pa.schema([
        ("line", pa.int64()), ("before", pa.int64()), ("path", pa.string()), ("text", pa.binary()),
    ])  # fmt: skip


def _borne(text: str) -> bytes:
    """The text, whatever is in it: half a letter as well."""
    return text.encode("utf-8", errors="surrogatepass")


def _task(settings: Settings, asked: Path) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """What judges the parts of these numbers, in whatever process."""

    def judged_parts(batches: Iterable[Any]) -> Iterator[Any]:
        begun()
        for batch in batches:
            for number in batch.column(0).to_pylist():
                for piece in _pieces(asked / f"{number}.parquet"):
                    yield _batch(judge(settings, piece))

    return judged_parts


def _pieces(path: Path) -> Iterator[list[Reference]]:
    import pyarrow.parquet as pq  # noqa: PLC0415  an extra

    file = pq.ParquetFile(path)
    for group in range(file.num_row_groups):
        yield [
            Reference(
                row["line"],
                Document(
                    path=row["path"], text=row["text"].decode("utf-8", errors="surrogatepass")
                ),
                row["before"],
            )
            for row in file.read_row_group(group).to_pylist()
        ]


def _batch(done: Judged) -> Any:  # noqa: ANN401
    import pyarrow as pa  # noqa: PLC0415  an extra

    rows = [*map(json.dumps, done.rows), *(None for _ in done.said)]
    texts = [*(None for _ in done.rows), *done.said]
    schema = pa.schema([("row", pa.string()), ("said", pa.string())])
    return pa.RecordBatch.from_pydict({"row": rows, "said": texts}, schema=schema)


@contextmanager
def _session(master: str, room: Path) -> Iterator[Any]:
    """Spark, until it is done with.

    Raises:
        UserError: it cannot be begun, or cannot do what it is given.

    """
    from py4j.protocol import Py4JError  # noqa: PLC0415  an extra
    from pyspark.errors import PySparkException  # noqa: PLC0415

    try:
        spark = _begun(master, room)
        try:
            yield spark
        finally:
            spark.stop()
    except (PySparkException, Py4JError) as error:
        raise UserError(f"Spark at {master} could not do it: {_cause(error)[:300]}") from error


def _begun(master: str, room: Path) -> Any:  # noqa: ANN401  pyspark is an extra
    """Spark at a master; on this machine with this Python, and with its log in the room."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  an extra

    builder = SparkSession.builder.appName("errata bulk").master(master)
    if not master.startswith("local"):
        return builder.getOrCreate()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = builder.config("spark.local.dir", str(room))
    for name, value in _ON_THIS_MACHINE.items():
        builder = builder.config(name, value)
    with _said_into(room / "spark.log"):
        return builder.getOrCreate()


@contextmanager
def _said_into(log: Path) -> Iterator[None]:
    """What begins within says its errors there: Spark tells pages of what we say in a line."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with log.open("wb") as file:
            os.dup2(file.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _cause(error: Exception) -> str:
    """What went wrong: the fault of a task, if it is told; else the first line."""
    first = next(filter(None, str(error).splitlines()), type(error).__name__)
    texts: list[str] = _CAUSE.findall(str(error))
    return [first, *(text for text in texts if "PythonException" not in text)][-1]


def _read(folder: Path) -> Iterator[Judged]:
    """What the tasks wrote, in the order of their numbers, which begin the names."""
    import pyarrow.parquet as pq  # noqa: PLC0415  an extra

    for path in sorted(folder.glob("part-*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches():
            rows, words = (batch.column(name).to_pylist() for name in ("row", "said"))
            yield Judged([json.loads(row) for row in rows if row], tuple(filter(None, words)))
