"""What a list does again and again is said once, counts nowhere, is written only if asked for."""

import json

import pytest

from pipeline.checks.repeated import FEWEST
from pipeline.reports import REPORTS, report
from pipeline.reports.overview import summary
from pipeline.values.audit import Audit
from pipeline.values.settings import Ignore, Settings
from pipeline.write.applying import Accepted, rewritten
from tests.reports import audits
from tests.world import Run, World, identifiers, preprint, run, work

NAMES = (
    "gulls",
    "herons",
    "terns",
    "plovers",
    "sandpipers",
    "curlews",
    "godwits",
    "dunlins",
    "knots",
    "stints",
    "ruffs",
    "snipes",
)


def title(number: int) -> str:
    return f"Wading depth and feeding success of {NAMES[number]} on muddy shores"


def posted(number: int) -> str:
    return (
        f"- **{title(number)}.** Mara Lindqvist, Jun Hasek. *arXiv*, 2021. "
        f"[[Link]](https://arxiv.org/abs/2101.0{1000 + number})"
    )


def world() -> World:
    people = "Mara Lindqvist; Jun Hasek"
    early = tuple(
        preprint(
            title(n),
            people,
            "2021-01-02",
            f"arxiv:2101.0{1000 + n}",
            preprint_of=identifiers(f"doi:10.99999/mel.{n}"),
        )
        for n in range(len(NAMES))
    )
    late = tuple(
        work(title(n), people, "Marine Ecology Letters", "2022-03", f"doi:10.99999/mel.{n}")
        for n in range(len(NAMES))
    )
    return World(works={"arxiv": early, "crossref": late})


def listed(count: int, settings: Settings | None = None) -> Run:
    text = "# Birds\n\n" + "\n".join(map(posted, range(count))) + "\n"
    return run(world(), text, settings=settings or Settings())


def test_from_five_entries_on_it_is_a_habit_and_no_finding() -> None:
    few, many = listed(FEWEST - 1), listed(FEWEST)
    assert few.codes == ["superseded"] * (FEWEST - 1)
    assert few.outcome.habits == ()
    assert many.codes == []
    (habit,) = many.outcome.habits
    assert (habit.code, habit.number, habit.of) == ("superseded", FEWEST, FEWEST)
    assert habit.example == many.audited[0].entry.id
    assert "mel.0" in habit.message


def test_less_than_a_tenth_of_the_entries_are_faults_of_those_entries() -> None:
    sound = [
        f"- **{title(n)}.** Mara Lindqvist, Jun Hasek. *Marine Ecology Letters*, 2022. "
        f"[[Link]](https://doi.org/10.99999/mel.{n})"
        for n in range(FEWEST, len(NAMES))
    ]
    lines = [*map(posted, range(FEWEST)), *sound * 7]
    result = run(world(), "# Birds\n\n" + "\n".join(lines) + "\n")
    assert [code for code in result.codes if code != "duplicate"] == ["superseded"] * FEWEST


def test_what_is_wrong_however_often_is_no_habit() -> None:
    text = "# Birds\n\n" + "\n".join(map(posted, range(6))).replace("Hasek", "Haesk") + "\n"
    assert run(world(), text).codes == ["author-misspelt"] * 6


def test_a_silenced_code_makes_no_habit() -> None:
    settings = Settings(ignore=(Ignore(codes=("superseded",)),))
    assert listed(6, settings).outcome.habits == ()


def test_it_is_written_only_if_asked_for() -> None:
    result = listed(FEWEST)
    before = result.readings[0].text
    assert result.fixed(Accepted()) == before
    after = result.fixed(Accepted.asked(["superseded"]))
    assert after.count("https://doi.org/10.99999/mel.") == FEWEST
    assert "arxiv.org" not in after
    wanted = Accepted.asked(["superseded"])
    shown = rewritten(result.readings[0], result.audited, wanted).audited
    assert all(f.written for each in shown for f in each.findings)
    assert all(not each.habitual for each in shown)


def test_one_of_it_is_written_by_its_id() -> None:
    result = listed(FEWEST)
    one = result.audited[2].habitual[0]
    after = result.fixed(Accepted.asked([one.id]))
    assert after.count("https://doi.org/10.99999/mel.") == 1


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_says_it_once_and_counts_it_nowhere(name: str) -> None:
    outcome = listed(FEWEST).outcome
    audit: Audit = audits.audit(*outcome.audited, habits=outcome.habits)
    sums = summary(audit)
    assert (sums.errors, sums.warnings, sums.notices, sums.fixable) == (0, 0, 0, 0)
    shown = report(name).render(audit)
    assert shown.count("Published in Marine Ecology Letters") == 1
    if name == "json":
        assert [habit["code"] for habit in json.loads(shown)["habits"]] == ["superseded"]
