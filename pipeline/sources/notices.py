"""Editorial notices: what kinds there are, and how a title spells them."""

import re
from collections.abc import Iterable

from pipeline.values.work import Notice, PartialDate

_KINDS = {
    "retraction": "retraction",
    "removal": "withdrawal",
    "withdrawal": "withdrawal",
    "partial-retraction": "partial-retraction",
    "expression-of-concern": "concern",
    "concern": "concern",
    "correction": "correction", "corrigendum": "correction", "erratum": "correction",
    "addendum": "correction", "clarification": "correction",
    "reinstatement": "reinstatement", "reinstated": "reinstatement",
}  # fmt: skip
"""Crossref's and Retraction Watch's words; new_version and the like are no notice: PLOS writes
``new_version`` into every updated record."""

_OF_WORK = (
    "(?:(?:research |review |original |journal |conference |book )?(?:article|chapter|paper)|"
    "manuscript|preprint|publication|abstract|case report|short communication)"
)
_GONE = (
    rf"(?:this )?(?:{_OF_WORK} (?:(?:has been|is|was) )?)?(?:(?-i:PARTIALLY |Partially ))?"
    rf"(?:retracted|withdrawn|removed)(?:[ -]{_OF_WORK})?"
)
_VIOLATION = "notice of violation of ieee publication principles"
_MARK = rf"(?:{_GONE}|temporary removal|notice of (?:retraction|removal|withdrawal)|{_VIOLATION})"
"""What publishers write before or behind the title of a work that is no longer valid."""

_BEFORE = re.compile(
    rf"(?:[\[(【]|\*+){_MARK}(?: and (?:republished|replaced))?(?:[\])】]|\*+)\s?[:：.]?\s*(?=\S)|"
    r"(?-i:(?:RETRACTED|WITHDRAWN) AND (?:REPUBLISHED|REPLACED))\s?[:–—]\s*(?=\S)|"
    # Nothing but its capitals parts it: "RETRACTED Effects of moss".
    r"(?-i:(?:RETRACTED|WITHDRAWN)(?: ARTICLE)?)\s+(?=(?-i:[A-Z]\w*[a-z]|[A-Z]\s+[a-z]))|"
    # "Removed: how towns lost their kelp" is a title.
    rf"(?!(?-i:[Rr]emoved)\W){_MARK}(?:\s?[:：]\s*|\s?[.–—-]\s+)(?=\S)|(?-i:RETRACTED|"
    rf"WITHDRAWN|Retracted(?=—[A-Z])|Withdrawn(?=—[A-Z]))—(?=\S)|"
    # A line ends behind it: "Notice of Retraction<BR>How to ...".
    rf"{_VIOLATION}\s+(?=\S)|"
    r"(?-i:Notice of Retraction)\s+(?!(?:polic|practice|proce|rate|trend|database|notice)\w*\b)"
    r"(?=(?-i:[A-Z\d])\S*(?:\s+\S+){3})",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s*[\[(]{_MARK}(?:[ .,;:][^()\[\]]{{0,160}})?[\])]\s*\.?$|\s*(?:【{_MARK}】|\*+{_MARK}\*+)$|"
    r"(?:(?<=[a-z\d)?!.])\s|(?<=\w)—)(?-i:RETRACTED|WITHDRAWN)(?-i: ARTICLE)?\.?$|"
    r"(?<=\S)(?:\s[–—-]\s|[:：]\s)(?-i:RETRACTED|Retracted|WITHDRAWN|Withdrawn)"
    rf"(?: {_OF_WORK})?\.?$",
    re.IGNORECASE,
)

_TYPES = frozenset(
    (
        "retraction of publication",
        "retraction notice",
        "published erratum",
        "expression of concern",
        "correction",
        "corrigendum",
        "erratum",
        "addendum",
        "retraction",
        "partial retraction",
    )
)
"""What PubMed and Europe PMC call the types of notices; the latter has the words of JATS too."""

