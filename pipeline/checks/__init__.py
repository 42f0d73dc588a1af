"""Entries against records, and entries among themselves: the table of checks.

In: entries with the works they mean. Out: remarks on what is wrong, each with its evidence.
Imports: values, compare, match, formats, papers.

To add one: a function here or in a module beside, a line in ``CHECKS``, a row in
``pipeline/values/codes.py``, a page in ``pipeline/checks/explanations/``, and a test of what it
flags and what it must not.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from pipeline.checks import authors, entry, link, neighbours, status, style, title, venue, year
from pipeline.checks import superseded as later
from pipeline.checks.case import Case, Remark
from pipeline.checks.case import Observation as Observation
from pipeline.checks.chance import SURELY, certainty, weighed
from pipeline.checks.excuses import excused
from pipeline.checks.recurring import without_refrains
from pipeline.checks.siblings import siblings
from pipeline.compare.titles import key
from pipeline.values.codes import BY_NAME
from pipeline.values.finding import Finding, FixKind, Severity

Check = Callable[[Case], Iterator[Remark]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("unparsed", entry.unparsed),
    ("encoding", entry.encoding),
    ("not-found", entry.not_found),
    ("ambiguous", entry.ambiguous),
    ("not-verified", entry.not_verified),
    ("retracted", status.retracted),
    ("concern", status.concern),
    ("corrected", status.corrected),
    ("superseded", later.superseded),
    ("title-differs", title.title_differs),
    ("title-misspelt", title.title_misspelt),
    ("title-style", title.title_style),
    ("authors-differ", authors.authors_differ),
    ("authors-incomplete", authors.authors_incomplete),
    ("authors-incomplete", authors.authors_several),
    ("authors-extra", authors.authors_extra),
    ("authors-order", authors.authors_order),
    ("author-misspelt", authors.author_misspelt),
    ("authors-missing", authors.authors_missing),
    ("authors-style", style.authors_style),
    ("venue-differs", venue.venue_differs),
    ("venue-misspelt", venue.venue_misspelt),
    ("venue-missing", venue.venue_missing),
    ("venue-style", venue.venue_style),
    ("venue-style", style.venue_wanted),
    ("venue-unverified", venue.venue_unverified),
    ("year-differs", year.year_differs),
    ("link-elsewhere", link.link_elsewhere),
    ("link-elsewhere", link.identifier_elsewhere),
    ("link-dead", link.link_dead),
    ("link-missing", link.link_missing),
    ("link-style", link.link_style),
    ("doi-differs", link.doi_differs),
    ("sources-disagree", entry.sources_disagree),
)
"""Code and check, in the order in which an entry's findings are shown."""


UNREAD = frozenset({"unparsed", "encoding", "retracted"})
"""Said of an entry that could not be read: its identifier may still open a retracted work."""

READ = ("title", "authors", "venue", "year")
"""Fields whose accusation rests on our reading of the entry."""


def check(
    cases: Sequence[Case], among: Sequence[Case] | None = None
) -> tuple[tuple[Observation, ...], ...]:
    """For each case what the checks have to say, in order; ignored codes left out.

    ``among`` are the cases of the whole lists, if these are not all of them.
    """
    everyone = cases if among is None else among
    index = neighbours.by_family(everyone)
    again = neighbours.duplicates(everyone)
    beside = siblings(everyone)
    observations = [tuple(_about(case, index, again)) for case in cases]
    entries = Counter(case.entry.path for case in everyone)
    kept = zip(cases, without_refrains(observations, entries), strict=True)
    return tuple(weighed(case, each, beside) for case, each in kept)


def _about(case: Case, index: neighbours.Index, again: dict[str, Case]) -> Iterator[Observation]:
    swapped = tuple(neighbours.authors_swapped(case, index))
    unparsed, unheard = case.entry.unparsed is not None, bool(case.match.unheard)
    unsure = _unsure(case)
    for code, function in CHECKS:
        if unparsed and code not in UNREAD:
            continue
        if BY_NAME[code].field in unsure:
            continue
        if unheard and _may_be_spelt_so(code):
            continue
        if code == "authors-differ" and swapped:
            yield from (_said(case, "authors-swapped", remark) for remark in swapped)
            continue
        for remark in function(case):
            if excused(case, code, remark) is None:
                yield _said(case, code, remark)
    yield from (_said(case, "duplicate", r) for r in neighbours.duplicate(case, again))


def _unsure(case: Case) -> frozenset[str]:
    """The fields that were not read surely: what stands there accuses nobody."""
    if case.sure is not None and case.sure.misread:
        return frozenset(READ)
    return frozenset(field for field in READ if certainty(case, field) < SURELY)


def _may_be_spelt_so(code: str) -> bool:
    """Whether a voice that is missing may bear the entry out: each service spells in its manner.

    PubMed has "Radiation oncology (London, England)" and titles in lower case. What is plainly
    another's stays.
    """
    about = BY_NAME[code]
    return about.field in ("title", "venue") and about.severity is not Severity.ERROR


def _said(case: Case, code: str, remark: Remark) -> Observation:
    # What is established is said; nothing is written while a voice is missing.
    if remark.fix is None and ((case.silent and code != "encoding") or _cut(case, remark)):
        remark = remark.but(fix=_at_most_review(code))
    sure = case.match.confidence if remark.confidence is None else remark.confidence
    return Observation(code=code, entry=case.entry, remark=remark, confidence=sure)


def _cut(case: Case, remark: Remark) -> bool:
    """Whether people would be written of whom the source tells neither all nor any given name."""
    change = remark.change
    if change is None or change.field != "authors" or not change.people or not case.work:
        return False
    bare = all(person.family and not person.given for person in change.people)
    return bare or not (case.work.authors_complete or change.et_al)


def _at_most_review(code: str) -> FixKind:
    return FixKind.NONE if BY_NAME[code].fix is FixKind.NONE else FixKind.REVIEW


def finding(observation: Observation, seen: set[str]) -> Finding:
    """The finding without its edits; ``seen`` are the ids given so far in this run, and grows."""
    code, remark = BY_NAME[observation.code], observation.remark
    return Finding(
        id=_identity(observation, seen),
        code=code.name,
        severity=remark.severity or code.severity,
        field=code.field,
        line=remark.line or observation.entry.line,
        current=remark.current,
        proposed=remark.proposed,
        fix=code.fix if remark.fix is None else remark.fix,
        other=remark.other,
        message=remark.message,
        evidence=remark.evidence,
        confidence=observation.confidence,
    )


def _identity(observation: Observation, seen: set[str]) -> str:
    """Twelve digits that outlive a moved line: list, entry, code and what stands there."""
    entry = observation.entry
    anchor = key(entry.title.text) if entry.title else entry.key or entry.id
    text = f"{entry.path}\x1f{anchor}\x1f{observation.code}\x1f{observation.remark.current}"
    count = 0
    while True:
        digits = hashlib.sha256(f"{text}\x1f{count}".encode()).hexdigest()[:12]
        if digits not in seen:
            seen.add(digits)
            return digits
        count += 1
