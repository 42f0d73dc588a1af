"""Whether two names are one person's, as far as a name can tell.

A name is compared by its letters: accents, case, hyphens, particles and the order of its parts are
habits of whoever wrote it. Initials are compatible with every name they may stand for.
"""

import re
from typing import Literal

from rapidfuzz.distance import OSA

from pipeline.compare.forms import SUFFIXES, Form, form
from pipeline.compare.nicknames import SHORT_FOR
from pipeline.values.entry import Name
from pipeline.values.work import Person

WRITTEN_OUT = 3
"""Fewest letters of a given name that stands in one word with the family's."""

Likeness = Literal["same", "compatible", "misspelt", "different"]


def same_person(left: Name | Person, right: Name | Person) -> Likeness:
    """How likely two names are one person's.

    "same" if every part agrees as far as both write it out; "compatible" if one abbreviates,
    drops or turns round what the other has; "misspelt" if a typing fault parts the family names.
    """
    return likeness(form(left), form(right))


def likeness(left: Form, right: Form) -> Likeness:
    """``same_person`` for prepared names."""
    if left.group or right.group:
        return _groups(left, right)
    if left.foreign and right.foreign and left.letters == right.letters:
        return "same"  # 李明, without a blank between family and given name
    if set(left.families) & set(right.families):
        return given_likeness(left.given, right.given)
    if SUFFIXES.issuperset(left.parts) or SUFFIXES.issuperset(right.parts):
        # "Frank III": the family name is lost, and the given name has to do
        return (
            "different" if given_likeness(left.given, right.given) == "different" else "compatible"
        )
    if _turned(left, right) or _bordered(left, right) or _bordered(right, left):
        return "compatible"
    if _mingled(left, right) or _unparted(left, right) or _unparted(right, left):
        return "compatible"
    given = given_likeness(left.given, right.given)
    if given != "different" and _share_family(left, right):
        return "compatible"
    if given != "different" and _typing(left, right):
        return "misspelt"
    return "different"


def _groups(left: Form, right: Form) -> Likeness:
    """Organisations: equal letters, or one contains the other, or is its initials."""
    ours, theirs = left.words, right.words
    if "".join(ours) == "".join(theirs):
        return "same"
    short, long = sorted((ours, theirs), key=lambda words: len("".join(words)))
    letters = "".join(word[0] for word in long)
    inside = len("".join(short)) >= 4 and "".join(short) in "".join(long)
    return "compatible" if inside or "".join(short) in letters else "different"


def given_likeness(left: tuple[str, ...], right: tuple[str, ...]) -> Likeness:
    """How given names agree: "same" if equal, "compatible" if one abbreviates or drops."""
    if left == right or "".join(left) == "".join(right):
        return "same"
    if not left or not right:
        return "compatible"
    if _agree(left, right) or _glued(left, right) or _glued(right, left):
        return "compatible"
    if _without_expansion(left) == _without_expansion(right):
        return "compatible"
    return "different"


def _without_expansion(given: tuple[str, ...]) -> tuple[str, ...]:
    """Given names without the letters that stand for accents: "Paal" for Pål, "Joerg" for Jörg."""
    return tuple(_EXPANSION.sub(lambda hit: hit[1] or "", name) for name in given)


_EXPANSION = re.compile(r"([aou])e|(?<=a)a")


