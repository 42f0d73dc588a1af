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

ANSWERS = {
    "accept": "the correction is written at the end",
    "refuse": "it is not said again; you are asked why",
    "open": "opens the evidence in a browser",
    "skip": "leaves it for another time",
    "back": "takes the last answer back",
    "quit": "ends here; what was accepted is written",
    "help": "says this",
}
"""What may be answered, as a whole word or by its first letter."""


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
    forget: Callable[[Ignore], None]
    """Takes back the last that was kept."""


class Decided(Value):
    """What was decided."""

    accepted: frozenset[str] = frozenset()
    """Ids of findings."""
    refused: tuple[Ignore, ...] = ()
    skipped: int = 0
    """Findings left for another time."""


class Decision(NamedTuple):
    """What was decided on one finding; neither if it was left."""

    accepted: str = ""
    """The finding's id."""
    refused: Ignore | None = None


LEFT = Decision()


def review(audit: Audit, talk: Talk) -> Decided:
    """What a person decides on each finding, in the order of the lists; the rest if they stop."""
    pending = [(audited, finding) for audited in audit.audited for finding in audited.findings]
    made: list[Decision] = []
    while len(made) < len(pending):
        audited, finding = pending[len(made)]
        talk.say(f"\n[{len(made) + 1} of {len(pending)}]")
        talk.show(audited, finding)
        answer = _answer(finding, talk)
        if answer == "quit":
            break
        if answer == "back":
            _take_back(made, talk)
        else:
            made.append(_decision(answer, audited.entry, finding, talk))
    accepted = frozenset(one.accepted for one in made if one.accepted)
    refused = tuple(one.refused for one in made if one.refused)
    return Decided(
        accepted=accepted, refused=refused, skipped=len(pending) - len(accepted) - len(refused)
    )


def acceptable(finding: Finding) -> bool:
    """Whether there is something to write."""
    return bool(finding.edits) and finding.fix is not FixKind.NONE


def _answer(finding: Finding, talk: Talk) -> str:
    """An answer that decides; evidence is opened, and help given, as often as it is asked for."""
    words = [word for word in ANSWERS if word != "accept" or acceptable(finding)]
    while True:
        told = talk.ask(f"{', '.join(words)}: ")
        word = "quit" if told is None else _word(told)
        if word == "open":
            _open(finding, talk)
        elif word == "help":
            talk.say("\n".join(f"  {w:8}{ANSWERS[w]} (or {w[0]})" for w in words))
        elif word in words:
            return word
        elif word == "accept":
            talk.say("There is no correction to accept.")
        else:
            talk.say(f"Answer with one of these words, or its first letter: {', '.join(words)}.")


def _word(told: str) -> str:
    """The answer that is meant by a whole word or one letter; a sentence is none."""
    told = told.strip().casefold()
    if told == "?":
        return "help"
    return next((word for word in ANSWERS if told in (word, word[0])), "")


def _take_back(made: list[Decision], talk: Talk) -> None:
    if not made:
        talk.say("This is the first finding.")
    elif ignore := made.pop().refused:
        talk.forget(ignore)


def _open(finding: Finding, talk: Talk) -> None:
    urls = list(dict.fromkeys(said.url for said in finding.evidence))
    web = [url for url in urls if url.startswith(("https://", "http://"))]
    if web:
        talk.open(web)
    else:
        talk.say("There is no evidence to open.")


def _decision(answer: str, entry: Entry, finding: Finding, talk: Talk) -> Decision:
    if answer == "accept":
        return Decision(accepted=finding.id)
    if answer == "skip":
        return LEFT
    reason = (talk.ask("Why? (kept with the refusal): ") or "").strip()
    ignore = refusal(entry, finding, reason)
    if ignore is None:
        talk.say("The entry has neither key nor title nor identifier to remember it by.")
        return LEFT
    talk.remember(ignore)
    return Decision(refused=ignore)


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
