"""What a source is: a module that turns questions into requests and bodies into works.

A source imports no HTTP library and knows no cache, no pace, no retry: the edge has them.
To add one: write ``sources/<name>.py`` with the names below, add it to ``SOURCES``, add a row to
the trust table of ``pipeline/papers/reconcile.py`` if it is not simply the least trusted, and a
recorded answer with a test.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from pydantic import Field

from pipeline.values.identifiers import Identifier
from pipeline.values.question import Query
from pipeline.values.text import Value
from pipeline.values.work import Work


class SourceFormatError(Exception):
    """A body that is not what the service documents; the answer counts as unavailable."""


class TooMuchError(SourceFormatError):
    """A body that takes more memory than there is for one; fewer queries may bring less."""


class AskFewerError(Exception):
    """A body that does not answer for every query of its request; asked in halves it may.

    What it says itself to be unknown is ``absent``: without that the others are asked together.
    """

    def __init__(self, what: str, absent: Sequence[Query] = ()) -> None:
        super().__init__(what)
        self.absent = tuple(absent)


class Policy(Value):
    """How a service wants to be asked."""

    base_url: str
    """Without a final slash; see the settings for what it ends before."""
    per_second: float
    """Requests a second that we allow ourselves; below the service's ceiling."""
    in_flight: int = 1
    """Requests at a time."""
    pool: str
    """Services that share one limit share one pool (NCBI's converter and E-utilities)."""
    fresh_s: float
    """How long a positive answer serves."""
    absent_s: float
    """How long "not found" serves."""
    search_s: float
    """How long the answer to a search serves."""
    ceiling: int | None = None
    """Requests that the service bears within any one second, counted where it counts them."""
    after_answer: bool = False
    """The pause counts from the end of one answer to the start of the next request."""
    empty_by_mistake: bool = False
    """Now and then a page comes back empty although there are results; it is asked for again."""
    back_off_s: float = 1.0
    """First wait after a refusal; each further one is twice as long."""
    accept: str = ""
    """The form in which the service is to answer, where it does not go without saying."""
    no_such: str | None = None
    """The whole body of a 404 by which it says that it has no such record; None if it never does.
    """
    keeps: int = 1
    """Goes up when more of a record is kept than before: older answers are asked for again."""


class Request(Value):
    """One request that asks one or more queries of a service."""

    path: str
    """What follows the base address, starting with "/" or "?" or empty."""
    params: tuple[tuple[str, str], ...] = ()
    """Query parameters in order, without contact address and keys: the edge adds them."""
    queries: tuple[Query, ...] = Field(min_length=1)
    """What it asks."""
    accept: Literal["json", "xml", "text"] = "json"
    method: Literal["GET", "POST"] = "GET"


DAMAGED = "\ufffd"
"""What stands where bytes were no letter, at the service or on the way to it."""


class Share(Value):
    """What a body says to one query: raw payloads, kept as they came."""

    payloads: tuple[str, ...] = ()
    """Raw records, best first (JSON or XML text of one record each)."""
    see: tuple[Identifier, ...] = ()
    """Identifiers to ask for in its place, best first: a search of PubMed answers with PMIDs, the
    identifier converter with a PMID and a DOI. The edge asks on and puts the works here."""
    verify: bool = False
    """The works behind ``see`` count only if they carry the identifier that was asked for."""
    agency: str = ""
    """Answer to ``Agency``: the registration agency."""
    doubt: str = ""
    """Why nothing may be concluded from it: it is asked for once more, then unavailable."""


def unanswered(request: Request, what: str) -> AskFewerError | SourceFormatError:
    """The error to raise where a body owes an answer: asked in halves it may give it.

    Nothing may be concluded from a page that was cut: what is missing on it may well exist.
    """
    return AskFewerError(what) if len(request.queries) > 1 else SourceFormatError(what)


def nothing_more(_missing: Sequence[Query]) -> list[Request]:
    """No second look: what an answer leaves out is not there. For ``Source.again``."""
    return []


class Source(Protocol):
    """The shape of a source module."""

    NAME: str
    POLICY: Policy

    def accepts(self, query: Query) -> bool:
        """Whether this service can answer it."""

    def requests(self, queries: Sequence[Query]) -> list[Request]:
        """As few requests as can ask all these queries, in batches the service bears."""

    def again(self, missing: Sequence[Query]) -> list[Request]:
        """Other requests for queries that an answer left out, before they count as not found."""

    def split(self, request: Request, body: str) -> Mapping[Query, Share]:
        """Whose part of the body is whose; a query that is absent was not found.

        Raises:
            AskFewerError: the body does not answer for every query of a batch.
            SourceFormatError: the body is not what the service documents.

        """

    def read(self, payload: str) -> Work:
        """One raw record in our words.

        Raises:
            SourceFormatError: the record is not what the service documents.

        """
