"""By-lines: where the names of authors stand, and what in them is family and given name.

Works on visible text. A by-line is read greedily from its start; it ends where something stands
that is no name. Teaching cases are in ``tests/formats/test_bylines.py``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import combining

from pipeline.compare.forms import DEGREES, SIGNERS
from pipeline.reading.byline_parts import (
    Part,
    alike,
    family_alone,
    in_company,
    initials_end,
    sentence_end,
    shouted_families,
    signs,
)
from pipeline.reading.wording import wording
from pipeline.reading.words import KNOWN_VENUE, PARTICLES, SUFFIXES, TITLE_WORDS, is_meeting

MOST_NAMES = 3000
LONGEST_NAME = 200
"""Characters of a name to which nothing more is joined."""
_BOUNDARY = re.compile(
    # Where none of these stands, no branch need be tried: by-lines are read one by one. Blanks are
    # looked at from their first one and never given back; before other words they end nothing.
    r"(?=[\seu+,;.…等ほ他ら，、&(（。:\[\]“”\"\ufffc|!?=<>/{}])(?!(?<=\s)\s)"
    r"(?=[^\seu]|\be[tl]|\bu\.|\s++[eau+,;.…等ほ他，、&＆(（|•·–—/-]|[^\S\n]*+\n|\t)(?:"
    r"(?P<etal>[,;，、]?+\s*+(?:\b(?:et\.?\s?|(?-i:(?:el|at)\s))(?:al|coll)\b\.?|\bu\.\s?a\.|"
    r"[(（]\s?et\.?\s?al\.?\s?[)）]|[(\[]\s?(?:\.\.\.|…|(?:and|&|\+)\s++\d+\s++(?:others|more))\s?[)\]]|"
    r"\+\s?\d+\s++(?:more|others|authors)\b|(?:,\s*+)?(?:(?<=[,\s])(?:and|&)\s++(?:\d+\s)?"
    r"(?:others|(?-i:more)|other\sauthors|co-?workers|colleagues|al)\b\.?|\.\.\.+|…)|"
    r"(?:等人?|ほか|他)(?!\w)|(?<![\u3040-\u309f])ら(?=\s*[,、，)）])))|"
    r"(?P<sep>\s*+;\s*+(?:(?:and|&)\s++)?|\s*+[,，、]\s*+(?:(?:and|&|und)\s++)?|"
    r"\s++(?:and|&|und|＆|(?-i:et)(?!\s++al\b))\s++|\s*+&\s*+(?=[^\W\d_a-z])|"
    r"\s/\s(?-i:(?=[^\W\d_a-z])))|"
    r"(?P<paren>\s*+[(（][^()（）\n]{0,160}[)）])|"
    r"(?P<stop>。|(?<=[^\W\d_][^\W\d_])[.](?=\s|$|[\"“\[(])|(?<=\d)[.](?=\s|$)|"
    r"\s++[-–—|•·]++(?=\s|$)|[:\[\]“”\"\ufffc|!?=<>/{}]|[^\S\n]*+\n|\t))",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"[^\W\d_]{3}\.[^\W\d_]{3}")
"""``Comput.Softw.Big`` is of a venue."""
_ET_AL = re.compile(
    r"(?:(?:et\.?\s?|(?-i:(?:el|at)\s))al\b\.?|(?:\d+\s)?others\b|\.\.\.|…)", re.IGNORECASE
)
_INITIALS = re.compile(r"[-‐]?(?:[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я]\.?[-‐]?){1,4}\.?")
_NOISE = re.compile(
    r"(?<=[^\W\d_])[.]?(?P<noise>(?:(?<!\d)\d{1,3}(?!\d)(?:[,\s]\d{1,2}(?!\d))*|[*†‡§¶#∗⋆✉¹²³⁴⁵⁶⁷⁸⁹⁰]|,(?=[*†‡§¶])|\^\d?)+)$"
)
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af々〆]")
_HAN_NAME = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af々・·]{2,8}")
_NUMBERED = re.compile(r"[-–]\d+$")
_MARKED = re.compile(r"[*†‡§¶]+\s*")
_STOPPED = re.compile(r"[^\W\d_]{2,} [A-Z]{1,3}\.$")
_ORDINAL = re.compile(r"(?<=[^\W\d_] )[2-4](?:nd|rd|th)(?=$| [A-Z]{1,3}$)")
"""Behind a family name: "J. R. Dimar 2nd", "Johnston 2nd CE"."""
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d")
_GIVEN_WITH_PARTICLE = re.compile(
    r"(?:[^\W\d_a-z]\.[ -]?)+"
    r"(?:\s?(?:d[aeo]s?|del|e|y|van|von|der|den|la)(?:\s(?:[^\W\d_a-z]\.[ -]?)+|\.?$))+"
)
"""Behind a family name: "Freitas, C. G. de", "Gomes, W. de L.", "Castro, W. de M. e"."""
_POINTS = str.maketrans("", "", ". -‐")
_SMALL_INITIAL = re.compile(r"[a-z]\.")
"""Of a particle: "G. v. d. Driessche", "D. d. L. Casas"."""
_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(
    r"ff[a-z]+(?:-[A-Z][a-z]+)?$|(?:del?l?a|vande[rn]?)[A-Z][a-z]+$|(?:del?|la|ben|bin)-[A-Z][a-z]+$"
)
"""A family that writes itself so: ffrench-Constant, delaBastide, del-Toro."""
_ABBREVIATED = frozenset({"st", "jr", "sr", "md", "dr", "mr", "ph", "th", "ch", "chr", "wm", "ste"})
_INITIALS_AND_FAMILY = re.compile(
    r"\.\s(?:[A-Z]\.[ -]?){1,3}\s?[A-Z][\w'’-]+(?=\s*(?:[,;&\n]|\Z)|\s(?:and|[-–—|])\s)"
)
_FAMILY_AND_MORE = re.compile(r"\.\s[A-Z][\w'’-]{2,}\s?(?:,|&|\sand\s)\s?(?:and\s|&\s)?[A-Z]\.")
_LETTERS_OF_TWO = tuple(
    f" {letters}" for letters in ("Yu", "Ya", "Ye", "Zh", "Kh", "Ch", "Sh", "Ts")
)
"""Initials of one Cyrillic letter."""
_GIVEN_AND_INITIAL = re.compile(r"[^\W\d_]{2,} [A-Z]\.")
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


@dataclass(slots=True, frozen=True)
class Names:
    """A by-line that was read: its names and its place, "et al." included."""

    people: tuple[PlacedName, ...]
    et_al: bool
    start: int
    end: int

    def moved(self, by: int) -> "Names":
        """The by-line of a stretch where it stands in the whole text."""
        people = (replace(one, start=one.start + by, end=one.end + by) for one in self.people)
        return Names(tuple(people), self.et_al, self.start + by, self.end + by)


def read_names(
    text: str, start: int = 0, end: int | None = None, *, pair: bool = True
) -> Names | None:
    """The by-line that begins at ``start``; None if no name stands there.

    ``pair``: two single words with a comma are one person ("Sefer, Emre"); behind "by" they are
    two ("by Wehenkel, Louppe").
    """
    return _read(text, start, len(text) if end is None else end, pair)


_SEPARATED = re.compile(r"[,;&、]|\band\b|\bet al", re.IGNORECASE)


def all_names(text: str) -> bool:
    """Whether the text is a by-line and nothing else."""
    if not _SEPARATED.search(text):
        return False
    names = read_names(text)
    return (
        names is not None
        and len(text[names.end :].strip(" .*")) == 0
        and (len(names.people) > 1 or names.et_al)
    )


def whole_names(text: str) -> bool:
    """Names of two words or three and nothing else; "Look, Listen and Learn" is a title."""
    names = read_names(text) if all_names(text) else None
    return names is not None and all(
        person.given and len(person.text.split()) <= 3 for person in names.people
    )


def unlike_names(text: str, names: Names) -> bool:
    """Whether what was read as a by-line has the words of a title or a venue instead.

    To be asked where nothing but its place tells that it is one: "Computers & Structures".
    """
    if names.et_al or any(signing(one.text) for one in names.people):
        return False
    return _likeness(text, names.people) < _LESS_A_NAME


def nobody(text: str, person: PlacedName) -> bool:
    """The same of one who was read as a name, the others aside."""
    return _likeness(text, (person,)) < _LESS_A_NAME and not signing(person.text)


def like_names(text: str, names: Names) -> bool:
    """Whether the words of a by-line are names' by themselves, wherever they stand."""
    return _likeness(text, names.people) > _MORE_A_NAME


