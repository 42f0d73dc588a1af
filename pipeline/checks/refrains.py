"""What the records say in the same words of many entries that say many things: nobody's fault.

A service that tells one day, one author or one title for whatever it is asked contradicts a whole
list at once. A list that is wrong so often would not have to become the same everywhere.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.checks.case import Said

FEWEST = 5
"""Different things that stand in the list and would all become one."""
SHARE = 0.2
"""Least share of the entries: in a long list five wrong years may well be one year."""
OF_PEOPLE = 0.5
"""The same for by-lines: a group's list of its own works may have the same people in many."""
FIELDS = frozenset({"title", "authors", "year"})
"""Fields in which entries differ as a rule; a venue is that of many."""


def without_refrains(
    said: Sequence[tuple[Said, ...]], entries: Counter[str]
) -> list[tuple[Said, ...]]:
    """What is said of each entry, without what would make one and the same of many.

    ``entries`` is how many there are in each list, by path.
    """
    written: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in (one for each in said for one in each):
        if mark := _mark(one):
            written[mark].add(one.remark.current.casefold())
    times = Counter(mark for each in said for one in each if (mark := _mark(one)))
    refrains = {
        mark for mark, currents in written.items()
        if len(currents) >= FEWEST and times[mark] >= _share(mark[1]) * entries[mark[0]]
    }  # fmt: skip
    return [tuple(one for one in each if _mark(one) not in refrains) for each in said]


def _share(field: str) -> float:
    return OF_PEOPLE if field == "authors" else SHARE


def _mark(one: Said) -> tuple[str, str, str] | None:
    """List, field and what would stand there."""
    change = one.remark.change
    if change is None or change.field not in FIELDS:
        return None
    return one.entry.path, change.field, f"{change.text}{change.people}"
