"""Markdown lists, in every shape that people give them."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from pipeline.addresses.in_text import spoken
from pipeline.formats import markdown_writing
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.blocks import Block, Page, page_of
from pipeline.markup.encoding import repaired_but_code
from pipeline.markup.flow import Flow
from pipeline.markup.inline import Manner, flow_of
from pipeline.reading import frames, table_roles
from pipeline.reading.brief_references import brief_reference
from pipeline.reading.citations import citation_lines
from pipeline.reading.cited import Cited
from pipeline.reading.entries import (
    byline_of,
    links_of,
    mentions_of,
    scene_addresses,
    span_of,
    written,
    year_of,
)
from pipeline.reading.fields import understand
from pipeline.reading.items import Item, item_of, row_of, settled, slots_of
from pipeline.reading.judging import (
    Peers,
    Verdict,
    among,
    headed,
    held,
    judged,
    kindred,
    like_a_paper,
    linked,
    traits,
)
from pipeline.reading.layout import ENOUGH, style_of
from pipeline.reading.reference_lists import (
    Company,
    Member,
    companies,
    entitled,
    fields_of,
    place_of,
    reference_in,
    referring,
)
from pipeline.reading.scene import Fields, Scene, scene_of
from pipeline.reading.sureness import Slots, certainty
from pipeline.reading.tables import cells_of, columns, numbers_of
from pipeline.reading.taught import Lessons, borne_out, lessons_of
from pipeline.reading.units import Heading, Unit, units_of
from pipeline.reading.venues import not_numbered
from pipeline.values.entry import (
    Certainty,
    Document,
    Entry,
    Hints,
    Link,
    Mention,
    Reading,
    Year,
)
from pipeline.values.identifiers import Identifier
from pipeline.values.text import Edit, Span

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
MOST_LENT = 30
"""Links of an item that the citations below it use; one with more is no paper."""

BRIEF = "brief"
"""The slot of titles in references of one person without a link."""


class Heard(NamedTuple):
    """An item with what it says, and what it is by itself."""

    unit: Unit
    scene: Scene
    fields: Fields
    links: tuple[Link, ...]
    mentions: tuple[Mention, ...]
    verdict: Verdict
    certainty: Certainty
    slot: str
    """Of its title."""
    found: Cited | None = None
    """The reference that it is among references."""
    place: Hints = Hints()
    """Of a reference among references: its journal, volume and page."""
    style: str = ""
    """The kind of layout by which it is read again."""


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

    @property
    def manner(self) -> Manner:
        """How the markup within its items is to be understood."""
        return Manner(" " if self.page.filled else "\n", org=self.name == "org")


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
    told = json.loads(entry.style) if entry.style else {}
    context.slots = told.get("slots")
    context.page.filled = told.get("filled", context.page.filled)
    context.company = Company(titled=told["titled"]) if "titled" in told else None
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
    found = [
        (unit, item)
        for unit in units_of(context.text, context.page)
        for item in _items(context, unit)
    ]
    _teach(context, [item for _, item in found])
    heard = [
        _heard(context, unit, item, *said)
        for (unit, item), said in zip(found, _settled(context, [i for _, i in found]), strict=True)
    ]
    venues = Slots()
    for one in heard:
        venues.add(one.scene, one.fields)
    brief = Counter(_beside(one) for one in heard if one.slot == BRIEF)
    heard = [_in_company(one, brief[_beside(one)]) for one in heard]
    heard = _among_references(context, heard)
    heard = _without_strays(heard)
    alike, beside = _peers(heard, _alike), _peers(heard, _beside)
    for one in heard:
        kind = _verdict(one, alike[_alike(one)], beside[_beside(one)])
        if kind == "no":
            _doubt(context, one)
            continue
        sure = venues.raised(one.certainty, one.scene, one.fields)
        heard_so = one._replace(verdict=kind, certainty=sure)
        yield _entry(context, heard_so, _id(context, _lines(context, one.unit, one.scene)[0]))


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
    for one in spoken(item.scene.flow.text[item.scene.start : item.scene.end]):
        yield one.identifier


def _doubt(context: Context, one: Heard) -> None:
    """Remember an item that may be a paper all the same."""
    like = like_a_paper(one.scene, one.fields)
    if like is not None and one.unit.block.kind != "heading":
        context.doubtful.append((like, one._replace(verdict="paper")))


def _doubtful(context: Context) -> Iterator[Entry]:
    """The items that may be papers, those most like one first."""
    best = sorted(context.doubtful, key=lambda said: (-said[0], said[1].unit.block.line))
    for number, (_, one) in enumerate(best[:MOST_DOUBTFUL]):
        yield _entry(context, one, f"{context.path}#doubtful-{number}")


MOST_DOUBTFUL = 1000
"""Items that may be papers all the same, at most."""


def _heard(context: Context, unit: Unit, item: Item, fields: Fields, slot: str) -> Heard:
    links = item.links
    if not links and unit.parent is not None and fields.names is not None:
        links = _links_of_parent(context, unit)
    scene = item.scene
    mentions = mentions_of(scene.flow, [(scene.start, scene.end)], links)
    if unit.block.kind == "row":
        bare = numbers_of(context.text, unit.block, scene.flow, item.ranges)
        mentions = tuple({str(m.identifier): m for m in (*mentions, *bare)}.values())
    written_out = any(m.where == "written" for m in mentions)
    verdict = judged(scene, fields, links, spoken=written_out)
    found = reference_in(scene)
    if verdict == "paper":
        found = entitled(found, fields)
    elif verdict == "no" and not links and (told := referring(scene, found)):
        fields, verdict = told, "paper"
    elif verdict == "no" and not links and (told := brief_reference(scene)):
        fields, verdict, slot = told, "paper", BRIEF
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
    return Heard(unit, scene, fields, links, mentions, verdict, sure, slot, found)


def _in_company(one: Heard, others: int) -> Heard:
    """The item read as the references of one person beside it, if it is one."""
    if one.verdict != "no" or one.links or not others:
        return one
    found = brief_reference(one.scene, among=others)
    return one._replace(fields=found, verdict="paper", slot=BRIEF) if found else one


def _among_references(context: Context, heard: Sequence[Heard]) -> list[Heard]:
    """The items read as the references that they stand among."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for at, one in enumerate(heard):
        groups.setdefault(_beside(one), []).append(at)
    members = [Member(one.scene, one.found, not one.links and not one.mentions) for one in heard]
    among = companies(members, groups.values(), context.company)
    return [_as_reference(one, among.get(at)) for at, one in enumerate(heard)]


