"""The desk against a server of invented works: answers, batches, faults, and what is not asked."""

import itertools
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.edge import snapshot
from pipeline.edge.ask import Desk
from pipeline.edge.watch import Event
from pipeline.values.question import Answer, Found, NotFound, Question, Unavailable
from pipeline.values.settings import ServiceSettings, Settings
from tests.edge.questions import agency, by_id, by_place, by_title
from tests.server import wire
from tests.server.server import Services, sent_json, sent_text
from tests.server.works import numbered

TIDAL = "Tidal memory in estuarine sensor networks"
DOI = by_id("crossref", "doi:10.9999/jes.2021.017")


def ask(settings: Settings, *questions: Question) -> Mapping[Question, Answer]:
    with Desk(settings) as desk:
        return desk.ask(frozenset(questions))


def titles(answer: Answer) -> list[str]:
    assert isinstance(answer, Found), answer
    return [candidate.work.title for candidate in answer.candidates]


@pytest.fixture
def settings(services: Services, tmp_path: Path) -> Settings:
    return services.settings(cache=str(tmp_path / "cache"))


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(DOI, id="a DOI at Crossref"),
        pytest.param(by_id("crossref", "pii:S9999888821000173"), id="a PII at Crossref"),
        pytest.param(by_title("crossref", TIDAL, "Lindqvist", year=2021), id="a title at Crossref"),
        pytest.param(by_id("pubmed", "pmid:90000017"), id="a PMID"),
        pytest.param(by_id("pubmed", "doi:10.9999/jes.2021.017"), id="a DOI at PubMed"),
        pytest.param(by_title("pubmed", TIDAL), id="a title at PubMed"),
        pytest.param(by_place("pubmed", "J Estuar Sens", "12", "101"), id="a place at PubMed"),
        pytest.param(by_id("idconv", "pmcid:PMC9000017"), id="a PMCID"),
    ],
)
def test_every_way_of_asking_finds_the_work(settings: Settings, question: Question) -> None:
    assert titles(ask(settings, question)[question])[0] == TIDAL


def test_arxiv_and_datacite_know_the_preprint(settings: Settings) -> None:
    questions = [by_id(source, "arxiv:2301.99999") for source in ("arxiv", "datacite")]
    answers = ask(settings, *questions)
    assert [titles(answers[question]) for question in questions] == [
        ["Sparse attention over long lichen sequences"]
    ] * 2


def test_the_resolver_tells_agencies_and_what_does_not_exist(settings: Settings) -> None:
    asked = [
        agency("doi:10.9999/jes.2021.017"), agency("doi:10.5281/zenodo.99999991"),
        agency("doi:10.9999/no.such"),
    ]  # fmt: skip
    answers = ask(settings, *asked)
    told = [answers[one] for one in asked]
    assert [one.agency if isinstance(one, Found) else one.kind for one in told] == [
        "Crossref", "DataCite", "not-found",
    ]  # fmt: skip


def test_what_a_batch_leaves_out_is_not_found(settings: Settings, services: Services) -> None:
    unknown = by_id("crossref", "doi:10.9999/no.such")
    answers = ask(settings, DOI, unknown)
    assert (titles(answers[DOI]), answers[unknown]) == ([TIDAL], NotFound())
    assert len(services.calls("crossref")) == 1


@pytest.mark.parametrize(
    ("said", "most"),
    [
        pytest.param(
            {"warninglist": {"quotedphrasesnotfound": ['"10.9999/no.such"[aid]']}}, 2, id="named"
        ),
        pytest.param({}, 1, id="not named"),
    ],
)
def test_an_unknown_doi_that_pubmed_takes_apart_costs_a_request_or_two(
    services: Services, settings: Settings, said: dict[str, object], most: int
) -> None:
    """Hundreds of other papers come for it; they are not gone through."""
    services.works = list(numbered(100))
    known = [by_id("pubmed", f"doi:{work.doi}") for work in services.works[:3]]
    unknown = by_id("pubmed", "doi:10.9999/no.such")
    result = {"count": "400", "idlist": [work.pmid for work in services.works]} | said
    sent = sent_json({"esearchresult": result})
    services.fail("pubmed", "sent", times=1, match="esearch", sent=sent)
    answers = ask(settings, *known, unknown)
    assert answers[unknown] == NotFound()
    assert all(isinstance(answers[one], Found) for one in known)
    calls = [call.path for call in services.calls("pubmed")]
    assert calls.count("/esearch.fcgi") <= most
    assert calls.count("/efetch.fcgi") == 1


