"""One name of a by-line: what kind it is of, and what in it is family and given name.

Teaching cases are in ``tests/reading/test_bylines.py``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

from pipeline.compare.forms import SIGNERS
from pipeline.reading.words import PARTICLES, SUFFIXES, TITLE_WORDS

_SHORTENED = re.compile(r"[^\W\d_]{3}\.[^\W\d_]{3}")
"""``Comput.Softw.Big`` is of a venue."""
_INITIALS = re.compile(r"[-‐]?(?:[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я]\.?[-‐]?){1,4}\.?")
_NOISE = re.compile(
    r"(?<=[^\W\d_])[.]?(?P<noise>(?:(?<!\d)\d{1,3}(?!\d)(?:[,\s]\d{1,2}(?!\d))*|[*†‡§¶#∗⋆✉¹²³⁴⁵⁶⁷⁸⁹⁰]|,(?=[*†‡§¶])|\^\d?)+)$"
)
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af々〆]")
_HAN_NAME = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af々・·]{2,8}")
_NUMBERED = re.compile(r"[-–]\d+$")
_MARKED = re.compile(r"[*†‡§¶]+\s*")
_ORDINAL = re.compile(r"(?<=[^\W\d_] )[2-4](?:nd|rd|th)(?=$| [A-Z]{1,3}$)")
"""Behind a family name: "J. R. Dimar 2nd", "Johnston 2nd CE"."""
_GIVEN_WITH_PARTICLE = re.compile(
    r"(?:[^\W\d_a-z]\.[ -]?)+"
    r"(?:\s?(?:d[aeo]s?|del|e|y|van|von|der|den|la)(?:\s(?:[^\W\d_a-z]\.[ -]?)+|\.?$))+"
)
"""Behind a family name: "Freitas, C. G. de", "Gomes, W. de L.", "Castro, W. de M. e"."""
_POINTS = str.maketrans("", "", ". -‐")
_SMALL_INITIAL = re.compile(r"[a-z]\.")
"""Of a particle: "G. v. d. Driessche", "D. d. L. Casas"."""
_DOUBLED = re.compile(
    r"ff[a-z]+(?:-[A-Z][a-z]+)?$|(?:del?l?a|vande[rn]?)[A-Z][a-z]+$|(?:del?|la|ben|bin)-[A-Z][a-z]+$"
)
"""A family that writes itself so: ffrench-Constant, delaBastide, del-Toro."""
_PUBLISHERS = frozenset({"ACM", "IEEE", "IEEE/ACM", "AAAI", "USENIX", "SIAM", "SPIE", "ASME"})
_SMALL_FAMILIES = frozenset({"Via", "Or", "Can"})
"""Family names like words of titles; behind initials with points no title has them."""
_SMALL_GIVEN = frozenset({"Or", "Can"})
"""Given names like words of titles, before a family name or behind: "Or Marsh", "Türker, Can"."""
_COMPANIES = re.compile(
    r"\b(?:team|group|consortium|collaboration|network|initiative|project|committee|openai|deepmind)"
    r"\b",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"(?:(?:[Oo]n\s+behalf\s+of|[Ff]or|[Aa]nd)\s+)?(?:[Tt]he\s+)?"
    r"(?:(?:[A-Z0-9][\w.’'&/-]*|of|for|and|the|de|on|in)\s+){0,7}?[A-Z0-9][\w.’'&/-]*\s+"
    rf"(?:{'|'.join(map(str.title, SIGNERS))}|"
    r"(?:[Ss]tudy|[Ww]orking|[Rr]esearch|[Tt]rial|[Ii]nterest|[Ss]teering)\s+[Gg]roup|Task\s+Force)"
    r"(?:\s+[Mm]embers)?"
)
"""A group that signs: "The Larch Genome Consortium", "and SciPy 1.0 Contributors"."""
_SIGN_LAST = frozenset((*SIGNERS, "group", "force", "members"))
"""Its last word."""


@dataclass(slots=True, frozen=True)
class PlacedName:
    """A name and its place in the visible text."""

    start: int
    end: int
    text: str
    family: str
    given: str
    noise: str = ""


def _with_digit(text: str) -> bool:
    # Letters and blanks alone are the rule and quickly told.
    if text.replace(" ", "").isalpha():
        return False
    return any(map(str.isdigit, _ORDINAL.sub("", text)))


@lru_cache(maxsize=1 << 16)
def all_initials(token: str) -> bool:
    """Whether a word is nothing but initials: "H", "Y.-J.", "MEMM"."""
    return _INITIALS.fullmatch(token) is not None


@lru_cache(maxsize=1 << 16)
def kind_of_name(segment: str) -> str:
    """The kind of a stretch: name, single (one word), initials, or nothing for what is no name."""
    segment = segment.strip().removesuffix(" .").strip()
    if not segment or len(segment) > 70:
        return ""
    core = _clean(segment)[0]
    if _HAN.search(core):
        if len(core) > 4 and not re.search(r"[\u3040-\u30ff\uac00-\ud7af· ・]", core):
            return ""  # a phrase, no name
        return "name" if _HAN_NAME.fullmatch(core.replace(" ", "")) and len(core) <= 9 else ""
    tokens = core.split()
    if signing(core):
        return "name"
    if not tokens or len(tokens) > 7 or _with_digit(core):
        return ""
    if not _PUBLISHERS.isdisjoint(tokens):
        return ""  # "ACM Trsns" is nobody's name
    if _in_capitals(tokens):
        return "name"  # "LI B", "HUO HW" in a list that writes family names in capitals
    if core[1:2] == "." and _GIVEN_WITH_PARTICLE.fullmatch(core):
        return "initials"
    if all(map(all_initials, tokens)):
        return "initials" if len(core.translate(_POINTS)) <= 5 else _shouted(tokens)
    return _by_tokens(tokens)


def signing(core: str) -> bool:
    """Whether a group of people signs so; told by its last word, in capitals like a name."""
    last = core.rpartition(" ")[2].lower()
    return last in _SIGN_LAST and _SIGNING.fullmatch(core) is not None


def _in_capitals(tokens: list[str]) -> bool:
    if len(tokens) != 2 or len(tokens[0]) < 2:
        return False
    letters = tokens[1].strip(".")
    return len(letters) < 4 and all(
        text.isalpha() and text.isupper() for text in (tokens[0], letters)
    )


def _shouted(tokens: list[str]) -> str:
    return "name" if len(tokens) > 1 else "single"


def _by_tokens(tokens: list[str]) -> str:
    real = 0
    for index, token in enumerate(tokens):
        low = token.casefold()
        if low in PARTICLES or low in SUFFIXES or all_initials(token):
            continue
        if index and _SMALL_INITIAL.fullmatch(token):
            continue
        titled = low.strip(".,") in TITLE_WORDS or _SHORTENED.search(token)
        if titled and not _small_name(tokens, index):
            return ""
        if not _capital(token) and not (index and token[0] in "'’") and not _last(tokens, index):
            return ""
        real += 1
    if not real and not any(len(token.strip(".")) > 1 for token in tokens):
        return ""
    return "name" if len(tokens) > 1 else "single"


def _small_name(tokens: list[str], index: int) -> bool:
    """Whether a word of titles is a name where it stands: "A. Via", "Or Marsh"."""
    if index:
        return tokens[index] in _SMALL_FAMILIES and _pointed(tokens[:index])
    return tokens[0] in _SMALL_GIVEN and len(tokens) <= 2


def _pointed(tokens: list[str]) -> bool:
    return all(token.endswith(".") and all_initials(token) for token in tokens)


def _last(tokens: list[str], index: int) -> bool:
    """A small family name behind its particle: "Y. Van de peer", "Amine El hattami"."""
    alone = index == len(tokens) - 1 > 1 and tokens[index].isalpha()
    particle = tokens[index - 1]
    large = particle[0].isupper() and len(particle) > 1 and _capital(tokens[0])
    return alone and particle.casefold() in PARTICLES and (large or all_initials(tokens[0]))


def _capital(token: str) -> bool:
    token = token.strip(".'’“”\"‘`´")
    if not token:
        return False
    head = (
        token[2:3]
        if token[:2].casefold() in ("d'", "d’", "o'", "l'", "al", "el") and len(token) > 3
        else ""
    )
    if (
        not (token[0].isupper() or (head and (head.isupper() or token[2:3] == "-")))
        and not token[:1].isalpha()
    ):
        return False
    if not token[0].isupper() and not head and not any(char.isupper() for char in token[1:4]):
        other = not token.isascii() and not token[0].islower()
        return other or _DOUBLED.match(token) is not None
    if token.isalpha():
        return True
    return all(char.isalpha() or char in "-‐‑–'’.`´" or combining(char) for char in token)


def placed_name(text: str, start: int, end: int, *, inverted: bool) -> PlacedName:
    """The one name that stands there; ``inverted`` where its family comes first."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if text.endswith("..", start, end):
        end -= 1  # "Li, B.. **Venue**": the second point ends the sentence
    if text.endswith(" .", start, end):
        end = len(text[start : end - 1].rstrip()) + start
    raw = text[start:end]
    shown, noise = _clean(raw)
    family, given = split_name(shown, inverted=inverted)
    return PlacedName(start, end, shown, family, given, noise)


