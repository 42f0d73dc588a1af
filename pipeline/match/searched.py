"""The work that a search brought, if its title and enough else are the entry's."""

from pipeline.compare import titles
from pipeline.match.choice import (
    MARGIN,
    NEARLY,
    PEOPLE_FIT,
    WHOLLY,
    Choice,
    everybody,
    is_no_work,
    may_be_meant,
    rank,
    there,
    wholly,
)
from pipeline.match.entry_against_work import PLAINLY_ANOTHER, Assessment, stages, years
from pipeline.match.pages import in_issue, in_volume
from pipeline.match.possible_works import PossibleWorks
from pipeline.values.entry import Entry
from pipeline.values.match import Verdict
from pipeline.values.work import Candidate, Stage

DISTINCT = 0.5
"""Least distinctiveness of a title that may stand for a work alone."""


ALONE = 0.75
"""The same where people, venue and year are all others: they may be pasted, or it is a namesake."""


UNTELLING = 0.2
"""Most distinctiveness of a title that only its very page can name: "Index of authors"."""


NAMED = 0.3
"""Least distinctiveness of a title by which a work is named at all; "Editorial" names none."""


STRANGERS = frozenset({"extra", "mixed", "differs"})
"""How by-lines differ of which one names somebody whom the other does not."""


HABIT = 0.7
"""Least share of common letters of a title that a search brought, shortened or extended."""


def searched(entry: Entry, possible: PossibleWorks) -> Choice | None:
    """The work that a search brought, if its title and enough else are the entry's."""
    if entry.title is None:
        return None
    fitting = sorted((a for a in possible.others if _acceptable(entry, a)), key=rank, reverse=True)
    if not fitting:
        return _hinted(possible) or _namesake(entry, possible)
    best, rest = fitting[0], fitting[1:]
    rivals = [a for a in rest if not _leads(best, a)]
    if rivals:
        return Choice(
            verdict=Verdict.AMBIGUOUS, confidence=0.5,
            rivals=tuple(a.family[0] for a in (best, *rivals)),
            reasons=(f"{len(rivals) + 1} works bear this title",),
        )  # fmt: skip
    return _found(entry, best)


def _hinted(possible: PossibleWorks) -> Choice | None:
    """A work of the same people, in the same year or place, whose title is not far: named, no more.

    "Transformer-Based Text Recognition" for "... Optical Character Recognition".
    """
    near = [a for a in possible.others if _meant(a)]
    if not near:
        return None
    best = max(near, key=rank)
    if there(best) and wholly(best):
        return Choice(
            verdict=Verdict.STRONG, confidence=0.95, assessment=best,
            reasons=("authors, venue, year and page agree", "title differs"),
        )  # fmt: skip
    return Choice(
        verdict=Verdict.WEAK, confidence=0.6, assessment=best,
        reasons=("authors agree", "title differs"),
    )  # fmt: skip


def _meant(assessment: Assessment) -> bool:
    """All of the work's people, at its time or place, under a title near to it or on its page."""
    if assessment.title is None or is_no_work(assessment):
        return False
    if not _placed(assessment) or assessment.people_fit < WHOLLY:
        return False
    if there(assessment):
        return assessment.venue_fits or (assessment.year == 0 and everybody(assessment))
    near = assessment.title.score >= PLAINLY_ANOTHER or _one_nickname(assessment)
    return near and everybody(assessment)


def _one_nickname(assessment: Assessment) -> bool:
    """Both titles name the same thing before their colon: "MinPrompt: ..."."""
    written, title = assessment.entry.title, assessment.title
    if written is None or title is None or not assessment.venue_fits:
        return False
    ours, theirs = titles.nickname(written.text), titles.nickname(title.true)
    return bool(ours) and ours == theirs


