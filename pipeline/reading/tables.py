"""Rows of tables: each cell by what its column holds, else by look."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.markup.blocks import Block
from pipeline.markup.flow import Flow
from pipeline.markup.inline import flow_of
from pipeline.reading.bylines import Names, read_names
from pipeline.reading.fields import understand
from pipeline.reading.scene import DARK, Fields, Scene, scene_of, symbol
from pipeline.reading.stated_names import stated_names
from pipeline.reading.venues import looks_like_venue, venue_span, year_in
from pipeline.values.entry import Mention
from pipeline.values.identifiers import identifier
from pipeline.values.text import Span

_NUMBER = re.compile(r"\d{1,5}[.)]\s+(?=\S)")
_BEHIND = re.compile(r"\n|\s+[-–—]\s+(?=[a-z])|\s{2,}(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_][\w\-'’]*")


def cells_of(
    text: str, block: Block, references: dict[str, str]
) -> tuple[Flow, list[tuple[int, int]]]:
    """The flow of a row, and the visible range of each cell."""
    flow = flow_of(text, block.slices, references)
    return flow, _ranges(flow, block.slices)


def _ranges(flow: Flow, slices: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Visible ranges of the slices."""
    starts: list[int] = []
    offset, bounds = 0, []
    for start, end in slices:
        bounds.append((offset, offset + end - start))
        offset += end - start + 1
    begins = [run.source for run in flow.runs]
    ends = [run.source + run.length for run in flow.runs]
    spans = []
    for low, high in bounds:
        inside = flow.runs[bisect_right(ends, low) : bisect_left(begins, high)]
        if not inside:
            spans.append((starts[-1] if starts else 0, starts[-1] if starts else 0))
            continue
        first, last = inside[0], inside[-1]
        a = first.start + (max(0, low - first.source) if first.exact else 0)
        b = last.start + (min(len(last.text), high - last.source) if last.exact else len(last.text))
        spans.append((a, b))
        starts.append(b)
    return spans


_NUMBERED = re.compile(
    r"(?:(?P<arxiv>arxiv)|(?P<doi>doi)|(?P<pmid>pmid|pubmed(?=\s*\w)))(?:\s*(?:id|no\.?|number))?",
    re.IGNORECASE,
)
"""A column that says no more than "PubMed" may count papers: "| BRCA1 | 15234 |"."""


