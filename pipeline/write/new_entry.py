"""A whole new entry in the manner of a list.

The list itself is the template: one of its entries, written as most are, has each of its fields
replaced by the new work's. So markup, order, punctuation and names follow without a rule for them.
"""

import re
from collections.abc import Callable
from functools import partial
from itertools import islice

from pipeline import formats
from pipeline.addresses.urls import identify
from pipeline.compare import titles, venues
from pipeline.exports import bib_entry, csl_json
from pipeline.formats.link_writing import LINKS, is_row, safe_url
from pipeline.formats.markdown_writing import escaped
from pipeline.formats.protocol import Change
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.record import Paper
from pipeline.values.text import Edit, Span, Value, apply
from pipeline.values.work import Person, Work
from pipeline.write.list_style import ListStyle, sketch
from pipeline.write.table_row import row

MOST_MODELS = 8
"""Entries tried as a template before the plain manner is taken."""

_END = ".!?…"

BOX = re.compile(r"^\[[ xX]\]\s+")
"""The box of a task list before an entry."""


class Spot(Value):
    """Where a new entry will stand, as far as its manner depends on it."""

    section: tuple[str, ...] = ()
    beside: Entry | None = None
    """The entry next to it: beside a row of a table stands a row."""
    apart: str = ""
    """Id of an entry that is no model: the one that is replaced."""


NOWHERE = Spot()


def composed(style: ListStyle, paper: Paper, url: str, spot: Spot = NOWHERE) -> str | None:
    """The text of a new entry about this work, from its first field to its last.

    Written as the entries of the list are, with their bullet left out; plainly if none will do; a
    row of a table whole. None if the list's entries give something that the services do not know
    of this work, or the list's format has no way to write an entry.
    """
    work, reading = paper.work, style.reading
    if reading.format in _WHOLE:
        return _WHOLE[reading.format](reading, paper, url)
    if reading.format not in LINES:
        return None
    if spot.beside is not None and is_row(reading.text, spot.beside):
        changes = _changes(style, spot.beside, work, url)
        return row(reading, spot.beside, changes) if changes else None
    ready = (
        entry for entry in style.models(spot.section, len(work.authors))
        if entry.id != spot.apart and not is_row(reading.text, entry)
    )  # fmt: skip
    for entry in islice(ready, MOST_MODELS):
        text = _after(style, entry, work, url)
        if text is not None and says(style, text, work, url) and _linked_alike(style, text, entry):
            return text
    text = plain(work, url, reading.format)
    return text if says(style, text, work, url) else None


_WHOLE: dict[str, Callable[[Reading, Paper, str], str]] = {
    "bibtex": bib_entry.entry,
    "csl-json": lambda _reading, paper, url: csl_json.item(paper, url),
    "plain": lambda _reading, _paper, url: url,
}
"""Formats whose entries are written whole, not after a model."""

LINES = ("markdown", "org", "rst")
"""Formats whose entries are lines for readers."""


def _after(style: ListStyle, entry: Entry, work: Work, url: str) -> str | None:
    """The entry's own text with each field replaced; None if one cannot be."""
    reading = style.reading
    drawn = sketch(reading.text, entry)
    changes = _changes(style, entry, work, url)
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
    text = _one_stop(apply(reading.text[start : drawn.end], moved), work.title)
    text = BOX.sub("[ ] ", text)  # what is new is not done yet
    return text if entry.links or not url else f"{text} {safe_url(url)}"


def _moved(edit: Edit, by: int) -> Edit:
    return edit.but(span=Span(start=edit.span.start + by, end=edit.span.end + by))


def _one_stop(text: str, title: str) -> str:
    """A title that ends in a mark of its own takes no full stop behind it."""
    if title[-1:] not in _END:
        return text
    return re.sub(re.escape(title[-1]) + r"([*_\])\"”]*)\.", title[-1] + r"\1", text, count=1)


