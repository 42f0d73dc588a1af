"""One service's word is no fact: what is said and written while one of them lies, and after."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.cli import run
from tests.hostile.lying import LIES
from tests.server.fixture import services
from tests.server.server import Services
from tests.server.works import Made

__all__ = ["services"]

SHARES = (0.1, 0.4, 1.0)
SCALE = "400"
ENTRIES = 112
KINDS = ("Tidal", "Alpine", "Urban", "Coastal", "Nocturnal", "Thermal", "Fossil", "Rural")
THINGS = ("mosses", "lanterns", "pebbles", "ferns", "harbours", "glaciers", "beetles", "organs",
          "bridges", "orchards", "marshes", "quarries", "violins", "salmon")  # fmt: skip
WAYS = ("counted from kites", "heard at dusk", "drawn by children", "under a slow rain",
        "measured twice", "kept in drawers", "across nine valleys", "without light")  # fmt: skip


def _works() -> list[Made]:
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
        for n in range(ENTRIES)
    ]  # fmt: skip


def _arxiv(n: int) -> str:
    """An id as arXiv counted in that year: in four digits, since 2015 in five."""
    year = 7 + n % 14
    return f"{year:02d}05.{n:05d}" if year >= 15 else f"{year:02d}05.{n:04d}"


def _entry(works: list[Made], n: int) -> str:
    """The entry, one of three with a fault: authors, year or link of another, a dead link, none."""
    work, other = works[n], works[(n + 53) % ENTRIES]
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


Errata = Callable[..., Ran]


@pytest.fixture
def errata(
    tmp_path: Path, services: Services, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Errata:  # fmt: skip
    """Runs a command over the list as it was at first."""
    services.works[:] = _works()
    monkeypatch.chdir(tmp_path)
    for variable, value in services.environment.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setenv("ERRATA_TIME_SCALE", SCALE)
    before = "# Pebbles\n\n" + "".join(_entry(services.works, n) for n in range(ENTRIES))

    def ran(command: str, cache: str) -> Ran:
        (tmp_path / "list.md").write_text(before, encoding="utf-8")
        options = ("--format", "json", "--cache", cache, "--records", f"papers-{cache}", "--quiet")
        status = run([command, "list.md", *options, "--mailto", "curator@example.org"])
        told: dict[str, Any] = json.loads(capsys.readouterr().out)
        found = [(e, f) for e in told["lists"][0]["entries"] for f in e["findings"]]
        return Ran(
            status,
            {(entry["id"], one["code"]) for entry, one in found},
            {(e["id"], f["code"], f["proposed"]) for e, f in found if f["fix"] == "auto"},
            (tmp_path / "list.md").read_text(encoding="utf-8"),
        )

    return ran


def _changed(before: str, after: str) -> set[tuple[int, str]]:
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    return {(n, new) for n, (old, new) in enumerate(lines) if old != new}


@pytest.mark.parametrize("name", LIES)
def test_while_a_service_lies_nothing_is_said_or_written_that_is_not_so(
    errata: Errata, services: Services, name: str, tmp_path: Path
) -> None:
    """Nor later: the next sound run says what it would have said without."""
    sound, usual = errata("fix", "sound"), errata("check", "usual")
    before = "# Pebbles\n\n" + "".join(_entry(services.works, n) for n in range(ENTRIES))
    written = _changed(before, sound.text)
    assert {code for _, code in sound.said} >= {"year-differs", "link-dead", "link-elsewhere"}
    assert len(written) > 15
    for share in SHARES:
        chance, cache = random.Random(15), f"cache{share}"  # noqa: S311  the same each time
        services.lie = lambda call, sent: LIES[name](call, sent, lambda: chance.random() < share)  # noqa: B023
        lied = errata("fix", cache)
        services.lie = None
        new = {one for one in lied.said - sound.said if one[1] != "not-verified"}
        assert new == set(), share
        assert _changed(before, lied.text) <= written, share
        assert lied.status in (3, sound.status)
        assert "\ufffd" not in lied.text + repr(lied.fixes)
        after = errata("check", cache)
        assert (after.said, after.fixes) == (usual.said, usual.fixes), share
    assert lied.status == 3, "the worst was met"
