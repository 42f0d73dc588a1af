"""What goes first in a lane, and what goes together."""

from pipeline.edge.waiting import Job, Waiting, requests
from pipeline.sources import SOURCES
from pipeline.sources.protocol import Source
from pipeline.values.question import Query
from tests.edge.questions import by_id, by_title

NAMED: dict[str, Source] = {source.NAME: source for source in SOURCES}
ARXIV, CROSSREF = NAMED["arxiv"], NAMED["crossref"]
IDS = [by_id("arxiv", f"arxiv:2105.{n:05d}").query for n in range(1, 131)]
SEARCHES = [by_title("arxiv", f"Tidal memory in estuarine networks part {n}").query
            for n in range(25)]  # fmt: skip


def drained(waiting: Waiting) -> list[Job]:
    return list(iter(waiting.take, None))


def sizes(jobs: list[Job]) -> list[int]:
    return [len(job.request.queries) for job in jobs]


def test_identifiers_go_before_searches_and_both_in_company() -> None:
    made: list[Job] = []
    waiting = Waiting(made.append)
    waiting.put(ARXIV, SEARCHES)
    waiting.put(ARXIV, IDS)
    jobs = drained(waiting)
    assert sizes(jobs) == [100, 30, 20, 5]
    assert made == jobs


def test_what_comes_before_a_request_leaves_goes_with_it() -> None:
    waiting = Waiting(lambda _: None)
    waiting.put(ARXIV, IDS[:1])
    first = waiting.take()
    for query in IDS[1:60]:
        waiting.put(ARXIV, [query])
    assert first is not None
    assert sizes([first, *drained(waiting)]) == [1, 59]


def test_services_of_one_pool_stay_apart() -> None:
    pubmed, idconv = NAMED["pubmed"], NAMED["idconv"]
    waiting = Waiting(lambda _: None)
    waiting.put(pubmed, [by_id("pubmed", "pmid:90000017").query])
    waiting.put(idconv, [by_id("idconv", "pmcid:PMC9000017").query])
    assert [job.source.NAME for job in drained(waiting)] == ["pubmed", "idconv"]


def test_the_same_questions_make_the_same_requests_in_whatever_order_they_come() -> None:
    queries: list[Query] = [by_id("crossref", f"doi:10.9999/bps.{n}").query for n in range(70)]
    assert requests(CROSSREF, queries) == requests(CROSSREF, queries[::-1])
