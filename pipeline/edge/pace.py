"""One pace for all runs on this machine: places and starts, agreed on through small files.

The services' limits are per address, and a matrix of jobs shares one. A lock on a file is a place
among those that may ask at a time; it falls free by itself when its process dies. The next start
stands in another file. Without a folder, or where files cannot be locked, the pace holds within
this run.
"""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.edge import pace_rules
from pipeline.edge.pace_rules import Booking
from pipeline.sources.protocol import Policy

try:
    import fcntl
except ImportError:  # Windows has none; each run keeps its own pace there
    fcntl = None  # type: ignore[assignment]

POLL_S = 0.02
BELOW = 0.93
"""The share of a service's limit that we use."""
SLACK_S = 0.002
"""By this machine's clock, what a request may be held up on its way: it must not arrive closer to
the one behind it than the service bears."""
LONGEST_NAP_S = 0.25
"""A wait is slept in pieces, so that a stopped run ends soon and a new rest is noticed."""


class StoppedError(Exception):
    """The run stops asking; the message says why."""


class _UnderWay:
    """A request under way: when it left, and when its answer was there."""

    def __init__(self, start: float) -> None:
        self.start = start
        self.end: float | None = None


class SharedPace:
    """Lets requests to one pool through: one pace for all threads and processes."""

    def __init__(self, policy: Policy, *, name: str, folder: Path | None, scale: float) -> None:
        self._policy = policy
        self._scale = scale
        self._interval_s = 1.0 / policy.per_second / scale + SLACK_S
        self._slowed = 1.0
        self._own = Booking()
        self._under_way: deque[_UnderWay] = deque(
            maxlen=4 * policy.in_flight + (policy.ceiling or 0)
        )
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(policy.in_flight)
        self._stem = folder / name if folder is not None and fcntl is not None else None

    @contextmanager
    def turn(self, go_on: Callable[[], None]) -> Iterator[Callable[[], None]]:
        """A place, and a function that waits for the start and must be called before sending.

        ``go_on`` is called while waiting and raises to give up.
        """
        while not self._places.acquire(timeout=POLL_S):
            go_on()
        requests: list[_UnderWay] = []
        try:
            with self._shared_place(go_on):
                try:
                    yield lambda: requests.append(self._departed(go_on))
                finally:
                    self._returned(requests)
        finally:
            self._places.release()

    def refused(self, wait_s: float) -> None:
        """Nobody asks this pool for so many seconds of the service's time, then more slowly."""
        self._slowed = pace_rules.slowed(self._slowed, refused=True)
        now = time.time()
        self._change(lambda booking: pace_rules.rested(booking, now + wait_s / self._scale, now))

    def bears(self, per_second: float) -> None:
        """Keep below what the service says it bears now, if that is less than it used to."""
        if self._policy.ceiling is not None and 0 < per_second < self._policy.ceiling:
            least = 1.0 / (per_second * BELOW) / self._scale
            self._interval_s = max(self._interval_s, least)

    def answered(self) -> None:
        """A request went well: back towards the planned pace."""
        self._slowed = pace_rules.slowed(self._slowed, refused=False)

    def _departed(self, go_on: Callable[[], None]) -> _UnderWay:
        """A request that leaves now: the interval has passed, and the service bears one more."""
        while True:
            now = time.time()
            start = self._local_start(now)
            if start <= now:
                before = self._change(lambda booking: self._taken(booking, now))  # noqa: B023
                start = pace_rules.start(before, now)
            if start <= now:
                request = _UnderWay(now)
                self._under_way.append(request)
                return request
            go_on()
            time.sleep(min(start - now, LONGEST_NAP_S))

    def _local_start(self, now: float) -> float:
        """When the service bears one more by what this run has under way."""
        if self._policy.ceiling is None:
            return now
        second = 1.0 / self._scale
        spans = [(each.start, each.end) for each in tuple(self._under_way)]
        return pace_rules.start_under_ceiling(
            spans, now, ceiling=self._policy.ceiling, second_s=second
        )

    def _taken(self, booking: Booking, now: float) -> Booking:
        """The booking with a start at once, if one is free."""
        if pace_rules.start(booking, now) > now:
            return booking
        return pace_rules.booked(booking, now, self._interval_s * self._slowed)

    def _returned(self, requests: Sequence[_UnderWay]) -> None:
        now = time.time()
        for request in requests:
            request.end = now
        if self._policy.after_answer:
            interval = self._interval_s * self._slowed
            self._change(lambda booking: pace_rules.booked(booking, now, interval))

    def _change(self, change: Callable[[Booking], Booking]) -> Booking:
        """The booking before the change, which nobody else makes at the same time."""
        with self._lock:
            if self._stem is not None:
                try:
                    return _changed_file(self._stem.with_suffix(".pace"), change)
                except OSError:
                    self._stem = None  # read-only or full: the pace holds within this run
            before = self._own
            self._own = change(before)
            return before

    @contextmanager
    def _shared_place(self, go_on: Callable[[], None]) -> Iterator[None]:
        handle = self._lock_place(go_on)
        try:
            yield
        finally:
            if handle is not None:
                os.close(handle)

    def _lock_place(self, go_on: Callable[[], None]) -> int | None:
        while self._stem is not None:
            for number in range(self._policy.in_flight):
                try:
                    return _locked(self._stem.with_suffix(f".{number}.place"))
                except BlockingIOError:
                    continue
                except OSError:
                    self._stem = None
                    break
            go_on()
            time.sleep(POLL_S)
        return None


def _locked(path: Path) -> int:
    """A handle that holds the file's lock until it is closed.

    Raises:
        BlockingIOError: somebody else holds it.

    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


def _changed_file(path: Path, change: Callable[[Booking], Booking]) -> Booking:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        before = _parsed(os.pread(handle, 200, 0))
        after = change(before)
        if after != before:
            written = f"{after.next_s:.6f} {after.rest_until_s:.6f}\n".encode().ljust(64)
            os.pwrite(handle, written, 0)
        return before
    finally:
        os.close(handle)


def _parsed(content: bytes) -> Booking:
    """What stands in the file; an unreadable one binds nobody."""
    try:
        first, second = map(float, content.split()[:2])
        return Booking(next_s=first, rest_until_s=second)
    except ValueError:
        return Booking()
