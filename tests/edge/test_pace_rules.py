"""How long to wait: tables and laws."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edge import pace_rules
from pipeline.edge.pace_rules import Booking

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
times = st.floats(min_value=1e9, max_value=2e9, allow_nan=False)
spans = st.floats(min_value=0, max_value=500, allow_nan=False)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param("2", 2.0, id="seconds, as NCBI sends"),
        pytest.param("Sun, 22 Nov 2026 10:01:30 GMT", 90.0, id="a date"),
        pytest.param("Sun, 22 Nov 2026 09:00:00 GMT", 0.0, id="a date that has passed"),
        pytest.param(None, None, id="nothing, as Crossref and arXiv send"),
        pytest.param("", None, id="an empty one"),
        pytest.param("soon", None, id="a word"),
        pytest.param("-5", None, id="a negative number"),
        pytest.param("9" * 400, 999_999_999.0, id="a number without end"),
        pytest.param(f"Fri, 31 Dec {'9' * 20} 23:59:59 GMT", None, id="a year of no clock"),
        pytest.param(f"Fri, 31 Dec 2026 23:59:59 +{'9' * 20}", None, id="nobody's zone"),
        pytest.param("٣", None, id="digits of another script"),
    ],
)
def test_retry_after_is_read(header: str | None, seconds: float | None) -> None:
    assert pace_rules.asked_wait(header, NOW) == seconds


def wait(attempt: int, **given: float | None) -> float | None:
    defaults = {"back_off_s": 1.0, "asked_s": None, "waited_s": 0.0, "jitter": 0.5}
    return pace_rules.retry_wait(attempt, **(defaults | given))  # type: ignore[arg-type]  # names fit


def test_waits_double() -> None:
    assert [wait(attempt) for attempt in range(1, 7)] == [1.0, 2.0, 4.0, 8.0, 16.0, None]


def test_arxiv_is_waited_for_in_half_minutes() -> None:
    waited, waits = 0.0, []
    for attempt in range(1, 7):
        seconds = wait(attempt, back_off_s=30.0, waited_s=waited)
        waits.append(seconds)
        waited += seconds or 0.0
    assert waits == [30.0, 60.0, 120.0, None, None, None]


def test_what_the_service_asks_for_wins_over_doubling() -> None:
    assert wait(1, asked_s=17.0, jitter=0.0) == 17.0
    assert wait(1, asked_s=121.0) is None, "longer than we wait for anybody"


@given(times, spans, times, spans)
def test_two_starts_are_never_closer_than_the_interval(
    next_s: float, interval: float, now: float, later: float
) -> None:
    first = pace_rules.start(Booking(next_s=next_s), now)
    after = pace_rules.booked(Booking(next_s=next_s), first, interval)
    assert (
        pace_rules.start(after, first + later) >= first + interval
        or interval > pace_rules.CLOCK_SLIP_S
    )


@given(times, spans, spans, times)
def test_a_rest_is_never_shortened_by_another(
    now: float, short: float, long: float, next_s: float
) -> None:
    short, long = sorted((short, long))
    booking = pace_rules.rested(Booking(next_s=next_s), now + long, now)
    assert pace_rules.rested(booking, now + short, now).rest_until_s == now + long


def test_a_clock_that_was_set_back_does_not_stop_us_for_hours() -> None:
    assert (
        pace_rules.start(Booking(next_s=1_000_000.0, rest_until_s=1_000_000.0), 1_000.0) == 1_000.0
    )


def test_a_refusal_slows_us_quickly_and_success_speeds_us_slowly() -> None:
    slow = pace_rules.slowed(1.0, refused=True)
    assert slow == 1.5
    for _ in range(10):
        slow = pace_rules.slowed(slow, refused=True)
    assert slow == pace_rules.SLOWEST
    assert 1.0 < pace_rules.slowed(slow, refused=False) < slow
    assert pace_rules.slowed(1.0, refused=False) == 1.0


@pytest.mark.parametrize(
    ("trips", "start"),
    [
        pytest.param([], 10.0, id="nothing under way"),
        pytest.param([(9.5, 9.9), (9.6, 9.9)], 10.0, id="two in the last second"),
        pytest.param([(9.3, 9.4), (9.5, 9.9), (9.6, 9.9)], 10.3, id="three: the first falls out"),
        pytest.param([(8.0, 8.5), (9.5, 9.9), (9.6, 9.9)], 10.0, id="one is long past"),
        pytest.param(
            [(5.0, 9.8), (9.5, 9.9), (9.6, 9.9)], 10.5, id="a slow answer may have queued till 9.5"
        ),
        pytest.param(
            [(5.0, None), (9.5, 9.9), (9.6, None)], 10.5, id="one under way may be taken up now"
        ),
    ],
)
def test_a_service_is_not_asked_more_than_it_bears_where_it_counts(
    trips: list[tuple[float, float | None]], start: float
) -> None:
    assert pace_rules.start_under_ceiling(trips, 10.0, ceiling=3, second_s=1.0) == pytest.approx(
        start
    )


@pytest.mark.parametrize(
    ("limit", "interval", "a_second"),
    [
        ("3", "1s", 3.0),
        ("10", "2s", 5.0),
        ("50", "", None),
        (None, "1s", None),
        ("many", "1s", None),
        ("3", "0s", None),
        ("3", "-1s", None),
    ],
)
def test_what_a_service_says_it_bears_is_read_leniently(
    limit: str | None, interval: str, a_second: float | None
) -> None:
    assert pace_rules.borne(limit, interval) == a_second
