"""Authors, venue and year behind the title, and before it."""

import re

from pipeline.markup.flow import BOLD, CODE, ITALIC, STRUCK
from pipeline.reading.byline_parts import alike
from pipeline.reading.bylines import (
    MOST_NAMES,
    Names,
    all_names,
    nobody,
    of_editors,
    read_names,
    unlike_names,
)
from pipeline.reading.field_names import elsewhere
from pipeline.reading.personal_names import signing
from pipeline.reading.scene import DARK, Piece, Scene
from pipeline.reading.venues import HONOUR, looks_like_venue, venue_span, year_in
from pipeline.reading.wording import wording
from pipeline.reading.words import is_meeting, known_venue, label_kind, organisation

_GAP = re.compile(rf"{DARK}+|(?<![,&])(?:(?<![ \t])[ \t]++)?\n")
_LED = re.compile(r"(?:[Bb]y|[Aa]uthors?:?)\s+")


def read_behind(scene: Scene, at: int) -> None:
    """Authors, venue and year behind the title, in reading order."""
    text = scene.text
    below = text.find("\n", at)
    for piece_start, piece_end, marked in _stretches(scene, at):
        known = scene.fields.names
        inside = known is not None and piece_start <= known.start < piece_end
        if known and inside:
            _between_title_and_names(scene, piece_start, known.start)
        start = known.end if known and inside else piece_start
        start = _bracketed(scene, start, piece_end)
        while start < piece_end and text[start] in ' \t\n.,;:|•·-–—"”»》」*/)]' + DARK:
            start += 1
        is_marked = marked or not 0 <= below < start
        if start >= piece_end or _remark(scene, start, piece_end, marked=is_marked):
            continue
        label = marked and _LABEL_ALONE.fullmatch(text, start, piece_end)
        if label and (_FIELD.fullmatch(label[0]) or not known_venue(label[0])):
            continue
        if scene.fields.names is None and not scene.fields.nobody:
            opened = _OPENED.search(text, max(start, piece_end - 8), piece_end)
            names = _names_at(scene, start, opened.start() if opened else piece_end)
            if names and (text[start - 1 : start] not in "(（" or names.et_al):
                scene.fields.names = names
                start = names.end
                affiliation = _AFFILIATION.match(text, start, piece_end)
                start = affiliation.end() if affiliation else start
        elif _another_name(scene, start, piece_end):
            continue
        venue_and_year(scene, start, piece_end, marked=marked)


_LABEL_ALONE = re.compile(r"[^\W\d]+[./ ]{0,2}(?:[^\W\d]+[./ ]{0,2}){0,3}[:\uff1a]\s*")
"""What the field behind it is called, in type of its own: ``**Journal/Conf.:** SODA``."""
_FIELD = re.compile(
    r"(?:(?:venue|journal|conf(?:erence)?|meeting|proceedings|pub(?:lication|lished)?|in|source|year|date)"
    r"[./:\uff1a\s]*)+", re.IGNORECASE,
)  # fmt: skip
"""What a field of venue or year is called; "*Nature:*" is one."""
_BY = r"[\s.,;:|–—-]*(?:[Bb]y|[Aa]uthors?:?)?\s*"
_HELD = re.compile(rf"[\s.,;:|–—\"”»-]*[(（\[](?P<inner>[^()（）\[\]\n]{{2,80}})[)）\]]{_BY}")


def _between_title_and_names(scene: Scene, start: int, end: int) -> None:
    """Venue and year in brackets in front of a by-line: ``Title, (ICML 2019), by Ana Bee``."""
    held = _HELD.fullmatch(scene.text, start, end)
    if held and (known_venue(held["inner"]) or year_in(held["inner"], 0, len(held["inner"]))):
        venue_and_year(scene, *held.span("inner"), marked=True)


_GLUE = re.compile(r"[\s*_]*(?:,|and|&|,\s*and)[\s*_]*")


