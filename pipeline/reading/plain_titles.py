"""Titles in plain text: what stands before them is skipped, what follows them is cut off."""

import re
from itertools import islice

from pipeline.markup.flow import BOLD, CODE, ITALIC
from pipeline.reading.bylines import (
    MOST_ASKED,
    Names,
    all_names,
    like_names,
    nobody,
    read_names,
    unlike_names,
    whole_names,
)
from pipeline.reading.scene import DARK, WORD, Scene, symbol
from pipeline.reading.strip import lead_of
from pipeline.reading.surroundings import venue_and_year
from pipeline.reading.venues import YearFound, looks_like_venue, venue_span, year_in
from pipeline.reading.wording import score_of
from pipeline.reading.words import PARTICLE, known_venue

_NUMBER = re.compile(r"\s*(?:\[[ xX]\]|\[\d{1,5}\]|\(\d{1,3}\)|\d{1,5}[.)](?=\s)|[*#]\d+)\s*")
_TAGGED = re.compile(r"\s*(?:[\[【(（](?P<tag>[^\[\]【】()（）\n]{2,70})[\]】)）])\s*[:.\-–|]*\s*")
DATED = re.compile(
    r"\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+)?(?:19|20)\d\d(?:[-/.年]\d{1,2}月?){0,2}(?:\d{4})?(?!\d)\s*(?:[-–—:|,.\]]+\s*|(?=\s|[^\x00-\x7f]))"
)
_VENUE_TAG = re.compile(
    r"\s*(?P<venue>[A-Z][A-Za-z]*(?:[-/&][A-Z][A-Za-z]*)*(?:\s(?:PAMI|TIP|ACCESS|Trans|Access))?)\s?(?:['’`-]\s?(?P<two>\d\d)(?!\d)|[-\s'’]?(?P<four>(?:19|20)\d\d))\s*[:.,|\]\-–]*\s+(?!Task\b)"
)
_VENUE_DASH = re.compile(r"\s*([A-Z][A-Za-z-]{2,12})\s+[-–]\s+|\s*(arXiv|Arxiv)\s+")
_PLAIN_END = re.compile(rf"\n|{DARK}")
_YEAR_BEHIND = re.compile(
    r"[\s.,;]*[(\[]?(?:(?:19|20)\d\d)[a-z]?(?:[,\s]+[A-Z][a-z]+(?:\s\d{1,2})?)?[)\]]?[\s.,:]*"
)
_BY = re.compile(rf"[\s,.]+(?:[Bb]y|作者[:\uff1a]?)\s+(?=[^\W\d_a-z]|(?:{PARTICLE})\b)")


_NEW = re.compile(r"(?:NEW|HOT)!?|New!")
OWN_TAG = re.compile(rf"[\[【(（{{][^\[\]【】(){{}}（）\n]{{1,40}}[\]】)）}}]|{_NEW.pattern}")
"""In bold type of its own before a title: ``**[scMoss]** **Title**``, ``**NEW** **Title**``."""


def is_tag(text: str) -> bool:
    """``[ICML 2024]``, ``Arxiv, 2023.8``, ``2013-03``: no title."""
    inner = text.strip("[]()【】*: ")
    if re.fullmatch(r"[\d\s./\-–年月日]+", inner):
        return True
    year = year_in(inner, 0, len(inner), short=True)
    if year is None:
        return len(WORD.findall(inner)) <= 4 and looks_like_venue(inner, marked=False)
    if _NAMED_YEAR.fullmatch(inner):
        return True
    span = venue_span(inner, 0, len(inner))
    return len(WORD.findall(inner)) <= 7 and (
        span is None or (looks_like_venue(inner[slice(*span)], marked=True) and known_venue(inner))
    )


_NAMED_YEAR = re.compile(
    r"(?:[A-Z][\w&.+-]*[A-Z](?:[-/ ][A-Z][\w&.-]*){0,2}\s?[,-]?\s?(?:19|20)\d\d|"
    r"[A-Z][\w&.+-]*(?:[-/ ][A-Z][\w&.-]*){0,2}\s?['’`]\s?(?:(?:19|20)\d\d|\d\d))"
)
"""A short name with its year: "CPAIOR 2018", "WIREs'2017", "Constraints' 17"."""


