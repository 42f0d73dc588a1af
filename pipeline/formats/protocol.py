"""What a format is: a module that reads a kind of list and spells changes in its manner.

To add one: write ``formats/<name>.py`` with the names below and add it to ``FORMATS``.
"""

from typing import Literal, Protocol

from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.text import Edit, Span, Value
from pipeline.values.work import Person


class Change(Value):
    """What one field of an entry should say."""

    field: Literal["title", "authors", "venue", "year", "link", "doi"]
    text: str = ""
    """The new title, venue, year, address or DOI, as plain text."""
    people: tuple[Person, ...] = ()
    """The new by-line, for ``authors``."""
    kept: tuple[int | None, ...] = ()
    """For each of ``people`` the place in ``entry.authors.names`` of the name that stays as it is
    written (footnote marks and affiliation digits included), or None for one to be spelt; empty
    if all are to be spelt."""
    et_al: bool = False
    """The by-line ends in the entry's "et al."."""
    link: int = 0
    """Place in ``entry.links`` of the link that changes; the length of ``links`` for a new one."""


def place_of(entry: Entry, change: Change) -> Span | None:
    """Where the value stands that a change is about; None for authors, or if none is written."""
    match change.field:
        case "title":
            return entry.title.span if entry.title else None
        case "venue":
            return entry.venue.span if entry.venue else None
        case "year":
            return entry.year.written.span if entry.year else None
        case "link":
            return entry.links[change.link].span if change.link < len(entry.links) else None
        case "doi":
            dois = (m for m in entry.mentions if m.identifier.scheme == "doi")
            return next((mention.span for mention in dois if mention.where == "written"), None)
    return None


class Rewriting(Value):
    """A change spelt in the entry's own manner."""

    edits: tuple[Edit, ...]
    """The smallest edits, positions in ``Reading.text``; empty if the format has no place."""
    proposed: str
    """The field as its reader will see it, without markup and escapes."""


class Format(Protocol):
    """The shape of a format module."""

    NAME: str

    def accepts(self, path: str, text: str) -> bool:
        """Whether this is such a list; by ending first, by look for standard input."""

    def read(self, document: Document) -> Reading:
        """The document understood; total: any text gives a reading."""

    def rewrite(self, text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
        """The edits that make the entry say what it should.

        A field that is not there is added where the entry's own layout has its place. The manner
        (order of names, initials, separators, bold, macros, escaping) is that of the entry; that
        of ``like``, another entry of the list, for names if given: a by-line pasted from elsewhere
        is no model.
        """