def _another_name(scene: Scene, start: int, end: int) -> bool:
    """One more name in a piece of its own: ``by *Ana Bee* and *Bo Cee*``; it joins the by-line."""
    fields = scene.fields
    known = fields.names
    if known is None or known.et_al or len(known.people) >= MOST_NAMES:
        return False
    if not _GLUE.fullmatch(scene.text, known.end, start):
        return False
    more = read_names(scene.text, start, end)
    if more is None or not all(p.given for p in more.people):
        return False
    people = (*known.people, *more.people)
    if known_venue(scene.text[start:end]) and not alike([person.text for person in people]):
        return False  # "KR" is a conference, "Park KR" beside "Busch E" somebody
    if scene.text[more.end : end].strip(" .,*_"):
        return False
    fields.names = Names(people, et_al=more.et_al, start=known.start, end=more.end)
    return True


_OPENED = re.compile(r"\s*[(\[{]\s*$")
"""A bracket around the next piece: ``A Bee, B Cee ([arXiv](…), 2023)``."""
_BRACKETED_YEAR = re.compile(r"[\s.,\"”»》]*[(（](?:19|20)\d\d[)）]")
_BRACKETED_NAMES = re.compile(r"[\s.,\"”»》]*[(（](?P<inner>[^()（）\n]{3,400})[)）]")


def _dated_venue(inner: str) -> bool:
    return (
        known_venue(inner) and len(inner.split()) <= 8 and year_in(inner, 0, len(inner)) is not None
    )


def _bracketed(scene: Scene, start: int, end: int) -> int:
    """Behind ``(2020)`` or ``(Ana Bee, Bo Cee)`` right after the title, if one was taken."""
    fields = scene.fields
    honour = HONOUR.match(scene.text, start, end)
    start = honour.end() if honour else start
    dated = _BRACKETED_YEAR.match(scene.text, start, end)
    if dated and fields.year is None:
        fields.year = year_in(scene.text, dated.start(), dated.end())
        return dated.end()
    hit = _BRACKETED_NAMES.match(scene.text, start, end) if fields.names is None else None
    named = hit is not None and not fields.nobody
    names = read_names(scene.text, *hit.span("inner")) if hit and named else None
    signed = names is not None and names.et_al
    if hit and not signed and fields.venue is None and _dated_venue(hit["inner"]):
        venue_and_year(scene, *hit.span("inner"), marked=True)
        return hit.end()
    if hit is None or names is None or (len(names.people) < 2 and not names.et_al):
        return start
    rest = scene.text[names.end : hit.end("inner")].strip(" .,;")
    are_authors = names.et_al or (
        all(person.given for person in names.people)
        and any(address.kind == "paper" for address in scene.addresses)
    )
    behind = _dated_venue(rest)
    if (rest and not rest.isdigit() and not behind) or not are_authors:
        return start  # the lecturers of a course
    fields.names = names
    if behind and fields.venue is None:  # "(Ann Bee et al., ICML 2020)"
        venue_and_year(scene, names.end, hit.end("inner"), marked=True)
    fields.year = fields.year or year_in(scene.text, names.end, hit.end())
    return hit.end()


_AFFILIATION = re.compile(r"\s*[(（][^()（）\d\n]{1,120}[)）]")


def _remark(scene: Scene, start: int, end: int, *, marked: bool) -> bool:
    """A long plain line below the fields is a remark on the paper."""
    if marked or scene.words(start, end) <= 14:
        return False
    names = read_names(scene.text, start, end)
    return names is None or len(names.people) < 2


def _stretches(scene: Scene, at: int) -> list[tuple[int, int, bool]]:
    """The text behind ``at`` cut at styles, links, lines and labels; whether each is marked."""
    stretches: list[tuple[int, int, bool]] = []
    for piece in scene.pieces:
        if piece.end <= at or piece.link in scene.labels or piece.style & STRUCK:
            continue
        marked = bool(piece.style & (BOLD | ITALIC | CODE)) or _telling_link(scene, piece)
        for start, end in _between(scene.text, max(piece.start, at), piece.end):
            last = stretches[-1] if stretches else None
            if (
                last
                and last[1] == start
                and last[2] == marked
                and "\n" not in scene.text[start - 1 : start]
                and DARK not in scene.text[start - 1 : start]
            ):
                stretches[-1] = (last[0], end, marked)
            else:
                stretches.append((start, end, marked))
    return stretches


