"""What authors and arXiv write when a paper is withdrawn, told from what merely mentions it.

arXiv has no flag: a withdrawn paper has a statement in the place of its abstract, or in its
comment. Living papers use the same word ("Section 6 is withdrawn", "Replaces the withdrawn
arXiv:..."), so only a statement counts whose subject is this paper, at the start of a sentence.
"""

import re

_NOUN = (
    "(?:e-?print|pre-?print|paper|article|manuscript|submission|work|note|report|study|document|"
    "thesis|letter|entry|contribution|publication|draft)"
)
_THIS = rf"(?:(?:(?:this|the|our|my|present|current) )+(?:arxiv )?{_NOUN}(?: \([^()]{{1,40}}\))?)"
_VERSION = r"(?:this|the (?:present|current|latest)) version"
_MANNER = (
    "(?:(?:now|hereby|temporarily|voluntarily|currently|permanently|officially|being|therefore|"
    "thus|hence) )*"
)
_GONE = "(?:withdrawn|retracted|removed)"
_NOW = rf"(?:is|h?as {_MANNER}been|have been|(?:must|had to|has to|needs to|is to) be)"
"""How one speaks of this paper; "was" is also how one tells another paper's story."""
_ELSEWHERE = (
    r"(?! (?:by (?:\w+ ){1,4})?from (?!(?:the )?arxiv)|"
    r" (?:by (?:mistake|accident|error)|in error|erroneously|accidentally)\b)"
)
"""Withdrawn from a journal or proceedings: what stands at arXiv lives on."""
_BY = r" by (?:the |all |both |its )?(?:arxiv|admin|(?:\w+ )?authors?\b|submitters?\b|me\b|us\b)"
_WHY = r" (?:because|due to|owing to|as|since|pending|until|in favou?r|on account|at the|for)\b"
_END = r" ?(?:$|[.,;!()\[\]–—-]|:(?! ?(?:the )?(?:section|theorem|lemma|claim|proof|part|version)))"

_PASSIVE = rf"(?:(?:{_THIS}|{_NOUN}) (?:{_NOW}|was) |{_NOW} |{_VERSION} {_NOW} ){_MANNER}{_GONE}"
_BARE = rf"(?:(?:{_THIS}|{_NOUN}) )?{_MANNER}{_GONE}(?:{_BY}|{_WHY}|{_END})"
_AUTHORS = (
    rf"(?:(?:the |all )?(?:author|submitter)s?(?: of (?:{_THIS}|this))?|"
    r"(?:the )?arxiv(?: admin\w*)?)"
)
_WILL = (
    r"(?:(?:hereby|have|has|had|must|need|needs|wish|wishes|want|wants|would|like|decided|regret|"
    r"regretfully|am|are|is|to|now|therefore|thus|temporarily|voluntarily|officially) )*"
)
_TAKE = r"(?:withdr(?:aw|aws|awn|ew|awing)|retract(?:s|ed|ing)?|remov(?:e|es|ed|ing))"
_IT = rf"{_THIS}(?!['’]| (?:of|on|about)\b)"
_ACTIVE = (
    rf"(?:(?:we|i)(?:, the authors?,)?|{_AUTHORS}) {_WILL}{_TAKE} (?:{_IT}|it\b)|"
    rf"{_AUTHORS} {_WILL}{_TAKE}(?:{_WHY}|{_END})|(?:withdrew|withdrawing) {_IT}|"
    rf"{_AUTHORS} (?:have |has )?(?:request|ask|decid|wish)\w* (?:that )?{_THIS} (?:to )?be {_GONE}"
)

_WHOLE = re.compile(rf"(?:{_PASSIVE}|{_ACTIVE})\b{_ELSEWHERE}")
_SHORT = re.compile(rf"{_BARE}{_ELSEWHERE}")
_LATER = re.compile(
    rf"(?:this {_NOUN} {_NOW} {_MANNER}withdrawn|this {_NOUN} {_NOW} {_MANNER}removed by arxiv|"
    rf"(?:we|{_AUTHORS}) {_WILL}withdr\w+ this {_NOUN}(?!['’]| of))\b{_ELSEWHERE}|"
    rf"{_MANNER}(?:{_NOUN} )?withdrawn(?:{_BY}|\W*$){_ELSEWHERE}"
)
"""Behind an abstract, which may tell the story of another paper: "... [3]. The paper was retracted
ten years later"."""

_MARKS = re.compile(r"[\s*\"'“”‘’(\[{<>~#=_!–—-]+")
_LABEL = re.compile(
    r"(?:arxiv )?(?:admin\w* )?(?:note|comment|remark|warning|attention|updated?|important|notice|"
    r"ps|status|disclaimer) ?[:,.] ?|"
    r"(?:please )?note that |unfortunately,? |regrettably,? |"
    r"we (?:regret|are sorry) to (?:say|inform|announce) that "
)
_EXTENT = re.compile(
    r"\d+(?: ?\+ ?\d+)? ?(?:pages?|pp|pgs?|figures?|figs?|tables?|references)\b[^,;.:]{0,30}"
    r"(?:[,;.:]| and) ?|(?:la)?tex(?:2e)?[,;.] ?"
)
_OWN_VERSION = re.compile(r"(?:v|version )(\d{1,4}) ?[:,.)-] ?")
_ADJUNCT = re.compile(
    r"(?:due to|because|owing to|as|since|after|following|on account|at the|in view|in light|given)"
    r"\b[^.;:]{1,240}?, "
)
_SENTENCE = re.compile(
    r"(?<=[.!?;])\s+|\n+|\s(?=[(\[]?arxiv admin\w* (?:note|comment))", re.IGNORECASE
)
_BACK = re.compile(
    r"\b(?:not|no longer) withdrawn\b|\bwithdrawal (?:was|is|has been) (?:reverted|revoked|undone)|"
    r"\b(?:and|now|was|is|been) (?:restored|reinstated|re-?submitted|re-?posted)\b"
    r"(?! (?:as|under) (?:a |another|arxiv))"
)
_RELATED = re.compile(r"withdr[ae]w|retract|\bremoved (?:by|from)\b|arxiv admin", re.IGNORECASE)


def may_tell(summary: str) -> bool:
    """Whether a summary has words that a statement of withdrawal could be made of."""
    return bool(_RELATED.search(summary))


def statement(summary: str, comment: str, version: int = 0) -> str:
    """The sentence that says that this paper was withdrawn; empty if none does.

    ``version`` is the latest: "v2: withdrawn" says nothing of a paper that has a third.
    """
    everything = f"{comment} {summary}".lower()
    if not _RELATED.search(everything) or _BACK.search(everything):
        return ""
    first, *rest = _SENTENCE.split(summary)
    for sentence in (*_SENTENCE.split(comment), first):
        if _is_withdrawal(sentence, version):
            return sentence.strip()
    return next((one.strip() for one in rest if _LATER.match(_bare(one, version))), "")


def _is_withdrawal(sentence: str, version: int) -> bool:
    bare = _bare(sentence, version)
    adjunct = _ADJUNCT.match(bare)
    return bool(
        _WHOLE.match(bare) or _SHORT.match(bare) or (adjunct and _WHOLE.match(bare, adjunct.end()))
    )


def _bare(sentence: str, version: int) -> str:
    """A sentence without what may stand before its subject."""
    text = " ".join(sentence.lower().split())
    while True:
        number = _OWN_VERSION.match(text)
        if number and int(number[1]) != version:
            return text
        found = number or next(
            (m for one in (_MARKS, _LABEL, _EXTENT) if (m := one.match(text))), None
        )
        if not found:
            return text
        text = text[found.end() :]
