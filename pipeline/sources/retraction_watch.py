"""A row of Retraction Watch's table as a notice in Crossref's words.

Format: https://gitlab.com/crossref/retraction-watch-data, a CSV with a header; days as
"11/20/2026 0:00".
"""

import re
from collections.abc import Mapping

from pipeline.sources import notices
from pipeline.sources.bodies import Json
from pipeline.sources.dates import date
from pipeline.sources.protocol import SourceFormatError
from pipeline.values.identifiers import Identifier, identifier

COLUMNS = ("OriginalPaperDOI", "RetractionDOI", "RetractionDate", "RetractionNature")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_KINDS = {
    "retraction": "retraction", "expression of concern": "expression_of_concern",
    "correction": "correction", "reinstatement": "reinstatement",
}  # fmt: skip


def row(columns: Mapping[str, str | None]) -> tuple[Identifier, dict[str, Json]] | None:
    """The DOI of a work and the notice on it, as ``updated-by`` has it; None without a DOI.

    Raises:
        SourceFormatError: it is of no known nature, or the columns are others.

    """
    if any(columns.get(name) is None for name in COLUMNS):
        raise SourceFormatError("retraction watch: other columns than are documented")
    kind = _KINDS.get(str(columns["RetractionNature"]).strip().casefold())
    if kind is None or notices.notice_of(kind) is None:
        raise SourceFormatError(f"retraction watch: {columns['RetractionNature']!r} is no nature")
    about = identifier("doi", str(columns["OriginalPaperDOI"]))
    if about is None or about.scheme != "doi":
        return None
    by = identifier("doi", str(columns["RetractionDOI"]))
    update: dict[str, Json] = {"type": kind, "source": "retraction-watch"}
    if by is not None and by != about:
        update["DOI"] = by.value
    day = _DAY.match(str(columns["RetractionDate"]).strip())
    if day and (parts := _parts(*map(int, day.group(3, 1, 2)))):
        update["updated"] = {"date-parts": [parts]}
    return about, update


def _parts(year: int, month: int, day: int) -> list[Json]:
    """The date as far as it can be: of 13/45/2020 the year alone is left."""
    known = date(year, month, day)
    parts = (known.year, known.month, known.day) if known else ()
    return [part for part in parts if part]