def _likeness(text: str, people: Sequence[PlacedName]) -> float:
    """How much more a word of the first people is like a name's than like a title's or venue's."""
    said = [wording(text, one.start, one.end) for one in people[:MOST_ASKED]]
    words = sum(one.words for one in said)
    return sum(one.name - max(one.title, one.venue) for one in said) / max(words, 1)


MOST_ASKED = 20
"""People of a by-line whose words are looked at."""
_MORE_A_NAME, _LESS_A_NAME = 150, -300
"""Of "M Garlock" and "Li Zhang" a word is 450 more like a name's; of "Machine Vision" 500 less, as
of "Sediment, Carbon", "REMOTE SENSING" and "Forests & Trees"; of "King and Bishop" 190 less."""


@lru_cache(maxsize=64)  # keeps whole paragraphs alive; who asks again is the same item
def _read(text: str, start: int, end: int, pair: bool) -> Names | None:  # noqa: FBT001  cached by place
    """The by-line there: several rules ask for the same stretch of an item."""
    names = _straight_on(text, start, end, pair=pair)
    return names if names is None or names.et_al else _over_bullets(text, names, end)


def _straight_on(text: str, start: int, end: int, *, pair: bool = True) -> Names | None:
    """The by-line there up to a bullet."""
    while start < end and (text[start].isspace() or text[start] in ",;.*"):
        start += 1
    parts, et_al, stop = _parts(text, start, end)
    if len(parts) > 1 and not et_al and text[parts[-1].end : min(end, parts[-1].end + 1)] == ":":
        parts, stop = _before_title(text, parts)
    parts = in_company(text, parts)
    if not parts:
        return None
    people = _as_others(_without_full_stop(_people(text, parts, et_al=et_al, pair=pair)))
    if not people:
        return None
    close = stop if et_al else max(person.end for person in people)
    return Names(tuple(people), bool(et_al), people[0].start, close)


