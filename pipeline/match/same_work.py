"""Which candidates speak of one and the same work.

A preprint and its version of record are one work in two versions. A conference paper and its
journal sequel, an erratum, a reply, a data set are other works, however alike their titles are.
"""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from pipeline.compare.conferences import conferences
from pipeline.compare.forms import GROUP
from pipeline.compare.titles import distinctive, key
from pipeline.match.pages import first
from pipeline.values.identifiers import Identifier
from pipeline.values.question import ById, Found, Inquiry
from pipeline.values.work import Candidate, Stage, Work

Family = tuple[Candidate, ...]
"""The voices about one work, all its versions; never empty."""

SERIAL = ("doi", "arxiv", "pmid")
"""Schemes whose equal values mean the same version of the same work."""

SAME_PEOPLE = 0.6
"""Least share of common family names for two records with one title to be one work."""

KIN = 55
"""Least title similarity (per cent) for a declared relation to be believed without common authors.
arXiv's DOI field is typed by authors and now and then names another paper."""

YEARS_APART = 6
"""Most years between a preprint and its version of record that no record declares."""

TELLING = 0.6
"""Least distinctiveness of a title that two records of a collaboration have in common."""

UMLAUT = re.compile("([aou])e")
"""An umlaut as it is written without one."""

NO_WORK = ("notice", "peer-review", "component")
"""Types that are about a work, or part of one, and never the work itself."""


def heard(inquiry: Inquiry) -> tuple[Candidate, ...]:
    """Every candidate the entry was told of, in order of asking, each record once."""
    seen: dict[tuple[str, str, str], Candidate] = {}
    for reply in inquiry.replies:
        if isinstance(reply.answer, Found):
            for candidate in reply.answer.candidates:
                ours = candidate.work.identifiers
                mark = (
                    candidate.provenance.source,
                    str(ours[0]) if ours else "",
                    candidate.work.title,
                )
                seen.setdefault(mark, candidate)
    return tuple(seen.values())


def opened(inquiry: Inquiry) -> tuple[Candidate, ...]:
    """What the identifiers that the entry itself carries name."""
    carried = {mention.identifier for mention in inquiry.entry.mentions}
    candidates: list[Candidate] = []
    for reply in inquiry.replies:
        query, answer = reply.question.query, reply.answer
        if isinstance(query, ById) and query.identifier in carried and isinstance(answer, Found):
            candidates += [c for c in answer.candidates if c not in candidates]
    return tuple(candidates)


def serial(work: Work) -> frozenset[Identifier]:
    """The identifiers that name exactly this version."""
    return frozenset(i for i in work.identifiers if i.scheme in SERIAL)


def people(work: Work) -> frozenset[str]:
    """Folded family names, or the last word of a literal; a collaboration is nobody."""
    names = (p.family or p.literal for p in work.authors if p.family or not GROUP.search(p.literal))
    return frozenset(filter(None, (_bare(name.split()[-1]) for name in names if name.split())))


def _bare(name: str) -> str:
    """The letters of a name, an umlaut written out as one that lost its dots: "Schoerpf"."""
    return UMLAUT.sub(r"\1", key(name))


def shared(left: Work, right: Work) -> float | None:
    """Share of common family names in the shorter by-line; None if one has none."""
    ours, theirs = people(left), people(right)
    if not ours or not theirs:
        return None
    return len(ours & theirs) / min(len(ours), len(theirs))


def alike(left: Work, right: Work) -> float:
    """Likeness of titles, 0 to 100, the best over the variants each record gives."""
    return max(
        fuzz.ratio(key(text), key(other))
        for text in (left.title, *left.other_titles)
        for other in (right.title, *right.other_titles)
    )


def one_work(left: Work, right: Work) -> bool:
    """Whether two records describe the same work, in the same version or another."""
    ours, theirs = serial(left), serial(right)
    if left.type in NO_WORK or right.type in NO_WORK:
        return left.type == right.type and not ours.isdisjoint(theirs)
    same, declared = not ours.isdisjoint(theirs), (_declared(left, theirs), _declared(right, ours))
    if all(declared):
        return True  # one may name another work by mistake, both each other do not
    if not same and not any(declared):
        return _undeclared(left, right)
    common = shared(left, right)
    if same and common is None:
        return True
    return (common or 0) >= 0.5 or alike(left, right) >= KIN


