"""A list that its editor saves at random instants: ``python -m tests.benchmarks.saves [SAVES]``.

While ``fix``, ``add`` or ``review`` runs, or two of them at once, somebody who opened the list
before saves it with a line typed and another changed. Afterwards every line of the editor's stands,
or its correction as an undisturbed run makes it, and nothing else but what was added. Prints where
the saves fell; the exit status is 1 if a line was lost or half a correction was written.
"""

import json
import os
import pty
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.kills import listed
from tests.server.server import Services, running
from tests.server.works import numbered

SAVES, ENTRIES = 200, 30
SEED = 14
NEW = "10.9999/bps.{}"
COMMANDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "fix": (("fix",),),
    "add": (("add", "0"),),
    "review": (("review",),),
    "fix and fix": (("fix",), ("fix",)),
    "fix and add": (("fix",), ("add", "0")),
    "add and add": (("add", "0"), ("add", "1")),
    "fix and review": (("fix",), ("review",)),
    "add and review": (("add", "0"), ("review",)),
    "review and review": (("review",), ("review",)),
}
"""What runs at once."""

ANSWERS = b"accept\n" * ENTRIES
LONGEST_S = 120.0


@dataclass
class Desk:
    """A folder with the list, its records and answers, in which commands run on it."""

    folder: Path
    services: Services
    text: str
    additions: Sequence[str]
    """DOIs that may be added."""
    undisturbed: dict[str, str] = field(default_factory=dict)
    """Commands -> the list after them while nobody else touches it."""
    otherwise: dict[str, str] = field(default_factory=dict)
    """The same in the other order: ``fix`` mends what ``add`` wrote before it, and not after it."""
    takes_s: dict[str, float] = field(default_factory=dict)
    terminals: list[int] = field(default_factory=list)

    @property
    def path(self) -> Path:
        """The list."""
        return self.folder / "list.md"

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """A command on its way; the answers of a review are typed ahead."""
        name, *works = command
        added = [self.additions[int(n)] for n in works]
        given = [name, *added, "--to", "list.md"] if added else [name, "list.md"]
        plain = {k: v for k, v in os.environ.items() if not k.startswith("ERRATA_")}
        ours, theirs = pty.openpty()
        os.write(ours, ANSWERS)
        try:
            return subprocess.Popen(
                [sys.executable, "-m", "pipeline", *given, "--quiet"], cwd=self.folder,
                env=plain | self.services.environment | {"PYTHONPATH": str(Path.cwd())},
                stdin=theirs, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        finally:
            os.close(theirs)
            self.terminals.append(ours)

    def finish(self, runs: Sequence[subprocess.Popen[bytes]]) -> set[int]:
        """How they ended."""
        ends = {run.wait(LONGEST_S) for run in runs}
        while self.terminals:
            os.close(self.terminals.pop())
        return ends

    def learn(self, what: str) -> None:
        """What the commands make of the list alone, one after the other, and how long it takes."""
        began = time.monotonic()
        self.undisturbed[what] = self.after(COMMANDS[what])
        self.takes_s[what] = (time.monotonic() - began) / len(COMMANDS[what])
        self.otherwise[what] = self.after(COMMANDS[what][::-1])

    def after(self, commands: Sequence[Sequence[str]]) -> str:
        """The list as it was at first after these commands."""
        self.path.write_text(self.text, encoding="utf-8")
        for command in commands:
            self.finish([self.start(command)])
        return self.path.read_text(encoding="utf-8")


def edited(text: str, number: int, chance: random.Random) -> str:
    """The list with a line typed and, below all entries, another one changed."""
    lines = text.split("\n")
    lines.insert(chance.randrange(2, len(lines) - 2), f"- Words typed at save {number}.")
    return "\n".join(lines).replace("An end.", f"An end, at save {number}.")


def disturbed(desk: Desk, what: str, number: int, chance: random.Random) -> tuple[str, list[str]]:
    """Where a save fell, and what is wrong afterwards."""
    desk.path.write_text(desk.text, encoding="utf-8")
    theirs = edited(desk.text, number, chance)
    runs = [desk.start(command) for command in COMMANDS[what]]
    time.sleep(chance.uniform(0.0, desk.takes_s[what] * 1.1))
    before = desk.path.read_text(encoding="utf-8") == desk.text
    _save(desk.path, theirs, in_place=number % 2 == 0)
    over = all(run.poll() is not None for run in runs)
    ends = desk.finish(runs)
    fell = "after the end" if over else "before it wrote" if before else "after it wrote"
    now = desk.path.read_text(encoding="utf-8")
    wrong = [f"exit {end}" for end in ends if end not in (0, 1)]
    return fell, [*wrong, *_lost(desk, what, theirs, now)]


def _save(path: Path, text: str, *, in_place: bool) -> None:
    """As editors do: into the file itself, or into another that takes its place."""
    if in_place:
        path.write_text(text, encoding="utf-8")
        return
    other = path.with_name("list.md~")
    other.write_text(text, encoding="utf-8")
    other.replace(path)


def _lost(desk: Desk, what: str, theirs: str, now: str) -> list[str]:
    """The lines of the editor's that are gone, and those that nobody wrote."""
    old, new = desk.text.split("\n"), desk.undisturbed[what].split("\n")
    added = [line for line in new if line not in old]
    mended = {a: next((b for b in added if _alike(a, b)), a) for a in old if a not in new}
    left = Counter(now.split("\n"))
    gone = []
    for line in theirs.split("\n"):
        taken = next((one for one in (line, mended.get(line, line)) if left[one]), None)
        if taken is None:
            gone.append(f"lost: {line[:70]}")
        else:
            left[taken] -= 1
    added += [line for line in desk.otherwise[what].split("\n") if line not in old]
    strange = [line for line, count in left.items() if line and count and line not in added]
    return [*gone, *(f"nobody's: {line[:70]}" for line in strange), *_torn(desk.folder)]


def _torn(folder: Path) -> list[str]:
    """Records that are no whole JSON."""
    wrong = []
    for path in sorted((folder / "papers").glob("*.json")):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            wrong.append(f"torn: {path.name}")
    return wrong


def _alike(one: str, other: str) -> bool:
    """Whether two lines are one entry: its title is the same."""
    return one.split("**")[1:2] == other.split("**")[1:2] != []


def measured(saves: int, entries: int) -> tuple[Counter[str], list[str]]:
    """Where the saves fell, and what they broke."""
    chance = random.Random(SEED)  # noqa: S311  no secret
    fell: Counter[str] = Counter()
    wrong: list[str] = []
    with running() as services, tempfile.TemporaryDirectory() as name:
        works = [work for work in numbered(entries + 4) if work.doi]
        services.works[:] = works
        text = listed(works[:entries]) + "\nAn end.\n"
        desk = Desk(Path(name), services, text, [work.doi for work in works[entries:]])
        desk.path.write_text(text, encoding="utf-8")
        for command in (("fix",), ("add", "0"), ("add", "1")):  # the answers are kept from here
            desk.finish([desk.start(command)])
        for what in list(COMMANDS)[:saves]:
            desk.learn(what)
        for number in range(saves):
            what = list(COMMANDS)[number % len(COMMANDS)]
            where, broken = disturbed(desk, what, number, chance)
            fell[f"{what} {where}"] += 1
            print(".", end="" if number % 50 < 49 else "\n", flush=True)
            wrong += [f"save {number}, {what}, {where}: {one}" for one in broken]
    return fell, wrong


def main() -> int:
    """0 if nothing of the editor's was lost."""
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else SAVES
    fell, wrong = measured(saves, ENTRIES)
    print()
    for where, count in sorted(fell.items()):
        print(f"{count:4} {where}")
    print(f"{saves} saves over {ENTRIES} entries: {len(wrong)} wrong", *wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
