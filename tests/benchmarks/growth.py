"""How processor time grows with the length of a list: ``python -m tests.benchmarks.growth [NAME]``.

Each family is one piece of a format repeated; it is read at n, 2n, 4n and so on. Twice the list may
cost 2.5 times the time, no more. Prints the families that grow faster, or all with ``-v``; the exit
status is 1 if there are any.
"""

import argparse
import gc
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from types import FrameType

from pipeline import formats
from pipeline.values.entry import Document
from tests.benchmarks.growing import Family, families

MOST_TIMES = 2.5
"""The time for twice the input, in times of the time for the input."""
FLOOR_S = 0.02
"""Shorter times say nothing."""
LONGEST_S = 30.0
"""A single reading that takes longer is cut off: it grows too fast."""
SMALLEST = 512

Work = Callable[[Document], object]


class TooLongError(BaseException):
    """The time for one reading is up: no bug of ours, so that no stage may catch it and go on."""


@dataclass
class Growth:
    """What was seen of a family: sizes and times, rising."""

    name: str
    points: list[tuple[int, float]] = field(default_factory=list)
    fault: str = ""

    @property
    def told(self) -> list[float]:
        """The times that are long enough to say something."""
        return [took for _, took in self.points if took >= FLOOR_S]

    def __str__(self) -> str:
        told = ", ".join(f"{size // 1024} KB {took:.3f} s" for size, took in self.points[-4:])
        return f"{self.name:44} {told}{'   ' + self.fault if self.fault else ''}"


@contextmanager
def _uncollected() -> Iterator[None]:
    """No collection of garbage meanwhile, as timeit does: its time grows with all that lives."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def took(work: Work, document: Document, times: int) -> float:
    """Processor time of the work, the best of so many tries."""
    best = float("inf")
    for _ in range(times):
        with _uncollected(), _limited(LONGEST_S):
            begun = time.process_time()
            work(document)
            best = min(best, time.process_time() - begun)
        if best > 1.0:
            break
    return best


def growth(family: Family, work: Work, *, largest: int, enough_s: float) -> Growth:
    """How the family grows, up to the largest size or until one reading takes long enough."""
    found = Growth(family.name)
    size = SMALLEST
    while size <= largest:
        document = Document(path=family.path, text=family.text(size))
        try:
            found.points.append((size, took(work, document, 3)))
        except TooLongError:
            found.fault = f"over {LONGEST_S:.0f} s at {size // 1024} KB"
            return found
        if _faster(found) and _still_faster(found, family, work):
            return found
        if len(found.told) > 2 and found.told[-1] > enough_s and not _rising(found):
            return found
        size *= 2
    return found


def suspected(family: Family, work: Work) -> bool:
    """Whether one short and one longer list give reason to look: quick, and too strict."""
    few, many = (Document(path=family.path, text=family.text(size)) for size in (1024, 8192))
    for tries in (1, 3):
        try:
            short, long = took(work, few, tries), took(work, many, tries)
        except TooLongError:
            return True
        if long <= FLOOR_S / 2 or long <= MOST_TIMES**3 * short:
            return False
    return True


def _faster(found: Growth) -> bool:
    """Whether the last two doublings both cost too much, or the last one far too much.

    One alone may be a bound that was reached: behind it the time grows as the list does.
    """
    rises = [two / one for one, two in pairwise(found.told)]
    return bool(rises) and (rises[-1] > MOST_TIMES**2 or min([0.0, *rises][-2:]) > MOST_TIMES)


def _rising(found: Growth) -> bool:
    """Whether the last doubling alone cost too much: the next one tells whether that goes on."""
    return found.told[-1] > MOST_TIMES * found.told[-2]


def _still_faster(found: Growth, family: Family, work: Work) -> bool:
    """Whether a second look says the same: another program may have been in the way."""
    for at in range(-min(3, len(found.points)), 0):
        size, before = found.points[at]
        again = took(work, Document(path=family.path, text=family.text(size)), 5)
        found.points[at] = (size, min(before, again))
    if not _faster(found):
        return False
    times = [took for _, took in found.points[-3:]]
    found.fault = f"{times[-1] / times[0]:.1f} times for {2 ** (len(times) - 1)} times the input"
    return True


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", help="families whose names begin so; all by default")
    options.add_argument("-v", action="store_true", help="all families, not only the faults")
    options.add_argument("--largest", type=int, default=2 << 20, metavar="BYTES")
    options.add_argument("--enough", type=float, default=1.0, metavar="SECONDS")
    told = options.parse_args()
    formats.read(Document(path="warm.md", text="- **Moss and light.** Ana Roca. *Moss*, 2020."))
    chosen = [f for f in families() if not told.names or f.name.startswith(tuple(told.names))]
    faults = 0
    for family in chosen:
        found = growth(family, formats.read, largest=told.largest, enough_s=told.enough)
        faults += bool(found.fault)
        if told.v or found.fault:
            sys.stdout.write(f"{found}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(chosen)} families, {faults} grow faster than their length\n")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
