"""Which questions are still open for an entry. As few as will settle it, none asked twice.

In turn: what the entry's identifiers name, by Europe PMC where NCBI is down; who registered a DOI
that Crossref does not hold; the same work at its other homes (the DOI of a PubMed record, the
version of record of a preprint); a search where no identifier settles it; a second voice before
anybody is accused; DBLP for what is still open.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.compare import titles, venues
from pipeline.match.choice import NEARLY
from pipeline.match.denials import about, denied
from pipeline.match.entry_against_work import Assessment, stages
from pipeline.match.same_work import opened
from pipeline.match.situation import Situation
from pipeline.match.unanswered import unheard, untitled
from pipeline.resolve.further import further
from pipeline.values.entry import Entry
from pipeline.values.identifiers import Identifier
from pipeline.values.match import Verdict
from pipeline.values.question import (
    Agency,
    ByCitation,
    ById,
    ByPlace,
    Found,
    Inquiry,
    NotFound,
    Query,
    Question,
    Reply,
    Unavailable,
)
from pipeline.values.registries import COPIED, REGISTRY, holder
from pipeline.values.work import Stage

HOME = {
    "doi": "crossref", "arxiv": "arxiv", "pmid": "pubmed", "pmcid": "idconv", "pii": "crossref",
    "europepmc": "europepmc",
}  # fmt: skip
"""Who is asked first for an identifier."""

PREPRINT = re.compile(r"PPR\d{1,9}")
"""Ids that Europe PMC gives to preprints; it alone knows them."""

DATACITE = ("10.5281/", "10.6084/", "10.17605/", "10.7910/", "10.5061/")
"""Prefixes that are DataCite's for sure (Zenodo, figshare, OSF projects, Dataverse, Dryad)."""

MOST_NAMES = 3
"""Family names that help a search; more only narrow it."""

ENOUGH = 3
"""Least letters and digits of a title worth a search."""


class Wave(NamedTuple):
    """The questions of one kind that an entry has open, and when their turn is."""

    turn: int
    """Place of their step: who is further than others may wait for them, to be asked together."""
    questions: tuple[Question, ...]


def plan(situation: Situation) -> Wave | None:
    """The questions to ask next; None when nothing more can be learnt.

    An outage never lowers the standard of evidence: while a service owes the answer about an
    identifier, no search takes its place. Of an entry that could not be read only the identifiers
    are asked about: it is not known what to search for, but a retracted work is told.
    """
    if situation.inquiry.entry.unparsed is not None:
        return identified(situation)
    asked = {reply.question for reply in situation.inquiry.replies}
    for turn, step in enumerate(STEPS):
        questions = tuple(dict.fromkeys(q for q in step(situation) if q not in asked))
        if questions:
            return Wave(turn, questions)
        if step is _registered and _owed(situation):
            return None
    return None


def identified(situation: Situation) -> Wave | None:
    """What the identifiers of an entry name, and nothing else: what became of it stands there."""
    asked = {reply.question for reply in situation.inquiry.replies}
    questions = tuple(dict.fromkeys(q for q in _identifiers(situation) if q not in asked))
    return Wave(0, questions) if questions else None


def _ask(source: str, query: Query) -> Question:
    return Question(source=source, query=query)


def _identifiers(situation: Situation) -> Iterator[Question]:
    """What do the identifiers of the entry name?"""
    for mention in situation.inquiry.entry.mentions:
        yield from home(mention.identifier)


def home(identifier: Identifier) -> Iterator[Question]:
    """The question that the registry of an identifier answers."""
    source = HOME.get(identifier.scheme)
    if identifier.scheme == "doi" and identifier.value.startswith(DATACITE):
        source = "datacite"
    if identifier.scheme == "europepmc" and not PREPRINT.fullmatch(identifier.value):
        source = None
    if source:
        yield _ask(source, ById(identifier=identifier))


def _instead(situation: Situation) -> Iterator[Question]:
    """Europe PMC, which has all of PubMed and PMC, for what NCBI owes.

    Of what a local index lacks, for PubMed's own numbers alone: few other works stand there.
    """
    for reply in situation.inquiry.replies:
        query = reply.question.query
        owes = reply.question.source in COPIED and isinstance(reply.answer, Unavailable)
        if not (owes and isinstance(query, ById)):
            continue
        if not _lacking(reply) or reply.question in home(query.identifier):
            yield _ask("europepmc", ById(identifier=query.identifier))


