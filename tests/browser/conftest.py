"""The HTML report in a real Chromium, driven by Playwright; no browser is ever downloaded."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.reports.html import render
from pipeline.values.audit import Habit
from tests.reports import audits

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
"""Nothing of the browser's own may reach for the network."""


def chromium() -> str:
    """The browser that is installed."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail(
            "the tests of the HTML report need a Chromium: `apt-get install chromium`, or name one "
            "by CHROMIUM=/path/to/it; without them: pytest --ignore tests/browser",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages on disk, as a maintainer has them."""
    folder = tmp_path_factory.mktemp("reports")
    made = {
        "few": audits.audit(*audits.telling()),
        "sample": audits.sample(),
        "large": audits.large(10_000),
        "habits": audits.audit(
            *audits.telling(),
            habits=(
                Habit(
                    path="list.md",
                    code="duplicate",
                    kind="two-headings",
                    number=7,
                    of=9,
                    example="list.md#L5",
                    message="The same work stands at line 3.",
                ),
            ),
        ),
        "quiet": audits.quiet(),
        "unchecked": audits.unchecked(),
        "empty": audits.audit(),
    }
    for name, audit in made.items():
        (folder / f"{name}.html").write_text(render(audit), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def opened(browser: Browser, reports: dict[str, Path]) -> Iterator[Callable[..., Page]]:
    """Opens a report from disk; afterwards no complaint and no request may have been seen."""
    complaints: list[str] = []
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def open_report(
        name: str, *, width: int = 1280, scheme: str = "light", query: str = ""
    ) -> Page:
        page = context.new_page()
        page.on("console", lambda said: complaints.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("request", lambda asked: complaints.append(f"request: {asked.url}")
                if asked.url.partition("#")[0] != reports[name].as_uri() else None)  # fmt: skip
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(reports[name].as_uri() + query)
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_report
    context.close()
    assert complaints == []
