"""Queries gathered into as few requests as a service bears."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar
from urllib.parse import quote_plus

from pipeline.values.identifiers import Identifier
from pipeline.values.question import ById, Query
from pipeline.values.work import Work

T = TypeVar("T")


def batches(
    things: Sequence[T],
    *,
    most: int,
    room: int | None = None,
    size: Callable[[T], int] = lambda _: 0,
) -> Iterator[list[T]]:
    """The things in order, at most ``most`` together and no more than ``room`` in size.

    A thing larger than the room stands alone.
    """
    batch: list[T] = []
    used = 0
    for thing in things:
        if batch and (len(batch) >= most or (room is not None and used + size(thing) > room)):
            yield batch
            batch, used = [], 0
        batch.append(thing)
        used += size(thing)
    if batch:
        yield batch


def encoded_length(text: str) -> int:
    """How long a text is in a request's query."""
    return len(quote_plus(text))


def by_scheme(queries: Sequence[Query], scheme: str) -> list[ById]:
    """The questions for identifiers of one scheme, in order."""
    return [
        query for query in queries if isinstance(query, ById) and query.identifier.scheme == scheme
    ]


def merged(*groups: Sequence[Identifier | None]) -> tuple[Identifier, ...]:
    """The identifiers of all groups in order, each once."""
    return tuple(
        dict.fromkeys(identifier for group in groups for identifier in group if identifier)
    )


def carries(work: Work, identifier: Identifier) -> bool:
    """Whether a record is the asked one: it carries the identifier itself.

    A search for an unknown DOI at PubMed answers with another paper (metapub issue 41), so a
    record counts only if it says the identifier back.
    """
    return identifier in work.identifiers
