"""What DBLP is asked about a whole meeting: its papers whose titles bear some words."""

from pipeline.sources.plain import folded, plain
from pipeline.values.question import ByVenue

_ALSO = {"neurips": "NIPS", "nips": "NeurIPS"}
"""Meetings that were given another name."""


def names(query: ByVenue) -> list[str]:
    """The names under which DBLP may have the meeting, in letters that a query may bear."""
    return [_plain(name) for name in (query.venue, _ALSO.get(query.venue.casefold(), "")) if name]


def accepts(query: ByVenue) -> bool:
    """Whether there is something to ask for: a meeting's name and words that titles bear."""
    return bool(names(query)[0]) and any(map(_plain, query.words))


def where(query: ByVenue) -> str:
    """The pattern of a query: a name's volumes and tracks stand behind it in brackets."""
    venues = " || ".join(f'(?venue >= "{name}" && ?venue < "{name}z")' for name in names(query))
    words = " || ".join(
        f'CONTAINS(LCASE(STR(?title)), "{_plain(word).lower()}")' for word in query.words
    )
    return (
        "  ?pub dblp:publishedIn ?venue ; dblp:yearOfPublication ?year ; dblp:title ?title .\n"
        f'  FILTER({venues}) FILTER(STR(?year) = "{query.year}") FILTER({words})'
    )


def fits(query: ByVenue, venue: object, year: object, title: object) -> bool:
    """Whether a record is of the meeting and bears the words: DBLP compares less strictly."""
    text, called = plain(venue).casefold(), folded(plain(title))
    of_it = any(
        text == name or text.startswith(f"{name} (") for name in map(str.casefold, names(query))
    )
    bears = any(folded(word) in called for word in query.words)
    return of_it and plain(year) == str(query.year) and bears


def _plain(text: str) -> str:
    """The text without what would end a string of the query."""
    return " ".join("".join(c for c in text if c.isprintable() and c not in '"\\').split())
