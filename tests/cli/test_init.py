"""`errata init`: from a repository to the first report, and nothing written that was not shown."""

import io
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from pipeline.edge import configuration
from pipeline.jobs.init import CHECK, HOOK, WEEKLY
from tests.action.test_workflows import EXAMPLES
from tests.server.server import Services

ENTRY = (
    "- **{title}.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. *Journal of Estuarine Sensing*, "
    "2021. [Link](https://doi.org/10.99999/jes.2021.{number})\n"
)
PROSE = "# A tool\n\nIt follows [a paper](https://doi.org/10.99999/jes.2021.017) and two ideas.\n"


@pytest.fixture
def repository(here: Path) -> Path:
    papers = "".join(ENTRY.format(title=f"Tides {n}", number=f"{n:03}") for n in range(20, 27))
    (here / "README.md").write_text(PROSE, encoding="utf-8")
    (here / "docs").mkdir()
    (here / "docs/papers.md").write_text("# Papers\n\n" + papers, encoding="utf-8")
    (here / "refs.bib").write_text("@article{a, title={Tides}, year=2021}\n", encoding="utf-8")
    (here / "node_modules").mkdir()
    (here / "node_modules/LIST.md").write_text("# Papers\n\n" + papers, encoding="utf-8")
    return here


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_the_lists_are_found_and_everything_is_written_as_it_was_shown(
    repository: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("init", "--yes", "--no-check") == 0
    told = capsys.readouterr().out
    assert told.startswith("2 lists: docs/papers.md and refs.bib\n")
    assert "\nNext: commit these files, and in Settings, Actions, General turn on" in told
    settings = tomllib.loads((repository / "errata.toml").read_text(encoding="utf-8"))
    assert settings["lists"] == ["docs/papers.md", "refs.bib"]
    assert configuration.settings({}).lists == ("docs/papers.md", "refs.bib")
    for name in ("errata.toml", WEEKLY, CHECK, HOOK):
        lines = (repository / name).read_text(encoding="utf-8").splitlines()
        shown = "".join(f"    {line}".rstrip() + "\n" for line in lines)
        assert f"\n{name}:\n{shown}" in told
    hook = YAML(typ="safe").load((repository / HOOK).read_text(encoding="utf-8"))
    assert hook["repos"][0]["hooks"][0]["args"] == ["docs/papers.md", "refs.bib"]


def test_the_workflows_are_those_of_the_manual(
    repository: Path, errata: Callable[..., int]
) -> None:
    errata("init", "--yes", "--no-check")
    manual = [re.sub(r"\n +lists: README\.md\n", "\n", text) for text in EXAMPLES]
    assert (repository / WEEKLY).read_text(encoding="utf-8") in manual
    assert (repository / CHECK).read_text(encoding="utf-8") in manual


def test_without_a_yes_nothing_is_written(
    repository: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(repository)
    assert errata("init", "--no-check") == 0
    assert files(repository) == before
    assert "Nothing was written. `errata init --yes` writes these files" in capsys.readouterr().out


def test_what_is_there_stays(
    repository: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / HOOK).write_text("repos: []\n", encoding="utf-8")
    (repository / "pyproject.toml").write_text("[tool.errata]\nrecords = false\n", encoding="utf-8")
    errata("init", "--yes", "--no-check")
    assert (repository / HOOK).read_text(encoding="utf-8") == "repos: []\n"
    assert not (repository / "errata.toml").exists()
    told = capsys.readouterr().out
    assert f"{HOOK} is there already. Add this to it:\n    repos:\n" in told
    assert "errata.toml" not in told
    lists = 'lists = ["docs/papers.md", "refs.bib"]'
    said = "pyproject.toml has settings of Errata; add this under `[tool.errata]`:"
    assert f"\n{said}\n    {lists}\n" in told
    with (repository / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write(f"{lists}\n")
    assert errata("check", "--offline", "--quiet") != 2, "the list is named now"
    errata("init", "--yes", "--no-check")
    assert "pyproject.toml is there already and stays as it is." in capsys.readouterr().out


def test_the_first_check_follows(
    repository: Path, errata: Callable[..., int], services: Services,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert errata("init", "docs/papers.md", "--yes") in {0, 1}
    assert "7 entries: " in capsys.readouterr().out
    assert services.log


def test_where_there_is_no_list_it_is_said_what_one_is(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "README.md").write_text(PROSE, encoding="utf-8")
    assert errata("init", "--yes") == 2
    assert "No list was found here. Name it: errata init README.md." in capsys.readouterr().err
    assert files(here) == {"README.md"}


class Left(io.StringIO):
    """Standard output that somebody reads a few lines of: ``errata init --yes | head``."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError


def test_files_are_written_although_nobody_reads_on(
    repository: Path, errata: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Left())
        errata("init", "--yes", "--no-check")
    assert (repository / "errata.toml").is_file()


def test_standard_input_is_no_list_to_write_down(
    repository: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(repository)
    assert errata("init", "-", "--yes") == 2
    assert "name files" in capsys.readouterr().err
    assert files(repository) == before
