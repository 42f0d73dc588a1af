"""Whatever fails, a report says of each service what is so.

``python -m tests.benchmarks.plans`` tries hundreds of plans.
"""

from pathlib import Path

import pytest

from tests.hostile.lied import Bench
from tests.hostile.planned import Seen, untrue, untruths
from tests.server.fixture import services
from tests.server.server import Services

__all__ = ["services"]

PLANS = 6
ENTRIES = 15


@pytest.fixture
def bench(services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    made = Bench(services, ENTRIES, tmp_path)
    monkeypatch.chdir(tmp_path)
    for variable, value in made.environment.items():
        monkeypatch.setenv(variable, value)
    return made


def test_no_report_names_a_service_that_answered_nor_quotes_one_that_did_not(bench: Bench) -> None:
    assert [one for seed in range(PLANS) for one in untruths(bench, seed)] == []


def test_what_is_not_so_is_told() -> None:
    said = {
        "status": "not-verified", "id": "list.md#L3",
        "reasons": ["crossref could not be asked: HTTP 503"],
        "findings": [{"message": "No work: no work bears this title.",
                      "evidence": [{"source": "arxiv"}]}],
    }  # fmt: skip
    report = {
        "complete": True, "services": {"pubmed": {"failed": 2}}, "lists": [{"entries": [said]}],
    }  # fmt: skip
    found = list(untrue(report, Seen(answered={"crossref"}, failed=set())))
    assert len(found) == 4


def test_an_identifier_is_dead_only_if_somebody_told_so() -> None:
    """Who is asked for it answered, whatever happened to a search for the title later."""
    said = {
        "status": "not-verified", "id": "list.md#L3", "identifiers": ["arxiv:2101.98765"],
        "reasons": ["arxiv could not be asked: HTTP 503"],
        "findings": [{"message": "The identifier in the link is registered nowhere.",
                      "evidence": []}],
    }  # fmt: skip
    report = {
        "complete": False, "services": {"arxiv": {"failed": 2}}, "lists": [{"entries": [said]}],
    }  # fmt: skip
    silent = Seen(failed={"arxiv"})
    assert [one for one in untrue(report, silent) if "nobody told" in one]
    silent.questions.add("/api/query 1005.0017,2101.98765 7")
    assert list(untrue(report, silent)) == []
