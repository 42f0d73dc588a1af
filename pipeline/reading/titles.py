"""Where lists put a title: in quotation marks, bold, as the text of a link, between bars, plain."""

import re
from collections.abc import Callable
from itertools import islice

from pipeline.markup.flow import BOLD
from pipeline.reading.bylines import all_names, read_names
from pipeline.reading.plain_titles import (
    DATED,
    OWN_TAG,
    after_names,
    is_tag,
    opens,
    plain_end,
    plain_title,
    without_tail,
)
from pipeline.reading.scene import CITATION, DARK, WORD, Scene
from pipeline.reading.words import known_venue

_QUOTED = re.compile(
    r"(?<![\w])(?:\"(?P<a>[^\"\ufffc]{6,400})\"|“(?P<b>[^“”\ufffc]{6,400})”|“(?P<h>[^“”\"\ufffc]{6,400})\"|«(?P<c>[^«»\ufffc]{6,400})»|"
    r"《(?P<g>[^《》\ufffc]{4,300})》|「(?P<d>[^「」\ufffc]{4,300})」|『(?P<e>[^『』\ufffc]{4,300})』|``(?P<f>[^`\ufffc]{6,400})'')"
)
_KEYED = re.compile(
    r"\s*(?:[-*]\s*)?(?P<key>manuscript|paper(?:\s+title)?|publication|preprint|title|article|reference|论文|标题)\s*(?:\([a-z0-9]+\))?\s*[:\uff1a]\s*",
    re.IGNORECASE,
)

_AMID = re.compile(r"\s+[a-z]{4}")
_DATE = re.compile(r"\([^()]{0,12}(?:19|20)\d\d")
_GAP = re.compile(r"\s*(?:(?<=[.?!])|[.?!\-–—|\n])[\s.\-–—|*_]*(?=[^\s,&])")
"""Between a title and the by-line behind it; a comma goes on with the names."""


MOST_MARKED = 100
"""Quotations, bold stretches or links of an item among which its title is looked for."""


def _quoted(scene: Scene) -> tuple[int, int] | None:
    for hit in islice(_QUOTED.finditer(scene.text, scene.start, scene.end), MOST_MARKED):
        group = hit.lastgroup or "a"
        start, end = hit.span(group)
        if scene.words(start, end) < 3 and not (
            scene.words(start, end) == 2 and scene.text[hit.end() : hit.end() + 1] in ",."
        ):
            continue
        before = scene.text[max(scene.start, hit.start() - 3) : hit.start()].rstrip()
        if scene.words(start, end) < 6 and _behind_title(scene, hit.start()):
            continue
        if before[-1:].islower() and _AMID.match(scene.text, hit.end()):
            continue  # 'The SILVA and "all-species Living Tree Project" taxonomic frameworks'
        around = _covering(scene, hit.start(), hit.end())
        if around and (around[1] - around[0]) > (end - start) + 8:
            continue
        _nick_before(scene, hit.start())
        scene.fields.how = "quoted"
        return start, end
    return None


def _behind_title(scene: Scene, at: int) -> bool:
    """The link of a paper has the title, and what is quoted behind it is the venue, or a remark."""
    return any(
        end <= at and scene.words(start, end) > 3 and scene.addresses[link].kind == "paper"
        for start, end, link in _link_groups(scene)
    )


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
    stretches: list[tuple[int, int, int]] = []
    for piece in scene.pieces:
        if len(stretches) > MOST_MARKED:
            break
        if not piece.style & style or piece.link in scene.labels:
            continue
        if stretches and not scene.text[stretches[-1][1] : piece.start].strip():
            gap = scene.text[stretches[-1][1] : piece.start]
            tag = gap and OWN_TAG.fullmatch(scene.text, *stretches[-1][:2])
            if "\n" not in gap and not tag:
                stretches[-1] = (
                    stretches[-1][0],
                    piece.end,
                    stretches[-1][2] if stretches[-1][2] >= 0 else piece.link,
                )
                continue
        stretches.append((piece.start, piece.end, piece.link))
    return stretches


def _link_groups(scene: Scene) -> list[tuple[int, int, int]]:
    stretches: list[tuple[int, int, int]] = []
    for piece in scene.pieces:
        if len(stretches) > MOST_MARKED:
            break
        if piece.link < 0 or piece.link in scene.labels:
            continue
        if stretches and stretches[-1][2] == piece.link:
            stretches[-1] = (stretches[-1][0], piece.end, piece.link)
        else:
            stretches.append((piece.start, piece.end, piece.link))
    return stretches


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
            and not DATED.fullmatch(piece + " ")
            and not all_names(piece)
        ):
            best = (start, end)
    if best and _marked_within(scene, *best):
        return None
    if best:
        scene.fields.how = "barred"
    return best


def _marked_within(scene: Scene, start: int, end: int) -> bool:
    """Bold type or a link tells the title in the part: ``**Title**, A Bee, 2020 | [pdf](…)``."""
    groups = (*_groups(scene, BOLD), *_link_groups(scene))
    inside = (g for g in groups if start <= g[0] and g[1] <= end and g[1] - g[0] < end - start - 8)
    return any(scene.words(a, b) >= 3 for a, b, _ in inside)


