"""Does the link open the work?"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from urllib.parse import unquote

from rapidfuzz.distance import Levenshtein

from pipeline.checks.case import Case, Remark, has_versions
from pipeline.checks.entry_words import said_of_tool, spoken_of
from pipeline.compare import titles, venues
from pipeline.formats.protocol import Change
from pipeline.match.editions import is_posted
from pipeline.match.entry_against_work import PLAINLY_ANOTHER, Assessment
from pipeline.match.links import in_anthology
from pipeline.match.same_work import NO_WORK, TELLING, may_be_versions
from pipeline.values.entry import Entry, Link
from pipeline.values.finding import Evidence, FixKind
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.work import Candidate, Work

FEWEST_WORDS = 4
"""Telling words of a title that is a title: "Protein LLMs" may be a note on what is linked."""

MOST_WORDS = 20
"""Telling words of a title; what has more is a title and what is said of it, read together."""

MOST_IDENTIFIERS = 4
"""Identifiers of an entry; a table or a paragraph read as one has more."""

SHORTEST_PART = 4
"""Fewest letters of a name before a colon that two titles have in common."""

LONG_PART = 20
"""Letters with which no two titles begin by chance."""

WHOLE_BOOKS = ("book", "edited-book", "collection", "proceedings")
"""Types of what holds chapters and papers."""

PREFERRED = ("doi", "arxiv", "pmid", "pmcid")
"""What a new link is made of, best first."""


def link_elsewhere(case: Case) -> Iterator[Remark]:
    """A link that opens another work."""
    for place, link in enumerate(case.entry.links):
        strangers = [a for a in _strangers(case) if _opens(link.identifiers, a)]
        if strangers and not _told_as_meant(case, link.identifiers):
            yield _elsewhere(case, place, link, strangers[0])
        elif own := _own_number(case, link):
            yield _misnumbered(case, place, link, own)


def _own_number(case: Case, link: Link) -> Identifier | None:
    """The work's number in the ACL's anthology, if the address has another one there."""
    identifiers = {number for number in link.identifiers if number.scheme == "acl"}
    own = in_anthology(case.work) if case.work and identifiers else None
    return None if own in identifiers else own


def _misnumbered(case: Case, place: int, link: Link, own: Identifier) -> Remark:
    """For a person: a paper may stand in two volumes of the anthology."""
    return Remark(
        message=f"The address is another paper's in the ACL Anthology; the work is {own.value}.",
        current=link.url,
        change=Change(field="link", text=own.url, link=place),
        fix=FixKind.REVIEW,
        evidence=_evidence(case.sure.family) if case.sure else (),
    )


def doi_differs(case: Case) -> Iterator[Remark]:
    """A DOI written in the entry that is another work's."""
    linked = {i for link in case.entry.links for i in link.identifiers}
    for mention in case.entry.mentions:
        if mention.identifier.scheme != "doi" or mention.identifier in linked:
            continue
        if _told_as_meant(case, (mention.identifier,)):
            continue
        for stranger in _strangers(case):
            if _opens((mention.identifier,), stranger):
                new = _named(case.work, ("doi",)) if case.work else None
                yield Remark(
                    message=f"{mention.identifier.value} is “{_title(stranger)}”.",
                    current=mention.identifier.value,
                    change=Change(field="doi", text=new.value) if new else None,
                    fix=None if new else FixKind.NONE,
                    evidence=_evidence(stranger.family),
                )


def identifier_elsewhere(case: Case) -> Iterator[Remark]:
    """A written identifier that is no DOI and no link, ``eprint = {...}``, of another work."""
    linked = {i for link in case.entry.links for i in link.identifiers}
    for mention in case.entry.mentions:
        written = mention.where == "written" and mention.identifier not in linked
        if not written or mention.identifier.scheme == "doi":
            continue
        for stranger in (s for s in _strangers(case) if _opens((mention.identifier,), s)):
            new = _named(case.work, (mention.identifier.scheme,)) if case.work else None
            yield Remark(
                message=f"{mention.identifier.value} is “{_title(stranger)}”.",
                current=mention.identifier.value,
                proposed=new.value if new else "",
                fix=FixKind.NONE,
                evidence=_evidence(stranger.family),
            )


