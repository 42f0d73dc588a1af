"""The records as the ``references`` of a CITATION.cff, to be pasted into it.

Source: Citation File Format 1.2.0, "Schema guide", definitions.reference.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.exports.facts import address, line, number, pages, people, preprint
from pipeline.exports.yaml_lines import quoted
from pipeline.values.record import Paper
from pipeline.values.work import Person

NAME = "cff"
TYPES = {
    "article-journal": "article", "article-magazine": "magazine-article",
    "article-newspaper": "newspaper-article", "paper-conference": "conference-paper",
    "book": "book", "thesis": "thesis", "report": "report", "dataset": "data",
    "software": "software", "webpage": "website",
}  # fmt: skip

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
_PMCID = re.compile(r"PMC\d{7}")
"""What the schema takes for one; others are told by their address alone."""


def render(papers: Sequence[Paper]) -> str:
    """The key ``references`` with an item for each record; without any, an empty list."""
    if not papers:
        return "references: []\n"
    return "".join(["references:\n", *(f"{text}\n" for paper in papers for text in _lines(paper))])


def _lines(paper: Paper) -> Iterator[str]:
    work = paper.work
    yield f"  - type: {'article' if preprint(paper) else TYPES.get(work.type, 'generic')}"
    yield f"    title: {quoted(work.title)}"
    yield "    authors:"
    yield from (text for person in people(paper) for text in _person(person))
    if not work.authors:
        yield "      - name: anonymous"
    yield from (f"    {name}: {text}" for name, text in _told(paper) if text)


def _told(paper: Paper) -> Iterator[tuple[str, str]]:
    """The other fields, in the order of the guide's examples."""
    work = paper.work
    first, last = pages(paper)
    container = "collection-title" if work.type in ("chapter", "paper-conference") else "journal"
    yield container, _said(work.container_title)
    yield "year", str(work.issued.year) if work.issued else ""
    yield "month", str(work.issued.month or "") if work.issued else ""
    yield "volume", _said(work.volume)
    yield "issue", _said(work.issue)
    yield "start", _said(first)
    yield "end", _said(last)
    yield "publisher", f"{{ name: {quoted(work.publisher)} }}" if line(work.publisher) else ""
    yield "issn", _said(next(iter(work.issn), ""))
    doi = number(paper, "doi")
    yield "doi", quoted(doi) if _DOI.fullmatch(doi) else ""
    pmcid = number(paper, "pmcid")
    yield "pmcid", quoted(pmcid) if _PMCID.fullmatch(pmcid) else ""
    yield "url", _said(address(paper))


def _said(text: str) -> str:
    return quoted(text) if line(text) else ""


def _person(person: Person) -> Iterator[str]:
    if not person.family:
        yield f"      - name: {quoted(person.literal)}"
        return
    yield f"      - family-names: {quoted(person.family)}"
    if person.given:
        yield f"        given-names: {quoted(person.given)}"
    if person.suffix:
        yield f"        name-suffix: {quoted(person.suffix)}"
