"""Where two titles of nearly the same words part, and what kind of fault each place is."""

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from pipeline.compare.lexicon import NEGATIONS, OPPOSED, ROMAN, SERIES, STOP

Kind = Literal[
    "none", "spelling", "letters", "small", "lost", "added", "doubled", "number", "opposite",
    "other",
]  # fmt: skip
"""none: only blanks or hyphens; spelling: British and American; letters: a typing fault; small: a
preposition or article for another; number: figures, numerals or letters that count; opposite:
another meaning; other: other words, among them topic words before the first or behind the last."""

BRITISH = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"our(?=(?:|s|al|ally|ed|ing|ite|able|ability|less|ful|hoods?)$)", "or"),
        (r"^practis", "practic"),
        (r"is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)", "iz"),
        (r"ys(?=(?:e|ed|es|ing|er|ers)$)", "yz"),
        (r"ll(?=(?:ing|ings|ed|er|ers)$)", "l"),
        (r"(?<=[tbh])re(?=(?:|s|d)$)|(?<=noeuv)re(?=s?$)", "er"),
        (r"ogue(?=s?$)", "og"),
        (r"(?<=[fc])ence(?=s?$)", "ense"),
        (r"[ao]e", "e"),
        (r"sulph", "sulf"),
        (r"^grey", "gray"),
        (r"(?<=progra)mme(?=s?$)", "m"),
        (r"(?<=alumin)ium", "um"),
        (r"(?<=dg)ement", "ment"),
        (r"^ageing$", "aging"),
        (r"^artefact", "artifact"),
        (r"^mould", "mold"),
        (r"^sceptic", "skeptic"),
        (r"(?<=^enrol)(?!l)|(?<=^fulfil)(?!l)|(?<=^skil)(?=ful)", "l"),
        (r"(?<=^focus)s(?=ed|ing)|(?<=^benefit)t(?=ed|ing)", ""),
        (r"(?<=^learn)t$|(?<=^burn)t$", "ed"),
        (r"(?<=^toward)s$|(?<=^among)st$", ""),
        (r"^whilst$", "while"),
    )
)
"""British and American spelling; either is copied for the other without a thought."""

Place = tuple[int, int, int, int]

LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")

LONG = 7
"""Letters of a word that is no formula and no gene, whatever figures are in it."""

_WITHIN = re.compile(r"(?<=[a-z])\d+(?=[a-z])")

PREFIXES = frozenset().union(*OPPOSED)


class Fault(NamedTuple):
    """One place where the written words are not the true ones."""

    kind: Kind
    written: tuple[str, ...]
    true: tuple[str, ...]


def faults(written: tuple[str, ...], true: tuple[str, ...]) -> list[Fault]:
    """Every place where the words part, in order; places that differ in blanks only left out."""
    places = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(written, true)
        if op.tag != "equal"
    ]
    return [
        Fault(kind, written[a:b], true[c:d])
        for a, b, c, d in _joined(places)
        if (kind := _kind(written, true, (a, b, c, d))) != "none"
    ]


def _joined(places: list[Place]) -> list[Place]:
    """Neighbouring places as one: "deconvo lution" is replaced and lost, yet one fault."""
    joined: list[Place] = []
    for a, b, c, d in places:
        if joined and joined[-1][1] == a and joined[-1][3] == c:
            first = joined.pop()
            joined.append((first[0], b, first[2], d))
        else:
            joined.append((a, b, c, d))
    return joined


def _kind(written: tuple[str, ...], true: tuple[str, ...], place: Place) -> Kind:
    a, b, c, d = place
    ours, theirs = written[a:b], true[c:d]
    if "".join(ours) == "".join(theirs):
        return "none"
    if not theirs:
        return _added(written, a, b)
    if not ours:
        return _gone(true, c, d, kind="lost")
    return _replaced(ours, theirs)


def _added(written: tuple[str, ...], start: int, end: int) -> Kind:
    words = written[start:end]
    size = end - start
    if words == written[max(0, start - size) : start] or words == written[end : end + size]:
        return "doubled"
    return _gone(written, start, end, kind="added")


