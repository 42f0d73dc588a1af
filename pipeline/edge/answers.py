"""Answers made of what is kept: the raw records read, what they point at followed.

Pure, but for the sources' reading: the same facts give the same answers.
"""

from collections.abc import Iterable, Mapping

from pipeline.edge import raw_records
from pipeline.edge.kept_answers import Kept
from pipeline.sources.batches import carries
from pipeline.sources.dates import earliest
from pipeline.sources.protocol import Source
from pipeline.values.identifiers import Identifier
from pipeline.values.question import (
    Agency,
    Answer,
    ByCitation,
    ById,
    Found,
    NotFound,
    Question,
    Unavailable,
)
from pipeline.values.registries import HOLDERS, REGISTRY, holder
from pipeline.values.text import Value
from pipeline.values.work import Candidate, Provenance, Work

AHEAD = 2
"""Years from the day of an answer to the latest date in it."""

_ASKED_AT = {"pmid": "pubmed", "doi": "crossref", "arxiv": "arxiv"}
"""Where the identifiers are asked for that a service answers with."""


class Facts(Value):
    """What a run knows about its questions."""

    told: Mapping[Question, Kept]
    failed: Mapping[Question, str]
    """Question -> why there is no answer."""
    stale: frozenset[Question]
    """Questions whose old answer serves because the service was down."""
    lacking: frozenset[Question] = frozenset()
    """Those of ``failed`` about which only the local index was asked, which has nothing."""


def pointed_at(questions: Iterable[Question], answers: Mapping[Question, Kept]) -> list[Question]:
    """The questions that the answers so far point at, best first within each answer."""
    further: dict[Question, None] = {}
    for question in questions:
        answer = answers.get(question)
        for identifier in answer.seen if answer else ():
            further[_question(identifier)] = None
    return list(further)


def narrowed(question: Question, facts: Facts, sources: Mapping[str, Source]) -> Kept | None:
    """The answer with only those identifiers whose records say the asked one back.

    None if nothing is to be verified, or a record is still missing.
    """
    kept = facts.told.get(question)
    if kept is None or not kept.verify:
        return None
    followed = {identifier: _question(identifier) for identifier in kept.seen}
    if any(o not in facts.told or facts.told[o].absent for o in followed.values()):
        return None
    texts = [
        str(identifier)
        for identifier, other in followed.items()
        if _carries(question, other, facts, sources)
    ]
    return kept.but(see=tuple(texts), verify=False)


def _carries(
    question: Question, other: Question, facts: Facts, sources: Mapping[str, Source]
) -> bool:
    reply = answer(other, facts, sources)
    works = [candidate.work for candidate in reply.candidates] if isinstance(reply, Found) else []
    asked = question.query
    return isinstance(asked, ById) and any(carries(work, asked.identifier) for work in works)


def answer(question: Question, facts: Facts, sources: Mapping[str, Source]) -> Answer:
    """The answer to a question; total."""
    kept = facts.told.get(question)
    if kept is None:
        return Unavailable(
            reason=facts.failed.get(question, "could not be asked"),
            local=question in facts.lacking,
        )
    if kept.absent:
        return NotFound()
    if kept.seen:
        return _followed(question, kept, facts, sources)
    candidates = _candidates(question, kept, facts, sources)
    bare = _untitled(question, kept, sources)
    if not candidates and not kept.agency and not bare:
        return Unavailable(reason=f"{question.source} sent a record that cannot be read")
    return Found(candidates=candidates, agency=kept.agency, untitled=bare)


def _followed(
    question: Question, kept: Kept, facts: Facts, sources: Mapping[str, Source]
) -> Answer:
    """The works that an answer points at; the first kind of identifier that gives any.

    What an answer names is there: a record that then does not come was lost on its way.
    """
    if kept.verify:
        return Unavailable(reason="the records of the search could not be fetched")
    silent = ""
    for scheme in dict.fromkeys(identifier.scheme for identifier in kept.seen):
        same = [_question(identifier) for identifier in kept.seen if identifier.scheme == scheme]
        heard = [answer(further, facts, sources) for further in same if further.source in sources]
        if any(isinstance(reply, NotFound) for reply in heard):
            return Unavailable(reason="a record that a search named did not come")
        works = [work for reply in heard if isinstance(reply, Found) for work in reply.candidates]
        bare = [each for reply in heard if isinstance(reply, Found) for each in reply.untitled]
        if works or (bare and not isinstance(question.query, ByCitation)):
            return Found(candidates=tuple(works), untitled=tuple(bare))
        if bare:
            return Unavailable(reason="what a search by title brought has no title")
        silent = next((reply.reason for reply in heard if isinstance(reply, Unavailable)), silent)
    return Unavailable(reason=silent) if silent else NotFound()


