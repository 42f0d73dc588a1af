"""Findings with what the model knows of them, out of runs over lists."""

from collections.abc import Iterator, Mapping, Sequence
from unittest.mock import patch

from pipeline import checks
from pipeline.checks.case import Case, Observation
from pipeline.checks.chance import features
from pipeline.checks.siblings import Siblings
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.audit import Audited
from pipeline.values.entry import Reading
from pipeline.values.finding import Finding
from pipeline.values.settings import Settings

Observed = tuple[Audited, Finding, Mapping[str, float]]


def observed(reading: Reading, outside: Outside) -> Iterator[Observed]:
    """Every finding of the list, habits too, with its features; no finding is weighed."""
    seen: dict[tuple[str, str, str], Mapping[str, float]] = {}

    def noted(case: Case, said: Sequence[Observation], beside: Siblings) -> tuple[Observation, ...]:
        for one in said:
            seen[one.entry.id, one.code, one.remark.current] = features(case, one, said, beside)
        return tuple(said)

    with patch.object(checks, "weighed", noted):
        outcome = audit([reading], Library(), outside, Settings())
    for each in outcome.audited:
        for finding in (*each.findings, *each.habitual):
            found = seen.get((each.entry.id, finding.code, finding.current))
            if found is not None:
                yield each, finding, found