_WHOSE = "(?:(?:author|publisher|editorial|editor)[’']?s? )?"
_SURE = (
    "(?:errat(?:um|a)|corrigend(?:um|a)|additions and corrections|corrections and additions|"
    "statement of retraction)"
)
"""Words with which no title of a work begins."""
_NAMED = (
    rf"(?:{_SURE}|corrections?(?: notice)?|addend(?:um|a)|retraction(?: note| notice| statement)?|"
    "expressions? of concern|withdrawal notice|editorial (?:note|notice)|"
    "notice of (?:correction|concern|retraction and replacement))"
)
_ABOUT = "(?:to|for|of|on|regarding|concerning)"
_QUOTE = "[“\"‘'«]"
_OF_A_PART = (
    r"(?:(?:errors?|omissions?|mistakes?|incorrect \w+) (?:in|of|from)|corrections? (?:of|in|to)) "
    r"(?:the )?(?:(?:author|figure|table|byline|affiliation)s?"
    r"(?: [\dA-Z]\b| names?| affiliations?)?(?:\W*$|(?<=e|n|\d)\s?:)|"
    r"(?:author affiliations?|title|abstract|funding|dosage)\W*$)|"
    r"error in (?:the )?(?:text|results|methods|references?|supplement)\W*$"
)
"""What is wrong is a part of a paper, and nothing else is said: "Error in Figure 2"."""
_ABROAD = (
    "(?:berichtigung(?:en)?|errata corrige|fe de err(?:atas?|ores)|rectificatifs?|"
    "retractación|retracción)"
)
_NOTICE = re.compile(
    rf"publisher[’']?s? note\s?[:：]|editor[’']?s? note\s?[:：]\s?{_QUOTE}|"
    rf"incorrect data in\s?[:：]|{_WHOSE}(?:"
    # "Erratum", "CORRECTION", "Retractions": nothing but what it is.
    rf"(?:{_NAMED}|retractions|department of error|notices? of (?:retraction|withdrawal))\W*$|"
    rf"{_NAMED}(?: {_ABOUT})?\s?[:：](?!\s?(?-i:an?) )|{_NAMED}—|"
    # "Corrigendum. Moss on roofs"; a title goes on in capitals.
    rf"{_NAMED}\.\s+(?-i:[A-Z])|{_SURE}(?:\s\(|(?: à l[’']article)? ?{_QUOTE})|"
    rf"{_NAMED} {_ABOUT} (?:the (?:article|paper) )?{_QUOTE}|"
    # "Additions and corrections to the flora of Fife" is a work.
    rf"(?!addition|correction){_SURE} {_ABOUT} |{_SURE}\s[–—-]\s|"
    rf"{_NAMED} {_ABOUT} (?-i:[A-Z])[\w-]+ (?:and|&) (?-i:[A-Z])[\w-]+ \((?:19|20)\d\d\)\W*$|"
    r"incorrect (?:figure|table|byline|data|affiliation)s?\W*$|"
    r"retraction (?:note|notice) (?:to|for) |notice of retraction and replacement\b|"
    rf"{_NAMED} {_ABOUT} \w[^“\"]{{1,80}} et al\b|"
    # "Correction to Lancet 2021; 397: 99": a citation stands where a title would.
    rf"(?:{_NAMED}|notice of retraction)\b.*\b(?:19|20)\d\d ?; ?\d|"
    rf"notice of (?:retraction|withdrawal)\s?[:.] [^.:]{{1,60}} et al\b|"
    # "Withdrawal: a survey of pupils" is a work.
    rf"(?-i:WITHDRAWAL): (?!(?:An?|The) )(?-i:[A-Z])\S*(?:\s+\S+){{3}}|"
    rf"(?:{_SURE}|errors?) in (?:the (?:article|paper)(?: titled| entitled)? )?"
    rf"{_QUOTE}[^”\"’'»]+[”\"’'»]\W*$|"
    rf"{_SURE} in\s?:|"
    rf"{_OF_A_PART}|{_ABROAD}(?:\W*$|[:.]\s|\s«)|"
    rf"corrections (?:and|&) clarifications\b|clarifications?\W*$|statement of concern\W*$|"
    rf"(?:notification of retraction|removal notice)(?: {_ABOUT})?(?:\s?:| {_QUOTE})|"
    r"retraction and republication\s?[:–—]|"
    rf"notice of retraction: {_QUOTE})",
    re.IGNORECASE,
)
_NOTICE_BEHIND = re.compile(
    rf"(?:[:.]\s|\s[–—-]\s|[\[(]){_WHOSE}"
    r"(?:errat(?:um|a)|corrigend(?:um|a)|correction|retraction|expression of concern)"
    r"(?: and (?:addendum|corrigendum))?[\])]?\.?$",
    re.IGNORECASE,
)


