"""The vocabulary: every value that travels between the stages.

*Entry* is what the list says, *work* what a source says, *paper* what we say. A *candidate* is a
work before the match, *evidence* after it. *Unavailable* is not *not found*.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from pipeline.values.identifiers import Identifier
from pipeline.values.text import Edit, Span, Value, Written

# ---------------------------------------------------------------- what the list says


class Document(Value):
    """A list as it was read: decoded text with its line endings."""

    path: str
    """As the user named it, with forward slashes; "-" for standard input."""
    text: str
    """The decoded file without its byte order mark."""


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
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    """First page or article number."""
    year: int | None = None
    family: str | None = None
    """Family name of the first author, from file names such as CVF's."""
    title_words: tuple[str, ...] = ()


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
    section: tuple[str, ...] = ()
    """Headings above the entry, outermost first, without markup."""
    title: Written | None = None
    authors: Byline | None = None
    venue: Written | None = None
    """As written, without year, volume and track: "NeurIPS", "Nucleic Acids Res"."""
    year: Year | None = None
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
    repairs: tuple[Edit, ...] = ()
    """Edits of ``document.text`` that give ``text``; empty for nearly every list."""


# ---------------------------------------------------------------- what the sources say


class Person(Value):
    """An author of a work: by name parts, or an organisation as ``literal`` (the CSL rule)."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str = ""

    @model_validator(mode="after")
    def _somebody(self) -> "Person":
        if not (self.family or self.literal):
            raise ValueError("a person has a family name or a literal")
        return self


class PartialDate(Value):
    """A Gregorian date as precise as it was given."""

    year: int = Field(ge=1000, le=2999)
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)


class Stage(StrEnum):
    """Which version of a work a record describes."""

    PREPRINT = "preprint"
    RECORD = "version-of-record"


class Notice(Value):
    """An editorial notice on a work, read from the affected work's own record."""

    kind: Literal[
        "retraction", "partial-retraction", "withdrawal", "concern", "correction", "reinstatement"
    ]
    doi: str = ""
    """DOI of the notice, lower case; empty if unknown."""
    date: PartialDate | None = None
    source: str = ""
    """Who says so: "publisher", "retraction-watch", "pubmed", "arxiv"."""
    text: str = ""
    """The notice's own words, for an arXiv comment."""


class Work(Value):
    """One work as ONE source describes it, that source's markup and escapes undone."""

    title: str
    """One line; a subtitle that the source keeps apart is joined by ": "."""
    other_titles: tuple[str, ...] = ()
    """The title without its subtitle, original-language or vernacular titles."""
    authors: tuple[Person, ...] = ()
    """In by-line order; empty if the source has none."""
    authors_complete: bool = True
    """False if the source says that its list is cut."""
    container_title: str = ""
    """Journal, proceedings, book, or preprint server ("arXiv", "bioRxiv"); empty if unknown."""
    container_titles: tuple[str, ...] = ()
    """Every other name the source gives for it: short, ISO 4, NLM, series, event, acronym."""
    issn: tuple[str, ...] = ()
    issued: PartialDate | None = None
    """The earliest publication of this version."""
    dates: tuple[PartialDate, ...] = ()
    """Every genuine date of this version: online, print, issue, posted, first and last version."""
    volume: str = ""
    issue: str = ""
    page: str = ""
    """Page range, or article number."""
    type: str = "article-journal"
    """A CSL type: article-journal, paper-conference, chapter, book, article (preprint), thesis,
    dataset, report, ... plus "notice" for an erratum or retraction notice, "peer-review" and
    "component" for what is no work of its own."""
    stage: Stage = Stage.RECORD
    identifiers: tuple[Identifier, ...] = ()
    """The source's own first."""
    publisher: str = ""
    preprint_of: tuple[Identifier, ...] = ()
    """The version of record that this preprint's record names."""
    preprints: tuple[Identifier, ...] = ()
    """The preprints that this version of record names."""
    notices: tuple[Notice, ...] = ()
    notice_for: tuple[Identifier, ...] = ()
    """The works that this record is a notice about; empty unless it is a notice."""
    comment: str = ""
    """arXiv comment ("Accepted at ICLR 2024"), journal reference; evidence for the venue."""
    url: str = ""
    """The landing page."""


