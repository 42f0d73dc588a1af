"""Lists of references as bibliographies set them, told by what their items have in common.

A single line of names, a journal and figures may be anything. Where most items beside it have every
part of a reference, and journals among them are known, it is a reference too.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.addresses.in_text import spoken
from pipeline.compare.journals import abbreviated
from pipeline.reading.cited import CitedFields, cited, unsigned_place
from pipeline.reading.entries import one_line
from pipeline.reading.scene import Fields, Scene
from pipeline.reading.venues import YearFound
from pipeline.reading.words import KNOWN_VENUE, known_venue
from pipeline.values.entry import Hints, Link

FEWEST = 5
"""References below which the neighbours prove nothing."""
_MOSTLY, _KNOWN = 0.6, 0.3
"""How many items must have every part of a reference, and how many of those a known journal."""

_OPENED = " \n[(|"
"""What stands before a link or number, and belongs to it."""
_FIGURES = re.compile(r"\d\S{0,10}(?:\s+(?:doi|arxiv|pmid|pmcid)\b:?\s*)?\Z", re.IGNORECASE)
"""What a reference ends in before its link or number: its place in a journal, its year."""
_ONLINE = re.compile(
    r"(?:\[[^\[\]]{4,40}\d\]\.?\s*)?(?:\b(?:available|retrieved|accessed|disponible|disponível|verfügbar|"
    r"abgerufen|dostupné|consultado|url|doi|online)\b[^.\d\n]{0,30}:|\[[^\[\]]{4,40}\d\]\.?)\s*\Z",
    re.IGNORECASE,
)
"""What ISO 690 says before an address: "[Accessed 3 May 2021]. Available from:"."""
_LONGEST_NOTE = 100
_NAMED = re.compile(r"(?<=\d\)\.)\s+[^\W\d_]{2,14}:?\Z")
"""What a link is called before it, in any language: "12, 345 (2001). Articolo https://..."."""
_LONGEST_NAME = 24
_SEVERAL = 3
"""Years and journals at least of references that give no titles."""


class Company(NamedTuple):
    """What the items of a list have in common."""

    titled: bool
    """Whether they give titles: one without is not yet understood."""

    def takes(self, fields: CitedFields, *, paper: bool) -> bool:
        """Whether an item among such is read so, whatever else its words may look like.

        What is no ``paper`` by itself is one among such: people sign with initials.
        """
        if fields.names is None or (fields.complete and fields.title is not None):
            return True
        if fields.title is not None:
            return not paper and _given(fields)
        return not self.titled and fields.year is not None and _given(fields)


class Member(NamedTuple):
    """An item among others."""

    scene: Scene
    found: CitedFields | None
    """The reference that it may be."""
    bare: bool
    """Whether it has neither a link nor a number."""


def _given(fields: CitedFields) -> bool:
    return fields.names is not None and all(person.given for person in fields.names.people)


def reference_in(scene: Scene) -> CitedFields | None:
    """The item taken for a reference; None for what is none.

    It ends before the first link or number; or the first link is of its own words, and it ends
    with that: "K. Bee, [Nature 414, 36 (2000)](...)".
    """
    return _before_links(scene) or _with_its_link(scene)


def _with_its_link(scene: Scene) -> CitedFields | None:
    """A reference without a title that ends in a link, or is one."""
    text, first = scene.flow.text, next((piece for piece in scene.pieces if piece.link >= 0), None)
    if first is None:
        return None
    end = max(piece.end for piece in scene.pieces if piece.link == first.link)
    hit = _BEFORE_LINK.match(text, scene.start, first.start)
    if hit is None or not _FIGURES.search(text, max(first.start, end - 24), end):
        return None
    reference = cited(text, scene.start, end) or unsigned_place(text, scene.start, end)
    return (
        reference
        if reference and _stands(reference) and _CLOSED.match(text, end, scene.end)
        else None
    )


_BEFORE_LINK = re.compile(r"(?:[^\n]{2,200}?[,.;:]\s*|\W*)[\[(]?\Z")
"""The by-line before the link of a journal's name, or nothing."""
_CLOSED = re.compile(r"[\W_]*(?:\Z|[\[(|\n]|\s[–—-]\s|\.\s)")
"""What ends a reference's link: the item, another link, a note."""


def _stands(fields: CitedFields) -> bool:
    """Whether a reference gives no title, but all of its place in a journal."""
    placed = fields.volume and fields.page and fields.year and fields.venue
    return fields.complete and fields.title is None and bool(placed)


