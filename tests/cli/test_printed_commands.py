"""Every command that a report or a message prints runs as it is printed."""

import io
import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.reports import REPORTS
from tests.reports.test_golden import FILES, GOLDEN

LIST = """\
# Papers

## 2021

- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hassek. \
**Annals of Fern Biology**. [[Link]](http://dx.doi.org/10.99999/jes.2021.017)
- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. \
**Journal of Estuarine Sensing**. [[Link]](https://doi.org/10.99999/jes.2021.017)

## 2019

- **Graph lanterns: a language model for moss genomes.** Mara Lindqvist, Tomas Oyelaran, \
Jun Hasek. **Annals of Moss Informatics**. [[Link]](https://doi.org/10.99999/ami.2022.4)
"""
OTHER = """\
- **Sparse attention over long lichen sequences.** Nadia Brandao, Peter Quist. **arXiv**. 2023. \
[[Link]](https://arxiv.org/abs/2301.99999)
- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. \
**Journal of Estuarine Sensing**. 2021. [[Link]](https://doi.org/10.99999/jes.2021.017)
"""
NAMES = ("my list (new).md", "it's.md", "-odd.md")


def printed(text: str) -> Iterator[str]:
    """The commands in a text: in code, or as what writes something."""
    for line in text.splitlines():
        yield from re.findall(r"`+ ?(errata [^`]+?) ?`+", line)
        yield from re.findall(r"(?:^|[\s;])(errata fix\b(?:(?!errata fix).)*?) writes\b", line)


@pytest.fixture
def listed(here: Path) -> Path:
    for name, text in zip(NAMES, (LIST, OTHER, LIST), strict=True):
        (here / name).write_text(text, encoding="utf-8")
    return here


def results(sarif: str) -> object:
    """The findings, without the pages that explain their codes for lists of any name."""
    return [run["results"] for run in json.loads(sarif)["runs"]]


def texts(data: object) -> Iterator[str]:
    """All strings of a JSON value."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from texts(value)


@pytest.mark.parametrize("form", ["text", "markdown", "github", "sarif"])
def test_every_command_of_a_report_runs_in_a_copy_of_its_folder(
    form: str, listed: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert form in REPORTS
    assert errata("check", *(f"./{name}" for name in NAMES), "--format", form) == 1
    out = capsys.readouterr().out
    told = "\n".join(texts(results(out))) if form == "sarif" else out.replace("%0A", "\n")
    commands = set(printed(told))
    assert any("--accept" in command for command in commands)
    assert any(shlex.quote(NAMES[0]) in command for command in commands)
    for command in sorted(commands):
        words = shlex.split(command)
        copy = shutil.copytree(listed, listed.parent / "copy", dirs_exist_ok=True)
        monkeypatch.chdir(copy)
        status = errata(*words[1:])
        said = capsys.readouterr()
        assert status in (0, 1), (command, said.err)
        if "--accept" in words:
            assert "Written: " in said.err, command
        monkeypatch.chdir(listed)
        shutil.rmtree(copy)


@pytest.mark.parametrize("name", FILES.values())
def test_every_command_of_the_golden_reports_names_its_list(name: str) -> None:
    text = (GOLDEN / name).read_text(encoding="utf-8").replace("\\n", "\n").replace("%0A", "\n")
    commands = list(printed(text))
    assert commands or name in {"report.json", "report.csv"}
    assert [c for c in commands if not re.search(r" (?:\S+\.md|LIST)\b", c)] == []


def test_the_command_of_an_unknown_finding_runs(
    listed: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("fix", NAMES[0], "--accept", "0" * 12) == 2
    (command,) = printed(capsys.readouterr().err)
    assert errata(*shlex.split(command)[1:]) == 1


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        pytest.param("venue-difers", " Did you mean venue-differs?", id="a code misspelt"),
        pytest.param("0" * 12, "", id="an id of another day"),
    ],
)
def test_a_code_misspelt_behind_accept_is_answered_with_the_nearest(
    listed: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str],
    typed: str, near: str,
) -> None:  # fmt: skip
    assert errata("fix", NAMES[0], "--accept", typed) == 2
    assert f"There is no finding {typed}.{near} `errata check" in capsys.readouterr().err


ROOT = Path(__file__).parents[2]
PAGES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "examples/README.md")
APART = re.compile(r"--index|--engine|^errata (?:index|bulk|review) ")
"""Commands of the local index, which need dumps of the services, and the one that needs a terminal;
tests/cli/test_index.py, test_bulk.py and test_review.py run those."""


def shown(text: str) -> Iterator[str]:
    """The commands that a page shows in lines of their own, or in a sentence with their words."""
    for line in re.findall(r"^\s*\$?\s*(errata [a-z]+(?: .*)?)$", text, re.MULTILINE):
        yield re.split(r"\s{2,}|\s(?:#|\||>)\s|\swrites\s", line)[0]
    yield from re.findall(r"`(errata [a-z]+ [^`\n]+)`", text)  # one word names a command


def whole(command: str) -> bool:
    """Whether a command is one to type, not one with a word to fill in: "errata explain CODE"."""
    return not re.search(r"\b[A-Z]{2,}(?![\w.:])|…|\.\.\.|\[", command.replace("README", ""))


DOCUMENTED = {
    page.name: sorted({one for one in shown(page.read_text("utf-8")) if whole(one)})
    for page in PAGES
    if page.exists()
}


@pytest.fixture
def documented(listed: Path, errata: Callable[..., int]) -> Path:
    """A folder with every file that the pages speak of."""
    (listed / "README.md").write_text(LIST, encoding="utf-8")
    (listed / "refs.bib").write_text(
        "@article{moss,\n  title = {Graph lanterns: a language model for moss genomes},\n"
        "  doi = {10.99999/ami.2022.4}\n}\n", encoding="utf-8",
    )  # fmt: skip
    (listed / "errata.toml").write_text('lists = ["README.md"]\n', encoding="utf-8")
    (listed / "examples").mkdir()
    for copy in ("list.md", "examples/list-as-given.md"):
        shutil.copy(listed / "README.md", listed / copy)
    errata("fix", NAMES[1], "--quiet")  # there are records, then
    for name in ("old", "new", "last-week", "today"):
        assert errata("check", "README.md", "--quiet", "--report", f"{name}.json") == 1
    return listed


@pytest.mark.parametrize("page", DOCUMENTED)
def test_every_command_of_the_documentation_runs(
    page: str, documented: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    told = json.loads((documented / "old.json").read_text(encoding="utf-8"))
    found = [f for each in told["lists"][0]["entries"] for f in each["findings"] if f["proposed"]]
    wrong: list[str] = []
    for command in DOCUMENTED[page]:
        if APART.search(command):
            continue
        words = shlex.split(re.sub(r"\b[0-9a-f]{12}\b", found[0]["id"], command))
        copy = shutil.copytree(documented, documented.parent / "copy", dirs_exist_ok=True)
        monkeypatch.chdir(copy)
        monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
        try:
            status: object = errata(*words[1:])
        except SystemExit as end:
            status = end.code
        said = capsys.readouterr()
        if status not in (0, 1, 3):
            wrong.append(f"{command}: {status} {said.err}")
        monkeypatch.chdir(documented)
        shutil.rmtree(copy)
    assert wrong == []