def _gone(whole: tuple[str, ...], start: int, end: int, *, kind: Kind) -> Kind:
    """What words that are not there were: some that count, some that negate, or any.

    Topic words before the title make another one: "Adaptive wavelet pooling" is not "Wavelet
    pooling"; behind a short one as well.
    """
    words, at_end = whole[start:end], end == len(whole)
    if any(word.isdigit() and not _year(word) for word in words):
        return "number"
    if words[-1] in SERIES or (at_end and words[-1] in ROMAN):
        return "number"
    if len(words) == 1 and words[0] in ROMAN and words[0] != "i":
        return "number"
    if set(words) & NEGATIONS:
        return "opposite"
    outside = start == 0 or (at_end and len(whole) < 10)
    return "other" if outside and set(words) - STOP else kind


def _year(word: str) -> bool:
    return len(word) == 4 and word.startswith(("19", "20"))


def _replaced(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Kind:
    if len(ours) == len(theirs) == 1:
        if _strewn(theirs[0]) == ours[0]:
            return "spelling"  # the record's fault, which is not the list's
        if _strewn(ours[0]) == theirs[0]:
            return "letters"
    if _figures(ours) != _figures(theirs) or _counts(ours, theirs):
        return "number"
    kinds = {word_fault(x, y) for x, y in zip(ours, theirs, strict=False) if x != y}
    same_count = len(ours) == len(theirs)
    slips = same_count and kinds <= {"letters", "spelling"}  # "wthout" for "without"
    if not slips and (set(ours) ^ set(theirs)) & NEGATIONS:
        return "opposite"
    if kinds != {"spelling"} and all(word in STOP for word in (*ours, *theirs)):
        return "small"
    if same_count:
        return min(kinds, key=("opposite", "other", "small", "letters", "spelling").index)
    return _glued(ours, theirs)


def _glued(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Kind:
    """Words run together or torn apart with a letter wrong as well."""
    left, right = "".join(ours), "".join(theirs)
    if _ligature_lost(left, right):
        return "letters"
    return "letters" if _typing(left, right) and min(len(left), len(right)) >= 6 else "other"


def _strewn(word: str) -> str:
    """A word without figures that fell into it: "a99t"; empty for "h2o", whose own they are."""
    bare = _WITHIN.sub("", word)
    whole = bare in STOP or len(bare) >= LONG
    return bare if whole and bare.isalpha() and bare != word else ""


def _figures(words: tuple[str, ...]) -> list[str]:
    return re.findall(r"\d+", " ".join(words))


def _counts(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Numerals or single letters that differ: Part I and II, Type A and B."""
    left = [w for w in ours if w in ROMAN or len(w) == 1]
    right = [w for w in theirs if w in ROMAN or len(w) == 1]
    return bool(left and right) and left != right


def word_fault(ours: str, theirs: str) -> Kind:
    """What makes one word the other: a typing fault, the opposite, or nothing (another word)."""
    if _american(ours) == _american(theirs):
        return "spelling"
    if ours in STOP and theirs in STOP:
        return "small"
    if _opposed(ours, theirs):
        return "opposite"
    return "letters" if _typing(ours, theirs) else "other"


def _american(word: str) -> str:
    if len(word) > 4 or word == "grey":
        for british, american in BRITISH:
            word = british.sub(american, word)
    return word


def _opposed(ours: str, theirs: str) -> bool:
    common = _common_end(ours, theirs)
    if common < 4:
        return False
    left, right = ours[: len(ours) - common], theirs[: len(theirs) - common]
    if not left or not right:
        return (left or right) in PREFIXES
    # "aisotropic" is a misspelt "anisotropic", not its opposite
    twins = left.startswith(right) or right.startswith(left)
    return not twins and any(left in group and right in group for group in OPPOSED[1:])


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
    if _ligature_lost(ours, theirs):
        return True
    allowed = 1 if size < 8 else 2 if size < 13 else 3
    distance = OSA.distance(ours, theirs, score_cutoff=allowed)
    if distance > allowed:
        return False
    return ours[0] == theirs[0] or (size >= 6 and distance == 1)


def _ligature_lost(ours: str, theirs: str) -> bool:
    """A ligature that copying from a PDF lost: "e cient", "dene"."""
    return len(ours) >= 4 and any(
        ligature in theirs
        and ours in (theirs.replace(ligature, "", 1), theirs.replace(ligature, ""))
        for ligature in LIGATURES
    )
