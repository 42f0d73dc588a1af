"""Addresses that led to nothing, looked at again.

In turn: under all DOIs that their number may end; under the one that it most likely has; as the one
work that stands where they say; by the title that is their file's name; by what the paper's own
page says of it. What is found so counts only if a registry knows it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from pipeline.addresses.tried_numbers import tried
from pipeline.compare import venues
from pipeline.compare.letters import folded
from pipeline.match.situation import Situation
from pipeline.reading.pages import Page, entry_of, page
from pipeline.resolve.asking import Ask, Plan, resolve
from pipeline.resolve.questions import identified, plan
from pipeline.values.entry import Entry, Mention
from pipeline.values.failure import Failure, guarded
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.question import ByPlace, Found
from pipeline.values.text import Span
from pipeline.values.work import Work

NOWHERE = Span(start=0, end=0)

FEWEST_WORDS = 3
"""Words by which a paper can be searched for."""

MOST_TRIED = 20
"""Entries of a run whose number is tried: each costs some six requests."""


class Gone(NamedTuple):
    """A page of which its server says that it is there no more."""

    copy: str
    """The address at which somebody keeps it; empty if nobody is known to."""


Look = Callable[[str], str | Gone | None]
"""The text of the page at an address; None if it may not be read, or nobody answers."""


def unseen(_url: str) -> None:
    """No page is read."""


def looked_again(
    situations: Sequence[Situation], ask: Ask, look: Look = unseen
) -> tuple[Situation, ...]:
    """The situations, each lost one as what it was found to be, if it was."""
    everything = list(situations)
    _tried(everything, ask)
    copies: dict[str, str] = {}

    def seen(url: str) -> str | None:
        address = look(url)
        if isinstance(address, Gone):
            copies[url] = address.copy
            return None
        return address

    for again in (guessed, at_place, worded, lambda situation: of_page(situation, seen)):
        _replaced(everything, again, ask, plan)
    return tuple(_with_copy(situation, copies) for situation in everything)


def _with_copy(situation: Situation, copies: Mapping[str, str]) -> Situation:
    """The situation of an entry that nothing but a page that is gone would tell of."""
    links = situation.entry.links
    copy = copies.get(links[0].url, "") if links and is_lost(situation) else ""
    return situation.but(copied=copy) if copy else situation


def _tried(everything: list[Situation], ask: Ask) -> None:
    """Those of which one number of many is registered: only Crossref is asked about so many."""
    left = iter(range(MOST_TRIED))

    def again(situation: Situation) -> Entry | None:
        entry = numbered(situation)
        return entry if entry and next(left, None) is not None else None

    _replaced(everything, again, ask, identified)


def _replaced(
    everything: list[Situation], again: Callable[[Situation], Entry | None], ask: Ask, how: Plan
) -> None:
    entries = _other(everything, again)
    heard = resolve(list(entries.values()), ask, planned=how)
    for n, other in zip(entries, heard, strict=True):
        if other.match.sure or other.failure:
            everything[n] = other.but(written=everything[n].entry)


def numbered(situation: Situation) -> Entry | None:
    """The asked entry under all the DOIs that the number in its address may end."""
    entry = situation.inquiry.entry
    dois = dict.fromkeys(doi for link in entry.links for doi in tried(link))
    mentions = (Mention(identifier=doi, span=NOWHERE, where="derived") for doi in dois)
    return entry.but(mentions=tuple(mentions)) if dois else None


def _other(
    situations: list[Situation], again: Callable[[Situation], Entry | None]
) -> dict[int, Entry]:
    """What is to be asked about instead of lost entries; one at which this breaks has failed."""
    others: dict[int, Entry] = {}
    for n, situation in enumerate(situations):
        entry = guarded("match", again, situation) if is_lost(situation) else None
        if isinstance(entry, Failure):
            situations[n] = situation.but(failure=entry)
        elif entry is not None:
            others[n] = entry
    return others


def is_lost(situation: Situation) -> bool:
    """An entry without a title that led to nothing, every service having answered.

    Either an address and nothing else, or a reference that says a place in a journal. Where a title
    is given it was searched for, and that is the better evidence.
    """
    entry, match = situation.entry, situation.match
    if entry.title or entry.unparsed is not None or match.sure or match.unheard:
        return False
    if situation.failure:
        return False
    if entry.authors or entry.venue:
        return bool(entry.hints.page)
    return bool(entry.links)


def at_place(situation: Situation) -> Entry | None:
    """The asked entry as the one work that stands where its address says: journal, volume, page."""
    works = {
        _number(candidate.work): candidate.work
        for reply in situation.inquiry.replies
        if isinstance(reply.question.query, ByPlace) and isinstance(reply.answer, Found)
        for candidate in reply.answer.candidates
        if candidate.work.identifiers
        and _is_in(reply.question.query, candidate.work)
        and _signed(situation.entry, candidate.work)
    }
    if len(works) != 1:
        return None
    (work,) = works.values()
    mentions = tuple(
        Mention(identifier=i, span=NOWHERE, where="derived")
        for i in work.identifiers
        if i.scheme in ("doi", "pmid")
    )
    return situation.inquiry.entry.but(mentions=mentions) if mentions else None


def _number(work: Work) -> Identifier:
    """The DOI, by which two services' records of a work are one."""
    return next((i for i in work.identifiers if i.scheme == "doi"), work.identifiers[0])


