"""Papers of a meeting that may belong into a list: what DBLP knows of it, and what stands there."""

import re
from collections.abc import Iterable, Sequence

from pipeline import formats
from pipeline.edge.files import UserError
from pipeline.edge.progress import Progress
from pipeline.jobs.add import elsewhere, target
from pipeline.jobs.desk import desk_of
from pipeline.jobs.lists import opened
from pipeline.values.entry import Reading
from pipeline.values.question import ByVenue, Found, Question, Unavailable
from pipeline.values.record import Paper
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.values.work import Work
from pipeline.write.additions import standing

_NAMED = re.compile(r"(.+?)[\s\-_'’]*((?:19|20)\d\d)")
_PICKED = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")


class Offer(Value):
    """A paper that may be added."""

    number: int
    """By which it is chosen; from 1."""
    work: Work
    standing: str = ""
    """Where it stands already; empty if nowhere."""

    @property
    def address(self) -> str:
        """What its entry is to link."""
        return self.work.url


class Meeting(Value):
    """What was found of a meeting."""

    name: str
    """With its year: "ICML 2026"."""
    offers: tuple[Offer, ...] = ()
    silent: str = ""
    """Why nothing is known, if DBLP did not answer."""


def meeting(
    venue: str, words: Sequence[str], to: str, settings: Settings, progress: Progress
) -> Meeting:
    """The papers of a meeting whose titles bear one of these words, nothing written.

    Raises:
        UserError: it is not clear which meeting or which list is meant.

    """
    named = _NAMED.fullmatch(" ".join(venue.split()))
    if named is None:
        raise UserError(f"Name a meeting with its year, as --venue ICML2026, not {venue!r}.")
    if not any(word.strip() for word in words):
        raise UserError("Say which of its papers: --match TERM, a word of their titles.")
    query = ByVenue(venue=named[1], year=int(named[2]), words=tuple(words))
    name = f"{query.venue} {query.year}"
    source = opened(target(to, settings))
    readings = (formats.read(source.document), *elsewhere(settings, source.document.path))
    question = Question(source="dblp", query=query)
    with progress, desk_of(settings, progress) as desk:
        answer = desk.ask(frozenset((question,)))[question]
    if isinstance(answer, Unavailable):
        return Meeting(name=name, silent=answer.reason)
    works = [candidate.work for candidate in answer.candidates] if isinstance(answer, Found) else []
    return Meeting(name=name, offers=tuple(_offers(works, readings)))


def _offers(works: Iterable[Work], readings: Sequence[Reading]) -> Iterable[Offer]:
    for number, work in enumerate(sorted(works, key=lambda work: work.title.casefold()), 1):
        there = standing(Paper(id="offered", work=work), readings)
        place = f"{there.path}, line {there.line}" if there else ""
        yield Offer(number=number, work=work, standing=place)


def picked(meeting: Meeting, text: str) -> tuple[Offer, ...]:
    """The offers that a choice names: numbers, ranges of them ("3-7"), or "all" that are new.

    Raises:
        UserError: it names none, or one that is not there.

    """
    known = {offer.number: offer for offer in meeting.offers}
    if text.strip().casefold() == "all":
        return tuple(offer for offer in meeting.offers if not offer.standing)
    numbers: dict[int, None] = {}
    for part in filter(None, re.split(r"[\s,;]+", text)):
        hit = _PICKED.fullmatch(part)
        last = int(hit[2] or hit[1]) if hit else 0
        if hit is None or not {int(hit[1]), last} <= known.keys():
            raise UserError(f"{part!r} is no number of a paper; there are 1 to {len(known)}.")
        if last < int(hit[1]):
            raise UserError(f"{part!r} runs backwards; write {last}-{hit[1]}.")
        numbers |= dict.fromkeys(range(int(hit[1]), last + 1))
    return tuple(known[number] for number in numbers)
