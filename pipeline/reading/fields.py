"""What a block says: which of its words are title, authors, venue, year.

The title is looked for where lists put it, then authors and venue behind it, then before it.
"""

import re

from pipeline.reading.bylines import Names, read_names, whole_names
from pipeline.reading.plain_titles import dated_before, is_tag, skip_lead
from pipeline.reading.scene import DARK, Fields, Scene, symbol
from pipeline.reading.surroundings import read_before, read_behind, read_labels
from pipeline.reading.title_ends import TitleEnd, title_end
from pipeline.reading.titles import TITLE_RULES
from pipeline.reading.venues import without_status, year_in
from pipeline.reading.words import known_venue, label_kind


def understand(scene: Scene) -> Fields:
    """The fields of the stretch."""
    for rule in TITLE_RULES:
        span = rule(scene)
        if span:
            break
    else:
        return scene.fields
    fields = scene.fields
    start, end = _before_venue(scene, *_without_year(scene, *span))
    start = _behind_venue(scene, start, end)
    ended = title_end(scene.text, start, end, scene.end)
    fields.title = _trimmed(scene, *((ended.start, ended.end) if ended else (start, end)))
    if fields.title is None or (
        fields.how == "plain" and not fields.names and whole_names(scene.text[slice(*fields.title)])
    ):
        fields.title = None
        return fields
    after = scene.start if fields.how == "plain" else _skip_to(scene, fields.title[0])
    _read_behind(scene, fields.title[1], ended)
    read_before(scene, after, fields.title[0])
    read_labels(scene)
    return fields


def fields_at(
    scene: Scene, at: tuple[int, int], names: Names | None, how: str, *, nobody: bool = False
) -> Fields:
    """The fields of a stretch whose title and by-line are known."""
    scene.fields = fields = Fields(how=how, names=names, nobody=nobody)
    ended = title_end(scene.text, *at, scene.end)
    title = _trimmed(scene, *_before_venue(scene, *((ended.start, ended.end) if ended else at)))
    if title is None:
        return fields
    fields.title = title = _with_series(scene, _behind_et_al(scene, title))
    _read_behind(scene, title[1], ended)
    read_before(scene, _skip_to(scene, title[0]), title[0])
    read_labels(scene)
    return fields


def _behind_et_al(scene: Scene, title: tuple[int, int]) -> tuple[int, int]:
    """The title behind ``Bee et al: ``, where nobody else is named."""
    fields, (start, end) = scene.fields, title
    if fields.names is not None or fields.nobody or _ET_AL.match(scene.text, start, end) is None:
        return title
    names = read_names(scene.text, start, end)
    lone = names and names.et_al and len(names.people) == 1 and not names.people[0].given
    behind = _COLON.match(scene.text, names.end, end) if names and lone else None
    if behind is None or scene.words(behind.end(), end) < _FEWEST:
        return title
    fields.names = names
    return behind.end(), end


def _with_series(scene: Scene, title: tuple[int, int]) -> tuple[int, int]:
    """The title from the name of its series on: ``Chemistry of moss. VI. New synthesis``."""
    hit = _SERIES.search(scene.text, max(scene.start, title[0] - _LONGEST_SERIES), title[0])
    names = scene.fields.names
    if hit is None or (names and names.start < title[0] and names.end > hit.start("name")):
        return title
    return hit.start("name"), title[1]


_SERIES = re.compile(
    r"(?<!\w)(?P<name>[A-Z][a-z]+(?: [\w()-]+){1,12})\.\s+"
    r"(?=[IVX])(?:X{0,3}(?:I[XV]|V?I{0,3}))\.\s+\Z"
)
_LONGEST_SERIES = 120


_ET_AL = re.compile(r"[^\W\d_][^:\n]{1,40}\bet\s?\.?\s?al\b")
_COLON = re.compile(r"\.?\s*[:\uff1a]\s*")


def _read_behind(scene: Scene, at: int, ended: TitleEnd | None) -> None:
    """What stands behind the title and the signs that end it."""
    fields = scene.fields
    if ended and ended.venue:
        fields.venue, fields.names = ended.venue, fields.names or ended.names
    read_behind(scene, ended.behind if ended else at)


_YEAR_TAIL = re.compile(r"\s*\((?P<inner>[^()\n]{0,40}(?:19|20)\d\d[^()\n]{0,40})\)[\s.,]*$")
"""``(NeurIPS 2020)`` at the end of a title."""
_VENUE_TAIL = re.compile(r",\s*(?P<inner>[^,\n]{2,50}?\W(?:19|20)\d\d)[\s.]*$")
"""``, NeurIPS 2020`` at the end of a title."""
_VENUE_HEAD = re.compile(r"\s*(?P<inner>[A-Z][\w&/-]{1,20}\s(?:19|20)\d\d)\s*[:\uff1a]\s+(?=\S)")
"""``NeurIPS 2020: `` before a title."""


_TAG_HEAD = re.compile(
    r"\s*[\[【(（](?P<inner>[^\[\]【】()（）\n]{2,40})[\]】)）]\s*[:\uff1a]?\s*(?=[\w\"“])"
)
"""``[ICML 2020] `` within the bold type or the link of a title."""


