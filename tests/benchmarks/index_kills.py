"""`errata index` killed at random instants: the index is the old one or the new one, never half.

    python -m tests.benchmarks.index_kills DUMPS [--kills N]

DUMPS is a folder that ``tests.benchmarks.dumps`` wrote. An index of arXiv's dump stands; it is
built anew of Crossref's, and brought up to date with PubMed's, and every run is killed. After each
kill the index is opened and a work of each part read; after the last the command runs to its end.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pipeline.index.lookup import Index
from pipeline.index.manifest import Manifest

CALLS = (
    ("build", "--crossref", "crossref"),
    ("update", "--pubmed", "pubmed"),
)


def run(dumps: Path, index: Path, call: tuple[str, ...], stop: float | None) -> float:
    """Runs the command, killed after so many seconds; how long it took."""
    action, option, name = call
    command = [sys.executable, "-m", "pipeline", "index", action, option, str(dumps / name)]
    began = time.monotonic()
    with subprocess.Popen([*command, "-o", str(index)], stdout=subprocess.DEVNULL) as process:
        try:
            process.wait(stop)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
    if stop is None and process.returncode:
        raise SystemExit(f"{call} ended with {process.returncode}")
    return time.monotonic() - began


def opened(index: Path) -> Manifest:
    """What the index holds; every part of it can be read."""
    with Index(index, _refused) as found:
        for part in found.manifest.parts:
            if part.rows and len(found.heads([part.number << 20])) != 1:
                raise SystemExit(f"part {part.number} is not whole")
        return found.manifest


def _refused(text: str) -> None:
    raise SystemExit(text)


def main() -> None:
    """Kill and look."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("dumps", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    asked = parser.parse_args()
    chance, kills, replaced = random.Random(1), 0, 0  # noqa: S311  drawn by seed
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        run(asked.dumps, index, ("build", "--arxiv", "arxiv.json.gz"), None)
        for call in CALLS:
            before = opened(index)
            took = run(asked.dumps, Path(folder) / "other", ("build", *call[1:]), None)
            for _ in range(asked.kills // len(CALLS)):
                run(asked.dumps, index, call, chance.uniform(0.2, took))
                kills += 1
                now = opened(index)
                replaced += now.generation != before.generation
                before = now
            run(asked.dumps, index, call, None)
            opened(index)
    print(f"{kills} kills: after each the index was whole; {replaced} came after its replacement")


if __name__ == "__main__":
    main()
