"""What a block says: which of its words are title, authors, venue, year.

Reads the visible text of a block (or of one line of it) with its styles. Labels of links are
masked first; then the title is looked for where lists put it (in quotation marks, bold, as the
text of a link, plain), and authors and venue behind it, then before it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.formats.bylines import Names, read_names
from pipeline.formats.flow import BOLD, CODE, ITALIC, STRUCK, Flow
from pipeline.formats.venues import YearFound, looks_like_venue, venue_span, year_in
from pipeline.formats.words import known_venue, label_kind
from pipeline.urls import Address

DARK = "\ufffc"
"""Stands for what is no text of the entry: labels of links, bare addresses, badges."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]")
_QUOTED = re.compile(
    r"(?<![\w])(?:\"(?P<a>[^\"\ufffc]{6,400})\"|“(?P<b>[^“”\ufffc]{6,400})”|«(?P<c>[^«»\ufffc]{6,400})»|"
    r"「(?P<d>[^「」\ufffc]{4,300})」|『(?P<e>[^『』\ufffc]{4,300})』|``(?P<f>[^`\ufffc]{6,400})'')"
)
_EMOJI = re.compile(r"(?::[a-z0-9_+\-]{2,30}:)+")
_NUMBER = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,3}\)|\d{1,4}[.)](?=\s)|[*#]\d+)\s*")
_TAGGED = re.compile(r"\s*(?:[\[【(（](?P<tag>[^\[\]【】()（）\n]{2,70})[\]】)）])\s*[:.\-–|]*\s*")
_DATED = re.compile(
    r"\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+)?(?:19|20)\d\d(?:[-/.年]\d{1,2}月?){0,2}(?:\d{4})?(?!\d)\s*(?:[-–—:|,.\]]+\s*|(?=\s|[^\x00-\x7f]))"
)
_VENUE_TAG = re.compile(
    r"\s*(?P<venue>[A-Z][A-Za-z]*(?:[-/&][A-Z][A-Za-z]*)*(?:\s(?:PAMI|TIP|ACCESS|Trans|Access))?)\s?(?:['’`-]\s?(?P<two>\d\d)(?!\d)|[-\s'’]?(?P<four>(?:19|20)\d\d))\s*[:.,|\]\-–]*\s+"
)
_VENUE_DASH = re.compile(r"\s*([A-Z][A-Za-z-]{2,12})\s+[-–]\s+|\s*(arXiv|Arxiv)\s+")
_PLAIN_END = re.compile(rf"\n|{DARK}")
_GAP = re.compile(rf"{DARK}+|(?<![,&])[ \t]*\n")
_LED = re.compile(r"(?:[Bb]y|[Aa]uthors?:?)\s+")
_YEAR_BEHIND = re.compile(
    r"[\s.,;]*[(\[]?(?:(?:19|20)\d\d)[a-z]?(?:[,\s]+[A-Z][a-z]+(?:\s\d{1,2})?)?[)\]]?[\s.,:]*"
)
_BY = re.compile(r"[\s,.]+(?:[Bb]y|作者[::]?)\s+(?=[^\W\d_a-z]|(?:van|de|von|el|al)\b)")
_KEYED = re.compile(
    r"\s*(?:[-*]\s*)?(?P<key>manuscript|paper(?:\s+title)?|publication|preprint|title|article|reference|论文|标题)\s*(?:\([a-z0-9]+\))?\s*[::]\s*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Piece:
    """A stretch of one style and one link."""

    start: int
    end: int
    style: int
    link: int


@dataclass(slots=True)
class Fields:
    """The places of the fields in the visible text."""

    title: tuple[int, int] | None = None
    how: str = ""
    """How the title was told: quoted, bold, link, plain, ..."""
    names: Names | None = None
    venue: tuple[int, int] | None = None
    year: YearFound | None = None
    nick: tuple[int, int] | None = None
    placed: bool = False
    """Authors, then title: what follows the title is the venue."""


@dataclass(slots=True)
class Scene:
    """A line or block to be understood."""

    flow: Flow
    text: str
    """Visible text with labels masked by ``DARK``, of the same length."""
    start: int
    end: int
    pieces: list[Piece]
    labels: frozenset[int]
    """Links whose text is a label and no text of the entry."""
    addresses: list[Address]
    fields: Fields = field(default_factory=Fields)

    def words(self, start: int, end: int) -> int:
        """How many words stand there; three Han characters count as two."""
        part = self.text[start:end]
        return len(_WORD.findall(part)) + len(_HAN.findall(part)) // 2


def scene_of(flow: Flow, start: int, end: int, addresses: list[Address]) -> Scene:
    """The stretch of a flow made ready: pieces, labels, mask."""
    pieces = _pieces(flow, start, end)
    text = flow.text
    labels = frozenset(
        index
        for index in {piece.link for piece in pieces if piece.link >= 0}
        if _is_label(flow, text, index, pieces, addresses)
    )
    masked = _masked(text, pieces, labels, start, end)
    return Scene(flow, masked, start, end, pieces, labels, addresses)


_SEPARATED = re.compile(r"[,;&、]|\band\b|\bet al", re.IGNORECASE)


def _pieces(flow: Flow, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    for run in flow.runs:
        run_end = run.start + len(run.text)
        if run_end <= start or run.start >= end or not run.text:
            continue
        a, b = max(run.start, start), min(run_end, end)
        style = run.style & (BOLD | ITALIC | CODE | STRUCK)
        last = pieces[-1] if pieces else None
        if last and last.end == a and last.style == style and last.link == run.link:
            last.end = b
        else:
            pieces.append(Piece(a, b, style, run.link))
    return pieces


def _is_label(
    flow: Flow, text: str, index: int, pieces: list[Piece], addresses: list[Address]
) -> bool:
    mine = [piece for piece in pieces if piece.link == index]
    start, end = mine[0].start, mine[-1].end
    label = text[start:end].strip()
    if not label or label == DARK or flow.links[index].image:
        return True
    bracketed = label[0] in "[【" or (
        text[start - 1 : start] in ("[", "|") and text[end : end + 1] in ("]", ",", "|")
    )
    inner = label.strip("[]()【】 ")
    if not inner:
        return True
    kind = label_kind(inner)
    if (
        kind
        and known_venue(inner)
        and not bracketed
        and inner.casefold() not in ("paper", "pdf", "text", "arxiv paper")
    ):
        return False  # "[Biorxiv](…)" is the venue, "[[biorxiv](…)]" a label
    words = len(_WORD.findall(inner))
    if kind and (words <= 2 or bracketed or kind == "other"):
        return words <= 5
    if bracketed and words <= 3 and (known_venue(inner) or words <= 2):
        return not (label[0] == "[" and addresses[index].kind == "paper" and words > 2)
    return len(inner) <= 2


def _masked(text: str, pieces: list[Piece], labels: frozenset[int], start: int, end: int) -> str:
    chars = list(text[start:end])
    for piece in pieces:
        if piece.link in labels or piece.style & STRUCK:
            a, b = piece.start - start, piece.end - start
            chars[a:b] = DARK * (b - a)
    masked = "".join(chars)
    masked = _EMOJI.sub(lambda m: DARK * len(m.group()), masked) if ":" in masked else masked
    masked = re.sub(rf"[\[(（【][\s{DARK},;/|&•·]*{DARK}[\s{DARK},;/|&•·]*[\])）】]", _dark, masked)
    return text[:start] + masked + text[end:]


def _dark(found: re.Match[str]) -> str:
    return DARK * len(found.group())


# ---------------------------------------------------------------- the way through


def understand(scene: Scene) -> Fields:
    """The fields of the stretch."""
    for rule in _TITLE_RULES:
        found = rule(scene)
        if found:
            break
    else:
        return scene.fields
    fields = scene.fields
    fields.title = _trimmed(scene, *_without_year(scene, *found))
    if fields.title is None:
        return fields
    after = scene.start if fields.how == "plain" else _skip_to(scene, fields.title[0])
    _behind(scene, fields.title[1])
    _before(scene, after, fields.title[0])
    return fields


_YEAR_TAIL = re.compile(r"\s*\((?P<inner>[^()\n]{0,40}(?:19|20)\d\d[^()\n]{0,40})\)[\s.,]*$")


def _without_year(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The title without ``(NeurIPS 2020)`` or ``(2009, 400+ citations)`` at its end."""
    found = _YEAR_TAIL.search(scene.text, max(start, end - 90), end)
    if found is None or scene.words(start, found.start()) < 2:
        return start, end
    inner = found["inner"]
    bare = re.sub(r"(?:19|20)\d\d|[\d,+\s]|citations?|cited", "", inner)
    return (start, found.start()) if not bare or known_venue(inner) else (start, end)


def _trimmed(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The title without quotation marks, brackets, full stops and symbols around it."""
    text = scene.text
    lead = " \t\n.,;:|*_-–—" + DARK
    while True:
        before = (start, end)
        while start < end and (text[start] in lead or _symbol(text[start])):
            start += 1
        while end > start and (
            text[end - 1] in " \t\n.,;:|-–—&" + DARK
            or _symbol(text[end - 1])
            or _lone(text, start, end)
        ):
            end -= 1
        if end - start > 2 and (text[start] + text[end - 1]) in (
            '""',
            "“”",
            "«»",
            "[]",
            "「」",
            "『』",
            "‘’",
            "''",
        ):
            start, end = start + 1, end - 1
        if before == (start, end):
            break
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _lone(text: str, start: int, end: int) -> bool:
    """A delimiter that never opened: "*rats*" keeps its stars, "rats**" does not."""
    mark = text[end - 1]
    return mark in "*_" and text.find(mark, start, end - 1) in (-1, end - 2)


def _symbol(char: str) -> bool:
    code = ord(char)
    return (
        0x1F000 <= code <= 0x1FAFF
        or 0x2600 <= code <= 0x27BF
        or code in (0xFE0F, 0x200D, 0x2B50, 0x2B06)
    )


# ---------------------------------------------------------------- titles


def _quoted(scene: Scene) -> tuple[int, int] | None:
    for found in _QUOTED.finditer(scene.text, scene.start, scene.end):
        group = found.lastgroup or "a"
        start, end = found.span(group)
        if scene.words(start, end) < 3 and not (
            scene.words(start, end) == 2 and scene.text[found.end() : found.end() + 1] in ",."
        ):
            continue
        around = _covering(scene, found.start(), found.end())
        if around and (around[1] - around[0]) > (end - start) + 8:
            continue
        _nick_before(scene, found.start())
        scene.fields.how = "quoted"
        return start, end
    return None


def _covering(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The bold or linked stretch that a quotation stands in."""
    for group in (_groups(scene, BOLD), _link_groups(scene)):
        for a, b, _ in group:
            if a <= start and end <= b:
                return a, b
    return None


def _nick_before(scene: Scene, at: int) -> None:
    head = scene.text[scene.start : at].rstrip()
    if head.endswith(":") and 0 < len(head) < 60:
        scene.fields.nick = (scene.start, scene.start + len(head) - 1)


def _groups(scene: Scene, style: int) -> list[tuple[int, int, int]]:
    """Stretches that bear a style, joined over changes of other styles: start, end, link."""
    found: list[tuple[int, int, int]] = []
    for piece in scene.pieces:
        if not piece.style & style or piece.link in scene.labels:
            continue
        if found and not scene.text[found[-1][1] : piece.start].strip():
            gap = scene.text[found[-1][1] : piece.start]
            if "\n" not in gap:
                found[-1] = (
                    found[-1][0],
                    piece.end,
                    found[-1][2] if found[-1][2] >= 0 else piece.link,
                )
                continue
        found.append((piece.start, piece.end, piece.link))
    return found


def _link_groups(scene: Scene) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for piece in scene.pieces:
        if piece.link < 0 or piece.link in scene.labels:
            continue
        if found and found[-1][2] == piece.link:
            found[-1] = (found[-1][0], piece.end, piece.link)
        else:
            found.append((piece.start, piece.end, piece.link))
    return found


def _barred(scene: Scene) -> tuple[int, int] | None:
    """``date | title | *authors* | [venue](url)``: fields between bars."""
    text = scene.text[scene.start : scene.end].split("\n", 1)[0]
    if text.count(" | ") < 2:
        return None
    at, parts = scene.start, []
    for part in text.split(" | "):
        parts.append((at, at + len(part)))
        at += len(part) + 3
    best: tuple[int, int] | None = None
    for start, end in parts:
        piece = scene.text[start:end].strip(" *_" + DARK)
        if (
            best is None
            and scene.words(start, end) >= 3
            and not _DATED.fullmatch(piece + " ")
            and not _all_names(piece)
        ):
            best = (start, end)
    if best:
        scene.fields.how = "barred"
    return best


def _all_names(text: str) -> bool:
    if not _SEPARATED.search(text):
        return False
    names = read_names(text)
    return (
        names is not None
        and len(text[names.end :].strip(" .*")) == 0
        and (len(names.people) > 1 or names.et_al)
    )


def _keyed(scene: Scene) -> tuple[int, int] | None:
    """``Manuscript: [Title](url)``."""
    found = _KEYED.match(scene.text, scene.start, scene.end)
    if not found:
        return None
    for start, end, _link in _link_groups(scene):
        if start == found.end() and scene.words(start, end) >= 2:
            scene.fields.how = "keyed"
            return start, end
    return None


def _bold(scene: Scene) -> tuple[int, int] | None:
    groups = [g for g in _groups(scene, BOLD) if scene.text[g[0] : g[1]].strip(" .:*\n" + DARK)]
    for index, (start, end, link) in enumerate(groups):
        words = scene.words(start, end)
        text = scene.text[start:end].strip()
        if words < 3 or _is_tag(text) or (link >= 0 and _elsewhere(scene, link) and words < 5):
            continue
        if _all_names(text):
            continue
        following = next((g for g in groups[index + 1 :]), None)
        if following and scene.text[end : following[0]].strip() == "/":
            scene.fields.how = "bold"
            return start, following[1]
        if (scene.text[end : end + 1] == ":" and words <= 4) or (text.endswith(":") and words <= 4):
            return _with_nick(scene, start, end)
        scene.fields.how = "bold"
        return start, end
    return _short_bold(scene, groups)


def _short_bold(scene: Scene, groups: list[tuple[int, int, int]]) -> tuple[int, int] | None:
    for start, end, _link in groups:
        text = scene.text[start:end].strip()
        colon = text.endswith(":") or scene.text[end : end + 2].lstrip()[:1] in ":："
        if colon and not _is_tag(text) and scene.words(start, end) <= 4:
            return _with_nick(scene, start, end)
    return None


def _with_nick(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """``**Zhongjing**: Enhancing the …``: the name before the colon is of the title."""
    rest = _plain_end(scene, end)
    body = scene.text[end:rest].lstrip(" :\uff1a")
    linked = next(
        (
            g
            for g in _link_groups(scene)
            if g[0] >= end and not scene.text[end : g[0]].strip(" :\uff1a")
        ),
        None,
    )
    if linked and not _elsewhere(scene, linked[2]) and scene.words(linked[0], linked[1]) >= 3:
        scene.fields.how, scene.fields.nick = "link", (start, end)
        return linked[0], linked[1]
    if len(_WORD.findall(body)) < 2:
        return None
    scene.fields.how, scene.fields.nick = "nick", (start, end)
    return start, _without_tail(scene, start, rest)


def _is_tag(text: str) -> bool:
    """``[ICML 2024]``, ``Arxiv, 2023.8``, ``2013-03``: no title."""
    inner = text.strip("[]()【】*: ")
    if re.fullmatch(r"[\d\s./\-–年月日]+", inner):
        return True
    year = year_in(inner, 0, len(inner), short=True)
    if year is None:
        return len(_WORD.findall(inner)) <= 4 and looks_like_venue(inner, marked=False)
    span = venue_span(inner, 0, len(inner))
    return len(_WORD.findall(inner)) <= 7 and (
        span is None or (looks_like_venue(inner[slice(*span)], marked=True) and known_venue(inner))
    )


def _elsewhere(scene: Scene, link: int) -> bool:
    return scene.addresses[link].kind == "other"


def _linked(scene: Scene) -> tuple[int, int] | None:
    groups = _link_groups(scene)
    good = [g for g in groups if not _elsewhere(scene, g[2])]
    for start, end, _link in good:
        text = scene.text[start:end].strip()
        if _is_tag(text) or _all_names(text):
            continue
        if scene.words(start, end) >= 3 or (scene.words(start, end) == 2 and not known_venue(text)):
            scene.fields.how = "link"
            tail = scene.text[end : end + 2].lstrip()[:1]
            if tail in (":", "：") and scene.words(start, end) <= 3:
                return _with_nick(scene, start, end) or (start, end)
            return start, end
    for start, end, _link in groups:
        if scene.text[end : end + 2].lstrip()[:1] in (":", "：") and scene.words(start, end) <= 4:
            found = _with_nick(scene, start, end)
            if found:
                return found
    for start, end, link in good:
        if (
            len(scene.text[start:end].strip(" []")) > 2
            and not known_venue(scene.text[start:end])
            and scene.addresses[link].kind == "paper"
        ):
            scene.fields.how = "name"
            return start, end
    return None


def _plain(scene: Scene) -> tuple[int, int] | None:
    """Plain words: behind number, date, venue tag and by-line, up to the first label."""
    start = _skip(scene, scene.start)
    end = _plain_end(scene, start)
    if end <= start:
        return None
    names = read_names(scene.text, start, end)
    if names and _opens(scene, names, end):
        scene.fields.names = names
        return _after_names(scene, names, end)
    scene.fields.how = "plain"
    by = _by(scene, start, end)
    if by is not None:
        return start, by
    return _sentence(scene, start, end)


def _skip(scene: Scene, at: int) -> int:
    """Behind what stands before a title: number, date, tag, venue with its year."""
    text, end = scene.text, scene.end
    while at < end:
        before = at
        for pattern in (_NUMBER, _DATED):
            found = pattern.match(text, at, end)
            if found and found.end() > at:
                _prefix_year(scene, found.start(), found.end())
                at = found.end()
        tag = _TAGGED.match(text, at, end)
        if tag and _is_tag(tag["tag"]):
            _take_tag(scene, tag.start("tag"), tag.end("tag"))
            at = tag.end()
        elif tag and _nickname(scene, tag):
            scene.fields.nick = tag.span("tag")
            at = tag.end()
        venue = _VENUE_TAG.match(text, at, end)
        if venue and known_or_short(venue["venue"]):
            _take_tag(scene, venue.start(), venue.end())
            at = venue.end()
        known = _VENUE_DASH.match(text, at, end)
        if known and known_venue(known[1] or known[2]) and scene.fields.venue is None:
            scene.fields.venue = known.span(1) if known[1] else known.span(2)
            at = known.end()
        while at < end and (text[at] in " \t\n" + DARK or _symbol(text[at])):
            at += 1
        if at == before:
            break
    return at


def _nickname(scene: Scene, tag: re.Match[str]) -> bool:
    """``[VideoMAE] Masked Autoencoders …``: a name in brackets before the title."""
    inner = tag["tag"]
    if " " in inner or inner.casefold() == "re" or scene.fields.nick is not None:
        return False
    return scene.words(tag.end(), _plain_end(scene, tag.end())) >= 3


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


def _plain_end(scene: Scene, start: int) -> int:
    """Where plain text ends: at a label, a line break, a link, another style."""
    text = scene.text
    found = _PLAIN_END.search(text, start, scene.end)
    return found.start() if found else scene.end


def _opens(scene: Scene, names: Names, end: int) -> bool:
    """Whether names at the beginning are a by-line, and a title follows."""
    rest = scene.text[names.end : end]
    if len(names.people) == 1 and not names.et_al:
        lead = rest.lstrip(" .,")
        told = re.match(r"\s*[.,]?\s*\(?(?:19|20)\d\d", rest) is not None
        comma = (
            "," in names.people[0].text or re.match(r"[A-Z]\.", names.people[0].text) is not None
        )
        cited = rest.startswith(", ") and bool(names.people[0].given) and _cited_tail(rest)
        if cited:
            return True
        stopped = re.match(r"[.]?\s*[(\[\"“.]|\s*[.]|,\s*(?:19|20)\d\d", rest) is not None
        return bool(lead) and (told or (comma and stopped)) and len(_WORD.findall(rest)) >= 3
    return len(_WORD.findall(rest)) >= 2 or (bool(rest.strip(" .")) and False)


def _cited_tail(rest: str) -> bool:
    """``, Surpassing Humans in …, arXiv:1411.07386``: a title, then a venue behind a comma."""
    head, _, tail = rest.rpartition(",")
    while re.fullmatch(r"[\s\d.()]*", tail) and "," in head:
        head, _, tail = head.rpartition(",")
    return len(_WORD.findall(head)) >= 4 and known_venue(tail)


def _after_names(scene: Scene, names: Names, end: int) -> tuple[int, int] | None:
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
    for found in _BY.finditer(scene.text, start, end):
        names = read_names(scene.text, found.end(), scene.end, pair=False)
        if names and scene.words(start, found.start()) >= 2:
            whole = not scene.text[names.end : names.end + 2].strip(" .,\n(|-–" + DARK)
            if whole or len(names.people) > 1 or names.et_al:
                scene.fields.names = names
                return found.start()
    return None


def _sentence(scene: Scene, start: int, end: int, *, commas: bool = False) -> tuple[int, int]:
    """The title at the beginning of plain text; a venue and a year at its end are cut off."""
    split = _sentence_split(scene, start, end)
    if split:
        return start, split
    by_comma = _comma_tail(scene, start, end) if commas else None
    if by_comma:
        return start, by_comma
    return start, _without_tail(scene, start, end)


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
        _venue_and_year(scene, comma + 1, stop, marked=True)
    return cut


_STOP = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[\d)\]\"”?!]))[.?!。]\s+(?=\S)")


def _sentence_split(scene: Scene, start: int, end: int) -> int | None:
    """``Title. Venue, 2020.`` or ``Title. A, B.``: the point where the title ends."""
    for found in _STOP.finditer(scene.text, start, end):
        if scene.words(start, found.start()) < 3:
            continue
        rest_start = found.end()
        names = read_names(scene.text, rest_start, end)
        if names and (len(names.people) > 1 or names.et_al):
            return found.start() + (scene.text[found.start()] in "?!")
        stop = end
        span = venue_span(scene.text, rest_start, stop)
        year = year_in(scene.text, rest_start, stop)
        told = _short_tail(scene, rest_start, end)
        if span and looks_like_venue(
            scene.text[slice(*span)],
            marked=year is not None or told,
            placed=told and scene.fields.placed,
        ):
            return found.start() + (scene.text[found.start()] in "?!")
        if year and not scene.text[rest_start:end].strip(" .()0123456789-"):
            return found.start() + (scene.text[found.start()] in "?!")
    return None


def _short_tail(scene: Scene, start: int, end: int) -> bool:
    tail = scene.text[start:end].strip(" .")
    return 0 < len(tail.split()) <= 8 and scene.text[end : end + 1] in (DARK, "\n", "")


_UNCLOSED = re.compile(r"[\s.,]*[(\[][^()\[\]]{0,40}$")
_DATED_TAIL = re.compile(r"[,.]?\s+(?:19|20)\d\d[\s.,]*$")
_TAIL = re.compile(
    r"\s*(?:[|•·]\s*(?P<bar>[^|•·\n]{2,80})|[(（\[](?P<paren>[^()（）\[\]\n]{2,80})[)）\]]|[,.]?\s(?P<year>(?:19|20)\d\d)|\s[-–—]\s(?P<dash>[^-–—\n]{2,120})|,\s(?P<comma>[^,\n]{2,80}?(?:19|20)\d\d))[\s.,]*$"
)


def _without_tail(scene: Scene, start: int, end: int) -> int:
    """The end of a plain title without ``| ICML'24``, ``(CVPR 2020)``, ``- a description``."""
    opened = _UNCLOSED.search(scene.text, max(start, end - 60), end)
    end = opened.start() if opened else end
    dated = _DATED_TAIL.search(scene.text, max(start, end - 20), end)
    if dated and scene.words(start, dated.start()) >= 2:
        end = dated.start()
    for _ in range(3):
        found = _TAIL.search(scene.text, max(start, end - 200), end)
        if not found or scene.words(start, found.start()) < 2:
            break
        group = found.lastgroup or ""
        inner = found[group]
        if group == "year" or _tail_is_venue(inner):
            end = found.start()
            continue
        if group == "bar":
            end = found.start()
            continue
        break
    return end


def _tail_is_venue(inner: str) -> bool:
    year = year_in(inner, 0, len(inner), short=True)
    span = venue_span(inner, 0, len(inner))
    if span is None:
        return year is not None
    return looks_like_venue(inner[slice(*span)], marked=year is not None) and (
        known_venue(inner) or year is not None
    )


_TITLE_RULES: tuple[Callable[[Scene], tuple[int, int] | None], ...] = (
    _keyed,
    _barred,
    _quoted,
    _bold,
    _linked,
    _plain,
)


# ---------------------------------------------------------------- behind and before the title


def _behind(scene: Scene, at: int) -> None:
    """Authors, venue and year behind the title, in reading order."""
    text = scene.text
    for piece_start, piece_end, marked in _stretches(scene, at):
        known = scene.fields.names
        start = known.end if known and piece_start <= known.start < piece_end else piece_start
        while start < piece_end and text[start] in ' \t\n.,;:|•·-–—"”»*/)]' + DARK:
            start += 1
        if start >= piece_end or _remark(scene, at, start, piece_end, marked=marked):
            continue
        if scene.fields.names is None and text[start - 1 : start] not in "(（":
            names = _names_at(scene, start, piece_end)
            if names:
                scene.fields.names = names
                start = names.end
                affiliation = _AFFILIATION.match(text, start, piece_end)
                start = affiliation.end() if affiliation else start
        _venue_and_year(scene, start, piece_end, marked=marked)


_AFFILIATION = re.compile(r"\s*[(（][^()（）\d\n]{1,120}[)）]")


def _remark(scene: Scene, at: int, start: int, end: int, *, marked: bool) -> bool:
    """A long plain line below the fields is a remark on the paper."""
    if marked or "\n" not in scene.text[at:start] or scene.words(start, end) <= 14:
        return False
    names = read_names(scene.text, start, end)
    return names is None or len(names.people) < 2


def _stretches(scene: Scene, at: int) -> list[tuple[int, int, bool]]:
    """The text behind ``at`` cut at styles, links, lines and labels; whether each is marked."""
    found: list[tuple[int, int, bool]] = []
    for piece in scene.pieces:
        if piece.end <= at or piece.link in scene.labels or piece.style & STRUCK:
            continue
        marked = bool(piece.style & (BOLD | ITALIC | CODE)) or _telling_link(scene, piece)
        for start, end in _between(scene.text, max(piece.start, at), piece.end):
            last = found[-1] if found else None
            if (
                last
                and last[1] == start
                and last[2] == marked
                and "\n" not in scene.text[start - 1 : start]
                and DARK not in scene.text[start - 1 : start]
            ):
                found[-1] = (last[0], end, marked)
            else:
                found.append((start, end, marked))
    return found


def _telling_link(scene: Scene, piece: Piece) -> bool:
    """A link to the paper, or on a venue's name; "from [Firm](https://firm.example)" is prose."""
    if piece.link < 0:
        return False
    about = scene.addresses[piece.link].kind if piece.link < len(scene.addresses) else ""
    return about != "other" or known_venue(scene.text[piece.start : piece.end])


def _between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches without labels and line breaks; a by-line broken behind a comma goes on."""
    found, at = [], start
    for gap in _GAP.finditer(text, start, end):
        if gap.start() > at:
            found.append((at, gap.start()))
        at = gap.end()
    if at < end:
        found.append((at, end))
    return found


def _names_at(scene: Scene, start: int, end: int) -> Names | None:
    by = _LED.match(scene.text, start, end)
    start = by.end() if by else start
    keyed = _KEYED_AUTHORS.match(scene.text, start, end)
    start = keyed.end() if keyed else start
    names = read_names(scene.text, start, end, pair=not by)
    if names is None:
        return None
    names = _not_the_venue(scene, names, end)
    if names is None or len(names.people) > 1 or names.et_al or by:
        return names
    person = names.people[0]
    if not person.given or known_venue(person.text):
        return None
    rest = scene.text[names.end : end].strip(" .,;:)")
    if (
        rest
        and not year_in(scene.text, names.end, end)
        and not looks_like_venue(rest, marked=False)
    ):
        return None
    return names


_KEYED_AUTHORS = re.compile(r"(?:authors?|作者)\s*[::]\s*", re.IGNORECASE)


def _not_the_venue(scene: Scene, names: Names, end: int) -> Names | None:
    """The by-line without a last "name" that is the venue: ``A B, C D, Plant Cell 2020``.

    Between the last comma and a year stands the venue: ``…, Forest Policy and Economics 2003``.
    """
    year = year_in(scene.text, names.end, min(end, names.end + 120))
    if names.et_al or year is None or len(names.people) < 2:
        return names
    between = scene.text[names.end : year.start]
    if between.lstrip().startswith((",", "(", "[", "-", "–", "|")) or (
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


def _venue_and_year(scene: Scene, start: int, end: int, *, marked: bool) -> None:
    fields, text = scene.fields, scene.text
    year = year_in(text, start, end, short=marked)
    if fields.venue is None:
        span = venue_span(text, start, end)
        told = marked or (year is not None and span is not None and year.start - span[1] < 40)
        placed = fields.placed or (fields.names is not None and told)
        if (
            span
            and looks_like_venue(text[slice(*span)], marked=told, placed=placed)
            and not _label_like(text[slice(*span)])
            and not _people(text[slice(*span)])
        ):
            fields.venue = span
            year = year or year_in(text, start, end, short=True)
    if fields.year is None and year is not None:
        fields.year = year


def _people(text: str) -> bool:
    """``Ch Bajaj, rajit, Luke McLennan``: a by-line that could not be read is no venue."""
    parts = [part.strip() for part in re.split(r",| and |&", text)]
    if len(parts) < 3 or known_venue(text):
        return False
    return sum(read_names(part) is not None for part in parts) * 2 > len(parts)


def _label_like(text: str) -> bool:
    return bool(label_kind(text)) and not known_venue(text)


def _skip_to(scene: Scene, at: int) -> int:
    """Behind date and venue tag at the beginning; they are told before anything else."""
    return _skip(scene, scene.start) if at > scene.start else at


def _before(scene: Scene, start: int, at: int) -> None:
    """What stands before the title: by-line, year, venue."""
    fields = scene.fields
    if start >= at:
        return
    if fields.names is None:
        names = read_names(scene.text, start, at)
        if names and (
            len(names.people) > 1
            or names.et_al
            or "," in names.people[0].text
            or (fields.how in ("quoted", "link") and _ends_byline(scene, names, at))
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
