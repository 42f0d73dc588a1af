"""The answers on disk: what serves, what is refused, and that nothing in them runs."""

import json
import os
import pickle
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edge import kept_answers
from pipeline.edge.cache import Answers
from pipeline.edge.disk import bounded
from pipeline.edge.kept_answers import Kept
from pipeline.sources import crossref
from pipeline.sources.protocol import Share
from tests.edge.questions import by_id, by_title

DAY = datetime(2026, 11, 20, tzinfo=UTC)
QUESTION = by_id("crossref", "doi:10.9999/x")
ANSWER = Kept(retrieved=DAY, payloads=('{"DOI":"10.9999/x"}',))


class Bomb:
    """Unpickled, it leaves a mark."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.mark),)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "answers"


def filled(folder: Path) -> None:
    answers = Answers(folder, print)
    answers.put({QUESTION: ANSWER})
    answers.close()


def sql(folder: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    connection = sqlite3.connect(folder / "cache.db")
    for text, values in statements:
        connection.execute(text, values)
    connection.commit()
    connection.close()


def test_an_answer_comes_back_as_it_was_kept(folder: Path, told: list[str]) -> None:
    filled(folder)
    assert Answers(folder, told.append).get(QUESTION) == ANSWER
    assert told == []


def test_what_is_dropped_is_asked_again_and_all_else_stays(folder: Path, told: list[str]) -> None:
    other = by_title("arxiv", "Moss and fern")
    answers = Answers(folder, told.append)
    answers.put({QUESTION: ANSWER, other: ANSWER})
    answers.drop([other, by_title("arxiv", "Never asked")])
    assert (answers.get(QUESTION), answers.get(other), told) == (ANSWER, None, [])
    Answers(folder / "none", told.append).drop([other])
    assert not (folder / "none").exists()


def test_the_folder_is_the_owners_alone(folder: Path) -> None:
    filled(folder)
    assert folder.stat().st_mode & 0o077 == 0


def test_nothing_kept_means_nothing_is_opened(folder: Path, told: list[str]) -> None:
    assert Answers(folder, told.append).get(QUESTION) is None
    assert not folder.exists()


PICKLED = [
    pytest.param("UPDATE Cache SET mode = 4, value = ?", id="a pickled value in the row"),
    pytest.param("UPDATE Cache SET mode = 4, filename = ?", id="a pickled value in a file"),
    pytest.param("UPDATE Cache SET mode = 2, filename = ?", id="a file of bytes"),
    pytest.param("UPDATE Cache SET mode = 3, filename = ?", id="a file of text"),
    pytest.param("UPDATE Cache SET value = ?", id="bytes for text"),
]


@pytest.mark.parametrize("statement", PICKLED)
def test_a_planted_row_never_runs(
    folder: Path, tmp_path: Path, told: list[str], statement: str
) -> None:
    """CVE-2025-69872: diskcache unpickles what a row's mode says is pickled."""
    filled(folder)
    bomb = pickle.dumps(Bomb(tmp_path / "ran"))
    (folder / "bomb.val").write_bytes(bomb)
    sql(folder, (statement, ("bomb.val" if "filename" in statement else bomb,)))
    answers = Answers(folder, told.append)
    assert answers.get(QUESTION) is None
    assert not (tmp_path / "ran").exists()
    assert len(told) == 1
    answers.put({QUESTION: ANSWER})
    assert answers.get(QUESTION) == ANSWER
    assert (folder / "bomb.val").exists(), "no file that a row names is touched"


def test_a_pickled_key_never_runs(folder: Path, tmp_path: Path, told: list[str]) -> None:
    filled(folder)
    sql(folder, ("UPDATE Cache SET raw = 0, key = ?", (pickle.dumps(Bomb(tmp_path / "ran")),)))
    answers = Answers(folder, told.append)
    assert answers.get(QUESTION) is None
    assert answers.count() == 1
    answers.clear()
    assert not (tmp_path / "ran").exists()


