"""A world without network: the services' answers out of a corpus.

Each record passes through the reader of its service. A search ranks by rare common words, as the
services do: it nearly always finds something.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cached_property

from pipeline.compare.titles import words
from pipeline.resolve.questions import DATACITE
from pipeline.sources import arxiv_entry, crossref_record, pubmed_record
from pipeline.values.identifiers import Identifier
from pipeline.values.question import (
    Agency,
    Answer,
    ByCitation,
    ById,
    ByPlace,
    Found,
    NotFound,
    Question,
)
from pipeline.values.text import Value
from pipeline.values.work import Candidate, Provenance, Work
from tests.benchmarks.accuracy import wire
from tests.benchmarks.accuracy.corpus import Corpus, Row
from tests.benchmarks.accuracy.noise import noisy

ROWS = 5
"""Works that a search brings."""
CLOSE = 0.6
"""Least share of the asked words in a title for arXiv and PubMed to bring it."""
DAY = datetime(2026, 1, 1, tzinfo=UTC)


class World(Value):
    """The services of a corpus."""

    corpus: Corpus
    noise: int | None = None
    """Seed of the habits of Crossref's records; None for clean records."""

    def ask(self, questions: frozenset[Question]) -> Mapping[Question, Answer]:
        """An answer to every question."""
        return {question: self._answer(question) for question in questions}

    def _answer(self, question: Question) -> Answer:
        match question.query:
            case Agency(identifier=asked):
                return self._agency(asked)
            case ById(identifier=asked):
                held = self._holding(asked)
                rows = [held] if held and _knows(question.source, held) else []
            case ByCitation() as asked:
                rows = self._search(question.source, asked)
            case ByPlace() as asked:
                rows = [r for r in self._places[asked.volume, _first(asked.page)] if r.pmid]
        found = tuple(self._candidate(question.source, one) for one in rows)
        return Found(candidates=found) if found else NotFound()

    def _holding(self, asked: Identifier) -> Row | None:
        if asked.scheme == "pmcid":
            return self._pmcids.get(asked.value)
        return self.corpus.by_identifier.get(asked)

    def _agency(self, asked: Identifier) -> Answer:
        held = self.corpus.by_identifier.get(asked)
        if held is None:
            return NotFound()
        return Found(agency="Crossref" if _knows("crossref", held) else "DataCite")

    def _candidate(self, source: str, one: Row) -> Candidate:
        work = READERS[source](one, self.noise)
        url = (work.identifiers[0].url if work.identifiers else "") or "https://example.org/"
        return Candidate(work=work, provenance=Provenance(source=source, url=url, retrieved=DAY))

    def _search(self, source: str, asked: ByCitation) -> list[Row]:
        told = words(asked.title)
        if source == "crossref":
            told = (*told, *(w for name in asked.families for w in words(name)), str(asked.year))
        scores: Counter[int] = Counter()
        for word in dict.fromkeys(told):
            places = self._index.get(word, ())
            weight = math.log(1 + len(self.corpus.rows) / (1 + len(places)))
            if len(places) <= max(10, len(self.corpus.rows) / 5) or len(told) < 4:
                for place in places:
                    scores[place] += weight  # type: ignore[assignment]
        # Short titles before long ones, as with any ranking that minds the length.
        ranked = sorted(scores, key=lambda n: (-scores[n] / (8 + self._lengths[n]) ** 0.3, n))
        rows = [self.corpus.rows[n] for n in ranked[:400] if _knows(source, self.corpus.rows[n])]
        if source != "crossref":
            wanted = set(words(asked.title))
            rows = [r for r in rows if len(wanted & set(words(r.title))) >= CLOSE * len(wanted)]
        return rows[:ROWS]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        """Places of the works with a word in title, first authors or year."""
        index: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.corpus.rows):
            names = (word for author in one.authors[:3] for word in words(author.last))
            for word in {*words(one.title), *names, str(one.year)}:
                index[word].append(place)
        return index

    @cached_property
    def _lengths(self) -> list[int]:
        return [len(words(one.title)) for one in self.corpus.rows]

    @cached_property
    def _pmcids(self) -> dict[str, Row]:
        return {one.pmcid: one for one in self.corpus.rows if one.pmcid and one.pmid}

    @cached_property
    def _places(self) -> dict[tuple[str, str], list[Row]]:
        places: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for one in self.corpus.rows:
            if one.volume and one.pages:
                places[one.volume, _first(one.pages)].append(one)
        return places


def _first(page: str) -> str:
    return page.replace("–", "-").split("-")[0].strip()


def _knows(source: str, one: Row) -> bool:
    """Whether that service holds the work."""
    datacite = one.doi.startswith(DATACITE)
    match source:
        case "crossref":
            return bool(one.doi) and not datacite and not one.doi.startswith("10.48550/")
        case "arxiv":
            return bool(one.arxiv)
        case "pubmed" | "idconv":
            return bool(one.pmid)
        case "datacite":
            return datacite
    return False


def _crossref(one: Row, noise: int | None) -> Work:
    item = wire.crossref(one)
    return crossref_record.read(wire.dumped(item if noise is None else noisy(item, noise)))


def _arxiv(one: Row, _: int | None) -> Work:
    return arxiv_entry.read(wire.arxiv(one))


def _pubmed(one: Row, _: int | None) -> Work:
    return pubmed_record.read(wire.pubmed(one))


READERS: dict[str, Callable[[Row, int | None], Work]] = {
    "crossref": _crossref, "arxiv": _arxiv, "pubmed": _pubmed, "idconv": _pubmed,
    "datacite": _crossref,
}  # fmt: skip
