"""Look-ups in an index: identifiers, titles and places, as many at a time as there are."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.compare import titles
from pipeline.index import keys, manifest, noticing
from pipeline.index.choosing import MOST_SHOWN, Wanted, best, likely, parts
from pipeline.index.manifest import Manifest
from pipeline.index.owning import held
from pipeline.index.parts import SHIFT
from pipeline.index.shards import Shard
from pipeline.index.trouble import IndexTroubleError
from pipeline.index.works import DAMAGED, Head, Works
from pipeline.values.identifiers import Identifier

MEMORY = "400MB"
MOST_CANDIDATES = 24
"""Works by keys that are looked at for a citation."""
MOST_HITS = 10
"""Works by words that are looked at for it, of each shard."""


class Asked(NamedTuple):
    """An identifier, asked of one source."""

    source: str
    identifier: Identifier


class Index:
    """An index, open for look-ups from any thread; ``warn`` hears of what is damaged.

    Raises:
        IndexTroubleError: it is none, or cannot be read.

    """

    def __init__(self, folder: Path, warn: Callable[[str], None]) -> None:
        self.manifest: Manifest = manifest.opened(folder)
        self._generation = manifest.named(folder, self.manifest)
        try:
            self._held = held(self._generation)
        except OSError as error:
            raise IndexTroubleError(f"{folder} lacks what its {manifest.NAME} names.") from error
        self._warn = warn
        self._works = Works(self._generation, warn)
        self._engine = duckdb.connect()
        self._engine.execute(f"SET memory_limit = '{MEMORY}'")
        self._engine.execute("SET enable_progress_bar = false")  # drawn over what we say, else
        self._sources = {part.number: part.source for part in self.manifest.parts}
        self._shards: dict[str, Shard] = {}
        self._lock = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it: its files may go once a newer one has taken its place."""
        self._engine.close()
        self._held.close()

    def heads(self, numbers: Iterable[int]) -> dict[int, Head]:
        """What tells of the works of these numbers, as far as they are not damaged."""
        with self._lock:
            return self._works.heads(numbers)

    def by_identifier(self, asked: Sequence[Asked]) -> dict[Asked, list[str]]:
        """The records of identifiers; those that the index does not hold are absent."""
        wanted = {keys.of_identifier(query.source, query.identifier): query for query in asked}
        with self._lock:
            pairs = self._joined("identifiers", list(wanted))
            records = self._works.records(work for _, work in pairs)
        by_query: dict[Asked, list[str]] = defaultdict(list)
        for key, work in sorted(pairs):
            if work in records:
                by_query[wanted[key]].append(records[work])
        return {query: self._noticed(query.source, held) for query, held in by_query.items()}

    def by_citation(
        self, asked: Sequence[Wanted], *, alone: bool = False
    ) -> dict[Wanted, list[str]]:
        """The records that citations may mean, likeliest first; absent if none is like them.

        ``alone``: nobody else can be asked; works of which a part is cited are told as well.
        """
        with self._lock:
            ranked = self._ranked(asked)
            chosen = {wanted: _shown(wanted, held, alone=alone) for wanted, held in ranked.items()}
            records = self._works.records(work.number for held in chosen.values() for work in held)
        whole = {
            wanted: _shown(wanted, [work for work in held if work.number in records], alone=alone)
            for wanted, held in chosen.items()
        }
        return {
            wanted: self._noticed(wanted.source, [records[work.number] for work in held])
            for wanted, held in whole.items() if held
        }  # fmt: skip

    def _ranked(self, asked: Sequence[Wanted]) -> dict[Wanted, list[Head]]:
        """The works by keys, and by words where none of these is like what is cited."""
        numbers = self._by_keys(asked)
        works = self._works.heads(
            number for candidates in numbers.values() for number in candidates
        )
        ranked = {
            wanted: best(wanted, [works[n] for n in numbers[wanted] if n in works])
            for wanted in asked
        }
        poor = [wanted for wanted in asked if not likely(wanted, ranked[wanted])]
        worded = {wanted: self._by_words(wanted) for wanted in poor}
        more = self._works.heads(number for candidates in worded.values() for number in candidates)
        for wanted in poor:
            added = [more[number] for number in worded[wanted] if number in more]
            ranked[wanted] = best(wanted, [*ranked[wanted], *added])
        return ranked

    def _by_keys(self, asked: Sequence[Wanted]) -> dict[Wanted, list[int]]:
        """For each citation the works that share most keys with it; a whole title outweighs."""
        sought: dict[int, list[tuple[Wanted, int]]] = defaultdict(list)
        for wanted in asked:
            for key in keys.of_title(wanted.title):
                sought[key].append((wanted, 100))
            for key in keys.windows(wanted.title):
                sought[key].append((wanted, 1))
            for key in keys.places(wanted.families[:1], wanted.years, wanted.volume, wanted.page):
                sought[key].append((wanted, 10))
        counts: dict[Wanted, dict[int, int]] = {wanted: defaultdict(int) for wanted in asked}
        for key, work in self._joined("keys", list(sought)):
            for wanted, weight in sought[key]:
                if self._sources.get(work >> SHIFT) == wanted.source:
                    counts[wanted][work] += weight
        return {wanted: _most(weights) for wanted, weights in counts.items()}

    def _by_words(self, wanted: Wanted) -> list[int]:
        """The works that share the rarest words with a citation."""
        words = (
            *titles.words(wanted.title),
            *(word for family in wanted.families for word in titles.words(family)),
            *map(str, wanted.years),
            keys.first_page(wanted.page),
        )
        hits = [
            hit for shard in self.manifest.shards if shard.source == wanted.source
            for hit in self._shard(shard.name).search(list(filter(None, words)), MOST_HITS)
        ]  # fmt: skip
        ranked = sorted(hits, reverse=True)[: 2 * MOST_HITS]
        return [number for _, number in ranked if number not in self._dead]

    def _shard(self, name: str) -> Shard:
        if name not in self._shards:
            self._shards[name] = Shard(self._generation / "text" / name)
        return self._shards[name]

    @cached_property
    def _dead(self) -> frozenset[int]:
        """Works in whose place a later record stands, or none: the words know nothing of it."""
        table = pq.read_table(self._generation / "dead.parquet")
        return frozenset(table.column("work").to_pylist())

    def _joined(self, table: str, wanted: Sequence[int]) -> list[tuple[int, int]]:
        """The keys and works of a table under these keys; one query for all."""
        if not wanted:
            return []
        path = str(self._generation / f"{table}.parquet").replace("'", "''")
        try:
            self._engine.register("asked", pa.table({"key": pa.array(wanted, pa.int64())}))
            query = f"SELECT key, work FROM read_parquet('{path}') SEMI JOIN asked USING (key)"
            return [(key, work) for key, work in self._engine.execute(query).fetchall()]
        except (duckdb.Error, *DAMAGED) as error:
            self._warn(
                f"{path} is damaged ({str(error).partition(chr(10))[0][:120]}): the services are "
                "asked instead. Build the index again."
            )
            return []

    @cached_property
    def _notices(self) -> Mapping[str, list[dict[str, object]]]:
        return noticing.notices(self._generation / "notices.parquet")

    def _noticed(self, source: str, records: Sequence[str]) -> list[str]:
        """Records of Crossref with what Retraction Watch tells of them."""
        if source != "crossref":
            return list(records)
        return [noticing.added(text, self._notices) for text in records]


def _shown(wanted: Wanted, works: Sequence[Head], *, alone: bool) -> list[Head]:
    """Those that answer a citation, if any does."""
    if likely(wanted, works):
        return list(works[:MOST_SHOWN])
    return parts(wanted, works)[:MOST_SHOWN] if alone else []


def _most(counts: Mapping[int, int]) -> list[int]:
    """The works with most in common; those that share the whole title alone, if any does."""
    ranked = sorted(counts, key=lambda work: (-counts[work], work))
    whole = [work for work in ranked if counts[work] >= 100]
    return (whole or ranked)[:MOST_CANDIDATES]
