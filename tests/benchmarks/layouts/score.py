"""What was read of a list, against what it says."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline import formats
from pipeline.compare.titles import key
from pipeline.values.entry import Document, Entry
from tests.benchmarks.layouts.truth import Listing, Truth

FIELDS = ("entry", "title", "authors", "families", "venue", "year", "section", "links")
SURE = ("title", "authors", "venue", "year")
"""Fields that may come with a certainty."""
UNTOLD = ("authors", "venue", "year")
"""Fields that are made up where a list does not state them."""

AMBIGUOUS = ("Smith John",)
"""Manners that do not tell which part of a name is the family."""


@dataclass(frozen=True)
class Seen:
    """One paper of a list, what was read of it, and which fields are right."""

    listing: Listing
    truth: Truth
    entry: Entry | None
    right: dict[str, bool]
    untold: dict[str, bool]
    """Fields that the list does not state: whether nothing was made up."""

    @property
    def lines(self) -> str:
        """The item as it stands in the list."""
        lines = self.listing.text.split("\n")
        return "\n".join(lines[self.truth.line - 1 : self.truth.end_line]).rstrip()


@dataclass
class Score:
    """The counts over lists."""

    lists: int = 0
    papers: int = 0
    right: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    untold: Counter[str] = field(default_factory=Counter)
    others: int = 0
    false: int = 0
    """Items that are no papers and were read as such, and stray entries."""
    split: int = 0
    """Entries beyond the first for one item."""
    failed: list[str] = field(default_factory=list)
    """Seeds of lists whose reading broke, with what it said."""
    seen: list[Seen] = field(default_factory=list)
    sure: Counter[tuple[str, int, bool]] = field(default_factory=Counter)
    """(field, hundredths of certainty, right) of what was read."""
    halves: int = 0
    """Lists of which less than half of the titles was read."""

    def share(self, name: str) -> float:
        """The share of a field that was read rightly."""
        return self.right[name] / self.told[name] if self.told[name] else 1.0


def score(listings: Iterable[Listing]) -> Score:
    """The counts over the lists, each read without any service."""
    total = Score()
    for listing in listings:
        _count(total, listing)
    return total


def _count(total: Score, listing: Listing) -> None:
    total.lists += 1
    total.others += len(listing.others)
    document = Document(path=listing.path, text=listing.text)
    try:
        read = formats.read(document).entries
    except Exception as error:  # noqa: BLE001  a benchmark goes on, and says so
        total.failed.append(f"{listing.seed}: {error!r}")
        read = ()
    entries = [entry for entry in read if entry.unparsed is None]
    pairs = paired(listing.entries, entries)
    taken = {entry.id for entry in pairs.values()}
    for entry in entries:
        if entry.id not in taken:
            within = any(_overlap(entry, truth) for truth in listing.entries)
            total.split += within
            total.false += not within
    seen = [_seen(listing, truth, pairs.get(n)) for n, truth in enumerate(listing.entries)]
    titles = [one.right["title"] for one in seen if "title" in one.right]
    total.halves += sum(titles) * 2 < len(titles)
    for one in seen:
        add(total, one)


def add(total: Score, one: Seen) -> None:
    """Counts one paper."""
    total.papers += 1
    total.seen.append(one)
    total.told.update(one.right.keys())
    total.right.update(name for name, good in one.right.items() if good)
    total.untold.update(one.untold.keys())
    total.invented.update(name for name, good in one.untold.items() if not good)
    certainty = getattr(one.entry, "certainty", None)
    if one.entry is None or certainty is None:
        return
    for name in SURE:
        good = one.right.get(name, one.untold.get(name))
        if good is not None and _read(one.entry, name):
            total.sure[name, int(getattr(certainty, name) * 100 + 1e-6), good] += 1


def _read(entry: Entry, name: str) -> bool:
    return getattr(entry, name) is not None


def _overlap(entry: Entry, truth: Truth) -> bool:
    return entry.line <= truth.end_line and entry.end_line >= truth.line


def paired(truths: Sequence[Truth], entries: Sequence[Entry]) -> dict[int, Entry]:
    """The entry of each paper: one on its lines, with its title if there is one; none twice."""
    found: dict[int, Entry] = {}
    left = list(entries)
    for exact in (True, False):
        for place, truth in enumerate(truths):
            if place in found:
                continue
            for entry in left:
                if _overlap(entry, truth) and (not exact or _titled(entry, truth)):
                    found[place] = entry
                    left.remove(entry)
                    break
    return found


def _titled(entry: Entry, truth: Truth) -> bool:
    return bool(entry.title and truth.title and key(entry.title.text) == key(truth.title))


def _seen(listing: Listing, truth: Truth, entry: Entry | None) -> Seen:
    right, untold = {"entry": entry is not None}, {}
    for name, told, good in _judged(truth, entry):
        if name in truth.vague:
            continue
        if told:
            right[name] = good
        elif name in UNTOLD and entry is not None:
            untold[name] = good
    return Seen(listing, truth, entry, right, untold)


def _judged(truth: Truth, entry: Entry | None) -> Iterator[tuple[str, bool, bool]]:
    """(field, whether the list states it, whether the reading is right)."""
    yield "title", bool(truth.title), entry is not None and _titled(entry, truth)
    people = entry.authors.names if entry and entry.authors else ()
    et_al = bool(entry and entry.authors and entry.authors.et_al)
    same = [parts(name.text) for name in people] == [parts(name) for name in truth.authors]
    yield "authors", bool(truth.authors), same and et_al == truth.et_al
    plain = dict(truth.drawn).get("name") not in AMBIGUOUS
    families = [key(n.family) for n in people] == [key(name) for name in truth.families]
    yield "families", bool(truth.families) and plain, same and families
    venue = key(entry.venue.text) if entry and entry.venue else ""
    yield "venue", bool(truth.venues), venue in map(key, truth.venues or ("",))
    year = entry.year.value if entry and entry.year else 0
    yield "year", bool(truth.years), year in (truth.years or (0,))
    section = entry.section[-1] if entry and entry.section else ""
    yield "section", bool(truth.sections), key(section) in map(key, truth.sections)
    urls = [_address(link.url) for link in entry.links] if entry else []
    wanted = [_address(url) for url in truth.links]
    yield "links", bool(wanted), all(any(url in held for held in urls) for url in wanted)


def parts(name: str) -> tuple[str, ...]:
    """The words of a name in no order: "Smith, J. R." and "J. R. Smith" are one."""
    return tuple(sorted(key(part) for part in re.split(r"[\s,.\-]+", name) if key(part)))


def _address(url: str) -> str:
    return re.sub(r"^https?://", "", url).replace("&amp;", "&").rstrip("/")


def by_option(seen: Iterable[Seen]) -> dict[tuple[str, str], list[Seen]]:
    """The papers by dimension and option of their layout."""
    found: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for one in seen:
        for drawn in one.truth.drawn:
            found[drawn].append(one)
    return found
