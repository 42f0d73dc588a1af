"""What is written lands nowhere but where it is meant to."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline import formats
from pipeline.__main__ import main
from pipeline.edge.cache import private_folder
from pipeline.edge.files import read_list
from pipeline.edge.remembering import forget, remember
from pipeline.values.settings import Ignore
from tests.owner import household

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    household(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        pytest.param(("check", "list.md", "--report", "list.md"), "a list", id="the list itself"),
        pytest.param(("check", "list.md", "--report", "./sub/../list.md"), "a list", id="spelt"),
        pytest.param(("fix", "list.md", "--report", "link.md"), "a list", id="a link to it"),
        pytest.param(("read", "list.md", "--badge", "list.md"), "a list", id="as a badge"),
        pytest.param(("check", "list.md", "--report", "other.md"), "a list", id="another list"),
        pytest.param(("check", "list.md", "--report", "refs.json"), "a list", id="CSL-JSON"),
        pytest.param(("check", "list.md", "--badge", "errata.toml"), "a settings file", id="TOML"),
        pytest.param(("check", "list.md", "--report", "papers/x.json"), "a record", id="record"),
        pytest.param(("export", "-o", "list.md"), "a list", id="export over the list"),
        pytest.param(("export", "-o", "papers/x.json"), "a record", id="export over a record"),
    ],
)
def test_no_result_overwrites_a_list_a_record_or_the_settings(
    arguments: tuple[str, ...], kind: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["fix", "list.md", "--offline", "--quiet"])
    (folder / "sub").mkdir()
    (folder / "link.md").symlink_to(folder / "list.md")
    (folder / "other.md").write_bytes((folder / "list.md").read_bytes())
    item = {"id": "a", "title": "Tides of mice and sand", "type": "book"}
    (folder / "refs.json").write_text(json.dumps([item]), encoding="utf-8")
    (folder / "errata.toml").write_text('lists = ["list.md"]\n', encoding="utf-8")
    record = next((folder / "papers").glob("*.json"))
    arguments = tuple(part.replace("papers/x.json", f"papers/{record.name}") for part in arguments)
    before = content(folder)
    capsys.readouterr()
    assert main(list(arguments)) == 2
    assert f"is {kind}, which" in capsys.readouterr().err
    assert content(folder) == before


@pytest.mark.parametrize("name", ["r.md", "r.json", "r.csv", "r.txt", "r.html", "r.sarif"])
def test_an_earlier_report_is_overwritten(name: str, folder: Path) -> None:
    for _ in range(2):
        assert main(["check", "list.md", "--offline", "--quiet", "--report", name]) == 1
    assert (folder / name).stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("export", "--to", "csl-json", "-o", "papers/all.json"), "among the records",
                     id="every later run would stop at it"),
        pytest.param(("check", "list.md", "--report", "papers/r.json"), "among the records",
                     id="a report there"),
        pytest.param(("export", "-o", "pyproject.toml"), "read as settings", id="new settings"),
        pytest.param(("export", "-o", "refs.bib"), "is a list, which", id="a list of other works"),
        pytest.param(("export", "-o", "own.bib"), "is a list, which", id="where records stand"),
    ],
)  # fmt: skip
def test_what_would_be_taken_for_something_else_or_is_a_list_is_no_place_for_a_result(
    arguments: tuple[str, ...], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "@article{own, title = {Spagcn}, doi = {10.1038/s41592-021-01255-8}}\n"
    (folder / "own.bib").write_text(own, encoding="utf-8")
    main(["fix", "list.md", "own.bib", "--offline", "--quiet"])
    (folder / "refs.bib").write_text("@book{tides, title = {Tides of mice}}\n", encoding="utf-8")
    before = content(folder)
    capsys.readouterr()
    assert main(list(arguments)) == 2
    assert said in capsys.readouterr().err
    assert content(folder) == before


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csl-json", "ris", "csv"])
def test_an_earlier_export_is_replaced_though_it_reads_as_a_list(form: str, folder: Path) -> None:
    name = "all" + {"csl-json": ".json", "ris": ".ris", "csv": ".csv"}.get(form, ".bib")
    main(["fix", "list.md", "--offline", "--quiet"])
    for _ in range(2):
        assert main(["export", "--to", form, "-o", name]) == 0
    assert len(formats.read(read_list(name).document).entries) == 26


def test_a_web_page_that_is_a_list_is_overwritten_by_no_report(folder: Path) -> None:
    item = "<li><b>Tidal memory in estuarine sensor networks</b>. Mara Lindqvist. Nature, {}.</li>"
    items = "".join(item.format(year) for year in range(2014, 2022))
    page = f"<html><body><ul>{items}</ul></body></html>"
    (folder / "publications.html").write_text(page, encoding="utf-8")
    assert main(["check", "list.md", "--offline", "--report", "publications.html"]) == 2
    assert (folder / "publications.html").read_text(encoding="utf-8") == page


def test_what_is_no_report_is_not_advised_to_become_one_in_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "list.md", "list.md"]) == 2
    assert "list.md --report list.md" not in capsys.readouterr().err.replace("check --report", "")


def git(*arguments: str) -> str:
    return subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip


def untracked() -> set[str]:
    said = git("status", "--porcelain", "--untracked-files=all")
    return {line[3:].split("/")[0] for line in said.splitlines()}


def test_git_sees_only_what_was_meant_to_be_written(folder: Path) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "before")
    for name in ("answers", "pace"):
        private_folder(folder / "cache" / name)
        (folder / "cache" / name / "cache.db").write_bytes(b"kept")
    main(["check", "list.md", "--offline", "--quiet"])
    assert untracked() == set()
    main(["fix", "list.md", "--offline", "--quiet"])
    assert untracked() == {"list.md", "papers"}


def test_git_sees_nothing_of_the_demonstration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make demo`, the first thing a newcomer runs, leaves a clone as it was."""
    tracked = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "examples", "cache", ".gitignore", "Makefile"],
        capture_output=True, check=True, text=True,
    ).stdout.strip("\0").split("\0")  # fmt: skip
    for name in tracked:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "before")
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2]
    found = re.search(r"errata (check .*?) \|\|", recipe)
    assert found
    assert main([*found[1].split(), "--offline"]) == 1
    assert (tmp_path / "report.md").exists()
    assert untracked() == set()


