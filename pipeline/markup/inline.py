"""Inline markup read into what the reader sees, each character with its place in the file.

A *flow* is the visible text of a block, cut into runs of one style; links are kept apart with
their labels and addresses. Linear in the length of the block: every look ahead is bounded.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

BOLD, ITALIC, CODE, STRUCK, RAISED = 1, 2, 4, 8, 16

SHORE = 16
_GULF = re.compile(rf"[\W_]{{{2 * SHORE + 1},}}")
"""Signs and blanks that stand together: only the first and the last are read, so that no pattern
need fear them. A line of points says no more than a few points."""
LONGEST_URL = 2048
LONGEST_LABEL = 200
"""Runs of a label; a bracket that encloses more is no link."""
LONGEST_REFERENCE = 1000
"""Characters of a reference; CommonMark (4.7) allows 999 of a label."""
MOST_OPEN = 12
"""Delimiters that wait for their partner."""
_TOKEN = re.compile(
    r"\\[!-/:-@\[-`{-~]|`+|\[\[https?://[^\]\s]{1,2000}\](?:\[[^\]\n]{0,300}\])?\](?!\()|\*{1,3}|_{1,3}|~~|!\[|\[|\]|<[^<>\n]{1,1200}>|<!--|"
    r"https?://(?:[^\s<>\"|`\]]|\](?!\())+|&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});|"
    r"@@[a-zA-Z]@@"
)
_RST_LINK = re.compile(r"`([^`<>\n]{1,400}+)\s*+<(https?://[^<>\s]{1,2000})>`__?")
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
_EMPHASIS = {1: ITALIC, 2: BOLD, 3: BOLD | ITALIC}


@dataclass(slots=True)
class Run:
    """Visible characters of one style; ``exact`` if each stands for one character of the file."""

    start: int
    text: str
    source: int
    length: int
    style: int
    link: int
    exact: bool


@dataclass(slots=True)
class FlowLink:
    """A link: where its label is visible and where its address stands in the block's source."""

    start: int
    end: int
    url: str
    url_start: int
    url_end: int
    outer: int
    outer_end: int
    shape: str
    image: bool = False
    label: str = ""


@dataclass(slots=True)
class Flow:
    """A block as its reader sees it. Places are those of the file."""

    text: str
    runs: list[Run]
    links: list[FlowLink]
    pieces: list[tuple[int, int]]
    """Slices of the file that the block is made of: (start in the source, start in the file)."""
    source: str
    starts: list[int] = field(default_factory=list)

    def place(self, at: int) -> int:
        """Place in the file of the visible character ``at``; of the end for the length."""
        return self.place_of(self._source(at))

    def end_place(self, at: int) -> int:
        """Place in the file just behind the visible character before ``at``."""
        if at == 0:
            return self.place(0)
        run = self._run(at - 1)
        if not run.exact:
            return self.place_of(run.source + run.length - 1) + 1
        return self.place_of(run.source + at - 1 - run.start) + 1

    def places(self, start: int, end: int) -> tuple[int, int]:
        """Places in the file of a visible stretch: of its first character, behind its last."""
        run = self._run(start)
        if run.exact and end <= run.start + len(run.text) and len(self.pieces) == 1:
            shift = self.pieces[0][1] - self.pieces[0][0] + run.source - run.start
            return start + shift, end + shift
        return self.place(start), self.end_place(end)

    def _run(self, at: int) -> Run:
        return self.runs[max(0, bisect_right(self.starts, at) - 1)]

    def _source(self, at: int) -> int:
        if not self.runs:
            return 0
        run = self._run(at)
        inside = min(at - run.start, len(run.text))
        return run.source + (inside if run.exact else (run.length if inside else 0))

    def place_of(self, source: int) -> int:
        """Place in the file of a character of the block's source."""
        index = bisect_right(self.pieces, (source, 1 << 60)) - 1 if len(self.pieces) > 1 else 0
        start, place = self.pieces[max(index, 0)]
        return place + source - start

    def runs_within(self, start: int, end: int) -> list[Run]:
        """The runs of which something stands in a visible stretch."""
        low = max(0, bisect_right(self.starts, start) - 1)
        return self.runs[low : bisect_left(self.starts, end)] if start < end else []

    def style(self, at: int) -> int:
        """Style of a visible character."""
        return self._run(at).style if self.runs else 0

    def link_at(self, at: int) -> int:
        """Index of the link a visible character belongs to, or -1."""
        return self._run(at).link if self.runs else -1


