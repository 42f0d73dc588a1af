"""How well an entry fits a work: each field against each voice, the kindest comparison kept.

A list may follow any genuine version and any service's spelling, so a field is at fault only if it
fits none of the voices that could know.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from rapidfuzz import fuzz

from pipeline.compare import names, titles, venues
from pipeline.compare.letters import folded
from pipeline.match import misread, orders
from pipeline.match.links import in_anthology
from pipeline.match.pages import printed
from pipeline.match.same_work import Family, serial
from pipeline.values.entry import Entry
from pipeline.values.text import Value
from pipeline.values.work import Candidate, Stage

TITLE_RANK = ("same", "shortened", "extended", "misspelt", "related", "differs")
"""Title comparisons, kindest first."""

BYLINE_RANK = (
    "same", "initials", "prefix", "noise", "misspelt", "order", "incomplete", "extra", "mixed",
    "differs", "unknown",
)  # fmt: skip
"""By-line comparisons, kindest first."""

_SECTION = re.compile(r"([A-Z])[ .]?\d")
"""A volume with the letter of its journal: particle physics writes Physics Letters B 716 so."""

VENUE_RANK = tuple(venues.RANK)
"""Venue comparisons, kindest first."""

PROSE = ("markdown", "rst", "org", "plain")
"""Formats in which we tell where a title stands; elsewhere a field says it, and another title that
stands in the entry is that of its book."""

C = TypeVar("C", titles.TitleComparison, names.BylineComparison, venues.VenueComparison)

BEGUN = 0.9
"""Least score of a title that is the beginning of the work's, where all else names the work."""

PLAINLY_ANOTHER = 0.62
"""Title score below which an identifier is taken to open another work: above it the entry's title
may be a free rendering of the work's."""


class Voice(Value):
    """One candidate compared with the entry; each field when it is first asked for.

    Most of what a search brings has plainly another title, and nothing else of it is looked at.
    """

    entry: Entry
    candidate: Candidate
    ordered: bool = True
    """Somebody tells the order of the authors: this voice, or one beside it."""

    @cached_property
    def title(self) -> titles.TitleComparison | None:
        """None if the entry has no title; so with the other fields."""
        written, work = self.entry.title, self.candidate.work
        if written is None:
            return None
        return titles.compare(written.text, work.title, work.other_titles)

    @cached_property
    def byline(self) -> names.BylineComparison | None:
        """The by-line compared with the record's authors."""
        written, work = self.entry.authors, self.candidate.work
        if written is None:
            return None
        return names.compare(
            written, work.authors, complete=work.authors_complete, ordered=self.ordered
        )

    @cached_property
    def venue(self) -> venues.VenueComparison | None:
        """The venue compared with all that the record calls its container."""
        written, work = self.entry.venue, self.candidate.work
        if written is None:
            return None
        called = tuple(filter(None, (work.container_title, *work.container_titles)))
        section = _SECTION.match(self.entry.hints.volume or "")
        texts = (written.text, f"{written.text} {section[1]}") if section else (written.text,)
        return _kindest((venues.compare(text, called, work.issn) for text in texts), VENUE_RANK)

    @cached_property
    def linked(self) -> bool:
        """An identifier of the entry names this very version."""
        ours, numbered = serial(self.candidate.work), in_anthology(self.candidate.work)
        identifiers = (mention.identifier for mention in self.entry.mentions)
        return any(identifier in ours or identifier == numbered for identifier in identifiers)