def plain_title(scene: Scene) -> tuple[int, int] | None:
    """Plain words: behind number, date, venue tag and by-line, up to the first label."""
    start = skip_lead(scene, scene.start)
    end = _marked_tail(scene, start, plain_end(scene, start))
    if end <= start:
        return None
    names = read_names(scene.text, start, end)
    if names and opens(scene, names, end):
        scene.fields.names = names
        return after_names(scene, names, end)
    scene.fields.how = "plain"
    by = _by(scene, start, end)
    if by is None:
        by = _before_byline(scene, start, end)
    if by is not None:
        return start, by
    return _sentence(scene, start, end)


FARTHEST = 40
"""Characters before bold type in which its comma or dash stands."""


def _marked_tail(scene: Scene, start: int, end: int) -> int:
    """The end of plain text before a venue or by-line in bold, italics or code."""
    for piece in scene.pieces:
        if not start < piece.start < end or not piece.style & (BOLD | ITALIC | CODE):
            continue
        before = scene.text[max(start, piece.start - FARTHEST) : piece.start].rstrip()
        text = scene.text[piece.start : piece.end].strip()
        if before[-1:] in tuple(",.;|-–—(") and (is_tag(text) or whole_names(text)):
            return piece.start
    return end


def skip_lead(scene: Scene, at: int) -> int:
    """Behind what stands before a title: number, date, tag, venue with its year."""
    first = scene.pieces[0] if scene.pieces else None
    if first and first.style & BOLD and first.start >= at:
        new = _NEW.fullmatch(scene.text[first.start : first.end].strip())
        at = first.end if new else at
    text, end = scene.text, scene.end
    while at < end:
        before = at
        at = _behind_dated_venue(scene, at)
        for pattern in (_NUMBER, DATED):
            hit = pattern.match(text, at, end)
            if hit and hit.end() > at:
                _prefix_year(scene, hit.start(), hit.end())
                at = hit.end()
        at = _behind_tag(scene, at)
        at = _behind_leading_venue(scene, at)
        while at < end and (text[at] in " \t\n" + DARK or symbol(text[at])):
            at += 1
        if at == before:
            break
    return at


def _behind_tag(scene: Scene, at: int) -> int:
    tag = _TAGGED.match(scene.text, at, scene.end)
    if tag and is_tag(tag["tag"]):
        _take_tag(scene, tag.start("tag"), tag.end("tag"))
        return tag.end()
    if tag and _nickname(scene, tag):
        scene.fields.nick = tag.span("tag")
        return tag.end()
    return at


def _behind_dated_venue(scene: Scene, at: int) -> int:
    """Behind ``2020-CVPR-``, ``20-CVPR-``."""
    dated = lead_of(scene.text, at, scene.end)
    if dated is None:
        return at
    scene.fields.year = scene.fields.year or _written_short(dated)
    scene.fields.venue = scene.fields.venue or dated.span("venue")
    return dated.end()


_TURN = 60
"""Years of two digits from here on are of the last century."""


def _written_short(dated: re.Match[str]) -> YearFound:
    """The year before a venue, of four digits or its last two."""
    value = int(dated["year"])
    if value < 100:
        value += 2000 if value < _TURN else 1900
    return YearFound(value, *dated.span("year"))


def _behind_leading_venue(scene: Scene, at: int) -> int:
    """Behind ``CVPR'20:``, ``CVPR - ``, as far as they stand there."""
    text, end, fields = scene.text, scene.end, scene.fields
    venue = _VENUE_TAG.match(text, at, end)
    if venue and known_or_short(venue["venue"]):
        _take_tag(scene, venue.start(), venue.end())
        at = venue.end()
    known = _VENUE_DASH.match(text, at, end)
    if known and known_venue(known[1] or known[2]) and fields.venue is None:
        fields.venue = known.span(1) if known[1] else known.span(2)
        at = known.end()
    return at


def _nickname(scene: Scene, tag: re.Match[str]) -> bool:
    """``[VideoMAE] Masked Autoencoders …``: a name in brackets before the title."""
    inner = tag["tag"]
    if " " in inner or inner.casefold() == "re" or scene.fields.nick is not None:
        return False
    return scene.words(tag.end(), plain_end(scene, tag.end())) >= 3


def known_or_short(venue: str) -> bool:
    """``IJCV'23``: an acronym with a year is a venue even if nobody knows it."""
    return known_venue(venue) or sum(char.isupper() for char in venue) >= 2


def _prefix_year(scene: Scene, start: int, end: int) -> None:
    if scene.fields.year is None:
        scene.fields.year = year_in(scene.text, start, end)