def flow_of(text: str, slices: Sequence[tuple[int, int]], references: dict[str, str]) -> Flow:
    """The flow of a block made of slices of the file, joined by line breaks."""
    parts, pieces, length = [], [], 0
    for start, end in slices:
        pieces.append((length, start))
        parts.append(text[start:end])
        length += end - start + 1
    return _Scanner("\n".join(parts), references).flow(pieces)


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


class _Scanner:
    """One pass over a block's source."""

    def __init__(self, source: str, references: dict[str, str]) -> None:
        self.source, self.references = source, references
        self.runs: list[Run] = []
        self.links: list[FlowLink] = []
        self.length, self.style, self.link = 0, 0, -1
        self.open: list[tuple[str, int, int, int]] = []
        self.brackets: list[tuple[int, int, int, bool]] = []
        self.anchors: list[int] = []
        self.at = 0

    def flow(self, pieces: list[tuple[int, int]]) -> Flow:
        source, end = self.source, len(self.source)
        while self.at < end:
            found = _TOKEN.search(source, self.at)
            if found is None:
                self.plain(self.at, end)
                break
            self.plain(self.at, found.start())
            self.at = found.end()
            self.token(found)
        self._unopened()
        runs = [run for run in self.runs if run.text]
        text = "".join(run.text for run in runs)
        gulfs = [(found.start() + SHORE, found.end() - SHORE) for found in _GULF.finditer(text)]
        if gulfs:
            runs = list(_bridged(runs, gulfs))
            text = "".join(run.text for run in runs)
        place = 0
        for run in runs:
            run.start, place = place, place + len(run.text)
        return Flow(text, runs, self.links, pieces, source, [run.start for run in runs])

    # -- pieces

    def plain(self, start: int, end: int) -> None:
        if end > start:
            self.runs.append(
                Run(
                    self.length,
                    self.source[start:end],
                    start,
                    end - start,
                    self.style,
                    self.link,
                    exact=True,
                )
            )
            self.length += end - start

    def shown(self, text: str, start: int, length: int) -> None:
        self.runs.append(Run(self.length, text, start, length, self.style, self.link, exact=False))
        self.length += len(text)

    def token(self, found: re.Match[str]) -> None:
        raw = found.group()
        first = raw[0]
        if first == "\\":
            self.shown(raw[1], found.start(), 2)
        elif first == "`":
            self.code(found)
        elif first in "*_~":
            self.emphasis(raw, found.start(), found.end())
        elif raw.startswith("[[http"):
            self.org_link(found)
        elif first in "![":
            image = raw[0] == "!"
            self.brackets.append((found.start(), self.length, len(self.runs), image))
            self.plain(found.end() - 1, found.end())
        elif first == "]":
            self.close_bracket(found.start())
        elif first == "<":
            self.angle(raw, found)
        elif first == "&":
            text = html.unescape(raw)
            self.shown(text, found.start(), len(raw)) if text != raw else self.plain(*found.span())
        elif first == "h":
            self.bare(found.start(), raw)
        else:
            self.plain(*found.span())

    def org_link(self, found: re.Match[str]) -> None:
        """``[[url][label]]`` of Org."""
        inner = found.group()[2:-2]
        url, _, label = inner.partition("][")
        start = found.start() + 2
        if not label:
            self.shown_url(url, start, "org", found.span())
            return
        self._labelled(
            label, start + len(url) + 2, (url, start, start + len(url)), found.span(), "org"
        )

    def _labelled(
        self, label: str, at: int, url: tuple[str, int, int], outer: tuple[int, int], shape: str
    ) -> None:
        self.links.append(
            FlowLink(
                len(self.runs),
                len(self.runs) + 1,
                url[0],
                url[1],
                url[2],
                *outer,
                shape,
                label=label,
            )
        )
        before, self.link = self.link, len(self.links) - 1
        self.plain(at, at + len(label))
        self.link = before
        self.at = outer[1]

    def code(self, found: re.Match[str]) -> None:
        rest = _RST_LINK.match(self.source, found.start())
        if rest:
            self._labelled(
                rest[1].rstrip(), rest.start(1), (rest[2], *rest.span(2)), rest.span(), "rst"
            )
            return
        close = self.source.find(found.group(), found.end(), found.end() + 2000)
        if close < 0:
            self.plain(*found.span())
            return
        before = self.style
        self.style |= CODE
        self.plain(found.end(), close)
        self.style = before
        self.at = close + len(found.group())

    def emphasis(self, raw: str, start: int, end: int) -> None:
        """Delimiters open and close in pairs; what stays alone is text."""
        before = self.source[start - 1 : start] or " "
        after = self.source[end : end + 1] or " "
        if raw[0] == "_" and (before.isalnum() and after.isalnum()):
            self.plain(start, end)
            return
        kind = STRUCK if raw == "~~" else _EMPHASIS[len(raw)]
        if (not before.isspace() or after.isspace()) and self._closes(raw):
            return
        footnote = before.isalnum() and after in ",.;:)&"  # "Li*, Sifei Liu*": no emphasis
        if (after.isspace() and (before.isspace() or raw == "*")) or footnote:
            self.plain(start, end)
            return
        if len(self.open) >= MOST_OPEN:
            del self.open[0]
        self.open.append((raw, len(self.runs), self.style, kind))
        self.plain(start, end)
        self.style |= kind

    def _closes(self, raw: str) -> bool:
        for index in range(len(self.open) - 1, max(-1, len(self.open) - 6), -1):
            opener, run, style, _ = self.open[index]
            if opener == raw:
                self._hide(run)
                del self.open[index:]
                self.style = style
                return True
            if (
                raw in ("***", "___")
                and opener[0] == raw[0]
                and index
                and len(opener) + len(self.open[index - 1][0]) == 3
            ):
                other = self.open[index - 1]
                self._hide(run)
                self._hide(other[1])
                del self.open[index - 1 :]
                self.style = other[2]
                return True
        return False

    def _hide(self, index: int) -> None:
        run = self.runs[index]
        run.text = ""

    def _unopened(self) -> None:
        """A delimiter that never closed was no delimiter: its style goes."""
        for _, index, _, kind in self.open:
            for run in self.runs[index:]:
                run.style &= ~kind

    # -- links

    def close_bracket(self, at: int) -> None:
        if not self.brackets:
            self.plain(at, at + 1)
            return
        start, _, run, image = self.brackets.pop()
        if len(self.runs) - run > LONGEST_LABEL:
            self.plain(at, at + 1)
            return
        target = _target(self.source, at + 1)
        if target is None:
            target = self._reference(start, at)
        if target is None:
            self.plain(at, at + 1)
            return
        url, url_start, url_end, end = target
        self._link(run, (start, end), (url, url_start, url_end), image=image)
        self.at = end
        angled = run > 0 and self.runs[run - 1].text == "<" and self.source[start - 1] == "<"
        if angled and self.source.startswith(">", end):
            self._hide(run - 1)  # "<[Title](url)>": the brackets are of the link
            self.at += 1

    def _reference(self, start: int, at: int) -> tuple[str, int, int, int] | None:
        if not self.references or at - start > LONGEST_REFERENCE:
            return None
        label = self.source[start + 1 : at]
        found = re.compile(r"\[([^\[\]\n]{0,200})\]").match(self.source, at + 1)
        key = (found[1] if found and found[1] else label).strip().casefold()
        url = self.references.get(key)
        end = found.end() if found else at + 1
        return (url, -1, -1, end) if url is not None else None

    def _link(
        self, run: int, outer: tuple[int, int], url: tuple[str, int, int], *, image: bool
    ) -> None:
        number = len(self.links)
        label = self.runs[run + 1 :]
        self.runs[run].text = ""
        nested = next((r.link for r in label if r.link >= 0), -1)
        text = "".join(r.text for r in label)
        link = FlowLink(
            run + 1,
            len(self.runs),
            html.unescape(url[0]),
            url[1],
            url[2],
            outer[0],
            outer[1],
            "reference" if url[1] < 0 else "inline",
            image,
            text,
        )
        self.links.append(link)
        for one in label:
            if image:
                one.text = ""
            elif one.link < 0 or nested >= 0:
                one.link = number
        if image:
            link.label = text

    def angle(self, raw: str, found: re.Match[str]) -> None:
        inner = raw[1:-1]
        if raw == "<!--" or raw.startswith("<!--"):
            close = self.source.find("-->", found.start() + 4)
            self.at = close + 3 if close >= 0 else len(self.source)
            return
        if re.match(r"(?:https?://|mailto:|www\.)\S+$", inner):
            self.shown_url(inner, found.start() + 1, "angle", found.span())
            return
        if _MAIL.fullmatch(inner):
            self.shown_url(inner, found.start() + 1, "angle", found.span())
            self.links[-1].url = f"mailto:{inner}"
            return
        tag = _TAG.fullmatch(raw)
        if tag and "](" not in _VALUES.sub("", tag[3]):
            self.tag(tag, found.span())
        else:  # "<[Title](url)> by …": what it encloses is text
            self.at = found.start() + 1
            self.plain(found.start(), self.at)

    def tag(self, tag: re.Match[str], span: tuple[int, int]) -> None:
        name, closing = tag[2].lower(), tag[1] == "/"
        style = _STYLE_TAGS.get(name)
        if style:
            self.style = self.style & ~style if closing else self.style | style
        elif name == "a":
            self._anchor(tag, span, closing=closing)
        elif name in _BREAK_TAGS:
            self.shown("\n", span[0], span[1] - span[0])

    def _anchor(self, tag: re.Match[str], span: tuple[int, int], *, closing: bool) -> None:
        if closing:
            self._end_anchor(span[1])
            return
        found = _HREF.search(tag[3])
        if found is None:
            return
        group = next(g for g in (1, 2, 3) if found[g] is not None)
        start = span[0] + tag.start(3) - tag.start() + found.start(group)
        self.links.append(
            FlowLink(
                len(self.runs),
                0,
                html.unescape(found[group]),
                start,
                start + len(found[group]),
                span[0],
                span[1],
                "html",
            )
        )
        self.anchors.append(len(self.links) - 1)

    def _end_anchor(self, end: int) -> None:
        if not self.anchors:
            return
        number = self.anchors.pop()
        link = self.links[number]
        link.outer_end = end
        if len(self.runs) - link.start > LONGEST_LABEL:
            return
        inside = self.runs[link.start :]
        link.label = "".join(run.text for run in inside)
        for run in inside:
            run.link = number if run.link < 0 else run.link

    def bare(self, start: int, raw: str) -> None:
        url = _bare_url(raw)
        self.at = start + len(url)
        self.shown_url(url, start, "bare", (start, start + len(url)))

    def shown_url(self, url: str, start: int, shape: str, outer: tuple[int, int]) -> None:
        """An address that stands for itself: its text is no text of the entry."""
        self.links.append(
            FlowLink(
                len(self.runs),
                len(self.runs),
                html.unescape(url),
                start,
                start + len(url),
                *outer,
                shape,
            )
        )
        before, self.link = self.link, len(self.links) - 1
        self.shown("\ufffc", outer[0], outer[1] - outer[0])
        self.link = before