def _behind_venue(scene: Scene, start: int, end: int) -> int:
    """Where the title begins behind ``NeurIPS 2020: ``, ``[ICML 2020] ``."""
    for form in (_VENUE_HEAD, _TAG_HEAD):
        hit = form.match(scene.text, start, end)
        if hit and _dated_venue(hit["inner"]) and scene.words(hit.end(), end) >= _FEWEST:
            return hit.end()
    return start


def _dated_venue(text: str) -> bool:
    is_venue = known_venue(text) and is_tag(text)
    return is_venue and year_in(text, 0, len(text), short=True) is not None


def _before_venue(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The title without a venue in a sentence of its own: ``Slow maps. Proceedings of the …``."""
    tail = _SENTENCE_TAIL.search(scene.text, start, end)
    if tail and scene.words(start, tail.start()) >= _FEWEST and known_venue(tail["inner"]):
        return start, tail.start()
    return start, end


_SENTENCE_TAIL = re.compile(
    r"\.\s+(?P<inner>(?:In\s+)?(?:Proceedings of|Proc\.|IEEE|ACM|Journal of|Transactions (?:on|of)|"
    r"Annals of|Annual Review|Communications of)\s[^.\n\ufffc]{4,120}(?::\s*\d+[-–]\d+)?)[\s.]*$"
)


def _without_year(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The title without ``(NeurIPS 2020)`` or ``(2009, 400+ citations)`` at its end."""
    tail = _VENUE_TAIL.search(scene.text, max(start, end - 60), end)
    if tail and scene.words(start, tail.start()) >= 3 and _venue_only(tail["inner"]):
        return start, tail.start()
    hit = _YEAR_TAIL.search(scene.text, max(start, end - 90), end)
    if hit is None or scene.words(start, hit.start()) < 2:
        return start, end
    inner = hit["inner"]
    bare = re.sub(r"(?:19|20)\d\d|[\d,+\s]|citations?|cited", "", inner)
    if dated_before(scene, start, inner):
        return start, end
    if not bare and year_in(scene.text, hit.end(), scene.end):
        return start, end  # "... and finite-range droplet model (2012)", of 2023
    return (start, hit.start()) if not bare or known_venue(inner) else (start, end)


def _venue_only(inner: str) -> bool:
    return known_venue(inner) and len(inner.split()) <= 5


def _trimmed(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The title without quotation marks, brackets, full stops and symbols around it."""
    text = scene.text
    lead = " \t\n.,;:|*_-–—)]" + DARK  # behind "(1992.)"
    while True:
        before = (start, end)
        while start < end and (text[start] in lead or symbol(text[start])):
            start += 1
        while end > start and (
            text[end - 1] in " \t\n.,;:|-–—&" + DARK
            or symbol(text[end - 1])
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
            "《》",
            "‘’",
            "''",
            "~~",
        ):
            start, end = start + 1, end - 1
        if before == (start, end):
            break
    end = _before_label(text, start, without_status(text, start, end))
    label = _LABEL.match(text, start, end)
    start = label.end() if label and scene.words(label.end(), end) >= 2 else start
    year = _YEAR_HEAD.match(text, start, end)
    start = year.end() if year and scene.words(year.end(), end) >= _FEWEST else start
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _before_label(text: str, start: int, end: int) -> int:
    """The end of ``Slow maps, paper：`` before an address; another colon is the title's."""
    if "：" not in (text[end : end + 1], text[end - 1]):
        return end
    hit = _LAST_WORDS.search(text, max(start, end - _LONGEST_LABEL), end)
    return hit.start() if hit and label_kind(hit[1]) else end


_LAST_WORDS = re.compile(r"\s*[,;，；|/·•]\s*(\w+(?: \w+)?)：?\Z")
_LONGEST_LABEL = 30
_YEAR_HEAD = re.compile(r"(?:19|20)\d\d(?:\s+[-–—|]+\s+|\s*\|+\s*)(?=[^\W_])(?!(?:19|20)\d\d)")
"""``[2009 - Slow maps of cold mice](url)``."""
_FEWEST = 3
"""Words of a title behind a year."""
_LABEL = re.compile(
    r"(?:paper|article|preprint|publication|manuscript)(?:\s+title)?\s*[:\uff1a]\s+(?=[\w\"“])|"
    r"(?:\[\s*(?:paper|article|preprint|pdf)\s*\]|\((?:paper|article|preprint|pdf)\))\s*[:\uff1a]?\s*(?=[\w\"“])",
    re.IGNORECASE,
)
"""``[paper: Title](url)``: what the link is, said before its title."""


def _lone(text: str, start: int, end: int) -> bool:
    """A delimiter that never opened: "*rats*" keeps its stars, "rats**" does not."""
    mark = text[end - 1]
    return mark in "*_" and text.find(mark, start, end - 1) in (-1, end - 2)


def _skip_to(scene: Scene, at: int) -> int:
    """Behind date and venue tag at the beginning; they are told before anything else."""
    return skip_lead(scene, scene.start) if at > scene.start else at
