"""What a list does again and again is its habit, not its fault.

Preprints cited as such, entries under two headings, no venues: whoever keeps the list chose so, and
hears of it once.
"""

from collections import defaultdict
from collections.abc import Sequence

from pipeline.checks.case import Case, Said
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
    kept: tuple[tuple[Said, ...], ...]
    habitual: tuple[tuple[Said, ...], ...]
    """What each entry contributes to the habits; both are in the order of the cases."""


def parted(cases: Sequence[Case], said: Sequence[Sequence[Said]]) -> Parted:
    """The habits of the lists taken out of what is said of their entries."""
    groups: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for case, sayings in zip(cases, said, strict=True):
        for one in sayings:
            if one.code in HABITUAL and one.remark.kind is not None:
                groups[case.entry.path, one.code, one.remark.kind].append(one)
    habits = {
        mark: _habit(mark, ones, concerned)
        for mark, ones in groups.items()
        if _habitual(mark, len(ones), concerned := _concerned(cases, mark))
    }
    split = [_split(case, sayings, habits) for case, sayings in zip(cases, said, strict=True)]
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


def _habit(mark: tuple[str, str, str], ones: Sequence[Said], concerned: int) -> Habit:
    path, code, kind = mark
    return Habit(
        path=path, code=code, kind=kind, number=len(ones), of=max(concerned, len(ones)),
        example=ones[0].entry.id, message=ones[0].remark.message,
    )  # fmt: skip


def _split(
    case: Case, sayings: Sequence[Said], habits: dict[tuple[str, str, str], Habit]
) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    def is_habit(one: Said) -> bool:
        return (case.entry.path, one.code, one.remark.kind or "") in habits

    marked = [(one, one.remark.kind is not None and is_habit(one)) for one in sayings]
    return (
        tuple(one for one, habit in marked if not habit),
        tuple(one for one, habit in marked if habit),
    )
