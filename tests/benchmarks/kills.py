"""`errata fix` killed at random instants: ``python -m tests.benchmarks.kills [KILLS] [ENTRIES]``.

Every second run finds all answers in the cache. After each kill the list is the old one or the new
one and every record is the one of an undisturbed run; after the next run both equal what an
undisturbed run leaves. Prints where the kills fell; the exit status is 1 if anything was torn.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.server.server import Services, running
from tests.server.works import Made, numbered

ENTRY = "- **{}.** {}. *{}*, {}. [[Link]](https://doi.org/{})\n"
SEED = 1
USUAL = [100, 100]
"""Kills and entries."""


def listed(works: list[Made]) -> str:
    """A list of these works; every third entry has a letter wrong in its first author."""
    lines = []
    for number, work in enumerate(works):
        names = [" ".join(name) for name in work.authors]
        if number % 3 == 0:
            names[0] = names[0][:-1] + names[0][-1] * 2
        venue = work.container or "arXiv"
        lines.append(ENTRY.format(work.title, ", ".join(names), venue, work.year, work.doi))
    return "# Papers\n\n" + "".join(lines)


@dataclass
class Bench:
    """A folder with a list, and the services that ``errata fix`` asks about it."""

    folder: Path
    services: Services
    text: str

    def clear(self, *, warm: bool = False) -> None:
        """The list as it was, no records; the cache as a whole run left it, or none."""
        shutil.rmtree(self.folder / "papers", ignore_errors=True)
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        if warm:
            shutil.copytree(self.kept, self.folder / "cache")
        (self.folder / "list.md").write_text(self.text, encoding="utf-8")

    @property
    def kept(self) -> Path:
        """Where the cache of a whole run is kept."""
        return self.folder / "kept"

    def start(self) -> subprocess.Popen[bytes]:
        """The command on its way."""
        plain = {k: v for k, v in os.environ.items() if not k.startswith("ERRATA_")}
        return subprocess.Popen(
            [sys.executable, "-m", "pipeline", "fix", "list.md", "--quiet"], cwd=self.folder,
            env=plain | self.services.environment | {"PYTHONPATH": str(Path.cwd())},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def finish(self) -> dict[str, bytes]:
        """What an undisturbed run leaves."""
        status = self.start().wait()
        assert status in (0, 1), status
        return self.state()

    def state(self) -> dict[str, bytes]:
        """List and records, by their names; a file in the making is not one of them."""
        files = [self.folder / "list.md", *sorted((self.folder / "papers").glob("*.json"))]
        return {path.name: path.read_bytes() for path in files}


def torn(state: Mapping[str, bytes], old: str, new: Mapping[str, bytes]) -> list[str]:
    """Files that are neither the old nor the new one."""
    whole = {name: {content} for name, content in new.items()}
    whole["list.md"].add(old.encode())
    return [name for name, content in state.items() if content not in whole.get(name, set())]


def killed(bench: Bench, kills: int) -> tuple[Counter[str], list[str]]:
    """Where the kills fell, and what they tore."""
    chance = random.Random(SEED)  # noqa: S311  no secret
    new, cold_s = timed(bench)
    shutil.copytree(bench.folder / "cache", bench.kept)
    bench.clear(warm=True)
    again, warm_s = timed(bench)
    wrong = [] if again == new else ["a run from the cache does not equal one that asks"]
    fell: Counter[str] = Counter()
    for number in range(kills):
        warm = number % 2 == 1
        bench.clear(warm=warm)
        where = interrupted(bench, chance.uniform(0.0, warm_s if warm else cold_s))
        fell[f"{where}, {'warm' if warm else 'cold'}"] += 1
        wrong += [f"kill {number}: {name}" for name in torn(bench.state(), bench.text, new)]
        if bench.finish() != new:
            wrong.append(f"the run after kill {number} does not equal an undisturbed one")
    return fell, wrong


def timed(bench: Bench) -> tuple[dict[str, bytes], float]:
    """What an undisturbed run leaves, and how long it takes."""
    began = time.monotonic()
    return bench.finish(), time.monotonic() - began


def interrupted(bench: Bench, after_s: float) -> str:
    """Where a run was when it was killed."""
    process = bench.start()
    try:
        process.wait(after_s)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return "while writing" if (bench.folder / "papers").exists() else "while asking"
    return "after the end"


def measured(kills: int, entries: int) -> tuple[Counter[str], list[str]]:
    """The same for so many invented works."""
    with running() as services, tempfile.TemporaryDirectory() as name:
        works = [work for work in numbered(entries) if work.doi]
        services.works[:] = works
        bench = Bench(Path(name), services, listed(works))
        bench.clear()
        return killed(bench, kills)


def main() -> int:
    """0 if every file was whole each time."""
    given = [int(number) for number in sys.argv[1:]]
    kills, entries = (given + USUAL[len(given) :])[:2]
    fell, wrong = measured(kills, entries)
    print(", ".join(f"{number} {where}" for where, number in fell.most_common()))
    print(f"{kills} kills over {entries} entries: {len(wrong)} torn {wrong[:5] or ''}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
