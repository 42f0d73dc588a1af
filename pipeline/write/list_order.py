"""By what a list is ordered, learnt from its entries, and where a new one stands in that order.

By year, date, author, title or citation key, rising or falling.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from pipeline.compare import titles
from pipeline.values.entry import Entry
from pipeline.values.months import SHORT, WRITTEN
from pipeline.values.work import Work

SHUFFLES = 1_000
"""Orders by chance with which a list's own is compared."""
RARELY = 200
"""Of so many orders by chance at most one may be as good."""
MANY = 100
"""Entries from which on a few such orders are enough, for chance makes none of them a good one."""
ENOUGH = 4
"""Entries that must be in order for it not to be chance: of four, one order in 24 is."""
MOST_ASTRAY = 4
"""Of so many entries at most one stands out of order where an order is kept."""
MOST_MOVED = 3
"""Of so many entries at most one is put elsewhere: more is no mending but another order."""
_DATE = re.compile(
    rf"(?<![\w/.\-])((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])(?:[-/.](0?[1-9]|[12]\d|3[01]))?(?![\w/\-])"
    rf"|\b({WRITTEN})\b\.?,?\s+((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|\]\([^()\s]*\)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)

Key = tuple[int, ...] | str
Fold = Callable[[str], str]
_FOLDS: tuple[Fold, ...] = (titles.key, str.casefold)
"""As people order letters with accents, and as machines do."""


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


def order_of(groups: Sequence[Sequence[Entry]], text: str) -> Order | None:
    """The order that most of these entries keep, more of them than by chance; None if none."""
    best, least = None, 1.0
    for order in ORDERS:
        keyed = [sort_keys for group in groups if (sort_keys := keys(group, order, text))]
        count = sum(map(len, keyed))
        if not keyed or count * 2 < sum(map(len, groups)):
            continue
        wrong = sum(len(astray(sort_keys, order)) for sort_keys in keyed)
        if (
            wrong * MOST_ASTRAY <= count
            and wrong / count < least
            and _beyond_chance(keyed, order, wrong)
        ):
            best, least = order, wrong / count
    return best


def _beyond_chance(keyed: Sequence[Sequence[Key]], order: Order, most: int) -> bool:
    """Whether hardly an order by chance is as good; the same answer at every run."""
    few = sum(map(len, keyed)) < MANY
    chance = _chance()
    times = SHUFFLES if few else SHUFFLES // 50
    as_good = sum(
        sum(len(astray(_mixed(sort_keys, chance), order)) for sort_keys in keyed) <= most
        for _ in range(times)
    )
    return as_good * RARELY <= times


def _mixed(sort_keys: Sequence[Key], chance: Iterator[int]) -> list[Key]:
    """The keys in an order by chance."""
    mixed = list(sort_keys)
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


def astray(sort_keys: Sequence[Key], order: Order) -> list[int]:
    """The fewest places whose entries have to move for the rest to stand in order."""
    ranks = {key: n for n, key in enumerate(sorted(set(sort_keys), reverse=order.falling))}
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, key in enumerate(sort_keys):
        at = bisect_right(tops, ranks[key])
        before.append(ends[at - 1] if at else -1)
        tops[at : at + 1] = [ranks[key]]
        ends[at : at + 1] = [n]
    kept, last = set[int](), ends[-1] if ends else -1
    while last >= 0:
        kept.add(last)
        last = before[last]
    return [n for n in range(len(sort_keys)) if n not in kept]


def is_kept(entries: Sequence[Entry], order: Order, text: str) -> bool:
    """Whether an order is that of these entries, but for some; who cannot be told is left out."""
    every = [_key(entry, order.kind, text, titles.key) for entry in entries]
    sort_keys = [key for key in every if key]
    return len(astray(sort_keys, order)) * MOST_MOVED <= len(sort_keys)


def keys(entries: Sequence[Entry], order: Order, text: str, fold: Fold = titles.key) -> list[Key]:
    """What each entry is ordered by; nothing if one lacks it, or all have the same."""
    every = [_key(entry, order.kind, text, fold) for entry in entries]
    known = [key for key in every if key]
    return known if len(known) == len(every) and len(set(known)) > 1 else []


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
    dates = {_month(hit) for hit in _DATE.finditer(_ADDRESS.sub(" ", raw))}
    return dates.pop() if len(dates) == 1 else None


def _month(hit: re.Match[str]) -> tuple[int, ...]:
    year, month, day, name, of = hit.groups()
    if name:
        return int(of), SHORT.index(name[:3].lower()) + 1, 0
    return int(year), int(month), int(day or 0)


def predecessor(entries: Sequence[Entry], work: Work, text: str) -> Entry | None:
    """The entry behind which a work stands among these; None if it comes first.

    Where all are in one order it stands in that; else at the end.
    """
    if len(entries) < ENOUGH:
        return entries[-1] if entries else None
    for order, fold in product(ORDERS, _FOLDS):
        sort_keys, own = keys(entries, order, text, fold), _key_of(work, order.kind, fold)
        if sort_keys and own and not astray(sort_keys, order):
            ranked = [*sort_keys, own]
            places = sorted(range(len(ranked)), key=ranked.__getitem__, reverse=order.falling)
            place = places.index(len(sort_keys))
            return entries[place - 1] if place else None
    return entries[-1]


def _key_of(work: Work, kind: str, fold: Fold) -> Key | None:
    """What a work would be ordered by; its citation key would begin with the first author."""
    issued, first = work.issued, next(iter(work.authors), None)
    match kind:
        case "year":
            return (issued.year,) if issued else None
        case "date":
            return (issued.year, issued.month, issued.day or 0) if issued and issued.month else None
        case "author" | "citation key":
            return fold(first.family or first.literal) if first else None
        case _:
            return fold(work.title if kind == "title" else _ARTICLE.sub("", work.title))
