"""A list that was composed, and what it says."""

from pipeline.values.text import Value
from tests.benchmarks.accuracy.corpus import Author


class Truth(Value):
    """One paper of a list, as a reader of the list understands it."""

    line: int = 0
    end_line: int = 0
    title: str = ""
    """Empty where the list gives none."""
    authors: tuple[str, ...] = ()
    """As written, in order."""
    families: tuple[str, ...] = ()
    et_al: bool = False
    venues: tuple[str, ...] = ()
    """Each is a right reading; empty where the list gives none."""
    years: tuple[int, ...] = ()
    """Each is a right reading; empty where the list says none, in the entry or above it."""
    links: tuple[str, ...] = ()
    """Addresses that are the entry's."""
    sections: tuple[str, ...] = ()
    """The last heading above it, or the bullet that it stands under; each is a right reading."""
    drawn: tuple[tuple[str, str], ...] = ()
    """Its layout: dimension and option."""
    vague: tuple[str, ...] = ()
    """Fields whose reading is a matter of opinion here: not counted."""


class Listing(Value):
    """A list and the truth about it."""

    seed: str
    path: str
    text: str
    entries: tuple[Truth, ...]
    others: tuple[tuple[int, int], ...]
    """Lines of the items that are no papers."""


class Work(Value):
    """What an item is made of: a work of the corpus as this list cites it."""

    title: str
    authors: tuple[Author, ...]
    venue: str
    """The venue's name as the list writes it."""
    year: int
    month: int
    volume: str
    issue: str
    pages: str
    url: str
    doi: str
    proceedings: bool
    number: int
    """Place in the list, from 1."""
