"""The report for a terminal: what stands, what should stand, why, how sure, where to see it."""

import textwrap
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from pipeline.reports import commands
from pipeline.reports.overview import (
    ORDER,
    broke,
    habits,
    headline,
    named,
    offer,
    pending,
    services,
    sorted_findings,
    standing,
    summary,
    sure,
    telling,
    told,
)  # fmt: skip
from pipeline.reports.plain import counted, per_cent, shown
from pipeline.reports.understood import understood
from pipeline.reports.words import Piece, compared, condensed
from pipeline.values.audit import Audit, Audited, Status
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding
from pipeline.values.text import Value

Paint = dict[str, tuple[str, str]]
"""How a role is set off: what goes before, what after."""

PLAIN: Paint = {"gone": ("[-", "-]"), "new": ("{+", "+}")}
"""Without colour changed words stand in brackets, as ``git diff --word-diff`` writes them."""

COLOURS: Paint = {
    role: (f"\x1b[{code}m", "\x1b[0m")
    for role, code in {
        "error": "1;31", "warning": "1;33", "notice": "1;36", "gone": "31;9", "new": "32;1",
        "place": "1", "faint": "2",
    }.items()
}  # fmt: skip

NARROWEST = 40
"""Columns below which wrapping does more harm than good."""


class Page(Value):
    """What the report is written on."""

    paint: Paint
    width: int

    def set_off(self, text: str, role: str) -> str:
        """The text in the colours of its role."""
        before, after = self.paint.get(role, ("", ""))
        return f"{before}{text}{after}" if text else ""

    def wrapped(self, text: str, *, first: str, role: str = "") -> list[str]:
        """The text in lines, the first after ``first``, the others indented as deep."""
        room = max(self.width - len(first), NARROWEST // 2)
        lines = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)
        indents = [first] + [" " * len(first)] * len(lines)
        return [
            indent + self.set_off(line, role) for indent, line in zip(indents, lines, strict=False)
        ]


def render(audit: Audit, *, colour: bool = False, width: int = 100) -> str:
    """The report in about ``width`` columns; words and addresses are never broken."""
    page = Page(paint=COLOURS if colour else PLAIN, width=max(width, NARROWEST))
    alike = _alike(audit)
    gathered = {id(one) for _, group in alike for one in group}
    blocks = [_entry(one, page) for one in telling(audit) if id(one) not in gathered]
    blocks += [_gathered(message, group, page) for message, group in alike]
    return "\n\n".join("\n".join(block) for block in [*blocks, _closing(audit, page)]) + "\n"


def _alike(audit: Audit) -> list[tuple[str, list[Audited]]]:
    """Entries of which only an outage keeps all else from being said, by what is said of it.

    Without network every entry would have its block, all with the same words.
    """
    groups: dict[str, list[Audited]] = defaultdict(list)
    for one in audit.audited:
        silent = one.match is not None and one.match.unavailable
        if silent and [finding.code for finding in one.findings] == ["not-verified"]:
            groups[one.findings[0].message].append(one)
    return [(message, group) for message, group in groups.items() if len(group) > 1]


def _gathered(message: str, group: Sequence[Audited], page: Page) -> list[str]:
    """What is said of them all, once, and where they stand."""
    places = (
        f"{shown(one.entry.path)}:{one.entry.line} ({shown(one.findings[0].id)})" for one in group
    )
    return [
        *page.wrapped(f"{len(group)} entries: {shown(message)}", first="", role="notice"),
        *page.wrapped(", ".join(places), first="  ", role="faint"),
    ]


def entry(audited: Audited, *, colour: bool = False, width: int = 100) -> str:
    """One entry with its findings, as the report has it."""
    page = Page(paint=COLOURS if colour else PLAIN, width=max(width, NARROWEST))
    return "\n".join(_entry(audited, page))


def _entry(audited: Audited, page: Page) -> list[str]:
    entry = audited.entry
    place = f"{shown(entry.path)}:{entry.line}"
    title = shown(entry.title.text) if entry.title else "(no title read)"
    lines = [page.set_off(place, "place"), *page.wrapped(title, first="  ")]
    if audited.status in (Status.READ, Status.UNPARSED):
        for name, value in understood(entry):
            lines += page.wrapped(value, first=f"    {name:9}")
    if audited.status is not Status.READ:
        lines += page.wrapped(means(audited), first="  ", role="faint")
    for finding in sorted_findings(audited):
        lines += _finding(entry, finding, page)
    return lines


