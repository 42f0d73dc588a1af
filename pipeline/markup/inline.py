"""Inline markup read into what the reader sees, each character with its place in the file.

Linear in the length of the block: every look ahead is bounded.
"""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.markup.emphasis import emphasis, unopened
from pipeline.markup.flow import Flow, Run
from pipeline.markup.link_scan import bare, close_bracket, code, org_link
from pipeline.markup.scan import Scan
from pipeline.markup.tag_scan import angle
from pipeline.values.identifiers import WIDE

SHORE = 16
_GULF = re.compile(rf"[\W_]{{{2 * SHORE + 1},}}")
"""Signs and blanks that stand together: only the first and the last are read, so that no pattern
need fear them. A line of points says no more than a few points."""
_TOKEN = re.compile(
    # Each branch begins with a sign of its own, so that plain text is passed by at one look.
    r"\\ :(?:su[bp]|su(?:b|per)script):`[^`\n]{1,60}`(?:\\ )?|"
    r"\\(?:\\?(?=\n|$)|[!-/:-@\[-`{-~])|``*|\[\[https?://[^\]\s]{1,2000}\](?:\[[^\]\n]{0,300}\])?\](?!\()|\*\*{0,2}|__{0,2}|~~|!\[|\[|\]|<[^<>\n]{1,1200}>|<!--|"
    rf"[hH][tT]{{2}}[pP][sS]?://(?:[^\s<>\"|`\]{WIDE}]|\](?!\())+|"
    r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});|"
    r"@@[a-zA-Z]@@"
)
_ORG_TOKEN = re.compile(r"/(?:(?<![\w/:.]/)(?=[^\s/])|(?<=[^\s/]/)(?![\w/]))|" + _TOKEN.pattern)


class Manner(NamedTuple):
    """How the inline markup of a list is to be understood."""

    joint: str = "\n"
    """What a line break within a block is to its reader: a blank where lines are filled."""
    org: bool = False
    """``*bold*``, ``/italic/``."""


MARKDOWN = Manner()


def flow_of(
    text: str,
    slices: Sequence[tuple[int, int]],
    references: dict[str, str],
    manner: Manner = MARKDOWN,
) -> Flow:
    """The flow of a block made of slices of the file, joined by line breaks or by blanks."""
    parts, pieces, length, meant = [], [], 0, set()
    nexts = [*(start for start, _ in slices[1:]), len(text)]
    for (start, end), after in zip(slices, nexts, strict=False):  # a row of one bar has none
        pieces.append((length, start))
        part = text[start:end]
        parts += [part, "\n" if _ended(text, start, end, after) else manner.joint]
        length += end - start + 1
        if text.startswith("  ", end) or text.endswith("\\", start, end):
            meant.add(length - 1)
    flow = _flow(Scan("".join(parts[:-1]), references, org=manner.org), pieces)
    flow.meant = frozenset(meant)
    return flow


def _ended(text: str, start: int, end: int, after: int) -> bool:
    """Whether what stands behind a line is no part of it, however lines are filled.

    An empty line or the end of an element is between them, or each is an element of its own.
    """
    if text.endswith("\\", start, end):
        return True
    between = text[end : min(after, end + _APART)]
    if "<" in between or between.count("\n") > 1:
        return True
    if not text.endswith(">", start, end):
        return False
    closed = _CLOSED.search(text, max(start, end - SHORE), end)
    opened = _OPENED.match(text, after)
    if closed is None or opened is None:
        return False
    closing, opening = closed[1].lower(), opened[1].lower()
    return not {closing, opening} & _WITHIN and not (closing == opening and closing in _ALIKE)


_APART = 200
"""Characters between two lines that tell whether they are parts of one."""
_CLOSED = re.compile(r"</([a-zA-Z][a-zA-Z0-9]*)>\Z")
_OPENED = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")
_WITHIN = frozenset(("i", "em", "sub", "sup", "small", "u", "tt", "code", "math", "mark"))
"""Elements within a text: "CO<sub>2</sub>", and in the next line "<i>in vitro</i>"."""
_ALIKE = frozenset(("a", "b", "strong"))
"""Elements of which one in each line is no field: people in bold."""


def _bridged(runs: list[Run], gulfs: list[tuple[int, int]]) -> Iterator[Run]:
    """The runs without what stands within these stretches of their text."""
    start = index = 0
    for run in runs:
        kept, end = start, start + len(run.text)
        while index < len(gulfs) and gulfs[index][0] < end:
            low, high = gulfs[index]
            yield from _part(run, kept - start, low - start)
            kept = max(kept, min(high, end))
            if high > end:
                break
            index += 1
        yield from _part(run, kept - start, end - start)
        start = end


def _part(run: Run, start: int, end: int) -> Iterator[Run]:
    """A stretch of a run; all of it or nothing where its characters have no places of their own."""
    if start == 0 and end == len(run.text):
        yield run
    elif run.exact and start < end:
        place, length = run.source + start, end - start
        yield Run(0, run.text[start:end], place, length, run.style, run.link, exact=True)


def _flow(scan: Scan, pieces: list[tuple[int, int]]) -> Flow:
    source, end = scan.source, len(scan.source)
    signs = _ORG_TOKEN if scan.org else _TOKEN
    while scan.at < end:
        hit = signs.search(source, scan.at)
        if hit is None:
            scan.plain(scan.at, end)
            break
        scan.plain(scan.at, hit.start())
        scan.at = hit.end()
        _token(scan, hit)
    unopened(scan)
    runs = [run for run in scan.runs if run.text]
    text = "".join(run.text for run in runs)
    gulfs = [(there.start() + SHORE, there.end() - SHORE) for there in _GULF.finditer(text)]
    if gulfs:
        runs = list(_bridged(runs, gulfs))
        text = "".join(run.text for run in runs)
    place = 0
    for run in runs:
        run.start, place = place, place + len(run.text)
    return Flow(text, runs, scan.links, pieces, source, [run.start for run in runs])


def _token(scan: Scan, hit: re.Match[str]) -> None:
    raw = hit.group()
    first = raw[0]
    if first == "\\":
        _escape(scan, hit)
    elif first == "`":
        code(scan, hit)
    elif first in "*_~/":
        emphasis(scan, raw, hit.start(), hit.end())
    elif raw.startswith("[[http"):
        org_link(scan, hit)
    elif first in "![":
        image = raw[0] == "!"
        scan.brackets.append((hit.start(), len(scan.runs), image))
        scan.plain(hit.end() - 1, hit.end())
    elif first == "]":
        close_bracket(scan, hit.start())
    elif first == "<":
        angle(scan, raw, hit)
    elif first in "hH":
        bare(scan, hit.start(), raw)
    else:
        _entity(scan, hit)


def _escape(scan: Scan, hit: re.Match[str]) -> None:
    """An escaped sign; at the end of a line one says that it ends there, in Org two.

    Before a role of rst the blank that it hides is none.
    """
    raw = hit.group()
    if raw.startswith("\\ :"):
        scan.plain(hit.start() + raw.index("`") + 1, hit.start() + raw.rindex("`"))
        return
    if scan.source.startswith("\n", hit.end()) or (scan.org and raw == "\\\\"):
        return
    scan.shown(raw[1:] or raw, hit.start(), len(raw))


def _entity(scan: Scan, hit: re.Match[str]) -> None:
    """``&amp;``; what is none stands as it is."""
    raw = hit.group()
    text = html.unescape(raw) if raw[0] == "&" else raw
    if text == raw:
        scan.plain(*hit.span())
    else:
        scan.shown(text, hit.start(), len(raw))
