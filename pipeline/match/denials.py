"""What services say they do not hold, against what the registries say exists."""

from collections.abc import Iterator, Sequence

from pipeline.values.identifiers import Identifier
from pipeline.values.question import Agency, Answer, ById, Found, Inquiry, NotFound, Unavailable
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
            heard = about(inquiry, source, query.identifier)
            if heard and all(isinstance(one, NotFound) for one in heard):
                yield source, query.identifier


def doubted(inquiries: Sequence[Inquiry]) -> tuple[Inquiry, ...]:
    """The inquiries, with no word of absence by a service that was found to deny what exists.

    Whoever knows nothing of an identifier that exists, asked twice, knows nothing of anything.
    """
    liars = {source for inquiry in inquiries for source, _ in denied(inquiry)}
    return tuple(_without(inquiry, liars) if liars else inquiry for inquiry in inquiries)


def _without(inquiry: Inquiry, liars: set[str]) -> Inquiry:
    silence = Unavailable(reason="denies what its registry says exists")
    doubtful = [
        reply.question.source in liars and isinstance(reply.answer, NotFound)
        for reply in inquiry.replies
    ]
    if not any(doubtful):
        return inquiry
    replies = zip(inquiry.replies, doubtful, strict=True)
    return inquiry.but(
        replies=tuple(reply.but(answer=silence) if doubt else reply for reply, doubt in replies)
    )
