"""Which work an entry means, and why.

The title decides, the identifier is strong evidence, authors, venue and year confirm. An identifier
is never overruled by a search on anything less than a title that plainly is another.
"""

from collections.abc import Sequence
from functools import cached_property

from pipeline.compare import titles
from pipeline.match.agreement import PLAINLY_ANOTHER, Assessment, assess, stages, years
from pipeline.match.pages import in_issue, in_volume
from pipeline.match.same_work import NO_WORK, Family, families, heard, holding, opened
from pipeline.match.unheard import dead, silent, unmatched, untitled
from pipeline.values.entry import Entry
from pipeline.values.failure import Failure
from pipeline.values.match import SURE, Match, Verdict
from pipeline.values.question import (
    Inquiry,
    Reply,
)
from pipeline.values.text import Value
from pipeline.values.work import Candidate, Stage

DISTINCT = 0.5
"""Least distinctiveness of a title that may stand for a work alone."""

ALONE = 0.75
"""The same where people, venue and year are all others: they may be pasted, or it is a namesake."""

UNTELLING = 0.2
"""Most distinctiveness of a title that only its very page can name: "Index of authors"."""

NAMED = 0.3
"""Least distinctiveness of a title by which a work is named at all; "Editorial" names none."""

PEOPLE_FIT = 0.5
"""Least share of common authors that confirms."""

WHOLLY = 0.8
"""Least share of common authors for two by-lines to be one."""

NEARLY = 0.85
"""Least title score of a title that is meant as the work's though words differ."""

HABIT = 0.7
"""Least share of common letters of a title that a search brought, shortened or extended."""

MARGIN = 0.15
"""Least lead of the best candidate over the second best."""

FAKE_PREFIXES = ("10.65215",)
"""DOI prefixes under which copies of famous papers are posted: eight records named "Attention Is
All You Need" rank above the genuine work (Crossref, 2025)."""


class Meeting(Value):
    """An entry before the works it may mean: what both the plan and the match look at."""

    entry: Entry
    opened: tuple[Assessment, ...] = ()
    """Works that the entry's own identifiers name."""
    others: tuple[Assessment, ...] = ()
    """Works that a search brought."""


def meet(inquiry: Inquiry, before: Sequence[Assessment] = ()) -> Meeting:
    """The entry compared with every work it was told of.

    ``before`` are comparisons made when less was known: of works about which nothing new was told.
    """
    made = {tuple(map(id, a.family)): a for a in before}

    def compared(group: Family) -> Assessment:
        known = made.get(tuple(map(id, group)))
        return known or assess(inquiry.entry, group, inquiry.raw)

    everything = tuple(c for c in heard(inquiry) if _possible(inquiry.entry, c))
    named = tuple(c for c in opened(inquiry) if c in everything)
    groups = families(everything)
    own = holding(groups, named)
    return Meeting(
        entry=inquiry.entry,
        opened=tuple(map(compared, own)),
        others=tuple(compared(group) for group in groups if group not in own),
    )


def _possible(entry: Entry, candidate: Candidate) -> bool:
    work = candidate.work
    if any(i.scheme == "doi" and i.value.startswith(FAKE_PREFIXES) for i in work.identifiers):
        return any(m.identifier in work.identifiers for m in entry.mentions)
    return bool(work.title)


class Situation(Value):
    """An inquiry with what follows from it, worked out once: the plan and the checks share it."""

    inquiry: Inquiry
    before: tuple[Assessment, ...] = ()
    """Comparisons made when less was known."""
    written: Entry | None = None
    """The entry as the list has it, if another was asked about in its stead."""
    failure: Failure | None = None
    """What of ours broke when the entry was matched; then nothing is known of its work."""
    unsearched: bool = False
    """A search that nobody misses was put and not answered: with it more may be known."""
    copied: str = ""
    """Where a copy of the page is kept that the entry links and that is gone."""

    @property
    def entry(self) -> Entry:
        """What the list says."""
        return self.written or self.inquiry.entry

    @cached_property
    def meeting(self) -> Meeting:
        """The entry compared with every work it was told of."""
        return meet(self.inquiry, self.before)

    def told(self, replies: tuple[Reply, ...]) -> "Situation":
        """The situation after more answers came."""
        known = (*self.meeting.opened, *self.meeting.others) if self.inquiry.replies else ()
        inquiry = self.inquiry.but(replies=(*self.inquiry.replies, *replies))
        return Situation(inquiry=inquiry, before=known)

    def of(self, entry: Entry) -> "Situation":
        """The situation of an entry that says the same: of one that was read again."""
        known = (*self.meeting.opened, *self.meeting.others) if self.inquiry.replies else ()
        return self.but(inquiry=self.inquiry.but(entry=entry), before=known)

    @cached_property
    def match(self) -> Match:
        """Which work the entry means."""
        if self.failure is not None:
            return Match(verdict=Verdict.DIFFERENT, confidence=0.0, reasons=("matching it failed",))
        return match(self.inquiry, self.meeting)

    @cached_property
    def chosen(self) -> Assessment | None:
        """The entry compared with the work it means; None if it means none that is known."""
        if self.failure is not None:
            return None
        everyone = (*self.meeting.opened, *self.meeting.others)
        return next((a for a in everyone if a.family == self.match.evidence), None)


