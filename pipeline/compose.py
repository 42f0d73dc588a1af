"""A whole new entry in the manner of a list.

The list itself is the template: one of its entries, written as most are, has each of its fields
replaced by the new work's. So markup, order, punctuation and names follow without a rule for them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from pipeline import formats
from pipeline.compare import titles, venues
from pipeline.exports import bib_entry, csl_json
from pipeline.format import Change
from pipeline.formats.markdown_writing import escaped, safe_url
from pipeline.model import Document, Entry, Paper, Person, Reading, Work
from pipeline.rows import is_row, row
from pipeline.text import Edit, Span, Value, apply

MOST_MODELS = 8
"""Entries tried as a template before the plain manner is taken."""

USUAL = 0.5
"""Share of the entries that have a word between their fields for it to belong to the layout."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_CLOSING = re.compile(r"[\])}>*_\"”»`.]*")
_END = ".!?…"


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
        yield "link", link.span


class Scribe(Value):
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

    @cached_property
    def lead(self) -> str:
        """What makes a line an item of the list: the bullet that most entries have."""
        text = self.reading.text
        starts = Counter(
            text[text.rfind("\n", 0, e.span.start) + 1 : e.span.start] for e in self.reading.entries
        )
        return next((start for start, _ in starts.most_common() if start.strip()), "- ")

    def models(self, section: Sequence[str] = ()) -> list[Entry]:
        """Entries to write a new one after, the best first.

        Those written as most are come first, then those of the section, then the later ones.
        """
        ranked = sorted(
            enumerate(self.clean),
            key=lambda n: (
                self.common[n[1].shape], n[1].entry.section == tuple(section), n[0],
            ),
            reverse=True,
        )  # fmt: skip
        return [s.entry for _, s in ranked]


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
    if len(entry.links) > 1 or any(link.role == "other" for link in entry.links):
        return False
    if entry.garbled or entry.ignored or not entry.title or entry.title.raw != entry.title.text:
        return False
    if any(char.isdigit() for literal in drawn.literals for char in literal):
        return False
    return set(_words(drawn)) <= usual


class Spot(Value):
    """Where a new entry will stand, as far as its manner depends on it."""

    section: tuple[str, ...] = ()
    beside: Entry | None = None
    """The entry next to it: beside a row of a table stands a row."""
    apart: str = ""
    """Id of an entry that is no model: the one that is replaced."""


NOWHERE = Spot()


def composed(scribe: Scribe, paper: Paper, url: str, spot: Spot = NOWHERE) -> str | None:
    """The text of a new entry about this work, from its first field to its last.

    Written as the entries of the list are, with their bullet left out; plainly if none will do; a
    row of a table whole. None if the list's entries give something that the services do not know
    of this work, or the list's format has no way to write an entry.
    """
    work, reading = paper.work, scribe.reading
    if reading.format in _WHOLE:
        return _WHOLE[reading.format](reading, paper, url)
    if reading.format not in LINES:
        return None
    if spot.beside is not None and is_row(reading.text, spot.beside):
        changes = _changes(scribe, spot.beside, work, url)
        return row(reading, spot.beside, changes) if changes else None
    ready = (
        entry for entry in scribe.models(spot.section)
        if entry.id != spot.apart and not is_row(reading.text, entry)
    )  # fmt: skip
    for entry in islice(ready, MOST_MODELS):
        text = _after(scribe, entry, work, url)
        if text is not None and says(scribe, text, work, url):
            return text
    text = plain(work, url, reading.format)
    return text if says(scribe, text, work, url) else None


_WHOLE: dict[str, Callable[[Reading, Paper, str], str]] = {
    "bibtex": bib_entry.entry,
    "csl-json": lambda _reading, paper, url: csl_json.item(paper, url),
    "plain": lambda _reading, _paper, url: url,
}
"""Formats whose entries are written whole, not after a model."""

LINES = ("markdown", "org", "rst")
"""Formats whose entries are lines for readers."""


def _after(scribe: Scribe, entry: Entry, work: Work, url: str) -> str | None:
    """The entry's own text with each field replaced; None if one cannot be."""
    reading = scribe.reading
    drawn = sketch(reading.text, entry)
    changes = _changes(scribe, entry, work, url)
    if drawn is None or changes is None:
        return None
    edits: list[Edit] = []
    for change in changes:
        done = formats.rewrite(reading, entry, change)
        if not done.edits and not _already(entry, change):
            return None
        edits += done.edits
    start = entry.span.start
    if any(edit.span.start < start or edit.span.end > drawn.end for edit in edits):
        return None
    moved = [_moved(edit, -start) for edit in edits]
    return _one_stop(apply(reading.text[start : drawn.end], moved), work.title)


