"""`errata index`: made, brought up to date, told of; each trouble in one line."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.index import trouble
from tests.benchmarks.dumps import arxiv, pubmed, written
from tests.index.conftest import numbered

Errata = Callable[..., int]


@pytest.fixture
def dumps(here: Path) -> Path:
    written([numbered(n) for n in range(30)], here / "dumps")
    return here / "dumps"


def test_an_index_is_made_and_told_of(
    dumps: Path, errata: Errata, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ("--crossref", "dumps/crossref", "--retractions", "dumps/retractions.csv")
    assert errata("index", "build", *call, "-o", "ix") == 0
    told = capsys.readouterr().out
    assert "ix: 30 records in" in told
    assert "crossref: 30 records of 1 file, as of 2026-11-20" in told
    assert "retractions: 1 notice of 1 file" in told
    assert errata("index", "info", "ix") == 0
    assert capsys.readouterr().out == told


def test_an_update_adds_to_it(
    dumps: Path, errata: Errata, capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("index", "build", "--crossref", "dumps/crossref", "-o", "ix") == 0
    assert errata("index", "update", "ix", "--arxiv", "dumps/arxiv.json.gz") == 0
    told = capsys.readouterr().out
    assert "ix: 40 records in" in told
    assert "arxiv: 10 records of 1 file" in told


def test_a_dump_that_breaks_off_is_named_and_the_status_is_that_of_what_is_incomplete(
    here: Path, errata: Errata, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = gzip.compress("\n".join(arxiv(numbered(n)) for n in range(0, 90, 3)).encode())
    (here / "arxiv.json.gz").write_bytes(whole[: len(whole) // 2])
    assert errata("index", "build", "--arxiv", "arxiv.json.gz", "-o", "ix") == 3
    assert "arxiv.json.gz: broken off behind record" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("build", "-o", "ix"), "No dump is named"),
        (("build", "--arxiv", "nowhere.json", "-o", "ix"), "There is no nowhere.json"),
        (("build", "--arxiv", "pubmed.xml", "-o", "ix"), "pubmed.xml is no dump of arxiv"),
        (("update", "ix", "--arxiv", "pubmed.xml"), "ix is no index"),
        (("info", "nowhere"), "nowhere is no index"),
        (("info",), "Name the folder"),
    ],
)  # fmt: skip
def test_each_trouble_is_one_line(
    call: tuple[str, ...], said: str, here: Path, errata: Errata,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (here / "pubmed.xml").write_text(pubmed(numbered(1)), encoding="utf-8")
    assert errata("index", *call) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert said in told.err


def test_without_its_libraries_it_is_said_what_to_install(
    here: Path, errata: Errata, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trouble, "NEEDED", ("duckdb", "tantivy_of_nobody"))
    (here / "arxiv.json").write_text("{}", encoding="utf-8")
    for call in (("build", "--arxiv", "arxiv.json", "-o", "ix"), ("info", "ix")):
        assert errata("index", *call) == 2
        told = capsys.readouterr().err
        assert "needs tantivy_of_nobody" in told
        assert "pip install 'errata-lists[index]'" in told
