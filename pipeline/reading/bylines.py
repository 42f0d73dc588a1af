"""By-lines: where the names of authors stand.

Works on visible text. A by-line is read greedily from its start; it ends where something stands
that is no name. Teaching cases are in ``tests/reading/test_bylines.py``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.compare.forms import DEGREES
from pipeline.reading.byline_parts import (
    Part,
    alike,
    family_alone,
    in_company,
    initials_end,
    kind_as_others,
    sentence_end,
    signs,
)
from pipeline.reading.byline_people import alternating, as_the_others, people_of
from pipeline.reading.field_names import IN_ENGLISH, TITLES, VENUES, YEARS
from pipeline.reading.personal_names import (
    PlacedName,
    initials_behind,
    kind_of_name,
    signing,
    split_name,
)
from pipeline.reading.wording import wording
from pipeline.reading.words import KNOWN_VENUE, SUFFIXES, is_meeting

MOST_NAMES = 3000
_BOUNDARY = re.compile(
    # Where none of these stands, no branch need be tried: by-lines are read one by one. Blanks are
    # looked at from their first one and never given back; before other words they end nothing.
    r"(?=[\seu+,;.…等ほ他ら，、&(（。:\[\]“”\"\ufffc|!?=<>/{}])(?!(?<=\s)\s)"
    r"(?=[^\seu]|\be[tl]|\bu\.|\s++[eau+,;.…等ほ他，、&＆(（|•·–—/-]|[^\S\n]*+\n|\t)(?:"
    r"(?P<etal>[,;，、]?+\s*+(?:\b(?:et\.?\s?|(?-i:(?:el|at)\s))(?:al|coll)\b\.?|\bu\.\s?a\.|"
    r"[(（]\s?et\.?\s?al\.?\s?[)）]|[(\[]\s?(?:\.\.\.|…|(?:and|&|\+)\s++\d+\s++(?:others|more))\s?[)\]]|"
    r"\+\s?\d+\s++(?:more|others|authors)\b|(?:,\s*+)?(?:(?<=[,\s])(?:and|&)\s++(?:\d+\s)?"
    r"(?:others|(?-i:more)|other\sauthors|co-?workers|colleagues|al(?!-|\s(?-i:[A-Z])))\b\.?|\.\.\.+|…)|"
    r"(?:等人?|ほか|他)(?!\w)|(?<![\u3040-\u309f])ら(?=\s*[,、，)）])))|"
    r"(?P<sep>\s*+;\s*+(?:(?:and|&)\s++)?|\s*+[,，、]\s*+(?:(?:and|&|und)\s++)?|"
    r"\s++(?:and|&|und|＆|(?-i:et)(?!\s++al\b))\s++|\s*+&\s*+(?=[^\W\d_a-z])|"
    r"\s/\s(?-i:(?=[^\W\d_a-z])))|"
    r"(?P<paren>\s*+[(（][^()（）\n]{0,160}[)）])|"
    r"(?P<stop>。|(?<=[^\W\d_][^\W\d_])[.](?=\s|$|[\"“\[(])(?!\s(?-i:and|&)\s)|(?<=\d)[.](?=\s|$)|"
    r"\s++[-–—|•·]++(?=\s|$)|[:\[\]“”\"\ufffc|!?=<>/{}]|[^\S\n]*+\n|\t))",
    re.IGNORECASE,
)
_ET_AL = re.compile(
    r"(?:(?:et\.?\s?|(?-i:(?:el|at)\s))al\b\.?|(?:\d+\s)?others\b|\.\.\.|…)", re.IGNORECASE
)
_STOPPED = re.compile(r"[^\W\d_]{2,} [A-Z]{1,3}\.$")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATED = frozenset({"st", "jr", "sr", "md", "dr", "mr", "ph", "th", "ch", "chr", "wm", "ste"})
_INITIALS_AND_FAMILY = re.compile(
    r"\.\s(?:[A-Z]\.[ -]?){1,3}\s?[A-Z][\w'’-]+(?=\s*(?:[,;&\n]|\Z)|\s(?:and|[-–—|])\s)"
)
_FAMILY_AND_MORE = re.compile(r"\.\s[A-Z][\w'’-]{2,}\s?(?:,|&|\sand\s)\s?(?:and\s|&\s)?[A-Z]\.")
_LETTERS_OF_TWO = tuple(
    f" {letters}" for letters in ("Yu", "Ya", "Ye", "Zh", "Kh", "Ch", "Sh", "Ts")
)
"""Initials of one Cyrillic letter."""


@dataclass(slots=True, frozen=True)
class Names:
    """A by-line that was read: its names and its place, "et al." included."""

    people: tuple[PlacedName, ...]
    et_al: bool
    start: int
    end: int

    def moved(self, by: int) -> "Names":
        """The by-line of a stretch where it stands in the whole text."""
        people = (
            replace(person, start=person.start + by, end=person.end + by) for person in self.people
        )
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
    if names.et_al or any(signing(person.text) for person in names.people):
        return False
    return _likeness(text, names.people) < _LESS_A_NAME


def of_editors(text: str, names: Names) -> bool:
    """Whether names are of a book's editors: ``In: Bee A., Cee B. (eds) Maps of mice``.

    Behind the title of the book itself they are its by-line.
    """
    return (
        _EDITORS.match(text, names.end) is not None
        and _IN_BOOK.search(text, max(0, names.start - _LEAD), names.start) is not None
    )


_LEAD = 8
_IN_BOOK = re.compile(r"\b[Ii]n[:\s*_]*\Z")
_EDITORS = re.compile(r"[\s,;.]*[(\[]?\s*(?:eds?|editors?|hrsg|éds?)\b", re.IGNORECASE)


def nobody(text: str, person: PlacedName) -> bool:
    """The same of one who was read as a name, the others aside."""
    return _likeness(text, (person,)) < _LESS_A_NAME and not signing(person.text)


def like_names(text: str, names: Names) -> bool:
    """Whether the words of a by-line are names' by themselves, wherever they stand."""
    return _likeness(text, names.people) > _MORE_A_NAME


