"""Which work an entry means, and why.

The title decides, the identifier is strong evidence, authors, venue and year confirm. An identifier
is never overruled by a search on anything less than a title that plainly is another.
"""

from pipeline.match.choice import Choice
from pipeline.match.identified import identified
from pipeline.match.possible_works import PossibleWorks
from pipeline.match.searched import nearest, searched
from pipeline.match.unanswered import dead, silent, unmatched, untitled
from pipeline.values.entry import Entry
from pipeline.values.match import SURE, Match, Verdict
from pipeline.values.question import (
    Inquiry,
)


def match(inquiry: Inquiry, possible: PossibleWorks) -> Match:
    """The work the entry means, with reasons; order of candidates irrelevant.

    Weak, ambiguous and different are honest answers: nothing is written on them.
    """
    entry = inquiry.entry
    chosen = _choice(entry, possible)
    elsewhere = tuple(
        c for a in possible.opened if not chosen or a is not chosen.assessment for c in a.family
    )
    rivals = chosen.rivals if chosen else nearest(possible)
    verdict = chosen.verdict if chosen else Verdict.DIFFERENT
    return Match(
        verdict=verdict,
        confidence=chosen.confidence if chosen else 0.0,
        reasons=chosen.reasons if chosen else unmatched(inquiry),
        evidence=chosen.assessment.family if chosen and chosen.assessment else (),
        linked=elsewhere,
        rivals=rivals,
        dead=dead(inquiry),
        unavailable=silent(inquiry, is_known=verdict in SURE),
        untitled=untitled(inquiry, searched=verdict not in SURE),
    )


def _choice(entry: Entry, possible: PossibleWorks) -> Choice | None:
    """The work of an identifier or of a search; none of an entry that could not be read."""
    if entry.unparsed is not None:
        return None
    return identified(entry, possible) or searched(entry, possible)
