"""What a block shows its reader: runs of characters of one style, links, and the place of each.

A *flow* is the visible text of a block, cut into runs of one style; links are kept apart with
their labels and addresses.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

BOLD, ITALIC, CODE, STRUCK, RAISED = 1, 2, 4, 8, 16


@dataclass(slots=True)
class Run:
    """Visible characters of one style; ``exact`` if each stands for one character of the file."""

    start: int
    text: str
    source: int
    length: int
    style: int
    link: int
    exact: bool


@dataclass(slots=True)
class FlowLink:
    """A link: where its label is visible and where its address stands in the block's source."""

    start: int
    end: int
    url: str
    url_start: int
    url_end: int
    outer: int
    outer_end: int
    shape: str
    image: bool = False
    label: str = ""


@dataclass(slots=True)
class Flow:
    """A block as its reader sees it. Places are those of the file."""

    text: str
    runs: list[Run]
    links: list[FlowLink]
    pieces: list[tuple[int, int]]
    """Slices of the file that the block is made of: (start in the source, start in the file)."""
    source: str
    starts: list[int] = field(default_factory=list)
    meant: frozenset[int] = frozenset()
    """The line breaks of the source that two blanks or a backslash in front of them ask for."""

    def place(self, at: int) -> int:
        """Place in the file of the visible character ``at``; of the end for the length."""
        return self.place_of(self._source(at))

    def end_place(self, at: int) -> int:
        """Place in the file just behind the visible character before ``at``."""
        if at == 0:
            return self.place(0)
        run = self._run(at - 1)
        if not run.exact:
            return self.place_of(run.source + run.length - 1) + 1
        return self.place_of(run.source + at - 1 - run.start) + 1

    def places(self, start: int, end: int) -> tuple[int, int]:
        """Places in the file of a visible stretch: of its first character, behind its last."""
        run = self._run(start)
        if run.exact and end <= run.start + len(run.text) and len(self.pieces) == 1:
            shift = self.pieces[0][1] - self.pieces[0][0] + run.source - run.start
            return start + shift, end + shift
        return self.place(start), self.end_place(end)

    def source_line_ends(self, at: int) -> bool:
        """Whether a visible line break is a line's end in the file, and no mark asks for one."""
        return self._run(at).exact and self._source(at) not in self.meant

    def _run(self, at: int) -> Run:
        return self.runs[bisect_right(self.starts, at) - 1]

    def _source(self, at: int) -> int:
        if not self.runs:
            return 0
        run = self._run(at)
        inside = min(at - run.start, len(run.text))
        return run.source + (inside if run.exact else (run.length if inside else 0))

    def place_of(self, source: int) -> int:
        """Place in the file of a character of the block's source."""
        index = bisect_right(self.pieces, (source, 1 << 60)) - 1 if len(self.pieces) > 1 else 0
        start, place = self.pieces[max(index, 0)]
        return place + source - start

    def runs_within(self, start: int, end: int) -> list[Run]:
        """The runs of which something stands in a visible stretch."""
        low = max(0, bisect_right(self.starts, start) - 1)
        return self.runs[low : bisect_left(self.starts, end)] if start < end else []

    def style(self, at: int) -> int:
        """Style of a visible character."""
        return self._run(at).style if self.runs else 0

    def link_at(self, at: int) -> int:
        """Index of the link a visible character belongs to, or -1."""
        return self._run(at).link if self.runs else -1