def _glued(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """A short lone given name may be initials run together: "Zr" is Zhi-rui, "Shi" not Sheng."""
    lone = len(left) == 1 and 2 <= len(left[0]) <= 4 and len(right) > 1
    return lone and left[0][:2] == right[0][0] + right[1][0] and _agree(tuple(left[0]), right)


def _agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    short, long = sorted((left, right), key=lambda names: (len(names), len("".join(names))))
    return _stands_for(short, long) or _run_together(left, right)


def _stands_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every name of the shorter one stands, in order, for one of the longer."""
    place = 0
    for name in short:
        while place < len(long) and not _name_fits(name, long[place]):
            place += 1
        if place == len(long):
            return False
        place += 1
    return True


def slipped(written: Name | Person, true: Name | Person) -> bool:
    """Whether a given name is the other's but for a slip of the pen: "Siddharta", "Tmas"."""
    ours, theirs = form(written).given, form(true).given
    return any(
        len(text) > 3
        and text not in theirs
        and _name_fits(text, other)
        and not _stands(text, other)
        for text in ours
        for other in theirs
    )


def _stands(left: str, right: str) -> bool:
    """One is the other's beginning or its short form."""
    short, long = sorted((left, right), key=len)
    return long.startswith(short) or short in SHORT_FOR.get(long, ())


def _name_fits(left: str, right: str) -> bool:
    """One name for another: an initial, a beginning, a nickname, a slip of the pen."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(short) == 1 or (len(short) >= 3 and long.startswith(short)):
        return long.startswith(short)
    if short in SHORT_FOR.get(long, ()) or long in SHORT_FOR.get(short, ()):
        return True
    return len(short) >= 4 and OSA.distance(short, long, score_cutoff=2) <= (
        2 if len(long) > 6 else 1
    )


def _run_together(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Initials for one name: "Y. F." for "Yifang"; "Hong Bin" for "Hongbin"."""
    if left[0][0] != right[0][0]:
        return False
    initials = [all(len(name) == 1 for name in names) for names in (left, right)]
    if any(initials):
        short, long = (left, right) if initials[0] else (right, left)
        joined = "".join(long)
        place = 0
        for letter in short:
            place = joined.find(letter, place) + 1
            if not place:
                return len(long) == 1 and len(short) == 2 and len(joined) > 1
        return True
    return "".join(left).startswith("".join(right)) or "".join(right).startswith("".join(left))


def _turned(left: Form, right: Form) -> bool:
    """The same words with another border between given and family names, or turned round."""
    ours, theirs = left.words, right.words
    if len(ours) > 1 and left.letters == right.letters:
        joined = "".join(theirs)
        turns = ("".join((*ours[i:], *ours[:i])) for i in range(len(ours)))
        if sorted(ours) == sorted(theirs) or joined in turns:
            return True
    return _exchanged(left, right) or _exchanged(right, left) or _only_initials(ours, theirs)


def _only_initials(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """A record that cut the family name: "G., D." for Gordon D; the same initials have to do."""
    if len(ours) < 2 or len(ours) != len(theirs):
        return False
    if max(map(len, ours)) > 1 and max(map(len, theirs)) > 1:
        return False
    return sorted(word[0] for word in ours) == sorted(word[0] for word in theirs)


def _exchanged(left: Form, right: Form) -> bool:
    """Given and family name in each other's field: Wei (family) Zhang (given)."""
    if not left.given or not right.given:
        return False
    family, given = "".join(left.given), left.core
    if len(family) < 2 or (family not in right.families and left.given != right.core):
        return False
    return given_likeness(given, right.given) != "different"


def _share_family(left: Form, right: Form) -> bool:
    """One family name is a part of the other: García and García Pérez."""
    ours, theirs = left.core, right.core
    if "".join(ours) == "".join(theirs):
        return True
    short, long = sorted((ours, theirs), key=len)
    ends = long[: len(short)], long[-len(short) :]
    return len(short) < len(long) and len("".join(short)) >= 3 and short in ends


def _bordered(left: Form, right: Form) -> bool:
    """A part of the family stands with the given names: F. "Fdili" Alaoui, D. "Van den" Bleeken.

    Or as them, where the family is all that is written: "de" Wit, "Lê" Cao.
    """
    for count in range(1, len(left.given) + 1):
        family = "".join((*left.given[-count:], *left.parts))
        if family in right.families:
            return given_likeness(left.given[:-count], right.given) != "different"
    return False


def _mingled(left: Form, right: Form) -> bool:
    """The same words in any order, some as initials: "Kathryn, Liszewski M.", "Liszewski, M. K.".

    A whole word of four letters, a family name on one side, has to be common.
    """
    short, long = sorted((left.words, right.words), key=len)
    common = set(short) & set(long) & {*left.core, *right.core}
    if len(short) < 2 or max(map(len, common), default=0) < 4:
        return False
    rest = [word for word in long if word not in common]
    for word in sorted((w for w in short if w not in common), key=len, reverse=True):
        fit = next(
            (other for other in rest if other.startswith(word) or word.startswith(other)), None
        )
        if fit is None:
            return False
        rest.remove(fit)
    return True


def _unparted(left: Form, right: Form) -> bool:
    """Given and family name in one word: "ZiweiLiu" for Ziwei Liu, or for "Z. Liu"."""
    if left.given or len(left.parts) != 1 or not right.given:
        return False
    given = "".join(right.given)
    if len(right.given[0]) == 1:
        first = next((half for half in left.halves if half != right.family), "")
        whole = {first, right.family} == set(left.halves) and len(left.halves) > 1
        return whole and len(first) >= WRITTEN_OUT and first[0] == given[0]
    return left.family in (given + right.family, right.family + given)


def _typing(left: Form, right: Form) -> bool:
    """A slip of the finger in the family name; short names need their given names in full."""
    ours, theirs = "".join(left.core), "".join(right.core)
    size = max(len(ours), len(theirs))
    written_out = (
        bool(left.given and right.given) and min(len(left.given[0]), len(right.given[0])) > 2
    )
    if size < 4 or (size < 6 and not written_out):
        return False
    if sorted(ours) == sorted(theirs) and ours[0] == theirs[0] and size > 6:
        return True  # "Patcher" for "Pachter": letters in another order
    return OSA.distance(ours, theirs, score_cutoff=2) <= (1 if size < 9 else 2)
