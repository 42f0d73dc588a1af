"""The entry's own words as a witness against our reading of them.

Lists come in shapes nobody has seen. Where a title, a venue or a name of the work stands in the
entry word for word, and we read it as something else or not at all, the fault is ours.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.compare import venues
from pipeline.compare.conferences import conferences
from pipeline.compare.titles import TELLING, key
from pipeline.values.entry import Entry
from pipeline.values.work import Person

ADDRESS = re.compile(r"https?://[^\s<>\")\]]+|\b10\.\d{4,9}/[^\s,{}]+")
"""Addresses and DOIs spell titles and venues too; they are no words of the curator's:
``doi = {10.1093/bioinformatics/btx674}`` names no journal."""

SEPARATOR = re.compile(r" [-–—|] |[,;•]")

_PIECE = re.compile(r"[^\w\s&'’-]+")
"""What parts the pieces of an entry: "*Peerj*" is one, however short."""

_PART = re.compile(r"[^\w\s&'’,:-]+|\s[-–—]+\s")
"""The same, where commas are of the name: "*Protein Engineering, Design and Selection*"."""

WORD = re.compile(r"[^\W\d_]+")

RUN_TOGETHER = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
"""Between two names without a blank: "WangBo"."""

SHORT_NAME = 4
"""Most letters of a name that any longer word may hold: "Han" stands in "H. and"."""

TELLING_NAME = 8
"""Fewest letters of a venue's name that cannot."""


def bears(raw: str, title: str) -> bool:
    """The title stands in the entry word for word, whatever we read as its title."""
    letters = key(title)
    return len(letters) >= TELLING and letters in key(ADDRESS.sub(" ", raw))


def names_venue(raw: str, entry: Entry, names: Iterable[str]) -> bool:
    """One of the venue's names stands in the entry, beside its title and not as we read it."""
    words = _beside_title(raw, entry)
    rest, pieces = key(words), set(map(key, _PIECE.split(words)))
    read = key(entry.venue.text) if entry.venue else ""
    return any(
        letters not in read
        and (letters in pieces or (len(letters) >= TELLING_NAME and letters in rest))
        for letters in map(key, names) if letters
    )  # fmt: skip


def names_meeting(raw: str, entry: Entry, names: Iterable[str]) -> bool:
    """The conference of one of these volumes stands in the entry, and not as we read its venue."""
    read = conferences(entry.venue.text) if entry.venue else ()
    meetings = set(conferences(_beside_title(raw, entry))) - set(read)
    return any(not meetings.isdisjoint(conferences(name)) for name in names)


def nears_venue(raw: str, entry: Entry, names: Sequence[str]) -> bool:
    """A piece of the entry beside its title is a name of the venue, misspelt perhaps: "eiLfe"."""
    words = _beside_title(raw, entry)
    pieces = {piece.strip() for parts in (_PIECE, _PART) for piece in parts.split(words)}
    return any(
        venues.compare(piece, names).kind in ("same", "abbreviation", "misspelt")
        for piece in pieces if len(key(piece)) >= SHORT_NAME
    )  # fmt: skip


def names_people(raw: str, entry: Entry, people: Iterable[Person], title: str = "") -> bool:
    """Most of these people stand in the entry beside its title, and not as the authors we read.

    ``title`` is the true one, where we may have read more as its title: "Li H: A framework ...".

    Li who is missing stands in no "Lin", and not in the Li who is there. One who is abbreviated
    ("G. v. d. Driessche") does not put the others in the wrong.
    """
    rest = _beside_title(raw, entry, title)
    read = Counter(key(name.family) for name in entry.authors.names) if entry.authors else Counter()
    letters = [key(person.family or person.literal) for person in people]
    there = sum(bool(name) and _times(name, rest) > read[name] for name in letters)
    return 2 * there > len(letters)


def _times(letters: str, text: str) -> int:
    """How often a name stands in a text; a short one as a word of its own."""
    if len(letters) > SHORT_NAME:
        return key(text).count(letters)
    return sum(key(word) == letters for word in WORD.findall(RUN_TOGETHER.sub(" ", text)))


def holds_people(text: str, people: Iterable[Person]) -> bool:
    """All these people stand in the text, addresses aside."""
    rest = key(ADDRESS.sub(" ", text))
    letters = [key(person.family or person.literal) for person in people]
    return bool(letters) and all(name and name in rest for name in letters)


def ends_title(entry: Entry, names: Iterable[str]) -> bool:
    """What we read as the title runs on into the venue: "... Regulator of HIF-1α. iScience"."""
    read = key(entry.title.text) if entry.title else ""
    letters = [key(name) for name in names]
    return any(len(n) >= TELLING_NAME and read.endswith(n) and read != n for n in letters)


def runs_on(entry: Entry, names: Iterable[str]) -> bool:
    """What we read as the venue holds the venue's name, and more beside a separator.

    "M DE, W CF & Evan MD - Journal of Sustainable Forestry" is authors and venue.
    """
    read = entry.venue.text if entry.venue else ""
    if not SEPARATOR.search(read):
        return False
    return any(len(key(name)) >= TELLING_NAME and key(name) in key(read) for name in names)


def title_runs_on(entry: Entry, title: str, names: Iterable[str]) -> bool:
    """What we read as the title is the work's title and a name of the venue behind it.

    "Grid workflows under load. e-Science", of the "... Conference on e-Science and Grid Computing".
    """
    read = key(entry.title.text) if entry.title else ""
    if not read.startswith(key(title)) or entry.title is None:
        return False
    rest, texts = read.removeprefix(key(title)), [name for name in names if key(name)]
    tail = entry.title.text.rpartition(". ")[2] if rest else ""
    near = len(rest) >= SHORT_NAME and any(rest in key(name) for name in texts)
    return near or venues.compare(tail, texts).kind in ("same", "abbreviation", "misspelt")


def is_given(name: str, people: Iterable[Person]) -> bool:
    """What we read as an author is a given name, or one of two people that a record runs together.

    "Andrea and Cattaneo"; "Kobayashi K,Koga" is one family name in a record of Elsevier's.
    """
    letters = key(name)
    return len(letters) > 2 and any(
        letters in key(person.given)
        or ("," in person.family and letters in key(person.family + person.given))
        for person in people
    )


def within_venue(name: str, names: Iterable[str]) -> bool:
    """What we read as an author is a piece of the venue's name: "... and Shelf Science"."""
    letters = key(name)
    return len(letters) > 1 and any(letters in key(venue) for venue in names)


def _beside_title(raw: str, entry: Entry, true: str = "") -> str:
    title = entry.title.raw if entry.title else ""
    title = true if true and true in title else title
    words = ADDRESS.sub(" ", raw)
    return words.replace(title, " ", 1) if title else words
