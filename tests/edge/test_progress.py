"""What a terminal shows, and what a log does not."""

import io
import os
import select

import pytest

from pipeline.edge import progress
from pipeline.edge.progress import Progress
from pipeline.edge.watch import Estimate, Event


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _ready(number: int) -> bool:
    """Whether there is something to read; of any number, which ``select.select`` cannot take."""
    poll = select.poll()
    poll.register(number, select.POLLIN)
    return bool(poll.poll(500))


EVENTS = (
    Event("planned", "crossref", 3),
    Event("cached", "crossref", 41),
    Event("asked", "crossref", 1),
    Event("answered", "crossref", 50),
    Event("waiting", "arxiv", seconds=30.0, text="arxiv asks for fewer requests (status 429)"),
)


def test_a_line_for_each_service_kept_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "REDRAW_S", 0.0)
    stream = Terminal()
    with Progress(stream) as shown:
        for event in EVENTS:
            shown(event)
        picture = stream.getvalue()
    assert "crossref   1 of 3 requests, 50 answered, 41 from cache" in picture
    assert "waiting 30 s: arxiv asks for fewer requests" in picture
    assert stream.getvalue().endswith("\x1b[2A\x1b[J"), "wiped at the end"


def test_the_time_left_is_told_from_the_pace_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "REDRAW_S", 0.0)
    clock = iter([0.0, *(3.0 * turn for turn in range(11))])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    stream = Terminal()
    shown = Progress(stream)
    shown(Event("planned", "arxiv", 11))
    for _ in range(4):
        shown(Event("asked", "arxiv", 1))
    assert "left" not in stream.getvalue(), "four requests make no pace"
    shown(Event("asked", "arxiv", 1))
    assert stream.getvalue().endswith("5 of 11 requests, about 18 s left\n")
    for _ in range(6):
        shown(Event("asked", "arxiv", 1))
    assert stream.getvalue().endswith("11 of 11 requests\n"), "nothing is left to be sent"


def test_a_terminal_that_tells_no_width_is_of_the_usual_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A pseudo-terminal that nobody sized tells zero columns."""
    monkeypatch.setattr(progress, "REDRAW_S", 0.0)
    main, side = os.openpty()
    with os.fdopen(main), os.fdopen(side, "w") as stream, Progress(stream) as shown:
        for event in EVENTS:
            shown(event)
        assert os.get_terminal_size(side).columns == 0
        seen = b""
        while _ready(main):
            seen += os.read(main, 10_000)  # what has come through by now
        assert b"1 of 3 requests, 50 answered, 41 from cache" in seen


def test_a_log_has_the_messages_and_nothing_else() -> None:
    stream = io.StringIO()
    with Progress(stream) as shown:
        for event in (*EVENTS, Event("said", text="no network: answering from the snapshot")):
            shown(event)
    assert stream.getvalue() == "errata: no network: answering from the snapshot\n"


def test_the_cost_is_said_before_asking_and_only_on_a_terminal() -> None:
    costs = {"crossref": Estimate(41, 14.2), "arxiv": Estimate(40, 138.0), "doi": Estimate(0, 0.0)}
    terminal, log = Terminal(), io.StringIO()
    for stream in (terminal, log):
        with Progress(stream) as shown:
            shown.foretell(costs)
            shown.foretell({})
    assert terminal.getvalue() == (
        "errata: 81 requests to begin with (arxiv 40, crossref 41), about 2 min; what they leave "
        "open is searched for.\n"
    )
    assert log.getvalue() == ""


def test_quiet_says_nothing() -> None:
    stream = Terminal()
    with Progress(stream, quiet=True) as shown:
        for event in (*EVENTS, Event("said", text="x")):
            shown(event)
    assert stream.getvalue() == ""


def test_nothing_in_a_message_moves_the_cursor() -> None:
    stream = io.StringIO()
    with Progress(stream) as shown:
        shown(Event("said", text="a\x1b[2Jb\nc\u202ed"))
    assert stream.getvalue() == "errata: a [2Jb c d\n"


def test_what_is_being_done_is_shown_at_once() -> None:
    """Reading a list of thousands takes seconds in which no service is heard of."""
    terminal, log = Terminal(), io.StringIO()
    for stream in (terminal, log):
        with Progress(stream) as shown:
            shown.doing("reading list.md")
            shown.doing("comparing 2,652 entries with what was found")
    assert terminal.getvalue() == (
        "errata: reading list.md\n\x1b[1A\x1b[J"
        "errata: comparing 2,652 entries with what was found\n\x1b[1A\x1b[J"
    )
    assert not log.getvalue()
