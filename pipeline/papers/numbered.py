"""The numbers that services have for works of the records, besides what their own voices told.

A record has all identifiers of its work. Who judges an entry needs no PMID of a work that Crossref
tells; whoever keeps records does, so it is asked for all of them together when they are written.
What the answer says besides is heard at once: an entry with a fault is looked for there, and its
record was another than that of the same entry without one.
"""

from collections.abc import Mapping

from pipeline.compare.titles import key
from pipeline.papers.assign import kept
from pipeline.papers.library import Library
from pipeline.papers.reconcile import in_order, reconcile
from pipeline.values.identifiers import Identifier
from pipeline.values.question import Answer, ById, Found, Question
from pipeline.values.record import Paper
from pipeline.values.work import Candidate, Stage, Work

SCHEMES = ("pmid", "pmcid")
"""What PubMed has of a work that a DOI names."""

JOURNAL = "article-journal"
"""The kind of work of which PubMed holds most; of others hardly any, and each question costs."""


def lacking(library: Library) -> frozenset[Question]:
    """The questions that would tell the PMIDs of records that have none."""
    works = (paper.work for paper in library.papers if "identifiers" not in paper.pinned)
    return frozenset(question for work in works if (question := _question(work)))


def numbered(library: Library, answers: Mapping[Question, Answer]) -> Library:
    """The records with what these answers tell of their numbers; without an answer as they are."""
    return Library(papers=tuple(_numbered(paper, answers) for paper in library.papers))


def _question(work: Work) -> Question | None:
    doi = _doi(work)
    known = any(i.scheme == "pmid" for i in work.identifiers)
    if doi is None or known or work.stage is not Stage.RECORD or work.type != JOURNAL:
        return None
    return Question(source="pubmed", query=ById(identifier=doi))


def _doi(work: Work) -> Identifier | None:
    return next((i for i in work.identifiers if i.scheme == "doi"), None)


def _numbered(paper: Paper, answers: Mapping[Question, Answer]) -> Paper:
    question, doi = _question(paper.work), _doi(paper.work)
    answer = answers.get(question) if question and "identifiers" not in paper.pinned else None
    if doi is None or not isinstance(answer, Found):
        return paper
    voices = [c for c in answer.candidates if doi in c.work.identifiers]
    identifiers = {i for c in voices for i in c.work.identifiers if i.scheme in SCHEMES}
    if len({i for i in identifiers if i.scheme == "pmid"}) != 1:
        return paper
    same = [c for c in voices if _is_of(paper.work, c.work)]
    return (
        _heard(_named(paper, doi, identifiers), same) if same else _named(paper, doi, identifiers)
    )


def _is_of(work: Work, other: Work) -> bool:
    """Whether another record of the DOI is of the same version, under the same title."""
    titles = {key(title) for title in (work.title, *work.other_titles)}
    return other.stage is work.stage and key(other.title) in titles


def _heard(paper: Paper, voices: list[Candidate]) -> Paper:
    """The record after these voices, as if they had been heard with those that it is of."""
    before = next((p for p in paper.provenance.values() if p.source == "crossref"), None)
    if before is None:
        return paper
    own = Candidate(work=paper.work, provenance=before)
    work, provenance, versions = reconcile((own, *voices), paper.work.stage)
    return kept(paper, paper.but(work=work, provenance=provenance, versions=versions))


def _named(paper: Paper, doi: Identifier, identifiers: set[Identifier]) -> Paper:
    return paper.but(
        work=paper.work.but(identifiers=_with(paper.work.identifiers, identifiers)),
        versions=tuple(
            v.but(identifiers=_with(v.identifiers, identifiers)) if doi in v.identifiers else v
            for v in paper.versions
        ),
    )


def _with(known: tuple[Identifier, ...], identifiers: set[Identifier]) -> tuple[Identifier, ...]:
    more = sorted(identifiers - set(known), key=str)
    return in_order((*known, *more))
