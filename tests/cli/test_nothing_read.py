"""Nothing read is no green: what was looked for is said, and the call counts as a wrong one."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.hook import hook

ENTRY = (
    "- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. "
    "**Journal of Estuarine Sensing**. 2021. [[Link]](https://doi.org/10.99999/jes.2021.017)\n"
)


@pytest.fixture(autouse=True)
def _lists(here: Path) -> None:
    (here / "empty.md").write_text("# Papers\n\nJust words.\n", encoding="utf-8")
    (here / "empty.bib").write_text("% nothing yet\n", encoding="utf-8")
    (here / "list.md").write_text(ENTRY, encoding="utf-8")


@pytest.mark.parametrize("command", ["read", "check", "fix"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_list_of_which_nothing_is_read_is_said_to_be_so(
    command: str, form: str, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata(command, "empty.md", "--format", form, "--quiet") == 2
    assert capsys.readouterr().err == (
        "errata: empty.md: 0 entries. Looked for items with a title and a link, an identifier or "
        "authors, reading it as markdown. Is this the right file?\n"
    )


def test_each_form_says_what_it_wants(
    errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("read", "empty.bib") == 2
    assert "Looked for entries such as @article{key, …}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        (
            "cut.json",
            '[{"title": "Tidal memory", "DOI": "10.9',
            "JSON: line 1, column 35: untermin",
        ),
        ("CITATION.cff", "cff-version: 1.2.0\nreferences:\n  - title: A: b\n", "YAML: line 3: "),
        ("refs.yml", "a:\n  type: article\n  title: Tidal\n  memory\nb: c: d\n", "YAML: line "),
    ],
)
def test_a_file_that_one_line_breaks_says_which(
    name: str, text: str, fault: str, errata: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    Path(name).write_text(text, encoding="utf-8")
    assert errata("read", name) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"errata: {name}: 0 entries. It is no valid {fault}")
    assert said.endswith("Mend that place first.\n")


def test_a_file_that_is_whole_and_empty_is_not_called_broken(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "CITATION.cff").write_text("cff-version: 1.2.0\ntitle: Tides\n", encoding="utf-8")
    assert errata("read", "CITATION.cff") == 2
    assert "Looked for references, reading it as cff." in capsys.readouterr().err


def test_an_empty_list_beside_a_whole_one_is_a_warning(
    errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("check", "empty.md", "list.md") == 0
    assert "errata: empty.md: 0 entries." in capsys.readouterr().err


def test_a_list_that_was_read_is_no_warning(
    errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("check", "list.md") == 0
    assert "0 entries" not in capsys.readouterr().err


@pytest.mark.parametrize("command", [["fix", "list.md", "--dry-run"], ["fix", "-"]])
def test_a_correction_without_a_report_says_why_it_is_not_complete(
    command: list[str],
    errata: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both ended with 3 and without a word; with every answer there is nothing to say."""
    for more, status, said in (
        (["--offline"], 3, "errata: incomplete: not every service was asked; nothing is "),
        ([], 0, ""),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ENTRY.encode())))
        assert errata(*command, *more) == status
        assert capsys.readouterr().err[: len(said) or None] == said


def test_offline_a_service_was_not_asked_and_is_not_said_to_be_out_of_reach(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "list.md").write_text(ENTRY, encoding="utf-8")
    assert errata("check", "list.md", "--offline") == 3
    told = capsys.readouterr().out
    assert "crossref was not asked (offline)" in told
    assert "could not be asked" not in told


def test_the_hook_says_that_it_could_check_nothing_and_how_it_could(
    errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """It used to be silent and green without a cache."""
    assert hook(["list.md"]) == 0
    told = capsys.readouterr().err
    (command,) = re.findall("`errata (.+?)`", told)
    assert "Nothing could be checked" in told
    assert errata(*command.split()) == 0
    capsys.readouterr()
    assert hook(["list.md"]) == 0
    assert capsys.readouterr().err == ""
    assert hook(["empty.md"]) == 0
    assert "empty.md: 0 entries." in capsys.readouterr().err


def test_the_report_keeps_to_the_columns_that_are_told(
    errata: Callable[..., int], capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch, here: Path,
) -> None:  # fmt: skip
    wrong = ENTRY.replace("Journal of Estuarine Sensing", "Annals of Fern Biology")
    (here / "list.md").write_text(wrong, encoding="utf-8")
    longest = []
    for columns in ("60", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        assert errata("check", "list.md") == 1
        lines = capsys.readouterr().out.splitlines()
        longest.append(max(len(line) for line in lines if "http" not in line))
    assert longest[0] <= 60 < longest[1] <= 200
