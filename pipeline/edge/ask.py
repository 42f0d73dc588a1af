"""The desk: every question gets its answer, from the cache, a service, or the snapshot.

Total and patient: ``ask`` never raises for one question. An outage is ``Unavailable``; only a
service that answered and has nothing gives ``NotFound``.
"""

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.edge import crossref_lists, network, services
from pipeline.edge.cache import private_folder
from pipeline.edge.gate import Gate, StoppedError
from pipeline.edge.http import Http, Reply, user_agent
from pipeline.edge.kept import Kept
from pipeline.edge.lane import Fetch, Job, Lane
from pipeline.edge.ledger import Ledger
from pipeline.edge.watch import Estimate, Event, Watch, nobody
from pipeline.model import Answer, Question, ServiceUse
from pipeline.settings import Settings
from pipeline.source import Policy, Request, Source

TYPICAL_ANSWER_S = 0.7
"""Seconds that a service takes to answer, for the estimate."""
POINTERS = 2
"""How far answers are followed: a search to its records, the converter to a record elsewhere."""


def nothing() -> None:
    """Nothing to prepare."""


class Desk:
    """Answers questions; a context manager, for it holds connections and files.

    ``watch`` hears what happens. The answers of past runs are kept in ``settings.cache``, those
    that ship with the list in its folder ``snapshot``.
    """

    def __init__(self, settings: Settings, watch: Watch = nobody) -> None:
        self._settings = settings
        self._watcher = watch
        self._sources = services.enabled(settings)
        self._ledger = Ledger(settings, self._sources, self._watch)
        self._http = Http(
            agent=user_agent(services.our_version(), settings.mailto), scale=settings.time_scale
        )
        self._gates: dict[str, Gate] = {}
        self._watching = threading.Lock()
        self._stopped = threading.Event()
        self._began = time.monotonic()
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
        self._ledger.close()
        self._http.close()

    def ask(self, questions: frozenset[Question]) -> Mapping[Question, Answer]:
        """An answer to every question, whatever happens."""
        self._settle(questions)
        for _ in range(POINTERS):
            self._settle(self._ledger.pointed_at(questions))
        self._ledger.narrow(questions)
        return self._ledger.answers(questions)

    def estimate(self, questions: Iterable[Question]) -> dict[str, Estimate]:
        """What asking these questions now would cost at each service; nothing is asked."""
        if self._online is False:
            return {}
        new = [one for one in questions if not self._ledger.is_settled(one)]
        jobs = self._jobs(one for one in new if not self._ledger.fresh(one))
        return {name: self._cost(name, len(group)) for name, group in jobs.items()}

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

    def _settle(self, questions: Iterable[Question]) -> None:
        """Every question is told or failed afterwards."""
        new = [one for one in questions if not self._ledger.is_settled(one)]
        missing = [one for one in new if not self._ledger.take_fresh(one)]
        jobs = self._jobs(missing)
        askable = {one for group in jobs.values() for job in group for one in job.questions}
        if jobs and self._is_online():
            self._run(jobs)
        for question in missing:
            self._fall_back(question, askable=question in askable)

    def _fall_back(self, question: Question, *, askable: bool) -> None:
        """An old answer for a question that no service answered; else why there is none."""
        if question in self._ledger.kept([question]):
            return
        if self._ledger.take_old(question, online=bool(self._online)):
            return
        if not self._ledger.is_settled(question):
            why = "could not be asked without network" if askable else "is not asked such questions"
            off = "" if question.source in self._sources else "is switched off"
            self._ledger.fail([question], f"{question.source} {off or why}")

    def _jobs(self, questions: Iterable[Question]) -> dict[str, list[Job]]:
        """The requests that ask the questions, by service."""
        groups: dict[str, list[Question]] = {}
        for question in questions:
            source = self._sources.get(question.source)
            if source is not None and source.accepts(question.query):
                groups.setdefault(question.source, []).append(question)
        jobs = {}
        for name, group in groups.items():
            source = self._sources[name]
            queries = sorted((one.query for one in group), key=lambda one: one.model_dump_json())
            jobs[name] = [Job(source, request) for request in source.requests(queries)]
        return jobs

    def _cost(self, name: str, count: int) -> Estimate:
        policy = services.policy(self._sources[name], self._settings)
        each = max(1 / policy.per_second, TYPICAL_ANSWER_S / policy.in_flight)
        if policy.after_answer:
            each = 1 / policy.per_second + TYPICAL_ANSWER_S
        return Estimate(requests=count, seconds=count * each / self._settings.time_scale)

    def _run(self, jobs: Mapping[str, Sequence[Job]]) -> None:
        """Work off the requests, one lane a pool, all lanes side by side."""
        self._http.open()
        pools: dict[str, list[Job]] = {}
        for name, group in jobs.items():
            self._watch(Event("planned", name, len(group)))
            pools.setdefault(self._sources[name].POLICY.pool, []).extend(group)
        lanes = [self._lane(pool, group) for pool, group in pools.items()]
        threads = [thread for lane in lanes for thread in lane.start()]
        try:
            for thread in threads:
                while thread.is_alive():
                    thread.join(0.2)  # in pieces, so that Ctrl-C is heard
        except KeyboardInterrupt:
            self._stopped.set()
            raise
        for bug in (lane.bug for lane in lanes if lane.bug):
            raise bug
        for name in jobs:
            self._watch(Event("done", name))

    def _lane(self, pool: str, jobs: Sequence[Job]) -> Lane:
        policy = services.policy(jobs[0].source, self._settings)
        run = Fetch(
            fetch=self._fetch,
            prepare=crossref_lists.prepare if pool == "crossref" else nothing,
            go_on=self._go_on,
            leaves=self._leaves,
            keep=self._ledger.keep,
            fail=self._ledger.fail,
            more=lambda: self._more(pool),
            watch=self._watch,
            scale=self._settings.time_scale,
        )
        return Lane(policy, self._gate(pool, policy), run, jobs)

    def _fetch(self, source: Source, request: Request, departs: Callable[[], None]) -> Reply:
        reply = services.fetch(self._http, source, request, self._settings, departs)
        if reply.pool.startswith("public") and self._settings.mailto:
            self._ledger.warn(
                f"{source.NAME} does not take the contact address and serves its slower public pool"
            )
        return reply

    def _gate(self, pool: str, policy: Policy) -> Gate:
        if pool not in self._gates:
            folder: Path | None = Path(self._settings.cache) / "pace"
            try:
                private_folder(Path(self._settings.cache) / "pace")
            except OSError:
                folder = None
            name = services.pool_name(pool, self._settings)
            scale = self._settings.time_scale
            self._gates[pool] = Gate(policy, name=name, folder=folder, scale=scale)
        return self._gates[pool]

    def _more(self, pool: str) -> list[Job]:
        """What the answers so far point at within this pool: all records of all searches."""
        new = [one for one in self._ledger.pointed_at() if not self._ledger.is_settled(one)]
        own = [one for one in new if self._sources[one.source].POLICY.pool == pool]
        jobs = self._jobs([one for one in own if not self._ledger.take_fresh(one)])
        return [job for group in jobs.values() for job in group]

    def _go_on(self) -> None:
        if self._stopped.is_set():
            raise StoppedError("the run was interrupted")
        most = self._settings.max_time_s
        if most is not None and time.monotonic() - self._began > most:
            raise StoppedError("stopped by --max-time")
        if self._ledger.tally.spent(self._settings.max_requests):
            raise StoppedError("stopped by --max-requests")

    def _leaves(self, source: Source) -> None:
        self._go_on()
        if not self._ledger.tally.leaves(source.NAME, self._settings.max_requests):
            raise StoppedError("stopped by --max-requests")
        self._watch(Event("asked", source.NAME, 1))

    def _is_online(self) -> bool:
        """Whether anything can be reached; looked up once, before the first request of a run."""
        if self._online is None:
            addresses = [services.base_url(one, self._settings) for one in self._sources.values()]
            self._online = network.reachable(addresses)
            if not self._online:
                day = self._ledger.snapshot_day()
                where = f"the snapshot of {day}" if day else "what the cache holds"
                self._ledger.warn(f"no network: answering from {where}")
        return self._online

    def _watch(self, event: Event) -> None:
        with self._watching:
            self._watcher(event)