def test_a_row_cannot_have_a_file_of_ours_removed(folder: Path, tmp_path: Path) -> None:
    filled(folder)
    (tmp_path / "list.md").write_text("precious")
    sql(folder, ("UPDATE Cache SET filename = ?", ("../list.md",)))
    answers = Answers(folder, print)
    answers.put({QUESTION: ANSWER})
    answers.clear()
    assert (tmp_path / "list.md").read_text() == "precious"


COUNTING = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
ENDLESS = f"CREATE TRIGGER Settings_more BEFORE INSERT ON Cache BEGIN {COUNTING}; END"


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param([("INSERT INTO Settings VALUES ('_disk', 'x')", ())], id="an attribute"),
        pytest.param([("INSERT INTO Settings VALUES ('sqlite_x = 1; --', 1)", ())], id="a pragma"),
        pytest.param(
            [("CREATE TRIGGER evil AFTER INSERT ON Cache BEGIN DELETE FROM Cache; END", ())],
            id="a trigger",
        ),
        pytest.param([("CREATE VIEW other AS SELECT 1", ())], id="a view"),
        pytest.param([(ENDLESS, ())], id="a trigger of a known name without end"),
        pytest.param(
            [("ALTER TABLE Cache ADD COLUMN more AS (hex(zeroblob(450000000)))", ())],
            id="a column of 900 MB that is worked out",
        ),
        pytest.param([("CREATE INDEX other ON Cache(abs(size))", ())], id="an index"),
        pytest.param(
            [("UPDATE Settings SET value = zeroblob(50000000) WHERE key = 'hits'", ())],
            id="a setting of 50 MB",
        ),
    ],
)  # fmt: skip
def test_a_database_that_is_not_ours_is_set_aside(
    folder: Path, told: list[str], statements: list[tuple[str, tuple[object, ...]]]
) -> None:
    filled(folder)
    sql(folder, *statements)
    answers = Answers(folder, told.append)
    assert answers.get(QUESTION) is None
    answers.put({QUESTION: ANSWER})
    assert answers.get(QUESTION) == ANSWER
    assert len(told) == 1
    assert "begun anew" in told[0]


@pytest.mark.parametrize(
    "content",
    [b"not a database at all, but text", b"SQLite format 3\x00" + b"\xff" * 5000, b""],
    ids=["text", "a broken database", "an empty file"],
)
def test_a_damaged_file_costs_one_warning(folder: Path, told: list[str], content: bytes) -> None:
    folder.mkdir()
    (folder / "cache.db").write_bytes(content)
    answers = Answers(folder, told.append)
    answers.put({QUESTION: ANSWER})
    answers.get(QUESTION)
    answers.put({QUESTION: ANSWER})
    assert len(told) <= 1


@pytest.mark.parametrize("value", [b"\0" * 50_000_000, "0" * 50_000_000], ids=["bytes", "text"])
def test_a_row_too_large_is_no_answer_and_the_others_are(
    folder: Path, told: list[str], value: object
) -> None:
    other = by_id("pubmed", "pmid:90000017")
    with_two = Answers(folder, print)
    with_two.put({QUESTION: ANSWER, other: ANSWER})
    with_two.close()
    sql(folder, ("UPDATE Cache SET value = ? WHERE key = ?", (value, kept_answers.key(QUESTION))))
    answers = Answers(folder, told.append)
    assert answers.get(QUESTION) is None
    assert answers.get(other) == ANSWER
    assert len(told) == 1
    answers.put({QUESTION: ANSWER})
    assert answers.get(QUESTION) == ANSWER


def test_a_query_without_end_is_ended(folder: Path) -> None:
    filled(folder)
    with sqlite3.connect(folder / "cache.db") as connection:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            bounded(connection).execute(COUNTING).fetchall()
        assert connection.execute("SELECT count(*) FROM Cache").fetchall() == [(1,)]


