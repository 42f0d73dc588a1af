"""Which blocks together are one entry.

An item takes the children that only bear its links (``+ https://…``, ``- Code: …``); a child that
is a citation of its own takes the links of its parent; a bold paragraph takes the list of links
below it; a heading that is a linked title takes the paragraphs below it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.markup.blocks import Block, Page, children
from pipeline.markup.flow import Flow
from pipeline.markup.inline import flow_of
from pipeline.reading import heading_years
from pipeline.reading.bracketed_names import without_brackets
from pipeline.reading.bylines import all_names, read_names
from pipeline.reading.field_names import elsewhere
from pipeline.reading.title_lines import (
    MOST_BELOW,
    dated_headings,
    entry_of_its_own,
    fields_below,
    has_named_link,
    has_title,
    like_title,
    short_field,
    titled_headings,
    with_link_lines,
)
from pipeline.reading.venues import year_in
from pipeline.reading.words import known_venue
from pipeline.values.entry import Year
from pipeline.values.text import Span, Written

_LINK_LINE = re.compile(
    r"\s*+(?:[*_]{0,3}[\w一-鿿 ()/&\-]{0,40}:[*_]{0,3}\s*+)?"
    r"(?:\[?\[[^\]\n]{0,25}\]?\]?\([^)\s]*\)\]?|"
    r"<?https?://\S++|none|coming soon|n/a)[\s,;.|]*+"
    r"(?:(?:\[?\[[^\]\n]{0,25}\]?\]?\([^)\s]*\)\]?|<?https?://\S++)[\s,;.|]*+){0,6}$",
    re.IGNORECASE,
)
_KEY_LINE = re.compile(
    r"\s*(?:\*\*)?(?:paper|pdf|code|arxiv|link|url|project|homepage|page|github|doi|data(?:set)?|video|manuscript|software|论文|代码)\b[^:\uff1a\n]{0,25}[:\uff1a]",
    re.IGNORECASE,
)
_FIELD_LINE = re.compile(
    r"\W{0,3}(?:authors?|venue|journal|conference|publication|publisher|published(?: in)?|year|"
    rf"date|{elsewhere('authors', 'venue', 'year')})"
    r"\s*[:\uff1a]\s*\S",
    re.IGNORECASE,
)
LONGEST_CATEGORY = 90
"""Characters of an item that is nothing but a heading."""
MOST_ABOVE = 12
"""Items above an item that are looked at for headings."""
MOST_LENT = 1000
"""Lines below an item that are looked at for its links and fields."""
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*\)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class Heading:
    """A heading above an entry."""

    level: int
    title: str
    year: Year | None


@dataclass(slots=True)
class Unit:
    """What is read as one entry: slices of the file, and what stands above it."""

    block: Block
    slices: list[tuple[int, int]]
    end_line: int
    headings: tuple[Heading, ...]
    parent: Block | None = None
    kids: list[Block] = field(default_factory=list)
    titled: bool = False
    """Whether its heading is a title because most of that level are."""


def units_of(text: str, page: Page) -> Iterator[Unit]:
    """The stretches of a page that may be entries, in reading order."""
    blocks, below = with_link_lines(text, page.blocks), children(page.blocks)
    headings: list[Heading] = []
    taken: set[int] = set()
    own, dated = titled_headings(text, blocks), dated_headings(text, blocks)
    linked = _linked_headings(text, blocks)
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            title = _heading(text, block, page)
            while headings and headings[-1].level >= block.level:
                headings.pop()
            if index in linked or _signed_heading(text, blocks, index) or index in own:
                unit = Unit(block, list(block.slices), block.end_line, tuple(headings))
                taken |= _with_following(text, blocks, index, unit, whole=index in own)
                yield unit
            elif index in dated:
                unit = Unit(block, list(block.slices), block.end_line, tuple(headings), titled=True)
                _take_said(text, blocks, index, unit, taken)
                yield unit
            headings.append(title)
            continue
        if index in taken:
            continue
        above = (*headings, *_categories(text, blocks, block))
        parent = blocks[block.parent] if block.parent >= 0 else None
        unit = Unit(block, list(block.slices), block.end_line, above, parent)
        if block.kind == "item":
            _take_children(text, blocks, below.get(index, []), unit, taken)
        elif block.kind == "paragraph" and not (
            _take_details(text, blocks, index, unit, taken)
            or _take_fields(text, blocks, index, unit, taken)
            or _take_labelled(text, blocks, index, unit, taken)
        ):
            _take_links(text, blocks, index, unit, taken)
            _take_byline(text, blocks, index, unit, taken)
        yield unit


def _categories(text: str, blocks: list[Block], block: Block) -> list[Heading]:
    """Items above that are nothing but a short heading: ``* Image captioning:``."""
    headings: list[Heading] = []
    at = block.parent
    for _ in range(MOST_ABOVE):
        if at < 0:
            break
        parent = blocks[at]
        start = parent.slices[0][0]
        raw = text[start : min(parent.slices[-1][1], start + LONGEST_CATEGORY + 1)]
        if (
            parent.kind == "item"
            and len(raw) <= LONGEST_CATEGORY
            and "](" not in raw
            and "http" not in raw
            and len(raw.split()) <= 8
        ):
            title = re.sub(r"\s+", " ", re.sub(r"[*_`#]+", "", raw)).strip(" :")
            if title:
                year = heading_years.year_of_heading(title) if _YEAR.search(title) else None
                headings.append(Heading(9, title, _written(text, parent, year) if year else None))
        at = parent.parent
    return headings[::-1]


def _take_children(
    text: str, blocks: list[Block], kids: list[int], unit: Unit, taken: set[int]
) -> None:
    signed = False
    first = text[slice(*unit.slices[0])]
    if (
        fields_below(text, first, [blocks[kid] for kid in kids[:MOST_BELOW]])
        and len(kids) <= MOST_BELOW
    ):
        for kid in kids:
            unit.slices += blocks[kid].slices
            unit.end_line = max(unit.end_line, blocks[kid].end_line)
            taken.add(kid)
        return
    takes = len(_TITLE_WORD.findall(first)) >= 3 and not _LINK_LINE.match(first)
    for kid in kids[:MOST_LENT]:
        child = blocks[kid]
        only_links = all(_LINK_LINE.match(text[a:b]) for a, b in child.slices)
        byline = _byline_line(text, child)
        lent = only_links or byline or _field_line(text, child, signed=signed)
        lent = lent or (takes and short_field(text, child) and has_title(text, unit.slices))
        signed = signed or byline
        if child.kind == "paragraph" or (lent and takes):
            unit.slices += child.slices
            unit.end_line = max(unit.end_line, child.end_line)
            taken.add(kid)
        else:
            unit.kids.append(child)


def _field_line(text: str, child: Block, *, signed: bool) -> bool:
    """``- Venue: Nature Methods``; ``- *Nature Methods*, 2020`` below a line of authors."""
    raw = re.sub(r"[*_`]+", "", " ".join(text[a:b] for a, b in child.slices)).strip()
    if _FIELD_LINE.match(raw):
        return len(raw) <= 2000
    words = raw.split()
    return signed and len(words) <= 10 and "](" not in raw and known_venue(raw)


def _byline_line(text: str, child: Block) -> bool:
    """``- Ling Pan and Huazhe Xu. ICML, 2022.``: authors and venue of the item above."""
    raw = _IMAGE.sub("", " ".join(text[a:b] for a, b in child.slices))
    if len(raw) > 2000 or "](" in raw or "http" in raw:
        return False
    raw = without_brackets(re.sub(r"[*_`]+", "", raw))
    names = read_names(raw)
    if names is None:
        return False
    rest = raw[names.end :].strip(" .,")
    year = year_in(rest, 0, len(rest))
    first = re.split(r"[,.]\s", rest)[0]
    short = len(rest.split()) <= 12 and (
        not rest or known_venue(first) or (year is not None and len(first.split()) <= 2)
    )
    return short and (
        len(names.people) > 1 or names.et_al or (year is not None and bool(names.people[0].given))
    )


def _lone_title(text: str, block: Block) -> bool:
    """A bold line alone in its paragraph, or a line that ends there and has no link."""
    first = text[slice(*block.slices[0])].strip()
    plain = len(block.slices) == 1 and len(first.split()) >= 4 and not first.endswith((":", "."))
    if plain and "](" not in first and "http" not in first and len(first) < 250:
        return True
    return (
        len(block.slices) <= 2
        and first.startswith(("**", "__"))
        and "](" not in first
        and 10 < len(first) < 400
    )


def _take_links(text: str, blocks: list[Block], index: int, unit: Unit, taken: set[int]) -> None:
    """The list right below a title that says ``- Paper: …``, ``- Code: …``."""
    if not _lone_title(text, unit.block):
        return
    for after in range(index + 1, min(index + 12, len(blocks))):
        child = blocks[after]
        lines = [text[a:b] for a, b in child.slices]
        if child.kind not in ("item", "paragraph") or not all(
            _LINK_LINE.match(line) and (_KEY_LINE.match(line) or child.kind == "item")
            for line in lines
        ):
            return
        unit.slices += child.slices
        unit.end_line = child.end_line
        taken.add(after)


def _take_byline(text: str, blocks: list[Block], index: int, unit: Unit, taken: set[int]) -> None:
    """The one item right below a linked title that is its by-line: ``* Bee, Ana and Cee, Bo.``."""
    below = blocks[index + 1 : index + 3]
    if len(unit.slices) > 1 or not below or below[0].kind != "item" or index + 1 in taken:
        return
    first = text[slice(*unit.slices[0])]
    alone = len(below) == 1 or below[1].kind != "item"
    if (
        alone
        and _ADDRESS.search(first)
        and _signed(text, below[0])
        and has_title(text, unit.slices)
    ):
        unit.slices += below[0].slices
        unit.end_line = below[0].end_line
        taken.add(index + 1)


_ADDRESS = re.compile(r"\]\(|https?://")


def _signed(text: str, block: Block) -> bool:
    """Whether nothing but several people stands there."""
    return all_names(" ".join(text[a:b] for a, b in block.slices).strip(" ."))


def _take_fields(text: str, blocks: list[Block], index: int, unit: Unit, taken: set[int]) -> bool:
    """Whether the items right below a title's line are its fields; then they are taken."""
    after = index + 1
    while after < len(blocks) and blocks[after].kind == "item" and after - index <= MOST_BELOW:
        after += 1
    below = range(index + 1, after)
    ended = after == len(blocks) or blocks[after].kind != "item"
    first = text[slice(*unit.slices[0])]
    if len(unit.slices) > 1 or not ended:
        return False
    if not fields_below(text, first, [blocks[at] for at in below]):
        return False
    for at in below:
        unit.slices += blocks[at].slices
        unit.end_line = blocks[at].end_line
        taken.add(at)
    return True


