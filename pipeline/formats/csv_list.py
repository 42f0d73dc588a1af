"""Tables in CSV or TSV whose first row names the columns: exports of Zotero, Scopus, a spreadsheet.

A column is known by its heading. A table without a heading that means "title" is no list of papers
and is read line by line as plain text.
"""

import re
from collections.abc import Iterator

from pipeline.formats.fields import Fields, PersonPlace, Place, entry_of
from pipeline.formats.protocol import Change, Rewriting
from pipeline.formats.rereading import reads_as
from pipeline.markup.csv_scan import Cell, Row, delimiter_of, rows, spelt
from pipeline.markup.encoding import repaired
from pipeline.markup.spelling import Manner, joined, manner_of, spelt_name
from pipeline.reading import field_names
from pipeline.reading.columns_by_head import VENUE_AND_YEAR
from pipeline.reading.stated_names import stated_names
from pipeline.values.entry import Document, Entry, Hints, Reading
from pipeline.values.text import Edit, Span

NAME = "csv"
_COLUMNS: dict[str, tuple[str, ...]] = {
    "title": (*field_names.TITLES, *field_names.ELSEWHERE["title"]),
    "authors": (*field_names.AUTHORS, *field_names.ELSEWHERE["authors"]),
    "venue": (*field_names.VENUES, *field_names.ELSEWHERE["venue"]),
    "year": (*field_names.YEARS, *field_names.ELSEWHERE["year"]),
    "doi": ("doi", "doi link"),
    "pmid": ("pmid", "pubmed id"),
    "pmcid": ("pmcid",),
    "arxiv": ("arxiv", "arxiv id", "arxiv_id", "eprint"),
    "link": (*field_names.LINKS, *field_names.ELSEWHERE["link"]),
    "volume": ("volume",),
    "issue": ("issue", "number"),
    "page": ("pages", "page start", "first page", "page"),
    "key": ("key", "citation key", "id"),
}  # fmt: skip
"""Field -> headings that mean it, those that win first."""


def accepts(path: str, text: str) -> bool:
    """A file of that ending whose first row has a heading for titles."""
    if not path.lower().endswith((".csv", ".tsv")):
        return False
    head = next(rows(text[:20_000], delimiter_of(text)), None)
    return head is not None and "title" in _columns(head)


def _columns(head: Row) -> dict[str, int]:
    """Which column holds which field: by its whole heading, else by a word of it."""
    named = [cell.text.strip().casefold() for cell in head.cells]
    columns: dict[str, int] = {}
    for field, headings in _COLUMNS.items():
        place = next((named.index(h) for h in headings if h in named), None)
        if place is not None and place not in columns.values():
            columns[field] = place
    both = (
        n
        for n, text in enumerate(named)
        if VENUE_AND_YEAR.search(text) and n not in columns.values()
    )
    if "venue" not in columns and (place := next(both, None)) is not None:
        columns["venue"] = place
    for field, word in _WORDS.items():
        telling = (n for n, text in enumerate(named) if word.search(text) and _no_more(text, word))
        free = next((n for n in telling if n not in columns.values()), None)
        if field not in columns and free is not None:
            columns[field] = free
    return columns


_WORDS = {
    "authors": re.compile(r"(?<![a-z])(?:authors?|creators?|autor(?:en|es)?)(?![a-z])|作者"),
    "year": re.compile(r"(?<![a-z])years?(?![a-z])"),
    "venue": re.compile(r"(?<![a-z])(?:journal|venue|conference)(?![a-z])"),
}
"""Words of other headings: "author_names", "Journal or Conference", "Year of publication"."""
_BESIDE = re.compile(
    r"authors?|creators?|autor(?:en|es)?|作者|names?|list|full|all|of|the|paper|journals?|venues?|"
    r"conferences?|title|or|and|published|publication|pub|in|short|s"
)
"""Words that say no more of a column: not "Author Gender", "First Author", "Year Added"."""


def _no_more(heading: str, word: re.Pattern[str]) -> bool:
    """Whether a heading says nothing beside the word: "Conference Year" is no conference."""
    words = re.findall(r"[^\W\d_]+", heading)
    return all(_BESIDE.fullmatch(part) or word.fullmatch(part) for part in words)


def read(document: Document) -> Reading:
    """Every row below the head that has a title or an identifier."""
    text, repairs = repaired(document.text)
    table = rows(text, delimiter_of(text))
    head = next(table, None)
    columns = _columns(head) if head else {}
    entries = tuple(_entries(document.path, text, table, columns)) if "title" in columns else ()
    return Reading(document=document, text=text, format=NAME, entries=entries, repairs=repairs)


def _entries(
    path: str, text: str, table: Iterator[Row], columns: dict[str, int]
) -> Iterator[Entry]:
    for row in table:
        entry = entry_of(path, text, NAME, _fields(text, row, columns))
        if entry.title or entry.mentions:
            yield entry


