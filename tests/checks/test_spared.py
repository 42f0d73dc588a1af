"""What no check may flag: near misses, genuine variants, and what nobody can know."""

import pytest

from pipeline import checks
from pipeline.checks.case import Case, Remark
from pipeline.checks.excuses import EXCUSES, excused
from tests.checks.cases import Spared
from tests.checks.table import SPARED
from tests.world import run


@pytest.mark.parametrize("case", SPARED, ids=str)
def test_nothing_is_said_that_should_not_be(case: Spared) -> None:
    result = run(case.world, *case.lists, settings=case.settings, ending=case.ending)
    assert {str(each.status) for each in result.audited} == {case.status}
    assert case.code not in result.codes
    assert sorted(result.codes) == sorted(case.besides)


def test_every_excuse_speaks_for_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """An excuse that no case needs is none; each has its case among those that are spared."""
    spoken: set[str | None] = set()

    def heard(case: Case, code: str, remark: Remark) -> str | None:
        spoken.add(found := excused(case, code, remark))
        return found

    monkeypatch.setattr(checks, "excused", heard)
    for case in SPARED:
        if case.code in {code for excuse in EXCUSES for code in excuse.codes}:
            run(case.world, *case.lists, settings=case.settings, ending=case.ending)
    assert spoken >= {excuse.name for excuse in EXCUSES}
