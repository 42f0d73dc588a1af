"""What authors and arXiv write when a paper is withdrawn, told from what merely mentions it.

arXiv has no flag: a withdrawn paper has a statement in the place of its abstract, or in its
comment. Living papers use the same word ("Section 6 is withdrawn", "Replaces the withdrawn
arXiv:...").
"""

import re
from collections.abc import Callable, Iterator

from pipeline.sources.withdrawal_claims import (
    Sentence,
    says_nothing_else,
    says_withdrawn,
    says_withdrawn_behind,
)
from pipeline.sources.withdrawal_words import OFF, OWN

_MARKS = re.compile(r"[\s*\"'“”‘’(\[{<>~#=_!–—-]+")
_LABEL = re.compile(
    r"(?:arxiv |kindly |please )?(?:admin\w* )?(?:note|comment|remark|warning|attention|"
    r"updated?|important|notice|"
    r"ps|status|disclaimer) ?[:,.] ?|(?:please )?note that |"
    r"(?:unfortunately|regrettably|therefore|accordingly|hence|thus|sorry),? |"
    r"it is with (?:\w+ )?regret that |(?:we|i|the authors?) (?:\w+ )?regret that |"
    r"(?:we|i|the authors?|this) (?:regret|am sorry|are sorry|have|is|want|wish)s? to "
    r"(?:say|inform|announce|notify|state|declare)(?: \w+){0,3} that ",
    re.IGNORECASE,
)
_EXTENT = re.compile(
    r"\d+(?: ?\+ ?\d+)? ?(?:pages?|pp|pgs?|figures?|figs?|tables?|references)\b[^,;.:]{0,30}"
    r"(?:[,;.:]| and) ?|(?:la)?tex(?:2e)?[,;.] ?",
    re.IGNORECASE,
)
_OWN_VERSION = re.compile(
    r"(?:v|version )(\d{1,4})(?: ?[:,.)-] ?| (?=(?:is |has been )?withdrawn))", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b(?-i:[A-Z])\.)(?<!\b(?:eq|dr)\.)(?<!\b(?:fig|sec|ref|thm|"
    r"eqs)\.)(?<!\b(?:refs|figs|prof)\.)\s+|\n+|"
    r"\s(?=[(\[]?arxiv admin\w* (?:note|comment))",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:not|no longer) withdrawn\b|\bwithdrawal (?:was|is|has been) (?:reverted|revoked|undone)|"
    r"\b(?:and|now|was|is|been) (?:restored|reinstated|re-?submitted|re-?posted|put back)\b"
    r"(?! (?:as|under) (?:a |another|arxiv))|\b(?:is|now) back\b",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"withdr[ae]w|retract|\bremoved (?:by|from|at|on|due|because)\b|arxiv admin|"
    rf"\b{OWN} [^.]{{0,40}}\b{OFF}|"
    rf"\b(?:(?:delet|remov)\w+|pull(?:s|ed|ing)?|(?:take|taken|took) down) {OWN}",
    re.IGNORECASE,
)


_LONGEST, _LONGEST_SENTENCE = 4_000, 1_000
"""Characters that are looked at; arXiv admits abstracts of 1,920."""
_Question = Callable[[Sentence], bool]


def may_tell(summary: str) -> bool:
    """Whether a summary has words that a statement of withdrawal could be made of."""
    return bool(_RELATED.search(summary))


def statement(summary: str, comment: str, version: int = 0) -> str:
    """The sentence that says that this paper was withdrawn; empty if none does.

    ``version`` is the latest: "v2: withdrawn" says nothing of a paper that has a third.
    """
    summary, comment = summary[:_LONGEST], comment[:_LONGEST]
    return _said(comment, version) or _said(summary, version, says_withdrawn_behind, instead=True)


_GOES_ON = re.compile(r"[:–—]\s*\S+\s+\S")
"""Words behind a colon: "Removed by admin: moderation of forums" is a work."""


def of_title(title: str) -> bool:
    """Whether a title is a statement of withdrawal, and nothing else."""
    if not _RELATED.search(title) or _GOES_ON.search(title):
        return False
    return says_nothing_else(Sentence(_bare(title, 0), "", "", "", instead=True))


def _said(text: str, version: int, later: _Question | None = None, *, instead: bool = False) -> str:
    """The first sentence that says it; ``later`` is asked of all but the first."""
    if not _RELATED.search(text) or _TAKEN_BACK.search(text):
        return ""
    start, last = 0, ""
    for end, following in _ends(text):
        bare = _bare(text[start:end], version)[:_LONGEST_SENTENCE]
        sentence = Sentence(bare, text[:start], last, text[following:], instead)
        says = later if later and text[:start].strip() else says_withdrawn
        if says(sentence):
            return text[start:end].strip()
        start, last = following, text[start:end]
    return ""


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences end, and where the next begin."""
    yield from (hit.span() for hit in _SENTENCE.finditer(text))
    yield len(text), len(text)


def _bare(sentence: str, version: int) -> str:
    """A sentence without what may stand before its subject."""
    text = " ".join(sentence.split())
    while True:
        number = _OWN_VERSION.match(text)
        if number and int(number[1]) != version:
            return text
        hit = number or next(
            (m for pattern in (_MARKS, _LABEL, _EXTENT) if (m := pattern.match(text))), None
        )
        if not hit:
            return text
        text = text[hit.end() :]
