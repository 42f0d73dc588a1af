"""A logistic model with a shrunken weight for each feature, fitted by Newton's method.

No library of numbers is needed for so little: some hundred features, some thousand rows.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

SHRINK = 0.4
"""Strength with which weights are drawn to nothing: few findings are judged."""

JUDGED = 3.0
"""What a judged finding counts against a planted one: real lists are what matters."""

ROUNDS = 120
STEP = 0.5
MIN_GRADIENT = 1e-5


class Row(NamedTuple):
    """A finding in numbers."""

    list: str
    """A mark of its list, which names nobody."""
    features: Mapping[str, float]
    right: bool
    judged: bool


def weight(row: Row) -> float:
    """What the row counts."""
    return JUDGED if row.judged else 1.0


def predicted(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The chance by these weights."""
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def fitted(rows: Sequence[Row]) -> dict[str, float]:
    """The weights under which the rows are likeliest, shrunken; the same for any order of rows.

    Coordinate by coordinate, each step bounded by the curvature of its own feature.
    """
    names = sorted({name for row in rows for name in row.features})
    having = {name: [n for n, row in enumerate(rows) if name in row.features] for name in names}
    weights = dict.fromkeys(names, 0.0)
    totals = [0.0] * len(rows)
    for _ in range(ROUNDS):
        moved = max(_step(rows, name, having[name], weights, totals) for name in names)
        if moved < MIN_GRADIENT:
            break
    return {name: round(value, 3) for name, value in weights.items()}


def _step(
    rows: Sequence[Row], name: str, places: Sequence[int], weights: dict[str, float],
    totals: list[float],
) -> float:  # fmt: skip
    slope, bend = -SHRINK * weights[name], SHRINK
    for n in places:
        row, value = rows[n], rows[n].features[name]
        chance = 1 / (1 + exp(-max(-30.0, min(30.0, totals[n]))))
        slope += weight(row) * value * (row.right - chance)
        bend += weight(row) * value * value * max(chance * (1 - chance), 0.01)
    move = max(-STEP, min(STEP, slope / bend))
    weights[name] += move
    for n in places:
        totals[n] += move * rows[n].features[name]
    return abs(move)
