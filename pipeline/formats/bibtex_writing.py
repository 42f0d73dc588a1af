"""Changes spelt in a .bib entry's own manner: delimiters, alignment, macros, protected capitals."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from pipeline.formats.bibtex_new_field import _delimiters, added, bib_field, scanned
from pipeline.formats.bibtex_words import by_words
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.bib_scan import BibField, scan
from pipeline.markup.latex import decoded, encoded
from pipeline.markup.spelling import Manner, in_place, manner_of, smallest, spelt_name
from pipeline.values.entry import Byline, Entry
from pipeline.values.text import Edit, Span, Written


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits; a field that is missing is added in the entry's own layout."""
    if entry.unparsed and "close" in entry.unparsed:
        return Rewriting(edits=(), proposed=change.text)
    if change.field == "authors":
        return _authors(text, entry, change, like)
    if change.field == "title":
        return _field(text, entry, change, entry.title, "title")
    if change.field == "venue":
        return _field(text, entry, change, entry.venue, _venue_name(entry))
    if change.field == "year":
        return _year(text, entry, change)
    return _address(text, entry, change)


def _venue_name(entry: Entry) -> str:
    return (
        "booktitle"
        if (entry.kind or "").lower() in ("inproceedings", "conference", "incollection")
        else "journal"
    )


def _ascii(text: str, entry: Entry) -> bool:
    """Whether the entry spells letters beyond ASCII as macros."""
    own = entry.span.cut(text)
    return own.isascii() and ("\\" in own or text.isascii())


def _field(text: str, entry: Entry, change: Change, field: Written | None, name: str) -> Rewriting:
    ascii_only = _ascii(text, entry)
    if field is None:
        phrase = encoded(change.text, ascii_only=ascii_only)
        return Rewriting(edits=added(text, entry, name, phrase), proposed=change.text)
    bib = bib_field(text, entry, field.span)
    if bib is not None and bib.kind in ("bare", "joined"):
        phrase = encoded(change.text, ascii_only=ascii_only)
        return Rewriting(edits=_unmacroed(text, entry, bib, phrase), proposed=change.text)
    edits = by_words(field, change.text, ascii_only=ascii_only)
    return Rewriting(edits=edits, proposed=change.text)


def _unmacroed(text: str, entry: Entry, field: BibField, new: str) -> tuple[Edit, ...]:
    """Another macro of the file that says it, else the value written out; the macro stays.

    A value glued together with a macro is left alone: nobody can tell which part is to change.
    """
    if field.kind == "joined" and any(kind == "bare" for kind, *_ in field.parts):
        return ()
    bib = scanned(text, entry)
    opening, closing = _delimiters(bib) if bib and '"' not in new else ("{", "}")
    phrase = next((name for name, value in _macros(text) if value == decoded(new)), "")
    phrase = phrase or opening + new + closing
    span = Span(start=field.value_start, end=field.value_end)
    return (Edit(span=span, replacement=phrase),)


def _macros(text: str) -> Iterator[tuple[str, str]]:
    """Names and readable values of the file's ``@string`` macros."""
    for entry in scan(text) if "@string" in text.casefold() else ():
        for field in entry.fields if entry.kind.casefold() == "string" else ():
            yield field.name, decoded(text[field.inner_start : field.inner_end])


# ---------------------------------------------------------------- authors


def _authors(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    byline = entry.authors
    model = like.authors if like is not None and like.authors else byline
    manner = _manner(text, model)
    ascii_only = _ascii(text, entry)
    kept = change.kept or (None,) * len(change.people)
    raws, shown = [], []
    for index, (person, place) in enumerate(zip(change.people, kept, strict=True)):
        name = byline.names[place] if byline and place is not None else None
        spelt = spelt_name(person, manner, first=index == 0)
        own = (
            "{" + encoded(spelt, ascii_only=ascii_only) + "}"
            if not person.family
            else encoded(spelt, ascii_only=ascii_only)
        )
        raws.append(name.span.cut(text) if name else own)
        shown.append(name.text if name else spelt)
    glue = _glue(text, byline)
    new = glue.join([*raws, *(["others"] if change.et_al else [])])
    proposed = " and ".join(shown) + (" and others" if change.et_al else "")
    if byline is None:
        return Rewriting(edits=added(text, entry, "author", new), proposed=proposed)
    among = in_place(byline, raws, kept, text) if change.et_al == byline.et_al else ()
    edits = among or smallest(byline.written.raw, new, byline.written.span.start)
    return Rewriting(edits=edits, proposed=proposed)


def _manner(text: str, byline: Byline | None) -> Manner:
    if byline is None:
        return Manner(inverted="all", comma=True)
    manner = manner_of(text, byline)
    return manner.but(inverted="all" if manner.inverted != "none" else "none", comma=True)


def _glue(text: str, byline: Byline | None) -> str:
    if byline is None or len(byline.names) < 2:
        return " and "
    gaps = [
        text[a.span.end : b.span.start]
        for a, b in zip(byline.names, byline.names[1:], strict=False)
    ]
    common = Counter(gaps).most_common(1)[0][0]
    return common if common.strip().casefold() == "and" else " and "


# ---------------------------------------------------------------- year, doi, url


def _year(text: str, entry: Entry, change: Change) -> Rewriting:
    if entry.year is None:
        return Rewriting(edits=added(text, entry, "year", change.text), proposed=change.text)
    return Rewriting(
        edits=smallest(entry.year.written.raw, change.text, entry.year.written.span.start),
        proposed=change.text,
    )


def _address(text: str, entry: Entry, change: Change) -> Rewriting:
    phrase = change.text
    if change.field == "link" and change.link < len(entry.links):
        span = entry.links[change.link].span
        new = _escaped_like(span.cut(text), phrase)
        return Rewriting(edits=(Edit(span=span, replacement=new),), proposed=phrase)
    name = "doi" if change.field == "doi" else "url"
    if name == "url" and (doi := _DOI_ADDRESS.match(phrase)) and not _links_dois(text):
        name, phrase = "doi", unquote(doi[1])
    bib = scanned(text, entry)
    field = bib.get(name) if bib else None
    if field is None:
        return Rewriting(edits=added(text, entry, name, phrase), proposed=phrase)
    if field.kind in ("bare", "joined"):
        return Rewriting(edits=_unmacroed(text, entry, field, phrase), proposed=phrase)
    raw = text[field.inner_start : field.inner_end]
    lead = re.match(r"\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?", raw, re.IGNORECASE)
    at = field.inner_start + (lead.end() if lead and name == "doi" else 0)
    edit = Edit(span=Span(start=at, end=field.inner_end), replacement=_escaped_like(raw, phrase))
    return Rewriting(edits=(edit,), proposed=phrase)


_DOI_ADDRESS = re.compile(r"https://doi\.org/(10\..+)")


@lru_cache(maxsize=4)
def _links_dois(text: str) -> bool:
    """Whether the file has no field for DOIs and writes them as addresses."""
    has_field = re.search(r"^\s*doi\s*=", text, re.IGNORECASE | re.MULTILINE)
    address = re.compile(
        r"^\s*url\s*=\s*[{\"]https?://(?:dx\.)?doi\.org/", re.IGNORECASE | re.MULTILINE
    )
    return has_field is None and address.search(text) is not None


def _escaped_like(raw: str, text: str) -> str:
    """The address, its special characters escaped if those of the old one were."""
    return re.sub(r"([_%&#])", r"\\\1", text) if re.search(r"\\[_%&#]", raw) else text
