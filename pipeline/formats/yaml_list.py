"""YAML lists of papers: mappings with a ``title:``, ``authors:``, a ``url:``, or the like."""

import re
from collections.abc import Iterator

from pipeline.addresses.urls import identify
from pipeline.formats import yaml_writing
from pipeline.formats.fields import Fields, PersonPlace, Place, entry_of, named_venue
from pipeline.formats.protocol import Change, Rewriting
from pipeline.formats.yaml_items import PEOPLE, Item, items_of
from pipeline.markup.encoding import repaired
from pipeline.reading.stated_names import stated_names
from pipeline.reading.wording import wording
from pipeline.reading.words import known_venue, label_kind
from pipeline.values.entry import Document, Entry, Reading

NAME = "yaml"
_LINKS = ("url", "link", "pdf", "paper", "paper_url", "arxiv", "doi_url", "href", "website")
_YEARS = ("year", "date", "published")
_TITLES = ("paper_title", "paper", "publication", "name")
"""Titles of an item that says who wrote it, where none is called so."""
_FILE = re.compile(
    r"^(?:~|\.{1,2})?/\S|\.(?:pdf|docx?|pptx?|html?|md|txt|tex|ps|djvu)$", re.IGNORECASE
)
"""A path, or what ends as the name of a file does."""
_FEWEST, _TITLED = 4, 150
"""Words of a title in the place of a journal, and by how much they are more like one."""
_NUMBERS = {
    "doi": "doi", "arxiv": "arxiv", "arxiv_id": "arxiv", "eprint": "arxiv",
    "pmid": "pmid", "pmcid": "pmcid",
}  # fmt: skip
_VENUES = ("venue", "journal", "conference", "booktitle", "publication", "published_in")


def accepts(path: str, text: str) -> bool:
    """.yml and .yaml."""
    return path.lower().endswith((".yml", ".yaml")) or (
        path == "-" and text.lstrip().startswith(("- title:", "papers:"))
    )


def read(document: Document) -> Reading:
    """The mappings that have a title; one that stands by itself must also be a paper's."""
    text, repairs = repaired(document.text)
    entries = tuple(
        entry_of(document.path, text, NAME, _fields(text, item, title))
        for item in items_of(text)
        if ((title := _title(item)) and (item.listed or _came_out(item))) or not item.sound
    )
    return Reading(document=document, text=text, format=NAME, entries=entries, repairs=repairs)


def _title(item: Item) -> Place | None:
    """The place of the title: ``title:``, or ``paper_title:`` of what is signed and dated.

    ``title: MossNet`` beside a ``paper_title:`` is the name of a thing, as ``name:`` may be.
    """
    own = item.values.get("title")
    if own is None or " " not in own.text:
        for key in _TITLES:
            place = item.values.get(key)
            if place and _worded(place.text, key) and _told(item, key, named=own is not None):
                return place if key != "publication" else item.values.pop(key)
    return own


def _came_out(item: Item) -> bool:
    """Whether it is signed and has a venue or a paper's link: a site's settings have neither."""
    signed = item.people or _first(item, PEOPLE)
    return bool(signed) and (_first(item, _VENUES) is not None or _leads_to_a_paper(item))


def _worded(value: str, key: str) -> bool:
    """Whether a value has a title's words: no "see the PDF", no file; no journal beside a name."""
    if " " not in value or _FILE.search(value) or label_kind(value):
        return False
    if key != "publication":
        return True
    word_scores = wording(value, 0, len(value))
    telling = word_scores.title - word_scores.venue >= _TITLED * word_scores.words
    return word_scores.words >= _FEWEST and telling and not known_venue(value)


def _told(item: Item, key: str, *, named: bool) -> bool:
    """Whether the value of this key is the title; a name that of what came out as a paper only."""
    placed = _first(item, _VENUES)
    if not (item.people or _first(item, PEOPLE)) or not (placed or _first(item, _YEARS)):
        return False
    return key != "name" or (not named and (placed is not None or _leads_to_a_paper(item)))


def _leads_to_a_paper(item: Item) -> bool:
    """Whether links and numbers are a paper's, and none is that of code: a tool has both."""
    addresses = [identify(place.text) for _, place in _links(item)]
    kinds = {address.kind for address in addresses}
    named = any(address.identifiers for address in addresses) or any(_identifiers(item))
    return "other" not in kinds and ("paper" in kinds or named)


def _fields(text: str, item: Item, title: Place | None) -> Fields:
    fields = Fields(
        line=item.line, end_line=item.end_line, start=item.start, end=item.end,
        title=title,
        people=item.people,
        venue=named_venue(_first(item, _VENUES)),
        year=_first(item, _YEARS),
        links=list(_links(item)),
        identifiers=list(_identifiers(item)),
        broken="" if item.sound else "not valid YAML",
    )  # fmt: skip
    place = None if item.people else _first(item, PEOPLE)
    names = stated_names(text, place.start, place.end) if place else None
    if names:
        fields.et_al = names.et_al
        fields.people = [
            PersonPlace(Place(person.start, person.end, person.text), person.family, person.given)
            for person in names.people
        ]
    return fields


def _first(item: Item, keys: tuple[str, ...]) -> Place | None:
    return next((item.values[key] for key in keys if key in item.values), None)


def _links(item: Item) -> Iterator[tuple[str, Place]]:
    for key in _LINKS:
        place = item.values.get(key)
        if place and place.text.startswith(("http", "www.", "/")):
            yield key, place
    yield from item.links


def _identifiers(item: Item) -> Iterator[tuple[str, Place]]:
    for key, scheme in _NUMBERS.items():
        place = item.values.get(key)
        if place and (scheme == "doi" or "://" not in place.text):
            yield scheme, place


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits, read again before they are offered; a missing field gets its own line."""
    return yaml_writing.rewrite(_excerpt, text, entry, change, like)


def _excerpt(path: str, text: str) -> tuple[Entry, ...]:
    return read(Document(path=path, text=text)).entries
