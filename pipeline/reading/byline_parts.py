"""The stretches of a by-line between its separators, and what each is in the company of the others.

By itself "LIU" may be three initials, "Zhang Z:" the beginning of a title, and "Roca H. In J.
Assoc" one long name; beside the others of its by-line it is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.wording import wording
from pipeline.reading.words import AND, known_venue


@dataclass(slots=True)
class Part:
    """A stretch between two separators."""

    start: int
    end: int
    kind: str
    """``name`` of several words, ``single`` word, or ``initials``."""
    glue: str = ""
    """The separator in front."""


_INITIALS = r"[A-Z](?:[.\s-]{0,2}[A-Z]){0,3}"
_FAMILY_FIRST = re.compile(rf"\s*[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?\s{_INITIALS}")
_GIVEN_FIRST = re.compile(rf"\s*{_INITIALS}\.?\s[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?")
_CLOSED = re.compile(
    r"(?P<name>\s*(?P<family>[^\W\d_][\w'’-]+)\s[A-Z](?:[A-Z]{1,2}|(?:\s[A-Z]){1,2})?)\.\s+(?=\S)"
)
_SHORT = re.compile(r"\s+[^\W\d_]{1,9}\.")
"""An abbreviated word, as a journal's is: "Xu, H. Moosk. Chem. 2010"."""
_INITIALS_ALONE = re.compile(r"\s*(?:[A-Z]\.[\s-]{0,2})*[A-Z]\.(?=\s+[^\W\d_])")
_MORE_A_NAME = 225
"""How much more two words and their like are like a name's than like a title's, a word: of
"Zhang Z" and "Ross Girshick" they are, of "Rosetta Stone" and "Mask Scoring" not."""


def signs(text: str, known: Sequence[Part], last: Part) -> bool:
    """Whether the stretch before a colon is the last author: ``…, Zhang Z: Title``."""
    phrase = text[last.start : last.end]
    if last.kind == "initials":  # "Bee, A., van Marsh, O.: Title"
        inverted = all(part.kind == "initials" for part in [*known, last][1::2]) and len(known) % 2
        family = bool(known) and (known[-1].kind == "single" or bool(inverted))
        return family and phrase.endswith(".")
    words = wording(text, last.start, last.end)
    if last.kind == "name" and words.name - words.title > _MORE_A_NAME * words.words:
        return True
    return alike([*(text[part.start : part.end] for part in known), phrase])


def alike(names: Sequence[str]) -> bool:
    """Whether all are families with their initials behind them, or all with these in front."""
    return any(all(map(form.fullmatch, names)) for form in (_FAMILY_FIRST, _GIVEN_FIRST))


def family_alone(text: str, part: Part) -> bool:
    """Whether a part may be a family name whose initials follow: "Roca", "HU"."""
    return part.kind == "single" or _CAPITALS.fullmatch(text, part.start, part.end) is not None


def sentence_end(text: str, at: int, stop: int, before: Sequence[Part]) -> int:
    """Where a name ends whose point ends the by-line: ``Bee A, Roca H. In J. Assoc``; 0 if none.

    Only where the others have their initials behind the family, and no points.
    """
    if text.find(". ", at, stop) < 0:
        return 0  # most
    closed = _CLOSED.match(text, at, stop)
    if closed is None or not (before or closed["family"].isupper()):
        return 0  # "WILLMANN R. Biospecies" is nobody's name, "Willmann R. Moss" may be
    rest = text[closed.end() : stop].title()
    word_scores = wording(rest, 0, len(rest))
    if word_scores.name > max(word_scores.title, word_scores.venue) and not known_venue(
        rest.upper()
    ):
        return 0  # "Jaejong PARK, Tam H. NGUYEN"
    plain = all(_FAMILY_FIRST.fullmatch(text, part.start, part.end) for part in before)
    dotted = any("." in text[part.start : part.end] for part in before)
    return closed.end("name") if plain and not dotted else 0


def initials_end(text: str, at: int, stop: int, glue: str, before: Sequence[Part]) -> int:
    """Where initials end whose point ends the by-line: ``Bee, A.; Yu, N. N-doped …``; 0 if none.

    Between semicolons stands a family and its initials, as it does for those before.
    """
    if glue.strip() != "," or len(before) < 3 or text.find(". ", at, stop) < 0:
        return 0
    inverted = all(part.kind == "initials" for part in before[1::2])
    parted = all(part.glue.lstrip()[:1] == ";" for part in before[2::2])
    if not (inverted and parted and len(before) % 2):
        return 0
    closed = _INITIALS_ALONE.match(text, at, stop)
    return closed.end() if closed and not _SHORT.match(text, closed.end()) else 0


