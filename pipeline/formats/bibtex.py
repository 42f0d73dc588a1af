"""BibTeX and BibLaTeX: fields read with their places, edited in place, never re-serialised."""

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from pipeline.addresses.in_text import clean_doi, spoken
from pipeline.addresses.urls import identify
from pipeline.formats import bibtex_writing
from pipeline.formats.bibtex_names import names_of
from pipeline.formats.protocol import Change, Rewriting
from pipeline.formats.rereading import reads_as
from pipeline.markup.bib_scan import BibEntry, BibField, scan
from pipeline.markup.encoding import repaired
from pipeline.markup.latex import decoded
from pipeline.values.entry import Byline, Document, Entry, Hints, Link, Mention, Reading, Year
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.text import Span, Written

NAME = "bibtex"
_VENUES = {
    "article": ("journal", "journaltitle", "booktitle"),
    "inproceedings": ("booktitle", "journal", "eventtitle", "series"),
    "conference": ("booktitle", "journal", "series"),
    "incollection": ("booktitle", "journal", "series"),
    "inbook": ("booktitle", "journal", "series"),
    "phdthesis": (),
    "mastersthesis": (),
    "thesis": (),
    "book": (),
    "techreport": (),
}
_ANY_VENUE = ("journal", "journaltitle", "booktitle", "howpublished")
_NOT_WORKS = frozenset(
    {"string", "comment", "preamble", "set", "xdata", "control", "ieeetranbstctl"}
)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_PREPRINT = re.compile(r"\s*\b(?:e-?)?(?:pre-?print\b.*|arxiv:\s?\S+.*|abs/\S+.*)$", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s{}\"<>]+")
_WHOLE_URL = re.compile(r"(?<!<)https?://[^\s{}\"]+|" + _URL.pattern)
"""The same where a field is nothing else: ``…42:1<87::AID-MRM13>3.0.CO;2-O`` ends a DOI of 1999."""

_A_PAGE = re.compile(r"^(?:#{1,6} |```|~~~)|\]\(https?:", re.MULTILINE)
"""What stands above an entry in a page that quotes it, and in no bibliography."""


@dataclasses.dataclass(slots=True)
class _Book:
    """A file while it is read."""

    path: str
    text: str
    lines: list[int]
    macros: dict[str, str] = dataclasses.field(default_factory=dict)
    seen: dict[str, int] = dataclasses.field(default_factory=dict)


def accepts(path: str, text: str) -> bool:
    """.bib by its ending, or by its first entry on standard input."""
    if path.lower().endswith((".bib", ".bibtex", ".biblatex")):
        return True
    first = re.search(r"^\s*@\w+\s*[{(][^\n=]*,?\s*$", text[:5000], re.MULTILINE)
    return path == "-" and first is not None and not _A_PAGE.search(text[: first.end()])


def read(document: Document) -> Reading:
    """The bibliography understood."""
    text, repairs = repaired(document.text)
    lines = [m.end() for m in re.finditer(r"\r\n|\n|\r", text)]
    entries: list[Entry] = []
    book = _Book(document.path, text, lines)
    for entry in scan(text):
        kind = entry.kind.lower()
        if kind == "string":
            book.macros |= {f.name.lower(): _raw(text, f) for f in entry.fields}
        elif kind not in _NOT_WORKS:
            entries.append(_entry(book, entry))
    return Reading(
        document=document, text=text, format=NAME, entries=tuple(entries), repairs=repairs
    )


def _raw(text: str, field: BibField) -> str:
    return text[field.inner_start : field.inner_end]


def _entry(book: _Book, entry: BibEntry) -> Entry:
    path, text, lines, macros, seen = book.path, book.text, book.lines, book.macros, book.seen
    line = bisect_right(lines, entry.start) + 1
    name = f"{path}#{entry.key}" if entry.key else f"{path}#L{line}"
    seen[name] = seen.get(name, 0) + 1
    links = tuple(_links(text, entry))
    title = _written(text, entry.get("title"), macros)
    mentions = tuple(_mentions(text, entry, links))
    return Entry(
        id=name if seen[name] == 1 else f"{name}-{seen[name]}",
        path=path,
        line=line,
        end_line=bisect_right(lines, max(entry.start, entry.end - 1)) + 1,
        span=Span(start=entry.start, end=entry.end),
        format=NAME,
        title=title,
        authors=_authors(text, entry),
        venue=_venue(text, entry, macros),
        year=_year(text, entry),
        links=links,
        mentions=mentions,
        hints=_hints(text, entry),
        key=entry.key or None,
        kind=entry.kind,
        unparsed=_why(entry, known=bool(title or mentions)),
        ignored=_ignored(text, entry),
    )