class Provenance(Value):
    """Where a statement comes from."""

    source: str
    """Name of the source: "crossref"."""
    url: str
    """A public address that shows it, without contact address and keys."""
    retrieved: datetime
    """UTC."""
    stale: bool = False
    """An old answer that served because the service was down."""


class Candidate(Value):
    """A work that may be the entry's, and who says so."""

    work: Work
    provenance: Provenance


# ---------------------------------------------------------------- questions and answers


class ById(Value):
    """What does this identifier name?"""

    kind: Literal["id"] = "id"
    identifier: Identifier


class ByCitation(Value):
    """Which works does this citation mean?"""

    kind: Literal["citation"] = "citation"
    title: str
    families: tuple[str, ...] = ()
    """Up to three family names, in order."""
    year: int | None = None
    journal: str = ""


class ByPlace(Value):
    """What stands in this journal at this place?"""

    kind: Literal["place"] = "place"
    journal: str
    volume: str
    page: str
    year: int | None = None


class Agency(Value):
    """Which agency registered this DOI, if any?"""

    kind: Literal["agency"] = "agency"
    identifier: Identifier


Query = Annotated[ById | ByCitation | ByPlace | Agency, Field(discriminator="kind")]


class Question(Value):
    """A query put to one service; hashable, and the key of the answer cache."""

    source: str
    query: Query


class Found(Value):
    """The service answered with works (for ``Agency``: with ``agency``)."""

    kind: Literal["found"] = "found"
    candidates: tuple[Candidate, ...] = ()
    """Best first."""
    agency: str = ""
    """Registration agency of a DOI: "Crossref", "DataCite", ..."""


class NotFound(Value):
    """The service positively said that it has no such thing."""

    kind: Literal["not-found"] = "not-found"


class Unavailable(Value):
    """The service could not be asked or gave no usable answer; nothing may be concluded."""

    kind: Literal["unavailable"] = "unavailable"
    reason: str
    """For people: "crossref did not answer in 30 s"; never a key or an address of a person."""


Answer = Annotated[Found | NotFound | Unavailable, Field(discriminator="kind")]


class Reply(Value):
    """A question with its answer."""

    question: Question
    answer: Answer


class Inquiry(Value):
    """An entry and all it was told, in the order of asking."""

    entry: Entry
    raw: str = ""
    """The whole entry as it stands in the list: a witness against our own reading of it."""
    replies: tuple[Reply, ...] = ()


# ---------------------------------------------------------------- what we conclude


class Verdict(StrEnum):
    """How the entry and a work belong together."""

    EXACT = "exact"
    STRONG = "strong"
    WEAK = "weak"
    AMBIGUOUS = "ambiguous"
    DIFFERENT = "different"


class Match(Value):
    """Which work an entry means, and why."""

    verdict: Verdict
    confidence: float = Field(ge=0, le=1)
    """Calibrated chance that the evidence describes the work meant."""
    reasons: tuple[str, ...] = ()
    """For people, strongest first: "title identical"."""
    evidence: tuple[Candidate, ...] = ()
    """Every voice about the work meant, all its versions; empty unless exact, strong or weak."""
    linked: tuple[Candidate, ...] = ()
    """What the entry's identifiers open where that is another work."""
    rivals: tuple[Candidate, ...] = ()
    """The works that fit as well, if ambiguous; the nearest others otherwise."""
    dead: tuple[Identifier, ...] = ()
    """Identifiers of the entry that every service which could know has disowned."""
    unavailable: tuple[str, ...] = ()
    """Services that could not be asked although their answer could matter."""


