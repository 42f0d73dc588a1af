"""The boxes of a pull request's text: whoever may edit it ticks what the next run is to write.

A box stands at a finding of which `fix` is not sure enough, with the command that accepts it below
(``pipeline/reports/markdown.py``). Only whole lines count: text of a list never is one.
"""

import re
from collections.abc import Collection, Iterator

_BOX = re.compile(r"- \[([ xX])\] ")
_ACCEPT = re.compile(r"  - to accept: `+ ?errata fix (?:.+ )?--accept ([0-9a-f]{12}) ?`+\r?")


_CORRECTION = re.compile(r"- \[([ xX])\] .*<!-- errata: correction ([0-9a-f]{12}) -->\r?")
AFRESH = "<!-- errata: afresh -->"
"""At the end of the line with the box that has the branch written anew."""
_AFRESH = re.compile(rf"- \[[xX]\] .*{AFRESH}\r?")


def corrections(text: str) -> dict[str, bool]:
    """Id of a correction that a pull request proposes -> whether its box is (still) ticked."""
    hits = (_CORRECTION.fullmatch(line) for line in text.split("\n"))
    return {match[2]: match[1] != " " for match in hits if match}


def correction(words: str, name: str, *, ticked: bool) -> str:
    """The line with the box of a correction; the words are inert."""
    return f"- [{'x' if ticked else ' '}] {words} <!-- errata: correction {name} -->"


def afresh(text: str) -> bool:
    """Whether somebody wants the branch written anew."""
    return any(map(_AFRESH.fullmatch, text.split("\n")))


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
        elif box is not None and (hit := _ACCEPT.fullmatch(line)):
            yield box, hit[1]
            box = None
