"""Raw records as the rows of an index: each read once by the reader of its service's answers."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from pipeline.compare import titles
from pipeline.index import keys
from pipeline.sources import (
    arxiv_dump,
    crossref_dump,
    dblp_dump,
    pubmed_dump,
)
from pipeline.sources.dumped import Dumped
from pipeline.sources.outline import Outline
from pipeline.sources.protocol import SourceFormatError

READERS: dict[str, Callable[[str], Dumped]] = {
    "crossref": crossref_dump.record, "pubmed": pubmed_dump.record,
    "arxiv": arxiv_dump.record, "dblp": dblp_dump.record,
}  # fmt: skip
"""Source -> what reads a record of its dump."""


class Row(NamedTuple):
    """One work of an index."""

    own: int
    """Key of the source's own identifier: a later record of the same work takes its place."""
    gone: bool
    """Nothing but the word that the source took the work back."""
    identifiers: tuple[int, ...] = ()
    keys: tuple[int, ...] = ()
    text: str = ""
    """Words of title, names, year, volume and page: what the full text finds it by."""
    title: str = ""
    families: tuple[str, ...] = ()
    year: int | None = None
    payload: str = ""


class Bad(NamedTuple):
    """A record that could not be read."""

    number: int
    """Its place among the records of its file, from 1."""
    why: str


class Read(NamedTuple):
    """What the records of a file, or of a piece of one, came to."""

    rows: list[Row]
    bad: list[Bad]
    day: str
    """The latest day on which the source touched any of them."""


def read(source: str, raws: Iterable[str], first: int = 1) -> Read:
    """The rows of raw records; what cannot be read is told with its place and passed over."""
    outcome = Read([], [], "")
    latest = ""
    for number, raw in enumerate(raws, first):
        try:
            dumped = READERS[source](raw)
            outcome.rows.extend(_rows(source, dumped))
            latest = max(latest, _day(dumped.day))
        except SourceFormatError as error:
            outcome.bad.append(Bad(number, str(error)))
    return outcome._replace(day=latest)


def _day(text: str) -> str:
    """The day, if it is one."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _rows(source: str, dumped: Dumped) -> Iterator[Row]:
    for identifier in dumped.gone:
        yield Row(own=keys.of_identifier(source, identifier), gone=True)
    if dumped.outline and dumped.outline.title:
        yield _row(source, dumped.payload, dumped.outline)


def _row(source: str, payload: str, work: Outline) -> Row:
    named = tuple(keys.of_identifier(source, identifier) for identifier in work.identifiers)
    families = tuple(filter(None, (who.family or who.literal for who in work.authors)))
    return Row(
        own=named[0], gone=False, identifiers=named, keys=tuple(keys.of_work(work)),
        text=" ".join(_words(work, families)), title=work.title, families=families[:3],
        year=work.issued.year if work.issued else None, payload=payload,
    )  # fmt: skip


def _words(work: Outline, families: tuple[str, ...]) -> Iterable[str]:
    texts = [*titles.words(work.title)]
    for family in families:
        texts += titles.words(family)
    texts += titles.words(work.volume)
    texts += [str(day.year) for day in (work.issued, *work.dates) if day]
    return dict.fromkeys((*texts, keys.first_page(work.page)))