class Version(Value):
    """One version of a paper."""

    stage: Stage
    identifiers: tuple[Identifier, ...]
    title: str
    authors: tuple[Person, ...] = ()
    """Empty where they are those of the record."""
    container_title: str = ""
    years: tuple[int, ...] = ()
    """Every genuine year of this version, ascending."""


class Appearance(Value):
    """A place where a paper stands."""

    list: str
    section: tuple[str, ...] = ()


class Paper(Value):
    """What we say about a work: the record behind ``papers/<id>.json``."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Given once, never changed: first family name, year, first telling title word."""
    work: Work
    """Reconciled; the version that the record describes is ``work.stage``."""
    versions: tuple[Version, ...] = ()
    """Every version known, the described one included, version of record first."""
    provenance: dict[str, Provenance] = Field(default_factory=dict)
    """Field of ``work`` -> who said so."""
    pinned: tuple[str, ...] = ()
    """Fields that are the curator's and never change."""
    appears: tuple[Appearance, ...] = ()
    """The lists and sections where it stands."""


class Severity(StrEnum):
    """How bad a finding is: the three levels of a GitHub annotation."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class FixKind(StrEnum):
    """Whether ``fix`` writes it by itself, on ``--accept``, or not at all."""

    AUTO = "auto"
    REVIEW = "review"
    NONE = "none"


class Evidence(Value):
    """What a source says, where to see it."""

    source: str
    url: str
    value: str


class Finding(Value):
    """Something wrong with an entry, why we think so, and what would mend it."""

    id: str
    """The same from run to run as long as the finding stands: twelve hexadecimal digits."""
    code: str
    severity: Severity
    field: str
    line: int = Field(ge=1)
    current: str = ""
    """What stands there, as the reader sees it."""
    proposed: str = ""
    """What should stand there, in the entry's own style; empty if nothing is proposed."""
    fix: FixKind = FixKind.NONE
    other: str = ""
    """Id of another entry that the finding names."""
    message: str
    """One sentence without markup."""
    evidence: tuple[Evidence, ...] = ()
    confidence: float = Field(default=1.0, ge=0, le=1)
    """Calibrated chance that the finding is right."""
    edits: tuple[Edit, ...] = ()
    """What ``fix`` writes into the list; empty if nothing is written."""
    written: bool = False
    """``fix`` has written it in this run."""


class Status(StrEnum):
    """What became of an entry."""

    READ = "read"
    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not-found"
    NOT_VERIFIED = "not-verified"
    UNPARSED = "unparsed"


FieldState = Literal["confirmed", "differs", "filled", "unverified", "absent"]


class Audited(Value):
    """An entry with everything we conclude about it: what the reports show."""

    entry: Entry
    status: Status
    match: Match | None = None
    paper: Paper | None = None
    fields: dict[str, FieldState] = Field(default_factory=dict)
    """title, authors, venue, year, link -> state."""
    findings: tuple[Finding, ...] = ()


class ServiceUse(Value):
    """How a run used one service."""

    asked: int = 0
    """Requests that left the machine, retries included."""
    from_cache: int = 0
    """Questions answered without a request."""
    failed: int = 0
    """Questions that stayed unanswered."""
    stale: int = 0
    """Old answers that served because the service was down."""
    state: Literal["ok", "degraded", "down", "unused", "snapshot"] = "unused"


class Audit(Value):
    """The result of a run over all lists: what every report is made of."""

    version: str
    generated: datetime
    """UTC."""
    complete: bool
    """Every service that mattered answered."""
    services: dict[str, ServiceUse] = Field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    audited: tuple[Audited, ...] = ()
    """In order of lists and lines."""
    notes: tuple[str, ...] = ()
    """What else a person should hear once: an ignore that has expired, no contact address."""
    checked: bool = True
    """False for ``errata read``: no service was asked, no finding is due."""
