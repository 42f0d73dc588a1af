"""Is a written title the title of a work?

``same`` is equality of letters. What a curator leaves out or adds by habit (subtitle, nickname,
venue) is no fault; what fingers and copying do is ``misspelt``; what numbers, negations and words
such as "Reply to" do makes another work.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from pipeline.compare import letters, mending
from pipeline.compare.faults import Fault, faults
from pipeline.compare.letters import key as key  # noqa: PLC0414  part of what this module offers
from pipeline.compare.lexicon import COMMON, STOP
from pipeline.compare.segments import cuts, elided, remark, stripped
from pipeline.text import Value

Kind = Literal["same", "shortened", "extended", "misspelt", "related", "differs"]

FAR = 0.55
"""Similarity of letters below which two titles are not worth aligning."""

SHARE_OF_LETTERS = 0.28
"""Most of the letters that may be lost, added or wrong in a misspelt title."""

MOST_FAULTS = 4
"""Places where a misspelt title may be wrong."""

GREEK_NAMES = frozenset(letters.GREEK.values())

RANK = {"same": 0, "misspelt": 1, "shortened": 1, "extended": 1, "related": 2, "differs": 3}


class TitleComparison(Value):
    """How a written title stands to a true one."""

    kind: Kind
    score: float
    """0 to 1; from 0.9 on it is almost surely meant as this title."""
    reasons: tuple[str, ...] = ()
    """For people: "“lerning” for “learning”"."""
    true: str
    """The variant that it fits best."""


def words(title: str) -> tuple[str, ...]:
    """The words of a title, folded."""
    return letters.tokens(title)


def compare(written: str, true: str, others: Sequence[str] = ()) -> TitleComparison:
    """The kindest comparison with the title or one of its other forms."""
    written, *variants = (" ".join(title.split()) for title in (written, true, *others))
    found = [_one(written, variant) for variant in dict.fromkeys(variants) if variant]
    if not found:
        return TitleComparison(kind="differs", score=0.0, true=true)
    return min(found, key=lambda c: (RANK[c.kind], -c.score))


def _one(written: str, true: str) -> TitleComparison:
    ours, theirs = words(written), words(true)
    left, right = "".join(ours), "".join(theirs)
    if left == right:
        return _equal(written, true)
    likeness = Indel.normalized_similarity(left, right)
    contained = left in right or right in left
    if likeness < FAR and not contained and not _cut_short(left, right):
        return _apart(ours, theirs, likeness, true)
    whole = _other_work(written, true) or _cut(written, true) or _misspelt(ours, theirs, true)
    if whole and whole.kind != "related":
        return whole
    return _misspelt_cut(written, true) or whole or _apart(ours, theirs, likeness, true)


def _cut_short(left: str, right: str) -> bool:
    """One is nearly the beginning or the end of the other, which is much longer."""
    if not left or not right:
        return False
    return LCSseq.similarity(left, right) >= 0.9 * min(len(left), len(right)) >= 15


def _equal(written: str, true: str) -> TitleComparison:
    """Letters equal: the same, but for hyphens that a line end left behind."""
    broken = mending.broken(written, true)
    if not key(true):
        return TitleComparison(kind="differs", score=0.0, true=true, reasons=("no letters",))
    if broken:
        reasons = tuple(f"line-end hyphen in “{word}”" for word in broken)
        return TitleComparison(kind="misspelt", score=0.99, true=true, reasons=reasons)
    return TitleComparison(kind="same", score=1.0, true=true)


def _other_work(written: str, true: str) -> TitleComparison | None:
    """A notice, a reply, a sequel of the work, or the work of such a one."""
    left, right = remark(written), remark(true)
    marks = [m for m in left - right if m not in _text(true)]
    marks += [m for m in right - left if m not in _text(written)]
    if not marks:
        return None
    ours, theirs = key(stripped(written)), key(stripped(true))
    near = fuzz.ratio(ours, theirs) / 100
    if not ours or not theirs:
        return None
    if near < 0.8 and ours not in {key(part) for part, _ in cuts(stripped(true))}:
        return None
    return TitleComparison(
        kind="related",
        score=min(0.8, near * 0.8),
        true=true,
        reasons=(f"“{marks[0]}” of another work",),
    )


def _text(title: str) -> str:
    return " ".join(words(title))


def _cut(written: str, true: str) -> TitleComparison | None:
    """Shortened or extended by what curators leave out or add."""
    ours, theirs = key(written), key(true)
    if elided(written) and len(ours) >= 12 and theirs.startswith(ours):
        return TitleComparison(kind="shortened", score=0.92, true=true, reasons=("cut off by “…”",))
    for part, lacking in cuts(true):
        if key(part) == ours:
            return _less("shortened", part, lacking, true)
    for part, extra in cuts(written):
        if key(part) == theirs:
            return _less("extended", part, extra, true)
    return _moved(written, true)


def _moved(written: str, true: str) -> TitleComparison | None:
    """Without its nickname and with a venue or remark behind it.

    Not with another nickname in its place: DNABERT is not DNABERT-2.
    """
    ends = {key(part) for part, _ in cuts(true) if true.endswith(part) and len(words(part)) >= 5}
    for part, extra in cuts(written):
        if len(extra.split()) <= 4 and key(part) in ends and written.startswith(part):
            return _less("extended", part, extra, true)
    return None


def _less(kind: Kind, part: str, rest: str, true: str) -> TitleComparison:
    """The shared part alone is the title; how surely depends on how telling it is."""
    telling = distinctive(part)
    share = len(key(part)) / max(1, len(key(part)) + len(key(rest)))
    score = 0.72 + 0.2 * telling + 0.06 * share
    if kind == "extended" and telling < 0.1 and share < 0.3:
        # "Deep learning: new computational modelling techniques" is not "Deep learning"
        return TitleComparison(
            kind="differs", score=0.5, true=true, reasons=("only its beginning",)
        )
    verb = "lacks" if kind == "shortened" else "adds"
    return TitleComparison(
        kind=kind, score=round(score, 3), true=true, reasons=(f"{verb} “{rest.strip()}”",)
    )


def _misspelt(ours: tuple[str, ...], theirs: tuple[str, ...], true: str) -> TitleComparison | None:
    greek = not GREEK_NAMES.isdisjoint((*ours, *theirs))
    if greek and _latin(ours) == _latin(theirs):
        return TitleComparison(kind="same", score=0.98, true=true, reasons=("Greek letters",))
    found = faults(ours, theirs)
    kinds = {fault.kind for fault in found}
    if kinds == {"spelling"}:
        reason = f"spelling: {_reason(found[0])}"
        return TitleComparison(kind="same", score=0.98, true=true, reasons=(reason,))
    if kinds & {"number", "opposite"}:
        return _sibling(found, ours, theirs, true)
    if "other" in kinds or not _bearable(found, ours, theirs):
        return None
    reasons = tuple(_reason(fault) for fault in found)
    return TitleComparison(
        kind="misspelt", score=_certainty(found, theirs), true=true, reasons=reasons
    )


def _latin(names: tuple[str, ...]) -> str:
    """Greek letters by the Latin letter people put for them: "TNF-a" for "TNF-α"."""
    return "".join(word[0] if word in GREEK_NAMES else word for word in names)


def _sibling(
    found: list[Fault], ours: tuple[str, ...], theirs: tuple[str, ...], true: str
) -> TitleComparison | None:
    """Titles that differ in what counts or negates, and in little else."""
    if sum(max(len(f.written), len(f.true)) for f in found) > max(2, len(theirs) // 3):
        return None
    likeness = fuzz.ratio("".join(ours), "".join(theirs)) / 100
    reason = next(f for f in found if f.kind in ("number", "opposite"))
    return TitleComparison(
        kind="related", score=min(0.8, likeness * 0.8), true=true, reasons=(_reason(reason),)
    )


def _bearable(found: list[Fault], ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """So few faults in so long a title that they can only be faults."""
    if not found or len(found) > min(MOST_FAULTS, 1 + len(theirs) // 4):
        return False
    moved = [f for f in found if f.kind in ("lost", "added", "small")]
    count = sum(max(len(f.written), len(f.true)) for f in moved)
    # "real-time" and "anti-malarial" are one word lost, if the only one
    most = 2 if len(found) == 1 and len(theirs) >= 7 else 1
    if moved and (min(len(ours), len(theirs)) < 4 or count > max(most, len(theirs) // 5)):
        return False
    weight = sum(_weight(fault) for fault in found)
    return weight <= SHARE_OF_LETTERS * len("".join(theirs))


def _weight(fault: Fault) -> int:
    """Letters that went wrong in one place."""
    if fault.kind in ("letters", "small", "spelling"):
        return 2
    return 0 if fault.kind == "doubled" else len("".join((*fault.written, *fault.true)))


def _certainty(found: list[Fault], theirs: tuple[str, ...]) -> float:
    """How surely the faults are only faults: a lost topic word may make another title."""
    score = 0.985
    for fault in found:
        topic = any(word not in STOP for word in (*fault.written, *fault.true))
        if fault.kind in ("lost", "added") and topic:
            score -= 0.7 / max(5, len(theirs))
        elif fault.kind == "letters" and len(theirs) < 4:
            score -= 0.06
        else:
            score -= 0.012
    return round(max(0.8, score), 3)


def _reason(fault: Fault) -> str:
    ours, theirs = " ".join(fault.written), " ".join(fault.true)
    if not ours:
        return f"“{theirs}” is missing"
    if not theirs:
        return f"“{ours}” is {'doubled' if fault.kind == 'doubled' else 'added'}"
    return f"“{ours}” for “{theirs}”"


def _misspelt_cut(written: str, true: str) -> TitleComparison | None:
    """Misspelt, and without its subtitle or with a venue behind it."""
    ours, theirs = words(written), words(true)
    pairs = [(ours, words(part)) for part, _ in cuts(true)]
    pairs += [(words(part), theirs) for part, extra in cuts(written) if len(extra.split()) <= 6]
    for left, right in pairs:
        if min(len(left), len(right)) < 5:
            continue
        kinds = {fault.kind for fault in faults(left, right)}
        if not kinds or not kinds <= {"letters", "small", "doubled", "spelling"}:
            continue  # with a word lost or added as well it may be anything
        found = _misspelt(left, right, true)
        if found and found.kind in ("misspelt", "same"):
            reasons = (*found.reasons, "a part of the title is added or missing")
            return found.but(kind="misspelt", score=min(0.88, found.score), reasons=reasons)
    return None


def _apart(
    ours: tuple[str, ...], theirs: tuple[str, ...], likeness: float, true: str
) -> TitleComparison:
    """Another title; the score says how near."""
    left, right = set(ours) - STOP, set(theirs) - STOP
    common = 2 * len(left & right) / max(1, len(left) + len(right))
    return TitleComparison(
        kind="differs", score=round(min(0.88, 0.5 * likeness + 0.5 * common), 3), true=true
    )


@lru_cache(maxsize=1 << 12)
def distinctive(title: str) -> float:
    """How unlikely two works bear the title, 0 to 1: "Editorial" 0, eight telling words 1.

    Words of the field's everyday weigh a quarter, small words little: measured on 340,000 titles.
    """
    weight = 0.0
    for word in dict.fromkeys(words(title)):
        if word in STOP:
            weight += 0.2
        elif word in COMMON or len(word) < 3:
            weight += 0.3
        else:
            weight += 1.0
    return round(min(1.0, max(0.0, (weight - 0.7) / 5.3)), 3)


def mended(written: str, true: str) -> str:
    """The written title with only its faults repaired.

    Words equal up to case, accents and punctuation stay as written; the letters of the result are
    those of the true title.
    """
    return mending.mended(written, true)


def styled(written: str, true: str) -> tuple[str, ...]:
    """Differences of style, for people: capitals of names, stray punctuation, blanks.

    Nothing is said of capitals where the true title is all capitals.
    """
    return mending.styled(written, true)


def bare(title: str) -> str:
    """The title without the marks of a retraction before it."""
    return re.sub(r"^\W+", "", stripped(title))
