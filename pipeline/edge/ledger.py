"""What a run was told, what failed, and what older runs and the snapshot know.

Written to by all lanes at once.
"""

import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline.edge import answers, kept_answers, raw_records, services
from pipeline.edge.answers import Facts
from pipeline.edge.cache import FOLDER, Answers
from pipeline.edge.kept_answers import Kept
from pipeline.edge.local_index import LocalIndex
from pipeline.edge.snapshot import Snapshot
from pipeline.edge.tally import Tally
from pipeline.edge.watch import Event, Watch
from pipeline.match.uniform_answers import answered_question, hollow
from pipeline.sources.protocol import Source
from pipeline.values.audit import ServiceUse
from pipeline.values.question import Agency, Answer, Question, Unavailable
from pipeline.values.settings import Settings


class Ledger:
    """The facts of one run."""

    def __init__(
        self, settings: Settings, sources: Mapping[str, Source], watch: Watch,
        index: LocalIndex | None = None,
    ) -> None:  # fmt: skip
        self._settings = settings
        self._sources = sources
        self._watch = watch
        self._index = index
        self.tally = Tally()
        self._cache = Answers(Path(settings.cache) / FOLDER, self.warn)
        self._snapshot = Snapshot(Path(settings.cache) / "snapshot", self.warn)
        self._told: dict[Question, Kept] = {}
        self._failed: dict[Question, str] = {}
        self._unmissed: set[Question] = set()
        """Those of ``_failed`` that are nothing to speak of."""
        self._useless: set[Question] = set()
        """Told, and nothing can be concluded from what was."""
        self._lacking: set[Question] = set()
        """Those of ``_failed`` about which only the local index was asked, which has nothing."""
        self._said: dict[Question, Answer] = {}
        """What was made of the answers."""
        self._stale: set[Question] = set()
        self._read: dict[Question, Kept | None] = {}
        self._heard: set[Question] = set()
        """What services told in this run."""
        self._warned: set[str] = set()
        self._pointed: dict[Question, None] = {}
        self._news: list[Question] = []
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)

    def close(self) -> None:
        """Keep what was found to be absent, as far as it is believed; let go of the cache.

        What was said of different works alike is not asked less soon for having been kept.
        """
        with self._lock:
            absent = answers.lasting(self._told)
            self._cache.drop(self._with_own(self._alike(touched=True)))
        self._cache.put(
            {question: answer for question, answer in absent.items() if question in self._heard}
        )
        self._cache.close()
        if self._index:
            self._index.close()

    def warn(self, text: str) -> None:
        """Say something once."""
        with self._lock:
            new = text not in self._warned
            self._warned.add(text)
        if new:
            self._watch(Event("said", text=text))

    def snapshot_day(self) -> str:
        """The latest day of the shipped answers; empty if there are none."""
        return self._snapshot.day()

    def index_day(self) -> str:
        """The day of the local index; empty if there is none."""
        return self._index.day() if self._index else ""

    # ------------------------------------------------------------ looking up

    def look_up(self, questions: Iterable[Question]) -> None:
        """Look for the answers in the local index, all at once: one by one is dear."""
        if self._index and (self._settings.offline or not self._settings.refresh):
            self._index.look_up(
                [question for question in questions if not self.is_settled(question)]
            )

    def is_settled(self, question: Question) -> bool:
        """Whether the question was told or failed in this run."""
        return question in self._told or question in self._failed

    def fresh(self, question: Question) -> Kept | None:
        """The kept answer, else the local index's, if it still serves without asking."""
        source = self._sources.get(question.source)
        if source is None or (self._settings.refresh and not self._settings.offline):
            return None
        return self._fresh_in_cache(source, question) or self._indexed(question)

    def _fresh_in_cache(self, source: Source, question: Question) -> Kept | None:
        answer = self._kept(question)
        if answer is None:
            return None
        if raw_records.untitled(source, answer.payloads):
            return None  # a title may have come since, or was lost on the way
        policy, scale = services.keeping(source, self._settings), self._settings.time_scale
        now = datetime.now(UTC)
        return (
            answer
            if kept_answers.is_fresh(answer, question, policy, now=now, scale=scale)
            else None
        )

    def _indexed(self, question: Question) -> Kept | None:
        """What the local index tells, if nobody needs to be asked besides."""
        kept = self._index.get(question) if self._index else None
        return kept if kept and self._index and self._index.serves(question, kept) else None

    def take_fresh(self, question: Question) -> bool:
        """Answer from the cache or the local index, if what they hold still serves."""
        answer = self.fresh(question)
        if answer is None:
            return False
        self._tell({question: answer})
        self._count(question, "from_cache" if answer is self._kept(question) else "from_index")
        self._watch(Event("cached", question.source, 1))
        return True

    def take_old(self, question: Question, *, online: bool) -> bool:
        """Answer from an old or a shipped answer, where the service could not be asked.

        An old "not found" serves only where there is no network at all: it is no fact about today.
        """
        in_cache, shipped = self._kept(question), self._snapshot.get(question)
        indexed = self._index.get(question) if self._index else None
        known = (in_cache, shipped, indexed)
        usable = [kept for kept in known if kept and not (online and kept.absent)]
        if not usable:
            return False
        best = max(usable, key=lambda kept: kept.retrieved)
        with self._lock:
            self._tell({question: best})
            failed = self._failed.pop(question, None)
        if failed is not None:
            self._stale.add(question)
            self._count(question, "stale")
        else:
            places = {id(in_cache): "from_cache", id(indexed): "from_index"}
            self._count(question, places.get(id(best), "snapshot"))
        return True

    def lacks(self, question: Question) -> bool:
        """Remember, and say, that only the local index was asked, and has nothing."""
        lacks = self._index is not None and self._index.covers(question)
        if lacks:
            self._lacking.add(question)
        return lacks

    def _kept(self, question: Question) -> Kept | None:
        if question not in self._read:
            self._read[question] = self._cache.get(question)
        return self._read[question]

    def _count(self, question: Question, what: str, number: int = 1) -> None:
        self.tally.add(question.source, what, number)

    # ------------------------------------------------------------ writing down

    def keep(self, kept: Mapping[Question, Kept]) -> None:
        """Remember answers in this run, and for later ones; what must be verified is kept later."""
        for name in {question.source for question in kept}:
            number = sum(question.source == name for question in kept)
            self.tally.add(name, "answered", number)
            self._watch(Event("answered", name, number))
        self._heard.update(kept)
        named = self._named(kept)
        # Kept before it is told: whoever hears the last answer lets go of the cache.
        lasting = {
            question: answer for question, answer in {**named, **kept}.items()
            if not (answer.verify or answer.absent or self._damaged(question, answer))
        }  # fmt: skip
        self._cache.put(lasting)
        self._tell({**named, **kept})

    def _damaged(self, question: Question, answer: Kept) -> bool:
        source = self._sources.get(question.source)
        return source is not None and raw_records.damaged(source, answer.payloads)

    def _named(self, kept: Mapping[Question, Kept]) -> dict[Question, Kept]:
        """The works that a search brought, as answers about their own identifiers.

        A list that was mended links the DOI that a search had found: it is not asked for again.
        """
        named: dict[Question, Kept] = {}
        for question, answer in kept.items():
            source = self._sources.get(question.source)
            if source is None or isinstance(question.query, Agency) or not answer.payloads:
                continue
            for payload in answer.payloads:
                own = answers.own_question(source, payload)
                if own and own not in kept and own not in self._told:
                    named[own] = answer.but(payloads=(payload,), see=(), verify=False)
        return named

    def _with_own(self, questions: Iterable[Question]) -> set[Question]:
        """The questions, with those that the records which answered them would answer."""
        with_own = set(questions)
        for question in questions:
            answer, source = self._told.get(question), self._sources.get(question.source)
            with_own.update(answers.pointed_at([question], self._told))
            for payload in answer.payloads if answer and source else ():
                own = answers.own_question(source, payload)  # type: ignore[arg-type]
                with_own.update([own] if own else [])
        return with_own

    def fail(self, questions: Sequence[Question], reason: str, *, missed: bool = True) -> None:
        """There is no answer to these questions, and why; ``missed`` if the report counts them."""
        with self._changed:
            self._unmissed.update(() if missed else questions)
            self._failed.update(dict.fromkeys(questions, reason))
            self._news.extend(questions)
            self._changed.notify_all()
        for question in questions:
            self._watch(Event("failed", question.source, 1, text=reason))

    def spare(self, questions: Iterable[Question]) -> None:
        """The report does not count it where these fail, unless they failed before."""
        with self._lock:
            self._unmissed.update(
                question for question in questions if question not in self._failed
            )

    def _tell(self, kept: Mapping[Question, Kept]) -> None:
        with self._changed:
            self._told.update(kept)
            self._pointed.update(dict.fromkeys(answers.pointed_at(kept, kept)))
            self._news.extend(kept)
            self._changed.notify_all()

    def wake(self) -> None:
        """Whoever waits for news should look around."""
        with self._changed:
            self._changed.notify_all()

    def narrow(self, questions: Iterable[Question]) -> None:
        """Where records had to say the identifier back, keep only those that did."""
        facts = self._facts()
        narrowed = {
            question: answers.narrowed(question, facts, self._sources) for question in questions
        }
        settled = {question: answer for question, answer in narrowed.items() if answer}
        with self._lock:
            self._told.update(settled)
        self._cache.put(
            {question: answer for question, answer in settled.items() if not answer.absent}
        )

    # ------------------------------------------------------------ telling

    def news(self, wait_s: float) -> list[Question]:
        """The questions that were told or failed since the last call; waits for the first."""
        with self._changed:
            if not self._news:
                self._changed.wait(wait_s)
            news, self._news = self._news, []
        return news

    def failed(self, question: Question) -> bool:
        """Whether its service owes the answer, and nobody else gave it meanwhile."""
        return question in self._failed and question not in self._told

    def pointed_at(self, questions: Iterable[Question]) -> list[Question]:
        """What the answers to these questions point at and enabled services can tell."""
        return [
            question
            for question in answers.pointed_at(questions, self._told)
            if question.source in self._sources
        ]

    def to_follow(self) -> list[Question]:
        """All that answers point at and that is neither told nor failed."""
        with self._lock:
            for question in [question for question in self._pointed if self.is_settled(question)]:
                del self._pointed[question]
            return [question for question in self._pointed if question.source in self._sources]

    def answers(self, questions: Iterable[Question]) -> dict[Question, Answer]:
        """The answer to each question."""
        facts = self._facts()
        by_question = {
            question: answers.answer(question, facts, self._sources) for question in questions
        }
        useless = {
            question for question, answer in by_question.items() if isinstance(answer, Unavailable)
        }
        with self._lock:
            self._useless = (self._useless - by_question.keys()) | useless
            self._said.update(by_question)
        return by_question

    def kept(self, questions: Iterable[Question]) -> dict[Question, Kept]:
        """The raw answers that are known."""
        with self._lock:
            return {
                question: self._told[question] for question in questions if question in self._told
            }

    def use(self) -> dict[str, ServiceUse]:
        """How each service was used so far."""
        with self._lock:
            owed = self._failed.keys() | self._useless | self._alike()
            failed = Counter(question.source for question in owed if question not in self._unmissed)
        return self.tally.use(self._sources, failed)

    def _alike(self, *, touched: bool = False) -> frozenset[Question]:
        """Questions to which the answers are those to others."""
        brought = filter(None, (answered_question(*pair) for pair in self._said.items()))
        return hollow(brought, touched=touched)

    def _facts(self) -> Facts:
        """What is known, as it stands: copies of it for each answer would cost more than asking."""
        return Facts.model_construct(
            told=self._told,
            failed=self._failed,
            stale=frozenset(self._stale),
            lacking=frozenset(self._lacking),
        )
