"""`errata export`: the records of a folder, on standard output or in a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_add import listed


@pytest.fixture
def recorded(here: Path, errata: Callable[..., int]) -> Path:
    listed(here)
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--quiet") == 0
    return here


def test_records_come_out_as_bibtex_by_default(
    recorded: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert errata("export") == 0
    assert capsys.readouterr().out.startswith("@article{lindqvist2021tidal,\n")


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csl-json", "ris", "csv"])
def test_every_form_goes_into_a_file(
    form: str, recorded: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert errata("export", "--to", form, "-o", "out/papers.txt") == 0
    assert "Tidal memory" in (recorded / "out/papers.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_a_folder_without_records_is_a_wrong_call(
    errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("export") == 2
    assert "There are no records in papers" in capsys.readouterr().err
