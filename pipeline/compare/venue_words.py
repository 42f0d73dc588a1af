"""A venue's name taken apart: what is name, and what year, track, place, society or subtitle."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.compare.letters import plain, tokens
from pipeline.values.small_words import small_words

ARTICLES = small_words("venues")
"""Words that abbreviations drop, in the languages of journals."""

ORDINALS = frozenset(
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth", "fortieth",
        "fiftieth", "sixtieth", "twenty", "thirty", "forty", "fifty", "sixty", "annual", "vol",
        "no", "pp", "volume",
    ]
)  # fmt: skip

TRACK = frozenset(
    [
        "oral", "spotlight", "poster", "highlight", "award", "best", "paper", "outstanding",
        "honorable", "mention", "track", "demo", "long", "short", "notable", "top", "accepted",
        "appear", "main", "datasets", "benchmarks", "benchmark", "dataset", "industry", "student",
        "abstract", "talk", "presentation", "candidate", "finalist", "runner", "up", "nominee",
        "conference", "percent", "posters", "press", "preprint", "online", "code", "pdf",
        "findings", "cover", "featured", "distinguished", "honourable", "early", "access", "and",
        "to", "the",
    ]
)  # fmt: skip
"""Words of tracks and awards in brackets behind a venue."""

TAILS = frozenset(
    [
        "oral", "spotlight", "poster", "highlight", "award", "track", "demo", "preprint",
    ]
)  # fmt: skip
"""What stands behind a venue without brackets."""

SOCIETIES = frozenset(
    [
        "ieee", "acm", "cvf", "siam", "aps", "ieice", "sigkdd", "usenix", "springer", "elsevier",
        "wiley", "mdpi", "oup", "rsj", "cshl", "pmlr",
    ]
)  # fmt: skip
"""Societies and publishers before or behind a name that is the same without them."""

BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,120})[)\]]")

OFFICIAL = re.compile(
    r"(?:an?|the|official|publication|journal|international|structure|series|proceedings|revista|"
    r"[A-Z]{3,6})\b"
)
"""How a subtitle begins that is not the name of a sibling: Circulation: Heart Failure is one."""

COUNTRY = (("of", "the", "united", "states", "of", "america"), ("usa",))

STATES = re.compile(r"\bU\.? ?S\.? ?A\b\.?")

PARALLEL = re.compile(
    r"\. ?(?=(?:the|journal|revue|zeitschrift|giornale|revista|bulletin|official|annales|archives|"
    r"acta|rapport) )",
    re.IGNORECASE,
)
"""Before the same title in another language: "Journal of surgery. Journal canadien ..."."""

SECTION = re.compile(r"\b(?:Section|Part|Series) [A-Z0-9]{1,2}\b(?=[,:.])")
"""Behind it stands what the section is about: "Section C, Crystal structure communications"."""

ELISION = re.compile(r"\b(?:d|l|dell|all|nell|sull|un)['’](?=\w)", re.IGNORECASE)

POSSESSIVE = re.compile(r"['’]s\b")

PART_OF = frozenset(["part", "section", "series", "letters"])

HEADS_WITH_SIBLINGS = frozenset(
    [
        "journalphysics", "lancet", "jacc", "circulation", "neurology", "stroke", "studies",
        "communications", "frontiers", "cpt", "doklady", "esaim", "measurement", "nephron",
        "radiology",
    ]
)  # fmt: skip
"""Names whose subtitle makes another journal: "Journal of Physics: Conference Series"."""


class Venue(NamedTuple):
    """A venue's name ready for comparison."""

    forms: tuple[tuple[str, ...], ...]
    """Its telling words as different habits write them; the fullest first."""
    spoken: tuple[tuple[str, ...], ...]
    """The same with articles and prepositions."""
    keys: frozenset[str]
    """The forms as letters."""


@lru_cache(maxsize=1 << 13)
def venue(name: str) -> Venue:
    """A venue's name ready for comparison, without year, volume, track and award."""
    name = " ".join(plain(name[:600]).split())
    spoken: dict[tuple[str, ...], None] = {}
    texts = [_without_tracks(name), *_shorter(name)]
    texts += [POSSESSIVE.sub("", text) for text in texts if POSSESSIVE.search(text)]
    for text in dict.fromkeys(texts):
        phrases = _said(text)
        plainest = tuple(word for word in phrases if word not in ORDINALS)
        for form in (
            plainest,
            phrases,
            *map(american, (plainest, phrases)),
            *_without_frame(plainest),
        ):
            if any(word not in ARTICLES for word in form):
                spoken.setdefault(form)
    forms = tuple(dict.fromkeys(telling(form) for form in spoken)) or ((),)
    return Venue(forms, tuple(spoken), frozenset("".join(form) for form in forms if form))