def _take_labelled(text: str, blocks: list[Block], index: int, unit: Unit, taken: set[int]) -> bool:
    """Whether the paragraph right below a title has nothing but its fields, a line each."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.kind != "paragraph" or len(unit.slices) > 1:
        return False
    lines = [re.sub(r"[*_`]+", "", text[a:b]) for a, b in below.slices]
    own = _ADDRESS.search(text[slice(*unit.slices[0])]) or any(map(_TITLE_LINE.match, lines))
    fields = not own and len(lines) > 1 and all(map(_LABELLED_LINE.match, lines))
    if not fields or not any(map(_FIELD_LINE.match, lines)) or not has_title(text, unit.slices):
        return False
    _lend(below, index + 1, unit, taken)
    return True


_TITLE_LINE = re.compile(
    rf"\W{{0,3}}(?:title|name|paper|article|publication|论文|{elsewhere('title')})\b"
    r"[^:\uff1a\n]{0,12}[:\uff1a]",
    re.IGNORECASE,
)
_LABELLED_LINE = re.compile(r"\W{0,3}[^\W\d_][\w ()/-]{1,24}[:\uff1a]\s*\S")


def _take_details(text: str, blocks: list[Block], index: int, unit: Unit, taken: set[int]) -> bool:
    """Whether a title is what is shown of a stretch that unfolds; it takes what stands within."""
    opened = "\n".join(text[a:b] for a, b in unit.slices[:2])[:_LONGEST_SUMMARY]
    hit = _SUMMARY.search(opened)
    if hit is None or "</details" in opened or not like_title(hit[1], 3):
        return False
    within: list[int] = []
    for at in range(index + 1, min(index + 2 + MOST_BELOW, len(blocks))):
        phrase = "\n".join(text[a:b] for a, b in blocks[at].slices).casefold()
        if "<summary" in phrase or not _of_one_entry(text, blocks[at]):
            return False
        within.append(at)
        if "</details" in phrase:
            for place in within:
                _lend(blocks[place], place, unit, taken)
            return True
    return False


_LONGEST_SUMMARY = 600
_SUMMARY = re.compile(
    r"<details\b[^<>]*>\s*<summary\b[^<>]*>([^\n]{0,500}?)</summary>", re.IGNORECASE
)


def _of_one_entry(text: str, block: Block) -> bool:
    """Whether a block may stand below the one title: links, names, a note; no other title."""
    lines = [text[a:b] for a, b in block.slices]
    if block.kind == "item":
        return all(map(_LINK_LINE.match, lines))
    return block.kind == "paragraph" and not (
        entry_of_its_own(text, block) or any(map(has_named_link, lines))
    )


def _lend(block: Block, index: int, unit: Unit, taken: set[int]) -> None:
    """The block is of the unit's entry."""
    unit.slices += block.slices
    unit.end_line = block.end_line
    taken.add(index)


