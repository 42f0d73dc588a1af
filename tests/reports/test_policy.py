"""The findings in the words of those who judge submissions: all of them, and no other verdict."""

from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.cli.parser import parser
from pipeline.reports import report
from pipeline.reports.overview import findings
from pipeline.reports.policy import POLICIES
from pipeline.values.codes import BY_NAME
from tests.reports import audits

ENTRIES = (
    audits.resolved(3, "Gone", audits.finding("not-found", 3)),
    audits.resolved(5, "Maps", audits.finding("authors-extra", 5, "A, B", "A")),
    audits.resolved(7, "Roads", audits.finding("venue-missing", 7, "", "Cell")),
    audits.resolved(9, "Rivers", audits.finding("link-elsewhere", 9, "x", "y")),
)


@pytest.mark.parametrize("name", list(POLICIES))
def test_no_code_stands_under_two_words_and_each_is_one_of_ours(name: str) -> None:
    codes = [code for _, some in POLICIES[name].asked for code in some]
    assert len(codes) == len(set(codes))
    assert set(codes) <= set(BY_NAME)


def test_the_command_offers_every_policy() -> None:
    for name in POLICIES:
        assert parser().parse_args(["check", "--policy", name]).policy == name


def test_each_finding_stands_under_the_venues_word_or_is_counted() -> None:
    told = report("text").render(audits.audit(*ENTRIES), policy="neurips")
    assert told.startswith("cannot be found (1)\n  list.md:3  not-found\n    Gone\n")
    assert "\nwrong authors (1)\n  list.md:5  authors-extra\n" in told
    assert "\nerror to report (1)\n  list.md:9  link-elsewhere\n" in told
    assert "not asked: 1 warning (1 venue-missing)" in told
    assert "names another work (1)" in report("text").render(audits.audit(*ENTRIES), policy="arxiv")


@pytest.mark.parametrize("name", list(POLICIES))
def test_the_numbers_are_those_of_the_report(name: str) -> None:
    audit = audits.sample()
    told = report("text").render(audit, policy=name)
    under = sum(told.count(f"  {finding.code}\n") for finding in {
        f.code: f for f in findings(audit)}.values())  # fmt: skip
    counted = [line for line in told.splitlines() if line.startswith("not asked: ")]
    rest = sum(int(line.split()[2]) for line in counted)
    assert under + rest == len(findings(audit))
    assert told.splitlines()[-1] == report("text").render(audit).splitlines()[-1]


def test_a_list_in_which_nothing_is_asked_about_says_so() -> None:
    told = report("text").render(audits.quiet(), policy="neurips")
    assert "nothing that its rules ask about" in told


def test_hostile_text_is_shown_harmless() -> None:
    told = report("text").render(audits.audit(*audits.hostile()), policy="arxiv")
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_a_long_report_is_cut_as_the_usual_one_is_and_says_how_to_see_the_rest() -> None:
    many = [
        audits.resolved(n, f"Tides {n}", audits.finding("not-found", n, "", ""))
        for n in range(1, 41)
    ]
    told = report("text").render(audits.audit(*many), policy="neurips", whole=False)
    assert "cannot be found (40)" in told
    assert "  and 35 more\n" in told
    assert "`errata check list.md --policy neurips --all` shows them all." in told
    assert told.count("\n") < 60
    whole = report("text").render(audits.audit(*many), policy="neurips", whole=True)
    assert "Tides 40" in whole
    assert "more\n" not in whole


@pytest.mark.parametrize("more", [["--format", "markdown"], ["--report", "p.md"]])
def test_what_cannot_show_it_refuses_it(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.md").write_text("# Papers\n", encoding="utf-8")
    assert main(["check", "list.md", "--policy", "neurips", *more]) == 2
    assert "`--policy` is a view for the terminal." in capsys.readouterr().err
    assert not (tmp_path / "p.md").exists()
