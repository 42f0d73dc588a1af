"""Whose order of authors can be believed."""

import pytest

from pipeline.match.orders import alphabetical, believed
from pipeline.match.orders import is_told as order_is_told
from pipeline.values.work import Candidate, Work
from tests.world import people, told, work

TRUE = "Wren Castell; Ada Storm; Hugo Almeida"
SORTED = "Hugo Almeida; Wren Castell; Ada Storm"


def by(source: str, authors: str, doi: str = "10.99999/a", **more: object) -> Candidate:
    return told(source, work("Snails", authors, "Letters", 2022, f"doi:{doi}", **more))


@pytest.mark.parametrize(
    ("names", "is_sorted"),
    [
        (SORTED, True),
        (TRUE, False),
        ("Ada Almeida; Bela Storm; Cato Castell", True),
        ("Anna Berg; Bo van der Cors; Cy Dahl", True),
        ("Anna van Berg; Bo Cors; Cy van Ahl", True),
        ("Wren Castell; Ada Storm", True),
        ("Ada Storm; Wren Castell; {Snail Group}", True),
        ("Wren Storm; Ada Castell", False),
        ("Ada Storm", False),
        ("{Snail Group}; {Moss Group}", False),
        ("Åsa Ek; Ólöf Fay; Per Gru", True),
    ],
)
def test_sorted_by_family_or_by_given_names(names: str, is_sorted: bool) -> None:  # noqa: FBT001
    assert alphabetical(people(names)) is is_sorted


@pytest.mark.parametrize(
    ("family", "who"),
    [
        pytest.param([by("crossref", TRUE)], {0}, id="no alphabet"),
        pytest.param([by("crossref", SORTED)], set(), id="one alphabet"),
        pytest.param([by("crossref", SORTED), by("pubmed", SORTED)], {0, 1}, id="two voices"),
        pytest.param([by("crossref", SORTED), by("arxiv", TRUE)], {1}, id="another order beside"),
        pytest.param([by("pubmed", SORTED), by("europepmc", SORTED)], set(), id="a copy"),
        pytest.param([by("arxiv", SORTED), by("datacite", SORTED)], set(), id="arXiv's copy"),
        pytest.param(
            [by("crossref", SORTED), by("crossref", SORTED, "10.88888/b")], {0, 1},
            id="two who registered",
        ),
        pytest.param(
            [by("crossref", SORTED), by("crossref", SORTED, "10.99999/b")], set(), id="one twice"
        ),
        pytest.param(
            [by("crossref", TRUE, authors_ordered=False)], set(), id="a registry that sorts"
        ),
        pytest.param(
            [by("crossref", SORTED, authors_ordered=False), by("arxiv", SORTED)], set(),
            id="is no second voice",
        ),
    ],
)  # fmt: skip
def test_an_alphabet_needs_a_second_voice(family: list[Candidate], who: set[int]) -> None:
    assert believed(tuple(family)) == who


def test_a_registry_that_sorts_is_known_by_its_prefix() -> None:
    from pipeline.sources import crossref

    def read(doi: str) -> Work:
        return crossref.read(f'{{"DOI": "{doi}", "title": ["Snails"]}}')

    assert not read("10.52202/068431-0037").authors_ordered
    assert read("10.99999/x").authors_ordered


FOUR = "Hugo Almeida; Wren Castell; Ada Storm; Tib Zander"
SIGNED = "Wren Castell; Tib Zander; Hugo Almeida; Ada Storm"


@pytest.mark.parametrize(
    ("family", "is_told"),
    [
        pytest.param([by("crossref", SIGNED)], True, id="no alphabet"),
        pytest.param([by("crossref", SORTED)], True, id="three by chance"),
        pytest.param([by("crossref", FOUR)], False, id="one alphabet of four"),
        pytest.param([by("crossref", FOUR), by("arxiv", SIGNED)], False, id="another beside"),
        pytest.param([by("crossref", FOUR), by("arxiv", FOUR)], True, id="two voices"),
        pytest.param([by("pubmed", FOUR), by("europepmc", FOUR)], False, id="a copy"),
        pytest.param([by("crossref", SIGNED, authors_ordered=False)], False, id="sorted"),
    ],
)
def test_an_alphabet_of_four_is_written_only_if_two_voices_tell_it(
    family: list[Candidate],
    is_told: bool,  # noqa: FBT001
) -> None:
    assert order_is_told(family[0], tuple(family)) is is_told