def test_another_paper_is_no_answer_to_a_doi_that_pubmed_does_not_have(settings: Settings) -> None:
    """PubMed takes an unknown DOI apart and finds something (metapub issue 41)."""
    unknown = by_id("pubmed", "doi:10.9999/no.such")
    assert ask(settings, unknown)[unknown] == NotFound()


def test_identifiers_cost_few_requests(settings: Settings, services: Services) -> None:
    services.works += numbered(230)
    dois = [by_id("crossref", f"doi:10.9999/bps.{n}") for n in range(1, 231)]
    arxivs = [by_id("arxiv", f"arxiv:2105.{n:05d}") for n in range(1, 231)]
    pmids = [by_id("pubmed", f"pmid:{91000000 + n}") for n in range(1, 231)]
    answers = ask(settings, *dois, *arxivs, *pmids)
    assert all(isinstance(answer, Found) for answer in answers.values())
    assert {name: len(services.calls(name)) for name in ("crossref", "arxiv", "pubmed")} == {
        "crossref": 5, "arxiv": 3, "pubmed": 2,
    }  # fmt: skip


def test_the_second_run_asks_nothing(settings: Settings, services: Services) -> None:
    questions = (
        DOI, by_id("pubmed", "doi:10.9999/jes.2021.017"), by_title("pubmed", TIDAL),
        by_id("idconv", "pmcid:PMC9000017"), by_id("crossref", "doi:10.9999/no.such"),
        agency("doi:10.9999/no.such"), by_title("arxiv", "Nothing of this kind was ever written"),
    )  # fmt: skip
    first = ask(settings.but(time_scale=1), *questions)
    asked = len(services.log)
    assert asked > 0
    assert ask(settings.but(time_scale=1), *questions) == first
    assert len(services.log) == asked


def test_an_aged_answer_is_asked_for_again(settings: Settings, services: Services) -> None:
    ask(settings, DOI)
    ask(settings.but(time_scale=1e9), DOI)
    assert len(services.calls("crossref")) == 2


def test_refresh_asks_whatever_the_cache_holds(settings: Settings, services: Services) -> None:
    ask(settings, DOI)
    ask(settings.but(refresh=True), DOI)
    assert len(services.calls("crossref")) == 2


def test_we_say_who_asks(settings: Settings, services: Services) -> None:
    ask(settings, DOI, by_id("pubmed", "pmid:90000017"), by_id("arxiv", "arxiv:2301.99999"))
    crossref, pubmed, arxiv = (services.calls(s)[0] for s in ("crossref", "pubmed", "arxiv"))
    assert crossref.params["mailto"] == "curator@example.org"
    assert (pubmed.params["tool"], pubmed.params["email"]) == ("errata", "curator@example.org")
    for call in (crossref, pubmed, arxiv):
        agent = call.headers["user-agent"]
        assert agent.startswith("errata/")
        assert "https://github.com/errata-tools/errata" in agent
        assert "mailto:curator@example.org" in agent


def test_without_a_contact_crossref_is_asked_one_at_a_time(
    settings: Settings, services: Services
) -> None:
    services.fail("crossref", "slow", seconds=0.05)
    searches = [by_title("crossref", f"{TIDAL} part {n}") for n in range(4)]
    ask(settings.but(mailto=""), *searches)
    calls = services.calls("crossref")
    assert len(calls) == 4
    assert max(call.in_flight for call in calls) == 1
    assert "mailto" not in calls[0].params


def test_no_more_than_three_are_under_way_at_crossref(
    settings: Settings, services: Services
) -> None:
    services.fail("crossref", "slow", seconds=0.1)
    ask(settings, *(by_title("crossref", f"{TIDAL} part {n}") for n in range(8)))
    assert max(call.in_flight for call in services.calls("crossref")) == 3


