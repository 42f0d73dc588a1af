"""One measurement: a list composed, audited in its world, fixed, and compared with the truth."""

from tests.benchmarks.accuracy.audited import seen
from tests.benchmarks.accuracy.compose import compose
from tests.benchmarks.accuracy.corpus import Corpus
from tests.benchmarks.accuracy.score import Score, score
from tests.benchmarks.accuracy.spell import FORMATS
from tests.benchmarks.accuracy.world import World


def measured(corpus: Corpus, world: World, *, entries: int, seed: int, form: str) -> Score:
    """The score of the list that follows from the seed."""
    planted = compose(corpus, entries, seed)
    written = FORMATS[form](planted, seed)
    return score(corpus, seen(written, world))
