"""A list with planted faults judged by the services, by a local index before them, and by it alone.

    python -m tests.benchmarks.dumps CORPUS DUMPS
    errata index build --crossref DUMPS/crossref ... -o INDEX
    python -m tests.benchmarks.indexing CORPUS INDEX [--entries N] [--works M] [--seed S]

Printed are the seconds of each, the planted faults that the services' word shows and the index does
not, every entry of which both do not say the same, and what a look-up costs. The services are those
of the accuracy benchmark: what the corpus knows, without network. DBLP, whose dump the index holds,
is not among them.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline import formats
from pipeline.edge import answers, services
from pipeline.edge.answers import Facts
from pipeline.edge.kept_answers import Kept
from pipeline.edge.local_index import IndexAlone, LocalIndex
from pipeline.index.choosing import Wanted
from pipeline.index.lookup import Asked, Index
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.audit import Audited
from pipeline.values.entry import Document, Reading
from pipeline.values.identifiers import identifier
from pipeline.values.question import Answer, Question
from pipeline.values.settings import Settings
from tests.benchmarks.accuracy.audited import Seen
from tests.benchmarks.accuracy.compose import compose
from tests.benchmarks.accuracy.corpus import Corpus, load
from tests.benchmarks.accuracy.score import score
from tests.benchmarks.accuracy.spell import Written, markdown
from tests.benchmarks.accuracy.world import World

Said = tuple[str, str, tuple[tuple[str, str], ...]]
Ask = Callable[[frozenset[Question]], Mapping[Question, Answer]]
FOLLOWED = 3
"""How far what the index points at is followed, as a run does."""


class Before:
    """The index before the services: who serves a question alone answers it, as in a run."""

    def __init__(self, folder: Path, world: World) -> None:
        settings = Settings(index=str(folder))
        self._index, self._world = LocalIndex(settings, print, frozenset()), world
        self._sources = services.enabled(settings)
        self.answered: Counter[str] = Counter()

    def heard(self, questions: frozenset[Question]) -> Mapping[Question, Answer]:
        """The index's answer where it serves, else the services'."""
        told: dict[Question, Kept] = {}
        level = list(questions)
        for _ in range(FOLLOWED):
            self._index.look_up(level)
            for one in level:
                kept = self._index.get(one)
                if kept and self._index.serves(one, kept):
                    told[one] = kept
            level = [one for one in answers.pointed_at(level, told) if one not in told]
        facts = Facts(told=told, failed={}, stale=frozenset())
        by_index = {one: answers.answer(one, facts, self._sources) for one in questions & set(told)}
        left = questions - set(told)
        self.answered.update({"the index": len(by_index), "the services": len(left)})
        return {**by_index, **self._world.ask(left)}


def said(one: Audited) -> Said:
    """What is concluded of an entry: status, verdict, and each finding with what it proposes."""
    verdict = one.match.verdict.value if one.match else ""
    findings = sorted((found.code, found.proposed) for found in one.findings)
    return one.status.value, verdict, tuple(findings)


def judged(name: str, reading: Reading, ask: Ask) -> Sequence[Audited]:
    """The entries of a list judged; the seconds on the wall and of this process are printed."""
    began, spent = time.perf_counter(), time.process_time()
    told = audit((reading,), Library(), Outside(ask), Settings()).audited
    wall, cpu = time.perf_counter() - began, time.process_time() - spent
    print(f"{len(told)} entries by {name}: {wall:.1f} s, {cpu:.1f} s of CPU")
    return told


def placed(written: Written, told: Sequence[Audited]) -> list[Seen]:
    """Each planted entry with what was concluded of it."""
    at = {line: one for one in told for line in range(one.entry.line, one.entry.end_line + 1)}
    found = [at.get(line) for line in written.lines]
    return [
        Seen(planted=planted, audited=one, after=one.entry if one else None)
        for planted, one in zip(written.planted, found, strict=True)
    ]


def compared(
    name: str, written: Written, corpus: Corpus, live: Sequence[Audited], other: Sequence[Audited]
) -> None:
    """The faults that one way shows and the other does not, and where both differ at all."""
    shown, here = (score(corpus, placed(written, told)) for told in (live, other))
    print(f"{name}: {sum(here.found.values())} faults shown, {sum(shown.found.values())} by the "
          f"services, {sum(shown.planted.values())} planted")  # fmt: skip
    for code in sorted(shown.planted):
        if here.found[code] < shown.found[code]:
            print(f"  {code}: {here.found[code]} shown, {shown.found[code]} by the services")
    pairs = list(zip(live, other, strict=True))
    differ = [(a, b) for a, b in pairs if said(a) != said(b)]
    print(f"  the same said of {len(pairs) - len(differ)}, otherwise of {len(differ)}:")
    for a, b in differ:
        reasons = "; ".join(b.match.reasons) if b.match else ""
        print(f"  line {a.entry.line}: services {said(a)}\n{' ' * 11}index {said(b)} ({reasons})")


def looked_up(corpus: Corpus, folder: Path) -> None:
    """Identifiers and citations a second, each asked once and all together."""
    rows = [row for row in corpus.rows if row.doi][:5_000]
    dois = (identifier("doi", row.doi) for row in rows)
    asked = [Asked("crossref", doi) for doi in dois if doi and doi.scheme == "doi"]
    cited = [
        Wanted("crossref", row.title, tuple(a.last for a in row.authors[:3]),
               (row.year,) if row.year else ())
        for row in rows[::5]
    ]  # fmt: skip
    with Index(folder, print) as index:
        for name, count, look in (
            ("identifiers", len(asked), lambda: index.by_identifier(asked)),
            ("citations", len(cited), lambda: index.by_citation(cited)),
        ):
            began, spent = time.perf_counter(), time.process_time()
            found = look()
            wall, cpu = time.perf_counter() - began, time.process_time() - spent
            print(f"{count} {name}, {len(found)} found: {count / wall:,.0f} a second on the wall, "
                  f"{count / cpu:,.0f} a second of CPU")  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("--entries", type=int, default=1_000)
    parser.add_argument("--works", type=int, help="draw so many works evenly")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    corpus = load(asked.corpus, most=asked.works)
    looked_up(corpus, asked.index)
    written = markdown(compose(corpus, asked.entries, asked.seed), asked.seed)
    reading = formats.read(Document(path=written.path, text=written.text))
    world = World(corpus=corpus)
    before, alone = Before(asked.index, world), IndexAlone(Settings(index=str(asked.index)))
    live = judged("the services", reading, world.ask)
    first = judged("the index before them", reading, before.heard)
    by_index = judged("the index alone", reading, alone.heard)
    alone.close()
    print(f"questions answered when it stands before them: {dict(before.answered)}")
    compared("the index before the services", written, corpus, live, first)
    compared("the index alone", written, corpus, live, by_index)


if __name__ == "__main__":
    main()
