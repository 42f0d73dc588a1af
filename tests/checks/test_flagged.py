"""What each check flags: the finding in full, and what the list says once it is mended."""

import pytest

from pipeline.checks import CHECKS
from pipeline.values.codes import BY_NAME, CODES
from pipeline.values.finding import FixKind, Severity
from tests.checks.cases import Flagged
from tests.checks.table import FLAGGED, SPARED
from tests.shelf import listed
from tests.world import run


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_the_finding_is_the_one_expected(case: Flagged) -> None:
    result = run(case.world, *case.lists, settings=case.settings, ending=case.ending)
    (finding,) = result.of(case.code)
    assert finding.severity == Severity(case.severity or BY_NAME[case.code].severity)
    assert finding.field == BY_NAME[case.code].field
    assert finding.fix == FixKind(case.fix or BY_NAME[case.code].fix)
    assert finding.proposed == case.proposed
    assert finding.other == case.other
    assert case.says in finding.message
    assert sorted(result.codes) == sorted((case.code, *case.besides))


@pytest.mark.parametrize("case", [c for c in FLAGGED if c.after], ids=str)
def test_the_fix_writes_what_should_stand_there(case: Flagged) -> None:
    result = run(case.world, *case.lists, settings=case.settings, ending=case.ending)
    (finding,) = result.of(case.code)
    assert result.with_only(finding) == case.lists[0].replace(case.before, case.after, 1)


@pytest.mark.parametrize("case", [c for c in FLAGGED if not c.after], ids=str)
def test_what_cannot_be_mended_writes_nothing(case: Flagged) -> None:
    result = run(case.world, *case.lists, settings=case.settings, ending=case.ending)
    (finding,) = result.of(case.code)
    assert finding.edits == ()


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_code_is_seen_to_flag_and_to_spare(code: object) -> None:
    name = getattr(code, "name", "")
    assert name in {case.code for case in FLAGGED}
    assert name in {case.code for case in SPARED}


def test_every_check_has_a_row_in_the_table_of_codes() -> None:
    among_entries = {"authors-swapped", "duplicate"}
    assert {name for name, _ in CHECKS} | among_entries == set(BY_NAME)


def test_the_entries_of_these_tests_are_faultless_as_they_stand() -> None:
    result = run(FLAGGED[0].world, listed("tides", "moss", "ferns", "lichen", "pools"))
    assert [each.match.sure for each in result.audited if each.match] == [True] * 5
    assert result.findings == []