LONGEST_NAME = 7
"""Words of a linked venue that we do not know; more are another paper's title."""


def _telling_link(scene: Scene, piece: Piece) -> bool:
    """A link to the paper, or on a venue's name; "from [Firm](https://firm.example)" is prose."""
    if piece.link < 0:
        return False
    about = scene.addresses[piece.link].kind if piece.link < len(scene.addresses) else ""
    text = scene.text[piece.start : piece.end]
    short = about != "other" and len(text.split()) <= LONGEST_NAME
    return short or known_venue(text)


def _between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches without labels and line breaks; a by-line broken behind a comma goes on."""
    spans, at = [], start
    for gap in _GAP.finditer(text, start, end):
        if gap.start() > at:
            spans.append((at, gap.start()))
        at = gap.end()
    if at < end:
        spans.append((at, end))
    return spans


def _names_at(scene: Scene, start: int, end: int) -> Names | None:
    by = _LED.match(scene.text, start, end)
    start = by.end() if by else start
    keyed = _KEYED_AUTHORS.match(scene.text, start, end)
    start = keyed.end() if keyed else start
    names = read_names(scene.text, start, end, pair=not by)
    if names is None or (not (by or keyed) and unlike_names(scene.text, names)):
        return None
    if of_editors(scene.text, names):
        return None
    names = _not_the_venue(scene, names, end)
    if names and len(names.people) > 2 and not names.et_al and nobody(scene.text, names.people[-1]):
        names = _shorter(names)  # "..., Yunpeng Sun, Renewable Energy, 2023"
    if names is None or len(names.people) > 1 or names.et_al or by:
        return names
    person = names.people[0]
    if signing(person.text):
        return names
    if not person.given or known_venue(person.text) or organisation(person.text):
        return None
    if scene.text[names.end : end].lstrip()[:1] in (":", "\uff1a"):
        return None  # a label
    rest = scene.text[names.end : end].strip(" .,;:)")
    if (
        rest
        and not year_in(scene.text, names.end, end)
        and not looks_like_venue(rest, marked=False)
    ):
        return None
    return names


_KEYED_AUTHORS = re.compile(
    r"(?:aut(?:h?or|eur)\w{0,3}|(?:(?![\x00-\x7f])\w){1,12})\s*[:\uff1a]\s*", re.IGNORECASE
)
"""``Authors:``, ``Autores:``, and whatever stands before names in other letters: ``저자:``."""


def _not_the_venue(scene: Scene, names: Names, end: int) -> Names | None:
    """The by-line without a last "name" that is the venue: ``A B, C D, Plant Cell 2020``.

    Between the last comma and a year stands the venue: ``…, Forest Policy and Economics 2003``.
    """
    year = year_in(scene.text, names.end, min(end, names.end + 120))
    if names.et_al or year is None or len(names.people) < 2:
        return names
    between = scene.text[names.end : year.start]
    if between.lstrip().startswith((",", "(", "[", "-", "–", "—", "|")) or (
        between.strip(" ") == "." and not _abbreviated(names)
    ):
        return names
    if re.search(r"[.:]\s+\S.*,\s*$", between):
        return names
    last = names.people[-1].text
    if between.startswith(".") and " " in last and not re.match(r"[A-Z]\. ", last):
        return names  # "A Bee, C Dee. Nature 2019"
    return _from_last_comma(scene, names, between)


def _abbreviated(names: Names) -> bool:
    return "." in names.people[-1].text.strip(".")


def _from_last_comma(scene: Scene, names: Names, between: str) -> Names | None:
    people = list(names.people)
    last = people[-1]
    glue = scene.text[people[-2].end : last.start]
    worded = re.search(r"\band\b|&", glue, re.IGNORECASE) is not None
    if (
        worded
        and "," not in glue
        and not between.strip(" .")
        and not (" " not in last.text or known_venue(last.text))
    ):
        return names  # "David Forsyth and Jean Ponce 2011"
    dropped = 2 if worded and "," not in glue and len(people) > 2 else 1
    if dropped == 1 and worded and "," not in glue:
        return names
    return _shorter(names, dropped)


def _shorter(names: Names, dropped: int = 1) -> Names:
    people = names.people[:-dropped]
    return Names(people, et_al=False, start=names.start, end=people[-1].end)


def venue_and_year(scene: Scene, start: int, end: int, *, marked: bool) -> None:
    """Take venue and year from the stretch, where neither is told yet."""
    fields, text = scene.fields, scene.text
    year = year_in(text, start, end, short=marked)
    called = _CALLED.match(text, start, end)
    if called and fields.venue is None:
        edited = _EDITED.match(text, called.end(), end)
        span = venue_span(text, edited.end() if edited else called.end(), end)
        if span and _named_so(text[slice(*span)]):
            fields.venue = span
    if fields.venue is None:
        span = venue_span(text, start, end)
        shortly = span is not None and _SHORTLY.match(text, span[0], end) is not None
        if shortly and year is None:
            year = year_in(text, start, end, short=True)
        is_marked = marked or shortly
        is_marked = is_marked or (
            year is not None and span is not None and year.start - span[1] < 40
        )
        is_marked = is_marked or (span is not None and _PAGED.match(text, span[1], end) is not None)
        placed = fields.placed or (fields.names is not None and is_marked)
        if (
            span
            and looks_like_venue(text[slice(*span)], marked=is_marked, placed=placed)
            and not _label_like(text[slice(*span)])
            and not _people(text[slice(*span)])
            and (_VOLUME.match(text, span[1]) or not _other_words(text[slice(*span)]))
        ):
            fields.venue = span
            year = year or year_in(text, start, end, short=True)
    if fields.year is None and year is not None:
        fields.year = year


_SHORTLY = re.compile(r"(?:[A-Z]{2,6} )?[A-Z][A-Za-z&]*[A-Z][A-Za-z&]*\s?['’`]\s?\d\d(?!\w)")
"""An acronym and the two figures of a year: ``PODC'19``."""


