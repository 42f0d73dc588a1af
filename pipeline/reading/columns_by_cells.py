"""Which column of a table holds what, by its cells: whatever its head says, most read as one thing.

A head called "Info" over "TOG 2015", "CGF 2020" is one of venues.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.markup.blocks import Block
from pipeline.reading.byline_places import person_like
from pipeline.reading.bylines import all_names, read_names
from pipeline.reading.venues import looks_like_venue, venue_span, year_in
from pipeline.reading.words import known_venue, label_kind

_MOST = 40
"""Rows of a table that are looked at."""
_FEWEST, _MOSTLY = 4, 0.6
"""Cells of one kind that make a column one of it, and their share at least."""
_LONGEST = 300
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^)\n]*\)|<[^<>\n]{1,400}>|[*_`]+")
_YEAR = re.compile(r"\W*(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}\W*")


def columns_by_cells(text: str, rows: Sequence[Block], known: Mapping[str, int]) -> dict[str, int]:
    """The columns that no head tells: by-lines, venues and years."""
    columns: dict[str, int] = {}
    width = max((len(row.slices) for row in rows), default=0)
    for column in range(width):
        if column in known.values():
            continue
        kind = _kind_of([_said(text, row, column) for row in rows[:_MOST]])
        if kind and kind not in known:
            columns.setdefault(kind, column)
    return columns


def _said(text: str, row: Block, column: int) -> str:
    if column >= len(row.slices):
        return ""
    start, end = row.slices[column]
    return _LINK.sub(r"\1", text[start : min(end, start + _LONGEST)]).strip()


def _kind_of(cells: Sequence[str]) -> str:
    """What most of the cells are that are not empty; "" if they are of several kinds."""
    texts = [cell for cell in cells if any(map(str.isalnum, cell))]
    kinds = [_kind(cell) for cell in texts]
    for kind in ("authors", "venue", "year"):
        if kinds.count(kind) >= max(_FEWEST, _MOSTLY * len(texts)):
            return kind
    return ""


def _kind(cell: str) -> str:
    """What a cell is by itself; "" if it is none of these."""
    if _YEAR.fullmatch(cell):
        return "year"
    if all_names(cell) or _somebody(cell):
        return "authors"
    return "venue" if _venue(cell) else ""


def _somebody(cell: str) -> bool:
    names = read_names(cell)
    if names is None or cell[names.end :].strip(" .*") or known_venue(cell):
        return False
    return names.et_al or (bool(names.people[0].given) and person_like(cell))


def _venue(cell: str) -> bool:
    span = venue_span(cell, 0, len(cell))
    text = cell[slice(*span)] if span else ""
    if not text or label_kind(text) or _letters(text) < _MOSTLY * _letters(cell):
        return False
    dated = year_in(cell, 0, len(cell), short=True) is not None
    return known_venue(text) or (dated and looks_like_venue(text, marked=True))


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
