"""A name spelt as a list spells names, and nothing of it lost that may be of the family."""

import pytest

from pipeline.markup.spelling import Manner, spelt_name
from pipeline.values.work import Person

SPELT = [
    ("Ramana V.", "Davuluri", "R. V. Davuluri", "RV Davuluri"),
    ("J. M. Morgado", "Chávez", "J. M. Morgado Chávez", "JM Morgado Chávez"),
    ("J.-P.", "Roy", "J.-P. Roy", "JP Roy"),
    ("Jean-Paul", "Roy", "J.-P. Roy", "JP Roy"),
    ("J. M.", "Li", "J. M. Li", "JM Li"),
]


@pytest.mark.parametrize(("given", "family", "dotted", "plain"), SPELT)
def test_initials_in_front(given: str, family: str, dotted: str, plain: str) -> None:
    person = Person(given=given, family=family)
    assert spelt_name(person, Manner(initials=True)) == dotted
    assert spelt_name(person, Manner(initials=True, dots=False, blank=False)) == plain
