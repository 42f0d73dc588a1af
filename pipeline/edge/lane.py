"""One lane: the requests of one pool, tried until they are answered or given up.

A lane turns every outcome into facts about questions: kept answers, or reasons why there are none.
Whoever fails does not hurt the others: one refused query is found by halving, a service that stays
away rests, and what waits for it with it, until it answers again or nobody waits any more.
"""

import math
import random
import re
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

from pipeline.edge import kept_answers, pace_rules
from pipeline.edge.doubts import doubts_of
from pipeline.edge.failures import (
    FailedError,
    ForbiddenError,
    OverweightError,
    RefusedError,
    RetryableError,
)
from pipeline.edge.http import Response
from pipeline.edge.kept_answers import Kept
from pipeline.edge.pace import LONGEST_NAP_S, SharedPace, StoppedError
from pipeline.edge.waiting import Job, Look, Waiting
from pipeline.edge.watch import Event, Watch
from pipeline.sources.protocol import (
    AskFewerError,
    Policy,
    Request,
    Share,
    Source,
    SourceFormatError,
    TooMuchError,
)
from pipeline.values.question import ByCitation, Query, Question

SHORT_BACK_OFF_S = 3.0
"""First wait after a broken answer, where the service did not say that it is too busy."""
MOST_REFUSALS = 12
"""Refusals in a row after which a service refuses the manner of asking, not a question."""
RESTS_S = (60.0, 120.0)
"""Seconds for which a service that failed job after job is left alone, each time before it is tried
once; what waits for it is given up with the last, and a later question tries it again."""
GIVEN_UP = len(RESTS_S) + 1
"""Rests after which nobody waits for the service any more."""
_LETTERS = re.compile("[A-Za-z ]+")


class Callbacks(NamedTuple):
    """What the lane needs of the run; every part may be called from several threads."""

    fetch: Callable[[Source, Request, Callable[[], None]], Response]
    prepare: Callable[[], None]
    """What the first request needs, done before it has its turn."""
    go_on: Callable[[], None]
    """Raises ``StoppedError`` when the run stops."""
    leaves: Callable[[Source], None]
    """A request leaves the machine; raises ``StoppedError`` when no more may."""
    keep: Callable[[Mapping[Question, Kept]], None]
    fail: Callable[[Sequence[Question], str], None]
    more: Callable[[], Iterable[tuple[Source, Sequence[Query]]]]
    """What the answers so far point at, asked for once nothing else is left to do."""
    watch: Watch
    wake: Callable[[], None]
    """Tells whoever waits for the lane that it ended by a bug."""
    scale: float


