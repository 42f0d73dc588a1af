"""A name taken apart for comparison: family, particles, given names and initials, organisation."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.compare.letters import WORD, folded, key
from pipeline.values.entry import Name
from pipeline.values.group_words import group_words
from pipeline.values.particles import particles
from pipeline.values.work import Person

PARTICLES = particles("compared")
"""Words before a family name by which libraries do or do not file it."""

DEGREES = (
    "phd", "md", "dphil", "mphil", "scd", "dsc", "mph", "msc", "bsc", "mbbs", "mbchb",
    "pharmd", "drph", "dvm", "dds", "psyd", "frcp", "frcpc", "frcs", "facp", "facc", "facs",
    "fesc", "faha",
)  # fmt: skip
"""What medical by-lines set behind a name; none is like initials, as "MA" and "MS" are."""
SUFFIXES = frozenset(
    [
        "jr", "sr", "junior", "senior", "ii", "iii", "iv", "2nd", "3rd", "4th", "dr", "esq", "prof",
        *DEGREES,
    ]
)  # fmt: skip
"""What may stand behind or before a name without being of it."""

SIGNERS = group_words("signers")
"""What groups that sign call themselves; few of them do so by any other word of ``GROUP``."""

GROUP = re.compile(
    rf"\b({'|'.join(group_words('lists'))}|consorti\w{{2,3}})\b|\bcoll\.$", re.IGNORECASE
)
"""Words of organisations that sign as authors."""

EXPANDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
"""The spelling without accents of German and the Nordic languages."""

CHINESE = str.maketrans({"ü": "v"})
"""The spelling of "Lü" where no "ü" is to be had: Lv; passports write Lyu."""


INNER_CAPITAL = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")


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
    words: tuple[str, ...]
    """Given names and the words of the family name."""
    letters: str
    """Those of the words, sorted: equal if one name is the other turned round."""
    halves: tuple[str, ...] = ()
    """Of a family name in one word what stands on either side of a capital: "ZiweiLiu"."""

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


@lru_cache(maxsize=1 << 16)
def _form(family: str, given: str, *, literal: bool) -> Form:
    family, given = _sorted_out(re.sub(r"[\d*†‡§¶∗#]+", "", family), given)
    # "J. M. Montiel-Company" is somebody.
    called = f"{given} {family.replace('-', '')}" if given else family
    group = bool(GROUP.search(called))
    if literal and not group and " " in family.strip():
        *first, family = family.split()  # "Julien Mozziconacci" given as a literal
        given = " ".join(first)
    if given.casefold() == family.casefold():
        given = ""  # who has one name is deposited with it in both fields: "Suharto Suharto"
    if "".join(_parts(given)) == "iii":
        given = ""  # "William Mauck, I. I. I.": "III" was taken for initials
    filed = family
    family, given = _proper(family, given)
    parts = tuple(part for part in _parts(family) if part not in SUFFIXES) or _parts(family)
    core = tuple(part for part in parts if part not in PARTICLES) or parts
    names = tuple(_initials(given, capitals=family.isupper()))
    families = _spellings(family, parts)
    if filed != family:
        families = (*families, "".join(_parts(filed)))
    words = (*names, *parts)
    letters = "".join(sorted("".join(words)))
    halves = tuple(map(key, INNER_CAPITAL.split(family))) if len(parts) == 1 else ()
    return Form(families, parts, core, names, group, _foreign(family), words, letters, halves)


def _proper(family: str, given: str) -> tuple[str, str]:
    """The family name where it belongs: not "Jr." behind "Richard L. Gibson", not "van" alone."""
    texts = _parts(family)
    stray = all(part in SUFFIXES for part in texts) or len("".join(texts)) == 1
    *first, last = given.split() or [""]
    if texts and all(part in PARTICLES for part in texts) and given:
        head, *rest = given.split()  # "van" | "Groningen K"
        if len(head.strip(".")) > 2:
            return f"{family} {head}", " ".join(rest)
    if (
        texts
        and stray
        and len("".join(texts)) <= _LONGEST_SUFFIX
        and first
        and len(first[0]) > 1
        and all(len(w.strip(".")) == 1 for w in (*first[1:], last))
    ):
        return first[0], " ".join([*first[1:], last, family])  # "Lee S I"
    if texts and stray and first and len(last.strip(".")) > 2:
        initial = [family] if len("".join(texts)) == 1 else []  # "A" of "M. Mousa A"
        return last, " ".join([*initial, *first])
    return family, given


_LONGEST_SUFFIX = 3
"""Letters of what stands behind initials, "Lee S I": Andrew W. Senior is called so."""


def _sorted_out(family: str, given: str) -> tuple[str, str]:
    """What stands in one field apart: "Smith, John"."""
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
    texts: list[str] = []
    for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", given):
        glued = word.isupper() and (len(word) <= 3 or not re.search("[AEIOUY]", word))
        if glued and len(word) <= 4 and not (capitals and len(word) > 2):
            texts += list(folded(word))
        else:
            texts += [part for part in _parts(word) if part not in SUFFIXES]
    return texts
