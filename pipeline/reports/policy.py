"""The findings in the words of those who judge submissions: a view, no other verdict.

A venue that refuses submissions for their references asks three things of each: can it be found,
are these its authors, is anything else in it an error to report. What they do not ask is counted.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.reports import commands
from pipeline.reports.plain import counted, shown
from pipeline.reports.ranking import Ranked, ranked, tally
from pipeline.reports.terminal import Page
from pipeline.values.audit import Audit, Audited
from pipeline.values.finding import Severity


class Policy(NamedTuple):
    """How one venue puts it."""

    name: str
    source: str
    """Where its rules are published."""
    asked: tuple[tuple[str, frozenset[str]], ...]
    """Its words -> the codes of errors and warnings that they cover, the gravest first."""


_NOT_FOUND = frozenset({"not-found", "link-dead"})
_OTHER_WORK = frozenset({"title-differs", "link-elsewhere", "doi-differs"})
_AUTHORS = frozenset({
    "authors-differ", "authors-swapped", "authors-extra", "authors-incomplete", "authors-order",
    "author-misspelt",
})  # fmt: skip
_FIELDS = frozenset({"title-misspelt", "venue-differs", "venue-misspelt", "year-differs"})
_STATUS = frozenset({"retracted", "concern"})

POLICIES: dict[str, Policy] = {
    "neurips": Policy(
        "NeurIPS", "https://neurips.cc/Conferences/2025/LLM",
        (
            ("cannot be found", _NOT_FOUND), ("wrong authors", _AUTHORS),
            ("error to report", _OTHER_WORK | _FIELDS | _STATUS),
        ),
    ),
    "arxiv": Policy(
        "arXiv", "https://info.arxiv.org/help/policies/code_of_conduct.html",
        (
            ("cannot be found", _NOT_FOUND), ("names another work", _OTHER_WORK),
            ("wrong authors", _AUTHORS), ("error to report", _FIELDS | _STATUS),
        ),
    ),
}  # fmt: skip
"""Name for ``--policy`` -> the venue's words."""


SHOWN = 5
"""Entries under each of the venue's words in a report that is not asked for whole."""

FEW = 20
"""Findings that are shown in any case."""


def blocks(audit: Audit, name: str, page: Page, *, whole: bool = True) -> list[list[str]]:
    """What each of the venue's words covers, entry by entry, and how much it does not ask about.

    Notices are no accusations and never stand under a venue's words.
    """
    policy = POLICIES[name]
    pairs = [pair for pair in ranked(audit.audited) if pair[1].severity is not Severity.NOTICE]
    parts = [(words, [p for p in pairs if p[1].code in codes]) for words, codes in policy.asked]
    texts = {finding.id for _, covered in parts for _, finding in covered}
    most = len(pairs) if whole or len(pairs) <= FEW else SHOWN
    groups = [_group(words, covered, page, most) for words, covered in parts if covered]
    if any(len(covered) > most for _, covered in parts):
        every = commands.check(commands.of(audit), "--policy", name, "--all")
        groups.append(page.wrapped(f"`{every}` shows them all.", first="", role="faint"))
    rest = [
        finding
        for audited in audit.audited
        for finding in audited.findings
        if finding.id not in texts
    ]
    return [*groups, _closing(policy, audit, [words for words, covered in parts if covered], page)
            + [f"not asked: {number} ({codes})" for number, codes in tally(rest)]]  # fmt: skip


def _group(words: str, pairs: Sequence[Ranked], page: Page, most: int) -> list[str]:
    lines = [page.set_off(f"{words} ({len(pairs)})", "error")]
    for audited, finding in pairs[:most]:
        lines += [f"  {page.set_off(_place(audited), 'place')}  {finding.code}"]
        lines += page.wrapped(_title(audited), first="    ")
        lines += page.wrapped(shown(finding.message), first="    ", role="faint")
    return [*lines, f"  and {len(pairs) - most:,} more"] if len(pairs) > most else lines


def _place(audited: Audited) -> str:
    return f"{shown(audited.entry.path)}:{audited.entry.line}"


def _title(audited: Audited) -> str:
    return shown(audited.entry.title.text) if audited.entry.title else "(no title read)"


def _closing(policy: Policy, audit: Audit, words: Sequence[str], page: Page) -> list[str]:
    text = ", ".join(words) if words else "nothing that its rules ask about"
    head = f"{counted(len(audit.audited), 'entry', 'entries')} by the words of {policy.name}: "
    return page.wrapped(f"{head}{text}. Its rules: {policy.source}", first="")
