"""Lists damaged at random, read and corrected: ``python -m tests.benchmarks.mutations FOLDER...``.

First every list as it is, then so many copies, each damaged in a few places: a line dropped,
doubled, joined to the next or cut, blocks swapped, a character of markup dropped. Each is read, and
corrected in memory: without any answer, which is timed, and by services that know every entry under
other fields, so that there is much to write. Prints where something of ours broke, and what took
longest; the exit status is 1 if anything broke, or took longer than ten seconds. Without a folder
the lists are the project's own.
"""

import argparse
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from pipeline import formats
from pipeline.compare.titles import key
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.audit import Audited
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.identifiers import Identifier
from pipeline.values.question import (
    Answer,
    ByCitation,
    ById,
    Found,
    NotFound,
    Question,
    Unavailable,
)
from pipeline.values.settings import Settings
from pipeline.values.work import Candidate, PartialDate, Person, Provenance, Work
from pipeline.write.applying import Accepted, rewritten

OWN = (Path("examples"), Path("papers/README.md"), Path("README.md"), Path("docs"))
ENDINGS = (".md", ".bib", ".rst", ".org", ".yml", ".yaml", ".json", ".txt", ".ris", ".nbib", ".csv")
LONGEST_S = 10.0
MARKUP = "[](){}*_`|#<>\"'\\$@-+:.,&;!\n"
WHEN = datetime(2026, 1, 2, tzinfo=UTC)
ALL = Accepted(style=True, move=True)

Lines = list[str]


def dropped(lines: Lines, at: int, _: Random) -> Lines:
    """Without a line."""
    return lines[:at] + lines[at + 1 :]


def doubled(lines: Lines, at: int, _: Random) -> Lines:
    """With a line twice."""
    return [*lines[: at + 1], *lines[at:]]


def joined(lines: Lines, at: int, _: Random) -> Lines:
    """With a line joined to the next."""
    return [*lines[:at], lines[at].rstrip("\r\n"), *lines[at + 1 :]]


def cut(lines: Lines, at: int, chance: Random) -> Lines:
    """With a line cut."""
    end = "\n" if lines[at].endswith("\n") else ""
    return [*lines[:at], lines[at][: chance.randrange(len(lines[at]) + 1)] + end, *lines[at + 1 :]]


def swapped(lines: Lines, at: int, chance: Random) -> Lines:
    """With two blocks in each other's place."""
    first, second = sorted((at, chance.randrange(len(lines))))
    size = min(chance.randint(1, 12), second - first, len(lines) - second)
    one, other = lines[first : first + size], lines[second : second + size]
    between = lines[first + size : second]
    return [*lines[:first], *other, *between, *one, *lines[second + size :]]


def thinned(lines: Lines, at: int, chance: Random) -> Lines:
    """Without a character of markup."""
    places = [n for n, char in enumerate(lines[at]) if char in MARKUP]
    if not places:
        return lines
    place = chance.choice(places)
    return [*lines[:at], lines[at][:place] + lines[at][place + 1 :], *lines[at + 1 :]]


DAMAGES: tuple[Callable[[Lines, int, Random], Lines], ...] = (
    dropped, doubled, joined, cut, swapped, thinned, thinned,
)  # fmt: skip


def damaged(text: str, chance: Random, longest: int) -> str:
    """At most so many lines of the text, damaged in one to six places."""
    lines = text.splitlines(keepends=True) or [""]
    start = chance.randrange(max(len(lines) - longest, 0) + 1)
    lines = lines[start : start + longest]
    for _ in range(chance.randint(1, 6)):
        if lines:
            lines = chance.choice(DAMAGES)(lines, chance.randrange(len(lines)), chance)
    return "".join(lines)


class Echo:
    """Services that know every entry of a list by its title and identifiers, otherwise told."""

    def __init__(self, reading: Reading) -> None:
        self._works: dict[str, Candidate] = {}
        for number, entry in enumerate(reading.entries):
            if entry.title:
                told = _otherwise(entry, number)
                self._works[key(entry.title.text)] = told
                self._works |= {str(mention.identifier): told for mention in entry.mentions[:1]}

    def ask(self, questions: frozenset[Question]) -> dict[Question, Answer]:
        """An answer to every question."""
        return {question: self._answer(question) for question in questions}

    def _answer(self, question: Question) -> Answer:
        query, name = question.query, ""
        if isinstance(query, ById):
            name = str(query.identifier)
        elif isinstance(query, ByCitation) and question.source == "crossref":
            name = key(query.title)
        known = self._works.get(name)
        return Found(candidates=(known,)) if known else NotFound()


def silence(questions: frozenset[Question]) -> dict[Question, Answer]:
    """No answer to any question: nothing is kept, and no service may be asked."""
    return dict.fromkeys(questions, Unavailable(reason="offline"))


