"""How surely the fields of an item were read.

What is read twice, by the rules and by what its words and its list are like, is right where both
say the same, and where one run of words leads far. How often was counted on lists of composed
layouts, of either half, and on real ones (1,821 and 2,399 titles, 1,300 and 689 by-lines).
"""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from pipeline.reading.byline_places import least_like, read_to_end
from pipeline.reading.bylines import Names
from pipeline.reading.items import SHORT, Item, same
from pipeline.reading.layouts import UNSEEN, Slot, worth
from pipeline.reading.scene import Fields, Scene
from pipeline.reading.taught import BORNE_OUT, agrees
from pipeline.reading.words import known_venue
from pipeline.values.entry import Certainty

_SURE, _GUESSED = 0.99, 0.9
_FAR, _AHEAD, _NEAR = 12.0, 5.0, 1.0
"""Lead of a title over the next run of words: from the first it is sure, from the second if style
and a rule say so, too; below the third it is a guess."""
_MARKED = frozenset({"quoted", "bold", "link", "keyed"})
_LIKE = 0.5
"""What each part of a by-line says at least that is surely of names."""


def certainty(item: Item, fields: Fields, gains: Mapping[Slot, int]) -> Certainty:
    """Field by field; what was not read is surely not there.

    Where its record bears the title out, what was read around another is a guess all the same.
    """
    if fields.title is None:
        return Certainty()
    taught = item.taught is not None and agrees(item.strip.text, fields.title, item.taught)
    title = _title(item, fields, gains)
    names = _names(item, fields) if fields.names else _SURE
    venue = _venue(item, fields) if fields.venue else _SURE
    if title < _SURE or (taught and item.corrected):
        names, venue = min(names, _GUESSED), min(venue, _GUESSED)
    return _certainty(BORNE_OUT if taught else title, names, venue)


@lru_cache(maxsize=256)
def _certainty(title: float, names: float, venue: float) -> Certainty:
    return Certainty(title=title, authors=names, venue=venue)


def _title(item: Item, fields: Fields, gains: Mapping[Slot, int]) -> float:
    """By how far it leads: .996 of the sure ones were right, of the others some nine in ten."""
    title, ruled = fields.title or (0, 0), item.by_rule.title
    best = other = -9_000_000
    short = bool(gains.get(SHORT))
    for guess, option in zip(item.guesses, item.options, strict=True):
        score = option[1] if short else worth(option, gains, UNSEEN)
        if same(item.strip, guess, title):
            best = max(best, score)
        else:
            other = max(other, score)
    lead = (best - other) / 1000
    is_ruled = ruled == title and (fields.how in _MARKED or short)
    if lead >= _FAR or (is_ruled and lead >= (_NEAR if short else _AHEAD)):
        return _SURE
    return 0.9 if lead >= _NEAR or short else 0.8


def _names(item: Item, fields: Fields) -> float:
    """Sure is what both read alike, to its end, in words of names: .95 to 1; by words alone .9."""
    names, title = fields.names, fields.title
    if names is None or title is None:
        return _SURE
    strip = item.strip
    if not read_to_end(strip, names.start, names.end, title):
        return 0.5
    texts = _texts(names)
    by_rule = texts == _texts(item.by_rule.names)
    if texts == _texts(fields.worded):
        if by_rule:
            return _SURE if least_like(strip, names.start, names.end) >= _LIKE else 0.94
        return 0.9 if len(names.people) > 1 else 0.8
    return 0.9 if by_rule else 0.8


def _texts(names: Names | None) -> list[str]:
    return [person.text for person in names.people] if names else []


def _venue(item: Item, fields: Fields) -> float:
    """One by its words, where a rule has it too, or the column of a table; others are a guess."""
    place, text = fields.venue or (0, 0), item.scene.text
    if item.kinds and "venue" in item.kinds:
        return _SURE
    alike = item.by_rule.venue == place
    if known_venue(text[slice(*place)]):
        cut = text[place[1] : place[1] + 2].strip(" ").isalpha()
        return _SURE if alike and not cut else 0.9
    year = fields.year
    dated = year is not None and abs(year.start - place[1]) < _DATED
    return 0.9 if alike and dated else 0.6


_DATED = 12
"""Signs between a venue and its year."""


class Slots:
    """Where the venues of a list stand: an unknown name there is one as the known ones are."""

    def __init__(self) -> None:
        self._known: Counter[str] = Counter()
        self._all: Counter[str] = Counter()

    def add(self, scene: Scene, fields: Fields) -> None:
        """Count the venue of an item."""
        if fields.venue:
            where = _where(scene, fields.venue)
            self._all[where] += 1
            self._known[where] += known_venue(scene.text[slice(*fields.venue)])

    def raised(self, sure: Certainty, scene: Scene, fields: Fields) -> Certainty:
        """The certainty of an unknown venue where nearly all that stand there are known."""
        if fields.venue is None or sure.venue >= _SURE or sure.title < _SURE:
            return sure
        if known_venue(scene.text[slice(*fields.venue)]):
            return sure  # it is the place where it ends that is not sure
        where = _where(scene, fields.venue)
        usual = self._known[where] >= _ENOUGH and self._known[where] >= _MOSTLY * self._all[where]
        return _certainty(sure.title, sure.authors, _SURE) if usual else sure


_ENOUGH, _MOSTLY = 5, 0.8


def _where(scene: Scene, place: tuple[int, int]) -> str:
    style = next((p.style for p in scene.pieces if p.start <= place[0] < p.end), 0)
    before, behind = scene.text[max(0, place[0] - 2) : place[0]], scene.text[place[1] :][:2]
    return f"{style}\t{before}\t{behind}"