def match(inquiry: Inquiry, meeting: Meeting) -> Match:
    """The work the entry means, with reasons; order of candidates irrelevant.

    Weak, ambiguous and different are honest answers: nothing is written on them.
    """
    entry = inquiry.entry
    chosen = _choice(entry, meeting)
    elsewhere = tuple(
        c for a in meeting.opened if not chosen or a is not chosen.assessment for c in a.family
    )
    rivals = chosen.rivals if chosen else _nearest(meeting)
    verdict = chosen.verdict if chosen else Verdict.DIFFERENT
    return Match(
        verdict=verdict,
        confidence=chosen.confidence if chosen else 0.0,
        reasons=chosen.reasons if chosen else unmatched(inquiry),
        evidence=chosen.assessment.family if chosen and chosen.assessment else (),
        linked=elsewhere,
        rivals=rivals,
        dead=dead(inquiry),
        unavailable=silent(inquiry, found=verdict in SURE),
        untitled=untitled(inquiry, searched=verdict not in SURE),
    )


class Choice(Value):
    """A verdict in the making."""

    verdict: Verdict
    confidence: float
    reasons: tuple[str, ...]
    assessment: Assessment | None = None
    rivals: tuple[Candidate, ...] = ()


def _choice(entry: Entry, meeting: Meeting) -> Choice | None:
    """The work of an identifier or of a search; none of an entry that could not be read."""
    if entry.unparsed is not None:
        return None
    return _identified(entry, meeting) or _searched(entry, meeting)


def _identified(entry: Entry, meeting: Meeting) -> Choice | None:
    """The work that the entry's identifiers name, unless its title is plainly another."""
    own = [a for a in meeting.opened if _may_be_meant(entry, a)]
    if entry.title is None:
        return _untitled(own)
    agreeing = [a for a in own if a.agrees]
    if agreeing:
        best = max(agreeing, key=_rank)
        return _confirmed(best)
    unclear = [a for a in own if _unclear(a)]
    if not unclear:
        return None
    best = max(unclear, key=_rank)
    return None if any(_takes_over(a, best) for a in meeting.others) else _other_title(best)


def _is_no_work(assessment: Assessment) -> bool:
    return assessment.family[0].work.type in NO_WORK


def _may_be_meant(entry: Entry, assessment: Assessment) -> bool:
    """A record about a work, or of a part of one, is meant only by an entry with its title.

    A notice may bear the very title of the work it is about; the entry has to say what it is. An
    address and nothing else means what it opens, be it a notice: it says so in its title.
    """
    if not _is_no_work(assessment):
        return True
    work = assessment.family[0].work
    notice = work.type == "notice"
    if notice and entry.title is None and not entry.authors:
        return titles.about_another(work.title)
    said = entry.title is not None and titles.about_another(entry.title.text)
    return assessment.agrees and (said or not notice)


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
    return near or own.named or _wholly(own) or _everybody(own)


def _everybody(own: Assessment) -> bool:
    """Two authors or more, and they are this work's."""
    return own.people_fit >= WHOLLY and own.byline is not None and len(own.byline.pairs) > 1


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


def _rank(assessment: Assessment) -> tuple[float, ...]:
    title = assessment.title.score if assessment.title else 0.0
    year = -(assessment.year or 0) if assessment.year is not None else -1
    linked = any(voice.linked for voice in assessment.voices)
    return (
        assessment.agrees, round(title, 3), assessment.people_fit, assessment.venue_fits,
        _there(assessment), linked, max(year, -9),
    )  # fmt: skip


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