def of_its_container(entry: Entry, opened: Assessment) -> bool:
    """What an identifier opens is the book that the entry gives as its venue: a chapter is cited.

    The chapters of "Spike Trains: Theory and Data" under the DOI of the book.
    """
    work = opened.family[0].work
    if entry.venue is None or work.type not in WHOLE_BOOKS:
        return False
    kind = titles.compare(entry.venue.text, work.title, work.other_titles).kind
    return kind in ("same", "shortened", "extended")


def _strangers(case: Case) -> list[Assessment]:
    """Works that the entry's identifiers open and that are not the one it means.

    Without a match only a title that is plainly another, under other authors, is called so.
    """
    chosen = case.situation.chosen
    opened = [
        a for a in case.situation.possible.opened
        if a is not chosen and not of_its_container(case.entry, a) and not spoken_of(case, a)
    ]  # fmt: skip
    if case.sure:
        return [a for a in opened if not _retitled(a, case.sure)]
    if chosen or case.entry.title is None:
        return []
    return [a for a in opened if _plainly_another(case, a)]


def _retitled(opened: Assessment, sure: Assessment) -> bool:
    """Perhaps the same work under the title of another version, which no service says.

    "Palantir characterizes cell fate continuities in human hematopoiesis" was published as
    "Characterization of cell fate probabilities in single-cell data with Palantir".
    """
    if opened.family[0].work.type in NO_WORK:
        return False  # a notice is no version of what it is about
    unsigned = not opened.family[0].work.authors
    if opened.title and opened.title.kind == "same" and (unsigned or _telling(opened)):
        return True
    return any(may_be_versions(a.work, b.work) for a in opened.family for b in sure.family)


def _telling(opened: Assessment) -> bool:
    return titles.distinctive(opened.family[0].work.title) >= TELLING


def _plainly_another(case: Case, opened: Assessment) -> bool:
    """Nothing of the entry speaks for the work; where it names nobody, no word of its title may.

    Nor may it be a preprint then, which may have borne that title in an earlier version.
    """
    entry, title = case.entry, opened.title
    if entry.title is None or title is None or opened.agrees or opened.people_fit >= 0.5:
        return False
    if title.score >= PLAINLY_ANOTHER or _within(entry.title.text, opened) or _begins(opened):
        return False
    words = titles.telling_words(entry.title.text)
    if not words or len(words) > MOST_WORDS or len(entry.mentions) > MOST_IDENTIFIERS:
        return False
    if opened.byline is not None and opened.byline.kind != "unknown":
        return True
    if said_of_tool(case):
        return False
    texts = words
    return len(texts) >= FEWEST_WORDS and not any(
        texts & titles.telling_words(voice.candidate.work.title)
        or (voice.linked and has_versions(voice))
        for voice in opened.voices
    )


def _within(title: str, assessment: Assessment) -> bool:
    """One title is a part of the other: it may have been cut, or read too short."""
    ours = titles.key(title)
    theirs = [titles.key(v.candidate.work.title) for v in assessment.voices]
    return any(ours in other or other in ours for other in theirs)


def _begins(assessment: Assessment) -> bool:
    """One title begins with what stands before or behind the colon of the other.

    "TableRAG TableRAG tackles ..." is "TableRAG: retrieval for tables" and what is said of it.
    """
    ours = assessment.entry.title.text if assessment.entry.title else ""
    return any(
        _starts(text, other) or _common(text, other) >= LONG_PART
        for voice in assessment.voices
        for text, other in (
            (ours, voice.candidate.work.title), (voice.candidate.work.title, ours)
        )
    )  # fmt: skip


def _starts(whole: str, parted: str) -> bool:
    parts = map(titles.key, parted.split(":")) if ":" in parted else ()
    return any(len(part) >= SHORTEST_PART and titles.key(whole).startswith(part) for part in parts)


def _common(left: str, right: str) -> int:
    """Letters with which both titles begin, or one of them behind its colon."""
    ours, theirs = (
        [titles.key(part) for part in (title, title.partition(":")[2])] for title in (left, right)
    )
    pairs = (zip(text, other, strict=False) for text in ours for other in theirs)
    return max(sum(1 for _ in takewhile(lambda two: two[0] == two[1], pair)) for pair in pairs)


