"""The desk: every question gets its answer, from the cache, a service, or the snapshot.

Total and patient: ``ask`` never raises for one question. An outage is ``Unavailable``; only a
service that answered and has nothing gives ``NotFound``.
"""

import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from pipeline.edge import kept, network, services
from pipeline.edge.cache import FOLDER, Answers, private_folder
from pipeline.edge.gate import Gate, StoppedError
from pipeline.edge.http import Http, user_agent
from pipeline.edge.kept import Kept
from pipeline.edge.lane import Fetch, Job, Lane
from pipeline.edge.snapshot import Snapshot
from pipeline.edge.tally import Tally
from pipeline.edge.watch import Event, Watch, nobody
from pipeline.identifiers import Identifier
from pipeline.model import (
    Answer,
    ById,
    Candidate,
    Found,
    NotFound,
    Provenance,
    Question,
    ServiceUse,
    Unavailable,
)  # fmt: skip
from pipeline.settings import Settings
from pipeline.source import Policy, Source, SourceFormatError
from pipeline.sources.batches import carries

TYPICAL_ANSWER_S = 0.7
"""Seconds that a service takes to answer, for the estimate."""
_ASKED_AT = {"pmid": "pubmed", "doi": "crossref", "arxiv": "arxiv"}
"""Where the identifiers are asked for that a service answers with."""


class Estimate(NamedTuple):
    """What asking would cost at one service."""

    requests: int
    seconds: float


