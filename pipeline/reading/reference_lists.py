"""Lists of references as bibliographies set them, told by what their items have in common.

A single line of names, a journal and figures may be anything. Where most items beside it have every
part of a reference, and journals among them are known, it is a reference too.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.addresses.in_text import spoken
from pipeline.reading.cited import Cited, cited
from pipeline.reading.scene import Scene
from pipeline.reading.words import known_venue

FEWEST = 5
"""References below which the neighbours prove nothing."""
_MOSTLY, _KNOWN = 0.6, 0.3
"""How many items must have every part of a reference, and how many of those a known journal."""

_OPENED = " \n[(|"
"""What stands before a link or number, and belongs to it."""
_FIGURES = re.compile(r"\d\S{0,10}(?:\s+(?:doi|arxiv|pmid|pmcid)\b:?\s*)?\Z", re.IGNORECASE)
"""What a reference ends in before its link or number: its place in a journal, its year."""
_SEVERAL = 3
"""Years and journals at least of references that give no titles."""


class Company(NamedTuple):
    """What the items of a list have in common."""

    titled: bool
    """Whether they give titles: one without is not yet understood."""

    def takes(self, found: Cited) -> bool:
        """Whether an item among such is read so, whatever else its words may look like."""
        if found.names is None or (found.complete and found.title is not None):
            return True
        told = found.venue is not None and found.year is not None
        return not self.titled and told and _given(found)

    def allows(self, found: Cited) -> bool:
        """Whether what is no paper by itself is one among such: people sign with initials."""
        return self.takes(found) or (found.title is not None and _given(found))


def _given(found: Cited) -> bool:
    return found.names is not None and all(one.given for one in found.names.people)


def reference_in(scene: Scene) -> Cited | None:
    """The item, up to its first link or number, taken for a reference; None for what is none."""
    text, start = scene.flow.text, scene.start
    linked = (piece.start for piece in scene.pieces if piece.link >= 0)
    numbered = (start + one.span.start for one in spoken(text[start : scene.end]))
    end = min([scene.end, *linked, *numbered])
    end = start + len(text[start:end].rstrip(_OPENED))
    if end < scene.end and not _FIGURES.search(text, max(start, end - 24), end):
        return None  # told before the names are read, which is dear
    return cited(text, start, end)


def company(scenes: Sequence[Scene], found: Sequence[Cited | None]) -> Company | None:
    """What the items are a list of; None for what is no list of references."""
    whole = [
        (scene, one)
        for scene, one in zip(scenes, found, strict=True)
        if one and one.complete and one.names
    ]
    if len(whole) < FEWEST or len(whole) < _MOSTLY * len(found):
        return None
    known = sum(_known(scene, one) for scene, one in whole)
    if known < _KNOWN * len(whole):
        return None
    titled = 2 * sum(one.title is not None for _, one in whole) > len(whole)
    return Company(titled=titled) if titled or _varied(whole) else None


def _varied(whole: Sequence[tuple[Scene, Cited]]) -> bool:
    """Whether references without titles are of several years and journals.

    The programme of a meeting has people and hours too, but one place and one year.
    """
    texts = [(scene.flow.text, one) for scene, one in whole]
    years = {text[slice(*one.year)] for text, one in texts if one.year}
    venues = {text[slice(*one.venue)] for text, one in texts if one.venue}
    return min(len(years), len(venues)) >= _SEVERAL


def _known(scene: Scene, found: Cited) -> bool:
    return found.venue is not None and known_venue(scene.flow.text[slice(*found.venue)])
