"""Matches into records, one after the other, so that a paper listed twice gets one record."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from pipeline.match.situation import Situation
from pipeline.papers.library import Library, Shelf
from pipeline.papers.reconcile import described, reconcile
from pipeline.values.entry import Entry, Reading
from pipeline.values.record import Appearance, Paper, Version
from pipeline.values.text import Value
from pipeline.values.work import Stage

T = TypeVar("T")


class Assigned(Value):
    """Records after the run, and which entry has which."""

    library: Library
    papers: tuple[Paper | None, ...]
    """One for each entry, in order; None where nothing is known."""


def assign(library: Library, situations: Sequence[Situation], lists: set[str]) -> Assigned:
    """The library after hearing all evidence about the entries of these lists.

    A record is found again by identifier, gets an id once, keeps what is pinned, and changes only
    if a value does: the second run changes no byte. A work without any identifier, and one that is
    weakly matched or not heard by all, is shown but not kept; no other work gets its id.
    """
    shelf = Shelf(Library(papers=tuple(_taken_out(paper, lists) for paper in library.papers)))
    shown = Shelf(Library())
    papers: list[Paper | None] = []
    for situation in situations:
        paper = _paper(shelf, shown, situation)
        papers.append(paper)
        sure = situation.match.sure and not situation.match.unheard
        if paper:
            (shelf if paper.work.identifiers and sure else shown).put(paper)
    return Assigned(library=shelf.library(), papers=tuple(papers))


def wholly_heard(readings: Sequence[Reading], situations: Sequence[Situation]) -> set[str]:
    """The lists whose every entry is here, and every service that was asked about it answered."""
    here = Counter(situation.entry.path for situation in situations)
    owing = {s.entry.path for s in situations if s.match.unavailable}
    lists = ((reading.document.path, len(reading.entries)) for reading in readings)
    return {path for path, entries in lists if here[path] == entries} - owing


def _paper(shelf: Shelf, shown: Shelf, situation: Situation) -> Paper | None:
    entry, match = situation.entry, situation.match
    if not match.evidence:
        return None
    stage = described(match.evidence, (m.identifier for m in entry.mentions))
    work, provenance, versions = reconcile(match.evidence, stage)
    everything = [i for c in match.evidence for i in c.work.identifiers]
    prior = shelf.named(everything) or shelf.about(work)
    known = prior or shown.named(everything) or shown.about(work)
    fresh = Paper(
        id=known.id if known else shelf.fresh_id(work, shown),
        work=work, versions=versions, provenance=provenance,
        appears=_appears(prior, entry),
    )  # fmt: skip
    return kept(prior, fresh) if prior else fresh


def _taken_out(paper: Paper, lists: set[str]) -> Paper:
    """The record before it is said anew where it stands in these lists."""
    elsewhere = tuple(place for place in paper.appears if place.list not in lists)
    return paper if elsewhere == paper.appears else paper.but(appears=elsewhere)


def _appears(prior: Paper | None, entry: Entry) -> tuple[Appearance, ...]:
    here = Appearance(list=entry.path, section=entry.section)
    before = prior.appears if prior else ()
    return before if here in before else (*before, here)


def kept(prior: Paper, fresh: Paper) -> Paper:
    """The record after hearing the evidence.

    Pinned fields stay. So does what a service said that was not heard this time (a list that was
    mended gives less cause to ask), and the provenance of whatever keeps its value. The version
    described stays too: another list that links the preprint does not turn the record of the
    published paper into one of the preprint.
    """
    versions = merged_versions(prior.versions, fresh.versions)
    if prior.work.stage is Stage.RECORD and fresh.work.stage is Stage.PREPRINT:
        return prior.but(appears=fresh.appears, versions=versions)
    if prior.work.stage is not fresh.work.stage:
        return fresh.but(versions=versions, pinned=prior.pinned)
    heard = {provenance.source for provenance in fresh.provenance.values()}
    stays = {
        field for field, provenance in prior.provenance.items()
        if field in prior.pinned or provenance.source not in heard
    } | set(prior.pinned)  # fmt: skip
    fields = {field: getattr(prior.work, field) for field in stays}
    fields |= {
        field: _union(getattr(prior.work, field), getattr(fresh.work, field))
        for field in GATHERED if field not in prior.pinned
    }  # fmt: skip
    work = fresh.work.but(**fields)
    provenance = {
        field: prior.provenance[field]
        if field in prior.provenance and getattr(prior.work, field) == getattr(work, field)
        else fresh.provenance[field]
        for field in {**prior.provenance, **fresh.provenance}
        if field in fresh.provenance or field in stays
    }
    return fresh.but(work=work, provenance=provenance, pinned=prior.pinned, versions=versions)


GATHERED = (
    "identifiers", "other_titles", "container_titles", "issn", "dates", "preprint_of", "preprints",
    "notices",
)  # fmt: skip
"""Fields of a work that hold all that was ever said."""


def _union(before: tuple[T, ...], now: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*before, *now)))


def merged_versions(before: tuple[Version, ...], now: tuple[Version, ...]) -> tuple[Version, ...]:
    """The versions told of now, each with what was known before, and those nobody mentioned."""
    merged = [_version(before, version) for version in now]
    known = {i for version in merged for i in version.identifiers}
    lost = [v for v in before if not known & set(v.identifiers)]
    return tuple(sorted((*merged, *lost), key=lambda v: v.stage is Stage.PREPRINT))


def _version(before: tuple[Version, ...], now: Version) -> Version:
    same = [v for v in before if set(v.identifiers) & set(now.identifiers)]
    if not same:
        return now
    old = same[0]
    return now.but(
        identifiers=_union(old.identifiers, now.identifiers),
        years=tuple(sorted({*old.years, *now.years})),
        title=old.title, authors=old.authors or now.authors,
        container_title=old.container_title or now.container_title,
    )  # fmt: skip