def _linked_headings(text: str, blocks: list[Block]) -> frozenset[int]:
    """The headings that are linked titles: ``### [Title of a paper](https://…)``.

    One of fewer words where most of its level are.
    """
    levels: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            hit = _LINKED.match(text[slice(*block.slices[0])])
            whole = hit is not None and len(hit[1]) >= 12 and len(hit[1].split()) >= 4
            few = hit is not None and len(hit[1].split()) > 1
            levels[block.level].append((index, whole) if whole or few else (-1, False))
    return frozenset(at for level in levels.values() for at in _mostly(level))


def _mostly(level: list[tuple[int, bool]]) -> Iterator[int]:
    most = 2 * sum(whole for _, whole in level) > len(level) > _FEW_HEADINGS
    yield from (at for at, whole in level if whole or (most and at >= 0))


_FEW_HEADINGS = 3
"""Headings of a level that show nothing of it."""
_LINKED = re.compile(r"\s*(?:\d+[.)]\s*)?\**\[([^\[\]]{4,300})\]\(\s*https?://[^)\s]+\)")


def _signed_heading(text: str, blocks: list[Block], index: int) -> bool:
    """A heading with a line of authors right below it, and a link: ``#### Title``, ``*A Bee*``."""
    raw = text[slice(*blocks[index].slices[0])]
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.kind != "paragraph" or len(_TITLE_WORD.findall(raw)) < 4:
        return False
    lines = [text[a:b] for a, b in below.slices]
    first = re.sub(r"[*_`]+", "", lines[0].split("\n")[0]).strip(" .")
    linked = any("](" in line or "http" in line for line in lines)
    if "](" in raw or not linked or not all_names(first):
        return False
    return not _leads_titles(text, blocks, index)


