"""Full-text shards: works found by their rarest words, where no key finds them."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import tantivy

RAREST = 8
"""Words of a citation that are searched for; more cost time and bring little."""
SHARE = 0.4
"""Least part of what a work with all of these words would score: what shares only one or two of
them by chance has .1 to .3; what is meant has .65 at least, slips in its title or not."""
HEAP = 48 << 20
_FIELD, _NUMBER = "text", "work"


def _schema() -> Any:  # noqa: ANN401  tantivy's types do not travel
    made = tantivy.SchemaBuilder()
    made.add_text_field(_FIELD, stored=False, tokenizer_name="whitespace", index_option="basic")
    made.add_unsigned_field(_NUMBER, stored=True)
    return made.build()


def write(folder: Path, works: Iterable[tuple[int, str]]) -> None:
    """A shard of works, each with its number and its words."""
    folder.mkdir(parents=True)
    writer = tantivy.Index(_schema(), path=str(folder)).writer(HEAP, 1)
    for number, text in works:
        document = tantivy.Document()
        document.add_unsigned(_NUMBER, number)
        document.add_text(_FIELD, text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class Shard:
    """A shard, open for searching."""

    def __init__(self, folder: Path) -> None:
        self._schema = _schema()
        self._searcher = tantivy.Index.open(str(folder)).searcher()

    def search(self, words: Sequence[str], most: int) -> list[tuple[float, int]]:
        """The works that share most of the rarest words, and enough; each with its score."""
        known = [(self._searcher.doc_freq(_FIELD, word), word) for word in dict.fromkeys(words)]
        rare = sorted(pair for pair in known if pair[0])[:RAREST]
        if not rare:
            return []
        terms = [tantivy.Query.term_query(self._schema, _FIELD, word, "basic") for _, word in rare]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        least = SHARE * sum(map(self._weight, (number for number, _ in rare)))
        hits = self._searcher.search(query, most, count=False).hits
        return [
            (score, self._searcher.doc(place).get_first(_NUMBER))
            for score, place in hits if score >= least
        ]  # fmt: skip

    def _weight(self, works: int) -> float:
        """What a word that so many works have adds to the score of a work of middling length."""
        return math.log(1 + (self._searcher.num_docs - works + 0.5) / (works + 0.5))
