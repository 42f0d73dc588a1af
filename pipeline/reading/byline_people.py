"""Who is who among the parts of a by-line: one person each, or family and given name in turn."""

import re
from dataclasses import replace

from pipeline.reading.byline_parts import (
    Part,
    shouted_families,
)
from pipeline.reading.personal_names import PlacedName, all_initials, initials_behind, placed_name
from pipeline.reading.words import KNOWN_VENUE, PARTICLES, SUFFIXES

LONGEST_NAME = 200
"""Characters of a name to which nothing more is joined."""
_GIVEN_AND_INITIAL = re.compile(r"[^\W\d_]{2,} [A-Z]\.")


def people_of(text: str, parts: list[Part], *, et_al: str, pair: bool) -> list[PlacedName]:
    """The people whom the parts of a by-line name; nobody, where initials have no family.

    ``pair``: whether two single words are a family and its given name rather than two families.
    """
    kinds = [part.kind for part in parts]
    if kinds == ["single", "single"] and not pair:
        return _straight(text, parts)
    texts = [text[part.start : part.end].strip() for part in parts]
    if alternating(kinds) or shouted_families(texts):
        return _inverted(text, parts)
    if _bibliographic(text, parts) or _and_before_two(text, parts):
        return _inverted(text, parts)
    if _first_inverted(text, parts, et_al) or _first_compound(text, parts):
        first = placed_name(text, parts[0].start, parts[1].end, inverted=True)
        return [first, *_straight(text, parts[2:])]
    if parts[0].kind == "initials":
        return []
    return _straight(text, parts)


def alternating(kinds: list[str]) -> bool:
    """``Last, F., Last2, G.``: every second part is nothing but initials."""
    return (
        len(kinds) >= 2
        and len(kinds) % 2 == 0
        and all(k == "initials" for k in kinds[1::2])
        and (all(k != "initials" for k in kinds[0::2]))
    )


def _bibliographic(text: str, parts: list[Part]) -> bool:
    """``Last, First and Last, First`` and ``Last, First; Last, First``."""
    if len(parts) < 4 or len(parts) % 2:
        return False
    inner = {part.glue.strip() for part in parts[1::2]}
    outer = {part.glue.strip() for part in parts[2::2]}
    outer = {";" if glue.startswith((";", "/")) else glue for glue in outer}  # "; and" comes last
    if not inner <= {",", "，"}:
        return False
    singles = sum(part.kind == "single" or _is_family(text, part) for part in parts[0::2])
    if singles * 2 <= len(parts) // 2 and not (singles and outer <= {";"}):
        return False  # "DSS Babu, S Sivalingam and T Machado, …" are people of two words each
    return outer in ({";"}, {"、"}) or all(glue in ("and", "&", ", and", ";") for glue in outer)


