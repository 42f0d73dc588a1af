"""How many requests, how long, how much memory: asking about many entries of mixed kind.

Run as ``python -m tests.benchmarks.asking [ENTRIES ...]``. A local server answers from invented
works as slowly as the services do; the clock runs faster by ``SCALE``. The bound is the time that
the requests which were made must take under the limits of 2026: nobody can be quicker and polite.
Violations are counted from the server's log: more under way at a time, or more within a second (or
sooner after an answer), than a service bears.
"""

import resource
import sys
import tempfile
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

from pipeline.edge.ask import Desk
from pipeline.values.identifiers import parsed
from pipeline.values.question import ByCitation, ById, Found, Question
from pipeline.values.settings import Settings
from tests.server.server import Call, Services, running
from tests.server.works import Made, numbered

SCALE = 4.0
LATENCY_S = 0.45
"""Median of a Crossref answer, measured by others in October 2026."""
LIMITS = {"crossref": 1 / 3, "arxiv": 3.0, "pubmed": 1 / 3, "idconv": 1 / 3}
"""Seconds that each request takes up at least."""
AT_A_TIME = {"crossref": 3, "arxiv": 1}
"""Requests that may be under way together."""
SLACK = 1e-3
"""Seconds between the start of a request and its arrival, which may vary."""


def question(source: str, text: str) -> Question:
    """What an identifier names."""
    found = parsed(text)
    if found is None:
        raise ValueError(text)
    return Question(source=source, query=ById(identifier=found))


def asked(work: Made, number: int) -> Question:
    """The question about one entry: four of five have an identifier."""
    match number % 10:
        case 0 | 1 | 2 | 3:
            return question("crossref", f"doi:{work.doi}")
        case 4 | 5:
            return question("arxiv", f"arxiv:{work.arxiv}")
        case 6 | 7:
            return question("pubmed", f"pmid:{work.pmid}")
    families = tuple(family for _, family in work.authors)
    query = ByCitation(title=work.title, families=families, year=work.year)
    return Question(source="crossref", query=query)


def bound(services: Services) -> float:
    """Seconds of the services' time that the requests made must take."""
    made = Counter(call.service for call in services.log)
    return max(count * LIMITS.get(name, 0.0) for name, count in made.items())


def violations(services: Services) -> int:
    """Requests that came too soon, or while too many others were under way."""
    crowded = sum(
        call.in_flight > most for name, most in AT_A_TIME.items() for call in services.calls(name)
    )
    return crowded + sum(_too_soon(services.calls(name), name) for name in LIMITS)


def _too_soon(calls: list[Call], name: str) -> int:
    """Requests in the service's second in which it had its fill, or too near to the last answer."""
    pause = LIMITS[name] / SCALE - SLACK
    if name == "arxiv":
        return sum(later.started - before.ended < pause for before, later in pairwise(calls))
    fill = round(1 / LIMITS[name])
    second = 1 / SCALE - SLACK
    return sum(
        later.started - call.started < second
        for call, later in zip(calls, calls[fill:], strict=False)
    )


def of_searches(services: Services) -> int:
    """Requests that put a search."""
    return sum("query.bibliographic" in call.params for call in services.log)


def timed(settings: Settings, questions: frozenset[Question]) -> tuple[float, float, int]:
    """Wall and CPU seconds of a run, and how many answers it found."""
    wall, cpu = time.monotonic(), time.process_time()
    with Desk(settings) as desk:
        answers = desk.ask(questions)
    found = sum(isinstance(answer, Found) for answer in answers.values())
    return time.monotonic() - wall, time.process_time() - cpu, found


def measured(entries: int) -> str:
    """One line of the table."""
    with running() as services, tempfile.TemporaryDirectory() as folder:
        works = numbered(entries)
        services.works[:] = works
        for name in LIMITS:
            services.fail(name, "slow", times=10**9, seconds=LATENCY_S / SCALE)
        questions = frozenset(asked(work, number) for number, work in enumerate(works))
        settings = services.settings(cache=str(Path(folder) / "cache"), time_scale=SCALE)
        wall, first_cpu, found = timed(settings, questions)
        requests, least = len(services.log), bound(services)
        searches, against = of_searches(services), violations(services)
        again, cpu, _ = timed(settings.but(time_scale=1.0), questions)
        repeated = len(services.log) - requests
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    unknown = sum(isinstance(one.query, ByCitation) for one in questions)
    batched, each = (requests - searches) / (entries - unknown), searches / unknown
    return (
        f"{entries:>7} {found:>7} {requests:>9} {batched:>7.3f} {each:>7.2f} {against:>6} "
        f"{wall * SCALE:>8.1f} {least:>8.1f} {wall * SCALE / least:>6.2f} {first_cpu:>6.2f} "
        f"{repeated:>9} {again:>7.2f} {cpu:>6.2f} {memory:>7.0f}"
    )


def main() -> None:
    """Print the table."""
    print(
        "entries   found  requests per: id  search  viol.   wall s  bound s  ratio    cpu"
        "  2nd: req    wall    cpu  max MB"
    )
    for entries in map(int, sys.argv[1:] or ["100", "1000"]):
        print(measured(entries), flush=True)


if __name__ == "__main__":
    main()