class Desk:
    """Answers questions; a context manager, for it holds connections and files.

    ``watch`` hears what happens. The answers of past runs are kept in ``settings.cache``, those
    that ship with the list in its folder ``snapshot``.
    """

    def __init__(self, settings: Settings, watch: Watch = nobody) -> None:
        self._settings = settings
        self._watcher = watch
        self._folder = Path(settings.cache)
        self._cache = Answers(self._folder / FOLDER, self._warn)
        self._snapshot = Snapshot(self._folder / "snapshot", self._warn)
        self._sources = services.enabled(settings)
        self._http = Http(
            agent=user_agent(services.our_version(), settings.mailto), scale=settings.time_scale
        )
        self._gates: dict[str, Gate] = {}
        self._tally = Tally()
        self._told: dict[Question, Kept] = {}
        self._stale: set[Question] = set()
        self._failed: dict[Question, str] = {}
        self._lock = threading.Lock()
        self._watching = threading.Lock()
        self._warned: set[str] = set()
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
        self._cache.close()
        if kind is None:
            self._http.__exit__(kind, error, trace)

    def ask(self, questions: frozenset[Question]) -> Mapping[Question, Answer]:
        """An answer to every question, whatever happens."""
        self._settle(questions)
        for _ in range(2):  # an answer may point on, and at most once to another service
            self._settle(self._pointed_at(questions))
        self._narrow(questions)
        return {question: self._answer(question) for question in questions}

    def estimate(self, questions: Iterable[Question]) -> dict[str, Estimate]:
        """What asking these questions now would cost at each service; nothing is asked."""
        if self._online is False:
            return {}
        open_ones = [one for one in questions if one not in self._told and not self._fresh(one)]
        return {
            name: self._cost(name, len(jobs)) for name, jobs in self._grouped(open_ones).items()
        }

    def use(self) -> dict[str, ServiceUse]:
        """How each service was used so far."""
        return self._tally.use(self._sources)

    def kept(self, questions: Iterable[Question]) -> dict[Question, Kept]:
        """The raw answers to questions and to all they point at, as far as they are known.

        For a snapshot: ``snapshot.save(folder, desk.kept(questions))``.
        """
        wanted = set(questions)
        for _ in range(2):
            wanted |= set(self._pointed_at(wanted))
        return {one: self._told[one] for one in wanted if one in self._told}

    # ------------------------------------------------------------ facts

    def _settle(self, questions: Iterable[Question]) -> None:
        """Every question is told or failed afterwards."""
        new = [one for one in questions if one not in self._told and one not in self._failed]
        missing = [one for one in new if not self._from_cache(one)]
        jobs = self._grouped(missing)
        asked = {one for group in jobs.values() for job in group for one in job.questions}
        self._fail([one for one in missing if one not in asked], "is not asked such questions")
        if jobs and self._is_online():
            self._run(jobs)
        for question in missing:
            if question not in self._told:
                self._from_store(question)

    def _fresh(self, question: Question) -> Kept | None:
        """The kept answer, if it still serves without asking."""
        if self._settings.refresh and self._online is not False:
            return None
        source = self._sources.get(question.source)
        answer = self._cache.get(question)
        if source is None or answer is None:
            return None
        fresh = kept.is_fresh(
            answer, question, services.policy(source, self._settings),
            now=datetime.now(UTC), scale=self._settings.time_scale,
        )  # fmt: skip
        return answer if fresh else None

    def _from_cache(self, question: Question) -> bool:
        answer = self._fresh(question)
        if answer is None:
            return False
        self._told[question] = answer
        self._tally.add(question.source, "from_cache")
        self._watch(Event("cached", question.source, 1))
        return True

    def _from_store(self, question: Question) -> None:
        """The old or the shipped answer, where the service could not be asked.

        An old "not found" serves only where there is no network at all: it is no fact about today.
        """
        known = [self._cache.get(question), self._snapshot.get(question)]
        usable = [one for one in known if one and (self._online is False or not one.absent)]
        if not usable:
            if question not in self._failed:
                self._fail([question], "could not be asked: no network, and no answer is kept")
            return
        best = max(usable, key=lambda one: one.retrieved)
        if question in self._failed:
            self._tally.add(question.source, "stale")
            self._tally.add(question.source, "failed", -1)
            self._stale.add(question)
            del self._failed[question]
        else:
            self._tally.add(question.source, "from_cache" if best is known[0] else "snapshot")
        self._told[question] = best

    def _keep(self, answers: Mapping[Question, Kept]) -> None:
        """Remember answers in this run, and for later ones."""
        with self._lock:
            self._told.update(answers)
        for name in {question.source for question in answers}:
            self._tally.add(name, "answered", len(answers))
            self._watch(Event("answered", name, len(answers)))
        # What must still be verified is kept once it is.
        self._cache.put({one: answer for one, answer in answers.items() if not answer.verify})

    def _fail(self, questions: Sequence[Question], reason: str) -> None:
        with self._lock:
            self._failed.update(dict.fromkeys(questions, reason))
        for question in questions:
            self._tally.add(question.source, "failed")
            self._watch(Event("failed", question.source, 1, text=reason))

    # ------------------------------------------------------------ asking

    def _grouped(self, questions: Iterable[Question]) -> dict[str, list[Job]]:
        """The requests that ask the questions, by pool or, for an estimate, by service."""
        by_source: dict[str, list[Question]] = {}
        for question in questions:
            source = self._sources.get(question.source)
            if source is not None and source.accepts(question.query):
                by_source.setdefault(question.source, []).append(question)
        jobs: dict[str, list[Job]] = {}
        for name, group in by_source.items():
            source = self._sources[name]
            queries = sorted(
                (one.query for one in group), key=lambda query: query.model_dump_json()
            )
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
        if not self._http.is_open:
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
            fetch=lambda source, request: services.fetch(
                self._http, source, request, self._settings
            ),
            go_on=self._go_on,
            leaves=self._leaves,
            keep=self._keep,
            fail=self._fail,
            more=lambda: self._more(pool),
            watch=self._watch,
            scale=self._settings.time_scale,
        )
        return Lane(policy, self._gate(pool, policy), run, jobs)

    def _gate(self, pool: str, policy: Policy) -> Gate:
        if pool not in self._gates:
            folder: Path | None = self._folder / "pace"
            try:
                private_folder(self._folder / "pace")
            except OSError:
                folder = None
            name = services.pool_name(pool, self._settings)
            self._gates[pool] = Gate(
                policy, name=name, folder=folder, scale=self._settings.time_scale
            )
        return self._gates[pool]

    def _more(self, pool: str) -> list[Job]:
        """What the answers so far point at within this pool: a search's records, in one request."""
        with self._lock:
            told = list(self._told)
        new = [
            one
            for one in self._pointed_at(told)
            if one not in self._told and one not in self._failed
        ]
        own = [one for one in new if self._sources[one.source].POLICY.pool == pool]
        missing = [one for one in own if not self._from_cache(one)]
        return [job for group in self._grouped(missing).values() for job in group]

    def _go_on(self) -> None:
        if self._stopped.is_set():
            raise StoppedError("the run was interrupted")
        most = self._settings.max_time_s
        if most is not None and time.monotonic() - self._began > most:
            raise StoppedError("stopped by --max-time")

    def _leaves(self, source: Source) -> None:
        self._go_on()
        if not self._tally.leaves(source.NAME, self._settings.max_requests):
            raise StoppedError("stopped by --max-requests")
        self._watch(Event("asked", source.NAME, 1))

    def _is_online(self) -> bool:
        """Whether anything can be reached; looked up once, before the first request of a run."""
        if self._online is None:
            addresses = [services.base_url(one, self._settings) for one in self._sources.values()]
            self._online = network.reachable(addresses)
            if not self._online:
                day = self._snapshot.day()
                where = f"the snapshot of {day}" if day else "what the cache holds"
                self._warn(f"no network: answering from {where}")
        return self._online

    # ------------------------------------------------------------ answers

    def _pointed_at(self, questions: Iterable[Question]) -> list[Question]:
        """The questions that the answers so far point at, best first within each answer."""
        found: dict[Question, None] = {}
        for question in questions:
            told = self._told.get(question)
            for one in told.seen if told else ():
                found[_question(one)] = None
        return [one for one in found if one.source in self._sources]

    def _narrow(self, questions: Iterable[Question]) -> None:
        """Where records had to say the identifier back, keep only those that did."""
        settled = {}
        for question in questions:
            told = self._told.get(question)
            if told and told.verify and not self._unread(told):
                carried = [str(one) for one in told.seen if self._carries(question, one)]
                settled[question] = told.but(see=tuple(carried), verify=False)
        self._told.update(settled)
        self._cache.put(settled)

    def _unread(self, told: Kept) -> bool:
        return any(_question(one) not in self._told for one in told.seen)

    def _carries(self, question: Question, seen: Identifier) -> bool:
        answer = self._answer(_question(seen))
        works = [one.work for one in answer.candidates] if isinstance(answer, Found) else []
        asked = question.query
        return isinstance(asked, ById) and any(carries(work, asked.identifier) for work in works)

    def _answer(self, question: Question) -> Answer:
        told = self._told.get(question)
        if told is None:
            reason = self._failed.get(question, "could not be asked")
            return Unavailable(reason=reason)
        if told.absent:
            return NotFound()
        if told.seen:
            return self._followed(told)
        candidates = self._candidates(question, told)
        if not candidates and not told.agency:
            return Unavailable(reason=f"{question.source} sent a record that cannot be read")
        return Found(candidates=candidates, agency=told.agency)

    def _followed(self, told: Kept) -> Answer:
        """The works that an answer points at; the first kind of identifier that gives any."""
        if told.verify:
            return Unavailable(reason="the records of the search could not be fetched")
        silent = ""
        for scheme in dict.fromkeys(one.scheme for one in told.seen):
            answers = [self._answer(_question(one)) for one in told.seen if one.scheme == scheme]
            works = [
                one for answer in answers if isinstance(answer, Found) for one in answer.candidates
            ]
            if works:
                return Found(candidates=tuple(works))
            silent = next((one.reason for one in answers if isinstance(one, Unavailable)), silent)
        return Unavailable(reason=silent) if silent else NotFound()

    def _candidates(self, question: Question, told: Kept) -> tuple[Candidate, ...]:
        source = self._sources.get(question.source)
        found = []
        for payload in told.payloads if source else ():
            with suppress(SourceFormatError):
                work = source.read(payload)  # type: ignore[union-attr]  # looked at above
                url = next((one.url for one in work.identifiers if one.url), work.url)
                provenance = Provenance(
                    source=question.source, url=url, retrieved=told.retrieved,
                    stale=question in self._stale,
                )  # fmt: skip
                found.append(Candidate(work=work, provenance=provenance))
        return tuple(found)

    # ------------------------------------------------------------ talking

    def _warn(self, text: str) -> None:
        """Say something once."""
        if text not in self._warned:
            self._warned.add(text)
            self._watch(Event("said", text=text))

    def _watch(self, event: Event) -> None:
        with self._watching:
            self._watcher(event)


def _question(seen: Identifier) -> Question:
    return Question(source=_ASKED_AT.get(seen.scheme, "crossref"), query=ById(identifier=seen))
