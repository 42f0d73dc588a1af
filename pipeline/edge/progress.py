"""What a person at a terminal sees of long work: what is being done, and a line for each service.

Written on standard error; where that is no terminal only messages are written, each once.
"""

import os
import re
import sys
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Self, TextIO

from pipeline.edge.watch import Estimate, Event

REDRAW_S = 0.1
"""At most ten times a second: a slow terminal must not slow the run."""
SETTLED = 5
"""Requests of a service that make a pace: fewer tell no time left."""
COLUMNS = 80
"""Width of a terminal that does not tell."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class _Line:
    """What is known of one service."""

    def __init__(self) -> None:
        self.planned = self.asked = self.answered = self.cached = self.failed = 0
        self.waiting = ""
        self.until, self.began = 0.0, 0.0

    def hear(self, event: Event, now: float) -> None:
        """Count an event."""
        if event.kind in ("asked", "answered", "failed"):
            self.waiting = ""
        match event.kind:
            case "planned":
                self.planned += event.number
            case "asked":
                self.began = self.began if self.asked else now
                self.asked += event.number
            case "answered":
                self.answered += event.number
            case "cached":
                self.cached += event.number
            case "failed":
                self.failed += event.number
            case "waiting":
                self.waiting, self.until = event.text, now + event.seconds
            case "said":
                pass

    def told(self, now: float) -> str:
        """The line in words."""
        parts = (
            [f"{self.asked} of {max(self.planned, self.asked)} requests"] if self.planned else []
        )
        parts += [f"{self.answered} answered"] if self.answered else []
        parts += [f"{self.cached} from cache"] if self.cached else []
        parts += [f"{self.failed} unanswered"] if self.failed else []
        if self.waiting:
            parts.append(f"waiting {max(0, round(self.until - now))} s: {self.waiting}")
        elif left := self._left(now):
            parts.append(f"about {_spoken(left)} left")
        return ", ".join(parts)

    def _left(self, now: float) -> float:
        """Seconds for the requests still to be sent, at the pace so far; 0 where none tells."""
        if self.asked < SETTLED:
            return 0.0
        return (self.planned - self.asked) * (now - self.began) / (self.asked - 1)


class Progress:
    """A watcher that draws; also a context manager, which wipes what it drew."""

    def __init__(self, stream: TextIO, *, quiet: bool = False) -> None:
        self._stream = stream
        self._quiet = quiet
        self._terminal = not quiet and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._doing = ""
        self._lines: dict[str, _Line] = {}
        self._drawn = 0
        self._last = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write(self._wiped())

    def __call__(self, event: Event) -> None:
        """Show what happened."""
        if event.kind == "said":
            self._say(event.text)
            return
        now = time.monotonic()
        self._lines.setdefault(event.service, _Line()).hear(event, now)
        if now - self._last >= REDRAW_S:
            self._draw(now)

    def doing(self, text: str) -> None:
        """Show what is being done, at once: it may take long before anything else happens."""
        if text != self._doing:
            self._doing = text
            self._draw(time.monotonic())

    def _draw(self, now: float) -> None:
        if self._terminal:
            self._last = now
            self._write(self._wiped() + self._picture(now))

    def foretell(self, costs: Mapping[str, Estimate]) -> None:
        """Say, on a terminal, how many requests are due and about how long they take."""
        asked = {name: cost for name, cost in sorted(costs.items()) if cost.requests}
        if not self._terminal or not asked:
            return
        total = sum(cost.requests for cost in asked.values())
        longest = max(cost.seconds for cost in asked.values())
        each = ", ".join(f"{name} {cost.requests}" for name, cost in asked.items())
        self._say(
            f"{total} request{'s' * (total > 1)} to begin with ({each}), about {_spoken(longest)}; "
            "what they leave open is searched for."
        )

    def _say(self, text: str) -> None:
        if not self._quiet:
            self._write(self._wiped() + f"errata: {_UNPRINTABLE.sub(' ', text)}\n")

    def _picture(self, now: float) -> str:
        width = max(20, _columns(self._stream) - 1)
        rows = [f"errata: {self._doing}"] if self._doing else []
        rows += [f"  {name:<10} {line.told(now)}" for name, line in sorted(self._lines.items())]
        self._drawn = len(rows)
        return "".join(_UNPRINTABLE.sub(" ", row)[:width] + "\n" for row in rows)

    def _wiped(self) -> str:
        """The codes that take back what was drawn."""
        drawn, self._drawn = self._drawn, 0
        return f"\x1b[{drawn}A\x1b[J" if drawn else ""

    def _write(self, text: str) -> None:
        if text:
            self._stream.write(text)
            self._stream.flush()


def unseen() -> Progress:
    """A watcher that shows nothing."""
    return Progress(sys.stderr, quiet=True)


def _spoken(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"


def _columns(stream: TextIO) -> int:
    """Zero, which a terminal of unknown size tells, counts as unknown; `COLUMNS` goes first."""
    text = os.environ.get("COLUMNS", "")
    if text.isdecimal() and int(text):
        return int(text)
    try:
        return os.get_terminal_size(stream.fileno()).columns or COLUMNS
    except (OSError, ValueError):
        return COLUMNS
