"""Which version of a work an entry cites.

A work is posted, presented, printed and printed again: each version has its own place, year and
pages, and an entry is right if it agrees with one of them. Only what contradicts that one is wrong;
an entry that agrees with none of those told of may cite one that no service shows.
"""

from collections.abc import Iterable
from functools import cached_property

from pipeline.compare import venues
from pipeline.compare.letters import key
from pipeline.compare.other_venues import another
from pipeline.match.entry_against_work import Assessment, Voice, years
from pipeline.match.pages import printed
from pipeline.match.same_work import serial
from pipeline.values.entry import Entry
from pipeline.values.identifiers import Identifier
from pipeline.values.text import Value
from pipeline.values.work import Stage

LINKED = 6
"""What it counts that the entry's identifier opens this very version."""

STAGE = 4
"""What it counts that the entry says how far the version has come, and it has come so far."""

PLACE = 3
"""What a venue counts that is this version's; one that is known to be another, as much against."""

YEAR = 2
"""What the very year counts; another one, as much against."""

PAGE = 5
"""What volume and first page count; others, as much against. Who has the pages has the printing."""

LAG = 2
"""Years in which a preprint is revised for what a list still calls its preprint."""

POSTED = (
    "10.1101", "10.64898", "10.21203", "10.20944", "10.2139", "10.26434", "10.31234", "10.31219",
    "10.22541", "10.36227", "10.48550", "10.31235", "10.31223", "10.35542",
)  # fmt: skip
"""DOI prefixes under which preprints are registered."""


class Edition(Value):
    """The voices about one version of a work; never empty."""

    voices: tuple[Voice, ...]

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        return self.voices[0].candidate.work.stage

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All that its container is called."""
        works = (voice.candidate.work for voice in self.voices)
        texts = (name for w in works for name in (w.container_title, *w.container_titles) if name)
        return tuple(dict.fromkeys(texts))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every genuine year, ascending."""
        return years(tuple(voice.candidate for voice in self.voices))

    @cached_property
    def linked(self) -> bool:
        """An identifier of the entry opens it."""
        return any(voice.linked for voice in self.voices)

    def placed(self, entry: Entry) -> bool:
        """The entry's venue is its own."""
        kinds = {voice.venue.kind for voice in self.voices if voice.venue}
        return bool(entry.venue) and bool(kinds & {"same", "abbreviation", "misspelt"})

    def elsewhere(self, entry: Entry) -> bool:
        """The entry's venue is known to be another."""
        if entry.venue is None or self.placed(entry) or venues.early(entry.venue.text):
            return False
        return bool(self.names) and another(entry.venue.text, self.names)

    def paged(self, entry: Entry) -> bool | None:
        """Whether the entry's volume and first page are its own; None if they are unknown."""
        return printed(entry, (voice.candidate.work for voice in self.voices))

    def dated(self, entry: Entry) -> bool | None:
        """Whether the entry's year may be its own; None if one of them is unknown."""
        if entry.year is None or not self.years:
            return None
        year, (first, last) = entry.year.value, (self.years[0], self.years[-1])
        if self.stage is Stage.PREPRINT:
            return first <= year <= max(last, first + LAG)
        return first <= year <= last if last - first <= LAG else year in self.years


def editions(assessment: Assessment) -> tuple[Edition, ...]:
    """The versions of a work that the voices tell of, in the order of their first mention."""
    groups: list[list[Voice]] = []
    for voice in assessment.voices:
        kin = [group for group in groups if any(_one_version(voice, other) for other in group)]
        groups = [group for group in groups if group not in kin]
        groups.append([other for group in kin for other in group] + [voice])
    return tuple(Edition(voices=tuple(group)) for group in groups)


def _one_version(left: Voice, right: Voice) -> bool:
    work, other = left.candidate.work, right.candidate.work
    if work.stage is not other.stage:
        return False
    if serial(work) & serial(other):
        return True
    ours = {key(name) for name in (work.container_title, *work.container_titles) if name}
    theirs = {key(name) for name in (other.container_title, *other.container_titles) if name}
    near = not work.issued or not other.issued or abs(work.issued.year - other.issued.year) <= 1
    return near and (not ours or not theirs or bool(ours & theirs))


def cited(assessment: Assessment) -> Edition | None:
    """The version that agrees best with link, venue, year and by-line together.

    Whoever names a conference and links arXiv means the conference's: the link is where to read it.

    None for a version that no service shows: venue and year contradict the best, or venue and
    page, whatever is linked; or the entry says that it is a preprint and only what is in print is
    known, or the other way round.
    """
    entry = assessment.entry
    known = editions(assessment)
    so_far = [edition for edition in known if _claims(entry, edition) is not False]
    if not so_far:
        return None
    best = max(so_far, key=lambda edition: _agreement(entry, edition))
    if not best.elsewhere(entry):
        return best
    paged, dated = best.paged(entry), best.dated(entry)
    other = paged is False or (dated is False and not best.linked and not paged)
    return None if other else best


def _agreement(entry: Entry, edition: Edition) -> tuple[int, bool, int]:
    """Link, stage, venue, year, page in points; between equals the version of record, by-line."""
    points = LINKED * edition.linked
    claimed, dated = _claims(entry, edition), edition.dated(entry)
    points += 0 if claimed is None else STAGE if claimed else -STAGE
    points += PLACE * edition.placed(entry) - PLACE * edition.elsewhere(entry)
    points += 0 if dated is None else YEAR if dated else -YEAR
    paged = edition.paged(entry)
    points += 0 if paged is None else PAGE if paged else -PAGE
    people = max((v.byline.overlap for v in edition.voices if v.byline), default=0.0)
    return points, edition.stage is Stage.RECORD, round(100 * people)


def _claims(entry: Entry, edition: Edition) -> bool | None:
    """Whether the version has come as far as the entry says; None if it says nothing of that."""
    if entry.venue is not None:
        early = venues.early(entry.venue.text)
        return early is (edition.stage is Stage.PREPRINT)
    return True if edition.stage is Stage.PREPRINT and _posted(entry) else None


def _posted(entry: Entry) -> bool:
    """All that the entry links are preprints."""
    own = [mention.identifier for mention in entry.mentions]
    return bool(own) and all(map(is_posted, own))


def is_posted(identifier: Identifier) -> bool:
    """Whether an identifier is a preprint's."""
    if identifier.scheme == "doi":
        return identifier.value.startswith(tuple(f"{prefix}/" for prefix in POSTED))
    return identifier.scheme in ("arxiv", "openreview")


def unseen(assessment: Assessment, strangers: Iterable[Assessment]) -> tuple[Identifier, ...]:
    """The entry's identifiers that no voice bears: of versions that nobody showed.

    What opens another work is not among them.
    """
    works = [*assessment.family, *(c for stranger in strangers for c in stranger.family)]
    identifiers = {identifier for candidate in works for identifier in candidate.work.identifiers}
    identifiers |= {i for c in works for i in (*c.work.preprints, *c.work.preprint_of)}
    return tuple(m.identifier for m in assessment.entry.mentions if m.identifier not in identifiers)
