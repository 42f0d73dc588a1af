"""Fields spelt in an entry's own manner, and brought in by the smallest edits.

The manner of a by-line is the order of names, full or initials, points and blanks between them,
separators and the last connector, and how it says "et al.".
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from pipeline.values.entry import Byline, Name
from pipeline.values.text import Edit, Span, Value
from pipeline.values.work import Person

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
MOST_TOKENS = 4000


class Manner(Value):
    """How a list writes by-lines."""

    given: bool = True
    """False: family names alone."""
    inverted: str = "none"
    """Family name first: "none", "first" (only the first author), "all"."""
    comma: bool = True
    """A comma between family and given name, where inverted."""
    initials: bool = False
    dots: bool = True
    """Points behind initials."""
    blank: bool = True
    """A blank between initials."""
    lone: bool = False
    """One initial for everybody: "Wei, S." for Shih-En Wei."""
    middle: bool = True
    """Points behind middle initials where given names are written out."""
    separator: str = ", "
    last: str = ", "
    """The connector before the last name."""
    pair: str = " and "
    """The connector of two names."""
    et_al: str = ", et al."


def manner_of(text: str, byline: Byline) -> Manner:
    """The manner of a by-line as it stands in the file."""
    names = [name for name in byline.names if name.given]
    gaps = _gaps(text, byline)
    initials = _mostly(names, _short) if names else False
    dotted = [name for name in names if re.search(r"(?<!\w)[^\W\d_](?=[.\s-]|$)", name.given)]
    separator, last, pair = _glue(gaps, et_al=byline.et_al)
    dots = _mostly(names, lambda n: "." in n.given) if initials else True
    glued, apart = r"\.[^\W\d_]", r"\b[^\W\d_] [^\W\d_]\b"
    return Manner(
        given=bool(names) or not all(map(_lone, byline.names)),
        inverted=_inverted(byline),
        comma=not names or any("," in name.text for name in names),
        initials=initials,
        lone=initials and len(names) >= _SEVERAL and all(map(_one_letter, names)),
        dots=dots,
        blank=not any(re.search(glued, name.given) for name in names)
        if dots
        else any(re.search(apart, name.given) for name in names),
        middle=not dotted or _mostly(dotted, lambda n: "." in n.given),
        separator=separator,
        last=last,
        pair=pair,
        et_al=_et_al(text, byline),
    )


def _mostly(names: Sequence[Name], shows: Callable[[Name], bool]) -> bool:
    return sum(map(shows, names)) * 2 > len(names)


def _lone(name: Name) -> bool:
    """A family name by itself in letters that have given names apart: "Roca", not "王小明"."""
    return (
        re.fullmatch(r"[^\W\d_a-z][\w'’-]*", name.text) is not None and "a" <= name.text[-1] < "ɐ"
    )


def _short(name: Name) -> bool:
    tokens = re.split(r"[\s.\-]+", name.given.strip(". "))
    return all(
        len(token) <= 1 or (token.isupper() and len(token) <= 4) for token in tokens if token
    )


def _inverted(byline: Byline) -> str:
    inversions = [
        bool(n.text.startswith(n.family) and n.text != n.family) for n in byline.names if n.given
    ]
    if not any(inversions):
        return "none"
    if all(inversions) or sum(inversions) * 2 > len(inversions):
        first_only = len(inversions) == 1 and byline.et_al and len(byline.names) == 1
        return "first" if first_only and "," in byline.names[0].text else "all"
    return "first" if inversions[0] else "none"


_MARKS = re.compile(r"</?[a-z]+>|[*_`~\[\]]")
"""Bold letters, a link: whoever is set apart by them is not whoever comes beside."""


def _gaps(text: str, byline: Byline) -> list[str]:
    """What stands between the names, without affiliations, line breaks and marks of one of them."""
    texts = []
    for name, two in zip(byline.names, byline.names[1:], strict=False):
        gap = text[name.span.end : two.span.start]
        gap = re.sub(r"[(（][^()]*[)）]", "", re.sub(r"\s+", " ", gap))
        gap = _MARKS.sub("", gap)
        texts.append(re.sub(r"\s+,", ",", gap) if len(gap) <= 9 else ", ")
    return texts


def _glue(gaps: list[str], *, et_al: bool) -> tuple[str, str, str]:
    if not gaps:
        return ", ", ", ", " and "
    inner = gaps if et_al or len(gaps) == 1 else gaps[:-1]
    separator = Counter(inner).most_common(1)[0][0]
    worded = re.search(r"[^\W\d_]|&", separator) is not None
    last = separator if et_al else gaps[-1]
    pair = gaps[0] if len(gaps) == 1 and not et_al else re.sub(r"^\s*[,;]\s*(?=\w|&)", " ", last)
    if worded and len(gaps) == 1:
        return ", ", separator, separator
    return separator, last, pair


_SEVERAL = 3
"""Names that show a manner all by themselves."""
_FIRST = re.compile(r"[^\W\d_](?:\.|\b)")


def _one_letter(name: Name) -> bool:
    return sum(map(str.isalpha, name.given)) == 1


def _et_al(text: str, byline: Byline) -> str:
    if not byline.et_al or not byline.names:
        return ", et al." if len(byline.names) != 1 else " et al."
    return re.sub(r"\s+", " ", text[byline.names[-1].span.end : byline.written.span.end])


def spelt_name(person: Person, manner: Manner, *, first: bool = False) -> str:
    """One author in this manner."""
    if not person.family:
        return person.literal
    given = _given(person.given, manner)
    if manner.lone and (first_letter := _FIRST.match(given)):
        given = first_letter.group()
    family = f"{person.family} {person.suffix}".strip() if person.suffix else person.family
    if not (given and manner.given):
        return family
    if manner.inverted == "all" or (manner.inverted == "first" and first):
        return f"{family}, {given}" if manner.comma else f"{family} {given}"
    if manner.initials and (hit := _INITIALS_AND_WORD.fullmatch(person.given.strip())):
        given = f"{_given(hit[1], manner)} {hit[2]}"
    return f"{given} {family}"


_INITIALS_AND_WORD = re.compile(r"((?:[^\W\d_]\.[\s-]?)+) ([^\W\d_a-z][^\W\d_]+)")
"""As arXiv tells "J. M. Morgado Chávez": the word behind initials may be of the family, and is kept
as it is told."""


def _given(given: str, manner: Manner) -> str:
    given = given.strip()
    if not manner.initials:
        if not manner.middle:
            return re.sub(r"(?<![^\W\d_])([^\W\d_])\.", r"\1", given)
        return re.sub(r"(?<![^\W\d_'’-])([A-Z])(?=\s|$)", r"\1.", given)
    parts = [part for part in re.split(r"[\s.]+", given.replace(".-", "-")) if part]
    if not manner.dots:
        return (" " if manner.blank else "").join(_letters(part, "") for part in parts)
    return (" " if manner.blank else "").join(_letters(part, ".") for part in parts)


def _letters(part: str, dot: str) -> str:
    if part.isupper() and len(part) <= 3 and part.isalpha():
        return "".join(char + dot for char in part) if not dot else (dot + " ").join(part) + dot
    pieces = [piece for piece in part.split("-") if piece]
    glue = "-" if dot else ""
    return glue.join(piece[0].upper() + dot for piece in pieces)


def joined(names: Sequence[str], manner: Manner, *, et_al: bool) -> str:
    """The by-line of these names."""
    if et_al:
        return manner.separator.join(names) + manner.et_al
    if len(names) <= 1:
        return "".join(names)
    if len(names) == 2:
        return manner.pair.join(names)
    return manner.separator.join(names[:-1]) + manner.last + names[-1]


def in_place(
    byline: Byline, raws: Sequence[str], kept: Sequence[int | None], text: str
) -> tuple[Edit, ...]:
    """The edits of single names among others that stay, with all that stands between them.

    None where names come or go, or where all are others: the marks and the affiliations are theirs.
    """
    names = byline.names
    own = all(place in (None, n) for n, place in enumerate(kept))
    if len(raws) != len(names) or not own or all(place is None for place in kept):
        return ()
    edits = (
        smallest(name.span.cut(text), raw, name.span.start)
        for name, raw, place in zip(names, raws, kept, strict=True)
        if place is None
    )
    return tuple(edit for pieces in edits for edit in pieces)


def smallest(raw: str, new: str, at: int) -> tuple[Edit, ...]:
    """The edits that turn ``raw``, which stands at ``at``, into ``new``, word by word."""
    if raw == new:
        return ()
    old_tokens, new_tokens = _TOKEN.findall(raw), _TOKEN.findall(new)
    if len(old_tokens) + len(new_tokens) > MOST_TOKENS:
        return (Edit(span=Span(start=at, end=at + len(raw)), replacement=new),)
    edits = []
    places = _places(old_tokens, at)
    for tag, a, b, c, d in SequenceMatcher(
        None, old_tokens, new_tokens, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            span = Span(start=places[a], end=places[b])
            edits.append(Edit(span=span, replacement="".join(new_tokens[c:d])))
    return tuple(edits)


def _places(tokens: list[str], at: int) -> list[int]:
    places = [at]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places


def changes(old: str, new: str) -> list[tuple[int, int, str]]:
    """Stretches of ``old`` and what replaces them, word by word."""
    return [(e.span.start, e.span.end, e.replacement) for e in smallest(old, new, 0)]


def across_lines(raw: str, new: str, at: int) -> tuple[Edit, ...]:
    """The same where the text that stands goes over several lines: its line breaks stay."""
    pieces = [(m.start(), " " if m[0].isspace() else m[0]) for m in re.finditer(r"\s+|\S", raw)]
    places = [*(start for start, _ in pieces), len(raw)]
    return tuple(
        Edit(span=Span(start=at + places[a], end=at + places[b]), replacement=part)
        for a, b, part in changes("".join(char for _, char in pieces), new)
    )
