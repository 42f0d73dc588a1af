"""Whether two names are one person's, as far as a name can tell.

A name is compared by its letters: accents, case, hyphens, particles and the order of its parts are
habits of whoever wrote it. Initials are compatible with every name they may stand for.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from pipeline.compare.letters import WORD, folded
from pipeline.compare.nicknames import SHORT_FOR
from pipeline.model import Name, Person

Likeness = Literal["same", "compatible", "misspelt", "different"]

PARTICLES = frozenset(
    [
        "van", "von", "vom", "der", "den", "de", "del", "della", "delle", "degli", "dei", "di", "da",
        "das", "dos", "do", "du", "des", "la", "le", "les", "el", "al", "bin", "ibn", "ben", "ter",
        "ten", "te", "tot", "zu", "zur", "zum", "und", "af", "av", "y", "e", "st", "san", "santa",
        "abu", "dal", "lo", "in", "t", "s", "op", "het", "d", "l", "o", "mac", "mc",
    ]
)  # fmt: skip
"""Words before a family name by which libraries do or do not file it."""

SUFFIXES = frozenset(
    ["jr", "sr", "junior", "senior", "ii", "iii", "iv", "2nd", "3rd", "4th", "phd", "md", "dr",
     "esq", "prof"]
)  # fmt: skip
"""What may stand behind or before a name without being of it."""

GROUP = re.compile(
    r"\b(consorti\w{2,3}|collaboration|groups?|groupe|gruppe|gruppo|grupo|team|network|project|initiative|committees?|society|"
    r"association|investigators|institute|university|organi[sz]ation|cent(?:er|re)|department|"
    r"program(?:me)?|study|trial|alliance|foundation|council|ministry|agency|laborator(?:y|ies)|"
    r"working|task force|federation|commission|members|registry|biobank|authors|hospital|college|"
    r"school|academy|partnership|database|participants|inc|ltd|gmbh)\b",
    re.IGNORECASE,
)
"""Words of organisations that sign as authors."""

EXPANDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
"""The spelling without accents of German and the Nordic languages."""

CHINESE = str.maketrans({"ü": "v"})
"""The spelling of "Lü" where no "ü" is to be had: Lv; passports write Lyu."""


class Form(NamedTuple):
    """A name ready for comparison."""

    families: tuple[str, ...]
    """Every spelling of the whole family name, letters only; the plain one first."""
    parts: tuple[str, ...]
    """The words of the family name."""
    core: tuple[str, ...]
    """The parts of the family name without particles."""
    given: tuple[str, ...]
    """Given names and initials, in order."""
    group: bool
    """An organisation."""
    foreign: bool
    """Written in a script that cannot be compared with Latin letters."""

    @property
    def family(self) -> str:
        """The family name, letters only."""
        return self.families[0]


def form(who: Name | Person) -> Form:
    """A name of a list or of a record, ready for comparison."""
    if isinstance(who, Person):
        return _form(who.family or who.literal, who.given, literal=bool(not who.family))
    noisy = who.noise.strip()
    family = who.family.removesuffix(noisy) if noisy else who.family
    return _form(family or who.text, who.given, literal=False)


@lru_cache(maxsize=1 << 15)
def _form(family: str, given: str, *, literal: bool) -> Form:
    family, given = _sorted_out(re.sub(r"[\d*†‡§¶∗#]+", "", family), given)
    group = bool(GROUP.search(f"{given} {family}"))
    if literal and not group and " " in family.strip():
        *first, family = family.split()  # "Julien Mozziconacci" given as a literal
        given = " ".join(first)
    filed = family
    family, given = _proper(family, given)
    parts = tuple(part for part in _parts(family) if part not in SUFFIXES) or _parts(family)
    core = tuple(part for part in parts if part not in PARTICLES) or parts
    names = tuple(_initials(given, capitals=family.isupper()))
    families = _spellings(family, parts)
    if filed != family:
        families = (*families, "".join(_parts(filed)))
    return Form(families, parts, core, names, group, _foreign(family))


def _proper(family: str, given: str) -> tuple[str, str]:
    """"Richard L. Gibson" | "Jr." and "Teresa Barreto" | "V" with the family name where it belongs."""
    said = _parts(family)
    stray = all(part in SUFFIXES for part in said) or len("".join(said)) == 1
    *first, last = given.split() or [""]
    if said and all(part in PARTICLES for part in said) and given:
        head, *rest = given.split()  # "van" | "Groningen K"
        if len(head.strip(".")) > 2:
            return f"{family} {head}", " ".join(rest)
    if said and stray and first and len(last.strip(".")) > 2:
        return last, " ".join(first)
    return family, given


def _sorted_out(family: str, given: str) -> tuple[str, str]:
    """"Smith, John" in one field comes apart."""
    if not given and "," in family:
        family, _, given = family.partition(",")
    return family.strip(), given.strip()


def _parts(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(folded(text).replace("'", "")))


def _spellings(family: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """The family name's letters as different habits write them."""
    plain = "".join(parts)
    lower = family.lower()
    if lower.isascii():
        return (plain,)
    others = ["".join(_parts(lower.translate(EXPANDED)))]
    if re.search("[ln]ü", lower):
        others += ["".join(_parts(lower.translate(CHINESE))), plain.replace("u", "yu")]
    return tuple(dict.fromkeys((plain, *others)))


def _foreign(family: str) -> bool:
    return any(c.isalpha() and ord(c) > 0x24F and not "\u1e00" <= c <= "\u1eff" for c in family)


