"""What of an entry was not answered, what was disowned, and what came without a title."""

from pipeline.match.denials import denied
from pipeline.match.same_work import heard
from pipeline.values.identifiers import Identifier
from pipeline.values.question import (
    Agency,
    ByCitation,
    ById,
    Found,
    Inquiry,
    NotFound,
    Reply,
    Unavailable,
)
from pipeline.values.registries import COPIED, SPARED


def dead(inquiry: Inquiry) -> tuple[Identifier, ...]:
    """Identifiers of the entry that every service which could know has disowned, two at least."""
    gone = []
    for mention in inquiry.entry.mentions:
        if mention.where == "derived":
            continue  # a guess that fails says nothing about the address
        answers = [
            reply.answer for reply in inquiry.replies
            if isinstance(reply.question.query, ById | Agency)
            and reply.question.query.identifier == mention.identifier
        ]  # fmt: skip
        asked_agency = any(
            isinstance(reply.question.query, Agency) for reply in inquiry.replies
            if getattr(reply.question.query, "identifier", None) == mention.identifier
        )  # fmt: skip
        if answers and all(isinstance(a, NotFound) for a in answers) and asked_agency:
            gone.append(mention.identifier)
    return tuple(dict.fromkeys(gone))


def unmatched(inquiry: Inquiry) -> tuple[str, ...]:
    """Why no work is meant: only a search that was answered tells that none bears the title."""
    if silences := silences_of(inquiry):
        return silences
    if inquiry.entry.title is None:
        return ("there is no title to search for",)
    searched = any(isinstance(r.question.query, ByCitation) for r in inquiry.replies)
    return ("no work bears this title" if searched else "its title was not searched for",)


def silences_of(inquiry: Inquiry) -> tuple[str, ...]:
    """For each service that did not answer about this entry, that it did not, and why."""
    by_source: dict[str, str] = {}
    for reply in unheard(inquiry):
        source = reply.question.source
        if isinstance(reply.answer, Unavailable) and source not in by_source:
            why = reply.answer.reason.removeprefix(f"{source} ")
            whole = why.startswith(("could not be asked", "was not asked"))
            by_source[source] = f"{source} {why if whole else f'could not be asked: {why}'}"
    return tuple(by_source.values())


def unheard(inquiry: Inquiry, *, is_known: bool = False) -> list[Reply]:
    """What was not answered, nor told by a copy, and leaves a gap.

    ``is_known``: the work is known, and what a local index lacks besides is no gap.
    """
    copied = {
        reply.question.query.identifier for reply in inquiry.replies
        if reply.question.source == "europepmc" and isinstance(reply.question.query, ById)
        and isinstance(reply.answer, Found)
    }  # fmt: skip
    return [
        reply for reply in inquiry.replies
        if isinstance(reply.answer, Unavailable) and reply.question.source not in SPARED
        and not (is_known and reply.answer.local)
        and not (
            reply.question.source in COPIED and isinstance(reply.question.query, ById)
            and reply.question.query.identifier in copied
        )
    ]  # fmt: skip


def untitled(inquiry: Inquiry, *, searched: bool = False) -> tuple[Identifier, ...]:
    """What came without a title, unless some other record of it has one.

    ``searched``: what searches brought among others counts too, for it may be what was meant.
    """
    bare = [
        identifier for reply in inquiry.replies if isinstance(reply.answer, Found)
        and (searched or isinstance(reply.question.query, ById))
        for identifier in reply.answer.untitled
    ]  # fmt: skip
    titled = (
        {identifier for c in heard(inquiry) for identifier in c.work.identifiers} if bare else ()
    )
    return tuple(dict.fromkeys(identifier for identifier in bare if identifier not in titled))


def silent(inquiry: Inquiry, *, is_known: bool = False) -> tuple[str, ...]:
    """Services that did not answer a question of this entry, or deny what exists."""
    owing = [reply.question.source for reply in unheard(inquiry, is_known=is_known)]
    return tuple(dict.fromkeys([*owing, *(source for source, _ in denied(inquiry))]))