def _why(entry: BibEntry, *, known: bool) -> str | None:
    """Why the entry cannot be understood; an identifier is enough to know its work."""
    if entry.broken:
        return "a brace or quotation mark does not close"
    return None if known else "no title"


def _written(text: str, field: BibField | None, macros: dict[str, str]) -> Written | None:
    """A field; a macro (``journal = jcp``) reads as what it stands for."""
    if field is None:
        return None
    raw = _raw(text, field)
    phrase = _resolved(text, field, macros)
    shown = decoded(phrase)
    if not shown:
        return None
    shown = shown.rstrip(".") if field.name.lower() == "title" else shown
    return Written(
        text=shown or raw, raw=raw, span=Span(start=field.inner_start, end=field.inner_end)
    )


def _resolved(text: str, field: BibField, macros: dict[str, str]) -> str:
    if field.kind in ("braces", "quotes"):
        return _raw(text, field)
    pieces = []
    for kind, start, end in field.parts:
        piece = text[start:end]
        pieces.append(macros.get(piece.lower(), piece) if kind == "bare" else piece)
    return "".join(pieces)


def _venue(text: str, entry: BibEntry, macros: dict[str, str]) -> Written | None:
    """Journal, proceedings, book; ``arXiv preprint arXiv:…`` reads "arXiv"."""
    names = _VENUES.get(entry.kind.lower(), _ANY_VENUE)
    field = entry.get(*names)
    if field is None or (field.name.lower() == "howpublished" and "http" in _raw(text, field)):
        return None
    written = _written(text, field, macros)
    if written is None:
        return None
    short = (
        _PREPRINT.sub("", written.text).strip(" .,:")
        if re.match(r"(?i)arxiv|corr\b|biorxiv", written.text)
        else written.text
    )
    return written.but(text=short or "arXiv")


def _authors(text: str, entry: BibEntry) -> Byline | None:
    field = entry.get("author", "authors")
    if field is None or field.kind == "joined":
        return None
    names, et_al = names_of(text, field.inner_start, field.inner_end)
    if not names:
        return None
    whole = Span(start=field.inner_start, end=field.inner_end)
    raw = whole.cut(text)
    return Byline(names=names, et_al=et_al, written=Written(text=decoded(raw), raw=raw, span=whole))


def _year(text: str, entry: BibEntry) -> Year | None:
    field = entry.get("year", "date")
    hit = field and _YEAR.search(text, field.inner_start, field.inner_end)
    if not hit:
        return None
    span = Span(start=hit.start(), end=hit.end())
    return Year(value=int(hit[1]), written=Written(text=hit[1], raw=hit[1], span=span))


def _links(text: str, entry: BibEntry) -> Iterator[Link]:
    for field in entry.fields:
        name = field.name.lower()
        if (
            name in ("abstract", "file", "author", "title", "doi")
            or field.inner_end <= field.inner_start
        ):
            continue
        raw = _raw(text, field)
        whole = name in (
            "url",
            "link",
            "ee",
            "pdf",
            "bdsk-url-1",
            "paper",
            "preprint",
            "html",
            "arxiv",
        )
        if not whole and name not in ("howpublished", "note", "annote", "code", "eprint"):
            continue
        for hit in (_WHOLE_URL if whole else _URL).finditer(raw):
            url = hit.group().rstrip(".,;")
            start = field.inner_start + hit.start()
            address = identify(decoded(url) if "\\" in url else url)
            shown = (
                url.replace("\\_", "_").replace("\\%", "%").replace("\\&", "&").replace("\\#", "#")
            )
            yield Link(
                label=name,
                url=shown,
                span=Span(start=start, end=start + len(url)),
                identifiers=address.identifiers,
                derived=address.derived,
                hints=address.hints,
                role="other" if name == "code" or address.kind == "other" else "paper",
            )


