"""The whole command on a long list: ``python -m tests.benchmarks.whole [ENTRIES]``.

``errata check LIST --format json`` runs twice as a process of its own against a local server, on a
clock that runs ``SCALE`` times faster: seconds on the wall (as they pass), seconds of CPU, requests
and peak memory of both runs.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.server.server import running
from tests.server.works import Made, numbered

SCALE = 50.0


def listed(work: Made) -> Made:
    """The work as a list can name it: no digits in names."""
    authors = (("Ada", "Shoreham"), ("Ben", "Tidewell"))
    return replace(work, authors=authors)


def line(work: Made, number: int) -> str:
    """An entry of a list: four of five have an identifier."""
    venue = work.container
    match number % 10:
        case 0 | 1 | 2 | 3:
            link = f"[Link](https://doi.org/{work.doi})"
        case 4 | 5:
            venue, link = "arXiv", f"[Link](https://arxiv.org/abs/{work.arxiv})"
        case 6 | 7:
            link = f"[Link](https://pubmed.ncbi.nlm.nih.gov/{work.pmid}/)"
        case _:
            link = ""
    names = ", ".join(f"{given} {family}" for given, family in work.authors)
    return f"- **{work.title}**. {names}. *{venue}*, {work.year}. {link}\n"


def ran(folder: Path, environment: dict[str, str]) -> str:
    """Wall and CPU seconds and peak megabytes of one run."""
    command = [sys.executable, "-m", "pipeline", "check", "list.md", "--format", "json"]
    command += ["--cache", "cache", "--mailto", "curator@example.org"]
    began = time.monotonic()
    with (folder / "report.json").open("wb") as report:
        process = subprocess.Popen(command, cwd=folder, stdout=report, env=environment)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"errata check ended with {process.returncode}")
    cpu = used.ru_utime + used.ru_stime
    return f"{time.monotonic() - began:>7.2f} {cpu:>6.2f} {used.ru_maxrss / 1024:>7.0f}"


def main() -> None:
    """Print the two runs."""
    entries = int(sys.argv[1]) if sys.argv[1:] else 1000
    with running() as services, tempfile.TemporaryDirectory() as name:
        works = [listed(work) for work in numbered(entries)]
        services.works[:] = works
        text = "# List\n\n" + "".join(line(work, number) for number, work in enumerate(works))
        (Path(name) / "list.md").write_text(text, encoding="utf-8")
        root = str(Path(__file__).parents[2])
        environment = os.environ | services.environment | {"PYTHONPATH": root}
        environment["ERRATA_TIME_SCALE"] = str(SCALE)
        print("run     requests  wall s  cpu s  max MB")
        for run in ("first", "second"):
            before = len(services.log)
            used = ran(Path(name), environment)
            print(f"{run:<7} {len(services.log) - before:>8} {used}", flush=True)


if __name__ == "__main__":
    main()