def _registered(situation: Situation) -> Iterator[Question]:
    """Does an identifier exist that its home does not hold? Then whoever holds it is asked by it.

    Who held it already, by the registry's word, is asked for it alone: a batch came without it.
    Of one that is registered without a title PubMed may have one.
    """
    inquiry = situation.inquiry
    for reply in inquiry.replies:
        query = reply.question.query
        if isinstance(query, ById) and isinstance(reply.answer, NotFound):
            at_home = reply.question in home(query.identifier)
            if at_home and (registry := REGISTRY.get(query.identifier.scheme)):
                yield _ask(registry, Agency(identifier=query.identifier))
        if isinstance(query, Agency) and isinstance(reply.answer, Found):
            source = holder(query.identifier, reply.answer.agency)
            if source and not about(inquiry, source, query.identifier):
                yield _ask(source, ById(identifier=query.identifier))
    for source, identifier in denied(inquiry):
        yield _ask(source, ById(identifier=identifier, again=True))
    for identifier in untitled(inquiry):
        if identifier.scheme == "doi":
            yield _ask("pubmed", ById(identifier=identifier))


def _owed(situation: Situation) -> bool:
    """A service has not answered about an identifier, and nothing else settles the entry.

    What a local index lacks is owed only by the identifier's own home.
    """
    owed = any(
        isinstance(query := r.question.query, ById | Agency)
        and not (_lacking(r) and r.question not in home(query.identifier))
        for r in unheard(situation.inquiry)
    )
    denials = any(True for _ in denied(situation.inquiry))
    return (owed or denials) and not any(a.agrees for a in situation.possible.opened)


def _lacking(reply: Reply) -> bool:
    return isinstance(reply.answer, Unavailable) and reply.answer.local


def _relations(situation: Situation) -> Iterator[Question]:
    """The same work at its other homes: the DOI of a PubMed record, the version of record."""
    inquiry = situation.inquiry
    for candidate in opened(inquiry):
        work = candidate.work
        for identifier in (*work.identifiers, *work.preprint_of):
            if identifier.scheme in ("doi", "arxiv") and _unknown(inquiry, identifier):
                yield from home(identifier)


def _unknown(inquiry: Inquiry, identifier: Identifier) -> bool:
    """Nobody has told of this identifier at its home yet."""
    source = HOME.get(identifier.scheme)
    return not any(
        isinstance(reply.answer, Found) and reply.question.source == source
        and any(identifier in c.work.identifiers for c in reply.answer.candidates)
        for reply in inquiry.replies
    )  # fmt: skip


def _search(situation: Situation) -> Iterator[Question]:
    """Crossref's search, where no identifier settles the entry."""
    entry = situation.inquiry.entry
    if entry.title is None or len(titles.key(entry.title.text)) < ENOUGH:
        yield from _place(entry)
        return
    if _settled_by_identifier(situation):
        return
    yield _ask("crossref", citation(entry))


def _settled_by_identifier(situation: Situation) -> bool:
    """The entry's own identifiers name a work that bears its title, or nearly.

    Where only authors, venue and year are that work's, they may have been pasted with the link.
    """
    chosen = situation.chosen
    if not situation.match.sure or chosen is None:
        return False
    title = chosen.title
    near = title is None or chosen.agrees or title.score >= NEARLY
    return near and chosen in situation.possible.opened


def citation(entry: Entry) -> ByCitation:
    """The entry as a search: title, the first family names, the year it is written with."""
    assert entry.title is not None  # noqa: S101  callers ask only for entries with a title
    names = entry.authors.names if entry.authors else ()
    return ByCitation(
        title=entry.title.text,
        families=tuple(name.family for name in names[:MOST_NAMES]),
        year=entry.year.value if entry.year and entry.year.source == "entry" else None,
    )


def _place(entry: Entry) -> Iterator[Question]:
    """An opaque address, or a reference without a title, still says journal, volume and page."""
    family = entry.authors.names[0].family if entry.authors else ""
    for hints in (entry.hints, *(link.hints for link in entry.links)):
        if (hints.journal or hints.issn) and hints.volume and hints.page:
            place = ByPlace(
                journal=hints.journal or "", issn=hints.issn or "", volume=hints.volume,
                page=hints.page, year=hints.year, family=family,
            )  # fmt: skip
            yield _ask("pubmed", place)
            yield _ask("crossref", place)


def _title_only(situation: Situation) -> Iterator[Question]:
    """The search without names and year, where the names brought nothing: they may be pasted."""
    entry = situation.inquiry.entry
    if not _lost(situation) or entry.title is None:
        return
    yield _ask("arxiv", ByCitation(title=entry.title.text))
    yield _ask("pubmed", ByCitation(title=entry.title.text))
    text = entry.venue.text if entry.venue else ""
    if venues.early(text) and venues.server(text) != "arXiv":
        yield _ask("europepmc", ByCitation(title=entry.title.text))
    if entry.authors or entry.year:
        yield _ask("crossref", ByCitation(title=entry.title.text))


def _lost(situation: Situation) -> bool:
    """A search was made and the entry is still nobody's."""
    searched = any(isinstance(r.question.query, ByCitation) for r in situation.inquiry.replies)
    if not searched:
        return False
    return situation.match.verdict in (Verdict.DIFFERENT, Verdict.WEAK)


