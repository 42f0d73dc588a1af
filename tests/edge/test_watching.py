"""Watching for retractions: cheap enough for every day, and never from yesterday's answers."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline import check
from pipeline.edge import configuration
from pipeline.edge import services as places
from pipeline.edge.services import keeping
from pipeline.sources import crossref
from pipeline.values.audit import Audit
from pipeline.values.settings import Settings
from tests.server.server import Services
from tests.server.works import Made, numbered

WATCHED = ("retracted", "concern")


def entry(work: Made, link: str) -> str:
    people = ", ".join(f"{given} {family}" for given, family in work.authors)
    return f"- **{work.title}.** {people}. *{work.container}*, {work.year}. [[Link]]({link})\n"


def watched(
    services: Services, folder: Path, lines: Sequence[str], only: Sequence[str] = WATCHED
) -> Audit:
    path = folder / "list.md"
    path.write_text("# Papers\n\n" + "".join(lines), encoding="utf-8")
    settings = services.settings(
        cache=str(folder / "cache"), records=str(folder / "papers"), only=tuple(only), pages=False
    )
    return check(path, **settings.model_dump(exclude={"lists"}))


@pytest.fixture
def hundred(services: Services) -> list[Made]:
    services.works = list(numbered(100))
    return services.works


def asked(services: Services) -> int:
    return len(services.log)


def test_a_hundred_dois_cost_two_requests(
    services: Services, tmp_path: Path, hundred: list[Made]
) -> None:
    audit = watched(services, tmp_path, [entry(w, f"https://doi.org/{w.doi}") for w in hundred])
    assert len(audit.audited) == 100
    assert [call.service for call in services.log] == ["crossref", "crossref"]
    assert audit.complete


def test_a_hundred_arxiv_ids_cost_one(
    services: Services, tmp_path: Path, hundred: list[Made]
) -> None:
    watched(services, tmp_path, [entry(w, f"https://arxiv.org/abs/{w.arxiv}") for w in hundred])
    assert [call.service for call in services.log] == ["arxiv"]


def test_nothing_is_searched_for(services: Services, tmp_path: Path, hundred: list[Made]) -> None:
    lines = [entry(w, "https://example.org/page") for w in hundred[:5]]
    audit = watched(services, tmp_path, lines)
    assert len(audit.audited) == 5
    assert asked(services) == 0
    assert not any(one.findings for one in audit.audited)


def test_who_wants_more_has_everything_asked(
    services: Services, tmp_path: Path, hundred: list[Made]
) -> None:
    lines = [entry(w, "https://example.org/page") for w in hundred[:3]]
    watched(services, tmp_path, lines, only=(*WATCHED, "not-found"))
    assert asked(services) > 0


def test_yesterdays_answers_do_not_serve() -> None:
    usual, watching = Settings(mailto="you@example.org"), Settings(only=WATCHED)
    assert keeping(crossref, usual).fresh_s == crossref.POLICY.fresh_s
    assert keeping(crossref, watching).fresh_s == places.WATCHED_S < 86_400
    assert keeping(crossref, watching).absent_s == crossref.POLICY.absent_s


def test_codes_may_stand_together_with_commas() -> None:
    settings = configuration.settings({"only": ("retracted, concern", "corrected")})
    assert settings.only == ("retracted", "concern", "corrected")
    assert settings.watches
    assert not Settings().watches
    assert not Settings(only=("retracted", "year-differs")).watches