def _leads_titles(text: str, blocks: list[Block], index: int) -> bool:
    """Whether the signed paragraphs below a heading have titles of their own: it is a topic.

    The names' next line reads like a title, or the next paragraph is signed, too.
    """
    below, after = blocks[index + 1], blocks[index + 2 : index + 3]
    second = text[slice(*below.slices[1])] if len(below.slices) > 1 else ""
    if "](" not in second and like_title(second, 3):
        return True
    beginnings = (text[slice(*block.slices[0])] for block in after if block.kind == "paragraph")
    return any(all_names(re.sub(r"[*_`]+", "", line).strip(" .")) for line in beginnings)


def _with_following(
    text: str, blocks: list[Block], index: int, unit: Unit, *, whole: bool
) -> set[int]:
    """The blocks below a heading that is a title, now of its entry."""
    taken = set()
    for after in range(index + 1, min(index + 1 + (MOST_BELOW if whole else 5), len(blocks))):
        below = blocks[after]
        if below.kind not in ("paragraph", "item") or (below.parent >= 0 and not whole):
            break
        if (
            below.kind == "item"
            and not whole
            and not all(_LINK_LINE.match(text[a:b]) for a, b in below.slices)
        ):
            break
        unit.slices += below.slices
        unit.end_line = below.end_line
        taken.add(after)
    return taken


def _take_said(text: str, blocks: list[Block], index: int, unit: Unit, taken: set[int]) -> None:
    """The links and fields right below a title; what comes behind is notes about it."""
    for after in range(index + 1, min(index + 1 + MOST_BELOW, len(blocks))):
        below = blocks[after]
        lines = [text[a:b] for a, b in below.slices]
        links = all(_LINK_LINE.match(line) for line in lines)
        alone = short_field if below.kind == "paragraph" else _byline_line
        if below.kind not in ("paragraph", "item") or not (
            links or _field_line(text, below, signed=False) or alone(text, below)
        ):
            return
        unit.slices += below.slices
        unit.end_line = below.end_line
        taken.add(after)


def _heading(text: str, block: Block, page: Page) -> Heading:
    title = _shown(flow_of(text, block.slices, page.references))
    year = heading_years.year_of_heading(title)
    return Heading(block.level, title, _written(text, block, year) if year else None)


def _shown(flow: Flow) -> str:
    return re.sub(r"\s+", " ", flow.text.replace("\ufffc", " ")).strip()


def _written(text: str, block: Block, year: int) -> Year | None:
    """The year of a section where it stands; None if it is not there letter by letter."""
    at = text.find(str(year), block.slices[0][0], block.slices[-1][1])
    if at < 0:
        return None
    place = Span(start=at, end=at + 4)
    written = Written(text=str(year), raw=str(year), span=place)
    return Year(value=year, source="section", written=written)