def _fields(text: str, row: Row, columns: dict[str, int]) -> Fields:
    first, last = row.cells[0], row.cells[-1]
    venue, year = _venue_and_year(_place(row, columns, "venue"), _place(row, columns, "year"))
    fields = Fields(
        line=row.line,
        end_line=row.end_line,
        start=first.start - first.quoted,
        end=last.end + last.quoted,
        title=_place(row, columns, "title"),
        venue=venue,
        year=year,
        hints=_hints(row, columns),
    )
    link = _place(row, columns, "link")
    fields.links = [("url", link)] if link and link.text.startswith(("http", "www.")) else []
    schemes = ("doi", "pmid", "pmcid", "arxiv")
    places = ((scheme, _place(row, columns, scheme)) for scheme in schemes)
    fields.identifiers = [(scheme, place) for scheme, place in places if place]
    fields.people, fields.et_al = _people(text, _place(row, columns, "authors"))
    return fields


_YEAR_BEHIND = re.compile(r"(?<![\s,(])[\s,(]++((?:19|20)\d\d)\)?\s*$")


def _venue_and_year(venue: Place | None, year: Place | None) -> tuple[Place | None, Place | None]:
    """Both from the cell of the venue where the year has none of its own: "CVPR 2016"."""
    hit = _YEAR_BEHIND.search(venue.text) if venue and year is None else None
    if venue is None or hit is None or len(venue.text) != venue.end - venue.start:
        return venue, year
    at, (first, last) = venue.start, hit.span(1)
    name = Place(at, at + hit.start(), venue.text[: hit.start()])
    return (name if name.text else None), Place(at + first, at + last, hit[1])


def _place(row: Row, columns: dict[str, int], field: str) -> Place | None:
    at = columns.get(field, len(row.cells))
    if at >= len(row.cells) or not row.cells[at].text.strip():
        return None
    cell = row.cells[at]
    return Place(cell.start, cell.end, cell.text)


def _hints(row: Row, columns: dict[str, int]) -> Hints:
    def hint(field: str) -> str | None:
        place = _place(row, columns, field)
        return place.text.strip() if place else None

    page = re.split(r"[-–—]", hint("page") or "")[0].strip()
    return Hints(volume=hint("volume"), issue=hint("issue"), page=page or None)


def _people(text: str, place: Place | None) -> tuple[list[PersonPlace], bool]:
    """The names of a cell; parted by semicolons, or as a by-line is written."""
    if place is None:
        return [], False
    if ";" in place.text:
        parts = re.finditer(r"[^;]+", text[place.start : place.end])
        return [
            PersonPlace(_trimmed(text, place.start + p.start(), place.start + p.end()))
            for p in parts
            if p[0].strip()
        ], False
    names = stated_names(text, place.start, place.end)
    if names is None:
        is_single = not _SEVERAL.search(place.text)  # "World Health Organization"
        return ([PersonPlace(place)] if is_single else []), False
    people = [PersonPlace(Place(p.start, p.end, p.text), p.family, p.given) for p in names.people]
    return people, names.et_al


_SEVERAL = re.compile(r"[,;/|&，、；]|\band\b")


def _trimmed(text: str, start: int, end: int) -> Place:
    phrase = text[start:end]
    start += len(phrase) - len(phrase.lstrip())
    return Place(start, start + len(phrase.strip()), phrase.strip())


# ---------------------------------------------------------------- writing


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The cell as it should be, read again before it is offered; an empty cell is filled."""
    delimiter = delimiter_of(text)
    head = next(rows(text, delimiter), None)
    row = next(rows(entry.span.cut(text), delimiter), None)
    columns = _columns(head) if head else {}
    at = columns.get(change.field, -1)
    if head is None or row is None or not 0 <= at < len(row.cells):
        return Rewriting(edits=(), proposed=change.text)
    phrase = _byline(text, entry, change, like) if change.field == "authors" else change.text
    if change.field == "year" and entry.year:
        edit = Edit(span=entry.year.written.span, replacement=phrase)
    else:
        edit = _edit(row.cells[at], entry.span.start, " ".join(phrase.split()), delimiter)
    done = Rewriting(edits=(edit,), proposed=phrase)
    top = text[: head.cells[-1].end + head.cells[-1].quoted] + "\n"

    def excerpt(path: str, lines: str) -> tuple[Entry, ...]:
        return read(Document(path=path, text=top + lines)).entries

    return done if reads_as(excerpt, text, entry, change, done) else done.but(edits=())


def _edit(cell: Cell, offset: int, text: str, delimiter: str) -> Edit:
    replacement = spelt(text, quoted=cell.quoted, delimiter=delimiter)
    return Edit(
        span=Span(start=offset + cell.start, end=offset + cell.end), replacement=replacement
    )


def _byline(text: str, entry: Entry, change: Change, like: Entry | None) -> str:
    own = entry.authors
    model = like.authors if like is not None and like.authors else own
    manner = manner_of(text, model) if model else Manner(separator="; ", last="; ", pair="; ")
    people = [spelt_name(p, manner, first=n == 0) for n, p in enumerate(change.people)]
    kept = change.kept or (None,) * len(people)
    if own is not None:
        people = [
            own.names[k].text if k is not None else person
            for person, k in zip(people, kept, strict=True)
        ]
    return joined(people, manner, et_al=change.et_al)