def _told_as_meant(case: Case, identifiers: Sequence[Identifier]) -> bool:
    """A record under one of these very numbers is of the work that the entry means.

    Another service may tell something else under the number: one of the two is mistaken.
    """
    family = case.sure.family if case.sure else ()
    return any(not set(identifiers).isdisjoint(c.work.identifiers) for c in family)


def _opens(identifiers: Sequence[Identifier], stranger: Assessment) -> bool:
    return any(set(identifiers) & set(v.candidate.work.identifiers) for v in stranger.voices)


def _elsewhere(case: Case, place: int, link: Link, stranger: Assessment) -> Remark:
    address = link_to(case.work, link.identifiers) if case.work else ""
    return Remark(
        message=f"The link opens “{_title(stranger)}”.",
        current=link.url,
        change=Change(field="link", text=address, link=place) if address else None,
        fix=_mending(case, link, stranger, address) if address else FixKind.NONE,
        evidence=_evidence(stranger.family),
        confidence=case.match.confidence if case.sure else 0.97,
    )


def _mending(case: Case, link: Link, stranger: Assessment, address: str) -> FixKind | None:
    """For a person where the title alone speaks against the link: either may be what is wrong.

    "Pangu Ultra: ... Dense ... (May 2025)" over a link to the same people's other paper, of May. A
    link that stands at another entry too was pasted with it.
    """
    if _twice(case, link.identifiers, address):
        return FixKind.REVIEW  # what it would say stands there: the item may tell of two papers
    if link.url in case.habits.repeated:
        return None
    assessment = case.sure
    if assessment and (
        assessment.people_fit
        or assessment.venue_fits
        or (assessment.year == 0 and stranger.year != 0)
    ):
        return None
    return FixKind.REVIEW


def link_to(work: Work, like: Sequence[Identifier] = ()) -> str:
    """The address of a work: of the kind that ``like`` is if it has one, else by its DOI."""
    kinds = [i.scheme for i in like if i.scheme in ("arxiv", "pmid", "pmcid")]
    own = _named(work, (*kinds, *PREFERRED))
    return own.url if own else work.url


def _named(work: Work, schemes: Sequence[str]) -> Identifier | None:
    for scheme in schemes:
        for number in work.identifiers:
            if number.scheme == scheme:
                return number
    return None


def _title(assessment: Assessment) -> str:
    return assessment.family[0].work.title


def _evidence(family: Sequence[Candidate]) -> tuple[Evidence, ...]:
    return tuple(
        dict.fromkeys(
            Evidence(source=c.provenance.source, url=c.provenance.url, value=c.work.title)
            for c in family
        )
    )


def link_missing(case: Case) -> Iterator[Remark]:
    """None, or empty."""
    entry, work = case.entry, case.work
    given = any(link.url for link in entry.links) or entry.mentions
    if given or not work or not (address := link_to(work)):
        return
    if not case.habits.link and not (entry.format == "bibtex" and _DOI_ADDRESS.match(address)):
        return  # a style prints the DOI of a .bib entry wherever it has one; an address it may not
    yield Remark(
        message="The link is empty." if entry.links else "There is no link.",
        change=Change(field="link", text=address, link=_empty(entry)),
        fix=FixKind.REVIEW if _posted_after(case) or _unwonted(case, address) else None,
        evidence=_evidence(case.match.evidence),
    )


def _unwonted(case: Case, address: str) -> bool:
    """A publisher's page where the list links none, or calls its links "pdf": open copies."""
    doi, habits = _DOI_ADDRESS.match(address) is not None, case.habits
    return doi and case.entry.format != "bibtex" and (habits.pdfs or not habits.dois)


def _posted_after(case: Case) -> bool:
    """Only a preprint is known, younger than what the entry cites: its text may be another.

    scikit-learn's paper in JMLR of 2011 is on arXiv since 2012, with three authors more.
    """
    year, voices = case.entry.year, case.sure.voices if case.sure else ()
    posted = [date.year for voice in voices for date in voice.candidate.work.dates]
    if year is None or not posted:
        return False
    return case.of_unseen_version and max(posted) > year.value


