"""Small dumps in the real formats, of works that nobody wrote."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.index.building import build
from pipeline.index.manifest import Manifest
from tests.benchmarks.accuracy.corpus import Author, Row
from tests.benchmarks.dumps import written

NOUNS = ("glaciers", "estuaries", "lichens", "kelp", "peat", "dunes", "krill", "moraines")
VERBS = ("mapping", "sorting", "counting", "weighing", "tracing", "dating")


def numbered(n: int) -> Row:
    """A work with a DOI, a PMID and every third an arXiv id."""
    noun, verb = NOUNS[n % len(NOUNS)], VERBS[n % len(VERBS)]
    return Row(
        id=f"made:{n}", title=f"{verb.capitalize()} {noun} with {n} small sensors",
        authors=(Author(given="Ada", family=f"Shoreham{n % 7}"), Author(given="Ben", family="Tü")),
        container_title="Journal of Cold Places", type="journal-article", year=2001 + n % 20,
        date_parts=(2001 + n % 20, 3), doi=f"10.5555/cold.{n}", pmid=str(90_000 + n),
        pmcid=f"PMC{70_000 + n}", arxiv=f"0901.{n:04}" if n % 3 == 0 else "",
        volume=str(1 + n % 20), issue="2", pages=f"{100 + n}-{108 + n}", retracted=n % 50 == 7,
    )  # fmt: skip


def met(n: int) -> Row:
    """A paper of a meeting, which DBLP knows too."""
    return numbered(n).but(
        type="proceedings-article", doi=f"10.5555/met.{n}", pmid="", arxiv="",
        title=f"On the meeting about {NOUNS[n % 8]} number {n}",
    )  # fmt: skip


ROWS = [*map(numbered, range(120)), *map(met, range(500, 520))]


@pytest.fixture
def dumps(tmp_path: Path) -> dict[str, Path]:
    """All five dumps of ``ROWS``."""
    folder = tmp_path / "dumps"
    written(ROWS, folder)
    return {
        "crossref": folder / "crossref", "arxiv": folder / "arxiv.json.gz",
        "pubmed": folder / "pubmed", "dblp": folder / "dblp.xml.gz",
        "retractions": folder / "retractions.csv",
    }  # fmt: skip


Made = Callable[..., Manifest]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Builds the index ``tmp_path / "index"`` of these dumps."""

    def build_it(dumps: dict[str, Path], *, further: bool = False, workers: int = 1) -> Manifest:
        return build(
            tmp_path / "index", dumps, workers=workers, watch=lambda _: None, further=further
        )

    return build_it
