"""What stands in angle brackets: tags, comments, addresses."""

import html
import re

from pipeline.markup.flow import BOLD, CODE, ITALIC, RAISED, STRUCK, FlowLink
from pipeline.markup.scan import LONGEST_LABEL, Scan

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*")
"""An e-mail address in angle brackets. Source: CommonMark 0.31, section 6.5."""
_VALUES = re.compile(r"\"[^\"]*\"|'[^']*'")
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_STYLE_TAGS = {
    "b": BOLD,
    "strong": BOLD,
    "i": ITALIC,
    "em": ITALIC,
    "ins": ITALIC,
    "u": ITALIC,
    "cite": ITALIC,
    "code": CODE,
    "del": STRUCK,
    "s": STRUCK,
    "sup": RAISED,
    "kbd": CODE,
}
_BREAK_TAGS = frozenset(
    {"br", "summary", "details", "p", "li", "ul", "ol", "div", "td", "tr", "hr"}
)


def angle(scan: Scan, raw: str, hit: re.Match[str]) -> None:
    """A comment, an address, a tag; anything else is text."""
    inner = raw[1:-1]
    if raw.startswith("<!--"):
        close = scan.source.find("-->", hit.start() + 4)
        scan.at = close + 3 if close >= 0 else len(scan.source)
        return
    if re.match(r"(?:https?://|mailto:|www\.)\S+$", inner):
        scan.shown_url(inner, hit.start() + 1, "angle", hit.span())
        return
    if _MAIL.fullmatch(inner):
        scan.shown_url(inner, hit.start() + 1, "angle", hit.span())
        scan.links[-1].url = f"mailto:{inner}"
        return
    tag = _TAG.fullmatch(raw) if not inner.startswith("doi:10.") else None
    if tag and "](" not in _VALUES.sub("", tag[3]):
        _tag(scan, tag, hit.span())
    else:  # "<[Title](url)> by …": what it encloses is text
        scan.at = hit.start() + 1
        scan.plain(hit.start(), scan.at)


def _tag(scan: Scan, tag: re.Match[str], span: tuple[int, int]) -> None:
    name, closing = tag[2].lower(), tag[1] == "/"
    style = _STYLE_TAGS.get(name)
    if style:
        scan.style = scan.style & ~style if closing else scan.style | style
    elif name == "a":
        _anchor(scan, tag, span, closing=closing)
    elif name in _BREAK_TAGS:
        scan.shown("\n", span[0], span[1] - span[0])


def _anchor(scan: Scan, tag: re.Match[str], span: tuple[int, int], *, closing: bool) -> None:
    if closing:
        _end_anchor(scan, span[1])
        return
    hit = _HREF.search(tag[3])
    if hit is None:
        return
    group = next(g for g in (1, 2, 3) if hit[g] is not None)
    start = span[0] + tag.start(3) - tag.start() + hit.start(group)
    scan.links.append(
        FlowLink(
            len(scan.runs),
            0,
            html.unescape(hit[group]),
            start,
            start + len(hit[group]),
            span[0],
            span[1],
            "html",
        )
    )
    scan.anchors.append(len(scan.links) - 1)


def _end_anchor(scan: Scan, end: int) -> None:
    if not scan.anchors:
        return
    number = scan.anchors.pop()
    link = scan.links[number]
    link.outer_end = end
    if len(scan.runs) - link.start > LONGEST_LABEL:
        return
    inside = scan.runs[link.start :]
    link.label = "".join(run.text for run in inside)
    for run in inside:
        run.link = number if run.link < 0 else run.link