def test_a_gitignore_that_stands_in_a_folder_of_the_cache_stays(folder: Path) -> None:
    own = folder / "cache" / "answers" / ".gitignore"
    own.parent.mkdir()
    own.write_text("!*\n", encoding="utf-8")
    private_folder(own.parent)
    assert own.read_text(encoding="utf-8") == "!*\n"


def test_records_are_written_only_where_they_are_wanted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "errata.toml").write_text("records = false\n", encoding="utf-8")
    main(["fix", "list.md", "--offline"])
    assert capsys.readouterr().err.splitlines()[-1] == "Written: list.md."
    assert {path.name for path in folder.iterdir()} == {"list.md", "errata.toml", "cache"}
    main(["fix", "list.md", "--offline", "--records", "kept"])
    assert capsys.readouterr().err.splitlines()[-1] == "Written: 26 records in kept."
    main(["fix", "list.md", "--offline", "--records", "kept"])
    assert capsys.readouterr().err.splitlines()[-1] == "Nothing to write."


def test_false_is_no_folder_however_it_is_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ERRATA_RECORDS", "false")
    main(["fix", "list.md", "--offline", "--quiet"])
    assert {path.name for path in folder.iterdir()} == {"list.md", "cache"}


def test_settings_that_somebody_saves_while_a_refusal_is_remembered_are_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.edge import remembering

    path, real = folder / "errata.toml", remembering._with
    saves = iter(['fail_on = "warning"\n'])

    def late(*arguments: str) -> str:
        text = next(saves, None)
        if text:
            path.write_text(text, encoding="utf-8")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(remembering, "_with", late)
    ignore = Ignore(codes=("venue-style",), reason="ours")
    assert remember(ignore) == "errata.toml"
    said = path.read_text(encoding="utf-8")
    assert said.startswith('fail_on = "warning"\n')
    assert said.count("[[ignore]]") == 1
    assert forget(ignore) == "errata.toml"
    assert path.read_text(encoding="utf-8") == 'fail_on = "warning"\n'
