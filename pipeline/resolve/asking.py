"""Asking about many entries side by side, until no question is open.

What each entry is asked about follows from what it was told (see ``plan``), never from when. So the
answers may come in any order, and whoever answers may work on many questions at a time.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from types import MappingProxyType

from pipeline.match.denials import doubted
from pipeline.match.situation import Situation
from pipeline.resolve.questions import LAST, MOST_ROUNDS, SEARCH, Wave, plan
from pipeline.values.entry import Entry
from pipeline.values.failure import Failure, guarded
from pipeline.values.question import Answer, Inquiry, Question, Reply, Unavailable

Ask = Callable[[frozenset[Question]], Mapping[Question, Answer]]
"""Puts further questions to the world and returns what has been answered by then, to these or to
earlier ones. Asked for nothing, it waits: it returns nothing only if it owes nothing. The only
effect of a run."""

Foresee = Callable[[frozenset[Question]], None]
"""Is told, before anything is asked, what every entry will be asked about first."""

Plan = Callable[[Situation], Wave | None]
"""What is asked next about an entry."""

COMPANY = 20
"""Entries whose further questions are worth asking early: arXiv takes twenty titles in a request.
"""


COMPANY_AT_DBLP = 25
"""Titles that DBLP takes in a request."""


def unforeseen(_questions: frozenset[Question]) -> None:
    """Nobody wants to know."""


def resolve(
    entries: Sequence[Entry], ask: Ask, texts: Mapping[str, str] = MappingProxyType({}),
    foresee: Foresee = unforeseen, planned: Plan = plan,
) -> tuple[Situation, ...]:  # fmt: skip
    """Ask about all entries until no question is open.

    ``texts`` are those of the lists, by path: the entries' own words bear witness. About an entry
    that has failed nothing more is asked.
    """
    known = (
        Situation(
            inquiry=Inquiry(entry=entry, raw=entry.span.cut(texts.get(entry.path, ""))),
            failure=entry.failure,
        )
        for entry in entries
    )
    asking = _Asking(known, planned)
    foresee(asking.foreseen())
    return _asked(asking, ask)


def resolve_further(
    situations: Sequence[Situation], ask: Ask, planned: Plan
) -> tuple[Situation, ...]:
    """Ask more about what is resolved so far, until no question is open."""
    return _asked(_Asking(situations, planned), ask)


def _asked(asking: "_Asking", ask: Ask) -> tuple[Situation, ...]:
    while (new := asking.next()) or asking.owed:
        asking.hear(ask(new))
    return _believed(asking.situations)


def _believed(situations: Sequence[Situation]) -> tuple[Situation, ...]:
    """The situations as they are once it is known of all entries who denied what exists."""
    heard = [situation.inquiry for situation in situations]
    return tuple(
        situation if inquiry is before else situation.but(inquiry=inquiry, before=())
        for situation, before, inquiry in zip(situations, heard, doubted(heard), strict=True)
    )


class _Asking:
    """Which entries wait for their turn, and which for answers."""

    def __init__(self, situations: Iterable[Situation], planned: Plan) -> None:
        self.situations = list(situations)
        self._planned = planned
        self.owed: dict[Question, list[int]] = {}
        """Questions under way, and the entries that wait for them."""
        self._told: dict[Question, Answer] = {}
        self._waiting: dict[int, dict[int, Wave]] = defaultdict(dict)
        """Turn -> entry -> what it will ask."""
        self._put: dict[int, tuple[Wave, set[Question]]] = {}
        """Entry -> what it asked, and what of that is owed."""
        self._turns: Counter[int] = Counter()
        """How many entries are at each turn, waiting or put."""
        self._heard: Counter[int] = Counter()
        for n in range(len(self.situations)):
            self._go_on(n)

    def foreseen(self) -> frozenset[Question]:
        """What every entry will ask first."""
        waves = [wave for group in self._waiting.values() for wave in group.values()]
        return frozenset(question for wave in waves for question in wave.questions)

    def next(self) -> frozenset[Question]:
        """The questions to put now."""
        new: set[Question] = set()
        while due := [turn for turn, group in self._waiting.items() if self._is_due(turn, group)]:
            for turn in due:
                for n, wave in self._waiting.pop(turn).items():
                    new |= self._ask(n, wave)
        return frozenset(new)

    def hear(self, answers: Mapping[Question, Answer]) -> None:
        """Take answers in; silence to all that is owed if there are none."""
        silence = Unavailable(reason="not asked")
        answers = answers or dict.fromkeys(self.owed, silence)
        self._told.update(answers)
        for question in answers:
            for n in self.owed.pop(question, ()):
                wave, owed = self._put[n]
                owed.discard(question)
                if not owed:
                    del self._put[n]
                    self._tell(n, wave)

    def _is_due(self, turn: int, group: Sized) -> bool:
        """Whether the entries at this turn gain nothing by waiting for others.

        What has company enough fills a request as it is. Crossref takes one search at a time, so
        searches need none. Once the last was answered, little is to come. DBLP is asked when all
        others have spoken.
        """
        lowest = min(+self._turns)
        if turn == LAST:
            return turn == lowest or len(group) >= COMPANY_AT_DBLP
        filled = turn > SEARCH and len(group) >= COMPANY
        return turn in (lowest, SEARCH) or lowest > SEARCH or filled

    def _ask(self, n: int, wave: Wave) -> set[Question]:
        """What of a wave is to be put: not what another entry was told, or will be."""
        owed = {question for question in wave.questions if question not in self._told}
        new = {question for question in owed if question not in self.owed}
        for question in owed:
            self.owed.setdefault(question, []).append(n)
        if owed:
            self._put[n] = wave, owed
        else:
            self._tell(n, wave)
        return new

    def _tell(self, n: int, wave: Wave) -> None:
        self._turns[wave.turn] -= 1
        self._heard[n] += 1
        replies = (
            Reply(question=question, answer=self._told[question]) for question in wave.questions
        )
        self._go_on(n, tuple(replies))

    def _go_on(self, n: int, replies: tuple[Reply, ...] = ()) -> None:
        """What an entry asks after these replies; one that cannot be matched asks nothing more."""
        before, last = self.situations[n], self._heard[n] >= MOST_ROUNDS
        planned = _nothing if last else self._planned
        done = guarded("match", _told, before, replies, planned)
        if isinstance(done, Failure):
            self.situations[n] = Situation(inquiry=before.inquiry, failure=done)
            return
        self.situations[n], wave = done
        if wave:
            self._turns[wave.turn] += 1
            self._waiting[wave.turn][n] = wave


def _nothing(_situation: Situation) -> None:
    """What is asked about an entry after the last round."""


def _told(
    before: Situation, replies: tuple[Reply, ...], planned: Plan
) -> tuple[Situation, Wave | None]:
    """The situation after these replies, with the next wave of questions or else with its match."""
    now = before.told(replies) if replies else before
    wave = planned(now)
    if wave is None:
        _ = now.match  # worked out and kept here, where what breaks in it is caught
    return now, wave
