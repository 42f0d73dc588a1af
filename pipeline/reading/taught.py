"""Where the titles of known records stand in the items of a list, letter by letter.

What a record bears out is certain, whatever the rules and the layout of the list say.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from pipeline.compare.titles import TELLING, key
from pipeline.reading.guesses import MARKS
from pipeline.reading.scene import Fields, Scene
from pipeline.reading.strip import Gap, Strip
from pipeline.values.entry import Entry, Lesson
from pipeline.values.identifiers import Identifier

Range = tuple[int, int]
BORNE_OUT = 0.999
"""Certainty of a title that its own record bears out."""
_TOKEN = re.compile(r"[^\W_]+|&")
_token = lru_cache(maxsize=1 << 14)(key)


class Lessons:
    """The lessons of a list, by what they teach."""

    def __init__(self, lessons: Iterable[Lesson]) -> None:
        self._by_identifier: dict[Identifier, list[str]] = defaultdict(list)
        self.papers: set[str] = set()
        """Letters of the titles that make an item a paper."""
        for lesson in lessons:
            letters = key(lesson.title)
            if len(letters) < TELLING:
                continue
            if not lesson.identifiers:
                self.papers.add(letters)
            for identifier in lesson.identifiers:
                self._by_identifier[identifier].append(letters)

    def __bool__(self) -> bool:
        return bool(self._by_identifier or self.papers)

    def place(self, scene: Scene, identifiers: Iterable[Identifier]) -> Range | None:
        """Where the title of an item stands by its records; None if that is not certain.

        The longest of several: one record has the subtitle, another has not.
        """
        titles = {t for identifier in identifiers for t in self._by_identifier.get(identifier, ())}
        places = located(scene.text, scene.start, scene.end, titles) if titles else {}
        if not places:
            return None
        best = max(places, key=lambda title: (len(title), title))
        whole = places[best]
        apart = any(not (whole[0] <= a and b <= whole[1]) for a, b in places.values())
        return None if apart else whole


def located(text: str, start: int, end: int, titles: Iterable[str]) -> Mapping[str, Range]:
    """Where titles, given by their letters, stand in a text as whole words; each once."""
    words = list(_TOKEN.finditer(text, start, end))
    texts = [_token(m.group()) for m in words]
    return {t: span for t in titles if (span := _located(t, words, texts)) is not None}


def _located(title: str, words: Sequence[re.Match[str]], texts: Sequence[str]) -> Range | None:
    for first in range(len(words)):
        rest, at = title, first
        while rest and at < len(words) and rest.startswith(texts[at]):
            rest, at = rest[len(texts[at]) :], at + 1
        if not rest:
            return words[first].start(), words[at - 1].end()
    return None


def borne_out(lessons: Lessons, scene: Scene, fields: Fields) -> bool:
    """Whether the title of an item is that of a work that was found."""
    if fields.title is None or not lessons.papers:
        return False
    return key(scene.flow.text[slice(*fields.title)]) in lessons.papers


def lessons_of(entry: Entry) -> tuple[Lesson, ...]:
    """What the records of an entry have shown of it, as far as its own reading tells."""
    if entry.title is None or entry.certainty.title < BORNE_OUT:
        return ()
    carried = tuple(mention.identifier for mention in entry.mentions)
    return (Lesson(title=entry.title.text, identifiers=carried),)


def agrees(text: str, span: Range, other: Range) -> bool:
    """Whether two places bear the same letters."""
    return span[0] < other[1] and other[0] < span[1] and _said(text, span) == _said(text, other)


def _said(text: str, place: Range) -> str:
    return letters(text[slice(*place)])


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def worded(text: str) -> bool:
    """Whether a text has any."""
    return any(map(str.isalnum, text))


def atoms_of(strip: Strip, at: Range) -> tuple[int, int] | None:
    """The first and last atom of a place; None if it begins or ends amid one."""
    there = [
        n for n in range(len(strip.starts)) if strip.starts[n] < at[1] and strip.ends[n] > at[0]
    ]
    if not there:
        return None
    whole = strip.starts[there[0]], strip.ends[there[-1]]
    return (there[0], there[-1]) if agrees(strip.text, whole, at) else None


def parted(strip: Strip, read: Range, at: Range) -> bool:
    """Whether a record's title is none of the words of a longer one that was read.

    Marks and brackets part it from them, and so does a name before it ("DeepBind: Predicting …").
    Words behind a colon are the subtitle that the record lacks; "Reply to: …", "… II" are of
    another work.
    """
    if not (read[0] < at[1] and at[0] < read[1]):
        return True
    run = atoms_of(strip, at)
    before, behind = strip.text[read[0] : at[0]], strip.text[at[1] : read[1]]
    if worded(before) and (run is None or not _before(strip.gaps[run[0]], before)):
        return False
    if worded(behind):
        return run is not None and bool(_CLOSING & set(strip.gaps[run[1] + 1])) and _remark(behind)
    return True


def _before(gap: Gap, text: str) -> bool:
    return bool(_OPENING & set(gap)) or _NAME.fullmatch(text) is not None


def _remark(text: str) -> bool:
    return _NUMBER.fullmatch(text) is None


_OPENING = frozenset(
    ["“", "(", "[", "n", "|", "D", *("+" + m for m in MARKS), *("-" + m for m in MARKS)]
)
_CLOSING = frozenset(
    ["”", "(", "n", "|", "D", *("+" + m for m in MARKS), *("-" + m for m in MARKS)]
)
_NAME = re.compile(
    r"\W*(?!(?:retract|correct|corrigend|errat|repl|comment|editorial|addend|respon|review|note)\w*\W)"
    r"[^\W\d_][\w.+-]*\s?(?::|[-–—]+\s|\s[-–—]+)\s*",
    re.IGNORECASE,
)
"""A name or nickname before a title."""
_NUMBER = re.compile(r"\W*(?:part\s+)?(?:[ivx]+|\d{1,2}|[a-d])\W*", re.IGNORECASE)
