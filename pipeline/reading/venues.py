"""Venues and years in the text around a title: where they begin, where volume and track begin."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.compare.progress import ALONE, on_its_way
from pipeline.reading.field_names import elsewhere
from pipeline.reading.words import KNOWN_VENUE, known_venue, organisation
from pipeline.values import months
from pipeline.values.small_words import small_words

_MONTHS = months.WRITTEN + "|spring|summer|autumn|fall|winter"
_LETTERS = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Of writing without blanks: "于2019年"."""
_YEAR = re.compile(
    rf"(?<![./:])(?:(?<!\w)|(?<=[{_LETTERS}]))(?:(?P<date>(?:19|20)\d\d)(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))(?!\d)|"
    r"(?P<year>19[3-9]\d|20[0-4]\d)(?!\d|[./]\d{3,}|[-–]\d{3}|(?![年년])\w))"
)
_GLUED = re.compile(r"(?:(?<=[A-Za-z])(?P<year>20[012]\d)|(?<=[a-z])(?P<old>19[5-9]\d))(?![\w.])")
_SHORT = re.compile(
    r"(?:(?<=[A-Z])\s?['’`\-]?\s?|(?<=[a-z])(?:\s?['’`]\s?|-))(?P<year>\d\d)"
    r"(?!\w|\.(?!\s|$)|\s?[,:]?\s?\d)"
)
_LEAD = re.compile(
    r"(?:[(\[【*]{0,3}(?:venue|journal|conference|publication|publisher|published in|booktitle|"
    rf"{elsewhere('venue')})[)\]】*]{{0,3}}\s*"
    r"(?:[:\uff1a]|(?<=[)\]】*])|[-–—](?=\s))[*]{0,3}\s*|"
    r"\uff1a\s*(?=(?:19|20)\d\d)|[\s.,;:|•·。，、*()\[\]\-–—~/\u2600-\u27bf\u200d\ufe0f\U0001f000-\U0001faff]+|in:?\s+(?!silico\b|vitro\b|vivo\b|situ\b)(?-i:(?=[A-Z*]|[a-z]{1,5}[A-Z]|the\s|(?:19|20)\d\d\s[A-Z]))|(?:to\s+appear|published|accepted|presented|appeared)\s+"
    r"(?:in|by|to|at)?:?\s*(?-i:(?=[A-Z]|[a-z]{1,5}[A-Z]))|edited by [^.\n]{3,80}\.\s+|\d{8}\s+|"
    r"(?:19|20)\d\d年?(?:[-/.]\d{1,2}){0,2}(?=[\s\]),:\-–|]|\.\s)|"
    r"(?:the\s+)?proceedings\s+of\s+(?:the\s+)?(?-i:(?=[A-Z][A-Za-z]*[A-Z][A-Z/]*(?:\s*['’(\d]|\s*$))))+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*\t|\s+(?=\d)(?!\d+(?:st|nd|rd|th)\b|\d+[A-Z])|\s*[,;]\s*(?=\d|vol|[vp]\.\s?\d|nos?\b|pp|issue|article|(?:"
    + _MONTHS
    + r")\b|in press|"
    r"to appear|accepted|oral|spotlight|poster|best|volume|page|doi|arxiv:|github)|"
    r"\s*[(（\[{](?P<paren>[^()（）\[\]{}]*)[)）\]}]|"
    r"\s*[(（\[]|\s*:(?=\s*(?:\d|abs/|[a-z-]+/\d)|\s*$)|\s+preprint(?=\s|$)|\s*\n|\s+[|•·]\s|\s[-–—]+\s(?-i:(?=[a-z\d]|\S+(?:\s+\S+){7}))|['’`]\s?(?=\d\d(?:\d\d)?(?!\d))|-(?=\d\d(?:\d\d)?(?!\d))|(?<=[A-Z])(?=\d\d(?:\d\d)?(?!\w))|"
    r"\s+(?:oral|spotlight|poster|best paper|workshops?(?=\s*$)|findings(?=\s*$)|vol\b|volume\b)|"
    r"(?<=[a-z.])(?=(?:19|20)\d\d(?!\w))|_(?=\d{4}(?!\d))|\ufffc|\s+(?=(?:"
    + _MONTHS
    + r")\.?,?\s+(?:\d|20))|"
    r"\s*[.](?=\s*(?:\d|doi|vol|pp|pmid|epub|available|\ufffc))|[…]",
    re.IGNORECASE,
)
_TRACK = re.compile(
    r"\d|oral|spotlight|poster|best|award|workshop|track|findings|demo|short|long|highlight|top|under|"
    r"review|accept|submi|preprint|in press|invited|honou?rable|runner|code|outstanding|extended",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"(?<=[a-z]{5})\.\s+(?!(?:[A-Z][\w-]*\.|[A-Z]\b|(?!\w{0,5}[xX]iv)[a-z]))")
