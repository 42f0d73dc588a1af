"""Raw records read, each once, and what of them may be believed.

A damaged letter is no letter to compare with anybody's: a field that holds one says nothing. Nor
does what stands in a field for want of a value.
"""

from collections.abc import Callable
from functools import lru_cache

from pipeline.sources import wants
from pipeline.sources.protocol import DAMAGED, Source, SourceFormatError
from pipeline.values.work import Work


def work(source: Source, payload: str) -> Work | None:
    """What a record says, without what is damaged; None if it cannot be read."""
    return _work(source.read, payload)[0]


@lru_cache(maxsize=8192)
def _work(read: Callable[[str], Work], payload: str) -> tuple[Work | None, bool]:
    """The record without what is damaged, and whether anything is."""
    try:
        record = read(payload)
    except SourceFormatError:
        return None, False
    sound = undamaged(record)
    return named(sound), sound is not record


def damaged(source: Source, payloads: tuple[str, ...]) -> bool:
    """Whether any of the records lost letters: that may have been on its way, and today only."""
    return any(_work(source.read, payload)[1] for payload in payloads)


def undamaged(record: Work) -> Work:
    """The record without its damaged fields; with none, the same."""
    if DAMAGED not in repr(record):
        return record
    titles = _sound((record.title, *record.other_titles))
    venues = _sound((record.container_title, *record.container_titles))
    signed = not any(DAMAGED in repr(person) for person in record.authors)
    return record.but(
        title=titles[0] if titles else "", other_titles=titles[1:],
        container_title=venues[0] if venues else "", container_titles=venues[1:],
        authors=record.authors if signed else (),
        comment="" if DAMAGED in record.comment else record.comment,
        publisher="" if DAMAGED in record.publisher else record.publisher,
        page="" if DAMAGED in record.page else record.page,
    )  # fmt: skip


def named(record: Work) -> Work:
    """The record without a title that names no work, and without authors that are no people."""
    titles = tuple(filter(None, map(wants.title, (record.title, *record.other_titles))))
    authors = wants.people(record.authors, (record.container_title, *record.container_titles))
    if authors == record.authors and titles == (record.title, *record.other_titles):
        return record
    whole = wants.title(record.title)
    others = tuple(text for text in dict.fromkeys(titles) if text != whole)
    return record.but(title=whole, other_titles=others, authors=authors)


def _sound(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in texts if text and DAMAGED not in text)


def untitled(source: Source, payloads: tuple[str, ...]) -> tuple[Work, ...]:
    """The records that can be read and have no title."""
    read = (work(source, payload) for payload in payloads)
    return tuple(record for record in read if record is not None and not record.title)


def doubt(source: Source, payloads: tuple[str, ...]) -> str:
    """Why an answer of these records should be asked for again; empty if nothing is odd about it.

    A record without a title may be the one that is meant, or any other.
    """
    if untitled(source, payloads):
        return "sent a record without a title"
    if payloads and all(work(source, payload) is None for payload in payloads):
        return "sent a record that cannot be read"
    return ""
