"""Hostile lists, answers and files: nothing is executed, nothing leaks, nobody is accused."""

import json
import os
import re
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import run
from tests.e2e.conftest import LIST
from tests.hostile.answers import ANSWERS
from tests.hostile.lists import LISTS
from tests.server.fixture import services
from tests.server.server import UNWAITING, Services

__all__ = ["services"]

SECRET = "0123456789abcdefSECRET"  # noqa: S105  nobody's
CONTACT = "curator@example.org"
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal or a reader of text obeys; report.html draws with its own script alone."""
ANSWERED = (0, 1, 2, 3)
REPORTS = ("report.md", "report.html", "report.json", "report.sarif")

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs the command in an empty folder; says its status and all it printed."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("ERRATA_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ERRATA_NCBI_API_KEY", SECRET)
    monkeypatch.setenv("ERRATA_MAILTO", CONTACT)

    def told(*arguments: str) -> tuple[int, str]:
        try:
            status = run(arguments)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        shown = capsys.readouterr()
        return status, shown.out + shown.err

    return told


@pytest.fixture
def served(services: Services, monkeypatch: pytest.MonkeyPatch) -> Services:
    """The small server, to which the command is led, and which it has not to wait for."""
    for variable, value in (services.environment | {"ERRATA_TIME_SCALE": UNWAITING}).items():
        monkeypatch.setenv(variable, value)
    return services


def harmless(folder: Path, status: int, shown: str) -> None:
    """What holds whatever was sent."""
    assert status in ANSWERED, shown[-2000:]
    assert "Traceback" not in shown
    assert not (folder / "owned").exists()
    assert OBEYED.search(shown) is None
    for name in REPORTS:
        if (folder / name).exists():
            text = (folder / name).read_text(encoding="utf-8")
            assert OBEYED.search(text) is None, name
            assert SECRET not in text
            assert CONTACT not in text
    assert SECRET not in shown
    assert CONTACT not in shown
    for path in (folder / "cache").rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path.name


@pytest.mark.parametrize("name", LISTS)
def test_a_hostile_list_does_nothing(command: Command, tmp_path: Path, name: str) -> None:
    ending, content = LISTS[name]
    path = tmp_path / f"list.{ending}"
    path.write_bytes(content)
    reports = [part for each in REPORTS for part in ("--report", each)]
    harmless(tmp_path, *command("check", path.name, "--offline", "--no-color", *reports))
    for shape in ("json", "github", "markdown"):
        harmless(tmp_path, *command("check", path.name, "--offline", "--format", shape))
    harmless(tmp_path, *command("fix", path.name, "--offline", "--no-color", "--quiet"))
    assert path.read_bytes() == content, "nothing was established, so nothing is written"


@pytest.mark.parametrize("name", ANSWERS)
def test_a_hostile_answer_accuses_nobody(
    command: Command, tmp_path: Path, served: Services, name: str
) -> None:
    service, sent = ANSWERS[name]
    served.fail(service, "sent", sent=sent)
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    reports = [part for each in REPORTS for part in ("--report", each)]
    status, shown = command("fix", "list.md", "--no-color", "--max-time", "60", *reports)
    harmless(tmp_path, status, shown)
    assert served.faults[0].times < 1_000, "the answer was given"
    assert "/etc/passwd" not in shown
    assert "root:" not in (tmp_path / "report.json").read_text(encoding="utf-8")
    told = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    entries = told["lists"][0]["entries"]
    assert len(entries) == 4
    assert {entry["status"] for entry in entries} <= {"resolved", "not-verified", "ambiguous"}


def _file(content: bytes) -> Callable[[Path], None]:
    def plant(path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return plant


def _folder(path: Path) -> None:
    path.mkdir(parents=True)


def _link(path: Path) -> None:
    precious = path.parents[2] / "precious"
    precious.write_text("precious")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(precious)


def _socket(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


def _other_database(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE Cache (key, value)")
        database.execute("CREATE TABLE Settings (key, value)")


ANSWERS_FILE, PACE_FILE = "cache/answers/cache.db", "cache/pace/arxiv.json"
FILES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "noise for the answers": (ANSWERS_FILE, _file(bytes(range(256)) * 400)),
    "nothing for the answers": (ANSWERS_FILE, _file(b"")),
    "the beginning of a database": (ANSWERS_FILE, _file(b"SQLite format 3\x00" + b"\x00" * 200)),
    "a folder for the answers": (ANSWERS_FILE, _folder),
    "a link for the answers": (ANSWERS_FILE, _link),
    "a socket for the answers": (ANSWERS_FILE, _socket),
    "another database": (ANSWERS_FILE, _other_database),
    "a file for the cache": ("cache", _file(b"in the way")),
    "a file for the folder of answers": ("cache/answers", _file(b"in the way")),
    "noise for the pace": (PACE_FILE, _file(b"\xff" * 100)),
    "a folder for the pace": (PACE_FILE, _folder),
    "a file for the folder of paces": ("cache/pace", _file(b"in the way")),
    "a snapshot of noise": ("cache/snapshot/crossref.json", _file(b"\xff\x00[")),
    "a deep snapshot": ("cache/snapshot/crossref.json", _file(b"[" * 100_000)),
    "a snapshot of wrong types": ("cache/snapshot/crossref.json", _file(b'{"answers": [1, null]}')),
    "a folder for the snapshot": ("cache/snapshot/crossref.json", _folder),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_of_the_cache_costs_a_warning_at_most(
    command: Command, tmp_path: Path, served: Services, name: str
) -> None:
    place, plant = FILES[name]
    plant(tmp_path / place)
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    status, shown = command("check", "list.md", "--no-color", "--report", "report.json")
    harmless(tmp_path, status, shown)
    told = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert {entry["status"] for entry in told["lists"][0]["entries"]} == {"resolved"}
    assert told["complete"]
    assert shown.count("errata: ") <= 2, shown
    if (tmp_path / "precious").exists():
        assert (tmp_path / "precious").read_text() == "precious"


RECORDS = {
    "noise": b"\xff\x00[",
    "deep": b"[" * 100_000,
    "wrong types": b'{"id": 5, "title": [], "author": "x"}',
    "a way out of the folder": b'{"id": "../../owned", "type": "article-journal", "title": "Moss"}',
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_hostile_record_is_named_and_not_written_over(
    command: Command, tmp_path: Path, served: Services, name: str
) -> None:
    path = tmp_path / "papers" / "lindqvist2021tidal.json"
    path.parent.mkdir()
    path.write_bytes(RECORDS[name])
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    status, shown = command("fix", "list.md", "--no-color")
    harmless(tmp_path, status, shown)
    assert status == 2
    assert "lindqvist2021tidal.json" in shown
    assert path.read_bytes() == RECORDS[name]
    assert not (tmp_path.parent / "owned.json").exists()


def test_the_corpus_is_large_enough() -> None:
    assert len(LISTS) + len(ANSWERS) + len(FILES) + len(RECORDS) >= 60
