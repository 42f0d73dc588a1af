"""A record without a title, as one of thirty of Crossref's: an answer, and no silence for ever."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.server.server import Services
from tests.server.works import Made

BARE = Made(
    title="", authors=(), year=1969, container="Archives of Mosses", doi="10.99999/arm.100.1.109"
)
LETTER = (
    "- **Letter on the mosses of old harbour walls.** Ada Shore. *Archives of Mosses*, 1969. "
    "[[Link]](https://doi.org/10.99999/arm.100.1.109)"
)
TIDAL = (
    "- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. "
    "*Journal of Estuarine Sensing*, 2013. [[Link]](https://doi.org/10.99999/jes.2021.017)"
)
SOUGHT = TIDAL.split(" [[", maxsplit=1)[0]
"""The same without a link: among what the search brings is the record without a title."""


@pytest.fixture
def listed(here: Path, services: Services, errata: Callable[..., int]) -> Path:
    """The command is there first: it changes the works that the services know."""
    del errata
    services.works.append(BARE)
    path = here / "list.md"
    path.write_text(f"# Mosses\n\n{LETTER}\n{TIDAL}\n", encoding="utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return list(json.loads(capsys.readouterr().out)["lists"][0]["entries"])


@pytest.mark.parametrize("again", [(), ("--offline",)])
def test_a_run_is_whole_though_a_record_has_no_title_and_so_is_the_next(
    listed: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str],
    again: tuple[str, ...],
) -> None:  # fmt: skip
    for options in ((), again):
        status = errata("check", "list.md", "--format", "json", "--fail-on", "warning", *options)
        letter, tidal = told(capsys)
        assert status == 1
        assert letter["status"] == "not-verified"
        assert [one["code"] for one in letter["findings"]] == ["not-verified"]
        assert (
            "doi:10.99999/arm.100.1.109 is registered without a title"
            in (letter["findings"][0]["message"])
        )
        assert [one["code"] for one in tidal["findings"]] == ["year-differs"]


def test_what_it_says_nothing_about_is_mended(listed: Path, errata: Callable[..., int]) -> None:
    assert errata("fix", "list.md", "--quiet") == 0
    assert listed.read_text(encoding="utf-8").splitlines()[2:] == [
        LETTER, TIDAL.replace("2013", "2021"),
    ]  # fmt: skip


def test_a_search_that_brings_it_among_others_finds_what_else_there_is(
    listed: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    plain = LETTER.split(" [[", maxsplit=1)[0]
    listed.write_text(f"# Mosses\n\n{SOUGHT}\n{plain}\n", encoding="utf-8")
    assert errata("check", "list.md", "--format", "json") == 0
    tidal, letter = told(capsys)
    assert tidal["status"] == "resolved"
    assert letter["status"] == "not-verified"


def test_its_title_is_taken_from_whoever_has_one(
    listed: Path, services: Services, errata: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    services.works[-1] = replace(
        BARE, title="Letter on walls", pmid="90000099", authors=(("Ada", "Shore"),),
        extra={"title": []},
    )  # fmt: skip
    line = "- **Letter on walls.** Ada Shore. *Archives of Mosses*, 1969. "
    listed.write_text(f"# Mosses\n\n{line}[[Link]](https://doi.org/{BARE.doi})\n", encoding="utf-8")
    assert errata("check", "list.md", "--format", "json", "--fail-on", "notice") == 0
    assert told(capsys)[0]["status"] == "resolved"


def test_it_is_added_by_hand(
    listed: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("add", "10.99999/arm.100.1.109", "--to", "list.md") == 1
    assert "is registered without a title" in capsys.readouterr().err