def _mentions(text: str, entry: BibEntry, links: tuple[Link, ...]) -> Iterator[Mention]:
    by_identifier: dict[str, Mention] = {}
    for field in entry.fields:
        for named, span in _spelt(text, entry, field):
            by_identifier.setdefault(
                str(named), Mention(identifier=named, span=span, where="written")
            )
    for link in links:
        where = "derived" if link.derived else "link"
        for named in link.identifiers if link.role == "paper" else ():
            by_identifier.setdefault(
                str(named), Mention(identifier=named, span=link.span, where=where)
            )
    yield from sorted(
        by_identifier.values(), key=lambda m: ("written", "link", "derived").index(m.where)
    )


def _spelt(text: str, entry: BibEntry, field: BibField) -> Iterator[tuple[Identifier, Span]]:
    name = field.name.lower()
    raw = _raw(text, field)
    span = Span(start=field.inner_start, end=field.inner_end)
    if name == "doi":
        plain = decoded(raw) if "\\" in raw or "{" in raw else raw
        identifiers = identify(plain).identifiers[:1] if "://" in plain else ()
        doi = clean_doi(re.sub(r"(?i)^\s*doi:?\s*", "", plain).strip())
        yield from ((named, span) for named in (identifiers or ((doi,) if doi else ())))
    elif name in ("pmid", "pmcid"):
        number = identifier(name, decoded(raw))
        yield from [(number, span)] if number else ()
    elif name in ("eprint", "arxivid", "arxiv", "archive"):
        kind = entry.get("archiveprefix", "eprinttype")
        prefix = _raw(text, kind).lower() if kind else "arxiv"
        arxiv = identifier(
            "arxiv", re.sub(r"(?i)^(?:https?://)?(?:arxiv\.org/abs/|arxiv:)?", "", decoded(raw))
        )
        yield from [(arxiv, span)] if arxiv and "arxiv" in prefix else ()
    elif name in ("journal", "note", "howpublished", "journaltitle", "number", "volume"):
        for mention in spoken(raw):
            place = Span(start=span.start + mention.span.start, end=span.start + mention.span.end)
            yield mention.identifier, place
        corr = re.search(r"abs/(\d{4}\.\d{4,5}|[a-z\-]+/\d{7})", raw)
        arxiv = identifier("arxiv", corr[1]) if corr else None
        if corr and arxiv:
            yield arxiv, Span(start=span.start + corr.start(1), end=span.start + corr.end(1))


def _hints(text: str, entry: BibEntry) -> Hints:
    volume, issue, pages = (
        entry.get("volume"),
        entry.get("number", "issue"),
        entry.get("pages", "eid"),
    )
    page = re.split(r"[-–—,\s]", decoded(_raw(text, pages)))[0] if pages else ""
    return Hints(
        volume=decoded(_raw(text, volume)) or None if volume else None,
        issue=decoded(_raw(text, issue)) or None if issue else None,
        page=page or None,
    )


_IGNORE = re.compile(r"errata:\s*+ignore\b[ \t]*+([^;\n\r]*)", re.IGNORECASE)
LONGEST_LINE = 1000
"""Characters around the beginning of an entry within which a comment to ignore is looked for."""


def _ignored(text: str, entry: BibEntry) -> tuple[str, ...]:
    """``% errata: ignore code`` on the line above or on the first line of the entry."""
    low, high = max(0, entry.start - LONGEST_LINE), entry.start + LONGEST_LINE
    above = text.rfind("\n", low, max(0, entry.start - 1))
    first = text.find("\n", entry.start, high)
    hit = _IGNORE.search(text, max(low, above), first if first >= 0 else high)
    if hit is None:
        return ()
    return tuple(c for c in re.split(r"[\s,]+", hit[1].replace("-->", "")) if c) or ("*",)


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits, read again before they are offered; everything else stays."""
    done = bibtex_writing.rewrite(text, entry, change, like)
    head = _strings(text)

    def excerpt(path: str, lines: str) -> tuple[Entry, ...]:
        return read(Document(path=path, text=head + lines)).entries

    good = done.edits and reads_as(excerpt, text, entry, change, done)
    return done if good else done.but(edits=())


@lru_cache(maxsize=4)
def _strings(text: str) -> str:
    """The macros of a file, without which its entries say something else."""
    if "@string" not in text.casefold():
        return ""
    texts = (text[e.start : e.end] for e in scan(text) if e.kind.casefold() == "string")
    return "\n".join([*texts, ""])
