"""Families of lists: one piece of a format repeated, as often as it fits into a size.

To add one: a line in ``growing.toml``.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Family:
    """A family; ``§`` in its pieces is the number of the piece."""

    name: str
    path: str
    piece: str
    head: str = ""
    tail: str = ""
    closing: str = ""
    """What follows the pieces, as often as they."""
    deep: bool = False
    """Each piece stands in the one before, ``head`` deeper: as many as the root of the size."""

    def text(self, size: int) -> str:
        """The member of about this size."""
        if self.deep:
            depth = range(int((2 * size) ** 0.5))
            return "".join(f"{self.head * level}{self.piece}\n" for level in depth)
        each = len(self.piece) + len(self.closing) + 4 * (self.piece + self.closing).count("§")
        count = max(1, (size - len(self.head) - len(self.tail)) // each)
        return self.head + _numbered(self.piece, count) + _numbered(self.closing, count) + self.tail


def _numbered(piece: str, count: int) -> str:
    if "§" not in piece:
        return piece * count
    return "".join(piece.replace("§", str(number)) for number in range(count))


def families() -> tuple[Family, ...]:
    """All of the table, in its order."""
    formats = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(
        Family(f"{path.rpartition('.')[2]} {name}", path, **pieces)
        for path, named in formats.items()
        for name, pieces in named.items()
    )
