"""The records as BibLaTeX. Source: the biblatex manual, sections 2.1 and 2.2."""

from collections.abc import Sequence

from pipeline.exports import bibtex, latex
from pipeline.exports.facts import number
from pipeline.values.record import Paper
from pipeline.values.work import PartialDate

NAME = "biblatex"
_KINDS = {"phdthesis": "thesis", "techreport": "report", "misc": "misc"}
_FIELDS = {"journal": "journaltitle", "school": "institution", "archiveprefix": "eprinttype"}


def render(papers: Sequence[Paper]) -> str:
    """The entries, a blank line between them."""
    return "\n".join(bibtex.spelt(kind(paper), paper.id, fields(paper)) for paper in papers)


def kind(paper: Paper) -> str:
    """The type of the entry: what has no place in print is ``online``."""
    called = bibtex.kind(paper)
    if called == "misc":
        called = {"dataset": "dataset", "software": "software"}.get(paper.work.type, "online")
    return _KINDS.get(called, called)


def fields(paper: Paper, url: str = "") -> dict[str, str]:
    """BibTeX's fields under their newer names; the date as one, every number as an eprint."""
    values = {
        _FIELDS.get(field, field): value for field, value in bibtex.fields(paper, url).items()
    }
    if paper.work.type == "thesis" and "institution" in values:
        values["type"] = "phdthesis"
    date = _date(paper.work.issued)
    dated = {"date": date} if date else {}
    pmid = number(paper, "pmid")
    eprint = {"eprint": pmid, "eprinttype": "pubmed"} if pmid and "eprint" not in values else {}
    rest = {field: value for field, value in values.items() if field not in ("year", "month")}
    if eprint.get("eprinttype") is None and "eprinttype" in rest:
        rest["eprinttype"] = latex.text(rest["eprinttype"]).lower()
    return {**rest, **dated, **eprint}


def _date(date: PartialDate | None) -> str:
    """ISO 8601, as precise as it is known."""
    if date is None:
        return ""
    return "-".join(f"{part:02}" for part in (date.year, date.month, date.day) if part)
