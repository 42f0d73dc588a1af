"""How well lists of random layouts are read.

``python -m tests.benchmarks.layouts [CORPUS.jsonl[.gz]] [--half open|closed|both] [--lists N]``

Options of the closed half, and seeds from 1000 on, are for measuring only: of their lists nothing
is shown but the totals, unless the work on the reading is over (``--at-the-end``).
"""

import argparse
import sys
from pathlib import Path

from tests.benchmarks.layouts import report
from tests.benchmarks.layouts.choices import HALVES
from tests.benchmarks.layouts.compose import compose
from tests.benchmarks.layouts.score import FIELDS, score
from tests.benchmarks.layouts.shelf import SHIPPED, fitting


def main() -> None:
    """Compose, read, compare, print."""
    asked = _parser().parse_args()
    seeds = range(asked.seed, asked.seed + asked.lists)
    secret = report.secret(asked.half, seeds) and not asked.at_the_end
    if secret and (asked.cases or asked.show):
        sys.exit("These lists are for measuring: their cases are shown with --at-the-end only.")
    rows = fitting(asked.corpus, asked.works)
    listings = [compose(rows, seed, asked.half, asked.entries) for seed in seeds]
    if asked.show:
        print(*(f"=== {one.seed} {one.path}\n{one.text}" for one in listings), sep="\n")
        return
    found = score(listings)
    print(report.totals(found))
    if not secret:
        print(f"\n{report.hurting(found, asked.rows)}")
    print(f"\n{report.reliability(found)}")
    for name in asked.cases or ():
        print("", *report.cases(found, name, asked.most), sep="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.layouts", description=__doc__.partition("\n\n")[0]
    )
    parser.add_argument("corpus", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--half", choices=HALVES, default="open", help="whose options are drawn")
    parser.add_argument("--lists", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0, help="of the first list; 1000: closed")
    parser.add_argument("--entries", type=int, help="papers a list; without it 6 to 30")
    parser.add_argument("--works", type=int, help="draw so many works of a large corpus evenly")
    parser.add_argument("--rows", type=int, default=30, help="options shown that hurt most")
    parser.add_argument("--cases", choices=FIELDS, nargs="+", help="what was read wrongly")
    parser.add_argument("--most", type=int, default=20, help="so many cases of a field")
    parser.add_argument("--show", action="store_true", help="print the lists instead")
    parser.add_argument("--at-the-end", action="store_true", help="show closed lists, too")
    return parser


if __name__ == "__main__":
    main()
