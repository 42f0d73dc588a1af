"""What a list's entries look like: the layout around their fields, learnt once for a list.

The list itself is the template of its new entries. Of the layouts those serve in which nothing is
of a work itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.values.entry import Entry, Reading
from pipeline.values.text import Span, Value

USUAL = 0.5
"""Share of the entries that have a word between their fields for it to belong to the layout."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_CLOSING = re.compile(r"(?:\]\[[^\]\n]*\]\]|[\])}>*_\"”»`./])*")
"""What closes a field and its markup: of a link of Org its label too."""


class Sketch(Value):
    """The layout of an entry: what stands around its fields."""

    entry: Entry
    literals: tuple[str, ...]
    """What stands before, between and behind the fields; one more than ``fields``."""
    fields: tuple[str, ...]
    """Names of the fields in their order."""
    end: int
    """Where the layout ends: behind the last field and the markup that it closes."""

    @property
    def shape(self) -> tuple[str, ...]:
        """Literals and fields in turn: equal for entries written alike."""
        return (*self.fields, *self.literals)


def sketch(text: str, entry: Entry) -> Sketch | None:
    """The layout of an entry; None if its fields do not stand apart within it."""
    places = sorted(_places(entry), key=lambda place: place[1].start)
    if not places or entry.title is None or entry.unparsed is not None:
        return None
    literals, at = [], entry.span.start
    for _, span in places:
        if span.start < at or span.end > entry.span.end:
            return None
        literals.append(text[at : span.start])
        at = span.end
    closing = _CLOSING.match(text, at, entry.span.end)
    end = closing.end() if closing else at
    literals.append(text[at:end])
    return Sketch(
        entry=entry, literals=tuple(literals), fields=tuple(name for name, _ in places), end=end
    )


def _places(entry: Entry) -> Iterator[tuple[str, Span]]:
    if entry.title:
        yield "title", entry.title.span
    if entry.authors:
        yield "authors", entry.authors.written.span
    if entry.venue:
        yield "venue", entry.venue.span
    if entry.year and entry.year.source == "entry":
        yield "year", entry.year.written.span
    for link in entry.links:
        if link.role == "paper":  # code, data and badges behind the fields are the entry's own
            yield "link", link.span


class ListStyle(Value):
    """A list as a template for its new entries; what is learnt of it is learnt once."""

    reading: Reading

    @cached_property
    def clean(self) -> tuple[Sketch, ...]:
        """The layouts in which nothing is of the work itself, in the order of the list.

        Everything between their fields is of the layout of the list: no remark, no volume, no
        second link of their own is copied into the new entry.
        """
        drawn = [s for e in self.reading.entries if (s := sketch(self.reading.text, e))]
        usual, fields = _usual_words(drawn), _usual_fields(drawn)
        return tuple(s for s in drawn if _clean(s, usual) and fields <= set(s.fields))

    @cached_property
    def common(self) -> Counter[tuple[str, ...]]:
        """How often each layout is there."""
        return Counter(s.shape for s in self.clean)

    @cached_property
    def venues(self) -> tuple[str, ...]:
        """What the list calls venues, the most frequent first."""
        called = Counter(e.venue.text for e in self.reading.entries if e.venue)
        return tuple(text for text, _ in called.most_common())

    def row_like(self, entry: Entry) -> Entry | None:
        """The last whole row of the entry's own table; authors are of it where a row names some."""
        text = self.reading.text
        titled: list[Entry] = []
        for other in self.reading.entries:
            first, last = sorted((entry, other), key=lambda either: either.span.start)
            one_table = "\n\n" not in text[first.span.start : last.span.start].replace("\r", "")
            if other.title and other.links and one_table:
                titled.append(other)
        whole = [other for other in titled if other.authors] or titled
        return whole[-1] if whole else None

    @cached_property
    def lead(self) -> str:
        """What makes a line an item of the list: the bullet that most entries have."""
        text = self.reading.text
        starts = Counter(
            text[text.rfind("\n", 0, e.span.start) + 1 : e.span.start] for e in self.reading.entries
        )
        return next((start for start, _ in starts.most_common() if start.strip()), "- ")

    def models(self, section: Sequence[str] = (), people: int = 0) -> list[Entry]:
        """Entries to write a new one of so many people after, the best first.

        Those written as most are come first, then those that show what stands between names, then
        those of the section, then the later ones.
        """
        ranked = sorted(
            enumerate(self.clean),
            key=lambda n: (
                self.common[n[1].shape], _shows(n[1].entry, people),
                n[1].entry.section == tuple(section), n[0],
            ),
            reverse=True,
        )  # fmt: skip
        return [s.entry for _, s in ranked]


AS_MANY = 3
"""Names that show all that stands between names: "A, B and C"."""


def _shows(entry: Entry, people: int) -> bool:
    """The entry names enough people to show how so many are written; one alone does not."""
    if entry.authors is None or entry.authors.et_al:
        return True
    return len(entry.authors.names) >= min(people, AS_MANY)


def _usual_words(drawn: Sequence[Sketch]) -> frozenset[str]:
    counted = Counter(word for s in drawn for word in set(_words(s)))
    return frozenset(word for word, n in counted.items() if n > USUAL * len(drawn))


def _words(drawn: Sketch) -> list[str]:
    return [word.casefold() for literal in drawn.literals for word in _WORD.findall(literal)]


def _usual_fields(drawn: Sequence[Sketch]) -> frozenset[str]:
    counted = Counter(name for s in drawn for name in set(s.fields))
    return frozenset(name for name, n in counted.items() if n > USUAL * len(drawn))


def _clean(drawn: Sketch, usual: frozenset[str]) -> bool:
    """Nothing of the work itself stands outside the fields."""
    entry = drawn.entry
    if sum(link.role == "paper" for link in entry.links) > 1:
        return False
    if any(link.role == "other" and link.span.start < drawn.end for link in entry.links):
        return False
    if entry.garbled or entry.ignored or not entry.title or entry.title.raw != entry.title.text:
        return False
    if any(char.isdigit() for literal in drawn.literals for char in literal):
        return False
    return set(_words(drawn)) <= usual