def test_arxiv_rests_between_the_end_of_an_answer_and_the_next_request(
    settings: Settings, services: Services
) -> None:
    services.works += numbered(230)
    services.fail("arxiv", "slow", seconds=0.03)
    slow = settings.but(time_scale=20)
    ask(slow, *(by_id("arxiv", f"arxiv:2105.{n:05d}") for n in range(1, 231)))
    calls = services.calls("arxiv")
    gaps = [after.started - before.ended for before, after in itertools.pairwise(calls)]
    assert len(gaps) == 2
    assert min(gaps) >= 2.5 / 20, "less the time the server takes to note its end"


BROKEN = ("429", "503", "500", "html", "empty", "cut", "redirect", "gzip-bomb", "deep")


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize(
    "question", [DOI, by_id("pubmed", "pmid:90000017"), by_id("arxiv", "arxiv:2301.99999")],
    ids=lambda question: question.source,
)  # fmt: skip
def test_a_fault_that_passes_is_outlived(
    settings: Settings, services: Services, question: Question, kind: str
) -> None:
    services.fail(question.source, kind, times=1)
    answer = ask(settings.but(time_scale=200), question)[question]
    assert isinstance(answer, Found)
    assert len(services.calls(question.source)) == 2


@pytest.mark.parametrize("kind", [*BROKEN, "entity-bomb", "400", "403", "404", "empty-page"])
def test_a_fault_that_stays_is_no_absence(
    settings: Settings, services: Services, kind: str
) -> None:
    """The worst that an outage may do is say nothing."""
    services.fail("crossref", kind)
    fast = settings.but(time_scale=2000)
    assert isinstance(ask(fast, DOI)[DOI], Unavailable)
    services.faults.clear()
    assert titles(ask(fast, DOI)[DOI]) == [TIDAL], "an outage was kept"