def _namesake(entry: Entry, possible: PossibleWorks) -> Choice | None:
    """A work with this very title, by others: the by-line may be pasted. Named, no more.

    "Learning representations for counterfactual inference" under the authors of its neighbour.
    """
    assert entry.title is not None  # noqa: S101  the caller saw to it
    same = [a for a in possible.others if a.title and a.title.kind == "same"]
    if not same or titles.distinctive(entry.title.text) < NAMED:
        return None
    return Choice(
        verdict=Verdict.WEAK, confidence=0.6, assessment=max(same, key=rank),
        reasons=("title identical", "other authors"),
    )  # fmt: skip


def _acceptable(entry: Entry, assessment: Assessment) -> bool:
    """The title is the work's, and is telling or has company."""
    assert entry.title is not None  # noqa: S101  the caller saw to it
    if assessment.title is None or not (assessment.agrees or _nearly(assessment)):
        return False
    if not may_be_meant(entry, assessment) or (
        is_no_work(assessment) and assessment.title.kind != "same"
    ):
        return False
    if _posted_later(entry, assessment):
        return False
    partly = assessment.title.kind in ("shortened", "extended")
    if partly and (not _by_habit(assessment) or _elsewhere_later(assessment)):
        return False
    telling = _telling(assessment)
    if assessment.title.kind == "same" and telling >= (
        ALONE if _a_namesake(assessment) else DISTINCT
    ):
        return True
    if assessment.people_fit >= PEOPLE_FIT:
        return True
    placed = assessment.venue_fits and assessment.year is not None and assessment.year <= 1
    if assessment.title.kind == "same":
        return placed and (telling > UNTELLING or assessment.printed is True)
    return telling >= DISTINCT and (placed or assessment.title.score >= 0.95)


def _telling(assessment: Assessment) -> float:
    """How telling the title is by which the entry is taken for the work's.

    "A Survey on Open-Vocabulary Detection and Segmentation: Past, Present, and Future" is no paper
    of 1990 that is called by its last words.
    """
    written = assessment.entry.title.text if assessment.entry.title else ""
    shared = assessment.title.true if assessment.misread and assessment.title else written
    return min(titles.distinctive(written), titles.distinctive(shared))


def _a_namesake(assessment: Assessment) -> bool:
    """Nobody of the entry, another venue and another time: others may have had the same idea.

    "Atypical hemolytic-uremic syndrome" is a review of 2009 by some and one of 2010 by others.
    """
    return _strangers(assessment) and not assessment.venue_fits and bool(assessment.year)


def _strangers(assessment: Assessment) -> bool:
    """Nobody whom the entry names is of the work."""
    byline = assessment.byline
    return byline is not None and byline.kind == "differs" and not assessment.people_fit


def elsewhere(assessment: Assessment) -> bool:
    """One title and the same people, but another page, and two of venue, volume and year others.

    What a congress heard of a trial in 2010 is in print again a year later, by the same people.
    Where a page is not known, all three, or more words in the title and two: a journal of abstracts
    has its own volumes. Others on another page wrote another work; "Editorial" is in every issue.
    """
    works = [candidate.work for candidate in assessment.family]
    volume = in_volume(assessment.entry, works) is False
    others = (not assessment.venue_fits, bool(assessment.year), volume)
    if assessment.printed is None and (
        sum(others) == len(others) or _abstract(assessment, volume=volume)
    ):
        return True
    if assessment.printed is False and _strangers(assessment):
        return True
    title = assessment.entry.title
    if (
        title
        and titles.distinctive(title.text) < DISTINCT
        and in_issue(assessment.entry, works) is False
    ):
        return True
    return assessment.printed is False and sum(others) > 1


def _abstract(assessment: Assessment, *, volume: bool) -> bool:
    """A title with words before or behind it, in another journal and another volume."""
    placed = assessment.venue is not None and assessment.venue.kind == "differs"
    return (
        volume and placed and assessment.title is not None and assessment.title.kind == "shortened"
    )


def _by_habit(assessment: Assessment) -> bool:
    """A title shortened or extended by little, or by the work's own people.

    Half of one title with half of another is how references are invented.
    """
    return assessment.letters >= HABIT or assessment.people_fit >= WHOLLY


