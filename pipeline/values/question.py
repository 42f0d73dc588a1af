"""What can be asked, and the three answers there are: found, not found, unavailable.

*Unavailable* is not *not found*.
"""

from typing import Annotated, Literal

from pydantic import Field

from pipeline.values.entry import Entry
from pipeline.values.identifiers import Identifier
from pipeline.values.text import Value
from pipeline.values.work import Candidate


class ById(Value):
    """What does this identifier name?"""

    kind: Literal["id"] = "id"
    identifier: Identifier
    again: bool = False
    """By itself once more: where it should be held, a batch came without it."""


class ByCitation(Value):
    """Which works does this citation mean?"""

    kind: Literal["citation"] = "citation"
    title: str
    families: tuple[str, ...] = ()
    """Up to three family names, in order."""
    year: int | None = None
    journal: str = ""
    printed: bool = False
    """One of many of which only the work in print is wanted, and nobody misses it: a service may be
    asked for several in one request, whose best are shared out among them."""


class ByPlace(Value):
    """What stands in this journal at this place?"""

    kind: Literal["place"] = "place"
    journal: str
    """Its name; empty where its ISSN is all that is known."""
    volume: str
    page: str
    issn: str = ""
    year: int | None = None
    family: str = ""
    """The first author's, by which a search tells the works of a volume apart; may be empty."""


class ByVenue(Value):
    """Which papers of this meeting bear one of these words in their title?"""

    kind: Literal["venue"] = "venue"
    venue: str
    """As its own people shorten it: "ICML"."""
    year: int
    words: tuple[str, ...]


class Agency(Value):
    """Which agency registered this identifier, if any? Any word of its registry that it exists."""

    kind: Literal["agency"] = "agency"
    identifier: Identifier


Query = Annotated[ById | ByCitation | ByPlace | ByVenue | Agency, Field(discriminator="kind")]


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
    untitled: tuple[Identifier, ...] = ()
    """Records that came without a title: there they are, and vouch for nothing and against nothing
    (one of Crossref's records in thirty)."""


class NotFound(Value):
    """The service positively said that it has no such thing."""

    kind: Literal["not-found"] = "not-found"


class Unavailable(Value):
    """The service could not be asked or gave no usable answer; nothing may be concluded."""

    kind: Literal["unavailable"] = "unavailable"
    reason: str
    """For people: "crossref did not answer in 30 s"; never a key or an address of a person."""
    local: bool = False
    """Only a local index was asked, and it lacks this: no gap in what is known of a work that is
    found, and nothing that could be concluded of one that is not."""


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
