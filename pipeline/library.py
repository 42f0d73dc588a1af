"""The records we have, found by identifier, and the names of new ones."""

import re
from collections.abc import Iterable
from itertools import chain

from pipeline.compare.titles import key, words
from pipeline.evidence import one_work
from pipeline.identifiers import Identifier
from pipeline.model import Paper, Work
from pipeline.text import Value

COMMON = frozenset(
    """a an the of on in for and or to with from by at is are was be as via using towards toward how
    what why when do does can new novel some into over under its their our this that""".split()  # noqa: SIM905  a table of words
)
"""Words that tell nothing of a title."""


class Library(Value):
    """Records by their ids; a value: adding gives a new library."""

    papers: tuple[Paper, ...] = ()

    def named(self, identifiers: Iterable[Identifier]) -> Paper | None:
        """The record that bears one of these identifiers in any version; None if none does."""
        wanted = set(identifiers)
        return next((p for p in self.papers if wanted & set(identifiers_of(p))), None)

    def about(self, work: Work) -> Paper | None:
        """The record of the same work in another version, though no identifier says so."""
        letters = key(work.title)
        alike = (p for p in self.papers if key(p.work.title) == letters)
        return next((p for p in alike if one_work(p.work, work)), None)

    def with_paper(self, paper: Paper) -> "Library":
        """The library after a record was added or replaced, in order of ids."""
        others = [p for p in self.papers if p.id != paper.id]
        return Library(papers=tuple(sorted((*others, paper), key=lambda p: p.id)))

    def fresh_id(self, work: Work) -> str:
        """An id that no record has: family name, year, first telling title word."""
        taken = {paper.id for paper in self.papers}
        stem = stem_of(work)
        names = chain((stem,), (f"{stem}{letters}" for letters in _letters()))
        return next(name for name in names if name not in taken)


def identifiers_of(paper: Paper) -> tuple[Identifier, ...]:
    """Every identifier of every version."""
    own = paper.work.identifiers
    return tuple(dict.fromkeys((*own, *(i for v in paper.versions for i in v.identifiers))))


def stem_of(work: Work) -> str:
    """The id a work would have if nobody else had it: ``xu2022deepst``, folded to ASCII."""
    first = work.authors[0] if work.authors else None
    who = slug(first.family or first.literal.split()[-1]) if first else ""
    years = [date.year for date in (work.issued, *work.dates) if date]
    telling = [w for w in words(work.title) if w not in COMMON and slug(w)]
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
