"""Which answers are not believed once all are heard: who denies what exists, or says all alike."""

from collections.abc import Iterator, Sequence

from pipeline.match.uniform_answers import heard, hollow
from pipeline.values.identifiers import Identifier
from pipeline.values.question import (
    Agency,
    Answer,
    ById,
    Found,
    Inquiry,
    NotFound,
    Question,
    Reply,
    Unavailable,
)
from pipeline.values.registries import holder


def about(inquiry: Inquiry, source: str, identifier: Identifier) -> list[Answer]:
    """What a service was heard to say about an identifier, in order of asking."""
    return [
        reply.answer for reply in inquiry.replies
        if reply.question.source == source and isinstance(reply.question.query, ById)
        and reply.question.query.identifier == identifier
    ]  # fmt: skip


def denied(inquiry: Inquiry) -> Iterator[tuple[str, Identifier]]:
    """Services that have nothing under an identifier which its registry says they hold."""
    for reply in inquiry.replies:
        query, answer = reply.question.query, reply.answer
        if isinstance(query, Agency) and isinstance(answer, Found):
            source = holder(query.identifier, answer.agency)
            answers = about(inquiry, source, query.identifier)
            if answers and all(isinstance(denial, NotFound) for denial in answers):
                yield source, query.identifier


def doubted(inquiries: Sequence[Inquiry]) -> tuple[Inquiry, ...]:
    """The inquiries, with nothing that a service said which is not to be believed.

    Whoever knows nothing of an identifier that exists, asked twice, knows nothing of anything; and
    what a service says of different works alike it knows of none.
    """
    liars = {source for inquiry in inquiries for source, _ in denied(inquiry)}
    alike = hollow(heard(inquiries))
    if not liars and not alike:
        return tuple(inquiries)
    return tuple(_without(inquiry, liars, alike) for inquiry in inquiries)


def _without(inquiry: Inquiry, liars: set[str], alike: frozenset[Question]) -> Inquiry:
    replies = tuple(_believed(reply, liars, alike) for reply in inquiry.replies)
    return inquiry if replies == inquiry.replies else inquiry.but(replies=replies)


def _believed(reply: Reply, liars: set[str], alike: frozenset[Question]) -> Reply:
    if reply.question.source in liars and isinstance(reply.answer, NotFound):
        return reply.but(answer=Unavailable(reason="denies what its registry says exists"))
    if reply.question in alike:
        return reply.but(answer=Unavailable(reason="says the same of different works"))
    return reply