def _elsewhere_later(assessment: Assessment) -> bool:
    """Another venue, and years apart: people call their next paper nearly as the last.

    "Uniform manifold approximation and projection" is a primer of 2024 by two of the four who wrote
    "UMAP: Uniform Manifold Approximation and Projection" in 2018.
    """
    differs = assessment.venue is not None and assessment.venue.kind == "differs"
    return differs and assessment.year is not None and assessment.year > 1


def _nearly(assessment: Assessment) -> bool:
    """A title that is nearly the work's, where everything else is the work's entirely.

    "... Prediction from H&E Histology Images" is how arXiv has the NeurIPS paper. On another page
    of the volume stands its companion: "... electrical responses" beside "mechanical responses";
    and on one page of abstracts two of a group, "... atypical repair in ..." and "... atrophy in
    ...", of which one more person signs the one, and another the other.
    """
    title = assessment.title
    if assessment.printed is False:
        return False
    if title is None or title.kind != "differs" or title.score < NEARLY:
        return False
    byline = assessment.byline
    several = byline is not None and len(byline.pairs) > 1 and byline.kind not in STRANGERS
    return several and assessment.people_fit >= WHOLLY and _placed(assessment)


def _placed(assessment: Assessment) -> bool:
    """The venue is the work's, or the year."""
    return assessment.venue_fits or (assessment.year is not None and assessment.year <= 1)


def _posted_later(entry: Entry, assessment: Assessment) -> bool:
    """A copy posted years after the entry's year, by nobody the entry names."""
    if not entry.year or assessment.people_fit >= PEOPLE_FIT:
        return False
    known = years(assessment.family)
    preprint = stages(assessment.family) == {Stage.PREPRINT}
    return preprint and bool(known) and known[0] > entry.year.value + 1


def _leads(best: Assessment, other: Assessment) -> bool:
    """Whether something besides the title tells the best from the other."""
    if best.title and other.title and best.title.score - other.title.score >= MARGIN:
        return True
    if there(best) and other.printed is False:
        return True
    if _exactness(best) > _exactness(other) and best.people_fit >= other.people_fit:
        return True
    if best.people_fit - other.people_fit >= 0.3:
        return True
    ours = (
        best.people_fit >= PEOPLE_FIT,
        best.venue_fits,
        best.year is not None and best.year <= 1,
    )
    theirs = (
        other.people_fit >= PEOPLE_FIT, other.venue_fits,
        other.year is not None and other.year <= 1,
    )  # fmt: skip
    return sum(ours) > sum(theirs)


def _exactness(assessment: Assessment) -> int:
    order = {"same": 2, "shortened": 1, "extended": 1}
    return order.get(assessment.title.kind if assessment.title else "", 0)


def _found(entry: Entry, best: Assessment) -> Choice:
    assert best.title is not None and entry.title is not None  # noqa: S101, PT018
    people = best.people_fit >= PEOPLE_FIT
    placed = _placed(best)
    same = best.title.kind == "same"
    reasons = ["title identical" if same else f"title {best.title.kind}"]
    reasons += ["authors agree"] if people else []
    reasons += ["venue agrees"] if best.venue_fits else []
    if elsewhere(best):
        verdict, sure = Verdict.WEAK, 0.6
        reasons.append("printed elsewhere")
    elif people:
        verdict, sure = (Verdict.EXACT, 0.995) if same else (Verdict.STRONG, 0.98)
    elif same:
        verdict, sure = Verdict.STRONG, 0.98 if placed else 0.96
        reasons.append("no other work bears it")
    else:
        verdict, sure = (Verdict.STRONG, 0.95) if placed else (Verdict.WEAK, 0.8)
    return Choice(verdict=verdict, confidence=sure, reasons=tuple(reasons), assessment=best)


def nearest(possible: PossibleWorks) -> tuple[Candidate, ...]:
    """Up to three works whose titles are not far, where none is meant."""
    near = [a for a in possible.others if a.title and a.title.score >= PLAINLY_ANOTHER]
    return tuple(a.family[0] for a in sorted(near, key=rank, reverse=True)[:3])
