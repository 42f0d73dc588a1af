"""What a source says: a work, its people, dates, versions and notices, and who said so."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from pipeline.values.identifiers import Identifier
from pipeline.values.text import Value


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

    @property
    def stands_for_none(self) -> bool:
        """Whether it is a day that clocks and spreadsheets tell where none was given."""
        return (self.year, self.month, self.day) in _NO_DAYS


_NO_DAYS = frozenset({(1970, 1, 1), (1900, 1, 1), (1899, 12, 30), (1899, 12, 31), (1904, 1, 1)})


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
    authors_ordered: bool = True
    """False if the registry sorts every list by name, so that its order says nothing."""
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
