"""A list that its editor saves while Errata runs: nothing of the editor's is lost."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main
from pipeline.jobs import basket, correct
from tests.owner import ROOT, household

NEW = "- **Words that somebody typed meanwhile about cells.** Mara Lindqvist. **Cell**. [[Link]]()"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    household(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(monkeypatch: pytest.MonkeyPatch, module: Any, edit: Callable[[str], str]) -> None:
    """The list is saved with this edit when everything is asked and nothing is written."""
    genuine, path = module.write_lists, Path("list.md")

    def save(*arguments: Any, **named: Any) -> Any:
        path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
        return genuine(*arguments, **named)

    monkeypatch.setattr(module, "write_lists", save)


def fixed() -> str:
    return (ROOT / "papers" / "README.md").read_text(encoding="utf-8")


def test_a_line_typed_while_fix_runs_stays_and_the_corrections_are_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(monkeypatch, correct, lambda text: text.replace("### 2023\n", f"### 2023\n{NEW}\n\n"))
    assert main(["fix", "list.md", "--offline"]) in (0, 1)
    after = Path("list.md").read_text(encoding="utf-8")
    assert after == fixed().replace("### 2023\n", f"### 2023\n{NEW}\n\n")
    assert "list.md was saved by somebody else meanwhile" in capsys.readouterr().err


def test_a_line_that_was_changed_while_fix_runs_is_left_to_its_editor_and_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line 8 has a misspelt venue; somebody mends it by hand."""
    lines = Path("list.md").read_text(encoding="utf-8").split("\n")
    mended = lines[7].replace(lines[7].split("**")[3], "Brief. Bioinform.")
    assert mended != lines[7]
    edited(monkeypatch, correct, lambda text: text.replace(lines[7], mended))
    assert main(["fix", "list.md", "--offline", "--report", "r.json"]) in (0, 1)
    after = Path("list.md").read_text(encoding="utf-8").split("\n")
    assert after[7] == mended
    assert after[8:] == fixed().split("\n")[8:]
    assert "what was to be written at line 8 is not" in capsys.readouterr().err


def test_a_list_that_is_deleted_while_fix_runs_stays_deleted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(monkeypatch, correct, lambda text: text)
    monkeypatch.setattr(Path, "write_text", lambda path, *_, **__: path.unlink())
    main(["fix", "list.md", "--offline", "--quiet"])
    assert not Path("list.md").exists()


KNOWN = "https://doi.org/10.1038/s41592-021-01255-8"


def without(line: int) -> None:
    """The list without one of its entries, which can then be added."""
    path = Path("list.md")
    lines = path.read_text(encoding="utf-8").split("\n")
    assert "Spagcn" in lines[line - 1]
    path.write_text("\n".join(lines[: line - 1] + lines[line:]), encoding="utf-8")


def test_what_is_added_goes_into_the_list_as_it_is_now(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without(59)
    edited(monkeypatch, basket, lambda text: f"Words.\n\n{text}")
    assert main(["add", KNOWN, "--to", "list.md", "--offline", "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["results"]
    after = Path("list.md").read_text(encoding="utf-8").split("\n")
    assert after[0] == "Words."
    assert told["outcome"] == "added"
    assert after[told["line"] - 1].endswith(told["entry"])


def test_what_has_no_place_any_more_is_not_added_and_has_no_record(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without(59)
    edited(monkeypatch, basket, lambda _: "Somebody began anew.\n")
    assert main(["add", KNOWN, "--to", "list.md", "--offline"]) == 1
    assert Path("list.md").read_text(encoding="utf-8") == "Somebody began anew.\n"
    assert not Path("papers").exists()
    assert "was changed meanwhile" in capsys.readouterr().err.replace("\n", " ")
