"""The boxes of a pull request's text: whoever may edit it ticks what the next run is to write.

A box stands at a finding of which `fix` is not sure enough, with the command that accepts it below
(``pipeline/reports/markdown.py``). Only whole lines count: text of a list never is one.
"""

import re
from collections.abc import Collection, Iterator

_BOX = re.compile(r"- \[([ xX])\] ")
_ACCEPT = re.compile(r"  - to accept: `+ ?errata fix (?:.+ )?--accept ([0-9a-f]{12}) ?`+\r?")


def boxes(text: str) -> dict[str, bool]:
    """Id of a finding -> whether its box is ticked."""
    lines = text.split("\n")
    return {name: lines[at][3] != " " for at, name in _boxes(lines)}


def with_ticks(text: str, ids: Collection[str]) -> str:
    """The text with the boxes of these findings ticked."""
    lines = text.split("\n")
    for at, name in _boxes(lines):
        if name in ids:
            lines[at] = f"- [x] {lines[at][6:]}"
    return "\n".join(lines)


def _boxes(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Line of a box, and the finding that it is for."""
    box: int | None = None
    for at, line in enumerate(lines):
        if not line.startswith("  "):
            box = at if _BOX.match(line) else None
        elif box is not None and (found := _ACCEPT.fullmatch(line)):
            yield box, found[1]
            box = None
