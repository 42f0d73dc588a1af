"""What is known of an entry so far, and what follows from it."""

from functools import cached_property

from pipeline.match.entry_against_work import Assessment
from pipeline.match.match import match
from pipeline.match.possible_works import PossibleWorks, possible_works
from pipeline.values.entry import Entry
from pipeline.values.failure import Failure
from pipeline.values.match import Match, Verdict
from pipeline.values.question import Inquiry, Reply
from pipeline.values.text import Value


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

    @cached_property
    def entry(self) -> Entry:
        """What the list says."""
        return self.written or self.inquiry.entry

    @cached_property
    def possible(self) -> PossibleWorks:
        """The works it may mean, each compared with the entry."""
        return possible_works(self.inquiry, self.before)

    def told(self, replies: tuple[Reply, ...]) -> "Situation":
        """The situation after more answers came."""
        known = (*self.possible.opened, *self.possible.others) if self.inquiry.replies else ()
        inquiry = self.inquiry.but(replies=(*self.inquiry.replies, *replies))
        return Situation(inquiry=inquiry, before=known)

    def of(self, entry: Entry) -> "Situation":
        """The situation of an entry that says the same: of one that was read again."""
        known = (*self.possible.opened, *self.possible.others) if self.inquiry.replies else ()
        return self.but(inquiry=self.inquiry.but(entry=entry), before=known)

    @cached_property
    def match(self) -> Match:
        """Which work the entry means."""
        if self.failure is not None:
            return Match(verdict=Verdict.DIFFERENT, confidence=0.0, reasons=("matching it failed",))
        return match(self.inquiry, self.possible)

    @cached_property
    def chosen(self) -> Assessment | None:
        """The entry compared with the work it means; None if it means none that is known."""
        if self.failure is not None:
            return None
        everyone = (*self.possible.opened, *self.possible.others)
        return next((a for a in everyone if a.family == self.match.evidence), None)