_BULLET = re.compile(r"\s*[•·]\s*(?=[^\W\d_a-z])")


def _over_bullets(text: str, names: Names, end: int) -> Names:
    """``Bee A • Marsh O • Reed C``: what goes on in the same form is of the same by-line."""
    while found := _BULLET.match(text, names.end, end):
        more = _straight_on(text, found.end(), end)
        if more is None or not alike([names.people[-1].text, *(one.text for one in more.people)]):
            break
        names = Names((*names.people, *more.people), more.et_al, names.start, more.end)
    return names


def _before_title(text: str, parts: list[Part]) -> tuple[list[Part], int]:
    """``…, Mind’s Eye: A Recurrent …`` begins a title; ``…, Varam S. UALCAN: A portal`` a name."""
    *known, last = parts
    shorter = _shortened(text, last.start, last.end, known)
    if shorter and _initials_behind(text[shorter.start : shorter.end].split()):
        shorter.glue = last.glue
        said = [text[part.start : part.end].strip() for part in (*known, shorter)]
        if alike(said) or not signs(text, known, last):
            return [*known, shorter], shorter.end
    glued = last.kind == "name" and text[last.end + 1 : last.end + 2].isupper()
    if glued or signs(text, known, last):  # "…, Yi-Cheng Tu:Join algorithms", as DBLP is copied
        return parts, last.end
    return known, last.start


