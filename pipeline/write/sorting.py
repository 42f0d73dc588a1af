"""Entries put in the order in which most of their list stands: whole lines, within their section.

What order a list keeps is learnt from it: by year, date, author, title or citation key, rising or
falling, if so many of its entries stand so already that chance would not have it. The bytes of each
entry stay as they are, and the list has to read as the same entries afterwards.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline import formats
from pipeline.compare import titles
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.months import SHORT, WRITTEN
from pipeline.values.text import Edit, Span, apply
from pipeline.write.runs import Run, runs

SHUFFLES = 1_000
"""Orders by chance with which a list's own is compared."""
RARELY = 200
"""Of so many orders by chance at most one may be as good."""
MANY = 100
"""Entries from which on a few such orders are enough, for chance makes none of them a good one."""
MOST_ASTRAY = 4
"""Of so many entries at most one stands out of order where an order is kept."""
_DATE = re.compile(
    rf"(?<![\w/.\-])((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])(?:[-/.](0?[1-9]|[12]\d|3[01]))?(?![\w/\-])"
    rf"|\b({WRITTEN})\b\.?,?\s+((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|\]\([^()\s]*\)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)

Key = tuple[int, ...] | str
Fold = Callable[[str], str]


class Order(NamedTuple):
    """By what a list is ordered."""

    kind: str
    """"year", "date", "author", "title", "title but its article", "citation key"."""
    falling: bool = False

    @property
    def words(self) -> str:
        """For a message: "by year, the latest first"."""
        latest = ", the latest first" if self.kind in ("year", "date") else ", from Z to A"
        return f"by {self.kind}{latest if self.falling else ''}"


ORDERS = tuple(
    Order(kind, falling) for kind in ("date", "year", "author", "title", "title but its article",
                 "citation key")
    for falling in (False, True)
)  # fmt: skip


class Sorted(NamedTuple):
    """A list in its order."""

    text: str
    remarks: tuple[str, ...] = ()
    """What was done and what could not be, a sentence each."""
    failure: Failure | None = None


class Move(NamedTuple):
    """A run, the order it is put in, and the edit that does."""

    run: Run
    order: Order
    edit: Edit


def in_order(document: Document) -> Sorted:
    """The list with the entries that stand out of its order in their place."""
    done = guarded("write", _sorted, document)
    return Sorted(document.text, failure=done) if isinstance(done, Failure) else done


def _sorted(document: Document) -> Sorted:
    reading, path, text = formats.read(document), document.path, document.text
    if reading.text != text:
        return Sorted(text, (f"{path}: words are decoded wrongly; it is not sorted.",))
    found = list(runs(reading))
    general = _order([run.entries for run in found], text)
    orders = [_order([run.entries], text) or general for run in found]
    moves = [
        Move(run, order, edit) for run, order in zip(found, orders, strict=True)
        if order and (edit := _edit(text, run, order))
    ]  # fmt: skip
    kept = _kept(reading, moves)
    remarks = [_told(move, text, done=move in kept) for move in moves]
    if not any(orders):
        remarks.append(f"{path}: most of it stands in no order that could be told; not sorted.")
    return Sorted(_after(text, kept), tuple(remarks))


def _kept(reading: Reading, moves: Sequence[Move]) -> Sequence[Move]:
    """The moves after all of which the same is read: all, or those of either half, and so on."""
    if not moves or _reads(reading, moves):
        return moves
    if len(moves) == 1:
        return ()
    half = len(moves) // 2
    one, two = _kept(reading, moves[:half]), _kept(reading, moves[half:])
    both = [*one, *two]
    return both if not one or not two or _reads(reading, both) else one


def _reads(reading: Reading, moves: Sequence[Move]) -> bool:
    """Whether the list reads as the same entries after these moves."""
    after = _after(reading.text, moves)
    return _same(reading, formats.read(reading.document.but(text=after)))


def _after(text: str, moves: Sequence[Move]) -> str:
    return apply(text, [move.edit for move in moves]) if moves else text


def _told(move: Move, text: str, *, done: bool) -> str:
    """What is said of a move."""
    run, order, _ = move
    if not done:
        return f"{_where(run)} would read otherwise in order; sort it by hand."
    count = len(_astray(_keys(run.entries, order, text), order))
    entries = "1 entry" if count == 1 else f"{count} entries"
    return f"{_where(run)}: {entries} put in order {order.words}."


def _where(run: Run) -> str:
    first = run.entries[0]
    name = first.section[-1] if first.section else ""
    return f"{first.path}:{first.line}" + (f" “{name}”" if name else "")


def _order(groups: Sequence[Sequence[Entry]], text: str) -> Order | None:
    """The order that most of these entries keep, more of them than by chance; None if none."""
    best, least = None, 1.0
    for order in ORDERS:
        keyed = [keys for group in groups if (keys := _keys(group, order, text))]
        count = sum(map(len, keyed))
        if not keyed or count * 2 < sum(map(len, groups)):
            continue
        astray = sum(len(_astray(keys, order)) for keys in keyed)
        if (
            astray * MOST_ASTRAY <= count
            and astray / count < least
            and _meant(keyed, order, astray)
        ):
            best, least = order, astray / count
    return best


def _meant(keyed: Sequence[Sequence[Key]], order: Order, astray: int) -> bool:
    """Whether hardly an order by chance is as good; the same answer at every run."""
    few = sum(map(len, keyed)) < MANY
    chance = _chance()
    times = SHUFFLES if few else SHUFFLES // 50
    as_good = sum(
        sum(len(_astray(_mixed(keys, chance), order)) for keys in keyed) <= astray
        for _ in range(times)
    )
    return as_good * RARELY <= times


def _mixed(keys: Sequence[Key], chance: Iterator[int]) -> list[Key]:
    """The keys in an order by chance."""
    mixed = list(keys)
    for last in range(len(mixed) - 1, 0, -1):
        other = next(chance) % (last + 1)
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return mixed


def _chance() -> Iterator[int]:
    """Numbers without any order, the same at every run (Knuth's linear congruence)."""
    state = 1
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33


def _astray(keys: Sequence[Key], order: Order) -> list[int]:
    """The fewest places whose entries have to move for the rest to stand in order."""
    ranks = {key: n for n, key in enumerate(sorted(set(keys), reverse=order.falling))}
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, key in enumerate(keys):
        at = bisect_right(tops, ranks[key])
        before.append(ends[at - 1] if at else -1)
        tops[at : at + 1] = [ranks[key]]
        ends[at : at + 1] = [n]
    kept, last = set[int](), ends[-1] if ends else -1
    while last >= 0:
        kept.add(last)
        last = before[last]
    return [n for n in range(len(keys)) if n not in kept]


def _keys(entries: Sequence[Entry], order: Order, text: str, fold: Fold = titles.key) -> list[Key]:
    """What each entry is ordered by; nothing if one lacks it, or all have the same."""
    keys = [_key(entry, order.kind, text, fold) for entry in entries]
    known = [key for key in keys if key]
    return known if len(known) == len(keys) and len(set(known)) > 1 else []


def _key(entry: Entry, kind: str, text: str, fold: Fold) -> Key | None:
    match kind:
        case "year":
            written = entry.year if entry.year and entry.year.source == "entry" else None
            return (written.value,) if written else None
        case "date":
            return _date(entry.span.cut(text))
        case "author":
            return fold(entry.authors.names[0].family) if entry.authors else None
        case "citation key":
            return (entry.key or "").casefold()
        case _:
            title = entry.title.text if entry.title else ""
            return fold(title if kind == "title" else _ARTICLE.sub("", title))


def _date(raw: str) -> tuple[int, ...] | None:
    """The one date with its month that an entry says outside its addresses."""
    found = {_month(one) for one in _DATE.finditer(_ADDRESS.sub(" ", raw))}
    return found.pop() if len(found) == 1 else None


def _month(found: re.Match[str]) -> tuple[int, ...]:
    year, month, day, name, of = found.groups()
    if name:
        return int(of), SHORT.index(name[:3].lower()) + 1, 0
    return int(year), int(month), int(day or 0)


def _edit(text: str, run: Run, order: Order) -> Edit | None:
    """The edit that puts a run in order; None if it is, or too much of it stands otherwise."""
    keys = _keys(run.entries, order, text)
    astray = _astray(keys, order)
    if not astray or len(astray) * 3 > len(keys):
        return None
    if not _astray(_keys(run.entries, order, text, str.casefold), order):
        return None  # as a machine sorts: "Öztürk" behind "Zhou"
    places = sorted(range(len(keys)), key=keys.__getitem__, reverse=order.falling)
    said = run.blocks[places[0]].cut(text)
    for slot, (one, two) in enumerate(pairwise(run.blocks), 1):
        said += text[one.end : two.start] + run.blocks[places[slot]].cut(text)
    span = Span(start=run.blocks[0].start, end=run.blocks[-1].end)
    return Edit(span=span, replacement=said)


def _same(before: Reading, after: Reading) -> bool:
    """Whether the same entries are read, each with the same bytes, fields and section."""
    return sorted(map(repr, _said(before))) == sorted(map(repr, _said(after)))


def _said(reading: Reading) -> Iterator[tuple[object, ...]]:
    for entry in reading.entries:
        names = tuple(name.text for name in entry.authors.names) if entry.authors else None
        yield (
            entry.span.cut(reading.text), entry.section, entry.title and entry.title.text, names,
            entry.venue and entry.venue.text, entry.year and entry.year.value,
            tuple(link.url for link in entry.links), entry.key, entry.kind, entry.unparsed,
            [str(mention.identifier) for mention in entry.mentions], entry.ignored,
        )  # fmt: skip