def _likeness(text: str, people: Sequence[PlacedName]) -> float:
    """How much more a word of the first people is like a name's than like a title's or venue's."""
    wordings = [wording(text, person.start, person.end) for person in people[:MOST_ASKED]]
    words = sum(word_scores.words for word_scores in wordings)
    return sum(
        word_scores.name - max(word_scores.title, word_scores.venue) for word_scores in wordings
    ) / max(words, 1)


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
    behind = text[parts[-1].end : min(end, parts[-1].end + 2)] if parts else ""
    if len(parts) > 1 and not et_al and behind[:1] == ":" and behind != "::":
        parts, stop = _before_title(text, parts)
    parts = in_company(text, parts)
    if not parts:
        return None
    people = as_the_others(_without_full_stop(people_of(text, parts, et_al=et_al, pair=pair)))
    if not people:
        return None
    close = stop if et_al else max(person.end for person in people)
    return Names(tuple(people), bool(et_al), people[0].start, close)


_BULLET = re.compile(r"\s*[•·]\s*(?=[^\W\d_a-z])")


def _over_bullets(text: str, names: Names, end: int) -> Names:
    """``Bee A • Marsh O • Reed C``: what goes on in the same form is of the same by-line."""
    while hit := _BULLET.match(text, names.end, end):
        more = _straight_on(text, hit.end(), end)
        if more is None or not alike(
            [names.people[-1].text, *(person.text for person in more.people)]
        ):
            break
        names = Names((*names.people, *more.people), more.et_al, names.start, more.end)
    return names


_FIELDS = frozenset((*VENUES, *YEARS, *TITLES, *IN_ENGLISH, "abstract", "keywords"))


def _before_title(text: str, parts: list[Part]) -> tuple[list[Part], int]:
    """``…, Mind’s Eye: A Recurrent …`` begins a title; ``…, Varam S. UALCAN: A portal`` a name."""
    *known, last = parts
    if text[last.start : last.end].strip().casefold() in _FIELDS:
        return known, last.start  # "…, and Ana Bee, Venue: Moss"
    shorter = _shortened(text, last.start, last.end, known)
    if shorter and initials_behind(text[shorter.start : shorter.end].split()):
        shorter.glue = last.glue
        texts = [text[part.start : part.end].strip() for part in (*known, shorter)]
        if alike(texts) or not signs(text, known, last):
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
        hit = _boundary(text, at, end)
        stop = hit.start() if hit else end
        kind = kind_of_name(text[at:stop]) or kind_as_others(text, at, stop, glue, parts)
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
        if hit is not None and hit["paren"] is not None:
            hit = _after_paren(text, hit, end)
        if hit is not None and hit["etal"] is not None:
            return parts, hit["etal"], hit.end()
        if hit is None or hit["sep"] is None:
            return parts, "", stop
        at, glue = hit.end(), hit["sep"] or ""
    return parts, "", at