class Assessment(Value):
    """An entry compared with all voices about one work, the kindest comparison of each field."""

    entry: Entry
    voices: tuple[Voice, ...]
    raw: str = ""
    """The entry as it stands."""

    @cached_property
    def family(self) -> Family:
        """The voices' candidates."""
        return tuple(voice.candidate for voice in self.voices)

    @cached_property
    def read(self) -> titles.TitleComparison | None:
        """What we read as the title, by the versions the entry may mean; None if it has none."""
        return _kindest((voice.title for voice in _of_linked_version(self.voices)), TITLE_RANK)

    @cached_property
    def misread(self) -> bool:
        """The work's title stands in the entry word for word, but we read another."""
        title, written = self.read, self.entry.title
        if title is None or title.kind == "same" or self.entry.format not in PROSE:
            return False
        if _book_of_pages(self.entry, title.true):
            return False
        return _borne_out(self.raw, written.text if written else "", self.family, title)

    @cached_property
    def title(self) -> titles.TitleComparison | None:
        """The title compared; None if the entry has none."""
        if self.read is None:
            return None
        if self.misread:
            return titles.TitleComparison(kind="same", score=1.0, true=self.read.true)
        if self.read.kind == "differs" and self._told_besides and self._begun:
            longer = self.entry.title and len(self.entry.title.text) > len(self.read.true)
            return self.read.but(
                kind="extended" if longer else "shortened", score=max(self.read.score, BEGUN)
            )
        return self.read

    @property
    def _begun(self) -> bool:
        """One title is where the other begins: up to a preposition, or the name before its colon.

        A registry keeps a subtitle apart, or loses it: "XGBoost".
        """
        written, read = self.entry.title, self.read
        if not written or not read:
            return False
        if titles.begins(written.text, read.true):
            return True
        return titles.nickname(written.text) == titles.key(read.true) != ""

    @property
    def _told_besides(self) -> bool:
        """What is no title names the work: its identifier and somebody or its place, or all of it.

        The identifier alone does not: "A survey of graph networks" linked to "... for time series".
        """
        placed = self.venue_fits and self.year == 0
        whole = self.byline is not None and len(self.byline.pairs) > 1 and self.people_fit == 1
        linked = any(voice.linked for voice in self.voices)
        return (linked and (placed or self.people_fit > 0)) or (whole and placed)

    @cached_property
    def byline(self) -> names.BylineComparison | None:
        """The by-line compared; None if the entry has none."""
        if self.entry.authors is None:
            return None
        known = orders.believed(self.family) if len(self.voices) > 1 else ()
        first = sorted(range(len(self.voices)), key=lambda place: place not in known)
        return _kindest((self.voices[place].byline for place in first), BYLINE_RANK)

    @cached_property
    def rearranged(self) -> bool:
        """The authors stand in another order than in the records, of which none can be believed."""
        return any(
            not voice.ordered and voice.byline and not orders.rising(voice.byline.pairs)
            for voice in self.voices
        )

    @cached_property
    def venue(self) -> venues.VenueComparison | None:
        """The venue compared; None if the entry has none."""
        return _kindest((voice.venue for voice in self.voices), VENUE_RANK)

    @cached_property
    def named(self) -> bool:
        """Two or more authors of the work, and all of them, stand in the entry, read so or not."""
        return _all_named(self.raw, self.family)

    @cached_property
    def letters(self) -> float:
        """Share of common letters of the titles, 0 to 1, whatever the words that differ mean."""
        written, title = self.entry.title, self.title
        return _letters(written.text, title.true) if written and title else 0.0

    @cached_property
    def printed(self) -> bool | None:
        """Whether the entry's volume and first page are the work's; None if they are unknown."""
        return printed(self.entry, (candidate.work for candidate in self.family))

    @cached_property
    def year(self) -> int | None:
        """Years between the entry's year and the nearest genuine one; None if one is unknown."""
        return _year(self.entry, self.family)

    @property
    def agrees(self) -> bool:
        """The entry's title is this work's."""
        kind = self.title.kind if self.title else ""
        return kind in ("same", "shortened", "extended", "misspelt")

    @property
    def people_fit(self) -> float:
        """Share of common authors, 0 to 1; 0 if nothing is known."""
        return self.byline.overlap if self.byline and self.byline.kind != "unknown" else 0.0

    @property
    def venue_fits(self) -> bool:
        """The entry's venue is one of the work's."""
        return bool(self.venue and self.venue.kind in ("same", "abbreviation", "misspelt"))


