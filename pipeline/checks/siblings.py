"""How the other entries of a list agree with their records: how well a field is read there.

Real lists are mostly sound. Where what we read as the by-lines of a list contradicts one work after
the other, or an entry alone has a field that none of its neighbours gives, the fault is ours.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.case import Case
from pipeline.match.entry_against_work import Assessment
from pipeline.values.text import Value

FIELDS = ("title", "authors", "venue", "year")

RARE = 0.2
"""Share of its siblings that give a field below which an entry that gives it is odd."""

FEWEST = 5
"""Siblings that make anything odd."""

_ANOTHER = frozenset(("related", "differs"))
_OTHERS = frozenset(("incomplete", "extra", "mixed", "differs"))


class Standing(Value):
    """A field over the entries of a list."""

    entries: int = 0
    given: int = 0
    agree: int = 0
    """Entries whose field is the one of the work that their identifiers or titles name."""
    differ: int = 0


Siblings = Mapping[tuple[str, str], Standing]
"""By list and field."""


def siblings(cases: Sequence[Case]) -> Siblings:
    """How each field stands in each list."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for case in cases:
        for field in FIELDS:
            counts.setdefault((case.entry.path, field), Counter()).update(_counted(case, field))
    return {mark: Standing(**count) for mark, count in counts.items()}


def about(case: Case, field: str, all_of: Siblings) -> dict[str, float]:
    """What the siblings of an entry say of how a field of it is read; shares from 0 to 1.

    Of a link the title says it: whether it opens the work is seen by that.
    """
    field = field if field in FIELDS else "title"
    others = _others(case, field, all_of)
    given = getattr(case.entry, field) is not None
    rare = given and others.entries >= FEWEST and others.given < RARE * others.entries
    ill = max(0.0, 1 - trust(case, field, all_of) / AT_FIRST)
    return {"read-ill": int(STEPS * ill) / STEPS, "rare": float(rare)}


STEPS = 4
"""In how many steps a list is read ill: one entry more or less changes nothing of the others."""


def trust(case: Case, field: str, all_of: Siblings) -> float:
    """How surely a field is read in this list, by the others' records; ``AT_FIRST`` untold."""
    others = _others(case, field, all_of)
    judged = others.agree + others.differ
    return (others.agree + PRIOR * AT_FIRST) / (judged + PRIOR)


AT_FIRST = 0.9
"""Share of sound readings in a list nobody knows."""

PRIOR = 10
"""Entries that this share counts for."""


def _others(case: Case, field: str, all_of: Siblings) -> Standing:
    """How the field stands in the list without this entry."""
    own = Counter(_counted(case, field))
    whole = all_of.get((case.entry.path, field), Standing(**own))
    left = {name: getattr(whole, name) - own[name] for name in Standing.model_fields}
    return Standing(**left)


def _counted(case: Case, field: str) -> Iterator[str]:
    yield "entries"
    if getattr(case.entry, field) is None:
        return
    yield "given"
    agrees = _agrees(case, field)
    if agrees is not None:
        yield "agree" if agrees else "differ"


def _agrees(case: Case, field: str) -> bool | None:
    """Whether the field is the one of the entry's work; None if nobody tells."""
    sure = case.sure
    if sure is None:
        opened = field == "title" and bool(case.situation.possible.opened)
        return False if opened else None
    if field == "title":
        return not sure.misread and (sure.read is None or sure.read.kind not in _ANOTHER)
    return _told(sure, field)


def _told(sure: Assessment, field: str) -> bool | None:
    if field == "authors":
        known = sure.byline is not None and sure.byline.kind != "unknown"
        return sure.byline.kind not in _OTHERS if known and sure.byline else None
    if field == "venue":
        known = sure.venue is not None and sure.venue.kind != "unknown"
        return (
            sure.venue_fits or (sure.venue is not None and sure.venue.kind == "preprint")
            if known
            else None
        )
    return None if sure.year is None else sure.year <= 1
