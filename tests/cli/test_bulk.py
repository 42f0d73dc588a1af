"""`errata bulk`: every form of references, judged one by one against an index alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.jobs import bulk_judging
from tests.index.of_server import ago, indexed
from tests.server.works import WORKS

Errata = Callable[..., int]
DOI = "10.9999/jes.2021.017"
TIDAL = "Tidal memory in estuarine sensor networks"
STRING = (
    "Lindqvist M, Oyelaran T, Hasek J. Tidal memory in estuarine sensor networks. "
    "J Estuar Sens. 2021;12(3):101-119."
)
MOSS = 'I. Verhoeven and K. Adomako, "Graph lanterns: a language modal for moss genomes," 2022.'
BIB = """\
@string{jes = "Journal of Estuarine Sensing"}
% a note

@article{lindqvist,
  title = {Tidal memory in estuarine sensor networks},
  author = {Lindqvist, Mara and Oyelaran, Tomas and Hasek, Jun},
  journal = jes, year = 2021, doi = {10.9999/jes.2021.017},
}
@article{nobody, title = {Of no such thing at all in any index}, author = {Low, A.}, year = 1999}
@article{moss,
  title = {Graph lanterns: a language model for moss genomes},
  author = {Verhoeven, Ilse and Brandao, Nadia}, journal = {Annals of Moss Informatics}, year = 2022
}
"""
CSL = {
    "id": "a", "type": "article-journal", "title": TIDAL, "DOI": DOI,
    "author": [{"family": "Lindqvist", "given": "Mara"}, {"family": "Oyelaran", "given": "Tomas"},
               {"family": "Hasek", "given": "Jun"}],
    "container-title": "Journal of Estuarine Sensing", "issued": {"date-parts": [[2021]]},
}  # fmt: skip


@pytest.fixture(autouse=True)
def index(here: Path) -> Path:
    return indexed(here, WORKS, ago(30))


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]


def judged(errata: Errata, name: str, text: str) -> list[dict[str, Any]]:
    Path(name).write_text(text, encoding="utf-8")
    assert errata("bulk", name, "--index", "index", "-o", "out.jsonl") == 0
    return rows("out.jsonl")


def test_strings_are_read_looked_up_and_judged(errata: Errata) -> None:
    told = judged(errata, "refs.txt", f"{STRING}\n\n{MOSS}\n???\n")
    assert [(row["line"], row["status"]) for row in told] == [
        (1, "resolved"), (3, "resolved"), (4, "unparsed"),
    ]  # fmt: skip
    assert told[0]["record"]["DOI"] == DOI
    assert told[0]["findings"] == []
    assert [found["code"] for found in told[1]["findings"]][:1] == ["title-misspelt"]
    assert all(0 < found["confidence"] <= 1 for found in told[1]["findings"])


def test_bibtex_is_judged_entry_by_entry_with_the_lines_of_the_file(errata: Errata) -> None:
    told = judged(errata, "refs.bib", BIB)
    assert [(row["line"], row["status"]) for row in told] == [
        (4, "resolved"), (9, "not-verified"), (10, "resolved"),
    ]  # fmt: skip
    assert told[0]["venue"] == "Journal of Estuarine Sensing"
    assert "authors-extra" in [found["code"] for found in told[2]["findings"]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("refs.json", json.dumps([CSL])), ("refs.jsonl", json.dumps(CSL)),
        ("refs.jsonl", json.dumps({"unstructured": STRING, "key": "ref1"})),
        ("refs.jsonl", json.dumps(STRING)),
    ],
)  # fmt: skip
def test_json_in_each_of_its_forms_is_read(name: str, text: str, errata: Errata) -> None:
    (row,) = judged(errata, name, text + "\n")
    assert (row["status"], row["record"]["DOI"]) == ("resolved", DOI)


def test_parquet_has_columns_for_what_is_asked_most_and_all_of_it_as_json(errata: Errata) -> None:
    import pyarrow.parquet as pq

    expected = judged(errata, "refs.bib", BIB)
    assert errata("bulk", "refs.bib", "--index", "index", "-o", "out.parquet") == 0
    told = pq.read_table("out.parquet").to_pylist()
    assert [json.loads(row["entry"]) for row in told] == expected
    assert told[0]["identifiers"][0] == f"doi:{DOI}"
    assert told[1]["identifiers"] == []
    assert "authors-extra" in told[2]["codes"]


def test_what_is_said_of_a_reference_does_not_depend_on_its_neighbours_or_on_the_processes(
    errata: Errata, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [STRING, MOSS, STRING.replace("2021", "2011")]
    alone = judged(errata, "refs.txt", "\n".join(lines))
    (single,) = judged(errata, "one.txt", lines[2])
    (found,) = alone[2]["findings"]
    assert single["findings"] == [found | {"line": 1}]
    monkeypatch.setattr(bulk_judging, "PIECE", 1)
    assert judged(errata, "refs.txt", "\n".join(lines)) == alone


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("refs.txt", "-o", "out.jsonl"), "Name the index"),
        (("refs.txt", "--index", "nowhere", "-o", "out.jsonl"), "nowhere is no index"),
        (("nothing.txt", "--index", "index", "-o", "out.jsonl"), "nothing.txt: No such file"),
        (("refs.txt", "--index", "index", "-o", "out.xlsx"), "by its ending"),
        (("refs.txt", "--index", "index", "-o", "no/out.jsonl"), "No such file"),
    ],
)  # fmt: skip
def test_each_trouble_is_one_line_and_nothing_is_left_behind(
    call: tuple[str, ...], said: str, here: Path, errata: Errata,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (here / "refs.txt").write_text(STRING, encoding="utf-8")
    before = sorted(path.name for path in here.iterdir())
    assert errata("bulk", *call) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert said in told.err
    assert sorted(path.name for path in here.iterdir()) == before


def test_a_file_without_a_reference_is_no_result_worth_a_zero(here: Path, errata: Errata) -> None:
    (here / "empty.txt").write_text("\n\n", encoding="utf-8")
    assert errata("bulk", "empty.txt", "--index", "index", "-o", "out.jsonl") == 2
