"""Names of lists as people give them."""

from pathlib import Path

import pytest

from pipeline.edge.configuration import settings
from pipeline.edge.list_names import elsewhere, expanded


@pytest.fixture(autouse=True)
def _lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("README.md", "docs/b.md", "docs/a/c.md", "docs/[new].md", ".git/x.md", "n.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("", encoding="utf-8")


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (["docs/**/*.md"], ["docs/[new].md", "docs/a/c.md", "docs/b.md"]),
        (["*.md", "README.md"], ["README.md"]),
        (["**/*.md"], ["README.md", "docs/[new].md", "docs/a/c.md", "docs/b.md"]),
        (["docs/[new].md"], ["docs/[new].md"]),
        (["docs/?.md", "-"], ["docs/b.md", "-"]),
        (["none/*.md"], ["none/*.md"]),
        (["do*"], ["do*"]),
        (["b.md", "a.md"], ["b.md", "a.md"]),
    ],
    ids=["in all folders", "each once", "nothing hidden", "a name that looks like a pattern",
         "beside standard input", "fits nothing", "fits a folder only", "plain names"],
)  # fmt: skip
def test_a_pattern_is_the_files_that_it_fits(names: list[str], files: list[str]) -> None:
    assert list(expanded(names)) == files


def test_patterns_are_understood_wherever_lists_are_named() -> None:
    Path("errata.toml").write_text('lists = ["docs/?.md"]', encoding="utf-8")
    assert settings({}, {}).lists == ("docs/b.md",)
    assert settings({}, {"ERRATA_LISTS": "*.md docs/?.md"}).lists == ("README.md", "docs/b.md")
    assert settings({"lists": ["docs/a/*"]}, {}).lists == ("docs/a/c.md",)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("https://github.com/a/b/blob/main/docs/list.md?plain=1#L3",
         "curl -LO https://raw.githubusercontent.com/a/b/main/docs/list.md"),
        ("https://github.com/a/b/", "git clone https://github.com/a/b"),
        ("https://github.com/a/b.git", "git clone https://github.com/a/b"),
        ("https://example.org/a b;c.md", "curl -LO 'https://example.org/a b;c.md'"),
    ],
)  # fmt: skip
def test_an_address_is_answered_with_what_to_do(name: str, command: str) -> None:
    assert elsewhere(name).endswith(f": {command}")


@pytest.mark.parametrize("name", ["README.md", "-", "http.md", "docs/https/x.md"])
def test_a_file_is_no_address(name: str) -> None:
    assert elsewhere(name) == ""
