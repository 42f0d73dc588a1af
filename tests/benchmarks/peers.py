"""The same list given to Errata and to its peers: ``python -m tests.benchmarks.peers LIST.bib``.

What is measured is how each tool asks, at its default settings: requests, refusals, seconds. What a
tool is made for differs, and is printed beside it. ``--with`` takes a command that runs its
arguments against a stand-in of the services under their own names and writes one JSON object a
request (``service``, ``status``, ``violations``) to ``{log}``; without it the real services are
asked, and requests are not counted. ``--bin NAME=FOLDER`` says where a tool's programs lie, else
the path does.
"""

import argparse
import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

CONTACT = "someone@example.org"
MOST_UNWATCHED = 10
"""Entries that may be asked of the real services."""
SHARED = frozenset({"crossref", "arxiv", "eutils", "idconv"})
"""Services with known limits, in the words of the log; others may refuse everybody."""
HEADER = "requests shared refused violations  wall s    exit  made for"
LIMITED = frozenset({"rate", "concurrency"})
"""Violations of a service's limits, in the words of the log."""
ONE_BY_ONE = """\
import habanero, sys
habanero.Crossref(mailto=sys.argv[1]).works(ids=sys.argv[2:], warn=True)
"""
OWN = ("--cache=cache", f"--mailto={CONTACT}")
RAW = ("--format=csljson", "--allow-invalid-csl-data")
"""Without the second, manubot first fetches a schema from a host that is no service."""


class Peer(NamedTuple):
    """A tool: its program, how it is called, and what it is made for."""

    program: str
    arguments: Callable[[Path, Sequence[str]], Sequence[str]]
    """Of the list and the DOIs in it."""
    purpose: str


class Count(NamedTuple):
    """What the services saw."""

    requests: int
    shared: int
    """Those to services that Errata asks too; only these are judged."""
    refused: int
    violations: int


PEERS = {
    "errata": Peer(
        sys.executable,
        lambda bib, _: [
            "-m",
            "pipeline",
            "check",
            str(bib),
            "--cache=cache",
            f"--mailto={CONTACT}",
        ],
        "checks every field, proposes corrections",
    ),
    "bibtexautocomplete": Peer("btac", lambda bib, _: [str(bib)], "fills in missing fields"),
    "academic-refchecker": Peer(
        "academic-refchecker", lambda bib, _: ["--paper", str(bib)], "checks a paper's references"
    ),
    "bibtex-updater": Peer(
        "bibtex-check", lambda bib, _: [str(bib)], "checks entries, replaces preprints"
    ),
    "manubot": Peer(
        "manubot",
        lambda _, dois: ["cite", *RAW, *(f"doi:{doi}" for doi in dois)],
        "makes references of identifiers",
    ),
    "habanero": Peer(
        "python",
        lambda _, dois: ["-c", ONE_BY_ONE, CONTACT, *dois],
        "a client library for Crossref",
    ),
}


def entries(bib: str) -> int:
    """How many entries a .bib text holds."""
    return len(re.findall(r"(?m)^@(?!comment|string|preamble)\w+\s*\{", bib))


def dois(bib: str) -> list[str]:
    """The DOIs in its fields of that name."""
    return re.findall(r"(?mi)^\s*doi\s*=\s*[{\"]\s*([^}\"\s]+)", bib)


def counted(log: Path) -> Count | None:
    """The sums of a request log; None if there is none."""
    if not log.exists():
        return None
    calls: list[dict[str, Any]] = [json.loads(line) for line in log.read_text().splitlines()]
    shared = [call for call in calls if call["service"] in SHARED]
    return Count(
        requests=len(calls),
        shared=len(shared),
        refused=sum(call["status"] == 429 for call in shared),
        violations=sum(not LIMITED.isdisjoint(call.get("violations", ())) for call in shared),
    )


def measured(name: str, bib: Path, options: argparse.Namespace) -> str:
    """One line of the table."""
    peer = PEERS[name]
    folder = dict(one.split("=", 1) for one in options.bin).get(name)
    program = shutil.which(peer.program, path=folder)
    if program is None:
        return f"{name:<20} not installed"
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        log, copy = work / "requests.jsonl", work / bib.name
        shutil.copy(bib, copy)
        own = [program, *peer.arguments(copy, dois(copy.read_text(encoding="utf-8")))]
        around = [part.replace("{log}", str(log)) for part in shlex.split(options.around)]
        began = time.monotonic()
        ended = ran([*around, *own], work, options.timeout)
        return line(name, counted(log), time.monotonic() - began, ended)


def ran(command: Sequence[str], place: Path, timeout_s: float) -> str:
    """How a command ended: its exit status, or that it was stopped."""
    with subprocess.Popen(
        command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            return str(process.wait(timeout_s))
        except subprocess.TimeoutExpired:
            process.terminate()
            return "stopped"


def line(name: str, count: Count | None, seconds: float, ended: str) -> str:
    """How a tool did."""
    seen = "        ?      ?       ?          ?"
    if count is not None:
        seen = f"{count.requests:>9} {count.shared:>6} {count.refused:>7} {count.violations:>10}"
    return f"{name:<20} {seen} {seconds:>7.0f} {ended:>7}  {PEERS[name].purpose}"


def parsed() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("list", type=Path)
    parser.add_argument("--with", dest="around", default="", metavar="COMMAND")
    parser.add_argument("--only", nargs="+", choices=PEERS, default=list(PEERS), metavar="NAME")
    parser.add_argument("--bin", action="append", default=[], metavar="NAME=FOLDER")
    parser.add_argument("--timeout", type=float, default=900.0, metavar="SECONDS")
    return parser.parse_args()


def main() -> int:
    """Print the table; 2 if the real services would be asked too much."""
    options = parsed()
    count = entries(options.list.read_text(encoding="utf-8"))
    if not options.around and count > MOST_UNWATCHED:
        print(f"{count} entries: without --with at most {MOST_UNWATCHED}", file=sys.stderr)
        return 2
    print(f"{count} entries\n{'':<20}  {HEADER}")
    for name in options.only:
        print(measured(name, options.list.resolve(), options), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
