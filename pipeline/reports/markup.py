"""Untrusted text inside Markdown: it reads the same and does nothing.

On GitHub text comes alive in three layers: CommonMark (emphasis, links, HTML), GitHub's extensions
(bare addresses, tables), and filters that run on the finished page and know no backslash (@mention,
#issue, GH-1, commit hash, :emoji:). The first two are stopped by backslashes and entities, the last
by an invisible word joiner inside the mark.
Source: CommonMark 0.31 section 2.4; GitHub Flavored Markdown 6.9; GitHub Docs, "Autolinked
references and URLs".
"""

import re
from urllib.parse import quote

from pipeline.reports.plain import address, shown
from pipeline.reports.words import Piece

JOINER = "\u2060"
"""Word joiner: takes no room, breaks no line, and is no part of any reference."""

_LIVE = re.compile(r"@|#|\bGH-|://|\bwww\.|\b[0-9a-f]{7,}\b|:(?=[\w+-]+:)", re.IGNORECASE)
_MARK = re.compile(r"[\\`*_\[\]|~#]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_ENTITY = re.compile("[&<>$]")
_BLOCK = re.compile(r"(\d{0,9})([-+=.):])")
"""What would begin a list, a rule or a heading if it stood first on a line."""

_ADDRESS = "/:;?=&%@!$,+-.#"
"""Characters of an address that stay; what Markdown or a filter could read, and everything
beyond ASCII, is percent-encoded."""


def inert(text: str) -> str:
    """The text as Markdown that shows exactly it on one line, with nothing live in it."""
    safe = _LIVE.sub(_broken, shown(text))
    safe = _MARK.sub(r"\\\g<0>", safe)
    first = _BLOCK.match(safe)
    if first:
        safe = f"{first[1]}\\{safe[first.start(2) :]}"
    return _ENTITY.sub(lambda hit: _ENTITIES[hit.group()], safe)


def _broken(hit: re.Match[str]) -> str:
    mark = hit.group()
    if len(mark) >= 7:  # a commit hash is linked from seven digits on
        return JOINER.join(mark[at : at + 6] for at in range(0, len(mark), 6))
    return f"{mark[:1]}{JOINER}{mark[1:]}"


def code(text: str) -> str:
    """The text as a code span; no filter looks into one."""
    inner = shown(text).replace("|", "¦")
    fence = "`"
    while fence in inner:
        fence += "`"
    pad = " " if inner.startswith("`") or inner.endswith("`") or not inner else ""
    return f"{fence}{pad}{inner}{pad}{fence}"


def link(label: str, url: str) -> str:
    """A link to a web address; anything else (``javascript:``, a file) is shown and not linked."""
    safe = address(url)
    if not safe:
        return f"{inert(label)} {inert(url)}".strip()
    # Brackets would end the link, ?a=1&lt;=2 holds no entity.
    return f"[{inert(label)}]({quote(safe, safe=_ADDRESS).replace('&', '&amp;')})"


def side(pieces: tuple[Piece, ...], role: str) -> str:
    """One side of a change with its words marked: ``~~gone~~`` or ``**new**``."""
    mark = "~~" if role == "gone" else "**"
    return "".join(
        _marked(words, mark) if kind == role else _spaced(words)
        for kind, words in pieces
        if kind in ("same", role)
    )


def _marked(words: str, mark: str) -> str:
    """The joiners make the marks open and close whatever letter or punctuation is next to them."""
    inner = inert(words) or "␣"
    before, after = _blanks(words)
    return f"{before}{mark}{JOINER}{inner}{JOINER}{mark}{after}"


def _spaced(words: str) -> str:
    before, after = _blanks(words)
    return f"{before}{inert(words)}{after}" if words.strip() else " "


def _blanks(words: str) -> tuple[str, str]:
    if not words.strip():
        return "", ""
    return " " * words[:1].isspace(), " " * words[-1:].isspace()
