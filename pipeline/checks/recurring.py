"""What the records say in the same words of many entries that say many things: nobody's fault.

A service that tells one day, one author or one title for whatever it is asked contradicts a whole
list at once. A list that is wrong so often would not have to become the same everywhere.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.checks.case import Observation

FEWEST = 5
"""Different things that stand in the list and would all become one."""
SHARE = 0.2
"""Least share of the entries: in a long list five wrong years may well be one year."""
OF_PEOPLE = 0.5
"""The same for by-lines: a group's list of its own works may have the same people in many."""
FIELDS = frozenset({"title", "authors", "year"})
"""Fields in which entries differ as a rule; a venue is that of many."""


def without_refrains(
    observations: Sequence[tuple[Observation, ...]], entries: Counter[str]
) -> list[tuple[Observation, ...]]:
    """What is said of each entry, without what would make one and the same of many.

    ``entries`` is how many there are in each list, by path.
    """
    written: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for observation in (observation for each in observations for observation in each):
        if mark := _mark(observation):
            written[mark].add(observation.remark.current.casefold())
    times = Counter(
        mark for each in observations for observation in each if (mark := _mark(observation))
    )
    refrains = {
        mark for mark, currents in written.items()
        if len(currents) >= FEWEST and times[mark] >= _share(mark[1]) * entries[mark[0]]
    }  # fmt: skip
    return [
        tuple(observation for observation in each if _mark(observation) not in refrains)
        for each in observations
    ]


def _share(field: str) -> float:
    return OF_PEOPLE if field == "authors" else SHARE


def _mark(observation: Observation) -> tuple[str, str, str] | None:
    """List, field and what would stand there."""
    change = observation.remark.change
    if change is None or change.field not in FIELDS:
        return None
    return observation.entry.path, change.field, f"{change.text}{change.people}"
