"""What a list says: entries, each field as written and where it stands."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from pipeline.values.failure import Failure
from pipeline.values.identifiers import Identifier
from pipeline.values.text import Edit, Span, Value, Written


class Lesson(Value):
    """What a record shows of a list: this title stands there letter by letter."""

    title: str
    identifiers: tuple[Identifier, ...] = ()
    """Those of the record: it teaches the items that carry one. None: an item that has just this
    title is that paper, however little else speaks for it."""


class Document(Value):
    """A list as it was read: decoded text with its line endings."""

    path: str
    """As the user named it, with forward slashes; "-" for standard input."""
    text: str
    """The decoded file without its byte order mark."""
    taught: tuple[Lesson, ...] = ()
    """What is known of it by the records of its entries."""


class Mention(Value):
    """An identifier that an entry carries."""

    identifier: Identifier
    span: Span
    """Where the URL or the written identifier stands."""
    where: Literal["link", "written", "derived"] = "link"
    """In a link; written out (``doi = {...}``, ``arXiv:2306.15006``); or computed from a URL by a
    rule that may be wrong (a guess until the record's title agrees)."""


class Hints(Value):
    """What an opaque URL or the rest of an entry still says; helps a search, never accuses."""

    journal: str | None = None
    issn: str | None = None
    """Of the journal, where the address has no other name for it."""
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    """First page or article number."""
    year: int | None = None
    family: str | None = None
    """Family name of the first author, from file names such as CVF's."""
    title: str | None = None
    """The title or its first words, from the same."""


class Link(Value):
    """A link of an entry."""

    label: str = ""
    """What the reader clicks on, without markup; empty for a bare URL."""
    url: str = ""
    """The address as written, entities undone; empty for ``[Link]()``."""
    span: Span
    """Where the address stands (without brackets); empty where it is missing."""
    identifiers: tuple[Identifier, ...] = ()
    """What the address says by the URL rules, best first."""
    derived: bool = False
    """The identifiers are guesses by a rule, not spelt in the address."""
    hints: Hints = Hints()
    """What an opaque address still says."""
    role: Literal["paper", "other"] = "paper"
    """"other" for code, data, slides, project pages, videos and badges."""


class Name(Value):
    """One author as the list writes it."""

    text: str
    """As the reader sees it: "Ramana V. Davuluri", "Davuluri RV"; footnote marks left out."""
    family: str
    """Family name by the conventions of the list; the whole text where no part can be told."""
    given: str = ""
    """Given names or initials; empty if none are written."""
    span: Span
    """Where the name stands, footnote marks and affiliation digits included."""
    noise: str = ""
    """Something glued to the name that is not of it ("1" in "Routhier1"), as written."""


class Byline(Value):
    """The authors of an entry."""

    names: tuple[Name, ...]
    et_al: bool = False
    """The list says "et al.", "and others", "..."."""
    written: Written
    """The whole by-line, "et al." included."""


class Year(Value):
    """The year of an entry."""

    value: int = Field(ge=1000, le=2999)
    source: Literal["entry", "section"] = "entry"
    """Written in the entry, or that of the heading (year section) above it."""
    written: Written
    """Where it stands; for a section, the heading's year."""


class Certainty(Value):
    """How surely each field was read: the share that is right of what is read so.

    What stands under its own name ("author = …") is as sure as can be.
    """

    title: float = Field(default=0.99, ge=0, le=1)
    authors: float = Field(default=0.99, ge=0, le=1)
    """Below .9 also where the by-line was not read to its end."""
    venue: float = Field(default=0.99, ge=0, le=1)
    year: float = Field(default=0.99, ge=0, le=1)


class Entry(Value):
    """One paper of a list, each field with its place."""

    id: str
    """``list.md#L31``; for .bib, ``list.bib#key``; unique in a run, in reading order."""
    path: str
    line: int = Field(ge=1)
    end_line: int = Field(ge=1)
    """1-based, inclusive."""
    span: Span
    format: str
    """Name of the format that read it and will write it: "markdown", "bibtex", ..."""
    block: str = ""
    """What bears it in a text: "item", "paragraph", "row", "code"; empty where all are alike."""
    section: tuple[str, ...] = ()
    """Headings above the entry, outermost first, without markup."""
    title: Written | None = None
    authors: Byline | None = None
    venue: Written | None = None
    """As written, without year, volume and track: "NeurIPS", "Nucleic Acids Res"."""
    year: Year | None = None
    certainty: Certainty = Certainty()
    """What is not read surely accuses nobody and is not overwritten."""
    links: tuple[Link, ...] = ()
    """In reading order; an empty link counts."""
    mentions: tuple[Mention, ...] = ()
    """Identifiers in order of strength: written out, then spelt in links, then derived."""
    hints: Hints = Hints()
    """Volume, issue, page and the like written in the entry itself."""
    key: str | None = None
    """Citation key of a .bib entry, ``id`` of a CSL-JSON item."""
    kind: str | None = None
    """Entry type of a .bib or CSL item, as written ("inproceedings")."""
    unparsed: str | None = None
    """Why an item that looks like a paper could not be read; then no other field is trusted."""
    failure: Failure | None = None
    """What of ours broke when these lines were read; then no field is given."""
    garbled: tuple[tuple[str, str], ...] = ()
    """Words of the entry that were decoded wrongly (mojibake), as they stand in the file and as
    they read repaired; the fields are read from the repaired text."""
    ignored: tuple[str, ...] = ()
    """Codes silenced by ``<!-- errata: ignore ... -->`` on or above the entry; "*" for all."""
    style: str = ""
    """How a format remembers the entry's own style; opaque to everybody else."""


class Reading(Value):
    """A document understood."""

    document: Document
    """As it stands in the file."""
    text: str
    """The document's text with wrong decoding repaired: all spans of the entries stand in it. Line
    breaks are where they were."""
    format: str
    entries: tuple[Entry, ...] = ()
    doubtful: tuple[Entry, ...] = ()
    """Items that by themselves are none, with titles like a paper's; most like one first."""
    repairs: tuple[Edit, ...] = ()
    """Edits of ``document.text`` that give ``text``; empty for nearly every list."""


def only(readings: Sequence[Reading], entries: Sequence[Entry]) -> tuple[Reading, ...]:
    """The lists as if they held these of their entries alone."""
    if len(entries) == sum(len(reading.entries) for reading in readings):
        return tuple(readings)
    kept: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        kept[entry.path].append(entry)
    return tuple(reading.but(entries=tuple(kept[reading.document.path])) for reading in readings)
