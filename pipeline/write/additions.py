"""What stands in a list already, and the list with a work added."""

from collections.abc import Sequence

from pipeline import formats
from pipeline.compare import titles
from pipeline.papers.library import identifiers_of
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.record import Paper
from pipeline.values.text import Value, apply
from pipeline.write.insertion import inserted
from pipeline.write.kept_encoding import unrepaired
from pipeline.write.list_order import predecessor
from pipeline.write.list_style import ListStyle
from pipeline.write.new_entry import Spot, composed
from pipeline.write.sections import Section

TELLING = 0.5
"""Least distinctiveness of a title by which a work is known to stand in a list already."""


class NotAddedError(Exception):
    """The list cannot take the entry; the message says why."""


def standing(paper: Paper, readings: Sequence[Reading]) -> Entry | None:
    """The entry that is this work already, by any identifier of any version, or by its title."""
    known = set(identifiers_of(paper))
    names = {titles.key(t) for t in (paper.work.title, *(v.title for v in paper.versions))}
    for reading in readings:
        for entry in reading.entries:
            if any(mention.identifier in known for mention in entry.mentions):
                return entry
            if entry.title and titles.key(entry.title.text) in names and _telling(entry, paper):
                return entry
    return None


def _telling(entry: Entry, paper: Paper) -> bool:
    """A title that can be no other work's, or one with an author of the work beside it."""
    if entry.title and titles.distinctive(entry.title.text) >= TELLING:
        return True
    families = {titles.key(person.family) for person in paper.work.authors if person.family}
    return bool(entry.authors and {titles.key(n.family) for n in entry.authors.names} & families)


class Added(Value):
    """A list with a new entry."""

    reading: Reading
    """The list as it reads then, wrong decoding elsewhere in it left as it is."""
    line: int
    """Where the entry stands."""
    entry: str
    """Its text."""


def added(reading: Reading, section: Section, paper: Paper, url: str) -> Added:
    """The list after the work has its entry in that section.

    Raises:
        NotAddedError: the list's entries give what no service knows of the work, or the list,
            read again, does not say what it said and the new entry.

    """
    if reading.format == "yaml":
        raise NotAddedError("a YAML list has keys of its own; write the entry by hand")
    before = predecessor(section.entries, paper.work, reading.text)
    beside = before or next(iter(section.entries), None)
    if beside is not None and _drawn(reading, beside):
        raise NotAddedError("the section is a table drawn by hand; write the row by hand")
    text = composed(
        ListStyle(reading=reading), paper, url, Spot(section=section.path, beside=beside)
    )
    if not text:
        raise NotAddedError(
            f"of what is known of “{paper.work.title}” no entry like the others can be made; "
            "write it by hand"
        )
    try:
        return _put(reading, section, paper, text)
    except NotAddedError:
        if any(entry.title for entry in reading.entries):
            raise
        return _put(reading, section, paper, url)  # a list of nothing but addresses


def _put(reading: Reading, section: Section, paper: Paper, phrase: str) -> Added:
    edit = inserted(reading, section, paper.work, phrase)
    placed = unrepaired(reading, edit)
    if placed is None:
        raise NotAddedError("its place is within wrongly decoded text; run `errata fix` first")
    text = apply(reading.document.text, [placed])
    again = formats.read(Document(path=reading.document.path, text=text))
    new = _new_entry(reading, again, paper)
    return Added(reading=again, line=new.line, entry=new.span.cut(again.text))


def _drawn(reading: Reading, entry: Entry) -> bool:
    """Whether an entry is a row of a table of reStructuredText: text in columns, no bullet."""
    start = reading.text.rfind("\n", 0, entry.span.start) + 1
    return (
        reading.format == "rst"
        and not reading.text[start : entry.span.start].strip()
        and "   " in entry.span.cut(reading.text)
    )


def _new_entry(before: Reading, after: Reading, paper: Paper) -> Entry:
    """The one entry that is new, all others being what they were."""
    old = [entry.span.cut(before.text) for entry in before.entries]
    now = [entry.span.cut(after.text) for entry in after.entries]
    place = next((n for n, text in enumerate(old) if now[n : n + 1] != [text]), len(old))
    if len(now) == len(old) + 1 and now[place + 1 :] == old[place:]:
        entry = after.entries[place]
        known = set(identifiers_of(paper))
        title = entry.title and titles.key(entry.title.text)
        if title == titles.key(paper.work.title) or (
            not title and any(m.identifier in known for m in entry.mentions)
        ):
            return entry
    path = before.document.path
    raise NotAddedError(f"{path} would not read as before with the entry in it")
