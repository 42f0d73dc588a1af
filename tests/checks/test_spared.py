"""What no check may flag: near misses, genuine variants, and what nobody can know."""

import pytest

from tests.checks.cases import Spared
from tests.checks.table import SPARED
from tests.world import run


@pytest.mark.parametrize("case", SPARED, ids=str)
def test_nothing_is_said_that_should_not_be(case: Spared) -> None:
    result = run(case.world, *case.lists, settings=case.settings, ending=case.ending)
    assert {str(each.status) for each in result.audited} == {case.status}
    assert case.code not in result.codes
    assert sorted(result.codes) == sorted(case.besides)
