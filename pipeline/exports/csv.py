"""The records as a table, one a row, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Sequence

from pipeline.exports.facts import address, number, people
from pipeline.reports.csv import cell
from pipeline.values.record import Paper

NAME = "csv"
COLUMNS = (
    "id", "type", "title", "authors", "venue", "year", "volume", "issue", "page", "doi", "arxiv",
    "pmid", "pmcid", "url", "lists",
)  # fmt: skip


def render(papers: Sequence[Paper]) -> str:
    """The table with a header row; every cell is quoted, every line ends in CR LF."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows([cell(text) for text in _row(paper)] for paper in papers)
    return table.getvalue()


def _row(paper: Paper) -> tuple[str, ...]:
    work = paper.work
    names = (f"{p.family}, {p.given}".strip(", ") or p.literal for p in people(paper))
    return (
        paper.id, work.type, work.title, "; ".join(names), work.container_title,
        str(work.issued.year) if work.issued else "", work.volume, work.issue, work.page,
        *(number(paper, scheme) for scheme in ("doi", "arxiv", "pmid", "pmcid")),
        address(paper), " ".join(dict.fromkeys(place.list for place in paper.appears)),
    )  # fmt: skip
