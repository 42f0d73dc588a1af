"""The years that a heading says its entries are of.

A heading is of one year only where nothing beside the year may say more: "2021", "Papers of 2021",
"CVPR 2021". "2021 onwards", "By 2021" and "Read in 2021" are not, however many years say so.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from pipeline.reading.words import known_venue
from pipeline.values.months import WRITTEN
from pipeline.values.text import Value

FIRST, LAST = 1000, 9999
"""Before and after all years."""
MOST_WORDS = 2
"""Words beside its years from which a heading is about something else: "updated in May 2023"."""
LONGEST = 5
"""Words of a heading of one year."""

_Y = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_YEAR = re.compile(_Y)
_WORD = re.compile(r"[^\W\d_]+")
_AND = r"(?:and|or|und|oder|et|ou|y|e|o|及|和|&|/)"
_THAN = r"(?:older|earlier|before|prior|under|below|previous(?:ly)?|前|以前|之前)"
_SINCE = r"(?:newer|later|after|beyond|up|above|onwards?|后|以后|之后)"
_OLDER = re.compile(
    r"\b(?:before|until|till|pre|prior\s+to|up\s?to|through|by|(?:older|earlier)\s+than|"
    r"(?:no|not)\s+later\s+than|bis|vor|avant|jusqu\W?\w+|hasta|antes\s+de|até|fino\s+a\w*)"
    rf"[\s\-–]*{_Y}|(?:≤|<=|^\W*<)\s*{_Y}|{_Y}\s*≤|{_Y}\s*年?\s*及?\s*(?:以前|之前|前)"
    rf"|{_Y}\s*[(,]?\s*(?:{_AND}\s*{_THAN}|{_THAN}(?!\s+\w))(?:\s+than)?",
    re.IGNORECASE,
)
_NEWER = re.compile(
    r"\b(?:since|after|(?:newer|later)\s+than|depuis|après|ab|seit|nach|desde|dal|from(?=[^()]*\bon))"
    rf"[\s\-–]*{_Y}(?:\s+on(?:wards?)?\b)?|(?:≥|>=|^\W*>)\s*{_Y}|{_Y}\s*(?:≥|\+)"
    rf"|{_Y}\s*年?\s*(?:以后|之后|以来|以降|至今|起|后)"
    rf"|{_Y}\s*[(,]?\s*(?:{_AND}\s*{_SINCE}|{_SINCE}(?!\s+\w)|onwards?\b|on\b(?=\W*$))"
    rf"|{_Y}\s*(?:[-–—~]|to|till|until)\s*(?:present|now|today|current|date|ongoing|heute)\b"
    rf"|{_Y}\s*[-–—~]\s*(?=[)\]]|$)",
    re.IGNORECASE,
)
"""Words and signs right beside the year: not "Pre-training 2021", "2021 (100+ papers)"."""
_DECADES = re.compile(r"(?<!\d)((?:19|20)\d0)\s*['’]?s\b", re.IGNORECASE)
_SHORT = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—~/]\s*['’]?(\d\d)(?!\d|[-/.]\d)")
_SIGNED = re.compile(
    rf"(?:^\W*|[(\[]\s*)[-–—…‹]\s*{_Y}|(?<!\d)(?<!\d\s)(?:[~～〜→⟶←↓]|-+>)\s*{_Y}"
    rf"|{_Y}\s*(?:[~～〜→⟶←↓…]|-+>|\.{{2,}})(?!\W*{_Y})"
)
"""Up to a year or from it on, by a sign alone: "~2025", "Papers (– 2025)", "2021 →", "2021 ..."."""
_DAY = re.compile(rf"{_Y}[-/.]\d{{1,2}}(?!\d)|(?<!\d)\d{{1,2}}[-/.]{_Y}")

_SAYS_NO_MORE = re.compile(
    r"papers?|publi\w+|articles?|artículos|artigos|artikel|preprints?|works?|years?|année|jahre?|año|"
    r"anno?|in|of|the|de|en|list|readings?|literature|references|bibliography|conferences?|"
    r"journals?|proceedings|workshops?|posters?|talks?|orals?|spotlight|accepted|main|findings|"
    r"track|surveys?|reviews?|volume|edition|veröffentlichungen|年?度?(?:の?論文|论文|文献|发表|発表|会议)*|"
    rf"(?:{WRITTEN})",
    re.IGNORECASE,
)
"""Words beside the year of a heading that is of that year."""


class HeadingYears(Value):
    """What a heading says of years."""

    years: tuple[int, int] | None
    """The first and the one behind the last; None if it is unclear."""
    plain: bool
    """Whether years stand there without any word or sign that makes more of them."""
    rest: tuple[str, ...]
    """The words beside them."""


def says_no_more(word: str) -> bool:
    """Whether a word beside the year of a heading leaves it of that year: "papers", "accepted"."""
    return _SAYS_NO_MORE.fullmatch(word) is not None


def year_of_heading(name: str, shared: Collection[tuple[str, ...]] = ()) -> int | None:
    """The one year of a heading; None where anything beside it may say more.

    ``shared`` are words beside the year of several headings, of several years: enough to find the
    section of a new entry, not to say that an entry has another year.
    """
    heading = _heading(name)
    if not heading.plain or heading.years is None or heading.years[1] - heading.years[0] != 1:
        return None
    if len(name.split()) > LONGEST:
        return None
    more = [word for word in heading.rest if not says_no_more(word)]
    clear = not more or heading.rest in shared or known_venue(" ".join(_words(name)))
    return heading.years[0] if clear else None


def shared(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """The words that stand beside the year in headings of several years."""
    years = defaultdict[tuple[str, ...], set[int]](set)
    for name in names:
        heading = _heading(name)
        if heading.plain and heading.years:
            years[heading.rest].add(heading.years[0])
    return frozenset(rest for rest, its_years in years.items() if len(its_years) > 1)


def years_told(name: str) -> range | None:
    """The years of "2021", "2018 and older", "2013-2017 (Harbour)"; None if it tells of none."""
    heading = _heading(name)
    return range(*heading.years) if heading.years and len(heading.rest) <= MOST_WORDS else None


def rest_of(name: str) -> tuple[str, ...]:
    """The words of a heading beside its years and what is said of them."""
    return _heading(name).rest


def _heading(name: str) -> HeadingYears:
    name = " ".join(name.split())
    for pattern, years in _SAYINGS:
        hit = pattern.search(name)
        if hit:
            rest = _words(f"{name[: hit.start()]} {name[hit.end() :]}")
            return HeadingYears(years=years(name, hit), plain=False, rest=rest)
    own = _years(name)
    return HeadingYears(years=(own[0], own[-1] + 1) if own else None, plain=True, rest=_words(name))


def _years(text: str) -> list[int]:
    return sorted(map(int, _YEAR.findall(text)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


Years = tuple[int, int] | None


def _decades(name: str, _found: re.Match[str]) -> Years:
    begun = [int(hit[1]) for hit in _DECADES.finditer(name)]
    return min([*begun, *_years(name)]), max(begun) + 10


def _term(_name: str, hit: re.Match[str]) -> Years:
    first, short = int(hit[1]), int(hit[2])
    last = first // 100 * 100 + short
    return (first, last + 1) if last > first else None


_SAYINGS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Years]], ...] = (
    (_DECADES, _decades),
    (_OLDER, lambda name, _: (FIRST, _years(name)[-1] + 1)),
    (_NEWER, lambda name, _: (_years(name)[0], LAST)),
    (_SHORT, _term),
    (_SIGNED, lambda _name, _found: None),
    (_DAY, lambda _name, _found: None),
)
"""What makes more of a year than itself, with the years that are meant then."""
