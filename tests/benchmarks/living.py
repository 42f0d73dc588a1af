"""The report on a living review: ``python -m tests.benchmarks.living [FOLDER]``.

A generated review of 3,173 entries: 2,390 works, of which every third stands under a second heading
on purpose, and a few true faults between them. ``errata check`` runs as a process against a local
server; printed are the lines and bytes of its reports, which stay in the folder.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.whole import SCALE
from tests.server.server import running
from tests.server.works import Made, numbered

ENTRIES = 3_173
WORKS = 2_390

HEADINGS = ("Models", "Methods", "Data", "Applications", "Theory", "Tools", "Reviews")

SYLLABLES = ("ba", "kel", "lo", "mir", "nu", "pos", "ra", "sed", "ti", "vug")

FAULTS = {300: "authors", 900: "link", 1500: "authors", 41: "title", 1203: "title", 2002: "title"}
"""Number of a work -> which field of it is wrong where it stands first."""


def line(work: Made, other: Made, fault: str = "") -> str:
    """An entry; what is wrong in it is of the other work, or misspelt."""
    people = (other if fault == "authors" else work).authors
    names = ", ".join(f"{given} {family}" for given, family in people)
    doi = (other if fault == "link" else work).doi
    title = work.title.replace("e", "ee", 1) if fault == "title" else work.title
    return f"- **{title}**. {names}. *{work.container}*, {work.year}. [Link](https://doi.org/{doi})"


def review(works: list[Made], entries: int = ENTRIES) -> str:
    """The list: each work under its heading, the first of them under the next heading too."""
    sections: dict[str, list[str]] = {name: [] for name in HEADINGS}
    for number, work in enumerate(works):
        name = HEADINGS[number % len(HEADINGS)]
        other = works[(number + 7) % len(works)]
        sections[name].append(line(work, other, FAULTS.get(number, "")))
    for number, work in enumerate(works[: entries - len(works)]):
        sections[HEADINGS[(number + 1) % len(HEADINGS)]].append(line(work, work))
    parts = (f"## {name}\n\n" + "\n".join(lines) for name, lines in sections.items())
    return "# A living review\n\n" + "\n\n".join(parts) + "\n"


def named(work: Made, number: int) -> Made:
    """The work with people of its own: by-lines that differ can be told from each other."""
    syllables = "".join(SYLLABLES[int(digit)] for digit in f"{number * 7_919 % 10_000:04}")
    name = syllables.title()
    people = (("Ada", f"{name}er"), ("Ben", f"{name[::-1].title()}un"))
    return replace(work, authors=people)


def reports(folder: Path, number: int = WORKS, entries: int = ENTRIES) -> tuple[str, str, str]:
    """The report on a terminal, as Markdown and as a page."""
    with running() as services:
        works = [named(work, place) for place, work in enumerate(numbered(number))]
        services.works[:] = works
        (folder / "README.md").write_text(review(works, entries), encoding="utf-8")
        root = str(Path(__file__).parents[2])
        environment = os.environ | services.environment | {"PYTHONPATH": root, "COLUMNS": "100"}
        environment["ERRATA_TIME_SCALE"] = str(SCALE)
        command = [sys.executable, "-m", "pipeline", "check", "README.md", "--records", "false"]
        command += ["--report", "report.md", "--report", "report.html", "--report", "report.json"]
        command += ["--mailto", "curator@example.org", "--no-color"]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"errata check ended with {done.returncode}: {done.stderr[-2000:]}")
    files = [(folder / f"report.{ending}").read_text(encoding="utf-8") for ending in ("md", "html")]
    return done.stdout, files[0], files[1]


def unfolded(markdown: str) -> int:
    """Lines of the Markdown that nobody has to open."""
    return re.sub(r"<details>.*?</details>", "", markdown, flags=re.DOTALL).count("\n")


def main() -> None:
    """Print the sizes."""
    folder = Path(sys.argv[1] if sys.argv[1:] else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    text, markdown, page = reports(folder)
    print(text)
    print(f"entries                {ENTRIES:>9,}")
    print(f"terminal, lines        {text.count(chr(10)):>9,}")
    print(f"Markdown, bytes        {len(markdown.encode()):>9,}")
    print(f"Markdown, unfolded     {unfolded(markdown):>9,}")
    print(f"page, bytes            {len(page.encode()):>9,}")
    print(f"in {folder}")


if __name__ == "__main__":
    main()
