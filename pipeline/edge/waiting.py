"""What one lane has yet to ask.

Identifiers go before searches: they are few requests, and more depends on them. Requests are made
up when one can leave, so that what comes until then goes with it.
"""

from collections import deque
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from pipeline.sources.protocol import Request, Source
from pipeline.values.question import ByCitation, ById, Query, Question


class Look(Enum):
    """Which look at its questions a job takes, and how."""

    FIRST = auto()
    AGAIN = auto()
    """The same once more, for the page came back without anything."""
    LAST = auto()
    """The same a third time."""
    OTHERWISE = auto()
    """In other words, for what was left out; the last, too."""


class Job(NamedTuple):
    """A request that waits for its turn."""

    source: Source
    request: Request
    look: Look = Look.FIRST
    control: Query | None = None
    """Asked besides, for it is known to find something: a page without anything is broken then."""

    @property
    def queries(self) -> list[Query]:
        """Those of somebody who waits for the answer."""
        return [query for query in self.request.queries if query != self.control]

    @property
    def questions(self) -> list[Question]:
        """What it asks."""
        return [Question(source=self.source.NAME, query=query) for query in self.queries]


def requests(source: Source, queries: Sequence[Query]) -> list[Request]:
    """As few requests as ask these queries, the same ones in whatever order they come.

    What is asked for again, since a batch came without it, stands alone.
    """
    ordered = sorted(queries, key=lambda query: query.model_dump_json())
    alone = [query for query in ordered if isinstance(query, ById) and query.again]
    joined = [query for query in ordered if query not in alone]
    together = source.requests(joined) if joined else []
    return together + [request for query in alone for request in source.requests([query])]


class _Line:
    """Questions of one urgency, and the requests made up of earlier ones."""

    def __init__(self) -> None:
        self.jobs: deque[Job] = deque()
        self.queries: list[tuple[Source, Query]] = []

    def make_up(self) -> list[Job]:
        """The requests of all questions that wait."""
        sources = {source.NAME: source for source, _ in self.queries}
        made = [
            Job(source, request)
            for name, source in sources.items()
            for request in requests(source, [q for owner, q in self.queries if name == owner.NAME])
        ]
        self.queries.clear()
        self.jobs.extend(made)
        return made


class Waiting:
    """The questions and jobs of one lane; not safe for threads by itself.

    ``made`` hears of every request that is made up.
    """

    def __init__(self, made: Callable[[Job], None]) -> None:
        self._made = made
        self._identifiers, self._searches = _Line(), _Line()

    def put(self, source: Source, queries: Sequence[Query]) -> None:
        """Further questions for a source."""
        for query in queries:
            self._line(query).queries.append((source, query))

    def add(self, jobs: Sequence[Job]) -> None:
        """Requests that must go as they are: again, in halves, another look."""
        for job in jobs:
            self._line(job.queries[0]).jobs.append(job)

    def take(self) -> Job | None:
        """The next request; None if there is none."""
        lines = (self._identifiers, self._searches)
        for line in lines:
            if not line.jobs:
                for job in line.make_up():
                    self._made(job)
        return next((line.jobs.popleft() for line in lines if line.jobs), None)

    def _line(self, query: Query) -> _Line:
        return self._searches if isinstance(query, ByCitation) else self._identifiers
