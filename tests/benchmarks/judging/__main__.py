"""The chance of findings, fitted anew: ``python -m tests.benchmarks.judging [--write]``.

Reads ``rows.jsonl`` (features and verdicts, no text) and prints how often what is said at each
chance is right, each list judged by the others; ``--write`` puts the weights into the program.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.judging.fit import Row, fitted, predicted

ROWS = Path(__file__).with_name("rows.jsonl")
WEIGHTS = Path(__file__).parents[3] / "pipeline" / "checks" / "chance.json"
BINS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.97, 0.99)
FOLDS = 5


def rows(path: Path = ROWS) -> list[Row]:
    """What was judged and what was planted."""
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Row(r["list"], r["features"], r["right"], r["judged"]) for r in told]


def left_out(everything: Sequence[Row]) -> list[tuple[float, Row]]:
    """Each row with its chance by weights that never saw its list."""
    lists = sorted({row.list for row in everything})
    fold = {name: place % FOLDS for place, name in enumerate(lists)}
    found = []
    for number in range(FOLDS):
        weights = fitted([row for row in everything if fold[row.list] != number])
        mine = (row for row in everything if fold[row.list] == number)
        found += [(predicted(row.features, weights), row) for row in mine]
    return found


def table(found: Sequence[tuple[float, Row]], *, judged: bool) -> str:
    """Of what is said at a chance, how much is right."""
    right: Counter[float] = Counter()
    said: Counter[float] = Counter()
    for chance, row in found:
        if row.judged is judged:
            low = max(b for b in BINS if chance >= b)
            said[low] += 1
            right[low] += row.right
    lines = [f"from {low:4.2f}  {said[low]:5}  right {right[low] / max(1, said[low]):.3f}"
             for low in BINS]  # fmt: skip
    return "\n".join(lines)


def main() -> None:
    """Print, and write if asked."""
    everything = rows()
    found = left_out(everything)
    for judged, name in ((True, "judged findings of real lists"), (False, "planted faults")):
        print(f"{name}:\n{table(found, judged=judged)}")
    by_code: dict[str, list[float]] = defaultdict(list)
    for chance, row in found:
        if row.right:
            code = next(name for name in row.features if name.startswith("code:"))
            by_code[code].append(chance)
    for code, chances in sorted(by_code.items()):
        kept = sum(chance >= 0.95 for chance in chances)
        print(f"{code:24} right {len(chances):4}, said {kept}")
    if "--write" in sys.argv[1:]:
        text = json.dumps(fitted(everything), indent=1, sort_keys=True) + "\n"
        WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
