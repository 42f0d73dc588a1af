"""The score as text: totals, what hurts, how honest the certainty is, and cases."""

from collections.abc import Iterator, Sequence

from tests.benchmarks.layouts.choices import Half
from tests.benchmarks.layouts.score import FIELDS, SURE, UNTOLD, Score, Seen, by_option

LEAST = 12
"""Papers of an option below which nothing is concluded from them."""
SURELY = 95
"""Hundredths from which on a reading is called certain."""


def totals(score: Score) -> str:
    """What was read rightly over all lists."""
    lines = [
        f"lists {score.lists}, papers {score.papers}, under half {score.halves}",
        f"{'field':9} {'stated':>7} {'right':>7} {'share':>7} {'unstated':>9} {'made up':>8}",
    ]
    for name in FIELDS:
        untold = (score.untold[name], score.invented[name]) if name in UNTOLD else ("", "")
        lines.append(
            f"{name:9} {score.told[name]:>7} {score.right[name]:>7} {score.share(name):>7.3f}"
            f" {untold[0]:>9} {untold[1]:>8}"
        )
    lines.append(
        f"no papers {score.others}, false entries {score.false}, "
        f"items read as several {score.split}, lists that broke the reading {len(score.failed)}"
    )
    return "\n".join([*lines, *score.failed])


def hurting(score: Score, most: int) -> str:
    """The options under which most is lost, against the mean over all papers."""
    mean = _rightness(score.seen)
    rows = []
    for (dimension, option), seen in by_option(score.seen).items():
        lost = (mean - _rightness(seen)) * len(seen)
        if len(seen) >= LEAST:
            rows.append((lost, dimension, option, seen))
    rows.sort(key=lambda row: (-row[0], row[1], row[2]))
    names = ("entry", "title", "authors", "venue", "year", "links")
    lines = [f"{'dimension':22} {'option':24} {'papers':>6} " + " ".join(f"{n:>7}" for n in names)]
    for _, dimension, option, seen in rows[:most]:
        shares = " ".join(f"{_share(seen, name):>7}" for name in names)
        lines.append(f"{dimension[:22]:22} {option[:24]:24} {len(seen):>6} {shares}")
    return "\n".join(lines)


def _rightness(seen: Sequence[Seen]) -> float:
    """Share of the fields that are right, nothing made up."""
    said = [good for one in seen for good in (*one.right.values(), *one.untold.values())]
    return sum(said) / len(said) if said else 1.0


def _share(seen: Sequence[Seen], name: str) -> str:
    said = [one.right[name] for one in seen if name in one.right]
    return f"{sum(said) / len(said):.2f}" if said else "-"


def reliability(score: Score) -> str:
    """How much of what was read with a certainty is right; a line saying so where there is none."""
    if not score.sure:
        return "entries carry no certainty"
    lines = [f"{'certainty':12} " + " ".join(f"{name:>15}" for name in (*SURE, "all"))]
    bounds = [(low, low + 10) for low in range(0, 90, 10)]
    for low, high in [*bounds, (90, SURELY), (SURELY, 101)]:
        cells = " ".join(_bin(score, names, low, high) for names in (*((n,) for n in SURE), SURE))
        lines.append(f".{low:02} - {high / 100:<6.2f} {cells}")
    return "\n".join(lines)


def _bin(score: Score, names: Sequence[str], low: int, high: int) -> str:
    right, said = within(score, names, low, high)
    return f"{right / said:>7.3f} ({said:>5})" if said else f"{'':>15}"


def within(score: Score, names: Sequence[str], low: int, high: int) -> tuple[int, int]:
    """(right, all) of what was read of these fields with so many hundredths of certainty."""
    held = [
        (good, count) for (name, hundredths, good), count in score.sure.items()
        if name in names and low <= hundredths < high
    ]  # fmt: skip
    return sum(count for good, count in held if good), sum(count for _, count in held)


def cases(score: Score, name: str, most: int) -> Iterator[str]:
    """What of a field was read wrongly: at most three of a list."""
    shown = 0
    seeds: dict[str, int] = {}
    for one in score.seen:
        wrong = one.right.get(name) is False or one.untold.get(name) is False
        seeds[one.listing.seed] = seeds.get(one.listing.seed, 0) + wrong
        if wrong and seeds[one.listing.seed] <= 3 and shown < most:
            shown += 1
            yield _case(one, name)


def _case(one: Seen, name: str) -> str:
    truth, entry = one.truth, one.entry
    true = {
        "title": truth.title, "authors": (truth.authors, truth.et_al), "families": truth.families,
        "venue": truth.venues[:1], "year": truth.years, "section": truth.sections,
        "links": truth.links,
    }.get(name, "")  # fmt: skip
    head = f"--- {one.listing.seed} line {truth.line}, {name}: {true!r}"
    return f"{head} read as {_said(entry, name)!r}\n{one.lines}"


def _said(entry: object, name: str) -> object:
    value = getattr(entry, "authors" if name == "families" else name, None)
    people = getattr(value, "names", None)
    if people is not None:
        told = [n.family if name == "families" else n.text for n in people]
        return told, getattr(value, "et_al", False)
    if isinstance(value, tuple):
        return [getattr(each, "url", each) for each in value]
    return getattr(value, "text", getattr(value, "value", value))


def secret(half: Half, seeds: Sequence[int]) -> bool:
    """Whether lists are only for measuring: of the closed half, or of closed seeds."""
    return half != "open" or any(seed >= CLOSED_SEEDS for seed in seeds)


CLOSED_SEEDS = 1000
"""Seeds from here on are for measuring."""
