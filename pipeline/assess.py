"""How well an entry fits a work: each field against each voice, the kindest comparison kept.

A list may follow any genuine version and any service's spelling, so a field is at fault only if it
fits none of the voices that could know.
"""

from functools import cached_property

from rapidfuzz import fuzz

from pipeline import witness
from pipeline.compare import names, titles, venues
from pipeline.evidence import Family, serial
from pipeline.model import Candidate, Entry, Stage
from pipeline.text import Value

TITLE_RANK = ("same", "shortened", "extended", "misspelt", "related", "differs")
"""Title comparisons, kindest first."""

BYLINE_RANK = (
    "same", "initials", "prefix", "noise", "misspelt", "order", "incomplete", "extra", "mixed",
    "differs", "unknown",
)  # fmt: skip
"""By-line comparisons, kindest first."""

VENUE_RANK = ("same", "abbreviation", "misspelt", "preprint", "differs", "unknown")
"""Venue comparisons, kindest first."""

AGREES = 0.9
"""Least title score for a title that is meant as the work's, if its kind does not say so."""

PLAINLY_ANOTHER = 0.62
"""Title score below which an identifier is taken to open another work: above it the entry's title
may be a free rendering of the work's."""


class Voice(Value):
    """One candidate compared with the entry."""

    candidate: Candidate
    title: titles.TitleComparison | None = None
    byline: names.BylineComparison | None = None
    venue: venues.VenueComparison | None = None
    linked: bool = False
    """An identifier of the entry names this very version."""


class Assessment(Value):
    """An entry compared with all voices about one work."""

    voices: tuple[Voice, ...]
    title: titles.TitleComparison | None = None
    """The kindest over the versions the entry may mean; None if the entry has no title."""
    byline: names.BylineComparison | None = None
    venue: venues.VenueComparison | None = None
    misread: bool = False
    """The work's title stands in the entry word for word, but we read another."""
    named: bool = False
    """Two or more authors of the work, and all of them, stand in the entry, read as such or not."""
    letters: float = 0.0
    """Share of common letters of the titles, 0 to 1, whatever the words that differ mean."""
    year: int | None = None
    """Years between the entry's year and the nearest genuine one; None if either is unknown."""

    @cached_property
    def family(self) -> Family:
        """The voices' candidates."""
        return tuple(voice.candidate for voice in self.voices)

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
    carried = {mention.identifier for mention in entry.mentions}
    voices = tuple(_voice(entry, candidate, carried) for candidate in family)
    title = _kindest(_meant(voices), "title", TITLE_RANK)
    read = entry.title.text if entry.title else ""
    misread = title is not None and title.kind != "same" and _borne_out(raw, read, family, title)
    if misread:
        title = titles.TitleComparison(kind="same", score=1.0, true=title.true)
    return Assessment(
        voices=voices,
        misread=misread,
        title=title,
        named=_all_named(raw, family),
        letters=_letters(entry.title.text, title.true) if entry.title and title else 0.0,
        byline=_kindest(voices, "byline", BYLINE_RANK),
        venue=_kindest(voices, "venue", VENUE_RANK),
        year=_year(entry, family),
    )


def _voice(entry: Entry, candidate: Candidate, carried: set) -> Voice:  # type: ignore[type-arg]
    work = candidate.work
    title = entry.title and titles.compare(entry.title.text, work.title, work.other_titles)
    byline = entry.authors and names.compare(
        entry.authors, work.authors, complete=work.authors_complete
    )
    called = tuple(filter(None, (work.container_title, *work.container_titles)))
    venue = entry.venue and venues.compare(entry.venue.text, called, work.issn)
    return Voice(
        candidate=candidate, title=title, byline=byline, venue=venue,
        linked=bool(serial(work) & carried),
    )  # fmt: skip


def _meant(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
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
    before, found, after = titles.key(read).partition(titles.key(true))
    return bool(found and (after or not (before.isdigit() or not before)))


def _borne_out(raw: str, read: str, family: Family, title: titles.TitleComparison) -> bool:
    """The entry has the work's title in its words, and what we read is no part or mending of it."""
    if title.kind in ("shortened", "extended", "misspelt"):
        return False
    if title.kind == "related" and _sequel(read, title.true):
        return False
    return any(witness.bears(raw, candidate.work.title) for candidate in family)


def _all_named(raw: str, family: Family) -> bool:
    """All authors of the work stand in the entry.

    "**Graph lanterns.** Ilse Verhoeven, Kofi Adomako" was read as one title and called unknown.
    """
    return any(
        len(candidate.work.authors) > 1 and witness.holds_people(raw, candidate.work.authors)
        for candidate in family
    )


def _letters(written: str, true: str) -> float:
    return fuzz.ratio(titles.key(written), titles.key(true)) / 100


def _kindest(voices: tuple[Voice, ...], field: str, rank: tuple[str, ...]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    said = [c for voice in voices if (c := getattr(voice, field)) is not None]
    return min(said, key=lambda c: (rank.index(c.kind), -_strength(c)), default=None)


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
