"""The Python names: the examples of the manual run as they stand, and nothing heavy comes early."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = re.findall(
    r"```python\n(.*?)```", (ROOT / "docs/api.md").read_text(encoding="utf-8"), re.DOTALL
)
ENTRY = (
    "- **Spatially aware dimension reduction for spatial transcriptomics.** {}. **{}**. "
    "[[Link]]({})"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list whose answers ship with the project."""
    shutil.copytree(ROOT / "cache/snapshot", tmp_path / "cache/snapshot")
    wrong = ENTRY.format(
        "Lulu Shang, Xiang Zhouu", "Nature Communications",
        "https://www.nature.com/articles/s41467-022-34879-1",
    )  # fmt: skip
    (tmp_path / "list.md").write_text(f"# Papers\n\n## 2022\n\n{wrong}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_examples_of_the_manual_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    for example in EXAMPLES:
        exec(compile(example, "docs/api.md", "exec"), names)  # noqa: S102  our own manual
    assert "Xiang Zhou." in (folder / "list.md").read_text(encoding="utf-8")
    assert (folder / "papers/shang2022spatially.json").exists()
    assert "There is no no-such-list.md" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    from pipeline import fix

    before = (folder / "list.md").read_bytes()
    fixed = fix(folder / "list.md", dry_run=True, offline=True)
    assert list(fixed.texts) == [(folder / "list.md").as_posix()]
    assert (folder / "list.md").read_bytes() == before
    assert not (folder / "papers").exists()


def test_a_finding_is_written_when_it_is_accepted_by_its_id(folder: Path) -> None:
    from pipeline import check, fix

    (finding,) = check("list.md", offline=True, only=("author-misspelt",)).audited[0].findings
    fixed = fix("list.md", dry_run=True, offline=True, accept=[finding.id])
    assert "Xiang Zhou." in fixed.texts["list.md"]


def test_a_setting_that_does_not_exist_is_refused(folder: Path) -> None:
    from pipeline import check
    from pipeline.edge.files import UserError

    with pytest.raises(UserError, match="offlin"):
        check("list.md", offlin=True)


@pytest.mark.parametrize("arguments", [["-c", "import pipeline"], ["-m", "pipeline", "--help"]])
def test_nothing_heavy_is_loaded_before_it_is_needed(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, text=True,
        check=True, cwd=ROOT,
    )  # fmt: skip
    for heavy in ("pydantic", "httpx", "diskcache", "habanero", "rapidfuzz", "ftfy"):
        assert f" {heavy}\n" not in done.stderr


def test_there_are_three_names_and_no_others() -> None:
    import pipeline

    assert pipeline.__all__ == ["add", "check", "fix"]
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        pipeline.chek  # type: ignore[attr-defined]  # noqa: B018