"""The end of a sentence; "Microb. Ecol. Health Dis.", "Biochem. J.", "Acm trans. web" are none."""
_SMALL = small_words("lists")
_KEY = re.compile(
    rf"(?:{elsewhere('authors', 'title', 'venue', 'year', 'link')}|"
    r"authors?|titles?|venue|links?|papers?|abstract|code|year|date|summary|notes?|keywords|tags?|"
    r"url|in|affiliations?|institutions?|publishers?|published)\s*[:\uff1a]?",
    re.IGNORECASE,
)
"""What stands before a field, and is none."""
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]")
_HAN_VENUE = re.compile(
    r"学报|學報|杂志|雜誌|期刊|学刊|会议|會議|学会|學會|论文集|論文|통신|학회|저널"
)
_MONTH = re.compile(rf"(?:{_MONTHS})\.?", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)$")
_MEETING = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)\s+(?:[\w/&-]+\s+){0,3}"
    r"(?:conference|workshop|symposium|congress|meeting|colloquium)\s+(?:on|of|for)\b|"
    r"proceedings\s+of\s+the\b",
    re.IGNORECASE,
)
"""A meeting by its number, or proceedings, in whatever capitals: "38th conference on Neural ...",
"Proceedings of the national academy ..."."""
_FOREIGN = re.compile(
    r"(?:\d{1,2}(?:e|è|ème|es|ª|º|\.)\s+)?(?:[\w/&-]+\s+){0,2}"
    r"(?:conférence|congrès|colloque|journées|atelier|conferencia|congreso|simposio|jornadas|"
    r"conferência|congresso|convegno|tagung)\s+(?:sur|de|des|du|sobre|do|della?|für|zu|[dl]['’])",
    re.IGNORECASE,
)
"""The same in other languages, whose small words are many."""
_OWN_WORKSHOP = re.compile(r"(?:proceedings|\d{1,2}(?:st|nd|rd|th))\s.*workshop$", re.IGNORECASE)
"""A meeting that is one; "NeurIPS workshop" is a track of NeurIPS."""
_LOWER_VENUES = re.compile(r"(?:arxiv|biorxiv|medrxiv|chemrxiv|npj|e[A-Z]|i[A-Z]|m[A-Z])")


@dataclass(slots=True, frozen=True)
class YearFound:
    """A year and its place."""

    value: int
    start: int
    end: int


def year_in(text: str, start: int, end: int, *, short: bool = False) -> YearFound | None:
    """The year that stands there; one in brackets wins; two digits only behind a venue."""
    hits = [
        hit
        for hit in _YEAR.finditer(text, start, end)
        if not (_of_a_doi(text, hit.start()) or _of_a_visit(text, hit.start()))
    ]
    if not hits:
        hits = list(_GLUED.finditer(text, start, end))
    if hits:
        best = next(
            (m for m in hits if text[m.start() - 1 : m.start()] in ("(", "[", "（")), hits[0]
        )
        group = best.lastgroup or "year"
        return YearFound(int(best[group]), best.start(group), best.end(group))
    if short:
        two = _SHORT.search(text, start, end)
        if two and not _COUNTS.match(text, two.end()):
            value = int(two["year"])
            if value <= 35 or value >= 80:
                year = 2000 + value if value <= 35 else 1900 + value
                return YearFound(year, two.start("year"), two.end("year"))
    return None


_COUNTS = re.compile(r"(?:th|st|nd) |\s?\(\d")
"""Behind two digits that are no year: "29th ", and a volume's issue, "Pebble Physics B 29 (8)"."""
_BEFORE_IN_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}/\S*\Z")
_LONGEST_DOI = 80


def _of_a_doi(text: str, at: int) -> bool:
    """Whether a number stands in a DOI: "10.1002/(sici)1097-4571(2000)51:3"."""
    return _BEFORE_IN_DOI.search(text, max(0, at - _LONGEST_DOI), at) is not None


def _of_a_visit(text: str, at: int) -> bool:
    """Whether a year is that in which somebody looked: "accessed November 1, 2016"."""
    return _VISITED.search(text, max(0, at - _FARTHEST), at) is not None


_VISITED = re.compile(
    r"\b(?:accessed|retrieved|last visited|abgerufen|consulté|consultado)\b"
    rf"(?:\s+(?:on|am|le|el|the))?[:,]?(?:[\s,./-]*(?:\d{{1,2}}(?:st|nd|rd|th)?|(?:{_MONTHS})\.?))*[\s,./-]*\Z",
    re.IGNORECASE,
)
"""Only a day and a month stand between: "Fusing Retrieved Documents, NAACL 2021" has its year."""
_FARTHEST = 40


def not_numbered(
    text: str, year: YearFound | None, end: int, numbers: Iterable[str]
) -> YearFound | None:
    """The year, unless it is the month of the item's own number at arXiv: the next one then.

    "arXiv 2004; ECCV 2020" of arXiv:2004.05682, which came in April 2020.
    """
    if year is None or not any(phrase[:5] == f"{year.value}." for phrase in numbers):
        return year
    if _AT_ARXIV.search(text, 0, year.start) is None:
        return year  # "NeurIPS 2012" of arXiv:2012.01234
    behind = year_in(text, year.end, end)
    return behind if behind is None or behind.value != year.value else None


