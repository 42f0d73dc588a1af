"""The full-text shards of a build: one for so many works of a source, two at a time."""

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from pipeline.index import shards
from pipeline.index.manifest import Part, Shard
from pipeline.index.parts import SHIFT

WORKS = 500_000
"""Works of a shard."""
ALONE = 50_000
"""Works for which no further processes are started."""


class _Plan(NamedTuple):
    """A shard to be written."""

    name: str
    source: str
    parts: tuple[tuple[int, Path], ...]


def write(
    staging: Path, into: Path, numbered: Sequence[tuple[Part, str]], workers: int
) -> tuple[Shard, ...]:
    """The shards of these parts; one that is there already, of the same parts, is kept."""
    plans = list(_plans(staging, numbered))
    into.mkdir(exist_ok=True)
    for other in set(into.iterdir()) - {into / plan.name for plan in plans}:
        shutil.rmtree(other)
    due = [(into, plan) for plan in plans if not (into / plan.name).exists()]
    if workers < 2 or sum(part.rows for part, _ in numbered) < ALONE:
        for task in due:
            _write(task)
    else:
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            list(pool.map(_write, due))
    return tuple(Shard(name=plan.name, source=plan.source) for plan in plans)


def _plans(staging: Path, numbered: Sequence[tuple[Part, str]]) -> Iterator[_Plan]:
    """Parts of one source side by side, as many as make a shard."""
    group: list[tuple[Part, str]] = []
    for numbered_part in numbered:
        full = sum(part.rows for part, _ in group) + numbered_part[0].rows > WORKS
        if group and (full or group[0][0].source != numbered_part[0].source):
            yield _plan(staging, group)
            group = []
        group.append(numbered_part)
    if group:
        yield _plan(staging, group)


def _plan(staging: Path, group: Sequence[tuple[Part, str]]) -> _Plan:
    (first, start), (_, end) = group[0], group[-1]
    name = f"{first.number:07}-{start}-{end}"
    held = tuple((part.number, staging / f"{name}.staged") for part, name in group)
    return _Plan(name, first.source, held)


def _write(due: tuple[Path, _Plan]) -> None:
    into, plan = due
    beside = into / f"{plan.name}.new"
    shutil.rmtree(beside, ignore_errors=True)
    shards.write(beside, _texts(plan))
    beside.rename(into / plan.name)


def _texts(plan: _Plan) -> Iterator[tuple[int, str]]:
    for number, path in plan.parts:
        row = 0
        for batch in pq.ParquetFile(path).iter_batches(columns=["text"]):
            for text in batch.column("text").to_pylist():
                if text:
                    yield (number << SHIFT) + row, text
                row += 1
