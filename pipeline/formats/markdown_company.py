"""What the items of a list make of each other: references, lone addresses, papers by their like."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from pipeline.reading.brief_references import brief_reference
from pipeline.reading.cited import CitedFields
from pipeline.reading.judging import Peers, Sort, among, held, kindred, linked, listed, traits
from pipeline.reading.reference_lists import Company, Member, companies, fields_of, place_of
from pipeline.reading.scene import Fields, Scene
from pipeline.reading.units import Unit
from pipeline.reading.words import is_meeting
from pipeline.values.entry import Certainty, Hints, Link, Mention

BRIEF = "brief"
"""The slot of titles in references of one person without a link."""


class Heard(NamedTuple):
    """An item with what it says, and what it is by itself."""

    unit: Unit
    scene: Scene
    fields: Fields
    links: tuple[Link, ...]
    mentions: tuple[Mention, ...]
    verdict: Sort
    certainty: Certainty
    slot: str
    """Of its title."""
    beside: tuple[str, ...]
    """The same for items under one heading."""
    found: CitedFields | None = None
    """The reference that it is among references."""
    place: Hints = Hints()
    """Of a reference among references: its journal, volume and page."""
    style: str = ""
    """The kind of layout by which it is read again."""


def company_key(unit: Unit) -> tuple[str, ...]:
    """The same for items under one heading; asked for once an item, and looked at often."""
    return (unit.block.kind, *(heading.title for heading in unit.headings))


def in_company(heard: Sequence[Heard], company: Company | None) -> Iterator[Heard]:
    """The items, each with its verdict among the others.

    ``company`` is what the list around a single item is one of, where it is read again.
    """
    brief = Counter(
        heard_item.beside
        for heard_item in heard
        if heard_item.slot == BRIEF or _is_reference(heard_item)
    )
    heards = [_as_brief(heard_item, brief[heard_item.beside]) for heard_item in heard]
    heards = _without_strays(_among_references(heards, company))
    alike, beside = _peers(heards, _alike), _peers(heards, attrgetter("beside"))
    for heard_item in heards:
        yield heard_item._replace(
            verdict=_verdict(heard_item, alike[_alike(heard_item)], beside[heard_item.beside])
        )


def _is_reference(heard: Heard) -> bool:
    """Whether the words of an item without a link say by-line, venue and year, as a reference's."""
    fields = heard.fields
    whole = fields.names and fields.venue and fields.year
    return heard.verdict == "paper" and not heard.links and bool(whole)


def _as_brief(heard: Heard, others: int) -> Heard:
    """The item read as the references of one person beside it, if it is one."""
    if heard.verdict != "no" or heard.links or not others:
        return heard
    fields = brief_reference(heard.scene, among=others)
    return heard._replace(fields=fields, verdict="paper", slot=BRIEF) if fields else heard


def _among_references(heard: Sequence[Heard], company: Company | None) -> list[Heard]:
    """The items read as the references that they stand among."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for at, heard_item in enumerate(heard):
        groups.setdefault(heard_item.beside, []).append(at)
    members = [
        Member(heard_item.scene, heard_item.found, not heard_item.links and not heard_item.mentions)
        for heard_item in heard
    ]
    among = companies(members, groups.values(), company)
    return [_as_reference(heard_item, among.get(at)) for at, heard_item in enumerate(heard)]


def _as_reference(heard: Heard, among: Company | None) -> Heard:
    """The item by the style of the references around it, if it is one of them."""
    cited, scene = heard.found, heard.scene
    if not (cited and among and among.takes(cited, paper=heard.verdict == "paper")):
        return heard
    fields, sure = fields_of(scene, cited), cited.certainty
    if cited.title == heard.fields.title:
        fields.how, sure = heard.fields.how, sure.but(title=heard.certainty.title)
    return heard._replace(
        fields=fields, verdict="paper", certainty=sure, place=place_of(scene, cited),
        style="titled" if among.titled else "untitled",
    )  # fmt: skip


def _without_strays(heard: list[Heard]) -> list[Heard]:
    """The items; an address that nothing tells to be a paper's counts only beside papers.

    Badges, manuals and licences of a project stand alone as well. Where most are papers, and where
    there is nothing but addresses, all count.
    """
    papers = [
        heard_item.beside
        for heard_item in heard
        if heard_item.verdict == "paper" or _numbered(heard_item)
    ]
    if 2 * len(papers) > len(heard) or all(heard_item.verdict == "bare" for heard_item in heard):
        return heard
    beside = set(papers)
    return [
        heard_item._replace(verdict="no")
        if _stray(heard_item) and heard_item.beside not in beside
        else heard_item
        for heard_item in heard
    ]


def _stray(heard: Heard) -> bool:
    """Whether an item is an address that neither a number nor its host tells to be a paper's."""
    return heard.verdict == "bare" and not (heard.mentions or held(heard.scene, heard.links))


def _numbered(heard: Heard) -> bool:
    """Whether a bare item says the number of a paper."""
    return heard.verdict == "bare" and bool(heard.mentions)


def _alike(heard: Heard) -> tuple[str, ...]:
    """The same for items whose titles stand alike."""
    return (heard.unit.block.kind, heard.slot)


def _peers(
    heard: Iterable[Heard], key: Callable[[Heard], tuple[str, ...]]
) -> dict[tuple[str, ...], Peers]:
    groups: dict[tuple[str, ...], list[Heard]] = {}
    for heard_item in heard:
        groups.setdefault(key(heard_item), []).append(heard_item)
    return {name: _peers_of(items) for name, items in groups.items()}


def _peers_of(items: list[Heard]) -> Peers:
    """What items have in common; asked for only where some are no papers by themselves."""
    papers = sum(heard.verdict == "paper" for heard in items)
    if all(heard.verdict != "no" for heard in items):
        return Peers(papers, len(items))
    all_traits = (
        traits(heard.scene, heard.fields, dated=_dated(heard))
        for heard in items
        if not linked(heard.scene, heard.links)
    )
    known_traits = [its_traits for its_traits in all_traits if its_traits is not None]
    met = all(map(_met, items))
    return Peers(
        papers,
        len(items),
        kindred(known_traits),
        dated=_dated(items[0]),
        listed=met and listed(known_traits),
    )


def _verdict(heard: Heard, alike: Peers, beside: Peers) -> Sort:
    if heard.verdict != "no":
        return heard.verdict
    return "paper" if among(heard.scene, heard.fields, heard.links, alike, beside) else "no"


def _dated(heard: Heard) -> bool:
    """Whether an item stands under a year."""
    return any(heading.year is not None for heading in heard.unit.headings)


def _met(heard: Heard) -> bool:
    """Whether an item stands under the name and year of a meeting: "ICRA2020-paper-list"."""
    dated = (heading.title for heading in heard.unit.headings if heading.year is not None)
    return any(is_meeting(word) for title in dated for word in _WORD.findall(title))


_WORD = re.compile(r"[^\W\d_]+")
