"""Runs that are killed, and runs at once: nothing is torn, nothing lost, no service overrun."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.benchmarks.kills import listed, measured
from tests.server.server import Call, running
from tests.server.works import Made, numbered

PROCESSES = 4
SCALE = 5.0
LEAST_PAUSE_S = {"arxiv": 3.0, "pubmed": 1 / 3}
"""Between the starts of two requests from one address, in the services' own time."""
MOST_AT_ONCE = {"arxiv": 1, "crossref": 3, "pubmed": 3}
SLACK_S = 0.03
"""What a busy machine may add or take between a departure and its arrival."""


class Together(NamedTuple):
    """What four processes were told, and what was asked of the services meanwhile."""

    reports: tuple[str, ...]
    calls: tuple[Call, ...]


def test_a_kill_at_any_instant_leaves_list_and_records_whole() -> None:
    fell, wrong = measured(kills=8, entries=40)
    assert sum(fell.values()) == 8
    assert wrong == []


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Together]:
    """Four processes at once on one cache, each with the same list of 150 entries."""
    folder = tmp_path_factory.mktemp("together")
    works = numbered(150)
    (folder / "list.md").write_text(_mixed(works), encoding="utf-8")
    plain = {k: v for k, v in os.environ.items() if not k.startswith("ERRATA_")}
    with running() as services:
        services.works[:] = works
        places = services.environment | {"ERRATA_TIME_SCALE": str(SCALE)}
        runs = [
            subprocess.Popen(
                [sys.executable, "-m", "pipeline", "check", "list.md", "--format", "json",
                 "--mailto", "curator@example.org"],
                cwd=folder, env=plain | places | {"PYTHONPATH": str(Path.cwd())},
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )
            for _ in range(PROCESSES)
        ]  # fmt: skip
        reports = tuple(run.communicate(timeout=120)[0] for run in runs)
        yield Together(reports, tuple(services.log))


def _mixed(works: Sequence[Made]) -> str:
    """A third by DOI, a third by arXiv id, a third by PMID."""
    lines = [listed(list(works[:50]))]
    lines += [_line(work, f"https://arxiv.org/abs/{work.arxiv}") for work in works[50:100]]
    lines += [_line(work, f"https://pubmed.ncbi.nlm.nih.gov/{work.pmid}/") for work in works[100:]]
    return "".join(lines)


def _line(work: Made, url: str) -> str:
    names = ", ".join(" ".join(name) for name in work.authors)
    return f"- **{work.title}.** {names}. *{work.container}*, {work.year}. [[Link]]({url})\n"


def test_processes_at_once_conclude_the_same(together: Together) -> None:
    told = [json.loads(report) for report in together.reports]
    assert [len(one["lists"][0]["entries"]) for one in told] == [150] * PROCESSES
    assert all(one["complete"] for one in told)
    assert all(one["lists"] == told[0]["lists"] for one in told)


@pytest.mark.parametrize("service", LEAST_PAUSE_S)
def test_processes_at_once_keep_the_pace_of_one(together: Together, service: str) -> None:
    calls = sorted(
        (call for call in together.calls if call.service == service), key=lambda call: call.started
    )
    assert calls
    pauses = [after.started - before.started for before, after in pairwise(calls)]
    least = LEAST_PAUSE_S[service] / SCALE - SLACK_S
    assert [pause for pause in pauses if pause < least] == []


@pytest.mark.parametrize("service", MOST_AT_ONCE)
def test_processes_at_once_are_no_more_at_once_than_one(together: Together, service: str) -> None:
    calls = [call for call in together.calls if call.service == service]
    assert max(call.in_flight for call in calls) <= MOST_AT_ONCE[service]