def _moved(edit: Edit, by: int) -> Edit:
    return edit.but(span=Span(start=edit.span.start + by, end=edit.span.end + by))


def _one_stop(text: str, title: str) -> str:
    """A title that ends in a mark of its own takes no full stop behind it."""
    if title[-1:] not in _END:
        return text
    return re.sub(re.escape(title[-1]) + r"([*_\])\"”]*)\.", title[-1] + r"\1", text, count=1)


def _changes(scribe: Scribe, entry: Entry, work: Work, url: str) -> list[Change] | None:
    """What each field of the model has to say; None if the work has nothing to say there."""
    changes = [Change(field="title", text=work.title.rstrip("."))]
    if entry.authors:
        if not work.authors:
            return None
        people, cut = _shown(entry, work.authors)
        changes.append(Change(field="authors", people=people, et_al=cut))
    if entry.venue:
        called = venue_of(scribe, work)
        if not called:
            return None
        changes.append(Change(field="venue", text=called))
    if entry.year and entry.year.source == "entry":
        if not work.issued:
            return None
        changes.append(Change(field="year", text=str(work.issued.year)))
    if entry.links:
        changes.append(Change(field="link", text=url, link=0))
    return changes


def _shown(entry: Entry, people: tuple[Person, ...]) -> tuple[tuple[Person, ...], bool]:
    """As many authors as the model shows before its "et al."; all if it has none."""
    shown = people[: len(entry.authors.names)] if entry.authors and entry.authors.et_al else people
    return shown, len(shown) < len(people)


def _already(entry: Entry, change: Change) -> bool:
    """The model says the same as the new entry: the venue or the year of two works may be one."""
    if change.field == "venue":
        return entry.venue is not None and entry.venue.text == change.text
    if change.field == "year":
        return entry.year is not None and str(entry.year.value) == change.text
    if change.field == "authors":
        return entry.authors is not None and len(entry.authors.names) == len(change.people)
    return change.field == "title" and entry.title is not None and entry.title.text == change.text


def venue_of(scribe: Scribe, work: Work) -> str:
    """The work's venue as the list calls it, if it is there already; else as the record does."""
    names = tuple(filter(None, (work.container_title, *work.container_titles)))
    if not names:
        return ""
    for text in scribe.venues:
        if venues.compare(text, names, work.issn).kind in ("same", "abbreviation"):
            return text
    return work.container_title


def plain(work: Work, url: str, form: str = "markdown") -> str:
    """An entry for a list with none to follow: ``**Title.** A, B. *Venue*, 2022. [[Link]](…)``."""
    bold, slanted, link = _PLAIN[form]
    people = ", ".join(f"{p.given} {p.family}".strip() or p.literal for p in work.authors)
    stop = "" if work.title[-1:] in _END else "."
    parts = [bold.format(escaped(work.title, table=False) + stop)]
    parts += [f"{escaped(people, table=False)}."] if people else []
    venue = slanted.format(escaped(work.container_title, table=False))
    year = str(work.issued.year) if work.issued else ""
    told = [part for part in (venue if work.container_title else "", year) if part]
    parts += [", ".join(told) + "."] if told else []
    return " ".join([*parts, link.format(safe_url(url))])


_PLAIN = {
    "markdown": ("**{}**", "*{}*", "[[Link]]({})"),
    "rst": ("**{}**", "*{}*", "`Link <{}>`_"),
    "org": ("*{}*", "/{}/", "[[{}][Link]]"),
}
"""Bold, slanted and linked, as each format marks them."""


def says(scribe: Scribe, text: str, work: Work, url: str) -> bool:
    """Whether the text, read as an item of such a list, is one entry with what the work has."""
    path = scribe.reading.document.path
    again = formats.read(Document(path=path, text=f"{scribe.lead}{text}\n")).entries
    if len(again) != 1 or again[0].title is None:
        return False
    entry = again[0]
    if titles.key(again[0].title.text) != titles.key(work.title):
        return False
    linked = {link.url for link in entry.links}
    shown = entry.authors is None or entry.authors.et_al
    everybody = shown or len(entry.authors.names) == len(work.authors)  # type: ignore[union-attr]
    return everybody and (not linked or url in linked or _same(linked, url))


def _same(linked: set[str], url: str) -> bool:
    return safe_url(url) in linked
