"""Settings on their way into a run: what is set holds, what cannot be meant ends it in one line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.server import Services

ENTRY = (
    "- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hassek. "
    "**Journal of Estuarine Sensing**. [[Link]](https://doi.org/10.99999/jes.2021.017)\n"
)


@pytest.fixture(autouse=True)
def _listed(here: Path) -> None:
    (here / "list.md").write_text(f"# Papers\n\n## 2021\n\n{ENTRY}", encoding="utf-8")


def test_offline_in_the_environment_asks_nobody(
    errata: Callable[..., int], services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ERRATA_OFFLINE", "1")
    assert errata("check", "list.md") == 3
    assert services.log == []
    monkeypatch.setenv("ERRATA_OFFLINE", "0")
    assert errata("check", "list.md") in (0, 1)
    assert services.log != []


def test_findings_are_chosen_in_the_environment(
    errata: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    errata("check", "list.md")
    assert "author-misspelt" in capsys.readouterr().out
    monkeypatch.setenv("ERRATA_IGNORE", "author-misspelt")
    errata("check", "list.md")
    assert "author-misspelt" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "list.md"), ("fix", "list.md"), ("add", "10.99999/x", "--to", "list.md"),
        ("show", "10.99999/x"), ("cache", "warm", "list.md"),
    ],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_a_cache_that_cannot_be_made_is_said(
    arguments: tuple[str, ...], errata: Callable[..., int], services: Services,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """It used to end with status 3 and without a word."""
    assert errata(*arguments, "--cache", "list.md/kept") == 2
    told = capsys.readouterr()
    assert told.err.startswith("errata: The folder for answers, list.md/kept, cannot be made: ")
    assert (told.out, told.err.count("\n"), services.log) == ("", 1, [])


def test_a_cache_that_can_be_made_is_not_made_for_nothing(
    errata: Callable[..., int], here: Path
) -> None:
    assert errata("check", "list.md", "--offline", "--cache", "new/kept") == 3
    assert [path.name for path in here.iterdir()] == ["list.md"]


@pytest.mark.parametrize("command", ["read", "check", "fix", "export"])
def test_a_wrong_setting_ends_any_run_that_has_settings(
    command: str, errata: Callable[..., int], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "errata.toml").write_text('fail_on = "never ever"\n', encoding="utf-8")
    assert errata(command) == 2
    assert capsys.readouterr().err == (
        "errata: errata.toml: fail_on must be 'error', 'warning', 'notice' or 'never', "
        "not 'never ever'.\n"
    )
