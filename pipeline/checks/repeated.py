"""What a list does again and again is its habit, not its fault.

Preprints cited as such, entries under two headings, no venues: whoever keeps the list chose so, and
hears of it once.
"""

from collections import defaultdict
from collections.abc import Sequence

from pipeline.checks.case import Case, Observation
from pipeline.values.audit import Habit
from pipeline.values.codes import HABITUAL
from pipeline.values.text import Value

FEWEST = 5
"""Entries that make a habit."""

SHARE = 0.1
"""Least share of the entries concerned."""

PURPOSE = frozenset({"two-lists"})
"""Kinds of which the fewest are enough: five works in two files are there for both readers."""


class Parted(Value):
    """What is said of each entry, and what is said of the list instead."""

    habits: tuple[Habit, ...]
    """By list, code and kind, in the order of their first entry."""
    kept: tuple[tuple[Observation, ...], ...]
    habitual: tuple[tuple[Observation, ...], ...]
    """What each entry contributes to the habits; both are in the order of the cases."""


def parted(cases: Sequence[Case], observations: Sequence[Sequence[Observation]]) -> Parted:
    """The habits of the lists taken out of what is said of their entries."""
    groups: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for case, sayings in zip(cases, observations, strict=True):
        for observation in sayings:
            if observation.code in HABITUAL and observation.remark.kind is not None:
                groups[case.entry.path, observation.code, observation.remark.kind].append(
                    observation
                )
    habits = {
        mark: _habit(mark, ones, concerned)
        for mark, ones in groups.items()
        if _habitual(mark, len(ones), concerned := _concerned(cases, mark))
    }
    split = [
        _split(case, sayings, habits) for case, sayings in zip(cases, observations, strict=True)
    ]
    return Parted(
        habits=tuple(habits.values()),
        kept=tuple(kept for kept, _ in split),
        habitual=tuple(habitual for _, habitual in split),
    )


def _habitual(mark: tuple[str, str, str], number: int, concerned: int) -> bool:
    return number >= FEWEST and (mark[2] in PURPOSE or number >= SHARE * concerned)


def _concerned(cases: Sequence[Case], mark: tuple[str, str, str]) -> int:
    """Entries of the list of which the code could be said: those whose work is known."""
    return sum(case.entry.path == mark[0] and case.sure is not None for case in cases)


def _habit(mark: tuple[str, str, str], ones: Sequence[Observation], concerned: int) -> Habit:
    path, code, kind = mark
    return Habit(
        path=path, code=code, kind=kind, number=len(ones), of=max(concerned, len(ones)),
        example=ones[0].entry.id, message=ones[0].remark.message,
    )  # fmt: skip


def _split(
    case: Case, sayings: Sequence[Observation], habits: dict[tuple[str, str, str], Habit]
) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    def is_habit(observation: Observation) -> bool:
        return (case.entry.path, observation.code, observation.remark.kind or "") in habits

    marked = [
        (observation, observation.remark.kind is not None and is_habit(observation))
        for observation in sayings
    ]
    return (
        tuple(observation for observation, habit in marked if not habit),
        tuple(observation for observation, habit in marked if habit),
    )
