"""Every command that the page of a report shows, or copies, runs as it stands there."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.cli.conftest import errata, here
from tests.cli.test_printed_commands import NAMES, listed
from tests.server.fixture import services

__all__ = ["errata", "here", "listed", "services"]

pytestmark = pytest.mark.browser


def shown(page: Page) -> set[str]:
    """What the page copies, what it says, and what it puts together of all that is accepted."""
    copied = page.eval_on_selector_all(
        "[data-copy^='errata ']", "all => all.map(one => one.dataset.copy)"
    )
    for box in page.locator("[data-accept]").all():
        box.check()
    said = re.findall(r"errata fix .*?(?= writes\b)", page.inner_text("body"))
    tray = page.locator("#tray-command").inner_text()
    habits = page.locator("#habits code").all_inner_texts()
    return {*copied, *said, *habits, tray}


def test_every_command_of_the_page_runs_in_a_copy_of_its_folder(
    browser: Browser, listed: Path, errata: Callable[..., int], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert errata("check", *(f"./{name}" for name in NAMES), "--report", "page.html") == 1
    page = browser.new_page()
    page.goto((listed / "page.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    commands = shown(page)
    page.close()
    assert sum("--accept" in command for command in commands) >= 3
    assert any(command.count("--accept") > 1 for command in commands)
    assert any(shlex.quote(NAMES[0]) in command for command in commands)
    for command in sorted(commands):
        words = shlex.split(command)
        copy = shutil.copytree(listed, listed.parent / "copy", dirs_exist_ok=True)
        monkeypatch.chdir(copy)
        capsys.readouterr()
        assert errata(*words[1:]) in (0, 1), (command, capsys.readouterr().err)
        if "--accept" in words:
            assert "Written: " in capsys.readouterr().err, command
        monkeypatch.chdir(listed)
        shutil.rmtree(copy)
