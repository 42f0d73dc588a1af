"""The floors under which the accuracy on the shipped corpus must not fall."""

import pytest

from tests.benchmarks.accuracy.__main__ import SHIPPED
from tests.benchmarks.accuracy.corpus import Corpus, fits, load
from tests.benchmarks.accuracy.invented import text
from tests.benchmarks.accuracy.measure import measured
from tests.benchmarks.accuracy.score import Score
from tests.benchmarks.accuracy.spell import FORMATS
from tests.benchmarks.accuracy.table import sure, table
from tests.benchmarks.accuracy.world import World

ENTRIES = 140
SEED = 7


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(SHIPPED)


@pytest.fixture(scope="module", params=[(f, n) for f in FORMATS for n in (None, SEED)], ids=str)
def result(corpus: Corpus, request: pytest.FixtureRequest) -> Score:
    form, noise = request.param
    world = World(corpus=corpus, noise=noise)
    found = measured(corpus, world, entries=ENTRIES, seed=SEED, form=form)
    print("\n".join([table(found), *found.cases]))
    return found


def test_every_entry_is_read(result: Score) -> None:
    assert result.entries > ENTRIES
    assert result.unread == 0


def test_works_are_resolved_rightly_and_never_wrongly(result: Score) -> None:
    assert result.wrong == 0
    assert result.right >= 0.99 * result.real > 0
    assert result.invented > 0


def test_faults_are_found(result: Score) -> None:
    assert sum(result.planted.values()) > 80
    assert result.found.total() >= 0.95 * result.planted.total()
    assert result.exact.total() >= 0.93 * result.planted.total()


def test_hardly_anything_sound_is_accused(result: Score) -> None:
    assert result.sound.total() > 500
    assert result.accused.total() <= 0.002 * result.sound.total()


def test_nothing_is_written_wrongly(result: Score) -> None:
    assert result.written > 50
    assert result.miswritten == 0


def test_what_is_said_with_confidence_is_right(result: Score) -> None:
    right, said = sure(result)
    assert right >= 0.99 * said > 0


def test_both_formats_carry_the_same_truth(corpus: Corpus) -> None:
    """Where the layouts of Markdown say everything, a work is resolved in both or in neither."""
    world = World(corpus=corpus)
    scores = [measured(corpus, world, entries=ENTRIES, seed=SEED, form=form) for form in FORMATS]
    assert scores[0].right == scores[1].right
    assert scores[0].real == scores[1].real


def test_the_shipped_corpus_is_what_the_inventor_makes() -> None:
    shipped = SHIPPED.read_text(encoding="utf-8").splitlines()
    made = text().splitlines()
    nobodys = [line for line in made if '"id": "invented:' in line]
    assert len(nobodys) > 250
    assert set(nobodys) <= set(shipped)


def test_the_works_of_the_papers_are_in_the_corpus(corpus: Corpus) -> None:
    ids = {row.id for row in corpus.rows if fits(row)}
    assert {"xu2022deepst", "zhou2023dnabert"} <= ids
