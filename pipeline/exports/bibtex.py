"""The records as BibTeX; the key of an entry is the id of its record."""

from collections.abc import Sequence

from pipeline.exports import latex
from pipeline.exports.facts import address, line, number, pages, people, preprint
from pipeline.values import months
from pipeline.values.record import Paper

NAME = "bibtex"
KINDS = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "paper-conference": "inproceedings", "chapter": "incollection", "book": "book",
    "thesis": "phdthesis", "report": "techreport",
}  # fmt: skip
_WHERE = {
    "article": "journal", "inproceedings": "booktitle", "incollection": "booktitle",
    "phdthesis": "school", "techreport": "institution",
}  # fmt: skip
"""The field in which each kind of entry says where the work was published."""


def render(papers: Sequence[Paper]) -> str:
    """The entries, a blank line between them."""
    return "\n".join(spelt(kind(paper), paper.id, fields(paper)) for paper in papers)


def kind(paper: Paper) -> str:
    """The type of the entry: a preprint is ``misc``."""
    return "misc" if preprint(paper) else KINDS.get(paper.work.type, "misc")


def spelt(kind: str, key: str, values: dict[str, str]) -> str:
    """An entry with one field a line, the signs of equality under one another."""
    width = max(map(len, values), default=0)
    lines = [f"  {field:{width}} = {_braced(field, value)}" for field, value in values.items()]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _braced(field: str, value: str) -> str:
    return value if field == "month" else "{" + value + "}"


def fields(paper: Paper, url: str = "") -> dict[str, str]:
    """Field -> value as LaTeX, in their usual order, empty ones left out."""
    work = paper.work
    called = kind(paper)
    first, last = pages(paper)
    issued = work.issued
    values = {
        "author": latex.names(people(paper), complete=work.authors_complete),
        "title": latex.title(work.title),
        _WHERE.get(called, "howpublished"): latex.text(work.container_title),
        "year": str(issued.year) if issued else "",
        "month": months.SHORT[issued.month - 1] if issued and issued.month else "",
        "volume": latex.text(work.volume),
        "number": latex.text(work.issue),
        "pages": latex.text(f"{first}--{last}" if last else first),
        "publisher": latex.text(work.publisher),
        "issn": line(", ".join(work.issn)),
        **_numbers(paper),
        "url": latex.verbatim(url or address(paper)),
    }
    return {field: value for field, value in values.items() if value}


def _numbers(paper: Paper) -> dict[str, str]:
    """The DOI; the arXiv id as an eprint, if the record is that of the preprint."""
    numbers = {"doi": latex.verbatim(number(paper, "doi"))}
    arxiv = number(paper, "arxiv") if preprint(paper) else ""
    if arxiv:
        numbers |= {"eprint": arxiv, "archiveprefix": "arXiv"}
    return numbers