def _parts(text: str, start: int, end: int) -> tuple[list[Part], str, int]:
    """The stretches between separators as long as they are of names."""
    parts: list[Part] = []
    at, glue = start, ""
    while at < end and len(parts) < MOST_NAMES:
        found = _boundary(text, at, end)
        stop = found.start() if found else end
        kind = _kind(text[at:stop])
        if not kind:
            shorter = _shortened(text, at, stop, parts)
            if shorter:
                parts.append(shorter)
                shorter.glue = glue
                return parts, "", shorter.end
            et_al = _only_et_al(text, at, end)
            return parts, et_al and "et al", (at + len(et_al)) if et_al else at
        if _behind_last(text[at:stop], kind, glue, parts):
            return parts, "", parts[-1].end
        closed = sentence_end(text, at, stop, parts) or _degree_end(text, at, stop, parts)
        if not closed and (ended := initials_end(text, at, stop, glue, parts)):
            closed, kind = ended, "initials"
        parts.append(Part(at, closed or stop, kind, glue))
        if closed:
            return parts, "", closed
        if found is not None and found["paren"] is not None:
            found = _after_paren(text, found, end)
        if found is not None and found["etal"] is not None:
            return parts, found["etal"], found.end()
        if found is None or found["sep"] is None:
            return parts, "", stop
        at, glue = found.end(), found["sep"] or ""
    return parts, "", at


def _degree_end(text: str, at: int, stop: int, before: list[Part]) -> int:
    """Where a degree ends the by-line: ``Ray Ticse, MD. Diabetology``; 0 if none does."""
    found = _DEGREE.match(text, at, stop) if before else None
    if found is None or found[1].casefold() not in DEGREES:
        return 0
    return found.end(1) if sum(map(str.isupper, found[1])) > 1 else 0  # "Md. Rahman" is somebody


_DEGREE = re.compile(r"\s*([A-Z][A-Za-z]{1,5})\.\s+(?=[^\W\d_a-z])")


def _behind_last(said: str, kind: str, glue: str, parts: list[Part]) -> bool:
    """``…, and J. Leskovec, SIGKDD, 2018``: behind the "and" of whole names one word is nobody.

    Nor is the short name of a meeting behind a whole name: ``…, Francis Williams, ECCV``.
    """
    if kind == "initials" and glue.strip() == "," and len(said.strip()) >= _SHORT_NAME:
        whole = len(parts) > 1 and all(part.kind == "name" for part in parts)
        told = whole and KNOWN_VENUE.fullmatch(said.strip()) is not None
        if told or (parts and parts[-1].kind == "name" and is_meeting(said.strip())):
            return True
    return (
        kind in ("single", "initials")
        and glue.strip() in (",", "，")
        and len(parts) > 1
        and parts[-1].glue.strip(" ,").casefold() in ("and", "&")
        and all(part.kind == "name" for part in parts)
        and said.split(maxsplit=1)[0].casefold() not in SUFFIXES
    )


_SHORT_NAME = 3
"""Letters of a meeting's short name: two may be somebody's initials, "Park, KR"."""


def _without_full_stop(people: list[PlacedName]) -> list[PlacedName]:
    """``Shang L, Zhou X.``: the last point ends the sentence if no other name has one."""
    if not people or not _STOPPED.search(people[-1].text):
        return people
    if any(person.text.endswith(".") for person in people[:-1]):
        return people
    last = people[-1]
    shown = last.text[:-1]
    family, given = split_name(shown, inverted="," in shown)
    return [*people[:-1], PlacedName(last.start, last.end - 1, shown, family, given, last.noise)]


def _only_et_al(text: str, at: int, end: int) -> str:
    found = _ET_AL.match(text, at, end)
    return found.group() if found else ""


def _after_paren(text: str, found: re.Match[str], end: int) -> re.Match[str] | None:
    """The boundary right behind an affiliation in brackets; None if the brackets hold a year."""
    if _YEARS.search(found.group()):
        return None
    following = _BOUNDARY.match(text, found.end(), end)
    return following if following and following["paren"] is None else None


