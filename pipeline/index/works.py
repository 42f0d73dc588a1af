"""The works of an index, read a few rows at a time."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.index import manifest
from pipeline.index.parts import SHIFT

MOST_OPEN = 256
"""Files that are kept open."""
DAMAGED = (OSError, pa.ArrowException)
"""What a file raises that is not what was written."""


class Head(NamedTuple):
    """What tells of a work whether a citation may mean it."""

    number: int
    title: str
    families: tuple[str, ...]
    year: int | None


_HEAD, _RECORD = ("title", "families", "year"), ("payload",)


class Works:
    """The works of a generation, by number; ``warn`` hears of what is damaged."""

    def __init__(self, generation: Path, warn: Callable[[str], None]) -> None:
        self._generation, self._warn = generation, warn
        self._files: OrderedDict[int, Any] = OrderedDict()

    def heads(self, numbers: Iterable[int]) -> dict[int, Head]:
        """What tells of these works; without those that are damaged on disk."""
        return {
            number: Head(number, title, tuple(families), year)
            for number, (title, families, year) in self._read(numbers, _HEAD)
        }

    def records(self, numbers: Iterable[int]) -> dict[int, str]:
        """These works as their services would answer; without those that are damaged on disk."""
        return {number: payload for number, (payload,) in self._read(numbers, _RECORD)}

    def _read(
        self, numbers: Iterable[int], columns: tuple[str, ...]
    ) -> Iterator[tuple[int, Sequence[Any]]]:
        wanted: dict[int, list[int]] = defaultdict(list)
        for number in sorted(set(numbers)):
            wanted[number >> SHIFT].append(number & ((1 << SHIFT) - 1))
        for part, rows in wanted.items():
            for row, values in self._of_part(part, rows, columns):
                yield (part << SHIFT) + row, values

    def _of_part(
        self, part: int, rows: list[int], columns: tuple[str, ...]
    ) -> Iterator[tuple[int, Sequence[Any]]]:
        """These rows of a part, whose groups are as large as they were when it was made."""
        try:
            size = int(self._file(part).metadata.row_group(0).num_rows)
        except (*DAMAGED, IndexError) as error:
            self._damaged(part, _first_line(error))
            return
        for group, inside in groupby(rows, key=lambda row: row // size):
            places = list(inside)
            values = self._rows(part, group, [row % size for row in places], columns)
            yield from zip(places, values, strict=False)

    def _damaged(self, part: int, how: str) -> None:
        self._warn(
            f"{manifest.works(self._generation, part)} is damaged ({how}): the services are asked "
            "for its works. Build it again."
        )

    def _rows(
        self, part: int, group: int, rows: list[int], columns: tuple[str, ...]
    ) -> list[Sequence[Any]]:
        """These rows of a group; none if it is damaged."""
        try:
            read = self._file(part).read_row_group(group, columns=list(columns), use_threads=False)
            held = [read.column(name).chunk(0) for name in columns]
            return [[column[row].as_py() for column in held] for row in rows]
        except (*DAMAGED, IndexError) as error:
            self._damaged(part, f"group {group}: {_first_line(error)}")
            return []

    def _file(self, part: int) -> Any:  # noqa: ANN401  pyarrow's types do not travel
        if part not in self._files:
            path = manifest.works(self._generation, part)
            self._files[part] = pq.ParquetFile(
                path, page_checksum_verification=True, pre_buffer=False
            )
        self._files.move_to_end(part)
        while len(self._files) > MOST_OPEN:
            self._files.popitem(last=False)
        return self._files[part]


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:120] or type(error).__name__
