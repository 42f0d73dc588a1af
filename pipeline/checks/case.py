"""What a check sees, and what it says."""

from functools import cached_property

from pipeline.compare import venues
from pipeline.formats.protocol import Change
from pipeline.match.choice import WHOLLY
from pipeline.match.editions import Edition, cited, is_posted, unseen
from pipeline.match.entry_against_work import Assessment, Voice
from pipeline.match.same_work import serial
from pipeline.match.situation import Situation
from pipeline.values.audit import Cited
from pipeline.values.entry import Entry
from pipeline.values.finding import Evidence, FixKind, Severity
from pipeline.values.identifiers import Identifier
from pipeline.values.match import Match
from pipeline.values.record import Paper
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.values.work import Person, Stage, Work


class Habits(Value):
    """What the entries of a list usually give; a list without authors misses none."""

    authors: bool = True
    venue: bool = True
    link: bool = True
    dois: bool = True
    """Some of its links hold a DOI."""
    pdfs: bool = False
    """Most of its links are called "pdf", which no publisher's page is."""
    venue_like: str = ""
    """A venue as the list writes most of them: an acronym where it does."""
    repeated: frozenset[str] = frozenset()
    """Addresses that stand at several of its entries: pasted with their neighbours."""
    firsts: bool = False
    """Most of its by-lines are one name alone: it names the first author of each work."""
    abbreviates: bool = False
    """Venues of several words are written "Nat. Rev. Genet."."""
    shortens: int = 0
    """How many names it shows at most before "et al.", if most of its by-lines end so."""


class Case(Value):
    """An entry with all that is known about it."""

    situation: Situation
    paper: Paper | None = None
    settings: Settings = Settings()
    habits: Habits = Habits()

    @cached_property
    def entry(self) -> Entry:
        """What the list says."""
        return self.situation.entry

    @cached_property
    def match(self) -> Match:
        """Which work it means."""
        return self.situation.match

    @property
    def silent(self) -> bool:
        """Whether somebody who may know more was asked and did not answer."""
        return bool(self.match.unheard) or self.situation.unsearched

    @cached_property
    def sure(self) -> Assessment | None:
        """The entry compared with its work, if the match is good enough to accuse anybody."""
        return self.situation.chosen if self.match.sure else None

    @property
    def raw(self) -> str:
        """The entry as it stands in the list."""
        return self.situation.inquiry.raw

    @cached_property
    def work(self) -> Work | None:
        """The reconciled work of a sure match."""
        return self.paper.work if self.paper and self.sure else None

    @cached_property
    def cited(self) -> Edition | None:
        """The version that the entry cites; None if no service shows it, or nothing is sure."""
        return cited(self.sure) if self.sure else None

    @property
    def cites(self) -> Cited | None:
        """The same, as reports tell it."""
        edition = self.cited
        if edition is None:
            return None
        identifiers = dict.fromkeys(
            i for v in edition.voices for i in sorted(serial(v.candidate.work), key=str)
        )
        return Cited(
            version=edition.stage, venue=next(iter(edition.names), ""),
            year=next(iter(edition.years), None), identifiers=tuple(identifiers),
        )  # fmt: skip

    @cached_property
    def unseen(self) -> tuple[Identifier, ...]:
        """The entry's identifiers that are of none of the versions shown, and of no other work."""
        opened = (a for a in self.situation.possible.opened if a is not self.sure)
        return unseen(self.sure, opened) if self.sure else ()

    @cached_property
    def revisable(self) -> bool:
        """The entry may cite a version that was revised since: an earlier text, other authors.

        Services show the last version of a preprint, and of one that they do not hold none.
        """
        if any(map(is_posted, self.unseen)):
            return True
        edition = self.cited
        if edition is None:
            return True
        return edition.stage is Stage.PREPRINT and any(map(has_versions, edition.voices))

    @cached_property
    def linked_stages(self) -> frozenset[Stage]:
        """The versions that the entry's identifiers name."""
        voices = self.sure.voices if self.sure else ()
        return frozenset(v.candidate.work.stage for v in voices if v.linked)

    @property
    def of_another_version(self) -> bool:
        """The entry links a preprint and differs from its latest version in more than letters.

        Preprints change titles and authors from version to version, and services show the last. One
        that arXiv has in a single version has no other title.
        """
        sure = self.sure
        if not sure or not sure.title or self.linked_stages != {Stage.PREPRINT}:
            return False
        if not any(has_versions(voice) for voice in sure.voices):
            return False
        return sure.title.kind in ("related", "differs") and sure.people_fit >= WHOLLY

    @property
    def of_unseen_version(self) -> bool:
        """The entry claims a venue whose version of the work no service shows.

        DNABERT-2 has "Genome" on arXiv and "Genomes" at ICLR, BLEEP has "H&E" on arXiv alone.
        """
        sure, venue = self.sure, self.entry.venue
        if not sure or not venue or venues.server(venue.text):
            return False
        return all(v.candidate.work.stage is Stage.PREPRINT for v in sure.voices)

    @property
    def of_unsigned_version(self) -> bool:
        """The entry claims a venue, and nobody tells who signed what is in print.

        The preprint of pcaReduce is Yau's and Zurauskiene's, the article Zurauskiene's and Yau's.
        """
        sure, venue = self.sure, self.entry.venue
        if not sure or not venue or venues.server(venue.text):
            return False
        printed = [v for v in sure.voices if v.candidate.work.stage is Stage.RECORD]
        return bool(printed) and not any(v.candidate.work.authors for v in printed)


def has_versions(voice: Voice) -> bool:
    """There may be more than one version of the preprint: arXiv dates the first and the last."""
    work = voice.candidate.work
    single = voice.candidate.provenance.source == "arxiv" and len(set(work.dates)) < 2
    return work.stage is Stage.PREPRINT and not single


class Remark(Value):
    """Something a check has to say; the runner adds code, place and identity."""

    message: str
    """One sentence without markup."""
    current: str = ""
    proposed: str = ""
    """What should stand there where no change is spelt."""
    change: Change | None = None
    """What would mend it."""
    also: tuple[Change, ...] = ()
    """What changes with it."""
    like: str = ""
    """Id of the entry whose manner of names is to be followed; "*" for that of the list."""
    fix: FixKind | None = None
    """Less than the code allows; None for what the table says."""
    severity: Severity | None = None
    """Milder than the code's; None for what the table says."""
    other: str = ""
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None
    """Chance that it is right; None for that of the match."""
    kind: str | None = ""
    """What tells it from others of its code, where a list may make a habit of it; None if never."""
    line: int | None = None
    """Where it is shown; None for the entry's first line."""


class Observation(Value):
    """A remark with its code and the entry it is about."""

    code: str
    entry: Entry
    remark: Remark
    confidence: float


def evidence_from(voice: Voice, value: str) -> Evidence:
    """What a voice says, and where to see it."""
    provenance = voice.candidate.provenance
    return Evidence(source=provenance.source, url=provenance.url, value=value)


def by_line(people: tuple[Person, ...], most: int = 0) -> str:
    """Authors as readers see them, cut after ``most`` if that is not 0."""
    from pipeline.papers.reconcile import name  # noqa: PLC0415  reconcile is heavier than this module

    shown = [name(person) for person in (people[:most] if most else people)]
    return ", ".join(shown) + (", …" if most and len(people) > most else "")
