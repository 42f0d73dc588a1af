"""Answers on disk, shared by all runs; a cache that fails is no cache, and never a failed run."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.edge import kept
from pipeline.edge.kept import Kept
from pipeline.values.question import Question

FOLDER = "answers"
BUSY_S = 10.0
_OUR_TRIGGERS = "Settings_"
_KNOWN_TABLES = frozenset({"Settings", "Cache", "sqlite_sequence"})

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
        text = self._safely(lambda store: store.get(kept.key(question)))
        return kept.undumped(text) if isinstance(text, str) else None

    def put(self, answers: Mapping[Question, Kept]) -> None:
        """Keep answers, all or none of them."""
        if not answers:
            return
        rows = {kept.key(question): answer for question, answer in answers.items()}

        def write(store: Any) -> None:  # noqa: ANN401
            with store.transact(retry=False):
                for name, answer in rows.items():
                    store.set(name, answer.model_dump_json(exclude_defaults=True))

        self._safely(write)

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
        except RefusedRowError:
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
        from diskcache import Cache  # noqa: PLC0415

        from pipeline.edge.disk import TextDisk  # noqa: PLC0415

        private_folder(self._folder)
        if not _is_ours(self._folder / "cache.db"):
            self._warn(f"the answer cache in {self._folder} is damaged or not ours; begun anew")
            _set_aside(self._folder)
        return Cache(
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
    """Make a folder that only its owner can read and write."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
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

    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=BUSY_S)
        try:
            tables = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
            names = connection.execute("SELECT key FROM Settings").fetchall() if tables else []
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        return "locked" in str(error) or "busy" in str(error)
    known = set(DEFAULT_SETTINGS) | set(METADATA) | {"disk_pickle_protocol", "disk_min_file_size"}
    return {name for (name,) in names} <= known and all(_is_known(*row) for row in tables)


def _is_known(kind: str, name: str) -> bool:
    if kind == "trigger":
        return name.startswith(_OUR_TRIGGERS)
    return kind == "index" or (kind == "table" and name in _KNOWN_TABLES)


def _set_aside(folder: Path) -> None:
    """Move a strange database away; it is kept for whoever wants to look at it."""
    for ending in ("", "-wal", "-shm"):
        path = folder / f"cache.db{ending}"
        if path.exists():
            path.replace(folder / f"cache.db{ending}.strange")


def ages(answers: Iterable[Kept]) -> tuple[str, str] | None:
    """The first and the last day on which answers came; None for no answer."""
    days = sorted(answer.retrieved.date().isoformat() for answer in answers)
    return (days[0], days[-1]) if days else None