def numbers_of(
    text: str, block: Block, flow: Flow, ranges: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    """The identifiers that stand bare in a column that is called after them: ``| ArXiv ID |``."""
    for (a, b), (start, end) in zip(block.header, ranges, strict=False):
        head = _NUMBERED.fullmatch(re.sub(r"[*_`\[\]()]", "", text[a:b]).strip())
        cell = flow.text[start:end].strip()
        if head is None or flow.link_at(start) >= 0 or not cell:
            continue
        number = identifier(head.lastgroup or "", cell)
        if number:
            at = flow.text.index(cell, start, end)
            first, behind = flow.places(at, at + len(cell))
            place = Span(start=first, end=behind)
            yield Mention(identifier=number, span=place, where="written")


def row_fields(
    scene: Scene,
    ranges: list[tuple[int, int]],
    kinds: dict[str, int],
    known_title: tuple[int, tuple[int, int]] | None = None,
    names: Names | None = None,
) -> Fields:
    """The fields of a row; ``known_title``: the cell of the title and its place in it, if known."""
    fields = Fields(how="table", names=names, headed={"title", "authors"} <= kinds.keys())
    title = known_title or _title(scene, ranges, kinds)
    if title is None:
        return fields
    fields.title = title[1]
    for index, (start, end) in enumerate(ranges):
        kind = next((k for k, column in kinds.items() if column == index), "")
        if index != title[0]:
            _cell(scene, fields, kind, start, end)
    cell = ranges[title[0]]
    if fields.names is None and "authors" not in kinds:
        _cell(scene, fields, "", _behind(scene, title[1][1]), cell[1])
    if not {"venue", "year"} & kinds.keys():
        _cited(scene, fields, cell, title[1])
    return fields


def _cited(scene: Scene, fields: Fields, cell: tuple[int, int], title: tuple[int, int]) -> None:
    """Venue and year of a citation in the title's own cell: ``Kohn (1987). [Title](u). Journal.``.

    Of a table with no column of them.
    """
    before = year_in(scene.text, cell[0], title[0])
    behind = _behind(scene, title[1])
    span = venue_span(scene.text, behind, cell[1]) if behind < cell[1] else None
    year = year_in(scene.text, behind, cell[1]) or before
    text = scene.text[slice(*span)] if span else ""
    if fields.venue is None and span and looks_like_venue(text, marked=year is not None):
        fields.venue = span
    fields.year = fields.year or year


def _behind(scene: Scene, at: int) -> int:
    """The next word in the title's own cell: ``[Title](url)<br>A Bee, B Cee``."""
    while scene.text[at : at + 1] and scene.text[at] in ' \n.,;:|*_-–—"”':
        at += 1
    return at


def _title(
    scene: Scene, ranges: list[tuple[int, int]], kinds: dict[str, int]
) -> tuple[int, tuple[int, int]] | None:
    index = kinds.get("title")
    if index is not None and index < len(ranges):
        span = _marked(scene, *ranges[index]) or _strip(scene, *ranges[index])
        words = len(_WORD.findall(scene.text[slice(*span)])) if span else 0
        better = _longest(scene, ranges, kinds)
        if span and (words >= 3 or better is None or (words >= 2 and better[0] == index)):
            return index, span
        return better or ((index, span) if span else None)
    return _longest(scene, ranges, kinds)


def _marked(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The title that bold type, a link or quotation marks tell within a cell."""
    part = scene_of(scene.flow, start, end, scene.addresses)
    if not any(piece.style or piece.link >= 0 for piece in part.pieces):
        return None
    fields = understand(part)
    is_marked = fields.how in ("bold", "link", "quoted", "nick")
    return fields.title if is_marked else None


def _longest(
    scene: Scene, ranges: list[tuple[int, int]], kinds: dict[str, int]
) -> tuple[int, tuple[int, int]] | None:
    """The first cell of a linked title, or of four words that are no names."""
    known = {column for kind, column in kinds.items() if kind in ("authors", "venue", "year")}
    for index, (start, end) in enumerate(ranges):
        span = _strip(scene, start, end)
        if index in known or span is None:
            continue
        text = scene.text[slice(*span)]
        names = read_names(text)
        linked = scene.flow.link_at(span[0]) >= 0
        if len(_WORD.findall(text)) >= (3 if linked else 5) and not (
            names and len(names.people) > 1
        ):
            return index, span
    return None


def _strip(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    text = scene.text
    dark = re.search(rf"\s*[\[(]*{DARK}", text[start:end])
    if dark and dark.start() > 0:
        end = start + dark.start()
    while start < end and _around(text[start]):
        start += 1
    while end > start and _around(text[end - 1]):
        end -= 1
    number = _NUMBER.match(text, start, end)
    start = number.end() if number else start
    # "**Title**<br>A, B" and "Title - what it does": the title is what stands first
    behind = _BEHIND.search(text, start + 1, end)
    end = behind.start() if behind else end
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _around(char: str) -> bool:
    """Whether a sign stands around a title and is none of its own."""
    return char.isspace() or char in DARK + '*_"“”.:;,' or symbol(char)


def _cell(scene: Scene, fields: Fields, kind: str, start: int, end: int) -> None:
    text = scene.text
    if kind == "authors":
        fields.names = _signed(fields.names or read_names(text, start, end), text, start, end)
    elif kind == "year":
        fields.year = year_in(text, start, end) or fields.year
    elif kind == "venue":
        _venue(scene, fields, start, end)
    elif kind == "" and fields.names is None:
        names = read_names(text, start, end)
        if (
            names
            and (len(names.people) > 1 or names.et_al)
            and all(p.given for p in names.people)
            and not text[names.end : end].strip(" .")
        ):
            fields.names = names


def _signed(known: Names | None, text: str, start: int, end: int) -> Names | None:
    """The people of a column that is called so: all of them, where they can be told to its end."""
    if known and not any(map(str.isalnum, text[known.end : end])):
        return known
    whole = stated_names(text, start, end)
    return whole if whole and (known is None or len(whole.people) > len(known.people)) else known


def _venue(scene: Scene, fields: Fields, start: int, end: int) -> None:
    span = venue_span(scene.text, start, end)
    year = year_in(scene.text, start, end, short=True)
    if span and looks_like_venue(scene.text[slice(*span)], marked=True, placed=True):
        fields.venue = span
    if fields.year is None:
        fields.year = year