@lru_cache(maxsize=1 << 16)
def _clean(raw: str) -> tuple[str, str]:
    """The name without footnote marks and affiliation digits, and these as written."""
    raw = raw.strip()
    hit = _NOISE.search(raw)
    if hit and hit.start("noise") >= 2 and not _NUMBERED.search(raw):
        return raw[: hit.start("noise")].rstrip(), hit["noise"]
    lead = _MARKED.match(raw)
    return (raw[lead.end() :], lead.group()) if lead else (raw, "")


@lru_cache(maxsize=1 << 16)
def split_name(name: str, *, inverted: bool = False) -> tuple[str, str]:
    """Family and given name by the conventions of by-lines."""
    if "," in name and (inverted or name.count(",") == 1):
        family, _, given = name.partition(",")
        if given.strip().casefold() not in SUFFIXES:
            return family.strip(), given.strip()
    name = name.replace(",", " ")
    if _HAN.search(name) and " " not in name and len(name) <= 4:
        return name[:1], name[1:]
    tokens = name.split()
    suffix: list[str] = []
    while len(tokens) > 2 and tokens[-1].casefold() in SUFFIXES and not _of_one_family(tokens):
        suffix.insert(0, tokens.pop())
    if len(tokens) < 2 or _COMPANIES.search(name):
        return name, ""
    if behind := initials_behind(tokens):
        return " ".join(tokens[:-behind]), " ".join(tokens[-behind:])
    cut = len(tokens) - 1
    while cut > 1 and tokens[cut - 1].casefold() in PARTICLES and tokens[cut - 1][0].islower():
        cut -= 1
    if cut == 1 and len(tokens) > 2 and tokens[0].casefold() in PARTICLES and tokens[0].islower():
        cut = 0
    return " ".join(tokens[cut:] + suffix), " ".join(tokens[:cut])


