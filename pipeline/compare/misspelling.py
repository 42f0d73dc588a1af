"""Whether a title is another one with the faults that fingers and copying make."""

import re

from rapidfuzz import fuzz

from pipeline.compare.faults import Fault, faults
from pipeline.compare.judgements import Judgement, Words
from pipeline.compare.letters import GREEK, tokens
from pipeline.compare.lexicon import STOP
from pipeline.compare.segments import cuts

SHARE_OF_LETTERS = 0.28
"""Most of the letters that may be lost, added or wrong in a misspelt title."""

MOST_FAULTS = 4
"""Places where a misspelt title may be wrong."""

GREEK_WORD = re.compile(rf"(?<!\S)(\d*)({'|'.join(GREEK.values())})(\d*)(?!\S)")
"""A Greek letter by its name, with the number before or behind it."""


def misspelt(ours: Words, theirs: Words) -> Judgement | None:
    """Misspelt, spelt otherwise or a sibling's; None if the words are other words."""
    if any(map(GREEK_WORD.fullmatch, (*ours, *theirs))) and _latin(ours) == _latin(theirs):
        return Judgement("same", 0.98, ("Greek letters",))
    all_faults = faults(ours, theirs)
    kinds = {fault.kind for fault in all_faults}
    if kinds == {"spelling"}:
        return Judgement("same", 0.98, (f"spelling: {_reason(all_faults[0])}",))
    if kinds & {"number", "opposite"}:
        return _sibling(all_faults, ours, theirs)
    if "other" in kinds or not _bearable(all_faults, ours, theirs):
        return None
    return Judgement("misspelt", _certainty(all_faults, theirs), tuple(map(_reason, all_faults)))


def misspelt_part(written: str, true: str) -> Judgement | None:
    """Misspelt, and without its subtitle or with a venue behind it."""
    ours, theirs = tokens(written), tokens(true)
    pairs = [(ours, tokens(part)) for part, _ in cuts(true)]
    pairs += [(tokens(part), theirs) for part, extra in cuts(written) if len(extra.split()) <= 6]
    for left, right in pairs:
        if min(len(left), len(right)) < 5:
            continue
        kinds = {fault.kind for fault in faults(left, right)}
        if not kinds or not kinds <= {"letters", "small", "doubled", "spelling"}:
            continue  # with a word lost or added as well it may be anything
        judgement = misspelt(left, right)
        if judgement and judgement.kind in ("misspelt", "same"):
            reasons = (*judgement.reasons, "a part of the title is added or missing")
            return Judgement("misspelt", min(0.88, judgement.score), reasons)
    return None


def _latin(names: Words) -> str:
    """Greek letters by the Latin letter people put for them: "TNF-a" for "TNF-α", "1a" for "1α"."""
    return "".join(GREEK_WORD.sub(lambda m: m[1] + m[2][0] + m[3], word) for word in names)


def _sibling(all_faults: list[Fault], ours: Words, theirs: Words) -> Judgement | None:
    """Titles that differ in what counts or negates, and in little else."""
    if sum(max(len(f.written), len(f.true)) for f in all_faults) > max(2, len(theirs) // 3):
        return None
    likeness = fuzz.ratio("".join(ours), "".join(theirs)) / 100
    reason = next(f for f in all_faults if f.kind in ("number", "opposite"))
    return Judgement("related", round(likeness * 0.8, 3), (_reason(reason),))


def _bearable(all_faults: list[Fault], ours: Words, theirs: Words) -> bool:
    """So few faults in so long a title that they can only be faults."""
    if not all_faults or len(all_faults) > min(MOST_FAULTS, 1 + len(theirs) // 4):
        return False
    moved = [f for f in all_faults if f.kind in ("lost", "added", "small")]
    count = sum(_topics(fault) for fault in moved)
    # "real-time" and "anti-malarial" are one word lost, if the only one
    most = 2 if len(all_faults) == 1 and len(theirs) >= 7 else 1
    least = 3 if _article_alone(moved) else 4
    if moved and (min(len(ours), len(theirs)) < least or count > max(most, len(theirs) // 5)):
        return False
    weight = sum(_weight(fault) for fault in all_faults)
    return weight <= SHARE_OF_LETTERS * len("".join(theirs))


_ARTICLES = frozenset(("the", "a", "an"))


def _article_alone(moved: list[Fault]) -> bool:
    """Whether "the" or "a" is all that was lost or added: "The Optimal PAC Algorithm"."""
    return len(moved) == 1 and _ARTICLES.issuperset((*moved[0].written, *moved[0].true))


def _topics(fault: Fault) -> int:
    """Words that moved, small ones not counted: "H&E" is one."""
    texts = max((fault.written, fault.true), key=len)
    return max(1, sum(word not in STOP for word in texts))


def _weight(fault: Fault) -> int:
    """Letters that went wrong in one place."""
    if fault.kind in ("letters", "small", "spelling"):
        return 2
    return 0 if fault.kind == "doubled" else len("".join((*fault.written, *fault.true)))


def _certainty(all_faults: list[Fault], theirs: Words) -> float:
    """How surely the faults are only faults: a lost topic word may make another title."""
    score = 0.985
    for fault in all_faults:
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
