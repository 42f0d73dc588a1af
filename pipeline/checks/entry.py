"""What can be said of the entry as a whole."""

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.case import Case, Remark, has_versions
from pipeline.checks.entry_words import spoken_of
from pipeline.checks.link import (
    impossible,
    link_elsewhere,
    of_its_container,
)
from pipeline.checks.records import abstract_apart
from pipeline.compare import other_venues, titles, venues
from pipeline.compare.journals import abbreviated
from pipeline.match.choice import WHOLLY
from pipeline.match.entry_against_work import Assessment
from pipeline.match.same_work import SAME_PEOPLE, heard, shared
from pipeline.match.searched import NAMED, elsewhere
from pipeline.match.unanswered import silences_of
from pipeline.papers.reconcile import name
from pipeline.values.audit import Status
from pipeline.values.finding import Evidence, Severity
from pipeline.values.match import Verdict
from pipeline.values.question import ByCitation
from pipeline.values.work import Candidate, Person, Stage, Work

UNLISTED = re.compile(
    r"(?i)\b(thesis|dissertation|report|memo|blog|press|book|university|patent|workshop|poster|"
    r"manuscript|preparation|submitted|review|openreview|pmlr|jmlr|tmlr|usenix|hotnets|lecture|"
    r"course|white ?paper|distill|medium|github|website|standard|rfc|magazine|news|council|"
    r"foundation|records)\b"
)
"""Venues of which our services hold little: their silence proves nothing."""


UNKEPT = frozenset(
    [
        "book", "inbook", "incollection", "booklet", "mvbook", "bookinbook", "suppbook",
        "collection", "manual", "phdthesis", "mastersthesis", "thesis", "techreport", "report",
        "unpublished", "software", "dataset", "patent", "online", "electronic", "www", "standard",
        "chapter", "webpage",
    ]
)  # fmt: skip
"""Kinds of entries that no service holds all of: books, chapters, reports, theses, programs."""

ACRONYM = re.compile(r"[A-Z][A-Za-z@&-]*[A-Z]{2,}[A-Za-z@&-]*")
"""A conference that we do not know: "ICMLCA". What is not known proves nothing."""

JOURNALS = frozenset(("JHEP", "JINST", "JCAP", "PNAS", "JAMA", "NEJM", "BMJ", "JACS", "MNRAS"))
"""Journals known by their acronyms, all of whose papers Crossref has."""

UNREGISTERED = (
    "Journal of Machine Learning Research",
    "Transactions on Machine Learning Research",
    "Proceedings of Machine Learning Research",
    "Advances in Neural Information Processing Systems",
    "International Conference on Learning Representations",
    "International Conference on Machine Learning",
)
"""Places whose papers have no DOI, or not all of them: silence proves nothing there, however the
name is abbreviated ("J. Mach. Learn. Res.")."""


def encoding(case: Case) -> Iterator[Remark]:
    """Text decoded wrongly, repaired."""
    garbled = case.entry.garbled
    if garbled:
        shown = ", ".join(f"{wrong} → {right}" for wrong, right in garbled[:4])
        yield Remark(
            message=f"UTF-8 was read as Windows-1252: {shown}.",
            current=" ".join(wrong for wrong, _ in garbled),
            proposed=" ".join(right for _, right in garbled),
            confidence=0.999,
        )


def unparsed(case: Case) -> Iterator[Remark]:
    """Looks like a paper but could not be read."""
    if case.entry.unparsed is not None:
        yield Remark(message=f"This looks like a paper, but {case.entry.unparsed}.", confidence=1.0)


def ambiguous(case: Case) -> Iterator[Remark]:
    """Several works fit (named)."""
    if status_of(case) is not Status.AMBIGUOUS or any(link_elsewhere(case)):
        return
    # The voices about one work are no several works.
    rivals = case.match.rivals or case.match.evidence[:1] or case.match.linked[:1]
    named = "; ".join(cited(c) for c in rivals[:4])
    alone, mild = len(rivals) == 1, _mild(case, rivals)
    yield Remark(
        message=f"It may be {named}." if alone else f"Several works fit: {named}.",
        current=case.entry.title.text if case.entry.title else "",
        evidence=tuple(_seen(c) for c in rivals[:4]),
        severity=Severity.NOTICE if mild else None,
        confidence=MILDLY if mild else 0.9,
    )


MILDLY = 0.1
"""How likely another work is meant, or a fault, where little is in doubt: 2 of 25 on real lists."""


def _mild(case: Case, rivals: Sequence[Candidate]) -> bool:
    """Nothing of the entry is in doubt but which of one text's editions it cites, or its reading.

    "Adversarial attacks on ..." is a paper of KDD and an abstract of IJCAI by the same people; "et
    al", the second line of an entry, is no title.
    """
    if case.entry.title and not titles.telling_words(case.entry.title.text):
        return True
    chosen = case.situation.chosen
    if chosen and (elsewhere(chosen) or abstract_apart(chosen)):
        return True  # another printing of its text, or its abstract, is all that services show
    if any(spoken_of(case, opened) for opened in case.situation.possible.opened):
        return True  # a sentence about several papers: none of them is the one
    if len(rivals) > 1:
        first = rivals[0].work
        return all((shared(first, other.work) or 0) >= SAME_PEOPLE for other in rivals[1:])
    return _uncontradicted(case) or _renamed(case, rivals[0].work)