def _keyed(scene: Scene) -> tuple[int, int] | None:
    """``Manuscript: [Title](url)``."""
    hit = _KEYED.match(scene.text, scene.start, scene.end)
    if not hit:
        return None
    for start, end, _link in _link_groups(scene):
        if start == hit.end() and scene.words(start, end) >= 2:
            scene.fields.how = "keyed"
            return start, end
    end = min(plain_end(scene, hit.end()), _next_label(scene, hit.end()))
    if hit["key"].casefold() in ("title", "标题") and scene.words(hit.end(), end) >= 2:
        scene.fields.how, scene.fields.placed = "bold", True
        return hit.end(), end
    return None


def _bold(scene: Scene) -> tuple[int, int] | None:
    groups = [g for g in _groups(scene, BOLD) if scene.text[g[0] : g[1]].strip(" .:*\n" + DARK)]
    linked = any(scene.words(start, end) >= 3 for start, end, _ in _link_groups(scene))
    for index, (start, end, link) in enumerate(groups):
        words = scene.words(start, end)
        text = scene.text[start:end].strip()
        if is_tag(text) or (link >= 0 and _elsewhere(scene, link) and words < 5):
            continue
        named = words == 2 and not linked and not known_venue(text) and _before_byline(scene, end)
        if words < 3 and not named:
            continue
        if CITATION.fullmatch(text) or (all_names(text) and not _before_byline(scene, end)):
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


def _before_byline(scene: Scene, end: int) -> bool:
    """The by-line stands behind, so this is none: "[Rivers And Seas](url) - A. Bee, B. Cee"."""
    gap = _GAP.match(scene.text, end, scene.end)
    names = read_names(scene.text, gap.end(), scene.end) if gap else None
    return names is not None and (len(names.people) > 1 or names.et_al)


def _short_bold(scene: Scene, groups: list[tuple[int, int, int]]) -> tuple[int, int] | None:
    for start, end, _link in groups:
        text = scene.text[start:end].strip()
        colon = text.endswith(":") or scene.text[end : end + 2].lstrip()[:1] in ":："
        if colon and not is_tag(text) and scene.words(start, end) <= 4:
            return _with_nick(scene, start, end)
    return None


def _with_nick(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """``**Zhongjing**: Enhancing the …``: the name before the colon is of the title."""
    rest = min(plain_end(scene, end), _next_label(scene, end))
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
    if len(WORD.findall(body)) < 2:
        return None
    scene.fields.how, scene.fields.nick = "nick", (start, end)
    if scene.text[start] in "[【(（{" or _KEYED.fullmatch(f"{scene.text[start:end]}:"):
        start = rest - len(scene.text[end:rest].lstrip(" :\uff1a"))  # "[scMoss]: ", "Title: "
    return start, without_tail(scene, start, rest)


def _next_label(scene: Scene, at: int) -> int:
    """Where the next field begins that is called by its name: ``**Title:** …; **Authors:** …``."""
    for piece in scene.pieces:
        text = scene.text[piece.start : piece.end].rstrip()
        if piece.start > at and piece.style & BOLD and text.endswith((":", "\uff1a")):
            return piece.start
    return scene.end


def _elsewhere(scene: Scene, link: int) -> bool:
    return scene.addresses[link].kind == "other"


def _citation_within(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """``[Ana Bee, Bo Cee. Title. Venue, 2020](url)``: the link holds the whole reference."""
    names = read_names(scene.text, start, end)
    if names is None or (len(names.people) < 2 and not names.et_al):
        return None
    behind = scene.text[names.end : end].lstrip()
    closed = names.et_al or behind[:1] in (".", '"', "“") or _DATE.match(behind)
    if not closed or not opens(scene, names, end):
        return None
    scene.fields.names = names
    return after_names(scene, names, end)


def _before_colon(scene: Scene, start: int, end: int) -> bool:
    """``[Name](url): …``, ``[Name:](url) …``."""
    behind = scene.text[end : end + 2].lstrip()[:1]
    return ":" in behind.replace("：", ":") or scene.text[start:end].rstrip()[-1:] in (":", "：")


def _linked(scene: Scene) -> tuple[int, int] | None:
    groups = _link_groups(scene)
    good = [g for g in groups if not _elsewhere(scene, g[2])]
    for start, end, _link in good:
        text = scene.text[start:end].strip()
        if is_tag(text) or (all_names(text) and not _before_byline(scene, end)):
            continue
        if scene.words(start, end) >= 3 or (scene.words(start, end) == 2 and not known_venue(text)):
            return _told_by_link(scene, start, end)
    for start, end, _link in groups:
        if _before_colon(scene, start, end) and scene.words(start, end) <= 4:
            span = _with_nick(scene, start, end)
            if span:
                return span
    return _named_by_link(scene, good)


def _told_by_link(scene: Scene, start: int, end: int) -> tuple[int, int]:
    whole = _citation_within(scene, start, end)
    if whole:
        return whole
    scene.fields.how = "link"
    if _before_colon(scene, start, end) and scene.words(start, end) <= 3:
        return _with_nick(scene, start, end) or (start, end)
    return start, end


def _named_by_link(scene: Scene, good: list[tuple[int, int, int]]) -> tuple[int, int] | None:
    for start, end, link in good:
        if (
            len(scene.text[start:end].strip(" []")) > 2
            and not known_venue(scene.text[start:end])
            and scene.addresses[link].kind == "paper"
        ):
            scene.fields.how = "name"
            return start, end
    return None


TITLE_RULES: tuple[Callable[[Scene], tuple[int, int] | None], ...] = (
    _keyed,
    _barred,
    _quoted,
    _bold,
    _linked,
    plain_title,
)
