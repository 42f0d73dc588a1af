"""The answers that ship with a list: readable, sorted, and read back as they were."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.edge import snapshot
from pipeline.edge.kept_answers import Kept
from pipeline.edge.snapshot import Snapshot
from tests.edge.questions import agency, by_id, by_title

DAY = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
ANSWERS = {
    by_id("crossref", "doi:10.9999/b"): Kept(retrieved=DAY, payloads=('{"DOI":"10.9999/b"}',)),
    by_id("crossref", "doi:10.9999/a"): Kept(retrieved=DAY),
    by_title("pubmed", "Größe"): Kept(retrieved=DAY, see=("pmid:1", "pmid:2")),
    by_id("arxiv", "arxiv:2301.99999"): Kept(retrieved=DAY, payloads=("<entry>é</entry>",)),
    agency("doi:10.9999/a"): Kept(retrieved=DAY, agency="Crossref"),
}


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    snapshot.save(tmp_path, ANSWERS)
    shipped = Snapshot(tmp_path, print)
    assert {question: shipped.get(question) for question in ANSWERS} == ANSWERS
    assert shipped.get(by_id("crossref", "doi:10.9999/none")) is None
    assert shipped.day() == "2026-11-20"


def test_the_files_can_be_read_by_people_and_compared(tmp_path: Path) -> None:
    paths = snapshot.save(tmp_path, ANSWERS)
    again = dict(reversed(list(ANSWERS.items())))
    before = {path.name: path.read_bytes() for path in paths}
    snapshot.save(tmp_path, again)
    assert {path.name: path.read_bytes() for path in paths} == before
    assert set(before) == {"arxiv.json", "crossref.json", "doi.json", "pubmed.json"}
    content = json.loads(before["crossref.json"])
    assert content["schema"] == snapshot.SCHEMA
    assert content["answers"][1]["payloads"] == [{"DOI": "10.9999/b"}], "records stand as JSON"
    assert "Größe" in before["pubmed.json"].decode()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "errata-snapshot/1"}', "[" * 100_000,
             '{"schema": "errata-snapshot/1", "source": "crossref", "answers": [{"question": 1}]}'],
)  # fmt: skip
def test_a_damaged_file_is_said_and_no_answer(tmp_path: Path, text: str) -> None:
    (tmp_path / "crossref.json").write_text(text)
    told: list[str] = []
    shipped = Snapshot(tmp_path, told.append)
    assert shipped.get(by_id("crossref", "doi:10.9999/a")) is None
    shipped.get(by_id("crossref", "doi:10.9999/a"))
    assert len(told) == 1
