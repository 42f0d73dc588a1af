"""Markdown lists, in every shape that people give them."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial

from pipeline.addresses.in_text import spoken
from pipeline.formats import markdown_writing
from pipeline.formats.markdown_company import (
    BRIEF,
    Heard,
    company_key,
    in_company,
)
from pipeline.formats.markdown_entries import entry_of, lines_of
from pipeline.formats.markdown_items import Context, items_of, links_of_parent
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.blocks import Page, page_of
from pipeline.markup.encoding import repaired_but_code
from pipeline.reading import frames
from pipeline.reading.brief_references import brief_reference
from pipeline.reading.entries import (
    mentions_of,
)
from pipeline.reading.items import Item, settled, slots_of
from pipeline.reading.judging import (
    headed,
    judged,
    like_a_paper,
)
from pipeline.reading.layout import ENOUGH, layout_of
from pipeline.reading.reference_lists import (
    Company,
    agreed,
    entitled,
    place_of,
    reference_in,
    referring,
    signed_reference,
    untitled_reference,
)
from pipeline.reading.scene import Fields
from pipeline.reading.sureness import Slots, certainty
from pipeline.reading.tables import numbers_of
from pipeline.reading.taught import Lessons, borne_out, lessons_of
from pipeline.reading.units import Unit, units_of
from pipeline.reading.venues import not_numbered
from pipeline.values.entry import (
    Document,
    Entry,
    Hints,
    Reading,
)
from pipeline.values.identifiers import Identifier
from pipeline.values.text import Edit

NAME = "markdown"
_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
_LOOK = re.compile(
    r"^#{1,6} |^\s*[-*+] .*\]\(|^\s*[-*+] \*\*|\]\(https?:|^\|.*\|\s*$", re.MULTILINE
)


def accepts(path: str, text: str) -> bool:
    """Markdown by its ending; for standard input by its look."""
    return path.lower().endswith(_ENDINGS) or (path == "-" and bool(_LOOK.search(text[:20000])))


Cut = Callable[[str], Page]
"""Cuts a text into blocks."""


def read(document: Document) -> Reading:
    """The list understood."""
    return read_list(document, NAME)


def read_list(document: Document, name: str, cut: Cut | None = None) -> Reading:
    """A list in Markdown or in a markup that lays out its blocks otherwise (rst, org)."""
    context, repairs = _opened(document, name, cut)
    entries = _styled(context, _all_entries(context))
    return Reading(
        document=document, text=context.text, format=name, entries=entries,
        doubtful=tuple(_doubtful(context)), repairs=repairs,
    )  # fmt: skip


def excerpt_of(entry: Entry, path: str, text: str) -> tuple[Entry, ...]:
    """The entries of the lines of an entry, by the layout of its list.

    What its record showed of it holds for them.
    """
    document = Document(path=path, text=text, taught=lessons_of(entry))
    context = _opened(document, entry.format)[0]
    layout = json.loads(entry.style) if entry.style else {}
    context.slots = layout.get("slots")
    context.page.filled = layout.get("filled", context.page.filled)
    context.page.width = layout.get("width", context.page.width)
    context.company = Company(titled=layout["titled"]) if "titled" in layout else None
    return tuple(_all_entries(context))


def _opened(
    document: Document, name: str, cut: Cut | None = None
) -> tuple[Context, tuple[Edit, ...]]:
    text, repairs = repaired_but_code(document.text)
    page = cut(text) if cut else page_of(text, name)
    context = Context(name, document.path, text, page)
    context.lessons = Lessons(document.taught)
    return context, repairs


def _all_entries(context: Context) -> Iterator[Entry]:
    pairs = [
        (unit, item)
        for unit in units_of(context.text, context.page)
        for item in items_of(context, unit)
    ]
    _teach(context, [item for _, item in pairs])
    heard = [
        _heard(context, unit, item, *fields_and_slot)
        for (unit, item), fields_and_slot in zip(
            pairs, _settled(context, [i for _, i in pairs]), strict=True
        )
    ]
    venues = Slots()
    for heard_item in heard:
        venues.add(heard_item.scene, heard_item.fields)
    for heard_item in in_company(heard, context.company):
        if heard_item.verdict == "no":
            _doubt(context, heard_item)
            continue
        sure = venues.raised(heard_item.certainty, heard_item.scene, heard_item.fields)
        line = lines_of(context, heard_item.unit, heard_item.scene)[0]
        yield entry_of(context, heard_item._replace(certainty=sure), _id(context, line))


def _settled(context: Context, items: list[Item]) -> list[tuple[Fields, str]]:
    """The fields of the items and the slots of their titles, by the layout of the list."""
    new = context.slots is None
    slots = context.slots = slots_of(items) if context.slots is None else context.slots
    read = [settled(item, slots) for item in items]
    if new:
        slots |= context.roles | frames.learnt(items, [fields for fields, _ in read])
    return [
        (frames.framed(item, fields, slots), slot)
        for item, (fields, slot) in zip(items, read, strict=True)
    ]


def _teach(context: Context, items: list[Item]) -> None:
    """Tell the items where their records show their titles to stand."""
    if not context.lessons:
        return
    if context.slots is None:
        context.untaught = slots_of(items)
    for item in items:
        item.taught = context.lessons.place(item.scene, _identifiers(item))


def _identifiers(item: Item) -> Iterator[Identifier]:
    """The identifiers that an item carries."""
    for link in item.links:
        yield from link.identifiers
    for number in spoken(item.scene.flow.text[item.scene.start : item.scene.end]):
        yield number.identifier


def _doubt(context: Context, heard: Heard) -> None:
    """Remember an item that may be a paper all the same."""
    like = like_a_paper(heard.scene, heard.fields)
    if like is not None and heard.unit.block.kind != "heading":
        context.doubtful.append((like, heard._replace(verdict="paper")))


def _doubtful(context: Context) -> Iterator[Entry]:
    """The items that may be papers, those most like one first."""
    best = sorted(context.doubtful, key=lambda pair: (-pair[0], pair[1].unit.block.line))
    for number, (_, heard) in enumerate(best[:MOST_DOUBTFUL]):
        yield entry_of(context, heard, f"{context.path}#doubtful-{number}")


MOST_DOUBTFUL = 1000
"""Items that may be papers all the same, at most."""


def _heard(context: Context, unit: Unit, item: Item, fields: Fields, slot: str) -> Heard:
    links = item.links
    if not links and unit.parent is not None and fields.names is not None:
        links = links_of_parent(context, unit)
    scene = item.scene
    mentions = mentions_of(scene.flow, [(scene.start, scene.end)], links)
    if unit.block.kind == "row":
        bare = numbers_of(context.text, unit.block, scene.flow, item.ranges)
        mentions = tuple({str(m.identifier): m for m in (*mentions, *bare)}.values())
    written_out = any(m.where == "written" for m in mentions)
    verdict = judged(scene, fields, links, spoken=written_out)
    cited = reference_in(scene)
    place = Hints()
    if verdict == "paper":
        cited = entitled(cited, fields)
    alone = cited if item.kinds is None else None
    if alone and (cited_fields := untitled_reference(scene, alone, fields, links)):
        fields, verdict, place = cited_fields, "paper", place_of(scene, alone)
    elif (verdict == "no" and not links and (cited_fields := referring(scene, cited))) or (
        verdict == "unparsed"
        and item.kinds is None
        and (cited_fields := signed_reference(scene, cited))
    ):
        fields, verdict = cited_fields, "paper"
    elif verdict == "no" and not links and (cited_fields := brief_reference(scene)):
        fields, verdict, slot = cited_fields, "paper", BRIEF
    elif verdict == "paper" and cited and agreed(cited, fields):
        place = place_of(scene, cited)
    preprints = [m.identifier.value for m in mentions if m.identifier.scheme == "arxiv"]
    fields.year = not_numbered(scene.text, fields.year, scene.end, preprints)
    if verdict == "bare" and not mentions:
        # The number of a data archive is no paper's beside a title; alone it is all that is said.
        links = tuple(link.but(role="paper") for link in links)
        mentions = mentions_of(scene.flow, [(scene.start, scene.end)], links)
    sure = certainty(item, fields, context.untaught or context.slots or {})
    if verdict == "no" and (
        borne_out(context.lessons, scene, fields) or (unit.titled and headed(scene, fields))
    ):
        verdict = "paper"
    return Heard(
        unit, scene, fields, links, mentions, verdict, sure, slot, company_key(unit), cited,
        place,
    )  # fmt: skip


def _styled(context: Context, entries: Iterator[Entry]) -> tuple[Entry, ...]:
    """The entries with the list's layout: learnt from the first, given to the others when made."""
    first: list[Entry] = []
    titled = 0
    for entry in entries:
        first.append(entry)
        titled += entry.title is not None
        if titled == ENOUGH:
            break
    learnt = layout_of(context.text, first)
    for kind in ("", "columns", "titled", "untitled") if first else ():
        layout: dict[str, object] = {**learnt, **({"columns": "yes"} if kind == "columns" else {})}
        layout["slots"] = context.slots
        layout |= {"titled": kind == "titled"} if kind.endswith("titled") else {}
        layout |= {"filled": True} if context.page.filled else {}
        layout |= {"width": context.page.width} if context.page.width else {}
        context.styles[kind] = json.dumps(layout, ensure_ascii=False)
    copied = [each.but(style=context.styles[each.style]) for each in first]
    return (*copied, *entries)


def _id(context: Context, line: int) -> str:
    """An id that occurs once: that of a second entry of the line ends in ``-2``."""
    count = context.seen.get(line, 0) + 1
    context.seen[line] = count
    return f"{context.path}#L{line}" + (f"-{count}" if count > 1 else "")


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits that make the entry say what it should."""
    read_again = partial(excerpt_of, entry)
    return markdown_writing.rewrite(read_again, text, entry, change, like)
