"""The owner's list against whatever services answer: ``python -m tests.benchmarks.owner``.

Prints how many entries are resolved, which faults are found and missed, what is reported beyond
them, the requests and the seconds of a first and a second run. Without network, or with
``--offline``, the shipped answers serve; ``ERRATA_<NAME>_URL`` leads to other services.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.owner import WRONG, household


def main() -> int:
    """0 if everything that is wrong is found, and nothing else."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        household(folder)
        first, seconds = run(folder)
        second, again = run(folder)
    right = told(first)
    print(f"first run   {requests(first)} requests, {seconds:.1f} s")
    print(f"second run  {requests(second)} requests, {again:.1f} s")
    return 0 if right else 1


def run(folder: Path) -> tuple[dict[str, Any], float]:
    """The JSON report of ``errata check`` and its seconds."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "check", "list.md", "--format", "json", *sys.argv[1:]],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.PIPE, check=False, text=True,
    )  # fmt: skip
    return json.loads(done.stdout), time.monotonic() - began


def requests(report: dict[str, Any]) -> int:
    """Requests of a run to all services."""
    return sum(use["asked"] for use in report["services"].values())


def told(report: dict[str, Any]) -> bool:
    """Prints what was found, missed and accused beyond; True if that is as it should be."""
    found = {
        (entry["line"], f["code"])
        for entry in report["lists"][0]["entries"] for f in entry["findings"]
        if f["severity"] != "notice" and f["code"] != "encoding"
    }  # fmt: skip
    wanted = {(line, code) for line, faults in WRONG.items() for code, _ in faults}
    summary = report["summary"]
    print(f"resolved    {summary['resolved']} of {summary['entries']}")
    print(f"found       {len(found & wanted)} of {len(wanted)} faults")
    for line, code in sorted(wanted - found):
        print(f"  missed    line {line}: {code}")
    for line, code in sorted(found - wanted):
        print(f"  beyond    line {line}: {code}")
    return found == wanted and summary["resolved"] == summary["entries"]


if __name__ == "__main__":
    sys.exit(main())
