"""Authors as services write them, brought to the form of ``Person``.

Spelling is kept; only what is surely a defect of the record is mended: capitals throughout, an
initial glued to the family name, entries that are nobody.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from pipeline.sources.plain import plain
from pipeline.values.group_words import group_words
from pipeline.values.particles import particles
from pipeline.values.work import Person

_NOBODY = frozenset(
    {
        "", "na", "n/a", "null", "none", "anonymous", "et al", "et al.", "others", "and others",
        "no authors listed", "unav", "unac", "unal", "unap", "unas", "unkn", "tba", "unknown",
        "not available", "no author", "author unknown", "n/a n/a", "n.a. n.a", "none none",
        "null null", "unknown unknown", "unknown author", "unknown authors", "anonymous anonymous",
        "anonymous author", "anon", "various", "various authors", "multiple authors", "authors",
        "no author given", "no authors", "not given", "not applicable", "staff", "staff writer",
        "editor", "editors",
        "the editors", "editorial", "authors unknown", "unspecified", "unnamed",
    }
)  # fmt: skip
"""Names of nobody; ":unav", ":unkn", ":tba" and their like are DataCite's words for no value."""
_MORE = frozenset({"et al", "others", "and others"})
_PARTICLES = particles("records")
_BEGIN = particles("families")
_SUFFIX = re.compile(r"[,\s]+(Jr|Sr|II|III|IV|2nd|3rd)\.?$", re.IGNORECASE)
_LEADING_SUFFIX = re.compile(r"(Jr|Sr|II|III|IV|2nd|3rd)\.?,\s*(?=\S)", re.IGNORECASE)
_SYLLABLES = re.compile(
    "nguyen|tran|le|pham|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|truong|trinh|lam|mai|dao|"
    "doan|wu|wang|li|liu|chen|zhang|yang|huang|zhao|zhou|xu|sun|ma|zhu|hu|guo|he|lin|luo|zheng|"
    "liang|xie|tang|han|cao|deng|feng|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|yu|du|ye|cheng|"
    "wei|su|lu|kim|lee|park|choi|jung|kang|cho|yoon|jang|lim|shin|seo|kwon|hong|"
    "chan|wong|leung|cheung|lau|yip|fung|tsang|tse|kwok|minh",
    re.IGNORECASE,
)
"""Families before which "Van", "Le" and "Di" are given names: "Thi Van Nguyen"."""
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_AFFILIATION = re.compile(r"(?<=[^\W\d_]{2})\d{1,2}(?:,\d{1,2})*\Z")
"""The number of an affiliation behind a name: "Routhier1"."""
LONGEST_SUFFIX = 3
"""Letters of a suffix."""
_FAMILY = re.compile("[A-Za-z](?:[A-Za-z]|[ -](?=[A-Za-z])){0,80}")
_GIVEN = re.compile("[A-Z](?:[A-Za-z.]|[ -](?=[A-Za-z])){0,80}")
"""What most names are written with. They mean what they say, and are read in half the time."""
_GLUED_INITIALS = re.compile(r"((?:[A-Z]\.\s?){1,3})\s*([^\W\d_][^\W\d_]{1,40}.*)")
_PARTIES = group_words("services")
_GROUP = re.compile(rf"\b(?:{'|'.join(_PARTIES)})\b", re.IGNORECASE)
_GROUPS = frozenset(party.partition(" ")[0] for party in _PARTIES)
"""Words of which one is in every name that the pattern fits, if blanks alone part its words."""
_WORDS = re.compile(r"[A-Za-z]+\.?(?: [A-Za-z]+\.?)*")


def person(
    *, family: object = "", given: object = "", suffix: object = "", name: object = "",
    orcid: object = "",
) -> Person | None:  # fmt: skip
    """A person by parts, else the whole name as ``literal``; None for nobody."""
    if not (name or suffix) and _is_ordinary(family, given):
        return Person.unchecked(family=family, given=given, orcid=_orcid(orcid))
    family_text, given_text = plain(family).strip(" ,*†"), plain(given).strip(" ,;*†")
    if not family_text and given_text:
        family_text, given_text = given_text, ""  # 3 genuine records have a given name alone
    if not family_text:
        return _named(plain(name))
    if _is_nobody(f"{given_text} {family_text}"):
        return None  # Na and Null are surnames: without a given name they are nobody's
    family_text, given_text = _mended(family_text, given_text)
    (family_text, of_family), (given_text, of_given) = parted(family_text), parted(given_text)
    suffix_text = plain(suffix).strip(" ,.") or of_family or of_given
    *first, last = given_text.split() or [""]
    if first and len(last.strip(".")) > 2 and _SUFFIX.fullmatch(f" {family_text}"):
        # "Frank M. Shipman", "Iii" in 10.1002/(sici)1097-4571(2000)51:3<260::aid-asi5>3.0.co;2-j
        family_text, given_text, suffix_text = last, " ".join(first), _as_suffix(family_text)
    return _known(family=family_text, given=given_text, suffix=suffix_text, orcid=_orcid(orcid))


