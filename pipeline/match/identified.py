"""The work that an entry's own identifiers name, unless its title is plainly another."""

from pipeline.match.choice import (
    MARGIN,
    NEARLY,
    PEOPLE_FIT,
    WHOLLY,
    Choice,
    everybody,
    may_be_meant,
    rank,
    wholly,
)
from pipeline.match.entry_against_work import PLAINLY_ANOTHER, Assessment
from pipeline.match.possible_works import PossibleWorks
from pipeline.match.same_work import NO_WORK
from pipeline.values.entry import Entry
from pipeline.values.match import Verdict


def identified(entry: Entry, possible: PossibleWorks) -> Choice | None:
    """The work that the entry's identifiers name, unless its title is plainly another."""
    own = [a for a in possible.opened if may_be_meant(entry, a)]
    if entry.title is None:
        return _untitled(own)
    agreeing = [a for a in own if a.agrees]
    if agreeing:
        best = max(agreeing, key=rank)
        return _confirmed(best)
    unclear = [a for a in own if _unclear(a)]
    if not unclear:
        return None
    best = max(unclear, key=rank)
    return None if any(_takes_over(a, best) for a in possible.others) else _other_title(best)


def _alike(assessment: Assessment) -> bool:
    """Nearly the same letters, even if a number or a part of a series tells the titles apart.

    "... should be normalized separately" lost its "WG-6": with the identifier and all authors it is
    the work, wrongly entitled.
    """
    title = assessment.title
    if title is None or assessment.family[0].work.type in NO_WORK:
        return False
    return title.score >= NEARLY or assessment.letters >= NEARLY


def _unclear(own: Assessment) -> bool:
    """The title is not this work's, but may be meant for it: it is near, or all else is right."""
    near = own.title is not None and own.title.score >= PLAINLY_ANOTHER
    return near or own.named or wholly(own) or everybody(own)


def _untitled(own: list[Assessment]) -> Choice | None:
    """An entry that is nothing but a link means what the link opens."""
    if len(own) == 1:
        return Choice(
            verdict=Verdict.EXACT, confidence=0.99, assessment=own[0],
            reasons=("the identifier names it, the entry gives no title",),
        )  # fmt: skip
    if own:
        rivals = tuple(a.family[0] for a in own)
        return Choice(
            verdict=Verdict.AMBIGUOUS, confidence=0.5, rivals=rivals,
            reasons=("its identifiers name several works",),
        )  # fmt: skip
    return None


def _confirmed(best: Assessment) -> Choice:
    """The identifier and the title agree."""
    assert best.title is not None  # noqa: S101  agreeing means that a title was compared
    same = best.title.kind in ("same", "shortened", "extended")
    words = {
        "same": "title identical",
        "shortened": "title shortened",
        "extended": "title extended",
    }
    reasons = [words.get(best.title.kind, "title misspelt"), "the identifier names it"]
    if best.people_fit >= PEOPLE_FIT:
        reasons.append("authors agree")
    return Choice(
        verdict=Verdict.EXACT if same else Verdict.STRONG,
        confidence=0.999 if same else 0.99,
        reasons=tuple(reasons), assessment=best,
    )  # fmt: skip


def _takes_over(searched: Assessment, own: Assessment) -> bool:
    """A searched work bears the title of the entry, and plainly better than the one named."""
    if not searched.agrees or searched.title is None:
        return False
    named = own.title.score if own.title else 0.0
    return searched.title.score >= named + MARGIN / 2


def _other_title(best: Assessment) -> Choice | None:
    """The title is not quite the work's: the other fields have to speak for the identifier."""
    if best.named and best.people_fit < PEOPLE_FIT:
        return Choice(
            verdict=Verdict.WEAK, confidence=0.8, assessment=best,
            reasons=("the identifier names it", "its authors stand in the entry", "title differs"),
        )  # fmt: skip
    if best.people_fit < PEOPLE_FIT:
        return None
    whole = wholly(best) or (best.people_fit >= WHOLLY and _alike(best))
    return Choice(
        verdict=Verdict.STRONG if whole else Verdict.WEAK,
        confidence=0.95 if whole else 0.8, assessment=best,
        reasons=("the identifier names it", "authors agree", "title differs"),
    )  # fmt: skip
