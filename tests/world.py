"""A small world in memory: works by service, and the one function that a run asks.

Each service finds, does not find, or is down; what was asked is counted. No name, title or number
is anybody's, but for the venues, whose names are facts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rapidfuzz import fuzz

from pipeline import formats
from pipeline.compare.titles import key
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import Outcome, audit
from pipeline.values.audit import Audited
from pipeline.values.entry import Document, Reading
from pipeline.values.finding import Finding
from pipeline.values.identifiers import Identifier, parsed
from pipeline.values.question import (
    Agency,
    Answer,
    ByCitation,
    ById,
    ByPlace,
    Found,
    NotFound,
    Query,
    Question,
    Unavailable,
)
from pipeline.values.settings import Settings
from pipeline.values.work import Candidate, PartialDate, Person, Provenance, Stage, Work
from pipeline.write.applying import Accepted, rewritten

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

FOUND = 65
"""Per cent of title words that a search of this world wants in common."""

MOST = 5
"""Works that a search brings."""

PAGES = {
    "crossref": "https://doi.org/", "datacite": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/", "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}  # fmt: skip


def person(text: str) -> Person:
    """ "Mara Lindqvist", "{Moss Consortium}", "Lindqvist, Mara"."""
    if text.startswith("{"):
        return Person(literal=text.strip("{}"))
    if "," in text:
        family, _, given = text.partition(", ")
        return Person(family=family, given=given)
    given, _, family = text.rpartition(" ")
    return Person(family=family, given=given)


def people(text: str) -> tuple[Person, ...]:
    return tuple(person(name) for name in text.split("; ") if name)


def date(text: str | int) -> PartialDate:
    """ "2021", "2021-03", "2021-03-04"."""
    year, month, day = (*map(int, str(text).split("-")), None, None)[:3]
    return PartialDate(year=year or 0, month=month, day=day)


def identifiers(text: str) -> tuple[Identifier, ...]:
    found = tuple(parsed(each) for each in text.split())
    assert all(found), text
    return tuple(each for each in found if each)


def work(title: str, authors: str, venue: str, dates: str | int, ids: str, **more: object) -> Work:
    """A work as one service tells it; dates and identifiers separated by blanks."""
    told = tuple(date(each) for each in str(dates).split())
    fields: dict[str, object] = {
        "title": title, "authors": people(authors), "container_title": venue,
        "issued": told[0] if told else None, "dates": told, "identifiers": identifiers(ids),
    }  # fmt: skip
    return Work(**(fields | more))


def preprint(title: str, authors: str, dates: str | int, ids: str, **more: object) -> Work:
    """The same for arXiv's manner; another server by ``container_title``."""
    fields = {"stage": Stage.PREPRINT, "type": "article"} | more
    venue = str(fields.pop("container_title", "arXiv"))
    return work(title, authors, venue, dates, ids, **fields)


def told(source: str, each: Work) -> Candidate:
    own = each.identifiers[0].value if each.identifiers else ""
    page = PAGES.get(source, f"https://{source}.example/") + own
    return Candidate(work=each, provenance=Provenance(source=source, url=page, retrieved=WHEN))


@dataclass
class World:
    """Works by service; services that are down; agencies of DOIs nobody here holds."""

    works: Mapping[str, tuple[Work, ...]]
    down: frozenset[str] = frozenset()
    agencies: Mapping[str, str] = field(default_factory=dict)
    asked: Counter[Question] = field(default_factory=Counter)
    rounds: list[frozenset[Question]] = field(default_factory=list)

    def ask(self, questions: frozenset[Question]) -> dict[Question, Answer]:
        """An answer to every question, counted."""
        self.asked.update(questions)
        self.rounds.append(questions)
        return {question: self.answer(question) for question in questions}

    def answer(self, question: Question) -> Answer:
        source, query = question.source, question.query
        if source in self.down:
            return Unavailable(reason=f"{source} did not answer")
        if isinstance(query, Agency):
            agency = self._agency(query.identifier)
            return Found(agency=agency) if agency else NotFound()
        known = self.works.get("pubmed" if source == "idconv" else source, ())
        found = tuple(told(source, each) for each in _fitting(known, query))
        return Found(candidates=found) if found else NotFound()

    def _agency(self, identifier: Identifier) -> str:
        for source, name in (("crossref", "Crossref"), ("datacite", "DataCite")):
            if any(identifier in each.identifiers for each in self.works.get(source, ())):
                return name
        return self.agencies.get(identifier.value, "")

    def without(self, *services: str) -> "World":
        """This world while these services are down; nothing asked yet."""
        return World(works=self.works, down=frozenset(services), agencies=self.agencies)