def _renamed(case: Case, work: Work) -> bool:
    """The entry's own number opens a preprint that names nobody, under another title on its theme.

    bioRxiv shows the last version: "Probabilistic machine learning ensures accurate ambient
    denoising in ... single-cell omics" became "Probabilistic modelling of ambient noise in ...".
    """
    title = case.entry.title
    linked = {mention.identifier for mention in case.entry.mentions} & set(work.identifiers)
    if not title or not linked or work.authors or work.stage is not Stage.PREPRINT:
        return False
    common = titles.telling_words(title.text) & titles.telling_words(work.title)
    return len(common) >= ON_ONE_THEME


ON_ONE_THEME = 2
"""Fewest telling words that two titles of one preprint have in common."""


def _uncontradicted(case: Case) -> bool:
    """The one work that it may be has the very title and no other authors, or the very authors.

    "Recurrent Neural Network Grammars" without authors is no doubtful entry; nor is a preprint
    under the title of an earlier version, nor "Deep Learning for Anomaly Detection: A Review", of
    whose authors only another paper is known. In the same place and year, the title is in doubt.
    """
    chosen = case.situation.chosen
    if chosen is None:
        return case.entry.authors is None
    if _opens_a_stranger(case, chosen):
        return False
    if chosen.people_fit >= WHOLLY and not (chosen.venue_fits and chosen.year == 0):
        return True  # another paper of theirs, or a version under another title
    if chosen.title is not None and chosen.agrees:
        return case.entry.authors is None or not chosen.byline or chosen.byline.kind == "unknown"
    return any(voice.linked and has_versions(voice) for voice in chosen.voices)


def _opens_a_stranger(case: Case, chosen: Assessment) -> bool:
    """The entry's own number opens a preprint that was never revised, and no word of its title.

    Where the entry names no other place, nobody can have called it so: one of the two was pasted.
    """
    entry, linked = case.entry, [voice for voice in chosen.voices if voice.linked]
    if entry.title is None or (entry.venue and venues.server(entry.venue.text) is None):
        return False
    posted = all(voice.candidate.work.stage is Stage.PREPRINT for voice in chosen.voices)
    words = titles.telling_words(entry.title.text)
    return (
        posted
        and len(words) >= ON_ONE_THEME
        and bool(linked)
        and not any(
            has_versions(voice) or words & titles.telling_words(voice.candidate.work.title)
            for voice in linked
        )
    )


def cited(candidate: Candidate) -> str:
    """A work as a sentence names it: title, authors, venue, year."""
    work = candidate.work
    who = _first(work.authors)
    where = work.container_title
    when = str(work.issued.year) if work.issued else ""
    rest = ", ".join(part for part in (who, where, when) if part)
    return f"“{work.title}”" + (f" ({rest})" if rest else "")


def _first(people: Sequence[Person]) -> str:
    """One or both of two, as an editor cites them; of more the first and "et al."."""
    if len(people) > 2:
        return f"{name(people[0])} et al."
    return " and ".join(map(name, people))


def _seen(candidate: Candidate) -> Evidence:
    provenance = candidate.provenance
    return Evidence(source=provenance.source, url=provenance.url, value=candidate.work.title)


def not_found(case: Case) -> Iterator[Remark]:
    """Every service answered and none knows such a work."""
    if status_of(case) is Status.NOT_FOUND:
        near = case.match.rivals[:1]
        hint = f" The nearest is {cited(near[0])}." if near else ""
        yield Remark(
            message=f"No service knows such a work.{hint}",
            current=case.entry.title.text if case.entry.title else "",
            evidence=tuple(_seen(c) for c in near),
            confidence=0.97,
        )


def not_verified(case: Case) -> Iterator[Remark]:
    """A service could not be asked, or none that we ask lists such works; nothing is concluded."""
    if status_of(case) is Status.NOT_VERIFIED:
        silences = silences_of(case.situation.inquiry)
        why = f"{'; '.join(silences)}. Nothing is concluded" if silences else _unlisted(case)
        yield Remark(message=f"Not verified: {why}.", confidence=1.0)


def _unlisted(case: Case) -> str:
    if bare := case.match.untitled:
        return f"{bare[0]} is registered without a title, there is nothing to compare"
    if case.entry.title is None:
        return _opaque(case)
    if case.match.linked:
        return f"no service knows the title, and the link opens {cited(case.match.linked[0])}"
    venue = case.entry.venue.text if case.entry.venue else ""
    return (
        f"the services hold little of {venue}"
        if venue
        else "no service that was asked knows the title, and no venue says who else would"
    )


_BESIDE = "its DOI or its title written beside the address is enough to complete it"