def telling(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The words without articles; a letter that names a part stays."""
    kept = (w for i, w in enumerate(texts) if w not in ARTICLES or names_a_part(texts, i))
    return tuple(kept) or texts


def names_a_part(texts: Sequence[str], place: int) -> bool:
    """The A of "Physical Review A", "Part A"."""
    last = place == len(texts) - 1
    return len(texts[place]) == 1 and place > 0 and (last or texts[place - 1] in PART_OF)


def _without_tracks(name: str) -> str:
    """Without brackets that hold nothing of the name."""
    return BRACKETS.sub(lambda m: " " if _aside(m[1]) else m.group(), name)


def _aside(remark: str) -> bool:
    return all(word.isdigit() or word in TRACK or word in SOCIETIES for word in tokens(remark))


def _shorter(name: str) -> list[str]:
    """Without brackets, subtitle, parallel title, place and date of a meeting."""
    bare = BRACKETS.sub(" ", name)
    names = [bare, *(m[1] for m in BRACKETS.finditer(name) if _is_name(m))]
    for mark in (" : ", " / ", ";"):
        names += [bare.partition(mark)[0]] if mark in bare else []
    head, _, tail = bare.partition(":")
    if tail and _subtitle(head, tail.strip()):
        names.append(head)
    if tail and (re.search(r"['’]\d\d\b|\d{4}", head) or _stands_for(head, tail)):
        names.append(tail)  # "CHI '20: CHI Conference on ...", "JAMA : the journal of ..."
    head, _, tail = bare.partition(",")
    if tail and re.search(r"\d{4}|\d\d?-\d\d?", tail):
        names.append(head)
    if parallel := PARALLEL.search(bare):
        head, tail = bare[: parallel.start()], bare[parallel.end() :]
        names += [head, tail] if head.isupper() else [head]  # "JPMA. The Journal of ..."
    if kind := _ITS_KIND.search(bare):
        names.append(bare[: kind.start()])
    names += _repeated(bare)
    head, _, tail = bare.partition(" - ")
    if tail and head.isupper():
        names += [head, tail]  # "ZAMM - Journal of Applied Mathematics and Mechanics"
    if section := SECTION.search(bare):
        names.append(bare[: section.end()])
    return [*names, *(bare.split(" = ") if " = " in bare else [])]


def _repeated(name: str) -> list[str]:
    """Before a society that the name holds already: "Bulletin of the Society. Society"."""
    head, _, tail = name.partition(". ")
    return [head] if tail and set(tokens(tail)) <= set(tokens(head)) else []


def _is_name(bracket: re.Match[str]) -> bool:
    """An acronym or a translation: "[Chinese journal of oncology]"."""
    texts = tokens(bracket[1])
    acronym = len(texts) == 1 and bracket[1].isupper() and len(bracket[1]) > 2
    return acronym or (bracket.group()[0] == "[" and len(texts) > 1)


def _stands_for(head: str, tail: str) -> bool:
    """The head is an acronym of the tail."""
    short, long = "".join(tokens(head)), tokens(tail)
    every = "".join(word[0] for word in long)
    return head.strip().isupper() and short in (every, "".join(w[0] for w in telling(long)))


def _subtitle(head: str, tail: str) -> bool:
    texts = telling(_said(head))
    if "".join(texts) in HEADS_WITH_SIBLINGS:
        return False
    if len(texts) > 1 or any(c.isdigit() for c in head):
        return True
    return bool(OFFICIAL.match(tail) or OFFICIAL.match(tail.lower()))


_ITS_KIND = re.compile(r"(?:\s-|\.)\s+(?=(?:an?|the)\s+international\s)", re.IGNORECASE)
"""Before a subtitle: "Future Generation Computer Systems - The International Journal of ..."."""


def _said(text: str) -> tuple[str, ...]:
    """The words without years and volumes, and without tracks behind."""
    texts = tokens(ELISION.sub("", STATES.sub("USA", text)))
    kept = [
        word for place, word in enumerate(texts)
        if not _number(word) or (place and len(word) < 4 and texts[place - 1] in PART_OF)
    ]  # fmt: skip
    while len(kept) > 1 and kept[-1] in TAILS:
        kept.pop()
    return tuple(kept)


OLDER = {
    "roumania": "romania", "rumania": "romania", "jugoslav": "yugoslav", "corea": "korea",
    "esthonia": "estonia", "servia": "serbia",
}  # fmt: skip
"""Countries as journals that were founded under such a name spell them still; both are its name."""


def american(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Pediatrics for Paediatrics; also Muller for Mueller, and a country as it is spelt today."""
    return tuple(_today(word).replace("ae", "e").replace("oe", "e") for word in texts)


def _today(word: str) -> str:
    older = next((name for name in OLDER if word.startswith(name)), "")
    return OLDER.get(older, "") + word.removeprefix(older)


def _number(word: str) -> bool:
    return word.isdigit() or bool(re.fullmatch(r"\d{1,4}(?:st|nd|rd|th)", word))


def _without_frame(texts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Without "Proceedings of the" and societies in front, without a country behind."""
    phrases: list[tuple[str, ...]] = []
    rest = texts
    while len(rest) > 1 and (rest[0] in SOCIETIES or (phrases and rest[0] in ARTICLES)):
        rest = rest[1:]
        phrases.append(rest)
    if len(telling(rest)) > 2 and rest[0] in ("proceedings", "proc"):
        rest = rest[1:]
        while len(rest) > 2 and (rest[0] in SOCIETIES or rest[0] in ARTICLES):
            rest = rest[1:]
        phrases.append(rest)
    tails = [tail for tail in COUNTRY if len(texts) > len(tail) + 2 and texts[-len(tail) :] == tail]
    return [*phrases, *(texts[: -len(tail)] for tail in tails)]
