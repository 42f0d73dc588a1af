"""Every report of the sample audit, byte for byte.

``UPDATE_GOLDEN=1 pytest tests/reports`` rewrites the files; their diff is then reviewed.
"""

import os
from pathlib import Path

import pytest

from pipeline.reports import report
from tests.reports import audits

GOLDEN = Path(__file__).parent / "golden"

FILES = {
    "text": "report.txt", "markdown": "report.md", "json": "report.json", "github": "report.github",
    "sarif": "report.sarif", "csv": "report.csv",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_report_is_what_it_was(name: str) -> None:
    path = GOLDEN / FILES[name]
    rendered = report(name).render(audits.sample()).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(rendered)
    assert rendered == path.read_bytes()


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FILES.values())
