"""The score as text."""

from collections import Counter
from collections.abc import Iterator

from tests.benchmarks.accuracy.score import BINS, FIELDS, Score


def share(part: int, whole: int) -> str:
    """A share with its counts."""
    return f"{part / whole:.4f} ({part} of {whole})" if whole else "none"


def table(score: Score) -> str:
    """Everything that was measured."""
    lines = [*_whole(score), "", *_codes(score), "", *_fields(score), "", *_reliability(score)]
    return "\n".join(lines)


def _whole(score: Score) -> Iterator[str]:
    accused, sound = sum(score.accused.values()), sum(score.sound.values())
    planted = sum(score.planted.values())
    yield f"entries             {score.entries}, not read {score.unread}"
    yield f"resolved rightly    {share(score.right, score.real)}"
    yield f"resolved wrongly    {score.wrong}; invented references {score.invented}"
    yield f"faults found        {share(sum(score.found.values()), planted)}"
    yield f"  by their code     {share(sum(score.exact.values()), planted)}"
    yield f"false accusations   {share(accused, sound)} sound fields"
    yield f"written wrongly     {share(score.miswritten, score.written)} written fields"


def _codes(score: Score) -> Iterator[str]:
    yield f"{'fault':20} {'planted':>7} {'found':>6} {'by code':>7}"
    for code, count in sorted(score.planted.items()):
        yield f"{code:20} {count:>7} {score.found[code]:>6} {score.exact[code]:>7}"


def _fields(score: Score) -> Iterator[str]:
    yield f"{'field':20} {'sound':>7} {'accused':>7}"
    others = sorted(set(score.accused) - set(FIELDS))
    for name in (*FIELDS, *others):
        yield f"{name:20} {score.sound[name] or '':>7} {score.accused[name]:>7}"


def _reliability(score: Score) -> Iterator[str]:
    yield f"{'confidence':12} {'findings':>9} {'right':>7}   {'matches':>9} {'right':>7}"
    for low, high in zip(BINS, (*BINS[1:], None), strict=True):
        name = f">= {low}" if high is None else f"{low} - {high}"
        yield f"{name:12} {_bin(score.findings, low)}   {_bin(score.matches, low)}"


def _bin(counts: Counter[tuple[float, bool]], low: float) -> str:
    right, wrong = counts[low, True], counts[low, False]
    told = f"{right / (right + wrong):.3f}" if right + wrong else ""
    return f"{right + wrong:>9} {told:>7}"


def sure(score: Score) -> tuple[int, int]:
    """(right, all) of what is said at 0.95 or more, findings and matches together."""
    high = [low for low in BINS if low >= 0.95]
    both = score.findings + score.matches
    right = sum(both[low, True] for low in high)
    return right, right + sum(both[low, False] for low in high)
