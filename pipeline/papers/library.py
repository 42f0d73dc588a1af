"""The records we have, found by identifier, and the names of new ones."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from pipeline.compare.titles import key, words
from pipeline.match.same_work import one_work
from pipeline.values.identifiers import Identifier
from pipeline.values.record import Paper
from pipeline.values.small_words import small_words
from pipeline.values.text import Value
from pipeline.values.work import Work

_SMALL = small_words("records")
"""Words by which no record is named."""


class Library(Value):
    """The records, in order of their ids."""

    papers: tuple[Paper, ...] = ()


class Shelf:
    """A library at work: records found by identifier and title, new ones put beside them."""

    def __init__(self, library: Library) -> None:
        self._papers: dict[str, Paper] = {}
        self._by_identifier: dict[Identifier, str] = {}
        self._by_title: dict[str, list[str]] = defaultdict(list)
        for paper in library.papers:
            self.put(paper)

    def put(self, paper: Paper) -> None:
        """Adds a record, or replaces the one of its id."""
        if paper.id not in self._papers:
            self._by_title[key(paper.work.title)].append(paper.id)
        self._papers[paper.id] = paper
        for identifier in identifiers_of(paper):
            self._by_identifier.setdefault(identifier, paper.id)

    def named(self, identifiers: Iterable[Identifier]) -> Paper | None:
        """The record that bears one of these identifiers in any version; None if none does."""
        identifier = next((i for i in identifiers if i in self._by_identifier), None)
        return self._papers[self._by_identifier[identifier]] if identifier else None

    def about(self, work: Work) -> Paper | None:
        """The record of the same work in another version, though no identifier says so."""
        alike = (self._papers[name] for name in self._by_title.get(key(work.title), ()))
        return next((paper for paper in alike if one_work(paper.work, work)), None)

    def get(self, name: str) -> Paper | None:
        """The record of this id."""
        return self._papers.get(name)

    def holds(self, name: str) -> bool:
        """Whether a record has this id."""
        return name in self._papers

    def fresh_id(self, work: Work, others: "Shelf") -> str:
        """An id that no record here or there has: family name, year, first telling title word."""
        stem = stem_of(work)
        names = chain((stem,), (f"{stem}{letters}" for letters in _letters()))
        return next(name for name in names if not (self.holds(name) or others.holds(name)))

    def library(self) -> Library:
        """The records as they stand now."""
        return Library(papers=tuple(self._papers[name] for name in sorted(self._papers)))


def identifiers_of(paper: Paper) -> tuple[Identifier, ...]:
    """Every identifier of every version."""
    own = paper.work.identifiers
    return tuple(dict.fromkeys((*own, *(i for v in paper.versions for i in v.identifiers))))


def stem_of(work: Work) -> str:
    """The id a work would have if nobody else had it: ``xu2022deepst``, folded to ASCII."""
    first = work.authors[0] if work.authors else None
    who = slug(first.family or first.literal.split()[-1]) if first else ""
    years = [date.year for date in (work.issued, *work.dates) if date]
    telling = [w for w in words(work.title) if w not in _SMALL and slug(w)]
    what = slug(telling[0]) if telling else ""
    stem = f"{who or 'anonymous'}{years[0] if years else ''}{what}"
    return re.sub(r"[^a-z0-9-]", "", stem)[:60] or "work"


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits of a text."""
    import unicodedata  # noqa: PLC0415  named where it is used

    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]", "", folded.encode("ascii", "ignore").decode())


_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
                          "ı": "i", "ħ": "h"})  # fmt: skip


def _letters() -> Iterable[str]:
    """a, b, ..., z, aa, ab, ...: collision letters without end."""
    length = 1
    while True:
        for number in range(26**length):
            yield "".join(chr(97 + number // 26**i % 26) for i in reversed(range(length)))
        length += 1
