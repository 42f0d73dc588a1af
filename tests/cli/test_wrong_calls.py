"""Wrong calls: one line each, with the nearest right one, and nothing is asked or written.

``wrong_calls.txt`` holds the calls, ``wrong_calls.golden`` what is said of them. Where that
differs, what is said now is left beside it as ``wrong_calls.new``.
"""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.server import Services

SETTINGS = {
    "unfinished": 'lists = ["README.md"',
    "misspelt": 'list = ["README.md"]',
    "secret": 'ncbi_api_key = "0123456789abcdef"',
    "twice": 'fail_on = "error"\nfail-on = "never"',
    "service": "[services.crosref]\nenabled = false",
    "mute": 'ignore = [{ reason = "ours" }]',
    "table": 'style = "full"',
    "dated": '[[ignore]]\ncode = "concern"\nuntil = "next spring"',
}
"""Folder -> the wrong `errata.toml` in it."""

HERE = Path(__file__).parent
CALLS = (HERE / "wrong_calls.txt").read_text(encoding="utf-8").splitlines()
GOLDEN = HERE / "wrong_calls.golden"


@pytest.fixture
def told(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str], tuple[int, str, str]]:  # fmt: skip
    (here / "README.md").write_text("# Papers\n", encoding="utf-8")
    (here / "docs").mkdir()
    (here / "old.json").write_text("{}", encoding="utf-8")
    (here / "latin.md").write_bytes("- Café, 2020\n".encode("latin-1"))
    (here / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (here / "refs.txt").write_text("A. Miller, Moss, 2020.\n", encoding="utf-8")
    (here / "INDEX").mkdir()
    for name, text in SETTINGS.items():
        (here / name).mkdir()
        (here / name / "errata.toml").write_text(text, encoding="utf-8")

    def call(line: str) -> tuple[int, str, str]:
        folder, _, called = line.rpartition(" && ")
        words = shlex.split(called)
        begin = words.index("errata")
        with monkeypatch.context() as patch:
            patch.chdir(here / folder.removeprefix("cd "))
            for name, _, value in (word.partition("=") for word in words[:begin]):
                patch.setenv(name, value)
            try:
                status = errata(*words[begin + 1 :])
            except SystemExit as end:
                status = int(end.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def test_each_wrong_call_is_answered_in_one_line(
    told: Callable[[str], tuple[int, str, str]], services: Services, here: Path,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    before = sorted(path.name for path in here.iterdir())
    lines = []
    for line in CALLS:
        status, out, err = told(line)
        assert (status, out, err.count("\n")) == (2, "", 1), line
        assert err.startswith("errata: "), line
        lines.append(f"$ {line}\n{err}")
    text = "".join(lines)
    if text != GOLDEN.read_text(encoding="utf-8"):
        GOLDEN.with_suffix(".new").write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")
    assert services.log == []
    assert sorted(path.name for path in here.iterdir()) == before


def test_there_are_ninety_of_them() -> None:
    assert len(set(CALLS)) >= 90


@pytest.mark.parametrize(
    "line",
    [
        "errata read README.md --quiet other.md", "errata read --quiet README.md other.md",
        "errata read README.md other.md --format json --quiet",
    ],
)  # fmt: skip
def test_lists_may_stand_before_between_and_behind_options(
    line: str, told: Callable[[str], tuple[int, str, str]], here: Path
) -> None:
    (here / "README.md").write_text("- [A word on moss](https://doi.org/10.99999/a), 2020\n")
    (here / "other.md").write_text("- [Two words on moss](https://doi.org/10.99999/b), 2020\n")
    status, out, _ = told(line)
    assert status == 0
    assert "A word on moss" in out
    assert "Two words on moss" in out
