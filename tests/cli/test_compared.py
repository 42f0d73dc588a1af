"""`errata diff`, `--badge` and `errata explain`: small answers about reports and findings."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.reports.json import document
from tests.cli.test_add import LIST, listed
from tests.reports import audits

WRONG = LIST.replace("**Annals of Moss Informatics**", "**Annals of Fern Biology**")


def reported(here: Path, errata: Callable[..., int], text: str, name: str) -> None:
    listed(here, text)
    errata("check", "list.md", "--quiet", "--report", name)


def test_a_new_error_is_told_and_fails(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    reported(here, errata, LIST, "old.json")
    reported(here, errata, WRONG, "new.json")
    capsys.readouterr()
    assert errata("diff", "old.json", "new.json") == 1
    out = capsys.readouterr().out
    assert "+ error   venue-differs  list.md:5" in out
    assert out.splitlines()[-1].startswith("1 new, 0 gone")
    assert errata("diff", "old.json", "new.json", "--fail-on", "never") == 0


def test_an_old_error_does_not_fail(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    reported(here, errata, WRONG, "old.json")
    capsys.readouterr()
    assert errata("diff", "old.json", "old.json", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["new"], told["gone"]) == ("errata-diff/1", [], [])
    assert [one["code"] for one in told["unchanged"]].count("venue-differs") == 1


@pytest.mark.parametrize("text", ["no JSON", "{}", "[]", '{"schema": "errata-report/1"}'])
def test_what_is_no_report_is_a_wrong_call(
    text: str, here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "old.json").write_text(text, encoding="utf-8")
    (here / "new.json").write_text(json.dumps(document(audits.sample())), encoding="utf-8")
    assert errata("diff", "old.json", "new.json") == 2
    assert "old.json" in capsys.readouterr().err


def test_a_report_that_is_not_there_says_how_to_write_one(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("diff", str(here / "old.json"), "new.json") == 2
    told = capsys.readouterr().err
    assert "There is no report" in told
    assert "Write one with: errata check LIST --report report.json" in told


def test_a_badge_is_written_beside_the_report(here: Path, errata: Callable[..., int]) -> None:
    listed(here, WRONG)
    assert errata("check", "list.md", "--quiet", "--badge", "badge.json") == 1
    badge = json.loads((here / "badge.json").read_text(encoding="utf-8"))
    assert (badge["schemaVersion"], badge["label"], badge["color"]) == (1, "errata", "red")


def test_a_code_that_is_nearly_one_is_explained_by_naming_it(
    errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("explain", "venue-difers") == 2
    assert "did you mean venue-differs" in capsys.readouterr().err
    assert errata("explain", "Venue_Differs") == 0
    assert capsys.readouterr().out.startswith("#")


def test_a_code_is_explained_with_the_lists_own_example(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    listed(here, WRONG)
    errata("check", "list.md", "--quiet")
    capsys.readouterr()
    assert errata("explain", "venue-differs", "list.md") == 0
    out = capsys.readouterr().out
    assert out.startswith("# venue-differs\n")
    own = out.split("## The first of 1 in list.md\n")[1]
    assert "Fern" in own
    assert "author-misspelt" not in own, "of this entry only what was asked about"
    assert errata("explain", "retracted", "list.md") == 0
    assert "No retracted in list.md" in capsys.readouterr().out
