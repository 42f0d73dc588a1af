"""A name spelt as a list spells names, and nothing of it lost that may be of the family."""

import pytest

from pipeline import formats
from pipeline.markup.spelling import Manner, manner_of, spelt_name
from pipeline.values.entry import Document
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


@pytest.mark.parametrize(
    ("byline", "spelt"),
    [
        ("Wei, S., Chou, C., Fang, H., and Lee, K.", "Tai, Y."),
        ("Wei, S.-E., Chou, C., Fang, H.", "Tai, Y.-W."),
        ("Wei, S., Chou, C.", "Tai, Y.-W."),
    ],
)
def test_who_gives_everybody_one_initial_gives_no_second_one(byline: str, spelt: str) -> None:
    text = f"# L\n\n- **Slow maps of moss.** {byline}. *Nature Methods*, 2021.\n"
    (entry,) = formats.read(Document(path="l.md", text=text)).entries
    assert entry.authors is not None
    manner = manner_of(text, entry.authors)
    assert spelt_name(Person(given="Yu-Wing", family="Tai"), manner) == spelt