def test_a_row_with_nonsense_is_no_answer(folder: Path, told: list[str]) -> None:
    filled(folder)
    for text in (
        "",
        "{",
        "[]",
        '{"retrieved": "x"}',
        '{"retrieved": "2026-11-20T00:00:00"}',
        json.dumps({"retrieved": "2026-11-20T00:00:00Z", "see": ["pmid:1"] * 900}),
        '{"retrieved": "2026-11-20T00:00:00Z", "evil": 1}',
    ):
        sql(folder, ("UPDATE Cache SET value = ?", (text,)))
        assert Answers(folder, told.append).get(QUESTION) is None
    assert told == []


def test_a_folder_that_cannot_be_made_costs_one_warning(tmp_path: Path, told: list[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    answers = Answers(tmp_path / "file" / "answers", told.append)
    for _ in range(3):
        answers.put({QUESTION: ANSWER})
    assert answers.get(QUESTION) is None
    assert len(told) == 1


def test_a_full_disk_costs_one_warning(
    folder: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from diskcache import Cache

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    filled(folder)
    monkeypatch.setattr(Cache, "set", full)
    answers = Answers(folder, told.append)
    answers.put({QUESTION: ANSWER})
    answers.put({QUESTION: ANSWER})
    assert len(told) == 1
    assert "full" in told[0]


def test_runs_at_once_lose_nothing(folder: Path, told: list[str]) -> None:
    def fill(part: int) -> None:
        answers = Answers(folder, told.append)
        for n in range(20):
            answers.put({by_id("crossref", f"doi:10.9999/{part}.{n}"): ANSWER})
        answers.close()

    threads = [threading.Thread(target=fill, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Answers(folder, told.append).count() == 80
    assert told == []


@pytest.mark.parametrize(
    ("answer", "question", "days", "fresh"),
    [
        pytest.param(ANSWER, QUESTION, 29, True, id="a record serves for thirty days"),
        pytest.param(ANSWER, QUESTION, 31, False, id="and no longer"),
        pytest.param(ANSWER, by_title("crossref", "T"), 6, True, id="a search for seven"),
        pytest.param(ANSWER, by_title("crossref", "T"), 8, False, id="and no longer"),
        pytest.param(Kept(retrieved=DAY), QUESTION, 1, True, id="an absence for two"),
        pytest.param(Kept(retrieved=DAY), QUESTION, 3, False, id="and no longer"),
        pytest.param(ANSWER, QUESTION, -1, False, id="an answer from the future never"),
    ],
)
def test_answers_age_by_kind(answer: Kept, question: object, days: int, fresh: bool) -> None:  # noqa: FBT001
    now = DAY + timedelta(days=days)
    assert kept_answers.is_fresh(answer, question, crossref.POLICY, now=now, scale=1.0) is fresh  # type: ignore[arg-type]


def test_an_answer_of_which_less_was_kept_is_asked_for_again() -> None:
    """Abstracts of arXiv tell of withdrawals, and were not kept once."""
    more = crossref.POLICY.but(keeps=2)
    for answer, fresh in (
        (ANSWER, False),
        (ANSWER.but(keeps=2), True),
        (Kept(retrieved=DAY), True),
    ):
        assert kept_answers.is_fresh(answer, QUESTION, more, now=DAY, scale=1.0) is fresh
    share = Share(payloads=ANSWER.payloads)
    assert kept_answers.kept(share, DAY, keeps=2) == ANSWER.but(keeps=2)
    assert kept_answers.undumped(ANSWER.model_dump_json(exclude_defaults=True)) == ANSWER


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_different_questions_have_different_keys(one: str, other: str) -> None:
    keys = {kept_answers.key(by_title("crossref", title)) for title in (one, other)}
    assert len(keys) == len({one, other})


def test_the_key_names_no_person(folder: Path) -> None:
    name = kept_answers.key(QUESTION)
    assert "10.9999/x" in name
    assert "mailto" not in name
    assert "@" not in name
