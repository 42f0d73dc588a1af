"""Records that two have written at once: what each of them knows stands in the end.

Field by field: what only one has changed is that one's. Where both have, a field that gathers holds
what both say, and of any other the one that stands on disk stays.
"""

from collections.abc import Sequence

from pipeline.papers.assign import GATHERED, merged_versions
from pipeline.papers.library import Library, Shelf, identifiers_of
from pipeline.values.record import Paper
from pipeline.values.text import Value
from pipeline.values.work import Work


def together(before: Library, ours: Library, theirs: Library) -> Library:
    """The records as they should stand: ``theirs`` are on disk now, ``before`` were when read.

    A new record of a work that has got one meanwhile becomes part of that; one whose id is taken by
    another work gets an id of its own; one that was deleted meanwhile stays deleted.
    """
    old = {paper.id: paper for paper in before.papers}
    taken, shelf = Shelf(ours), Shelf(theirs)
    for paper in ours.papers:
        base = old.get(paper.id)
        if paper == base:
            continue
        there = shelf.get(paper.id) if base else _there(shelf, paper)
        if there is not None:
            shelf.put(joined(base, paper, there))
        elif base is None:
            free = not shelf.holds(paper.id)
            shelf.put(paper if free else paper.but(id=shelf.fresh_id(paper.work, taken)))
    return shelf.library()


def _there(shelf: Shelf, paper: Paper) -> Paper | None:
    """The record on disk of the same work."""
    return shelf.named(identifiers_of(paper)) or shelf.about(paper.work)


def joined(base: Paper | None, ours: Paper, theirs: Paper) -> Paper:
    """One record of two that came from ``base``; the id is that on disk, as is what is pinned."""
    was = base.work if base else None
    fields = {
        name: getattr(theirs.work, name)
        if name in theirs.pinned
        else _field(name, was, ours.work, theirs.work)
        for name in Work.model_fields
    }
    provenance = {
        name: origin
        for name in {**ours.provenance, **theirs.provenance}
        if (origin := _said(name, fields.get(name), ours, theirs))
    }
    return theirs.but(
        work=Work(**fields),
        provenance=provenance,
        versions=merged_versions(theirs.versions, ours.versions),
        appears=_field("appears", base, ours, theirs),
        pinned=_field("pinned", base, ours, theirs),
    )


def _said(name: str, value: object, ours: Paper, theirs: Paper):  # type: ignore[no-untyped-def]  # noqa: ANN202  a provenance or none
    """Who says what stands in a field: as on disk where the value is that of the disk."""
    first, second = theirs, ours
    if value != getattr(theirs.work, name, None):
        first, second = ours, theirs
    return first.provenance.get(name) or second.provenance.get(name)


def _field(name: str, base: Value | None, ours: Value, theirs: Value):  # type: ignore[no-untyped-def]  # noqa: ANN202  whatever the field holds
    mine, other = getattr(ours, name), getattr(theirs, name)
    was = getattr(base, name) if base else ()
    if base is not None and was in (mine, other):
        return other if mine == was else mine
    if name in (*GATHERED, "appears", "pinned"):
        return _gathered(was, mine, other)
    return other


def _gathered(
    was: Sequence[object], mine: Sequence[object], other: Sequence[object]
) -> tuple[object, ...]:
    """What both have, without what one of them has taken out."""
    kept = (each for each in other if each in mine or each not in was)
    return tuple(dict.fromkeys((*kept, *(each for each in mine if each not in was))))
