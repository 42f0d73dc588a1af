"""Answers on disk, shared by all runs; a cache that fails is no cache, and never a failed run."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.edge import kept_answers
from pipeline.edge.kept_answers import Kept
from pipeline.values.question import Question

FOLDER = "answers"
BUSY_S = 10.0
_TRIGGER = (
    "CREATE TRIGGER Settings_{} AFTER {} ON Cache FOR EACH ROW BEGIN UPDATE Settings "
    'SET value = {} WHERE key = "{}"; END'
)
_CACHE = (
    "CREATE TABLE Cache ( rowid INTEGER PRIMARY KEY, key BLOB, raw INTEGER, store_time REAL, "
    "expire_time REAL, access_time REAL, access_count INTEGER DEFAULT 0, tag BLOB, "
    "size INTEGER DEFAULT 0, mode INTEGER DEFAULT 0, filename TEXT, value BLOB)"
)
_SCHEMA = frozenset(
    [
        "CREATE TABLE Settings ( key TEXT NOT NULL UNIQUE, value)",
        _CACHE,
        "CREATE UNIQUE INDEX Cache_key_raw ON Cache(key, raw)",
        "CREATE INDEX Cache_expire_time ON Cache (expire_time)",
        _TRIGGER.format("count_insert", "INSERT", "value + 1", "count"),
        _TRIGGER.format("count_delete", "DELETE", "value - 1", "count"),
        _TRIGGER.format("size_insert", "INSERT", "value + NEW.size", "size"),
        _TRIGGER.format("size_update", "UPDATE", "value + NEW.size - OLD.size", "size"),
        _TRIGGER.format("size_delete", "DELETE", "value - OLD.size", "size"),
    ]
)
"""What diskcache makes, to the letter. A trigger of its name may have another body, a table one
column more that is worked out, 900 MB of it, whenever a row is read."""

Warn = Callable[[str], None]


class Answers:
    """The answers kept in a folder.

    Whatever goes wrong with it (damaged, foreign, read-only, full, locked) is told once through
    ``warn``, and the run goes on without.
    """

    def __init__(self, folder: Path, warn: Warn) -> None:
        self._folder = folder
        self._warn = warn
        self._store: Any = None
        self._usable = True
        self._lock = threading.Lock()

    def exist(self) -> bool:
        """Whether anything was ever kept here."""
        return (self._folder / "cache.db").exists()

    def get(self, question: Question) -> Kept | None:
        """The answer kept for a question; None if there is none that can be read."""
        if self._store is None and not self.exist():
            return None
        text = self._safely(lambda store: store.get(kept_answers.key(question)))
        return kept_answers.undumped(text) if isinstance(text, str) else None

    def put(self, answers: Mapping[Question, Kept]) -> None:
        """Keep answers, all or none of them."""
        if not answers:
            return
        rows = {kept_answers.key(question): answer for question, answer in answers.items()}

        def write(store: Any) -> None:  # noqa: ANN401
            with store.transact(retry=False):
                for name, answer in rows.items():
                    store.set(name, answer.model_dump_json(exclude_defaults=True))

        self._safely(write)

    def drop(self, questions: Iterable[Question]) -> None:
        """Forget the answers to these questions."""
        names = sorted({kept_answers.key(question) for question in questions})

        def forget(store: Any) -> None:  # noqa: ANN401
            with store.transact(retry=False):
                for name in names:
                    store.delete(name)

        if names and self.exist():
            self._safely(forget)

    def clear(self) -> int:
        """Forget everything; returns how many answers there were."""
        count = self._safely(lambda store: store.clear())
        return count if isinstance(count, int) else 0

    def count(self) -> int:
        """How many answers are kept."""
        count = self._safely(len) if self.exist() else 0
        return count if isinstance(count, int) else 0

    def close(self) -> None:
        """Let go of the files."""
        if self._store is not None:
            self._safely(lambda store: store.close())
            self._store = None

    def _safely(self, action: Callable[[Any], Any]) -> Any:  # noqa: ANN401
        """What the action returns; None, and one warning, if the cache does not bear it."""
        if not self._usable:
            return None
        from diskcache import Timeout  # noqa: PLC0415  dear to import, and not always needed

        from pipeline.edge.disk import RefusedRowError  # noqa: PLC0415

        try:
            return action(self._opened())
        except (RefusedRowError, sqlite3.DataError):
            self._warn(f"the answer cache in {self._folder} holds a row that is not ours; not read")
            return None
        except (sqlite3.Error, OSError, Timeout, ValueError, TypeError, AttributeError) as error:
            with self._lock:
                if self._usable:
                    self._usable = False
                    self._warn(f"going on without the answer cache in {self._folder}: {error}")
            return None

    def _opened(self) -> Any:  # noqa: ANN401
        with self._lock:
            if self._store is None:
                self._store = self._open()
            return self._store

    def _open(self) -> Any:  # noqa: ANN401
        from pipeline.edge.disk import BoundedCache, TextDisk  # noqa: PLC0415

        private_folder(self._folder)
        if not _is_ours(self._folder / "cache.db"):
            self._warn(f"the answer cache in {self._folder} is damaged or not ours; begun anew")
            _set_aside(self._folder)
        return BoundedCache(
            os.fspath(self._folder.absolute()),
            timeout=BUSY_S,
            disk=TextDisk,
            eviction_policy="none",
            size_limit=2**50,
            cull_limit=0,
            statistics=0,
            tag_index=0,
        )


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can read and write, and that git passes over."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("x") as file:
        file.write("*\n")
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def _is_ours(path: Path) -> bool:
    """Whether the database is one that this program made, or none yet.

    diskcache sets an attribute of its own for every row of its settings, and runs whatever
    triggers stand in the file.
    """
    if not path.exists():
        return True
    from diskcache.core import DEFAULT_SETTINGS, METADATA  # noqa: PLC0415

    from pipeline.edge.disk import bounded  # noqa: PLC0415

    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=BUSY_S)
        try:
            bounded(connection)
            made = connection.execute("SELECT sql FROM sqlite_master").fetchall()
            if not all(sql is None or " ".join(sql.split()) in _SCHEMA for (sql,) in made):
                return False
            names = connection.execute("SELECT key, value FROM Settings").fetchall() if made else []
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        return "locked" in str(error) or "busy" in str(error)
    known = set(DEFAULT_SETTINGS) | set(METADATA) | {"disk_pickle_protocol", "disk_min_file_size"}
    return {name for name, _ in names} <= known


def _set_aside(folder: Path) -> None:
    """Move a strange database away; it is kept for whoever wants to look at it."""
    for ending in ("", "-wal", "-shm"):
        path = folder / f"cache.db{ending}"
        if path.exists():
            path.replace(folder / f"cache.db{ending}.strange")
