"""A pasted address whose page is gone: the copy that the Internet Archive keeps is proposed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.server.server import Services

GONE = "https://moss-group.example.org/papers/lost-fens.pdf"
COPY = f"https://web.archive.org/web/20190703120000/{GONE}"
LIST = """\
# Moss papers

- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, Kofi Adomako. \
**Annals of Moss Informatics**. [[Link]](https://doi.org/10.99999/ami.2022.4)
"""


@pytest.fixture
def path(here: Path) -> Path:
    (here / "list.md").write_text(f"{LIST}- {GONE}\n", encoding="utf-8")
    return here / "list.md"


def told(
    errata: Callable[..., int], capsys: pytest.CaptureFixture[str], status: int = 0
) -> list[dict[str, Any]]:
    """The findings at the pasted address."""
    assert errata("check", "list.md", "--format", "json") == status
    entry: dict[str, Any] = json.loads(capsys.readouterr().out)["lists"][0]["entries"][1]
    found: list[dict[str, Any]] = entry["findings"]
    return found


def test_the_copy_is_proposed_written_only_if_accepted_and_then_nothing_more_is_said_of_it(
    path: Path, errata: Callable[..., int], services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.kept[GONE] = "20190703120000"
    before = path.read_text(encoding="utf-8")
    dead = next(f for f in told(errata, capsys) if f["code"] == "link-dead")
    assert (dead["fix"], dead["current"], dead["proposed"]) == ("review", GONE, COPY)
    assert dead["evidence"] == [{"source": "archive.org", "url": COPY, "value": "2019-07-03"}]
    for options in ((), ("--style",), ("--accept", "link-missing")):
        errata("fix", "list.md", "--quiet", *options)
        assert path.read_text(encoding="utf-8") == before
    errata("fix", "list.md", "--quiet", "--accept", dead["id"])
    assert path.read_text(encoding="utf-8") == before.replace(f"- {GONE}", f"- {COPY}")
    capsys.readouterr()
    assert not [f for f in told(errata, capsys) if f["code"] == "link-dead"]


def test_without_a_copy_or_an_answer_nothing_is_said_of_the_page(
    path: Path, errata: Callable[..., int], services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """Silence of the archive is no outage of a run."""
    assert [f["code"] for f in told(errata, capsys)] == ["not-verified"]
    services.kept[GONE] = "20190703120000"
    for fault in ("500", "429", "cut"):
        services.fail("pages", fault, match="wayback")
        assert [f["code"] for f in told(errata, capsys)] == ["not-verified"], fault
        services.faults.clear()
    assert path.exists()


def test_a_page_that_is_only_down_is_not_called_gone(
    path: Path, errata: Callable[..., int], services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.kept[GONE] = "20190703120000"
    for fault in ("500", "403", "503"):
        services.fail("pages", fault, match="lost-fens")
        assert [f["code"] for f in told(errata, capsys)] == ["not-verified"], fault
        services.faults.clear()
    assert not [call for call in services.calls("pages") if "wayback" in call.path]
    assert path.exists()


def test_add_names_the_copy(
    path: Path, errata: Callable[..., int], services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.kept[GONE] = "20190703120000"
    before = path.read_text(encoding="utf-8")
    assert errata("add", GONE, "--to", "list.md", "--quiet") == 1
    assert f"the page is gone; a copy is kept at {COPY}." in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == before