def _target(source: str, at: int) -> tuple[str, int, int, int] | None:
    """``(url)`` behind a closing bracket: address, its place, place behind the parenthesis."""
    begin = at
    if source.startswith(" (http", at):
        at += 1  # "[Code] (https://…)": a slip that readers understand
    if not source.startswith("(", at):
        return None
    start = at + 1
    while source.startswith((" ", "\t", "\n"), start) and start < at + 4:
        start += 1
    if source.startswith("<", start):
        close = source.find(">", start, start + LONGEST_URL)
        if close < 0 or "\n" in source[start:close]:
            return None
        end = _closing(source, close + 1)
        return (source[start + 1 : close], start + 1, close, end) if end else None
    return _plain_target(source, start, spaced=at != begin)


_IN_TARGET = re.compile(r"\\.|\]\(|[() \t\n]", re.DOTALL)


def _plain_target(source: str, start: int, *, spaced: bool) -> tuple[str, int, int, int] | None:
    depth, limit = 0, min(len(source), start + LONGEST_URL)
    for found in _IN_TARGET.finditer(source, start, limit):
        sign, at = found.group(), found.start()
        if sign == "](":
            return None  # the next link: what is looked at here is not looked at again
        if sign in " \t\n":
            break
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return source[start:at], start, at, at + 1
    else:
        return None
    end = _closing(source, at)
    if end:
        return source[start:at], start, at, end
    if spaced:
        return None
    close = source.find(")", at, min(len(source), at + 300))
    # "[Paper](https://a, https://b)": two addresses in one; the first is the link.
    if close < 0 or "\n" in source[at:close] or "](" in source[at:close]:
        return None
    url = source[start:at].rstrip(",;")
    return url, start, start + len(url), close + 1


_TITLE = re.compile(
    r"[ \t\n]*+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\))?[ \t\n]*+\)"
)


def _closing(source: str, at: int) -> int | None:
    """Place behind an optional link title and the closing parenthesis."""
    found = _TITLE.match(source, at)
    return found.end() if found else None


def _bare_url(raw: str) -> str:
    """A bare address without the sentence's punctuation; brackets stay if they balance."""
    more = {close: raw.count(close) - raw.count(opening) for opening, close in ("()", "[]", "{}")}
    end = len(raw)
    while end and (raw[end - 1] in ".,;:!?'\"*_~”’" or more.get(raw[end - 1], 0) > 0):
        end -= 1
        if raw[end] in more:
            more[raw[end]] -= 1
    return raw[:end]