_HOUSES = {
    "acl": "the ACL Anthology", "cvf": "CVF", "dblp": "DBLP", "hal": "HAL", "ieee": "IEEE Xplore",
    "jstor": "JSTOR", "nips": "NeurIPS", "openreview": "OpenReview", "pii": "Elsevier",
    "pmlr": "PMLR", "s2": "Semantic Scholar", "citeseer": "CiteSeer",
}  # fmt: skip
"""Whose own numbers these are."""


def _opaque(case: Case) -> str:
    """What is missing of an entry that is nothing but an address."""
    if case.match.linked:
        return (
            f"the link opens {cited(case.match.linked[0])}, which is no paper; link what is meant"
        )
    own = next((m.identifier for m in case.entry.mentions), None)
    if own is None and case.entry.authors is not None:
        return "the reference gives no title, and no work is known at its place; its DOI is enough"
    if own is None:
        return (
            f"the entry has no title, and its link no identifier that a registry knows; {_BESIDE}"
        )
    house = _HOUSES.get(own.scheme)
    whose = f"{house}'s own number {own.value}" if house else f"{own}"
    return f"the entry has no title, and no service that is asked knows {whose}; {_BESIDE}"


def status_of(case: Case) -> Status:
    """What became of the entry."""
    match, entry = case.match, case.entry
    if entry.unparsed is not None:
        return Status.UNPARSED
    if match.sure:
        return Status.RESOLVED
    if match.unheard:
        return Status.NOT_VERIFIED
    if match.verdict in (Verdict.AMBIGUOUS, Verdict.WEAK):
        return Status.AMBIGUOUS
    if _opens_another(case) and entry.title is not None and entry.authors is not None:
        return Status.AMBIGUOUS  # between what it says and what its link opens
    return Status.NOT_FOUND if _knowable(case) else Status.NOT_VERIFIED


def _opens_another(case: Case) -> bool:
    """An identifier of the entry opens a work, and no book whose chapter it cites."""
    opened = case.situation.possible.opened if case.match.linked else ()
    return any(not of_its_container(case.entry, assessment) for assessment in opened)


def _knowable(case: Case) -> bool:
    """Whether the services' silence proves that there is no such work.

    Every search was made, the title is telling, and the entry claims a place that the services
    hold; or its identifier is registered nowhere, or opens another work.
    """
    entry = case.entry
    if entry.title is None or titles.distinctive(entry.title.text) < NAMED or not _searched(case):
        return False
    if any(m.identifier not in case.match.dead for m in entry.mentions):
        return False  # it opens something: what, is said of the link
    if _has_notice(case):
        return False
    if case.match.dead or any(map(impossible, entry.links)):
        return True
    if not entry.venue or not (entry.authors or entry.links):
        return False  # "Cover image of the moss issue, Nature Genetics, 2020"
    venue = entry.venue.text
    if venues.server(venue):
        return True
    if (entry.kind or "").lower() in UNKEPT:
        return False
    if any(venues.compare(venue, (name,)).kind != "differs" for name in UNREGISTERED):
        return False
    if ACRONYM.fullmatch(venue.strip()) and venue.strip() not in JOURNALS:
        return False
    return not venues.conference(venue) and not UNLISTED.search(venue) and _held(venue)


def _has_notice(case: Case) -> bool:
    """A correction or a comment of just this work was found: so there is one.

    "Erratum: Gain-of-function mutations ... (Proc Natl Acad Sci U S A)" speaks of an article that
    nobody shows.
    """
    title = case.entry.title
    own = titles.key(BRACKET.sub("", title.text)) if title else ""
    return bool(own) and any(
        titles.about_another(candidate.work.title) and own in titles.key(candidate.work.title)
        for candidate in heard(case.situation.inquiry)
    )


BRACKET = re.compile(r"\s*\[[^\[\]]*\]\.?\s*$")
"""A library's remark behind a title: "... syndrome.[Erratum appears in Proc Natl Acad Sci]"."""


def _held(venue: str) -> bool:
    """Whether a journal is known by this name: newspapers, funders and labels are none."""
    return other_venues.known(venue) or abbreviated(venue) or venue.strip() in JOURNALS


def _searched(case: Case) -> bool:
    asked = {
        r.question.source for r in case.situation.inquiry.replies
        if isinstance(r.question.query, ByCitation)
    }  # fmt: skip
    return {"crossref", "arxiv", "pubmed"} <= asked


def sources_disagree(case: Case) -> Iterator[Remark]:
    """The services contradict each other on one version of the work."""
    sure = case.sure
    if not sure:
        return
    for stage in (Stage.RECORD, Stage.PREPRINT):
        voices = [c for c in sure.family if c.work.stage is stage and c.work.authors_complete]
        counts = {len(c.work.authors): c for c in voices if c.work.authors}
        if len(counts) > 1:
            text = "; ".join(f"{c.provenance.source} names {n}" for n, c in sorted(counts.items()))
            yield Remark(
                message=f"The services differ on the number of authors: {text}.",
                evidence=tuple(_seen(c) for c in counts.values()),
            )