def _found_homes(situation: Situation) -> Iterator[Question]:
    """What a search brought, at its other homes."""
    inquiry = situation.inquiry
    for candidate in situation.match.evidence:
        for identifier in candidate.work.preprint_of:
            if _unknown(inquiry, identifier):
                yield from home(identifier)
        if candidate.provenance.source in ("arxiv", "pubmed", "datacite", "dblp"):
            for identifier in candidate.work.identifiers:
                if identifier.scheme in ("doi", "arxiv") and _unknown(inquiry, identifier):
                    yield from home(identifier)


def _published(situation: Situation) -> Iterator[Question]:
    """Whether a bioRxiv preprint that is cited as one was published: its own server knows best."""
    entry = situation.inquiry.entry
    if not situation.match.sure:
        return
    if entry.venue and not venues.server(entry.venue.text):
        return
    family = situation.match.evidence
    if any(c.work.stage is Stage.RECORD or c.work.preprint_of for c in family):
        return
    for candidate in family:
        if candidate.work.container_title in ("bioRxiv", "medRxiv"):
            for identifier in candidate.work.identifiers:
                if identifier.scheme == "doi":
                    yield _ask("biorxiv", ById(identifier=identifier))


def _printed(situation: Situation) -> Iterator[Question]:
    """Crossref's search for the version of record, where a journal is named for a preprint.

    arXiv learns of it only if the authors say so. A conference is not asked for: few have DOIs.
    """
    entry, chosen = situation.inquiry.entry, situation.chosen
    if entry.title is None or entry.venue is None or chosen is None or chosen.venue_fits:
        return
    venue = entry.venue.text
    if venues.server(venue) or venues.conference(venue):
        return
    if stages(chosen.family) == {Stage.PREPRINT}:
        yield _ask("crossref", citation(entry))


def _second_voice(situation: Situation) -> Iterator[Question]:
    """Before a field is called wrong, whoever else could know the work is heard."""
    inquiry = situation.inquiry
    chosen, entry_title = situation.chosen, situation.inquiry.entry.title
    if chosen is None or not _accused(inquiry.entry, chosen):
        return
    if entry_title and _elsewhere(situation, chosen):
        yield _ask("arxiv", ByCitation(title=entry_title.text))
    if entry_title:
        yield from _signatures(entry_title.text, chosen)
    for candidate in chosen.family:
        work = candidate.work
        for identifier in work.preprints:
            if identifier.scheme in ("doi", "arxiv") and _unknown(inquiry, identifier):
                yield from home(identifier)
        if candidate.provenance.source == "crossref" and work.stage is Stage.RECORD:
            for identifier in work.identifiers[:1]:
                if identifier.scheme == "doi":
                    yield _ask("pubmed", ById(identifier=identifier))


def _signatures(title: str, chosen: Assessment) -> Iterator[Question]:
    """Who signed, where no record tells it; or in which order, where a registry sorts all names."""
    signed = [c for c in chosen.family if c.work.authors]
    if not any(c.work.authors_ordered for c in signed):
        yield _ask("arxiv", ByCitation(title=title))
        if not signed:
            yield _ask("pubmed", ByCitation(title=title))


def _elsewhere(situation: Situation, chosen: Assessment) -> bool:
    """Whether arXiv may hold what is meant, and nobody asked for it.

    A search brought a work whose title is not quite the entry's: "Symbolic regression for precision
    LHC physics" is a workshop paper that arXiv alone holds; the same people printed "Symbolic
    regression and precision LHC physics" a year later. Or the entry names arXiv, and what was found
    is the version of record, with other authors.
    """
    entry, title = situation.inquiry.entry, chosen.title
    searched = chosen not in situation.possible.opened
    near = searched and title is not None and title.kind != "same"
    posted = entry.venue is not None and venues.server(entry.venue.text) == "arXiv"
    return near or (posted and Stage.PREPRINT not in stages(chosen.family))


def _accused(entry: Entry, chosen: Assessment) -> bool:
    """A field of the entry would be called wrong on what is known so far."""
    byline, title, venue = chosen.byline, chosen.title, chosen.venue
    return bool(
        (byline and byline.kind not in ("same", "initials", "prefix", "noise"))
        or (title and title.kind != "same")
        or (venue and venue.kind not in ("same", "abbreviation"))
        or chosen.year
        or (entry.authors is None)
        or chosen.rearranged
    )


STEPS: tuple[Callable[[Situation], Iterator[Question]], ...] = (
    _identifiers,
    _instead,
    _registered,
    _relations,
    _search,
    _title_only,
    _found_homes,
    _published,
    _printed,
    _second_voice,
    further,
)
"""In this order; a step is taken when the ones before have nothing left to ask."""

SEARCH = STEPS.index(_search)
"""The turn of the first search."""

LAST = STEPS.index(further)
"""The turn in which DBLP is asked."""

MOST_ROUNDS = 24
"""No list needs more; see the law in the tests."""