def _empty(entry: Entry) -> int:
    """The empty link to fill, or the place after the last."""
    return next((n for n, link in enumerate(entry.links) if not link.url), len(entry.links))


def link_dead(case: Case) -> Iterator[Remark]:
    """The identifier in the link is registered nowhere."""
    dead, work = set(case.match.dead), case.work
    linked: set[Identifier] = set()
    for place, link in enumerate(case.entry.links):
        gone = dead & set(link.identifiers) - _encoded(case)
        linked |= gone
        if gone:
            own = link.role == "paper"  # a dead link to data is not the paper's
            address = link_to(work, link.identifiers) if work and own else ""
            remark = _gone(case, link.url, Change(field="link", text=address, link=place), address)
            doubtful = (
                _twice(case, gone, address) or _called_otherwise(case, link)
                or _of_another_version(case, posted=_posted(gone), address=address)
                or (_posted(gone) and _is_copy(case, link, address))
            )  # fmt: skip
            yield remark.but(fix=FixKind.REVIEW) if address and doubtful else remark
        elif impossible(link):
            own_number = _named(work, ("arxiv", *PREFERRED)) if work else None
            address = own_number.url if own_number else ""
            remark = _gone(case, link.url, Change(field="link", text=address, link=place), address)
            other = own_number is not None and _of_another_version(
                case, posted=True, address=address
            )
            yield remark.but(fix=FixKind.REVIEW) if other else remark
    yield from _page_gone(case)
    for mention in case.entry.mentions:
        if mention.identifier in dead - linked - _encoded(case):
            new = _named(work, (mention.identifier.scheme,)) if work else None
            field = "doi" if mention.identifier.scheme == "doi" else "link"
            change = Change(field="doi", text=new.value) if new and field == "doi" else None
            remark = _gone(case, mention.identifier.value, change, new.value if new else "")
            posted = _posted((mention.identifier,))
            other = _of_another_version(case, posted=posted, address=new.url if new else "")
            yield remark.but(fix=FixKind.REVIEW) if other else remark


def _is_copy(case: Case, link: Link, address: str) -> bool:
    """The open copy beside what was printed, by its label or another link: "[pdf](...) [arXiv]()".

    The publisher's page is no such thing.
    """
    own = {copy.url for copy in case.work.identifiers if is_posted(copy)} if case.work else set()
    labelled = venues.server(link.label) is not None
    beside = any(
        own_link.role == "paper" and own_link.url and own_link is not link
        for own_link in case.entry.links
    )
    return address not in own and (labelled or beside)


def _posted(gone: Collection[Identifier]) -> bool:
    return all(map(is_posted, gone))


def _of_another_version(case: Case, *, posted: bool, address: str) -> bool:
    """What is dead was printed and nobody shows more than the preprint, or the other way round.

    The preprint's address would be of another version than "*Nature Genetics*, 2023", and that of
    the print than "et al. arXiv. [[paper]]" says; unless the entry names where it was printed.
    """
    if not posted:
        return case.of_unseen_version
    own = case.work.identifiers if case.work else ()
    if any(is_posted(same) for same in own if same.url == address):
        return False
    return case.cited is None or not case.cited.placed(case.entry)


def _page_gone(case: Case) -> Iterator[Remark]:
    """A page that its server has no more, of an entry that nothing else tells of; kept elsewhere.

    For a person: the copy may be of an older text, and the paper may have a better address by now.
    """
    copy = case.situation.copied
    if copy:
        yield Remark(
            message="The page is gone; the Internet Archive keeps a copy.",
            current=case.entry.links[0].url,
            change=Change(field="link", text=copy, link=0),
            fix=FixKind.REVIEW,
            evidence=(Evidence(source="archive.org", url=copy, value=_day(copy)),),
            confidence=0.98,
        )


def _day(copy: str) -> str:
    """The day of a copy, which its address begins with."""
    hit = re.search(r"/web/(\d{4})(\d\d)(\d\d)", copy)
    return "-".join(hit.groups()) if hit else ""


