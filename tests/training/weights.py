"""Learn how much each sign of a title weighs: ``pipeline/reading/weights.json``.

``python -m tests.training.weights TITLES.jsonl LISTS_DIR > pipeline/reading/weights.json``

Each line of TITLES says where a list's text holds the title of a real work (file, line, end_line,
title); besides, lists of random layouts are composed. The right run of each item is set against its
other runs (softmax); each list counts alike. What the rules propose is learnt from the composed
lists only, since the rules know the real ones by heart, and ``RULE`` is added to it.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from pipeline.compare.titles import key
from pipeline.formats import markdown, markdown_items
from pipeline.reading.guesses import features, runs
from pipeline.reading.items import Item
from pipeline.reading.units import Unit, units_of
from pipeline.values.entry import Document
from tests.benchmarks.layouts.compose import compose
from tests.benchmarks.layouts.shelf import fitting

COMPOSED, ENTRIES = 400, 8
MOST_OF_A_LIST, ALIKE = 60, 10
ROUNDS, STEP, SHRINK = 5, 0.3, 0.002
RULE = 2.0
"""Measured on the composed lists and on real ones: 1 to 2 does best."""
_ENDINGS = {".md": "markdown", ".rst": "rst", ".org": "org"}


class Example(NamedTuple):
    """An item: its list, what speaks for each run, and which is the title."""

    name: str
    runs: list[dict[str, float]]
    right: int


def examples(name: str, text: str, told: list[tuple[int, int, str]]) -> Iterator[Example]:
    """The items of a list that hold one of these titles at these lines."""
    context, _ = markdown._opened(Document(path=name, text=text), _ENDINGS[Path(name).suffix])
    found = [
        (unit, item)
        for unit in units_of(context.text, context.page)
        for item in markdown_items.items_of(context, unit)
    ]
    for line, end_line, title in told:
        for unit, item in found:
            if _meets(unit, line, end_line) and key(title) in key(item.strip.text):
                yield from _example(name, item, key(title), composed=name.startswith("composed"))
                break


def _meets(unit: Unit, line: int, end_line: int) -> bool:
    return unit.block.line <= end_line and unit.end_line >= line


def _example(name: str, item: Item, title: str, *, composed: bool) -> Iterator[Example]:
    strip, right = item.strip, -1
    said: list[dict[str, float]] = []
    for first, last, sums in runs(strip):
        one: Counter[str] = Counter()
        for feature, value in features(strip, first, last, sums):
            one[feature] += value  # type: ignore[assignment]  # counters of figures
        start, end = strip.starts[first], strip.ends[last]
        if key(strip.text[start:end]) == title:
            right = len(said)
        by_rule = item.by_rule.title
        if composed and by_rule and key(strip.text[slice(*by_rule)]) == key(strip.text[start:end]):
            one["rule"] = one[f"rule:{item.by_rule.how}"] = 1
        said.append(dict(one))
    if right >= 0:
        yield Example(name, said, right)


def learnt(told: list[Example], chance: Random) -> dict[str, float]:
    """The weights."""
    counts = Counter(one.name for one in told)
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    for _ in range(ROUNDS):
        chance.shuffle(told)
        for one in told:
            slope = _slope(one, weights, rules=chance.random() > 0.4)
            share = min(1.0, ALIKE / counts[one.name])
            for name, value in slope.items():
                step = value * share + SHRINK * weights.get(name, 0.0)
                squares[name] = squares.get(name, 1.0) + step * step
                weights[name] = weights.get(name, 0.0) - STEP * step / math.sqrt(squares[name])
    return weights


def _slope(one: Example, weights: dict[str, float], *, rules: bool) -> dict[str, float]:
    said = one.runs
    if not rules:
        said = [{n: v for n, v in run.items() if not n.startswith("rule")} for run in said]
    scores = [sum(weights.get(n, 0.0) * v for n, v in run.items()) for run in said]
    best = max(scores)
    odds = [math.exp(score - best) for score in scores]
    slope: dict[str, float] = defaultdict(float)
    for place, (run, odd) in enumerate(zip(said, odds, strict=True)):
        error = odd / sum(odds) - (place == one.right)
        for name, value in run.items():
            slope[name] += error * value
    return slope


def _real(titles: Path, folder: Path, chance: Random) -> Iterator[Example]:
    told: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in titles.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told[row["file"]].append((row["line"], row["end_line"], row["title"]))
    for name, rows in sorted(told.items()):
        if Path(name).suffix in _ENDINGS:
            text = (folder / name).read_text(encoding="utf-8", errors="replace")
            few = rows if len(rows) <= MOST_OF_A_LIST else chance.sample(rows, MOST_OF_A_LIST)
            yield from examples(name, text.lstrip("\ufeff"), few)


def _composed() -> Iterator[Example]:
    rows = fitting()
    for seed in range(COMPOSED):
        one = compose(rows, seed, "open", ENTRIES)
        ending = Path(one.path).suffix
        if ending in _ENDINGS:
            told = [(t.line, t.end_line, t.title) for t in one.entries if t.title]
            yield from examples(f"composed{seed}{ending}", one.text, told)


def main() -> None:
    """Learn and print."""
    chance = Random(0)  # noqa: S311  an order
    found = [*_real(Path(sys.argv[1]), Path(sys.argv[2]), chance), *_composed()]
    weights = learnt(found, chance)
    weights["rule"] = weights.get("rule", 0.0) + RULE
    kept = {name: round(v, 3) for name, v in sorted(weights.items()) if abs(v) >= 0.02}
    json.dump(kept, sys.stdout, ensure_ascii=False, separators=(",\n", ":"))


if __name__ == "__main__":
    main()