def _take_tag(scene: Scene, start: int, end: int) -> None:
    fields = scene.fields
    if fields.year is None:
        fields.year = year_in(scene.text, start, end, short=True)
    span = venue_span(scene.text, start, end)
    if span and fields.venue is None and looks_like_venue(scene.text[slice(*span)], marked=True):
        fields.venue = span


def plain_end(scene: Scene, start: int) -> int:
    """Where plain text ends: at a label, a line break, a link, another style."""
    text = scene.text
    hit = _PLAIN_END.search(text, start, scene.end)
    return hit.start() if hit else scene.end


def opens(scene: Scene, names: Names, end: int) -> bool:
    """Whether names at the beginning are a by-line, and a title follows."""
    rest = scene.text[names.end : end]
    if unlike_names(scene.text, names):
        return False
    if len(names.people) == 1 and not names.et_al:
        lead = rest.lstrip(" .,")
        is_dated = re.match(r"\s*[.,]?\s*\(?(?:19|20)\d\d", rest) is not None
        comma = (
            "," in names.people[0].text or re.match(r"[A-Z]\.", names.people[0].text) is not None
        )
        cited = rest.startswith(", ") and bool(names.people[0].given) and _cited_tail(rest)
        if cited:
            return True
        stopped = re.match(r"[.]?\s*[(\[\"“.]|\s*[.]|,\s*(?:19|20)\d\d", rest) is not None
        closed = (comma and stopped) or ((stopped or rest[:1] == ":") and _vancouver(names))
        return bool(lead) and (is_dated or closed) and len(WORD.findall(rest)) >= 3
    return len(WORD.findall(rest)) >= 2


_INVERTED = re.compile(r"(?P<family>[^\W\d_][\w'’-]+)\s[A-Z]{1,3}")
_NAMED = 60
"""By how much a word is more like a name than like anything else: "Li H: ..." is somebody's,
"Vitamin D: ..." nobody's."""


def _vancouver(names: Names) -> bool:
    """``Li H``: one person, family name and initials."""
    hit = _INVERTED.fullmatch(names.people[0].text)
    score = score_of(hit["family"]) if hit else None
    return score is not None and score.name - max(score.title, score.venue, score.prose) >= _NAMED


def _cited_tail(rest: str) -> bool:
    """``, Surpassing Humans in …, arXiv:1411.07386``: a title, then a venue behind a comma."""
    worded = len(rest.rstrip(" \t\n\xa00123456789.(),"))
    stop = rest.find(",", worded)
    head, _, tail = rest[: stop if stop >= 0 else None].rpartition(",")
    return len(WORD.findall(head)) >= 4 and known_venue(tail)


def after_names(scene: Scene, names: Names, end: int) -> tuple[int, int] | None:
    """The title behind a by-line and perhaps a year."""
    at = names.end
    scene.fields.placed = True
    year = _YEAR_BEHIND.match(scene.text, at, end)
    if year and year.end() > at:
        scene.fields.year = year_in(scene.text, year.start(), year.end())
        at = year.end()
    while at < end and scene.text[at] in " .,;:-–—":
        at += 1
    scene.fields.how = "plain"
    return _sentence(scene, at, end, commas=year is None or year.end() == names.end)


def _by(scene: Scene, start: int, end: int) -> int | None:
    """``Title by A, B``: the end of the title."""
    for hit in islice(_BY.finditer(scene.text, start, end), MOST_PARTS):
        names = read_names(scene.text, hit.end(), scene.end, pair=False)
        if names and scene.words(start, hit.start()) >= 2 and not unlike_names(scene.text, names):
            whole = not scene.text[names.end : names.end + 2].strip(" .,\n(|-–" + DARK)
            if whole or len(names.people) > 1 or names.et_al:
                scene.fields.names = names
                return hit.start()
    return None


MOST_SENTENCES = 30
"""Sentences in plain text behind which a venue or a by-line is looked for."""

MOST_PARTS = 8
"""Dashes and commas of a title behind which a by-line is looked for."""
_PARTED = re.compile(r"(?P<dash>\s[-–—]{1,3}\s)|,\s")


