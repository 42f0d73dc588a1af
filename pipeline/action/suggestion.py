"""The lines that ``fix`` would write for one entry, to be copied from a job summary."""

from collections.abc import Sequence

from pipeline.action.block import block
from pipeline.reports.markup import inert
from pipeline.values.audit import Audited
from pipeline.values.entry import Reading
from pipeline.values.text import Value
from pipeline.write.applying import Accepted, rewritten

MOST = 20
"""Suggestions of a summary: each proves itself by reading the whole list again."""


class Suggestion(Value):
    """Lines of a list and what should stand there."""

    path: str
    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def suggestions(readings: Sequence[Reading], audited: Sequence[Audited]) -> tuple[Suggestion, ...]:
    """What ``fix`` would write for the first of these entries that it would write for."""
    by_path = {reading.document.path: reading for reading in readings}
    offered: list[Suggestion] = []
    for checked in audited:
        if len(offered) == MOST:
            break
        if any(finding.edits for finding in checked.findings):
            offered += _suggestion(by_path[checked.entry.path], checked)
    return tuple(offered)


def _suggestion(reading: Reading, audited: Audited) -> list[Suggestion]:
    text = rewritten(reading, [audited], Accepted()).text
    old, new = reading.text.split("\n"), text.split("\n")
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if before == after:
        return []
    return [
        Suggestion(
            path=audited.entry.path, line=head + 1, before=tuple(before), after=tuple(after)
        )
    ]  # fmt: skip


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    count = 0
    for text, other in zip(left, right, strict=False):
        if text != other:
            break
        count += 1
    return count


def markdown(offered: Sequence[Suggestion]) -> str:
    """The suggestions under a heading; empty if there are none."""
    if not offered:
        return ""
    text = "What `errata fix` would write; copy the lines marked with `+` into your change:"
    return "\n\n".join(["## Suggestions", text, *map(_shown, offered)])


def _shown(suggestion: Suggestion) -> str:
    lines = [f"-{line}" for line in suggestion.before] + [f"+{line}" for line in suggestion.after]
    return f"{inert(suggestion.path)}, line {suggestion.line}:\n\n{block(lines, 'diff')}"
