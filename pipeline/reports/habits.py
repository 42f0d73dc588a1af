"""What lists do on purpose, in words: how often, an example, and the one command for them all."""

import re

from pipeline.reports import commands
from pipeline.reports.plain import counted
from pipeline.values.audit import Audit, Habit
from pipeline.values.codes import BY_NAME
from pipeline.values.finding import FixKind
from pipeline.values.text import Value

_LINE = re.compile(r"#L(\d+)(?:-\d+)?$")


class HabitInWords(Value):
    """A habit in words; each report sets the command off in its own way."""

    said: str
    """What the list does, how often, and where for example: whole sentences."""
    command: str
    does: str
    """What the command does: "leaves them out"."""

    def sentence(self) -> str:
        """All of it, for a report without marks."""
        return f"{self.said} `{self.command}` {self.does}."


def habits(audit: Audit) -> list[HabitInWords]:
    """What each list does on purpose, with an example and how to change or silence it all."""
    return [_in_words(habit, writable=_writable(habit, audit)) for habit in audit.habits]


def _writable(habit: Habit, audit: Audit) -> bool:
    """Whether ``fix --accept CODE`` has anything to write for it."""
    return any(
        finding.code == habit.code and finding.fix is not FixKind.NONE and finding.edits
        for audited in audit.audited
        if audited.entry.path == habit.path
        for finding in audited.habitual
    )


def _in_words(habit: Habit, *, writable: bool) -> HabitInWords:
    entries = f"{habit.number:,} of {counted(habit.of, 'entry', 'entries')} in {habit.path}"
    kind = f", {habit.kind.replace('-', ' ')}" if habit.kind else ""
    meaning = BY_NAME[habit.code].meaning
    return HabitInWords(
        said=f"{entries}: {meaning} ({habit.code}{kind}). {_example(habit)}: {habit.message}",
        command=(
            commands.fix([habit.path], "--accept", habit.code) if writable
            else commands.check([habit.path], "--ignore", habit.code)
        ),
        does="changes them all" if writable else "leaves them out",
    )  # fmt: skip


def _example(habit: Habit) -> str:
    """Where the first of them is: "For example line 803", or by its key in a .bib file."""
    line = _LINE.search(habit.example)
    return f"For example {f'line {line[1]}' if line else habit.example.rpartition('#')[2]}"
