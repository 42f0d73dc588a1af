"""Whether a preprint that is cited as one was printed since, where nobody declares it.

That takes a search of Crossref, and what identifiers name is never to cost a request for each. So
few are searched for each by itself, and many several in a request, which may miss one among many
works that are alike; each by itself again if the curator asks for it.
"""

from collections.abc import Callable, Sequence
from functools import partial

from pipeline.compare import titles, venues
from pipeline.match.entry_against_work import stages
from pipeline.match.situation import Situation
from pipeline.resolve.asking import Ask, resolve_further
from pipeline.resolve.questions import MOST_NAMES, SEARCH, Wave, plan
from pipeline.values.entry import Entry
from pipeline.values.question import ByCitation, Question, Reply, Unavailable
from pipeline.values.work import Stage

FEW = 20
"""Searches that cost a run some seconds."""

SHARE = 0.1
"""Most searches by themselves for an entry of the lists, where that is more."""

LEAST = 12
"""Letters and digits of a title that names one work, with the people who signed it."""


def printed_since(
    situations: Sequence[Situation], ask: Ask, wanted: Callable[[Entry], bool], *, every: bool
) -> tuple[Situation, ...]:
    """The situations, each undeclared preprint with what Crossref has under its title.

    ``wanted`` are the entries of which anybody would hear it; ``every``: each is searched for by
    itself, however many. Where Crossref does not answer all is as it was: nobody misses it. Only
    nothing is written by itself, lest half of what is wrong be.
    """
    places = [
        n
        for n, situation in enumerate(situations)
        if wanted(situation.entry) and _undeclared(situation)
    ]
    known = list(situations)
    if places:
        many = not every and len(places) > max(FEW, SHARE * len(known))
        heard = resolve_further([known[n] for n in places], ask, partial(_searched, printed=many))
        for n, situation in zip(places, heard, strict=True):
            new = situation.inquiry.replies[len(known[n].inquiry.replies) :]
            known[n] = known[n].but(unsearched=True) if any(map(_unheard, new)) else situation
    return tuple(known)


def _unheard(reply: Reply) -> bool:
    return isinstance(reply.answer, Unavailable)


def _undeclared(situation: Situation) -> bool:
    """It is cited as a preprint, only preprints are known, and Crossref did not search for it."""
    entry, chosen = situation.entry, situation.chosen
    if situation.failure or situation.written or chosen is None or not situation.match.sure:
        return False
    if entry.venue and not venues.early(entry.venue.text):
        return False
    works = [candidate.work for candidate in chosen.family]
    if stages(chosen.family) != {Stage.PREPRINT} or any(work.preprint_of for work in works):
        return False
    telling = chosen.agrees and len(titles.key(works[0].title)) >= LEAST
    return telling and not any(map(_search_of_crossref, situation.inquiry.replies))


def _search_of_crossref(reply: Reply) -> bool:
    question = reply.question
    return question.source == "crossref" and isinstance(question.query, ByCitation)


def _searched(situation: Situation, *, printed: bool) -> Wave | None:
    """The search by the work's own title and people, and what follows from its answer."""
    if any(map(_search_of_crossref, situation.inquiry.replies)):
        return plan(situation)
    assert situation.chosen is not None  # noqa: S101  only such are searched for
    work = next(c.work for c in situation.chosen.family)
    people = [person.family for person in work.authors if person.family][:MOST_NAMES]
    query = ByCitation(title=work.title, families=tuple(people), printed=printed)
    return Wave(SEARCH, (Question(source="crossref", query=query),))