def means(audited: Audited) -> str:
    """Which work the entry means and how sure that is, in one line."""
    match = audited.match
    if audited.failure:
        return f"[{broke(audited.failure)}]"
    if not audited.paper or not match:
        return f"[{audited.status.value}]"
    reasons = "; ".join(map(shown, match.reasons))
    return f"[{match.verdict.value}, {per_cent(match.confidence)}] {reasons}".rstrip()


def _finding(entry: Entry, finding: Finding, page: Page) -> list[str]:
    role = finding.severity.value
    head = f"    {page.set_off(f'{role:7}', role)} {page.set_off(finding.code, 'place')}"
    aside = "  ".join(filter(None, (sure(finding), named(finding))))
    head += page.set_off(f"  {aside}".rstrip(), "faint")
    return [
        head,
        *page.wrapped(shown(finding.message), first=" " * 6),
        *_change(finding, page),
        *_evidence(finding, page),
        *([] if named(finding) else [page.set_off(" " * 6 + offer(entry, finding), "faint")]),
    ]


def _change(finding: Finding, page: Page) -> list[str]:
    old, new = shown(finding.current), shown(finding.proposed)
    if not new:
        return _side(_brief((("same", old),)), "gone", page, first="      is      ")
    if not old:
        return _side(_brief((("new", new),)), "new", page, first="      add     ")
    pieces = _brief(compared(old, new))
    return [
        *_side(pieces, "gone", page, first="      is      "),
        *_side(pieces, "new", page, first="      should  "),
    ]


def _brief(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return condensed(pieces, same=300, changed=2000)


def _side(pieces: tuple[Piece, ...], role: str, page: Page, *, first: str) -> list[str]:
    """One side of a change, wrapped first and marked then: marks take no room of the words."""
    side = [(kind, words) for kind, words in pieces if kind in ("same", role)]
    text = "".join(words for _, words in side)
    changed = [kind == role for kind, words in side for _ in words]
    lines, at = [], 0
    for line in page.wrapped(text, first=first):
        words = line[len(first) :]
        lines.append(line[: len(first)] + _marked(words, changed[at:], role, page))
        at += len(words) + 1
    return lines


def _marked(line: str, changed: list[bool], role: str, page: Page) -> str:
    runs = groupby(zip(line, changed, strict=False), key=lambda pair: pair[1])
    return "".join(
        page.set_off("".join(character for character, _ in run), role if marked else "")
        for marked, run in runs
    )


def _evidence(finding: Finding, page: Page) -> list[str]:
    """Who says so and where; the words only where they are not the proposal over again."""
    lines: list[str] = []
    for said in finding.evidence:
        source, url, value = shown(said.source), shown(said.url), shown(told(said, finding))
        if value:
            lines += page.wrapped(f"{source}: {value}", first=" " * 6, role="faint")
            lines += page.wrapped(url, first=" " * 8, role="faint")
        else:
            lines += page.wrapped(f"{source}: {url}", first=" " * 6, role="faint")
    return lines


def _closing(audit: Audit, page: Page) -> list[str]:
    if not audit.checked:
        return [f"{counted(len(audit.audited), 'entry', 'entries')} read; no service was asked"]
    sums = summary(audit)
    worst = next((s for s, n in zip(ORDER, (sums.errors, sums.warnings), strict=False) if n), None)
    lines = [page.set_off(headline(sums), worst.value if worst else "place")]
    lines += [f"{standing(sums)}"] if sums.entries else []
    for habit in habits(audit):
        lines += page.wrapped(shown(habit), first="")
    if more := pending(audit):
        command = commands.fix(commands.of(audit))
        lines.append(f"{command} writes {counted(more, 'correction')} by itself")
    lines += page.wrapped("; ".join(f"{name}: {use}" for name, use in services(audit)), first="")
    if not audit.complete:
        said = "incomplete: a service did not answer; nothing is concluded where it mattered"
        lines += page.wrapped(said, first="")
    return lines
