"""The records as RIS, for EndNote, Zotero, Mendeley.

Source: Research Information Systems, "RIS Format Specifications": two letters, two blanks, a
hyphen, a blank; a record from TY to ER.
"""

from collections.abc import Iterator, Sequence

from pipeline.exports.facts import address, line, number, pages, people, preprint
from pipeline.values.record import Paper
from pipeline.values.work import PartialDate

NAME = "ris"
TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "paper-conference": "CPAPER", "chapter": "CHAP", "book": "BOOK", "thesis": "THES",
    "report": "RPRT", "dataset": "DATA", "software": "COMP", "webpage": "ELEC",
}  # fmt: skip


def render(papers: Sequence[Paper]) -> str:
    """One record after the other, each ending in ``ER``; lines end in CR LF."""
    return "".join(f"{tag}  - {text}\r\n" for paper in papers for tag, text in _tags(paper))


def _tags(paper: Paper) -> Iterator[tuple[str, str]]:
    work = paper.work
    first, last = pages(paper)
    tags = [
        ("TY", "UNPB" if preprint(paper) else TYPES.get(work.type, "GEN")),
        ("ID", paper.id),
        ("TI", line(work.title)),
        *(("AU", _name(person)) for person in people(paper)),
        ("T2", line(work.container_title)),
        ("PY", str(work.issued.year) if work.issued else ""),
        ("DA", _date(work.issued)),
        ("VL", line(work.volume)), ("IS", line(work.issue)), ("SP", first), ("EP", last),
        ("PB", line(work.publisher)),
        *(("SN", issn) for issn in work.issn),
        ("DO", number(paper, "doi")),
        ("AN", number(paper, "pmid") or _arxiv(paper)),
        ("UR", line(address(paper))),
    ]  # fmt: skip
    yield from ((tag, text) for tag, text in tags if text)
    yield "ER", ""


def _arxiv(paper: Paper) -> str:
    text = number(paper, "arxiv")
    return f"arXiv:{text}" if text else ""


def _name(person) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    return ", ".join(filter(None, (person.family, person.given, person.suffix))) or person.literal


def _date(date: PartialDate | None) -> str:
    """``2022/11/09/``: year, month, day, and a slash before the season that nobody gives."""
    if date is None:
        return ""
    parts = [f"{part:02}" if part else "" for part in (date.month, date.day)]
    return "/".join([str(date.year), *parts, ""])
