"""The distribution: a name that is free, everything that runs, the version from one place."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from pipeline.values.version import version

ROOT = Path(__file__).parent.parent

BUILD = """\
import sys
from hatchling.build import build_sdist, build_wheel
print(build_wheel(sys.argv[1]), build_sdist(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Wheel and source distribution, built without network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-c", BUILD, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    wheel, source = done.stdout.split()
    return folder / wheel, folder / source


def test_the_wheel_holds_every_file_of_the_program(made: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(made[0]) as wheel:
        inside = set(wheel.namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "pipeline"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert len(tracked) > 100
    assert set(tracked) <= inside
    assert {name.split("/")[0] for name in inside} == {
        "pipeline", f"errata_lists-{version()}.dist-info",
    }  # fmt: skip


def test_the_source_distribution_has_the_answers_that_ship(made: tuple[Path, Path]) -> None:
    with tarfile.open(made[1]) as source:
        inside = {name.partition("/")[2] for name in source.getnames()}
    assert {"pyproject.toml", "README.md", "examples/list-as-given.md"} <= inside
    assert any(name.startswith("cache/snapshot/") for name in inside)
    assert not any(name.startswith(("cache/answers", ".venv")) for name in inside)


def test_the_program_runs_from_the_wheel_alone(made: tuple[Path, Path], tmp_path: Path) -> None:
    """Unpacked elsewhere; of this repository nothing is in reach but what Errata stands on."""
    with zipfile.ZipFile(made[0]) as wheel:
        wheel.extractall(tmp_path / "site")  # noqa: S202  we made it a moment ago
    (tmp_path / "work").mkdir()
    entry = "- [Tides and moss on three coasts](https://doi.org/10.99999/jes.1). A Name. 2021\n"
    (tmp_path / "work/list.md").write_text("# Papers\n\n" + entry, encoding="utf-8")

    def errata(*arguments: str) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
        command = [sys.executable, "-m", "pipeline", *arguments]
        work = tmp_path / "work"
        return subprocess.run(
            command, cwd=work, env=environment, capture_output=True, text=True, check=False
        )

    where = [sys.executable, "-c", "import pipeline; print(pipeline.__file__)"]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    found = subprocess.run(where, env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.startswith(str(tmp_path / "site"))
    assert errata("--version").stdout == f"errata {version()}\n"
    assert "1 entry read" in errata("read", "list.md").stdout
    done = errata("check", "list.md", "--offline", "--report", "report.html")
    assert done.returncode == 3
    assert "<title>Errata" in (tmp_path / "work/report.html").read_text(encoding="utf-8")
    assert errata("explain", "authors-swapped").returncode == 0
