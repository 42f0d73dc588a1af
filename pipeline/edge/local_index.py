"""The local index of a run: it answers in the services' place, with the age of its dumps.

Found is found. That it lacks something says nothing: whoever can be asked is asked. So is what may
have changed since its day, and what somebody is to be accused of.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.edge import answers, raw_records, services
from pipeline.edge.answers import Facts
from pipeline.edge.kept_answers import Kept, is_fresh
from pipeline.sources.protocol import Source
from pipeline.values.identifiers import Identifier
from pipeline.values.question import Answer, ByCitation, ById, Question
from pipeline.values.settings import Settings
from pipeline.values.work import PartialDate, Work

if TYPE_CHECKING:
    from pipeline.index.choosing import Wanted
    from pipeline.index.lookup import Asked

STATUS_S = 7 * 86_400.0
"""How long an index is believed in what became of a work: a notice, a version of record."""
YOUNG = timedelta(days=365)
"""Works that came out so shortly before the dump may have been completed or corrected since."""
POINTERS = 2
"""How far answers are followed."""
CONVERTED = "idconv"
"""The service that says which other identifiers a PMCID has; PubMed's records say it, too."""


class LocalIndex:
    """An index, open for the questions of a run; ``anew`` are works to be asked of the services.

    Raises:
        IndexTroubleError: it cannot be read.

    """

    def __init__(
        self, settings: Settings, warn: Callable[[str], None], anew: frozenset[Identifier]
    ) -> None:
        from pipeline.index.lookup import Index  # noqa: PLC0415  an extra, and dear to import

        self._settings, self._anew = settings, anew
        self._index = Index(Path(settings.index), _once(warn))
        self._sources = services.enabled(settings)
        self._days = {dump.source: dump.day for dump in self._index.manifest.dumps}
        self._told: dict[Question, Kept | None] = {}

    def close(self) -> None:
        """Let go of it."""
        self._index.close()

    def day(self) -> str:
        """The day of the oldest of its dumps."""
        return min(filter(None, self._days.values()), default="")

    def covers(self, question: Question) -> bool:
        """Whether the answer would be in the index if the service's dump had it."""
        return self._asked(question) is not None or self._wanted(question) is not None

    def look_up(self, questions: Iterable[Question]) -> None:
        """Look for the answers to these questions, all at once."""
        new = [question for question in questions if question not in self._told]
        asked = {question: known for question in new if (known := self._asked(question))}
        wanted = {question: cited for question in new if (cited := self._wanted(question))}
        by_identifier = self._index.by_identifier(list(asked.values())) if asked else {}
        by_citation = (
            self._index.by_citation(list(wanted.values()), alone=self._settings.offline)
            if wanted else {}
        )  # fmt: skip
        self._told.update(dict.fromkeys(new))
        for question, known in asked.items():
            self._told[question] = self._kept(question, by_identifier.get(known, ()))
        for question, citation in wanted.items():
            self._told[question] = self._kept(question, by_citation.get(citation, ()))

    def forget(self) -> None:
        """Let go of what was looked up."""
        self._told.clear()

    def get(self, question: Question) -> Kept | None:
        """What the index tells; None if that is nothing."""
        self.look_up([question])
        return self._told[question]

    def serves(self, question: Question, kept: Kept) -> bool:
        """Whether the service need not be asked besides.

        Of a search the first work decides: the others are only beside it.
        """
        if self._settings.offline:
            return True
        source = self._sources[question.source]
        now, scale = datetime.now(UTC), self._settings.time_scale
        if self._settings.watches:
            policy = services.keeping(source, self._settings)
            return is_fresh(kept, question, policy, now=now, scale=scale)
        work = raw_records.work(source, kept.payloads[0]) if kept.payloads else None
        if work is None:
            return bool(kept.see)
        aged = now - kept.retrieved > timedelta(seconds=STATUS_S / scale)
        return not (
            self._anew & set(work.identifiers)
            or _young(work, kept.retrieved.date())
            or (aged and (work.notices or work.preprint_of))
        )

    def _asked(self, question: Question) -> "Asked | None":
        from pipeline.index.lookup import Asked  # noqa: PLC0415

        query = question.query
        source = "pubmed" if question.source == CONVERTED else question.source
        if source not in self._days or not isinstance(query, ById) or query.again:
            return None
        accepted = question.source == CONVERTED or self._accepts(question)
        return Asked(source, query.identifier) if accepted else None

    def _wanted(self, question: Question) -> "Wanted | None":
        from pipeline.index.choosing import Wanted  # noqa: PLC0415

        query = question.query
        if question.source not in self._days or not isinstance(query, ByCitation):
            return None
        years = (query.year,) if query.year else ()
        wanted = Wanted(question.source, query.title, query.families, years)
        return wanted if self._accepts(question) else None

    def _accepts(self, question: Question) -> bool:
        source = self._sources.get(question.source)
        return source is not None and source.accepts(question.query)

    def _kept(self, question: Question, records: Sequence[str]) -> Kept | None:
        """The answer that the service would have sent on the day of its dump."""
        if not records:
            return None
        converted = question.source == CONVERTED
        source = "pubmed" if converted else question.source
        kept = Kept(
            retrieved=self._retrieved(source), payloads=tuple(records),
            keeps=self._sources[source].POLICY.keeps if source in self._sources else 1,
        )  # fmt: skip
        return self._pointing(kept) if converted else kept

    def _pointing(self, kept: Kept) -> Kept | None:
        """As the converter answers: with the PMID of the record, and its DOI."""
        source: Source | None = self._sources.get("pubmed")
        work = raw_records.work(source, kept.payloads[0]) if source else None
        schemes: Mapping[str, list[str]] = defaultdict(list)
        for identifier in work.identifiers if work else ():
            schemes[identifier.scheme].append(str(identifier))
        see = (*schemes["pmid"][:1], *schemes["doi"][:1])
        return kept.but(payloads=(), see=see) if see else None

    def _retrieved(self, source: str) -> datetime:
        day = self._days[source] or self._index.manifest.made[:10]
        return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)