def _declared(work: Work, others: frozenset[Identifier]) -> bool:
    """The record says that one of these is its preprint or its version of record."""
    return not others.isdisjoint((*work.preprint_of, *work.preprints))


def _undeclared(left: Work, right: Work) -> bool:
    """One work that no record declares so: one title, the same people, a preprint and a record."""
    if alike(left, right) < 100:
        return False
    common = shared(left, right)
    if common is not None and common < SAME_PEOPLE:
        return False
    if left.stage is Stage.RECORD and right.stage is Stage.RECORD:
        return _registered_twice(left, right)
    if common is None and not (_signed_together(left, right) or _unsigned(left, right)):
        return False
    return _near(left, right)


def _signed_together(left: Work, right: Work) -> bool:
    """A telling title, and a collaboration that signs one record: nobody else need be named."""
    groups = (p for work in (left, right) for p in work.authors if not p.family)
    return any(groups) and distinctive(left.title) >= TELLING


def _unsigned(left: Work, right: Work) -> bool:
    """A telling title, a preprint and what was printed, and a record that lost its by-line.

    Of 340 preprints that share a telling title with what was printed within six years, among
    340,000 works, none was another's.
    """
    printed = left if left.stage is Stage.RECORD else right
    lost = not left.authors or not right.authors
    placed = left.stage is not right.stage and bool(printed.container_title)
    return lost and placed and distinctive(left.title) >= TELLING


def may_be_versions(left: Work, right: Work) -> bool:
    """A preprint and a version of record by the same people within a few years, whatever titles.

    Too little to call them one work, too much to call them two; so is what one record declares.
    """
    if _declared(left, serial(right)) or _declared(right, serial(left)):
        return True
    common = shared(left, right)
    if left.stage is right.stage or common is None or common < SAME_PEOPLE:
        return False
    return _near(left, right)


def _near(left: Work, right: Work) -> bool:
    years = (left.issued.year if left.issued else 0, right.issued.year if right.issued else 0)
    return 0 in years or abs(years[0] - years[1]) <= YEARS_APART


def _registered_twice(left: Work, right: Work) -> bool:
    """The same article under two DOIs, or under a DOI here and a PMID there: same place, year."""
    if not _places(left) & _places(right) or not left.issued or not right.issued:
        return False
    volume = not left.volume or not right.volume or left.volume == right.volume
    pages = not left.page or not right.page or first(left.page) == first(right.page)
    return abs(left.issued.year - right.issued.year) <= 1 and volume and pages


def _places(work: Work) -> set[str]:
    """Where it is by name, and at which meeting: "NeurIPS" is in "Advances in Neural ...".

    What is printed in a journal was not presented, whatever meeting the journal's name holds.
    """
    names = [name for name in (work.container_title, *work.container_titles) if name]
    met = work.type != "article-journal"
    return {key(name) for name in names} | {m for name in names if met for m in conferences(name)}


def families(candidates: Iterable[Candidate]) -> tuple[Family, ...]:
    """The candidates grouped by work, in order of their first mention.

    Order-free as to who belongs together: the relation is closed over chains (an arXiv record
    names the DOI that Crossref's record bears, whose PubMed twin has the PMID).
    """
    known = list(candidates)
    groups: list[list[int]] = []  # places: to compare places is cheap, to compare works is not
    for place, candidate in enumerate(known):
        kin = [g for g in groups if any(one_work(candidate.work, known[n].work) for n in g)]
        merged = [n for g in kin for n in g] + [place]
        groups = [g for g in groups if g not in kin]
        groups.append(sorted(merged))
    return tuple(tuple(known[n] for n in group) for group in sorted(groups))


def holding(groups: Sequence[Family], candidates: Sequence[Candidate]) -> tuple[Family, ...]:
    """The groups that any of these candidates belongs to."""
    return tuple(group for group in groups if any(c in group for c in candidates))