class Lane:
    """The requests of one pool, worked off as long as the run lasts."""

    def __init__(self, policy: Policy, shared: SharedPace, run: Callbacks) -> None:
        self._policy, self._shared, self._run = policy, shared, run
        self._waiting = Waiting(lambda job: run.watch(Event("planned", job.source.NAME, 1)))
        self._active = 0
        self._pointed = self._over = False
        self._changed = threading.Condition()
        self._given_up = 0
        self._refusals = 0
        self._controls: dict[type[Query], Query] = {}
        """The last query of each kind that found something."""
        self._closed = ""
        """Why the service is left alone; empty while it answers."""
        self._rests = 0
        """How often it rested since it last answered."""
        self._rests_until = 0.0
        self._on_trial = False
        """A request finds out whether it answers again."""
        self.bug: BaseException | None = None
        """What ended a thread; to be raised by the one who waits for the lane."""
        # Daemons, so that an interrupted run can end.
        for n in range(policy.in_flight):
            name = f"errata-{policy.pool}-{n}"
            threading.Thread(target=self._work, daemon=True, name=name).start()

    def put(self, source: Source, queries: Sequence[Query]) -> None:
        """Further questions; none of them is asked already."""
        with self._changed:
            self._waiting.put(source, queries)
            self._changed.notify_all()

    def follow(self) -> None:
        """Some answer, perhaps an old one, points at records of this pool."""
        with self._changed:
            self._pointed = True
            self._changed.notify_all()

    def close(self) -> None:
        """Ask nothing more."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def _work(self) -> None:
        while (job := self._take()) is not None:
            try:
                self._run.prepare()
                self._do(job)
            except BaseException as error:  # noqa: BLE001  a bug of ours, raised by whoever waits
                self.bug = error
                self.close()
                self._run.wake()
            finally:
                with self._changed:
                    self._active -= 1
                    self._changed.notify_all()

    def _take(self) -> Job | None:
        with self._changed:
            while not self._over:
                job = self._waiting.take()
                if job is not None:
                    self._active += 1
                    return job
                if self._pointed and not self._active:
                    self._pointed = False
                    for source, queries in self._run.more():
                        self._waiting.put(source, queries)
                else:
                    self._changed.wait()
            return None

    def _add(self, jobs: Sequence[Job]) -> None:
        with self._changed:
            self._waiting.add(jobs)
            self._changed.notify_all()

    def _do(self, job: Job) -> None:
        """Every question of the job gets its fact: kept, failed, or a smaller job."""
        try:
            if not self._waited_while_it_rests():
                self._fail(job, self._closed)
                return
            shares = self._tried(job)
        except RefusedError as error:
            self._refusals += 1
            self._answers_again()
            self._halved(job, str(error))
        except AskFewerError as error:
            self._answers_again()
            self._fewer(job, error)
        except OverweightError as error:
            self._answers_again()
            self._halved(job, str(error))
        except ForbiddenError as error:
            self._closed, self._rests, self._rests_until = str(error), GIVEN_UP, math.inf
            self._on_trial = False
            self._fail(job, str(error))
        except StoppedError as error:
            self._run.fail(job.questions, str(error))
        except (FailedError, SourceFormatError) as error:
            self._give_up(job, str(error))
        else:
            self._answered(job, shares)

    def _answered(self, job: Job, shares: Mapping[Query, Share]) -> None:
        """Keep what came; what is missing is not there, unless the source looks a second time."""
        self._given_up = self._refusals = 0
        self._pointed = True
        self._answers_again()
        if job.look == Look.FIRST and job.source.POLICY.empty_by_mistake:
            self._remember(job, shares)
        missing = [query for query in job.queries if query not in shares]
        doubts = doubts_of(job, shares)
        again = self._looks(job, missing) + self._doubted(job, doubts)
        self._add(again)
        later = {query for job in again for query in job.queries} | doubts.keys()
        now, name, keeps = datetime.now(UTC), job.source.NAME, job.source.POLICY.keeps
        self._run.keep(
            {
                Question(source=name, query=query): kept_answers.kept(shares.get(query), now, keeps)
                for query in job.queries
                if query not in later
            }
        )

    def _doubted(self, job: Job, doubts: Mapping[Query, str]) -> list[Job]:
        """Jobs that ask once more for what proves nothing; what is no answer again has failed."""
        if job.look == Look.FIRST:
            return _jobs(job.source, list(doubts), Look.AGAIN, None)
        for query, why in doubts.items():
            name = job.source.NAME
            self._run.fail([Question(source=name, query=query)], f"{name} {why}")
        return []

    def _remember(self, job: Job, shares: Mapping[Query, Share]) -> None:
        """What was found by its own words is found by them again; so is a title that was told.

        What was asked alone gives way: it may be of a kind that never goes with others.
        """
        for query in shares:
            if len(job.queries) > 1 or type(query) not in self._controls:
                self._controls[type(query)] = query
        for share in () if ByCitation in self._controls else shares.values():
            for payload in share.payloads:
                with suppress(SourceFormatError):
                    title = job.source.read(payload).title
                    citation = ByCitation(title=title)
                    # Accents and formulas may be found by other words than they are told in.
                    if _LETTERS.fullmatch(title) and job.source.accepts(citation):
                        self._controls[ByCitation] = citation

    def _looks(self, job: Job, missing: Sequence[Query]) -> list[Job]:
        """Jobs that look for what the page did not hold.

        A page without anything is asked for once more where pages come back empty by mistake, and
        a third time if nothing vouched for the second and there are no other words to look by.
        """
        if not missing or job.look in (Look.LAST, Look.OTHERWISE):
            return []
        vouched = job.control is not None or not job.source.POLICY.empty_by_mistake
        doubtful = len(missing) == len(job.queries) and not vouched
        control = self._controls.get(type(missing[0]))
        if doubtful and job.look == Look.FIRST:
            return _jobs(job.source, missing, Look.AGAIN, control)
        otherwise = _jobs(job.source, missing, Look.OTHERWISE, control)
        return otherwise or ([job._replace(look=Look.LAST)] if doubtful else [])

    def _fewer(self, job: Job, error: AskFewerError) -> None:
        """What the body calls unknown is, the others are asked again; else all in halves."""
        if not error.absent:
            self._halved(job, str(error))
            return
        rest = [query for query in job.queries if query not in error.absent]
        self._add(_jobs(job.source, rest, job.look, job.control))
        unknown = job.request.but(queries=error.absent)
        self._answered(job._replace(request=unknown, control=None), {})

    def _halved(self, job: Job, reason: str) -> None:
        """One malformed element spoils a whole batch: ask in halves, down to the one.

        That one goes without its control before it is given up: the control may be to blame.
        """
        queries = job.queries
        alone = len(queries) == 1
        if self._refusals > MOST_REFUSALS or (alone and job.control is None):
            self._fail(job, reason)
            return
        size = max(1, -(-len(queries) // 2))
        for start in range(0, len(queries), size):
            part = queries[start : start + size]
            self._add(_jobs(job.source, part, job.look, None if alone else job.control))

    def _give_up(self, job: Job, reason: str) -> None:
        """The job failed for good; a service that fails job after job rests, and the job waits."""
        self._given_up += 1
        most = 1 if self._policy.back_off_s > 10 else 2
        with self._changed:
            if self._given_up >= most and (not self._closed or self._on_trial):
                self._rest(job, reason)
            hopeless = not self._closed or self._rests >= GIVEN_UP
        if hopeless:
            self._fail(job, reason)
        else:
            self._add([job])

    def _rest(self, job: Job, reason: str) -> None:
        seconds = RESTS_S[min(self._rests, len(RESTS_S) - 1)]
        self._closed, self._on_trial = reason, False
        self._rests += 1
        self._rests_until = time.monotonic() + seconds / self._run.scale
        self._run.watch(Event("waiting", job.source.NAME, seconds=seconds, text=reason))

    def _waited_while_it_rests(self) -> bool:
        """Whether a job may be tried now: the service answers, or this is to find out.

        It may not if the service rested as often as anybody waits for it.

        Raises:
            StoppedError: the run stops.

        """
        with self._changed:
            while self._closed:
                self._run.go_on()
                left = self._rests_until - time.monotonic()
                if left <= 0 and not self._on_trial:
                    self._on_trial = True
                    return True
                if self._rests >= GIVEN_UP:
                    return False
                self._changed.wait(min(LONGEST_NAP_S, left) if left > 0 else LONGEST_NAP_S)
        return True

    def _answers_again(self) -> None:
        """It has answered, if only to refuse one question."""
        with self._changed:
            if not math.isinf(self._rests_until):
                self._closed, self._rests, self._on_trial = "", 0, False
            self._changed.notify_all()

    def _fail(self, job: Job, reason: str) -> None:
        self._run.fail(job.questions, f"{job.source.NAME} {reason}")

    def _tried(self, job: Job) -> Mapping[Query, Share]:
        """Whose part of the answer is whose, after as many attempts as have a chance."""
        from tenacity import Retrying, retry_if_exception  # noqa: PLC0415  dear to import

        attempts = Retrying(
            retry=retry_if_exception(lambda error: _may_pass(error, job)),
            wait=self._wait_for,
            stop=lambda state: bool(self._closed) or math.isinf(state.upcoming_sleep),
            before_sleep=lambda state: self._before_wait(job, state.outcome, state.upcoming_sleep),
            sleep=self._sleep,
            reraise=True,
        )
        return attempts(self._once, job)

    def _once(self, job: Job) -> Mapping[Query, Share]:
        try:
            return self._attempt(job)
        except (FailedError, AskFewerError) as error:
            # What failed holds on to its body, and is held until nobody waits any more.
            traceback.clear_frames(error.__traceback__)
            error.__cause__ = error.__context__ = None
            raise

    def _attempt(self, job: Job) -> Mapping[Query, Share]:
        with self._shared.turn(self._run.go_on) as start:
            self._run.go_on()
            if self._closed and not self._on_trial:
                raise FailedError(self._closed)

            def departs() -> None:
                start()
                self._run.leaves(job.source)

            reply = self._run.fetch(job.source, job.request, departs)
        shares = self._split(job, reply)
        if job.control is not None and not shares:
            raise RetryableError("sent an empty page")
        self._shared.answered()
        if reply.bears is not None and job.request.path == "/works":
            self._shared.bears(reply.bears)
        return shares

    def _split(self, job: Job, reply: Response) -> Mapping[Query, Share]:
        if reply.status == 404 and reply.body.strip() != job.source.POLICY.no_such:
            # Somebody on the way says so, whatever else the body may be taken for.
            raise FailedError("has no such address (status 404)")
        try:
            return job.source.split(job.request, reply.body)
        except TooMuchError as error:
            raise OverweightError(str(error)) from error
        except SourceFormatError as error:
            if reply.status == 404:
                raise FailedError("has no such address (status 404)") from error
            raise RetryableError("sent something else than its documentation says") from error

    def _wait_for(self, state: "object") -> float:
        """Seconds of the service's time before the next attempt; infinite to give up."""
        outcome = getattr(state, "outcome", None)
        error = outcome.exception() if outcome is not None else None
        refused = isinstance(error, RetryableError) and error.refused
        wait = pace_rules.retry_wait(
            getattr(state, "attempt_number", 1),
            back_off_s=self._policy.back_off_s
            if refused
            else min(SHORT_BACK_OFF_S, self._policy.back_off_s),
            asked_s=error.asked_wait_s if isinstance(error, RetryableError) else None,
            waited_s=self._waited(state),
            jitter=random.random(),  # noqa: S311  spreads clients, guards nothing
        )
        return math.inf if wait is None else wait

    def _waited(self, state: "object") -> float:
        """Seconds since the first attempt; only what was slept went by faster."""
        slept = float(getattr(state, "idle_for", 0.0))
        whole = getattr(state, "seconds_since_start", None) or 0.0
        return slept + max(0.0, whole - slept / self._run.scale)

    def _before_wait(self, job: Job, outcome: object, seconds: float) -> None:
        error = getattr(outcome, "exception", lambda: None)()
        if isinstance(error, RetryableError) and error.refused:
            self._shared.refused(seconds)
        self._run.watch(Event("waiting", job.source.NAME, seconds=seconds, text=str(error)))

    def _sleep(self, seconds: float) -> None:
        until = time.monotonic() + seconds / self._run.scale
        while (left := until - time.monotonic()) > 0:
            self._run.go_on()
            time.sleep(min(left, LONGEST_NAP_S))


def _may_pass(error: BaseException, job: Job) -> bool:
    """Whether the same request is worth another attempt: one that brings too much is halved."""
    several = len(job.queries) > 1 or job.control is not None
    return isinstance(error, RetryableError) and not (
        isinstance(error, OverweightError) and several
    )


def _jobs(source: Source, queries: Sequence[Query], look: Look, control: Query | None) -> list[Job]:
    """The queries, in each request the control as far as there is room for it."""
    make = source.again if look == Look.OTHERWISE else source.requests
    jobs, left = [], list(queries)
    while control is not None and left and control not in queries:
        first = next(iter(make([control, *left])), None)
        if first is None or len(first.queries) == 1 or control not in first.queries:
            break
        jobs.append(Job(source, first, look, control))
        left = [query for query in left if query not in first.queries]
    return jobs + [Job(source, request, look) for request in (make(left) if left else ())]