def _before_byline(scene: Scene, start: int, end: int) -> int | None:
    """``Title — A Bee, B Cee — venue``, ``Title, A Bee and B Cee, in venue``: where the title ends.

    Behind a comma only if its words are of names, or the title is in sentence case: "…, Machine
    Vision, and Robot Control" is no by-line. Nor is the lecturer of a course: a page of which we
    know nothing is not enough.
    """
    if scene.addresses and not any(address.kind == "paper" for address in scene.addresses):
        return None
    for hit in islice(_PARTED.finditer(scene.text, start, end), MOST_PARTS):
        if scene.words(start, hit.start()) < (3 if hit["dash"] else 4):
            continue
        names = _people_at(scene, hit.end(), end)
        if names is None:
            continue
        rest = scene.text[names.end : end].lstrip(" .")
        closed = not rest or rest[0] in "-–—([|"
        if hit["dash"] and closed:
            return hit.start()
        if hit["dash"] or not (closed or rest[0] == ","):
            continue
        if like_names(scene.text, names) or _sentence_case(scene, start, hit):
            return _before_names(scene, start, hit.start(), end)
        return None  # what is no by-line here is none without its first name either
    return None


def _people_at(scene: Scene, start: int, end: int) -> Names | None:
    """Two people or more with given names; None where one of them has a title's words."""
    names = read_names(scene.text, start, end)
    if names is None or not (len(names.people) > 1 or names.et_al):
        return None
    if not all(person.given for person in names.people):
        return None
    strange = any(nobody(scene.text, person) for person in names.people[:MOST_ASKED])
    return None if strange else names


def _before_names(scene: Scene, start: int, at: int, end: int) -> int:
    """The end of a title, without the first name of its by-line: ``Title (2008). Ann Bee, …``."""
    stops = islice(_STOP.finditer(scene.text, start, at), MOST_SENTENCES)
    last = max(stops, key=re.Match.end, default=None)
    names = read_names(scene.text, last.end(), end) if last else None
    if last is None or names is None or names.start > last.end() or names.end <= at:
        return at
    return last.start() + (scene.text[last.start()] in "?!")


def _sentence_case(scene: Scene, start: int, hit: re.Match[str]) -> bool:
    words = [w for w in WORD.findall(scene.text[start : hit.start()]) if len(w) > 3][1:]
    return len(words) > 1 and sum(word.islower() for word in words) * 2 > len(words)


def _sentence(scene: Scene, start: int, end: int, *, commas: bool = False) -> tuple[int, int]:
    """The title at the beginning of plain text; a venue and a year at its end are cut off."""
    split = _sentence_split(scene, start, end)
    if split:
        return start, split
    by_comma = _comma_tail(scene, start, end) if commas else None
    if by_comma:
        return start, by_comma
    return start, without_tail(scene, start, end)


def _comma_tail(scene: Scene, start: int, end: int) -> int | None:
    """``Title, ICLR, 2015.``: where the last commas cut venue and year off."""
    text = scene.text
    stop = start + len(text[start:end].rstrip(" ."))
    cut = None
    for _ in range(3):
        comma = text.rfind(",", start, cut if cut is not None else stop)
        if comma < 0:
            break
        part = text[comma + 1 : cut if cut is not None else stop].strip(" .")
        year = year_in(part + " ", 0, len(part))
        bare = re.sub(r"[\d()'’.\s]", "", part) == ""
        if not (bare and year) and not (
            looks_like_venue(part.split("(")[0], marked=bool(year)) and (known_venue(part) or year)
        ):
            break
        if scene.words(start, comma) < 2:
            break
        cut = comma
        venue_and_year(scene, comma + 1, stop, marked=True)
    return cut


_STOP = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[\d)\]\"”?!+®™])|(?<=/[a-z])|(?<=\bin R)|(?<=\bwith R))"
    r"[.?!。]\s+(?=\S)"
)
"""A sentence's end: "... in C++.", "... 3.5 GeV/c.", "... with R."; an initial's point is none."""
_PART_OF_SERIES = re.compile(r"(?:[IVX]{1,4}|[Pp]art [IVX\d]{1,4})[.:]\s")
"""The title goes on: "Stereochemical basis of anticonvulsant drug action. II. Structure of …"."""