_STEMS = (
    "retract", "withdraw", "remov", "violation", "errat", "corrigend", "correction", "addend",
    "concern", "error", "notice", " note", "incorrect", "clarification", "berichtigung",
    "fe de err", "rectificatif", "omission", "mistake",
)  # fmt: skip
"""Every pattern above wants one of them."""


def notice_of(
    kind: str, *, doi: str = "", date: PartialDate | None = None, source: str = "", text: str = ""
) -> Notice | None:
    """The notice that a service's word names; None if it is none."""
    known = _KINDS.get(kind.strip().lower().replace("_", "-").replace(" ", "-"))
    if known is None:
        return None
    return Notice.model_validate(
        {"kind": known, "doi": doi, "date": date, "source": source, "text": text}
    )


def merged(*groups: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices of all groups, each once.

    The same notice comes once per source (publisher and Retraction Watch): DOI and kind tell. A
    mark in the title counts only if no notice says the same.
    """
    kept: dict[tuple[str, str], Notice] = {}
    for notice in (notice for group in groups for notice in group):
        kept.setdefault((notice.doi, notice.kind), notice)
    named = {kind for doi, kind in kept if doi}
    return tuple(notice for (doi, kind), notice in kept.items() if doi or kind not in named)


def from_title(title: str) -> tuple[str, tuple[Notice, ...]]:
    """A title without its mark ("RETRACTED: …", "… (WITHDRAWN)"), and the notice that it spells."""
    if not _may_tell(title):
        return title, ()
    hit = None if is_notice_title(title) else _BEFORE.match(title) or _BEHIND.search(title)
    if hit is None:
        return title, ()
    if hit.start() == 0 and _goes_on(hit.group(), title[hit.end() :]):
        return title, ()
    notice = notice_of(_kind(hit.group().lower()), source="publisher")
    rest = title[hit.end() :] if hit.start() == 0 else title[: hit.start()].rstrip(" :–—")
    return rest.strip(), (notice,) if notice else ()


def _kind(mark: str) -> str:
    if "partially retract" in mark:
        return "partial-retraction"
    return "retraction" if "retract" in mark or "violation" in mark else "withdrawal"


def _goes_on(mark: str, rest: str) -> bool:
    """Whether it is no mark: "Notice of Withdrawal: workers and the law of contract" is a title.

    A publisher's notice stands before a title as it was, whose first word is large. "Retracted:"
    is a mark whatever follows: "Retracted: de novo lipogenesis".
    """
    first = next(iter(rest.split()), "")
    sure = mark.isupper() or not mark[0].isalpha() or _PARTICIPLE.match(mark)
    return not sure and first.isalpha() and first.islower()


_PARTICIPLE = re.compile("retracted|withdrawn", re.IGNORECASE)


def of_types(types: Iterable[str]) -> bool:
    """Whether a publication's types, as PubMed names them, are those of a notice."""
    return not _TYPES.isdisjoint(kind.strip().lower().replace("-", " ") for kind in types)


def is_notice_title(title: str) -> bool:
    """Whether a title is that of an erratum or a retraction notice, not of a work.

    "Correction for guessing in multiple-choice tests" is a work: without a colon or quote only
    words that never begin a work's title count.
    """
    return _may_tell(title) and bool(_NOTICE.match(title) or _NOTICE_BEHIND.search(title))


def _may_tell(title: str) -> bool:
    """Whether a title has any of the words that every mark and every notice is made of."""
    if not title.isascii():
        return True  # letters such as the dotless i are an i to a pattern that minds no case
    low = title.lower()
    return any(map(low.__contains__, _STEMS))