def kind_as_others(text: str, at: int, stop: int, glue: str, before: Sequence[Part]) -> str:
    """The kind of a stretch with words of titles, where it stands among names like it.

    "Sanz V, Link A, Glockner FO", "Jin Zeng, Gene Cheung, Wei Hu"; empty if it is no name there.
    """
    if not before or glue.strip(" and&") not in (",", ";", ""):
        return ""
    before = before[-_COMPANY:]
    if any(part.kind != "name" for part in before):
        return ""
    behind = _family_and_initials(text, at, stop, before)
    return "name" if behind or _worded_as_name(text, at, stop) else ""


def _family_and_initials(text: str, at: int, stop: int, before: Sequence[Part]) -> bool:
    """Among families with initials: one is before and one behind, or at the end two before."""
    if _AS_FAMILY_AND_INITIALS.fullmatch(text, at, stop) is None:
        return False
    ended = _NEXT_OR_END.match(text, stop)
    if ended is None or (len(before) == 1 and not ended["next"]):
        return False
    return all(_FAMILY_AND_INITIALS.fullmatch(text, part.start, part.end) for part in before)


def _worded_as_name(text: str, at: int, stop: int) -> bool:
    """Whether the words are far more often of names than of titles and of venues.

    "Gene Cheung", "Ali Can" and "Huawei Shen" are, "Gene Therapy" and "Plant Cell" are not.
    """
    if _NAME_WORDS.fullmatch(text, at, stop) is None:
        return False
    goes_on = _SEPARATOR.match(text, stop) is not None
    words = wording(text, at, stop)
    more = words.name - max(words.title, words.venue)
    return more > (_MORE_AMONG_NAMES if goes_on else _MORE_A_NAME) * words.words


_NAME_WORDS = re.compile(
    r"\s*[^\W\d_a-z](?:\.|(?:[^\W\d_]|['’-])*)"
    r"(?:\s?(?<=[\s.])[^\W\d_](?:\.|(?:[^\W\d_]|['’-])*)){1,5}\s*"
)
_COMPANY = 5
"""Names before that tell of what kind all are."""
_MORE_AMONG_NAMES = 120
"""As `_MORE_A_NAME`, where another name follows."""
_SEPARATOR = re.compile(r"\s*[,;]|\s+(?:and|&)\s")
_FAMILY_AND_INITIALS = re.compile(
    r"\s*(?:[^\W\d_]{2,4}\s){0,2}[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?\s[A-Z]{1,3}\s*"
)
_AS_FAMILY_AND_INITIALS = re.compile(
    r"\s*(?:[^\W\d_a-z][\w'’-]+\s)?(?:[^\W\d_]{2,3}\s){0,2}[^\W\d_][\w'’-]+\s[A-Z]{1,3}\.?\s*"
)
"""In company a family may have small letters, or a word between its two: "Schulte im Walde S"."""
_NEXT_OR_END = re.compile(
    r"\s*(?:[.:]\s|$|\set\sal|(?P<next>[,;]\s?(?:and\s|&\s)?|\s(?:and|&)\s)"
    r"(?:[^\W\d_]{2,4}\s){0,2}[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?"
    r"\s[A-Z]{1,3}(?:[,;.:]|$|\s(?:and|&|et)\s))"
)


def without_title(parts: list[Part]) -> list[Part]:
    """The parts of people whom slashes part, or semicolons: the title begins behind a comma.

    "Bee, Ana / Marsh, Bo, Slow maps", "Bee, Ana; Marsh, Bo, Slow maps", "Ana Bee / Bo Marsh, Maps".
    """
    parted = [part.glue.strip()[:1] in ("/", ";") for part in parts]
    if not any(parted):
        return parts
    inverted = len(parts) > 2 and parts[1].glue.strip() == "," and parted[2]
    slashed = any(part.glue.strip() == "/" for part in parts)
    if not slashed and not (inverted and all(part.kind != "initials" for part in parts)):
        return parts  # "Bee, A.; Marsh, B., Reed, C. and Salt, D."
    last = len(parts) - 1 - parted[::-1].index(True)
    most = last + 2 if inverted else last + 1
    return parts[:most] if most < len(parts) and parts[most].glue.strip() == "," else parts