_INITIAL = re.compile(r"[^\W\d_]\.?(?:[-‐][^\W\d_]\.?)?")
"""One initial, or two that a hyphen joins: "H", "Y.-J."."""


def _of_one_family(tokens: list[str]) -> bool:
    """``dos Santos JR``: in capitals behind particles and one name "JR" is two initials."""
    short = tokens[-1].isupper() and tokens[-1].isalpha() and len(tokens[-1]) == len("JR")
    return short and all(token.casefold() in PARTICLES for token in tokens[:-2])


def initials_behind(tokens: list[str]) -> int:
    """How many words at the end are initials: ``Shang L``, ``Davuluri R.V.``, ``Tavakoli H R``."""
    glued = tokens[-1].translate(_POINTS)
    if not (glued.isalpha() and glued.isupper() and len(glued) <= 3):
        return 0
    if len(tokens) == 2 and tokens[0].isalpha() and len(tokens[0]) > len(glued) < 3:
        return 1  # "KUHN TS", "LI B"
    count = 1
    while count < len(tokens) - 1 and _INITIAL.fullmatch(tokens[-count - 1]):
        count += 1
    names = tokens[:-count]
    if len(names) > 1 and names[-1].casefold() in SUFFIXES:
        names = names[:-1]  # "Washington IV JH"
    whole = all((len(t) > 1 and not all_initials(t)) or t.casefold() in PARTICLES for t in names)
    return count if whole else 0
