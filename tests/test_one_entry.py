"""One entry never stops a run: all else is as if it were not there.

An exception is planted at one entry of the owner's list in each stage. What is left is compared
with a run over the list in which that entry's line is blank.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline import formats
from pipeline.__main__ import main
from pipeline.checks import neighbours
from pipeline.edge.files import read_list
from pipeline.formats import markdown
from pipeline.match import situation
from pipeline.papers import assign
from pipeline.reports import REPORTS, report
from pipeline.write import moves, proof
from tests.owner import household

LINE = 46
TITLE = "Deciphering spatial domains"
OWN_RECORD = "dong2022deciphering.json"


class PlantedError(Exception):
    pass


Where = Callable[[tuple[Any, ...]], Any]

STAGES: dict[str, tuple[Any, str, Where]] = {
    "read": (markdown, "judged", lambda arguments: arguments[0].flow.text),
    "match": (situation, "match", lambda arguments: arguments[0].entry),
    "reconcile": (assign, "reconcile", lambda arguments: arguments[0]),
    "check": (neighbours, "duplicate", lambda arguments: arguments[0].entry),
    "propose": (formats, "rewrite", lambda arguments: arguments[1]),
    "write": (proof, "as_intended", lambda arguments: arguments[0]),
}
"""Stage -> where one of its functions is found by name, and what of its arguments is the entry."""

TELLERS = {
    "text": "_finding", "markdown": "_finding", "html": "_finding", "json": "_finding",
    "github": "_annotation", "sarif": "_result", "csv": "_row",
}  # fmt: skip
"""Report -> its function that tells one finding."""


def plant(patch: pytest.MonkeyPatch, module: Any, name: str, where: Where) -> None:
    real = getattr(module, name)

    def function(*arguments: Any, **named: Any) -> Any:
        if TITLE in repr(where(arguments)):
            raise PlantedError("at one entry")
        return real(*arguments, **named)

    patch.setattr(module, name, function)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    household(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def without(folder: Path, line: int = LINE) -> None:
    """The same list with nothing on an entry's line."""
    path = folder / "list.md"
    lines = path.read_bytes().split(b"\n")
    assert line != LINE or TITLE.encode() in lines[line - 1]
    lines[line - 1] = b" " * len(lines[line - 1])
    path.write_bytes(b"\n".join(lines))


TOTALS = re.compile(
    r'25 entries|25 resolved|"entries": 25|"fixable": 23$|"executionSuccessful"|[TZ]\d\d:\d\d'
)
"""What a report says of all entries and of the hour, which one entry more or less may change."""


def lost(apart: str, said: str) -> list[str]:
    """Lines of the first report, and entries of its data, that the second does not have."""
    have = _pieces(said)
    return [piece for piece in _pieces(apart) if piece not in have]


def _pieces(told: str) -> list[str]:
    """Without the numbers by which entries of the data name each other."""
    return re.split(r"\n|(?<=\}),(?=\{)", re.sub(r',"other":\d+', "", told))


def entries(folder: Path, name: str = "r.json") -> dict[int, str]:
    """Each entry of the JSON report, as its text, by line."""
    (told,) = json.loads((folder / name).read_text(encoding="utf-8"))["lists"]
    return {entry["line"]: json.dumps(entry, indent=2) for entry in told["entries"]}


def state(folder: Path) -> dict[str, bytes]:
    """Records by name and the lines of the list by number, without the entry's own."""
    lines = (folder / "list.md").read_bytes().split(b"\n")
    kept = {path.name: path.read_bytes() for path in (folder / "papers").glob("*.json")}
    kept |= {str(number): line for number, line in enumerate(lines, 1)}
    return {name: what for name, what in kept.items() if name not in (OWN_RECORD, str(LINE))}


def fix(*more: str) -> int:
    return main(["fix", "list.md", "--offline", "--report", "r.json", *more])


def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *more: str) -> tuple[Any, Any]:
    """State and entries of the run without the entry."""
    apart = tmp_path / "apart"
    apart.mkdir()
    household(apart)
    without(apart)
    with monkeypatch.context() as patch:
        patch.chdir(apart)
        assert fix(*more) in (0, 1)
    return state(apart), entries(apart)


