"""Where two titles of nearly the same words part, and what kind of fault each place is."""

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from pipeline.compare.lexicon import NEGATIONS, OPPOSED, ROMAN, SERIES, STOP

Kind = Literal[
    "none", "letters", "small", "lost", "added", "doubled", "number", "opposite", "other"
]
"""none: only blanks or hyphens; letters: a typing fault; small: a preposition or article for
another; number: figures, numerals or letters that count; opposite: another meaning; other: other
words."""

PREFIXES = frozenset().union(*OPPOSED)


class Fault(NamedTuple):
    """One place where the written words are not the true ones."""

    kind: Kind
    written: tuple[str, ...]
    true: tuple[str, ...]


def faults(written: tuple[str, ...], true: tuple[str, ...]) -> list[Fault]:
    """Every place where the words part, in order; places that differ in blanks only left out."""
    found = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(written, true)
        if op.tag != "equal"
    ]
    return [
        Fault(kind, written[a:b], true[c:d])
        for a, b, c, d in _joined(found)
        if (kind := _kind(written, true, (a, b, c, d))) != "none"
    ]


def _joined(places: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Neighbouring places as one: "deconvo lution" is replaced and lost, yet one fault."""
    joined: list[tuple[int, int, int, int]] = []
    for a, b, c, d in places:
        if joined and joined[-1][1] == a and joined[-1][3] == c:
            first = joined.pop()
            joined.append((first[0], b, first[2], d))
        else:
            joined.append((a, b, c, d))
    return joined


def _kind(
    written: tuple[str, ...], true: tuple[str, ...], place: tuple[int, int, int, int]
) -> Kind:
    a, b, c, d = place
    ours, theirs = written[a:b], true[c:d]
    if "".join(ours) == "".join(theirs):
        return "none"
    if not theirs:
        return _added(written, a, b)
    if not ours:
        return _lost(true, c, d)
    return _replaced(ours, theirs)


def _added(written: tuple[str, ...], start: int, end: int) -> Kind:
    words = written[start:end]
    size = end - start
    if words == written[max(0, start - size) : start] or words == written[end : end + size]:
        return "doubled"
    return _gone(words, at_end=end == len(written), kind="added")


def _lost(true: tuple[str, ...], start: int, end: int) -> Kind:
    return _gone(true[start:end], at_end=end == len(true), kind="lost")


def _gone(words: tuple[str, ...], *, at_end: bool, kind: Kind) -> Kind:
    """What a word that is not there was: one that counts, one that negates, or any."""
    if any(word.isdigit() and not _year(word) for word in words):
        return "number"
    if words[-1] in SERIES or (at_end and words[-1] in ROMAN):
        return "number"
    if len(words) == 1 and words[0] in ROMAN and words[0] != "i":
        return "number"
    return "opposite" if set(words) & NEGATIONS else kind


def _year(word: str) -> bool:
    return len(word) == 4 and word.startswith(("19", "20"))


def _replaced(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Kind:
    if _figures(ours) != _figures(theirs) or _counts(ours, theirs):
        return "number"
    if (set(ours) ^ set(theirs)) & NEGATIONS:
        return "opposite"
    if all(word in STOP for word in (*ours, *theirs)):
        return "small"
    if len(ours) == len(theirs):
        kinds = {word_fault(x, y) for x, y in zip(ours, theirs, strict=True) if x != y}
        return min(kinds, key=("opposite", "number", "other", "small", "letters").index)
    return _glued(ours, theirs)


def _glued(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Kind:
    """Words run together or torn apart with a letter wrong as well."""
    left, right = "".join(ours), "".join(theirs)
    return "letters" if _typing(left, right) and min(len(left), len(right)) >= 6 else "other"


def _figures(words: tuple[str, ...]) -> list[str]:
    return re.findall(r"\d+", " ".join(words))


def _counts(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Numerals or single letters that differ: Part I and II, Type A and B."""
    left = [w for w in ours if w in ROMAN or len(w) == 1]
    right = [w for w in theirs if w in ROMAN or len(w) == 1]
    return bool(left and right) and left != right


def word_fault(ours: str, theirs: str) -> Kind:
    """What makes one word the other: a typing fault, the opposite, or nothing (another word)."""
    if ours in STOP and theirs in STOP:
        return "small"
    if _opposed(ours, theirs):
        return "opposite"
    return "letters" if _typing(ours, theirs) else "other"


def _opposed(ours: str, theirs: str) -> bool:
    common = _common_end(ours, theirs)
    if common < 4:
        return False
    left, right = ours[: len(ours) - common], theirs[: len(theirs) - common]
    if not left or not right:
        return (left or right) in PREFIXES
    # "aisotropic" is a misspelt "anisotropic", not its opposite
    twins = left.startswith(right) or right.startswith(left)
    return not twins and any(left in group and right in group for group in OPPOSED)


def _common_end(left: str, right: str) -> int:
    count = 0
    while count < min(len(left), len(right)) and left[-1 - count] == right[-1 - count]:
        count += 1
    return count


def _typing(ours: str, theirs: str) -> bool:
    """Whether a slip of the finger or of the eye makes one of the other.

    Words of three letters are other words ("DNA", "RNA"); a wrong first letter makes a short word
    another one ("mice", "rice").
    """
    size = max(len(ours), len(theirs))
    if size < 4:
        return False
    allowed = 1 if size < 8 else 2 if size < 13 else 3
    distance = OSA.distance(ours, theirs, score_cutoff=allowed)
    if distance > allowed:
        return False
    return ours[0] == theirs[0] or (size >= 6 and distance == 1)
