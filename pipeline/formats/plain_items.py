"""What the entries of a plain text say, read as the items of a list are: by the list's layout."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.markup.blocks import Line
from pipeline.markup.inline import flow_of
from pipeline.reading.entries import byline_of, links_of, scene_addresses, written, year_of
from pipeline.reading.items import Item, item_of, settled, slots_of
from pipeline.reading.judging import judged
from pipeline.reading.scene import Fields, scene_of
from pipeline.reading.sureness import certainty
from pipeline.values.entry import Certainty, Entry

LONGEST = 3000
"""Characters of an item; what is longer is a text."""


class Told(NamedTuple):
    """An entry whose words are yet to be read, and the item they are."""

    entry: Entry
    item: Item


def told(text: str, entry: Entry, lines: Sequence[Line]) -> Told | None:
    """The item that the lines of an entry are; None for a text."""
    slices = [(line.start, line.start + len(line.text.rstrip())) for line in lines]
    slices[0] = (entry.span.start, slices[0][1])
    if sum(end - start for start, end in slices) > LONGEST:
        return None
    flow = flow_of(text, slices, {})
    addresses = scene_addresses(flow)
    scene = scene_of(flow, 0, len(flow.text), addresses)
    return Told(entry, item_of(scene, links_of(flow, addresses)))


def layout(found: Sequence[Told]) -> dict[str, int]:
    """What the slots of titles gain or lose in this text."""
    return slots_of([one.item for one in found])


def understood(text: str, one: Told, slots: Mapping[str, int]) -> Entry | None:
    """The entry with the fields of its item; None if that is no paper by itself."""
    entry, item = one
    fields, _ = settled(item, slots)
    spoken = any(mention.where == "written" for mention in entry.mentions)
    if judged(item.scene, fields, item.links, spoken=spoken) != "paper" or fields.title is None:
        return None
    sure = certainty(item, fields, slots)
    return _with_fields(text, entry, item, fields).but(certainty=_guessed(sure))


_MOST = 0.9
"""Nothing in plain text but its place tells a field."""


def _guessed(sure: Certainty) -> Certainty:
    title, names, venue = (min(one, _MOST) for one in (sure.title, sure.authors, sure.venue))
    return Certainty(title=title, authors=names, venue=venue)


def _with_fields(text: str, entry: Entry, item: Item, fields: Fields) -> Entry:
    flow = item.scene.flow
    return entry.but(
        title=written(text, flow, *fields.title) if fields.title else None,
        authors=byline_of(text, flow, fields.names) if fields.names else None,
        venue=written(text, flow, *fields.venue) if fields.venue else None,
        year=year_of(text, flow, fields),
    )
