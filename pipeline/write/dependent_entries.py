"""Whether entries lean on the entry above: by a sign, an empty cell or a cell over several rows."""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from pipeline.markup.bars import between_bars
from pipeline.markup.csv_scan import delimiter_of
from pipeline.markup.csv_scan import rows as csv_rows
from pipeline.values.entry import Reading
from pipeline.values.text import Span

_DITTO = re.compile(
    r"[\"'^~〃″”“]+|[—–―_\-]{3,}\.?|[—―]{2,}\.?|ditto|idem|ibid(?:em)?\.?"
    r"|same|(?:as|see) above|同上",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"[\s>*+•\-]*(?:\d{1,5}[.)]\s+)?(?:(?:〃|″|[—―]{2,}|_{3,}|-{3,})(?=[\s.,:;])|(?:ibid|idem|ditto)\b)",
    re.IGNORECASE,
)
"""An item that begins with a sign for the authors above: "———. *Tides*, 2004."."""
_CELL = re.compile(r"<t[dh]\b[^>]*>", re.IGNORECASE)
_CLOSED = re.compile(r"</t[dhr]>.*", re.IGNORECASE | re.DOTALL)


def lean(reading: Reading, lines: Sequence[Span], *, rows: bool) -> bool:
    """Whether one of these entries, each given by its lines, may lean on the one above it."""
    texts = [line.cut(reading.text) for line in lines]
    if any(_LEANS.match(text) for text in texts) or _in_spanned_table(reading.text, lines):
        return True
    cells = [_bar_cells(text) if rows else _cells(reading, text) for text in texts]
    return any(_leans(column) for column in zip_longest(*cells, fillvalue=""))


def _in_spanned_table(text: str, lines: Sequence[Span]) -> bool:
    """Whether they stand in a table of tags in which a cell reaches over rows."""
    at = text.rfind("<table", 0, lines[0].start)
    if at < 0 or text.find("</table", at, lines[0].start) >= 0:
        return False
    return "rowspan" in text[at : lines[-1].end].casefold()


def _bar_cells(text: str) -> list[str]:
    """The cells of a row between bars."""
    row = text.strip().removeprefix("|").removesuffix("|")
    return [row[a:b].strip() for a, b in between_bars(row)]


def _cells(reading: Reading, text: str) -> list[str]:
    """The cells of a row in commas or in tags; none of what is no row."""
    if reading.format == "csv":
        row = next(csv_rows(text, delimiter_of(reading.text)), None)
        return [cell.text.strip() for cell in row.cells] if row else []
    return [_CLOSED.sub("", cell).strip() for cell in _CELL.split(text)[1:]]


def _leans(column: Sequence[str]) -> bool:
    """Whether a column has a sign for the cell above, or an empty cell that may stand for it.

    An empty cell stands for none if the column says the same again elsewhere.
    """
    if any(_DITTO.fullmatch(cell) for cell in column):
        return True
    filled = [cell for cell in column if cell]
    again = any(text == two for text, two in pairwise(column) if text)
    return 0 < len(filled) < len(column) and not again
