"""What is said of how far a work has come, where another would name its venue.

A phrase stands once. ``WHOLLY`` are those that are no venue wherever they stand alone; ``DRAFTS``
only tell of a work that has no venue yet: "Preprint" and "Working paper" are named as one.
"""

import re

WHOLLY = (
    r"(?:under|in)\s+(?:review|revision|preparation|press|submission|progress(?!\s+in\b))|"
    r"(?:re)?submitted|to\s+appear|forthcoming|manuscript|work\s+in\s+progress"
)
DRAFTS = r"pre-?prints?|unpublished|working\s+paper|ongoing\s+work|review|submission|preparation"

ALONE = (
    rf"(?:currently\s+)?(?:{WHOLLY})(?:(?<=submitted)(?:\s+for\s+(?:publication|review)|\s+to))?\W*"
)
"""Pattern of a text that says nothing else."""

_ALONE = re.compile(ALONE, re.IGNORECASE)
_BEGINS = re.compile(
    rf"^\W*(?:currently\s+)?(?:an?\s+|e-?|under\s+|in\s+)?(?:unpublished\s+)?(?:{WHOLLY}|{DRAFTS})\b"
    r"(?!\s+of\b)",
    re.IGNORECASE,
)


def on_its_way(text: str) -> bool:
    """Whether a text says how far a work has come, and nothing else: "Currently under review"."""
    return _ALONE.fullmatch(text) is not None


def begins_so(text: str) -> bool:
    """Whether a text in the place of a venue begins so: "Submitted to Nature", "Preprint"."""
    return _BEGINS.match(text) is not None
