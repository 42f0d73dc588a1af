"""Links: a label in brackets with its address or a reference, bare ones, those of Org and rst."""

import html
import re

from pipeline.markup.flow import CODE, FlowLink
from pipeline.markup.link_targets import bare_url, target
from pipeline.markup.scan import LONGEST_LABEL, Scan
from pipeline.values.identifiers import within_marks

LONGEST_REFERENCE = 1000
"""Characters of a reference; CommonMark (4.7) allows 999 of a label."""
_RST_LINK = re.compile(r"`([^`<>\n]{1,400}+)\s*+<(https?://[^<>\s]{1,2000})>`__?")
_REFERENCE = re.compile(r"\[([^\[\]\n]{0,200})\]")


def close_bracket(scan: Scan, at: int) -> None:
    """A bracket that closes a label, if an address or a reference follows."""
    if not scan.brackets:
        scan.plain(at, at + 1)
        return
    start, run, image = scan.brackets.pop()
    if len(scan.runs) - run > LONGEST_LABEL:
        scan.plain(at, at + 1)
        return
    destination = target(scan.source, at + 1) or _reference(scan, start, at)
    if destination is None:
        scan.plain(at, at + 1)
        return
    url, url_start, url_end, end = destination
    _link(scan, run, (start, end), (url, url_start, url_end), image=image)
    scan.at = end
    angled = run > 0 and scan.runs[run - 1].text == "<" and scan.source[start - 1] == "<"
    if angled and scan.source.startswith(">", end):
        scan.hide(run - 1)  # "<[Title](url)>": the brackets are of the link
        scan.at += 1


def _reference(scan: Scan, start: int, at: int) -> tuple[str, int, int, int] | None:
    if not scan.references or at - start > LONGEST_REFERENCE:
        return None
    label = scan.source[start + 1 : at]
    hit = _REFERENCE.match(scan.source, at + 1)
    key = (hit[1] if hit and hit[1] else label).strip().casefold()
    url = scan.references.get(key)
    end = hit.end() if hit else at + 1
    return (url, -1, -1, end) if url is not None else None


def _link(
    scan: Scan, run: int, outer: tuple[int, int], url: tuple[str, int, int], *, image: bool
) -> None:
    number = len(scan.links)
    label = scan.runs[run + 1 :]
    scan.runs[run].text = ""
    nested = next((r.link for r in label if r.link >= 0), -1)
    text = "".join(r.text for r in label)
    link = FlowLink(
        run + 1,
        len(scan.runs),
        html.unescape(url[0]),
        url[1],
        url[2],
        outer[0],
        outer[1],
        "reference" if url[1] < 0 else "inline",
        image,
        text,
    )
    scan.links.append(link)
    for piece in label:
        if image:
            piece.text = ""
        elif piece.link < 0 or nested >= 0:
            piece.link = number
    if image:
        link.label = text


def org_link(scan: Scan, hit: re.Match[str]) -> None:
    """``[[url][label]]`` of Org."""
    inner = hit.group()[2:-2]
    url, _, label = inner.partition("][")
    start = hit.start() + 2
    if not label:
        scan.shown_url(url, start, "org", hit.span())
        return
    scan.labelled(label, start + len(url) + 2, (url, start, start + len(url)), hit.span(), "org")


def code(scan: Scan, hit: re.Match[str]) -> None:
    """Code between backticks, or a link of reStructuredText."""
    rest = _RST_LINK.match(scan.source, hit.start())
    if rest:
        scan.labelled(rest[1].rstrip(), rest.start(1), (rest[2], *rest.span(2)), rest.span(), "rst")
        return
    close = scan.source.find(hit.group(), hit.end(), hit.end() + 2000)
    if close < 0:
        scan.plain(*hit.span())
        return
    before = scan.style
    scan.style |= CODE
    scan.plain(hit.end(), close)
    scan.style = before
    scan.at = close + len(hit.group())


def bare(scan: Scan, start: int, raw: str) -> None:
    """An address in running text."""
    url = bare_url(within_marks(scan.source, start, raw))
    scan.at = start + len(url)
    scan.shown_url(url, start, "bare", (start, start + len(url)))
