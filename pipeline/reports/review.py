"""The corrections gone through one by one: what was accepted, what was refused and why.

The talk is handed in, so that the same dialogue runs in a terminal and in a test.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from pipeline.reports.plain import shown
from pipeline.reports.ranking import Ranked, ranked
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


REPEATED = frozenset(
    {"venue-differs", "venue-misspelt", "venue-style", "author-misspelt", "authors-style"}
)
"""Codes of which the same correction is right or wrong wherever it stands."""

MOST_PLACES = 10
"""Places of a correction that are named."""


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
    put_off: frozenset[str] = frozenset()
    """Ids of those that were looked at and left."""


class Decision(NamedTuple):
    """What was decided on one correction, wherever it stands; nothing if it was left."""

    accepted: tuple[str, ...] = ()
    """Ids of findings."""
    refused: tuple[Ignore, ...] = ()
    put_off: tuple[str, ...] = ()
    """Ids of findings."""


def grouped(audit: Audit) -> list[list[Ranked]]:
    """The findings, those of one correction together, what matters first.

    The same venue misspelt nine times is one question; what corrects nothing is a question each.
    """
    groups: dict[tuple[str, ...], list[Ranked]] = {}
    for audited, finding in ranked(audit.audited):
        same = (finding.code, finding.current, finding.proposed, finding.severity)
        alike = finding.code in REPEATED and acceptable(finding) and finding.proposed
        groups.setdefault(same if alike else (finding.id,), []).append((audited, finding))
    return list(groups.values())


def review(audit: Audit, talk: Talk, put_off: Collection[str] = ()) -> Decided:
    """What a person decides on each correction, what matters first; the rest if they stop.

    What was put off before (ids of findings) is asked last: a review goes on where it was left.
    """
    pending = sorted(grouped(audit), key=lambda group: group[0][1].id in put_off)
    made: list[Decision] = []
    number = sum(map(len, pending))
    if len(pending) < number:
        talk.say(f"{number} findings, {len(pending)} questions: the same correction is asked once.")
    while len(made) < len(pending):
        group = pending[len(made)]
        talk.say(f"\n[{len(made) + 1} of {len(pending)}]{_places(group)}")
        talk.show(*group[0])
        answer = _answer(group[0][1], talk)
        if answer == "quit":
            break
        if answer == "back":
            _take_back(made, talk)
        else:
            made.append(_decision(answer, group, talk))
    accepted = frozenset(name for decision in made for name in decision.accepted)
    refused = tuple(ignore for decision in made for ignore in decision.refused)
    reached = {finding.id for group in pending[: len(made)] for _, finding in group}
    waiting = {finding.id for group in pending for _, finding in group} - reached
    later = {name for decision in made for name in decision.put_off} | (waiting & set(put_off))
    return Decided(
        accepted=accepted, refused=refused, skipped=number - len(accepted) - len(refused),
        put_off=frozenset(later),
    )  # fmt: skip


def _places(group: Sequence[Ranked]) -> str:
    """Where else the same correction stands: an answer is for all of them."""
    if len(group) == 1:
        return ""
    lines = [f"{shown(audited.entry.path)}:{finding.line}" for audited, finding in group]
    more = f" and {len(lines) - MOST_PLACES} more" if len(lines) > MOST_PLACES else ""
    return f" the same at {len(group)} entries: {', '.join(lines[:MOST_PLACES])}{more}"


def acceptable(finding: Finding) -> bool:
    """Whether there is something to write."""
    return bool(finding.edits) and finding.fix is not FixKind.NONE


def _answer(finding: Finding, talk: Talk) -> str:
    """An answer that decides; evidence is opened, and help given, as often as it is asked for."""
    words = [word for word in ANSWERS if word != "accept" or acceptable(finding)]
    while True:
        text = talk.ask(f"{', '.join(words)}: ")
        word = "quit" if text is None else _word(text)
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


def _word(text: str) -> str:
    """The answer that is meant by a whole word or one letter; a sentence is none."""
    text = text.strip().casefold()
    if text == "?":
        return "help"
    return next((word for word in ANSWERS if text in (word, word[0])), "")


def _take_back(made: list[Decision], talk: Talk) -> None:
    if not made:
        talk.say("This is the first finding.")
        return
    for ignore in reversed(made.pop().refused):
        talk.forget(ignore)


def _open(finding: Finding, talk: Talk) -> None:
    urls = list(dict.fromkeys(evidence.url for evidence in finding.evidence))
    web = [url for url in urls if url.startswith(("https://", "http://"))]
    if web:
        talk.open(web)
    else:
        talk.say("There is no evidence to open.")


def _decision(answer: str, group: Sequence[Ranked], talk: Talk) -> Decision:
    if answer == "accept":
        return Decision(accepted=tuple(finding.id for _, finding in group))
    if answer == "skip":
        return Decision(put_off=tuple(finding.id for _, finding in group))
    reason = (talk.ask("Why? (kept with the refusal): ") or "").strip()
    ignores = [refusal(audited.entry, finding, reason) for audited, finding in group]
    named = tuple(ignore for ignore in ignores if ignore)
    if len(named) < len(ignores):
        talk.say("The entry has neither key nor title nor identifier to remember it by.")
    for ignore in named:
        talk.remember(ignore)
    return Decision(refused=named)


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