def _and_before_two(text: str, parts: list[Part]) -> bool:
    """``Bee, Ana, Cee, B.H., Dee, Don, and Eff, Eve``: the "and" stands before the last family.

    Between people of one part each it would stand before the last part of all.
    """
    if len(parts) < 4 or len(parts) % 2 or parts[0].kind != "single":
        return False
    *glues, last = (part.glue.strip() for part in parts[1:])
    *others, worded = glues
    commas = last == "," and set(others) <= {","}
    given = all(part.kind in ("single", "initials") for part in parts[1::2])
    families = sum(part.kind == "single" for part in parts[0::2]) * 2 > len(parts) // 2
    venue = text[parts[-1].start : parts[-1].end].strip()
    return (
        commas and worded in ("and", "&", ", and", ", &")
        and given and families and not KNOWN_VENUE.fullmatch(venue)
    )  # fmt: skip


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

    Nobody else goes by one word, or by a given name and an initial alone. With its particle in
    front the family is told by itself: ``van Schalkwyk, May C. I., Benjamin Hawkins, …``.
    """
    if len(parts) > 1 and parts[1].glue.strip() == "," and _is_family(text, parts[0]):
        return all(part.kind == "name" for part in parts[2:])
    if len(parts) < 3 or any(part.kind != "name" for part in (parts[0], *parts[2:])):
        return False
    first, second = (text[part.start : part.end].strip() for part in parts[:2])
    if initials_behind(first.split()):
        return False  # "Bee A., Marsh C., Dee R.A."
    alone = parts[1].kind == "single" or _GIVEN_AND_INITIAL.fullmatch(second) is not None
    others = (text[part.start : part.end].strip() for part in parts[2:])
    return (
        alone
        and parts[1].glue.strip() == ","
        and not any(_GIVEN_AND_INITIAL.fullmatch(other) for other in others)
    )


def _is_family(text: str, part: Part) -> bool:
    """Whether a part is a family name that begins with its particle: "van Schalkwyk"."""
    first, *others = text[part.start : part.end].split() or [""]
    if not others or first not in PARTICLES:
        return False
    return len(others) <= _FAMILY_WORDS and not all_initials(others[-1])


_FAMILY_WORDS = 2
"""Words of a family name behind its particle: "de Oliveira Souza"."""


def _inverted(text: str, parts: list[Part]) -> list[PlacedName]:
    pairs = zip(parts[0::2], parts[1::2], strict=True)
    return [placed_name(text, part.start, two.end, inverted=True) for part, two in pairs]


def _straight(text: str, parts: list[Part]) -> list[PlacedName]:
    people: list[PlacedName] = []
    semicolons = any(part.glue.strip().startswith(";") for part in parts)
    for part in parts:
        short = bool(people) and people[-1].end - people[-1].start < LONGEST_NAME
        if short and part.kind == "initials" and part.glue.strip() in (",", "，"):
            last = people.pop()
            people.append(placed_name(text, last.start, part.end, inverted=True))
        elif short and (
            _goes_on(text, people[-1], part) or (semicolons and _lettered(text, people[-1], part))
        ):
            last = people.pop()
            people.append(placed_name(text, last.start, part.end, inverted=False))
        else:
            people.append(placed_name(text, part.start, part.end, inverted=False))
    return people


def _goes_on(text: str, before: PlacedName, part: Part) -> bool:
    """``Ed Wu, III``; ``K. L., Jr. Heck``, as a record runs its given names together."""
    words = text[part.start : part.end].split()
    if words[0].casefold() not in SUFFIXES:
        return False
    return len(words) == 1 or (
        part.glue.strip() == "," and all(map(all_initials, before.text.split()))
    )


def _lettered(text: str, before: PlacedName, part: Part) -> bool:
    """``Jane Roe, BScN; Bo Li, CCRN``: where semicolons part the people, a comma does letters."""
    phrase = text[part.start : part.end].strip()
    return (
        part.glue.strip() == ","
        and " " in before.text
        and " " not in phrase
        and sum(map(str.isupper, phrase)) > 1
        and len(phrase) <= _LETTERS_BEHIND
    )


_LETTERS_BEHIND = 6
"""Letters of a degree or licence."""


def as_the_others(people: list[PlacedName]) -> list[PlacedName]:
    """``Bos MEMM`` beside ``Jansen AB``: four letters are initials where the others' are.

    ``Wei WANG`` beside ``Jun LI`` has its family name in capitals.
    """
    if not any(
        _LETTERS.fullmatch(person.given) and not person.family.isupper() for person in people
    ):
        return people
    return [
        replace(person, family=person.given, given=person.family)
        if _FOUR.fullmatch(person.family) and person.given.istitle() and " " not in person.given
        else person
        for person in people
    ]


_SYLLABLE = "(?![B-DF-HJ-NP-TV-Z]{1,2}[AEIOUY]{1,2}(?:NG?)?(?![A-Z]))"
"""Not what families are in "Jun LI" and "Wei WANG"."""
_LETTERS, _FOUR = (re.compile(f"{_SYLLABLE}[A-Z]{{{most}}}") for most in ("1,3", "4"))