def test_a_silent_service_is_given_up(
    settings: Settings, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.edge.http.SHORTEST_LIMIT_S", 0.05)
    services.fail("crossref", "timeout", seconds=0.3)
    answer = ask(settings.but(time_scale=2000), DOI)[DOI]
    assert answer == Unavailable(reason="crossref did not answer in time")


def test_a_short_retry_after_is_honoured(settings: Settings, services: Services) -> None:
    services.fail("crossref", "429", times=1, retry_after="10")
    ask(settings.but(time_scale=20), DOI)
    first, second = services.calls("crossref")
    assert second.started - first.ended >= 10 / 20


def test_a_long_retry_after_is_not_waited_for(settings: Settings, services: Services) -> None:
    services.fail("crossref", "429", retry_after="86400")
    began = time.monotonic()
    assert isinstance(ask(settings, DOI)[DOI], Unavailable)
    assert time.monotonic() - began < 5
    assert len(services.calls("crossref")) == 1


def test_one_bad_question_spoils_only_itself(settings: Settings, services: Services) -> None:
    """One malformed element makes Crossref refuse a whole batch (status 400)."""
    services.works += numbered(20)
    good = [by_id("crossref", f"doi:10.9999/bps.{n}") for n in range(1, 21)]
    bad = by_id("crossref", "doi:10.9999/spoilt")
    answers = ask(settings, *good, bad)
    assert all(isinstance(answers[one], Found) for one in good)
    assert isinstance(answers[bad], Unavailable)


def test_a_service_that_is_down_is_left_alone(settings: Settings, services: Services) -> None:
    services.fail("crossref", "500")
    searches = [by_title("crossref", f"{TIDAL} part {n}") for n in range(60)]
    answers = ask(settings.but(time_scale=2000), *searches)
    assert all(isinstance(answer, Unavailable) for answer in answers.values())
    assert len(services.calls("crossref")) < 30


def test_an_outage_that_passes_costs_none_of_what_waits(
    settings: Settings, services: Services
) -> None:
    """What waits for a service is not given up with those that failed."""
    services.works += numbered(40)
    searches = [by_title("crossref", work.title) for work in services.works[-40:]]
    services.fail("crossref", "500", times=18)  # six attempts for each of the three under way
    answers = ask(settings.but(time_scale=200), *searches)
    lost = [one for one in answers.values() if isinstance(one, Unavailable)]
    assert len(lost) <= 3, "those under way may be to blame themselves"


def test_a_service_that_stays_away_is_given_up_and_later_tried_once(
    settings: Settings, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.edge.lane.RESTS_S", (100.0, 1000.0))
    services.fail("crossref", "500")
    with Desk(settings.but(time_scale=2000)) as desk:
        searches = [by_title("crossref", f"{TIDAL} part {n}") for n in range(4)]
        began = time.monotonic()
        assert {a.kind for a in desk.ask(frozenset(searches)).values()} == {"unavailable"}
        assert time.monotonic() - began >= (100 + 1000) / 2000
        asked = len(services.log)
        assert isinstance(desk.ask(frozenset([DOI]))[DOI], Unavailable)
        assert len(services.log) == asked, "it was asked while it rested"
        time.sleep(0.6)
        later = by_title("crossref", TIDAL)
        assert isinstance(desk.ask(frozenset([later]))[later], Unavailable)
        assert len(services.log) == asked + 1
        services.faults.clear()
        time.sleep(0.6)
        other = by_title("crossref", f"{TIDAL} once more")
        assert titles(desk.ask(frozenset([other]))[other])[0] == TIDAL


def test_a_slow_service_keeps_nobody_elses_answers_back(
    settings: Settings, services: Services
) -> None:
    services.fail("arxiv", "slow", seconds=1.0)
    preprint = by_id("arxiv", "arxiv:2301.99999")
    with Desk(settings) as desk:
        first = desk.heard(frozenset({DOI, preprint}))
        assert list(first) == [DOI]
        assert desk.heard(frozenset({DOI})) == first, "what was told is told again"
        assert titles(desk.heard(frozenset())[preprint])
        assert desk.heard(frozenset()) == {}


def test_the_records_of_several_searches_are_fetched_together(
    settings: Settings, services: Services
) -> None:
    services.works += numbered(6)
    searches = [by_title("pubmed", work.title) for work in services.works[-6:]]
    answers = ask(settings, *searches)
    assert all(isinstance(answer, Found) for answer in answers.values())
    fetched = [call for call in services.calls("pubmed") if "efetch" in call.path]
    assert len(fetched) == 1


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    "asked",
    [
        by_id("arxiv", "arxiv:2301.99999"),
        by_title("arxiv", "Sparse attention over long lichen sequences"),
    ],
    ids=["id", "title"],
)
def test_an_empty_page_of_arxiv_is_asked_for_again(
    settings: Settings, services: Services, asked: Question, times: int
) -> None:
    services.fail("arxiv", "empty-page", times=times)
    assert isinstance(ask(settings, asked)[asked], Found)
    assert len(services.calls("arxiv")) == times + 1


LICHEN = "Sparse attention over long lichen sequences"


@pytest.mark.parametrize("named", [True, False], ids=["id", "title"])
def test_no_run_of_empty_pages_passes_for_absence_once_something_was_found(
    settings: Settings, services: Services, *, named: bool
) -> None:
    """The second look asks besides for what is known to be there."""
    known = by_id("arxiv", "arxiv:2301.99999") if named else by_title("arxiv", LICHEN)
    late = by_title("arxiv", "Sparse atention over long lichen sequences")
    gone = by_title("arxiv", "Whispering algorithms for the census of glacier fleas")
    with Desk(settings.but(time_scale=1000.0)) as desk:
        desk.ask(frozenset({known}))
        services.log.clear()
        services.fail("arxiv", "empty-page", times=4)
        answers = desk.ask(frozenset({late, gone}))
    assert titles(answers[late]) == [LICHEN]
    assert isinstance(answers[gone], NotFound)
    assert len(services.calls("arxiv")) == 6, "four empty pages, the phrases again, the words"


def test_an_empty_page_of_the_look_by_words_is_no_absence(
    settings: Settings, services: Services
) -> None:
    """Such searches are long: they go in several requests, each with what is known to be there."""
    services.works += numbered(40)
    late = {by_title("arxiv", work.title.replace("bb", "b")) for work in services.works[-40:]}
    with Desk(settings.but(time_scale=1000.0)) as desk:
        desk.ask(frozenset({by_title("arxiv", LICHEN)}))
        services.fail("arxiv", "empty-page", times=4, match=" AND ")
        answers = desk.ask(frozenset(late))
    assert len(late) == 40
    assert [one for one in late if not isinstance(answers[one], Found)] == []
    assert len([one for one in services.calls("arxiv") if " AND " in str(one.params)]) > 8


def test_a_title_that_vouches_for_others_is_answered_itself(
    settings: Settings, services: Services
) -> None:
    asked = by_title("arxiv", LICHEN)
    with Desk(settings.but(time_scale=1000.0)) as desk:
        desk.ask(frozenset({by_id("arxiv", "arxiv:2301.99999")}))
        services.fail("arxiv", "empty-page", times=1)
        answers = desk.ask(frozenset({asked}))
    assert titles(answers[asked]) == [LICHEN]


def vouching(settings: Settings, services: Services, *known: Question) -> list[str]:
    """The searches of arXiv for a title it does not have, once these were found one by one."""
    gone = by_title("arxiv", "Whispering algorithms for the census of glacier fleas")
    with Desk(settings.but(time_scale=1000.0)) as desk:
        for one in known:
            assert isinstance(desk.ask(frozenset({one}))[one], Found)
        services.log.clear()
        assert isinstance(desk.ask(frozenset({gone}))[gone], NotFound)
    return [call.params["search_query"] for call in services.calls("arxiv")]


@pytest.mark.parametrize(
    ("title", "vouches"),
    [("Pebbles of northern shores", True), ("Pebbles of $n$ shores, and lichén", False)],
)
def test_a_told_title_vouches_if_it_is_found_as_it_is_told(
    settings: Settings, services: Services, title: str, *, vouches: bool
) -> None:
    (work,) = numbered(1)
    services.works += [replace(work, title=title)]
    searches = vouching(settings, services, by_id("arxiv", f"arxiv:{work.arxiv}"))
    assert any("pebbles" in search for search in searches) == vouches


def test_a_title_that_is_always_asked_alone_vouches_for_none(
    settings: Settings, services: Services
) -> None:
    (work,) = numbered(1)
    services.works += [replace(work, title="Moss")]
    known = (by_title("arxiv", LICHEN), by_title("arxiv", "Moss"))
    assert any("lichen" in search for search in vouching(settings, services, *known))


def test_what_finds_more_than_a_page_holds_is_asked_for_without_what_vouches_for_it(
    settings: Settings, services: Services
) -> None:
    gone = by_title("arxiv", "Whispering algorithms for the census of glacier fleas")
    cut = sent_text(wire.atom([wire.atom_entry(services.works[0])], 900), "application/atom+xml")
    with Desk(settings.but(time_scale=1000.0)) as desk:
        desk.ask(frozenset({by_title("arxiv", LICHEN)}))
        services.fail("arxiv", "sent", times=1, match=" OR .*lichen", sent=cut)
        answers = desk.ask(frozenset({gone}))
    assert isinstance(answers[gone], NotFound)


def test_what_arxiv_does_not_have_is_asked_for_three_times_at_most(
    settings: Settings, services: Services
) -> None:
    asked = by_id("arxiv", "arxiv:2301.99998")
    assert isinstance(ask(settings, asked)[asked], NotFound)
    assert len(services.calls("arxiv")) == 3


def test_a_title_with_a_wrong_letter_is_found_at_arxiv(
    settings: Settings, services: Services
) -> None:
    asked = by_title("arxiv", "Sparse atention over long lichen sequences")
    assert titles(ask(settings, asked)[asked]) == ["Sparse attention over long lichen sequences"]
    assert len(services.calls("arxiv")) == 3, "the phrase, again for the empty page, the words"


def test_a_stale_answer_serves_while_the_service_is_down(
    settings: Settings, services: Services
) -> None:
    gone = by_id("crossref", "doi:10.9999/no.such")
    ask(settings, DOI, gone)
    services.fail("crossref", "500")
    aged = settings.but(time_scale=1e9)
    with Desk(aged) as desk:
        answers = desk.ask(frozenset({DOI, gone}))
        use = desk.use()["crossref"]
    answer = answers[DOI]
    assert isinstance(answer, Found)
    assert answer.candidates[0].provenance.stale
    assert isinstance(answers[gone], Unavailable), "an old absence is no fact about today"
    assert (use.stale, use.failed, use.state) == (1, 1, "down")


def test_the_run_stops_at_the_most_requests(settings: Settings, services: Services) -> None:
    searches = [by_title("crossref", f"{TIDAL} part {n}") for n in range(6)]
    answers = ask(settings.but(max_requests=2), *searches)
    reasons = [one.reason for one in answers.values() if isinstance(one, Unavailable)]
    assert reasons == ["stopped by --max-requests"] * 4
    assert len(services.log) == 2


def test_the_run_stops_at_the_most_time(settings: Settings, services: Services) -> None:
    services.fail("crossref", "slow", seconds=0.2)
    searches = [by_title("crossref", f"{TIDAL} part {n}") for n in range(30)]
    began = time.monotonic()
    answers = ask(settings.but(max_time_s=0.3), *searches)
    assert time.monotonic() - began < 2
    assert "stopped by --max-time" in {
        one.reason for one in answers.values() if isinstance(one, Unavailable)
    }


def test_what_was_established_before_a_stop_is_kept(settings: Settings, services: Services) -> None:
    searches = [by_title("crossref", f"{TIDAL} part {n}") for n in range(4)]
    ask(settings.but(max_requests=2), *searches)
    answers = ask(settings, *searches)
    assert all(isinstance(answer, Found) for answer in answers.values())
    assert len(services.log) == 4


def test_a_service_that_is_switched_off_is_never_asked(
    settings: Settings, services: Services
) -> None:
    off = dict(settings.services) | {"crossref": ServiceSettings(enabled=False)}
    answer = ask(settings.but(services=off), DOI)[DOI]
    assert isinstance(answer, Unavailable)
    assert services.log == []


def test_offline_asks_nothing_and_answers_from_the_snapshot(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    search = by_id("pubmed", "doi:10.9999/jes.2021.017")
    gone = by_id("crossref", "doi:10.9999/no.such")
    with Desk(settings) as desk:
        live = desk.ask(frozenset({DOI, search, gone}))
        kept = desk.kept([DOI, search, gone])
    snapshot.save(tmp_path / "other" / "snapshot", kept)
    services.log.clear()
    with Desk(settings.but(cache=str(tmp_path / "other"), offline=True)) as desk:
        assert desk.ask(frozenset({DOI, search, gone})) == live
        unknown = by_id("crossref", "doi:10.9999/other")
        assert isinstance(desk.ask(frozenset({unknown}))[unknown], Unavailable)
        assert desk.use()["pubmed"].state == "snapshot"
    assert services.log == []


def test_what_is_asked_besides_and_not_answered_is_no_failure(settings: Settings) -> None:
    title = by_title("crossref", "A title that nobody kept")
    with Desk(settings.but(offline=True)) as desk:
        assert isinstance(desk.besides(frozenset({title}))[title], Unavailable)
        assert desk.use()["crossref"].failed == 0
        assert isinstance(desk.ask(frozenset({DOI}))[DOI], Unavailable)
        desk.besides(frozenset({DOI}))
        assert desk.use()["crossref"].failed == 1


def test_no_network_is_noticed_within_two_seconds_and_said_once(tmp_path: Path) -> None:
    nowhere = ServiceSettings(url="http://127.0.0.1:9")
    names = ("crossref", "arxiv", "pubmed", "idconv", "doi", "datacite", "europepmc", "biorxiv")
    said: list[Event] = []
    settings = Settings(cache=str(tmp_path), services=dict.fromkeys(names, nowhere))
    began = time.monotonic()
    with Desk(settings, lambda event: said.append(event) if event.kind == "said" else None) as desk:
        first = desk.ask(frozenset({DOI}))
        desk.ask(frozenset({by_id("arxiv", "arxiv:2301.99999")}))
    assert isinstance(first[DOI], Unavailable)
    assert time.monotonic() - began < 2.5
    assert len(said) == 1
    assert "no network" in said[0].text


def test_it_is_said_why_one_service_cannot_be_reached(settings: Settings) -> None:
    closed = dict(settings.services) | {"crossref": ServiceSettings(url="http://127.0.0.1:9")}
    answer = ask(settings.but(services=closed, time_scale=2000), DOI)[DOI]
    assert answer == Unavailable(reason="crossref could not be reached (connections are refused)")


def test_the_cost_is_known_before_asking(settings: Settings, services: Services) -> None:
    services.works += numbered(120)
    dois = [by_id("crossref", f"doi:10.9999/bps.{n}") for n in range(1, 121)]
    with Desk(settings) as desk:
        costs = desk.estimate(dois)
        assert services.log == []
        assert costs["crossref"].requests == 3
        assert costs["crossref"].seconds > 0
        desk.ask(frozenset(dois))
        assert desk.estimate(dois) == {}


def test_keys_and_addresses_are_in_no_reason_and_no_file(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    """NCBI writes the caller's key into its refusals."""
    keyed = settings.but(ncbi_api_key="0123SECRET", time_scale=2000)
    services.fail("pubmed", "429", match="efetch")
    asked = by_id("pubmed", "pmid:90000017")
    events: list[Event] = []
    with Desk(keyed, events.append) as desk:
        answer = desk.ask(frozenset({asked, DOI}))[asked]
    assert services.calls("pubmed")[0].params["api_key"] == "0123SECRET"
    told = f"{answer} {events} {keyed!r}"
    files = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for secret in ("SECRET", "curator@example.org"):
        assert secret.encode() not in files
    assert "SECRET" not in told
    assert "curator@example.org" not in f"{answer} {events}"


def test_two_runs_share_one_pace(services: Services, tmp_path: Path) -> None:
    """The limits are per address: arXiv counts all machines together."""
    services.works += numbered(230)
    settings = services.settings(cache=str(tmp_path / "cache"), time_scale=20)
    halves = [range(1, 101), range(101, 201)]
    threads = [
        threading.Thread(
            target=ask, args=(settings, *(by_id("arxiv", f"arxiv:2105.{n:05d}") for n in half))
        )
        for half in halves
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    calls = sorted(services.calls("arxiv"), key=lambda call: call.started)
    assert len(calls) == 2
    assert calls[1].started - calls[0].ended >= 2.5 / 20
    assert max(call.in_flight for call in calls) == 1


def test_a_cache_that_cannot_be_written_costs_one_warning(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    said: list[str] = []
    told = settings.but(cache=str(tmp_path / "file"))
    with Desk(
        told, lambda event: said.append(event.text) if event.kind == "said" else None
    ) as desk:
        assert titles(desk.ask(frozenset({DOI}))[DOI]) == [TIDAL]
    assert len(said) == 1
    assert "going on without the answer cache" in said[0]


def test_a_bug_of_ours_is_raised_and_not_told_as_an_outage(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr("pipeline.sources.crossref.split", broken)
    with pytest.raises(KeyError, match="a bug"):
        ask(settings, DOI, by_title("crossref", TIDAL))


def test_an_interrupted_run_ends_within_a_second(services: Services, tmp_path: Path) -> None:
    """Whatever a service does meanwhile; what came before is kept."""
    services.fail("arxiv", "timeout", seconds=20.0)
    script = (
        "import signal, sys\n"
        "from pipeline.edge.ask import Desk\n"
        "from pipeline.values.settings import Settings\n"
        "from tests.edge.questions import by_id\n"
        # Whoever runs the tests in the background of a script has them ignore Ctrl-C, and this too.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "with Desk(Settings.model_validate_json(sys.argv[1])) as desk:\n"
        "    desk.ask(frozenset({by_id('crossref', 'doi:10.9999/jes.2021.017'),"
        " by_id('arxiv', 'arxiv:2301.99999')}))\n"
    )
    settings = services.settings(cache=str(tmp_path / "cache"))
    process = subprocess.Popen(
        [sys.executable, "-c", script, settings.model_dump_json()], stderr=subprocess.PIPE
    )
    until = time.monotonic() + 20
    while not any(call.status for call in services.calls("crossref")) and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    try:
        _, errors = process.communicate(timeout=10)
    finally:
        process.kill()
    assert time.monotonic() - began < 1.5
    assert b"KeyboardInterrupt" in errors
    services.log.clear()
    services.faults.clear()
    assert titles(ask(settings, DOI)[DOI]) == [TIDAL]
    assert services.log == [], "the answer that had come was kept"


def test_an_address_that_crossref_does_not_take_is_said_once_and_costs_pace(
    services: Services, tmp_path: Path
) -> None:
    said: list[str] = []
    settings = services.settings(
        cache=str(tmp_path / "cache"), mailto="a@b.invalid", time_scale=10.0
    )
    with Desk(
        settings, lambda event: said.append(event.text) if event.kind == "said" else None
    ) as desk:
        desk.ask(frozenset(by_title("crossref", f"{TIDAL} part {n}") for n in range(8)))
    starts = sorted(call.started for call in services.calls("crossref"))
    assert len(said) == 1
    assert "slower public pool" in said[0]
    assert "@" not in said[0]
    assert starts[-1] - starts[3] >= 4 * 0.1, "one a second once it is known"
