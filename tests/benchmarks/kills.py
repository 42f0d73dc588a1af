"""`errata fix` killed at random instants: ``python -m tests.benchmarks.kills [KILLS] [ENTRIES]``.

After each kill the list is the old one or the new one, every record is the one of an undisturbed
run, and at last both equal what an undisturbed run leaves. Prints where the kills fell; the exit
status is 1 if anything was torn.
"""

import os
import random
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

    def clear(self) -> None:
        """The list as it was, no records, no cache."""
        for path in sorted(self.folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (self.folder / "list.md").write_text(self.text, encoding="utf-8")

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
    began = time.monotonic()
    new = bench.finish()
    usual = time.monotonic() - began
    bench.clear()
    fell: Counter[str] = Counter()
    wrong: list[str] = []
    for _ in range(kills):
        process = bench.start()
        try:
            process.wait(chance.uniform(0.0, usual))
            fell["after the end"] += 1
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            asked = "while asking" if not (bench.folder / "papers").exists() else "while writing"
            fell[asked] += 1
        state = bench.state()
        wrong += torn(state, bench.text, new)
        if state == new or chance.random() < 0.2:
            bench.clear()
    if bench.finish() != new:
        wrong.append("the last run does not equal an undisturbed one")
    return fell, wrong


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
    kills, entries = (*map(int, sys.argv[1:]), 200, 300)[:2] if sys.argv[1:] else (200, 300)
    fell, wrong = measured(kills, entries)
    print(", ".join(f"{number} {where}" for where, number in fell.most_common()))
    print(f"{kills} kills over {entries} entries: {len(wrong)} torn {wrong[:5] or ''}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
