"""On what evidence is anything said, and who may forbid it."""

from datetime import date

import pytest

from pipeline.checks import chance
from pipeline.edge.configuration import expired
from pipeline.values.audit import Status
from pipeline.values.finding import FixKind
from pipeline.values.settings import Ignore, Settings
from tests.shelf import LINES, TIDES, changed, listed, shelf
from tests.world import World, run

WRONG = changed("tides", "Lindqvist", "Lindqivst")
"""One fault; Crossref knows it, PubMed is asked as the second voice."""

BOTH = WRONG.replace("*Journal of Estuarine Sensing*", "*Nature*")
"""Two faults."""


@pytest.mark.parametrize("silent", ["pubmed", "crossref"])
def test_nothing_is_written_while_a_voice_is_missing(silent: str) -> None:
    text = listed(BOTH.replace("https://doi.org/10.99999/jes.2021.017",
                               "https://pubmed.ncbi.nlm.nih.gov/90000017/")
                  if silent == "crossref" else BOTH)  # fmt: skip
    result = run(shelf(down=(silent,)), text)
    assert {"venue-differs", "author-misspelt"} <= set(result.codes)
    assert {finding.fix for finding in result.findings} == {FixKind.REVIEW}
    assert result.fixed() == text
    assert result.outcome.library.papers == ()


def test_the_same_faults_are_written_when_every_voice_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So far as their chance allows: two faults in one entry are less sure than one."""
    monkeypatch.setattr(chance, "weights", dict)
    result = run(shelf(), listed(BOTH))
    assert {finding.fix for finding in result.findings} == {FixKind.AUTO}
    assert result.fixed() == listed("tides")


def test_an_outage_of_every_service_concludes_nothing() -> None:
    result = run(shelf(down=("crossref", "arxiv", "pubmed", "doi", "datacite")), listed(*LINES))
    assert {each.status for each in result.audited} == {Status.NOT_VERIFIED}
    assert set(result.codes) == {"not-verified"}


def test_an_outage_never_lowers_the_standard_of_evidence() -> None:
    """While Crossref owes the answer about the DOI, a search elsewhere takes not its place."""
    world = shelf(down=("crossref",))
    run(world, listed(WRONG))
    assert {question.query.kind for question in world.asked} == {"id"}


def test_a_service_that_was_not_needed_may_be_down() -> None:
    assert run(shelf(down=("arxiv", "pubmed")), listed("moss")).findings == []


def test_a_second_voice_exonerates() -> None:
    """Crossref misspells a name; PubMed, asked before anybody is accused, has it as the list."""
    misspelt = TIDES.authors[0].but(family="Lindqvst")
    careless = TIDES.but(authors=(misspelt, *TIDES.authors[1:]))
    alone = run(World(works={"crossref": (careless,)}), listed("tides"))
    assert alone.codes == ["author-misspelt"]
    both = World(works={"crossref": (careless,), "pubmed": (TIDES,)})
    assert run(both, listed("tides")).findings == []


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("<!-- errata: ignore author-misspelt; so she signs -->", ["venue-differs"]),
        ("<!-- errata: ignore author-misspelt, venue-differs; asked -->", []),
        ("<!-- errata: ignore title-differs -->", ["author-misspelt", "venue-differs"]),
    ],
)
def test_a_comment_on_an_entry_silences_there(comment: str, left: list[str]) -> None:
    result = run(shelf(), listed(f"{BOTH} {comment}", changed("moss", "Methods", "Genetics")))
    assert result.codes == [*left, "venue-differs"]
    assert "Nature Methods" in result.fixed()


@pytest.mark.parametrize(
    ("ignore", "left"),
    [
        pytest.param(Ignore(), [], id="everything everywhere"),
        pytest.param(Ignore(codes=("venue-differs",)), ["author-misspelt"], id="one code"),
        pytest.param(Ignore(list="list.md"), [], id="in this list"),
        pytest.param(
            Ignore(list="other.md"), ["author-misspelt", "venue-differs"], id="in another list"
        ),
        pytest.param(Ignore(entry="doi:10.99999/jes.2021.017"), [], id="at this identifier"),
        pytest.param(
            Ignore(entry="Tidal Memory in Estuarine Sensor Networks"), [], id="at this title"
        ),
        pytest.param(
            Ignore(entry="doi:10.99999/nm.2022.4"), ["author-misspelt", "venue-differs"],
            id="at another entry",
        ),
    ],
)  # fmt: skip
def test_the_settings_silence_by_code_list_and_entry(ignore: Ignore, left: list[str]) -> None:
    result = run(shelf(), listed(BOTH), settings=Settings(ignore=(ignore,)))
    assert result.codes == left


def test_what_is_silenced_is_not_written() -> None:
    settings = Settings(ignore=(Ignore(codes=("author-misspelt",)),))
    assert "Lindqivst" in run(shelf(), listed(BOTH), settings=settings).fixed()


def test_only_the_codes_asked_for_are_said() -> None:
    settings = Settings(only=("venue-differs",))
    assert run(shelf(), listed(BOTH), settings=settings).codes == ["venue-differs"]


def test_an_ignore_holds_to_its_last_day_and_is_then_said_to_have_run_out() -> None:
    held = Ignore(codes=("venue-differs",), reason="asked the editors", until=date(2026, 3, 1))
    settings = Settings(ignore=(held,))
    assert expired(settings, date(2026, 3, 1)) == (settings, ())
    after, said = expired(settings, date(2026, 3, 2))
    assert after.ignore == ()
    assert said == ("The ignore of venue-differs ran out on 2026-03-01 (asked the editors).",)
    assert "venue-differs" in run(shelf(), listed(BOTH), settings=after).codes
