"""The findings gone through one by one: what was accepted, what was refused and why.

The talk is handed in, so that the same dialogue runs in a terminal and in a test.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.values.audit import Audit, Audited
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding, FixKind
from pipeline.values.settings import Ignore
from pipeline.values.text import Value

KEYS = "a accept, r refuse, o open the evidence, s skip, q quit"


class Talk(NamedTuple):
    """How the dialogue reaches a person."""

    ask: Callable[[str], str | None]
    """The answer to a prompt; None when there will be no more."""
    say: Callable[[str], None]
    show: Callable[[Audited, Finding], None]
    """Shows a finding with its change and evidence."""
    open: Callable[[Sequence[str]], None]
    """Opens addresses for the person to look at."""
    remember: Callable[[Ignore], None]
    """Keeps a refusal for the next runs, at once."""


class Decided(Value):
    """What was decided."""

    accepted: frozenset[str] = frozenset()
    """Ids of findings."""
    refused: tuple[Ignore, ...] = ()
    skipped: int = 0
    """Findings left for another time."""


def review(audit: Audit, talk: Talk) -> Decided:
    """What a person decides on each finding, in the order of the lists; the rest if they stop."""
    pending = [(audited, finding) for audited in audit.audited for finding in audited.findings]
    decided = Decided()
    for number, (audited, finding) in enumerate(pending, 1):
        talk.say(f"\n[{number} of {len(pending)}]")
        talk.show(audited, finding)
        answer = _answer(finding, talk)
        if answer == "q":
            return decided.but(skipped=decided.skipped + len(pending) - number + 1)
        decided = _with(decided, answer, audited.entry, finding, talk)
    return decided


def acceptable(finding: Finding) -> bool:
    """Whether there is something to write."""
    return bool(finding.edits) and finding.fix is not FixKind.NONE


def _answer(finding: Finding, talk: Talk) -> str:
    """One of ``a r s q``; evidence is opened as often as it is asked for."""
    able = acceptable(finding)
    prompt = KEYS if able else KEYS.removeprefix("a accept, ")
    while True:
        said = talk.ask(f"{prompt}: ")
        key = "q" if said is None else said.strip()[:1].lower()
        if key == "o":
            _open(finding, talk)
        elif key in ("r", "s", "q") or (key == "a" and able):
            return key
        elif key == "a":
            talk.say("There is no correction to accept.")
        else:
            talk.say(f"Answer with one of: {prompt}.")


def _open(finding: Finding, talk: Talk) -> None:
    urls = list(dict.fromkeys(said.url for said in finding.evidence))
    web = [url for url in urls if url.startswith(("https://", "http://"))]
    if web:
        talk.open(web)
    else:
        talk.say("There is no evidence to open.")


def _with(decided: Decided, answer: str, entry: Entry, finding: Finding, talk: Talk) -> Decided:
    if answer == "a":
        return decided.but(accepted=decided.accepted | {finding.id})
    if answer == "s":
        return decided.but(skipped=decided.skipped + 1)
    reason = (talk.ask("Why? (kept with the refusal): ") or "").strip()
    ignore = refusal(entry, finding, reason)
    if ignore is None:
        talk.say("The entry has neither key nor title nor identifier to remember it by.")
        return decided.but(skipped=decided.skipped + 1)
    talk.remember(ignore)
    return decided.but(refused=(*decided.refused, ignore))


def refusal(entry: Entry, finding: Finding, reason: str) -> Ignore | None:
    """The refusal as a setting; None if nothing names the entry.

    By citation key; else by title, unless that is what is doubted; else by identifier.
    """
    title = entry.title.text if entry.title else ""
    numbers = [str(mention.identifier) for mention in entry.mentions]
    names = [entry.key or "", *([] if finding.field == "title" else [title]), *numbers, title]
    name = next((name for name in names if name), "")
    if not name:
        return None
    return Ignore(codes=(finding.code,), list=entry.path, entry=name, reason=reason)
