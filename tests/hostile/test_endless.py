"""No answer keeps a run longer than it may last, or makes it larger than it may be."""

import gc
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.edge import pages
from pipeline.edge.ask import Desk
from pipeline.edge.failures import RetryableError
from pipeline.edge.http import Http, Letter
from pipeline.edge.pages import NoPageError, fetched
from pipeline.values.question import Answer, Question, Unavailable
from pipeline.values.settings import ServiceSettings, Settings
from tests.e2e.conftest import LIST
from tests.edge.questions import by_id
from tests.hostile.endless import NESTED, SLOW, sending
from tests.server.fixture import services
from tests.server.server import Services

__all__ = ["services"]

PIECES = SLOW | NESTED
QUESTIONS = {
    "crossref": by_id("crossref", "doi:10.9999/jes.2021.017"),
    "arxiv": by_id("arxiv", "arxiv:2301.99999"),
    "datacite": by_id("datacite", "doi:10.5281/zenodo.1"),
}
LASTS_S = 2.0
MOST_KB = 200_000


def _asked(base: str, *questions: Question) -> tuple[float, list[Answer]]:
    """Seconds of a run that asks these questions of a server, and the answers."""
    places = {question.source: ServiceSettings(url=base) for question in questions}
    settings = Settings(services=places, cache="/dev/null/none", max_time_s=LASTS_S)
    began = time.monotonic()
    with Desk(settings) as desk:
        answers = desk.ask(frozenset(questions))
    return time.monotonic() - began, list(answers.values())


@pytest.fixture(scope="module")
def runs() -> dict[tuple[str, str], tuple[float, list[Answer]]]:
    """A run for each slow answer of each service, side by side: all they do is wait."""
    with ExitStack() as stack, ThreadPoolExecutor(len(SLOW) * len(QUESTIONS)) as pool:
        bases = {name: stack.enter_context(sending(pieces)) for name, pieces in SLOW.items()}
        begun = {
            (service, name): pool.submit(_asked, base, question)
            for service, question in QUESTIONS.items()
            for name, base in bases.items()
        }
        return {what: future.result() for what, future in begun.items()}


@pytest.mark.parametrize("service", QUESTIONS)
@pytest.mark.parametrize("name", SLOW)
def test_a_run_ends_when_it_should(
    runs: dict[tuple[str, str], tuple[float, list[Answer]]], service: str, name: str
) -> None:
    seconds, answers = runs[service, name]
    assert answers == [Unavailable(reason="stopped by --max-time")]
    assert seconds < LASTS_S * 1.5


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[Http]:
    monkeypatch.setattr("pipeline.edge.http.SHORTEST_LIMIT_S", 0.5)
    http = Http(agent="errata/0", scale=1e9)
    http.open()
    yield http
    http.close()


@pytest.mark.parametrize("name", SLOW)
def test_an_answer_ends_when_it_should(client: Http, name: str) -> None:
    began = time.monotonic()
    with sending(SLOW[name]) as base, pytest.raises(RetryableError, match="in time"):
        client.fetch(Letter(url=base))
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("name", PIECES)
def test_a_page_is_read_no_longer_than_it_may_be(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LONGEST_S", 1.0)
    began = time.monotonic()
    with sending(PIECES[name]) as base, pytest.raises(NoPageError):
        fetched("https://example.org/paper", Settings(pages_url=base))
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("name", NESTED)
def test_no_nested_answer_takes_more_memory_than_there_is(name: str) -> None:
    """In a process of its own, for what a process took at most never falls again."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.hostile.test_endless", name]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    kinds, seconds, kilobytes = told.stdout.split()
    assert kinds == "unavailable," * len(QUESTIONS)
    assert float(seconds) < LASTS_S * 1.5
    assert int(kilobytes) < MOST_KB


def _take_in(name: str) -> None:
    """One run, to which every service sends the same."""
    gc.disable()  # as the command does
    with sending(NESTED[name]) as base:
        seconds, answers = _asked(base, *QUESTIONS.values())
    print("".join(f"{answer.kind}," for answer in answers), f"{seconds:.1f}", _most_kilobytes())


def _most_kilobytes() -> int:
    """The most memory this program has held; Linux's ``ru_maxrss`` begins with its parent's."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = re.search(r"^VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"), re.MULTILINE)
    assert found
    return int(found[1])


def test_the_command_ends_when_it_should(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """What the other services told is reported."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    for variable, value in services.environment.items():
        monkeypatch.setenv(variable, value)
    began = time.monotonic()
    assert run(["check", "list.md", "--cache", "sound"]) == 1
    usual = time.monotonic() - began
    with sending(SLOW["headers that drip"]) as base:
        monkeypatch.setenv("ERRATA_CROSSREF_URL", base)
        began = time.monotonic()
        assert run(["check", "list.md", "--max-time", str(LASTS_S)]) == 3
    assert time.monotonic() - began < usual + LASTS_S * 1.5
    shown = capsys.readouterr().out
    assert "2 entries: Not verified: crossref could not be asked" in shown
    assert "{+Ilse Verhoeven, Kofi Adomako+}" in shown


if __name__ == "__main__":
    _take_in(sys.argv[1])