def _as_reference(one: Heard, among: Company | None) -> Heard:
    """The item by the style of the references around it, if it is one of them."""
    found, scene = one.found, one.scene
    if not (found and among and among.takes(found, paper=one.verdict == "paper")):
        return one
    fields, sure = fields_of(scene, found), found.certainty
    if found.title == one.fields.title:
        fields.how, sure = one.fields.how, sure.but(title=one.certainty.title)
    return one._replace(
        fields=fields, verdict="paper", certainty=sure, place=place_of(scene, found),
        style="titled" if among.titled else "untitled",
    )  # fmt: skip


def _without_strays(heard: list[Heard]) -> list[Heard]:
    """The items; an address that nothing tells to be a paper's counts only beside papers.

    Badges, manuals and licences of a project stand alone as well. Where most are papers, and where
    there is nothing but addresses, all count.
    """
    papers = [_beside(one) for one in heard if one.verdict == "paper" or _numbered(one)]
    if 2 * len(papers) > len(heard) or all(one.verdict == "bare" for one in heard):
        return heard
    beside = set(papers)
    return [
        one._replace(verdict="no") if _stray(one) and _beside(one) not in beside else one
        for one in heard
    ]


def _stray(one: Heard) -> bool:
    """Whether an item is an address that neither a number nor its host tells to be a paper's."""
    return one.verdict == "bare" and not (one.mentions or held(one.scene, one.links))


