"""Answers that say the same of everything, and so tell nothing of anything.

A search that brings one list whatever is sought, one identifier for works of different people, one
title for many works that are called otherwise: whoever answers so has not looked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.compare import titles
from pipeline.compare.lexicon import STOP
from pipeline.match.entry_against_work import PLAINLY_ANOTHER
from pipeline.values.identifiers import Identifier
from pipeline.values.question import Answer, ByCitation, Found, Inquiry, Question
from pipeline.values.registries import HOLDERS
from pipeline.values.work import Work

MANY = 3
"""Works of which one title is told though other words were sought, to be no title of theirs."""

SHARE = 0.05
"""Least share of such works among those told without the words that were sought. Searches bring an
"Editorial" now and then."""

LITTLE = 3
"""Letters of a word that may stand in any title."""


class AnsweredQuestion(NamedTuple):
    """What a service answered."""

    question: Question
    sought: str
    """The title that the work should have; empty if none is known."""
    works: tuple[Work, ...]

    @property
    def unrelated(self) -> bool:
        """Nothing of what is told has a word of what was sought."""
        return all(_unrelated(self, work) for work in self.works)

    @property
    def borne_out(self) -> bool:
        """A work of the title that was sought is told."""
        sought = [work for work in self.works if not _unrelated(self, work)]
        return any(titles.compare(self.sought, work.title).kind != "differs" for work in sought)


def answered_question(
    question: Question, answer: Answer, sought: str = ""
) -> AnsweredQuestion | None:
    """What was answered, for `hollow`; None where no work was, or one answer to several questions.

    ``sought`` is the title of the entry that is asked about by an identifier.
    """
    query = question.query
    together = isinstance(query, ByCitation) and query.printed
    if together or not isinstance(answer, Found) or not answer.candidates:
        return None
    title = query.title if isinstance(query, ByCitation) else sought
    return AnsweredQuestion(
        question, title, tuple(candidate.work for candidate in answer.candidates)
    )


def heard(inquiries: Iterable[Inquiry]) -> Iterator[AnsweredQuestion]:
    """All that was answered about all entries."""
    for inquiry in inquiries:
        title = inquiry.entry.title.text if inquiry.entry.title else ""
        for reply in inquiry.replies:
            if answered := answered_question(reply.question, reply.answer, title):
                yield answered


def hollow(everything: Iterable[AnsweredQuestion], *, touched: bool = False) -> frozenset[Question]:
    """The questions whose answers tell nothing, for they are those to quite other questions.

    Each service is held against itself alone. ``touched``: also those of whose answers a part is
    so, though what was sought is among the rest.
    """
    by_source: dict[str, list[AnsweredQuestion]] = defaultdict(list)
    for answered in everything:
        by_source[answered.question.source].append(answered)
    return frozenset(
        answered.question
        for source, answers in by_source.items()
        for rule in (_one_identifier, _one_title, _one_list)
        for answered in rule(source, answers)
        if touched or not answered.borne_out or rule is _one_identifier
    )


def _one_identifier(source: str, answers: Sequence[AnsweredQuestion]) -> Iterator[AnsweredQuestion]:
    """Answers that name by one identifier of the service what is plainly several works."""
    works: dict[Identifier, dict[str, tuple[Question, Work]]] = defaultdict(dict)
    for answered in answers:
        for work in answered.works:
            if own := _own(source, work):
                works[own].setdefault(work.title, (answered.question, work))
    twofold = {own for own, known in works.items() if _several(list(known.values()))}
    for answered in answers if twofold else ():
        if any(_own(source, work) in twofold for work in answered.works):
            yield answered


def _several(works: Sequence[tuple[Question, Work]]) -> bool:
    """Whether other works were told to other questions; two in one answer may both be meant."""
    asked, first = works[0]
    return any(question != asked and _others(first, work) for question, work in works[1:])


def _others(work: Work, other: Work) -> bool:
    """Two works: neither title nor anybody of theirs is the same."""
    if titles.compare(work.title, other.title).score >= PLAINLY_ANOTHER:
        return False
    return not (_families(work) & _families(other))


def _families(work: Work) -> set[str]:
    return {(who.family or who.literal).casefold() for who in work.authors}


def _own(source: str, work: Work) -> Identifier | None:
    """The identifier under which the service itself keeps a work."""
    own = next(iter(work.identifiers), None)
    return own if own and source in HOLDERS.get(own.scheme, ()) else None


def _one_title(_source: str, answers: Sequence[AnsweredQuestion]) -> Iterator[AnsweredQuestion]:
    """Answers without what was sought, in which a work has the title that too many have."""
    bearers: dict[str, set[Identifier]] = defaultdict(set)
    for answered in answers:
        for work in answered.works:
            if work.identifiers and _unrelated(answered, work):
                bearers[work.title].add(work.identifiers[0])
    most = max(MANY, SHARE * len({own for bearing in bearers.values() for own in bearing}))
    refrains = {title for title, bearing in bearers.items() if len(bearing) >= most}
    for answered in answers if refrains else ():
        if any(work.title in refrains and _unrelated(answered, work) for work in answered.works):
            yield answered


def _one_list(_source: str, answers: Sequence[AnsweredQuestion]) -> Iterator[AnsweredQuestion]:
    """Searches that brought what they brought for quite another title as well."""
    lists: dict[tuple[Identifier | None, ...], list[AnsweredQuestion]] = defaultdict(list)
    for answered in answers:
        if isinstance(answered.question.query, ByCitation):
            lists[tuple(next(iter(work.identifiers), None) for work in answered.works)].append(
                answered
            )
    for same in lists.values():
        if len({titles.words(answered.sought) for answered in same}) > 1:
            strange = {titles.words(answered.sought) for answered in same if answered.unrelated}
            if len(strange) > 1:
                yield from same


def _unrelated(answered: AnsweredQuestion, work: Work) -> bool:
    """Whether a work has no word of the title that was sought, nor anybody who was."""
    query = answered.question.query
    if isinstance(query, ByCitation):
        wanted = {family.casefold() for family in query.families}
        if wanted & _families(work):
            return False
    known = {word for title in (work.title, *work.other_titles) for word in titles.words(title)}
    return not _lasting(titles.words(answered.sought)) & known


def _lasting(words: Sequence[str]) -> frozenset[str]:
    """The words that are more than "of" and "with"; all where there are no others."""
    return frozenset(w for w in words if len(w) > LITTLE and w not in STOP) or frozenset(words)