def _sentence_split(scene: Scene, start: int, end: int) -> int | None:
    """``Title. Venue, 2020.`` or ``Title. A, B.``: the point where the title ends."""
    within = start
    for hit in islice(_STOP.finditer(scene.text, start, end), MOST_SENTENCES):
        rest_start = hit.end()
        part = _PART_OF_SERIES.match(scene.text, rest_start, end)
        within = part.end() if part else within
        least = 2 if scene.fields.names else 3
        if rest_start <= within or scene.words(start, hit.start()) < least:
            continue
        names = read_names(scene.text, rest_start, end)
        if names and (len(names.people) > 1 or names.et_al):
            return hit.start() + (scene.text[hit.start()] in "?!")
        if scene.text[hit.start()] in "?!" and _STOP.search(scene.text, rest_start, end):
            continue  # "Does SUSY have friends? A new approach for the LHC. arXiv"
        if _subtitle(scene, rest_start, end):
            continue
        stop = end
        span = venue_span(scene.text, rest_start, stop)
        year = year_in(scene.text, rest_start, stop)
        is_short = _short_tail(scene, rest_start, end)
        if span and looks_like_venue(
            scene.text[slice(*span)],
            marked=year is not None or is_short,
            placed=is_short and scene.fields.placed,
        ):
            return hit.start() + (scene.text[hit.start()] in "?!")
        if year and not scene.text[rest_start:end].strip(" .()0123456789-"):
            return hit.start() + (scene.text[hit.start()] in "?!")
    return None


def _subtitle(scene: Scene, start: int, end: int) -> bool:
    """A phrase before the venue: "Paths for atolls. Insights from the Maldives. Coastal Press"."""
    stop = _STOP.search(scene.text, start, end)
    if stop is None:
        return False
    phrase, rest = scene.text[start : stop.start()], scene.text[stop.end() : end]
    small = sum(word.islower() for word in phrase.split())
    return (
        small > 0 and 3 < len(phrase.split()) < 11 and not known_venue(phrase)
        and looks_like_venue(rest.strip(" ."), marked=True)
    )  # fmt: skip


def _short_tail(scene: Scene, start: int, end: int) -> bool:
    tail = scene.text[start:end].strip(" .")
    return 0 < len(tail.split()) <= 8 and scene.text[end : end + 1] in (DARK, "\n", "")


_UNCLOSED = re.compile(r"[\s.,]*[(\[][^()\[\]]{0,40}$")
_DATED_HEAD = re.compile(r"\((?P<year>(?:19|20)\d\d)[a-z]?\)[.,:]?\s+$")
_BARE_YEAR = re.compile(r"\s*(?P<year>(?:19|20)\d\d)\s*")
_DATED_TAIL = re.compile(r"[,.]?\s+(?:19|20)\d\d[\s.,]*$")
_TAIL = re.compile(
    r"\s*(?:[|•·]\s*(?P<bar>[^|•·\n]{2,80})|[(（\[](?P<paren>[^()（）\[\]\n]{2,80})[)）\]]|[,.]?\s(?P<year>(?:19|20)\d\d)|\s[-–—]\s(?P<dash>[^-–—\n]{2,120})|,\s(?P<comma>[^,\n]{2,80}?(?:19|20)\d\d))[\s.,]*$"
)


def without_tail(scene: Scene, start: int, end: int) -> int:
    """The end of a plain title without ``| ICML'24``, ``(CVPR 2020)``, ``- a description``."""
    opened = _UNCLOSED.search(scene.text, max(start, end - 60), end)
    end = opened.start() if opened else end
    dated = _DATED_TAIL.search(scene.text, max(start, end - 20), end)
    if dated and scene.words(start, dated.start()) >= 2:
        end = dated.start()
    for _ in range(3):
        hit = _TAIL.search(scene.text, max(start, end - 200), end)
        if not hit or scene.words(start, hit.start()) < 2:
            break
        group = hit.lastgroup or ""
        inner = hit[group]
        if dated_before(scene, start, inner):
            break
        if group == "year" or _tail_is_venue(inner) or (group == "paren" and all_names(inner)):
            end = hit.start()
            continue
        if group == "bar":
            end = hit.start()
            continue
        break
    return end


def dated_before(scene: Scene, start: int, inner: str) -> bool:
    """``C. S. Smith (2018). … after Hurricane Matthew (2016)``: that year is of the title.

    A later one is of the entry: what is told cannot be of a year to come.
    """
    before = _DATED_HEAD.search(scene.text, max(scene.start, start - 20), start)
    year = _BARE_YEAR.fullmatch(inner)
    return before is not None and year is not None and year["year"] < before["year"]


def _tail_is_venue(inner: str) -> bool:
    year = year_in(inner, 0, len(inner), short=True)
    span = venue_span(inner, 0, len(inner))
    if span is None:
        return year is not None
    return looks_like_venue(inner[slice(*span)], marked=year is not None) and (
        known_venue(inner) or year is not None
    )
