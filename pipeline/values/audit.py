"""The result of a run: every entry with all that was concluded about it."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from pipeline.values.entry import Entry, Reading
from pipeline.values.failure import Failure
from pipeline.values.finding import Finding
from pipeline.values.identifiers import Identifier
from pipeline.values.match import Match
from pipeline.values.record import Paper
from pipeline.values.text import Value
from pipeline.values.work import Stage


class Status(StrEnum):
    """What became of an entry."""

    READ = "read"
    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not-found"
    NOT_VERIFIED = "not-verified"
    UNPARSED = "unparsed"
    FAILED = "failed"
    """A bug of ours showed at it: nothing is said of it, and nothing of it is written."""


FieldState = Literal["confirmed", "differs", "filled", "unverified", "absent"]


class Cited(Value):
    """The version of its work that an entry cites."""

    version: Stage
    venue: str = ""
    """What its container is called; empty if no service says it."""
    year: int | None = None
    """Its first year."""
    identifiers: tuple[Identifier, ...] = ()
    """Those of this version alone, best first."""


class Audited(Value):
    """An entry with everything we conclude about it: what the reports show."""

    entry: Entry
    status: Status
    match: Match | None = None
    paper: Paper | None = None
    cites: Cited | None = None
    """None if nothing is sure, or if no service shows that version."""
    fields: dict[str, FieldState] = Field(default_factory=dict)
    """title, authors, venue, year, link -> state."""
    findings: tuple[Finding, ...] = ()
    habitual: tuple[Finding, ...] = ()
    """What is said of the list as its habit instead, and written only if asked for."""
    failure: Failure | None = None
    """What of ours broke, if the status is "failed"."""


def failed(entry: Entry, failure: Failure) -> Audited:
    """The entry at which something of ours broke."""
    return Audited(entry=entry, status=Status.FAILED, failure=failure)


def with_failed(
    audited: Sequence[Audited], lost: Sequence[tuple[Entry, Failure]], entries: Sequence[Entry]
) -> tuple[Audited, ...]:
    """One for each of the entries, in their order: what was concluded, or what broke."""
    failure_of = {id(entry): failure for entry, failure in lost}
    others = iter(audited)
    return tuple(
        failed(entry, failure) if (failure := failure_of.get(id(entry))) else next(others)
        for entry in entries
    )


class Habit(Value):
    """What a list does again and again: its manner, not its fault; one line of the report."""

    path: str
    code: str
    kind: str = ""
    """What tells it from other habits of that code: "two-headings"; mostly empty."""
    number: int = Field(ge=1)
    """Entries that do it."""
    of: int = Field(ge=1)
    """Entries concerned."""
    example: str
    """Id of the first of them."""
    message: str
    """What would be said of that one."""


class Since(Value):
    """What has changed since the report before."""

    day: str
    """Of that report: "2026-11-15"."""
    new: frozenset[str]
    """Findings that it did not have."""
    gone: int
    still: int


class ServiceUse(Value):
    """How a run used one service."""

    asked: int = 0
    """Requests that left the machine, retries included."""
    from_cache: int = 0
    """Questions answered without a request."""
    from_index: int = 0
    """Questions answered by the local index."""
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
    habits: tuple[Habit, ...] = ()
    """What the lists do on purpose, as far as one can tell."""
    notes: tuple[str, ...] = ()
    """What else a person should hear once: an ignore that has expired, no contact address."""
    home: str = ""
    """Address below which the lists stand as they were read, at one commit; "" if nobody knows."""
    since: Since | None = None
    """Against the report before, where one is known."""
    checked: bool = True
    """False for ``errata read``: no service was asked, no finding is due."""

    @property
    def failed(self) -> tuple[Audited, ...]:
        """The entries at which something of ours broke."""
        return tuple(audited for audited in self.audited if audited.failure)