def _numbered(one: Heard) -> bool:
    """Whether a bare item says the number of a paper."""
    return one.verdict == "bare" and bool(one.mentions)


def _alike(one: Heard) -> tuple[str, ...]:
    """The same for items whose titles stand alike."""
    return (one.unit.block.kind, one.slot)


def _beside(one: Heard) -> tuple[str, ...]:
    """The same for items under one heading."""
    return (one.unit.block.kind, *(heading.title for heading in one.unit.headings))


def _peers(
    heard: Iterable[Heard], key: Callable[[Heard], tuple[str, ...]]
) -> dict[tuple[str, ...], Peers]:
    groups: dict[tuple[str, ...], list[Heard]] = {}
    for one in heard:
        groups.setdefault(key(one), []).append(one)
    return {name: _peers_of(items) for name, items in groups.items()}


def _peers_of(items: list[Heard]) -> Peers:
    """What items have in common; asked for only where some are no papers by themselves."""
    papers = sum(one.verdict == "paper" for one in items)
    if all(one.verdict != "no" for one in items):
        return Peers(papers, len(items))
    found = (
        traits(one.scene, one.fields, dated=_dated(one))
        for one in items
        if not linked(one.scene, one.links)
    )
    told = [one for one in found if one is not None]
    return Peers(papers, len(items), kindred(told), dated=_dated(items[0]))


def _verdict(one: Heard, alike: Peers, beside: Peers) -> Verdict:
    if one.verdict != "no":
        return one.verdict
    return "paper" if among(one.scene, one.fields, one.links, alike, beside) else "no"


def _dated(one: Heard) -> bool:
    """Whether an item stands under a year."""
    return any(heading.year is not None for heading in one.unit.headings)


def _styled(context: Context, entries: Iterator[Entry]) -> tuple[Entry, ...]:
    """The entries with the list's layout: learnt from the first, given to the others when made."""
    first: list[Entry] = []
    titled = 0
    for entry in entries:
        first.append(entry)
        titled += entry.title is not None
        if titled == ENOUGH:
            break
    for kind in ("", "columns", "titled", "untitled") if first else ():
        learnt = style_of(context.text, first, columns=kind == "columns")
        told = json.loads(learnt) | {"slots": context.slots}
        told |= {"titled": kind == "titled"} if kind.endswith("titled") else {}
        told |= {"filled": True} if context.page.filled else {}
        context.styles[kind] = json.dumps(told, ensure_ascii=False)
    copied = [each.but(style=context.styles[each.style]) for each in first]
    return (*copied, *entries)


def _id(context: Context, line: int) -> str:
    """An id that occurs once: that of a second entry of the line ends in ``-2``."""
    count = context.seen.get(line, 0) + 1
    context.seen[line] = count
    return f"{context.path}#L{line}" + (f"-{count}" if count > 1 else "")


def _items(context: Context, unit: Unit) -> Iterator[Item]:
    if unit.block.kind == "row":
        flow, ranges = cells_of(context.text, unit.block, context.page.references)
        addresses = scene_addresses(flow)
        scene = scene_of(flow, 0, len(flow.text), addresses)
        yield row_of(scene, links_of(flow, addresses), ranges, _columns(context, unit))
        return
    flow = flow_of(context.text, unit.slices, context.page.references, context.manner)
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
        flow = flow_of(context.text, kid.slices, context.page.references, context.manner)
        fields = understand(scene_of(flow, 0, len(flow.text), scene_addresses(flow)))
        if fields.title and fields.names and (fields.venue or fields.year):
            return True
    return False


def _links_of_parent(context: Context, unit: Unit) -> tuple[Link, ...]:
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
        told = columns(context.text, unit.block)
        context.heads[place] = told | _columns_by_cells(context, unit.block, told)
    return context.heads[place]


