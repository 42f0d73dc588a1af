"""Plans of faults by chance, and what a report says about services under each of them.

Under a plan each service fails always, at times, only for some requests, or not at all, each in its
own way. A report is untrue if it says of a service that it could not be asked though each of its
requests was answered, quotes one that never answered, or concludes that nobody knows a work while
somebody was silent.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.hostile.lied import Bench
from tests.server.server import PATHS, Call, Fault

KINDS = ("503", "500", "429", "403", "html", "empty", "cut", "deep", "gzip-bomb", "redirect")
ALWAYS = 1_000_000
SOUND = 0.45
"""Share of services that a plan leaves alone."""
MATCHES = ("", "", "search|query|term|filter", r"\d[02468]'")
"""Which requests a fault strikes: all, what is asked of many, every other one."""

CONCLUSIONS = re.compile(r"no work bears this title|no service knows|none knows")
DEAD = re.compile(r"is registered nowhere")
"""Of an identifier; who was silent about titles may have told of it before."""
UNASKED = re.compile(r"(\w+) could not be asked|(\w+) did not answer")


@dataclass
class Seen:
    """Which services answered at least once, which failed at least once, and what was answered."""

    answered: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    """The requests that were answered."""

    def watching(self, strike: Callable[[Call], Fault | None]) -> Callable[[Call], Fault | None]:
        """A strike that is noted."""

        def struck(call: Call) -> Fault | None:
            fault = strike(call)
            (self.failed if fault else self.answered).add(call.service)
            if not fault:
                self.questions.add(f"{call.path} {' '.join(call.params.values())}".casefold())
            return fault

        return struck


def plan(chance: random.Random) -> list[Fault]:
    """What goes wrong this time."""
    return [
        Fault(service, chance.choice(KINDS), chance.choice((1, 2, 5, ALWAYS, ALWAYS)),
              match=chance.choice(MATCHES))
        for service in PATHS if chance.random() > SOUND
    ]  # fmt: skip


def untruths(bench: Bench, seed: int) -> list[str]:
    """What a report says that is not so under the plan of this seed."""
    services, seen = bench.services, Seen()
    services.faults[:] = plan(random.Random(seed))  # noqa: S311  the same each time
    told = [f"{f.service} {f.kind} x{f.times} {f.match}" for f in services.faults]
    vars(services)["strike"] = seen.watching(services.strike)
    try:
        bench.ran("check", f"plan{seed}")
    finally:
        services.faults.clear()
        del vars(services)["strike"]
    report: dict[str, Any] = json.loads((bench.folder / "report.json").read_text(encoding="utf-8"))
    return [f"plan {seed} ({', '.join(told)}): {one}" for one in untrue(report, seen)]


def untrue(report: Mapping[str, Any], seen: Seen) -> Iterator[str]:
    silent = {name for name, use in report["services"].items() if use["failed"]}
    for name in sorted(silent - seen.failed):
        yield f"{name} is said to have failed"
    for entry in (entry for each in report["lists"] for entry in each["entries"]):
        yield from _of_entry(entry, seen, silent)
    if not silent and not report["complete"]:
        yield "incomplete, and nobody failed"


def _of_entry(entry: Mapping[str, Any], seen: Seen, silent: set[str]) -> Iterator[str]:
    sayings = [*entry["reasons"], *(finding["message"] for finding in entry["findings"])]
    named = {
        one for text in sayings for found in UNASKED.finditer(text)
        for one in found.groups() if one in PATHS
    }  # fmt: skip
    for name in sorted(named - seen.failed):
        yield f"{entry['id']}: {name} answered, and is called silent"
    if named and any(map(CONCLUSIONS.search, sayings)):
        yield f"{entry['id']}: {sorted(named)} silent, and concluded: {sayings}"
    if any(map(DEAD.search, sayings)) and not _told(entry, seen):
        yield f"{entry['id']}: called registered nowhere, and nobody told"
    if entry["status"] == "not-found" and {"crossref"} & silent & named:
        yield f"{entry['id']}: not found, and crossref was silent"
    for finding in entry["findings"]:
        for source in sorted({one["source"] for one in finding["evidence"]} - seen.answered):
            yield f"{entry['id']}: {source} is quoted, and never answered"


def _told(entry: Mapping[str, Any], seen: Seen) -> bool:
    """Whether a request that named an identifier of the entry was answered."""
    values = [one.partition(":")[2].casefold() for one in entry["identifiers"]]
    return any(value in question for value in values for question in seen.questions)
