"""A verdict in the making, and what tells a work from its rivals."""

from pipeline.compare import titles
from pipeline.match.entry_against_work import Assessment
from pipeline.match.same_work import NO_WORK
from pipeline.values.entry import Entry
from pipeline.values.match import Verdict
from pipeline.values.text import Value
from pipeline.values.work import Candidate

PEOPLE_FIT = 0.5
"""Least share of common authors that confirms."""


WHOLLY = 0.8
"""Least share of common authors for two by-lines to be one."""


NEARLY = 0.85
"""Least title score of a title that is meant as the work's though words differ."""


MARGIN = 0.15
"""Least lead of the best candidate over the second best."""


class Choice(Value):
    """A verdict in the making."""

    verdict: Verdict
    confidence: float
    reasons: tuple[str, ...]
    assessment: Assessment | None = None
    rivals: tuple[Candidate, ...] = ()


def is_no_work(assessment: Assessment) -> bool:
    """Whether a record is about a work, or of a part of one."""
    return assessment.family[0].work.type in NO_WORK


def may_be_meant(entry: Entry, assessment: Assessment) -> bool:
    """A record about a work, or of a part of one, is meant only by an entry with its title.

    A notice may bear the very title of the work it is about; the entry has to say what it is. An
    address and nothing else means what it opens, be it a notice: it says so in its title.
    """
    if not is_no_work(assessment):
        return True
    work = assessment.family[0].work
    notice = work.type == "notice"
    if notice and entry.title is None and not entry.authors:
        return titles.about_another(work.title)
    is_about_another = entry.title is not None and titles.about_another(entry.title.text)
    return assessment.agrees and (is_about_another or not notice)


def everybody(own: Assessment) -> bool:
    """Two authors or more, and they are this work's."""
    return own.people_fit >= WHOLLY and own.byline is not None and len(own.byline.pairs) > 1


def rank(assessment: Assessment) -> tuple[float, ...]:
    """How well a work fits the entry, for an order; the title counts most."""
    title = assessment.title.score if assessment.title else 0.0
    year = -(assessment.year or 0) if assessment.year is not None else -1
    linked = any(voice.linked for voice in assessment.voices)
    return (
        assessment.agrees, round(title, 3), assessment.people_fit, assessment.venue_fits,
        there(assessment), linked, max(year, -9),
    )  # fmt: skip


def wholly(assessment: Assessment) -> bool:
    """Authors, venue and year are this work's, so that only the title can be wrong."""
    byline = assessment.byline
    return bool(
        byline and byline.kind in ("same", "initials", "prefix", "noise") and len(byline.pairs) > 1
        and assessment.venue_fits and assessment.year is not None and assessment.year <= 1
    )  # fmt: skip


def there(assessment: Assessment) -> bool:
    """The entry has the work's page, and its volume if it names one."""
    return assessment.printed is True
