"""A list composed from a seed: sections, layouts, items, and what is no paper between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from tests.benchmarks.accuracy.corpus import Row
from tests.benchmarks.layouts import (
    anchors,
    citations,
    forms,
    headings,
    parts,
    people,
    places,
    records,
    tables,
    words,
    works,
)
from tests.benchmarks.layouts.choices import Chooser, Dimension, Half, listed, only
from tests.benchmarks.layouts.forms import FORMS, Form
from tests.benchmarks.layouts.ink import dressed
from tests.benchmarks.layouts.settle import SINGLE, settle
from tests.benchmarks.layouts.truth import Listing, Truth

IRREGULAR = Dimension("irregular", {
    "title": ("title",), "names": ("name", "glue"), "separators": ("separators",),
    "order": ("order",),
    "fields": ("fields",), "link": ("link", "labels"), "lead": ("before the title",),
    "note": ("note",),
    "venue": ("venue", "year"), "links": ("links besides",), "et al.": ("et al.", "by-line"),
})  # fmt: skip
"""What one item in ten has otherwise than its neighbours."""

PARTS = listed("layouts", "1", "2", "3", common=("1",), shared=("1", "2", "3"))
SECTIONS = listed(
    "sections", "1", "2", "3", "4", common=("2", "3"), shared=("1", "2", "3", "4")
)  # fmt: skip
SHARE = Dimension("share of no papers", {
    "none": 0.0, "one in ten": 0.1, "one in four": 0.25, "some at the end": -1.0,
}, common=("none",), shared=("none", "one in ten"))  # fmt: skip
ENDS = Dimension(
    "line ends", {"LF": "\n", "CRLF": "\r\n"}, common=("LF",), shared=("LF", "CRLF"), liked=0.9
)  # fmt: skip

ODD = 0.1


@dataclass
class _Page:
    """A list in the making."""

    text: str = ""
    entries: list[Truth] = field(default_factory=list)
    others: list[tuple[int, int]] = field(default_factory=list)
    below: str = ""
    number: int = 0

    def put(self, text: str) -> tuple[int, int]:
        """Adds lines; their numbers."""
        first = self.text.count("\n") + 1
        self.text += text
        return first, max(first, self.text.rstrip("\n").count("\n") + 1)


@dataclass(frozen=True)
class _Section:
    """What all items of a section share."""

    name: str
    year: int | None
    draws: Chooser
    whole: Chooser
    """The draws of the list."""
    chance: Random
    topic: tuple[str, ...] = ()
    """The bullet that the items stand under."""

    @property
    def form(self) -> Form:
        """The kind of list."""
        return self.draws.pick(FORMS)


def compose(rows: Sequence[Row], seed: int, half: Half, entries: int | None = None) -> Listing:
    """The list of a seed, of options of one half; everything follows from them."""
    name = f"{half}:{seed}"
    whole, chance = Chooser(f"{name}/list", half), Random(name)  # noqa: S311  drawn by seed
    count = entries or chance.choice((6, 8, 10, 12, 15, 20, 25, 30))
    chosen = chance.sample(list(rows), min(count, len(rows)))
    layouts = _layouts(name, whole)
    page = _Page()
    sections = 1 if layouts[0].pick(FORMS).ink.ending in SINGLE else int(whole.name(SECTIONS))
    style = headings.style(whole, layouts[0].pick(FORMS).ink)
    page.put(headings.front(whole, style))
    for place in range(sections):
        part = chosen[place * count // sections : (place + 1) * count // sections]
        _section(page, part, layouts[place % len(layouts)], (whole, style, place, chance))
    page.put(("\n" + page.below if page.below else "") + headings.back(whole, style))
    return _listing(page, name, layouts[0].pick(FORMS), whole)


def _listing(page: _Page, name: str, form: Form, whole: Chooser) -> Listing:
    text = page.text.lstrip("\n") if form.kind.startswith("yaml") else page.text
    return Listing(
        seed=name, path=f"list.{form.ink.ending}", text=text.replace("\n", whole.pick(ENDS)),
        entries=tuple(page.entries), others=tuple(page.others),
    )  # fmt: skip


def _layouts(name: str, whole: Chooser) -> list[Chooser]:
    """The layouts of a list, all of one kind of file."""
    count = int(whole.name(PARTS))
    layouts = [Chooser(f"{name}/{place}", whole.half) for place in range(count)]
    ending = layouts[0].pick(FORMS).ink.ending
    for draws in layouts:
        draws.name(FORMS, only(FORMS.options, lambda form: form.ink.ending == ending))
        settle(draws)
    return layouts if ending not in SINGLE else layouts[:1]


Whole = tuple[Chooser, headings.Style, int, Random]


def _section(page: _Page, rows: Sequence[Row], draws: Chooser, about: Whole) -> None:
    whole, style, place, chance = about
    form = draws.pick(FORMS)
    if form.kind.startswith("yaml"):
        _records(page, rows, draws, chance)
        return
    head = headings.heading(style, place, chance)
    bare = form.ink.ending in ("csv", "tsv")
    page.put("" if bare else head.text)
    topic = (chance.choice(words.TOPICS),) if form.kind == "nested" else ()
    if bare:
        head = headings.Heading(text="")
    section = _Section(head.name, head.year, draws, whole, chance, topic)
    made = [_made(page, row, section) for row in rows]
    if "table" in form.kind:
        _table(page, made, section)
    else:
        _lines(page, made, section)


Made = tuple[parts.Item, Chooser]


def _made(page: _Page, row: Row, section: _Section) -> Made:
    """One item; one in ten is otherwise than the layout."""
    chance, draws = section.chance, section.draws
    page.number += 1
    odd = chance.random() < ODD
    own = Chooser(f"{draws.seed}/{row.id}", draws.half)
    kind = own.name(IRREGULAR) if odd else "no"
    used = draws.like(row.id, *own.pick(IRREGULAR)) if odd else draws
    settle(used)
    meant = works.work(row, draws, page.number, section.year, chance)
    item = parts.item(meant, used, section.form.ink, chance)
    drawn = used.drawn | section.whole.drawn | {IRREGULAR.name: kind}
    named = (section.name, *section.topic) if section.name else section.topic
    truth = item.truth.but(sections=named, drawn=tuple(sorted(drawn.items())))
    if not truth.years and section.year and "year" not in truth.vague:
        truth = truth.but(years=(section.year,))
    return item.but(truth=truth), used


def _placed(page: _Page, item: parts.Item, text: str) -> None:
    first, last = page.put(text)
    page.entries.append(item.truth.but(line=first, end_line=last))
    page.below += item.below


def _lines(page: _Page, made: list[Made], section: _Section) -> None:
    form, chance, share = section.form, section.chance, section.whole.pick(SHARE)
    before, after = form.around
    page.put(f"{before}\n" if before else "")
    for topic in section.topic:
        page.put(f"{'-' if form.mark.startswith('  -') else '*'} {topic}\n")
    gap = "\n\n" if form.loose or form.kind == "heading" else "\n"
    for number, (item, used) in enumerate(made, 1):
        _placed(page, item, forms.block(item, form, used, number) + gap)
        if chance.random() < share or (share < 0 and number == len(made)):
            block = forms.block(_other(section), form, section.draws, number)
            page.others.append(page.put(block + gap))
    page.put(f"{after}\n" if after else "")


def _other(section: _Section) -> parts.Item:
    """An item that is no paper, in the layout of those that are."""
    draws, ink = section.draws, section.form.ink
    others: tuple[words.Other, ...] = section.whole.pick(words.OTHERS)
    name, url, said = section.chance.choice(others)
    marks = () if draws.name(citations.CITED) == "yes" else draws.pick(parts.TITLES)
    title = dressed(name, marks, ink, url)
    pieces = [parts.Piece(field="T", text=title), parts.Piece(field="N", text=said)]
    if url not in title:
        text = anchors.one("website", url, draws, ink).replace("[ref]", f"({url})")
        pieces.append(parts.Piece(field="L", text=text, each=(text,)))
    return parts.Item(pieces=tuple(pieces), truth=Truth())


def _table(page: _Page, made: list[Made], section: _Section) -> None:
    draws, chance = section.draws, section.chance
    shown = tables.columns([item for item, _ in made], draws)
    rows = [tables.row(item, shown, number, chance) for number, (item, _) in enumerate(made, 1)]
    above, lines, below = tables.table(rows, tables.head(shown, draws), section.form)
    page.put(above)
    for (item, _), line in zip(made, lines, strict=True):
        truth = tables.without(item, shown, section.year)
        _placed(page, item.but(truth=truth), line + "\n")
    page.put(below)


def _records(page: _Page, rows: Sequence[Row], draws: Chooser, chance: Random) -> None:
    nested = draws.pick(FORMS).kind == "yaml nested"
    if nested and not page.entries:
        page.put("papers:\n")
    for row in rows:
        page.number += 1
        meant = works.work(row, draws, page.number, None, chance)
        named = people.written(meant.authors, draws)
        text = records.record(meant, named, draws, nested=nested) + "\n"
        truth = Truth(
            title=meant.title, authors=named.names, families=named.families,
            venues=places.readings(meant.venue), years=(meant.year,), links=(meant.url,),
            drawn=tuple(sorted(draws.drawn.items())),
        )  # fmt: skip
        _placed(page, parts.Item(pieces=(), truth=truth), text)