def untitled_reference(
    scene: Scene, cited: CitedFields, read: Fields, links: tuple[Link, ...]
) -> Fields | None:
    """The fields of a reference that gives no title, whatever stands around it; None for others.

    People with given names, a journal, volume, page and year are one, in the order of a style: the
    journal is known, the number of a paper stands with it, or a name or a volume was ``read`` for a
    title. A title that stands outside of all that is none of it.
    """
    if not _stands(cited) or cited.venue is None or cited.year is None:
        return None
    if "\n" in scene.text[slice(*cited.venue)]:
        return None  # a line of its own is the title, and the journal stands in the next
    numbered = any(link.identifiers for link in links)
    if not (_given(cited) if cited.names else numbered) or not _styled(scene, cited):
        return None
    known = _journal(scene, cited.venue)
    if not known and (
        _beside(read.title, cited.venue) or not (numbered or _misread(scene, cited, read))
    ):
        return None
    begin = cited.names.start if cited.names else cited.venue[0]
    outside = read.title is not None and not begin <= read.title[0] < cited.ends
    return None if outside else fields_of(scene, cited)


def _beside(title: tuple[int, int] | None, venue: tuple[int, int]) -> bool:
    """Whether a title and more stand where a journal was read: "**Slow maps**. Roof Letters"."""
    if title is None or not (venue[0] <= title[0] and title[1] <= venue[1]):
        return False
    return title[0] - venue[0] + venue[1] - title[1] > _SIGNS_AROUND


_SIGNS_AROUND = 8


def _styled(scene: Scene, cited: CitedFields) -> bool:
    """Whether volume, page and year follow the journal as styles set them."""
    figures = scene.flow.text[cited.venue[1] if cited.venue else 0 : cited.ends]
    dated = cited.year and cited.venue and cited.year[0] < cited.venue[0]
    return (_VOLUME_PAGE if dated else _PLACE).fullmatch(figures) is not None


_VOLUME = r"(?:vol\.?\s)?\d{1,4}(?:\s?\(\d{1,4}\)|\.\d{1,2})?"
_PAGE = r"(?:pp?\.?\s?|Art\.?\s|no\.?\s|[A-Za-z]{1,2})?\d[\d.]*(?:\s?[-–—]\s?[A-Za-z]?\d+)?"
_VOLUME_PAGE = re.compile(rf"[\s,.]*{_VOLUME}(?:\s?[,:]\s?|\s){_PAGE}[.\s]*", re.IGNORECASE)
_PLACE = re.compile(
    rf"[\s,.]*(?:{_VOLUME}(?:\s?[,:]\s?|\s){_PAGE}[\s,]*\((?:1[5-9]|20)\d\d\)|"
    rf"\(?(?:1[5-9]|20)\d\d\)?\s?[,;:]\s?{_VOLUME}\s?[,:]\s?{_PAGE})[.\s]*",
    re.IGNORECASE,
)
"""``123, 064711 (2005)``, ``12:345–50 (2001)``, ``2003, 125, 4478``, ``2019;35(2):1-9``."""


def _journal(scene: Scene, venue: tuple[int, int]) -> bool:
    """Whether the whole is the name of a journal that is known."""
    name = scene.flow.text[slice(*venue)]
    return KNOWN_VENUE.fullmatch(name) is not None or abbreviated(name)


def _misread(scene: Scene, cited: CitedFields, read: Fields) -> bool:
    """Whether a title was read within the by-line of several, or with the volume of the journal."""
    names, venue = cited.names, cited.venue
    if read.title is None or venue is None or names is None:
        return False
    if len(names.people) < _PAIR and not names.et_al:
        return False
    name = scene.flow.text[slice(*venue)]
    called = name[0].isupper() and ". " not in name
    return called and (read.title[0] < names.end or read.title[1] > venue[1])


_PAIR = 2


def _before_links(scene: Scene) -> CitedFields | None:
    """The same up to the first link or number."""
    text, start = scene.flow.text, scene.start
    linked = (piece.start for piece in scene.pieces if piece.link >= 0)
    numbered = (start + number.span.start for number in spoken(text[start : scene.end]))
    end = min([scene.end, *linked, *numbered])
    end = start + len(text[start:end].rstrip(_OPENED))
    hit = _ONLINE.search(text, max(start, end - _LONGEST_NOTE), end)
    end = start + len(text[start : hit.start()].rstrip(_OPENED)) if hit else end
    named = _NAMED.search(text, max(start, end - _LONGEST_NAME), end) if end < scene.end else None
    end = named.start() if named else end
    if end < scene.end and not _FIGURES.search(text, max(start, end - 24), end):
        return None  # told before the names are read, which is dear
    return cited(text, start, end)


