"""A reference as bibliographies set it in plain text: by-line, year, title, journal, place.

No markup tells the fields, but every style has the same parts: the names come first, what cannot
be words stands last (volume, issue, pages, a date), and the journal is the last phrase before it.
Read so are APA, Vancouver, IEEE, ACM, Chicago, MLA, Nature, Elsevier's styles, and those that leave
the title out (AIP, ACS).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.compare.journals import abbreviated
from pipeline.reading.bylines import Names
from pipeline.reading.cited_names import before_journal, signed
from pipeline.reading.cited_places import dated_within, ends, place, where
from pipeline.reading.title_ends import title_end
from pipeline.values.entry import Certainty
from pipeline.values.months import WRITTEN

Range = tuple[int, int]


class CitedFields(NamedTuple):
    """Where the fields of a reference stand; its volume and first page as they are written."""

    names: Names | None
    """None where nobody signed: a piece of the journal's own."""
    title: Range | None
    venue: Range | None
    year: Range | None
    volume: str = ""
    page: str = ""
    issue: str = ""
    complete: bool = False
    """Every part is there and ends where the next begins: nothing was guessed."""
    guessed: bool = False
    """Where the by-line ends and the journal begins is not known."""
    ends: int = 0
    """Where the reference ends."""

    @property
    def certainty(self) -> Certainty:
        """How surely the fields were read."""
        if self.complete:
            return Certainty()
        parted = 0.5 if self.guessed else 0.9
        return Certainty(title=0.9, authors=parted, venue=parted, year=0.9)


LONGEST = 3000
"""Characters of a reference; what is longer is a text."""