def _boundary(text: str, at: int, end: int) -> re.Match[str] | None:
    """The next place where a name can end; a point behind an abbreviation is none."""
    begin = at
    while True:
        found = _BOUNDARY.search(text, at, end)
        if found is None:
            return None
        if found["stop"] and found.group() in ".。":
            word = _WORD.findall(text[max(0, found.start() - 4) : found.start()])
            short = word and word[-1].casefold() in _ABBREVIATED
            if short or _within_name(text, begin, found.start()):
                at = found.end()
                continue
        return found


def _within_name(text: str, begin: int, stop: int) -> bool:
    """A point behind a given name: "Thomas. P. A. Debray, …", "J. Yu. Panteleeva & B. Sun"."""
    said = text[begin:stop].strip()
    if said.isalpha() and said.istitle() and len(said) > 2:
        return _INITIALS_AND_FAMILY.match(text, stop) is not None
    return said.endswith(_LETTERS_OF_TWO) and _FAMILY_AND_MORE.match(text, stop) is not None


_MORE_INITIALS = re.compile(r"(?:\s[A-ZÀ-ÖØ-ÞА-ЯЁ]\.(?=\s[^\W\d_a-zа-яё]))+")
"""``Bernard, P. S. Supervised …``, but ``Bee, M. S. aureus …``."""
_POINTED = re.compile(r"[^\W\d_]{2,}\s[^\W\d_]\.\Z")


def _shortened(text: str, at: int, stop: int, parts: list[Part]) -> Part | None:
    """``Zhou X. Deep learning of …``, ``Blanchette, M. Reference …``: a point cuts the name off."""
    cut = text.find(". ", at, min(stop, at + 60))
    kind = _kind(text[at:cut]) if cut > 0 else ""
    if kind == "name":
        pointed = _POINTED.search(text, at, cut + 1)
        more = _MORE_INITIALS.match(text, cut + 1, stop) if pointed else None
        return Part(at, more.end() if more else cut, kind)
    if kind == "initials" and parts and _awaits_initials(text, parts):
        more = _MORE_INITIALS.match(text, cut + 1, stop)
        return Part(at, more.end() if more else cut + 1, kind)
    return None


def _awaits_initials(text: str, parts: list[Part]) -> bool:
    """Whether the last is a family, by itself or like the others: ``Li, H.; van Goot, A. J``."""
    *before, last = parts
    return family_alone(text, last) or (
        last.kind == "name" and _alternating([part.kind for part in before])
    )


def _with_digit(text: str) -> bool:
    # Letters and blanks alone are the rule and quickly told.
    if text.replace(" ", "").isalpha():
        return False
    return any(map(str.isdigit, _ORDINAL.sub("", text)))


@lru_cache(maxsize=1 << 16)
def _initials(token: str) -> bool:
    return _INITIALS.fullmatch(token) is not None


@lru_cache(maxsize=1 << 16)
def _kind(segment: str) -> str:
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
    if all(map(_initials, tokens)):
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
    return len(letters) < 4 and all(one.isalpha() and one.isupper() for one in (tokens[0], letters))


def _shouted(tokens: list[str]) -> str:
    return "name" if len(tokens) > 1 else "single"


def _by_tokens(tokens: list[str]) -> str:
    real = 0
    for index, token in enumerate(tokens):
        low = token.casefold()
        if low in PARTICLES or low in SUFFIXES or _initials(token):
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
    return all(token.endswith(".") and _initials(token) for token in tokens)


def _last(tokens: list[str], index: int) -> bool:
    """A small family name behind its particle: "Y. Van de peer", "S. Le scouarnec"."""
    alone = index == len(tokens) - 1 > 1 and tokens[index].isalpha()
    return alone and tokens[index - 1].casefold() in PARTICLES and _initials(tokens[0])


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


# ---------------------------------------------------------------- who is who


def _people(text: str, parts: list[Part], *, et_al: str, pair: bool) -> list[PlacedName]:
    kinds = [part.kind for part in parts]
    if kinds == ["single", "single"] and not pair:
        return _straight(text, parts)
    said = [text[part.start : part.end].strip() for part in parts]
    if _alternating(kinds) or shouted_families(said):
        return _inverted(text, parts)
    if _bibliographic(parts):
        return _inverted(text, parts)
    if _first_inverted(text, parts, et_al) or _first_compound(text, parts):
        first = _person(text, parts[0].start, parts[1].end, inverted=True)
        return [first, *_straight(text, parts[2:])]
    if parts[0].kind == "initials":
        return []
    return _straight(text, parts)


