"""The desk: every question gets its answer, from the cache, a service, or the snapshot.

Total and patient: ``ask`` never raises for one question. An outage is ``Unavailable``; only a
service that answered and has nothing gives ``NotFound``.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.edge import crossref_lists, network, services
from pipeline.edge.cache import private_folder
from pipeline.edge.failures import NoEntryError
from pipeline.edge.http import Http, Response, user_agent
from pipeline.edge.kept_answers import Kept
from pipeline.edge.lane import Callbacks, Lane
from pipeline.edge.ledger import Ledger
from pipeline.edge.local_index import LocalIndex
from pipeline.edge.pace import SharedPace, StoppedError
from pipeline.edge.waiting import requests
from pipeline.edge.watch import Estimate, Event, Watch, nobody
from pipeline.sources.protocol import Policy, Request, Source
from pipeline.values.audit import ServiceUse
from pipeline.values.question import Answer, Query, Question
from pipeline.values.registries import SPARED
from pipeline.values.settings import Settings
from pipeline.values.version import version

TYPICAL_ANSWER_S = 0.7
"""Seconds that a service takes to answer, for the estimate."""
LISTEN_S = 0.2
"""The wait for answers is in pieces, so that Ctrl-C is heard."""
STOPPED = "stopped by --max-time"
WITHOUT_NETWORK = "could not be asked without network"
OFFLINE = "was not asked (offline)"
GRACE = 1.2
"""Times ``--max-time`` after which nothing is waited for, though it hang past its own deadline."""
POINTERS = 2
"""How far answers are followed: a search to its records, the converter to a record elsewhere."""


def nothing() -> None:
    """Nothing to prepare."""


class Desk:
    """Answers questions; a context manager, for it holds connections and files.

    ``watch`` hears what happens; ``index`` answers before anybody is asked. The answers of past
    runs are kept in ``settings.cache``, those that ship with the list in its folder ``snapshot``.
    """

    def __init__(
        self, settings: Settings, watch: Watch = nobody, index: LocalIndex | None = None
    ) -> None:
        self._settings = settings
        self._watcher = watch
        self._sources = services.enabled(settings)
        self._ledger = Ledger(settings, self._sources, self._watch, index)
        self._began = time.monotonic()
        self._http = Http(
            agent=user_agent(version(), settings.mailto),
            scale=settings.time_scale,
            ends=None if settings.max_time_s is None else self._began + settings.max_time_s,
        )
        self._lanes: dict[str, Lane] = {}
        self._asked: set[Question] = set()
        self._claiming = threading.Lock()
        self._open: dict[Question, list[Question]] = defaultdict(list)
        """Question -> the questions put to us whose answer waits for it."""
        self._watching = threading.Lock()
        self._stopped = threading.Event()
        self._online: bool | None = False if settings.offline else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopped.set()
        for lane in self._lanes.values():
            lane.close()
        self._ledger.close()
        self._http.close()

    def ask(self, questions: frozenset[Question]) -> Mapping[Question, Answer]:
        """An answer to every question, whatever happens."""
        answers = dict(self.heard(questions))
        while not questions <= answers.keys():
            answers.update(self.heard(frozenset()))
        return {question: answers[question] for question in questions}

    def heard(self, questions: frozenset[Question]) -> Mapping[Question, Answer]:
        """Puts further questions; the answers that are there by now.

        Waits for one as long as any is owed, so that nothing comes only if nothing was asked.
        """
        self._send(self._unsettled(questions))
        done = self._whole(questions)
        while self._open and not done:
            news = self._ledger.news(LISTEN_S)
            for bug in (lane.bug for lane in self._lanes.values() if lane.bug):
                raise bug
            if self._lasted(GRACE):
                self._ledger.fail([owed for owed in self._open if not self._settled(owed)], STOPPED)
            for question in news:
                self._fall_back(question)
            done = self._whole(root for new in news for root in self._open.pop(new, ()))
        self._ledger.narrow(done)
        return self._ledger.answers(done)

    def besides(self, questions: frozenset[Question]) -> Mapping[Question, Answer]:
        """As ``heard``, for what nobody misses if it is not answered."""
        self._ledger.spare(questions)
        return self.heard(questions)

    def estimate(self, questions: Iterable[Question]) -> dict[str, Estimate]:
        """What asking these questions now would cost at each service; nothing is asked."""
        if self._online is False:
            return {}
        new = [question for question in questions if not self._ledger.is_settled(question)]
        self._ledger.look_up(new)
        groups = self._by_source(question for question in new if not self._ledger.fresh(question))
        return {
            source.NAME: self._cost(source, len(requests(source, group)))
            for source, group in groups
        }

    def use(self) -> dict[str, ServiceUse]:
        """How each service was used so far."""
        return self._ledger.use()

    def kept(self, questions: Iterable[Question]) -> dict[Question, Kept]:
        """The raw answers to questions and to all they point at, as far as they are known.

        For a snapshot: ``snapshot.save(folder, desk.kept(questions))``.
        """
        wanted = dict.fromkeys(questions)
        for _ in range(POINTERS):
            wanted |= dict.fromkeys(self._ledger.pointed_at(wanted))
        return self._ledger.kept(wanted)

    # ------------------------------------------------------------ asking

    def _settled(self, question: Question) -> bool:
        """Whether the question is told or failed, perhaps by what the cache holds."""
        return self._ledger.is_settled(question) or self._ledger.take_fresh(question)

    def _unsettled(self, questions: Iterable[Question]) -> list[Question]:
        """The questions that nothing at hand answers."""
        new = [question for question in questions if not self._ledger.is_settled(question)]
        self._ledger.look_up(new)
        return [question for question in new if not self._settled(question)]

    def _send(self, questions: Sequence[Question]) -> None:
        """Each question is asked, or answered from what older runs know, or failed."""
        groups = self._claimed(questions)
        online = bool(groups) and self._is_online()
        why = OFFLINE if self._settings.offline else WITHOUT_NETWORK
        for source, queries in groups:
            if online:
                self._lane(source.POLICY.pool).put(source, queries)
                continue
            for query in queries:
                question = Question(source=source.NAME, query=query)
                self._unasked(question, why)

    def _claimed(self, questions: Iterable[Question]) -> list[tuple[Source, list[Query]]]:
        """The queries that nobody has asked yet, by source; what cannot be asked has failed."""
        with self._claiming:
            new = [question for question in questions if question not in self._asked]
            self._asked.update(new)
        groups = self._by_source(new)
        askable = {(source.NAME, query) for source, queries in groups for query in queries}
        for question in new:
            if (question.source, question.query) not in askable:
                off = question.source not in self._sources
                self._unasked(question, "is switched off" if off else "is not asked such questions")
        return groups

    def _unasked(self, question: Question, why: str) -> None:
        """An old answer, or why there is none; of who is spared anyway nobody wants to hear it."""
        if not self._ledger.take_old(question, online=bool(self._online)):
            lacks = self._ledger.lacks(question)
            missed = question.source not in SPARED and not lacks
            self._ledger.fail([question], f"{question.source} {why}", missed=missed)

    def _fall_back(self, question: Question) -> None:
        """An old answer for a question that its service owes."""
        if self._ledger.failed(question):
            self._ledger.take_old(question, online=bool(self._online))

    def _whole(self, roots: Iterable[Question]) -> list[Question]:
        """Those whose answers are there, with all they point at; the others wait for the rest."""
        done = []
        for root in dict.fromkeys(roots):
            owed = self._first_owed(root)
            if owed is None:
                done.append(root)
            else:
                self._open[owed].append(root)
        return done

    def _first_owed(self, root: Question) -> Question | None:
        """What must be heard before the answer is whole; it is being asked."""
        level = [root]
        for _ in range(POINTERS):
            if not all(map(self._ledger.is_settled, level)):
                break
            level = self._ledger.pointed_at(level)
            self._follow(level)
        return next((question for question in level if not self._ledger.is_settled(question)), None)

    def _follow(self, pointed: Sequence[Question]) -> None:
        """Have asked what answers point at, together with what further ones point at."""
        new = self._unsettled(question for question in pointed if question not in self._asked)
        if new and self._is_online():
            for pool in {self._sources[question.source].POLICY.pool for question in new}:
                self._lane(pool).follow()
        else:
            self._send(new)

    def _more(self, pool: str) -> list[tuple[Source, list[Query]]]:
        """What the answers so far point at within this pool: all records of all searches."""
        new = self._ledger.to_follow()
        own = [question for question in new if self._sources[question.source].POLICY.pool == pool]
        return self._claimed(self._unsettled(own))

    def _by_source(self, questions: Iterable[Question]) -> list[tuple[Source, list[Query]]]:
        """The queries that their source can be asked."""
        groups: dict[str, list[Query]] = defaultdict(list)
        for question in questions:
            source = self._sources.get(question.source)
            if source is not None and source.accepts(question.query):
                groups[question.source].append(question.query)
        return [(self._sources[name], group) for name, group in groups.items()]

    def _cost(self, source: Source, count: int) -> Estimate:
        policy = services.policy(source, self._settings)
        each = max(1 / policy.per_second, TYPICAL_ANSWER_S / policy.in_flight)
        if policy.after_answer:
            each = 1 / policy.per_second + TYPICAL_ANSWER_S
        return Estimate(requests=count, seconds=count * each / self._settings.time_scale)

    def _lane(self, pool: str) -> Lane:
        """The lane of a pool, which works until the desk is left."""
        if pool not in self._lanes:
            self._http.open()
            source = next(source for source in self._sources.values() if source.POLICY.pool == pool)
            policy = services.policy(source, self._settings)
            callbacks = Callbacks(
                fetch=self._fetch,
                prepare=crossref_lists.prepare if pool == "crossref" else nothing,
                go_on=self._go_on,
                leaves=self._leaves,
                keep=self._ledger.keep,
                fail=self._ledger.fail,
                more=lambda: self._more(pool),
                watch=self._watch,
                wake=self._ledger.wake,
                scale=self._settings.time_scale,
            )
            self._lanes[pool] = Lane(policy, self._shared_pace(pool, policy), callbacks)
        return self._lanes[pool]

    def _fetch(self, source: Source, request: Request, departs: Callable[[], None]) -> Response:
        try:
            reply = services.fetch(self._http, source, request, self._settings, departs)
        except NoEntryError as error:
            self._ledger.warn(f"{source.NAME} {error}")
            raise
        if reply.pool.startswith("public") and self._settings.mailto:
            self._ledger.warn(
                f"{source.NAME} does not take the contact address and serves its slower public pool"
            )
        return reply

    def _shared_pace(self, pool: str, policy: Policy) -> SharedPace:
        folder: Path | None = Path(self._settings.cache) / "pace"
        try:
            private_folder(Path(self._settings.cache) / "pace")
        except OSError:
            folder = None
        name = services.pool_name(pool, self._settings)
        return SharedPace(policy, name=name, folder=folder, scale=self._settings.time_scale)

    def _go_on(self) -> None:
        if self._stopped.is_set():
            raise StoppedError("the run was interrupted")
        if self._lasted(1.0):
            raise StoppedError(STOPPED)
        if self._ledger.tally.spent(self._settings.max_requests):
            raise StoppedError("stopped by --max-requests")

    def _lasted(self, times: float) -> bool:
        """Whether the run took so many times as long as it may."""
        most = self._settings.max_time_s
        return most is not None and time.monotonic() - self._began > most * times

    def _leaves(self, source: Source) -> None:
        self._go_on()
        if not self._ledger.tally.leaves(source.NAME, self._settings.max_requests):
            raise StoppedError("stopped by --max-requests")
        self._watch(Event("asked", source.NAME, 1))

    def _is_online(self) -> bool:
        """Whether anything can be reached; looked up once, before the first request of a run."""
        if self._online is None:
            addresses = [
                services.base_url(source, self._settings) for source in self._sources.values()
            ]
            why = network.why_unreachable(addresses)
            self._online = not why
            if why:
                day = self._ledger.snapshot_day()
                where = f"the snapshot of {day}" if day else "what the cache holds"
                if since := self._ledger.index_day():
                    where = f"the index of {since}"
                self._ledger.warn(f"no network ({why}): answering from {where}")
        return self._online

    def _watch(self, event: Event) -> None:
        with self._watching:
            self._watcher(event)