def _degree_end(text: str, at: int, stop: int, before: list[Part]) -> int:
    """Where a degree ends the by-line: ``Ray Ticse, MD. Diabetology``; 0 if none does."""
    hit = _DEGREE.match(text, at, stop) if before else None
    if hit is None or hit[1].casefold() not in DEGREES:
        return 0
    return hit.end(1) if sum(map(str.isupper, hit[1])) > 1 else 0  # "Md. Rahman" is somebody


_DEGREE = re.compile(r"\s*([A-Z][A-Za-z]{1,5})\.\s+(?=[^\W\d_a-z])")


def _behind_last(text: str, kind: str, glue: str, parts: list[Part]) -> bool:
    """``…, and J. Leskovec, SIGKDD, 2018``: behind the "and" of whole names one word is nobody.

    Nor is the short name of a meeting behind a whole name: ``…, Francis Williams, ECCV``.
    """
    if kind == "initials" and glue.strip() == "," and len(text.strip()) >= _SHORT_NAME:
        whole = len(parts) > 1 and all(part.kind == "name" for part in parts)
        is_venue = whole and KNOWN_VENUE.fullmatch(text.strip()) is not None
        if is_venue or (parts and parts[-1].kind == "name" and is_meeting(text.strip())):
            return True
    return (
        kind in ("single", "initials")
        and glue.strip() in (",", "，")
        and len(parts) > 1
        and parts[-1].glue.strip(" ,").casefold() in ("and", "&")
        and all(part.kind == "name" for part in parts)
        and text.split(maxsplit=1)[0].casefold() not in SUFFIXES
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
    hit = _ET_AL.match(text, at, end)
    return hit.group() if hit else ""


def _after_paren(text: str, hit: re.Match[str], end: int) -> re.Match[str] | None:
    """The boundary right behind an affiliation in brackets; None if the brackets hold a year."""
    if _YEARS.search(hit.group()):
        return None
    following = _BOUNDARY.match(text, hit.end(), end)
    return following if following and following["paren"] is None else None


def _boundary(text: str, at: int, end: int) -> re.Match[str] | None:
    """The next place where a name can end; a point behind an abbreviation is none."""
    begin = at
    while True:
        hit = _BOUNDARY.search(text, at, end)
        if hit is None:
            return None
        if hit["stop"] and hit.group() in ".。":
            word = _WORD.findall(text[max(0, hit.start() - 4) : hit.start()])
            short = word and word[-1].casefold() in _ABBREVIATED
            if short or _within_name(text, begin, hit.start()):
                at = hit.end()
                continue
        return hit


def _within_name(text: str, begin: int, stop: int) -> bool:
    """A point behind a given name: "Thomas. P. A. Debray, …", "J. Yu. Panteleeva & B. Sun"."""
    phrase = text[begin:stop].strip()
    if phrase.isalpha() and phrase.istitle() and len(phrase) > 2:
        return _INITIALS_AND_FAMILY.match(text, stop) is not None
    return phrase.endswith(_LETTERS_OF_TWO) and _FAMILY_AND_MORE.match(text, stop) is not None


_MORE_INITIALS = re.compile(r"(?:\s[A-ZÀ-ÖØ-ÞА-ЯЁ]\.(?:-[A-ZÀ-ÖØ-ÞА-ЯЁ]\.)?(?=\s[^\W\d_a-zа-яё]))+")
"""``Bernard, P. S. Supervised …``, but ``Bee, M. S. aureus …``."""
_JUNIOR = re.compile(r"\s(?:Jr|Sr)\.(?=\s)")
"""``Joseph J. LaViola Jr. Pen-based …``."""
_POINTED = re.compile(r"[^\W\d_]{2,}\s[^\W\d_]\.\Z")


def _shortened(text: str, at: int, stop: int, parts: list[Part]) -> Part | None:
    """``Zhou X. Deep learning of …``, ``Blanchette, M. Reference …``: a point cuts the name off."""
    junior = _JUNIOR.search(text, at, min(stop, at + 60))
    if junior and kind_of_name(text[at : junior.end()]) == "name":
        return Part(at, junior.end(), "name")
    cut = text.find(". ", at, min(stop, at + 60))
    kind = kind_of_name(text[at:cut]) if cut > 0 else ""
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
        last.kind == "name" and alternating([part.kind for part in before])
    )
