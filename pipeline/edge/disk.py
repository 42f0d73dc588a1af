"""How diskcache keeps our answers: text in rows, and nothing else is ever read.

diskcache pickles by default, and whoever can write its folder can so run code in its reader
(CVE-2025-69872, without a fixed version). Its JSONDisk does not help: ``fetch`` goes by the row's
mode. Here a key or value that is not plain text in its row is refused, on reading and on writing,
and no file beside the database is opened or removed.
"""

import sqlite3
from typing import Any

from diskcache import Cache, Disk

MODE_RAW = 1
LARGEST_ROW = 20_000_000
"""Bytes of a row; what is kept of the largest answer weighs less."""
MOST_STEPS = 20_000_000
"""Instructions of SQLite for one query, about a second; to count a million rows takes less."""


class RefusedRowError(Exception):
    """A row that is not plain text: damaged, or planted."""


class TextDisk(Disk):  # type: ignore[misc]  # diskcache has no types
    """Keys and values are text in the row."""

    def __init__(self, directory: str, **_settings: object) -> None:
        super().__init__(directory, min_file_size=2**62, pickle_protocol=0)

    def put(self, key: object) -> tuple[str, bool]:
        """The key as it stands in the row."""
        if not isinstance(key, str):
            raise RefusedRowError("a key that is no text")
        return key, True

    def get(self, key: object, raw: object) -> str:
        """The key of a row."""
        if not raw or not isinstance(key, str):
            raise RefusedRowError("a key that is no text")
        return key

    def store(self, value: object, read: object, key: object = None) -> tuple[int, int, None, str]:  # noqa: ARG002
        """Size, mode, file and value of a row."""
        if not isinstance(value, str) or read:
            raise RefusedRowError("a value that is no text")
        return 0, MODE_RAW, None, value

    def fetch(self, mode: object, filename: object, value: object, read: object) -> str:
        """The value of a row."""
        if mode != MODE_RAW or filename is not None or read or not isinstance(value, str):
            raise RefusedRowError("a value that is no text")
        return value

    def remove(self, file_path: Any) -> None:  # noqa: ANN401
        """Nothing: a row names no file, and one that does is not ours to believe."""


def bounded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection, on which no value is larger and no query longer than anything of ours."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_ROW)
    connection.set_progress_handler(lambda: 1, MOST_STEPS)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


class BoundedCache(Cache):  # type: ignore[misc]  # diskcache has no types
    """diskcache's, each of its connections bounded."""

    @property
    def _con(self) -> sqlite3.Connection:
        is_new = getattr(self._local, "con", None) is None
        connection: sqlite3.Connection = super()._con
        return bounded(connection) if is_new else connection
