"""The items of a list: its blocks made ready, with what the list shows of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.formats.markdown_company import Heard
from pipeline.markup.blocks import Block, Page, fills
from pipeline.markup.flow import Flow
from pipeline.markup.inline import Manner, flow_of
from pipeline.reading.citations import citation_lines
from pipeline.reading.columns_by_cells import columns_by_cells
from pipeline.reading.columns_by_head import columns_by_head
from pipeline.reading.entries import links_of, scene_addresses
from pipeline.reading.fields import understand
from pipeline.reading.items import Item, item_of, row_of
from pipeline.reading.reference_lists import Company
from pipeline.reading.scene import scene_of
from pipeline.reading.tables import cells_of
from pipeline.reading.taught import Lessons
from pipeline.reading.units import Unit
from pipeline.values.entry import Link

MOST_LENT = 30
"""Links of an item that the citations below it use; one with more is no paper."""


@dataclass(slots=True)
class Context:
    """A document while it is read."""

    name: str
    path: str
    text: str
    page: Page
    seen: dict[int, int] = field(default_factory=dict)
    """How many entries begin on a line."""
    styles: dict[str, str] = field(default_factory=dict)
    """The list's layout by what ``Entry.style`` says before it is known."""
    lent: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    """The links of an item, which the citations below it use, by its place."""
    heads: dict[int, dict[str, int]] = field(default_factory=dict)
    """Which column of a table holds which field, by the place of its head."""
    roles: dict[str, int] = field(default_factory=dict)
    """The columns that their cells tell, by head and kind."""
    rows: dict[int, list[Block]] = field(default_factory=dict)
    """The rows of each table, by the place of its head."""
    slots: dict[str, int] | None = None
    """What the slots of titles gain or lose in this list, and its frames and columns; None before
    they are learnt."""
    untaught: dict[str, int] | None = None
    """The same as the list alone says it: no record of one entry makes another's reading sure."""
    company: Company | None = None
    """What the list around a single item is one of, where it is read again."""
    lessons: Lessons = field(default_factory=lambda: Lessons(()))
    """What records show of it."""
    doubtful: list[tuple[float, Heard]] = field(default_factory=list)
    """Items with titles that are none by themselves, and how much those are like a paper's."""

    def manner(self, block: Block) -> Manner:
        """How the markup within a block is to be understood; Markdown's prose stays in lines."""
        filled = self.page.filled and (self.name != "markdown" or block.kind == "item")
        if self.page.width and block.kind == "paragraph":
            filled = fills(self.text, block, self.page.width)
        return Manner(" " if filled else "\n", org=self.name == "org")


def items_of(context: Context, unit: Unit) -> Iterator[Item]:
    """The items of a unit: a row, or each of the citations that stand in it."""
    if unit.block.kind == "row":
        flow, ranges = cells_of(context.text, unit.block, context.page.references)
        addresses = scene_addresses(flow)
        scene = scene_of(flow, 0, len(flow.text), addresses)
        yield row_of(scene, links_of(flow, addresses), ranges, _columns(context, unit))
        return
    flow = flow_of(context.text, unit.slices, context.page.references, context.manner(unit.block))
    addresses = scene_addresses(flow)
    links = links_of(flow, addresses)
    if _strong_kids(context, unit):
        return
    for start, end in citation_lines(flow, addresses):
        scene = scene_of(flow, start, end, addresses)
        yield item_of(scene, _links_within(flow, links, start, end))


def _strong_kids(context: Context, unit: Unit) -> bool:
    """Whether children without links of their own are citations that use this item's links."""
    for kid in unit.kids:
        raw = "".join(context.text[a:b] for a, b in kid.slices)
        if "](" in raw or "http" in raw:
            continue
        flow = flow_of(context.text, kid.slices, context.page.references, context.manner(kid))
        fields = understand(scene_of(flow, 0, len(flow.text), scene_addresses(flow)))
        if fields.title and fields.names and (fields.venue or fields.year):
            return True
    return False


def links_of_parent(context: Context, unit: Unit) -> tuple[Link, ...]:
    """The links of the item above, which a citation without its own uses."""
    if unit.parent is None:
        return ()
    place = unit.parent.slices[0][0]
    if place not in context.lent:
        flow = flow_of(context.text, unit.parent.slices, context.page.references)
        context.lent[place] = links_of(flow, scene_addresses(flow))[:MOST_LENT]
    return context.lent[place]


def _links_within(flow: Flow, links: tuple[Link, ...], start: int, end: int) -> tuple[Link, ...]:
    if start == 0 and end == len(flow.text):
        return links
    # An address in a tag stands before the words that it is the link of.
    low = flow.end_place(start - 1) if start else 0
    if end >= len(flow.text):  # the address of the last words stands behind all that is seen
        return tuple(link for link in links if low <= link.span.start)
    return tuple(link for link in links if low <= link.span.start <= flow.place(end))


def _columns(context: Context, unit: Unit) -> dict[str, int]:
    place = _head(unit.block)
    if place not in context.heads:
        by_head = columns_by_head(context.text, unit.block)
        context.heads[place] = by_head | _untold_columns(context, unit.block, by_head)
    return context.heads[place]


def _head(row: Block) -> int:
    """The place of the head of its table; -1 without one."""
    return row.header[0][0] if row.header else -1


def _untold_columns(context: Context, block: Block, by_head: dict[str, int]) -> dict[str, int]:
    """The columns that their cells tell, as the whole list shows them."""
    head = "|".join(context.text[a:b] for a, b in block.header)
    keys = {kind: f"column\t{head}\t{kind}" for kind in ("authors", "venue", "year")}
    if context.slots is not None:
        return {kind: context.slots[key] for kind, key in keys.items() if key in context.slots}
    if not context.rows:
        for row in context.page.blocks:
            if row.kind == "row":
                context.rows.setdefault(_head(row), []).append(row)
    by_cells = columns_by_cells(context.text, context.rows[_head(block)], by_head)
    context.roles |= {keys[kind]: column for kind, column in by_cells.items()}
    return by_cells