def _twice(case: Case, gone: Collection[Identifier], address: str) -> bool:
    """The entry has this address already, and none of these is a slip of it.

    "preprint = {https://essopenarchive.org/doi/10.22541/…}" beside the article's DOI was another
    version's: it is nobody's but a person's to take away.
    """
    new = next((m.identifier for m in case.entry.mentions if m.identifier.url == address), None)
    return new is not None and all(
        Levenshtein.distance(dead.value, new.value) > MOST_SLIPS for dead in gone
    )


def _called_otherwise(case: Case, link: Link) -> bool:
    """The link's own words are another title than the entry's and the work's.

    A tool with three papers is one item: the address of its third is no slip of the first's.
    """
    title = case.entry.title.text if case.entry.title else ""
    known = [title, case.work.title, *case.work.other_titles] if case.work else [title]
    return len(titles.telling_words(link.label)) >= A_TITLE and all(
        titles.compare(link.label, text).kind in ("related", "differs") for text in known
    )


A_TITLE = 3
"""Fewest telling words of a label that may be a title of its own."""

MOST_SLIPS = 3
"""Letters by which a DOI typed twice differs from itself."""


def _encoded(case: Case) -> set[Identifier]:
    """DOIs of the entry that are the work's but for percent signs its record keeps."""
    own = {unquote(i.value) for i in case.work.identifiers} if case.work else set()
    return {m.identifier for m in case.entry.mentions if unquote(m.identifier.value) in own}


_DOI_ADDRESS = re.compile(r"https://doi\.org/10\.(?!48550/)")
"""The address of a DOI, but arXiv's, under which the preprint of what is cited may stand."""

ARXIV_ADDRESS = re.compile(
    r"(?i)^https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})"
)


def impossible(link: Link) -> bool:
    """An address of arXiv with an id that cannot be: there is no thirteenth month."""
    spelt = ARXIV_ADDRESS.match(link.url)
    return spelt is not None and identifier("arxiv", spelt[1]) is None


def _gone(case: Case, current: str, change: Change | None, address: str) -> Remark:
    return Remark(
        message="The identifier in the link is registered nowhere.",
        current=current,
        proposed=address,
        change=change if address else None,
        fix=None if address and change else FixKind.NONE,
        evidence=_evidence(case.match.evidence) if case.sure else (),
        confidence=case.match.confidence if case.sure else 0.98,
    )


def link_style(case: Case) -> Iterator[Remark]:
    """The address spelt otherwise than its registry does: http, dx.doi.org, tracking, a version.

    Where the list wants DOIs (``style.link``), an address of the work that is none.
    """
    for place, link in enumerate(case.entry.links):
        wanted = tidied(link.url)
        if case.settings.style.link == "doi" and link.role == "paper":
            wanted = _doi_address(case, link) or wanted
        if link.url and wanted != link.url:
            yield Remark(
                message="The address has a better spelling.",
                current=link.url,
                change=Change(field="link", text=wanted, link=place),
            )


def _doi_address(case: Case, link: Link) -> str:
    """The DOI's address of the version that the link opens; empty if it opens another."""
    work = case.work
    if not work or not set(link.identifiers) & set(work.identifiers):
        return ""
    doi = _named(work, ("doi",))
    return doi.url if doi else ""


def tidied(url: str) -> str:
    """An address of a registry as the registry spells it today; other addresses as they are."""
    new = re.sub(r"^https?://(?:dx|www)\.doi\.org/|^http://doi\.org/", "https://doi.org/", url)
    new = re.sub(r"^http://(?:www\.)?arxiv\.org/", "https://arxiv.org/", new)
    if fixed := FIXED_VERSION.match(new):
        new = fixed[1] + fixed[2]
    head, mark, query = new.partition("?")
    kept = [p for p in query.split("&") if p and not re.match(r"(utm_\w+|fbclid|gclid)=", p)]
    return head + ("?" + "&".join(kept) if mark and kept else "")


FIXED_VERSION = re.compile(
    r"(https://arxiv\.org/(?:abs|pdf)/(?:[a-z.-]{1,20}/)?[0-9.]{7,10})v[0-9]{1,2}((?:\.pdf)?)$",
    re.IGNORECASE,
)
"""The address of one version of a preprint: "…/abs/2301.09999v1" stays when the next one comes.

bioRxiv has no other: it leads every address to that of a version."""