def _is_ordinary(family: object, given: object) -> bool:
    """Whether a name is as most are: somebody's, with nothing in it that is to be mended."""
    return (
        isinstance(family, str) and isinstance(given, str)
        and _FAMILY.fullmatch(family) is not None and _GIVEN.fullmatch(given) is not None
        and not family.isupper() and f"{given} {family}".lower() not in _NOBODY
        and (len(family) > LONGEST_SUFFIX or _SUFFIX.fullmatch(f" {family}") is None)
        and (" " not in family or _SUFFIX.search(family) is None)
        and (" " not in given or _SUFFIX.search(given) is None)
    )  # fmt: skip


def _known(**parts: str) -> Person:
    """A person of parts; that there is somebody is checked where a suffix may have been all."""
    return Person.unchecked(**parts) if parts["family"] else Person(**parts)


def parted(name: str) -> tuple[str, str]:
    """A name and the suffix at its end: "Smith, Jr." as a family's, "Frank M., III" as given."""
    hit = _SUFFIX.search(name) if " " in name or "," in name else None
    return (name[: hit.start()], _as_suffix(hit[1])) if hit else (name, "")


def _as_suffix(word: str) -> str:
    word = word.strip(" .")
    return word.upper() if word.upper().startswith("I") else word.capitalize()


def _named(name: str) -> Person | None:
    return None if _is_nobody(name) else Person(literal=name)


def _is_nobody(name: str) -> bool:
    """Whether a name names nobody: ":" and "&NA;" stand among genuine authors."""
    core = name.strip("[]().:;,*&- ").lower()
    return core in _NOBODY or not (core[:1].isalpha() or any(map(str.isalpha, core)))


def cut_off(names: Iterable[object]) -> bool:
    """Whether a by-line says itself that more people belong to it: "et al." for a person."""
    return any(plain(name).strip("[]().:;,*&- ").lower() in _MORE for name in names)


def _orcid(text: object) -> str:
    hit = _ORCID.search(text) if text and isinstance(text, str) else None
    return hit.group() if hit else ""


def _mended(family: str, given: str) -> tuple[str, str]:
    glued = _GLUED_INITIALS.fullmatch(family) if "." in family else None
    if glued and given:
        # "D. Lee" is a family name in 10.21105/joss.00905; the initial is of the given names.
        family, given = glued[2], f"{given} {glued[1].strip()}"
    family, given = _AFFILIATION.sub("", family), _AFFILIATION.sub("", given)
    if given and _shouted(family):
        family = _calm(family)
        given = " ".join(_calm(word) if _shouted_given(word) else word for word in given.split())
    return family, given


def _shouted(family: str) -> bool:
    return family.isupper() and sum(char.isalpha() for char in family) >= 2


def _shouted_given(word: str) -> bool:
    """Whether a given name is in capitals: "JOHN" is, "JA" are initials."""
    return word.isupper() and len(word) >= 4 and "." not in word


def _calm(name: str) -> str:
    """``O'NEILL-SMITH`` as ``O'Neill-Smith``, ``VAN DER BERG`` as ``van der Berg``."""
    words = [
        word.lower() if word.lower() in _PARTICLES else re.sub(r"[^\W\d_]+", _capital, word)
        for word in name.split()
    ]
    return " ".join(words)


def _capital(part: re.Match[str]) -> str:
    text = part.group()
    if text.startswith("MC") and len(text) > 4:
        return "Mc" + text[2:].capitalize()
    return text.capitalize()


def byline(people: Iterable[Person | None]) -> tuple[Person, ...]:
    """The by-line without nobodies; a list that was deposited twice counts once."""
    known = [somebody for somebody in people if somebody]
    half = len(known) // 2
    if half >= 2 and len(known) % 2 == 0 and known[:half] == known[half:]:
        known = known[:half]
    return tuple(known)


def beginning(people: Iterable[Person | None], most: int) -> tuple[Person, ...]:
    """The first people of the by-line, of whom no more are read than tell whether it came twice."""
    return byline(islice(filter(None, people), 2 * most + 1))[:most]


@lru_cache(maxsize=1 << 14)
def from_display(name: str) -> Person | None:
    """A person of one string: "Family, Given" or "Given Family"; a group as literal."""
    name = plain(name).strip(" ,;")
    if not name or _is_group(name):
        return _named(name)
    bare, suffix = parted(name)
    head, comma, tail = bare.partition(",")
    if comma and tail.strip():
        last = _LEADING_SUFFIX.match(tail.strip())  # "Smith, Jr., John"
        given = tail.strip()[last.end() :] if last else tail
        return person(family=head, given=given, suffix=_as_suffix(last[1]) if last else suffix)
    words = bare.split()
    if len(words) < 2:
        return _named(name)
    first = _family_start(words)
    return person(
        family=" ".join(words[first:]), given=" ".join(words[:first]), suffix=suffix
    )  # fmt: skip


def _is_group(name: str) -> bool:
    """Whether a name has a word that only groups have; most names are told by their words alone."""
    if _WORDS.fullmatch(name) and _GROUPS.isdisjoint(name.lower().replace(".", "").split()):
        return False
    return _GROUP.search(name) is not None


def _family_start(words: Sequence[str]) -> int:
    """Where the family name begins: at the last word, or at the particles before it.

    Some write them with capitals: "De Rosa", "Di Lodovico", "Van Schalkwyk".
    """
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _BEGIN:
        capitals = not _SYLLABLES.fullmatch(words[-1])
        if not (words[first - 1].islower() or (capitals and words[first - 1].istitle())):
            break
        first -= 1
    return first
