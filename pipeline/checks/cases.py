"""What is known about each entry of some lists, and what the checks say of it."""

from collections.abc import Sequence

from pipeline.checks import Observation, check
from pipeline.checks.case import Case
from pipeline.checks.habits import as_known, habits_of
from pipeline.match.situation import Situation
from pipeline.values.entry import Reading
from pipeline.values.record import Paper
from pipeline.values.settings import Settings

Checked = tuple[Case, tuple[Observation, ...]]


def checked(
    readings: Sequence[Reading], situations: Sequence[Situation], papers: Sequence[Paper | None],
    settings: Settings,
) -> list[Checked]:  # fmt: skip
    """Each entry's case, in order, and all that is said of it among the others."""
    habits = {reading.document.path: habits_of(reading) for reading in readings}
    cases = as_known([
        Case(
            situation=situation, paper=paper, settings=settings,
            habits=habits[situation.entry.path],
        )
        for situation, paper in zip(situations, papers, strict=True)
    ])  # fmt: skip
    return list(zip(cases, check(cases), strict=True))
