"""What the reading of an item must not depend on: where it stands, and what stands elsewhere."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from random import Random

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.benchmarks.layouts.compose import compose
from tests.benchmarks.layouts.shelf import fitting
from tests.benchmarks.layouts.truth import Listing

ROWS = fitting()
SEEDS = range(50)
LINED = re.compile(r"(- item|\* item|\+ item|1\. item|#+ (1\. )?item|> item|rst|org [-+1*]|yaml)")
"""Forms in which an item has lines of its own."""

Place = tuple[int, int]
Reading = list[tuple[object, ...]]


def lists(half: str) -> Iterator[Listing]:
    for seed in SEEDS:
        listing = compose(ROWS, seed, half)  # type: ignore[arg-type]
        if all(LINED.match(dict(truth.drawn)["form"]) for truth in listing.entries):
            yield listing


def said(entry: Entry) -> tuple[object, ...]:
    people = entry.authors.names if entry.authors else ()
    return (
        entry.title and entry.title.text, [(name.text, name.family) for name in people],
        entry.authors and entry.authors.et_al, entry.venue and entry.venue.text,
        entry.year and (entry.year.value, entry.year.source), entry.section,
        [link.url for link in entry.links], entry.unparsed,
    )  # fmt: skip


def readings(path: str, text: str, places: list[Place]) -> list[Reading]:
    """What is read on each of these lines."""
    entries = formats.read(Document(path=path, text=text)).entries
    return [[said(e) for e in entries if e.line <= b and e.end_line >= a] for a, b in places]


def runs(listing: Listing) -> list[list[Place]]:
    """The items that stand under one heading, papers and others, in order."""
    papers = [(e.line, e.end_line, e.sections) for e in listing.entries]
    others = [(a, b, None) for a, b in listing.others]
    last: object = None
    items = []
    for first, end, section in sorted(papers + others, key=lambda item: item[:2]):  # type: ignore[operator]
        last = last if section is None else section
        items.append((last, (first, end)))
    return [[place for _, place in run] for _, run in groupby(items, key=lambda item: item[0])]


def shuffled(listing: Listing, chance: Random) -> tuple[str, list[tuple[Place, Place]]]:
    """The list with the items of each section in another order: old and new places."""
    lines, moved = listing.text.split("\n"), []
    new = list(lines)
    for run in runs(listing):
        order, at = chance.sample(run, len(run)), run[0][0] - 1
        out: list[str] = []
        gaps = [lines[a[1] : b[0] - 1] for a, b in pairwise(run)]
        for (first, end), gap in zip(order, [*gaps, []], strict=True):
            start = at + len(out) + 1
            out += lines[first - 1 : end]
            moved.append(((first, end), (start, at + len(out))))
            out += gap
        new[at : run[-1][1]] = out
    return "\n".join(new), moved


@pytest.mark.parametrize("half", ["open", "closed"])
def test_the_order_of_items_in_a_section_changes_the_reading_of_none(half: str) -> None:
    seen = 0
    for listing in lists(half):
        text, moved = shuffled(listing, Random(listing.seed))  # noqa: S311  drawn by seed
        before = readings(listing.path, listing.text, [old for old, _ in moved])
        after = readings(listing.path, text, [new for _, new in moved])
        assert before == after, listing.seed
        seen += sum(old != new for old, new in moved)
    assert seen > 150


def test_another_list_below_changes_the_reading_of_few() -> None:
    """All lists of a file teach its layout together: an item that two layouts fit may turn."""
    every = [compose(ROWS, seed, "both") for seed in SEEDS]
    plain = [one for one in every if one.path == "list.md" and "\r" not in one.text]
    assert len(plain) > 25
    seen = turned = 0
    for above, below in pairwise(plain):
        places = [(truth.line, truth.end_line) for truth in above.entries]
        alone = readings("list.md", above.text, places)
        both = readings("list.md", f"{above.text}\n{below.text}", places)
        seen += len(alone)
        turned += sum(one != other for one, other in zip(alone, both, strict=True))
    assert turned <= 0.06 * seen