def _alternating(kinds: list[str]) -> bool:
    """``Last, F., Last2, G.``: every second part is nothing but initials."""
    return (
        len(kinds) >= 2
        and len(kinds) % 2 == 0
        and all(k == "initials" for k in kinds[1::2])
        and (all(k != "initials" for k in kinds[0::2]))
    )


def _bibliographic(parts: list[Part]) -> bool:
    """``Last, First and Last, First`` and ``Last, First; Last, First``."""
    if len(parts) < 4 or len(parts) % 2:
        return False
    inner = {part.glue.strip() for part in parts[1::2]}
    outer = {part.glue.strip() for part in parts[2::2]}
    outer = {";" if glue.startswith((";", "/")) else glue for glue in outer}  # "; and" comes last
    if not inner <= {",", "，"}:
        return False
    singles = sum(part.kind == "single" for part in parts[0::2])
    if singles * 2 <= len(parts) // 2 and not (singles and outer <= {";"}):
        return False  # "DSS Babu, S Sivalingam and T Machado, …" are people of two words each
    return outer in ({";"}, {"、"}) or all(glue in ("and", "&", ", and", ";") for glue in outer)


def _first_inverted(text: str, parts: list[Part], et_al: str) -> bool:
    """``Serra, François, Davide Baù, …``; ``Mnih, Volodymyr, et al.``, not ``Ahn, Kim et al.``."""
    if len(parts) == 2 and et_al.lstrip()[:1] == "," and parts[1].glue.strip() == ",":
        words = text[parts[0].start : parts[0].end].split()  # "Van Stroud, Samuel, et al."
        if len(words) == 2 and words[0].casefold() in PARTICLES and parts[1].kind == "single":
            return True
    if (
        len(parts) < 2
        or parts[0].kind != "single"
        or (parts[1].kind == "initials" and len(parts) != 2 and not et_al)
    ) and not (len(parts) >= 2 and parts[0].kind == "single" and parts[1].kind == "initials"):
        return False
    if parts[1].glue.strip() not in (",", "，"):
        return False
    rest = parts[2:]
    if rest:
        return parts[1].kind in ("single", "name", "initials") and all(
            p.kind == "name" for p in rest
        )
    if et_al:
        return et_al.lstrip()[:1] == ","
    return True


def _first_compound(text: str, parts: list[Part]) -> bool:
    """``Ben Zouari, Yousra, Anne M Molitor, …``, ``Di Veroli, Giovanni Y., Chiara Fornari, …``.

    Nobody else goes by one word, or by a given name and an initial alone.
    """
    if len(parts) < 3 or any(part.kind != "name" for part in (parts[0], *parts[2:])):
        return False
    second = text[parts[1].start : parts[1].end].strip()
    alone = parts[1].kind == "single" or _GIVEN_AND_INITIAL.fullmatch(second) is not None
    others = (text[part.start : part.end].strip() for part in parts[2:])
    return (
        alone
        and parts[1].glue.strip() == ","
        and not any(_GIVEN_AND_INITIAL.fullmatch(other) for other in others)
    )


def _inverted(text: str, parts: list[Part]) -> list[PlacedName]:
    pairs = zip(parts[0::2], parts[1::2], strict=True)
    return [_person(text, one.start, two.end, inverted=True) for one, two in pairs]


def _straight(text: str, parts: list[Part]) -> list[PlacedName]:
    people: list[PlacedName] = []
    semicolons = any(part.glue.strip().startswith(";") for part in parts)
    for part in parts:
        short = bool(people) and people[-1].end - people[-1].start < LONGEST_NAME
        if short and part.kind == "initials" and part.glue.strip() in (",", "，"):
            last = people.pop()
            people.append(_person(text, last.start, part.end, inverted=True))
        elif short and (
            _goes_on(text, people[-1], part) or (semicolons and _lettered(text, people[-1], part))
        ):
            last = people.pop()
            people.append(_person(text, last.start, part.end, inverted=False))
        else:
            people.append(_person(text, part.start, part.end, inverted=False))
    return people


