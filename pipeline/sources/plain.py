"""Plain text out of what services send: tags, entities and odd blanks undone.

The services' words reach the rest of the house only through ``plain``.
"""

import html
import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from pipeline.sources import damage
from pipeline.values import lookalikes

_TAG = re.compile(r"<(/?)([A-Za-z][\w.-]{0,40}(?::[\w.-]{1,40})?)(\s[^<>]{0,400}?)?(/?)>")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_COMMENT = re.compile(r"<!--[^<>]{0,400}-->")
_INLINE = frozenset(
    [
        "i",
        "b",
        "u",
        "em",
        "strong",
        "sub",
        "sup",
        "sc",
        "scp",
        "tt",
        "span",
        "font",
        "small",
        "big",
        "a",
        "italic",
        "bold",
        "underline",
        "roman",
        "inline-formula",
        "tex-math",
        "styled-content",
        "named-content",
        "overline",
        "monospace",
        "ext-link",
        "xref",
    ]
)
_BLOCK = frozenset(
    [
        "p",
        "br",
        "title",
        "div",
        "li",
        "ul",
        "ol",
        "list",
        "sec",
        "label",
        "disp-formula",
        "math",
        "h1",
        "h2",
        "h3",
    ]
)
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Controls of direction, joints and breaks that nobody sees, and tags, which may say anything."""
_BREAK = re.compile(r"\\n(?![^\sA-Z])")
"""A line break spelt out; TeX's commands go on in small letters."""
_TEX_ALTERNATIVE = ("tex-math", "mml:annotation", "annotation")


LONGEST = 10_000
"""Characters of one field; nothing genuine is longer."""
OFTEN = 48
"""Characters up to which a text is one of those that come again: journals, numbers, names."""


def plain(text: object) -> str:
    r"""One line of plain text; empty for anything that is no string.

    Entities are undone twice (``&amp;lt;i&amp;gt;``: 4 of 423 genuine records), tags go and their
    text stays, controls and bidi overrides vanish, runs of blanks become one; so do line
    breaks spelt "\n" (10 of 340,000 titles). Where a letter was lost stands U+FFFD.
    """
    if not isinstance(text, str) or not text:
        return ""
    return _known(text) if len(text) <= OFTEN else _plain(text[:LONGEST])


def _plain(text: str) -> str:
    text = html.unescape(html.unescape(text)) if "&" in text else text
    if "<" in text or "]]>" in text:
        text = _without_tags(text)
    text = _BREAK.sub(" ", text) if "\\n" in text else text
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = damage.seen(_INVISIBLE.sub("", text))
    text = lookalikes.mended(unicodedata.normalize("NFC", text))
    return " ".join(text.split())


_known = lru_cache(maxsize=1 << 14)(_plain)


def _without_tags(text: str) -> str:
    text = _COMMENT.sub("", _CDATA.sub("", text))
    for name in _TEX_ALTERNATIVE:
        text = _without_element(text, name)
    ended = {tag[2].lower() for tag in _TAG.finditer(text) if tag[1]}
    return _TAG.sub(lambda tag: _gap(tag, ended), text)


def _without_element(text: str, name: str) -> str:
    """Without the element's content: the formula is already there as MathML."""
    if "mml:math" not in text:
        return text
    parts = text.split(f"<{name}")
    kept = [parts[0]]
    for part in parts[1:]:
        _, end, rest = part.partition(f"</{name}>")
        kept.append(rest if end else "")
    return "".join(kept)


def _gap(tag: re.Match[str], ended: Collection[str]) -> str:
    """What a tag leaves: nothing, a blank for a block, itself if it is no tag of any markup.

    ``a<b and b>c`` and ``Vec<T>`` are mathematics; ``H<sub>2</sub>O`` must not come apart. Whatever
    a publisher calls his tags, they end, or have attributes (``<emph type="ital">``).
    """
    name, attributes = tag[2].lower(), (tag[3] or "").strip()
    if attributes and "=" not in attributes:
        return tag[0]
    if name.removeprefix("jats:") in _BLOCK or name == "mml:math":
        return " "
    known = name.removeprefix("jats:") in _INLINE or ":" in name
    return "" if known or attributes or tag[4] or name in ended else tag[0]


def without_full_stop(title: str) -> str:
    """A title without the full stop that PubMed ends every title with; "..." stays."""
    return title if title.endswith("...") else title.removesuffix(".")


def folded(text: str) -> str:
    """Letters and digits only, without case and accents: for telling whether words are there."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (char if char.isalnum() else " " for char in decomposed if not _is_mark(char))
    return " ".join("".join(kept).split())


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"
