"""Whether a written title is the title of a work.

``same`` is equality of letters. What a curator leaves out or adds by habit (subtitle, nickname,
venue) is no fault; what fingers and copying do is ``misspelt``; what numbers, negations and words
such as "Reply to" do makes another work.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA, Indel, LCSseq

from pipeline.compare import letters, mending
from pipeline.compare import parts as parts_of
from pipeline.compare.judgements import Judgement, Kind, Words
from pipeline.compare.letters import key as key  # noqa: PLC0414  part of what this module offers
from pipeline.compare.lexicon import ARABIC, COMMON, NICKNAME, NOTICE, SERIES, STOP
from pipeline.compare.misspelling import misspelt, misspelt_part
from pipeline.compare.segments import remark, uncatalogued
from pipeline.values.text import Value

FAR = 0.55
"""Similarity of letters below which two titles are not worth aligning."""

TELLING = 20
"""Fewest letters and digits of a title that cannot stand in an entry by chance."""

LONGEST = 3000
"""Letters above which a text is no title and only equality is asked."""

RANK: dict[Kind, int] = {
    "same": 0, "misspelt": 1, "shortened": 1, "extended": 1, "related": 2, "differs": 3,
}  # fmt: skip


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


def lacks(shorter: str, longer: str) -> int:
    """How many words of the longer title the shorter leaves out; 0 if anything else differs."""
    ours, theirs = words(shorter), words(longer)
    rest = iter(theirs)
    return max(0, len(theirs) - len(ours)) if all(word in rest for word in ours) else 0


def slip(written: str, true: str) -> bool:
    """Letters, blanks or hyphens differ, and no word for another: "learsed", "auto- encoder".

    "Genome" for "Genomes" is none: versions of a work differ so.
    """
    ours, theirs = words(written), words(true)
    near = len(ours) == len(theirs) and all(map(_near, ours, theirs))
    return near or key(written) == key(true)


def _near(text: str, other: str) -> bool:
    """One word and the other are the same, or one has a slip."""
    if text == other:
        return True
    plural = text.rstrip("s") == other.rstrip("s")
    return not plural and OSA.distance(text, other) < max(len(text), len(other)) / 2


def telling_words(title: str) -> frozenset[str]:
    """The words of a title that many others do not have, folded; none of three letters."""
    return frozenset(w for w in words(title) if len(w) > 3 and w not in STOP and w not in COMMON)


def nickname(title: str) -> str:
    """What a title names before its colon, folded: "MinPrompt: ..."; empty if it names nothing."""
    head, colon, _ = title.partition(":")
    return key(head) if colon and len(head.split()) <= NICKNAME else ""


BEGINNING = 5
"""Fewest words of a title that may stand for a longer one that goes on with "with", "in", ..."""

_ON = frozenset((
    "with", "in", "at", "for", "of", "by", "using", "from", "via", "through", "on", "under",
    "during", "among", "within",
))  # fmt: skip


def begins(written: str, true: str) -> bool:
    """The written title is where the true one begins, up to a preposition.

    "Observation of a new particle in the search for the Standard Model Higgs boson", with the
    ATLAS detector at the LHC.
    """
    ours, theirs = words(written), words(true)
    size = len(ours)
    return BEGINNING <= size < len(theirs) and ours == theirs[:size] and theirs[size] in _ON


def compare(written: str, true: str, others: Sequence[str] = ()) -> TitleComparison:
    """The kindest comparison with the title or one of its other forms."""
    written, *variants = (" ".join(title.split()) for title in (written, true, *others))
    variants += [_unseamed(variant, written) for variant in variants]
    comparisons = [_one(written, variant) for variant in dict.fromkeys(variants) if variant]
    if not comparisons:
        return TitleComparison(kind="differs", score=0.0, true=true)
    return min(comparisons, key=lambda c: (RANK[c.kind], -c.score))


SEAM = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where a record lost the blank of a line's end: "PlaylistRecommendation"."""


def _unseamed(true: str, written: str) -> str:
    """The record's title with the blanks it lost, where the entry has both words apart."""
    if not SEAM.search(true):
        return true
    apart = set(words(written))
    return " ".join(
        parted if apart.issuperset(words(parted := SEAM.sub(" ", word))) else word
        for word in true.split()
    )


def about_another(title: str) -> bool:
    """Whether a title says that it is about another work: "Erratum", "Correction to: ..."."""
    return bool(remark(title)) or NOTICE.fullmatch(" ".join(words(title))) is not None


def distinctive(title: str) -> float:
    """How unlikely two works bear the title, 0 to 1: "Editorial" 0, eight telling words 1."""
    return parts_of.distinctive(title)


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


def _one(written: str, true: str) -> TitleComparison:
    judgement = _judged(uncatalogued(written), uncatalogued(true))
    return TitleComparison(
        kind=judgement.kind, score=judgement.score, reasons=judgement.reasons, true=true
    )


def _judged(written: str, true: str) -> Judgement:
    ours, theirs = words(written), words(true)
    left, right = "".join(ours), "".join(theirs)
    if max(len(left), len(right)) > LONGEST:
        return Judgement("same", 1.0) if left == right else Judgement("differs", 0.0)
    if left == right:
        return _equal(written, true)
    if _arabic(ours) == _arabic(theirs):
        return Judgement("same", 0.98, ("Roman numerals",))
    likeness = Indel.normalized_similarity(left, right)
    contained = left in right or right in left
    if likeness < FAR and not contained and not _cut_short(left, right):
        return _apart(ours, theirs, likeness)
    whole = (
        parts_of.another_work(written, true) or parts_of.cut(written, true)
        or misspelt(ours, theirs)
    )  # fmt: skip
    if whole and whole.kind != "related":
        return whole
    return misspelt_part(written, true) or whole or _apart(ours, theirs, likeness)


def _arabic(names: Sequence[str]) -> tuple[str, ...]:
    """The words with figures for Roman numerals; for letters only behind "part" and the like."""
    return tuple(
        ARABIC.get(word, word) if len(word) > 1 or before in SERIES else word
        for before, word in pairwise(("", *names))
    )


def _cut_short(left: str, right: str) -> bool:
    """One is nearly the beginning or the end of the other, which is much longer."""
    return LCSseq.similarity(left, right) >= 0.9 * min(len(left), len(right)) >= 15


def _equal(written: str, true: str) -> Judgement:
    """Letters equal: the same, but for hyphens that a line end left behind."""
    if not key(true):
        return Judgement("differs", 0.0, ("no letters",))
    broken = mending.broken(written, true)
    if broken:
        reasons = tuple(f"line-end hyphen in “{word}”" for word in broken)
        return Judgement("misspelt", 0.99, reasons)
    return Judgement("same", 1.0)


def _apart(ours: Words, theirs: Words, likeness: float) -> Judgement:
    """Another title; the score says how near."""
    left, right = set(ours) - STOP, set(theirs) - STOP
    common = 2 * len(left & right) / max(1, len(left) + len(right))
    return Judgement("differs", round(min(0.88, 0.5 * likeness + 0.5 * common), 3))
