"""The works that lists are made of."""

from pathlib import Path

from tests.benchmarks.accuracy.corpus import Row, fits, load

SHIPPED = Path(__file__).parents[1] / "accuracy" / "corpus.jsonl"


def fitting(path: Path = SHIPPED, most: int | None = None) -> tuple[Row, ...]:
    """The works of a corpus whose every part is plain text and known."""
    rows = load(path, most=most).rows
    return tuple(row for row in rows if fits(row) and not any(a.suffix for a in row.authors))
