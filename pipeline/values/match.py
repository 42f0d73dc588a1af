"""Which work an entry means, as a value."""

from enum import StrEnum

from pydantic import Field

from pipeline.values.identifiers import Identifier
from pipeline.values.text import Value
from pipeline.values.work import Candidate


class Verdict(StrEnum):
    """How the entry and a work belong together."""

    EXACT = "exact"
    STRONG = "strong"
    WEAK = "weak"
    AMBIGUOUS = "ambiguous"
    DIFFERENT = "different"


SURE = frozenset((Verdict.EXACT, Verdict.STRONG))
"""Good enough to accuse anybody, and to write something on it."""


class Match(Value):
    """Which work an entry means, and why."""

    verdict: Verdict
    confidence: float = Field(ge=0, le=1)
    """Calibrated chance that the evidence describes the work meant."""
    reasons: tuple[str, ...] = ()
    """For people, strongest first: "title identical"."""
    evidence: tuple[Candidate, ...] = ()
    """Every voice about the work meant, all its versions; empty unless exact, strong or weak."""
    linked: tuple[Candidate, ...] = ()
    """What the entry's identifiers open where that is another work."""
    rivals: tuple[Candidate, ...] = ()
    """The works that fit as well, if ambiguous; the nearest others otherwise."""
    dead: tuple[Identifier, ...] = ()
    """Identifiers of the entry that every service which could know has disowned."""
    unavailable: tuple[str, ...] = ()
    """Services that could not be asked although their answer could matter."""
    untitled: tuple[Identifier, ...] = ()
    """What may be meant and is registered without a title, as far as nobody else tells one."""

    @property
    def unheard(self) -> bool:
        """Whether somebody who could speak for the entry has not, today or ever."""
        return bool(self.unavailable or self.untitled)

    @property
    def sure(self) -> bool:
        """Whether it is good enough to accuse anybody, and to write something on it."""
        return self.verdict in SURE