class IndexAlone:
    """Answers of the index and of nobody else; what it lacks could not be asked."""

    def __init__(self, settings: Settings) -> None:
        self._said: list[str] = []
        self._index = LocalIndex(settings.but(offline=True), self._said.append, frozenset())
        self._sources = services.enabled(settings)

    def heard(self, questions: frozenset[Question]) -> Mapping[Question, Answer]:
        """The answers to all of these questions, what they point at followed."""
        answered: dict[Question, Kept] = {}
        level = list(questions)
        for _ in range(POINTERS + 1):
            self._index.look_up(level)
            answered |= {
                question: kept for question in level if (kept := self._index.get(question))
            }
            level = [
                question
                for question in answers.pointed_at(level, answered)
                if question not in answered
            ]
        lacking = (
            question
            for question in questions
            if question not in answered and self._index.covers(question)
        )
        facts = Facts(told=answered, failed={}, stale=frozenset(), lacking=frozenset(lacking))
        return {question: answers.answer(question, facts, self._sources) for question in questions}

    def forget(self) -> tuple[str, ...]:
        """Let go of the answers so far; what was wrong with the index is told."""
        self._index.forget()
        texts, self._said[:] = tuple(self._said), []
        return texts

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()


def _young(work: Work, day: date) -> bool:
    """Whether the work came out in the last year before a day, or nobody knows when."""
    latest = max((*work.dates, *filter(None, [work.issued])), key=_last_day, default=None)
    return latest is None or _last_day(latest) > day - YOUNG


def _last_day(partial_date: PartialDate) -> date:
    """The last day that a date may mean, or nearly."""
    try:
        return date(partial_date.year, partial_date.month or 12, partial_date.day or 28)
    except ValueError:  # the 31st of February
        return date(partial_date.year, partial_date.month or 12, 28)


def _once(warn: Callable[[str], None]) -> Callable[[str], None]:
    """Says each thing once."""
    texts: set[str] = set()

    def say(text: str) -> None:
        if text not in texts:
            texts.add(text)
            warn(text)

    return say
