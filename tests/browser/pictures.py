"""The pictures of the documentation: ``python -m tests.browser.pictures``; needs Chromium.

The list of `make demo` is checked with the answers that ship, and its page is photographed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, chromium

ROOT = Path(__file__).parents[2]
LIST = "examples/list-as-given.md"
PICTURES = {"report": 1280, "report-phone": 390}
"""Name of a picture -> width of the window."""


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        command = [sys.executable, "-m", "pipeline", "check", LIST, "--offline", "--quiet"]
        subprocess.run(
            [*command, "--report", str(page)], cwd=ROOT, check=False, capture_output=True
        )
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            for name, width in PICTURES.items():
                window = browser.new_page(viewport={"width": width, "height": 900})
                window.goto(page.as_uri())
                window.wait_for_selector("html[data-ready]")
                window.screenshot(path=str(ROOT / f"docs/images/{name}.png"))
            browser.close()


if __name__ == "__main__":
    main()
