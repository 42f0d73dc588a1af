"""The standard streams as they may be found: of few characters, full, cut off, closed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.server import Services

LIST = """# Моховые papers

## 2021

- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hassek. \
**Journal of Estuarine Sensing**. [[Link “здесь”]](https://doi.org/10.9999/jes.2021.017) – «ясно»
"""
FULL = Path("/dev/full")
Shell = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def shell(tmp_path: Path, services: Services) -> Shell:
    """Runs a line of shell in a folder with a list; `errata` in it is the command."""
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    plain = {k: v for k, v in os.environ.items() if not k.startswith("ERRATA_")}

    def run(line: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        script = f'errata() {{ "{sys.executable}" -m pipeline "$@"; }}\n{line}'
        return subprocess.run(
            ["bash", "-c", script], cwd=tmp_path, env=plain | services.environment | more,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
        )  # fmt: skip

    return run


def written(folder: Path) -> bool:
    return "Jun Hasek." in (folder / "list.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("coding", ["ascii", "latin-1", "cp1252", "cp437"])
def test_what_a_terminal_cannot_show_is_replaced(shell: Shell, coding: str, tmp_path: Path) -> None:
    done = shell("errata fix list.md", PYTHONIOENCODING=coding)
    assert (done.returncode, written(tmp_path)) == (0, True), done.stderr
    assert "Jun Hassek" in done.stdout.decode(coding)
    assert b"bug" not in done.stderr


@pytest.mark.parametrize("form", ["json", "markdown", "html", "sarif", "csv", "github"])
def test_what_programs_read_is_utf_8_whatever_the_terminal_shows(shell: Shell, form: str) -> None:
    usual = shell(f"errata read list.md --format {form}", PYTHONIOENCODING="utf-8")
    ascii_ = shell(f"errata read list.md --format {form}", PYTHONIOENCODING="ascii")
    assert (usual.returncode, ascii_.returncode) == (0, 0), ascii_.stderr
    usual.stdout.decode("utf-8")
    if form == "json":
        (told,) = json.loads(ascii_.stdout)["lists"][0]["entries"]
        assert told["section"] == ["Моховые papers", "2021"]


def test_a_list_from_standard_input_comes_back_as_it_is(shell: Shell, tmp_path: Path) -> None:
    done = shell("errata fix - <list.md", PYTHONIOENCODING="ascii")
    right = LIST.replace("Hassek", "Hasek")
    assert (done.returncode, done.stdout.decode("utf-8")) == (0, right), done.stderr
    assert shell("errata fix list.md --dry-run", PYTHONIOENCODING="ascii").returncode in (0, 1)
    assert "«ясно»" in shell(
        "errata fix list.md --dry-run", PYTHONIOENCODING="ascii"
    ).stdout.decode("utf-8")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["fix list.md", "add PMID:90000022 --to list.md"])
def test_what_was_written_is_said_where_the_report_cannot_be(
    shell: Shell, command: str, tmp_path: Path
) -> None:
    """It used to write list and records, and to say that nothing was written, with status 70."""
    done = shell(f"errata {command} >/dev/full")
    said = done.stderr.decode()
    assert done.returncode == 2, said
    first, second = said.strip().split("\n")[-2:]
    assert first == "errata: Standard output cannot be written: No space left on device."
    names = second.removeprefix("errata: Written before: ").removesuffix(".").split(", ")
    assert names[-1] == "list.md"
    assert all(name.startswith("papers/") for name in names[:-1])
    assert (tmp_path / "list.md").read_text(encoding="utf-8") != LIST


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["check list.md", "explain", "--help", "schema report"])
def test_nothing_is_said_to_be_written_where_nothing_was(shell: Shell, command: str) -> None:
    done = shell(f"errata {command} >/dev/full")
    assert (done.returncode, done.stderr.decode()) == (
        2, "errata: Standard output cannot be written: No space left on device.\n",
    )  # fmt: skip


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
def test_remarks_that_cannot_be_written_end_no_run(shell: Shell, tmp_path: Path) -> None:
    done = shell("errata fix list.md 2>/dev/full")
    assert (done.returncode, written(tmp_path)) == (0, True)
    assert b"Jun Hassek" in done.stdout


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_end_no_run(shell: Shell, closed: str, tmp_path: Path) -> None:
    done = shell(f"errata fix list.md {closed}")
    assert (done.returncode, written(tmp_path)) == (0, True), done.stderr
    assert b"Traceback" not in done.stderr


def test_a_closed_standard_input_is_an_empty_one(shell: Shell) -> None:
    done = shell("errata read - <&-")
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr


def test_a_reader_that_has_gone_stops_nothing_that_was_to_be_written(
    shell: Shell, tmp_path: Path
) -> None:
    done = shell("errata fix list.md --format json | true; echo ${PIPESTATUS[0]}")
    assert (done.stdout, done.stderr, written(tmp_path)) == (b"0\n", b"", True)