@pytest.mark.parametrize("stage", STAGES)
def test_all_else_is_as_if_the_entry_were_not_there(
    stage: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other_state, other_entries = alone(folder, monkeypatch)
    capsys.readouterr()
    plant(monkeypatch, *STAGES[stage])
    assert fix() == 70
    said = capsys.readouterr()
    assert f"errata: list.md:{LINE}: failed at the stage “{stage}”" in said.err
    assert "PlantedError: at one entry (" in said.err
    assert "Traceback" not in said.err
    assert f"list.md:{LINE}" in said.out
    assert state(folder) == other_state
    found = entries(folder)
    own = json.loads(found.pop(LINE))
    assert own["status"] == "failed"
    assert own["failure"]["stage"] == stage
    assert found == other_entries


@pytest.mark.parametrize("stage", ["read", "match", "reconcile", "check", "propose"])
def test_a_failed_entry_says_nothing_and_nothing_of_it_is_written(
    stage: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "list.md").read_bytes().split(b"\n")[LINE - 1]
    plant(monkeypatch, *STAGES[stage])
    fix()
    own = json.loads(entries(folder)[LINE])
    assert own["findings"] == []
    assert (folder / "list.md").read_bytes().split(b"\n")[LINE - 1] == before
    assert not (folder / "papers" / OWN_RECORD).exists()


def test_its_record_stays_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fix()
    before = {path.name: path.read_bytes() for path in (folder / "papers").iterdir()}
    assert OWN_RECORD in before
    for stage, planted in STAGES.items():
        with monkeypatch.context() as patch:
            plant(patch, *planted)
            fix()
        after = {path.name: path.read_bytes() for path in (folder / "papers").iterdir()}
        assert after == before, stage


def test_what_cannot_be_written_is_still_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, *STAGES["write"])
    before = (folder / "list.md").read_bytes().split(b"\n")[LINE - 1]
    fix()
    own = json.loads(entries(folder)[LINE])
    (found,) = [found for found in own["findings"] if found["severity"] != "notice"]
    assert (found["code"], found["fix"]) == ("title-misspelt", "review")
    assert (folder / "list.md").read_bytes().split(b"\n")[LINE - 1] == before


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_that_cannot_tell_an_entry_tells_the_others(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")  # no line of the message is wrapped
    module, teller = report(name), TELLERS[name]
    real = getattr(module, teller)
    check = ["check", "list.md", "--offline", "--format", name]
    line, list_of_all = 20, (folder / "list.md").read_bytes()
    without(folder, line)
    assert main(check) == 1
    apart = capsys.readouterr().out
    (folder / "list.md").write_bytes(list_of_all)

    def function(*arguments: Any, **named: Any) -> Any:
        if any(getattr(argument, "line", 0) == line for argument in arguments):
            raise PlantedError("at one entry")
        return real(*arguments, **named)

    monkeypatch.setattr(module, teller, function)
    assert main([*check, "--report", "r.json"]) == 70
    said = capsys.readouterr()
    assert f"errata: list.md:{line}: failed at the stage “report”" in said.err
    assert "PlantedError: at one entry (" in said.out
    assert [piece for piece in lost(apart, said.out) if not TOTALS.search(piece)] == []
    if name != "json":
        assert json.loads(entries(folder)[line])["findings"]


def test_of_entries_that_are_to_move_one_breaks_and_the_others_move(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def where(arguments: tuple[Any, ...]) -> Any:
        return "Reference-free" in arguments[1].title.text and TITLE

    plant(monkeypatch, moves, "_moved", where)
    assert fix("--move") == 70
    told = list(map(json.loads, entries(folder).values()))
    assert {e["title"][:14] for e in told if e["status"] == "failed"} == {"Reference-free"}
    after = formats.read(read_list("list.md").document).entries
    places = {e.title.text[:14]: e.section[-1] for e in after if e.title}
    assert places["Reference-free"] == "2024"
    assert places["Cell clusterin"] == "2022"
    assert places["Spatially reso"] == "2023"
