"""Entries put in the order in which most of their list stands: whole lines, within their section.

The bytes of each entry stay as they are, and the list has to read as the same entries afterwards.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline import formats
from pipeline.values.entry import Document, Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.text import Edit, Span, apply
from pipeline.write.list_order import MOST_MOVED, Order, astray, is_kept, keys, order_of
from pipeline.write.movable_lines import Run, runs
from pipeline.write.proof import fields_said


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
    all_runs = list(runs(reading))
    orders = list(_orders(reading, all_runs))
    moves = [
        Move(run, order, edit) for run, order in zip(all_runs, orders, strict=True)
        if order and (edit := _edit(text, run, order))
    ]  # fmt: skip
    kept = _kept(reading, moves)
    remarks = [_told(move, text, done=move in kept) for move in moves]
    if not any(orders):
        remarks.append(f"{path}: most of it is in no recognisable order; not sorted.")
    return Sorted(_after(text, kept), tuple(remarks))


def _orders(reading: Reading, all_runs: Sequence[Run]) -> Iterator[Order | None]:
    """By what each run is ordered: as its section is, whatever parts the section's groups."""
    general = order_of([run.entries for run in all_runs], reading.text)
    by_section: dict[tuple[str, ...], Order | None] = {}
    for run in all_runs:
        section = run.entries[0].section
        if section not in by_section:
            by_section[section] = _order(reading, all_runs, section, general)
        yield by_section[section]


def _order(
    reading: Reading, all_runs: Sequence[Run], section: tuple[str, ...], general: Order | None
) -> Order | None:
    """A section's own order, or that of the list if the section keeps it.

    What stays in its place counts too: below a first that stays, the rest seemed to fall.
    """
    groups = [run.entries for run in all_runs if run.entries[0].section == section]
    own = order_of(groups, reading.text)
    if own or general is None:
        return own
    entries = [entry for entry in reading.entries if entry.section == section]
    return general if is_kept(entries, general, reading.text) else None


def _kept(reading: Reading, moves: Sequence[Move]) -> Sequence[Move]:
    """The moves after all of which the same is read: all, or those of either half, and so on."""
    if not moves or _reads(reading, moves):
        return moves
    if len(moves) == 1:
        return ()
    half = len(moves) // 2
    first, second = _kept(reading, moves[:half]), _kept(reading, moves[half:])
    both = [*first, *second]
    return both if not first or not second or _reads(reading, both) else first


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
    count = len(astray(keys(run.entries, order, text), order))
    entries = "1 entry" if count == 1 else f"{count} entries"
    return f"{_where(run)}: {entries} put in order {order.words}."


def _where(run: Run) -> str:
    first = run.entries[0]
    name = first.section[-1] if first.section else ""
    return f"{first.path}:{first.line}" + (f" “{name}”" if name else "")


def _edit(text: str, run: Run, order: Order) -> Edit | None:
    """The edit that puts a run in order; None if it is, or too much of it stands otherwise."""
    sort_keys = keys(run.entries, order, text)
    wrong = astray(sort_keys, order)
    if not wrong or len(wrong) * MOST_MOVED > len(sort_keys):
        return None
    if not astray(keys(run.entries, order, text, str.casefold), order):
        return None  # as a machine sorts: "Öztürk" behind "Zhou"
    places = sorted(range(len(sort_keys)), key=sort_keys.__getitem__, reverse=order.falling)
    text_after = run.blocks[places[0]].cut(text)
    for slot, (above, below) in enumerate(pairwise(run.blocks), 1):
        text_after += text[above.end : below.start] + run.blocks[places[slot]].cut(text)
    span = Span(start=run.blocks[0].start, end=run.blocks[-1].end)
    return Edit(span=span, replacement=text_after)


def _same(before: Reading, after: Reading) -> bool:
    """Whether the same entries are read, each with the same bytes, fields and section."""
    return sorted(map(repr, _said(before))) == sorted(map(repr, _said(after)))


def _said(reading: Reading) -> Iterator[tuple[object, ...]]:
    for entry in reading.entries:
        named = [str(mention.identifier) for mention in entry.mentions]
        yield entry.span.cut(reading.text), fields_said(entry), named, entry.ignored
