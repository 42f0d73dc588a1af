"""A local index in front of the services: what it answers, and what is asked all the same."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main
from pipeline.edge.ask import Desk
from pipeline.edge.local_index import LocalIndex
from pipeline.edge.watch import nobody
from pipeline.values.identifiers import Identifier
from pipeline.values.question import Answer, Found, NotFound, Question, Unavailable
from pipeline.values.settings import Settings
from tests.edge.questions import by_id, by_title
from tests.index.of_server import ago, indexed
from tests.server.server import Services
from tests.server.works import WORKS, Made

TIDAL = "Tidal memory in estuarine sensor networks"
DOI = by_id("crossref", "doi:10.9999/jes.2021.017")
RETRACTED = by_id("crossref", "doi:10.9999/ami.2018.9")
PREPRINT = by_id("crossref", "doi:10.1101/2020.02.30.999999")


@pytest.fixture
def index(services: Services, tmp_path: Path) -> Path:
    return indexed(tmp_path, services.works, ago(30))


@pytest.fixture
def settings(services: Services, tmp_path: Path, index: Path) -> Settings:
    return services.settings(cache=str(tmp_path / "cache"), index=str(index), time_scale=1.0)


def ask(
    settings: Settings, *questions: Question, anew: frozenset[Identifier] = frozenset()
) -> Mapping[Question, Answer]:
    with Desk(settings, nobody, LocalIndex(settings, pytest.fail, anew)) as desk:
        return desk.ask(frozenset(questions))


def titles(answer: Answer) -> list[str]:
    assert isinstance(answer, Found), answer
    return [candidate.work.title for candidate in answer.candidates]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(DOI, id="a DOI at Crossref"),
        pytest.param(by_id("crossref", "pii:S9999888821000173"), id="a PII at Crossref"),
        pytest.param(by_title("crossref", TIDAL, "Lindqvist", year=2021), id="a title at Crossref"),
        pytest.param(by_title("crossref", "Tidal memry in estuarine sensor network"), id="a slip"),
        pytest.param(by_id("pubmed", "pmid:90000017"), id="a PMID"),
        pytest.param(by_id("pubmed", "doi:10.9999/jes.2021.017"), id="a DOI at PubMed"),
        pytest.param(by_title("pubmed", TIDAL), id="a title at PubMed"),
        pytest.param(by_id("idconv", "pmcid:PMC9000017"), id="a PMCID"),
    ],
)
def test_what_the_index_holds_is_found_with_its_age_and_nobody_is_asked(
    question: Question, settings: Settings, services: Services
) -> None:
    answer = ask(settings, question)[question]
    assert titles(answer)[0] == TIDAL
    assert isinstance(answer, Found)
    assert answer.candidates[0].provenance.retrieved.date() == ago(30)
    assert services.log == []


def test_a_part_of_a_title_spares_nobody_a_question_and_answers_where_none_can_be_asked(
    settings: Settings, services: Services
) -> None:
    part = by_title("crossref", "in estuarine sensor networks", "Lindqvist", year=2021)
    assert titles(ask(settings.but(offline=True), part)[part]) == [TIDAL]
    assert services.log == []
    ask(settings, part)
    assert services.log


@pytest.mark.parametrize("work", [w for w in WORKS if w.is_crossref], ids=lambda work: work.doi)
def test_it_says_what_the_service_says(work: Made, settings: Settings) -> None:
    question = by_id("crossref", f"doi:{work.doi}")
    local = ask(settings.but(offline=True), question)[question]
    live = ask(settings.but(refresh=True), question)[question]
    assert isinstance(local, Found)
    assert isinstance(live, Found)
    assert [c.work for c in local.candidates] == [c.work for c in live.candidates]


def test_what_it_lacks_is_asked_of_the_service(settings: Settings, services: Services) -> None:
    unknown = by_id("crossref", "doi:10.9999/nobody")
    later = replace(services.works[0], doi="10.9999/later", title="A later work", year=2021)
    services.works.append(later)
    new = by_id("crossref", "doi:10.9999/later")
    answers = ask(settings, unknown, new)
    assert isinstance(answers[unknown], NotFound)
    assert titles(answers[new]) == ["A later work"]


def test_without_the_services_what_it_lacks_is_no_fact(settings: Settings) -> None:
    unknown, title = (
        by_id("crossref", "doi:10.9999/nobody"),
        by_title("crossref", "Of no such thing"),
    )
    told = ask(settings.but(offline=True), unknown, title)
    for answer in told.values():
        assert isinstance(answer, Unavailable)
        assert answer.local


def test_what_no_dump_could_tell_is_missed_like_before(settings: Settings) -> None:
    elsewhere = by_id("datacite", "doi:10.5281/zenodo.99999991")
    answer = ask(settings.but(offline=True), elsewhere)[elsewhere]
    assert isinstance(answer, Unavailable)
    assert not answer.local


@pytest.mark.parametrize("question", [RETRACTED, PREPRINT])
def test_what_became_of_a_work_is_asked_once_a_week_has_passed(
    question: Question, settings: Settings, services: Services
) -> None:
    assert isinstance(ask(settings, question)[question], Found)
    assert len(services.calls("crossref")) == 1


@pytest.mark.parametrize("question", [RETRACTED, PREPRINT])
def test_what_became_of_a_work_is_believed_for_a_week(
    question: Question, services: Services, tmp_path: Path
) -> None:
    folder = indexed(tmp_path / "young", services.works, ago(3))
    settings = services.settings(cache=str(tmp_path / "cache"), index=str(folder), time_scale=1.0)
    assert isinstance(ask(settings, question)[question], Found)
    assert services.log == []


def test_works_of_the_dumps_last_year_are_asked_of_the_service(
    services: Services, tmp_path: Path
) -> None:
    new = replace(services.works[0], doi="10.9999/new", year=ago(60).year)
    services.works.append(new)
    folder = indexed(tmp_path, services.works, ago(30))
    settings = services.settings(cache=str(tmp_path / "c"), index=str(folder), time_scale=1.0)
    question = by_id("crossref", "doi:10.9999/new")
    assert isinstance(ask(settings, question)[question], Found)
    assert len(services.calls("crossref")) == 1


def test_where_the_service_is_down_the_index_answers_and_it_is_said(
    services: Services, settings: Settings
) -> None:
    services.fail("crossref", "500")
    answer = ask(settings.but(max_requests=1), RETRACTED)[RETRACTED]
    assert isinstance(answer, Found)
    assert answer.candidates[0].provenance.stale


def test_works_that_are_to_be_asked_anew_are(settings: Settings, services: Services) -> None:
    ask(settings, DOI, anew=frozenset({DOI.query.identifier}))  # type: ignore[union-attr]
    assert len(services.calls("crossref")) == 1


def test_a_refresh_asks_the_services(settings: Settings, services: Services) -> None:
    ask(settings.but(refresh=True), DOI)
    assert len(services.calls("crossref")) == 1


SENSING, MOSS = "Journal of Estuarine Sensing", "Annals of Moss Informatics"
GRAPH = "Graph lanterns: a language modal for moss genomes"
LIST = (
    (
        f"- [{TIDAL}](https://doi.org/10.99999/jes.2021.017). "
        f"Mara Lindqvist, Tomas Oyelaran, Jun Hasek. {SENSING}, 2021."
    ),
    (
        f"- [{GRAPH}](https://doi.org/10.99999/ami.2022.4). "
        f"Ilse Verhoeven, Kofi Adomako. {MOSS}, 2022."
    ),
    (
        "- [Sparse attention over long lichen sequences](https://arxiv.org/abs/2301.99999). "
        "Nadia Brandao, Peter Quist. arXiv, 2023."
    ),
    (
        "- [Cold light from warm moss](https://doi.org/10.99999/ami.2018.9). "
        f"Mara Lindqvist, Ilse Verhoeven. {MOSS}, 2018."
    ),
)
UNKNOWN = "- [In vain again](https://example.org/x). Mara Lindqvist. Journal of Nothing, 2011."

Run = Callable[..., dict[str, object]]


@pytest.fixture
def run(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    services.works[:] = [
        replace(w, doi=w.doi.replace("10.9999", "10.99999")) for w in services.works
    ]
    for name, value in (services.environment | {"ERRATA_MAILTO": "curator@example.org"}).items():
        monkeypatch.setenv(name, value)
    (tmp_path / "list.md").write_text("\n".join(("# Papers\n", *LIST)) + "\n", encoding="utf-8")

    def checked(*options: str) -> dict[str, object]:
        main(["check", "list.md", "--format", "json", "--quiet", *options])
        told: dict[str, object] = json.loads(capsys.readouterr().out)
        return told

    return checked


def said(report: dict[str, object]) -> list[tuple[object, ...]]:
    lists: Any = report["lists"]
    (told,) = lists
    return [
        (e["line"], e["status"], e["verdict"],
         sorted((f["code"], f["proposed"]) for f in e["findings"]))
        for e in told["entries"]
    ]  # fmt: skip


def test_without_network_a_check_says_of_what_the_index_holds_what_the_services_say(
    run: Run, services: Services, tmp_path: Path
) -> None:
    live = said(run("--cache", "live"))
    indexed(tmp_path, services.works, ago(30))
    services.log.clear()
    report = run("--offline", "--index", "index", "--cache", "none")
    local = said(report)
    assert local == live
    assert [found[0] for found in local[1][3]] == ["title-misspelt"]  # type: ignore[attr-defined]
    assert [found[0] for found in local[3][3]][:2] == ["authors-differ", "retracted"]  # type: ignore[attr-defined]
    assert services.log == []
    use = report["services"]["crossref"]  # type: ignore[index]
    assert use["from_cache"] >= 3
    assert use["asked"] == 0


def test_a_voice_that_the_index_lacks_beside_a_work_that_is_found_is_no_gap(
    run: Run, services: Services, tmp_path: Path
) -> None:
    """PubMed has few papers of computer science; a misspelt title of one is one all the same."""
    services.works[:] = [
        replace(w, pmid="") if "lanterns" in w.title else w for w in services.works
    ]
    live = said(run("--cache", "live"))
    indexed(tmp_path, services.works, ago(30))
    local = said(run("--offline", "--index", "index", "--cache", "none"))
    assert local == live
    assert [found[0] for found in local[1][3]] == ["title-misspelt"]  # type: ignore[attr-defined]


def test_of_what_the_index_lacks_nothing_is_concluded_without_network(
    run: Run, services: Services, tmp_path: Path
) -> None:
    indexed(tmp_path, services.works, ago(30))
    (tmp_path / "list.md").write_text(f"# Papers\n\n{UNKNOWN}\n", encoding="utf-8")
    ((_, status, _, findings),) = said(run("--offline", "--index", "index", "--cache", "none"))
    assert status == "not-verified"
    assert "not-found" not in str(findings)


def test_fix_asks_the_services_before_it_writes_what_the_index_alone_says(
    run: Run, services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The dump has the title as it was; Crossref has it as the list has it."""
    stale = [
        replace(w, title=w.title.replace("Tidal memory", "Tidal memories")) for w in services.works
    ]
    indexed(tmp_path, stale, ago(30))
    services.log.clear()
    report = said(run("--index", "index", "--cache", "a", "--only", "title-misspelt,title-differs"))
    assert report[0][3] != []
    before = (tmp_path / "list.md").read_text(encoding="utf-8")
    main(["fix", "list.md", "--index", "index", "--cache", "b", "--quiet", "--records", "false"])
    after = (tmp_path / "list.md").read_text(encoding="utf-8")
    assert after.splitlines()[2] == before.splitlines()[2]
    assert "language model for moss" in after
    capsys.readouterr()


def test_fix_without_network_writes_nothing_on_the_word_of_an_index(
    run: Run, services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    indexed(tmp_path, services.works, ago(30))
    before = (tmp_path / "list.md").read_text(encoding="utf-8")
    assert main(["fix", "list.md", "--index", "index", "--offline"]) == 2
    assert "asked of the services before it is written" in capsys.readouterr().err
    assert (tmp_path / "list.md").read_text(encoding="utf-8") == before


def test_a_folder_that_is_no_index_is_said_in_one_line(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(run)
    assert main(["check", "list.md", "--index", "nowhere"]) == 2
    told = capsys.readouterr()
    assert told.err == (
        "errata: nowhere is no index: it has no index.json. `errata index build` makes one.\n"
    )
