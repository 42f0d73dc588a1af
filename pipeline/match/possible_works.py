"""An entry before the works that it may mean, compared with each."""

from collections.abc import Sequence

from pipeline.match.entry_against_work import Assessment, assess
from pipeline.match.same_work import Family, families, heard, holding, opened
from pipeline.values.entry import Entry
from pipeline.values.question import Inquiry
from pipeline.values.text import Value
from pipeline.values.work import Candidate

FAKE_PREFIXES = ("10.65215",)
"""DOI prefixes under which copies of famous papers are posted: eight records named "Attention Is
All You Need" rank above the genuine work (Crossref, 2025)."""


class PossibleWorks(Value):
    """An entry before the works it may mean: what both the plan and the match look at."""

    entry: Entry
    opened: tuple[Assessment, ...] = ()
    """Works that the entry's own identifiers name."""
    others: tuple[Assessment, ...] = ()
    """Works that a search brought."""


def possible_works(inquiry: Inquiry, before: Sequence[Assessment] = ()) -> PossibleWorks:
    """The entry compared with every work it was told of.

    ``before`` are comparisons made when less was known: of works about which nothing new was told.
    """
    made = {tuple(map(id, a.family)): a for a in before}

    def compared(group: Family) -> Assessment:
        known = made.get(tuple(map(id, group)))
        return known or assess(inquiry.entry, group, inquiry.raw)

    everything = tuple(c for c in heard(inquiry) if _possible(inquiry.entry, c))
    named = tuple(c for c in opened(inquiry) if c in everything)
    groups = families(everything)
    own = holding(groups, named)
    return PossibleWorks(
        entry=inquiry.entry,
        opened=tuple(map(compared, own)),
        others=tuple(compared(group) for group in groups if group not in own),
    )


def _possible(entry: Entry, candidate: Candidate) -> bool:
    work = candidate.work
    if any(i.scheme == "doi" and i.value.startswith(FAKE_PREFIXES) for i in work.identifiers):
        return any(m.identifier in work.identifiers for m in entry.mentions)
    return bool(work.title)
