"""The words of the pull request: title, text, messages of its commits.

First what is new, then what is proposed and how to take a part of it back, then the report.
"""

from pipeline.action.block import block
from pipeline.action.boxes import AFRESH, afresh, correction, with_ticks
from pipeline.action.choice import Choice, changes
from pipeline.action.proposal import TRAILER, Fingerprints, marked
from pipeline.reports import rendered
from pipeline.reports.markup import code, inert
from pipeline.reports.opening import newest
from pipeline.reports.overview import fixable
from pipeline.reports.plain import counted, cut
from pipeline.reports.review import refusal
from pipeline.values.audit import Audit, Audited
from pipeline.values.finding import Finding
from pipeline.values.ignore_table import spelt
from pipeline.values.settings import Ignore
from pipeline.values.text import Value

LONGEST_BODY = 65_536
"""Characters of a pull request, an issue or a comment that GitHub takes."""

MOST_IGNORES = 30
"""Refusals that are offered as a block to paste at once."""

TITLE = 80
"""Characters of a work's title beside its box."""


class Words(Value):
    """What the pull request is about."""

    audit: Audit
    """After the corrections: what is written is known as written."""
    choice: Choice
    records: int
    """Records that come or change."""
    run_url: str


def title(words: Words) -> str:
    """The pull request's title: what it changes, in numbers."""
    corrects = changes(words.choice.proposed)
    parts = (
        f"correct {corrects}" if corrects else "",
        f"write {counted(words.records, 'record')}" if words.records else "",
    )
    return f"Errata: {', '.join(filter(None, parts)) or 'repair the text'}"


def message(text: str, prints: Fingerprints, part: int, parts: int) -> str:
    """A commit's message; the last of them says that nothing is missing."""
    return f"{text}\n\n{TRAILER}: {prints.changes}\nErrata-Part: {part} of {parts}\n"


def body(words: Words, prints: Fingerprints) -> str:
    """The pull request's text, of no more than GitHub takes."""
    parts = [
        prints.mark(), *newest(words.audit), _opening(words), _boxes(words),
        _ignores(words.choice),
    ]  # fmt: skip
    head = "\n\n".join(filter(None, parts)) + "\n\n"
    full = f"{words.run_url}#artifacts"
    limit = LONGEST_BODY - len(head.encode()) - 1
    report = rendered("markdown", _proposed_only(words), limit=limit, full=full).text
    return head + with_ticks(report, prints.accepted)


def _opening(words: Words) -> str:
    choice = words.choice
    what = changes(choice.proposed) or "no entry"
    text = f"This pull request corrects {what}"
    text += f", and writes {counted(words.records, 'record')}. " if words.records else ". "
    text += "Only what is sure is proposed, a commit for each kind, so that one can be dropped. "
    if choice.waiting:
        text += f"{counted(choice.waiting, 'more correction')} wait until this one is merged. "
    return text + (
        "It is kept up to date every week until it is merged or closed. What you untick, take back "
        "by hand or close is not proposed again. Where a box in the report is ticked, the next run "
        "writes that too."
    )


def _boxes(words: Words) -> str:
    choice = words.choice
    works = {finding.id: audited for audited in words.audit.audited for finding in audited.findings}
    works |= {finding.id: audited for audited, finding, _ in choice.refused}
    many = len({audited.entry.path for audited in words.audit.audited}) > 1
    entries = [(finding, True) for finding in choice.proposed]
    entries += [(finding, False) for _, finding, _ in choice.refused]
    if not entries:
        return ""
    lines = [
        correction(_said(finding, works.get(finding.id), many=many), finding.id, ticked=ticked)
        for finding, ticked in entries if finding.id.isalnum()
    ]  # fmt: skip
    heading = "<details><summary>Take a correction back: untick it</summary>"
    return "\n\n".join([heading, "\n".join(lines), "</details>"])


def _said(finding: Finding, audited: Audited | None, *, many: bool) -> str:
    """Where it is, and what: the work where what changes does not tell it."""
    where = f"line {finding.line}"
    if audited and many:
        where = f"{inert(audited.entry.path)}, {where}"
    title = audited.entry.title.text if audited and audited.entry.title else ""
    named = title if finding.field in ("authors", "link", "doi") else ""
    text = f"“{inert(cut(named, TITLE))}”" if named else ""
    text = text or inert(cut(finding.current or finding.proposed, TITLE))
    return f"{where} {code(finding.code)} {text}".rstrip()


def _ignores(choice: Choice) -> str:
    """The refusals as settings, to be kept in the repository for good."""
    ignores = [_ignore(*refused_one) for refused_one in choice.refused]
    tables = list(dict.fromkeys(spelt(ignore, "ignore") for ignore in ignores if ignore))[
        :MOST_IGNORES
    ]
    if not tables:
        return ""
    text = f"{counted(len(ignores), 'correction')} that you refused "
    text += "is" if len(ignores) == 1 else "are"
    text += " left out. To keep that in the repository, paste this into `errata.toml`:"
    lines = "\n".join(tables).rstrip("\n").split("\n")
    return "\n\n".join(
        [
            "<details><summary>Refused corrections</summary>",
            text,
            block(lines, "toml"),
            "</details>",
        ]
    )


def _ignore(audited: Audited, finding: Finding, number: int) -> Ignore | None:
    return refusal(audited.entry, finding, f"refused in pull request {number}")


def _proposed_only(words: Words) -> Audit:
    """The audit without what is told elsewhere: what is new, what waits or was refused."""
    refused = {finding.id for _, finding, _ in words.choice.refused}
    return words.audit.but(
        since=None,
        audited=tuple(
            audited.but(
                findings=tuple(f for f in audited.findings if f.written or _told(f, refused))
            )
            for audited in words.audit.audited
        ),
    )


def _told(finding: Finding, refused: set[str]) -> bool:
    return not fixable(finding) and finding.id not in refused


NOTE = (
    "> **This branch is yours.** It holds a commit that is not Errata's, so it is kept as it is, "
    "and this text too; what was found since is in the report of each run."
)


def kept(text: str, run_url: str) -> str:
    """The text of a pull request on whose branch somebody has worked: it says so, once."""
    if NOTE in text or afresh(text):
        return text
    first, _, rest = text.partition("\n")
    if not marked(text):
        first, rest = "", text
    note = f"{NOTE} [The first of these runs]({run_url})"
    box = f"- [ ] Start afresh: the next run writes the branch anew, without that commit. {AFRESH}"
    return "\n\n".join(filter(None, [first, note, box, rest.lstrip("\n")]))