_AT_ARXIV = re.compile(r"arxiv[\s:,.([*_-]{0,4}\Z", re.IGNORECASE)


def venue_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The venue's own words within a stretch: no "In", year, volume, pages, track."""
    start, end = _without_lead(text, start, end)
    if start >= end:
        return None
    at = start
    while True:
        cut = _CUT.search(text, at, end)
        if cut is None:
            stop = end
            break
        if cut["paren"] is not None and not _drop(cut["paren"]):
            at = cut.end()
            continue
        if _OWN_WORKSHOP.match(text, start, cut.end()):
            at = cut.end()
            continue
        if cut.start() == start:
            return None
        stop = cut.start()
        break
    stop = start + len(text[start:stop].rstrip(" \t\n.,;:-–—|*/&'’"))
    if text[stop - 1 : stop] == ")" and "(" not in text[start:stop]:
        stop -= 1  # "(PNAS), 2020"
    first_stop = _FULL_STOP.search(text, start, stop)
    if first_stop and "." not in text[start : first_stop.start()]:
        stop = first_stop.start()
    worded = any(char.isalpha() for char in text[start:stop])
    return (start, stop) if worded and not on_its_way(text[start:stop]) else None


def _drop(paren: str) -> bool:
    words = paren.split()
    return (
        bool(_TRACK.search(paren))
        or not words
        or len(words) > 4
        or paren.isupper()
        or (any(c.isupper() for c in paren[1:]) and len(words) == 1)
    )


def _without_lead(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end:
        hit = _LEAD.match(text, start, end)
        if not hit or hit.end() == start:
            break
        start = hit.end()
    opened = any(sign in text[start:end] for sign in "([")
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:|\ufffc)]*"):
        if text[end - 1] in ")]" and opened:
            break
        end -= 1
    return start, end


_STATUS_TAIL = re.compile(rf"(?<=[^\W_]{{2}})[.?!]\s+(?:{ALONE})\Z", re.IGNORECASE)


HONOUR = re.compile(
    r"\s*[(\[](?:orals?|spotlights?|posters?|highlights?|oral presentation|honou?rable mention|"
    r"(?:best|outstanding|distinguished)(?: student)? paper(?: award)?(?: (?:runner[- ]up|finalist|"
    r"nominee|candidate|honou?rable mention))?)[)\]](?=[\s.,;:]|\Z)",
    re.IGNORECASE,
)
"""How a meeting took a paper, in brackets behind its title: "(Oral)", "(Best Paper Award)"."""


def without_status(text: str, start: int, end: int) -> int:
    """Where a title ends that goes on with how far the work is: "Slow maps. Under review".

    Or with how it was shown: "Slow maps (Oral)".
    """
    if text[end - 1 : end] in (")", "]"):
        opened = max(text.rfind("(", start, end), text.rfind("[", start, end))
        honour = HONOUR.fullmatch(text, max(start, opened), end)
        if honour and honour.start() > start:
            return honour.start()
    hit = _STATUS_TAIL.search(text[start:end])
    if hit is None:
        return end
    return start + hit.start() + (hit.group()[0] != ".")


@lru_cache(maxsize=4096)
def looks_like_venue(text: str, *, marked: bool, placed: bool = False) -> bool:
    """Whether these words name a venue: known words, or title case if ``marked`` (bold, a year).

    ``placed``: it stands where the list has its venues, so any short name will do.
    """
    words = text.split()
    if not words or len(words) > 18 or text.startswith(("http", "@")) or _KEY.fullmatch(text):
        return False
    if organisation(text) or _MONTH.fullmatch(text) or on_its_way(text) or _ET_AL.search(text):
        return False
    if _HAN.search(text) and not _HAN_VENUE.search(text) and not known_venue(text):
        return False  # a remark, most of all behind an English title
    if (placed and len(words) <= 9 and _capital(words[0])) or _FOREIGN.match(text):
        return True
    if len(words) <= 3 and KNOWN_VENUE.search(text):
        return True
    content = [
        word
        for word in words
        if word.casefold().strip(".,:&-()") not in _SMALL and any(c.isalpha() for c in word)
    ]
    capital = sum(_capital(word) for word in content)
    if not content or capital < len(content) * 0.7:
        # "Nature communications", "36th conference on neural information …": sentence case
        return (
            bool(content)
            and (_capital(content[0]) or _ORDINAL.match(content[0]) is not None)
            and known_venue(text)
            and (
                len(words) <= 5 or (marked and len(words) <= 12) or _MEETING.match(text) is not None
            )
        )
    return marked or known_venue(text) or _MEETING.match(text) is not None


_ET_AL = re.compile(r"\bet\s?\.?\s?al\b|\Aedited by\b", re.IGNORECASE)
"""The end of a by-line, and the beginning of another: what stands there is no venue."""


def _capital(word: str) -> bool:
    word = word.lstrip("(\"'“&")
    return bool(word) and (
        word[0].isupper()
        or bool(_LOWER_VENUES.match(word))
        or (word[0].isdigit() and word[1:2].isupper())
        or (not word.isascii() and not word[0].islower())
    )
