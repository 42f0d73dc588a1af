"""Text as LaTeX fields hold it: specials escaped, capitals that a style must not lower in braces.

Source: the BibTeX manual (Patashnik, "BibTeXing", 1988), sections 3 and 4: names, braces, "others".
"""

import re
from collections.abc import Iterable

from pipeline.exports.facts import line
from pipeline.markup.latex import encoded
from pipeline.values.work import Person

_OUTSIDE_OT1 = {"<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}"}
"""Letters that TeX's oldest font encoding prints as others."""
_WORD = re.compile(r"\S+")
_PARTS = re.compile(r"(\W*)(.*?)(\W*)")
_AND = re.compile(r"\band\b", re.IGNORECASE)


def text(plain: str) -> str:
    """Plain text as LaTeX."""
    phrase = encoded(line(plain), ascii_only=False)
    return "".join(_OUTSIDE_OT1.get(char, char) for char in phrase)


def title(plain: str) -> str:
    """A title: words with capitals behind their first letter keep them (DNA, scRNA-seq, McCoy)."""
    return _WORD.sub(lambda hit: _kept(hit.group()), line(plain))


def _kept(word: str) -> str:
    phrase = text(word)
    core = _PARTS.fullmatch(word)
    if core is None or not any(char.isupper() for char in core[2][1:]):
        return phrase
    return f"{text(core[1])}{{{text(core[2])}}}{text(core[3])}"


def names(people: Iterable[Person], *, complete: bool = True) -> str:
    """The by-line: ``Family, Given and {Organisation}``; cut ones end in ``and others``."""
    every = [name(person) for person in people]
    return " and ".join([*every, *([] if complete or not every else ["others"])])


def name(person: Person) -> str:
    """One author; an organisation, or a family name with "and" or a comma in it, in braces."""
    if not person.family:
        return "{" + text(person.literal) + "}"
    family = text(person.family)
    family = "{" + family + "}" if _AND.search(family) or "," in family else family
    given = text(person.given)
    given = "{" + given + "}" if _AND.search(given) or "," in given else given
    return ", ".join(filter(None, (family, text(person.suffix), given)))


def verbatim(plain: str) -> str:
    """An address or a number that LaTeX prints as it stands; what would end the field encoded."""
    phrase = line(plain).replace(" ", "%20").replace("\\", "%5C")
    return phrase.replace("{", "%7B").replace("}", "%7D")
