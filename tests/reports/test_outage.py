"""An outage that keeps all else from being said is said once, not once for each entry."""

import pytest

from pipeline.reports import text
from pipeline.values.audit import Audited
from pipeline.values.match import Match, Verdict
from tests.reports import audits

WHY = "Not verified: crossref could not be asked without network. Nothing is concluded."


def silent(line: int, message: str = WHY) -> Audited:
    finding = audits.finding("not-verified", line, "", "").but(message=message)
    match = Match(verdict=Verdict.DIFFERENT, confidence=0, unavailable=("crossref",))
    return audits.resolved(line, f"Moss {line}", finding).but(match=match, paper=None)


def test_entries_with_nothing_but_the_same_outage_are_told_together() -> None:
    several = [silent(n) for n in (3, 5, 9)]
    told = text.render(audits.audit(*several))
    assert told.count("crossref could not be asked") == 1
    assert told.startswith(f"3 entries: {WHY}\n")
    for one in several:
        assert told.count(f"list.md:{one.entry.line} ({one.findings[0].id})") == 1


def test_an_entry_of_which_more_is_said_and_a_lone_one_have_their_own_block() -> None:
    more = audits.finding("encoding", 7, "MÃ¼ller", "Müller")
    both = silent(7).but(findings=(*silent(7).findings, more))
    other = silent(11, "Not verified: arxiv could not be asked: failed. Nothing is concluded.")
    told = text.render(audits.audit(silent(3), both, other))
    assert "entries: Not verified" not in told
    assert told.count("could not be asked") == 3
    assert all(f"list.md:{line}\n" in told for line in (3, 7, 11))


@pytest.mark.parametrize(
    ("away", "all_away"),
    [
        ("could not be asked without network", "could not be asked without network"),
        ("was not asked (offline)", "were not asked (offline)"),
    ],
)
def test_without_network_it_is_one_line_whoever_would_have_been_asked(
    away: str, all_away: str
) -> None:
    why = f"Not verified: crossref {away}. Nothing is concluded."
    other = silent(11, why.replace("crossref", "arxiv"))
    two = silent(13, why.replace(f"crossref {away}", f"crossref {away}; doi {away}"))
    told = text.render(audits.audit(silent(3, why), other, two))
    assert " ".join(told.split()).startswith(
        f"3 entries: Not verified: crossref, arxiv and doi {all_away}. "
        "Nothing is concluded. list.md:3 "
    )
    assert told.count("Not verified") == 1


def test_the_short_report_tells_them_together_too_and_names_some() -> None:
    told = text.render(audits.audit(*(silent(n) for n in range(3, 203))), whole=False)
    assert told.startswith(f"200 entries: {WHY}\n")
    assert "and 180 more" in " ".join(told.split())
    assert told.count("could not be asked") == 1
    assert len(told.splitlines()) < text.LINES