def _wholly(assessment: Assessment) -> bool:
    """Authors, venue and year are this work's, so that only the title can be wrong."""
    byline = assessment.byline
    return bool(
        byline and byline.kind in ("same", "initials", "prefix", "noise") and len(byline.pairs) > 1
        and assessment.venue_fits and assessment.year is not None and assessment.year <= 1
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
    whole = _wholly(best) or (best.people_fit >= WHOLLY and _alike(best))
    return Choice(
        verdict=Verdict.STRONG if whole else Verdict.WEAK,
        confidence=0.95 if whole else 0.8, assessment=best,
        reasons=("the identifier names it", "authors agree", "title differs"),
    )  # fmt: skip


def _searched(entry: Entry, meeting: Meeting) -> Choice | None:
    """The work that a search brought, if its title and enough else are the entry's."""
    if entry.title is None:
        return None
    fitting = sorted((a for a in meeting.others if _acceptable(entry, a)), key=_rank, reverse=True)
    if not fitting:
        return _hinted(meeting) or _namesake(entry, meeting)
    best, rest = fitting[0], fitting[1:]
    rivals = [a for a in rest if not _leads(best, a)]
    if rivals:
        return Choice(
            verdict=Verdict.AMBIGUOUS, confidence=0.5,
            rivals=tuple(a.family[0] for a in (best, *rivals)),
            reasons=(f"{len(rivals) + 1} works bear this title",),
        )  # fmt: skip
    return _found(entry, best)


def _hinted(meeting: Meeting) -> Choice | None:
    """A work of the same people, in the same year or place, whose title is not far: named, no more.

    "Transformer-Based Text Recognition" for "... Optical Character Recognition".
    """
    near = [a for a in meeting.others if _meant(a)]
    if not near:
        return None
    best = max(near, key=_rank)
    if _there(best) and _wholly(best):
        return Choice(
            verdict=Verdict.STRONG, confidence=0.95, assessment=best,
            reasons=("authors, venue, year and page agree", "title differs"),
        )  # fmt: skip
    return Choice(
        verdict=Verdict.WEAK, confidence=0.6, assessment=best,
        reasons=("authors agree", "title differs"),
    )  # fmt: skip


def _meant(found: Assessment) -> bool:
    """All of the work's people, at its time or place, under a title near to it or on its page."""
    if found.title is None or _is_no_work(found):
        return False
    if not _placed(found) or found.people_fit < WHOLLY:
        return False
    if _there(found):
        return found.venue_fits or (found.year == 0 and _everybody(found))
    near = found.title.score >= PLAINLY_ANOTHER or _one_nickname(found)
    return near and _everybody(found)


def _there(found: Assessment) -> bool:
    """The entry has the work's page, and its volume if it names one."""
    return found.printed is True


def _one_nickname(found: Assessment) -> bool:
    """Both titles name the same thing before their colon: "MinPrompt: ..."."""
    written, title = found.entry.title, found.title
    if written is None or title is None or not found.venue_fits:
        return False
    ours, theirs = titles.nickname(written.text), titles.nickname(title.true)
    return bool(ours) and ours == theirs


def _namesake(entry: Entry, meeting: Meeting) -> Choice | None:
    """A work with this very title, by others: the by-line may be pasted. Named, no more.

    "Learning representations for counterfactual inference" under the authors of its neighbour.
    """
    assert entry.title is not None  # noqa: S101  the caller saw to it
    same = [a for a in meeting.others if a.title and a.title.kind == "same"]
    if not same or titles.distinctive(entry.title.text) < NAMED:
        return None
    return Choice(
        verdict=Verdict.WEAK, confidence=0.6, assessment=max(same, key=_rank),
        reasons=("title identical", "other authors"),
    )  # fmt: skip


def _acceptable(entry: Entry, found: Assessment) -> bool:
    """The title is the work's, and is telling or has company."""
    assert entry.title is not None  # noqa: S101  the caller saw to it
    if found.title is None or not (found.agrees or _nearly(found)):
        return False
    if not _may_be_meant(entry, found) or (_is_no_work(found) and found.title.kind != "same"):
        return False
    if _posted_later(entry, found):
        return False
    partly = found.title.kind in ("shortened", "extended")
    if partly and (not _by_habit(found) or _elsewhere_later(found)):
        return False
    telling = _telling(found)
    if found.title.kind == "same" and telling >= (ALONE if _a_namesake(found) else DISTINCT):
        return True
    if found.people_fit >= PEOPLE_FIT:
        return True
    placed = found.venue_fits and found.year is not None and found.year <= 1
    if found.title.kind == "same":
        return placed and (telling > UNTELLING or found.printed is True)
    return telling >= DISTINCT and (placed or found.title.score >= 0.95)


def _telling(found: Assessment) -> float:
    """How telling the title is by which the entry is taken for the work's.

    "A Survey on Open-Vocabulary Detection and Segmentation: Past, Present, and Future" is no paper
    of 1990 that is called by its last words.
    """
    written = found.entry.title.text if found.entry.title else ""
    shared = found.title.true if found.misread and found.title else written
    return min(titles.distinctive(written), titles.distinctive(shared))


def _a_namesake(found: Assessment) -> bool:
    """Nobody of the entry, another venue and another time: others may have had the same idea.

    "Atypical hemolytic-uremic syndrome" is a review of 2009 by some and one of 2010 by others.
    """
    return _strangers(found) and not found.venue_fits and bool(found.year)


def _strangers(found: Assessment) -> bool:
    """Nobody whom the entry names is of the work."""
    byline = found.byline
    return byline is not None and byline.kind == "differs" and not found.people_fit


def elsewhere(found: Assessment) -> bool:
    """One title and the same people, but another page, and two of venue, volume and year others.

    What a congress heard of a trial in 2010 is in print again a year later, by the same people.
    Where a page is not known, all three, or more words in the title and two: a journal of abstracts
    has its own volumes. Others on another page wrote another work; "Editorial" is in every issue.
    """
    works = [candidate.work for candidate in found.family]
    volume = in_volume(found.entry, works) is False
    others = (not found.venue_fits, bool(found.year), volume)
    if found.printed is None and (sum(others) == len(others) or _abstract(found, volume=volume)):
        return True
    if found.printed is False and _strangers(found):
        return True
    title = found.entry.title
    if (
        title
        and titles.distinctive(title.text) < DISTINCT
        and in_issue(found.entry, works) is False
    ):
        return True
    return found.printed is False and sum(others) > 1


def _abstract(found: Assessment, *, volume: bool) -> bool:
    """A title with words before or behind it, in another journal and another volume."""
    placed = found.venue is not None and found.venue.kind == "differs"
    return volume and placed and found.title is not None and found.title.kind == "shortened"


def _by_habit(found: Assessment) -> bool:
    """A title shortened or extended by little, or by the work's own people.

    Half of one title with half of another is how references are invented.
    """
    return found.letters >= HABIT or found.people_fit >= WHOLLY


def _elsewhere_later(found: Assessment) -> bool:
    """Another venue, and years apart: people call their next paper nearly as the last.

    "Uniform manifold approximation and projection" is a primer of 2024 by two of the four who wrote
    "UMAP: Uniform Manifold Approximation and Projection" in 2018.
    """
    differs = found.venue is not None and found.venue.kind == "differs"
    return differs and found.year is not None and found.year > 1


def _nearly(found: Assessment) -> bool:
    """A title that is nearly the work's, where everything else is the work's entirely.

    "... Prediction from H&E Histology Images" is how arXiv has the NeurIPS paper. On another page
    of the volume stands its companion: "... electrical responses" beside "mechanical responses".
    """
    title = found.title
    if found.printed is False:
        return False
    if title is None or title.kind != "differs" or title.score < NEARLY:
        return False
    several = found.byline is not None and len(found.byline.pairs) > 1
    return several and found.people_fit >= WHOLLY and _placed(found)


def _placed(found: Assessment) -> bool:
    """The venue is the work's, or the year."""
    return found.venue_fits or (found.year is not None and found.year <= 1)


def _posted_later(entry: Entry, found: Assessment) -> bool:
    """A copy posted years after the entry's year, by nobody the entry names."""
    if not entry.year or found.people_fit >= PEOPLE_FIT:
        return False
    known = years(found.family)
    preprint = stages(found.family) == {Stage.PREPRINT}
    return preprint and bool(known) and known[0] > entry.year.value + 1


def _leads(best: Assessment, other: Assessment) -> bool:
    """Whether something besides the title tells the best from the other."""
    if best.title and other.title and best.title.score - other.title.score >= MARGIN:
        return True
    if _there(best) and other.printed is False:
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


def _nearest(meeting: Meeting) -> tuple[Candidate, ...]:
    near = [a for a in meeting.others if a.title and a.title.score >= PLAINLY_ANOTHER]
    return tuple(a.family[0] for a in sorted(near, key=_rank, reverse=True)[:3])
