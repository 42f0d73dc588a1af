"""A web page cut into records: its innermost elements with text, or those around them that repeat.

Not a browser: what has no end is taken to end with what holds it, and scripts, styles, navigation
and forms are no text. One pass, linear; a page's own classes tell what repeats.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.markup.blocks import Block, Page

Cut = Literal["leaves", "parents"]

_TAG = re.compile(r"<(!--)|<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b([^<>]{0,2000})>")
_CLASS = re.compile(r"\bclass\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{2}")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENTRY = frozenset({"li", "tr", "article", "dd", "dt"})
_OTHERS = (
    "address aside blockquote body caption center details div dl fieldset figcaption figure footer",
    "header html main ol p pre section summary table tbody td tfoot th thead ul",
)
_BLOCKS = _HEADINGS | _ENTRY | frozenset(" ".join(_OTHERS).split())
_UNSEEN = {
    name: re.compile(f"</{name}\\b", re.IGNORECASE)
    for name in [
        "head",
        "script",
        "style",
        "nav",
        "svg",
        "template",
        "noscript",
        "select",
        "button",
        "textarea",
    ]
}
_COMMENT_END = re.compile("-->")
_CLOSED_BY = {
    "p": _BLOCKS, "li": frozenset({"li"}), "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}), "tr": frozenset({"tr", "tbody", "tfoot"}),
    "td": frozenset({"td", "th", "tr"}), "th": frozenset({"td", "th", "tr"}),
}  # fmt: skip
"""What is opened within an element that then has ended. Source: HTML, 13.1.2.4, optional tags."""
_DEEPEST = 60
"""Open elements that are looked through for the one that ends."""
_OFTEN = 3
"""Elements of one name and class from which they are the page's records."""
_LARGEST = 4_000
"""Characters of a record; what is larger holds records."""


@dataclass(slots=True)
class _Element:
    name: str
    said: str
    """Name and class."""
    start: int
    end: int
    parent: int
    inner: bool = False
    """Another element with text is within."""


def page_of_html(text: str, cut: Cut) -> Page:
    """The records of a web page as blocks, headings among them."""
    elements = _elements(text)
    units = [_unit(elements, at) for at in _leaves(text, elements)]
    if cut == "parents":
        often = Counter(element.said for element in elements)
        units = [_parent(elements, at, often) for at in units]
    starts = [hit.end() for hit in re.finditer(r"\r\n?|\n", text)]
    blocks = [_block(text, elements[at], starts) for at in dict.fromkeys(units)]
    _join_definitions([elements[at] for at in dict.fromkeys(units)], blocks)
    return Page([block for block in blocks if block.slices], {}, {}, filled=True)


def _join_definitions(elements: list[_Element], blocks: list[Block]) -> None:
    """A term takes what is said of it: ``<dt>Title</dt><dd>Authors</dd>``; not one with several."""
    for at, element in enumerate(elements[:-1]):
        definitions = [
            other.name == "dd" and other.parent == element.parent
            for other in elements[at + 1 : at + 3]
        ]
        if element.name == "dt" and definitions[0] and not all(definitions[1:] or [False]):
            blocks[at].slices += blocks[at + 1].slices
            blocks[at].end_line = blocks[at + 1].end_line
            blocks[at + 1].slices = []


def _elements(text: str) -> list[_Element]:
    """The elements that begin a new line, in the order of their beginning."""
    elements: list[_Element] = []
    stack: list[int] = []
    endless: set[str] = set()
    at = 0
    while (tag := _TAG.search(text, at)) is not None:
        at = tag.end()
        if tag[1]:
            at = _behind(text, _COMMENT_END, at, endless)
            continue
        name = tag[3].lower()
        if name in _UNSEEN and not tag[2]:
            at = _behind(text, _UNSEEN[name], at, endless)
        elif name in _BLOCKS:
            _step(elements, stack, tag, name)
    for index in stack:
        elements[index].end = len(text)
    return elements


def _behind(text: str, close: re.Pattern[str], at: int, endless: set[str]) -> int:
    """The place of what closes; where nothing does it is not looked for again."""
    end = None if close.pattern in endless else close.search(text, at)
    if end is None:
        endless.add(close.pattern)
        return at
    return end.start()


def _step(elements: list[_Element], stack: list[int], tag: re.Match[str], name: str) -> None:
    if tag[2]:
        _close(elements, stack, name, tag.start())
        return
    while stack and name in _CLOSED_BY.get(elements[stack[-1]].name, ()):
        elements[stack.pop()].end = tag.start()
    classes = _CLASS.search(tag[4])
    class_names = next((group for group in classes.groups() if group), "") if classes else ""
    elements.append(
        _Element(name, f"{name} {class_names}", tag.end(), tag.end(), stack[-1] if stack else -1)
    )
    stack.append(len(elements) - 1)


def _close(elements: list[_Element], stack: list[int], name: str, end: int) -> None:
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        if elements[stack[depth]].name == name:
            for index in stack[depth:]:
                elements[index].end = end
            del stack[depth:]
            return


def _leaves(text: str, elements: list[_Element]) -> Iterator[int]:
    """The elements with words and none of their kind within."""
    for element in elements:
        if element.parent >= 0:
            elements[element.parent].inner = True
    for at, element in enumerate(elements):
        if not element.inner and _WORD.search(
            re.sub(r"<[^<>]*>", " ", text[element.start : element.end])
        ):
            yield at


def _unit(elements: list[_Element], at: int) -> int:
    """The item, row or article that an element stands in, or itself."""
    above = at
    for _ in range(_DEEPEST):
        if above < 0:
            break
        element = elements[above]
        if element.name in _ENTRY and element.end - element.start <= _LARGEST:
            return above
        above = element.parent
    return at


def _parent(elements: list[_Element], at: int, often: Counter[str]) -> int:
    """The innermost element around it of which the page has several; itself if there is none."""
    above = elements[at].parent
    for _ in range(_DEEPEST):
        if above < 0:
            break
        element = elements[above]
        if element.end - element.start > _LARGEST:
            break
        if often[element.said] >= _OFTEN and element.name not in (
            "ul",
            "ol",
            "table",
            "tbody",
            "dl",
        ):
            return above
        above = element.parent
    return at


def _block(text: str, element: _Element, starts: list[int]) -> Block:
    line, end_line = (bisect_right(starts, place) + 1 for place in (element.start, element.end))
    slices = list(_lines(text, element.start, element.end))
    if element.name in _HEADINGS:
        return Block("heading", line, end_line, slices, level=int(element.name[1]))
    return Block("item" if element.name in _ENTRY else "paragraph", line, end_line, slices)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch without the blanks around them, which a browser does not show."""
    hits = re.compile(r"[^\s](?:[^\r\n]*[^\s])?").finditer(text, start, end)
    yield from (hit.span() for hit in hits)
