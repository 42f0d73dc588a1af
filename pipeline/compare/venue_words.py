"""A venue's name taken apart: what is name, and what year, track, place, society or subtitle."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.compare.letters import plain, tokens

ARTICLES = frozenset(
    [
        "the", "a", "an", "of", "and", "in", "on", "for", "to", "at", "with", "from", "by", "de", "la",
        "le", "les", "du", "des", "et", "und", "der", "die", "das", "fur", "fuer", "im", "von", "del",
        "della", "di", "e", "y", "en", "el", "los", "las", "il", "i", "og", "och", "voor", "van", "het",
        "der", "da", "do", "dos", "dell", "delle", "sur", "pour", "zur", "s", "d", "l", "as",
    ]
)  # fmt: skip
"""Words that abbreviations drop, in the languages of journals."""

ORDINALS = frozenset(
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
        "eighteenth", "nineteenth", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth",
        "twenty", "thirty", "forty", "fifty", "sixty", "annual",
    ]
)  # fmt: skip

TRACK = frozenset(
    [
        "oral", "spotlight", "poster", "highlight", "award", "best", "paper", "outstanding", "honorable",
        "mention", "track", "demo", "long", "short", "notable", "top", "accepted", "appear",
        "main", "datasets", "benchmarks", "benchmark", "dataset", "industry", "student", "abstract",
        "talk", "presentation", "candidate", "finalist", "runner", "up", "nominee", "oralpresentation",
        "percent", "conference", "posters", "press", "preprint", "online", "code", "pdf", "findings",
        "cover", "featured", "distinguished", "honourable", "early", "access",
    ]
)  # fmt: skip
"""Words of tracks and awards that stand behind a venue."""

SOCIETIES = frozenset(["ieee", "acm", "cvf", "siam", "aps", "ieice", "sigkdd", "usenix", "springer",
                       "elsevier", "wiley", "mdpi", "oup", "rsj", "cshl", "pmlr"])  # fmt: skip
"""Societies and publishers before or behind a name that is the same without them."""

BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,120})[)\]]")
OFFICIAL = re.compile(
    r"(?:an?|the|official|publication|journal|international|structure|series|proceedings|revista|"
    r"[A-Z]{3,6})\b"
)
"""How a subtitle begins that is not the name of a sibling: Circulation: Heart Failure is one."""

STATES = re.compile(r"\bU\.? ?S\.? ?A\b\.?")

PART_OF = frozenset(["part", "section", "series", "letters", "volume"])

HEADS_WITH_SIBLINGS = frozenset(["journalphysics", "lancet", "jacc", "circulation", "neurology",
                                 "stroke", "studies", "communications", "frontiers"])  # fmt: skip
"""Names whose subtitle makes another journal: "Journal of Physics: Conference Series"."""


class Venue(NamedTuple):
    """A venue's name ready for comparison."""

    forms: tuple[tuple[str, ...], ...]
    """Its words as different habits write them; the fullest first."""
    keys: frozenset[str]
    """The same as letters."""
    raw: tuple[str, ...]
    """Every word, articles included."""


@lru_cache(maxsize=1 << 13)
def venue(name: str) -> Venue:
    """A venue's name ready for comparison, without year, volume, track and award."""
    name = " ".join(plain(name[:600]).split())
    texts = dict.fromkeys([_without_tracks(name), *_shorter(name)])
    found: dict[tuple[str, ...], None] = {}
    for text in texts:
        said = _said(text)
        for form in (said, *_without_frame(said)):
            if form:
                found.setdefault(form)
    forms = tuple(found) or ((),)
    keys = frozenset("".join(form) for form in forms if form)
    return Venue(forms, keys, tokens(name))


def _without_tracks(name: str) -> str:
    """Without brackets that hold nothing of the name."""
    return BRACKETS.sub(lambda m: " " if _aside(m[1]) else m.group(), name)


def _aside(remark: str) -> bool:
    said = tokens(remark)
    return all(word.isdigit() or word in TRACK or word in SOCIETIES for word in said)


def _shorter(name: str) -> list[str]:
    """Without brackets, subtitle, place and date of a meeting."""
    bare = BRACKETS.sub(" ", name)
    found = [bare]
    head, _, tail = bare.partition(" : ")
    if tail:
        found += [head]
    head, _, tail = bare.partition(": ")
    if tail and _subtitle(head, tail):
        found.append(head)
    if tail and re.search(r"'\d\d\b|\d{4}", head):
        found.append(tail)  # "CHI '20: CHI Conference on Human Factors ..."
    head, _, tail = bare.partition(",")
    if tail and re.search(r"\d{4}|\d\d?-\d\d?", tail):
        found.append(head)
    head, _, tail = bare.partition(" = ")
    return [*found, *([head, tail] if tail else [])]


def _subtitle(head: str, tail: str) -> bool:
    said = _said(head)
    if "".join(said) in HEADS_WITH_SIBLINGS:
        return False
    return len(said) > 1 or bool(OFFICIAL.match(tail)) or bool(OFFICIAL.match(tail.lower()))


def _said(text: str) -> tuple[str, ...]:
    """The words that tell: no articles, years, ordinals, volumes; one spelling of ae and oe."""
    said = tokens(STATES.sub("USA", text))
    kept: list[str] = []
    for place, word in enumerate(said):
        counted = place and said[place - 1] in PART_OF
        if word in ARTICLES and not counted and not (word in ("a", "e", "d", "l", "i", "s") and place == len(said) - 1 and place):
            continue
        if _number(word) and not counted:
            continue
        kept.append(word.replace("ae", "e").replace("oe", "e"))
    trimmed = [word for word in kept if word not in ORDINALS and word not in ("vol", "no", "pp")]
    while len(trimmed) > 1 and trimmed[-1] in TRACK - {"conference", "letters", "access", "paper"}:
        trimmed.pop()
    return tuple(trimmed or kept)


def _number(word: str) -> bool:
    return word.isdigit() or bool(re.fullmatch(r"\d+(?:st|nd|rd|th)", word))


def _without_frame(said: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Without "Proceedings of the" and societies in front, without a society or place behind."""
    found = []
    rest = said
    while len(rest) > 1 and rest[0] in SOCIETIES:
        rest = rest[1:]
    if rest != said:
        found.append(rest)
    if len(rest) > 2 and rest[0] in ("proceedings", "proc"):
        rest = rest[1:]
        found.append(rest)
        while len(rest) > 2 and rest[0] in SOCIETIES:
            rest = rest[1:]
            found.append(rest)
    for tail in (("united", "states", "america"), ("usa",)):
        if len(said) > len(tail) + 2 and said[-len(tail) :] == tail:
            found.append(said[: -len(tail)])
    return found
