"""The report for a terminal: what stands, what should stand, why, how sure, where to see it."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.reports import commands
from pipeline.reports.habits import habits
from pipeline.reports.overview import (
    beside_proposal,
    broke,
    findings,
    headline,
    incomplete,
    named,
    offer,
    pending,
    services,
    standing,
    summary,
    sure,
    telling,
)  # fmt: skip
from pipeline.reports.plain import counted, cut, likely, listed, shown
from pipeline.reports.policy import blocks as by_policy
from pipeline.reports.ranking import (
    ORDER,
    Ranked,
    by_urgency,
    gathered,
    ranked,
    sorted_findings,
    tally,
)  # fmt: skip
from pipeline.reports.since import since
from pipeline.reports.terminal import COLOURS, NARROWEST, PLAIN, Page, brief, side
from pipeline.reports.understood import understood
from pipeline.reports.words import compared
from pipeline.values.audit import Audit, Audited, Status
from pipeline.values.finding import Finding

FIRST = 20
"""Findings of a report that is not asked for whole."""

MANY = 100
"""Entries of a list that nobody looks at one by one: its report keeps to a screen or two."""

SHORTEST = 16
"""Characters of a title, or of what is said, below which it would tell nothing."""

BROKEN = 5
"""Failed entries that are shown one by one."""

NAMED = 20
"""Entries that are named of those of which only an outage keeps all else from being said."""

LINES = 60
"""Lines of that report, as far as habits and outages allow."""


def render(  # noqa: PLR0913  each is an option of the command
    audit: Audit, *, colour: bool = False, width: int = 100, whole: bool = True,
    numbers: bool = False, policy: str = "",
) -> str:  # fmt: skip
    """The report in about ``width`` columns; words and addresses are never broken.

    If it is not wanted whole: the first findings in full, the number of the others by their codes.
    ``policy``: the findings in the words of that venue instead.
    """
    paint = COLOURS if colour else PLAIN
    page = Page(paint=paint, width=max(width, NARROWEST), numbers=numbers)
    if policy:
        return _joined([*by_policy(audit, policy, page, whole=whole), _closing(audit, page)])
    alike = _alike(audit)
    together = {id(audited) for _, group in alike for audited in group}
    apart = [audited for audited in audit.audited if id(audited) not in together]
    pairs = ranked(apart)
    short = not whole and (len(pairs) > FIRST or len(audit.audited) > MANY)
    blocks = _first(audit, pairs, page) if short and pairs else _whole(audit, apart, page)
    gathered_ = [_gathered(message, group, page) for message, group in alike]
    return _joined([*blocks[:-1], *gathered_, blocks[-1]])


def _joined(blocks: Sequence[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _whole(audit: Audit, apart: Sequence[Audited], page: Page) -> list[list[str]]:
    auditeds = telling(audit.but(audited=tuple(apart)))
    blocks = [
        _entry(audited, page) for audited in (by_urgency(auditeds) if audit.checked else auditeds)
    ]
    return [*blocks, _closing(audit, page)]


def _first(audit: Audit, pairs: list[Ranked], page: Page) -> list[list[str]]:
    """The first findings, as many in full as there is room for, and what becomes of the rest."""
    closing, rest = _closing(audit, page), _rest(audit, pairs, page)
    broken = [_entry(audited, page) for audited in audit.failed[:BROKEN]]
    if (more := len(audit.failed) - BROKEN) > 0:
        broken.append([f"and {counted(more, 'more entry', 'more entries')} failed"])
    room = LINES - len(closing) - len(rest) - 2
    blocks: list[list[str]] = []
    lines: list[str] = []
    entries = gathered(pairs[:FIRST])
    for place, audited in enumerate(entries):
        block = _entry(audited, page)
        later = sum(len(other.findings) for other in entries[place + 1 :])
        if len(audit.audited) > MANY and (lines or len(block) + 1 + later > room):
            lines += [_line(audited, finding, page) for finding in sorted_findings(audited)]
            continue
        blocks.append(block)
        room -= len(block) + 1
    return [*broken, *blocks, *([lines] if lines else []), rest, closing]


def _line(audited: Audited, finding: Finding, page: Page) -> str:
    """A finding in one line: where, what, of which work, what is said; cut at a word."""
    place, role = f"{shown(audited.entry.path)}:{audited.entry.line}", finding.severity.value
    title = shown(audited.entry.title.text) if audited.entry.title else finding.id
    room = page.width - len(place) - len(role) - 2
    text = f"{finding.code} “{_at_word(title, max(room - len(finding.code) - 3, SHORTEST))}”"
    left = room - len(text) - 2
    more = f": {_at_word(shown(finding.message), left)}" if left >= SHORTEST else ""
    return f"{page.set_off(place, 'place')} {page.set_off(role, role)} {text}{more}"


def _at_word(text: str, most: int) -> str:
    """The text, of at most that many characters, no word cut but a single long one."""
    if len(text) <= most:
        return text
    words = text[:most].rpartition(" ")[0]
    return f"{words.rstrip(' ,;:')} …" if words else cut(text, most)


def _rest(audit: Audit, pairs: Sequence[Ranked], page: Page) -> list[str]:
    rest = pairs[FIRST:]
    lines = [f"and {counted(len(rest), 'more finding')}:"] if rest else []
    for number, codes in tally(finding for _, finding in rest):
        lines += page.wrapped(codes, first=f"  {number}: ")
    command = commands.check(commands.of(audit))
    every = f"`{command} --all` shows everything in full, `--only CODE` what is of one kind, "
    every += "`--report errata.html` makes a page to look through."
    return [*lines, *page.wrapped(every, first="  " if rest else "", role="faint")]


def _alike(audit: Audit) -> list[tuple[str, list[Audited]]]:
    """Entries of which only an outage keeps all else from being said, by what is said of it.

    Without network every entry would have its block, all with the same words.
    """
    groups: dict[str, list[Audited]] = defaultdict(list)
    for audited in audit.audited:
        silent = audited.match is not None and audited.match.unavailable
        if silent and [finding.code for finding in audited.findings] == ["not-verified"]:
            message = audited.findings[0].message
            groups["" if _OFFLINE.fullmatch(message) else message].append(audited)
    return [
        (message or _offline(group), group) for message, group in groups.items() if len(group) > 1
    ]


_AWAY = re.compile(r"(\w+) (could not be asked without network|was not asked \(offline\))")
_OFFLINE = re.compile(
    rf"Not verified: {_AWAY.pattern}(?:; {_AWAY.pattern})*\. Nothing is concluded\."
)


def _offline(group: Sequence[Audited]) -> str:
    """The one sentence of a run without network, whoever would have been asked of its entries."""
    reasons = [pair for audited in group for pair in _AWAY.findall(audited.findings[0].message)]
    names = dict.fromkeys(name for name, _ in reasons)
    why = reasons[0][1] if len(names) == 1 else reasons[0][1].replace("was", "were")
    return f"Not verified: {listed(names)} {why}. Nothing is concluded."


def _gathered(message: str, group: Sequence[Audited], page: Page) -> list[str]:
    """What is said of them all, once, and where they stand."""
    places = [
        f"{shown(audited.entry.path)}:{audited.entry.line} ({shown(audited.findings[0].id)})"
        for audited in group
    ]
    more = f" and {len(places) - NAMED:,} more" if len(places) > NAMED else ""
    return [
        *page.wrapped(f"{len(group):,} entries: {shown(message)}", first="", role="notice"),
        *page.wrapped(f"{', '.join(places[:NAMED])}{more}", first="  ", role="faint"),
    ]


def entry(audited: Audited, *, colour: bool = False, width: int = 100, offers: bool = True) -> str:
    """One entry with its findings, as the report has it; ``offers``: what `fix` does about them."""
    page = Page(paint=COLOURS if colour else PLAIN, width=max(width, NARROWEST))
    return "\n".join(_entry(audited, page, offers=offers))


def _entry(audited: Audited, page: Page, *, offers: bool = True) -> list[str]:
    entry = audited.entry
    place = f"{shown(entry.path)}:{entry.line}"
    title = shown(entry.title.text) if entry.title else "(no title read)"
    lines = [page.set_off(place, "place"), *page.wrapped(title, first="  ")]
    if audited.status in (Status.READ, Status.UNPARSED):
        for name, value in understood(entry):
            lines += page.wrapped(value, first=f"    {name:9}")
    if audited.status is not Status.READ:
        lines += page.wrapped(means(audited, page), first="  ", role="faint")
    for finding in sorted_findings(audited):
        lines += _finding(finding, page)
        if offers and not named(finding):
            lines.append(page.set_off(" " * 6 + offer(entry, finding), "faint"))
    return lines


def means(audited: Audited, page: Page) -> str:
    """How sure it is which work the entry means, and why, in one line."""
    match = audited.match
    if audited.failure:
        return f"[{broke(audited.failure)}]"
    if not audited.paper or not match:
        return f"[{audited.status.value}]"
    reasons = "; ".join(map(shown, match.reasons))
    sure_of_it = page.chance(likely(match.confidence), match.confidence)
    return f"[{sure_of_it}] {reasons}".rstrip()


def _finding(finding: Finding, page: Page) -> list[str]:
    role = finding.severity.value
    head = f"    {page.set_off(f'{role:7}', role)} {page.set_off(finding.code, 'place')}"
    chance = page.chance(sure(finding), finding.confidence)
    aside = "  ".join(filter(None, (chance, named(finding))))
    head += page.set_off(f"  {aside}".rstrip(), "faint")
    return [
        head,
        *page.wrapped(shown(finding.message), first=" " * 6),
        *_change(finding, page),
        *_evidence(finding, page),
    ]


def _change(finding: Finding, page: Page) -> list[str]:
    old, new = shown(finding.current), shown(finding.proposed)
    if not new:
        return side(brief((("same", old),)), "gone", page, first="      is      ")
    if not old:
        return side(brief((("new", new),)), "new", page, first="      add     ")
    pieces = brief(compared(old, new))
    return [
        *side(pieces, "gone", page, first="      is      "),
        *side(pieces, "new", page, first="      should  "),
    ]


def _evidence(finding: Finding, page: Page) -> list[str]:
    """Who says so and where; the words only where they are not the proposal over again."""
    lines: list[str] = []
    for evidence in finding.evidence:
        source, url, value = (
            shown(evidence.source),
            shown(evidence.url),
            shown(beside_proposal(evidence, finding)),
        )
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
    if audit.complete and not (audit.habits or audit.failed or audit.since or findings(audit)):
        return [f"{headline(sums)}{f'; {standing(sums)}' if sums.entries else ''}"]
    worst = next((s for s, n in zip(ORDER, (sums.errors, sums.warnings), strict=False) if n), None)
    lines = [page.set_off(headline(sums), worst.value if worst else "place")]
    lines += [f"{standing(sums)}"] if sums.entries else []
    lines += [since(audit)] if audit.since else []
    for habit in habits(audit):
        lines += page.wrapped(shown(habit.sentence()), first="")
    if more := pending(audit):
        command = commands.fix(commands.of(audit))
        lines.append(f"{command} writes {counted(more, 'correction')} by itself")
    if done := sum(finding.written for finding in findings(audit)):
        lines.append(f"{counted(done, 'correction')} written")
    lines += page.wrapped("; ".join(f"{name}: {use}" for name, use in services(audit)), first="")
    if not audit.complete:
        lines += page.wrapped(incomplete(audit), first="")
    return lines
