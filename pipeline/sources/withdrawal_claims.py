"""Whether a sentence says that the paper it stands in was withdrawn.

Of each clause it is asked what its subject is, who did it and from what: "this paper" is this
paper; "the paper", "it" or no subject is this paper only if no other was spoken of; and what was
withdrawn from a journal, or by one, lives on at arXiv.
"""

import re
from typing import NamedTuple

from pipeline.sources.withdrawal_words import (
    BY,
    ELSEWHERE,
    END,
    FAULT,
    NAMED,
    NAMED_FAULT,
    NOUN,
    OF_OURS,
    OF_THE_PAPER,
    OF_THIS,
    OTHER,
    OTHERS,
    OURS,
    OUTLET,
    OWN,
    PART,
    PLAIN,
    REVIEWED,
    STAGE,
    STUDY,
    TAIL,
    TAKEN,
    TAKEN_WEAKLY,
    THE,
    WHY,
)  # fmt: skip

_CLAUSE = re.compile(
    r"[;:,–—]\s+|\s-{1,2}\s|\b(?:and|so(?: that)?|hence|thus|therefore|but|consequently|"
    r"accordingly)\b,?\s+"
)
_DEPENDENT = re.compile(
    r"\b(?:that|which|who|whose|why|how|whether|if|when|whenever|once|until|unless|before|after|"
    r"while|"
    r"where|although|though|such as|not|never|no)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"(?:if|when|whenever|once|unless|whether|how|why|in case|suppose)\b", re.IGNORECASE
)
_THEN = re.compile(r"(?:\w+ ){0,3}(?:after|before|until)\b", re.IGNORECASE)
_GOVERNED = re.compile(
    r"\b(?:of|in|to|on|for|from|with|about|than|like|under|between) $", re.IGNORECASE
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|contains?|does|do)\b", re.IGNORECASE)
_WHY, _END = re.compile(WHY, re.IGNORECASE), re.compile(END, re.IGNORECASE)
_WHEN = re.compile(
    r" (?:from (?:the )?arxiv|effective|on \w|in (?:19|20)\d\d|to (?:be|make|allow|avoid|"
    r"prevent|correct|permit)|until|and|"
    r"temporarily|voluntarily)\b",
    re.IGNORECASE,
)
_REASONED = re.compile(
    r":|,? (?:because|due to|owing to|since|(?:at|on|upon) (?:the )?request|for)\b"
)
_ASKED = re.compile(r",? (?:at|on|upon) (?:the )?request\b", re.IGNORECASE)
_TIMES = re.compile(r"^ \d+ times\b")
_REASON = 400
"""Characters of reasons before "the paper has been withdrawn"; an abstract is longer."""
_PAPER = re.compile("paper|article|manuscript|print|submission|version", re.IGNORECASE)
_SELF = re.compile(rf"\W*{OWN}\b", re.IGNORECASE)
_ANTECEDENT = re.compile(rf"(?:{OWN}|{THE}|this is an? (?:\w+ )?{NOUN})\b", re.IGNORECASE)


class Sentence(NamedTuple):
    """A sentence without what stands before its subject, and what stands around it."""

    text: str
    before: str
    last: str
    """The sentence before."""
    rest: str
    instead: bool
    """It stands where the abstract stood."""


def says_withdrawn(sentence: Sentence) -> bool:
    """Whether a sentence of a comment, or the first of a summary, says it."""
    return _of_this(sentence) or _named(sentence) or _of_the_paper(sentence)


def says_nothing_else(sentence: Sentence) -> bool:
    """Whether a title says it."""
    return _of_this(sentence) or _of_the_paper(sentence)


def says_withdrawn_behind(sentence: Sentence) -> bool:
    """Whether a sentence behind an abstract says it.

    The abstract may tell the story of another paper: "... [3]. The paper was retracted later".
    """
    text = sentence.text
    tail = TAIL.match(text)
    if tail and (tail["end"] is not None or OURS.match(text, tail.end())):
        return not _elsewhere(text[tail.end() :])
    return _of_this(sentence, telling="withdr") or _goes_on(sentence)


def _goes_on(sentence: Sentence) -> bool:
    """Whether the sentences before are the reason, and no abstract."""
    last = sentence.last
    hit = OF_THE_PAPER.match(sentence.text)
    if hit and hit["verb"] == "was":
        return bool(OURS.match(sentence.text, hit.end()) and _refers(hit["noun"], last))
    reason = (FAULT.search(last) and OF_OURS.search(last)) or _refers("it", last)
    if not reason or OTHER.search(sentence.before) or len(sentence.before) > _REASON:
        return False
    return bool(hit and hit["verb"] and _is_of_the(sentence, 0)) or bool(
        TAKEN_WEAKLY.match(sentence.text)
    )


def _refers(noun: str | None, last: str) -> bool:
    """Whether "it" is said, and means what the last sentence began with."""
    return noun is not None and noun.lower() == "it" and bool(_SELF.match(last))


def _of_this(sentence: Sentence, telling: str = "") -> bool:
    """Whether a sentence, whatever stands before, says it of "this paper"."""
    text = sentence.text
    hits = (*OF_THIS.finditer(text), *TAKEN.finditer(text))
    return any(
        telling in hit.group().lower()
        and _free(text[: hit.start()])
        and not _elsewhere(text[hit.end() :])
        and (hit.re is TAKEN or _is_own(hit, text[hit.end() :], firm=bool(telling)))
        for hit in hits
    )