def _in_journal(each: Work, query: ByPlace) -> bool:
    if query.issn:
        return query.issn in each.issn
    return key(each.container_title) == key(query.journal)


def _fitting(known: Iterable[Work], query: Query) -> list[Work]:
    if isinstance(query, ById):
        return [each for each in known if query.identifier in each.identifiers]
    if isinstance(query, ByPlace):
        wanted = (query.volume, query.page)
        there = [w for w in known if (w.volume, _first(w.page)) == wanted]
        return [w for w in there if _in_journal(w, query)]
    if isinstance(query, ByCitation):
        ranked = sorted(known, key=lambda each: -_likeness(each, query))
        return [each for each in ranked[:MOST] if _likeness(each, query) >= FOUND]
    return []


def _first(page: str) -> str:
    return page.split("-", maxsplit=1)[0]


def _likeness(each: Work, query: ByCitation) -> float:
    titles = (each.title, *each.other_titles)
    return max(fuzz.token_sort_ratio(t.casefold(), query.title.casefold()) for t in titles)


def everywhere(*works: Work) -> World:
    """A world in which each work stands where its identifiers say: DOI, arXiv id, PMID."""
    homes = {"doi": "crossref", "arxiv": "arxiv", "pmid": "pubmed"}
    placed: dict[str, list[Work]] = {}
    for each in works:
        for scheme in dict.fromkeys(i.scheme for i in each.identifiers):
            if scheme in homes:
                placed.setdefault(homes[scheme], []).append(each)
    return World(works={source: tuple(found) for source, found in placed.items()})


@dataclass(frozen=True)
class Run:
    """A run over lists in this world, with what it would write."""

    readings: tuple[Reading, ...]
    outcome: Outcome

    @property
    def audited(self) -> tuple[Audited, ...]:
        return self.outcome.audited

    @property
    def findings(self) -> list[Finding]:
        return [finding for each in self.audited for finding in each.findings]

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.findings]

    def of(self, code: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.code == code]

    def fixed(self, accepted: Accepted = Accepted()) -> str:  # noqa: B008  a frozen value
        """The first list after the fixes."""
        done = rewritten(self.readings[0], self.audited, accepted)
        assert not done.left
        assert not any(each.failure for each in done.audited)
        return done.text

    def with_only(self, *findings: Finding) -> str:
        """The first list after these fixes alone."""
        return self.fixed(Accepted(ids=frozenset(f.id for f in findings), automatic=False))


Ask = Callable[[frozenset[Question]], Mapping[Question, Answer]]


def run(
    world: World,
    *texts: str,
    library: Library = Library(),  # noqa: B008  a frozen value
    settings: Settings = Settings(),  # noqa: B008  a frozen value
    ending: str = "md",
) -> Run:
    """What a run concludes about these texts, named list.md, list2.md, ..."""
    names = (f"list{number or ''}.{ending}" for number in (0, *range(2, len(texts) + 1)))
    documents = (Document(path=name, text=text) for name, text in zip(names, texts, strict=False))
    readings = tuple(formats.read(document) for document in documents)
    outcome = audit(readings, library, Outside(world.ask), settings)
    assert not any(each.failure for each in outcome.audited)
    return Run(readings, outcome)