def referring(scene: Scene, fields: CitedFields | None) -> Fields | None:
    """The fields of a reference that has every part, whoever knows its journal."""
    whole = fields and fields.title and fields.year and fields.complete
    return fields_of(scene, fields) if fields and whole else None


def signed_reference(scene: Scene, fields: CitedFields | None) -> Fields | None:
    """The same where all have given names: for an item with a link that nothing else explains."""
    return referring(scene, fields) if fields and _given(fields) else None


def entitled(reference: CitedFields | None, fields: Fields) -> CitedFields | None:
    """The reference with the title that stands outside it.

    "A. Bee, Nature 14, 36 (2017): [The lost moss](...)" is titled by its link.
    """
    if reference is None or reference.title or fields.title is None or fields.how == "plain":
        return reference
    named = reference._replace(title=fields.title)
    return named if apart(named) else reference


def agreed(reference: CitedFields, fields: Fields) -> bool:
    """Whether a whole reference has the title that was read, so that its figures are its place."""
    placed = reference.complete and reference.volume and reference.page
    return bool(placed) and reference.title is not None and reference.title == fields.title


def apart(fields: CitedFields) -> bool:
    """Whether the title stands before or behind all else."""
    ends = [place[1] for place in (fields.venue, fields.year) if place]
    if fields.title is None or fields.names is None or not ends:
        return False
    return fields.title[0] >= max(ends) or fields.title[1] <= fields.names.start


def fields_of(scene: Scene, fields: CitedFields) -> Fields:
    """The places of a reference's fields."""
    text, year = scene.flow.text, fields.year
    dated = YearFound(int(text[slice(*year)]), *year) if year else None
    return Fields(
        title=fields.title, how="plain", names=fields.names, venue=fields.venue, year=dated
    )


def place_of(scene: Scene, fields: CitedFields) -> Hints:
    """Where in a journal a reference stands."""
    text, venue, year = scene.flow.text, fields.venue, fields.year
    return Hints(
        journal=one_line(text[slice(*venue)]) if venue else None, volume=fields.volume or None,
        issue=fields.issue or None, page=fields.page or None,
        year=int(text[slice(*year)]) if year else None,
    )  # fmt: skip


def companies(
    members: Sequence[Member], groups: Iterable[Sequence[int]], known: Company | None
) -> dict[int, Company]:
    """What the items under one heading are a list of, by the item; ``known``: told before."""
    among: dict[int, Company] = {}
    for group in groups:
        bare = [at for at in group if members[at].bare]
        for some in (group, bare):
            their_company = known or company([members[at] for at in some])
            for at in some if their_company else ():
                fields = members[at].found
                # Where a title stands with a link, the layout of the list tells it better.
                if their_company and (
                    some is bare or not their_company.titled or (fields and apart(fields))
                ):
                    among[at] = their_company
    return among


def company(members: Sequence[Member]) -> Company | None:
    """What the items are a list of; None for what is no list of references."""
    pairs = [(member.scene, member.found) for member in members]
    whole = [
        (scene, fields) for scene, fields in pairs if fields and fields.complete and fields.names
    ]
    if len(whole) < FEWEST or len(whole) < _MOSTLY * len(pairs):
        return None
    known = sum(_known(scene, fields) for scene, fields in whole)
    if known < _KNOWN * len(whole):
        return None
    titled = 2 * sum(fields.title is not None for _, fields in whole) > len(whole)
    return Company(titled=titled) if titled or _varied(whole) else None


def _varied(whole: Sequence[tuple[Scene, CitedFields]]) -> bool:
    """Whether references without titles are of several years and journals.

    The programme of a meeting has people and hours too, but one place and one year.
    """
    texts = [(scene.flow.text, fields) for scene, fields in whole]
    years = {text[slice(*fields.year)] for text, fields in texts if fields.year}
    venues = {text[slice(*fields.venue)] for text, fields in texts if fields.venue}
    return min(len(years), len(venues)) >= _SEVERAL


def _known(scene: Scene, fields: CitedFields) -> bool:
    return fields.venue is not None and known_venue(scene.flow.text[slice(*fields.venue)])
