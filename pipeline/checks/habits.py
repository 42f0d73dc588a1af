"""What the entries of a list usually give."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.checks.case import Case, Habits
from pipeline.compare.letters import key
from pipeline.match.editions import is_posted
from pipeline.values.entry import Entry, Reading

FEWEST = 4
"""Entries whose works are known, from which a list shows by them what it gives."""

USUAL = 0.5
"""Share of a list's entries that give a field for its absence to be a fault."""

_ABBREVIATED = re.compile(r"[^\W\d_]{2,}\.(?=\s|$)")


def habits_of(reading: Reading) -> Habits:
    """What the entries of a list usually give; entries that are nothing but a link do not count."""
    whole = [e for e in reading.entries if e.title is not None and e.unparsed is None]
    if not whole:
        return Habits()
    least = USUAL * len(whole)
    return Habits(
        authors=sum(e.authors is not None for e in whole) >= least,
        venue=sum(e.venue is not None for e in whole) >= least,
        link=sum(map(_linked, whole)) >= least,
        dois=any(map(_by_doi, whole)),
        pdfs=_called_pdf(whole),
        firsts=_firsts(whole),
        repeated=_repeated(reading.entries),
        venue_like=_usual_venue(whole),
        abbreviates=_abbreviating(whole),
        shortens=_shortening(whole),
    )


def _linked(entry: Entry) -> bool:
    return bool(entry.mentions) or any(link.url for link in entry.links)


def _repeated(entries: Sequence[Entry]) -> frozenset[str]:
    """The addresses that stand at more than one entry."""
    counts = Counter(url for e in entries for url in {link.url for link in e.links if link.url})
    return frozenset(url for url, times in counts.items() if times > 1)


def _by_doi(entry: Entry) -> bool:
    """One of its links holds the DOI of what a publisher keeps; arXiv's are arXiv's pages."""
    return any(
        identifier.scheme == "doi" and not is_posted(identifier)
        for link in entry.links
        for identifier in link.identifiers
    )


def _called_pdf(entries: Sequence[Entry]) -> bool:
    labels = [key(link.label) for e in entries for link in e.links if link.role == "paper"]
    return 2 * labels.count("pdf") > len(labels)


def _firsts(entries: Sequence[Entry]) -> bool:
    signed = [entry.authors for entry in entries if entry.authors]
    alone = sum(len(byline.names) == 1 and not byline.et_al for byline in signed)
    return len(signed) >= FEWEST and 2 * alone > len(signed)


def as_known(cases: Sequence[Case]) -> list[Case]:
    """The cases, of whose lists it is known whether they give authors.

    A list that gives none may have been read as if it did: what stands there are curators, topics,
    software. If hardly one by-line names a person of the work that its entry means, it is none, and
    nobody wants by-lines put in.
    """
    known: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        if case.sure and case.work and case.work.authors:
            byline = case.sure.byline
            known[case.entry.path].append(bool(byline and byline.overlap > 0))
    without = {
        path for path, named in known.items()
        if len(named) >= FEWEST and sum(named) < USUAL * len(named)
    }  # fmt: skip
    return [
        case.but(habits=case.habits.but(authors=False)) if case.entry.path in without else case
        for case in cases
    ]


def _usual_venue(entries: Sequence[Entry]) -> str:
    """The venue of middling length."""
    venues = sorted((e.venue.text for e in entries if e.venue), key=lambda text: (len(text), text))
    return venues[len(venues) // 2] if venues else ""


def _abbreviating(entries: Sequence[Entry]) -> bool:
    """Most venues of several words are abbreviated; two at least."""
    venues = [e.venue.text for e in entries if e.venue and " " in e.venue.text]
    short = sum(_ABBREVIATED.search(venue) is not None for venue in venues)
    return short > 1 and short * 2 > len(venues)


def _shortening(entries: Sequence[Entry]) -> int:
    """The most names before "et al." where most by-lines end so, and two at least; else 0."""
    signed = [e.authors for e in entries if e.authors]
    shown = [len(byline.names) for byline in signed if byline.et_al]
    return max(shown) if len(shown) > 1 and 2 * len(shown) > len(signed) else 0
