"""Two records of one article: the same people, whatever became of their letters."""

import pytest

from pipeline.match.same_work import one_work
from tests.world import work

HEARTH = work(
    "Love and hate in rented kitchens", "Philip Schörpf; Anna Schönauer; Hans Flecker; Uwe Müller",
    "Kitchen Work and Employment", 2017, "doi:10.9999/kwe.1",
)  # fmt: skip


@pytest.mark.parametrize(
    ("people", "works"),
    [
        pytest.param("P. Schoerpf; A. Schoenauer; H. Flecker; U. Mueller", 1, id="written out"),
        pytest.param("P. Schorpf; A. Schonauer; H. Flecker; U. Muller", 1, id="without dots"),
        pytest.param("P. Schirpf; A. Schinauer; H. Flecker; U. Miller", 2, id="other people"),
    ],
)
def test_an_article_that_is_registered_twice_is_one(people: str, works: int) -> None:
    """Its umlauts are written in two ways, and two of four people seemed to be others."""
    again = work(
        "Love and hate in rented kitchens", people, "Kitchen Work & Employment", 2017,
        "doi:10.9999/kwe.99",
    )  # fmt: skip
    assert one_work(HEARTH, again) is (works == 1)