def _candidates(
    question: Question, kept: Kept, facts: Facts, sources: Mapping[str, Source]
) -> tuple[Candidate, ...]:
    """The records that can be read, with where they can be seen."""
    source = sources.get(question.source)
    candidates = []
    for payload in kept.payloads if source is not None else ():
        work = raw_records.work(source, payload)  # type: ignore[arg-type]  # no payloads without a source
        if work is not None and work.title:
            provenance = Provenance(
                source=question.source,
                url=next(
                    (identifier.url for identifier in work.identifiers if identifier.url), work.url
                ),
                retrieved=kept.retrieved,
                stale=question in facts.stale,
            )
            candidates.append(
                Candidate(work=_until(work, kept.retrieved.year), provenance=provenance)
            )
    return tuple(candidates)


def _until(work: Work, year: int) -> Work:
    """The work without dates that are yet to come by more than the issues of journals run ahead.

    "2109" for 2019 is a slip of whoever deposited it, and corrects nobody's year.
    """
    latest = year + AHEAD
    if all(day.year <= latest for day in work.dates) and (
        work.issued is None or work.issued.year <= latest
    ):
        return work
    known = tuple(day for day in work.dates if day.year <= latest)
    issued = work.issued if work.issued and work.issued.year <= latest else earliest(known)
    return work.but(issued=issued, dates=known)


def _untitled(
    question: Question, kept: Kept, sources: Mapping[str, Source]
) -> tuple[Identifier, ...]:
    """What the records without a title are of."""
    source = sources.get(question.source)
    bare = raw_records.untitled(source, kept.payloads) if source else ()
    return tuple(i for work in bare for i in work.identifiers)


def own_question(source: Source, payload: str) -> Question | None:
    """The question about its own identifier that a record answers; None if it answers none."""
    scheme = next((text for text, name in _ASKED_AT.items() if name == source.NAME), None)
    work = raw_records.work(source, payload)
    for seen in work.identifiers if work and work.title else ():
        if seen.scheme == scheme:
            return _question(seen)
    return None


def lasting(answers: Mapping[Question, Kept]) -> dict[Question, Kept]:
    """The absences that may serve later runs: not a word of a service that denied what exists.

    Nor is it one about an identifier that should be held there, unless its registry disowns it.
    """
    liars = {question.source for question in answers if _exists_there(question, answers)}
    return {
        question: answer for question, answer in answers.items()
        if answer.absent and question.source not in liars and _disowned(question, answers)
    }  # fmt: skip


def _registered(identifier: Identifier, answers: Mapping[Question, Kept]) -> Kept | None:
    registry = REGISTRY.get(identifier.scheme, "")
    return answers.get(Question(source=registry, query=Agency(identifier=identifier)))


def _exists_there(question: Question, answers: Mapping[Question, Kept]) -> bool:
    """Whether a service had nothing under an identifier that it holds by its registry's word."""
    if not isinstance(question.query, ById) or not answers[question].absent:
        return False
    word = _registered(question.query.identifier, answers)
    return word is not None and holder(question.query.identifier, word.agency) == question.source


def _disowned(question: Question, answers: Mapping[Question, Kept]) -> bool:
    """Whether nobody says that the service should hold what was asked for."""
    query = question.query
    if not isinstance(query, ById):
        return True
    if question.source not in HOLDERS.get(query.identifier.scheme, ()):
        return True
    return _registered(query.identifier, answers) is not None


def _question(seen: Identifier) -> Question:
    return Question(source=_ASKED_AT.get(seen.scheme, "crossref"), query=ById(identifier=seen))
