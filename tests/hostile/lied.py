"""A list with planted faults, and what is said and written of it while a service lies."""

import io
import json
import random
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.cli import run
from pipeline.values.codes import BY_NAME
from pipeline.values.exits import SILENT
from tests.hostile.lying import Lie
from tests.server.server import UNWAITING, Services
from tests.server.works import Made

ENTRIES = 112
"""Works at most: as many titles can be made."""

UNASKED, UNTITLED = "could not be asked", "is registered without a title"
"""Why an entry is not verified: who did not answer, and who has no more than that to say."""

KINDS = ("Tidal", "Alpine", "Urban", "Coastal", "Nocturnal", "Thermal", "Fossil", "Rural")
THINGS = ("mosses", "lanterns", "pebbles", "ferns", "harbours", "glaciers", "beetles", "organs",
          "bridges", "orchards", "marshes", "quarries", "violins", "salmon")  # fmt: skip
WAYS = ("counted from kites", "heard at dusk", "drawn by children", "under a slow rain",
        "measured twice", "kept in drawers", "across nine valleys", "without light")  # fmt: skip


def works(entries: int) -> list[Made]:
    """A work for each entry; every fourth stands at arXiv alone."""
    return [
        Made(
            title=f"{KINDS[n % 8]} {THINGS[n // 8]} {WAYS[(n * 5 + n // 8) % 8]}",
            authors=(("Ada", f"Shore{'abcdefgh'[n % 8]}{'klmnoprstuvwxz'[n // 8]}y"),
                     ("Ben", f"Tide{THINGS[n // 8]}")),
            year=2007 + n % 14,
            container="" if n % 4 == 1 else "Bulletin of Pebble Studies",
            doi="" if n % 4 == 1 else f"10.9999/bps.{n}",
            arxiv=_arxiv(n) if n % 4 == 1 else "",
            pmid=str(91000000 + n) if n % 4 == 2 else "",
        )
        for n in range(entries)
    ]  # fmt: skip


def _arxiv(n: int) -> str:
    """An id as arXiv counted in that year: in four digits, since 2015 in five."""
    year = 7 + n % 14
    return f"{year:02d}05.{n:05d}" if year >= 15 else f"{year:02d}05.{n:04d}"


def _entry(works: list[Made], n: int) -> str:
    """The entry, one of three with a fault: authors, year or link of another, a dead link, none."""
    work, other = works[n], works[(n + len(works) // 2 - 3) % len(works)]
    fault = n % 15
    signed = other if fault == 1 else work
    linked = other if fault == 4 else work
    names = ", ".join(" ".join(name) for name in signed.authors)
    year = work.year + 4 if fault == 7 else work.year
    address = _address(linked)
    if fault == 10:
        address = "https://arxiv.org/abs/2101.98765" if n % 2 else "https://doi.org/10.9999/no.such"
    link = "" if fault == 13 else f" [[Link]]({address})"
    venue = f" *{work.container}*," if work.container else " *arXiv*,"
    return f"- **{work.title}.** {names}.{venue} {year}.{link}\n"


def _address(work: Made) -> str:
    if work.arxiv:
        return f"https://arxiv.org/abs/{work.arxiv}"
    if work.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{work.pmid}/"
    return f"https://doi.org/{work.doi}"


class Ran(NamedTuple):
    """What a run said and wrote."""

    status: int
    said: set[tuple[str, str]]
    """Entry and code."""
    fixes: set[tuple[str, str, str]]
    """Entry, code and what would be written."""
    text: str
    complete: bool
    owing: set[str]
    """Services that did not answer all they were asked in the end."""
    unverified: dict[str, str]
    """Entry and why nothing is concluded about it."""
    unsure: set[tuple[str, str]]
    """Entry whose work is known, and its fields that nobody confirms."""

    def open(self, one: tuple[str, str]) -> bool:
        """Whether the report leaves open what is not said any more: the entry, or that field."""
        entry, code = one
        bare = UNTITLED in self.unverified.get(entry, "")
        return bare or (entry, BY_NAME[code].field) in self.unsure


class Bench:
    """A folder with the list in it, in which commands are run on it as it was at first."""

    def __init__(self, services: Services, entries: int, folder: Path) -> None:
        self.services, self.folder = services, folder
        services.works[:] = works(entries)
        listed = "".join(_entry(services.works, n) for n in range(entries))
        self.text = f"# Pebbles\n\n{listed}"

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables that lead a command to the services."""
        return self.services.environment | {"ERRATA_TIME_SCALE": UNWAITING}

    def ran(self, command: str, cache: str) -> Ran:
        """What a command says and writes, with the answers kept in that folder."""
        path, report = self.folder / "list.md", self.folder / "report.json"
        path.write_text(self.text, encoding="utf-8")
        options = ("--report", str(report), "--cache", cache, "--records", f"papers-{cache}")
        with redirect_stdout(io.StringIO()):
            quiet = ("--quiet", "--mailto", "curator@example.org")
            status = run([command, "list.md", *options, *quiet])
        told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        entries = told["lists"][0]["entries"]
        found = [(e, f) for e in entries for f in e["findings"]]
        return Ran(
            status,
            {(entry["id"], one["code"]) for entry, one in found},
            {(e["id"], f["code"], f["proposed"]) for e, f in found if f["fix"] == "auto"},
            path.read_text(encoding="utf-8"),
            told["complete"],
            {name for name, use in told["services"].items() if use["failed"]},
            {e["id"]: f["message"] for e, f in found if f["code"] == "not-verified"},
            {
                (e["id"], field)
                for e in entries
                if e["status"] == "resolved"
                for field, told in e["fields"].items()
                if told == "unverified"
            },
        )

    def lied_to(self, lie: Lie, share: float, cache: str) -> Ran:
        """What ``fix`` says and writes while so many answers, or records of them, are hit."""
        chance = random.Random(15)  # noqa: S311  the same each time
        self.services.lie = lambda call, sent: lie(call, sent, lambda: chance.random() < share)
        try:
            return self.ran("fix", cache)
        finally:
            self.services.lie = None

    def written(self, done: Ran) -> set[tuple[int, str]]:
        """The lines that a run has changed, and what they are now."""
        lines = zip(self.text.splitlines(), done.text.splitlines(), strict=True)
        return {(n, new) for n, (old, new) in enumerate(lines) if old != new}


def untruths(lied: Ran, sound: Ran) -> Iterator[str]:
    """Where an exit status is not as it must be: 3 exactly if something could not be checked.

    What was answered in the end, at the second asking or by another service, is answered: such a
    run says all that an undisturbed one says, and ends as that. A service that has no title for a
    work again and again has answered; there is nothing to compare, and the report says so.
    """
    if (lied.status == SILENT) != (not lied.complete):
        yield f"exit {lied.status}, and {'complete' if lied.complete else 'incomplete'}"
    if not lied.complete and not lied.owing and not lied.unverified:
        yield "incomplete, and every service answered, and none denied what exists"
    if not lied.complete:
        return
    yield from (f"complete: {one}" for one in lied.unverified.items() if UNASKED in one[1])
    lost = sound.said - lied.said
    yield from (f"complete, and silent about {one}" for one in sorted(lost) if not lied.open(one))
    as_usual = not lost and lied.text == sound.text  # else something was left to a person
    if as_usual and lied.status != sound.status:
        yield f"exit {lied.status} in place of {sound.status}, and nothing is owed"