def _initials(given: str, *, capitals: bool) -> list[str]:
    """Given names, glued initials taken apart: "JAS" is J. A. S., "JA." too; "JANE" is a name."""
    found: list[str] = []
    for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", given):
        glued = word.isupper() and (len(word) <= 3 or not re.search("[AEIOUY]", word))
        if glued and len(word) <= 4 and not (capitals and len(word) > 2):
            found += list(folded(word))
        else:
            found += [part for part in _parts(word) if part not in SUFFIXES]
    return found


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
    if set(left.families) & set(right.families):
        return given_likeness(left.given, right.given)
    if _turned(left, right) or _bordered(left, right) or _bordered(right, left):
        return "compatible"
    if _mingled(left, right):
        return "compatible"
    given = given_likeness(left.given, right.given)
    if given != "different" and _share_family(left, right):
        return "compatible"
    if given != "different" and _typing(left, right):
        return "misspelt"
    return "different"


def _groups(left: Form, right: Form) -> Likeness:
    """Organisations: equal letters, or one contains the other, or is its initials."""
    ours, theirs = _whole(left), _whole(right)
    if "".join(ours) == "".join(theirs):
        return "same"
    short, long = sorted((ours, theirs), key=lambda words: len("".join(words)))
    letters = "".join(word[0] for word in long)
    inside = len("".join(short)) >= 4 and "".join(short) in "".join(long)
    return "compatible" if inside or "".join(short) in letters else "different"


def _whole(name: Form) -> tuple[str, ...]:
    return (*name.given, *name.parts)


def given_likeness(left: tuple[str, ...], right: tuple[str, ...]) -> Likeness:
    """How given names agree: "same" if equal, "compatible" if one abbreviates or drops."""
    if left == right or "".join(left) == "".join(right):
        return "same"
    if not left or not right:
        return "compatible"
    if any(_agree(one, other) for one in _readings(left) for other in _readings(right)):
        return "compatible"
    return "different"


def _readings(given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A short lone given name may be initials run together: "Zr", "RPdM"."""
    lone = len(given) == 1 and 2 <= len(given[0]) <= 4
    return (given, tuple(given[0])) if lone else (given,)


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


def _name_fits(left: str, right: str) -> bool:
    """One name for another: an initial, a beginning, a nickname, a slip of the pen."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(short) == 1 or (len(short) >= 3 and long.startswith(short)):
        return long.startswith(short)
    if short in SHORT_FOR.get(long, ()) or long in SHORT_FOR.get(short, ()):
        return True
    return len(short) >= 4 and OSA.distance(short, long, score_cutoff=2) <= (2 if len(long) > 6 else 1)


def _run_together(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """"Y. F." for "Yifang", "Hong Bin" for "Hongbin", "JP" for "Jean-Paul M."."""
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
    ours, theirs = _whole(left), _whole(right)
    if len(ours) > 1 and sorted("".join(ours)) == sorted("".join(theirs)):
        joined = "".join(theirs)
        turns = ("".join((*ours[i:], *ours[:i])) for i in range(len(ours)))
        if sorted(ours) == sorted(theirs) or joined in turns:
            return True
    return _exchanged(left, right) or _exchanged(right, left)


def _exchanged(left: Form, right: Form) -> bool:
    """Given and family name in each other's field: Wei (family) Zhang (given)."""
    if not left.given or not right.given:
        return False
    family, given = "".join(left.given), left.core
    if len(family) < 2 or (family not in right.families and left.given != right.core):
        return False
    return given_likeness(given, right.given) != "different"


def _share_family(left: Form, right: Form) -> bool:
    """One of the families is a part of the other: García and García Pérez, Croft and Kalita-de Croft."""
    ours, theirs = left.core, right.core
    if "".join(ours) == "".join(theirs):
        return True
    short, long = sorted((ours, theirs), key=len)
    ends = long[: len(short)], long[-len(short) :]
    return len(short) < len(long) and len("".join(short)) >= 3 and short in ends


def _bordered(left: Form, right: Form) -> bool:
    """A part of the family stands with the given names: F. "Fdili" Alaoui, D. "Van den" Bleeken."""
    for count in range(1, len(left.given)):
        family = "".join((*left.given[-count:], *left.parts))
        if family in right.families:
            return given_likeness(left.given[:-count], right.given) != "different"
    return False


def _mingled(left: Form, right: Form) -> bool:
    """The same words in any order, some as initials: "Kathryn, Liszewski M." and "Liszewski, M. K.".

    A whole word of four letters, a family name on one side, has to be common.
    """
    short, long = sorted((_whole(left), _whole(right)), key=len)
    common = set(short) & set(long) & {*left.core, *right.core}
    if len(short) < 2 or max(map(len, common), default=0) < 4:
        return False
    rest = [word for word in long if word not in common]
    for word in sorted((w for w in short if w not in common), key=len, reverse=True):
        fit = next((other for other in rest if other.startswith(word) or word.startswith(other)), None)
        if fit is None:
            return False
        rest.remove(fit)
    return True


def _typing(left: Form, right: Form) -> bool:
    """A slip of the finger in the family name; short names need their given names in full."""
    ours, theirs = "".join(left.core), "".join(right.core)
    size = max(len(ours), len(theirs))
    written_out = bool(left.given and right.given) and min(len(left.given[0]), len(right.given[0])) > 2
    if size < 4 or (size < 6 and not written_out):
        return False
    return OSA.distance(ours, theirs, score_cutoff=2) <= (1 if size < 9 else 2)
