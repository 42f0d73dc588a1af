"""`errata fix --sort`: asked for, shown, written and told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.write.test_sorting import FALLING, listed


def test_fix_sorts_only_if_asked_and_says_so(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    astray, kept = [*FALLING[1:], FALLING[0]], [FALLING[1], FALLING[0], *FALLING[2:]]
    (here / "list.md").write_text(listed(astray), encoding="utf-8")
    errata("fix", "list.md", "--quiet")
    assert (here / "list.md").read_text(encoding="utf-8") == listed(astray)
    errata("fix", "list.md", "--sort", "--dry-run")
    assert "+- **" in capsys.readouterr().out
    errata("fix", "list.md", "--sort")
    assert (here / "list.md").read_text(encoding="utf-8") == listed(kept)
    assert "1 entry put in order by year, the latest first" in capsys.readouterr().err
