"""Plain text: a URL, DOI, arXiv id, PMID, title or reference a line; the last resort for any text.

A record may stand on one line, go on over indented lines or over those that bear no number where
the others do, or fill the lines between blank ones: what gives more of the file's records holds for
all of it. What is no reference as bibliographies set it is read as the items of any list are.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.addresses.in_text import Spoken, spoken
from pipeline.addresses.urls import identify
from pipeline.formats import markdown, markdown_writing
from pipeline.formats.plain_fields import Fields, labelled
from pipeline.formats.protocol import Change, Rewriting
from pipeline.formats.whole import worth
from pipeline.markup.encoding import repaired
from pipeline.markup.lines import Line
from pipeline.markup.plain_blocks import ADDRESS, MARK, Grouping, groups_of, page_of_groups
from pipeline.reading.bylines import Names
from pipeline.reading.cited import CitedFields, Range, cited
from pipeline.reading.entries import one_line
from pipeline.reading.units import units_of
from pipeline.values.entry import (
    Byline,
    Certainty,
    Document,
    Entry,
    Hints,
    Link,
    Mention,
    Name,
    Reading,
    Year,
)
from pipeline.values.text import Edit, Span, Written

NAME = "plain"
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONE_ARXIV = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?$")
_PARTED = re.compile(r"\n[ \t]*\r?\n")
SHOWN = 24_000
"""Characters of a file by which its records are told."""


def accepts(path: str, text: str) -> bool:
    """Text files, and whatever on standard input no other format wants."""
    return path.lower().endswith((".txt", ".text", ".list", ".urls", ".csv", ".tsv")) or (
        path == "-" and bool(text)
    )


def read(document: Document) -> Reading:
    """Each record that names a paper; comments (``# …``) and blank lines are none."""
    text, repairs = repaired(document.text)
    entries = _best_told(document.path, text)
    return Reading(document=document, text=text, format=NAME, entries=entries, repairs=repairs)


def entries_of(path: str, text: str) -> Iterator[Entry]:
    """The entries of a text whose records stand a line each, repaired before."""
    flat = _flat(text)
    for lines in groups_of(text):
        entry = _entry(path, text, lines, flat)
        if entry:
            yield entry


def _flat(text: str) -> str:
    """The text as if on one line, each letter where it was: names go on over lines."""
    return text.replace("\n", " ").replace("\r", " ")


def _best_told(path: str, text: str) -> tuple[Entry, ...]:
    """The entries, the lines between blank ones taken for records each a line, or for one."""
    shown = text[:SHOWN]
    if len(text) > SHOWN:
        shown = shown[: shown.rfind("\n\n") + 1] or shown
    if not _PARTED.search(shown):
        return _told(path, text, "lines")
    if page_of_groups(shown, list(groups_of(shown, "blocks")), "blocks").filled:
        return _told(path, text, "blocks")
    lines, blocks = _told(path, shown, "lines"), _told(path, shown, "blocks")
    better: Grouping = "blocks" if worth(blocks) > worth(lines) else "lines"
    if shown != text:
        return _told(path, text, better)
    return blocks if better == "blocks" else lines


def _told(path: str, text: str, grouping: Grouping) -> tuple[Entry, ...]:
    """The entries of a text by one way of telling its records apart."""
    document = Document(path=path, text=text)
    groups = list(groups_of(text, grouping))
    page = page_of_groups(text, groups, grouping)
    read = markdown.read_list(document, NAME, lambda _: page).entries
    above = {unit.block.line: unit.headings for unit in units_of(text, page)}
    style = {**(json.loads(read[0].style) if read else {}), "records": grouping}
    items = {entry.line: entry for entry in read}
    flat = _flat(text)
    alone = [_entry(path, text, lines, flat) for lines in groups]
    signed = [entry for entry in alone if entry and entry.authors]
    titled = 2 * sum(entry.title is not None for entry in signed) > len(signed)
    best = [
        _best(lines, entry, items.get(lines[0].number), titled=titled)
        for lines, entry in zip(groups, alone, strict=True)
    ]
    spelt = json.dumps(style, ensure_ascii=False)
    entries = [
        entry.but(style=spelt, section=tuple(h.title for h in above.get(entry.line, ())))
        for entry, below in zip(best, [*best[1:], None], strict=False)
        if entry and not _heads(entry, below)
    ]
    bare = [entry for entry in entries if _bare(entry)]
    return tuple(entries) if _titles(bare, entries) else tuple(e for e in entries if not _bare(e))


def _best(
    lines: Sequence[Line], alone: Entry | None, item: Entry | None, *, titled: bool
) -> Entry | None:
    """A record as the reference that it is, or as an item of its list, or by its address alone.

    Where most references have a title, one without is not yet understood.
    """
    if item is None:
        return alone if alone is None or len(lines) == 1 else _numbered(alone)
    has_sure_title = alone is not None and alone.certainty.title > _GUESSED.title
    if alone and alone.authors and has_sure_title and (alone.title or not titled):
        return alone
    if alone and not alone.authors and alone.venue and (alone.hints.volume or alone.hints.page):
        return alone  # as a style sets what nobody signed
    if item.title:
        return item.but(certainty=_lowered(item.certainty))
    if alone and (alone.authors or len(lines) == 1):
        return alone
    return item


def _heads(entry: Entry, below: Entry | None) -> bool:
    """A number above the record that says it again: "arXiv:2101.00001", "Date: ...", and a gap."""
    if entry.title or entry.authors or below is None or below.title is None:
        return False
    identifiers = {mention.identifier for mention in entry.mentions}
    return bool(identifiers) and identifiers <= {mention.identifier for mention in below.mentions}


def _numbered(alone: Entry) -> Entry | None:
    """A record of several lines that is a reference, or that bears a number to know it by."""
    if alone.authors:
        return alone
    known = any(mention.where != "derived" for mention in alone.mentions)
    return alone.but(title=None) if known else None


def _lowered(sure: Certainty) -> Certainty:
    low = {name: min(value, 0.9) for name, value in sure}
    return Certainty(**low)


def _bare(entry: Entry) -> bool:
    """Words and nothing that tells a paper by them: no number, no name, no place in a journal."""
    paper_sign = entry.links or entry.mentions or entry.authors or (entry.venue and entry.year)
    return entry.title is not None and not paper_sign


def _titles(bare: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether lines of words alone are titles: most of the list, and written as titles are."""
    titles = [entry.title.text for entry in bare if entry.title]
    rest = [e for e in entries if e.title and not _bare(e)]
    if not titles or len(rest) > len(titles):
        return False
    return sum(not title[0].islower() for title in titles) >= _MOSTLY * len(titles)


_MOSTLY = 0.8


def _entry(path: str, text: str, lines: Sequence[Line], flat: str) -> Entry | None:
    first, last = lines[0], lines[-1]
    mark = MARK.match(first.text)
    begin = mark.end() if mark else 0
    start, end = first.start + begin, last.start + len(last.text.rstrip())
    links = tuple(link for line in lines for link in _links(line, begin if line is first else 0))
    mentions = tuple(
        mention for line in lines for mention in _said(line, begin if line is first else 0, links)
    )
    entry = Entry(
        id=f"{path}#L{first.number}", path=path, line=first.number, end_line=last.number,
        span=Span(start=start, end=end), format=NAME, certainty=_GUESSED, links=links,
        mentions=tuple(dict.fromkeys(mentions)),
    )  # fmt: skip
    if len(lines) > 1 and (fields := labelled(text, lines)):
        return _labelled(text, entry, fields)
    reference = cited(flat, start, _before_numbers(entry, end))
    if reference:
        return _referring(text, entry, reference)
    if links and not mentions and _speaks_of_others(lines, links):
        return None
    title = None if links or mentions else _title(first, begin)
    return entry.but(title=title) if links or mentions or title else None


def _speaks_of_others(lines: Sequence[Line], links: Sequence[Link]) -> bool:
    """Whether words stand around links that are no paper's: who maintains the list, and where."""
    words = sum(len(_WORD.findall(ADDRESS.sub(" ", line.text))) for line in lines)
    return words >= _SENTENCE and all(link.role == "other" for link in links)


_SENTENCE = 8
"""Words of a sentence."""


def _labelled(text: str, entry: Entry, fields: Fields) -> Entry:
    """The entry with the fields that its lines name."""
    year = fields.year
    when = _written(text, (year.start, year.end)) if year else None
    sure = Certainty() if fields.complete else Certainty(authors=0.5)
    return entry.but(
        title=_written(text, fields.title), authors=_byline(text, fields.names),
        venue=_written(text, fields.venue), certainty=sure,
        year=Year(value=year.value, written=when) if year and when else None,
    )  # fmt: skip


def _before_numbers(entry: Entry, end: int) -> int:
    """Where a reference ends: at its address or DOI."""
    return min(
        [end, *(link.span.start for link in entry.links), *(m.span.start for m in entry.mentions)]
    )


def _referring(text: str, entry: Entry, fields: CitedFields) -> Entry:
    """The entry with the fields of its reference."""
    year = _written(text, fields.year)
    venue = _written(text, fields.venue)
    return entry.but(
        title=_written(text, fields.title), venue=venue, authors=_byline(text, fields.names),
        year=Year(value=int(year.text), written=year) if year else None,
        hints=Hints(
            journal=venue.text if venue else None, volume=fields.volume or None,
            issue=fields.issue or None, page=fields.page or None,
            year=int(year.text) if year else None,
        ),
        certainty=fields.certainty,
    )  # fmt: skip


def _written(text: str, place: Range | None) -> Written | None:
    if place is None:
        return None
    raw = text[slice(*place)]
    return Written(text=one_line(raw), raw=raw, span=Span(start=place[0], end=place[1]))


def _byline(text: str, names: Names | None) -> Byline | None:
    if names is None:
        return None
    whole = _written(text, (names.start, names.end))
    people = tuple(
        Name(
            text=one_line(person.text), family=one_line(person.family) or one_line(person.text),
            given=one_line(person.given), span=Span(start=person.start, end=person.end),
            noise=person.noise,
        )
        for person in names.people
    )  # fmt: skip
    return Byline(names=people, et_al=names.et_al, written=whole) if whole else None


_GUESSED = Certainty(title=0.9, authors=0.9, venue=0.9, year=0.9)
"""Nothing in plain text but its place tells a field."""


def _links(line: Line, begin: int) -> Iterator[Link]:
    for hit in ADDRESS.finditer(line.text, begin):
        url = hit.group().rstrip(".,;)")
        address = identify(url)
        yield Link(
            url=url,
            span=Span(start=line.start + hit.start(), end=line.start + hit.start() + len(url)),
            identifiers=address.identifiers,
            derived=address.derived,
            hints=address.hints,
            role="other" if address.kind == "other" else "paper",
        )


def _said(line: Line, begin: int, links: tuple[Link, ...]) -> Iterator[Mention]:
    begins = [link.span.start - line.start for link in links]
    for number in _written_ids(line.text, begin):
        before = bisect_right(begins, number.span.start) - 1
        if before < 0 or line.start + number.span.start >= links[before].span.end:
            span = Span(start=line.start + number.span.start, end=line.start + number.span.end)
            yield Mention(identifier=number.identifier, span=span, where="written")
    for link in links:
        for named in link.identifiers:
            yield Mention(
                identifier=named, span=link.span, where="derived" if link.derived else "link"
            )


def _written_ids(text: str, begin: int) -> Iterator[Spoken]:
    body = text[begin:].strip()
    if _LONE_ARXIV.match(body):
        arxiv = next(spoken("arXiv:" + body), None)
        if arxiv:
            yield arxiv.but(span=Span(start=begin, end=begin + len(body)))
        return
    for number in spoken(text):
        if number.span.start >= begin:
            yield number


def _title(line: Line, begin: int) -> Written | None:
    """A line of three words or more is a title."""
    raw = line.text[begin:].rstrip()
    stripped = raw.strip('"“” ').rstrip(".")
    if len(_WORD.findall(stripped)) < 3 or len(stripped) > 400:
        return None
    at = line.start + begin + raw.index(stripped)
    return Written(
        text=re.sub(r"\s+", " ", stripped),
        raw=stripped,
        span=Span(start=at, end=at + len(stripped)),
    )


def _excerpt(path: str, text: str, style: str) -> tuple[Entry, ...]:
    return _told(path, text, json.loads(style).get("records", "lines") if style else "lines")


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """A title or an address in its place; a reference as its own words are set."""
    if entry.authors is not None:
        return markdown_writing.rewrite(
            partial(_excerpt, style=entry.style), text, entry, change, like
        )
    if change.field == "title" and entry.title:
        return Rewriting(
            edits=(Edit(span=entry.title.span, replacement=" ".join(change.text.split())),),
            proposed=change.text,
        )
    if change.field == "link" and change.link < len(entry.links):
        return Rewriting(
            edits=(Edit(span=entry.links[change.link].span, replacement=change.text),),
            proposed=change.text,
        )
    if change.field == "doi":
        for mention in entry.mentions:
            if mention.where == "written" and mention.identifier.scheme == "doi":
                return Rewriting(
                    edits=(Edit(span=mention.span, replacement=change.text),), proposed=change.text
                )
    return Rewriting(edits=(), proposed=change.text)
