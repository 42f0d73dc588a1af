"""When DBLP is asked: last, and only for what the others leave open.

It knows the conferences whose papers have no DOI. Most of what an entry says is settled without it,
and whoever runs it asks to be spared.
"""

import re
from collections.abc import Iterator

from pipeline.compare import titles, venues
from pipeline.compare.arxiv_comments import accepted
from pipeline.match.entry_against_work import Assessment, stages
from pipeline.match.links import at_its_address
from pipeline.match.situation import Situation
from pipeline.values.question import ByCitation, ById, Question
from pipeline.values.work import Stage

LEAST = 12
"""Latin letters and digits of a title by which it can be looked up there."""

PAGED = ("openreview", "pmlr", "acl")
"""Identifiers that are parts of the addresses of papers' pages."""

AS_TOLD = ("same", "initials", "prefix", "noise", "misspelt", "unknown")
"""How a by-line stands to that of a record which tells no other people."""


def further(situation: Situation) -> Iterator[Question]:
    """Where a paper of computer science appeared, if that is still open: by its title.

    What has no title, by the number of its page where DBLP knows such pages.
    """
    if not _open(situation):
        return
    known = _titles(situation)
    for title in known:
        if len(re.sub(r"[^a-z0-9]", "", titles.key(title))) >= LEAST:
            yield Question(source="dblp", query=ByCitation(title=title))
    if not known:
        for mention in situation.inquiry.entry.mentions:
            if mention.identifier.scheme in PAGED:
                yield Question(source="dblp", query=ById(identifier=mention.identifier))


def _titles(situation: Situation) -> tuple[str, ...]:
    """The work's own title, which is free of slips, and the one that is written.

    A preprint may be called otherwise than the paper that it became.
    """
    chosen, written = situation.chosen, situation.inquiry.entry.title
    stated = (written.text,) if written else ()
    if chosen is None or not situation.match.sure or not chosen.agrees:
        return stated
    own = chosen.family[0].work.title
    return (own, *(title for title in stated if titles.words(title) != titles.words(own)))


def _open(situation: Situation) -> bool:
    """No service names the venue, or knows more of the work than a preprint, or knows the work.

    Or all who do tell other authors of a conference paper: publishers lose some, and DBLP has them.
    """
    chosen = situation.chosen
    if chosen is None or not situation.match.sure or _otherwise_signed(chosen):
        return True
    venue = situation.inquiry.entry.venue
    if venue is None or venues.early(venue.text):
        return _only_posted(chosen)
    if chosen.venue_fits or _said(chosen, venue.text) or at_its_address(situation.inquiry.entry):
        return False
    return venues.conference(venue.text) is not None or _only_posted(chosen)


def _only_posted(chosen: Assessment) -> bool:
    """Nothing but a preprint on arXiv is known, which names no version of record."""
    works = [candidate.work for candidate in chosen.family]
    posted = any(work.container_title == "arXiv" for work in works)
    declared = any(work.preprint_of for work in works)
    return posted and not declared and stages(chosen.family) == {Stage.PREPRINT}


def _otherwise_signed(chosen: Assessment) -> bool:
    byline = chosen.byline
    met = any(candidate.work.type == "paper-conference" for candidate in chosen.family)
    return met and byline is not None and byline.kind not in AS_TOLD


def _said(chosen: Assessment, venue: str) -> bool:
    """The authors told arXiv that it was accepted there."""
    places = [place for c in chosen.family if (place := accepted(c.work.comment))]
    return any(
        venues.compare(venue, (name,)).kind in ("same", "abbreviation") for name, _ in places
    )
