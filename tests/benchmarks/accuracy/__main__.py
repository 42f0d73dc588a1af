"""How right Errata is on a list of known faults made from a corpus of works.

``python -m tests.benchmarks.accuracy CORPUS.jsonl[.gz] [--entries N] [--seed S ...] [--format md]``
"""

import argparse
from pathlib import Path

from tests.benchmarks.accuracy.corpus import load
from tests.benchmarks.accuracy.measure import measured
from tests.benchmarks.accuracy.score import Score
from tests.benchmarks.accuracy.spell import FORMATS
from tests.benchmarks.accuracy.table import table
from tests.benchmarks.accuracy.world import World

SHIPPED = Path(__file__).parent / "corpus.jsonl"


def main() -> None:
    """Measure and print."""
    asked = _parser().parse_args()
    corpus = load(asked.corpus, most=asked.works, seed=asked.seed[0])
    total = Score()
    for seed in asked.seed:
        world = World(corpus=corpus, noise=seed if asked.noise else None)
        for form in asked.format or ["md"]:
            total.add(measured(corpus, world, entries=asked.entries, seed=seed, form=form))
    print(table(total))
    for case in total.cases if asked.cases else ():
        print(case)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.accuracy", description=__doc__
    )
    parser.add_argument("corpus", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--entries", type=int, default=200)
    parser.add_argument("--seed", type=int, nargs="+", default=[1], help="one list for each")
    parser.add_argument("--format", choices=list(FORMATS), nargs="+")
    parser.add_argument("--noise", action="store_true", help="Crossref's records have their habits")
    parser.add_argument("--works", type=int, help="draw so many works of a large corpus evenly")
    parser.add_argument("--cases", action="store_true", help="name everything that went wrong")
    return parser


if __name__ == "__main__":
    main()
