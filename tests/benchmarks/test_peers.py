"""What the comparison with other tools counts, and what it leaves out."""

import json
from pathlib import Path

from tests.benchmarks.peers import Count, counted, dois, entries

BIB = """@comment{no entry}
@article{a,
  title = {One},
  doi = {10.1093/bib/1},
}
@misc{b, title = {Two}}
"""


def test_entries_and_dois_are_read() -> None:
    assert entries(BIB) == 2
    assert dois(BIB) == ["10.1093/bib/1"]


def test_only_services_with_known_limits_are_judged(tmp_path: Path) -> None:
    calls = [
        {"service": "crossref", "status": 200, "violations": ["no-contact"]},
        {"service": "arxiv", "status": 429, "violations": ["rate", "concurrency"]},
        {"service": "s2", "status": 429, "violations": ["rate"]},
    ]
    log = tmp_path / "log"
    log.write_text("".join(json.dumps(call) + "\n" for call in calls))
    assert counted(log) == Count(requests=3, shared=2, refused=1, violations=1)


def test_without_a_log_nothing_is_counted(tmp_path: Path) -> None:
    assert counted(tmp_path / "none") is None