def in_company(text: str, parts: list[Part]) -> list[Part]:
    """The parts, each of the kind that the others tell."""
    parts = without_title(parts)
    if len(parts) > 1 and any(part.kind == "initials" for part in parts):
        _capitals(text, parts)
    if parts and parts[-1].kind == "name":
        return [*parts[:-1], *_joined_by_and(text, parts[-1])]
    return parts


def _capitals(text: str, parts: list[Part]) -> None:
    """``PICARD, F., KAHN, D.``, ``NGUYEN, LIOU, and TERRY``, ``DD QIU, X MA``: all families."""
    texts = [text[part.start : part.end].strip() for part in parts]
    several = len({part.kind for part in parts}) > 1
    pairs = several and all(map(_CAPITALS_OF_TWO.fullmatch, texts))
    if shouted_families(texts):
        kinds = ["single", "name"] * (len(parts) // 2)
    elif pairs or all(map(_INITIALS_AND_FAMILY.fullmatch, texts)):
        kinds = ["name"] * len(parts)
    elif several and len(parts) % 2 and all(map(_CAPITALS.fullmatch, texts)) and _families(texts):
        kinds = ["single"] * len(parts)
    else:
        kinds = [part.kind for part in parts]
        for n in range(0, len(parts) - 1, 2):
            if (
                kinds[n] == "initials"
                and _CAPITALS.fullmatch(texts[n])
                and texts[n + 1][-1:] == "."
            ):
                kinds[n] = "single"
    for part, kind in zip(parts, kinds, strict=True):
        part.kind = kind


def shouted_families(texts: Sequence[str]) -> bool:
    """``MARTIN, Claire, PAUL, Ayan et QIAN, Zhuoni``: families in capitals, given names behind."""
    return (
        len(texts) > 3
        and len(texts) % 2 == 0
        and all(map(_SHOUTED.fullmatch, texts[0::2]))
        and all(map(_GIVEN.fullmatch, texts[1::2]))
        and _families(texts)
    )


_SHOUTED = re.compile(
    r"(?:[^\W\d_a-z]|['’ -]){2,}|(?:[dD]['’]|(?:de|von|van|di|da) )[^\W\d_a-z]{2,}"
)
_GIVEN = re.compile(r"(?![\w -]*[A-Z]{2})[^\W\d_a-z]\w+(?:[ -][^\W\d_a-z](?:\w+|\.))*\.?")
"""With no two capitals in a row: "NIH, China, DDSM, MIAS" are data."""


def _families(texts: Sequence[str]) -> bool:
    """Whether words in capitals are like names: "RF, MDN, DCMDN" are not."""
    shown = ", ".join(texts).title()
    words = wording(shown, 0, len(shown))
    return words.name - max(words.title, words.venue) > _MORE_A_FAMILY * words.words


_MORE_A_FAMILY = 180
"""Of "Nguyen, Liou, Terry" a word is 350 more like a name's than like others', of "Wilcox, Meeker,
Hudson" 200, of "Rf, Mdn, Dcmdn" and "Ada, Som, Bdt" at most 150."""


_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}")
_INITIALS_AND_FAMILY = re.compile(
    r"(?:[^\W\d_a-z]\.[\s-]?){1,4}\s?[^\W\d_a-z](?:[^\W\d_a-z]|['’-])+(?:\s(?:[^\W\d_a-z]|['’-]){2,})*"
)
"""``X. HU``, ``Z.-R. LAI``."""
_CAPITALS_OF_TWO = re.compile(r"[^\W\d_a-z]+\s[^\W\d_a-z]+")


def _joined_by_and(text: str, part: Part) -> list[Part]:
    """``Natale M e Serra-Mestres J``: two people of two words; "Costa e Silva" is one."""
    hit = _AND.search(text, part.start, part.end)
    if hit is None or not alike(
        [text[part.start : hit.start()].strip(), text[hit.end() : part.end].strip()]
    ):
        return [part]
    first = Part(part.start, hit.start(), "name", part.glue)
    return [first, Part(hit.end(), part.end, "name", " and ")]


_AND = re.compile(rf"\s(?:{AND})\s(?=[^\W\d_a-z]\S*\s\S)")
