"""The people of a cell or value that is called "authors": it is a by-line from end to end."""

import re

from pipeline.compare.forms import GROUP
from pipeline.reading.byline_text import usual_signs
from pipeline.reading.bylines import Names, read_names
from pipeline.reading.personal_names import PlacedName, split_name
from pipeline.reading.words import organisation

_PARTS = (re.compile(r"[^;]+"), re.compile(r"[^,，、]+"))
_AND = re.compile(r"\s*(?:and|&)\s+", re.IGNORECASE)
_ET_AL = re.compile(r"\s*(?:et\.?\s?al\b\.?|(?:and\s)?others|\.{3}|…)\s*", re.IGNORECASE)
_MOST_WORDS, _LONGEST = 6, 70


def stated_names(text: str, start: int, end: int) -> Names | None:
    """The by-line of a stretch that is called so.

    It goes on over the ends of lines. Where it is not read to its end, whoever stands between the
    same signs is somebody, if all that stand there may be: "Can Gao", whose name titles have, too;
    no affiliation, no institute.
    """
    phrase = usual_signs(_LINE_END.sub(" ", text[start:end]))
    names = read_names(phrase)
    if names is None or any(map(str.isalnum, phrase[names.end :])):
        names = _between_signs(phrase) or names
    return names.moved(start) if names else None


def _between_signs(text: str) -> Names | None:
    if _ASIDE.search(text):
        return None
    for part in _PARTS:
        spans = [(hit.start(), hit.end()) for hit in part.finditer(text) if hit.group().strip()]
        if len(spans) < 2:
            continue
        et_al = _ET_AL.fullmatch(text, *spans[-1]) is not None
        people = [_person(text, *span) for span in (spans[:-1] if et_al else spans)]
        whole = [person for person in people if person is not None]
        if len(whole) == len(people) > 1:
            return Names(tuple(whole), et_al, whole[0].start, spans[-1][1])
    return None


_LINE_END = re.compile(r"[\r\n]")
_ASIDE = re.compile(r"[()（）\[\]<>@\d\ufffc]|\s[-–—]\s")
"""What by-lines say besides names."""


def _person(text: str, start: int, end: int) -> PlacedName | None:
    """Who stands there; None for one word, for too many, and for an institute."""
    lead = _AND.match(text, start, end)
    start = lead.end() if lead else start
    name = text[start:end]
    start += len(name) - len(name.lstrip())
    name = name.strip()
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(name) > _LONGEST or not name[0].isupper():
        return None
    if GROUP.search(name) or any(map(organisation, words)) or " of " in name:
        return None
    family, given = split_name(name)
    return PlacedName(start, start + len(name), name, family, given)