def _named_so(text: str) -> bool:
    """Whether what is called a venue may be one: no ``TBD``, ``see below``, no by-line."""
    no = not any(map(str.isalpha, text)) or text[0].islower() or ":" in text
    return not (no or _NOWHERE.fullmatch(text) or all_names(text))


_NOWHERE = re.compile(r"(?:tb[da]|n/?a|none|yes|no|unpublished|preprint|see\b.*)", re.IGNORECASE)
_EDITED = re.compile(r"[^\n]{3,200}?\((?:eds?\.?|editors?|hrsg\.?)\)[\s.,:]*", re.IGNORECASE)
"""The editors of a book before its name: ``In: Bee A., Cee B. (eds) ``."""
_CALLED = re.compile(
    rf"[\s.,;(/–-]*(?:venue|journal|conference|booktitle|published in|in|{elsewhere('venue')})"
    r"\s?[:\uff1a]\s*",
    re.IGNORECASE,
)
"""``Venue: ``: what stands behind it is one, whatever its words are like."""
_VOLUME = re.compile(r"[\s.,*_]*(?:\d{4}[;,]\s?)?\d+\s?[(:]")
"""A volume behind it, "2011;12(3)", "16:368": it is a journal, whatever its words are like."""

_PAGED = re.compile(r"[.,*_]*\s[*_]*\d{1,4}[*_]*(?:\s?\(\d{1,3}\))?[:,]\s?[A-Za-z]?\d+(?!\d*\.\d)")
"""Volume and page: ", 34:5", " 16 (2), 368"; what stands before them is a journal."""

_MORE_LIKE = 60
"""How much more words of names or prose are like these than like a venue's, a word."""