def _goes_on(text: str, before: PlacedName, part: Part) -> bool:
    """``Ed Wu, III``; ``K. L., Jr. Heck``, as a record runs its given names together."""
    words = text[part.start : part.end].split()
    if words[0].casefold() not in SUFFIXES:
        return False
    return len(words) == 1 or (
        part.glue.strip() == "," and all(map(_initials, before.text.split()))
    )


def _lettered(text: str, before: PlacedName, part: Part) -> bool:
    """``Jane Roe, BScN; Bo Li, CCRN``: where semicolons part the people, a comma does letters."""
    said = text[part.start : part.end].strip()
    return (
        part.glue.strip() == ","
        and " " in before.text
        and " " not in said
        and sum(map(str.isupper, said)) > 1
        and len(said) <= _LETTERS_BEHIND
    )


_LETTERS_BEHIND = 6
"""Letters of a degree or licence."""


def _as_others(people: list[PlacedName]) -> list[PlacedName]:
    """``Bos MEMM`` beside ``Jansen AB``: four letters are initials where the others' are.

    ``Wei WANG`` beside ``Jun LI`` has its family name in capitals.
    """
    if not any(_LETTERS.fullmatch(one.given) and not one.family.isupper() for one in people):
        return people
    return [
        replace(one, family=one.given, given=one.family)
        if _FOUR.fullmatch(one.family) and one.given.istitle() and " " not in one.given
        else one
        for one in people
    ]


def _person(text: str, start: int, end: int, *, inverted: bool) -> PlacedName:
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
    found = _NOISE.search(raw)
    if found and found.start("noise") >= 2 and not _NUMBERED.search(raw):
        return raw[: found.start("noise")].rstrip(), found["noise"]
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
    while len(tokens) > 2 and tokens[-1].casefold() in SUFFIXES:
        suffix.insert(0, tokens.pop())
    if len(tokens) < 2 or _COMPANIES.search(name):
        return name, ""
    if behind := _initials_behind(tokens):
        return " ".join(tokens[:-behind]), " ".join(tokens[-behind:])
    cut = len(tokens) - 1
    while cut > 1 and tokens[cut - 1].casefold() in PARTICLES and tokens[cut - 1][0].islower():
        cut -= 1
    if cut == 1 and len(tokens) > 2 and tokens[0].casefold() in PARTICLES and tokens[0].islower():
        cut = 0
    return " ".join(tokens[cut:] + suffix), " ".join(tokens[:cut])


_SYLLABLE = "(?![B-DF-HJ-NP-TV-Z]{1,2}[AEIOUY]{1,2}(?:NG?)?(?![A-Z]))"
"""Not what families are in "Jun LI" and "Wei WANG"."""
_LETTERS, _FOUR = (re.compile(f"{_SYLLABLE}[A-Z]{{{most}}}") for most in ("1,3", "4"))
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-[^\W\d_]\.?)?")
"""One initial, or two that a hyphen joins: "H", "Y.-J."."""


def _initials_behind(tokens: list[str]) -> int:
    """How many words at the end are initials: ``Shang L``, ``Davuluri R.V.``, ``Tavakoli H R``."""
    glued = tokens[-1].replace(".", "").replace("-", "")
    if not (glued.isalpha() and glued.isupper() and len(glued) <= 3):
        return 0
    if len(tokens) == 2 and tokens[0].isalpha() and len(tokens[0]) > len(glued) < 3:
        return 1  # "KUHN TS", "LI B"
    count = 1
    while count < len(tokens) - 1 and _INITIAL.fullmatch(tokens[-count - 1]):
        count += 1
    names = tokens[:-count]
    whole = all((len(t) > 1 and not _initials(t)) or t.casefold() in PARTICLES for t in names)
    return count if whole else 0