def _head(row: Block) -> int:
    """The place of the head of its table; -1 without one."""
    return row.header[0][0] if row.header else -1


def _columns_by_cells(context: Context, block: Block, told: dict[str, int]) -> dict[str, int]:
    """The columns that their cells tell, as the whole list shows them."""
    head = "|".join(context.text[a:b] for a, b in block.header)
    keys = {kind: f"column\t{head}\t{kind}" for kind in ("authors", "venue", "year")}
    if context.slots is not None:
        return {kind: context.slots[key] for kind, key in keys.items() if key in context.slots}
    if not context.rows:
        for one in context.page.blocks:
            if one.kind == "row":
                context.rows.setdefault(_head(one), []).append(one)
    found = table_roles.learnt(context.text, context.rows[_head(block)], told)
    context.roles |= {keys[kind]: column for kind, column in found.items()}
    return found


def _entry(context: Context, heard: Heard, name: str) -> Entry:
    unit, scene, fields, links, mentions, verdict, sure, _, _, place, kind = heard
    flow, text = scene.flow, context.text
    line, end_line = _lines(context, unit, scene)
    headings = _sections(unit, fields)
    readable = verdict == "paper"
    if unit.block.kind == "row" and context.name == "rst":
        kind = "columns"
    return Entry(
        id=name,
        path=context.path,
        line=line,
        end_line=end_line,
        span=_span(unit, scene),
        format=context.name,
        block=unit.block.kind,
        section=tuple(h.title for h in headings),
        title=written(text, flow, *fields.title) if readable and fields.title else None,
        authors=byline_of(text, flow, fields.names) if readable and fields.names else None,
        venue=written(text, flow, *fields.venue) if readable and fields.venue else None,
        year=_year(text, flow, fields, headings) if readable else None,
        certainty=sure,
        links=links,
        mentions=mentions,
        unparsed="no title could be told" if verdict == "unparsed" else None,
        hints=place,
        ignored=_ignored(context, line, end_line),
        style=context.styles.get(kind, kind),
    )


def _span(unit: Unit, scene: Scene) -> Span:
    whole = scene.start == 0 and scene.end == len(scene.flow.text)
    if not whole:
        return span_of(scene.flow, scene.start, scene.end)
    return Span(start=unit.slices[0][0], end=max(end for _, end in unit.slices))


def _lines(context: Context, unit: Unit, scene: Scene) -> tuple[int, int]:
    if scene.start == 0 and scene.end == len(scene.flow.text):
        return unit.block.line, unit.end_line
    start, end = scene.flow.place(scene.start), scene.flow.end_place(scene.end)
    line = unit.block.line + _breaks(context.text, unit.slices[0][0], start)
    return line, line + _breaks(context.text, start, end)


def _breaks(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return part.count("\n") + part.count("\r") - part.count("\r\n")


def _sections(unit: Unit, fields: Fields) -> tuple[Heading, ...]:
    """The headings above; one that names the entry itself ("### SCUBA … Manuscript:") is none."""
    named = fields.how == "keyed" and len(unit.headings) > 1
    return unit.headings[:-1] if named else unit.headings


def _year(text: str, flow: Flow, fields: Fields, headings: tuple[Heading, ...]) -> Year | None:
    own = year_of(text, flow, fields)
    if own:
        return own
    return next((h.year for h in reversed(headings) if h.year), None)


def _ignored(context: Context, line: int, end_line: int) -> tuple[str, ...]:
    """Codes silenced in a comment on the entry or alone on the line above it."""
    if not context.page.ignored:
        return ()
    found: list[str] = list(context.page.ignored.get(-(line - 1), ()))
    for number in range(line, end_line + 1):
        found += [*context.page.ignored.get(number, ()), *context.page.ignored.get(-number, ())]
    return tuple(dict.fromkeys(found))


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits that make the entry say what it should."""
    read_again = partial(excerpt_of, entry)
    return markdown_writing.rewrite(read_again, text, entry, change, like)