def _other_words(text: str) -> bool:
    """``Ferndale D``, ``Very readable``: somebody, or a remark; no venue that nobody knows."""
    if known_venue(text):
        return False
    word_scores = wording(text, 0, len(text))
    if word_scores.words < 2:
        return False  # "mAbs", "NeuIPS" are nobody, whatever they look like
    return (
        max(word_scores.name, word_scores.prose) - word_scores.venue
        > _MORE_LIKE * word_scores.words
    )


def _people(text: str) -> bool:
    """``Ch Bajaj, rajit, Luke McLennan``: a by-line that could not be read is no venue."""
    parts = [part.strip() for part in re.split(r",| and |&", text)]
    subtitled = ":" in text and "," not in text.partition(":")[0]
    if len(parts) < 3 or subtitled or known_venue(text):
        return False
    return sum(read_names(part) is not None for part in parts) * 2 > len(parts)


def _label_like(text: str) -> bool:
    """``Project page``; four words are a name: "Abstract and Applied Analysis"."""
    return bool(label_kind(text)) and len(text.split()) < 4 and not known_venue(text)


def read_before(scene: Scene, start: int, at: int) -> None:
    """What stands before the title: by-line, year, venue."""
    fields = scene.fields
    if start >= at:
        return
    if fields.names is None and not fields.nobody:
        names = read_names(scene.text, start, at)
        if (
            names
            and not unlike_names(scene.text, names)
            and (
                len(names.people) > 1
                or names.et_al
                or "," in names.people[0].text
                or (fields.how in ("quoted", "link") and _ends_byline(scene, names, at))
            )
        ):
            fields.names = names
            start = names.end
    if fields.year is None:
        fields.year = year_in(scene.text, start, at)
    for piece_start, piece_end, marked in _stretches_before(scene, start, at):
        if fields.venue is None:
            span = venue_span(scene.text, piece_start, piece_end)
            inner = scene.text[slice(*span)] if span else ""
            if span and known_venue(inner) and looks_like_venue(inner, marked=marked):
                fields.venue = span
                fields.year = fields.year or year_in(scene.text, span[0], at, short=True)


def _ends_byline(scene: Scene, names: Names, at: int) -> bool:
    rest = scene.text[names.end : at].strip(' .,;:"“‘*_([')
    person = names.people[0]
    return (
        bool(person.given)
        and (not rest or year_in(scene.text, names.end, at) is not None)
        and not scene.text[names.end : at].strip().startswith((":", "-"))
    )


def _stretches_before(scene: Scene, start: int, at: int) -> list[tuple[int, int, bool]]:
    return [
        (max(piece.start, start), min(piece.end, at), bool(piece.style) or piece.link >= 0)
        for piece in scene.pieces
        if piece.end > start and piece.start < at and piece.link not in scene.labels
    ]


_LABEL = re.compile(
    r"[\s\[(【]*(?P<venue>[A-Z\d][A-Za-z&]{1,14}(?:[ -][A-Z][A-Za-z]*){0,2})"
    r"[\s,'’`-]*(?P<year>(?:19|20)\d\d|(?<=['’`])\s?\d\d)?[\s\])】]*"
)


def read_labels(scene: Scene) -> None:
    """Venue and year where a link is called so: ``[[CVPR2018](https://…)] Title``.

    "Paper", "arXiv", "IEEE" are what such links are called, and no venues.
    """
    fields = scene.fields
    if fields.venue is not None or fields.title is None:
        return
    for piece in scene.pieces:
        if piece.link not in scene.labels or scene.addresses[piece.link].kind == "other":
            continue
        hit = _LABEL.fullmatch(scene.flow.text, piece.start, piece.end)
        if hit is None or not (hit["year"] or is_meeting(hit["venue"])):
            continue
        if not label_kind(hit["venue"]) and not organisation(hit["venue"]):
            fields.venue = hit.span("venue")
            fields.year = fields.year or year_in(
                scene.flow.text, piece.start, piece.end, short=True
            )
            return