def _signed(entry: Entry, work: Work) -> bool:
    """Whether the first author that the entry names, if any, is one of the work's."""
    if entry.authors is None:
        return True
    first = folded(entry.authors.names[0].family)
    return any(
        _one_family(first, folded(person.family or person.literal)) for person in work.authors
    )


def _one_family(written: str, recorded: str) -> bool:
    """Whether families are one, the whole or its end: "Tenorio" of "Tamayo Tenorio"."""
    shorter, longer = sorted((written, recorded), key=len)
    return written == recorded or (len(shorter) > 1 and longer.endswith(f" {shorter}"))


def _is_in(place: ByPlace, work: Work) -> bool:
    if place.issn:
        return place.issn.upper() in work.issn
    names = tuple(filter(None, (work.container_title, *work.container_titles)))
    return venues.compare(place.journal, names).kind in ("same", "abbreviation")


_PII = re.compile(r"(S?)(\d{4})(\d{3}[\dX])(\d\d)(\d{5})([\dA-Z])")


def guessed(situation: Situation) -> Entry | None:
    """The asked entry under the DOI that its number most likely has.

    The ACL registers a paper of its anthology as 10.18653/v1/ and the number; journals in it have
    others, and then there is none of that name. Elsevier's articles before about 2005, and those
    of The Lancet, have their PII for a DOI.
    """
    entry = situation.inquiry.entry
    doi = next((i for m in entry.mentions if (i := _likely(m.identifier))), None)
    mention = doi and Mention(identifier=doi, span=NOWHERE, where="derived")
    return entry.but(mentions=(mention,)) if mention else None


def _likely(number: Identifier) -> Identifier | None:
    if number.scheme == "acl":
        return identifier("doi", f"10.18653/v1/{number.value}")
    parts = _PII.fullmatch(number.value) if number.scheme == "pii" else None
    return identifier("doi", "10.1016/{}{}-{}({}){}-{}".format(*parts.groups())) if parts else None


def worded(situation: Situation) -> Entry | None:
    """The asked entry with the words of the title and the author that its address is made of."""
    entry = situation.inquiry.entry
    for link in entry.links:
        hints = link.hints
        if hints.title and len(hints.title.split()) >= FEWEST_WORDS:
            authors = (hints.family,) if hints.family else ()
            with_words = entry_of(Page(title=hints.title, authors=authors, year=hints.year), entry)
            line = with_words.authors if with_words else None
            return (
                with_words.but(authors=line.but(et_al=True)) if with_words and line else with_words
            )
    return None


def of_page(situation: Situation, look: Callable[[str], str | None]) -> Entry | None:
    """The entry with what its own page says of it; None if that is nothing."""
    links = situation.entry.links
    text = look(links[0].url) if links else None
    return entry_of(page(text), situation.entry) if text else None
