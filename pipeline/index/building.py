"""An index built of dumps, or brought up to date by them; old or new at any moment, never half."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.index import manifest, merging, noticing, parts, reading, texts
from pipeline.index.files import DumpFile, files
from pipeline.index.manifest import Dump, Manifest, Part
from pipeline.index.owning import alone, drop_leftovers, placed
from pipeline.index.rows import READERS
from pipeline.index.trouble import IndexTroubleError, needs_installed

BUILDING = "building"
"""What is being made; a killed build finds there what it had read."""
NOTICES = "retractions"
MOST_SHOWN = 20
"""Bad records of a source that are told with their places."""


class Progress(NamedTuple):
    """How far a build is."""

    stage: str
    works: int = 0
    bytes_read: int = 0
    bytes_all: int = 0


Watch = Callable[[Progress], None]


class _Source(NamedTuple):
    """What was read of one source."""

    name: str
    parts: list[tuple[str, dict[str, Any]]]
    """Names and descriptions, in order."""
    files: int
    bad: tuple[str, ...]
    """The first records that could not be read."""
    broken: tuple[str, ...]
    """Files that could not be read to their end."""


class _Job(NamedTuple):
    """What a build works with."""

    folder: Path
    before: Manifest | None
    workers: int
    watch: Watch

    @property
    def staging(self) -> Path:
        """Where parts wait to be put together."""
        return self.folder / BUILDING / "parts"


def build(
    folder: Path, given: Mapping[str, Path], *, workers: int, watch: Watch, further: bool = False
) -> Manifest:
    """The index of these dumps, which takes the place of what the folder held.

    ``further``: of these dumps and what the folder holds; what they tell of a work holds.

    Raises:
        IndexTroubleError: a dump cannot be read at all; nothing has changed.

    """
    needs_installed()
    with alone(folder):
        job = _Job(folder, manifest.opened(folder) if further else None, workers, watch)
        by_source = {source: files(source, path) for source, path in given.items()}
        job.staging.mkdir(parents=True, exist_ok=True)
        made = _made(job, _read(job, by_source), by_source.get(NOTICES, []))
        manifest.publish(folder, made)
        shutil.rmtree(folder / BUILDING)
        drop_leftovers(folder, made)
    return made


def _read(job: _Job, by_source: Mapping[str, Sequence[DumpFile]]) -> list[_Source]:
    """All files read into parts, source by source in order of trust."""
    wanted = [file for source in READERS for file in by_source.get(source, ())]
    progress = Progress("reading", bytes_all=sum(file.path.stat().st_size for file in wanted))

    def heard(works: int, size: int) -> None:
        nonlocal progress
        progress = progress._replace(
            works=progress.works + works, bytes_read=progress.bytes_read + size
        )
        job.watch(progress)

    read = reading.read_all(wanted, job.staging, job.workers, heard)
    done = {file_done.file: file_done for file_done in read}
    return [
        _source(job.staging, source, [done[file] for file in by_source[source]])
        for source in READERS
        if source in by_source
    ]


def _source(staging: Path, source: str, done: Sequence[reading.Done]) -> _Source:
    names = [name for file_done in done for name in file_done.names]
    descriptions = [(name, about) for name in names if (about := parts.described(staging, name))]
    broken = tuple(dict.fromkeys(fault for file_done in done for fault in file_done.faults))
    if not any(about["rows"] for _, about in descriptions):
        why = next((bad[1] for _, about in descriptions for bad in about["bad"]), "")
        raise IndexTroubleError(
            f"{done[0].file.path} is no dump of {source}, nothing in it could be read: "
            f"{why or next(iter(broken), 'it is empty')}. Nothing was changed."
        )
    bad = islice((each for file_done in done for each in _bad(staging, file_done)), MOST_SHOWN)
    return _Source(source, descriptions, len(done), tuple(bad), broken)


def _bad(staging: Path, done: reading.Done) -> Iterator[str]:
    for name in done.names:
        for number, why in (parts.described(staging, name) or {}).get("bad", ()):
            yield f"{done.file.path}: record {number}: {why}"


def _made(job: _Job, read: Sequence[_Source], tables: Sequence[DumpFile]) -> Manifest:
    """A generation of all that was read and of what stood there before, in its place."""
    now, before = datetime.now(UTC), job.before
    new = job.folder / BUILDING / "generation"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    numbered = _numbered(read, before)
    text = job.folder / BUILDING / "text"
    job.watch(Progress("sorting keys and indexing words"))
    with ThreadPoolExecutor(1) as beside:
        written = beside.submit(texts.write, job.staging, text, numbered, job.workers)
        merged = _tables(job, numbered, new)
        shards = written.result()
    old = manifest.named(job.folder, before) if before else None
    known, notices = noticing.write(tables, new / "notices.parquet", old)
    made = Manifest(
        generation=now.strftime("%Y%m%dT%H%M%S.%f"), made=now.isoformat(timespec="seconds"),
        dumps=_dumps(read, notices, before),
        parts=(*(before.parts if before else ()), *(part for part, _ in numbered)),
        shards=(*(before.shards if before else ()), *shards),
        works=merged.works, dropped=merged.dropped, notices=known,
    )  # fmt: skip
    _placed(job, numbered, made, new)
    (job.folder / "generations").mkdir(exist_ok=True)
    new.rename(manifest.named(job.folder, made))
    return made


def _tables(job: _Job, numbered: Sequence[tuple[Part, str]], new: Path) -> merging.Merged:
    """The sorted keys of a generation, on disk."""
    staged = [(part.number, job.staging / f"{name}.staged") for part, name in numbered]
    return merging.merge(
        staged, manifest.named(job.folder, job.before) if job.before else None, new
    )


def _numbered(read: Sequence[_Source], before: Manifest | None) -> list[tuple[Part, str]]:
    """The new parts with their numbers, behind those that are there: later records come later."""
    first = max((part.number for part in before.parts), default=-1) + 1 if before else 0
    new = [(source.name, name, about) for source in read for name, about in source.parts]
    return [
        (Part(number=n, source=source, rows=about["rows"]), name)
        for n, (source, name, about) in enumerate(new, first)
    ]


def _placed(job: _Job, numbered: Sequence[tuple[Part, str]], made: Manifest, new: Path) -> None:
    """The works and shards of a generation in its folder: the new, and those that stay."""
    text = job.folder / BUILDING / "text"
    for part, name in numbered:
        placed(job.staging / f"{name}.works", manifest.works(new, part.number))
    for shard in made.shards:
        if (text / shard.name).exists():
            placed(text / shard.name, new / "text" / shard.name)
    if job.before:
        old = manifest.named(job.folder, job.before)
        for part in job.before.parts:
            placed(manifest.works(old, part.number), manifest.works(new, part.number))
        for shard in job.before.shards:
            placed(old / "text" / shard.name, new / "text" / shard.name)


def _dumps(
    read: Sequence[_Source], notices: Dump | None, before: Manifest | None
) -> tuple[Dump, ...]:
    """What the index holds of each source, that of before and what came."""
    by_source = {dump.source: dump for dump in before.dumps} if before else {}
    for new in (*map(_dump, read), *([notices] if notices else [])):
        old = by_source.get(new.source)
        by_source[new.source] = new if old is None else _joined(old, new)
    return tuple(by_source.values())


def _dump(source: _Source) -> Dump:
    about = [part for _, part in source.parts]
    return Dump(
        source=source.name, files=source.files,
        day=min(max(part["day"] for part in about), datetime.now(UTC).date().isoformat()),
        works=sum(part["rows"] for part in about), bad=sum(len(part["bad"]) for part in about),
        first_bad=source.bad, broken=source.broken,
    )  # fmt: skip


def _joined(old: Dump, new: Dump) -> Dump:
    return Dump(
        source=new.source, day=max(old.day, new.day), files=old.files + new.files,
        works=old.works + new.works, bad=old.bad + new.bad,
        first_bad=(*old.first_bad, *new.first_bad), broken=(*old.broken, *new.broken),
    )  # fmt: skip