def _is_own(hit: re.Match[str], rest: str, *, firm: bool) -> bool:
    """Whether what was done to this paper, and by whom, is a withdrawal from arXiv."""
    ours = bool(OURS.match(rest))
    past = (hit["verb"] or "").lower() in ("was", "were")
    if past and (firm or hit["middle"]):
        return False
    if hit["middle"]:
        fault = FAULT.search(hit["middle"] + rest)
        if OTHERS.search(hit["middle"]) or not (fault or ours or _WHY.match(rest)):
            return False
        if STAGE.search(hit["middle"]) and not fault:
            return False
    if hit["off"]:
        return ours or bool(_REASONED.match(rest))
    if "retracted" in hit.group().lower() or ours or not BY.match(rest):
        return True
    return not OUTLET.match(rest) and bool(_PAPER.search(hit.group()))


def _named(sentence: Sentence) -> bool:
    """Whether a sentence speaks of the withdrawal itself: "Withdrawal notice: ..."."""
    text = sentence.text
    named = NAMED.match(text) or (NAMED_FAULT.match(text) and FAULT.search(text))
    return bool(named) and not OTHER.search(sentence.before)


def _of_the_paper(sentence: Sentence) -> bool:
    """Whether a clause says it of "the paper", which is this one if no other was spoken of."""
    full = (hit.start() for hit in TAKEN_WEAKLY.finditer(sentence.text) if hit["full"])
    free = (start for start in full if _free(sentence.text[:start]))
    starts = (0, *(hit.end() for hit in _CLAUSE.finditer(sentence.text)), *free)
    return any(_is_of_the(sentence, start) for start in starts)


def _is_of_the(sentence: Sentence, start: int) -> bool:
    """Whether a clause says it of "the paper", "it" or of what it does not name."""
    text, head = sentence.text, sentence.text[:start]
    hit = TAKEN_WEAKLY.match(text, start) or OF_THE_PAPER.match(text, start)
    if not hit or (start and _is_tale(head)) or _elsewhere(text[hit.end() :]):
        return False
    if OTHER.search(f"{sentence.before} {head}") or head.count("(") > head.count(")"):
        return False
    if hit.re is TAKEN_WEAKLY:
        return not hit.group().lower().endswith(" it") or not start or bool(_begun(head, sentence))
    if not _is_done(hit, sentence):
        return False
    return (
        _follows(hit, head, sentence)
        if start
        else hit["noun"] != "this" or not sentence.before.strip()
    )


def _is_done(hit: re.Match[str], sentence: Sentence) -> bool:
    """Whether the verb is one of a statement, and the hand one that may withdraw."""
    rest, past = sentence.text[hit.end() :], (hit["verb"] or "").lower() == "was"
    ours, why = bool(OURS.match(rest)), bool(_WHY.match(rest))
    fault = bool(FAULT.search(sentence.text))
    if not ours and not _ASKED.match(rest) and _is_of_a_part(hit):
        return False
    if not ours and (BY.match(rest) or not (why or _END.match(rest) or _WHEN.match(rest))):
        return False
    if sentence.instead and STUDY.search(sentence.rest):
        return False
    if (
        STAGE.search(sentence.before + sentence.text[: hit.start()])
        and not fault
        and (past or not hit["noun"])
    ):
        return False
    if sentence.instead and hit["noun"] and not PLAIN.match(hit["noun"]):
        return False
    return not past or why or fault or not sentence.rest.strip() or (ours and not sentence.instead)


def _is_of_a_part(hit: re.Match[str]) -> bool:
    """Whether what was removed may be a section: "Typos mended. Removed due to length: ..."."""
    noun = (hit["noun"] or "").lower()
    return noun in ("", "note", "report") and "remov" in hit.group().lower()


def _follows(hit: re.Match[str], head: str, sentence: Sentence) -> bool:
    """Whether a clause goes on from a head that gives the reason."""
    noun = (hit["noun"] or "").lower()
    if noun in ("it", "this"):
        return noun == "it" and bool(_begun(head, sentence))
    if not FAULT.search(head) or (hit["verb"] or "").lower() == "was":
        return False
    if noun or not hit["verb"]:
        return bool(noun) or not (PART.search(head) or _FINITE.search(head, 1))
    begun = _begun(head, sentence)
    return begun is not None and not OTHERS.search(head, begun.end())


def _begun(head: str, sentence: Sentence) -> re.Match[str] | None:
    """The words for a paper with which a clause begins; in an abstract, none that mean more."""
    begun = _ANTECEDENT.match(head)
    return begun if begun and (not sentence.instead or PLAIN.match(begun.group())) else None


def _is_tale(head: str) -> bool:
    """Whether a clause before tells a case that may arise, or of a journal's review."""
    if _THEN.match(head) and REVIEWED.match(f" {head}") and not FAULT.search(head):
        return True
    return bool(_SUPPOSED.match(head))


def _elsewhere(rest: str) -> bool:
    """Whether it was withdrawn from a journal or meeting, or is back."""
    rest = _TIMES.sub("", rest)
    return bool(ELSEWHERE.match(rest)) or bool(REVIEWED.match(rest) and not FAULT.search(rest))


def _free(before: str) -> bool:
    """Whether what stands before a clause leaves it a statement: no "if", and no quote."""
    if _SUPPOSED.match(before) or _GOVERNED.search(before) or before.endswith(tuple("\"'“‘")):
        return False
    return not _DEPENDENT.search(_CLAUSE.split(before)[-1])