def _changes(style: ListStyle, entry: Entry, work: Work, url: str) -> list[Change] | None:
    """What each field of the model has to say; None if the work has nothing to say there."""
    changes = [Change(field="title", text=work.title.rstrip("."))]
    if entry.authors:
        if not work.authors:
            return None
        people, cut = _shown(entry, work.authors)
        changes.append(Change(field="authors", people=people, et_al=cut))
    if entry.venue:
        called = venue_of(style, work)
        if not called:
            return None
        changes.append(Change(field="venue", text=called))
    if entry.year and entry.year.source == "entry":
        if not work.issued:
            return None
        changes.append(Change(field="year", text=str(work.issued.year)))
    own = next((n for n, link in enumerate(entry.links) if link.role == "paper"), None)
    if entry.links and own is None:
        return None
    if own is not None:
        changes.append(Change(field="link", text=url, link=own))
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


def venue_of(style: ListStyle, work: Work) -> str:
    """The work's venue as the list calls it, if it is there already; else as the record does."""
    names = tuple(filter(None, (work.container_title, *work.container_titles)))
    if not names:
        return ""
    for text in style.venues:
        if venues.compare(text, names, work.issn).kind in ("same", "abbreviation"):
            return text
    return work.container_title


def plain(work: Work, url: str, form: str = "markdown") -> str:
    """An entry for a list with none to follow: ``**Title.** A, B. *Venue*, 2022. [[Link]](…)``."""
    bold, slanted = _PLAIN[form]
    source = partial(escaped, table=False, form=form)
    people = ", ".join(f"{p.given} {p.family}".strip() or p.literal for p in work.authors)
    stop = "" if work.title[-1:] in _END else "."
    parts = [bold.format(source(work.title) + stop)]
    parts += [f"{source(people)}."] if people else []
    venue = slanted.format(source(work.container_title))
    year = str(work.issued.year) if work.issued else ""
    texts = [part for part in (venue if work.container_title else "", year) if part]
    parts += [", ".join(texts) + "."] if texts else []
    return " ".join([*parts, LINKS[form].format("Link", safe_url(url))])


_PLAIN = {
    "markdown": ("**{}**", "*{}*"),
    "rst": ("**{}**", "*{}*"),
    "org": ("*{}*", "/{}/"),
}
"""Bold and slanted, as each format marks them."""


def says(style: ListStyle, text: str, work: Work, url: str) -> bool:
    """Whether the text, read as an item of such a list, is one entry with what the work has."""
    entry = _alone(style, text)
    if entry is None or entry.title is None:
        return False
    if titles.key(entry.title.text) != titles.key(work.title):
        return False
    shown = entry.authors is None or entry.authors.et_al
    everybody = shown or len(entry.authors.names) == len(work.authors)  # type: ignore[union-attr]
    return everybody and (not url or _carries(entry, url))


def _alone(style: ListStyle, text: str) -> Entry | None:
    """The one entry that the text is in such a list; None if it is none, or several."""
    path = style.reading.document.path
    again = formats.read(Document(path=path, text=f"{style.lead}{text}\n")).entries
    return again[0] if len(again) == 1 else None


def _linked_alike(style: ListStyle, text: str, model: Entry) -> bool:
    """Whether the text has the model's links, under the same labels: no markup was cut off."""
    entry = _alone(style, text)
    return entry is not None and (not model.links or _labels(entry) == _labels(model))


def _labels(entry: Entry) -> list[str | None]:
    """What its links are called; None for one that is called as the work is."""
    title = titles.key(entry.title.text) if entry.title else ""
    own = (link.label for link in entry.links if link.role == "paper")
    return [None if titles.key(label) == title else label for label in own]


def _carries(entry: Entry, url: str) -> bool:
    """Whether the address is in the entry, or what it names."""
    if {url, safe_url(url)} & {link.url for link in entry.links}:
        return True
    named = set(identify(url).identifiers)
    return any(mention.identifier in named for mention in entry.mentions)
