"""`errata bulk --engine spark`: what it says is what the engine of one machine says."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.jobs import bulk_spark
from tests.cli.test_bulk import BIB, MOSS, STRING, Errata
from tests.index.of_server import ago, indexed
from tests.server.works import WORKS

ODD = '"half a letter \\ud800 and Tidal memory in estuarine sensor networks, 2021"'


def run(here: Path, *call: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: whoever begins Spark has it until it ends."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "bulk", *call],
        cwd=here, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_both_engines_write_the_same_file_whatever_is_in_the_references(here: Path) -> None:
    """Needs Java: `.ci/run` installs it where there is none."""
    indexed(here, WORKS, ago(30))
    lines = [json.dumps({"unstructured": text}) for text in (STRING, MOSS, "???", STRING)]
    (here / "refs.jsonl").write_text("\n".join([*lines, ODD, *lines]), encoding="utf-8")
    call = ("refs.jsonl", "--index", "index", "-o")
    alone = run(here, *call, "alone.jsonl")
    spread = run(here, *call, "spread.jsonl", "--engine", "spark", "--master", "local[1]")
    assert (spread.returncode, spread.stderr) == (0, "")
    assert spread.stdout.replace("spread", "alone") == alone.stdout
    assert (here / "spread.jsonl").read_bytes() == (here / "alone.jsonl").read_bytes()
    assert len((here / "alone.jsonl").read_text(encoding="utf-8").splitlines()) == 9
    assert not list(here.glob(".*"))


def test_parts_are_cut_and_judged_in_their_order(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.formats.pieces import pieces

    monkeypatch.setattr(bulk_spark, "PIECES", 1)
    told = list(pieces("refs.bib", BIB.splitlines(keepends=True), 1))
    assert bulk_spark._cut(iter(told), here) == 3
    read = [piece for n in range(3) for piece in bulk_spark._pieces(here / f"{n}.parquet")]
    assert read == told


def test_without_a_library_or_java_or_with_an_idle_option_it_says_so_in_a_line(
    here: Path, errata: Errata, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    indexed(here, WORKS[:3], ago(30))
    (here / "refs.txt").write_text(STRING, encoding="utf-8")
    call = ("bulk", "refs.txt", "--index", "index", "-o", "out.jsonl")
    assert errata(*call, "--master", "local[1]") == 2
    assert (
        capsys.readouterr().err
        == "errata: --master is for Spark. Leave it out, or add --engine spark.\n"
    )
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert errata(*call, "--engine", "spark") == 2
    assert "needs Java (17 or later), and there is none" in capsys.readouterr().err
    monkeypatch.setattr(bulk_spark, "NEEDED", ("spark_of_nobody",))
    assert errata(*call, "--engine", "spark") == 2
    told = capsys.readouterr().err
    assert "needs spark_of_nobody" in told
    assert "pip install 'errata-lists[spark]'" in told
    assert not (here / "out.jsonl").exists()


def test_a_master_that_is_none_is_said_in_a_line(here: Path) -> None:
    indexed(here, WORKS[:3], ago(30))
    (here / "refs.txt").write_text(STRING, encoding="utf-8")
    call = ("refs.txt", "--index", "index", "--engine", "spark", "-o", "out.jsonl")
    told = run(here, *call, "--master", "local[nothing]")
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert "Spark at local[nothing] could not do it" in told.stderr
