"""The years that a heading says its entries are of."""

import re

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_Y = r"(?<!\d)(?:19|20)\d\d"
_DOWN, _UP = r"(?:older|earlier|before)\b", r"(?:newer|later|after)\b"
_OLDER = re.compile(
    rf"\b(?:before|until|pre|prior\s+to|(?:older|earlier)\s+than)[\s\-–]*{_Y}|{_Y}\s*年?(?:以前|之前)"
    rf"|{_Y}\s*[(,]?\s*(?:(?:and|or|&|/)\s*{_DOWN}|{_DOWN}(?!\s+\w))"
    rf"|(?:≤|<=|^\s*<)\s*{_Y}|{_Y}\s*≤",
    re.IGNORECASE,
)
_NEWER = re.compile(
    rf"\b(?:since|after|(?:newer|later)\s+than)[\s\-–]*{_Y}|{_Y}\s*年?(?:以后|之后)"
    rf"|{_Y}\s*[(,]?\s*(?:(?:and|or|&|/)\s*{_UP}|{_UP}(?!\s+\w))"
    rf"|{_Y}\s*\+|(?:≥|>=|^\s*>)\s*{_Y}|{_Y}\s*≥",
    re.IGNORECASE,
)
"""Words and signs right beside the year: not "Pre-training 2021", "2021 (100+ papers)"."""
_SIGN = re.compile(r"older|earlier|before|until|pre|prior|to|newer|later|since|after|and|or|than")
_RANGE = re.compile(r"\d\s*[-–—~]|[-–—~]\s*\d|\d{4}\s*(?:/\s*\d|['’]?s\b)")
_WORD = re.compile(r"[^\W\d_]+")

MOST_WORDS = 2
"""Words beside its years from which a heading is about something else: "updated in May 2023"."""

FIRST, LAST = 1000, 9999
"""Before and after all years."""


def year_of(name: str) -> int | None:
    """The one year of a heading of at most five words; None for a range."""
    found = set(_YEAR.findall(name))
    if len(found) != 1 or len(name.split()) > 5:
        return None
    open_ended = any(sign.search(name) for sign in (_OLDER, _NEWER, _RANGE))
    return None if open_ended else int(found.pop())


def rest_of(name: str) -> tuple[str, ...]:
    """The words of a heading beside its years."""
    return tuple(word.casefold() for word in _WORD.findall(name))


def years_told(name: str) -> range | None:
    """The years of "2021", "2018 and older", "2013-2017 (Harbour)"; None if it tells of none."""
    found = sorted(map(int, _YEAR.findall(name)))
    about = [word for word in rest_of(name) if not _SIGN.fullmatch(word)]
    if not found or len(about) > MOST_WORDS:
        return None
    if _OLDER.search(name):
        return range(FIRST, found[-1] + 1)
    if _NEWER.search(name):
        return range(found[0], LAST)
    if len(found) == 1 and _RANGE.search(name):
        return None  # "2021/22", "2023-05-01": a term, a day
    return range(found[0], found[-1] + 1)