def years(family: Family) -> tuple[int, ...]:
    """Every genuine year of any version, ascending."""
    dates = {date.year for c in family for date in (*c.work.dates, c.work.issued) if date}
    return tuple(sorted(dates))


def assess(entry: Entry, family: Family, raw: str = "") -> Assessment:
    """The entry compared with every voice about a work; ``raw`` is the entry as it stands."""
    several = entry.authors is not None and len(entry.authors.names) > 1
    ordered = not several or bool(orders.believed(family))
    voices = tuple(Voice(entry=entry, candidate=candidate, ordered=ordered) for candidate in family)
    return Assessment(entry=entry, voices=voices, raw=raw)


def _of_linked_version(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The voices whose version the entry links; all if it links none.

    "... with graph neural network" is the title of a preprint; an entry that links the journal's
    version, "... networks", has it misspelt.
    """
    linked = {voice.candidate.work.stage for voice in voices if voice.linked}
    return tuple(v for v in voices if v.candidate.work.stage in linked) if linked else voices


def _sequel(read: str, true: str) -> bool:
    """The title read is the true one with words that make it another work's: "..., Part II".

    A number before it ("12. ...") is the list's own.
    """
    before, text, after = titles.key(read).partition(titles.key(true))
    return bool(text and (after or not (before.isdigit() or not before)))


def _amid(read: str, true: str) -> bool:
    """The title is a piece of a longer phrase that we read, with nothing to part them.

    "... database of Treatment of Brachioradial Pruritus" is invented and no "Brachioradial
    pruritus".
    """
    if titles.key(true) not in titles.key(read):
        return False
    there = re.search(r"\W+".join(map(re.escape, re.findall(r"\w+", true))), read)
    if there is None:
        return True
    before, after = read[: there.start()].rstrip(), read[there.end() :].lstrip()
    return before[-1:].isalnum() or after[:1].isalnum()


def _book_of_pages(entry: Entry, true: str) -> bool:
    """The title is of the book that the entry names with its pages.

    "Inequality." Moss Revisited: 30-50, is no "Moss Revisited" of the same author and year.
    """
    if entry.venue is None or not entry.hints.page:
        return False
    return titles.key(true) in titles.key(entry.venue.text)


def _borne_out(raw: str, read: str, family: Family, title: titles.TitleComparison) -> bool:
    """The entry has the work's title in its words, and what we read is no part or mending of it."""
    if title.kind in ("extended", "misspelt"):
        return False
    if title.kind == "related" and _sequel(read, title.true):
        return False
    if _amid(folded(read), folded(title.true)):
        return False
    return any(misread.bears(raw, candidate.work.title) for candidate in family)


def _all_named(raw: str, family: Family) -> bool:
    """All authors of the work stand in the entry.

    "**Graph lanterns.** Ilse Verhoeven, Kofi Adomako" was read as one title and called unknown.
    """
    return any(
        len(candidate.work.authors) > 1 and misread.holds_people(raw, candidate.work.authors)
        for candidate in family
    )


def _letters(written: str, true: str) -> float:
    return fuzz.ratio(titles.key(written), titles.key(true)) / 100


def _kindest(comparisons: Iterable[C | None], rank: tuple[str, ...]) -> C | None:
    known = [comparison for comparison in comparisons if comparison is not None]
    if len(known) == 1:
        return known[0]
    return min(known, key=lambda c: (rank.index(c.kind), -_strength(c)), default=None)


def _strength(comparison: object) -> float:
    return float(getattr(comparison, "score", getattr(comparison, "overlap", 0.0)))


def _year(entry: Entry, family: Family) -> int | None:
    known = years(family)
    if entry.year is None or not known:
        return None
    return min(abs(entry.year.value - year) for year in known)


def stages(family: Family) -> frozenset[Stage]:
    """The versions that are known."""
    return frozenset(candidate.work.stage for candidate in family)
