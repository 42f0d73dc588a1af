"""Which lines a change touches, from the headers of its diff."""

import re
from collections.abc import Sequence

from pipeline.values.entry import Entry
from pipeline.values.text import Value

_HEADER = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


class Hunk(Value):
    """A stretch of lines replaced by another; a side of no lines stands behind its ``start``."""

    old: int
    old_count: int
    new: int
    new_count: int

    def before(self) -> "Lines":
        """The lines that were taken away."""
        return Lines(start=self.old, count=self.old_count)

    def after(self) -> "Lines":
        """The lines that came."""
        return Lines(start=self.new, count=self.new_count)


class Lines(Value):
    """Lines of a text, 1-based; none of them is a place between two lines."""

    start: int
    count: int

    def touch(self, entry: Entry) -> bool:
        """Whether the entry has one of these lines, or goes on across this place."""
        if not self.count:
            return entry.line <= self.start < entry.end_line
        return entry.line < self.start + self.count and self.start <= entry.end_line

    def hold(self, entry: Entry) -> bool:
        """Whether the whole entry stands in these lines."""
        return self.start <= entry.line and entry.end_line < self.start + self.count


def hunks(diff: str) -> tuple[Hunk, ...]:
    """The hunks of one file's diff without context (``git diff --unified=0``).

    Only headers are read. A line of the file never looks like one: it begins with a sign.
    Source: GNU diffutils, "Detailed Description of Unified Format".
    """
    hits = (_HEADER.match(line) for line in diff.split("\n"))
    return tuple(_hunk(match) for match in hits if match)


def _hunk(match: re.Match[str]) -> Hunk:
    old, old_count, new, new_count = (None if n is None else int(n) for n in match.groups())
    return Hunk(
        old=old, old_count=1 if old_count is None else old_count,
        new=new, new_count=1 if new_count is None else new_count,
    )  # fmt: skip


def touched(entry: Entry, changes: Sequence[Hunk]) -> bool:
    """Whether the change wrote in this entry of the new text."""
    return any(hunk.after().touch(entry) for hunk in changes)


def replaced(entry: Entry, changes: Sequence[Hunk]) -> bool:
    """Whether the change wrote in this entry of the old text."""
    return any(hunk.before().touch(entry) for hunk in changes)


def added(entry: Entry, changes: Sequence[Hunk]) -> bool:
    """Whether the entry came whole where nothing stood."""
    return any(not hunk.old_count and hunk.after().hold(entry) for hunk in changes)
