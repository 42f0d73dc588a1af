"""References by the million, judged against a local index alone."""

import os
from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from pipeline.edge.bulk_output import known, output
from pipeline.edge.files import UserError
from pipeline.formats.pieces import Reference, pieces
from pipeline.index.trouble import needs_installed
from pipeline.index.workers import begun
from pipeline.jobs import bulk_judging, bulk_spark
from pipeline.jobs.bulk_judging import Judged, judge
from pipeline.jobs.local_index import mendable
from pipeline.values.settings import Settings

AHEAD = 3
"""Pieces for each process that are read before their turn."""

Heard = Callable[[Judged], None]


def bulk(name: Path, settings: Settings, out: Path, heard: Heard, master: str = "") -> Counter[str]:
    """Judges every reference of a file; how many came to which status.

    With ``master``, the address of a Spark, that does it; what it says is the same.

    Raises:
        UserError: a file cannot be read or written, or the index cannot, or Spark cannot be used.

    """
    known(out)
    with mendable():
        needs_installed()
        bulk_judging.ready(settings)
        if master:
            bulk_spark.needs_spark()
    counts: Counter[str] = Counter()
    try:
        with name.open(encoding="utf-8", errors="replace") as file, output(out) as put:
            references = pieces(name.name, file, bulk_judging.PIECE)
            if master:
                judged = bulk_spark.judged(references, settings, out.parent, master)
            else:
                judged = _judged(references, settings)
            for done in judged:
                put(done.rows)
                counts.update(str(row["status"]) for row in done.rows)
                heard(done)
    except OSError as error:
        raise UserError(f"{error.filename or out}: {error.strerror or error}.") from error
    finally:
        bulk_judging.done()
    return counts


def _judged(references: Iterator[list[Reference]], settings: Settings) -> Iterator[Judged]:
    """What is said of each piece, in order; by all cores if there is more than one piece."""
    first = list(islice(references, 2))
    workers = os.cpu_count() or 1
    if len(first) < 2 or workers < 2:
        yield from (judge(settings, piece) for piece in chain(first, references))
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), begun) as pool:
        due: deque[Future[Judged]] = deque()
        for piece in chain(first, references):
            due.append(pool.submit(judge, settings, piece))
            if len(due) > AHEAD * workers:
                yield due.popleft().result()
        while due:
            yield due.popleft().result()