_LEAD = re.compile(
    r"\s*(?:\[\d{1,5}\]|\(\d{1,5}\)|\d{1,5}[.)](?=\s)|\d{1,4}(?=\s+[A-Z])|[-*+•])\s*"
)
_YEAR = re.compile(
    rf"[\s.,;:]*(?:\((?P<a>(?:1[5-9]|20)\d\d)[a-z]?(?:,\s*(?:{WRITTEN})\.?(?:\s\d{{1,2}})?)?\)|"
    r"(?P<b>(?:1[5-9]|20)\d\d)[a-z]?(?=[.,:;\s])|\(n\.\s?d\.\))[.,:;]*\s*"
)
_QUOTED = re.compile(
    r"[\s.,;:]*(?:“(?P<a>[^“”]{3,600})”|\"(?P<b>[^\"]{3,600})\"|«(?P<c>[^«»]{3,600})»)[\s.,;:]*"
)
_DATED_TITLE = re.compile(
    r"(?P<title>[^\W_][^\n]{1,300}?)[.?!][)\"”’»]*\s+\((?P<a>(?:1[5-9]|20)\d\d)[a-z]?\)\.\s+"
)
_STOP = re.compile(r"[.?!。](?=[\"”’»)]*\s)[\"”’»)]*\s+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_IN = re.compile(r"[\s.,;:]*[Ii]n:?\s+(?=[^\W\d_a-z])")
_EDITORS = re.compile(
    r".{3,200}?\((?:Eds?\.?|editors?)\)\s*[.,:]\s*|Edited\sby\s.{3,200}?\w{2}\.\s+", re.IGNORECASE
)
_HOUSE = re.compile(r",?\s+edited\sby\s|\([^()]*\Z", re.IGNORECASE)
"""Behind the name of a book: "..., edited by B. Reed (Moss Press, Oslo, "."""
_MEDIUM = re.compile(r"\s\[(?:on-?line|en ligne|en línea|em linha)\]", re.IGNORECASE)
"""Behind the name of a journal, by ISO 690."""
_BRACKETED = re.compile(r"\[[^\[\]]*\]|“[^“”]*”")
_FURTHER = re.compile(r"\d[\w–-]*,\s*\w?\d[\w–-]*\s*\((?:1[5-9]|20)\d\d\)")
"""The place of another reference: volume, page and (year)."""
_NO_VENUE = re.compile(r"\d[,:]\s*\w?\d|\d\s*\((?:1[5-9]|20)\d\d\)")
"""Figures in what would be a journal: it is more than one."""
_FEWEST = 2
"""Words of a title."""
_TITLED = 6
"""Words before a last comma that are a title, in styles that part it from the journal so."""
_SHORT_TAIL = 12
"""Words of a journal's name."""


def cited(text: str, start: int, end: int) -> CitedFields | None:
    """The fields of the reference that stands there; None for what is none.

    Somebody must have signed it, and a title, or a journal with a place in it, must follow; or a
    title, a year and a place in a journal stand there as a style sets them. Of several, and of one
    with its erratum, the first is read.
    """
    if end - start > LONGEST:
        return None
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    for stop in ends(text, start, end):
        first = None if _opened(text[start:stop]) else _one(text, start, stop)
        if first and first.complete and first.volume and first.page:
            return first._replace(ends=stop)
    reference = _one(text, start, end)
    return reference and reference._replace(ends=end)


def _opened(text: str) -> bool:
    """Whether a bracket or quotation is open: "Comment on ... [Moss Lett. 3, 41 (2008). ..."."""
    return any(text.count(phrase) > text.count(other) for phrase, other in ("[]", "()", "“”"))


def _one(text: str, start: int, end: int) -> CitedFields | None:
    """The fields of what stands there and is no more than one reference."""
    fields = _signed(text, start, end)
    names = fields.names if fields else None
    if fields and names and (len(names.people) > 1 or (fields.title and fields.venue)):
        return fields
    return _unsigned(text, start, end) or fields  # "THE SIZE OF MOSSES. (1921). ..." is nobody


def _signed(text: str, start: int, end: int) -> CitedFields | None:
    """A reference that begins with its authors."""
    signers = signed(text, start, end)
    if signers is None:
        return None
    names, guessed = before_journal(text, signers, place(text, signers.end, end))
    dated = _YEAR.match(text, names.end, end)
    title, venue, placed, quoted = _worded(text, names.end, end, dated)
    year = _when(dated) if dated else dated_within(text, placed, end)
    stands = where(text[placed:end], text[slice(*year)] if year else "")
    if title and _FURTHER.search(_BRACKETED.sub("", text[slice(*title)])):
        return None  # the words between two places are a reference of their own
    if venue and _NO_VENUE.search(text[slice(*venue)]):
        venue = None
    if venue and text.count("“", *venue) != text.count("”", *venue):
        return None  # the words quoted are the title
    if title is None and not (venue and year):
        return None
    fields = CitedFields(names, title, venue, year, *stands, guessed=guessed)
    bracketed = dated is not None and dated["b"] is None
    if len(names.people) == 1 and not names.et_al and not (year and venue):
        return fields if bracketed and title and _words(text, *title) > _FEWEST else None
    sure = not guessed and (title is None or quoted or dated is not None or bool(fields.volume))
    return fields._replace(
        complete=bool(sure and year and venue and (fields.volume or fields.page))
    )


def _worded(
    text: str, start: int, end: int, dated: re.Match[str] | None
) -> tuple[Range | None, Range | None, int, bool]:
    """Title and journal behind the by-line, where the figures begin, whether quotes tell them."""
    at = dated.end() if dated else start
    placed = place(text, at, end)
    quoted = _QUOTED.match(text, at, end)
    if quoted is None and _journal_alone(text, at, placed, dated):
        return None, _venue(text, at, placed), placed, False
    if quoted is None:
        return (*_parted(text, at, placed, dated=dated is not None), placed, False)
    placed = max(placed, quoted.end())
    title = _bare(text, *quoted.span(quoted.lastgroup or 0))
    return title, _venue(text, quoted.end(), placed), placed, True


def _unsigned(text: str, start: int, end: int) -> CitedFields | None:
    """A reference that nobody signed: "Combining moss and fern. (1987). Roofs, 66(4), 35."."""
    quoted = _QUOTED.match(text, start, end)
    dated = _DATED_TITLE.match(text, start, end)
    if quoted:
        title, rest = _bare(text, *quoted.span(quoted.lastgroup or 0)), quoted.end()
        year = _YEAR.match(text, rest, end)
        at = year.end() if year else rest
    elif dated:
        title, year, at = _bare(text, *dated.span("title")), dated, dated.end()
    else:
        return None
    placed = place(text, at, end)
    venue = _venue(text, at, placed)
    when = _when(year) if year else dated_within(text, placed, end)
    stands = where(text[placed:end], text[slice(*when)] if when else "")
    volume, page, _ = stands
    phrase = title and venue and when and (volume or page)
    if not phrase or title is None or _words(text, *title) < (1 if page else _FEWEST):
        return None
    return CitedFields(None, title, venue, when, *stands)


def _journal_alone(text: str, start: int, end: int, dated: re.Match[str] | None) -> bool:
    """Whether the words between the by-line and the figures are a journal's name, and no title.

    "L. Lane, Methods Ecol. Evol. 11, 16 (2020)"; behind a year it is one without a word of
    small letters or a comma in it: "Bee A., 2000, ApJ, 529, 12".
    """
    span = _venue(text, start, end)
    if span is None or _IN.match(text, start, end):
        return False
    phrase = text[slice(*span)]
    if dated is None:
        return abbreviated(phrase)
    listed = dated["b"] is not None and "," in dated.group()
    return listed and text[span[1] : span[1] + 1] == "," and _CODE.fullmatch(phrase) is not None


_CODE = re.compile(r"(?:The )?[A-Z][\w&.]*(?: (?:[A-Z&][\w&.]*|of|in|and|for|the)){0,5}")
"""A journal among commas, as astronomers write it: "ApJ", "Phys. Rev. D", "Space Sci. Rev."."""


def unsigned_place(text: str, start: int, end: int) -> CitedFields | None:
    """A journal with volume, page and year, and nothing else: "Moss Lett. 3, 41 (2008)"."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    placed = place(text, start, end)
    venue, year = _venue(text, start, placed), dated_within(text, placed, end)
    if venue is None or year is None or _words(text, *venue) > _SHORT_TAIL:
        return None
    if _NO_VENUE.search(text[slice(*venue)]):
        return None
    volume, page, issue = where(text[placed:end], text[slice(*year)])
    whole = bool(volume and page)
    return CitedFields(None, None, venue, year, volume, page, issue, complete=whole, ends=end)


def _parted(text: str, start: int, end: int, *, dated: bool) -> tuple[Range | None, Range | None]:
    """Title and journal of what stands between the by-line and the figures.

    Behind a by-line and its year stands a title, however short.
    """
    fewest = 1 if dated else _FEWEST
    if _IN.match(text, start, end):
        return None, _venue(text, start, end)
    ended = title_end(text, start, end, end)
    if ended and _words(text, start, ended.end) >= fewest:
        venue = ended.venue or _venue(text, ended.behind, end)
        return _bare(text, ended.start, ended.end), venue
    stops = [start, *_stops(text, start, end), end]
    parts = [(a, b) for a, b in pairwise(stops) if _WORD.search(text, a, b)]
    inside = re.search(r"[.,]\s+[Ii]n:?\s+(?=[^\W\d_a-z])", text[start:end])
    at = start + inside.start() + 1 if inside else start
    if inside and _words(text, start, at) >= fewest and not _opened(text[start:at]):
        return _bare(text, start, at), _venue(text, at, end)
    if len(parts) < 2:
        return (_bare(text, start, end), None) if dated else _by_comma(text, start, end)
    first = len(parts) - 1
    while first > 1 and _abbreviated(text[slice(*parts[first - 1])]):
        first -= 1
    title = _bare(text, parts[0][0], parts[first][0])
    if title is None or _words(text, *title) < fewest:
        return None, _venue(text, start, end)
    return title, _venue(text, parts[first][0], end)


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end, those within brackets aside."""
    for hit in _STOP.finditer(text, start, end):
        if not _opened(text[start : hit.end()]):
            yield hit.end()


def _abbreviated(part: str) -> bool:
    """``Proc. ``, ``Natl. ``: a part of a journal's name before another."""
    words = _WORD.findall(part)
    return 0 < len(words) <= 2 and all(word[0].isupper() and len(word) <= 8 for word in words)


def _by_comma(text: str, start: int, end: int) -> tuple[Range | None, Range | None]:
    """``Title of it, Journal``: what is before the last comma has the words of a title."""
    comma = text.rfind(",", start, end - 2)
    if comma > start and _words(text, start, comma) >= _TITLED:
        return _bare(text, start, comma), _venue(text, comma + 1, end)
    if _words(text, start, end) > _SHORT_TAIL:
        return _bare(text, start, end), None
    return None, _venue(text, start, end)


def _words(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))


def _venue(text: str, start: int, end: int) -> Range | None:
    """The journal, or the book behind "In" and its editors, without the marks around it."""
    led = _IN.match(text, start, end)
    start = led.end() if led else start
    editors = _EDITORS.match(text, start, end)
    start = editors.end() if editors else start
    within = _HOUSE.search(text, start, end) or _MEDIUM.search(text, start, end)
    span = _bare(text, start, within.start() if within else end)
    return span if span and _WORD.search(text, *span) else None


def _bare(text: str, start: int, end: int) -> Range | None:
    """A stretch without blanks, marks and an opened bracket around it."""
    while start < end and text[start] in " \t\r\n.,;:–—-“”\"'":
        start += 1
    while end > start and text[end - 1] in " \t\r\n.,;:–—-“”\"'(":
        end -= 1
    return (start, end) if end - start > 1 else None


def _when(hit: re.Match[str]) -> Range | None:
    """Where the year stands; None for "(n.d.)"."""
    text = next((name for name in ("a", "b") if hit.groupdict().get(name)), None)
    return hit.span(text) if text else None
