"""How long to wait: pure decisions, no clock and no sleep.

Times are seconds of one clock; whoever asks brings "now".
"""

from collections.abc import Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime

from pipeline.values.text import Value

MOST_ATTEMPTS = 6
LONGEST_PATIENCE_S = 240.0
"""Waiting for one request, its attempts and the waits between; then the service counts as
unavailable."""
LONGEST_WAIT_S = 120.0
"""A service that asks for a longer wait is not waited for."""
CLOCK_SLIP_S = 600.0
"""A start noted further ahead than this comes from a clock that was set back."""
SLOWEST = 4.0

QUICK_ANSWER = 0.3
"""Seconds that an answer takes at least once its request was taken up."""

RETRYABLE = frozenset({406, 408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
"""Statuses that may pass; 406 is arXiv's now and then, 52x are Cloudflare's."""
REFUSING = frozenset({400, 413, 414, 422, 431})
"""Statuses that say: not this question. Fewer queries may go through, a repetition never."""


class Booking(Value):
    """When the next request to a pool may start, as all runs on this machine agreed."""

    next_s: float = 0.0
    """Start of the next request."""
    rest_until_s: float = 0.0
    """Nobody asks before: the service refused."""


def start(booking: Booking, now_s: float) -> float:
    """When a request may start that is ready now."""
    latest = max(booking.next_s, booking.rest_until_s)
    return now_s if latest - now_s > CLOCK_SLIP_S else max(now_s, latest)


def start_under_ceiling(
    trips: Sequence[tuple[float, float | None]], now_s: float, *, ceiling: int, second_s: float
) -> float:
    """When the service bears one more request, given those under way and those that came back.

    It counts a request when it takes it up. For a quick answer that is when it was sent; a slow one
    may have queued and been taken up just before it was answered, one under way may be taken up
    any moment. ``second_s`` is the second it counts by. At worst the answer is to look again soon.
    """
    taken = sorted(_taken_up(trip, now_s, second_s) for trip in trips)
    recent = [moment for moment in taken if moment > now_s - second_s]
    return now_s if len(recent) < ceiling else recent[-ceiling] + second_s


def _taken_up(trip: tuple[float, float | None], now_s: float, second_s: float) -> float:
    """The latest moment at which the service may have taken a request up."""
    sent, answered = trip
    if answered is None:
        return sent if now_s - sent <= second_s else now_s
    return sent if answered - sent <= second_s else answered - QUICK_ANSWER * second_s


def booked(booking: Booking, start_s: float, interval_s: float) -> Booking:
    """The booking after a request that starts (or, where the end counts, ended) at a time."""
    return booking.but(
        next_s=max(start_s + interval_s, min(booking.next_s, start_s + CLOCK_SLIP_S))
    )


def rested(booking: Booking, until_s: float, now_s: float) -> Booking:
    """The booking after a refusal; a rest never gets shorter, unless the clock was set back."""
    kept = booking.rest_until_s if booking.rest_until_s - now_s <= CLOCK_SLIP_S else 0.0
    return booking.but(rest_until_s=max(kept, until_s))


def asked_wait(header: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for: digits or a date; None if it says nothing."""
    if not header:
        return None
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        date = parsedate_to_datetime(header)
    except (TypeError, ValueError, OverflowError):
        return None
    if date.tzinfo is None:
        return None
    return max(0.0, (date - now).total_seconds())


def retry_wait(
    attempt: int, *, back_off_s: float, asked_s: float | None, waited_s: float, jitter: float
) -> float | None:
    """Seconds before the attempt after this one (1 = the first); None if it is not worth waiting.

    What the service asks for wins over doubling; ``jitter`` in [0, 1) spreads clients that failed
    together.
    """
    if attempt >= MOST_ATTEMPTS:
        return None
    doubled = min(back_off_s * 2 ** (attempt - 1), LONGEST_WAIT_S)
    wait = asked_s + jitter if asked_s is not None else doubled * (0.75 + 0.5 * jitter)
    too_long = (asked_s or 0.0) > LONGEST_WAIT_S or waited_s + wait > LONGEST_PATIENCE_S
    return None if too_long else wait


def borne(limit: str | None, interval: str | None) -> float | None:
    """Requests a second by the headers of an answer ("3" and "1s"); None if they say nothing."""
    seconds = (interval or "").strip().removesuffix("s")
    if not (limit and limit.strip().isascii() and limit.strip().isdigit()):
        return None
    if not (seconds.isascii() and seconds.isdigit()) or int(seconds[:6]) == 0:
        return None
    return int(limit.strip()[:6]) / int(seconds[:6])


def slowed(factor: float, *, refused: bool) -> float:
    """How many times longer than planned the intervals are: up quickly, down slowly."""
    return min(SLOWEST, factor * 1.5) if refused else max(1.0, factor * 0.97)
