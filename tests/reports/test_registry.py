import subprocess
import sys
from pathlib import Path

import pytest

import pipeline.reports
from pipeline.reports import ENDINGS, REPORTS, named_by, report
from tests.reports import audits


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_renders(name: str) -> None:
    assert report(name).render(audits.sample())


def test_every_module_that_renders_stands_in_the_table() -> None:
    folder = Path(pipeline.reports.__file__).parent
    rendering = {path.stem for path in folder.glob("*.py") if "\ndef render(" in path.read_text()}
    assert rendering == set(REPORTS)
    assert set(ENDINGS.values()) <= set(REPORTS)


def test_only_the_report_that_is_used_is_imported() -> None:
    code = (
        "import sys, pipeline.reports as r; r.report('csv');"
        "print(sorted(m for m in r.REPORTS.values() if m in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['pipeline.reports.csv']"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("out/report.md", "markdown", id="markdown"),
        pytest.param("REPORT.HTML", "html", id="capitals"),
        pytest.param("a.b/report.sarif", "sarif", id="a dot in the folder"),
        pytest.param("results.tar.json", "json", id="two dots"),
        pytest.param("report", None, id="no ending"),
        pytest.param("a.md/report", None, id="an ending of the folder only"),
        pytest.param("report.pdf", None, id="an ending that nobody renders"),
    ],
)
def test_the_ending_of_a_file_names_its_report(path: str, name: str | None) -> None:
    assert named_by(path) == name
