"""What a paper's own page says of it, in the tags that publishers write for search engines.

The last resort for an address that holds no number: what the tags say is searched for and counts
only if a registry knows it. Source: Google Scholar, "Inclusion Guidelines for Webmasters"
(``citation_*``); Dublin Core in HTML (``DC.*``); PRISM.
"""

import html
import re
from collections.abc import Iterator

from pipeline.addresses.urls import identify
from pipeline.reading.personal_names import split_name
from pipeline.values.entry import Byline, Entry, Mention, Name, Year
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.text import Span, Value, Written

MOST_AUTHORS = 30
"""Authors that are read; a search needs three."""

_TAG = re.compile(r"<meta\b([^<>]{1,4000})>", re.IGNORECASE)
_PAIR = re.compile(
    r"([\w:.-]{1,60})\s*=\s*(?:\"([^\"]{0,4000})\"|'([^']{0,4000})'|([^\s\"'=<>]{1,500}))"
)
_HEAD_END = re.compile(r"</head\s*>|<body\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOWHERE = Span(start=0, end=0)

_TITLES = ("citation_title", "dc.title", "prism.title", "og:title")
_AUTHORS = ("citation_author", "dc.creator")
_DATES = ("citation_publication_date", "citation_date", "citation_online_date", "citation_year",
          "dc.date", "dc.date.issued", "prism.publicationdate")  # fmt: skip
_NUMBERS = {
    "citation_doi": "doi", "citation_arxiv_id": "arxiv", "citation_pmid": "pmid",
    "citation_pmcid": "pmcid", "dc.identifier": "doi", "prism.doi": "doi",
    "bepress_citation_doi": "doi",
}  # fmt: skip


class Page(Value):
    """A page's word on its paper."""

    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    identifiers: tuple[Identifier, ...] = ()


def page(text: str) -> Page:
    """What the tags in the head of a page say; empty fields for what they do not.

    The title that is made for social networks counts only beside a tag for scholars: every blog
    has one.
    """
    end = _HEAD_END.search(text)
    tags = list(_tags(text[: end.start()] if end else text))
    scholarly = any(name.startswith(("citation_", "dc.", "prism.")) for name, _ in tags)
    if not scholarly:
        return Page()
    dates = (_YEAR.search(value) for value in _values(tags, _DATES))
    return Page(
        title=next(iter(_values(tags, _TITLES)), ""),
        authors=tuple(_values(tags, _AUTHORS[:1]) or _values(tags, _AUTHORS[1:]))[:MOST_AUTHORS],
        year=next((int(hit.group()) for hit in dates if hit), None),
        identifiers=tuple(dict.fromkeys(_identifiers(tags))),
    )


def _tags(text: str) -> Iterator[tuple[str, str]]:
    for tag in _TAG.finditer(text):
        attributes = {
            hit[1].casefold(): html.unescape(hit[2] or hit[3] or hit[4] or "")
            for hit in _PAIR.finditer(tag[1])
        }
        name = (attributes.get("name") or attributes.get("property") or "").strip().casefold()
        value = " ".join(attributes.get("content", "").split())
        if name and value:
            yield name, value


def _values(tags: list[tuple[str, str]], names: tuple[str, ...]) -> list[str]:
    """The values of the first of these names that is there."""
    for wanted in names:
        if texts := [value for name, value in tags if name == wanted]:
            return texts
    return []


def _identifiers(tags: list[tuple[str, str]]) -> Iterator[Identifier]:
    for name, value in tags:
        scheme = _NUMBERS.get(name)
        if scheme is None:
            continue
        plain = re.sub(r"(?i)^\s*(?:doi|arxiv|pmid)\s*:\s*", "", value)
        named = identifier(scheme, plain) or next(iter(identify(value).identifiers), None)
        if named and named.scheme in ("doi", "arxiv", "pmid", "pmcid"):
            yield named


def entry_of(its_page: Page, asked: Entry) -> Entry | None:
    """The asked entry with what its page says, for another search; None if that is nothing new."""
    if not its_page.title and not its_page.identifiers:
        return None
    mentions = tuple(
        Mention(identifier=i, span=_NOWHERE, where="derived") for i in its_page.identifiers
    )
    title = (
        Written(text=its_page.title, raw=its_page.title, span=_NOWHERE) if its_page.title else None
    )
    names = tuple(_name(author) for author in its_page.authors)
    line = Written(text=", ".join(its_page.authors), raw="", span=_NOWHERE) if names else None
    written = Written(text=str(its_page.year), raw="", span=_NOWHERE)
    return asked.but(
        mentions=mentions, title=title,
        authors=Byline(names=names, written=line) if line else None,
        year=Year(value=its_page.year, written=written) if its_page.year else None,
    )  # fmt: skip


def _name(author: str) -> Name:
    family, given = split_name(author, inverted="," in author)
    return Name(text=author, family=family or author, given=given, span=_NOWHERE)
