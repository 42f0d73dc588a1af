"""Where a paper has been accepted, by the comment its authors gave to arXiv."""

import re

from pipeline.compare.conferences import conference
from pipeline.compare.letters import tokens

_VERB = re.compile(
    r"\b(?:accepted|to appear|appear(?:s|ed|ing)?|published|presented|camera[- ]ready|in press|"
    r"forthcoming|to be published|to be presented|acceptance)\b"
    r"(?:\s+(?:as|for|a|an|the|oral|poster|paper|spotlight|full|long|short|publication|"
    r"presentation|version|main|conference|track))*"
    r"\s+(?:at|in|by|to|for|on)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""What is said of a paper that has a venue."""

_NOT_YET = re.compile(
    r"\b(?:submitted|under review|in submission|rejected|withdrawn|in preparation|supersed|"
    r"under consideration|not accepted|extend(?:s|ed version)|earlier version|previous version|"
    r"preliminary version|companion)\b",
    re.IGNORECASE,
)
"""What is said of another paper, or of one that has none yet."""

_YEAR = re.compile(r"\b(19[89]\d|20\d\d)\b|['’](\d\d)\b")
_END = re.compile(r"[,;(\[\n]|\.\s+[A-Z0-9]|\.$|\s\d|:\s|\s+(?:as|with|and\s+code|code|see)\b")


def accepted(comment: str) -> tuple[str, int | None] | None:
    """The venue and year of which an arXiv comment or journal reference speaks; None if of none.

    "Submitted to", "under review" and versions of other papers say nothing.
    """
    for part in re.split(r"[;\n]|\.\s+(?=[A-Z])", comment[:2000]):
        if _NOT_YET.search(part):
            continue
        name = conference(part)
        if name and _speaks_of(part):
            return name, _year(part)
        verb = _VERB.search(part)
        if verb:
            venue = _END.split(part[verb.end() :], maxsplit=1)[0].strip(" .'\"")
            if len(tokens(venue)) and len(venue) <= 120 and venue[:1].isupper():
                return venue, _year(part)
    return None


def _speaks_of(part: str) -> bool:
    """A comment about the paper's own venue: with a verb, or hardly more than the name and year."""
    return bool(_VERB.search(part)) or bool(_YEAR.search(part)) or len(tokens(part)) <= 6 or (
        bool(re.search(r"(?i)\b(accepted|oral|spotlight|poster|camera)\b", part))
    )  # fmt: skip


def _year(part: str) -> int | None:
    hit = _YEAR.search(part)
    if not hit:
        glued = re.search(r"[A-Za-z](20\d\d)\b", part)
        return int(glued[1]) if glued else None
    return int(hit[1]) if hit[1] else 2000 + int(hit[2])
