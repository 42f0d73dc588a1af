"""A list with planted faults judged by the services' word and by a local index alone.

    python -m tests.benchmarks.dumps CORPUS DUMPS
    errata index build --crossref DUMPS/crossref ... -o INDEX
    python -m tests.benchmarks.indexing CORPUS INDEX [--entries N] [--works M]

Printed are the seconds of both, every entry of which both do not say the same, and what a look-up
costs. The services are those of the accuracy benchmark: what the corpus knows, without network.
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline import formats
from pipeline.edge.local_index import IndexAlone
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
from tests.benchmarks.accuracy.compose import compose
from tests.benchmarks.accuracy.corpus import Corpus, load
from tests.benchmarks.accuracy.spell import markdown
from tests.benchmarks.accuracy.world import World

Said = tuple[str, str, tuple[tuple[str, str], ...]]


def said(one: Audited) -> Said:
    """What is concluded of an entry: status, verdict, and each finding with what it proposes."""
    verdict = one.match.verdict.value if one.match else ""
    findings = sorted((found.code, found.proposed) for found in one.findings)
    return one.status.value, verdict, tuple(findings)


def judged(reading: Reading, ask: object) -> tuple[Sequence[Audited], float, float]:
    """The entries of a list judged; the seconds on the wall and of this process that it took."""
    assert callable(ask)
    began, spent = time.perf_counter(), time.process_time()
    told = audit((reading,), Library(), Outside(ask), Settings()).audited
    return told, time.perf_counter() - began, time.process_time() - spent


def compared(reading: Reading, corpus: Corpus, index: Path) -> None:
    """Both, and where they differ."""
    live, *_ = judged(reading, World(corpus=corpus).ask)
    alone = IndexAlone(Settings(index=str(index)))

    def ask(questions: frozenset[Question]) -> Mapping[Question, Answer]:
        return alone.heard(questions)

    local, wall, spent = judged(reading, ask)
    alone.close()
    pairs = list(zip(live, local, strict=True))
    other = [(a, b) for a, b in pairs if said(a) != said(b)]
    print(f"{len(pairs)} entries by the index alone: {wall:.1f} s, {spent:.1f} s of CPU")
    print(f"the same said of {len(pairs) - len(other)}, otherwise of {len(other)}:")
    for a, b in other:
        print(f"  line {a.entry.line}: services {said(a)}\n{' ' * 11}index {said(b)}")


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
    asked = parser.parse_args()
    corpus = load(asked.corpus, most=asked.works)
    looked_up(corpus, asked.index)
    written = markdown(compose(corpus, asked.entries, seed=1), seed=1)
    compared(formats.read(Document(path=written.path, text=written.text)), corpus, asked.index)


if __name__ == "__main__":
    main()
