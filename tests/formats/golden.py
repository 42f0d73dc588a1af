"""What is read of a file, as plain values: to hold against a golden reading."""

from pipeline import formats
from pipeline.values.entry import Document, Entry


def entries(path: str, text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path=path, text=text)).entries


def names(entry: Entry) -> list[str]:
    return [name.text for name in entry.authors.names] if entry.authors else []


def families(entry: Entry) -> list[str]:
    return [name.family for name in entry.authors.names] if entry.authors else []


def said(entry: Entry) -> tuple[object, ...]:
    return (
        entry.title and entry.title.text,
        families(entry),
        entry.venue and entry.venue.text,
        entry.year and entry.year.value,
        [str(mention.identifier) for mention in entry.mentions],
    )