def _otherwise(entry: Entry, number: int) -> Candidate:
    """The entry's work with one more author, another venue and year, and a letter more."""
    names = entry.authors.names if entry.authors else ()
    people = [Person(family=name.family, given=name.given) for name in names if name.family]
    doi = Identifier(scheme="doi", value=f"10.99999/{number}")
    own = [m.identifier for m in entry.mentions[:1]]
    title = entry.title.text if entry.title else "Untitled"
    work = Work(
        title=title[:-1] + title[-1] * 2,
        authors=(*people, Person(family="Lindqvist", given="Mara")),
        container_title="Journal of Estuarine Sensing" if number % 3 else "Nature",
        issued=PartialDate(year=entry.year.value if entry.year and number % 2 else 2019),
        identifiers=(*own, doi) if number % 5 else (doi,),
    )
    said = Provenance(source="crossref", url="https://doi.org/10.99999/1", retrieved=WHEN)
    return Candidate(work=work, provenance=said)


class Trial(NamedTuple):
    """How one text fared."""

    name: str
    seconds: float
    """Of the processor, without any answer."""
    entries: int = 0
    written: int = 0
    left: int = 0
    broke: tuple[str, ...] = ()


def trial(name: str, text: str, *, offline: bool = False) -> Trial:
    """The text read, checked and corrected; offline only without any answer."""
    began = time.process_time()
    reading = formats.read(Document(path=Path(name).name, text=text))
    silent = audit((reading,), Library(), Outside(silence), Settings())
    rewritten(reading, silent.audited, ALL)
    seconds = time.process_time() - began
    if offline:
        return Trial(name, seconds, len(reading.entries), broke=tuple(_broke(silent.audited)))
    found = audit((reading,), Library(), Outside(Echo(reading).ask), Settings())
    done = rewritten(reading, found.audited, ALL)
    return Trial(
        name, seconds, len(reading.entries),
        sum(f.written for one in done.audited for f in one.findings), len(done.left),
        tuple(_broke((*silent.audited, *done.audited))),
    )  # fmt: skip


def _broke(audited: Sequence[Audited]) -> Iterator[str]:
    for one in audited:
        if one.failure:
            yield f"line {one.entry.line}: {one.failure.stage}: {one.failure.error}"


class Job(NamedTuple):
    """A list, and the seed of its damage; none for the list as it is."""

    path: Path
    seed: int | None
    longest: int
    offline: bool

    def text(self) -> str:
        """What is tried."""
        whole = self.path.read_text(encoding="utf-8", errors="replace")
        if self.seed is None:
            return whole
        return damaged(whole, Random(self.seed), self.longest)  # noqa: S311  drawn by seed

    def run(self) -> Trial:
        """How it fared; an exception that nobody caught is the worst of all."""
        name = self.path.name if self.seed is None else f"{self.seed}:{self.path.name}"
        try:
            return trial(name, self.text(), offline=self.offline)
        except Exception as error:  # noqa: BLE001  to find these is what this is for
            return Trial(name, 0.0, broke=(f"nobody caught {type(error).__name__}: {error}",))


def jobs(asked: argparse.Namespace) -> Iterator[Job]:
    """Every list once, then lists in turn, damaged."""
    places: list[Path] = asked.folders
    found = [
        p for place in places for p in (sorted(place.rglob("*")) if place.is_dir() else [place])
    ]
    lists = [path for path in found if path.is_file() and path.name.lower().endswith(ENDINGS)]
    yield from (Job(path, None, asked.lines, asked.offline) for path in lists)
    for number in range(asked.mutations):
        path = lists[number % len(lists)]
        yield Job(path, asked.seed + number, asked.lines, asked.offline)


def main() -> int:
    """0 if nothing broke and nothing took too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.mutations")
    parser.add_argument("folders", nargs="*", type=Path, default=list(OWN))
    parser.add_argument("--mutations", type=int, default=2000)
    parser.add_argument("--lines", type=int, default=300, help="longest stretch that is damaged")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--offline", action="store_true", help="only without any answer: quick")
    parser.add_argument("--processes", type=int, default=1)
    asked = parser.parse_args()
    wanted = list(jobs(asked))
    done: list[Trial] = []
    with multiprocessing.Pool(asked.processes) as pool:
        for each in pool.imap_unordered(Job.run, wanted):
            done.append(each)
            if each.broke or each.seconds > LONGEST_S:
                print(f"{each.name}: {each.seconds:.1f} s", *each.broke, sep="\n    ", flush=True)
    slowest = max(done, key=lambda each: each.seconds)
    print(
        f"{len(done)} texts, {sum(t.entries for t in done):,} entries, "
        f"{sum(t.written for t in done):,} findings written, {sum(t.left for t in done):,} left, "
        f"{sum(bool(t.broke) for t in done)} broke; slowest {slowest.name} {slowest.seconds:.1f} s"
    )
    return int(any(t.broke or t.seconds > LONGEST_S for t in done))


if __name__ == "__main__":
    raise SystemExit(main())
